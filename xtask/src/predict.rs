//! The tagger as the commands use it: text in, spans in code points of that same text out.

use manicule::ingest;
use manicule::tag::{self, Label, RuleTagger};
use manicule::text::Unit;

/// A typed span, in code points of the text as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Predicted {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is.
    pub label: Label,
}

/// Tags `text`. Normalisation may change its length; the spans are those of `text` nevertheless.
pub fn predict(text: &str) -> Vec<Predicted> {
    let (doc, _) = ingest::plain(text);
    let mentions = tag::analyze(&doc, &RuleTagger);
    let spans = mentions.iter().filter_map(|mention| {
        let (start, end) = doc.offsets.from_span(&doc.text, mention.span, Unit::CodePoints).ok()?;
        Some(Predicted { start, end, label: mention.label })
    });
    spans.collect()
}
