//! The small words that open, join or place a value, and the one table of all words that values are
//! made of.
//!
//! Invariant: a word has one class. Where two lists have it, numbers come before the calendar and the
//! calendar before small words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::calendar::CALENDAR_WORDS;
use crate::lexicon::numerals::NUMBER_WORDS;
use crate::tag::value::Qualifier;

use super::atoms::Kind;

/// What a small word does to the value around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// `a`, `an`.
    A,
    /// `the`.
    The,
    /// `last`, `this`, `next` …: how many units from now.
    Shift(i8),
    /// `past`: a length up to now, or the unit before.
    Past,
    /// `coming`, `upcoming`.
    Coming,
    /// `following`, `previous`, `same`, `that`: so many units from a time that the text named.
    Tied(i8),
    /// `these`, `those`.
    Those,
    /// `every`, `each`.
    Every,
    /// `recent`, `latest`.
    Recent,
    /// `early`, `late`, `mid` and their comparatives.
    Stage(Qualifier),
    /// `end`, `beginning` …, with `of`.
    Part(Qualifier),
    /// `few`, `several`, `many`, `couple`: an open count.
    Count,
    /// `about`, `nearly` …
    Around,
    /// `no`, with `more than` or `less than`.
    No,
    /// `only`, `just`: in the span of an amount, without weight in its value.
    Only,
    /// `another`, `additional`, `estimated`: as [`Function::Only`], also in the span of a time.
    Another,
    /// `over`.
    Over,
    /// `under`.
    Under,
    /// `more`, with `than`.
    More,
    /// `less`, `fewer`, with `than`.
    Less,
    /// `at`, with `least` or `most`.
    At,
    /// `up`, with `to`.
    Up,
    /// `as`, with `many as` or `much as`.
    As,
    /// `between`.
    Between,
    /// `aged`, `age`.
    Aged,
    /// `fiscal`.
    Fiscal,
    /// `minus`.
    Minus,
    /// `once`, `twice`: how often, with `a week`.
    Times(u8),
    /// `now`, `recently`: the TIMEX3 value of a word that points without measuring.
    Deictic(&'static str),
    /// `will`, `expected` …: the sentence looks ahead.
    Ahead,
    /// `said`, `was` …: the sentence looks back.
    Behind,
    /// The first word of a holiday, an era, or a quarter or year by letters (`Christmas`, `Qing`, `Q`).
    Named,
}

/// Every word that values are made of, with its class, found by one look-up.
pub(super) struct WordTable {
    /// By first letter, the set of lengths that its words have: most words of a text stop here.
    lengths: [u32; 32],
    /// By first letter, the set of last letters that its words have.
    endings: [u32; 32],
    words: FxHashMap<u128, Kind>,
}

/// The table; built on first use from the lexicon's lists.
pub(super) static WORD_TABLE: LazyLock<WordTable> = LazyLock::new(WordTable::new);

impl WordTable {
    fn new() -> Self {
        let count = NUMBER_WORDS.len() + CALENDAR_WORDS.len() + SMALL_WORDS.len();
        let words = FxHashMap::with_capacity_and_hasher(count, <_>::default());
        let mut table = Self { lengths: [0; 32], endings: [0; 32], words };
        NUMBER_WORDS.iter().for_each(|&(word, class)| table.add(word, Kind::Number(class)));
        CALENDAR_WORDS.iter().for_each(|&(word, class)| table.add(word, Kind::Calendar(class)));
        SMALL_WORDS.iter().for_each(|&(word, class)| table.add(word, Kind::Function(class)));
        table
    }

    fn add(&mut self, word: &str, kind: Kind) {
        let bytes = word.as_bytes();
        let (Some(key), Some(first), Some(last)) = (packed(word), bytes.first(), bytes.last()) else {
            return;
        };
        if let Some(lengths) = self.lengths.get_mut(usize::from(first & 31)) {
            *lengths |= 1 << word.len();
        }
        if let Some(endings) = self.endings.get_mut(usize::from(first & 31)) {
            *endings |= 1 << (last & 31);
        }
        self.words.entry(key).or_insert(kind);
    }

    /// The class of a word of ASCII letters, in any case. O(1).
    pub fn kind(&self, word: &str) -> Kind {
        let bytes = word.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return Kind::Other };
        let first = usize::from(first & 31);
        let set = |sets: &[u32; 32]| sets.get(first).copied().unwrap_or_default();
        let ends = set(&self.endings) & (1 << (last & 31));
        if word.len() > LONGEST || ends == 0 || set(&self.lengths) & (1 << word.len()) == 0 {
            return Kind::Other;
        }
        packed(word).and_then(|key| self.words.get(&key).copied()).unwrap_or(Kind::Other)
    }
}

/// As many bytes as a key holds.
const LONGEST: usize = 16;

/// The lower-case bytes of a short word of ASCII letters as one number.
fn packed(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    let short = bytes.len() <= LONGEST && bytes.iter().all(u8::is_ascii_alphabetic);
    short.then(|| bytes.iter().fold(0, |key, byte| key << 8 | u128::from(byte | 0x20)))
}

use Function as F;

