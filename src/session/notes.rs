//! The annotations of the open article: made, edited, removed, each a step that can be undone.

use std::collections::BTreeSet;

use super::action::Action;
use super::article::Article;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::placed::Placed;
use super::schema;
use super::state::Session;
use crate::anchor;
use crate::annotation::{Annotation, Colour, Correction, SpecificTarget, article_source, reconcile};
use crate::text::Span;

/// What is to be different about an annotation; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// Another colour, or none.
    pub colour: Option<Option<Colour>>,
    /// Another note in Markdown, or none.
    pub note: Option<Option<String>>,
    /// Exactly these tags.
    pub tags: Option<Vec<String>>,
    /// Another name of a relation, or none.
    pub relation: Option<Option<String>>,
    /// `modified` of the annotation that the reader was looking at, so that an edit from another window
    /// which the reader had not seen is merged with this one instead of being overwritten.
    pub since: Option<String>,
}

impl Patch {
    pub(super) fn apply(&self, mut note: Annotation) -> Annotation {
        if let Some(colour) = self.colour {
            note = note.with_colour(colour);
        }
        if let Some(text) = &self.note {
            note = note.with_note(text.as_deref());
        }
        if let Some(tags) = &self.tags {
            note = note.with_tags(tags);
        }
        if let Some(name) = &self.relation {
            note = note.with_relation_name(name.as_deref());
        }
        note
    }

    /// Whether it is what a reader typing a note sends: what stands beside it in the form comes along.
    const fn is_typing(&self) -> bool {
        self.note.is_some() && self.colour.is_none()
    }
}

