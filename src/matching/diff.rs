//! One comparison of the old text with the new one, which says of every place where it went.
//!
//! Words are compared, not characters. What is unique in both texts is matched first, in runs of four words
//! and then word by word, and of that the longest part that is in the same order (the patience diff of
//! Bram Cohen); what lies between is compared by Myers' greedy algorithm (“An O(ND) difference algorithm and
//! its variations”, Algorithmica 1, 1986) as long as few words differ, and counts as changed otherwise. So
//! the time grows with the texts and not with their product, whatever was done to them.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;

use super::words::{self, Word};

/// Words in a run of which both texts have but one.
const RUN: usize = 4;
/// Most words that may differ between two matches for them to be compared one by one.
const MOST_CHANGES: usize = 96;
/// How often a stretch is cut in pieces; far more than any text needs.
const DEEPEST: u32 = 40;

/// Which characters of two folded texts are the same ones.
pub struct Mapping {
    /// Stretches of the old text, in order, and where each begins in the new one.
    runs: Vec<(Range<usize>, usize)>,
    length: usize,
}

/// Where a range went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// What stands now between what stood before the range and what stood after it.
    pub range: Range<usize>,
    /// Whether both of its ends are among what stayed.
    pub certain: bool,
    /// Whether the words right before and after it stayed as well, right before and after.
    pub embedded: bool,
}

impl Mapping {
    /// Compares two folded texts.
    pub fn new(old: &[char], new: &[char]) -> Self {
        let (old_words, new_words) = (words::words(old), words::words(new));
        let key = |text: &[char], word: &Word| {
            let mut hasher = FxHasher::default();
            text.get(word.clone()).unwrap_or_default().iter().for_each(|c| hasher.write_u32(*c as u32));
            hasher.finish()
        };
        let old_keys: Vec<u64> = old_words.iter().map(|word| key(old, word)).collect();
        let new_keys: Vec<u64> = new_words.iter().map(|word| key(new, word)).collect();
        let mut diff = Diff { old: &old_keys, new: &new_keys, pairs: Vec::new() };
        diff.stretch(0..old_keys.len(), 0..new_keys.len(), DEEPEST);
        diff.pairs.sort_unstable();
        let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
        for (from, to) in diff.pairs {
            let (Some(from), Some(to)) = (old_words.get(from), new_words.get(to)) else { continue };
            if from.len() != to.len() {
                continue;
            }
            match runs.last_mut() {
                // White space between two words that stayed together.
                Some((run, begins))
                    if from.start - run.end <= 1 && from.start - run.start == to.start - *begins =>
                {
                    run.end = from.end;
                }
                _ => runs.push((from.clone(), to.start)),
            }
        }
        Self { runs, length: new.len() }
    }

    /// Where `range` of the old text went; `None` when no more is there between what stood around it.
    /// O(log n).
    pub fn range(&self, range: &Range<usize>) -> Option<Mapped> {
        let first = self.runs.partition_point(|(run, _)| run.end <= range.start);
        let last = self.runs.partition_point(|(run, _)| run.start < range.end);
        let end_of = |index: Option<usize>| {
            let run = index.and_then(|index| self.runs.get(index));
            run.map_or(0, |(run, begins)| begins + run.len())
        };
        let (start, start_stays) = match self.runs.get(first) {
            Some((run, begins)) if run.start <= range.start => (begins + range.start - run.start, true),
            _ => (end_of(first.checked_sub(1)), false),
        };
        let (end, end_stays) = match last.checked_sub(1).and_then(|last| self.runs.get(last)) {
            Some((run, begins)) if run.end >= range.end => (begins + range.end - run.start, true),
            _ => (self.runs.get(last).map_or(self.length, |(_, begins)| *begins), false),
        };
        let touches = |at: Option<usize>, here: usize, edge: fn(&Range<usize>) -> usize| {
            let run = at.and_then(|at| self.runs.get(at));
            run.is_some_and(|(run, _)| edge(run).abs_diff(here) > 2)
        };
        let embedded = start_stays
            && end_stays
            && touches(Some(first), range.start, |run| run.start)
            && touches(last.checked_sub(1), range.end, |run| run.end);
        (start < end).then_some(Mapped { range: start..end, certain: start_stays && end_stays, embedded })
    }
}

