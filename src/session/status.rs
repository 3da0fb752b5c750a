//! What a session tells the reader about itself.

use super::key::{self, Key};
use super::state::{Mode, Session};
use super::store::StoreError;
use crate::annotation::Kind;

/// Something that happened and that the reader should know. The code says which kind of thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing.
    pub code: NoticeCode,
    /// A full sentence.
    pub message: String,
    /// The key, text or name that it is about.
    pub detail: Option<String>,
}

/// The kinds of notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeCode {
    /// An unreadable record was set aside.
    Recovered,
    /// An unreadable record could not be set aside and lies where it lay.
    Damaged,
    /// The store was written by a newer program; nothing can be changed.
    NewerVersion,
    /// There is no store; everything is forgotten with the page.
    StorageUnavailable,
    /// Characters of the text were replaced.
    ReplacedCharacters,
    /// Control characters of the text were left out.
    ControlsRemoved,
    /// The same note was edited in two windows; the other text is kept with it.
    Conflict,
}

/// How safe the reader's work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Every write was read back equal.
    Saved,
    /// A write is on its way to the database.
    Saving,
    /// At least one write is owed.
    Unsaved,
    /// Nothing can be changed.
    ReadOnly,
    /// There is no store.
    Memory,
}

/// How safe the reader's work is, and what the open article holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// How safe.
    pub state: State,
    /// The same in words.
    pub message: String,
    /// Highlights without a note.
    pub highlights: usize,
    /// Notes.
    pub notes: usize,
    /// Mentions after the reader's corrections.
    pub mentions: usize,
    /// Those of the machine's mentions that it scores below one half.
    pub unsure: usize,
}

impl Session {
    /// How things stand. O(annotations).
    #[must_use]
    pub fn status(&self) -> Status {
        let (state, message) = self.state();
        let mut status = Status { state, message, highlights: 0, notes: 0, mentions: 0, unsure: 0 };
        if let Some(article) = &self.open {
            for note in article.notes.values() {
                match note.kind() {
                    Kind::Highlight => status.highlights += 1,
                    Kind::Note => status.notes += 1,
                    Kind::Relation if note.note().is_some() => status.notes += 1,
                    Kind::Relation => status.highlights += 1,
                    Kind::Correction => {}
                }
            }
            status.mentions = article.reading.mentions.len();
            status.unsure = article.reading.unsure;
        }
        status
    }

    /// Whether something that the reader wrote is nowhere but here. What the store did not take and the
    /// database did is as safe as the rest; a setting is no loss.
    fn is_owing(&self) -> bool {
        let is_word = |key: &&String| !matches!(key::parse(key), Some(Key::Setting(_) | Key::Schema));
        let owed = self.shelf.pending().keys().filter(is_word);
        !self.owed_texts.is_empty() || owed.into_iter().any(|key| !self.copies.has(key))
    }

    fn state(&self) -> (State, String) {
        if self.mode == Mode::ReadOnly {
            return (State::ReadOnly, "Read only: written by a newer Manicule".to_owned());
        }
        if self.is_owing() {
            let texts_follow = self.owed_texts.is_empty() || self.text_failure.is_none();
            let follows = self.copies.may_follow() && texts_follow;
            if follows {
                return (State::Saving, "Saving…".to_owned());
            }
            let why = match (self.shelf.failure(), &self.text_failure) {
                (Some(StoreError::Full), _) => "storage is full".to_owned(),
                (Some(StoreError::Unavailable { reason }), _) | (None, Some(reason)) => {
                    reason.trim_end_matches('.').to_owned()
                }
                (None, None) => "the text is still being written".to_owned(),
            };
            return (State::Unsaved, format!("Not saved: {why}"));
        }
        if self.mode == Mode::Memory {
            return (State::Memory, "Not kept: this browser offers no storage here".to_owned());
        }
        (State::Saved, "Saved on this device".to_owned())
    }

    /// What happened since the last call.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Adds a notice.
    pub fn notify(&mut self, code: NoticeCode, message: impl Into<String>, detail: Option<String>) {
        self.notices.push(Notice { code, message: message.into(), detail });
    }
}
