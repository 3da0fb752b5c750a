//! Hashes with small numbers as they are shipped: the format of the places.
//!
//! The top `width` bits of the hashes are grouped by value, sorted within a group, and their gaps
//! Rice-coded ([Golomb coding](https://doi.org/10.1109/TIT.1966.1053907) with a power of two, within a few
//! per cent of the entropy, so that compression on the wire has nothing left to do). A word that is not among them is
//! taken for one that is with a probability of `entries / 2^width`.
//!
//! Layout: `width` (a byte), number of groups, then value and size of each group (all LEB128), then the
//! gaps of all groups as bits, lowest bit of a byte first.
//!
//! Invariant: reading never fails; bytes that are cut short give the entries that were whole.

/// Widths are at most 31: no key has this bit.
const TOO_WIDE: u32 = 1 << 31;

/// The Rice parameter for `count` hashes of `width` bits: the power of two nearest below `ln 2` times their
/// mean distance. Shared by writer and reader.
#[must_use]
pub fn rice_parameter(width: u32, count: usize) -> u32 {
    let mean = (1_u64 << width.min(31)) / (count.max(1) as u64);
    (mean * 177 / 256).max(1).ilog2()
}

/// A shipped map before its entries are read.
#[derive(Debug)]
pub struct Packed<'a> {
    width: u32,
    /// Value and size of each group.
    groups: Vec<(u32, usize)>,
    reader: Reader<'a>,
}

impl<'a> Packed<'a> {
    /// Reads the sizes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let width = u32::from(reader.byte()).min(31);
        let groups = (0..reader.varint()).map_while(|_| {
            let group = (reader.varint(), reader.varint() as usize);
            (!reader.ended).then_some(group)
        });
        Self { width, groups: groups.collect(), reader }
    }

    /// How many entries are said to follow. Each takes a bit at least: what the bytes cannot hold is not
    /// believed.
    #[must_use]
    pub fn len(&self) -> usize {
        let most = self.reader.bytes.len() * 8;
        self.groups.iter().map(|&(_, size)| size.min(most)).sum::<usize>().min(most)
    }

    /// Whether no entry follows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hands over each entry, the kept bits of its hash and its value, in the order in which they were
    /// packed: by value, then by hash. Returns what follows the map.
    pub fn each(mut self, mut take: impl FnMut(u32, u32)) -> &'a [u8] {
        for &(value, size) in &self.groups {
            let parameter = rice_parameter(self.width, size);
            let mut next = 0_u32;
            for _ in 0..size {
                let Some(gap) = self.reader.rice(parameter) else { return &[] };
                let key = next.saturating_add(gap) & !TOO_WIDE;
                take(key, value);
                next = key.saturating_add(1);
            }
        }
        self.reader.rest()
    }
}

/// The `width` bits of a hash that are kept.
#[must_use]
pub fn key_of(hash: u64, width: u32) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default() >> (32 - width.clamp(1, 31))
}

/// Bytes, then bits.
#[derive(Debug)]
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    bits: u64,
    held: u32,
    ended: bool,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, bits: 0, held: 0, ended: false }
    }

    fn byte(&mut self) -> u8 {
        let Some(&byte) = self.bytes.get(self.at) else {
            self.ended = true;
            return 0;
        };
        self.at += 1;
        byte
    }

    fn varint(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    fn fill(&mut self) {
        while self.held <= 56
            && let Some(&byte) = self.bytes.get(self.at)
        {
            self.bits |= u64::from(byte) << self.held;
            self.held += 8;
            self.at += 1;
        }
    }

    /// A number of which the low `parameter` bits are as they are and the rest is in unary. `None` at the
    /// end, and for a unary part over 32: no writer makes one that long.
    fn rice(&mut self, parameter: u32) -> Option<u32> {
        self.fill();
        let high = self.bits.trailing_ones();
        let length = high + 1 + parameter;
        if high > 32 || length > self.held {
            return None;
        }
        let low = (self.bits >> (high + 1)) & ((1 << parameter) - 1);
        self.bits = self.bits.checked_shr(length).unwrap_or_default();
        self.held -= length;
        u32::try_from((u64::from(high) << parameter) | low).ok()
    }

    /// What was not read; bits that were begun are dropped to the end of their byte.
    fn rest(&self) -> &'a [u8] {
        let at = self.at.saturating_sub(self.held as usize / 8);
        self.bytes.get(at..).unwrap_or_default()
    }
}
