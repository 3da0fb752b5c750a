//! Floor 8: what JavaScript sees. Everything here is thin: it converts text, positions, records and
//! errors, and leaves the rest to [`crate::session`].
//!
//! Invariants: positions cross as UTF-16 code units (but those of [`spans()`]) and are refused, not rounded, where they lie inside
//! a character; every failure is a thrown `Error` with a `code`; no borrow of the session is held over
//! an `await`; nothing panics.
//!
//! Without the feature `page` there is only what reads a text in a worker.

#[cfg(feature = "page")]
mod anchoring;
#[cfg(feature = "page")]
mod backup;
#[cfg(feature = "page")]
mod copies;
#[cfg(feature = "page")]
mod core;
#[cfg(feature = "page")]
mod database;
#[cfg(feature = "page")]
mod elsewhere;
#[cfg(feature = "page")]
mod entity_records;
#[cfg(feature = "page")]
mod entity_table;
mod error;
#[cfg(feature = "page")]
mod host;
#[cfg(feature = "page")]
mod input;
#[cfg(feature = "page")]
mod library;
#[cfg(feature = "page")]
mod local_store;
mod model;
#[cfg(feature = "page")]
mod note_records;
#[cfg(feature = "page")]
mod notes;
#[cfg(feature = "page")]
mod queries;
mod reader;
#[cfg(feature = "page")]
mod reading;
#[cfg(feature = "page")]
mod records;
#[cfg(feature = "page")]
mod several;
#[cfg(feature = "page")]
mod shelf;
#[cfg(feature = "page")]
mod spans;
#[cfg(feature = "page")]
mod transfer;

#[cfg(feature = "page")]
pub use self::anchoring::{describe_passages, find_passages};
#[cfg(feature = "page")]
pub use self::core::Core;
pub use self::model::load_model;
#[cfg(feature = "page")]
pub use self::model::{has_model, load_parts_of_speech};
pub use self::reader::Reader;
#[cfg(feature = "page")]
pub use self::spans::spans;
