//! Which row is a key's: keys in order, found by their highest bits.

use super::bytes::{Reader, Truncated, Writer};

/// Rows by key. Of a key its highest bits say in which bucket its row is, which has one or two as hashes fall; the
/// bytes below them stand with the row. The file has how many rows each bucket has and those bytes, so that there is
/// next to nothing to do before the first row is found; it takes little more than gaps between the keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// By bucket, the first of its rows; one past the last bucket, how many rows there are.
    buckets: Vec<u32>,
    /// The lowest byte of every row's key, then the next byte of all, and so on.
    lows: Vec<u8>,
    /// How many bytes of a key are in `lows`.
    planes: u32,
}

/// More planes would leave no bits of a key for its bucket.
const MOST_PLANES: u32 = 3;

impl Index {
    /// Reads what [`write`] wrote. O(n).
    ///
    /// # Errors
    /// When the data are cut short, or the parts are not of one number of rows.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Truncated> {
        let planes = reader.number()?;
        let (mut counts, mut lows) = (reader.part()?, reader.part()?);
        let (counts, lows) = (counts.take(counts.rest())?, lows.take(lows.rest())?);
        let mut buckets = Vec::with_capacity(counts.len() + 1);
        let mut rows = 0u32;
        buckets.push(rows);
        for count in counts {
            rows = rows.wrapping_add(u32::from(*count));
            buckets.push(rows);
        }
        if planes > MOST_PLANES || u64::from(planes) * u64::from(rows) != lows.len() as u64 {
            return Err(reader.wrong());
        }
        Ok(Self { buckets, lows: lows.to_vec(), planes })
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.buckets.last().copied().unwrap_or_default() as usize
    }

    /// The number of the row of `key`, in the order of keys. O(1).
    #[inline]
    pub fn find(&self, key: u32) -> Option<usize> {
        self.look(key, self.bucket(key))
    }

    /// The rows of the bucket that `key` belongs to.
    #[inline]
    fn bucket(&self, key: u32) -> (u32, u32) {
        let bucket = (key >> (self.planes * u8::BITS)) as usize;
        self.buckets.get(bucket).copied().zip(self.buckets.get(bucket + 1).copied()).unwrap_or_default()
    }

    #[inline]
    fn look(&self, key: u32, (first, end): (u32, u32)) -> Option<usize> {
        (first as usize..end as usize).find(|row| self.lows_are(*row, key))
    }

    #[inline]
    fn lows_are(&self, row: usize, key: u32) -> bool {
        let (mut at, mut rest) = (row, key);
        for _ in 0..self.planes {
            if self.lows.get(at) != Some(&(rest as u8)) {
                return false;
            }
            at += self.len();
            rest >>= u8::BITS;
        }
        true
    }

    /// The keys of all rows, in their order. O(n).
    pub fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        let low = move |row: usize| {
            let bytes = (0..self.planes).map(move |plane| {
                let byte = self.lows.get(row + plane as usize * self.len()).copied().unwrap_or_default();
                u32::from(byte) << (plane * u8::BITS)
            });
            bytes.sum::<u32>()
        };
        let high = |bucket: u32| bucket << (self.planes * u8::BITS);
        let rows = (0u32..).zip(self.buckets.windows(2)).flat_map(move |(bucket, ends)| {
            let (first, end) = (ends.first().copied(), ends.last().copied());
            (first.unwrap_or_default()..end.unwrap_or_default()).map(move |row| (high(bucket), row))
        });
        rows.map(move |(high, row)| high | low(row as usize))
    }

    /// [`Index::find`] for several keys: what was found replaces what is in `found`. The memory that they need
    /// is asked for all at once, and not for one key after the next: what is far from the processor takes as
    /// long for all as for one.
    #[inline(never)]
    pub fn find_all(&self, keys: &[u32], search: &mut Search) {
        search.buckets.clear();
        search.buckets.extend(keys.iter().map(|key| self.bucket(*key)));
        search.heads.clear();
        let head = |(first, _): &(u32, u32)| self.lows.get(*first as usize).copied().unwrap_or_default();
        search.heads.extend(search.buckets.iter().map(head));
        search.found.clear();
        let found = keys.iter().zip(&search.buckets).filter_map(|(key, bucket)| self.look(*key, *bucket));
        search.found.extend(found);
    }
}

