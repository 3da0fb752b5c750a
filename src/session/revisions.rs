//! The other texts of a note, which two windows, a backup or a crash have left: the reader settles them.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::state::Session;
use crate::annotation::Revision;

impl Session {
    /// Takes the other text `index` (from 0) of an annotation for its note, whose text is then the other
    /// one; or, with `take` false, lets it go. One step.
    ///
    /// # Errors
    /// When there is no such annotation in the open article or no such text, or nothing may be changed.
    pub fn settle_revision(&mut self, id: &str, index: usize, take: bool) -> Result<(), SessionError> {
        self.writable()?;
        let article = self.article()?.id.clone();
        self.catch_up(&key::note(&article, id));
        let before = self.existing(id)?;
        let mut revisions = before.revisions();
        if index >= revisions.len() {
            return Err(SessionError::NoRevision { index });
        }
        let chosen = revisions.remove(index);
        let mut after = before.clone();
        if take {
            let old = before.note().map(str::to_owned);
            let modified = before.modified.clone().or_else(|| before.created.clone());
            revisions.extend(old.map(|text| Revision { text, modified }));
            after = after.with_note(Some(&chosen.text));
        }
        let after = after.with_revisions(&revisions).with_modified(self.host.now());
        let change = Change::Note { article, before: Some(Box::new(before)), after: Some(Box::new(after)) };
        self.make(Step::one(Action::Revision, change))
    }
}
