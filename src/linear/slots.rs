//! Rows of a few columns that are summed without a branch: every key has one place to look at, and what stands there
//! either counts or is masked away. Whether a feature is known is a coin that no processor foretells, so this is sooner
//! than [`super::LaneTable`], whose rows are found in three steps, each of which is known only after the one before. It
//! takes nearly three times the memory and longer to build: it is for what reads long texts.
//!
//! Places are those of a perfect hash with pilots (“hash, displace, and compress”: Belazzougui, Botelho and
//! Dietzfelbinger 2009): the lowest bits of a key say its group, its group's pilot and the key say its place, and pilots
//! are such that no two keys have the same place.

use super::bytes::{Reader, Truncated};
use super::index::Search;
use super::lanes::{BYTES, Lanes, RAISED, place};
use super::rows::Rows;

/// Columns that are summed: four words of lanes, and one more lane.
const COLUMNS: usize = 17;
/// What weights are raised by, so that none is below 0.
const RAISE: u8 = 0x80;

/// A key's row.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
struct Slot {
    /// The key and one more; 0 for none.
    key: u32,
    /// Its weights, raised: twice two words of lanes as the lower and the upper bytes of one word, and the last one.
    weights: [u8; COLUMNS],
}

impl Default for Slot {
    fn default() -> Self {
        Self { key: 0, weights: [RAISE; COLUMNS] }
    }
}

impl Slot {
    /// A row without weights.
    fn new(key: u32) -> Self {
        Self { key: key.wrapping_add(1), ..Self::default() }
    }

    fn set(&mut self, lane: usize, weight: u8) {
        let place = if lane < COLUMNS - 1 { place(lane) } else { lane };
        if let Some(byte) = self.weights.get_mut(place) {
            *byte = weight ^ RAISE;
        }
    }

    const fn key(&self) -> u32 {
        self.key.wrapping_sub(1)
    }

    /// Its weights as two pairs of words, and the last one.
    #[inline]
    fn words(&self) -> (u64, u64, u64) {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, last] = self.weights;
        let word = u64::from_le_bytes;
        (word([a, b, c, d, e, f, g, h]), word([i, j, k, l, m, n, o, p]), last.into())
    }
}

/// Rows of weights by key, for [`Lanes`] of at least 17 columns, of which the first 17 are summed.
#[derive(Clone, Debug)]
pub struct SlotTable {
    /// By group. As many as a power of two.
    pilots: Vec<u8>,
    slots: Vec<Slot>,
}

impl Default for SlotTable {
    /// No rows.
    fn default() -> Self {
        Self { pilots: vec![0], slots: vec![Slot::default()] }
    }
}

/// How many keys a group has, more or less.
const GROUP: usize = 4;
/// How often there is another try with more places: the keys of a file that is as it was written need none.
const TRIES: usize = 3;

impl SlotTable {
    /// Reads what [`super::TableBuilder::write`] wrote; `lane` says where a column is among the lanes. O(n).
    ///
    /// # Errors
    /// When the data are cut short or hold keys that cannot be.
    pub fn read(reader: &mut Reader<'_>, lane: impl Fn(u8) -> usize) -> Result<Self, Truncated> {
        let rows = Rows::read(reader)?;
        let mut slots: Vec<Slot> = rows.index.keys().map(Slot::new).collect();
        rows.each(|at, column, weight| {
            if let Some(slot) = slots.get_mut(at) {
                slot.set(lane(column), weight);
            }
        });
        // The highest key of all, which no feature has, would be taken for none.
        slots.retain(|slot| slot.key != 0);
        slots.dedup_by_key(|slot| slot.key);
        let groups = (slots.len() / GROUP).max(1).next_power_of_two();
        slots.sort_by_key(|slot| group(slot.key(), groups));
        let mut members: Vec<&[Slot]> =
            slots.chunk_by(|one, next| group(one.key(), groups) == group(next.key(), groups)).collect();
        // The largest groups take their places while most are free.
        members.sort_by_key(|members| std::cmp::Reverse(members.len()));
        let places = |more: usize| slots.len() + slots.len() / 4 + slots.len() / 2 * more + 1;
        let table = (0..TRIES).find_map(|more| Self::with_places(&members, groups, places(more)));
        table.ok_or_else(|| reader.wrong())
    }

    fn with_places(members: &[&[Slot]], groups: usize, places: usize) -> Option<Self> {
        let mut table = Self { pilots: vec![0; groups], slots: vec![Slot::default(); places] };
        for members in members {
            let pilot = (0..=u8::MAX).find(|pilot| table.settle(members, *pilot))?;
            *table.pilots.get_mut(group(members.first()?.key(), groups))? = pilot;
        }
        Some(table)
    }

    /// Puts the members of a group where this pilot has them, if all those places are free.
    fn settle(&mut self, members: &[Slot], pilot: u8) -> bool {
        for (index, member) in members.iter().enumerate() {
            let place = self.place(member.key(), pilot);
            match self.slots.get_mut(place) {
                Some(slot) if slot.key == 0 => *slot = *member,
                _ => {
                    for settled in members.iter().take(index) {
                        let place = self.place(settled.key(), pilot);
                        self.slots.get_mut(place).into_iter().for_each(|slot| *slot = Slot::default());
                    }
                    return false;
                }
            }
        }
        true
    }

    #[inline]
    fn place(&self, key: u32, pilot: u8) -> usize {
        let spread = key ^ u32::from(pilot).wrapping_mul(0x9E37_79B1);
        let hash = (spread ^ spread >> 15).wrapping_mul(0x85EB_CA6B);
        // The hash as a fraction of all places (Lemire 2019).
        ((u64::from(hash) * self.slots.len() as u64) >> u32::BITS) as usize
    }

