//! Second copies of records, for the browser's database: a browser takes its time to bring `localStorage`
//! to the disk, so that one that is killed forgets the last seconds of it, and a full one takes nothing.
//!
//! Every version of a record that is written is owed to the database as well, under this page's name, so
//! that no page overwrites another's. At the next start whatever the store lacks is taken from there
//! ([`Session::recover`]); a record that the store could not take is as safe as one that it did take, once
//! the database has it. A removal has a copy too: the record null.
//!
//! Invariant: a copy is given up only when a day has passed and the store holds what it held, or more.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::key::{self, Key};
use super::lineage::Lineage;
use super::past::time;
use super::schema;
use super::state::{Mode, Session};
use super::sync::Changes;
use crate::annotation::{Annotation, reconcile};
use crate::order;

/// What is owed to the database, and what it has of what the store lacks.
#[derive(Debug, Default)]
pub struct Copies {
    /// Whether there is a database.
    there: bool,
    /// By key.
    owed: BTreeMap<String, String>,
    /// Keys whose last version the store does not have and the database does.
    kept: BTreeSet<String>,
    /// Texts that the store has, by article.
    pub(super) texts: BTreeMap<String, String>,
    /// Why the database did not take the last of them, a sentence.
    pub(super) failure: Option<String>,
}

/// A copy as it came from the database.
struct Copy {
    name: String,
    /// When it was written.
    time: String,
    lineage: Lineage,
    raw: String,
    is_removal: bool,
}

/// What the database's copies changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// What has to be shown anew.
    pub changes: Changes,
    /// Names of copies that are not needed any more.
    pub spent: Vec<String>,
}

impl Copies {
    /// Whether the last version under `key`, which the store does not have, is in the database.
    pub(super) fn has(&self, key: &str) -> bool {
        self.kept.contains(key) && !self.owed.contains_key(key)
    }

    /// Whether the database may still take what the store did not.
    pub(super) const fn may_follow(&self) -> bool {
        self.there && self.failure.is_none()
    }

    pub(super) fn owe(&mut self, key: &str, raw: String) {
        if self.there {
            self.kept.remove(key);
            self.owed.insert(key.to_owned(), raw);
        }
    }

    pub(super) fn owe_text(&mut self, id: &str, raw: &str) {
        if self.there {
            self.texts.insert(id.to_owned(), raw.to_owned());
        }
    }
}

impl Session {
    /// There is a database: what is written is owed to it from now on.
    pub fn use_database(&mut self) {
        self.copies.there = self.mode == Mode::Kept;
    }

    /// Copies that the database does not have yet, by the names they are kept under.
    #[must_use]
    pub fn owed_copies(&self) -> Vec<(String, String)> {
        let now = self.host.now();
        let named =
            |(key, raw): (&String, &String)| (format!("{}/{key}", self.writer), format!("{now} {raw}"));
        self.copies.owed.iter().map(named).collect()
    }

    /// The database took these copies (and they were read back equal), or it did not.
    pub fn copies_kept(&mut self, copies: &[(String, String)], outcome: Result<(), String>) {
        self.copies.failure = outcome.err();
        if self.copies.failure.is_some() {
            return;
        }
        for (name, value) in copies {
            let (Some((_, key)), Some((_, raw))) = (name.split_once('/'), value.split_once(' ')) else {
                continue;
            };
            if self.copies.owed.get(key).is_some_and(|owed| owed == raw) {
                self.copies.owed.remove(key);
                self.copies.kept.insert(key.to_owned());
            }
        }
    }

    /// Takes one text that the store has and the database not yet, by its article.
    pub fn take_text_copy(&mut self) -> Option<(String, String)> {
        self.copies.texts.pop_first()
    }

    /// Articles whose texts could leave the store for the database to make room, those opened long ago
    /// first, each with its encoded text. Nothing while the store has room.
    #[must_use]
    pub fn movable_text(&self) -> Option<(String, String)> {
        if self.shelf.pending().is_empty() || self.mode != Mode::Kept {
            return None;
        }
        let open = self.open_id();
        let mut metas: Vec<_> =
            self.articles.values().filter(|meta| Some(&meta.id) != open.as_ref()).collect();
        order::by(&mut metas, |a, b| a.opened.cmp(&b.opened));
        let text = |id: &str| self.shelf.stored(&key::text(id)).ok().flatten();
        metas.into_iter().find_map(|meta| Some((meta.id.clone(), text(&meta.id)?)))
    }

    /// The database has the text of `id` (read back equal to `raw`): it leaves the store, and what waits for
    /// room is tried again.
    pub fn text_moved(&mut self, id: &str, raw: &str) {
        let key = key::text(id);
        if self.shelf.stored(&key).ok().flatten().as_deref() == Some(raw) {
            self.shelf.write(&key, None);
        }
        self.retry();
    }

