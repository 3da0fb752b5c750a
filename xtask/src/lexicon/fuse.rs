//! Writes what `manicule::lexicon::fuse` searches.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use manicule::lexicon::fuse::{CELLS, Shape, WIDEST, size};

use super::pack::varint;

/// How many seeds are tried before there is one segment more.
const SEEDS: u8 = 20;

/// A map from hashes to values of at most `value` bits, with checks of `check` bits, in about as little room as can be.
pub fn fuse(value: u32, check: u32, entries: &BTreeMap<u64, u32>) -> Result<Vec<u8>> {
    ensure!(value + check <= WIDEST, "a cell of {} bits is too wide", value + check);
    ensure!(entries.values().all(|entry| entry >> value == 0), "a value has more than {value} bits");
    let entries: Vec<(u64, u32)> = entries.iter().map(|(hash, value)| (*hash, *value)).collect();
    // The length of a segment is the paper's; of segments there are as few as some seed makes do with.
    let count = (entries.len() as f64).max(2.0);
    let segment = (count.ln() / 2.91_f64.ln() - 0.5).floor().clamp(1.0, 10.0) as u32;
    let least = (entries.len() >> segment).saturating_sub(CELLS - 1).max(1) as u32;
    let shapes = (least..least * 2 + 16)
        .flat_map(|firsts| (0..SEEDS).map(move |seed| Shape { value, check, segment, seed, firsts }));
    let mut found = shapes.filter_map(|shape| Some((shape, cells(&shape, &entries)?)));
    let (shape, cells) = found.next().context("no seed fits these hashes")?;
    let mut out = vec![value as u8, check as u8, segment as u8, shape.seed];
    varint(&mut out, u32::try_from(entries.len())?);
    varint(&mut out, shape.firsts);
    out.extend(packed(&shape, &cells));
    Ok(out)
}

/// The cells for these entries; none where they cannot be found.
fn cells(shape: &Shape, entries: &[(u64, u32)]) -> Option<Vec<u32>> {
    let all: Vec<([usize; CELLS], u32)> = entries
        .iter()
        .map(|(hash, value)| {
            let (cells, check) = shape.of(*hash);
            (cells, check << shape.value | value)
        })
        .collect();
    // How many entries have a cell, and their numbers, put together by exclusive or.
    let mut holders = vec![(0_u32, 0_usize); shape.cells()];
    for (number, (cells, _)) in all.iter().enumerate() {
        cells.iter().for_each(|cell| holders[*cell] = (holders[*cell].0 + 1, holders[*cell].1 ^ number));
    }
    // Entries that have a cell for themselves go last; without them others have.
    let mut alone: Vec<usize> = (0..holders.len()).filter(|cell| holders[*cell].0 == 1).collect();
    let mut order = Vec::with_capacity(all.len());
    while let Some(cell) = alone.pop() {
        let (1, number) = holders[cell] else { continue };
        order.push((number, cell));
        for other in all[number].0 {
            holders[other] = (holders[other].0 - 1, holders[other].1 ^ number);
            if holders[other].0 == 1 {
                alone.push(other);
            }
        }
    }
    (order.len() == all.len()).then(|| {
        let mut sums = vec![0; shape.cells()];
        for (number, cell) in order.into_iter().rev() {
            let (cells, wanted) = all[number];
            sums[cell] = cells.iter().fold(wanted, |sum, other| sum ^ sums[*other]);
        }
        sums
    })
}

fn packed(shape: &Shape, cells: &[u32]) -> Vec<u8> {
    let mut bytes = vec![0; size(shape)];
    for (at, cell) in cells.iter().enumerate() {
        let bit = at * shape.width() as usize;
        let word = (u64::from(*cell) << (bit % 8)).to_le_bytes();
        bytes[bit / 8..].iter_mut().zip(word).for_each(|(byte, part)| *byte |= part);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use manicule::lexicon::fuse::Fuse;

    use super::fuse;

    /// Hashes spread like real ones.
    fn entries(count: u64) -> BTreeMap<u64, u32> {
        let spread = |n: u64| {
            n.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31).wrapping_mul(0xbf58_476d_1ce4_e5b9)
        };
        (0..count).map(|n| (spread(n + 1), (n % 97) as u32)).collect()
    }

    #[test]
    fn every_entry_is_found_and_what_follows_is_left() {
        for (check, count) in [(8, 0), (8, 1), (10, 2), (18, 7), (7, 1_000), (10, 20_000)] {
            let entries = entries(count);
            let mut bytes = fuse(7, check, &entries).unwrap();
            assert!(count < 1000 || bytes.len() * 8 < 130 * count as usize * (7 + check as usize) / 100);
            bytes.extend(b"rest");
            let (map, rest) = Fuse::read(&bytes);
            assert_eq!((rest, map.len()), (&b"rest"[..], entries.len()));
            assert!(entries.iter().all(|(hash, value)| map.get(*hash) == Some(*value)), "{check}, {count}");
        }
    }

    #[test]
    fn what_is_not_in_it_is_found_as_often_as_checks_agree() {
        let (known, all) = (entries(20_000), entries(120_000));
        let bytes = fuse(7, 10, &known).unwrap();
        let (map, _) = Fuse::read(&bytes);
        let found = all.keys().filter(|hash| !known.contains_key(hash) && map.get(**hash).is_some()).count();
        assert!((60..140).contains(&found), "{found}: about 100,000 / 2^10 = 98 are to be expected");
    }

    #[test]
    fn a_map_of_which_bytes_are_missing_is_empty() {
        let bytes = fuse(7, 10, &entries(100)).unwrap();
        for length in 0..bytes.len() {
            let (map, _) = Fuse::read(&bytes[..length]);
            assert!(map.is_empty() && entries(100).keys().all(|hash| map.get(*hash).is_none()), "{length}");
        }
        assert!(fuse(3, 8, &entries(100)).is_err() && fuse(20, 8, &entries(1)).is_err());
    }
}
