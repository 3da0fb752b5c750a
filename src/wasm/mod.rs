//! Floor 8: what JavaScript sees. Everything here is thin: it converts text, positions, records and
//! errors, and leaves the rest to [`crate::session`].
//!
//! Invariants: positions cross as UTF-16 code units (but those of [`spans()`]) and are refused, not rounded, where they lie inside
//! a character; every failure is a thrown `Error` with a `code`; no borrow of the session is held over
//! an `await`; nothing panics.

mod anchoring;
mod backup;
mod copies;
mod core;
mod database;
mod entity_records;
mod entity_table;
mod error;
mod host;
mod input;
mod library;
mod local_store;
mod model;
mod note_records;
mod notes;
mod queries;
mod reader;
mod reading;
mod records;
mod several;
mod shelf;
mod spans;
mod transfer;

pub use self::anchoring::{describe_passages, find_passages};
pub use self::core::Core;
pub use self::model::{has_model, load_model};
pub use self::reader::Reader;
pub use self::spans::spans;
