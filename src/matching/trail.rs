//! Where the words of an old text, or of what is known of it, went in a new one, also where parts changed places.
//!
//! Every word of the old text that stands somewhere in the new one may have gone there: a pair. A trail is a run
//! of pairs in the order of the old text; it is worth the bits of its words, less what its steps cost: little
//! where words were replaced, more where some were put in or left out, and most where it jumps to another
//! part. Two passes over the pairs (forward and backward, as of a hidden Markov model) give the best trail, and
//! for any place the best one through it.
//!
//! Invariant: what a place is worth does not depend on where the best trail runs, only on all pairs around it.

use std::ops::Range;

pub use super::pairs::Key;
use super::pairs::{NONE, Pair, increasing, log2, pairs};

/// Words before a pair that it may follow on directly.
const REACH: usize = 20;
/// Bits of a step over one replaced word.
const REPLACED: f32 = 0.2;
/// Bits of a step over any number of words that were put in or left out, beside the logarithm of their number.
const UNEVEN: f32 = 4.0;
/// Bits of a jump, beside the logarithm of the number of words that it may lead to.
const JUMP: f32 = 20.0;
/// Words that may have been put in or left out between two words of one stretch.
const SLIPPED: isize = 3;

/// The pairs of two texts, with what they are worth.
pub struct Trail {
    pairs: Vec<Pair>,
    /// The first pair of each old word, and at last their number.
    first: Vec<u32>,
    /// Where each old word stands, in words; between parts of a text of which the middle is not known, more or less.
    at: Vec<u32>,
    /// The most that a trail is worth that ends before each old word.
    most_before: Vec<f32>,
    /// The most that a trail is worth that begins at each old word or after it.
    most_after: Vec<f32>,
    /// The pair of each old word on the best trail.
    best: Vec<u32>,
    jump: f32,
}

impl Trail {
    /// Compares `old`, whose words stand at `at`, with `new`. The first word of each is taken to be
    /// the beginning of the text.
    pub fn new(old: &[Key], at: Vec<u32>, new: &[Key]) -> Self {
        let jump = JUMP + log2(new.len());
        let (pairs, first) = pairs(old, new, jump);
        let (words, none) = (old.len(), vec![0.0; old.len() + 1]);
        let mut trail =
            Self { pairs, first, at, most_before: none.clone(), most_after: none, best: Vec::new(), jump };
        trail.forward(words);
        trail.backward(words);
        trail.choose(words);
        trail
    }

    fn of(&self, word: usize) -> Range<usize> {
        let at = |word: usize| self.first.get(word).map_or(self.pairs.len(), |first| *first as usize);
        at(word)..at(word + 1)
    }

    fn position(&self, word: usize) -> u32 {
        self.at.get(word).copied().unwrap_or(0)
    }

    /// What a step costs from an old word to a later one that lies so many words on, and from a new one to another.
    fn step(&self, from: (u32, u32), to: (u32, u32)) -> f32 {
        if to.1 <= from.1 || to.0 <= from.0 {
            return self.jump;
        }
        let (old, new) = (to.0 - from.0, to.1 - from.1);
        let (skipped, uneven) = (old.min(new) - 1, old.abs_diff(new));
        let uneven = if uneven > 0 { UNEVEN + (uneven.ilog2() as f32) } else { 0.0 };
        (uneven + REPLACED * skipped.min(REACH as u32) as f32).min(self.jump)
    }

    fn forward(&mut self, words: usize) {
        for word in 0..words {
            let most = self.most_before.get(word).copied().unwrap_or(0.0);
            let mut here = most;
            for index in self.of(word) {
                let Some(pair) = self.pairs.get(index).copied() else { continue };
                let (ends, before) =
                    self.arrive(word, (self.position(word), pair.new), (most - self.jump).max(0.0));
                if let Some(pair) = self.pairs.get_mut(index) {
                    (pair.ends, pair.before) = (ends + pair.bits, before);
                }
                here = here.max(ends + pair.bits);
            }
            self.most_before.get_mut(word + 1).into_iter().for_each(|slot| *slot = here);
        }
    }

    /// The most that a trail is worth that comes from before `word` to `to`, and its last pair; `NONE` if it jumps.
    fn arrive(&self, word: usize, to: (u32, u32), jumps: f32) -> (f32, u32) {
        let (mut most, mut from) = (jumps, NONE);
        for before in (word.saturating_sub(REACH)..word).rev() {
            if self.most_before.get(before + 1).is_some_and(|best| *best <= most) {
                break;
            }
            for index in self.of(before) {
                let Some(pair) = self.pairs.get(index) else { continue };
                if pair.ends > most {
                    let worth = pair.ends - self.step((self.position(before), pair.new), to);
                    if worth > most {
                        (most, from) = (worth, u32::try_from(index).unwrap_or(NONE));
                    }
                }
            }
        }
        (most, from)
    }

