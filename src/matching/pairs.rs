//! Words of two texts that may be the same: what [`super::trail`] is laid through.
//!
//! Invariant: pairs are in the order of the old text and, of one word, in that of the new one.

use rustc_hash::FxHashMap;

/// A word, by a hash of its letters.
pub type Key = u64;

/// Words that stand more often in the new text are paired only where the word before or after stands there too:
/// the fewer, the longer it is, so that there are about [`MOST`] pairs.
const COMMON: (usize, usize) = (4, 24);
const MOST: usize = 200_000;
/// Words of which a short text is taken to be a part, when it is asked how rare a word is.
const VOCABULARY: usize = 1000;
/// What of a word's bits counts: those that follow each other tell in part the same …
const INFORMATIVE: f32 = 0.4;
/// … and the most that one word counts.
const RARE: f32 = 5.0;
/// No pair.
pub const NONE: u32 = u32::MAX;

/// A word of the old text and where it may stand in the new one.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub old: u32,
    pub new: u32,
    pub bits: f32,
    /// The most that a trail can be worth that ends here, this pair included.
    pub ends: f32,
    /// The most that a trail can be worth that begins here, this pair included.
    pub begins: f32,
    /// The pair before it on the best trail that ends here.
    pub before: u32,
}

/// The pairs in the order of the old text, and the first one of each of its words.
pub fn pairs(old: &[Key], new: &[Key], jump: f32) -> (Vec<Pair>, Vec<u32>) {
    let mut places: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
    let mut doubles: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
    let narrow = |at: usize| u32::try_from(at).unwrap_or(NONE);
    for (at, key) in new.iter().enumerate().skip(1) {
        places.entry(*key).or_default().push(narrow(at));
    }
    let limit = (MOST / new.len().max(1)).clamp(COMMON.0, COMMON.1);
    let common = |key: &Key| places.get(key).is_some_and(|places| places.len() > limit);
    for (at, window) in new.windows(2).enumerate().skip(1) {
        if let [a, b] = window
            && (common(a) || common(b))
        {
            let list = doubles.entry(double(*a, *b)).or_default();
            if list.len() < 3 * limit {
                list.push(narrow(at));
            }
        }
    }
    let (mut pairs, mut first) = (Vec::with_capacity(old.len() * 2), Vec::with_capacity(old.len() + 1));
    let bits =
        |count: usize| ((log2(new.len().max(VOCABULARY)) - log2(count)) * INFORMATIVE).clamp(0.5, RARE);
    for (at, key) in old.iter().enumerate() {
        first.push(narrow(pairs.len()));
        let mut pair = |new: u32, bits: f32| {
            pairs.push(Pair { old: narrow(at), new, bits, ends: 0.0, begins: 0.0, before: NONE });
        };
        if at == 0 {
            pair(0, jump);
            continue;
        }
        let Some(all) = places.get(key) else { continue };
        let bits = bits(all.len());
        if all.len() <= limit {
            all.iter().for_each(|new| pair(*new, bits));
            continue;
        }
        let beside = |a: Option<&Key>, b: Option<&Key>, step: u32| {
            let list = a
                .zip(b)
                .and_then(|(a, b)| doubles.get(&double(*a, *b)))
                .filter(|list| list.len() < 3 * limit);
            list.into_iter().flatten().map(move |at| at + step)
        };
        let before = at.checked_sub(1).and_then(|at| old.get(at));
        let mut found: Vec<u32> =
            beside(before, Some(key), 1).chain(beside(Some(key), old.get(at + 1), 0)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().for_each(|new| pair(new, bits));
    }
    first.push(narrow(pairs.len()));
    (pairs, first)
}

/// The longest part of `pairs` that is in the order of the new text as well. O(n log n).
pub fn increasing<'a>(pairs: &[&'a Pair]) -> Vec<&'a Pair> {
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|top| pairs.get(*top).is_some_and(|top| top.new < pair.new));
        before.push(pile.checked_sub(1).and_then(|left| piles.get(left)).copied());
        match piles.get_mut(pile) {
            Some(top) => *top = index,
            None => piles.push(index),
        }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut next = piles.last().copied();
    while let Some(index) = next {
        chain.extend(pairs.get(index).copied());
        next = before.get(index).copied().flatten();
    }
    chain.reverse();
    chain
}

fn double(a: Key, b: Key) -> Key {
    (a.rotate_left(7) ^ b).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// log₂ of a number of words, of which there is at least one.
pub fn log2(count: usize) -> f32 {
    (count.max(1) as f32).log2()
}
