//! Floor 7: library, article, annotations, undo and storage: what a front end talks to.
//!
//! A [`Session`] does no input or output of its own beyond a synchronous [`Store`]; what needs waiting
//! for (texts too big for the store) it hands out and takes back ([`TextAt`], [`Session::owed_texts`]).
//! Positions here are bytes; whoever calls converts them.
//!
//! Invariant: what the reader wrote is in the store, or in what is owed to it, or both; nothing that
//! cannot be read is deleted.

mod action;
mod article;
mod backup;
mod carried;
mod checksum;
mod copies;
mod date;
mod error;
mod give;
mod hidden;
mod history;
mod host;
mod journal;
mod keep;
pub mod key;
mod library;
mod lineage;
mod notes;
mod packed;
mod palette;
mod past;
mod personal;
mod placed;
mod plan;
mod preview;
mod query;
mod reader;
mod reading;
mod reattach;
mod record;
mod restore;
mod revisions;
pub mod schema;
mod search;
mod settings;
mod several;
mod shelf;
mod start;
mod state;
mod status;
mod store;
mod sync;
mod templates;
mod together;
mod told;
mod transfer;
mod undo;
mod unsaved;
mod version;

pub use action::Action;
pub use article::{Article, DateSource};
pub use backup::Backup;
pub use copies::Recovered;
pub use error::SessionError;
pub use hidden::is_hidden;
pub use host::Host;
pub use library::{Listed, MOST_BYTES, TextAt};
pub use notes::Patch;
pub use packed::{NoReading, pack, pack_into, unpack};
pub use placed::{Placed, Placement};
pub use preview::Preview;
pub use query::Query;
pub use reader::{Ask, Reader, SLICE};
pub use reading::{Membership, Reading, is_unsure};
pub use record::{ArticleMeta, Place, TextRecord};
pub use restore::{Restore, RestoreError, RestoreReport, is_backup};
pub use search::Sought;
pub use several::Several;
pub use shelf::Shelf;
pub use state::Session;
pub use status::{Notice, NoticeCode, State, Status};
pub use store::{Fault, MemoryStore, Store, StoreError};
pub use sync::Changes;
pub use templates::Template;
pub use together::Tie;
pub use told::{Print, Telling, Told};
pub use transfer::{Import, ImportReport, Revived};
pub use version::{Carried, Earlier};
