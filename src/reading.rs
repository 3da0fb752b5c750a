//! The lower floors of Manicule's core, up to who said what: a crate of its own (`reading/Cargo.toml` says
//! why), with the other floors' sources beside its own. `lib.rs` has the table of all floors and gives
//! these modules on, so that everywhere a module is found at `crate::`.

pub mod bundle;
pub mod document;
pub mod entity;
pub mod ingest;
pub mod lexicon;
pub mod linear;
pub mod matching;
pub mod order;
pub mod pos;
pub mod quotation;
pub mod segment;
pub mod tag;
pub mod text;
