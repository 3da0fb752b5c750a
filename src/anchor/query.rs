//! One annotation's selectors, made ready to be looked for.

use std::ops::Range;

use crate::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::matching::myers::Pattern;
use crate::matching::words;
use crate::text::Folded;

/// Most characters of context on one side that count: as many as the patterns of [`Pattern::beginnings`].
pub(super) const MOST_CONTEXT: usize = 64;

/// The first quotation and the first position among `selectors`; more of a kind say the same.
pub(super) fn parts(selectors: &[Selector]) -> (Option<&TextQuoteSelector>, Option<&TextPositionSelector>) {
    let quote = selectors.iter().find_map(|selector| match selector {
        Selector::Quote(quote) => Some(quote),
        _ => None,
    });
    let position = selectors.iter().find_map(|selector| match selector {
        Selector::Position(position) => Some(position),
        _ => None,
    });
    (quote, position)
}

/// The quotation and the position, where both are given.
pub(super) fn described(selectors: &[Selector]) -> Option<(&TextQuoteSelector, &TextPositionSelector)> {
    let (quote, position) = parts(selectors);
    quote.zip(position)
}

/// A folded quotation between its folded contexts.
pub(super) struct Query<'a> {
    /// As it came.
    pub selector: &'a TextQuoteSelector,
    /// Where it stood, in code points or UTF-16 units of the text it was made on.
    pub position: Option<&'a TextPositionSelector>,
    /// Prefix, quotation and suffix.
    pub chars: Vec<char>,
    /// For each of them, whether a sentence or a paragraph ends with it, more or less.
    pub stops: Vec<bool>,
    /// The quotation among [`Self::chars`], without the white space at its ends.
    pub quote: Range<usize>,
    /// Bytes of the quotation before its first folded character.
    pub lead: usize,
    /// The quotation, from its beginning and from its end.
    pub pattern: Pattern,
    pub backwards: Pattern,
    /// The prefix from its end.
    pub before: Pattern,
    /// The suffix from its beginning.
    pub after: Pattern,
}

impl<'a> Query<'a> {
    /// O(length).
    pub fn new(selector: &'a TextQuoteSelector, position: Option<&'a TextPositionSelector>) -> Self {
        let (prefix, suffix) = (prefix(selector), suffix(selector));
        let text = [prefix, &selector.exact, suffix].concat();
        let folded = Folded::new(&text);
        let begins = u32::try_from(prefix.len()).unwrap_or(u32::MAX);
        let ends = u32::try_from(prefix.len() + selector.exact.len()).unwrap_or(u32::MAX);
        let mut quote = folded.at(begins)..folded.at(ends);
        let is_space = |at: usize| folded.chars.get(at) == Some(&' ');
        while !quote.is_empty() && is_space(quote.end - 1) {
            quote.end -= 1;
        }
        while !quote.is_empty() && is_space(quote.start) {
            quote.start += 1;
        }
        let lead = folded.span(quote.clone()).start.saturating_sub(begins) as usize;
        let first = quote.start.saturating_sub(MOST_CONTEXT);
        let chars = folded.slice(first..quote.end + MOST_CONTEXT).to_vec();
        let stops = chars.iter().enumerate().map(|(at, c)| match c {
            ' ' => folded.span(first + at..first + at + 1).of(&text).contains('\n'),
            _ => matches!(c, '.' | '!' | '?'),
        });
        let stops = stops.collect();
        let quote = quote.start - first..quote.end - first;
        let side = |range: Range<usize>| chars.get(range).unwrap_or_default();
        Self {
            pattern: Pattern::new(side(quote.clone())),
            backwards: Pattern::backwards(side(quote.clone())),
            before: Pattern::backwards(side(0..quote.start)),
            after: Pattern::new(side(quote.end..chars.len())),
            selector,
            position,
            chars,
            stops,
            quote,
            lead,
        }
    }

    /// The folded quotation.
    pub fn quoted(&self) -> &[char] {
        self.chars.get(self.quote.clone()).unwrap_or_default()
    }

    /// The folded prefix.
    pub fn prefix(&self) -> &[char] {
        self.chars.get(..self.quote.start).unwrap_or_default()
    }

    /// The folded suffix.
    pub fn suffix(&self) -> &[char] {
        self.chars.get(self.quote.end..).unwrap_or_default()
    }

    /// Length of the folded quotation.
    pub fn length(&self) -> usize {
        self.quote.len()
    }

    /// Whether its start and its end were at the edge of a word, as far as the contexts tell.
    pub fn edges(&self) -> (bool, bool) {
        (words::is_edge(&self.chars, self.quote.start), words::is_edge(&self.chars, self.quote.end))
    }
}

/// The end of the prefix, no longer than can count even if much of it folds away.
fn prefix(selector: &TextQuoteSelector) -> &str {
    let prefix = selector.prefix.as_deref().unwrap_or_default();
    let from = prefix.char_indices().rev().nth(4 * MOST_CONTEXT).map_or(0, |(at, _)| at);
    prefix.get(from..).unwrap_or_default()
}

/// The beginning of the suffix, likewise.
fn suffix(selector: &TextQuoteSelector) -> &str {
    let suffix = selector.suffix.as_deref().unwrap_or_default();
    let to = suffix.char_indices().nth(4 * MOST_CONTEXT).map_or(suffix.len(), |(at, _)| at);
    suffix.get(..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Query;
    use crate::annotation::TextQuoteSelector;

    #[test]
    fn white_space_at_the_ends_belongs_to_the_context() {
        let (prefix, suffix) = (Some("in ".to_owned()), Some("now.".to_owned()));
        let selector =
            TextQuoteSelector { exact: "\n Seoul ".into(), prefix, suffix, ..TextQuoteSelector::default() };
        let query = Query::new(&selector, None);
        let text = |chars: &[char]| chars.iter().collect::<String>();
        assert_eq!(
            [query.prefix(), query.quoted(), query.suffix()].map(text),
            ["in ".to_owned(), "seoul".to_owned(), " now.".to_owned()]
        );
        assert_eq!((query.lead, query.edges()), (2, (true, true)));
    }
}
