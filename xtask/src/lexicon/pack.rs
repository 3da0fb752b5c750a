//! Writes what `manicule::lexicon::packed` reads.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use manicule::lexicon::packed::rice_parameter;

/// Packs hashes cut to `width` bits with their values; a hash may have several.
pub fn pack(width: u32, entries: impl Iterator<Item = (u32, u32)>) -> Result<Vec<u8>> {
    let mut groups: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (key, value) in entries {
        groups.entry(value).or_default().insert(key);
    }
    groups.values_mut().for_each(|keys| fill(width, keys));
    let mut out = vec![u8::try_from(width)?];
    varint(&mut out, groups.len() as u32);
    for (value, keys) in &groups {
        varint(&mut out, *value);
        varint(&mut out, keys.len() as u32);
    }
    let mut bits = Bits::default();
    for keys in groups.values() {
        let parameter = rice_parameter(width, keys.len());
        let mut next = 0;
        for key in keys {
            bits.rice(key - next, parameter)?;
            next = key + 1;
        }
    }
    out.extend(bits.finish());
    Ok(out)
}

/// The longest run of ones that is read back.
const LONGEST: u32 = 28;

/// Puts keys that stand for no word into gaps too long to be written: a handful in a hundred thousand.
fn fill(width: u32, keys: &mut BTreeSet<u32>) {
    loop {
        let parameter = rice_parameter(width, keys.len());
        let begins = std::iter::once(0).chain(keys.iter().map(|key| key + 1));
        let mut gaps = std::iter::zip(begins, keys.iter());
        let Some((begin, _)) = gaps.find(|(begin, key)| (*key - begin) >> parameter > LONGEST) else {
            return;
        };
        keys.insert(begin + (LONGEST << parameter));
    }
}

/// Writes a number as LEB128.
pub fn varint(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Bits into bytes, lowest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
}

impl Bits {
    fn push(&mut self, bit: bool) {
        if self.held == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << self.held;
        }
        self.held = (self.held + 1) % 8;
    }

    fn rice(&mut self, number: u32, parameter: u32) -> Result<()> {
        let high = number >> parameter;
        ensure!(high <= LONGEST, "a gap of {number} is too far from the mean gap to be read back");
        (0..high).for_each(|_| self.push(true));
        self.push(false);
        (0..parameter).for_each(|bit| self.push(number >> bit & 1 == 1));
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use manicule::lexicon::packed::Packed;

    use super::pack;

    /// Keys spread like real ones, with values.
    fn entries(count: u32) -> BTreeSet<(u32, u32)> {
        let spread = |n: u32| n.wrapping_mul(0x9e37_79b1).rotate_left(15).wrapping_mul(0x85eb_ca6b) >> 8;
        (0..count).map(|n| (spread(n + 1), n % 97)).collect()
    }

    fn read(bytes: &[u8]) -> (BTreeSet<(u32, u32)>, &[u8]) {
        let mut all = BTreeSet::new();
        let rest = Packed::new(bytes).each(|key, value| {
            all.insert((key, value));
        });
        (all, rest)
    }

    #[test]
    fn what_is_packed_is_read_back() {
        for count in [0, 1, 1_000, 20_000] {
            let entries = entries(count);
            let mut bytes = pack(24, entries.iter().copied()).unwrap();
            bytes.extend(b"rest");
            let (all, rest) = read(&bytes);
            assert_eq!((all.is_superset(&entries), rest), (true, &b"rest"[..]));
            assert!(all.len() <= entries.len() + 20);
        }
    }

    #[test]
    fn a_gap_that_is_too_long_is_filled() {
        // A hundred keys together and one far from them.
        let entries: BTreeSet<_> = (0..100).chain([1 << 23]).map(|key| (key, 7)).collect();
        let bytes = pack(24, entries.iter().copied()).unwrap();
        let (all, _) = read(&bytes);
        assert!(all.is_superset(&entries));
        assert!(all.len() > entries.len() && all.len() < 2 * entries.len(), "{}", all.len());
    }
}
