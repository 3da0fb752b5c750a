//! Rows of weights by key. In the file: sorted keys as gaps, the length of each row, all columns, all
//! weights, each plane on its own, because like compresses with like. In memory: open addressing.

use super::bytes::{Reader, Truncated, Writer};

/// One weight of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The column that it counts for.
    pub column: u8,
    /// In the model's own unit.
    pub weight: i8,
}

/// Rows of small integer weights by 32-bit key.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Key, first entry, one past the last; a slot without entries is free.
    slots: Vec<(u32, u32, u32)>,
    mask: usize,
    /// How far a key is shifted to give its slot: its highest bits choose, so that rows in order of their
    /// keys fill the slots from front to back.
    shift: u32,
    entries: Vec<Entry>,
    /// A bit for each key (a Bloom filter of one hash: Bloom 1970): most keys that are asked for are not
    /// there, and this fits the cache where the slots do not.
    filter: Vec<u64>,
}

/// Bits of the filter for each row.
const FILTER: usize = 8;

impl Table {
    /// Reads what [`TableBuilder::write`] wrote. O(n).
    ///
    /// # Errors
    /// When the data are cut short or hold keys that cannot be.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Truncated> {
        let rows = reader.number()? as usize;
        let (mut gaps, mut lengths) = (reader.part()?, reader.part()?);
        let (mut columns, mut weights) = (reader.part()?, reader.part()?);
        let (columns, weights) = (columns.take(columns.rest())?.iter(), weights.take(weights.rest())?.iter());
        // A row takes at least a byte of gap, so a made-up count cannot ask for more memory than that.
        let rows = rows.min(gaps.rest());
        let capacity = (rows * 2).next_power_of_two().max(2);
        let mut keys = Vec::with_capacity(rows);
        let mut key = 0u32;
        for _ in 0..rows {
            key = key.wrapping_add(gaps.number()?);
            keys.push(key);
        }
        let bits = u32::BITS - keys.iter().copied().max().unwrap_or_default().leading_zeros();
        let mut table = Self {
            slots: vec![(0, 0, 0); capacity],
            mask: capacity - 1,
            shift: bits.saturating_sub(capacity.trailing_zeros()),
            // All at once: a loop over rows would take most of the time that a model takes to load.
            entries: columns
                .zip(weights)
                .map(|(column, weight)| Entry { column: *column, weight: weight.cast_signed() })
                .collect(),
            filter: vec![0; (rows * FILTER).next_power_of_two().div_ceil(64)],
        };
        let mut first = 0u32;
        for key in keys {
            let end = first.checked_add(lengths.number()?).filter(|end| *end as usize <= table.entries.len());
            let end = end.ok_or_else(|| lengths.wrong())?;
            table.insert(key, (first, end));
            first = end;
        }
        Ok(table)
    }

    fn insert(&mut self, key: u32, (start, end): (u32, u32)) {
        let (word, bit) = self.filter_bit(key);
        if let Some(word) = self.filter.get_mut(word) {
            *word |= bit;
        }
        let mut at = (key >> self.shift) as usize & self.mask;
        // Half of the slots are free, so this ends.
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == slot.2 {
                *slot = (key, start, end);
                return;
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The word of the filter for a key, and the bit in it.
    const fn filter_bit(&self, key: u32) -> (usize, u64) {
        let at = (key >> 4) as usize & (self.filter.len() * 64).wrapping_sub(1);
        (at / 64, 1 << (at % 64))
    }

    /// The weights of `key`; none when the model does not know it. O(1).
    #[inline]
    #[must_use]
    pub fn row(&self, key: u32) -> &[Entry] {
        let (word, bit) = self.filter_bit(key);
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return &[];
        }
        let mut at = (key >> self.shift) as usize & self.mask;
        while let Some(&(found, start, end)) = self.slots.get(at) {
            if start == end {
                break;
            }
            if found == key {
                return self.entries.get(start as usize..end as usize).unwrap_or_default();
            }
            at = (at + 1) & self.mask;
        }
        &[]
    }

    /// Adds the weights of `key` to `sums`, one sum a column; columns past its end are left out.
    #[inline]
    pub fn add(&self, key: u32, sums: &mut [i32]) {
        for entry in self.row(key) {
            if let Some(sum) = sums.get_mut(usize::from(entry.column)) {
                *sum += i32::from(entry.weight);
            }
        }
    }

    /// How many weights it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Rows to be written.
#[derive(Clone, Debug, Default)]
pub struct TableBuilder {
    rows: Vec<(u32, Vec<Entry>)>,
}

impl TableBuilder {
    /// Adds a row; rows without weights are left out, and of two with one key the first stays.
    pub fn push(&mut self, key: u32, row: Vec<Entry>) {
        if !row.is_empty() {
            self.rows.push((key, row));
        }
    }

    /// Writes the rows for [`Table::read`]. O(n log n).
    pub fn write(mut self, writer: &mut Writer) {
        self.rows.sort_by_key(|(key, _)| *key);
        self.rows.dedup_by_key(|(key, _)| *key);
        let (mut gaps, mut lengths) = (Writer::default(), Writer::default());
        let (mut columns, mut weights) = (Vec::new(), Vec::new());
        let mut last = 0;
        for (key, row) in &self.rows {
            gaps.number(key.wrapping_sub(last));
            last = *key;
            lengths.number(u32::try_from(row.len()).unwrap_or_default());
            columns.extend(row.iter().map(|entry| entry.column));
            weights.extend(row.iter().map(|entry| entry.weight.cast_unsigned()));
        }
        writer.number(u32::try_from(self.rows.len()).unwrap_or_default());
        [&gaps.bytes, &lengths.bytes, &columns, &weights].into_iter().for_each(|part| writer.part(part));
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Table, TableBuilder};
    use crate::linear::{Reader, Writer, mix};

    fn written(rows: u32) -> Vec<u8> {
        let mut builder = TableBuilder::default();
        for row in 0..rows {
            let weight = i8::try_from(row % 200).unwrap_or(-5);
            builder.push(
                mix(7, row),
                vec![Entry { column: (row % 9) as u8, weight }, Entry { column: 80, weight: 1 }],
            );
        }
        let mut writer = Writer::default();
        builder.write(&mut writer);
        writer.bytes
    }

    #[test]
    fn what_was_written_is_read() {
        let table = Table::read(&mut Reader::new(&written(5000))).unwrap();
        assert_eq!(table.len(), 10_000);
        for row in 0..5000u32 {
            let weight = i8::try_from(row % 200).unwrap_or(-5);
            assert_eq!(table.row(mix(7, row)).first(), Some(&Entry { column: (row % 9) as u8, weight }));
        }
        assert!(table.row(mix(8, 1)).is_empty());
        assert!(Table::default().row(1).is_empty());
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        let bytes = written(50);
        for length in 0..bytes.len() {
            assert!(Table::read(&mut Reader::new(&bytes[..length])).is_err(), "{length}");
        }
    }
}
