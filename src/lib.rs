//! Manicule's core: text in; structure, tokens, mentions, entities, annotations and exports out.
//!
//! The floors, each importing only from those below it (`tests/floors.rs` holds that):
//!
//! | floor | module | owns |
//! |---|---|---|
//! | 0 | [`text`], [`linear`], [`bundle`], [`order`], [`matching`] | spans, offset units, the one normalisation; sparse linear models; the model's file; sorting; runs of characters that are the same or nearly so |
//! | 1 | [`document`], [`lexicon`] | the immutable article; word lists |
//! | 2a | [`segment`] | blocks to sentences and tokens |
//! | 2b | [`ingest`] | raw input to a document |
//! | 2c | [`pos`] | a part of speech for every token |
//! | 3 | [`tag`] | passes that find mentions |
//! | 4 | [`entity`], [`annotation`] | who is who; what the reader wrote |
//! | 4b | [`quotation`] | who said what |
//! | 5 | [`anchor`] | spans to selectors and back |
//! | 6 | [`export`] | one file per format |
//! | 7 | [`session`] | library, article, annotations, undo: what a front end talks to |
//! | 8 | `wasm` | the only place that knows JavaScript |

pub use manicule_reading::{
    bundle, document, entity, ingest, lexicon, linear, matching, order, pos, quotation, segment, tag, text,
};

pub mod anchor;
pub mod annotation;
pub mod export;
pub mod session;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