/// Writes sorted keys, each of which is there once, for [`Index::read`]. O(n).
pub(super) fn write(keys: &[u32], writer: &mut Writer) {
    // A few rows a bucket, and no more in any than a byte can count.
    let fits = |planes: &u32| {
        let buckets = keys.last().map_or(0, |last| last >> (planes * u8::BITS)) as usize;
        buckets / 8 <= keys.len() + u8::MAX as usize
    };
    let mut planes = (0..MOST_PLANES).find(fits).unwrap_or(MOST_PLANES);
    while planes > 0 && counts(keys, planes).iter().any(|count| *count > u32::from(u8::MAX)) {
        planes -= 1;
    }
    writer.number(planes);
    writer.part(&counts(keys, planes).iter().map(|count| *count as u8).collect::<Vec<_>>());
    let plane = |plane: u32| keys.iter().map(move |key| (key >> (plane * u8::BITS)) as u8);
    writer.part(&(0..planes).flat_map(plane).collect::<Vec<_>>());
}

/// How many keys each bucket has.
fn counts(keys: &[u32], planes: u32) -> Vec<u32> {
    let bucket = |key: u32| (key >> (planes * u8::BITS)) as usize;
    let mut counts = vec![0; keys.last().map_or(0, |last| bucket(*last) + 1)];
    for key in keys {
        counts.get_mut(bucket(*key)).into_iter().for_each(|count: &mut u32| *count += 1);
    }
    counts
}

/// Room for [`Index::find_all`], to be used again.
#[derive(Clone, Debug, Default)]
pub struct Search {
    buckets: Vec<(u32, u32)>,
    heads: Vec<u8>,
    /// The number of each row that was found, in the order of keys.
    pub(super) found: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::{Index, write};
    use crate::linear::{Reader, Search, Writer, mix};

    fn index(keys: &[u32]) -> Index {
        let mut writer = Writer::default();
        write(keys, &mut writer);
        Index::read(&mut Reader::new(&writer.bytes)).unwrap()
    }

    #[test]
    fn every_row_is_found_and_nothing_else() {
        for spread in [1, 3, 97, 40_000, 4_000_000] {
            let keys: Vec<u32> = (0..1000).map(|row| row * spread + row % spread.min(3)).collect();
            let index = index(&keys);
            assert!(index.keys().eq(keys.iter().copied()), "{spread}");
            let mut search = Search::default();
            index.find_all(&keys, &mut search);
            assert!(search.found.iter().copied().eq(0..1000), "{spread}");
            let last = keys.last().unwrap();
            let step = (spread / 50 + 1) as usize;
            let absent = (0..last + 2).step_by(step).filter(|key| keys.binary_search(key).is_err());
            assert!(absent.chain([u32::MAX]).all(|key| index.find(key).is_none()), "{spread}");
        }
        assert_eq!(index(&[]).find(0), None);
        assert_eq!(index(&[u32::MAX]).find(u32::MAX), Some(0));
    }

    #[test]
    fn a_bucket_is_never_larger_than_a_byte_can_count() {
        let mut keys: Vec<u32> = (0..40_000u32).map(|row| mix(3, row)).collect();
        keys.extend((0..300).map(|row| 0x1234_0000 + row * 200));
        keys.sort_unstable();
        keys.dedup();
        let index = index(&keys);
        assert!((0..).zip(&keys).all(|(row, key)| index.find(*key) == Some(row)));
    }

    #[test]
    fn parts_that_do_not_belong_together_are_refused() {
        let read = |planes: u32, counts: &[u8], lows: &[u8]| {
            let mut writer = Writer::default();
            writer.number(planes);
            [counts, lows].into_iter().for_each(|part| writer.part(part));
            Index::read(&mut Reader::new(&writer.bytes))
        };
        assert_eq!(read(1, &[1, 2], &[7, 8, 9]).unwrap().len(), 3);
        assert!(read(1, &[1, 2], &[7, 8]).is_err());
        assert!(read(2, &[1, 2], &[7, 8, 9]).is_err());
        assert!(read(4, &[1], &[7, 8, 9, 10]).is_err());
    }
}
