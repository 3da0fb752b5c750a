//! Floor 6: annotations and mentions in other programs' words, one file per format, and back.
//!
//! [`w3c`] writes an article's annotations as a W3C `AnnotationCollection`; [`import`] reads that, and
//! any other file of the W3C Web Annotation Data Model. [`spans()`] gives what the tagger finds and no more.
//!
//! Invariant: what [`w3c::write`] writes, [`import::read`] reads without a refusal, and writing what was
//! read gives the same JSON.

mod article;
pub mod import;
mod lexicon;
mod mend;
mod scan;
mod spans;
pub mod w3c;

pub use article::CarriedArticle;
pub use spans::{SpansError, TypedSpan, spans};
