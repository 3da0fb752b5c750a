//! What the model sees of a token: features of its own word and of the four around it, and a few of its
//! place. A feature is a key of 24 bits; templates and hashes are part of the file format.

use crate::document::TokenKind;
use crate::lexicon::clusters::clusters;
use crate::linear::{hash_bytes, hash_str, mix};

/// A word counts for the tokens up to two before and two after it: distances are numbered 0 to 4 in the
/// order of the words, so that 2 is the token itself.
pub const REACH: usize = 5;

/// Longest affix taken, in characters.
const AFFIX: usize = 5;

/// Templates. The numbers are part of the file format.
mod template {
    pub const LOWER: u32 = 1;
    pub const EXACT: u32 = 2;
    pub const SHAPE: u32 = 3;
    pub const ALWAYS: u32 = 4;
    pub const CLUSTER: u32 = 10;
    pub const CLUSTER_CASE: u32 = 20;
    pub const PREFIX: u32 = 30;
    pub const SUFFIX: u32 = 40;
    pub const SUFFIX_CASE: u32 = 50;
    pub const CLUSTER_SUFFIX: u32 = 60;
    pub const BEFORE: u32 = 70;
    pub const AFTER: u32 = 71;
    pub const BEFORE_KIND: u32 = 72;
    pub const AFTER_KIND: u32 = 73;
    pub const BEFORE_SUFFIX: u32 = 74;
    pub const AFTER_SUFFIX: u32 = 75;
    pub const PLACE: u32 = 80;
    pub const PLACE_SHAPE: u32 = 81;
    pub const PLACE_WORD: u32 = 82;
    pub const PLACE_CLUSTER: u32 = 83;
    pub const PLACE_SUFFIX: u32 = 90;
}

/// Where a token stands in its sentence, as far as its capital is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In running text: a capital means a name.
    Inside = 0,
    /// The first word, which has its capital from there.
    First = 1,
    /// In a headline, or another line where all longer words have capitals.
    Headline = 2,
}

/// What the features of a place take from a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of its lower-case form.
    pub lower: u32,
    shape: u32,
    suffix: u32,
    case: u32,
    clusters: [u32; 3],
    /// The first halves of keys of this word with the one after it, of which it is the first part.
    pairs: [u32; 6],
}

/// Stands before the first and after the last token of a sentence.
pub const EDGE: Word =
    Word { lower: 1, shape: 1, suffix: 1, case: 9, clusters: [9_999; 3], pairs: [0; 6] }.paired();

/// The keys of [`EDGE`], as [`Word::read`] gives them.
pub fn edge_keys(emit: &mut impl FnMut(u32, usize)) {
    emit(key(template::LOWER, &[EDGE.lower]), 2);
}

fn key(template: u32, parts: &[u32]) -> u32 {
    parts.iter().fold(template, |key, part| mix(key, *part)) >> 8
}

