//! Common words that are no names, and words that say what a sentence speaks of, from `data/words.txt` (its origin and
//! licence stand at its head).
//!
//! Invariant: every lookup is exact on the text as written; case is the caller's matter.

use rustc_hash::FxHashMap;

use crate::bundle::{Lazy, Part};

/// The words, indexed. Some 4,000; read once, in a fraction of a millisecond.
#[derive(Debug, Default)]
pub struct Names {
    /// Each with the topics it points to.
    words: FxHashMap<&'static str, u8>,
}

/// Bits of [`Names::topics`]: a person's pronouns; a thing's, and words for bodies; markets, sports, places.
pub const TOPICS: u32 = 5;

/// The one instance.
pub fn names() -> &'static Names {
    static NAMES: Lazy<Names> = Lazy::new(Part::Words);
    NAMES.get(Names::read)
}

impl Names {
    fn read(bytes: &'static [u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let (mut words, mut bit, mut next) = (FxHashMap::default(), 0, 1);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                (bit, next) = (next, next << 1);
            } else {
                words.extend(line.split('|').map(|word| (word, bit)));
            }
        }
        Self { words }
    }

    /// Whether `word`, in lower case, is a common word or an inflected form of one.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        self.topics(word).is_some()
    }

    /// What a sentence with `word`, in lower case, may speak of ([`TOPICS`] bits), if it is a common word or an inflected form
    /// of one.
    #[must_use]
    pub fn topics(&self, word: &str) -> Option<u8> {
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
        let known = |stem: &str| self.words.contains_key(stem);
        if let Some(bits) = self.words.get(word) {
            return Some(bits & ((1 << TOPICS) - 1));
        }
        let inflected = ENDINGS.iter().any(|(ending, [bare, e, y])| {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) else {
                return false;
            };
            let with = |letter: &str| known(&[stem, letter].concat());
            *bare && known(stem) || *e && with("e") || *y && with("y")
        });
        inflected.then_some(0)
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

    #[test]
    fn each_topic_has_words_and_a_common_word_has_none() {
        let found =
            ["she", "its", "shares", "innings", "village", "abandon"].map(|word| names().topics(word));
        assert_eq!(found, [1, 2, 4, 8, 16, 0].map(Some));
        assert_eq!(names().topics("hangzhou"), None);
    }
}
