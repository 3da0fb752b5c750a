//! The gazetteer: what the names of the world may be. Some 65,000 names of one word or several with the
//! classes each may have; which it is in a text is for the tagger to say.
//!
//! `cargo xtask lexicon` makes `data/gazetteer.bin` from the lists beside it and from named packages
//! (`MODEL.md` has origins and licences). Names are looked up by [`super::hash`]: case and the marks on
//! letters do not count, words are the tokens of [`crate::segment`](../../segment/index.html), and one name
//! in some thousand that is not listed is taken for one that is.
//!
//! Invariant: a listed name is found from its first word on, however long it is.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

use super::fuse::Fuse;
use super::hash::{then, word_hash};
use crate::bundle::{Lazy, Part};
use crate::linear::Reader;

/// A set of classes.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Classes(pub u32);

/// Each class, its bit and its name in the lists.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// Every class and its name.
            pub const ALL: &[(Self, &str)] = &[$((Self::$name, stringify!($name)),)*];
        }
    };
}

classes! {
    /// A country or dependency: `Jordan`, `U.S.`.
    COUNTRY = 0;
    /// A city, town or part of one.
    CITY = 1;
    /// A state, province or region within a country, or a part of the world that is governed.
    REGION = 2;
    /// A sea, river, mountain, desert, island, continent or part of the world.
    NATURAL = 3;
    /// A building, square, airport, prison, stadium.
    FAC = 4;
    /// A given name.
    GIVEN = 5;
    /// A surname.
    SURNAME = 6;
    /// An organisation that is not one of the next two.
    ORG = 7;
    /// A newspaper, broadcaster or news agency.
    MEDIA = 8;
    /// A sports club.
    TEAM = 9;
    /// Words for a people, religion or political group: `French`, `Sunni`, `Democrats`.
    NORP = 10;
    /// A war, games, holiday, storm.
    EVENT = 11;
    /// A book, film, song, programme, prize.
    WORK = 12;
    /// An act, treaty, constitution.
    LAW = 13;
    /// A thing that is made and sold, a weapon, a ship.
    PRODUCT = 14;
    /// A language.
    LANGUAGE = 15;
    /// What stands before a name and is no part of it: `President`, `Mrs`.
    TITLE = 16;
    /// A common word in lower case.
    COMMON = 17;
    /// Listed in capitals alone: `WHO`, `ICE`.
    CAPITALS = 18;
    /// How an organisation's name ends or what it turns on: `Inc`, `University`, `Ministry`.
    ORG_WORD = 19;
    /// What a place's name ends with or begins with: `River`, `Mount`, `Province`.
    PLACE_WORD = 20;
    /// A small word within names of people: `bin`, `van`, `de`.
    PARTICLE = 21;
}

/// The length, less one, of the longest name that begins with a word stands in the bits from here on.
const REACH: u32 = 24;

impl Classes {
    /// Whether it has any class of `other`.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has no class.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The class of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|&(class, _)| class)
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Self::ALL.iter().filter(|(class, _)| self.has(*class)).map(|&(_, name)| name);
        f.write_str(&names.collect::<Vec<_>>().join("|"))
    }
}

/// A listed name at the beginning of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// How many words it has.
    pub words: usize,
    /// What it may be.
    pub classes: Classes,
}

/// The names. What they may be is one of some hundred sets of classes, of which the fifteen most frequent have numbers of
/// four bits; the number of any other is in a map of its own.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// By number, the classes of a name and its reach.
    values: Vec<u32>,
    frequent: Fuse<'static>,
    rare: Fuse<'static>,
}

/// In the first map: the name is in the second.
pub const RARE: u32 = 15;

/// The one instance; its sets are read at the first call.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: Lazy<Gazetteer> = Lazy::new(Part::Gazetteer);
    GAZETTEER.get(Gazetteer::read)
}

/// A word that names begin with: its classes as a name of one word, and how long the longest name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u32);

impl Word {
    /// The classes of the word as a name by itself.
    #[must_use]
    pub const fn classes(self) -> Classes {
        Classes(self.0 & ((1 << REACH) - 1))
    }

    /// How many words the longest listed name has that begins with it; at most 8.
    const fn reach(self) -> usize {
        (self.0 >> REACH) as usize + 1
    }
}