impl Word {
    /// Reads a word; calls `emit` with the key of each feature that depends on it alone and with the
    /// greatest distance, in tokens, at which that feature counts. `lower` is scratch space.
    pub fn read(text: &str, kind: TokenKind, lower: &mut String, emit: &mut impl FnMut(u32, usize)) -> Self {
        lower.clear();
        if text.is_ascii() {
            lower.push_str(text);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(text.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
        }
        let mut word = Self {
            lower: hash_str(lower),
            shape: shape(text),
            suffix: hash_str(suffix(lower, 2)),
            case: case(text),
            clusters: clusters_of(lower),
            pairs: [0; 6],
        };
        if kind == TokenKind::Number {
            word.clusters = word.clusters.map(|cluster| cluster.max(5_000));
        }
        let word = word.paired();
        emit(key(template::ALWAYS, &[]), 0);
        emit(key(template::LOWER, &[word.lower]), 2);
        emit(key(template::EXACT, &[hash_str(text)]), 0);
        emit(key(template::SHAPE, &[word.shape]), 1);
        for (level, cluster) in (0..).zip(word.clusters) {
            emit(key(template::CLUSTER + level, &[cluster]), if level == 2 { 1 } else { 2 });
            emit(key(template::CLUSTER_CASE + level, &[cluster, word.case]), 0);
        }
        emit(key(template::CLUSTER_SUFFIX, &[word.clusters[0], word.suffix]), 0);
        word.affixes(lower, emit);
        word
    }

    /// With its halves of keys: three for where it stands before the token, three for the token itself.
    const fn paired(mut self) -> Self {
        self.pairs = [
            mix(template::BEFORE, self.lower),
            mix(template::BEFORE_KIND, self.clusters[1]),
            mix(template::BEFORE_SUFFIX, self.suffix),
            mix(template::AFTER, self.lower),
            mix(template::AFTER_KIND, self.lower),
            mix(template::AFTER_SUFFIX, self.lower),
        ];
        self
    }

    fn affixes(&self, lower: &str, emit: &mut impl FnMut(u32, usize)) {
        let length = lower.chars().count();
        for (size, (at, c)) in (1..AFFIX.min(length)).zip(lower.char_indices()) {
            let prefix = hash_str(lower.get(..at + c.len_utf8()).unwrap_or_default());
            emit(key(template::PREFIX + size as u32, &[prefix]), 0);
        }
        for (size, (at, _)) in (1..=AFFIX.min(length)).zip(lower.char_indices().rev()) {
            let suffix = hash_str(lower.get(at..).unwrap_or_default());
            let around = matches!(size, 2 | 3);
            emit(key(template::SUFFIX + size as u32, &[suffix]), usize::from(around));
            if around {
                emit(key(template::SUFFIX_CASE + size as u32, &[suffix, self.case]), 0);
            }
        }
    }
}

/// Calls `emit` with the keys of the features of a token's place: its word with each neighbour, and what a
/// capital is worth where it stands.
pub fn local(before: &Word, word: &Word, after: &Word, place: Place, emit: &mut impl FnMut(u32)) {
    let [one, two, three, ..] = before.pairs;
    [one, two, three].into_iter().for_each(|half| emit(mix(half, word.lower) >> 8));
    let [.., one, two, three] = word.pairs;
    emit(mix(one, after.lower) >> 8);
    emit(mix(two, after.clusters[1]) >> 8);
    emit(mix(three, after.suffix) >> 8);
    if place == Place::Inside {
        return;
    }
    let place = place as u32;
    emit(key(template::PLACE, &[place, word.case]));
    emit(key(template::PLACE_SHAPE, &[place, word.shape]));
    emit(key(template::PLACE_WORD, &[place, word.lower]));
    emit(key(template::PLACE_SUFFIX, &[place, word.suffix]));
    for (level, cluster) in (0..).zip(word.clusters) {
        emit(key(template::PLACE_CLUSTER + level, &[place, cluster]));
    }
}

/// The last `count` characters.
fn suffix(text: &str, count: usize) -> &str {
    let at = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    text.get(at..).unwrap_or_default()
}

/// The shape with runs of one kind collapsed: `Xx-x` of `Duck-soo`, `X.X.` of `U.S.`, `0,0` of `1,250`.
fn shape(text: &str) -> u32 {
    let mut last = 0;
    let classes = text.chars().map(|c| match c {
        'A'..='Z' => b'X',
        'a'..='z' => b'x',
        _ if c.is_uppercase() => b'X',
        _ if c.is_alphabetic() => b'x',
        _ if c.is_numeric() => b'0',
        '’' => b'\'',
        _ if c.is_ascii() => c as u8,
        _ => b'~',
    });
    hash_bytes(classes.filter(|class| std::mem::replace(&mut last, *class) != *class))
}

/// 0: no capital; 1: one at the front; 2: two letters or more, all capitals; 3: another way.
fn case(text: &str) -> u32 {
    let (mut letters, mut capitals) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        capitals += u32::from(c.is_ascii_uppercase() || (!c.is_ascii() && c.is_uppercase()));
    }
    match (letters, capitals) {
        (_, 0) => 0,
        (2.., _) if letters == capitals => 2,
        (_, 1) if text.starts_with(char::is_uppercase) => 1,
        _ => 3,
    }
}

/// Numbers of the word's clusters, coarse to fine; 0 where it has none.
fn clusters_of(lower: &str) -> [u32; 3] {
    let clusters = clusters();
    let Some(cluster) = clusters.of(lower) else { return [0; 3] };
    let of = [clusters.coarse64(cluster), clusters.coarse256(cluster), clusters.coarse1024(cluster)];
    of.map(|number| u32::from(number) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Word, Vec<(u32, usize)>) {
        let mut keys = Vec::new();
        let word = Word::read(text, TokenKind::Word, &mut String::new(), &mut |key, reach| {
            keys.push((key, reach));
        });
        (word, keys)
    }

    #[test]
    fn a_capital_changes_some_features_and_not_others() {
        let ((lower, small), (upper, capital)) = (read("june"), read("June"));
        assert_eq!((lower.lower, lower.clusters, lower.case), (upper.lower, upper.clusters, 0));
        assert!(small.iter().any(|feature| capital.contains(feature)));
        assert!(small.iter().any(|feature| !capital.contains(feature)));
        assert!(small.iter().all(|(key, reach)| *key < 1 << 24 && *reach < REACH / 2 + 1));
    }

    #[test]
    fn affixes_stop_at_the_word() {
        assert_eq!(suffix("é", 2), "é");
        assert_eq!(suffix("café", 2), "fé");
        assert!(read("I").1.len() < read("Isfahan").1.len());
    }

    #[test]
    fn cases() {
        assert_eq!(["of", "Of", "OF", "I", "iPhone", "7", "U.S."].map(case), [0, 1, 2, 1, 3, 0, 2]);
    }
}
