use std::collections::HashMap;

use super::context;
use crate::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::document::Document;
use crate::text::{Span, Unit};

/// Where a passage was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Anchoring {
    /// Where its selectors say: the text at the position is the quote; or there is no position and the
    /// one place with that quote agrees with the context; or there is a position alone, taken at its word.
    Exact(Span),
    /// The quote stands elsewhere than the position says, or its context differs.
    Moved {
        /// Where it stands now.
        span: Span,
        /// How much of the context agrees, 0 to 1; halved when only nearness told it from its like.
        score: f32,
    },
    /// Several places (or one poor one) could be meant; best first, at most [`MOST_CANDIDATES`].
    Ambiguous(Vec<Candidate>),
    /// Nowhere.
    Orphan(OrphanReason),
}

/// One place that could be meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Where it is.
    pub span: Span,
    /// How much of the context agrees, 0 to 1.
    pub score: f32,
}

/// Why a passage was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrphanReason {
    /// No selector that is understood.
    #[error("The annotation has neither a quotation nor a text position.")]
    NoSelector,
    /// A position alone, outside the text or backwards.
    #[error("The position {start}–{end} does not lie in the text.")]
    OutsideText {
        /// As given.
        start: u32,
        /// As given.
        end: u32,
    },
    /// The quote is empty and no position says where.
    #[error("The quotation is empty.")]
    EmptyQuote,
    /// The quote is not in the text.
    #[error("The quoted words are no longer in the text.")]
    QuoteNotFound,
}

/// Most places that [`Anchoring::Ambiguous`] names.
pub const MOST_CANDIDATES: usize = 16;
/// By how much more of its context the best place must agree than the next one.
const MARGIN: f32 = 0.15;
/// Context agreement from which a lone occurrence needs nothing else in its favour.
const ENOUGH_CONTEXT: f32 = 0.25;
/// Characters from which a quote's lone occurrence needs no context in its favour.
const LONG_QUOTE: usize = 12;

/// Finds what `selectors` (which all mean one passage) mean in `doc`. The text at the position is
/// trusted when it is the quote; positions count code points or, where that does not give the quote,
/// UTF-16 code units. Otherwise the quote is searched for, and told apart by its context and then by
/// nearness. Exact quotes only. O(log n) for an undisturbed passage, O(n) otherwise.
#[must_use]
pub fn resolve(doc: &Document, selectors: &[Selector]) -> Anchoring {
    resolve_with(doc, selectors, &mut HashMap::new())
}

/// [`resolve`] for many passages of one text: each distinct quote is searched for once.
#[must_use]
pub fn resolve_all<'a>(doc: &Document, targets: impl IntoIterator<Item = &'a [Selector]>) -> Vec<Anchoring> {
    let mut found = HashMap::new();
    targets.into_iter().map(|selectors| resolve_with(doc, selectors, &mut found)).collect()
}

/// Starts of each quote already searched for.
type Occurrences<'a> = HashMap<&'a str, Vec<Span>>;

fn resolve_with<'a>(doc: &Document, selectors: &'a [Selector], found: &mut Occurrences<'a>) -> Anchoring {
    let quote = selectors.iter().find_map(|selector| match selector {
        Selector::Quote(quote) => Some(quote),
        _ => None,
    });
    let position = selectors.iter().find_map(|selector| match selector {
        Selector::Position(position) => Some(position),
        _ => None,
    });
    match (quote, position) {
        (None, None) => Anchoring::Orphan(OrphanReason::NoSelector),
        (None, Some(position)) => by_position(doc, position),
        (Some(quote), position) => by_quote(doc, quote, position, found),
    }
}

fn by_position(doc: &Document, position: &TextPositionSelector) -> Anchoring {
    let span = spans_at(doc, position).next();
    let (start, end) = (position.start, position.end);
    span.map_or(Anchoring::Orphan(OrphanReason::OutsideText { start, end }), Anchoring::Exact)
}

