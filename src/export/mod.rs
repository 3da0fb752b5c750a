//! Floor 6: annotations and mentions in other programs' words, one file per format, and back.
//!
//! [`FORMATS`] lists them; [`w3c`] is the one that loses nothing: an article's annotations as a W3C
//! `AnnotationCollection`. [`import`] finds out what a file is and reads it. [`spans()`] gives what the tagger finds
//! and no more.
//!
//! Invariant: what [`w3c::write`] writes, [`import::read`] reads without a refusal, and writing what was
//! read gives the same JSON.

mod article;
mod brat;
mod collection;
mod conll;
mod csv;
mod doccano;
mod foreign;
mod format;
mod html;
mod hypothesis;
pub mod import;
mod lexicon;
mod markdown;
mod mend;
mod passage;
mod readwise;
mod scan;
mod spacy;
mod spans;
mod uima;
pub mod w3c;
mod webanno;

pub use article::CarriedArticle;
pub use format::{Edition, FORMATS, Facts, Format, Incoming, Written, named};
pub use spans::{SpansError, TypedSpan, spans};