struct Diff<'a> {
    old: &'a [u64],
    new: &'a [u64],
    pairs: Vec<(usize, usize)>,
}

impl Diff<'_> {
    fn stretch(&mut self, mut old: Range<usize>, mut new: Range<usize>, depth: u32) {
        let same = |diff: &Self, a: usize, b: usize| diff.old.get(a) == diff.new.get(b);
        while !old.is_empty() && !new.is_empty() && same(self, old.start, new.start) {
            self.pairs.push((old.start, new.start));
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && same(self, old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            self.pairs.push((old.end, new.end));
        }
        if old.is_empty() || new.is_empty() {
            return;
        }
        let anchors = [RUN, 1].into_iter().filter(|_| depth > 0).map(|run| self.unique(&old, &new, run));
        let Some(anchors) = anchors.into_iter().find(|anchors| !anchors.is_empty()) else {
            self.greedy(&old, &new);
            return;
        };
        let mut begin = (old.start, new.start);
        for (a, b) in anchors {
            // The words of a run may have been matched from the one before it.
            if a >= begin.0 && b >= begin.1 {
                self.pairs.push((a, b));
                self.stretch(begin.0..a, begin.1..b, depth - 1);
                begin = (a + 1, b + 1);
            }
        }
        self.stretch(begin.0..old.end, begin.1..new.end, depth - 1);
    }

    /// Runs of `length` words that each text has once, as many as come in the same order.
    fn unique(&self, old: &Range<usize>, new: &Range<usize>, length: usize) -> Vec<(usize, usize)> {
        let mut seen: FxHashMap<u64, (usize, usize, usize, usize)> = FxHashMap::default();
        let runs = |words: &[u64], range: &Range<usize>| -> Vec<u64> {
            let words = words.get(range.clone()).unwrap_or_default();
            let mix =
                |hash: u64, word: &u64| (hash.rotate_left(7) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            words.windows(length).map(|run| run.iter().fold(0, mix)).collect()
        };
        for (at, run) in runs(self.old, old).into_iter().enumerate() {
            let entry = seen.entry(run).or_default();
            (entry.0, entry.1) = (entry.0 + 1, old.start + at);
        }
        for (at, run) in runs(self.new, new).into_iter().enumerate() {
            if let Some(entry) = seen.get_mut(&run) {
                (entry.2, entry.3) = (entry.2 + 1, new.start + at);
            }
        }
        let once = seen.into_values().filter(|(a, _, b, _)| (*a, *b) == (1, 1));
        let mut pairs: Vec<(usize, usize)> = once.map(|(_, a, _, b)| (a, b)).collect();
        pairs.sort_unstable();
        increasing(&pairs)
    }

    /// Myers' greedy comparison, given up when more than [`MOST_CHANGES`] words differ.
    fn greedy(&mut self, old: &Range<usize>, new: &Range<usize>) {
        let (n, m) = (old.len().cast_signed(), new.len().cast_signed());
        let most = MOST_CHANGES.min(old.len() + new.len()).cast_signed();
        let slot = |diagonal: isize| (diagonal + most + 1).cast_unsigned();
        let mut reach = vec![0_isize; slot(most) + 2];
        let mut history = Vec::new();
        for changes in 0..=most {
            history.push(reach.clone());
            for diagonal in (-changes..=changes).step_by(2) {
                let at = |diagonal| reach.get(slot(diagonal)).copied().unwrap_or(0);
                let down = diagonal == -changes || diagonal != changes && at(diagonal - 1) < at(diagonal + 1);
                let mut x = if down { at(diagonal + 1) } else { at(diagonal - 1) + 1 };
                while x < n && x - diagonal < m && self.same(old, new, x, x - diagonal) {
                    x += 1;
                }
                reach.get_mut(slot(diagonal)).into_iter().for_each(|reach| *reach = x);
                if x >= n && x - diagonal >= m {
                    self.trace(old, new, &history, most);
                    return;
                }
            }
        }
    }

    fn same(&self, old: &Range<usize>, new: &Range<usize>, x: isize, y: isize) -> bool {
        let old = self.old.get(old.start.wrapping_add_signed(x));
        old.is_some() && old == self.new.get(new.start.wrapping_add_signed(y))
    }

    fn trace(&mut self, old: &Range<usize>, new: &Range<usize>, history: &[Vec<isize>], most: isize) {
        let (mut x, mut y) = (old.len().cast_signed(), new.len().cast_signed());
        for (changes, reach) in history.iter().enumerate().rev() {
            let changes = changes.cast_signed();
            let at = |diagonal: isize| reach.get((diagonal + most + 1).cast_unsigned()).copied().unwrap_or(0);
            let diagonal = x - y;
            let down = diagonal == -changes || diagonal != changes && at(diagonal - 1) < at(diagonal + 1);
            let before = if down { diagonal + 1 } else { diagonal - 1 };
            let from = if changes == 0 { 0 } else { at(before) };
            let (from_x, from_y) = (from, from - before);
            while x > 0 && y > 0 && (changes == 0 || x > from_x && y > from_y) {
                (x, y) = (x - 1, y - 1);
                self.pairs.push((old.start.wrapping_add_signed(x), new.start.wrapping_add_signed(y)));
            }
            (x, y) = (from_x, from_y);
        }
    }
}

/// The longest part of `pairs`, which are in the order of the first, that is in the order of the second as
/// well. O(n log n).
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, (_, b)) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|top| pairs.get(*top).is_some_and(|(_, top)| top < b));
        before.push(pile.checked_sub(1).and_then(|left| piles.get(left)).copied());
        match piles.get_mut(pile) {
            Some(top) => *top = index,
            None => piles.push(index),
        }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut next = piles.last().copied();
    while let Some(index) = next {
        chain.extend(pairs.get(index));
        next = before.get(index).copied().flatten();
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::Mapping;
    use proptest::prelude::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// What became of `part` of `old`, and whether that is certain.
    fn mapped(old: &str, new: &str, part: &str) -> Option<(String, bool)> {
        let (old_chars, new_chars) = (chars(old), chars(new));
        let start = old.split(part).next().unwrap().chars().count();
        let mapped = Mapping::new(&old_chars, &new_chars).range(&(start..start + part.chars().count()))?;
        Some((new_chars[mapped.range].iter().collect::<String>().trim().to_owned(), mapped.certain))
    }

    #[test]
    fn a_range_goes_where_its_words_went() {
        let old = "the old king met the young queen in the tall tower at noon";
        let new = "yesterday the old king saw the young queen in a tower at noon";
        for (part, expected) in [
            ("old king", Some(("old king", true))),
            ("met", Some(("saw", false))),
            ("king met the", Some(("king saw the", true))),
            ("the tall tower", Some(("a tower", false))),
            ("noon", Some(("noon", true))),
            ("tall", Some(("a", false))),
        ] {
            assert_eq!(
                mapped(old, new, part),
                expected.map(|(text, sure)| (text.to_owned(), sure)),
                "{part}"
            );
        }
        assert_eq!(mapped("one two three", "one three", "two").map(|(text, _)| text), Some(String::new()));
    }

    #[test]
    fn texts_without_anything_in_common_map_to_the_whole() {
        assert_eq!(mapped("a b c", "x y", "b"), Some(("x y".to_owned(), false)));
        let (old, new) = ("a b ".repeat(3000), "c d ".repeat(3000));
        assert!(Mapping::new(&chars(&old), &chars(&new)).runs.is_empty());
    }

    proptest! {
        #[test]
        fn what_is_said_to_have_stayed_is_the_same(old in "([a-c]{1,2} ){0,40}", new in "([a-c]{1,2} ){0,40}") {
            let (old, new) = (chars(&old), chars(&new));
            let mapping = Mapping::new(&old, &new);
            let (mut old_end, mut new_end) = (0, 0);
            for (run, begins) in &mapping.runs {
                prop_assert!(run.start >= old_end && *begins >= new_end);
                prop_assert_eq!(&old[run.clone()], &new[*begins..begins + run.len()]);
                (old_end, new_end) = (run.end, begins + run.len());
            }
        }

        #[test]
        fn a_text_maps_to_itself(text in "([a-c]{1,2} ){0,40}", from in 0usize..60, length in 1usize..20) {
            let text = chars(text.trim());
            let range = from.min(text.len())..(from + length).min(text.len());
            if text[range.clone()].iter().any(|c| *c != ' ') {
                let mapped = Mapping::new(&text, &text).range(&range).unwrap();
                prop_assert_eq!(mapped.range, range);
            }
        }
    }
}
