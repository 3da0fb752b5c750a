//! The articles of a session: reading in, opening, naming, dating, removing.

use std::collections::BTreeMap;

use super::article::Article;
use super::error::SessionError;
use super::key;
use super::record::{ArticleMeta, Place, TextRecord};
use super::state::{Mode, Session};
use super::status::NoticeCode;
use super::told::{Print, Told};
use crate::document::{BlockKind, Document};
use crate::ingest::{self, RawBlock, Warning};
use crate::order;
use crate::text::Unit;

/// Longest text that is opened, in bytes: positions are counted in 32 bits with room to spare.
pub const MOST_BYTES: usize = 1 << 30;
/// From this many UTF-16 code units on, an encoded text goes to the database: the store has room for
/// about five million in all.
const BIG: usize = 256 * 1024;
/// Longest title taken from a text, in characters.
const TITLE: usize = 120;

/// One line of the list of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// What is known about it.
    pub meta: &'a ArticleMeta,
    /// How many annotations it has.
    pub annotations: usize,
    /// Whether it is the open one.
    pub current: bool,
}

/// Where an article's text is to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextAt {
    /// Here.
    Here(TextRecord),
    /// In the database, under the article's id: give what is there to [`Session::open_encoded`].
    Database,
}

impl Session {
    /// The articles that are not removed, those opened last first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn list(&self) -> Result<Vec<Listed<'_>>, SessionError> {
        let mut counts = std::collections::BTreeMap::<&str, usize>::new();
        let keys = self.shelf.keys(key::NOTES)?;
        for key in &keys {
            if let Some(key::Key::Note(article)) = key::parse(key) {
                *counts.entry(article).or_default() += 1;
            }
        }
        let current = self.open.as_ref().map(|article| article.id.as_str());
        let there = self.articles.values().filter(|meta| meta.deleted.is_none());
        let mut list: Vec<Listed<'_>> = there
            .map(|meta| {
                let annotations = counts.get(meta.id.as_str()).copied().unwrap_or(0);
                Listed { meta, annotations, current: current == Some(meta.id.as_str()) }
            })
            .collect();
        order::by(&mut list, |a, b| {
            (&b.meta.opened, &b.meta.created).cmp(&(&a.meta.opened, &a.meta.created))
        });
        Ok(list)
    }

    /// Reads plain text in and opens it; its id.
    ///
    /// # Errors
    /// When nothing may be changed or the text is too long.
    pub fn add_text(&mut self, text: &str, name: Option<&str>) -> Result<String, SessionError> {
        self.admit(text.len())?;
        let (doc, warnings) = ingest::plain(text);
        self.add(doc, &warnings, name, None)
    }

    /// Reads text of known structure in and opens it; its id.
    ///
    /// # Errors
    /// As [`Self::add_text`].
    pub fn add_blocks(
        &mut self,
        blocks: &[RawBlock],
        name: Option<&str>,
        source: Option<&str>,
    ) -> Result<String, SessionError> {
        self.admit(blocks.iter().map(|block| block.text.len() + 2).sum())?;
        let (doc, warnings) = ingest::blocks(blocks);
        self.add(doc, &warnings, name, source)
    }

    /// Opens a text that was read in elsewhere, by [`super::Reader`]; its id.
    ///
    /// # Errors
    /// As [`Self::add_text`], and when the blocks do not lie in the text.
    pub fn add_read(
        &mut self,
        record: TextRecord,
        warnings: &[Warning],
        name: Option<&str>,
        source: Option<&str>,
    ) -> Result<String, SessionError> {
        let (text, blocks) = record.into_parts();
        self.admit(text.len())?;
        self.add(ingest::unread(text, blocks), warnings, name, source)
    }

    fn admit(&mut self, bytes: usize) -> Result<(), SessionError> {
        let fits = || (bytes <= MOST_BYTES).then_some(());
        let too_long = SessionError::TooLong { bytes, most: MOST_BYTES };
        let admitted = self.writable().and_then(|()| fits().ok_or(too_long));
        if admitted.is_err() {
            self.expected = None;
        }
        admitted
    }

    fn add(
        &mut self,
        doc: Document,
        warnings: &[Warning],
        name: Option<&str>,
        source: Option<&str>,
    ) -> Result<String, SessionError> {
        for warning in warnings {
            self.warn(*warning);
        }
        let mut meta = self.new_meta(self.host.uuid(), &doc, name, source);
        if let Some((telling, date)) = self.expected.take() {
            telling.apply(&mut meta);
            meta.date = date.filter(|date| super::date::parse(date).is_some());
        }
        let id = meta.id.clone();
        self.keep_new(meta, &doc);
        self.open_document(&id, doc)?;
        Ok(id)
    }

    /// Says how a text was changed on its way in.
    pub fn warn(&mut self, warning: Warning) {
        match warning {
            Warning::Replaced(count) => {
                let message = format!("{count} characters that are no text were replaced by “\u{FFFD}”.");
                self.notify(NoticeCode::ReplacedCharacters, message, Some(count.to_string()));
            }
            Warning::ControlsRemoved(count) => {
                let message = format!("{count} control characters were left out.");
                self.notify(NoticeCode::ControlsRemoved, message, Some(count.to_string()));
            }
        }
    }

    pub(super) fn new_meta(
        &self,
        id: String,
        doc: &Document,
        name: Option<&str>,
        source: Option<&str>,
    ) -> ArticleMeta {
        let now = self.host.now();
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        ArticleMeta {
            id,
            title: name.map_or_else(|| title_of(doc), str::to_owned),
            created: now.clone(),
            opened: now,
            length: doc.offsets.length(Unit::Utf16),
            source: source.map(str::to_owned),
            date: None,
            told: Told::default(),
            print: Some(Print::of(doc)),
            deleted: None,
            place: Place::Store,
        }
    }

    /// Keeps a new article: its text first, so that no listed article lacks one.
    pub(super) fn keep_new(&mut self, mut meta: ArticleMeta, doc: &Document) {
        // A sixteenth for what is escaped, and a block's record.
        let room = doc.text.len() / 16 * 17 + doc.blocks.len() * 64;
        let raw = self.schema.encode_long(&TextRecord::of(doc), room);
        let key = key::text(&meta.id);
        // What stands around the text and its escapes are ASCII.
        let units = raw.len().saturating_sub(doc.text.len()) + meta.length as usize;
        let big = self.mode != Mode::Memory && units > BIG;
        if big || !self.shelf.write(&key, Some(raw.clone())) {
            self.shelf.settle(&key);
            self.owed_texts.insert(meta.id.clone(), raw);
            meta.place = Place::Database;
        } else {
            self.copies.owe_text(&meta.id, &raw);
        }
        self.put_meta(meta);
    }

    /// Texts that the database does not have yet, by article.
    #[must_use]
    pub const fn owed_texts(&self) -> &BTreeMap<String, String> {
        &self.owed_texts
    }

    /// The database took the text of `id` (and it was read back equal), or it did not.
    pub fn text_kept(&mut self, id: &str, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => {
                self.owed_texts.remove(id);
                self.text_failure = None;
            }
            Err(reason) => self.text_failure = Some(reason),
        }
    }

    /// Articles purged at the start, whose texts the database may drop.
    pub fn take_purged(&mut self) -> Vec<String> {
        std::mem::take(&mut self.purged)
    }

    pub(super) fn meta(&self, id: &str) -> Result<&ArticleMeta, SessionError> {
        let there = self.articles.get(id).filter(|meta| meta.deleted.is_none());
        there.ok_or_else(|| SessionError::NoArticle { id: id.to_owned() })
    }

    pub(super) fn put_meta(&mut self, meta: ArticleMeta) {
        if self.mode != Mode::ReadOnly {
            self.keep(&key::article(&meta.id), Some(&meta));
        }
        self.articles.insert(meta.id.clone(), meta);
    }

    /// Writes down when an article was opened. That is no new version: nothing that was said of the article
    /// elsewhere gives way to it.
    fn touch(&mut self, meta: ArticleMeta) {
        let key = key::article(&meta.id);
        if self.mode != Mode::ReadOnly {
            let raw = self.schema.encode_as(&meta, &self.lineage(&key));
            let was_owed = self.shelf.pending().contains_key(&key);
            if !self.put(&key, Some(raw.clone())) {
                if was_owed {
                    self.copies.owe(&key, raw);
                } else {
                    self.shelf.settle(&key);
                }
            }
        }
        self.articles.insert(meta.id.clone(), meta);
    }

    /// Where the text of `id` is.
    ///
    /// # Errors
    /// When there is no such article, or its text is lost.
    pub fn text_at(&mut self, id: &str) -> Result<TextAt, SessionError> {
        self.meta(id)?;
        self.text_of(id)
    }

    /// As [`Self::text_at`], also of an article that was removed.
    pub(super) fn text_of(&mut self, id: &str) -> Result<TextAt, SessionError> {
        let missing = || SessionError::NoArticle { id: id.to_owned() };
        let meta = self.articles.get(id).ok_or_else(missing)?;
        let title = meta.title.clone();
        let key = key::text(id);
        if let Some(raw) = self.owed_texts.get(id) {
            let record = self.schema.decode(&key, raw);
            let no_text = |error: super::schema::Unreadable| error.to_string();
            let record = record.map_err(|error| SessionError::NoText { title, reason: no_text(error) });
            return record.map(TextAt::Here);
        }
        match self.load::<TextRecord>(&key)? {
            Some(record) => Ok(TextAt::Here(record)),
            // The database has a copy of every text, and the only one of some.
            None => Ok(TextAt::Database),
        }
    }

    /// Opens an article whose text was read from the database.
    ///
    /// # Errors
    /// When there is no such article, or the text is damaged.
    pub fn open_encoded(&mut self, id: &str, raw: Option<&str>) -> Result<(), SessionError> {
        self.meta(id)?;
        let record = self.decode_text(id, raw)?;
        self.open_record(id, record)
    }

    /// The text of an article as the database keeps it.
    ///
    /// # Errors
    /// When the text is missing or damaged.
    pub fn decode_text(&self, id: &str, raw: Option<&str>) -> Result<TextRecord, SessionError> {
        let title = self.articles.get(id).map(|meta| meta.title.clone()).unwrap_or_default();
        let decoded = raw.map(|raw| self.schema.decode(&key::text(id), raw));
        match decoded {
            Some(Ok(record)) => Ok(record),
            Some(Err(error)) => Err(SessionError::NoText { title, reason: error.to_string() }),
            None => {
                let reason = "It is neither in the browser's storage nor in its database.".to_owned();
                Err(SessionError::NoText { title, reason })
            }
        }
    }

    /// Opens an article by its text.
    ///
    /// # Errors
    /// When there is no such article.
    pub fn open_record(&mut self, id: &str, record: TextRecord) -> Result<(), SessionError> {
        let (text, blocks) = record.into_parts();
        let doc = if self.is_read_here(&text) {
            ingest::restore(text, blocks)
        } else {
            ingest::unread(text, blocks)
        };
        self.open_document(id, doc)
    }

    const fn is_read_here(&self, text: &str) -> bool {
        text.len() <= self.longest_here
    }

    pub(super) fn open_document(&mut self, id: &str, doc: Document) -> Result<(), SessionError> {
        let mut meta = self.fresh_meta(id)?;
        let date = meta.date.as_deref().and_then(super::date::parse);
        let elsewhere = !self.is_read_here(&doc.text);
        let mut article = Article::new(id.to_owned(), doc, date, self.lexicon.clone(), elsewhere);
        meta.opened = self.host.now();
        meta.print.get_or_insert_with(|| Print::of(&article.doc));
        self.touch(meta);
        self.read_notes(&mut article)?;
        self.open = Some(article);
        Ok(())
    }

    /// The record of `id`, with whatever another window wrote meanwhile.
    pub(super) fn fresh_meta(&mut self, id: &str) -> Result<ArticleMeta, SessionError> {
        if let Some(meta) = self.load::<ArticleMeta>(&key::article(id))? {
            self.articles.insert(id.to_owned(), meta);
        }
        self.meta(id).cloned()
    }
}

/// The first title, else the first words of the text.
pub(super) fn title_of(doc: &Document) -> String {
    let title = doc.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let block = title.or(doc.blocks.first());
    let text = block.map(|block| doc.slice(block.span)).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default().trim();
    if line.is_empty() {
        return "Untitled".to_owned();
    }
    let mut short: String = line.chars().take(TITLE).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
