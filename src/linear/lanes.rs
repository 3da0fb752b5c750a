//! Sums of many columns at a time: four lanes of 16 bits in a word of 64, added as one number. It is what
//! instructions for vectors do, with those that every processor and every browser has (“SIMD within a
//! register”: Fisher and Dietz 1998).
//!
//! Invariant: a lane holds its sum above [`START`], so that no lane borrows from the next; it can hold
//! ±32,767, some two hundred and fifty weights of the largest size.

use super::bytes::{Reader, Truncated};
use super::index::{Index, Search};
use super::rows::Rows;

/// What a lane holds when its sum is 0, in each lane of a word.
const START: u64 = 0x8000_8000_8000_8000;
/// The lower byte of each lane.
pub(super) const BYTES: u64 = 0x00FF_00FF_00FF_00FF;
/// What is added to weights that stand in bytes, so that none is below 0.
pub(super) const RAISED: u64 = 0x0080_0080_0080_0080;

/// Sums of weights for four times `N` columns.
#[derive(Clone, Copy, Debug)]
pub struct Lanes<const N: usize> {
    words: [u64; N],
    /// How often each lane was raised by 128.
    raised: u32,
}

impl<const N: usize> Default for Lanes<N> {
    /// All sums 0.
    fn default() -> Self {
        Self { words: [START; N], raised: 0 }
    }
}

impl<const N: usize> Lanes<N> {
    /// The sums without what was added to keep them above 0, as words of four columns each.
    #[must_use]
    pub fn settled(&self) -> [u64; N] {
        let raised = RAISED.wrapping_mul(u64::from(self.raised));
        self.words.map(|word| word.wrapping_sub(raised))
    }

    /// Adds what [`Lanes::settled`] gave, or some of its words.
    #[inline]
    pub fn add(&mut self, words: &[u64]) {
        for (sum, word) in self.words.iter_mut().zip(words) {
            *sum = sum.wrapping_add(word.wrapping_sub(START));
        }
    }

    /// Adds words whose lanes are sums by themselves, less than 0 as well.
    #[inline]
    pub(super) fn add_words<const WORDS: usize>(&mut self, words: [u64; WORDS]) {
        self.words.iter_mut().zip(words).for_each(|(sum, word)| *sum = sum.wrapping_add(word));
    }

    /// The sums of the first columns.
    #[must_use]
    pub fn sums<const COLUMNS: usize>(&self) -> [i32; COLUMNS] {
        let mut sums = [0; COLUMNS];
        for (sums, word) in sums.chunks_mut(4).zip(self.settled()) {
            for (sum, shift) in sums.iter_mut().zip([0, 16, 32, 48]) {
                *sum = i32::from((word >> shift) as u16) - 0x8000;
            }
        }
        sums
    }

    #[inline]
    fn add_row(&mut self, row: &[u8]) {
        if row.len() > N * 2 {
            let (pairs, last) = self.words.as_chunks_mut::<2>();
            let (words, _) = row.as_chunks::<8>();
            let mut words = words.iter().map(|word| u64::from_le_bytes(*word));
            for ([even, odd], word) in pairs.iter_mut().zip(&mut words) {
                *even = even.wrapping_add(word & BYTES);
                *odd = odd.wrapping_add(word >> 8 & BYTES);
            }
            for (sum, word) in last.iter_mut().zip(words) {
                *sum = sum.wrapping_add(word & BYTES);
            }
            self.raised += 1;
            return;
        }
        let (entries, _) = row.as_chunks::<2>();
        for [column, weight] in entries {
            if let Some(sum) = self.words.get_mut(usize::from(column >> 2)) {
                let weight = i64::from(weight.cast_signed()).cast_unsigned();
                *sum = sum.wrapping_add(weight << ((column & 3) * 16));
            }
        }
    }
}

/// Rows of weights by key, for [`Lanes`]. A row with few weights lists them with their columns; one with more
/// than `N` has a byte for every column.
#[derive(Clone, Debug, Default)]
pub struct LaneTable<const N: usize> {
    index: Index,
    bytes: Vec<u8>,
}

impl<const N: usize> LaneTable<N> {
    /// Reads what [`super::TableBuilder::write`] wrote; `lane` says where a column is among the lanes.
    /// O(n).
    ///
    /// # Errors
    /// When the data are cut short or hold keys that cannot be.
    pub fn read(reader: &mut Reader<'_>, lane: impl Fn(u8) -> usize) -> Result<Self, Truncated> {
        let rows = Rows::read(reader)?;
        let lanes = std::array::from_fn(|column| {
            let lane = u8::try_from(column).map_or(usize::MAX, &lane);
            u8::try_from(lane).ok().filter(|_| lane < N * 4).unwrap_or(u8::MAX)
        });
        let (sizes, bytes) = laid_out(&rows, &lanes, N);
        Ok(Self { index: Index::new(&rows.keys, &sizes), bytes })
    }

