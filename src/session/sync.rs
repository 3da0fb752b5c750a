//! Other windows on the same store. Whoever writes last wins; what the other wrote and nobody has seen
//! is kept beside it as a copy.

use super::article::Article;
use super::error::SessionError;
use super::key::{self, Key};
use super::notes::{Patch, loses};
use super::record::ArticleMeta;
use super::schema::Unreadable;
use super::state::Session;
use super::status::NoticeCode;
use crate::annotation::Annotation;

/// The tag of a note that was kept because two windows edited it.
pub const COPY_TAG: &str = "recovered copy";

/// What another window's write changed here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The list of articles, which one is open, or what the reader taught.
    pub articles: bool,
    /// Annotations, mentions or the date of the open article.
    pub annotations: bool,
    /// A setting.
    pub settings: bool,
}

impl Session {
    /// Another window wrote `value` under `key` (`None`: removed it; no key: removed everything).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn storage_changed(
        &mut self,
        key: Option<&str>,
        value: Option<&str>,
    ) -> Result<Changes, SessionError> {
        let mut changes = Changes::default();
        let Some(key) = key else {
            self.articles.clear();
            self.read_index()?;
            self.read_lexicon()?;
            self.open = None;
            return Ok(Changes { articles: true, annotations: true, settings: true });
        };
        match key::parse(key) {
            Some(Key::Schema) => {
                let version = value.and_then(|value| value.parse::<u32>().ok());
                if version.is_some_and(|version| version > self.schema.version) {
                    self.become_read_only();
                }
            }
            Some(Key::Article(id)) => {
                changes.articles = true;
                changes.annotations = self.take_article(id, key, value);
            }
            Some(Key::Note(article)) => {
                changes.articles = true;
                if self.open_id().as_deref() == Some(article) {
                    changes.annotations = self.absorb(key, value.map(str::to_owned));
                }
            }
            Some(Key::Taught(name)) => {
                changes.articles = self.take_taught(name, key, value);
                changes.annotations = changes.articles && self.open.is_some();
            }
            Some(Key::Setting(_)) => changes.settings = true,
            Some(Key::Text(_)) | None => {}
        }
        Ok(changes)
    }

    /// Takes another window's record of an article. Whether the open article changed.
    fn take_article(&mut self, id: &str, key: &str, value: Option<&str>) -> bool {
        let is_open = self.open_id().as_deref() == Some(id);
        let meta = value.map(|raw| self.schema.decode::<ArticleMeta>(key, raw));
        match meta {
            Some(Ok(meta)) => {
                let date = meta.date.as_deref().and_then(super::date::parse);
                let gone = meta.deleted.is_some();
                let dated = self.articles.get(id).is_none_or(|old| old.date != meta.date);
                self.articles.insert(id.to_owned(), meta);
                if is_open && gone {
                    self.open = None;
                } else if let Some(open) = self.open.as_mut().filter(|_| is_open && dated) {
                    open.set_date(date);
                }
                is_open && (gone || dated)
            }
            Some(Err(Unreadable::Newer { .. })) => {
                self.become_read_only();
                false
            }
            // Damaged: left for the next start, which sets it aside.
            Some(Err(Unreadable::Corrupt { .. })) => false,
            None => {
                self.articles.remove(id);
                if is_open {
                    self.open = None;
                }
                is_open
            }
        }
    }

    /// Takes what another window wrote under `key` before its event arrives here. Whether it changed
    /// anything. A store that cannot be read changes nothing.
    pub(super) fn catch_up(&mut self, key: &str) -> bool {
        let Ok(stored) = self.shelf.stored(key) else { return false };
        if stored.as_ref() == self.known.get(key) {
            return false;
        }
        self.absorb(key, stored)
    }

    /// Takes another window's version of an annotation of the open article. Whether anything changed.
    fn absorb(&mut self, key: &str, value: Option<String>) -> bool {
        if value.as_ref() == self.known.get(key) {
            return false;
        }
        let Some(raw) = value else { return self.absorb_removal(key) };
        let note = match self.schema.decode::<Annotation>(key, &raw) {
            Ok(note) => note,
            Err(Unreadable::Newer { .. }) => {
                self.become_read_only();
                return false;
            }
            Err(Unreadable::Corrupt { .. }) => return false,
        };
        self.known.insert(key.to_owned(), raw);
        let Some(article) = self.open_id() else { return false };
        if self.shelf.pending().contains_key(key) {
            // Ours never reached the store: theirs is the later one that did.
            self.shelf.settle(key);
            let ours = self.open.as_ref().and_then(|open| open.notes.get(&note.id)).cloned();
            if let Some(ours) = ours.filter(|ours| loses(ours, None, Some(&note))) {
                self.keep_copy(&article, ours);
            }
        }
        self.unseen.insert(note.id.clone(), note.clone());
        if let Some(open) = self.open.as_mut() {
            open.insert(note);
        }
        true
    }

    fn absorb_removal(&mut self, key: &str) -> bool {
        self.known.remove(key);
        // What is owed under this key is the reader's latest word and will be written again.
        if self.shelf.pending().contains_key(key) {
            return false;
        }
        let Some(open) = self.open.as_mut() else { return false };
        let has_key = |open: &Article, id: &str| key::note(&open.id, id) == key;
        let id = open.notes.keys().find(|id| has_key(open, id)).cloned();
        if let Some(id) = &id {
            open.remove(id);
        }
        id.is_some()
    }

    /// Before `patch` overwrites a note: what another window wrote there after the reader last looked
    /// is kept as a copy.
    pub(super) fn keep_unseen(&mut self, id: &str, patch: &Patch) {
        let Some(article) = self.open_id() else { return };
        let replaces = patch.note.is_some() || patch.tags.is_some();
        let Some(theirs) = self.unseen.get(id).filter(|_| replaces).cloned() else { return };
        self.unseen.remove(id);
        let time = theirs.modified.as_ref().or(theirs.created.as_ref());
        let looked = patch.since.is_some() && patch.since.as_ref() == time;
        if !looked && loses(&theirs, None, Some(&patch.apply(theirs.clone()))) {
            self.keep_copy(&article, theirs);
        }
    }

    /// Keeps an annotation as another one, marked as a copy.
    pub(super) fn keep_copy(&mut self, article: &str, mut note: Annotation) {
        note.id = format!("urn:uuid:{}", self.host.uuid());
        let mut tags: Vec<String> = note.tags().into_iter().map(str::to_owned).collect();
        tags.push(COPY_TAG.to_owned());
        let note = note.with_tags(&tags).with_modified(self.host.now());
        self.write_note(article, &key::note(article, &note.id), Some(&note));
        let message = "A note was changed in two windows. The other version is kept beside it as a copy.";
        self.notify(NoticeCode::Conflict, message, Some(note.id.clone()));
        if let Some(open) = self.open.as_mut().filter(|open| open.id == article) {
            open.insert(note);
        }
    }
}
