//! Approximate matching by edit distance, bit-parallel: 64 rows of the table at a time.
//!
//! The algorithm is Myers' (“A fast bit-vector algorithm for approximate string matching based on dynamic
//! programming”, J. ACM 46, 1999) in the form that Hyyrö gave its blocks (“A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances”, 2003), with Ukkonen's cut-off: blocks of which every row is
//! known to hold more errors than are allowed are left alone.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

const ROWS: usize = 64;

/// A pattern, made ready.
pub struct Pattern {
    length: usize,
    blocks: usize,
    /// For each character, `blocks` words whose bits say where it stands; the first ones of a character
    /// that the pattern lacks.
    bits: Vec<u64>,
    ascii: [u32; 128],
    others: FxHashMap<char, u32>,
}

/// A place where the pattern was found to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// One past its last character.
    pub end: usize,
    /// How many insertions, deletions and replacements it takes.
    pub errors: usize,
}

/// The vertical differences in one block.
#[derive(Clone, Copy)]
struct Block {
    up: u64,
    down: u64,
    /// The number of errors in its last row.
    errors: usize,
}

impl Pattern {
    /// To be found in texts that are read from their beginning. O(length).
    #[must_use]
    pub fn new(chars: &[char]) -> Self {
        Self::of(chars.len(), chars.iter())
    }

    /// To be found in texts that are read from their end. O(length).
    #[must_use]
    pub fn backwards(chars: &[char]) -> Self {
        Self::of(chars.len(), chars.iter().rev())
    }

