//! Sums of many columns at a time: four lanes of 16 bits in a word of 64, added as one number. It is what
//! instructions for vectors do, with those that every processor and every browser has (“SIMD within a
//! register”: Fisher and Dietz 1998).
//!
//! Invariant: a lane holds its sum above [`START`], so that no lane borrows from the next; it can hold
//! ±32,767, some two hundred and fifty weights of the largest size.

use super::bytes::{Reader, Truncated};
use super::index::{Index, Search};
use super::rows::{Class, Rows};

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

    /// Adds a byte for every column, each raised, where [`place`] has it.
    #[inline]
    fn add_bytes(&mut self, row: &[u8]) {
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
    }

    #[inline]
    fn add_one(&mut self, lane: u8, weight: u8) {
        if let Some(sum) = self.words.get_mut(usize::from(lane >> 2)) {
            let weight = i64::from(weight.cast_signed()).cast_unsigned();
            *sum = sum.wrapping_add(weight << ((lane & 3) * 16));
        }
    }
}

/// Rows of weights by key, for [`Lanes`]. Rows with few weights, nearly all, stand as they do in the file, so that
/// there is nothing to do for them before the first sum; one with more has a byte for every column.
#[derive(Clone, Debug, Default)]
pub struct LaneTable<const N: usize> {
    index: Index,
    /// By row its number in the file, which has the shortest first.
    numbers: Vec<u32>,
    /// By how many weights they have, the rows with few.
    few: Vec<Class>,
    columns: Vec<u8>,
    weights: Vec<u8>,
    /// Which lane is a column's, for what stands in `columns`.
    lanes: Vec<u8>,
    /// How many rows have few weights, and the bytes of those with more.
    first: usize,
    bytes: Vec<u8>,
}

impl<const N: usize> LaneTable<N> {
    /// How many bytes a row with a byte for every column takes.
    const SIZE: usize = N.div_ceil(2) * 8;
    /// How many weights are few. With more the rows, whose columns stand apart from each other, are summed later.
    const FEW: usize = if N < 8 { N } else { 8 };

    /// Reads what [`super::TableBuilder::write`] wrote; `lane` says where a column is among the lanes.
    /// O(n).
    ///
    /// # Errors
    /// When the data are cut short or hold keys that cannot be.
    pub fn read(reader: &mut Reader<'_>, lane: impl Fn(u8) -> usize) -> Result<Self, Truncated> {
        let rows = Rows::read(reader)?;
        let lane = |column| u8::try_from(lane(column)).ok().filter(|lane| usize::from(*lane) < N * 4);
        let lanes: Vec<u8> = (0..=u8::MAX).map(|column| lane(column).unwrap_or(u8::MAX)).collect();
        let (few, many) = rows.classes.split_at(rows.classes.len().min(Self::FEW + 1));
        let first = few.iter().map(|class| class.rows).sum();
        let end = few.last().map_or(0, Class::end);
        let mut bytes = Vec::with_capacity(many.iter().map(|class| class.rows * Self::SIZE).sum());
        for class in many {
            for row in 0..class.rows {
                let before = bytes.len();
                bytes.resize(before + Self::SIZE, 0x80);
                let bytes = bytes.get_mut(before..).unwrap_or_default();
                class.each(row, rows.columns, rows.weights, |column, weight| {
                    let lane = lanes.get(usize::from(column)).copied().unwrap_or(u8::MAX);
                    if let Some(byte) = bytes.get_mut(place(lane.into())) {
                        *byte = weight ^ 0x80;
                    }
                });
            }
        }
        Ok(Self {
            numbers: rows.numbers(),
            index: rows.index,
            few: few.to_vec(),
            columns: rows.columns.get(..end).unwrap_or_default().to_vec(),
            weights: rows.weights.get(..end).unwrap_or_default().to_vec(),
            lanes,
            first,
            bytes,
        })
    }

    /// Adds the weights of all `keys` to `sums`. O(n).
    pub fn add(&self, keys: &[u32], search: &mut Search, sums: &mut Lanes<N>) {
        self.index.find_all(keys, search);
        for row in &search.found {
            let row = self.numbers.get(*row).copied().unwrap_or_default() as usize;
            match row.checked_sub(self.first) {
                Some(row) => {
                    let bytes = self.bytes.get(row * Self::SIZE..(row + 1) * Self::SIZE);
                    sums.add_bytes(bytes.unwrap_or_default());
                }
                None => self.add_few(row, sums),
            }
        }
    }

    #[inline]
    fn add_few(&self, row: usize, sums: &mut Lanes<N>) {
        let Some(class) = self.few.iter().find(|class| row < class.first + class.rows) else { return };
        class.each(row - class.first, &self.columns, &self.weights, |column, weight| {
            sums.add_one(self.lanes.get(usize::from(column)).copied().unwrap_or(u8::MAX), weight);
        });
    }
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
