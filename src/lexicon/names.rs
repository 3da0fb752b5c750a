//! Common words that are no names, from `data/words.txt` (its origin and licence stand at its head).
//!
//! Invariant: every lookup is exact on the text as written; case is the caller's matter.

use rustc_hash::FxHashSet;

use crate::bundle::{Lazy, Part};

/// The words, indexed. Some 4,000; read once, in a fraction of a millisecond.
#[derive(Debug, Default)]
pub struct Names {
    words: FxHashSet<&'static str>,
}

/// The one instance.
pub fn names() -> &'static Names {
    static NAMES: Lazy<Names> = Lazy::new(Part::Words);
    NAMES.get(Names::read)
}

impl Names {
    fn read(bytes: &'static [u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.starts_with(['#', '[']));
        Self { words: lines.flat_map(|line| line.split('|')).collect() }
    }

    /// Whether `word`, in lower case, is a common word or an inflected form of one.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        /// Endings, and whether the bare stem, the stem with `e`, the stem with `y` takes them.
        const ENDINGS: [(&str, [bool; 3]); 11] = [
            ("ies", [false, false, true]),
            ("ied", [false, false, true]),
            ("es", [true, true, false]),
            ("s", [true, false, false]),
            ("ed", [true, true, false]),
            ("ing", [true, true, false]),
            ("ly", [true, false, false]),
            ("er", [true, true, false]),
            ("ers", [true, true, false]),
            ("ings", [true, true, false]),
            ("al", [true, false, false]),
        ];
        let known = |stem: &str| self.words.contains(stem);
        known(word)
            || ENDINGS.iter().any(|(ending, [bare, e, y])| {
                let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) else {
                    return false;
                };
                let with = |letter: &str| known(&[stem, letter].concat());
                *bare && known(stem) || *e && with("e") || *y && with("y")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn inflected_forms_of_common_words_are_common() {
        for word in ["security", "seeks", "harvesting", "bases", "countries", "strengthened"] {
            assert!(names().is_common(word), "{word}");
        }
        assert!(!names().is_common("hangzhou"));
    }
}
