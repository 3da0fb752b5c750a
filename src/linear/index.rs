//! Where the row of a key lies: keys in order, found by their highest bits.

/// Places of rows by key. Of a key its highest bits say in which bucket its row is, which has one or two as
/// hashes fall; the bits below them stand with the row, in one word with its place. All of it is six to
/// eight bytes a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// By bucket, the first of its rows; one past the last bucket, how many rows there are.
    buckets: Vec<u32>,
    /// For each row the lowest bits of its key and, above them, its place; last the place past all rows.
    rows: Vec<u32>,
    /// How many bits of the key are in `rows`.
    low: u32,
}

impl Index {
    /// Of rows with these sorted keys and their places, and of one place more, that of what comes after the last row.
    /// O(n).
    pub fn new(keys: &[u32], places: &[u32]) -> Self {
        let highest = places.iter().copied().max().unwrap_or_default();
        let bits = u32::BITS - keys.last().copied().unwrap_or_default().leading_zeros();
        let wished = u32::try_from(keys.len()).unwrap_or(u32::MAX).checked_ilog2().unwrap_or_default();
        // What the places leave free of a word is there for the key.
        let low = bits.saturating_sub(wished).min(highest.leading_zeros()).min(u32::BITS - 1);
        let last = keys.last().map_or(0, |key| (key >> low) as usize + 1);
        let mut index =
            Self { buckets: Vec::with_capacity(last + 1), rows: Vec::with_capacity(places.len()), low };
        for (key, place) in keys.iter().zip(places) {
            let bucket = (key >> low) as usize;
            let row = index.rows.len() as u32;
            while index.buckets.len() <= bucket {
                index.buckets.push(row);
            }
            index.rows.push(place << low | key & index.mask());
        }
        index.buckets.push(index.rows.len() as u32);
        index.rows.push(places.get(keys.len()).copied().unwrap_or_default() << low);
        index
    }

    const fn mask(&self) -> u32 {
        (1u32 << self.low).wrapping_sub(1)
    }

    /// The place of the row of `key` and that of the row after it. O(1).
    #[inline]
    pub fn find(&self, key: u32) -> Option<(usize, usize)> {
        self.look(key, self.bucket(key))
    }

    /// The rows of the bucket that `key` belongs to.
    #[inline]
    fn bucket(&self, key: u32) -> (u32, u32) {
        let bucket = (key >> self.low) as usize;
        self.buckets.get(bucket).copied().zip(self.buckets.get(bucket + 1).copied()).unwrap_or_default()
    }

    #[inline]
    fn look(&self, key: u32, (first, end): (u32, u32)) -> Option<(usize, usize)> {
        let rows = self.rows.get(first as usize..=end as usize)?;
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            if (row ^ key) & self.mask() == 0 {
                return Some(((row >> self.low) as usize, (next >> self.low) as usize));
            }
        }
        None
    }

    /// [`Index::find`] for several keys: what was found replaces what is in `found`. The memory that they need
    /// is asked for all at once, and not for one key after the next: what is far from the processor takes as
    /// long for all as for one.
    #[inline(never)]
    pub fn find_all(&self, keys: &[u32], search: &mut Search) {
        search.buckets.clear();
        search.buckets.extend(keys.iter().map(|key| self.bucket(*key)));
        search.heads.clear();
        let head = |(first, _): &(u32, u32)| self.rows.get(*first as usize).copied().unwrap_or_default();
        search.heads.extend(search.buckets.iter().map(head));
        search.found.clear();
        let found = keys.iter().zip(&search.buckets).filter_map(|(key, bucket)| self.look(*key, *bucket));
        search.found.extend(found);
    }
}

/// Room for [`Index::find_all`], to be used again.
#[derive(Clone, Debug, Default)]
pub struct Search {
    buckets: Vec<(u32, u32)>,
    heads: Vec<u32>,
    /// The place of each row that was found, and of the row after it.
    pub(super) found: Vec<(usize, usize)>,
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        for spread in [1, 3, 97, 40_000] {
            let keys: Vec<u32> = (0..1000).map(|row| row * spread + row % spread.min(3)).collect();
            let places: Vec<u32> = (0..=1000).map(|row| row * 7 % 1001).collect();
            let index = Index::new(&keys, &places);
            for (key, place) in keys.iter().zip(places.windows(2)) {
                assert_eq!(index.find(*key), Some((place[0] as usize, place[1] as usize)), "{key}");
            }
            let last = keys.last().unwrap();
            let step = (spread / 50 + 1) as usize;
            let absent = (0..last + 2).step_by(step).filter(|key| keys.binary_search(key).is_err());
            assert!(absent.chain([u32::MAX]).all(|key| index.find(key).is_none()), "{spread}");
        }
        assert_eq!(Index::new(&[], &[0]).find(0), None);
        assert_eq!(Index::new(&[u32::MAX], &[3, 7]).find(u32::MAX), Some((3, 7)));
    }
}
