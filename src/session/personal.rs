//! The reader's personal lexicon: taught by corrections, kept one record a name, applied to every article.
//!
//! The words of the module `annotation::personal` say what a name is; here each entry is written, read
//! back, undone and taken over from other windows and from files like a note.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::schema::Unreadable;
use super::state::Session;
use super::store::StoreError;
use crate::annotation::Correction;
use crate::annotation::personal::{LONGEST_NAME, Taught, Verdict};
use crate::text::Span;

impl Session {
    /// What the reader taught, in the order of the names.
    pub fn taught(&self) -> impl Iterator<Item = &Taught> {
        self.lexicon.iter()
    }

    /// [`Self::correct`], and the name is learned for every article; one step. [`Correction::SameAs`] is
    /// of one article's entities and teaches nothing.
    ///
    /// # Errors
    /// As [`Self::correct`], and when the passage cannot be a name: then nothing is corrected either.
    pub fn correct_and_learn(&mut self, span: Span, correction: &Correction) -> Result<String, SessionError> {
        let Some(verdict) = Verdict::of(correction) else { return self.correct(span, correction) };
        let note = self.mark(span)?.with_correction(correction);
        let article = self.article()?;
        let (id, open) = (note.id.clone(), article.id.clone());
        let taught = Taught { name: article.doc.slice(span).to_owned(), verdict, learned: self.host.now() };
        let no_name = || SessionError::NoName { name: taught.name.clone(), most: LONGEST_NAME };
        let name = taught.key().ok_or_else(no_name)?;
        let before = self.fresh_taught(&name)?;
        let learned = Change::Taught { article: Some(open.clone()), name, before, after: Some(taught) };
        let corrected = Change::Note { article: open, before: None, after: Some(Box::new(note)) };
        self.make(Step::new(Action::Correction, vec![corrected, learned]))?;
        Ok(id)
    }

    /// Forgets what was taught about `name`; the corrections in articles stay. Nothing when there is none.
    ///
    /// # Errors
    /// When nothing may be changed, or the store cannot be read.
    pub fn forget(&mut self, name: &str) -> Result<(), SessionError> {
        self.writable()?;
        let name = crate::annotation::personal::fold(name);
        let Some(before) = self.fresh_taught(&name)? else { return Ok(()) };
        let change = Change::Taught { article: None, name, before: Some(before), after: None };
        self.make(Step::one(Action::Forget, change))
    }

    /// The entry of a folded name, with whatever another window wrote meanwhile.
    fn fresh_taught(&mut self, name: &str) -> Result<Option<Taught>, StoreError> {
        self.load(&key::taught(name))
    }

    /// Reads the whole lexicon.
    pub(super) fn read_lexicon(&mut self) -> Result<(), StoreError> {
        self.lexicon = Rc::default();
        for key in self.shelf.keys(key::LEXICON)? {
            if let (Some(taught), Some(name)) = (self.load(&key)?, key.strip_prefix(key::LEXICON)) {
                Rc::make_mut(&mut self.lexicon).set(name.to_owned(), Some(taught));
            }
        }
        Ok(())
    }

    /// Writes an entry, or removes it, and reads the open article by it.
    pub(super) fn put_taught(&mut self, name: String, taught: Option<Taught>) {
        self.keep(&key::taught(&name), taught.as_ref());
        self.know(name, taught);
    }

    /// Takes another window's entry. Whether anything changed.
    pub(super) fn take_taught(&mut self, name: &str, key: &str, value: Option<&str>) -> bool {
        let taught = match value.map(|raw| self.schema.decode::<Taught>(key, raw)).transpose() {
            Ok(taught) => taught,
            Err(Unreadable::Newer { .. }) => {
                self.become_read_only();
                return false;
            }
            // Damaged: left for the next start, which sets it aside.
            Err(Unreadable::Corrupt { .. }) => return false,
        };
        // What is owed under this key is the reader's latest word and will be written again.
        if self.shelf.pending().contains_key(key) || self.lexicon.get(name) == taught.as_ref() {
            return false;
        }
        self.know(name.to_owned(), taught);
        true
    }

    fn know(&mut self, name: String, taught: Option<Taught>) {
        Rc::make_mut(&mut self.lexicon).set(name, taught);
        if let Some(open) = self.open.as_mut() {
            open.set_lexicon(self.lexicon.clone());
        }
    }

    /// What entries of a file change here while `article` is open: of two about the same name the later
    /// stays.
    pub(super) fn news(&mut self, article: &str, entries: Vec<Taught>) -> Result<Vec<Change>, StoreError> {
        let mut latest = BTreeMap::new();
        for taught in entries {
            let Some(name) = taught.key() else { continue };
            if latest.get(&name).is_none_or(|other: &Taught| other.learned < taught.learned) {
                latest.insert(name, taught);
            }
        }
        let mut changes = Vec::new();
        for (name, taught) in latest {
            let before = self.fresh_taught(&name)?;
            if before.as_ref().is_none_or(|before| before.learned < taught.learned) {
                let article = Some(article.to_owned());
                changes.push(Change::Taught { article, name, before, after: Some(taught) });
            }
        }
        Ok(changes)
    }
}