    fn of<'a>(length: usize, chars: impl Iterator<Item = &'a char>) -> Self {
        let blocks = length.div_ceil(ROWS).max(1);
        let (ascii, others) = ([0; 128], FxHashMap::default());
        let mut pattern = Self { length, blocks, bits: vec![0; blocks], ascii, others };
        for (row, character) in chars.enumerate() {
            let at = pattern.entry(*character) + row / ROWS;
            pattern.bits.get_mut(at).into_iter().for_each(|bits| *bits |= 1 << (row % ROWS));
        }
        pattern
    }

    /// Every place in `text` where it ends with at most `limit` errors, the best of each neighbourhood.
    /// O(length of the text × blocks that matter).
    #[must_use]
    pub fn hits(&self, text: &[char], limit: usize) -> Vec<Hit> {
        let apart = (self.length / 2).max(1);
        let mut hits: Vec<Hit> = Vec::new();
        self.scan(text, limit, |hit| {
            match hits.last_mut().filter(|last| hit.end - last.end <= apart) {
                // Of equals the last in a row: a replaced last character is inside, not outside.
                Some(last) if hit.errors < last.errors => *last = hit,
                Some(last) if hit.errors == last.errors && hit.end == last.end + 1 => *last = hit,
                Some(_) => {}
                None => hits.push(hit),
            }
            limit
        });
        hits
    }

    /// The best place in `text`, if it has at most `limit` errors.
    #[must_use]
    pub fn best(&self, text: &[char], limit: usize) -> Option<Hit> {
        let mut best: Option<Hit> = None;
        self.scan(text, limit, |hit| {
            let better =
                |best: Hit| hit.errors < best.errors || hit.errors == best.errors && hit.end == best.end + 1;
            if best.is_none_or(better) {
                best = Some(hit);
            }
            best.map_or(limit, |best| best.errors)
        });
        best
    }

    /// How many characters of `text` from its end it takes to match the whole pattern (a backward one) with
    /// the fewest errors; of equals the number nearest to the pattern's length.
    #[must_use]
    pub fn reach(&self, text: &[char]) -> Hit {
        let mut best = Hit { end: 0, errors: self.length };
        let rank = |hit: Hit| (hit.errors, hit.end.abs_diff(self.length));
        self.anchored(text.iter().rev(), |hit| {
            if rank(hit) < rank(best) {
                best = hit;
            }
        });
        best
    }

    /// The edit distance to the whole of `text`.
    #[must_use]
    pub fn distance(&self, text: &[char]) -> usize {
        let mut errors = self.length;
        self.anchored(text.iter(), |hit| errors = hit.errors);
        errors
    }

    fn entry(&mut self, character: char) -> usize {
        let row = match self.ascii.get_mut(character as usize) {
            Some(row) => row,
            None => self.others.entry(character).or_default(),
        };
        if *row == 0 {
            *row = u32::try_from(self.bits.len()).unwrap_or(0);
            self.bits.resize(self.bits.len() + self.blocks, 0);
        }
        *row as usize
    }

    #[inline]
    fn bits(&self, character: char) -> &[u64] {
        let at = match self.ascii.get(character as usize) {
            Some(at) => *at,
            None => self.others.get(&character).copied().unwrap_or(0),
        };
        self.bits.get(at as usize..at as usize + self.blocks).unwrap_or_default()
    }

    /// The last bit of each block, and the blocks before anything was read.
    fn start(&self) -> Vec<(u32, Block)> {
        let block = |index: usize| {
            let end = self.length.min((index + 1) * ROWS);
            let last = u32::try_from(end.saturating_sub(index * ROWS + 1)).unwrap_or(0);
            (last, Block { up: !0, down: 0, errors: end })
        };
        (0..self.blocks).map(block).collect()
    }

    /// Calls `found` for every end with at most as many errors as it last returned, at first `limit`.
    fn scan(&self, text: &[char], mut limit: usize, mut found: impl FnMut(Hit) -> usize) {
        if self.length == 0 {
            return;
        }
        let mut blocks = self.start();
        // As many blocks as hold the first `limit + 1` rows.
        let mut active = (limit / ROWS + 1).min(self.blocks);
        for (at, character) in text.iter().enumerate() {
            let bits = self.bits(*character);
            let (mut carry, mut errors) = (0, 0);
            for ((last, block), bits) in blocks.iter_mut().zip(bits).take(active) {
                carry = block.advance(*bits, carry, *last);
                errors = block.errors;
            }
            let before = errors.wrapping_add_signed(-carry);
            let next = bits.get(active).copied();
            if let Some(next) = next.filter(|next| before <= limit && (next & 1 == 1 || carry < 0)) {
                if let Some((last, block)) = blocks.get_mut(active) {
                    *block = Block { up: !0, down: 0, errors: before + *last as usize + 1 };
                    block.advance(next, carry, *last);
                    errors = block.errors;
                }
                active += 1;
            } else {
                while active > 1 && blocks.get(active - 1).is_some_and(|(_, b)| b.errors >= limit + ROWS) {
                    active -= 1;
                    errors = usize::MAX;
                }
            }
            if active == self.blocks && errors <= limit {
                limit = found(Hit { end: at + 1, errors });
            }
        }
    }

    /// Calls `found` with the errors against each beginning of `text`.
    fn anchored<'a>(&self, text: impl Iterator<Item = &'a char>, mut found: impl FnMut(Hit)) {
        let mut blocks = self.start();
        for (at, character) in text.enumerate() {
            let mut carry = 1;
            for ((last, block), bits) in blocks.iter_mut().zip(self.bits(*character)) {
                carry = block.advance(*bits, carry, *last);
            }
            let errors = blocks.last().map_or(0, |(_, block)| block.errors);
            found(Hit { end: at + 1, errors: if self.length == 0 { at + 1 } else { errors } });
        }
    }

    /// For a pattern of at most 64 characters, how well its beginnings match beginnings of `text`: the
    /// fewest errors of the first 8, 16, 32 and of all its characters, each with its number of characters.
    #[must_use]
    pub fn beginnings(&self, text: &[char]) -> [(usize, usize); 4] {
        self.parts(text.iter())
    }

    /// [`Self::beginnings`] for a backward pattern and ends of `text`.
    #[must_use]
    pub fn endings(&self, text: &[char]) -> [(usize, usize); 4] {
        self.parts(text.iter().rev())
    }

    fn parts<'a>(&self, text: impl Iterator<Item = &'a char>) -> [(usize, usize); 4] {
        let mut rows = [8, 16, 32, self.length].map(|row| {
            let row = row.min(self.length).min(ROWS);
            (row, row, row)
        });
        let (mut up, mut down) = (!0_u64, 0_u64);
        for character in text {
            let bits = self.bits(*character).first().copied().unwrap_or(0);
            let (positive, negative) = step(&mut up, &mut down, bits, 1);
            for (row, errors, fewest) in &mut rows {
                let bit = 1_u64 << (row.saturating_sub(1) % ROWS);
                *errors += usize::from(positive & bit != 0);
                *errors -= usize::from(negative & bit != 0);
                *fewest = (*fewest).min(*errors);
            }
        }
        rows.map(|(row, _, fewest)| (row, fewest))
    }
}

