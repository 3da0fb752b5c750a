//! Opening the store: its version, its index, its damaged and its outdated records.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::checksum::crc32;
use super::copies::Copies;
use super::error::SessionError;
use super::hidden;
use super::history::History;
use super::host::Host;
use super::journal::Journal;
use super::key;
use super::past::Past;
use super::record::{ArticleMeta, TextRecord};
use super::schema::{self, Schema};
use super::shelf::Shelf;
use super::state::{Mode, Session};
use super::store::{MemoryStore, Store, StoreError};

/// For so many days a removed article's text and notes are kept.
const KEPT_DAYS: u32 = 30;

impl Session {
    /// Opens `store`: migrates it, reads its index, sets damaged records aside, purges what was removed
    /// long ago.
    ///
    /// # Errors
    /// When the store cannot even be read.
    pub fn start(store: Rc<dyn Store>, host: Rc<dyn Host>) -> Result<Self, StoreError> {
        Self::start_with(store, host, schema::CURRENT)
    }

    /// [`Self::start`] for a program that writes another layout.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(store: Rc<dyn Store>, host: Rc<dyn Host>, schema: Schema) -> Result<Self, StoreError> {
        let mut session = Self::new(store, host, schema, Mode::Kept);
        session.check_schema()?;
        session.read_index()?;
        session.read_lexicon()?;
        session.purge()?;
        session.read_history()?;
        Ok(session)
    }

    /// A session that forgets everything.
    #[must_use]
    pub fn in_memory(host: Rc<dyn Host>) -> Self {
        Self::new(Rc::new(MemoryStore::default()), host, schema::CURRENT, Mode::Memory)
    }

    /// A session of its own that knows what this one knows of `id` and of all articles, and keeps nothing: to read that
    /// article as the reader left it while this one stays open here. O(n) in what is stored.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn beside(&self, id: &str) -> Result<Self, SessionError> {
        let (text, notes) = (key::text(id), key::notes(id));
        let is_of_another = |key: &str| {
            key.starts_with(key::TEXTS) && key != text
                || key.starts_with(key::NOTES) && !key.starts_with(&notes)
        };
        let store = MemoryStore::default();
        for key in self.shelf.keys(key::ROOT)? {
            if key.starts_with(key::HISTORY) || is_of_another(&key) {
                continue;
            }
            if let Some(value) = self.shelf.read(&key)? {
                store.plant(&key, &value);
            }
        }
        let mut beside = Self::start_with(Rc::new(store), self.host.clone(), self.schema)?;
        beside.owed_texts.clone_from(&self.owed_texts);
        Ok(beside)
    }

    fn new(store: Rc<dyn Store>, host: Rc<dyn Host>, schema: Schema, mode: Mode) -> Self {
        // Short, since it stands in every record; random, since pages do not know of each other.
        let writer = format!("{:08x}", crc32(&[&host.uuid()]));
        Self {
            host,
            shelf: Shelf::new(store),
            schema,
            mode,
            notices: Vec::new(),
            articles: BTreeMap::new(),
            open: None,
            lexicon: Rc::default(),
            history: History::default(),
            journal: Journal::default(),
            copies: Copies::default(),
            writer,
            known: BTreeMap::new(),
            lineages: BTreeMap::new(),
            past: Past::default(),
            owed_texts: BTreeMap::new(),
            expected: None,
            purged: Vec::new(),
            text_failure: None,
            longest_here: usize::MAX,
        }
    }

    fn check_schema(&mut self) -> Result<(), StoreError> {
        let current = self.schema.version.to_string();
        let Some(raw) = self.shelf.read(key::SCHEMA)? else {
            self.shelf.write(key::SCHEMA, Some(current));
            return Ok(());
        };
        match raw.parse::<u32>() {
            Ok(version) if version > self.schema.version => self.become_read_only(),
            Ok(version) if version == self.schema.version => {}
            Ok(_) => {
                if self.migrate()? {
                    self.shelf.write(key::SCHEMA, Some(current));
                }
            }
            Err(_) => {
                self.set_aside(key::SCHEMA, &raw, "it is not a number");
                self.shelf.write(key::SCHEMA, Some(current));
            }
        }
        Ok(())
    }

    /// Rewrites every readable record in this layout. Each is read in either layout, so it does no harm
    /// when only some of it succeeds. Whether all of it did.
    fn migrate(&mut self) -> Result<bool, StoreError> {
        let mut all = true;
        // Steps hold notes of the old layout inside, which a migration by key would not find.
        self.shelf.drop_spares();
        for prefix in [key::ARTICLES, key::TEXTS, key::NOTES, key::LEXICON] {
            for key in self.shelf.keys(prefix)? {
                if let Some(record) = self.load::<Value>(&key)? {
                    let raw = self.schema.encode_as(&record, &self.lineage(&key));
                    let saved = self.shelf.write(&key, Some(raw));
                    // The old layout is still there and still readable: nothing is owed.
                    self.shelf.settle(&key);
                    all &= saved;
                }
            }
        }
        Ok(all)
    }

    pub(super) fn read_index(&mut self) -> Result<(), StoreError> {
        for key in self.shelf.keys(key::ARTICLES)? {
            let Some(meta) = self.load::<ArticleMeta>(&key)? else { continue };
            if key::article(&meta.id) == key {
                self.articles.insert(meta.id.clone(), meta);
            } else {
                self.set_aside_as_is(&key, "its id is not that of its key");
            }
        }
        for key in self.shelf.keys(key::TEXTS)? {
            let id = key.strip_prefix(key::TEXTS).unwrap_or_default().to_owned();
            if !self.articles.contains_key(&id) && self.mode != Mode::ReadOnly {
                self.list_again(&id, &key)?;
            }
        }
        Ok(())
    }

    /// Lists an article whose text is there and whose other record is lost.
    fn list_again(&mut self, id: &str, key: &str) -> Result<(), StoreError> {
        if let Some(record) = self.load::<TextRecord>(key)? {
            let (text, blocks) = record.into_parts();
            let doc = crate::ingest::restore(text, blocks);
            let meta = self.new_meta(id.to_owned(), &doc, None, None);
            self.put_meta(meta);
        }
        Ok(())
    }

    /// Forgets articles that were removed long ago.
    fn purge(&mut self) -> Result<(), StoreError> {
        if self.mode == Mode::ReadOnly {
            return Ok(());
        }
        let limit = self.host.days_ago(KEPT_DAYS);
        let old = |meta: &&ArticleMeta| meta.deleted.as_ref().is_some_and(|deleted| *deleted < limit);
        let ids: Vec<String> = self.articles.values().filter(old).map(|meta| meta.id.clone()).collect();
        for id in ids {
            for key in self.shelf.keys(&key::notes(&id))? {
                self.shelf.write(&key, None);
            }
            self.shelf.write(&key::text(&id), None);
            self.shelf.write(&key::setting(&hidden::name_of(&id)), None);
            self.shelf.write(&key::article(&id), None);
            self.articles.remove(&id);
            self.purged.push(id);
        }
        Ok(())
    }
}
