//! What an annotation is about: the whole article, two passages tied to each other, another passage than
//! before.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::notes::Patch;
use super::state::Session;
use crate::annotation::{Annotation, Target, article_source};
use crate::text::Span;

impl Session {
    /// Writes a note on the open article as a whole; its id.
    ///
    /// # Errors
    /// When no article is open or nothing may be changed.
    pub fn annotate_whole(&mut self, patch: &Patch) -> Result<String, SessionError> {
        self.writable()?;
        let source = article_source(self.article()?.id());
        let note = Annotation::on_whole(self.new_id(), self.host.now(), source);
        self.add_note_as(Action::Note, patch.apply(note))
    }

    /// Ties a passage of the open article to another, perhaps by name; the new annotation's id.
    ///
    /// # Errors
    /// As [`Self::annotate`].
    pub fn relate(&mut self, from: Span, to: Span, name: Option<&str>) -> Result<String, SessionError> {
        let ends = [self.passage(from)?, self.passage(to)?];
        let relation = Annotation::relation(self.new_id(), self.host.now(), ends, name);
        self.add_note_as(Action::Relation, relation)
    }

    /// Puts an annotation on another passage of the open article: the target of that index (from 0), else its
    /// first passage without a sure place, else its first. The selectors it had are kept in the target.
    ///
    /// # Errors
    /// As [`Self::update`], when there is no such target, and when `span` is no passage.
    pub fn reattach(&mut self, id: &str, index: Option<usize>, span: Span) -> Result<(), SessionError> {
        let selectors = self.passage(span)?.selectors.items;
        let article = self.article()?.id.clone();
        self.catch_up(&key::note(&article, id));
        let before = self.existing(id)?;
        let placed = self.article()?.placed_one(id);
        let doubtful = placed.and_then(|placed| placed.doubt()).map_or(0, |(passage, _)| passage);
        let index = index.unwrap_or_else(|| target_of(&before, doubtful));
        let missing = || SessionError::NoPassage { id: id.to_owned(), index };
        let after = before.clone().reattached(index, selectors).ok_or_else(missing)?;
        let after = after.with_modified(self.host.now());
        let change = Change::Note { article, before: Some(Box::new(before)), after: Some(Box::new(after)) };
        self.make(Step::one(Action::Reattach, change))
    }
}

/// Index among the targets of the `passage`-th that is a part of something (from 0), else of the first target.
pub(super) fn target_of(note: &Annotation, passage: usize) -> usize {
    let is_passage =
        |target: &Target| matches!(target, Target::Specific(target) if !target.selectors.items.is_empty());
    let targets = note.targets.items.iter().enumerate();
    let mut passages = targets.filter(|(_, target)| is_passage(target)).map(|(index, _)| index);
    passages.nth(passage).unwrap_or(0)
}
