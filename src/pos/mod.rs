//! Floor 2c: a part of speech for every token (UPOS of Universal Dependencies).
//!
//! A linear-chain model over hashed features ([`crate::linear`]); `cargo xtask train-pos` makes
//! `data/pos.bin`, and `MODEL.md` says from what. Everything that depends on one word alone is summed once
//! for each distinct word of a document, for all five distances at which it can count, so that a token
//! costs five short additions and, where its word leaves a choice, two look-ups and a step of the search.
//!
//! Invariant: one tag a token, in order, whatever the text; a pure function of document and model, in
//! integers alone, so natively and in WebAssembly it is the same.

pub mod features;
mod model;
mod upos;
mod words;

pub use model::Model;
pub use upos::{TAGS, Upos};
pub use words::places;

use crate::bundle::{Lazy, Part};
use crate::document::Document;

/// The part of speech of every token, by the model that is shipped. O(n).
#[must_use]
pub fn tag(doc: &Document) -> Vec<Upos> {
    shipped().tag(doc)
}

/// The one instance of the model that is shipped; read at the first call, in about a millisecond.
pub fn shipped() -> &'static Model {
    static MODEL: Lazy<Model> = Lazy::new(Part::Pos);
    // A file that cannot be read leaves a model that knows nothing; a test reads the one that is shipped.
    MODEL.get(|bytes| Model::read(bytes).unwrap_or_default())
}