static SMALL_WORDS: &[(&str, Function)] = &[
    ("a", F::A),
    ("about", F::Around),
    ("additional", F::Another),
    ("advent", F::Named),
    ("age", F::Aged),
    ("aged", F::Aged),
    ("almost", F::Around),
    ("an", F::A),
    ("another", F::Another),
    ("approximately", F::Around),
    ("around", F::Around),
    ("as", F::As),
    ("ash", F::Named),
    ("ashura", F::Named),
    ("at", F::At),
    ("bastille", F::Named),
    ("beginning", F::Part(Qualifier::Start)),
    ("between", F::Between),
    ("black", F::Named),
    ("boxing", F::Named),
    ("came", F::Behind),
    ("chinese", F::Named),
    ("christmas", F::Named),
    ("christmastime", F::Named),
    ("chuseok", F::Named),
    ("close", F::Part(Qualifier::End)),
    ("columbus", F::Named),
    ("coming", F::Coming),
    ("constitution", F::Named),
    ("couple", F::Count),
    ("currently", F::Deictic("PRESENT_REF")),
    ("diwali", F::Named),
    ("due", F::Ahead),
    ("each", F::Every),
    ("earlier", F::Stage(Qualifier::Start)),
    ("early", F::Stage(Qualifier::Start)),
    ("earth", F::Named),
    ("easter", F::Named),
    ("edo", F::Named),
    ("eid", F::Named),
    ("end", F::Part(Qualifier::End)),
    ("estimated", F::Another),
    ("every", F::Every),
    ("expected", F::Ahead),
    ("expects", F::Ahead),
    ("extra", F::Another),
    ("father", F::Named),
    ("few", F::Count),
    ("fewer", F::Less),
    ("fiscal", F::Fiscal),
    ("following", F::Tied(1)),
    ("future", F::Deictic("FUTURE_REF")),
    ("fy", F::Named),
    ("going", F::Ahead),
    ("good", F::Named),
    ("goryeo", F::Named),
    ("had", F::Behind),
    ("halloween", F::Named),
    ("hanukkah", F::Named),
    ("has", F::Behind),
    ("have", F::Behind),
    ("held", F::Behind),
    ("holy", F::Named),
    ("hopes", F::Ahead),
    ("independence", F::Named),
    ("joseon", F::Named),
    ("just", F::Only),
    ("killing", F::Behind),
    ("labor", F::Named),
    ("labour", F::Named),
    ("last", F::Shift(-1)),
    ("late", F::Stage(Qualifier::End)),
    ("lately", F::Deictic("PAST_REF")),
    ("later", F::Stage(Qualifier::End)),
    ("latest", F::Recent),
    ("lent", F::Named),
    ("less", F::Less),
    ("liberation", F::Named),
    ("ll", F::Ahead),
    ("lunar", F::Named),
    ("made", F::Behind),
    ("many", F::Count),
    ("martin", F::Named),
    ("meiji", F::Named),
    ("memorial", F::Named),
    ("met", F::Behind),
    ("mid", F::Stage(Qualifier::Mid)),
    ("middle", F::Part(Qualifier::Mid)),
    ("ming", F::Named),
    ("minus", F::Minus),
    ("more", F::More),
    ("mother", F::Named),
    ("national", F::Named),
    ("nearly", F::Around),
    ("new", F::Named),
    ("next", F::Shift(1)),
    ("no", F::No),
    ("now", F::Deictic("PRESENT_REF")),
    ("nowadays", F::Deictic("PRESENT_REF")),
    ("nowruz", F::Named),
    ("once", F::Times(1)),
    ("only", F::Only),
    ("over", F::Over),
    ("palm", F::Named),
    ("passover", F::Named),
    ("past", F::Past),
    ("payable", F::Ahead),
    ("planned", F::Ahead),
    ("planning", F::Ahead),
    ("plans", F::Ahead),
    ("preceding", F::Tied(-1)),
    ("presidents", F::Named),
    ("previous", F::Tied(-1)),
    ("q", F::Named),
    ("qin", F::Named),
    ("qing", F::Named),
    ("ramadan", F::Named),
    ("recent", F::Recent),
    ("recently", F::Deictic("PAST_REF")),
    ("remembrance", F::Named),
    ("republic", F::Named),
    ("rosh", F::Named),
    ("roughly", F::Around),
    ("said", F::Behind),
    ("same", F::Tied(0)),
    ("saw", F::Behind),
    ("says", F::Behind),
    ("scheduled", F::Ahead),
    ("several", F::Count),
    ("shall", F::Ahead),
    ("shang", F::Named),
    ("silla", F::Named),
    ("slated", F::Ahead),
    ("some", F::Around),
    ("songkran", F::Named),
    ("soon", F::Deictic("FUTURE_REF")),
    ("start", F::Part(Qualifier::Start)),
    ("starting", F::Ahead),
    ("sui", F::Named),
    ("tang", F::Named),
    ("tet", F::Named),
    ("thanksgiving", F::Named),
    ("that", F::Tied(0)),
    ("the", F::The),
    ("these", F::Those),
    ("this", F::Shift(0)),
    ("those", F::Those),
    ("tokugawa", F::Named),
    ("told", F::Behind),
    ("took", F::Behind),
    ("twice", F::Times(2)),
    ("under", F::Under),
    ("up", F::Up),
    ("upcoming", F::Coming),
    ("valentine", F::Named),
    ("vesak", F::Named),
    ("veterans", F::Named),
    ("victory", F::Named),
    ("was", F::Behind),
    ("went", F::Behind),
    ("were", F::Behind),
    ("will", F::Ahead),
    ("won", F::Behind),
    ("would", F::Ahead),
    ("yom", F::Named),
    ("yuan", F::Named),
    ("zhou", F::Named),
];

#[cfg(test)]
mod tests {
    use super::{Function, Kind, SMALL_WORDS, WORD_TABLE};

    #[test]
    fn the_list_is_sorted() {
        assert!(SMALL_WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(WORD_TABLE.kind("The"), Kind::Function(Function::The));
        assert_eq!(WORD_TABLE.kind("MORE"), Kind::Function(Function::More));
        assert_eq!(WORD_TABLE.kind("thy"), Kind::Other);
        assert_eq!(WORD_TABLE.kind(""), Kind::Other);
    }
}
