//! What stands around a passage, cut to size when the passage is described.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Fewest characters of context on each side, where the text has them.
const LEAST: usize = 32;
/// Most characters of context on each side; between the two the cut falls between words.
const MOST: usize = 64;

/// The end of `before` that serves as a prefix: at least [`LEAST`] characters (all of a shorter text),
/// beginning between words if there is such a place, never inside a grapheme cluster if that can be had
/// within [`MOST`] characters.
pub(super) fn prefix(before: &str) -> &str {
    let nth_back = |n: usize| before.char_indices().rev().nth(n - 1).map_or(0, |(at, _)| at);
    let (earliest, latest) = (nth_back(MOST), nth_back(LEAST));
    let window = before.get(earliest..).unwrap_or_default();
    let mut words = window.split_word_bound_indices().rev().map(|(at, _)| earliest + at);
    let between = |at: &usize| *at > earliest || earliest == 0;
    let by_word = words.find(|at| *at <= latest && between(at) && is_cluster_boundary(before, *at));
    let by_cluster = || {
        (earliest..=latest).rev().find(|at| before.is_char_boundary(*at) && is_cluster_boundary(before, *at))
    };
    before.get(by_word.or_else(by_cluster).unwrap_or(latest)..).unwrap_or_default()
}

/// The beginning of `after` that serves as a suffix; the mirror image of [`prefix`].
pub(super) fn suffix(after: &str) -> &str {
    let nth = |n: usize| after.char_indices().nth(n).map_or(after.len(), |(at, _)| at);
    let (earliest, latest) = (nth(LEAST), nth(MOST));
    let window = after.get(..latest).unwrap_or_default();
    let mut words = window.split_word_bound_indices().map(|(at, word)| at + word.len());
    let between = |at: &usize| *at < latest || latest == after.len();
    let by_word = words.find(|at| *at >= earliest && between(at) && is_cluster_boundary(after, *at));
    let by_cluster =
        || (earliest..=latest).find(|at| after.is_char_boundary(*at) && is_cluster_boundary(after, *at));
    after.get(..by_word.or_else(by_cluster).unwrap_or(earliest)).unwrap_or_default()
}

fn is_cluster_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::{prefix, suffix};

    #[test]
    fn context_begins_and_ends_between_words() {
        let text = "The ministers of the three countries agreed to hold regular consultations in the spring";
        assert_eq!(prefix(text), "regular consultations in the spring");
        assert_eq!(suffix(text), "The ministers of the three countries");
    }

    #[test]
    fn a_short_text_is_all_context() {
        assert_eq!((prefix("Seoul, "), suffix(".")), ("Seoul, ", "."));
        assert_eq!((prefix(""), suffix("")), ("", ""));
    }

    #[test]
    fn a_text_without_words_is_cut_between_clusters() {
        let family = "👨‍👩‍👧‍👦";
        let text = family.repeat(20);
        for cut in [prefix(&text), suffix(&text)] {
            assert_eq!(cut.len() % family.len(), 0, "{cut}");
            assert!((32..=64).contains(&cut.chars().count()), "{cut}");
        }
        let run = "x".repeat(500);
        assert_eq!((prefix(&run).len(), suffix(&run).len()), (32, 32));
    }
}
