//! Quotation marks in pairs: straight and curly, double and single, nested, and over several paragraphs of
//! which only the last is closed.

use super::words::Words;
use crate::document::BlockKind;
use crate::order;

/// What stands between a pair of quotation marks, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; one past the last token where the paragraph ends unclosed.
    pub close: usize,
    /// Inside another.
    pub nested: bool,
    /// Goes on with the next stretch, in the next paragraph.
    pub goes_on: bool,
}

/// An apostrophe closes a quotation when no other does within so many tokens.
const REACH: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

/// All stretches in order of their opening marks. O(tokens).
pub(super) fn find(words: &Words<'_>) -> Vec<Stretch> {
    let mut found = Vec::new();
    // The last block's opening mark without a closing one.
    let mut unclosed: Option<usize> = None;
    let mut at = 0;
    for block in &words.doc.blocks {
        while words.token(at).is_some_and(|token| token.span().start < block.span.start) {
            at += 1;
        }
        let first = at;
        while words.token(at).is_some_and(|token| token.span().start < block.span.end) {
            at += 1;
        }
        let prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
        let carried = unclosed.take().filter(|_| prose);
        if let Some(open) = carried
            && opens(words, first, first)
            && style(words.text(first)) == Some(Style::Double)
        {
            found.push(Stretch { open, close: first, nested: false, goes_on: true });
        }
        // Some do not open the next paragraph with a mark: then the next mark is the closing one.
        let doubles = |at: &usize| words.is_punctuation(*at) && style(words.text(*at)) == Some(Style::Double);
        let closing = (first..at).find(doubles).is_some_and(|mark| !opens(words, mark, first));
        unclosed = in_block(words, first, at, carried.filter(|_| closing), &mut found);
    }
    order::by_key(&mut found, |stretch| stretch.open);
    found
}

fn style(text: &str) -> Option<Style> {
    match text {
        "\"" | "“" | "”" | "„" | "''" | "``" | "«" | "»" => Some(Style::Double),
        "'" | "‘" | "’" | "`" => Some(Style::Single),
        _ => None,
    }
}

/// Pairs the marks of one block; an opening double mark that none closes.
///
/// `carried` is the opening mark of the paragraph before that this one closes.
fn in_block(
    words: &Words<'_>,
    first: usize,
    end: usize,
    carried: Option<usize>,
    found: &mut Vec<Stretch>,
) -> Option<usize> {
    let mut open: Vec<(Style, usize)> = carried.map(|open| (Style::Double, open)).into_iter().collect();
    for at in first..end {
        if !words.is_punctuation(at) {
            continue;
        }
        let Some(style) = style(words.text(at)) else { continue };
        let place = open.iter().rposition(|(other, _)| *other == style);
        let closing = match style {
            Style::Double => place.is_some() && !only_opens(words, at, first),
            Style::Single => place.is_some() && closes_single(words, at, end),
        };
        match place.filter(|_| closing) {
            Some(place) => {
                let start = open.get(place).map_or(at, |(_, start)| *start);
                open.truncate(place);
                found.push(Stretch { open: start, close: at, nested: !open.is_empty(), goes_on: false });
            }
            None if opens(words, at, first) => {
                // The same mark twice over: the first was never closed.
                if let Some(place) = place {
                    open.truncate(place);
                }
                open.push((style, at));
            }
            None => {}
        }
    }
    // Stretches inside one that was never closed are inside nothing.
    let outer = open.first().filter(|(style, _)| *style == Style::Double).map(|(_, start)| *start);
    for stretch in found.iter_mut().rev().take_while(|stretch| stretch.open >= first) {
        let around = |(_, start): &(Style, usize)| *start < stretch.open;
        if stretch.nested && open.iter().any(around) && outer.is_none_or(|outer| stretch.open < outer) {
            stretch.nested = false;
        }
    }
    outer
}

/// Whether a mark may open: space or a bracket before it, none after it.
fn opens(words: &Words<'_>, at: usize, first: usize) -> bool {
    let (Some(token), text) = (words.token(at), words.text(at)) else { return false };
    if matches!(text, "”" | "’" | "»" | "''") {
        return false;
    }
    if matches!(text, "“" | "„" | "«" | "``") {
        return true;
    }
    let before = at > first
        && words.token(at - 1).is_some_and(|before| before.touches(token))
        && !matches!(words.text(at - 1), "(" | "[" | "—" | "–" | "-" | "--" | "“" | "\"" | "‘" | "'" | ":");
    let after = words.token(at + 1).is_some_and(|next| token.touches(next));
    // Text that was tokenized before has spaces about every mark.
    let loose = style(text) == Some(Style::Double);
    !before && (after || loose)
}

/// Whether a mark can only open: it is curly, or space is before it and none after.
fn only_opens(words: &Words<'_>, at: usize, first: usize) -> bool {
    let (Some(token), text) = (words.token(at), words.text(at)) else { return false };
    if text != "\"" {
        return matches!(text, "“" | "„" | "«" | "``");
    }
    let before = at > first && words.token(at - 1).is_some_and(|before| before.touches(token));
    let after = words.token(at + 1).is_some_and(|next| token.touches(next));
    !before && after && !words.is_punctuation(at + 1)
}

/// Whether an apostrophe closes a quotation and is not that of `the boys' club`.
fn closes_single(words: &Words<'_>, at: usize, end: usize) -> bool {
    if matches!(words.text(at), "‘" | "`") {
        return false;
    }
    let possessive = words.is_word(at.wrapping_sub(1))
        && words.text(at - 1).ends_with(['s', 'x', 'z'])
        && words.is_word(at + 1)
        && !words.is_capital(at + 1);
    let later = || {
        (at + 1..end)
            .take(REACH)
            .any(|later| matches!(words.text(later), "'" | "’") && words.is_punctuation(later))
    };
    !(possessive && later())
}
