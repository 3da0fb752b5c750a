//! Making changes, and taking them back.

use super::action::Action;
use super::article::Article;
use super::error::SessionError;
use super::history::{Change, Step};
use super::state::Session;

impl Session {
    /// Gives an article another name; an empty one is ignored.
    ///
    /// # Errors
    /// When there is no such article or nothing may be changed.
    pub fn rename(&mut self, id: &str, title: &str) -> Result<(), SessionError> {
        self.writable()?;
        let before = self.fresh_meta(id)?.title;
        let title = title.trim();
        if title.is_empty() || title == before {
            return Ok(());
        }
        let change = Change::Title { article: id.to_owned(), before, after: title.to_owned() };
        self.make(Step::one(Action::Rename, change))
    }

    /// Removes an article. Its text and notes are kept for a month, for [`Self::undo`] and for retrieval.
    ///
    /// # Errors
    /// As [`Self::rename`].
    pub fn remove_article(&mut self, id: &str) -> Result<(), SessionError> {
        self.writable()?;
        let before = self.fresh_meta(id)?.deleted;
        let after = Some(self.host.now());
        let change = Change::Deleted { article: id.to_owned(), before, after };
        self.make(Step::one(Action::RemoveArticle, change))
    }

    /// Sets the day that the open article is of, or goes back to the one in the text.
    ///
    /// # Errors
    /// When no article is open, nothing may be changed, or there is no such day.
    pub fn set_date(&mut self, date: Option<&str>) -> Result<(), SessionError> {
        self.writable()?;
        let article = self.article()?.id.clone();
        let wrong = |given: &str| SessionError::Date { given: given.to_owned() };
        let parsed = date.map(|given| super::date::parse(given).ok_or_else(|| wrong(given))).transpose()?;
        let (before, after) = (self.fresh_meta(&article)?.date, parsed.map(|date| date.to_string()));
        if before == after {
            return Ok(());
        }
        self.make(Step::one(Action::Date, Change::Date { article, before, after }))
    }

    /// Takes the last step back; what it was, for people. Nothing when there is none.
    ///
    /// # Errors
    /// When nothing may be changed.
    pub fn undo(&mut self) -> Result<Option<&'static str>, SessionError> {
        self.writable()?;
        let Some(entry) = self.history.undo(self.open.as_ref().map(|open| open.id())).cloned() else {
            return Ok(None);
        };
        self.apply_all(entry.step.changes.iter().rev().cloned().map(Change::inverse))?;
        self.record(&entry, true);
        Ok(Some(entry.step.action.phrase()))
    }

    /// Does the last undone step again.
    ///
    /// # Errors
    /// As [`Self::undo`].
    pub fn redo(&mut self) -> Result<Option<&'static str>, SessionError> {
        self.writable()?;
        let Some(entry) = self.history.redo(self.open.as_ref().map(|open| open.id())).cloned() else {
            return Ok(None);
        };
        self.apply_all(entry.step.changes.iter().cloned())?;
        self.record(&entry, false);
        Ok(Some(entry.step.action.phrase()))
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo(self.open_id().as_deref())
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo(self.open_id().as_deref())
    }

    /// What [`Self::undo`] would take back, the next first, and what [`Self::redo`] would do again, the next
    /// first.
    #[must_use]
    pub fn steps(&self) -> [Vec<Action>; 2] {
        self.history.steps(self.open_id().as_deref())
    }

    pub(super) fn open_id(&self) -> Option<String> {
        self.open.as_ref().map(|article| article.id.clone())
    }

    /// Applies a step and remembers it.
    pub(super) fn make(&mut self, step: Step) -> Result<(), SessionError> {
        self.apply_all(step.changes.iter().cloned())?;
        self.remember(step);
        Ok(())
    }

    /// Makes changes in order and reads the open article once when they are made.
    pub(super) fn apply_all(
        &mut self,
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<(), SessionError> {
        self.open.iter_mut().for_each(Article::hold);
        let made = changes.into_iter().try_for_each(|change| self.apply(change));
        self.open.iter_mut().for_each(Article::release);
        made
    }

    /// Changes one record to what the change says comes after.
    pub(super) fn apply(&mut self, change: Change) -> Result<(), SessionError> {
        match change {
            Change::Note { article, before, after } => {
                self.put_note(&article, before.as_deref(), after.map(|note| *note))
            }
            Change::Title { article, after, .. } => {
                let mut meta = self.fresh_meta(&article)?;
                meta.title = after;
                self.put_meta(meta);
                Ok(())
            }
            Change::Date { article, after, .. } => {
                let mut meta = self.fresh_meta(&article)?;
                let date = after.as_deref().and_then(super::date::parse);
                meta.date = after;
                self.put_meta(meta);
                if let Some(open) = self.open.as_mut().filter(|open| open.id == article) {
                    open.set_date(date);
                }
                Ok(())
            }
            Change::Source { article, after, .. } => {
                let mut meta = self.fresh_meta(&article)?;
                meta.source = after;
                self.put_meta(meta);
                Ok(())
            }
            Change::Told { article, after, .. } => {
                let mut meta = self.fresh_meta(&article)?;
                meta.told = *after;
                self.put_meta(meta);
                Ok(())
            }
            Change::Setting { name, after, .. } => self.set_setting(&name, after),
            Change::Taught { name, after, .. } => {
                self.put_taught(name, after);
                Ok(())
            }
            Change::Deleted { article, after, .. } => {
                let missing = || SessionError::NoArticle { id: article.clone() };
                let mut meta = self.articles.get(&article).cloned().ok_or_else(missing)?;
                if after.is_some() && self.open_id().as_deref() == Some(&article) {
                    self.open = None;
                }
                meta.deleted = after;
                self.put_meta(meta);
                Ok(())
            }
        }
    }
}
