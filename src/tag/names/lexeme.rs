//! What the model sees of a word by itself: its spelling, shape, cluster and lists. Computed once for
//! each distinct word of a document.

use crate::document::TokenKind;
use crate::lexicon::clusters::clusters;
use crate::lexicon::gazetteer::{Classes, Word, gazetteer};
use crate::lexicon::hash::word_hash;
use crate::lexicon::names::names;
use crate::linear::{hash_bytes, hash_str, mix};

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// No capital: `seoul`, `al`.
    Lower,
    /// One capital, at the front: `Seoul`.
    Capital,
    /// All capitals, two or more: `CCTV`, `U.S.`.
    Caps,
    /// One letter, a capital, perhaps with a full stop.
    Initial,
    /// A capital elsewhere: `McDonald`, `iPhone`, `Duck-Soo`.
    Mixed,
    /// A number.
    Number,
    /// Punctuation, symbols, clitics.
    Mark,
}

impl Case {
    fn of(text: &str, kind: TokenKind) -> Self {
        match kind {
            TokenKind::Number => return Self::Number,
            TokenKind::Word | TokenKind::Tag => {}
            _ => return Self::Mark,
        }
        let (mut letters, mut capitals) = (0u32, 0u32);
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            capitals += u32::from(c.is_uppercase());
        }
        let first = text.chars().next().is_some_and(char::is_uppercase);
        match (letters, capitals) {
            (0, _) => Self::Number,
            (_, 0) => Self::Lower,
            (1, 1) => Self::Initial,
            (letters, capitals) if letters == capitals => Self::Caps,
            (_, 1) if first => Self::Capital,
            _ => Self::Mixed,
        }
    }

    /// Whether it has letters: lists and affixes say nothing of numbers and marks.
    #[must_use]
    pub const fn is_word(self) -> bool {
        !matches!(self, Self::Number | Self::Mark)
    }

    /// Whether it may be (part of) a name by its capitals.
    #[must_use]
    pub const fn capital(self) -> bool {
        matches!(self, Self::Capital | Self::Caps | Self::Initial | Self::Mixed)
    }
}

/// One distinct word.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    /// The number of its form in lower case among those of the document.
    pub form: u32,
    /// The hash of the word in lower case.
    pub lower: u32,
    /// The hash of its shape, runs collapsed.
    pub shape: u32,
    /// How it is written.
    pub case: Case,
    /// Its clusters, coarse to fine; 0 when it has none.
    pub clusters: [u32; 3],
    /// The lists it is in: [`Classes`], and [`COMMON`].
    pub lists: u32,
    /// What its sentence may speak of: [`crate::lexicon::names::Names::topics`].
    pub topics: u8,
    /// Its hash in the gazetteer.
    pub hash: u64,
    /// What the gazetteer knows of it.
    pub listed: Option<Word>,
    /// Its base features, as places in [`super::view::View`]'s keys: first, one past those that also
    /// count for the tokens around it, one past the last.
    pub keys: (u32, u32, u32),
}

/// Stands before the first and after the last token of a sentence.
pub const EDGE: Lexeme = Lexeme {
    form: u32::MAX,
    lower: 1,
    shape: 1,
    case: Case::Mark,
    clusters: [9_999; 3],
    lists: 0,
    topics: 0,
    hash: 0,
    listed: None,
    keys: (0, 0, 0),
};

/// Templates of base features. The numbers are part of the file format.
mod template {
    pub const LOWER: u32 = 1;
    pub const EXACT: u32 = 2;
    pub const SHAPE: u32 = 3;
    pub const PREFIX: u32 = 10;
    pub const SUFFIX: u32 = 20;
    pub const CLUSTER: u32 = 30;
    pub const CLUSTER_SHAPE: u32 = 34;
    pub const LIST: u32 = 38;
    pub const CASE: u32 = 39;
    pub const LISTS: u32 = 40;
    pub const SUFFIX_CASE: u32 = 41;
}

/// Longest affix taken, in characters.
const AFFIX: usize = 4;

