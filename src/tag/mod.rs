//! Floor 3: passes that find mentions. Each is pure and cannot fail: a document in, mentions out.
//!
//! The seam for a trained model is [`Tagger`]: it gives typed spans of names. Everything with a value
//! (numbers, money, dates, times) is found by rules, whichever tagger finds the names.

mod label;
mod mention;
mod names;
mod value;
mod values;

pub use label::{Family, Label};
pub use mention::{Mention, Source};
pub use names::RuleTagger;
pub use value::{Value, ValueKind};
pub use values::find_values;

use crate::document::Document;

/// Gives typed spans of names over a document's tokens.
pub trait Tagger {
    /// Mentions in order of their start, not overlapping.
    fn tag(&self, doc: &Document) -> Vec<Mention>;
}

/// Everything the machine finds in a document: names by `tagger`, values by rules, in order of their
/// start, not overlapping.
#[must_use]
pub fn analyze(doc: &Document, tagger: &dyn Tagger) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut found = find_values(doc);
    found.extend(tagger.tag(doc));
    // The longer of two that overlap stays, the value where they are as long as each other.
    found.sort_by_key(|mention| {
        (std::cmp::Reverse(mention.span.len()), mention.label.is_name(), mention.span)
    });
    let mut taken: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    for mention in found {
        let before = taken.range(..mention.span.end).next_back();
        if before.is_none_or(|(_, end)| *end <= mention.span.start) {
            taken.insert(mention.span.start, mention.span.end);
            mentions.push(mention);
        }
    }
    mentions.sort_by_key(|mention| mention.span);
    mentions
}
