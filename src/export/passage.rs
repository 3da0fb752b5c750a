//! Annotations and mentions as one flat list: what all formats but W3C JSON-LD are written from.

use super::Edition;
use crate::annotation::{Annotation, Colour, Correction, Motivation};
use crate::tag::Source;
use crate::text::Span;

/// One passage and what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Passage<'a> {
    /// Where it stands; `None` for an annotation without a place.
    pub span: Option<Span>,
    /// Its words: the article's, or those that the annotation quotes when it has no place.
    pub quote: &'a str,
    /// Its entity type, from the machine or from a correction.
    pub label: Option<&'static str>,
    /// The canonical name of what it names.
    pub name: Option<&'a str>,
    /// What it comes to, for numbers and times.
    pub value: Option<&'a str>,
    /// The reader's note, Markdown.
    pub note: Option<&'a str>,
    /// The reader's tags.
    pub tags: Vec<&'a str>,
    /// The colour it is marked in.
    pub colour: Option<Colour>,
    /// The annotation that says so; none for what the machine found.
    pub annotation: Option<&'a Annotation>,
}

impl<'a> Passage<'a> {
    /// The passages of an edition: the reader's and, when they go along, the machine's; in document order, the
    /// longer before what lies in it, those without a place last. The reader's rejections of what the
    /// machine found are no passages.
    pub fn list(edition: &Edition<'a>) -> Vec<Self> {
        let placed = edition.export.annotations.iter().zip(edition.places);
        let mut list: Vec<Self> = placed.filter_map(|(note, span)| Self::of(edition, note, *span)).collect();
        if let Some(machine) = &edition.export.machine {
            let mut names: Vec<Option<&str>> = vec![None; machine.mentions.len()];
            for entity in machine.entities {
                for mention in &entity.mentions {
                    if let Some(name) = names.get_mut(*mention as usize) {
                        *name = Some(&entity.name);
                    }
                }
            }
            let found = machine.mentions.iter().zip(names);
            list.extend(found.filter(|(mention, _)| mention.source != Source::Reader).map(
                |(mention, name)| Self {
                    span: Some(mention.span),
                    quote: machine.doc.slice(mention.span),
                    label: Some(mention.label.name()),
                    name: name.filter(|_| mention.label.is_name()),
                    value: mention.value.as_ref().map(|value| value.text.as_str()),
                    note: None,
                    tags: Vec::new(),
                    colour: None,
                    annotation: None,
                },
            ));
        }
        list.sort_by_key(|passage| {
            let span = passage.span.unwrap_or(Span::new(u32::MAX, u32::MAX));
            (span.start, std::cmp::Reverse(span.end), passage.annotation.is_none())
        });
        list
    }

    fn of(edition: &Edition<'a>, note: &'a Annotation, span: Option<Span>) -> Option<Self> {
        let (label, name) = match note.correction() {
            Some(Correction::Reject { .. }) => return None,
            Some(Correction::Label { label, .. }) => (Some(label.name()), None),
            Some(Correction::SameAs { .. }) => {
                (None, note.bodies.items.iter().find_map(|body| body.text_for(&Motivation::Identifying)))
            }
            None => (None, None),
        };
        let quoted = || note.target().and_then(|target| target.quote()).map_or("", |quote| &quote.exact);
        Some(Self {
            span,
            quote: span.map_or_else(quoted, |span| edition.doc.slice(span)),
            label,
            name,
            value: None,
            note: note.note(),
            tags: note.tags(),
            colour: note.colour(),
            annotation: Some(note),
        })
    }

    /// One word for what it is, where a format has room for no more: its entity type, else its first tag, else
    /// `NOTE` or `HIGHLIGHT`. Letters, digits, `-` and `_` only.
    pub fn kind(&self) -> String {
        let usual = if self.note.is_some() { "NOTE" } else { "HIGHLIGHT" };
        let word = self.label.or_else(|| self.tags.first().copied()).unwrap_or(usual);
        let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
        let word: String = word.chars().map(plain).collect();
        if word.is_empty() { usual.to_owned() } else { word }
    }

    /// The time it was made and changed; empty where unknown.
    pub fn times(&self) -> (&'a str, &'a str) {
        let times = self.annotation.map(|note| (note.created.as_deref(), note.modified.as_deref()));
        let (created, modified) = times.unwrap_or_default();
        (created.unwrap_or_default(), modified.unwrap_or_default())
    }
}

/// Those of `passages` that have a place, none overlapping another: of two that do, the reader's stays, else
/// the earlier, else the longer. In order. O(n log n).
pub(super) fn apart<'p, 'a>(passages: &'p [Passage<'a>]) -> Vec<(Span, &'p Passage<'a>)> {
    let mut kept = std::collections::BTreeMap::<u32, (Span, &Passage<'_>)>::new();
    let mut places: Vec<_> = passages.iter().filter_map(|passage| Some((passage.span?, passage))).collect();
    places.sort_by_key(|(_, passage)| (passage.annotation.is_none(), passage.label.is_none()));
    for (span, passage) in places {
        let before = kept.range(..span.end).next_back().is_some_and(|(_, (other, _))| other.end > span.start);
        if !before && !span.is_empty() {
            kept.insert(span.start, (span, passage));
        }
    }
    kept.into_values().collect()
}
