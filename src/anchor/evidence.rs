//! How much speaks for a place, in bits: as many as it takes to tell the place from a random one.
//!
//! A character that agrees speaks for a place with [`AGREES`] bits (English prose carries about one to two
//! bits a character, and what agrees in a row is not independent), one that does not speaks against it
//! with [`DIFFERS`]. A place among n needs log₂ n bits before it is likelier than not, so that a longer
//! text asks for more, a short quotation needs its context, and a long one does not.

use std::ops::Range;

use super::query::Query;
use crate::text::Folded;

/// Bits for each character that agrees.
const AGREES: f32 = 2.0;
/// Bits against a place for each character that does not.
const DIFFERS: f32 = 3.0;
/// Bits against a place of which one side of the context is nowhere near.
const LOST: f32 = 7.0;

/// What speaks for one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Evidence {
    /// The bits of the quotation.
    pub quote: f32,
    /// The bits of its two sides.
    pub context: f32,
    /// Whether each side that was given is more or less there.
    pub sides: (bool, bool),
    /// Share of the quotation, 0 to 1, that is there.
    pub quote_share: f32,
    /// Share of the quotation and the contexts, 0 to 1, that is there.
    pub share: f32,
}

/// The bits of a quotation and contexts that are there to the last character.
pub(super) fn most(query: &Query<'_>) -> f32 {
    AGREES * number(query.chars.len())
}

/// How many bits a place with `bits` of at most `most` falls behind one with all of them, when it is asked
/// which of them is the original.
///
/// What is like the passage in most respects is no place like any other: it is a copy of it, or it is the
/// passage and the other is the copy. Which one was changed says little then, and less the more there is to
/// compare; where they stand says more.
pub(super) fn behind(bits: f32, most: f32) -> f32 {
    let missing = (most - bits).max(0.0);
    let copied = COPY * (1.0 + missing / 8.0).log2();
    let likeness = ((bits / most.max(1.0) - 0.4) / 0.2).clamp(0.0, 1.0);
    copied.min(missing) * likeness + missing * (1.0 - likeness)
}

/// Bits that the first few differences between two copies count.
const COPY: f32 = 3.0;

/// What one side says.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    bits: f32,
    agreeing: f32,
    length: f32,
}

/// Weighs the quotation, of which `kept` characters stand in `range` of `text` with `errors`, and what stands
/// on its sides.
pub(super) fn weigh(
    query: &Query<'_>,
    text: &Folded,
    range: &Range<usize>,
    kept: usize,
    errors: usize,
) -> Evidence {
    let (length, agreeing) = (number(query.length()), number(kept));
    let before = text.slice(range.start.saturating_sub(REACH)..range.start);
    let after = text.slice(range.end..range.end + REACH);
    let same = |(a, b): &(&char, &char)| a == b;
    let prefix = {
        let run = query.prefix().iter().rev().zip(before.iter().rev()).take_while(same).count();
        side(query.prefix().len(), run, |reach| {
            query.before.endings(before.get(before.len().saturating_sub(reach)..).unwrap_or_default())
        })
    };
    let suffix = {
        let run = query.suffix().iter().zip(after).take_while(same).count();
        side(query.suffix().len(), run, |reach| {
            query.after.beginnings(after.get(..after.len().min(reach)).unwrap_or_default())
        })
    };
    let whole = length + prefix.length + suffix.length;
    Evidence {
        quote: agreeing * AGREES - number(errors) * DIFFERS,
        context: prefix.bits + suffix.bits,
        sides: (prefix.bits >= 0.0, suffix.bits >= 0.0),
        quote_share: if length > 0.0 { agreeing / length } else { 1.0 },
        share: if whole > 0.0 { (agreeing + prefix.agreeing + suffix.agreeing) / whole } else { 1.0 },
    }
}

/// How far to look for a context of 64 characters into which something was put.
const REACH: usize = 80;

/// What a side with `length` characters of context says of which `run` agree in a row; `parts` compares its
/// beginnings with so many characters of the text.
fn side(length: usize, run: usize, parts: impl FnOnce(usize) -> [(usize, usize); 4]) -> Side {
    if length == 0 {
        return Side::default();
    }
    let lost = -LOST.min(AGREES * number(length));
    let of_run = Side { bits: number(run) * AGREES, agreeing: number(run), length: number(length) };
    if run == length {
        return of_run;
    }
    // The context may agree as far as a sentence that was put in, or beyond a word that was replaced.
    let rows = parts(length + length / 4);
    let bits = |(row, errors): (usize, usize)| number(row - errors) * AGREES - number(errors) * DIFFERS;
    let best = rows.into_iter().map(bits).fold(of_run.bits + lost, f32::max);
    let whole = rows.last().map_or(0, |(row, errors)| row - errors);
    // A third of the characters can be lined up between any two texts.
    let agreeing = ((number(whole) / number(length) - 0.35) / 0.65).max(0.0) * number(length);
    Side { bits: best, agreeing: agreeing.max(number(run)), length: number(length) }
}

/// Exact for any number that matters here.
#[allow(clippy::cast_precision_loss)]
pub(super) fn number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::anchor::query::Query;
    use crate::annotation::TextQuoteSelector;
    use crate::text::Folded;

    fn context(prefix: &str, suffix: &str, text: &str) -> f32 {
        let selector = TextQuoteSelector {
            exact: "Seoul".into(),
            prefix: Some(prefix.into()),
            suffix: Some(suffix.into()),
            ..TextQuoteSelector::default()
        };
        let at = text.split("Seoul").next().unwrap().chars().count();
        weigh(&Query::new(&selector, None), &Folded::new(text), &(at..at + 5), 5, 0).context
    }

    #[test]
    fn a_context_speaks_as_far_as_it_agrees() {
        let whole = context("they met in ", " at noon", "they met in Seoul at noon");
        assert!((whole - 40.0).abs() < 0.01, "{whole}");
        let replaced = context("they met in ", " at noon", "they sat in Seoul at noon");
        let cut = context("they met in ", " at noon", "xxxx yyy in Seoul at noon");
        let gone = context("they met in ", " at noon", "qqqqqqqqqqqqSeoulqqqqqqqq");
        assert!(whole > replaced && replaced > cut && cut > gone, "{replaced} {cut} {gone}");
        assert!((gone + 14.0).abs() < 0.01, "{gone}");
        assert!(context("", "", "Seoul").abs() < 0.01);
    }
}