    fn backward(&mut self, words: usize) {
        for word in (0..words).rev() {
            let most = self.most_after.get(word + 1).copied().unwrap_or(0.0);
            let mut here = most;
            for index in self.of(word) {
                let Some(pair) = self.pairs.get(index).copied() else { continue };
                let begins = self.leave(word + 1, (self.position(word), pair.new), most - self.jump);
                let begins = begins.max(0.0) + pair.bits;
                self.pairs.get_mut(index).into_iter().for_each(|pair| pair.begins = begins);
                here = here.max(begins);
            }
            self.most_after.get_mut(word).into_iter().for_each(|slot| *slot = here);
        }
    }

    /// The most that a trail is worth that goes on from `from` to `word` or one after it.
    fn leave(&self, word: usize, from: (u32, u32), jumps: f32) -> f32 {
        let mut most = jumps;
        for after in word..(word + REACH).min(self.at.len()) {
            if self.most_after.get(after).is_some_and(|best| *best <= most) {
                break;
            }
            for pair in self.pairs.get(self.of(after)).unwrap_or_default() {
                if pair.begins > most {
                    most = most.max(pair.begins - self.step(from, (self.position(after), pair.new)));
                }
            }
        }
        most
    }

    fn choose(&mut self, words: usize) {
        self.best = vec![NONE; words];
        let whole = self.most_before.last().copied().unwrap_or(0.0);
        let mut word = words;
        let mut next = None;
        // Where a trail jumps it comes from the best that ends before.
        loop {
            let index = match next {
                Some(index) if index != NONE => index,
                _ => {
                    let most = if next.is_none() {
                        whole
                    } else {
                        self.most_before.get(word).copied().unwrap_or(0.0)
                    };
                    while word > 0 && self.most_before.get(word - 1).is_some_and(|before| *before >= most) {
                        word -= 1;
                    }
                    let ends = word.checked_sub(1).map(|last| self.of(last)).unwrap_or_default();
                    let mut ends =
                        ends.filter(|index| self.pairs.get(*index).is_some_and(|pair| pair.ends >= most));
                    match ends.next().and_then(|index| u32::try_from(index).ok()) {
                        Some(index) if most > 0.0 => index,
                        _ => return,
                    }
                }
            };
            let Some(pair) = self.pairs.get(index as usize).copied() else { return };
            word = pair.old as usize;
            self.best.get_mut(word).into_iter().for_each(|slot| *slot = index);
            if pair.before == NONE && pair.ends <= pair.bits {
                return;
            }
            next = Some(pair.before);
        }
    }

    /// The new word that an old one went to on the best trail.
    pub fn went(&self, word: usize) -> Option<usize> {
        let pair = self.pairs.get(*self.best.get(word)? as usize)?;
        Some(pair.new as usize)
    }

    /// Bits that the words around `old` speak for its standing at `place`, more than for its standing anywhere.
    pub fn around(&self, old: &Range<usize>, place: &Range<usize>) -> (f32, f32) {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(NONE);
        let most = |all: &[f32], word: usize| all.get(word).copied().unwrap_or(0.0);
        let (before, after) = (most(&self.most_before, old.start), most(&self.most_after, old.end));
        let (in_floor, out_floor) = (before - self.jump, after - self.jump);
        let (into, _) = self.arrive(old.start, (self.position(old.start), narrow(place.start)), in_floor);
        let last = (self.position(old.end.saturating_sub(1)), narrow(place.end.saturating_sub(1)));
        let out = self.leave(old.end, last, out_floor);
        (into - in_floor, out - out_floor)
    }

    /// The stretches of the new text, at most `most`, where at least this share of what the words of `old` are worth
    /// stands in about the same order: by how far the first and the last of them are shifted.
    pub fn stretches(&self, old: &Range<usize>, share: f32, most: usize) -> Vec<(isize, isize)> {
        let pairs = self.pairs.get(self.of(old.start).start..self.of(old.end).start).unwrap_or_default();
        let mut shifts: Vec<(isize, f32)> =
            pairs.iter().map(|pair| (pair.new as isize - pair.old as isize, pair.bits)).collect();
        shifts.sort_unstable_by_key(|(shift, _)| *shift);
        let whole: f32 =
            old.clone().filter_map(|word| Some(self.pairs.get(self.of(word))?.first()?.bits)).sum();
        let mut found = Vec::new();
        while found.len() < most {
            let Some((range, bits)) = heaviest(&shifts) else { break };
            if bits < whole * share {
                break;
            }
            let within: Vec<(isize, f32)> = shifts.drain(range).collect();
            found.extend(within.first().zip(within.last()).map(|(first, last)| (first.0, last.0)));
        }
        found
    }

