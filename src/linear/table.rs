//! Rows of weights by key. In the file: the keys ([`super::index`]), the length of each row, all columns, all
//! weights, each plane on its own, because like compresses with like. In the last two the shortest rows come
//! first; of the columns, which rise in a row, the first of all rows of a length, then by how much the
//! second of each is above its first, and so on. That takes a tenth of the model's bytes as brotli leaves them.

use super::bytes::{Reader, Truncated, Writer};
use super::index::{self, Index};
use super::rows::{LONGEST, Rows, by_length};

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
    index: Index,
    /// By row the place of its first entry, and one place more, that past the last entry.
    places: Vec<u32>,
    entries: Vec<Entry>,
}

impl Table {
    /// Reads what [`TableBuilder::write`] wrote. O(n).
    ///
    /// # Errors
    /// When the data are cut short or hold keys that cannot be.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Truncated> {
        let rows = Rows::read(reader)?;
        let mut entries = Vec::with_capacity(rows.entries());
        rows.each(|_, column, weight| entries.push(Entry { column, weight: weight.cast_signed() }));
        let mut places = vec![0];
        places.extend(rows.lengths.iter().scan(0, |place, length| {
            *place += u32::from(*length);
            Some(*place)
        }));
        Ok(Self { index: rows.index, places, entries })
    }

    /// The weights of `key`; none when the model does not know it. O(1).
    #[inline]
    #[must_use]
    pub fn row(&self, key: u32) -> &[Entry] {
        let row = self.index.find(key).and_then(|row| {
            let (first, end) = (self.places.get(row)?, self.places.get(row + 1)?);
            self.entries.get(*first as usize..*end as usize)
        });
        row.unwrap_or_default()
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
    /// Adds a row; rows without weights are left out, of two with one key the first stays, and of a row as many weights
    /// as a byte can count.
    pub fn push(&mut self, key: u32, mut row: Vec<Entry>) {
        row.truncate(LONGEST);
        if !row.is_empty() {
            self.rows.push((key, row));
        }
    }

    /// Writes the rows for [`Table::read`]. O(n log n).
    pub fn write(mut self, writer: &mut Writer) {
        self.rows.sort_by_key(|(key, _)| *key);
        self.rows.dedup_by_key(|(key, _)| *key);
        let keys: Vec<u32> = self.rows.iter().map(|(key, _)| *key).collect();
        let lengths: Vec<u8> = self.rows.iter().map(|(_, row)| row.len() as u8).collect();
        let entries: Vec<Entry> = self.rows.iter().flat_map(|(_, row)| row).copied().collect();
        let (mut columns, mut weights) = (Vec::new(), Vec::new());
        let column = |at: usize| entries.get(at).map_or(0, |entry| entry.column);
        for (length, rows) in by_length(&lengths).iter().enumerate() {
            for place in 0..length {
                let left = |first: usize| if place == 0 { 0 } else { column(first + place - 1) };
                columns.extend(rows.iter().map(|first| column(first + place).wrapping_sub(left(*first))));
            }
            let row = |first: usize| entries.get(first..first + length).unwrap_or_default();
            let row = rows.iter().flat_map(|first| row(*first));
            weights.extend(row.map(|entry| entry.weight.cast_unsigned()));
        }
        index::write(&keys, writer);
        [&lengths, &columns, &weights].into_iter().for_each(|part| writer.part(part));
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