    /// Adds the weights of all `keys` to `sums`. O(n).
    pub fn add(&self, keys: &[u32], search: &mut Search, sums: &mut Lanes<N>) {
        self.index.find_all(keys, search);
        // As there, all rows are asked for before the first is added.
        let begin = |(first, _): &(usize, usize)| self.bytes.get(first * 2).copied().unwrap_or_default();
        search.begins.clear();
        search.begins.extend(search.found.iter().map(begin));
        for (first, end) in &search.found {
            sums.add_row(self.bytes.get(first * 2..end * 2).unwrap_or_default());
        }
    }
}

/// How many pairs of bytes each row takes, and the bytes of all, when four times `words` columns are summed
/// and `lanes` says which lane is a column's.
fn laid_out(rows: &Rows<'_>, lanes: &[u8; 256], words: usize) -> (Vec<u32>, Vec<u8>) {
    let lane = |column: &u8| lanes.get(usize::from(*column)).copied().unwrap_or(u8::MAX);
    let mut bytes = Vec::with_capacity(rows.entries() * 2);
    let mut sizes = Vec::with_capacity(rows.keys.len());
    rows.each(|columns, weights| {
        let before = bytes.len();
        if columns.len() > words {
            bytes.resize(before + words.div_ceil(2) * 8, 0x80);
            let row = bytes.get_mut(before..).unwrap_or_default();
            for (column, weight) in columns.iter().zip(weights) {
                if let Some(byte) = row.get_mut(place(usize::from(lane(column)))) {
                    *byte = weight ^ 0x80;
                }
            }
        } else {
            bytes.extend(columns.iter().zip(weights).flat_map(|(column, weight)| [lane(column), *weight]));
        }
        sizes.push(u32::try_from((bytes.len() - before) / 2).unwrap_or_default());
    });
    (sizes, bytes)
}

/// Which byte of a row is a lane's: the lower bytes of a word's lanes are those of one word of sums, the
/// upper bytes those of the next.
pub(super) const fn place(lane: usize) -> usize {
    let (word, lane) = (lane / 4, lane % 4);
    word / 2 * 8 + lane * 2 + word % 2
}

#[cfg(test)]
mod tests {
    use super::{LaneTable, Lanes, Search};
    use crate::linear::{Entry, Reader, Table, TableBuilder, Writer, mix};

    /// Rows of 0 to 19 weights in columns up to 19.
    fn written() -> Vec<u8> {
        let mut builder = TableBuilder::default();
        for row in 0..500u32 {
            let entry = |column: u32| {
                let weight = (mix(row, column) as u8).cast_signed();
                Entry { column: column as u8, weight }
            };
            builder.push(mix(7, row), (0..row % 20).map(entry).collect());
        }
        let mut writer = Writer::default();
        builder.write(&mut writer);
        writer.bytes
    }

    #[test]
    fn sums_are_those_of_one_column_at_a_time() {
        let bytes = written();
        let lanes = LaneTable::<5>::read(&mut Reader::new(&bytes), usize::from).unwrap();
        let table = Table::read(&mut Reader::new(&bytes)).unwrap();
        for first in 0..400 {
            let (mut fast, mut slow) = (Lanes::default(), [0; 20]);
            let keys: Vec<u32> = (first..first + 90).map(|row| mix(7, row)).collect();
            lanes.add(&keys, &mut Search::default(), &mut fast);
            keys.iter().for_each(|key| table.add(*key, &mut slow));
            assert_eq!(fast.sums(), slow);
            let mut twice = Lanes::<5>::default();
            twice.add(&fast.settled());
            twice.add(&fast.settled());
            assert_eq!(twice.sums(), slow.map(|sum| sum * 2));
        }
    }

    #[test]
    fn columns_go_where_they_are_told() {
        let bytes = written();
        let lane = |column: u8| usize::from(column) + 40;
        let lanes = LaneTable::<25>::read(&mut Reader::new(&bytes), lane).unwrap();
        let table = Table::read(&mut Reader::new(&bytes)).unwrap();
        let (mut fast, mut slow) = (Lanes::default(), [0; 20]);
        let keys: Vec<u32> = (0..40).map(|row| mix(7, row)).collect();
        lanes.add(&keys, &mut Search::default(), &mut fast);
        keys.iter().for_each(|key| table.add(*key, &mut slow));
        assert_eq!(fast.sums::<60>()[40..], slow);
        assert_eq!(fast.sums::<40>(), [0; 40]);
        // A column that has no lane counts for nothing.
        let none = LaneTable::<2>::read(&mut Reader::new(&bytes), usize::from).unwrap();
        let mut sums = Lanes::default();
        none.add(&[mix(7, 19)], &mut Search::default(), &mut sums);
        let mut slow = [0; 8];
        table.add(mix(7, 19), &mut slow);
        assert_eq!(sums.sums(), slow);
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        let bytes = written();
        for length in 0..bytes.len() {
            assert!(
                LaneTable::<5>::read(&mut Reader::new(&bytes[..length]), usize::from).is_err(),
                "{length}"
            );
        }
    }
}
