//! Floor 0: sparse linear models over hashed features: what a trained tagger is on disk and in memory.
//!
//! A feature is a 32-bit key; its row holds small integer weights for some of the model's columns. Sums
//! are of integers, so a model decides the same natively and in WebAssembly, to the bit.
//!
//! Invariant: reading never panics and never allocates more than a small multiple of the bytes it is
//! given; a file that was cut or changed is refused or gives other weights, nothing worse.

mod bytes;
mod hash;
mod index;
mod lanes;
mod rows;
mod slots;
mod table;

pub use bytes::{Reader, Truncated, Writer};
pub use hash::{hash_bytes, hash_str, mix};
pub use index::Search;
pub use lanes::{LaneTable, Lanes};
pub use slots::SlotTable;
pub use table::{Entry, Table, TableBuilder};