impl Lexeme {
    /// Reads a word, whose form has no number yet; pushes its base features to `keys`. `lower` is scratch space.
    pub fn read(text: &str, kind: TokenKind, lower: &mut String, keys: &mut Vec<u32>) -> Self {
        lower.clear();
        lower.extend(text.chars().flat_map(char::to_lowercase));
        let (case, hash) = (Case::of(text, kind), word_hash(text));
        let listed = if case == Case::Mark { None } else { gazetteer().word(hash) };
        let common = if case.is_word() { names().topics(lower) } else { None };
        let mut word = Self {
            form: EDGE.form,
            lower: hash_str(lower),
            shape: shape(text),
            case,
            clusters: clusters_of(lower),
            lists: lists(listed, case, common),
            topics: common.unwrap_or_default(),
            hash,
            listed,
            keys: (0, 0, 0),
        };
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let first = number(keys.len());
        word.push_far(keys);
        let far = number(keys.len());
        word.push_near(text, lower, keys);
        word.keys = (first, far, number(keys.len()));
        word
    }

    /// What also says something of the tokens around it.
    fn push_far(&self, keys: &mut Vec<u32>) {
        keys.push(mix(template::CASE, self.case as u32));
        keys.push(mix(template::LOWER, self.lower));
        if self.case == Case::Mark {
            return;
        }
        keys.push(mix(template::SHAPE, self.shape));
        for (level, cluster) in (0..).zip(self.clusters) {
            keys.push(mix(template::CLUSTER + level, cluster));
        }
        keys.push(mix(mix(template::LISTS, self.lists), self.case as u32));
    }

    /// What says something of itself alone.
    fn push_near(&self, text: &str, lower: &str, keys: &mut Vec<u32>) {
        let case = self.case as u32;
        if !self.case.is_word() {
            return;
        }
        keys.push(mix(template::EXACT, hash_str(text)));
        let length = lower.chars().count();
        for (size, (at, c)) in (1..=AFFIX).zip(lower.char_indices()) {
            let prefix = hash_str(lower.get(..at + c.len_utf8()).unwrap_or_default());
            keys.push(mix(template::PREFIX + size as u32, prefix));
        }
        for (size, (at, _)) in (1..=AFFIX.min(length)).zip(lower.char_indices().rev()) {
            let suffix = hash_str(lower.get(at..).unwrap_or_default());
            keys.push(mix(template::SUFFIX + size as u32, suffix));
            if size == 3 {
                keys.push(mix(mix(template::SUFFIX_CASE, suffix), case));
            }
        }
        for (level, cluster) in (0..).zip(self.clusters) {
            keys.push(mix(mix(template::CLUSTER_SHAPE + level, cluster), case));
        }
        for bit in (0..32).filter(|bit| self.lists & 1 << bit != 0) {
            keys.push(mix(mix(template::LIST, bit), case));
        }
    }
}

/// The shape with runs of one kind collapsed: `Xx-x` of `Duck-soo`, `X.X.` of `U.S.`, `0,0` of `1,250`.
fn shape(text: &str) -> u32 {
    let mut last = 0u8;
    let classes = text.chars().map(|c| match c {
        _ if c.is_uppercase() => b'X',
        _ if c.is_alphabetic() => b'x',
        _ if c.is_numeric() => b'0',
        _ if c.is_ascii() => c as u8,
        _ => b'~',
    });
    hash_bytes(classes.filter(|class| std::mem::replace(&mut last, *class) != *class))
}

fn clusters_of(lower: &str) -> [u32; 3] {
    let clusters = clusters();
    let Some(cluster) = clusters.of(lower) else { return [0; 3] };
    [clusters.coarse64(cluster), clusters.coarse256(cluster), cluster].map(|number| u32::from(number) + 1)
}

/// Of [`Lexeme::lists`] beside the gazetteer's classes: a common word or an inflected form of one.
pub const COMMON: u32 = 1 << 30;

/// The classes that the word has as a name of one word.
fn lists(listed: Option<Word>, case: Case, common: Option<u8>) -> u32 {
    if !case.is_word() {
        return 0;
    }
    let classes = listed.map_or(Classes::default(), Word::classes);
    let capitals = classes.has(Classes::CAPITALS) && case != Case::Caps;
    let kept = if capitals { classes.0 & Classes::COMMON.0 } else { classes.0 };
    kept | if common.is_some() { COMMON } else { 0 }
}