    /// Adds the weights of all `keys` to `sums`. It needs no room in `_search`. O(n).
    pub fn add<const N: usize>(&self, keys: &[u32], _search: &mut Search, sums: &mut Lanes<N>) {
        // As many rows as lanes of 16 bits hold without a carry, whatever their weights.
        for keys in keys.chunks(256) {
            let (mut a, mut b, mut c, mut d, mut last, mut rows) = (0u64, 0u64, 0u64, 0u64, 0u64, 0u64);
            for key in keys {
                let pilot = self.pilots.get(group(*key, self.pilots.len())).copied().unwrap_or_default();
                let Some(slot) = self.slots.get(self.place(*key, pilot)) else { continue };
                let is_its = u64::from(slot.key == key.wrapping_add(1));
                let mask = is_its.wrapping_neg();
                let (one, two, alone) = slot.words();
                let (one, two) = (one & mask, two & mask);
                a += one & BYTES;
                b += one >> 8 & BYTES;
                c += two & BYTES;
                d += two >> 8 & BYTES;
                last += alone & mask;
                rows += is_its;
            }
            let lowered = |word: u64| word.wrapping_sub(RAISED * rows);
            let last = last.wrapping_sub(u64::from(RAISE) * rows);
            sums.add_words([lowered(a), lowered(b), lowered(c), lowered(d), last]);
        }
    }
}

/// The group of a key among a power of two of them.
#[inline]
const fn group(key: u32, groups: usize) -> usize {
    key as usize & (groups - 1)
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, SlotTable};
    use crate::linear::{Entry, Lanes, Reader, Search, Table, TableBuilder, Writer, mix};

    /// A file with these rows, by key.
    fn written(rows: impl Iterator<Item = (u32, Vec<Entry>)>) -> Vec<u8> {
        let mut builder = TableBuilder::default();
        rows.for_each(|(key, row)| builder.push(key, row));
        let mut writer = Writer::default();
        builder.write(&mut writer);
        writer.bytes
    }

    /// Of one to twenty weights, of which some are in columns that are not summed.
    fn row(number: u32) -> (u32, Vec<Entry>) {
        let entry =
            |column: u32| Entry { column: column as u8, weight: (mix(number, column) as u8).cast_signed() };
        (mix(7, number), (0..number % 20 + 1).map(entry).collect())
    }

    #[test]
    fn sums_are_those_of_one_column_at_a_time() {
        for size in [0, 1, 2, 3, 50, 3000] {
            let bytes = written((0..size).map(row));
            let slots = SlotTable::read(&mut Reader::new(&bytes), usize::from).unwrap();
            let table = Table::read(&mut Reader::new(&bytes)).unwrap();
            for first in (0..size + 100).step_by(17) {
                let (mut fast, mut slow) = (Lanes::<5>::default(), [0; COLUMNS]);
                // Some that are there, some that are not, and more than are summed at a time.
                let keys: Vec<u32> = (first..first + 300).map(|row| mix(7, row)).collect();
                slots.add(&keys, &mut Search::default(), &mut fast);
                keys.iter().for_each(|key| table.add(*key, &mut slow));
                assert_eq!(fast.sums::<COLUMNS>(), slow, "{size}, {first}");
            }
        }
    }

    #[test]
    fn the_largest_weights_of_many_rows_carry_into_no_other_lane() {
        let entry = |column: u8| Entry { column, weight: if column.is_multiple_of(2) { 127 } else { -128 } };
        let bytes = written((0..250).map(|key| (key, (0..17).map(entry).collect())));
        let slots = SlotTable::read(&mut Reader::new(&bytes), usize::from).unwrap();
        let mut sums = Lanes::<5>::default();
        slots.add(&(0..250).collect::<Vec<_>>(), &mut Search::default(), &mut sums);
        let all = std::array::from_fn(
            |column: usize| if column.is_multiple_of(2) { 127 * 250 } else { -128 * 250 },
        );
        assert_eq!(sums.sums::<COLUMNS>(), all);
    }

    #[test]
    fn keys_that_are_no_hashes_are_refused_and_the_highest_of_all_has_no_row() {
        let one = || vec![Entry { column: 3, weight: 9 }];
        let alike = written((0..5000).map(|key| (key << 16, one())));
        assert!(SlotTable::read(&mut Reader::new(&alike), usize::from).is_err());
        let highest = written([(u32::MAX - 1, one()), (u32::MAX, one())].into_iter());
        let slots = SlotTable::read(&mut Reader::new(&highest), usize::from).unwrap();
        let mut sums = Lanes::<5>::default();
        slots.add(&[u32::MAX - 1, u32::MAX, 0], &mut Search::default(), &mut sums);
        assert_eq!(sums.sums::<COLUMNS>()[3], 9);
    }

    #[test]
    fn what_is_cut_short_is_refused_and_a_key_that_is_there_twice_counts_once() {
        let bytes = written((0..100).map(row));
        for length in 0..bytes.len() {
            let cut = &bytes[..length];
            assert!(SlotTable::read(&mut Reader::new(cut), usize::from).is_err(), "{length}");
        }
        let mut writer = Writer::default();
        writer.number(1);
        [&[2][..], &[9, 9], &[1, 1], &[3, 3], &[5, 6]].into_iter().for_each(|part| writer.part(part));
        let slots = SlotTable::read(&mut Reader::new(&writer.bytes), usize::from).unwrap();
        let mut sums = Lanes::<5>::default();
        slots.add(&[9], &mut Search::default(), &mut sums);
        assert_eq!(sums.sums::<COLUMNS>()[3], 5);
    }
}
