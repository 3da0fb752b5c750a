//! Names and values in one list.
//!
//! Overlap policy: of two mentions that share text the longer stays (`2014 Asian Games` over `2014`,
//! `Sept. 26` over a person `Sept`); of two that are equally long the
//! value, because its grammar is narrower than the guess at a name.

use std::cmp::Reverse;

use crate::order;
use crate::tag::Mention;

/// Merges two lists, each without overlaps, into one in order of start and without overlaps: of those that overlap,
/// one with the next, the longest first, each kept where nothing longer stands. O(n) where few overlap.
pub(super) fn merge(mut names: Vec<Mention>, mut values: Vec<Mention>) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::with_capacity(names.len() + values.len());
    let (mut together, mut end) = (Vec::new(), 0);
    [&mut names, &mut values].into_iter().for_each(|list| order::by_key(list, |mention| mention.span));
    let (mut names, mut values) = (names.into_iter().peekable(), values.into_iter().peekable());
    loop {
        let is_name = match (names.peek(), values.peek()) {
            (Some(name), Some(value)) => name.span < value.span,
            (name, _) => name.is_some(),
        };
        let next = if is_name { names.next() } else { values.next() };
        let Some(mention) = next else { break };
        if mention.span.start >= end {
            settle(&mut together, &mut kept);
        }
        end = end.max(mention.span.end);
        together.push(mention);
    }
    settle(&mut together, &mut kept);
    kept
}

/// Moves those of `together` that stay to `kept`.
fn settle(together: &mut Vec<Mention>, kept: &mut Vec<Mention>) {
    if together.len() < 2 {
        kept.append(together);
        return;
    }
    order::by_key(together, |mention| (Reverse(mention.span.len()), mention.label.is_name(), mention.span));
    let mut stay: Vec<Mention> = Vec::new();
    for mention in together.drain(..) {
        let at = stay.partition_point(|other| other.span.end <= mention.span.start);
        if stay.get(at).is_none_or(|next| mention.span.end <= next.span.start) {
            stay.insert(at, mention);
        }
    }
    kept.append(&mut stay);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::merge;
    use crate::tag::{Label, Mention, Source};
    use crate::text::Span;

    fn check(names: &[(u32, u32)], values: &[(u32, u32)], expected: &[(u32, u32)]) {
        let of = |spans: &[(u32, u32)], label| -> Vec<Mention> {
            spans.iter().map(|(a, b)| Mention::new(Span::new(*a, *b), label, Source::Rule)).collect()
        };
        let merged = merge(of(names, Label::Org), of(values, Label::Date));
        let spans: Vec<(u32, u32)> = merged.iter().map(|m| (m.span.start, m.span.end)).collect();
        assert_eq!(spans, expected);
    }

    #[test]
    fn the_longer_of_two_that_overlap_stays() {
        check(&[(0, 16)], &[(0, 4)], &[(0, 16)]);
        check(&[(0, 4)], &[(0, 8)], &[(0, 8)]);
        check(&[(3, 9), (20, 25)], &[(0, 5), (10, 12)], &[(3, 9), (10, 12), (20, 25)]);
    }

    #[test]
    fn one_long_mention_beats_several_short_ones() {
        check(&[(2, 4), (6, 9)], &[(0, 10)], &[(0, 10)]);
        check(&[(0, 10)], &[(1, 3), (4, 6)], &[(0, 10)]);
    }

    #[test]
    fn of_equals_the_value_stays() {
        let name = Mention::new(Span::new(0, 5), Label::Person, Source::Rule);
        let value = Mention::new(Span::new(0, 5), Label::Date, Source::Rule);
        assert_eq!(merge(vec![name], vec![value.clone()]), [value]);
    }

    /// Spans in order, none of which overlaps another.
    fn apart() -> impl Strategy<Value = Vec<(u32, u32)>> {
        prop::collection::vec((0u32..4, 1u32..6), 0..12).prop_map(|steps| {
            let mut at = 0;
            let span = |(gap, length)| {
                let start = at + gap;
                at = start + length;
                (start, at)
            };
            steps.into_iter().map(span).collect()
        })
    }

    proptest! {
        /// As by going through all of both lists, the longest first, and looking at all that were kept.
        #[test]
        fn what_stays_is_what_nothing_longer_overlaps(names in apart(), values in apart()) {
            let mut all: Vec<_> = values.iter().map(|span| (*span, false)).collect();
            all.extend(names.iter().map(|span| (*span, true)));
            all.sort_by_key(|((start, end), name)| (std::cmp::Reverse(end - start), *name, *start));
            let mut expected: Vec<(u32, u32)> = Vec::new();
            for ((start, end), _) in all {
                if expected.iter().all(|other| other.1 <= start || end <= other.0) {
                    expected.push((start, end));
                }
            }
            expected.sort_unstable();
            check(&names, &values, &expected);
        }
    }
}
