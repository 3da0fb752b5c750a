//! Other windows on the same store. A version that takes in ours replaces it. Where neither window had seen
//! what the other wrote, both make the same one of the two: field by field the later holds, and a text
//! that had to give way is kept on the note ([`reconcile`]).
//!
//! `localStorage` has no locks: between one window's look and its write another may write. The one whose
//! version was overwritten hears of it by an event, sees that its own is not in there, and merges. What
//! comes after what is told by [`Lineage`]s, never by clocks.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::article::Article;
use super::error::SessionError;
use super::key::{self, Key};
use super::lineage::Lineage;
use super::past::{Version, time};
use super::record::ArticleMeta;
use super::schema::{self, Unreadable};
use super::state::Session;
use super::status::NoticeCode;
use crate::annotation::{Annotation, reconcile};

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

impl Changes {
    /// Both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            articles: self.articles || other.articles,
            annotations: self.annotations || other.annotations,
            settings: self.settings || other.settings,
        }
    }
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
            Some(Key::Text(_) | Key::History(_)) | None => {}
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
        let theirs = match self.schema.decode::<Annotation>(key, &raw) {
            Ok(note) => note,
            Err(Unreadable::Newer { .. }) => {
                self.become_read_only();
                return false;
            }
            Err(Unreadable::Corrupt { reason }) => {
                self.damaged(key, &raw, &reason);
                return false;
            }
        };
        let (own, lineage) = (self.lineage(key), schema::lineage(&raw));
        let ours = self.open.as_ref().and_then(|open| open.notes.get(&theirs.id)).cloned();
        match ours {
            // Written to say who has seen what, it would only be answered.
            Some(ours) if ours == theirs => {
                self.adopt(key, raw, theirs, own.joined(&lineage));
                false
            }
            Some(ours) if !lineage.includes(&own) => {
                if own.includes(&lineage) {
                    self.outdated(key, &raw)
                } else {
                    self.settle_between(key, raw, &ours, &theirs)
                }
            }
            None if own.includes(&lineage) && own.revision() > 0 && !self.stores(key, &raw) => false,
            ours => {
                if let Some(ours) = ours {
                    self.past.overtaken(&ours);
                }
                self.adopt(key, raw, theirs, own.joined(&lineage));
                true
            }
        }
    }

    /// Takes a version over as it is.
    fn adopt(&mut self, key: &str, raw: String, note: Annotation, lineage: Lineage) {
        if self.shelf.pending().get(key).is_some_and(|pending| pending.as_ref() != Some(&raw)) {
            // Ours never reached the store and is taken in by theirs, which did.
            self.shelf.settle(key);
        }
        self.known.insert(key.to_owned(), raw);
        self.replace(key, note);
        self.lineages.insert(key.to_owned(), lineage);
    }

    /// What lies where ours lay cannot be read: it is set aside, and ours written again.
    fn damaged(&mut self, key: &str, raw: &str, reason: &str) {
        if !self.stores(key, raw) || self.shelf.pending().contains_key(key) {
            return;
        }
        self.set_aside(key, raw, reason);
        self.known.remove(key);
        self.write_again(key);
    }

    fn write_again(&mut self, key: &str) {
        let Some(open) = self.open.as_ref() else { return };
        let ours = id_of(open, key).and_then(|id| open.notes.get(&id)).cloned();
        if let (Some(ours), Some(article)) = (ours, self.open_id()) {
            self.write_note(&article, key, Some(&ours));
        }
    }

    /// A version comes by that ours has taken in: late news, unless it is what the store holds, where it
    /// overwrote ours.
    fn outdated(&mut self, key: &str, raw: &str) -> bool {
        if self.stores(key, raw) && !self.shelf.pending().contains_key(key) {
            self.known.insert(key.to_owned(), raw.to_owned());
            self.write_again(key);
        }
        false
    }

    fn stores(&self, key: &str, raw: &str) -> bool {
        self.shelf.stored(key).is_ok_and(|stored| stored.as_deref() == Some(raw))
    }

    /// Makes one of two versions, neither of which has taken in the other. Every window that does so comes
    /// to the same. Whether anything changed here.
    fn settle_between(&mut self, key: &str, raw: String, ours: &Annotation, theirs: &Annotation) -> bool {
        let (own, lineage) = (self.lineage(key), schema::lineage(&raw));
        let base = self.past.common(&ours.id, &lineage).cloned();
        let rank = |lineage: &Lineage, note: &Annotation| (lineage.revision(), time(note).map(str::to_owned));
        let order = rank(&own, ours).cmp(&rank(&lineage, theirs));
        let order = order.then_with(|| ours.to_json().to_string().cmp(&theirs.to_json().to_string()));
        // Nothing can be lost by either: merged once more, windows would only answer each other's order of
        // the texts, without end.
        let merged = match order {
            Ordering::Less if says_the_same(ours, theirs) => theirs.clone(),
            _ if says_the_same(ours, theirs) => {
                self.lineages.insert(key.to_owned(), own.joined(&lineage));
                self.outdated(key, &raw);
                return false;
            }
            Ordering::Less => reconcile(base.as_ref(), theirs, ours),
            Ordering::Equal | Ordering::Greater => reconcile(base.as_ref(), ours, theirs),
        };
        let joined = own.joined(&lineage);
        if merged == *theirs {
            let changed = merged != *ours;
            self.adopt(key, raw, merged, joined);
            return changed;
        }
        self.known.insert(key.to_owned(), raw);
        if merged.revisions().len() > ours.revisions().len().max(theirs.revisions().len()) {
            self.say_kept(&merged.id);
        }
        self.past.overtaken(ours);
        self.replace(key, merged.clone());
        self.lineages.insert(key.to_owned(), joined);
        if let Some(article) = self.open_id() {
            self.write_note(&article, key, Some(&merged));
        }
        true
    }

    /// Says that a note has another text now that was kept beside its own.
    pub(super) fn say_kept(&mut self, id: &str) {
        let message = "A note was changed in two windows. The other text is kept with it.";
        self.notify(NoticeCode::Conflict, message, Some(id.to_owned()));
    }

    /// Puts a version in the place of the one that is here, which is remembered.
    pub(super) fn replace(&mut self, key: &str, note: Annotation) {
        let lineage = self.lineage(key);
        let Some(open) = self.open.as_mut() else { return };
        if let Some(old) = open.notes.get(&note.id) {
            self.past.push(Version { note: old.clone(), lineage });
        }
        open.insert(note);
    }

    fn absorb_removal(&mut self, key: &str) -> bool {
        // Late news: it was written again since.
        if self.shelf.stored(key).is_ok_and(|stored| stored.is_some()) {
            return false;
        }
        self.known.remove(key);
        // What is owed under this key is the reader's latest word and will be written again.
        if self.shelf.pending().contains_key(key) {
            return false;
        }
        let Some(open) = self.open.as_mut() else { return false };
        let Some(id) = id_of(open, key) else { return false };
        if let Some(note) = open.notes.get(&id).cloned() {
            self.past.removed(note);
        }
        open.remove(&id);
        true
    }
}

/// Whether two versions have the same texts, whichever stands in the note, and are alike in all else.
fn says_the_same(one: &Annotation, other: &Annotation) -> bool {
    let texts = |note: &Annotation| -> BTreeSet<String> {
        let beside = note.revisions().into_iter().map(|revision| revision.text);
        note.note().map(str::to_owned).into_iter().chain(beside).collect()
    };
    let rest = |note: &Annotation| {
        let bare = note.clone().with_note(None).with_revisions(&[]);
        bare.with_modified(String::new())
    };
    texts(one) == texts(other) && rest(one) == rest(other)
}

fn id_of(open: &Article, key: &str) -> Option<String> {
    open.notes.keys().find(|id| key::note(&open.id, id) == key).cloned()
}
