//! A map from hashes to small numbers that is searched as it is shipped: nothing is unpacked, and what is looked up
//! costs four places in a few hundred kilobytes.
//!
//! It is a binary fuse filter ([Graf and Lemire 2022](https://doi.org/10.1145/3510449)) that holds values beside the
//! checks: the exclusive or of a hash's four cells, each in a segment after the last one's, is a check, made of the hash
//! anew, and below it the value. A hash that is not in the map is taken for one that is where its check happens to be
//! the same: once in `2^check` times.
//!
//! Layout: the bits of a value, of a check, the logarithm of a segment's cells, a seed (a byte each), the number of
//! entries, that of segments in which a first cell may be (LEB128), then the cells one after the other as bits, lowest
//! first, and three bytes of 0, so that a cell is read in one go.
//!
//! Invariant: reading never fails; a map of which bytes are missing is empty.

use crate::linear::Reader;

/// Cells of one hash.
pub const CELLS: usize = 4;
/// The most bits of a cell: with seven before it they fit a word of 32.
pub const WIDEST: u32 = 25;

/// How a map is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Bits of a value.
    pub value: u32,
    /// Bits of a check.
    pub check: u32,
    /// The logarithm of how many cells a segment has.
    pub segment: u32,
    /// What hashes are mixed with.
    pub seed: u8,
    /// In how many segments a first cell may be.
    pub firsts: u32,
}

impl Shape {
    /// How many cells there are.
    #[must_use]
    pub fn cells(&self) -> usize {
        match self.firsts {
            0 => 0,
            firsts => (firsts as usize + CELLS - 1) << self.segment,
        }
    }

    /// Bits of a cell.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.value + self.check
    }

    /// The cells of a hash, and its check.
    #[must_use]
    pub fn of(&self, hash: u64) -> ([usize; CELLS], u32) {
        let seed = u64::from(self.seed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (hash ^ seed).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 29).wrapping_mul(0x94d0_49bb_1331_11eb);
        let (high, low) = (mixed >> 32, mixed as u32);
        let first = ((high * (u64::from(self.firsts) << self.segment)) >> 32) as usize;
        let within = |part: u32| (low.rotate_right(part * 10) & ((1 << self.segment) - 1)) as usize;
        let cell = |index: usize| first + (index << self.segment);
        let check = (mixed ^ mixed >> 31).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        ([first, cell(1) ^ within(0), cell(2) ^ within(1), cell(3) ^ within(2)], check as u32 & self.checks())
    }

    const fn checks(&self) -> u32 {
        (1 << self.check) - 1
    }
}

/// The map.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fuse<'a> {
    shape: Shape,
    entries: usize,
    cells: &'a [u8],
}

impl<'a> Fuse<'a> {
    /// Takes what `cargo xtask lexicon` wrote. Returns the map and what follows it in `bytes`. O(1).
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> (Self, &'a [u8]) {
        Self::whole(bytes).unwrap_or_default()
    }

    fn whole(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let mut reader = Reader::new(bytes);
        let [value, check, segment, seed] = reader.take(4).ok()?.try_into().ok()?;
        let (entries, firsts) = (reader.number().ok()? as usize, reader.number().ok()?);
        let shape = Shape { value: value.into(), check: check.into(), segment: segment.into(), seed, firsts };
        if shape.width() > WIDEST || shape.segment > 12 || firsts > 1 << 12 {
            return None;
        }
        let cells = reader.take(size(&shape)).ok()?;
        Some((Self { shape, entries, cells }, reader.take(reader.rest()).ok()?))
    }

    /// The value of a hash made by [`super::hash`]. O(1).
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<u32> {
        if self.cells.is_empty() {
            return None;
        }
        let (cells, check) = self.shape.of(hash);
        let sum = cells.iter().fold(0, |sum, cell| sum ^ self.cell(*cell));
        let value = sum & ((1 << self.shape.value) - 1);
        (sum >> self.shape.value & self.shape.checks() == check).then_some(value)
    }

    fn cell(&self, cell: usize) -> u32 {
        let bit = cell * self.shape.width() as usize;
        let word = self.cells.get(bit / 8..).and_then(<[u8]>::first_chunk);
        u32::from_le_bytes(word.copied().unwrap_or_default()) >> (bit % 8)
    }

    /// Entries.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries
    }

    /// Whether it has no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries == 0
    }
}

/// The bytes of all cells, with those after the last one.
#[must_use]
pub fn size(shape: &Shape) -> usize {
    (shape.cells() * shape.width() as usize).div_ceil(8) + 3
}
