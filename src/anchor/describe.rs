use super::context;
use crate::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::document::Document;
use crate::text::{OffsetError, Span, Unit};

/// The selectors of `span`: its text with at least 32 characters of what stands on each side (where the
/// text has them; cut between words where possible), and its position in code points.
///
/// # Errors
/// When `span` does not lie on character boundaries of the text.
pub fn describe(doc: &Document, span: Span) -> Result<Vec<Selector>, OffsetError> {
    let (start, end) = doc.offsets.from_span(&doc.text, span, Unit::CodePoints)?;
    let before = doc.text.get(..span.start as usize).unwrap_or_default();
    let after = doc.text.get(span.end as usize..).unwrap_or_default();
    let quote = TextQuoteSelector {
        exact: doc.slice(span).to_owned(),
        prefix: Some(context::prefix(before).to_owned()),
        suffix: Some(context::suffix(after).to_owned()),
        ..TextQuoteSelector::default()
    };
    let position = TextPositionSelector { start, end, ..TextPositionSelector::default() };
    Ok(vec![Selector::Quote(quote), Selector::Position(position)])
}
