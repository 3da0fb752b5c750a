//! Word lists for names, read once from the text files in `data/` (their origin and licence stand at the
//! head of each): known names with their class, given names, surnames, and common words that are no names.
//!
//! Invariant: every lookup is exact on the text as written; case is the caller's matter.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// What a listed name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameClass {
    /// A country, state, province or city.
    Gpe,
    /// A people, religion or political group.
    Norp,
    /// A place that is not political.
    Loc,
    /// A building, square or camp.
    Fac,
    /// A company, agency, party, newspaper or team.
    Org,
    /// A war, games, holiday.
    Event,
    /// A constitution, treaty, act.
    Law,
    /// A language that is not also a people.
    Language,
    /// A thing that is made and sold.
    Product,
}

impl NameClass {
    fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "GPE" => Self::Gpe,
            "NORP" => Self::Norp,
            "LOC" => Self::Loc,
            "FAC" => Self::Fac,
            "ORG" => Self::Org,
            "EVENT" => Self::Event,
            "LAW" => Self::Law,
            "LANGUAGE" => Self::Language,
            "PRODUCT" => Self::Product,
            _ => return None,
        })
    }
}

const SOURCES: [&str; 6] = [
    include_str!("data/things.txt"),
    include_str!("data/cities.txt"),
    include_str!("data/countries.txt"),
    include_str!("data/organisations.txt"),
    include_str!("data/people.txt"),
    include_str!("data/words.txt"),
];

/// The lists, indexed. About 12,000 entries; built once, in a few milliseconds.
#[derive(Debug, Default)]
pub struct Names {
    phrases: FxHashMap<&'static str, NameClass>,
    /// Bytes of the longest phrase that begins with this word.
    longest: FxHashMap<&'static str, usize>,
    given: FxHashSet<&'static str>,
    surnames: FxHashSet<&'static str>,
    words: FxHashSet<&'static str>,
}

/// The one instance.
pub fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(Names::read)
}

/// The letters and digits that `text` begins with: what phrases are filed under.
fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(text)
}

impl Names {
    fn read() -> Self {
        let mut names = Self::default();
        for source in SOURCES {
            let mut section = "";
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                    Some(name) => section = name,
                    None => line.split('|').for_each(|entry| names.add(section, entry)),
                }
            }
        }
        names
    }

    fn add(&mut self, section: &'static str, entry: &'static str) {
        match section {
            "given" => drop(self.given.insert(entry)),
            "surname" => drop(self.surnames.insert(entry)),
            "word" => drop(self.words.insert(entry)),
            _ => {
                if let Some(class) = NameClass::of_section(section) {
                    self.phrases.insert(entry, class);
                    let longest = self.longest.entry(first_word(entry)).or_default();
                    *longest = (*longest).max(entry.len());
                }
            }
        }
    }

    /// The class of exactly this name.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<NameClass> {
        self.phrases.get(name).copied()
    }

    /// Bytes of the longest listed name whose first word is the first word of `text`; 0 when none is.
    #[must_use]
    pub fn reach(&self, text: &str) -> usize {
        self.longest.get(first_word(text)).copied().unwrap_or_default()
    }

    /// Whether it is a listed given name.
    #[must_use]
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether it is a listed surname.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
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
    use super::{NameClass, names};

    #[test]
    fn lists_are_read_whole() {
        let names = names();
        assert_eq!(names.class("South China Sea"), None);
        assert_eq!(names.class("South Korea"), Some(NameClass::Gpe));
        assert_eq!(names.class("South Korean"), Some(NameClass::Norp));
        assert_eq!(names.class("Asian Games"), Some(NameClass::Event));
        assert!(names.reach("South") >= "South Georgia".len());
        assert!(names.is_given("Michael") && names.is_surname("Smith"));
    }

    #[test]
    fn inflected_forms_of_common_words_are_common() {
        for word in ["security", "seeks", "harvesting", "bases", "countries", "strengthened"] {
            assert!(names().is_common(word), "{word}");
        }
        assert!(!names().is_common("hangzhou"));
    }
}