impl Session {
    /// The annotations of the open article in document order, those without a place last.
    ///
    /// # Errors
    /// When no article is open.
    pub fn annotations(&self) -> Result<Vec<Placed<'_>>, SessionError> {
        Ok(self.article()?.placed())
    }

    /// Ids of the open article's annotations that changed, came or went since the last call; `None` when all
    /// may have.
    ///
    /// # Errors
    /// When no article is open.
    pub fn take_news(&mut self) -> Result<Option<BTreeSet<String>>, SessionError> {
        Ok(self.open.as_mut().ok_or(SessionError::NothingOpen)?.take_news())
    }

    /// One annotation of the open article.
    ///
    /// # Errors
    /// When no article is open.
    pub fn annotation(&self, id: &str) -> Result<Option<Placed<'_>>, SessionError> {
        Ok(self.article()?.placed_one(id))
    }

    /// Marks a passage of the open article; the new annotation's id.
    ///
    /// # Errors
    /// When no article is open, nothing may be changed, or the passage is empty or off the text.
    pub fn annotate(&mut self, span: Span, patch: &Patch) -> Result<String, SessionError> {
        let note = patch.apply(self.mark(span)?);
        self.add_note(note)
    }

    /// Corrects the tagger on a passage of the open article; the new annotation's id.
    ///
    /// # Errors
    /// As [`Self::annotate`].
    pub fn correct(&mut self, span: Span, correction: &Correction) -> Result<String, SessionError> {
        let note = self.mark(span)?.with_correction(correction);
        self.add_note(note)
    }

    pub(super) fn mark(&self, span: Span) -> Result<Annotation, SessionError> {
        let target = self.passage(span)?;
        Ok(Annotation::new(self.new_id(), self.host.now(), target))
    }

    /// A passage of the open article, as a target.
    pub(super) fn passage(&self, span: Span) -> Result<SpecificTarget, SessionError> {
        self.writable()?;
        let article = self.article()?;
        if span.is_empty() {
            return Err(SessionError::EmptyRange { start: span.start, end: span.end });
        }
        Ok(SpecificTarget::new(article_source(&article.id), anchor::describe(&article.doc, span)?))
    }

    pub(super) fn new_id(&self) -> String {
        format!("urn:uuid:{}", self.host.uuid())
    }

    fn add_note(&mut self, note: Annotation) -> Result<String, SessionError> {
        let action = Action::of(note.kind());
        self.add_note_as(action, note)
    }

    pub(super) fn add_note_as(&mut self, action: Action, note: Annotation) -> Result<String, SessionError> {
        let id = note.id.clone();
        let article = self.article()?.id.clone();
        self.make(Step::one(action, Change::Note { article, before: None, after: Some(Box::new(note)) }))?;
        Ok(id)
    }

    /// Changes an annotation. Edits of its note that follow each other closely are one step.
    ///
    /// # Errors
    /// When there is no such annotation in the open article, or nothing may be changed.
    pub fn update(&mut self, id: &str, patch: &Patch) -> Result<(), SessionError> {
        self.writable()?;
        let article = self.article()?.id.clone();
        self.catch_up(&key::note(&article, id));
        // What another window removed while the reader was writing comes back with what was written.
        let Some(before) = self.existing(id).ok().or_else(|| self.past.gone(id).cloned()) else {
            return Err(SessionError::NoAnnotation { id: id.to_owned() });
        };
        let seen = self.past.looked_at(&before, patch.since.as_deref()).unwrap_or(&before);
        let after = reconcile(Some(seen), &patch.apply(seen.clone()), &before);
        self.past.answered(id);
        if after == before && self.article()?.notes.contains_key(id) {
            return Ok(());
        }
        if after.revisions().len() > before.revisions().len() {
            self.say_kept(id);
        }
        let after = after.with_modified(self.host.now());
        let typing = patch.is_typing().then(|| (id.to_owned(), self.host.seconds()));
        let action = if patch.note.is_some() { Action::Note } else { Action::of(after.kind()) };
        let change = Change::Note { article, before: Some(Box::new(before)), after: Some(Box::new(after)) };
        self.make(Step { action, changes: vec![change], typing })
    }

    /// Removes an annotation.
    ///
    /// # Errors
    /// As [`Self::update`], and when another window changed it unseen a moment ago.
    pub fn remove(&mut self, id: &str) -> Result<(), SessionError> {
        self.writable()?;
        let article = self.article()?.id.clone();
        self.existing(id)?;
        if self.catch_up(&key::note(&article, id)) {
            return Err(SessionError::ChangedElsewhere);
        }
        let before = self.existing(id)?;
        let action = Action::removal_of(before.kind());
        self.make(Step::one(action, Change::Note { article, before: Some(Box::new(before)), after: None }))
    }

    pub(super) fn existing(&self, id: &str) -> Result<Annotation, SessionError> {
        let note = self.article()?.notes.get(id).cloned();
        note.ok_or_else(|| SessionError::NoAnnotation { id: id.to_owned() })
    }

    /// Reads the annotations of an article that is being opened.
    pub(super) fn read_notes(&mut self, article: &mut Article) -> Result<(), SessionError> {
        self.known.clear();
        self.past.clear();
        let mut notes = Vec::new();
        for key in self.shelf.keys(&key::notes(&article.id))? {
            let Some(note) = self.load::<Annotation>(&key)? else { continue };
            if key::note(&article.id, &note.id) != key {
                self.set_aside_as_is(&key, "its id is not that of its key");
                continue;
            }
            if let Some(raw) = self.shelf.stored(&key)? {
                if !self.shelf.pending().contains_key(&key) {
                    self.lineages.insert(key.clone(), schema::lineage(&raw));
                }
                self.known.insert(key, raw);
            }
            notes.push(note);
        }
        article.set_notes(notes);
        Ok(())
    }

    /// Changes an annotation from `before` to `after`. Where it is no longer as it was before, because
    /// another window wrote it, the change is made to what is there now; what was written there and nobody
    /// here has seen is not removed.
    pub(super) fn put_note(
        &mut self,
        article: &str,
        before: Option<&Annotation>,
        after: Option<Annotation>,
    ) -> Result<(), SessionError> {
        let Some(id) = after.as_ref().or(before).map(|note| note.id.clone()) else { return Ok(()) };
        let key = key::note(article, &id);
        let is_open = self.open_id().as_deref() == Some(article);
        if is_open {
            self.catch_up(&key);
        }
        let current = match self.open.as_ref().filter(|_| is_open) {
            Some(open) => open.notes.get(&id).cloned(),
            None => self.load::<Annotation>(&key)?,
        };
        let after = match (after, current) {
            (Some(after), Some(current)) if before != Some(&current) => {
                Some(reconcile(before, &after, &current))
            }
            (None, Some(current)) if loses(&current, before) => {
                self.say_kept(&id);
                return Ok(());
            }
            (after, _) => after,
        };
        match after.clone().filter(|_| is_open) {
            Some(note) => self.replace(&key, note),
            None if is_open => self.open.iter_mut().for_each(|open| open.remove(&id)),
            None => {}
        }
        self.write_note(article, &key, after.as_ref());
        Ok(())
    }

    pub(super) fn write_note(&mut self, article: &str, key: &str, note: Option<&Annotation>) {
        let saved = self.keep(key, note);
        if saved && self.open_id().as_deref() == Some(article) {
            match self.shelf.stored(key).ok().flatten() {
                Some(raw) => self.known.insert(key.to_owned(), raw),
                None => self.known.remove(key),
            };
        }
    }
}

/// Whether `current` says something that the reader has not `seen`, be it in a revision.
fn loses(current: &Annotation, seen: Option<&Annotation>) -> bool {
    let said = |note: &Annotation| {
        let revisions = note.revisions().into_iter().map(|revision| revision.text);
        let tags = note.tags().into_iter().map(str::to_owned);
        note.texts().map(str::to_owned).chain(revisions).chain(tags).collect::<Vec<String>>()
    };
    let seen = seen.map(said).unwrap_or_default();
    said(current).iter().any(|text| !seen.contains(text))
}