/// What `position` covers, counted in code points and in UTF-16 code units, where it lies in the text.
fn spans_at(doc: &Document, position: &TextPositionSelector) -> impl Iterator<Item = Span> {
    let (start, end) = (position.start, position.end);
    let units = [Unit::CodePoints, Unit::Utf16].into_iter().filter(move |_| start <= end);
    units.filter_map(move |unit| doc.offsets.to_span(&doc.text, start, end, unit).ok())
}

fn by_quote<'a>(
    doc: &Document,
    quote: &'a TextQuoteSelector,
    position: Option<&TextPositionSelector>,
    found: &mut Occurrences<'a>,
) -> Anchoring {
    let at_position = position.and_then(|position| {
        let there = spans_at(doc, position).filter(|span| doc.slice(*span) == quote.exact);
        // Reversed: of equals `max_by` takes the last, and code points come first.
        let judged: Vec<_> = there.map(|span| judge(doc, quote, span)).collect();
        judged.into_iter().rev().max_by(|a, b| a.score.total_cmp(&b.score))
    });
    if let Some(candidate) = at_position {
        return Anchoring::Exact(candidate.span);
    }
    if quote.exact.is_empty() {
        return Anchoring::Orphan(OrphanReason::EmptyQuote);
    }
    let spans = found.entry(&quote.exact).or_insert_with(|| {
        let matches = doc.text.match_indices(&quote.exact);
        matches.map(|(at, exact)| Span::from_range(at..at + exact.len())).collect()
    });
    let candidates = spans.iter().map(|span| judge(doc, quote, *span)).collect();
    let expected = position.map(|position| {
        let byte = doc.offsets.to_byte(&doc.text, position.start, Unit::CodePoints);
        byte.unwrap_or_else(|_| Span::from_range(0..doc.text.len()).end)
    });
    choose(quote, candidates, expected)
}

/// How well `span` fits the context of `quote`; without a context, wholly.
fn judge(doc: &Document, quote: &TextQuoteSelector, span: Span) -> Candidate {
    let before = doc.text.get(..span.start as usize).unwrap_or_default();
    let after = doc.text.get(span.end as usize..).unwrap_or_default();
    let prefix = quote.prefix.as_deref().unwrap_or_default();
    let suffix = quote.suffix.as_deref().unwrap_or_default();
    let score = context::agreement(before, after, prefix, suffix);
    Candidate { span, score: score.unwrap_or(1.0) }
}

/// Which of the occurrences is meant; `expected` is the byte where the position would have it start.
fn choose(quote: &TextQuoteSelector, mut candidates: Vec<Candidate>, expected: Option<u32>) -> Anchoring {
    let distance = |candidate: &Candidate| expected.map_or(0, |at| at.abs_diff(candidate.span.start));
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| distance(a).cmp(&distance(b))));
    let Some(best) = candidates.first().copied() else {
        return Anchoring::Orphan(OrphanReason::QuoteNotFound);
    };
    let rivals = candidates.iter().take_while(|other| best.score - other.score < MARGIN).count();
    if rivals > 1 {
        let mut near: Vec<Candidate> = candidates.iter().take(rivals).copied().collect();
        near.sort_by_key(distance);
        if let ([first, second, ..], Some(_)) = (near.as_slice(), expected)
            && is_clearly_nearer(distance(first), distance(second))
        {
            return Anchoring::Moved { span: first.span, score: first.score / 2.0 };
        }
        candidates.truncate(MOST_CANDIDATES);
        return Anchoring::Ambiguous(candidates);
    }
    let long = quote.exact.chars().nth(LONG_QUOTE - 1).is_some();
    if best.score < ENOUGH_CONTEXT && !(long && candidates.len() == 1) {
        candidates.truncate(MOST_CANDIDATES);
        return Anchoring::Ambiguous(candidates);
    }
    if expected.is_none() && best.score >= 1.0 {
        return Anchoring::Exact(best.span);
    }
    Anchoring::Moved { span: best.span, score: best.score }
}

/// Nearness only tells two places apart when one is at least three times as far as the other, and more
/// than a few words.
const fn is_clearly_nearer(near: u32, far: u32) -> bool {
    far / 3 >= near && far - near >= 48
}
