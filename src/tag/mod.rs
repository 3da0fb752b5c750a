//! Floor 3: passes that find mentions. Each is pure and cannot fail: a document in, mentions out.
//!
//! Names are found by a trained model ([`ModelTagger`]); [`Tagger`] is the seam for another. Everything
//! with a value (numbers, money, dates, times) is found by rules, whichever tagger finds the names.

mod heads;
mod label;
mod mention;
mod merge;
pub mod names;
mod value;
mod values;

pub use label::{Family, Label, UnknownLabel};
pub use mention::{Mention, Source};
pub use names::ModelTagger;
pub use value::{Value, ValueKind};
pub use values::{Qualifier, Timex, TimexKind, find_timexes, find_values};

use crate::document::Document;

/// Gives typed spans of names over a document's tokens.
pub trait Tagger {
    /// Mentions in order of their start, not overlapping.
    fn tag(&self, doc: &Document) -> Vec<Mention>;
}

/// Everything the machine finds in a document: names by `tagger`, values by rules, in order of their
/// start, not overlapping (of two that overlap the longer stays).
#[must_use]
pub fn analyze(doc: &Document, tagger: &dyn Tagger) -> Vec<Mention> {
    merge::merge(tagger.tag(doc), find_values(doc))
}
