//! Floor 1: word lists (abbreviations, names, units, titles), each with its origin and licence.

pub mod abbreviations;
pub mod calendar;
pub mod currencies;
pub mod names;
pub mod numerals;
pub mod units;

/// The entry of `word` in a table sorted by lower-case ASCII keys; the case of `word` does not matter.
/// O(log n), no allocation.
fn search<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    let at = table.binary_search_by(|(key, _)| key.bytes().cmp(lower())).ok()?;
    table.get(at).map(|&(_, entry)| entry)
}
