//! Words of a folded text, as far as finding a passage again needs them.

use std::ops::Range;

/// A word, a single mark or a single ideograph.
pub type Word = Range<usize>;

/// Whether a word goes on across this character: letters and digits of scripts that part their words.
pub fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && u32::from(character) < 0x2e80
}

/// Everything but white space, in order.
pub fn words(text: &[char]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut in_word = false;
    for (at, character) in text.iter().enumerate() {
        let letter = is_letter(*character);
        match words.last_mut().filter(|_| in_word && letter) {
            Some(word) => word.end = at + 1,
            None if *character != ' ' => words.push(at..at + 1),
            None => {}
        }
        in_word = letter;
    }
    words
}

/// Whether a word of `text` ends or begins at `at`, or none is near.
pub fn is_edge(text: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| is_letter(*c));
    !(letter(at.checked_sub(1)) && letter(Some(at)))
}

/// [`is_edge`] at a byte of a text that is no list of characters.
pub fn is_edge_of(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    !(before.ends_with(is_letter) && after.starts_with(is_letter))
}

/// The edge of a word that is nearest to `at`; of equals the earlier one.
pub fn nearest_edge(text: &[char], at: usize) -> usize {
    let steps = (0..=text.len()).flat_map(|step| [at.checked_sub(step), Some(at + step)]).flatten();
    let mut edges = steps.filter(|at| *at <= text.len() && is_edge(text, *at));
    edges.next().unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::{nearest_edge, words};

    #[test]
    fn words_and_their_edges() {
        let text: Vec<char> = "it's 漢字, ok".chars().collect();
        let found: Vec<String> = words(&text).into_iter().map(|word| text[word].iter().collect()).collect();
        assert_eq!(found, ["it", "'", "s", "漢", "字", ",", "ok"]);
        assert_eq!([1, 3, 6, 7, 10].map(|at| nearest_edge(&text, at)), [0, 3, 6, 7, 9]);
        assert_eq!(nearest_edge(&[], 0), 0);
    }
}
