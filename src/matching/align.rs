//! Where the two ends of a passage lie in a text that changed around and inside it.
//!
//! A local alignment with affine gaps (Smith and Waterman 1981, Gotoh 1982) of the passage with its context:
//! a run that was put in or taken out costs little more than a single character, so that a sentence
//! put into a passage does not make two halves of it.

use std::ops::Range;

const MATCH: i32 = 8;
const MISMATCH: i32 = -10;
const OPEN: i32 = -36;
const EXTEND: i32 = -1;

/// Lost characters that are taken to have been replaced.
const FEW: usize = 8;

/// How a cell was reached, and whether the gaps that end in it are older than it.
const DIAGONAL: u8 = 1;
const ACROSS: u8 = 2;
const DOWN: u8 = 3;
const ACROSS_GOES_ON: u8 = 4;
const DOWN_GOES_ON: u8 = 8;

/// The places that are the same in both: indices into the pattern and into the text, in order.
pub type Pairs = Vec<(usize, usize)>;

/// The best local alignment of `pattern` with `text`. O(product of their lengths).
pub fn align(pattern: &[char], text: &[char]) -> Pairs {
    let width = text.len();
    let mut trace = vec![0_u8; pattern.len() * width];
    let mut above: Vec<(i32, i32)> = vec![(0, OPEN); width];
    let (mut best, mut at) = (0, None);
    for (row, (p, trace)) in pattern.iter().zip(trace.chunks_mut(width.max(1))).enumerate() {
        let (mut left, mut across, mut corner) = (0, OPEN, 0);
        for (column, ((c, (cell, down)), trace)) in text.iter().zip(&mut above).zip(trace).enumerate() {
            let mut how = 0;
            across = later(left + OPEN, across + EXTEND, ACROSS_GOES_ON, &mut how);
            *down = later(*cell + OPEN, *down + EXTEND, DOWN_GOES_ON, &mut how);
            let mut score = 0;
            let diagonal = corner + if p == c { MATCH } else { MISMATCH };
            for (reached, by) in [(diagonal, DIAGONAL), (across, ACROSS), (*down, DOWN)] {
                if reached > score {
                    score = reached;
                    how = how & !3 | by;
                }
            }
            (corner, *cell, left, *trace) = (*cell, score, score, how);
            if score > best {
                (best, at) = (score, Some((row, column)));
            }
        }
    }
    at.map(|end| walk(&trace, width, pattern, text, end)).unwrap_or_default()
}

/// The better of opening a gap and going on with one; notes in `how` if it goes on.
fn later(opened: i32, longer: i32, mark: u8, how: &mut u8) -> i32 {
    if longer > opened {
        *how |= mark;
    }
    opened.max(longer)
}

fn walk(trace: &[u8], width: usize, pattern: &[char], text: &[char], end: (usize, usize)) -> Pairs {
    let (mut row, mut column) = end;
    let (mut pairs, mut gap) = (Vec::new(), 0);
    while let Some(how) = trace.get(row * width + column).copied() {
        let by = if gap > 0 { gap } else { how & 3 };
        let (up, back) = match by {
            DIAGONAL => {
                if pattern.get(row) == text.get(column) {
                    pairs.push((row, column));
                }
                (1, 1)
            }
            ACROSS => {
                gap = if how & ACROSS_GOES_ON > 0 { ACROSS } else { 0 };
                (0, 1)
            }
            DOWN => {
                gap = if how & DOWN_GOES_ON > 0 { DOWN } else { 0 };
                (1, 0)
            }
            _ => break,
        };
        let (Some(r), Some(c)) = (row.checked_sub(up), column.checked_sub(back)) else { break };
        (row, column) = (r, c);
    }
    pairs.reverse();
    pairs
}

/// Where `quote`, a range of the pattern, lies in the text according to `pairs`. Where an end of it was
/// changed, the context says how far it goes; where that is gone too, the length that it had, unless what is
/// gone are sentences: `stops` says where in the pattern they end.
pub fn range(pairs: &Pairs, stops: &[bool], quote: &Range<usize>, width: usize) -> Option<Range<usize>> {
    let first = pairs.partition_point(|(row, _)| *row < quote.start);
    let end = pairs.partition_point(|(row, _)| *row < quote.end);
    let (before, after) = (first.checked_sub(1).and_then(|at| pairs.get(at)), pairs.get(end));
    if first == end {
        // Nothing of it is left; but what stands between its neighbours may stand for it.
        let ((_, from), (_, to)) = (before?, after?);
        return (is_short(to - from, quote.len()) && from + 1 < *to).then_some(from + 1..*to);
    }
    let (first_pair, last_pair) = (pairs.get(first)?, pairs.get(end - 1)?);
    let lost = first_pair.0 - quote.start;
    let start = match before {
        _ if lost == 0 => first_pair.1,
        Some((row, column)) if row + 1 == quote.start && is_short(first_pair.1 - column, lost) => column + 1,
        _ if lost > FEW && stops_at(stops, first_pair.0) => first_pair.1,
        _ => first_pair.1.saturating_sub(lost).max(before.map_or(0, |(_, column)| column + 1)),
    };
    let lost = quote.end - 1 - last_pair.0;
    let end = match after {
        _ if lost == 0 => last_pair.1 + 1,
        Some((row, column)) if *row == quote.end && is_short(column - last_pair.1, lost) => *column,
        _ if lost > FEW && stops_at(stops, last_pair.0 + 1) => last_pair.1 + 1,
        _ => (last_pair.1 + 1 + lost).min(after.map_or(width, |(_, column)| *column)),
    };
    (start < end).then_some(start..end)
}

/// Whether a sentence ends before `at`, or a letter or two from there.
fn stops_at(stops: &[bool], at: usize) -> bool {
    stops.get(at.saturating_sub(3)..stops.len().min(at + 2)).unwrap_or_default().contains(&true)
}

/// Whether `now` characters may be what became of `then`.
const fn is_short(now: usize, then: usize) -> bool {
    now <= 2 * then + 16
}

#[cfg(test)]
mod tests {
    use super::{align, range};

    fn found(prefix: &str, quote: &str, suffix: &str, text: &str) -> String {
        let pattern: Vec<char> = [prefix, quote, suffix].concat().chars().collect();
        let text: Vec<char> = text.chars().collect();
        let start = prefix.chars().count();
        let quote = start..start + quote.chars().count();
        let stops: Vec<bool> = pattern.iter().map(|c| *c == '.').collect();
        let found = range(&align(&pattern, &text), &stops, &quote, text.len());
        found.map_or(String::new(), |found| text[found].iter().collect())
    }

    #[test]
    fn ends_lie_where_the_context_says() {
        let cases = [
            (
                "they met the ",
                "old minister",
                " in Seoul",
                "as they met the aged minister in Seoul",
                "aged minister",
            ),
            ("they met the ", "minister", " in Seoul", "as they met the minister, Kim, in Seoul", "minister"),
            (
                "and so at the end he said ",
                "we will not go",
                " and left",
                "and so at the end he said we never wanted to go and left",
                "we never wanted to go",
            ),
            (
                "one. ",
                "two three. four five six.",
                " seven",
                "one. two three. a whole new one. four five six. seven",
                "two three. a whole new one. four five six.",
            ),
            ("", "alpha beta gamma", "", "xx alpha beta gamma yy", "alpha beta gamma"),
            ("a b ", "gone", " c d", "nothing of it here", ""),
        ];
        for (prefix, quote, suffix, text, expected) in cases {
            assert_eq!(found(prefix, quote, suffix, text), expected, "{text}");
        }
    }
}
