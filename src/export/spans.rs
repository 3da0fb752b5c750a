//! What the tagger finds in a text, as bare rows: start, end, type, in code points of the text as it was
//! given. Data sets and other taggers speak so.

use crate::ingest;
use crate::tag::{self, Label, ModelTagger};
use crate::text::normalize::{TooLong, normalize};
use crate::text::{OffsetError, OffsetMap, Unit};

/// A typed span, in code points of the text as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypedSpan {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is.
    pub label: Label,
}

/// Why a text could not be tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpansError {
    /// It is too long.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// What was found has no place in the text as given: normalisation did more than it says it does.
    #[error(transparent)]
    Offset(#[from] OffsetError),
}

/// Tags `text` with the shipped model and the rules, in order, nothing overlapping. Normalisation may leave
/// characters out; the spans are those of `text` nevertheless. O(n).
///
/// # Errors
/// As [`SpansError`] says.
pub fn spans(text: &str) -> Result<Vec<TypedSpan>, SpansError> {
    // Ingesting normalises too, which changes nothing any more: normalisation is idempotent.
    let normalized = normalize(text)?;
    let (doc, _) = ingest::plain(&normalized.text);
    let given = OffsetMap::new(text);
    let spans = tag::analyze(&doc, ModelTagger::shipped()).into_iter().map(|mention| {
        let span = normalized.source_span(text, mention.span);
        let (start, end) = given.from_span(text, span, Unit::CodePoints)?;
        Ok(TypedSpan { start, end, label: mention.label })
    });
    spans.collect()
}
