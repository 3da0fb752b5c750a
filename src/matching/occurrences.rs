//! Where some characters stand in a text, as a reader types them.

use std::ops::Range;

use super::words::is_edge;

/// Every place of `needle` in `text`, in order, none overlapping another; with `whole` only those at both ends
/// of which no word goes on. None of an empty needle. O(n + found · length).
pub fn occurrences<'a>(
    text: &'a [char],
    needle: &'a [char],
    whole: bool,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (first, rest) = needle.split_first()?;
        loop {
            let ahead = text.get(at..)?;
            let start = at + ahead.iter().position(|c| c == first)?;
            let end = start + needle.len();
            at = start + 1;
            let is_here = text.get(start + 1..end).is_some_and(|here| here == rest);
            if is_here && (!whole || (is_edge(text, start) && is_edge(text, end))) {
                at = end;
                return Some(start..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::occurrences;
    use proptest::prelude::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn check(text: &str, needle: &str, whole: bool, expected: &[usize]) {
        let found: Vec<usize> =
            occurrences(&chars(text), &chars(needle), whole).map(|range| range.start).collect();
        assert_eq!(found, expected, "{needle:?} in {text:?}");
    }

    #[test]
    fn parts_of_words_and_whole_ones() {
        check("a cable, two cables: cable", "cable", false, &[2, 13, 21]);
        check("a cable, two cables: cable", "cable", true, &[2, 21]);
        check("aaaa", "aa", false, &[0, 2]);
        check("漢字漢字", "漢字", true, &[0, 2]);
        check("it's", "it", true, &[0]);
        check("", "a", false, &[]);
        check("abc", "", false, &[]);
        check("abc", "abcd", false, &[]);
    }

    proptest! {
        #[test]
        fn finds_what_the_standard_search_finds(text in "[ab ]{0,60}", needle in "[ab ]{1,4}") {
            let found: Vec<usize> =
                occurrences(&chars(&text), &chars(&needle), false).map(|range| range.start).collect();
            let expected: Vec<usize> = text.match_indices(&needle).map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
