//! What is done to several annotations at once, each a single step: edits, removal, merging.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::placed::Placement;
use super::reattach::target_of;
use super::state::Session;
use crate::anchor;
use crate::annotation::{Annotation, Colour, Correction, Kind};
use crate::order;
use crate::text::Span;

/// What is to be different about each of several annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Several {
    /// Tags to have.
    pub add: Vec<String>,
    /// Tags not to have.
    pub remove: Vec<String>,
    /// Another colour, or none; `None` leaves each its own. Notes on the whole article have none.
    pub colour: Option<Option<Colour>>,
}

impl Several {
    fn apply(&self, mut note: Annotation) -> Annotation {
        let mut tags: Vec<String> = note.tags().into_iter().map(str::to_owned).collect();
        tags.retain(|tag| !self.remove.contains(tag));
        tags.extend(self.add.iter().cloned());
        if tags != note.tags() {
            note = note.with_tags(&tags);
        }
        match self.colour {
            Some(colour) => note.with_colour(colour),
            None => note,
        }
    }
}

impl Session {
    /// Changes each of the annotations `ids` of the open article; how many became different.
    ///
    /// # Errors
    /// When one of them is not there or nothing may be changed; then none is changed.
    pub fn update_several(&mut self, ids: &[String], several: &Several) -> Result<usize, SessionError> {
        let (article, notes, _) = self.gather(ids)?;
        let mut changes = Vec::new();
        for before in notes {
            let after = several.apply(before.clone());
            if after != before {
                let after = after.with_modified(self.host.now());
                changes.push(note_change(&article, before, Some(after)));
            }
        }
        self.make_several(Action::EditSeveral, changes)
    }

    /// Removes the annotations `ids` of the open article; how many there were.
    ///
    /// # Errors
    /// As [`Self::update_several`], and when another window changed one of them unseen a moment ago.
    pub fn remove_several(&mut self, ids: &[String]) -> Result<usize, SessionError> {
        let (article, notes, changed) = self.gather(ids)?;
        if changed {
            return Err(SessionError::ChangedElsewhere);
        }
        let changes = notes.into_iter().map(|before| note_change(&article, before, None)).collect();
        self.make_several(Action::RemoveSeveral, changes)
    }

    /// Makes one annotation of several whose passages overlap: the first in the text gets what the others
    /// say, and covers what they covered; its id.
    ///
    /// # Errors
    /// As [`Self::remove_several`], and when they do not overlap, a place is not sure, or one is neither a
    /// mark nor a note.
    pub fn merge(&mut self, ids: &[String]) -> Result<String, SessionError> {
        let (article, _, changed) = self.gather(ids)?;
        if changed {
            return Err(SessionError::ChangedElsewhere);
        }
        let mut parts = Vec::new();
        for id in ids {
            parts.extend(self.mergeable(id)?.filter(|part| !parts.contains(part)));
        }
        order::by_key(&mut parts, |(span, _)| *span);
        let mut parts = parts.into_iter();
        let (mut span, first) = parts.next().ok_or(SessionError::NotMergeable)?;
        let (mut after, mut changes) = (first.clone(), Vec::new());
        for (next, other) in parts {
            if !span.overlaps(next) {
                return Err(SessionError::NotMergeable);
            }
            span = span.join(next);
            after = after.merged_with(&other);
            changes.push(note_change(&article, other, None));
        }
        if changes.is_empty() {
            return Err(SessionError::NotMergeable);
        }
        let id = first.id.clone();
        let stands = self.article()?.placed_one(&id).and_then(|placed| placed.span());
        if stands != Some(span) {
            let selectors = anchor::describe(&self.article()?.doc, span)?;
            after = after.reattached(target_of(&first, 0), selectors).ok_or(SessionError::NotMergeable)?;
        }
        let after = after.with_modified(self.host.now());
        changes.insert(0, note_change(&article, first, Some(after)));
        self.make(Step::new(Action::Merge, changes))?;
        Ok(id)
    }

    /// An annotation that can be merged, with its passage.
    fn mergeable(&self, id: &str) -> Result<Option<(Span, Annotation)>, SessionError> {
        let placed = self.article()?.placed_one(id);
        let placed = placed.filter(|placed| {
            let is_mark = matches!(placed.note.kind(), Kind::Highlight | Kind::Note);
            let is_sure = matches!(placed.placement(), Placement::Exact | Placement::Moved);
            is_mark && is_sure && placed.others.is_empty()
        });
        let placed = placed.ok_or(SessionError::NotMergeable)?;
        Ok(placed.span().map(|span| (span, placed.note.clone())))
    }

    /// The open article's id, its annotations `ids`, each once, as any window left them, and whether
    /// another window had changed one of them unseen.
    fn gather(&mut self, ids: &[String]) -> Result<(String, Vec<Annotation>, bool), SessionError> {
        self.writable()?;
        let article = self.article()?.id.clone();
        let mut changed = false;
        for id in ids {
            changed |= self.catch_up(&key::note(&article, id));
        }
        let mut once = std::collections::BTreeSet::new();
        let ids = ids.iter().filter(|id| once.insert(*id));
        let notes = ids.map(|id| self.existing(id)).collect::<Result<Vec<_>, _>>()?;
        Ok((article, notes, changed))
    }

    /// Says the same of each of `spans` of the open article; how many there were.
    ///
    /// # Errors
    /// As [`Self::correct`]; then nothing is corrected.
    pub fn correct_each(&mut self, spans: &[Span], correction: &Correction) -> Result<usize, SessionError> {
        let article = self.article()?.id.clone();
        let mut changes = Vec::new();
        for span in spans {
            let note = self.mark(*span)?.with_correction(correction);
            changes.push(Change::Note {
                article: article.clone(),
                before: None,
                after: Some(Box::new(note)),
            });
        }
        self.make_several(Action::Correction, changes)
    }

    fn make_several(&mut self, action: Action, changes: Vec<Change>) -> Result<usize, SessionError> {
        let count = changes.len();
        if count > 0 {
            self.make(Step::new(action, changes))?;
        }
        Ok(count)
    }
}

fn note_change(article: &str, before: Annotation, after: Option<Annotation>) -> Change {
    let (before, after) = (Some(Box::new(before)), after.map(Box::new));
    Change::Note { article: article.to_owned(), before, after }
}