    /// Takes whatever the copies, given by name, have and the store lacks.
    pub fn recover(&mut self, copies: Vec<(String, String)>) -> Recovered {
        let mut recovered = Recovered::default();
        if self.mode != Mode::Kept {
            return recovered;
        }
        let mut by_key: BTreeMap<String, Vec<Copy>> = BTreeMap::new();
        for (name, value) in copies {
            // What cannot be read stays where it is: it may be a newer program's.
            if let Some((key, copy)) = self.read_copy(name, &value) {
                by_key.entry(key).or_default().push(copy);
            }
        }
        let limit = self.host.days_ago(1);
        for (key, copies) in by_key {
            for copy in &copies {
                self.take_copy(&key, copy, &copies, &mut recovered.changes);
            }
            let stored = self.shelf.stored(&key).ok().flatten().map(|raw| schema::lineage(&raw));
            let is_safe = |copy: &Copy| match &stored {
                Some(stored) => stored.includes(&copy.lineage),
                None => is_removed(copy, &copies),
            };
            let goes = |copy: &&Copy| is_safe(copy) && copy.time < limit;
            // A removal stays as long as what it removed.
            let removals_go = copies.iter().all(|copy| copy.is_removal || goes(&copy));
            let spent = copies.iter().filter(goes).filter(|copy| !copy.is_removal || removals_go);
            recovered.spent.extend(spent.map(|copy| copy.name.clone()));
        }
        recovered
    }

    fn read_copy(&self, name: String, value: &str) -> Option<(String, Copy)> {
        let key = name.split_once('/')?.1.to_owned();
        if !matches!(key::parse(&key)?, Key::Article(_) | Key::Note(_) | Key::Taught(_)) {
            return None;
        }
        let (time, raw) = value.split_once(' ')?;
        let record: Value = self.schema.decode(&key, raw).ok()?;
        let (time, raw) = (time.to_owned(), raw.to_owned());
        Some((key, Copy { name, time, lineage: schema::lineage(&raw), raw, is_removal: record.is_null() }))
    }

    fn take_copy(&mut self, key: &str, copy: &Copy, all: &[Copy], changes: &mut Changes) {
        let Ok(current) = self.shelf.read(key) else { return };
        let own = match key::parse(key) {
            Some(Key::Note(_)) => self.lineage(key),
            _ => current.as_deref().map(schema::lineage).unwrap_or_default(),
        };
        match (&current, copy.is_removal) {
            (None, true) => {}
            (Some(_), true) if copy.lineage.includes(&own) && copy.lineage != own => {
                self.restore_raw(key, None, changes);
            }
            (Some(_), true) => {}
            (None, false) if is_removed(copy, all) || own.includes(&copy.lineage) && own.revision() > 0 => {}
            (Some(_), false) if own.includes(&copy.lineage) => {}
            (None, false) => self.restore_raw(key, Some(&copy.raw), changes),
            (Some(_), false) if copy.lineage.includes(&own) => {
                self.restore_raw(key, Some(&copy.raw), changes);
            }
            (Some(current), false) => self.restore_apart(key, current, copy, changes),
        }
    }

    /// Puts an encoded version where the store has an older one or none.
    fn restore_raw(&mut self, key: &str, raw: Option<&str>, changes: &mut Changes) {
        if let (false, Some(raw)) = (self.put(key, raw.map(str::to_owned)), raw) {
            self.copies.owe(key, raw.to_owned());
        }
        if let Ok(new) = self.storage_changed(Some(key), raw) {
            *changes = changes.with(new);
        }
    }

    /// Neither the store's version nor the copy has taken in the other.
    fn restore_apart(&mut self, key: &str, current: &str, copy: &Copy, changes: &mut Changes) {
        let is_open = matches!(key::parse(key), Some(Key::Note(id)) if self.open_id().as_deref() == Some(id));
        let own = schema::lineage(current);
        let joined = own.joined(&copy.lineage);
        if is_open {
            if let Ok(new) = self.storage_changed(Some(key), Some(&copy.raw)) {
                *changes = changes.with(new);
            }
            return;
        }
        let (first, second) = (self.schema.decode(key, current), self.schema.decode(key, &copy.raw));
        let later = if own.revision() < copy.lineage.revision() { &copy.raw } else { current };
        self.lineages.insert(key.to_owned(), joined.clone());
        match (key::parse(key), first, second) {
            (Some(Key::Note(_)), Ok(first), Ok(second)) => {
                let (first, second): (Annotation, Annotation) = (first, second);
                let order =
                    own.revision().cmp(&copy.lineage.revision()).then(time(&first).cmp(&time(&second)));
                let merged = if order.is_lt() {
                    reconcile(None, &second, &first)
                } else {
                    reconcile(None, &first, &second)
                };
                self.keep(key, Some(&merged));
                changes.articles = true;
            }
            _ => {
                if let Ok(record) = self.schema.decode::<Value>(key, later) {
                    let raw = self.schema.encode_as(&record, &joined.next(&self.writer));
                    self.restore_raw(key, Some(&raw), changes);
                }
            }
        }
    }
}

/// Whether one of them is the removal of this version or of a later one.
fn is_removed(copy: &Copy, all: &[Copy]) -> bool {
    all.iter().any(|other| other.is_removal && other.lineage.includes(&copy.lineage))
}
