//! Where some characters stand in a text, as a reader types them.

use std::ops::Range;

/// Every place of `needle` in `text`, in bytes and in order, of those that `counts` agrees to, none overlapping another.
/// None of an empty needle. O(n + found · length).
pub fn occurrences<'a>(
    text: &'a str,
    needle: &'a str,
    counts: impl Fn(&Range<usize>) -> bool + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (first, rest) = needle.as_bytes().split_first()?;
        loop {
            // A plain loop over bytes is sooner in WebAssembly than the standard library's search.
            let start = at + text.as_bytes().get(at..)?.iter().position(|byte| byte == first)?;
            at = start + 1;
            let place = start..start + needle.len();
            if text.as_bytes().get(at..)?.starts_with(rest) && counts(&place) {
                at = place.end;
                return Some(place);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::is_edge_of;
    use super::occurrences;
    use proptest::prelude::*;
    use std::ops::Range;

    fn check(text: &str, needle: &str, whole: bool, expected: &[usize]) {
        let counts =
            |place: &Range<usize>| !whole || (is_edge_of(text, place.start) && is_edge_of(text, place.end));
        let found: Vec<usize> = occurrences(text, needle, counts).map(|place| place.start).collect();
        assert_eq!(found, expected, "{needle:?} in {text:?}");
    }

    #[test]
    fn parts_of_words_and_whole_ones() {
        check("a cable, two cables: cable", "cable", false, &[2, 13, 21]);
        check("a cable, two cables: cable", "cable", true, &[2, 21]);
        check("aaaa", "aa", false, &[0, 2]);
        check("漢字漢字", "漢字", true, &[0, 6]);
        check("ba a a", "a a", true, &[3]);
        check("it's", "it", true, &[0]);
        check("", "a", false, &[]);
        check("abc", "", false, &[]);
        check("abc", "abcd", false, &[]);
    }

    proptest! {
        #[test]
        fn finds_what_the_standard_search_finds(text in "[ab ]{0,60}", needle in "[ab ]{1,4}") {
            let found: Vec<usize> =
                occurrences(&text, &needle, |_| true).map(|place| place.start).collect();
            let expected: Vec<usize> = text.match_indices(&needle).map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
