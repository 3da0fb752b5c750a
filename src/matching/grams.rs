//! Where every run of four characters stands in a text: one pass over the text serves all quotes, those
//! searched for exactly and those of which only parts are left.

use std::ops::Range;

/// Length of the runs.
pub const LENGTH: usize = 4;

/// The index. Runs share a bucket by chance now and then: what is found must be compared.
pub struct Grams {
    /// Where each bucket begins in `places`, and at last where all end.
    begins: Vec<u32>,
    places: Vec<u32>,
}

impl Grams {
    /// Reads `text` twice (a counting sort). O(n).
    pub fn new(text: &[char]) -> Self {
        let buckets = (text.len() / 2).next_power_of_two().clamp(1 << 8, 1 << 18);
        let mut begins = vec![0_u32; buckets + 1];
        let runs = || text.windows(LENGTH).map(|run| bucket(run, buckets));
        for bucket in runs() {
            begins.get_mut(bucket).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        // From the last place to the first, so that each bucket's places come out in order.
        let mut places = vec![0_u32; sum as usize];
        for (at, bucket) in runs().enumerate().collect::<Vec<_>>().into_iter().rev() {
            if let Some(next) = begins.get_mut(bucket) {
                *next -= 1;
                let slot = places.get_mut(*next as usize);
                slot.into_iter().for_each(|place| *place = u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        Self { begins, places }
    }

    /// Where `run` may stand, in order; nothing for another length than [`LENGTH`].
    pub fn places(&self, run: &[char]) -> &[u32] {
        if run.len() != LENGTH {
            return &[];
        }
        let bucket = bucket(run, self.begins.len() - 1);
        let range = self.begins.get(bucket).zip(self.begins.get(bucket + 1));
        range.and_then(|(from, to)| self.places.get(*from as usize..*to as usize)).unwrap_or_default()
    }

    /// Where `quote` stands in `text`, the text this was made of. O(places of its rarest run), or O(n) for
    /// a quote shorter than a run.
    pub fn occurrences(&self, text: &[char], quote: &[char]) -> Vec<Range<usize>> {
        let is_here = |at: &usize| text.get(*at..at + quote.len()) == Some(quote);
        let found = |at: usize| at..at + quote.len();
        if quote.len() < LENGTH {
            let Some(first) = quote.first() else { return Vec::new() };
            let begins = text.iter().enumerate().filter(|(_, c)| *c == first).map(|(at, _)| at);
            return begins.filter(is_here).map(found).collect();
        }
        let rarest = quote.windows(LENGTH).map(|run| self.places(run)).enumerate();
        let Some((offset, places)) = rarest.min_by_key(|(_, places)| places.len()) else { return Vec::new() };
        let begins = places.iter().filter_map(|place| (*place as usize).checked_sub(offset));
        begins.filter(is_here).map(found).collect()
    }
}

fn bucket(run: &[char], buckets: usize) -> usize {
    let mixed = run.iter().fold(0_u32, |hash, c| (hash.rotate_left(5) ^ *c as u32).wrapping_mul(0x9E37_79B9));
    (mixed ^ mixed >> 15) as usize & (buckets - 1)
}

#[cfg(test)]
mod tests {
    use super::Grams;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn occurrences_are_all_there_are(text in "[ab]{0,60}|[a-z ]{0,300}", quote in "[ab]{0,7}") {
            let (text, quote): (Vec<char>, Vec<char>) = (text.chars().collect(), quote.chars().collect());
            let found: Vec<usize> =
                Grams::new(&text).occurrences(&text, &quote).into_iter().map(|range| range.start).collect();
            let expected = (0..text.len()).filter(|at| !quote.is_empty() && text[*at..].starts_with(&quote));
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}
