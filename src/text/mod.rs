//! Floor 0: the text itself, spans of it, and the units in which its positions are counted.
//!
//! Invariant: inside the core every position is a UTF-8 byte offset on a character boundary of the
//! normalised text; [`offsets`] is the only module that knows any other unit.

mod fold;
mod hash;
mod lookup;
pub mod normalize;
pub mod offsets;
mod sketch;
mod span;

pub use fold::Folded;
pub use hash::{NoHash, TextHash};
pub use lookup::Lookup;
pub use offsets::{OffsetError, OffsetMap, Unit};
pub use sketch::Sketch;
pub use span::Span;
