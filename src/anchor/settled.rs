//! What needs no search: passages that stand where they stood, and those without a quotation to search for.

use unicode_segmentation::GraphemeCursor;

use super::query::{self, Query};
use super::result::{Anchoring, Candidate, MOST_CANDIDATES, OrphanReason};
use crate::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::document::Document;
use crate::order;
use crate::text::{OffsetMap, Span, Unit};

/// The answer where no search is needed. `same` is whether the text is the one that the selectors were
/// made on, if that is known; `mapped` that the two texts are compared, which says it better than a position
/// does.
pub(super) fn settle(
    doc: &Document,
    selectors: &[Selector],
    same: Option<bool>,
    mapped: bool,
) -> Option<Anchoring> {
    match query::parts(selectors) {
        (None, None) => Some(Anchoring::Orphan(OrphanReason::NoSelector)),
        (None, Some(position)) => {
            let (start, end) = (position.start, position.end);
            let span = spans_at(&doc.text, &doc.offsets, position).next();
            Some(span.map_or(Anchoring::Orphan(OrphanReason::OutsideText { start, end }), Anchoring::Exact))
        }
        (Some(quote), Some(position)) => {
            let is_it = |span: &Span| same == Some(true) || !mapped && is_embedded(&doc.text, *span, quote);
            let mut there = spans_at(&doc.text, &doc.offsets, position)
                .filter(|span| doc.slice(*span) == quote.exact)
                .collect::<Vec<_>>();
            // Counted in either unit the position may hold the quotation: the context says which it is.
            order::by_key(&mut there, |span| !is_embedded(&doc.text, *span, quote));
            let found = there.into_iter().find(is_it).map(Anchoring::Exact);
            found.or_else(|| quote.exact.is_empty().then_some(Anchoring::Orphan(OrphanReason::EmptyQuote)))
        }
        (Some(quote), None) => quote.exact.is_empty().then_some(Anchoring::Orphan(OrphanReason::EmptyQuote)),
    }
}

/// What `position` covers, counted in code points and in UTF-16 code units, where it lies in the text.
pub(super) fn spans_at(
    text: &str,
    offsets: &OffsetMap,
    position: &TextPositionSelector,
) -> impl Iterator<Item = Span> {
    let (start, end) = (position.start, position.end);
    let units = [Unit::CodePoints, Unit::Utf16].into_iter().filter(move |_| start <= end);
    units.filter_map(move |unit| offsets.to_span(text, start, end, unit).ok())
}

/// Whether all of the given context stands round `span`.
fn is_embedded(text: &str, span: Span, quote: &TextQuoteSelector) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    before.ends_with(quote.prefix.as_deref().unwrap_or_default())
        && after.starts_with(quote.suffix.as_deref().unwrap_or_default())
}

/// Whether the quotation, which stands at `span`, stands where its selectors say.
pub(super) fn is_where_it_was(doc: &Document, query: &Query<'_>, span: Span, score: f32) -> bool {
    match query.position {
        Some(position) => spans_at(&doc.text, &doc.offsets, position).any(|there| there == span),
        None => score >= 1.0 && is_embedded(&doc.text, span, query.selector),
    }
}

/// The span with the white space and the marks that the quotation has at its ends, if they are there; else on
/// the borders of what a reader sees as characters.
pub(super) fn literal(text: &str, span: Span, query: &Query<'_>) -> Span {
    let exact = &query.selector.exact;
    if let Some(start) = (span.start as usize).checked_sub(query.lead) {
        let range = start..start + exact.len();
        if text.get(range.clone()) == Some(exact) {
            return Span::from_range(range);
        }
    }
    let cursor = |at: u32| GraphemeCursor::new(at as usize, text.len(), true);
    let is_border = |at: u32| cursor(at).is_boundary(text, 0).unwrap_or(true);
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let start =
        if is_border(span.start) { None } else { cursor(span.start).prev_boundary(text, 0).ok().flatten() };
    let end = if is_border(span.end) { None } else { cursor(span.end).next_boundary(text, 0).ok().flatten() };
    Span::new(start.map_or(span.start, narrow), end.map_or(span.end, narrow))
}

/// A quotation of white space, marks and the like only: there is nothing to compare but itself.
pub(super) fn without_letters(doc: &Document, query: &Query<'_>) -> Anchoring {
    let exact = query.selector.exact.as_str();
    let spans = doc.text.match_indices(exact).map(|(at, _)| Span::from_range(at..at + exact.len()));
    let embedded = |span: &Span| is_embedded(&doc.text, *span, query.selector);
    let mut found: Vec<Span> = spans.clone().filter(embedded).take(MOST_CANDIDATES).collect();
    let agrees = !found.is_empty();
    if let ([span], true) = (found.as_slice(), has_context(query.selector)) {
        let there = is_where_it_was(doc, query, *span, 1.0);
        return if there { Anchoring::Exact(*span) } else { Anchoring::Moved { span: *span, score: 1.0 } };
    }
    if !agrees {
        found = spans.take(MOST_CANDIDATES).collect();
    }
    if found.is_empty() {
        return Anchoring::Orphan(OrphanReason::QuoteNotFound);
    }
    let score = if agrees { 1.0 } else { 0.0 };
    Anchoring::Ambiguous(found.into_iter().map(|span| Candidate { span, score }).collect())
}

fn has_context(quote: &TextQuoteSelector) -> bool {
    [&quote.prefix, &quote.suffix].into_iter().flatten().any(|side| !side.is_empty())
}