    /// The words of `old` that stand at `place` in the same order, as many as can, with their bits.
    pub fn common(&self, old: &Range<usize>, place: &Range<usize>) -> Vec<(usize, f32)> {
        let is_here = |pair: &&Pair| place.contains(&(pair.new as usize));
        let pairs = self.pairs.get(self.of(old.start).start..self.of(old.end).start).unwrap_or_default();
        let mut here: Vec<&Pair> = pairs.iter().filter(is_here).collect();
        // Of the pairs of one word the last first, so that no two follow each other.
        here.sort_by_key(|pair| (pair.old, std::cmp::Reverse(pair.new)));
        increasing(&here).into_iter().map(|pair| (pair.old as usize, pair.bits)).collect()
    }

    /// Bits of a jump.
    pub const fn jump(&self) -> f32 {
        self.jump
    }
}

/// The run of ordered shifts, not further apart than words slip within a stretch, with the most bits, and these.
fn heaviest(shifts: &[(isize, f32)]) -> Option<(Range<usize>, f32)> {
    let (mut best, mut from, mut bits): (Option<(Range<usize>, f32)>, usize, f32) = (None, 0, 0.0);
    for (at, (shift, own)) in shifts.iter().enumerate() {
        bits += own;
        while let Some((first, lost)) = shifts.get(from)
            && shift - first > SLIPPED
        {
            bits -= lost;
            from += 1;
        }
        if best.as_ref().is_none_or(|(_, most)| bits > *most) {
            best = Some((from..at + 1, bits));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Key, Trail};
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<Key> {
        let key =
            |word: &str| word.bytes().fold(7, |hash: Key, byte| hash.wrapping_mul(131) + Key::from(byte));
        std::iter::once(0).chain(text.split_whitespace().map(key)).collect()
    }

    fn trail(old: &str, new: &str) -> Trail {
        let old = keys(old);
        let at = (0..).take(old.len()).collect();
        Trail::new(&old, at, &keys(new))
    }

    const RAIN: &str = "all week the rain fell on the old town and its bridges were shut to carts";
    const MILL: &str = "nobody at the mill had been told of the danger before the first barrels came ashore";

    #[test]
    fn words_go_where_their_neighbours_went() {
        let trail = trail("a quick brown fox jumps over", "so a quick red fox jumps over");
        let went: Vec<Option<usize>> = (1..7).map(|word| trail.went(word)).collect();
        assert_eq!(went, [Some(2), Some(3), None, Some(5), Some(6), Some(7)]);
    }

    #[test]
    fn what_changed_places_is_followed() {
        let words = |text: &str| text.split_whitespace().count();
        let trail = trail(&format!("{RAIN} {MILL}"), &format!("{MILL} {RAIN}"));
        assert_eq!(trail.went(1), Some(words(MILL) + 1));
        assert_eq!(trail.went(words(RAIN) + 1), Some(1));
    }

    #[test]
    fn a_copy_elsewhere_does_not_draw_the_trail_from_a_changed_original() {
        let changed = MILL.replace("danger", "peril").replace("ashore", "up");
        let old = format!("{RAIN} {MILL} and so they left");
        let trail = trail(&old, &format!("{MILL} {RAIN} {changed} and so they left"));
        let (before, length) = (RAIN.split_whitespace().count(), MILL.split_whitespace().count());
        assert_eq!(trail.went(before + 1), Some(length + before + 1));
        let around = |at: usize| {
            let (into, out) = trail.around(&(before + 3..before + 5), &(at + 2..at + 4));
            into + out
        };
        assert!(around(length + before + 1) > around(1));
    }

    proptest! {
        #[test]
        fn a_trail_leads_from_words_to_the_same_words(old in "([a-d] ){0,40}", new in "([a-d] ){0,40}") {
            let found = trail(&old, &new);
            let (old, new) = (keys(&old), keys(&new));
            for (word, key) in old.iter().enumerate() {
                if let Some(went) = found.went(word) {
                    prop_assert_eq!(*key, new[went]);
                }
            }
            let common = found.common(&(1..old.len().max(1)), &(1..new.len().max(1)));
            prop_assert!(common.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }

    #[test]
    fn copies_are_stretches_whatever_was_changed_in_them() {
        let changed = RAIN.replace("fell on", "fell upon").replace("week", "day");
        let trail = trail(RAIN, &format!("{RAIN} {MILL} {changed}"));
        let words = 1..1 + RAIN.split(' ').count();
        let beyond = isize::try_from(words.len() + MILL.split(' ').count()).unwrap();
        let mut found = trail.stretches(&words, 0.5, 8);
        found.sort_unstable();
        assert_eq!(found, [(0, 0), (beyond, beyond)]);
        assert_eq!(trail.stretches(&words, 0.5, 1).len(), 1);
    }
}
