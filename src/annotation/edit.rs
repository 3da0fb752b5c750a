//! Reading and editing what the reader sees of an annotation. Every edit is pure: it takes the
//! annotation and gives the new one; [`Annotation::with_modified`] sets the time of the edit.

use serde_json::Value;

use super::{Annotation, Body, Colour, Kind, Motivation, OneOrMany, SpecificTarget, Target, TextualBody};

pub(super) const STYLESHEET: &str = "stylesheet";
/// The media type of our notes.
pub(super) const MARKDOWN: &str = "text/markdown";

impl Annotation {
    /// Whether it is a highlight, a note, a correction or a relation.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.correction().is_some() {
            Kind::Correction
        } else if self.is_relation() {
            Kind::Relation
        } else if self.note().is_some() {
            Kind::Note
        } else {
            Kind::Highlight
        }
    }

    /// The first target that is a part of something: ours always have exactly one.
    #[must_use]
    pub fn target(&self) -> Option<&SpecificTarget> {
        self.targets.items.iter().find_map(|target| match target {
            Target::Specific(target) => Some(target),
            Target::Other(_) => None,
        })
    }

    /// The same, to write its selectors anew or to move it to another article's source.
    pub fn target_mut(&mut self) -> Option<&mut SpecificTarget> {
        self.targets.items.iter_mut().find_map(|target| match target {
            Target::Specific(target) => Some(target),
            Target::Other(_) => None,
        })
    }

    /// The annotated text as its quote selector has it.
    #[must_use]
    pub fn quote(&self) -> Option<&str> {
        Some(&self.target()?.quote()?.exact)
    }

    /// The reader's colour.
    #[must_use]
    pub fn colour(&self) -> Option<Colour> {
        Colour::from_style_class(self.target()?.style_class.as_deref()?)
    }

    /// What the reader wrote, in Markdown (in a foreign file: whatever text stands as a comment). It is
    /// not sanitised: whoever renders it must.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        let body = self.note_at().and_then(|at| self.bodies.items.get(at));
        match body {
            Some(Body::Textual(body)) => Some(&body.value),
            _ => self.extra.get("bodyValue").and_then(Value::as_str),
        }
    }

    /// What else it says, in order: every body that is neither the [`Self::note`], nor a tag, nor what makes
    /// a correction or a relation of it: further comments, descriptions, replies, addresses …
    pub fn further_bodies(&self) -> impl Iterator<Item = &Body> {
        let note = self.note_at();
        let is_correction = self.correction().is_some();
        let is_relation = self.is_relation();
        let says = move |body: &Body| match body {
            Body::Textual(body) => match body.purpose {
                Some(Motivation::Tagging) => false,
                Some(Motivation::Classifying | Motivation::Identifying) => !is_correction,
                Some(Motivation::Linking) => !is_relation,
                _ => true,
            },
            Body::Other(_) => true,
        };
        let bodies = self.bodies.items.iter().enumerate();
        bodies.filter(move |(at, body)| Some(*at) != note && says(body)).map(|(_, body)| body)
    }

    /// Every text that a person wrote into it, tags excepted: the note first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let further = self.further_bodies().filter_map(|body| match body {
            Body::Textual(body) => Some(body.value.as_str()),
            Body::Other(_) => None,
        });
        self.note().into_iter().chain(further)
    }

    /// The tags, in order.
    #[must_use]
    pub fn tags(&self) -> Vec<&str> {
        self.bodies.items.iter().filter_map(|body| body.text_for(&Motivation::Tagging)).collect()
    }

    /// The annotation in another colour, or in none.
    #[must_use]
    pub fn with_colour(mut self, colour: Option<Colour>) -> Self {
        let old = self.colour();
        let Some(target) = self.target_mut() else { return self };
        let foreign = target.style_class.is_some() && old.is_none();
        if foreign && colour.is_none() {
            return self;
        }
        target.style_class = colour.map(|colour| colour.style_class().to_owned());
        if old.is_some_and(|old| self.extra.get(STYLESHEET) == Some(&old.stylesheet())) {
            self.extra.remove(STYLESHEET);
        }
        if let Some(colour) = colour {
            self.extra.entry(STYLESHEET).or_insert_with(|| colour.stylesheet());
        }
        self
    }

    /// The annotation with its note replaced; an empty note is no note.
    #[must_use]
    pub fn with_note(mut self, note: Option<&str>) -> Self {
        let note = note.filter(|text| !text.trim().is_empty());
        // `body` and `bodyValue` exclude each other, and a note goes into `body`.
        self.extra.remove("bodyValue");
        match (self.note_at(), note) {
            (Some(at), Some(text)) => {
                if let Some(Body::Textual(body)) = self.bodies.items.get_mut(at) {
                    text.clone_into(&mut body.value);
                    body.purpose = Some(Motivation::Commenting);
                    body.format = Some(MARKDOWN.into());
                }
            }
            (Some(at), None) => {
                self.bodies.items.remove(at);
            }
            (None, Some(text)) => {
                let mut body = TextualBody::new(Motivation::Commenting, text);
                body.format = Some(MARKDOWN.into());
                self.bodies.items.push(Body::Textual(body));
            }
            (None, None) => {}
        }
        self.settled()
    }

    /// The annotation with exactly these tags, in this order; empty ones and repetitions are left out,
    /// and a tag that stays keeps whatever else its body carried.
    #[must_use]
    pub fn with_tags<T: AsRef<str>>(mut self, tags: &[T]) -> Self {
        let (mut old, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.bodies.items)
            .into_iter()
            .partition(|body| body.text_for(&Motivation::Tagging).is_some());
        self.bodies.items = rest;
        let mut seen: Vec<&str> = Vec::new();
        for tag in tags.iter().map(|tag| tag.as_ref().trim()) {
            if tag.is_empty() || seen.contains(&tag) {
                continue;
            }
            seen.push(tag);
            let kept = old.iter().position(|body| body.text_for(&Motivation::Tagging) == Some(tag));
            let body = kept.map(|at| old.swap_remove(at));
            let new = || Body::Textual(TextualBody::new(Motivation::Tagging, tag));
            self.bodies.items.push(body.unwrap_or_else(new));
        }
        self.settled()
    }

    /// The annotation as edited at `time` (RFC 3339).
    #[must_use]
    pub fn with_modified(mut self, time: impl Into<String>) -> Self {
        // A foreign file may have had it in a list.
        self.extra.remove("modified");
        self.modified = Some(time.into());
        self
    }

    /// Index of the body that is shown and edited as the note: the first comment, else the first text
    /// without a purpose.
    pub(super) fn note_at(&self) -> Option<usize> {
        let with = |purpose: Option<Motivation>| {
            self.bodies.items.iter().position(|body| match body {
                Body::Textual(body) => body.purpose == purpose,
                Body::Other(_) => false,
            })
        };
        with(Some(Motivation::Commenting)).or_else(|| with(None))
    }

    /// Brings the list's form and the motivation in line with the bodies. A motivation that this
    /// application does not give (`linking`, several at once …) or a correction's stays.
    pub(super) fn settled(mut self) -> Self {
        self.bodies.listed = !self.bodies.items.is_empty();
        let ours = [Motivation::Highlighting, Motivation::Commenting, Motivation::Tagging];
        if let [motivation] = self.motivation.items.as_slice()
            && ours.contains(motivation)
        {
            let motivation = if self.note().is_some() {
                Motivation::Commenting
            } else if self.tags().is_empty() {
                Motivation::Highlighting
            } else {
                Motivation::Tagging
            };
            self.motivation = OneOrMany::one(motivation);
        }
        self
    }
}
