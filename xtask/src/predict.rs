//! The tagger as the commands use it: text in, spans in code points of that same text out.

use anyhow::{Context, Result};
use manicule::ingest;
use manicule::tag::{self, Label, ModelTagger};
use manicule::text::normalize::{Normalized, normalize};
use manicule::text::{OffsetMap, Span, Unit};

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

/// Tags `text`. Normalisation may leave characters out; the spans are those of `text` nevertheless.
///
/// # Errors
/// When the text is too long, or normalisation did more than it says it does.
pub fn predict(text: &str) -> Result<Vec<Predicted>> {
    // Ingesting normalises too, which changes nothing any more: normalisation is idempotent.
    let normalized = normalize(text)?;
    let (doc, _) = ingest::plain(&normalized.text);
    let given = OffsetMap::new(text);
    let spans = tag::analyze(&doc, ModelTagger::shipped()).into_iter().map(|mention| {
        let span = source_span(text, &normalized, mention.span);
        let (start, end) = given
            .from_span(text, span, Unit::CodePoints)
            .with_context(|| format!("“{}” has no place in the text as given", doc.slice(mention.span)))?;
        Ok(Predicted { start, end, label: mention.label })
    });
    spans.collect()
}

/// Where `span` of the normalised text stands in `text`: up to the end of its last character, so that
/// nothing invisible after it is taken in.
pub fn source_span(text: &str, normalized: &Normalized, span: Span) -> Span {
    let last = span.of(&normalized.text).chars().next_back().map_or(0, char::len_utf8);
    let last = normalized.source_offset(span.end - u32::try_from(last).unwrap_or_default());
    let rest = text.get(last as usize..).unwrap_or_default();
    let width = rest.chars().next().map_or(0, char::len_utf8);
    Span::new(normalized.source_offset(span.start), last + u32::try_from(width).unwrap_or_default())
}