impl Block {
    #[inline]
    fn advance(&mut self, bits: u64, carry: isize, last: u32) -> isize {
        let (positive, negative) = step(&mut self.up, &mut self.down, bits, carry);
        let out = (positive >> last & 1).cast_signed() - (negative >> last & 1).cast_signed();
        let out = if out > 0 {
            1
        } else if out < 0 {
            -1
        } else {
            0
        };
        self.errors = self.errors.wrapping_add_signed(out);
        out
    }
}

/// One character for one block: `carry` is the horizontal difference above its first row; the answer are
/// the rows where the difference is +1 and −1.
#[inline]
const fn step(up: &mut u64, down: &mut u64, bits: u64, carry: isize) -> (u64, u64) {
    let vertical = bits | *down;
    let bits = bits | (carry < 0) as u64;
    let horizontal = ((bits & *up).wrapping_add(*up) ^ *up) | bits;
    let positive = *down | !(horizontal | *up);
    let negative = *up & horizontal;
    let (above, below) = (positive << 1 | (carry > 0) as u64, negative << 1 | (carry < 0) as u64);
    *up = below | !(vertical | above);
    *down = above & vertical;
    (positive, negative)
}

/// The best of `hits`, fewest errors first, at most `most`.
#[must_use]
pub fn fewest(mut hits: Vec<Hit>, most: usize) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.errors, Reverse(hit.end)));
    hits.truncate(most);
    hits
}

#[cfg(test)]
mod tests {
    use super::{Hit, Pattern};
    use proptest::prelude::*;

    /// The table itself: errors of every beginning of the pattern (rows) against `text`, column by column.
    fn table(pattern: &[char], text: &[char], anchored: bool) -> Vec<Vec<usize>> {
        let mut columns = vec![(0..=pattern.len()).collect::<Vec<_>>()];
        for (at, c) in text.iter().enumerate() {
            let before = &columns[at];
            let mut column = vec![if anchored { at + 1 } else { 0 }];
            for (row, p) in pattern.iter().enumerate() {
                let replaced = before[row] + usize::from(p != c);
                column.push(replaced.min(before[row + 1] + 1).min(column[row] + 1));
            }
            columns.push(column);
        }
        columns
    }

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_word_with_a_typing_error_is_found_where_it_stands() {
        let text = chars("the minster met the president");
        let pattern = Pattern::new(&chars("minister"));
        assert_eq!(pattern.best(&text, 2), Some(Hit { end: 11, errors: 1 }));
        assert_eq!(pattern.best(&text, 0), None);
        assert_eq!(
            Pattern::backwards(&chars("minister")).reach(&chars("old minister")),
            Hit { end: 8, errors: 0 }
        );
        assert_eq!(Pattern::new(&[]).best(&text, 3), None);
    }

    proptest! {
        #[test]
        fn every_end_within_the_limit_is_the_table_s(
            pattern in "[ab]{1,40}|[a-dé]{60,140}", text in "[ab]{0,60}|[a-dé]{0,200}", limit in 0usize..60,
        ) {
            let (p, t) = (chars(&pattern), chars(&text));
            let mut found = Vec::new();
            Pattern::new(&p).scan(&t, limit, |hit| { found.push((hit.end, hit.errors)); limit });
            let columns = table(&p, &t, false);
            let expected: Vec<_> = (1..columns.len()).map(|at| (at, columns[at][p.len()]))
                .filter(|(_, errors)| *errors <= limit).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn distances_from_the_beginning_are_the_table_s(
            pattern in "[ab]{0,20}|[a-c]{60,140}", text in "[ab]{0,30}|[a-c]{0,150}",
        ) {
            let (p, t) = (chars(&pattern), chars(&text));
            let columns = table(&p, &t, true);
            let ready = Pattern::new(&p);
            let (p_back, t_back): (Vec<char>, Vec<char>) = (p.iter().rev().copied().collect(), t.iter().rev().copied().collect());
            let back = Pattern::backwards(&p_back);
            prop_assert_eq!(ready.distance(&t), columns[t.len()][p.len()]);
            let best = columns.iter().map(|column| column[p.len()]).min().unwrap();
            prop_assert_eq!(back.reach(&t_back).errors, best);
            if p.len() <= 64 {
                prop_assert_eq!(ready.beginnings(&t), back.endings(&t_back));
                for (row, errors) in ready.beginnings(&t) {
                    prop_assert_eq!(errors, columns.iter().map(|column| column[row]).min().unwrap());
                }
            }
        }
    }
}