impl Gazetteer {
    /// Reads how many sets there are and the sets (LEB128), then the two maps.
    fn read(bytes: &'static [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let count = reader.number().unwrap_or_default();
        let values = (0..count).map_while(|_| reader.number().ok()).collect();
        let (frequent, rest) = Fuse::read(reader.take(reader.rest()).unwrap_or_default());
        Self { values, frequent, rare: Fuse::read(rest).0 }
    }

    fn get(&self, hash: u64) -> Option<u32> {
        let number = match self.frequent.get(hash)? {
            RARE => RARE + self.rare.get(hash)?,
            number => number,
        };
        self.values.get(number as usize).copied()
    }

    /// The classes of exactly the name with this [`phrase_hash`](super::hash::phrase_hash) or
    /// [`word_hash`]. About 10 ns.
    #[must_use]
    pub fn classes(&self, hash: u64) -> Classes {
        self.word(hash).map_or(Classes::default(), Word::classes)
    }

    /// What is known of the word of this [`word_hash`]; nothing when no name begins with it.
    #[must_use]
    pub fn word(&self, hash: u64) -> Option<Word> {
        self.get(hash).map(Word)
    }

    /// The longest listed name that begins with a word, of this [`word_hash`], and goes on with words of these. No
    /// allocation.
    pub fn longest(&self, word: Word, first: u64, rest: impl IntoIterator<Item = u64>) -> Option<Match> {
        let single = Match { words: 1, classes: word.classes() };
        let mut found = (!single.classes.is_empty()).then_some(single);
        let mut phrase = first;
        for (hash, words) in rest.into_iter().zip(2..=word.reach()) {
            phrase = then(phrase, hash);
            let classes = self.classes(phrase);
            if !classes.is_empty() {
                found = Some(Match { words, classes });
            }
        }
        found
    }

    /// [`Self::longest`] of words as they stand. One look-up where no name begins with the first.
    pub fn find<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Option<Match> {
        let mut hashes = words.into_iter().map(word_hash);
        let first = hashes.next()?;
        self.longest(self.word(first)?, first, hashes)
    }

    /// Names and first words of names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.frequent.len()
    }

    /// Whether nothing is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.frequent.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, gazetteer};

    fn check(text: &str, words: usize, classes: Classes) {
        let found = gazetteer().find(text.split(' ')).unwrap_or_else(|| panic!("{text}: nothing"));
        assert_eq!(found.words, words, "{text}: {found:?}");
        assert_eq!(found.classes.0 & classes.0, classes.0, "{text}: {found:?}");
    }

    #[test]
    fn the_longest_name_is_found() {
        check("South China Sea dispute", 3, Classes::NATURAL);
        check("South China Morning Post reported", 4, Classes::MEDIA);
        check("South Korea and", 2, Classes::COUNTRY);
        check("New York Times", 3, Classes::MEDIA);
        check("new york city", 3, Classes::CITY);
        check("MANCHESTER UNITED 2", 2, Classes::TEAM);
        check("United Nations", 2, Classes::ORG);
    }

    #[test]
    fn a_name_has_all_its_classes() {
        check("Jordan", 1, Classes::COUNTRY | Classes::GIVEN | Classes::SURNAME);
        check("Washington", 1, Classes::CITY | Classes::REGION | Classes::SURNAME);
        check("Georgia", 1, Classes::COUNTRY | Classes::REGION | Classes::GIVEN);
        check("May", 1, Classes::COMMON | Classes::GIVEN);
        check("São Paulo", 2, Classes::CITY);
        check("WHO", 1, Classes::ORG | Classes::CAPITALS | Classes::COMMON);
        check("President Kim", 1, Classes::TITLE);
        check("Masahiro Kishida", 1, Classes::GIVEN);
        check("Tshisekedi", 1, Classes::SURNAME);
    }

    #[test]
    fn what_is_no_name_is_not_found() {
        let words = "zxqwv 17,345 brouhahaish xyloqat -- qwertyish plomfering";
        for word in words.split(' ') {
            assert_eq!(gazetteer().find([word]), None, "{word}");
        }
        assert_eq!(gazetteer().find([]), None);
    }

    #[test]
    fn classes_are_known_by_name() {
        for &(class, name) in Classes::ALL {
            assert_eq!(Classes::named(name), Some(class));
        }
        assert_eq!(format!("{:?}", Classes::CITY | Classes::SURNAME), "CITY|SURNAME");
    }
}
