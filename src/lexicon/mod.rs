//! Floor 1: word lists (abbreviations, names, units, titles), each with its origin and licence.

pub mod abbreviations;
pub mod calendar;
pub mod clusters;
pub mod currencies;
pub mod fuse;
pub mod gazetteer;
pub mod hash;
pub mod names;
pub mod numerals;
pub mod packed;
pub mod places;
pub mod units;

/// No table searched by [`search`] has a longer key, in bytes.
const LONGEST_KEY: usize = 32;

/// The entry of `word` in a table sorted by lower-case ASCII keys; the case of `word` does not matter.
/// O(log n), no allocation.
pub fn search<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let mut buffer = [0; LONGEST_KEY];
    let lower = lower_ascii(word, &mut buffer)?;
    let at = table.binary_search_by(|(key, _)| key.as_bytes().cmp(lower)).ok()?;
    table.get(at).map(|&(_, entry)| entry)
}

/// The bytes of `word` with its ASCII letters in lower case; `None` when they do not fit `buffer`.
pub fn lower_ascii<'a>(word: &str, buffer: &'a mut [u8]) -> Option<&'a [u8]> {
    let into = buffer.get_mut(..word.len())?;
    for (lower, byte) in into.iter_mut().zip(word.bytes()) {
        *lower = byte.to_ascii_lowercase();
    }
    Some(into)
}
