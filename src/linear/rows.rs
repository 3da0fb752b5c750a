//! The rows of a table in its file: sorted keys, how many entries each row has, and the entries of all rows as two
//! planes, the rows with few entries first ([`super::table`] says how). Nothing is copied: a row is put together when it
//! is asked for.

use super::bytes::{Reader, Truncated};

/// A row has at most one entry a column.
const LONGEST: usize = 256;

/// All rows of a file.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub keys: Vec<u32>,
    pub lengths: Vec<u32>,
    columns: &'a [u8],
    weights: &'a [u8],
    classes: Vec<Class>,
}

/// The rows of one length.
#[derive(Clone, Copy, Debug, Default)]
struct Class {
    /// Its first place in both planes.
    begin: usize,
    rows: usize,
}

impl<'a> Rows<'a> {
    /// Reads what [`super::TableBuilder::write`] wrote. O(n).
    ///
    /// # Errors
    /// When the data are cut short, keys are not in order, or rows have more entries than there are.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'a>) -> Result<Self, Truncated> {
        let count = reader.number()? as usize;
        let (mut gaps, mut sizes) = (reader.part()?, reader.part()?);
        let (mut columns, mut weights) = (reader.part()?, reader.part()?);
        let (columns, weights) = (columns.take(columns.rest())?, weights.take(weights.rest())?);
        // A row takes at least a byte of gap, so a made-up count cannot ask for more memory than that.
        let count = count.min(gaps.rest());
        let (mut keys, mut lengths) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut classes = vec![Class::default(); LONGEST + 1];
        let mut key = 0u32;
        for _ in 0..count {
            key = key.checked_add(gaps.number()?).ok_or_else(|| gaps.wrong())?;
            keys.push(key);
            let length = sizes.number()?;
            classes.get_mut(length as usize).ok_or_else(|| sizes.wrong())?.rows += 1;
            lengths.push(length);
        }
        let mut begin = 0;
        for (length, class) in classes.iter_mut().enumerate() {
            class.begin = begin;
            begin += length * class.rows;
        }
        if begin > columns.len().min(weights.len()) {
            return Err(sizes.wrong());
        }
        Ok(Self { keys, lengths, columns, weights, classes })
    }

    /// How many entries all rows have.
    pub fn entries(&self) -> usize {
        self.lengths.iter().map(|length| *length as usize).sum()
    }

    /// Calls `each` with every row's columns and weights, in the order of their keys. O(n).
    pub fn each(&self, mut each: impl FnMut(&[u8], &[u8])) {
        let mut classes = self.classes.clone();
        let mut row = [0; LONGEST];
        for length in &self.lengths {
            let length = *length as usize;
            let Some((class, row)) = classes.get_mut(length).zip(row.get_mut(..length)) else { continue };
            let Some(all) = self.classes.get(length) else { continue };
            // Those of this length that came before.
            let before = class.begin - all.begin;
            class.begin += 1;
            let (mut column, mut at) = (0u8, all.begin + before);
            for slot in row.iter_mut() {
                column = column.wrapping_add(self.columns.get(at).copied().unwrap_or_default());
                *slot = column;
                at += all.rows;
            }
            let first = all.begin + before * length;
            each(row, self.weights.get(first..first + length).unwrap_or_default());
        }
    }
}

/// By length, the places of the rows of that length among the entries of all: how the planes of a file are ordered.
pub(super) fn by_length(lengths: &[u32]) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); LONGEST + 1];
    let mut first = 0;
    for length in lengths {
        let length = *length as usize;
        rows.get_mut(length).into_iter().for_each(|rows: &mut Vec<usize>| rows.push(first));
        first += length;
    }
    rows
}
