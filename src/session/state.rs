use std::collections::BTreeMap;
use std::rc::Rc;

use super::article::Article;
use super::copies::Copies;
use super::error::SessionError;
use super::history::History;
use super::host::Host;
use super::journal::Journal;
use super::lineage::Lineage;
use super::past::Past;
use super::record::ArticleMeta;
use super::schema::{Schema, Unreadable};
use super::shelf::Shelf;
use super::status::{Notice, NoticeCode};
use super::told::Telling;
use super::{key, store};
use crate::annotation::personal::PersonalLexicon;

/// Whether and where a session may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Kept,
    /// The store forgets everything with the page.
    Memory,
    /// The store was written by a newer program.
    ReadOnly,
}

/// A reader at work: the library, the open article, what is to be saved.
pub struct Session {
    pub(super) host: Rc<dyn Host>,
    pub(super) shelf: Shelf,
    pub(super) schema: Schema,
    pub(super) mode: Mode,
    pub(super) notices: Vec<Notice>,
    /// By id; removed ones too, until they are purged.
    pub(super) articles: BTreeMap<String, ArticleMeta>,
    pub(super) open: Option<Article>,
    /// What the reader taught, for every article.
    pub(super) lexicon: Rc<PersonalLexicon>,
    pub(super) history: History,
    pub(super) journal: Journal,
    /// What the browser's database is owed beside the store.
    pub(super) copies: Copies,
    /// This page among all that ever wrote to the store.
    pub(super) writer: String,
    /// What the store is known to hold under the keys of the open article's annotations.
    pub(super) known: BTreeMap<String, String>,
    /// What the versions of records that are here have taken in, by key.
    pub(super) lineages: BTreeMap<String, Lineage>,
    /// Versions of the open article's annotations that were replaced since it was opened, by id.
    pub(super) past: Past,
    /// Encoded texts that are meant for the database and not yet there, by article.
    pub(super) owed_texts: BTreeMap<String, String>,
    /// What is said of the article that is read in next, and its day.
    pub(super) expected: Option<(Telling, Option<String>)>,
    /// Articles purged at the start.
    pub(super) purged: Vec<String>,
    /// Why the database did not take the last of them, a sentence.
    pub(super) text_failure: Option<String>,
    /// Texts longer than this, in bytes, are read elsewhere.
    pub(super) longest_here: usize,
}

impl Session {
    /// The open article.
    ///
    /// # Errors
    /// When none is.
    pub fn article(&self) -> Result<&Article, SessionError> {
        self.open.as_ref().ok_or(SessionError::NothingOpen)
    }

    /// # Errors
    /// When nothing may be changed.
    pub(super) fn writable(&self) -> Result<(), SessionError> {
        if self.mode == Mode::ReadOnly { Err(SessionError::ReadOnly) } else { Ok(()) }
    }

    pub(super) fn become_read_only(&mut self) {
        if self.mode != Mode::ReadOnly {
            self.mode = Mode::ReadOnly;
            let message =
                "The library was written by a newer Manicule: it can be read and exported, not changed.";
            self.notify(NoticeCode::NewerVersion, message, None);
        }
    }

    /// The record under `key`; `None` when there is none, or when it cannot be understood: then it was
    /// set aside or the session became read-only, and a notice says so.
    pub(super) fn load<T: serde::de::DeserializeOwned>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, store::StoreError> {
        let Some(raw) = self.shelf.read(key)? else { return Ok(None) };
        match self.schema.decode(key, &raw) {
            Ok(record) => Ok(Some(record)),
            Err(Unreadable::Newer { .. }) => {
                self.become_read_only();
                Ok(None)
            }
            Err(Unreadable::Corrupt { reason }) => {
                self.set_aside(key, &raw, &reason);
                Ok(None)
            }
        }
    }

    /// The same for a record that can be read and does not belong where it lies.
    pub(super) fn set_aside_as_is(&mut self, key: &str, reason: &str) {
        if let Ok(Some(raw)) = self.shelf.read(key)
            && self.mode != Mode::ReadOnly
        {
            self.set_aside(key, &raw, reason);
        }
    }

    /// Moves a damaged record where it is out of the way: copied first, the copy read back, only then
    /// removed. Where that cannot be done it stays where it is.
    pub(super) fn set_aside(&mut self, key: &str, raw: &str, reason: &str) {
        let place = key::recovered(&self.host.now(), key);
        let copied = self.mode != Mode::ReadOnly && self.shelf.write(&place, Some(raw.to_owned()));
        let moved = copied && self.shelf.write(key, None);
        let (code, fate) = if moved {
            (NoticeCode::Recovered, format!("It was set aside as “{place}”."))
        } else {
            // A copy that was not taken is not owed: the original is still there.
            self.shelf.settle(&place);
            self.shelf.settle(key);
            (NoticeCode::Damaged, "It could not be set aside and lies where it lay.".to_owned())
        };
        let message = format!("The record “{key}” could not be read: {reason}. {fate}");
        self.notify(code, message, Some(key.to_owned()));
    }

    /// Tags the open article again: what the machine knows came after it was opened.
    pub fn tag_again(&mut self) {
        if let Some(article) = &mut self.open {
            article.tag_again();
        }
    }

    /// From now on texts of more than so many bytes are read elsewhere: what is to be read is
    /// [`Article::ask`], what was read goes to [`Self::take_reading`].
    pub fn read_elsewhere(&mut self, longest_here: usize) {
        self.longest_here = longest_here;
    }

    /// Takes what was read elsewhere of the open article; whether it is still wanted.
    ///
    /// # Errors
    /// When no article is open or the bytes are no reading.
    pub fn take_reading(&mut self, version: u32, whole: bool, packed: &[u8]) -> Result<bool, SessionError> {
        let article = self.open.as_mut().ok_or(SessionError::NothingOpen)?;
        Ok(article.take_reading(version, whole, packed)?)
    }

    /// The open article with its sentences and tokens, which one that is read elsewhere lacks until then.
    ///
    /// # Errors
    /// When none is open.
    pub fn split(&mut self) -> Result<&Article, SessionError> {
        let article = self.open.as_mut().ok_or(SessionError::NothingOpen)?;
        article.split();
        Ok(article)
    }

    /// Tries every unconfirmed write again.
    pub fn retry(&mut self) {
        self.shelf.retry();
    }
}
