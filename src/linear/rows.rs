//! The rows of a table in its file: their keys, how many entries each row has, and the entries of all rows as two
//! planes, the rows with few entries first ([`super::table`] says how). Of entries nothing is copied: a row is put
//! together when it is asked for.

use super::bytes::{Reader, Truncated};
use super::index::Index;

/// A row has at most so many entries.
pub(super) const LONGEST: usize = u8::MAX as usize;

/// All rows of a file.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub index: Index,
    /// How many entries each has, in the order of keys.
    pub lengths: &'a [u8],
    /// Of the rows of each class the first columns, by how much the second of each is above its first, and so on.
    pub columns: &'a [u8],
    /// The weights, row by row.
    pub weights: &'a [u8],
    /// By length.
    pub classes: Vec<Class>,
}

/// The rows of one length.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Class {
    /// How many entries each has.
    length: usize,
    /// Its first place in both planes.
    begin: usize,
    /// The number of its first row in the file.
    pub first: usize,
    pub rows: usize,
}

impl Class {
    /// The place after its last in both planes.
    pub const fn end(&self) -> usize {
        self.begin + self.length * self.rows
    }

    /// Calls `each` with the column and the weight of every entry of one of its rows. O(their number).
    #[inline]
    pub fn each(&self, row: usize, columns: &[u8], weights: &[u8], mut each: impl FnMut(u8, u8)) {
        let first = self.begin + row * self.length;
        let weights = weights.get(first..first + self.length).unwrap_or_default();
        let (mut column, mut at) = (0u8, self.begin + row);
        for weight in weights {
            column = column.wrapping_add(columns.get(at).copied().unwrap_or_default());
            each(column, *weight);
            at += self.rows;
        }
    }
}

impl<'a> Rows<'a> {
    /// Reads what [`super::TableBuilder::write`] wrote. O(n).
    ///
    /// # Errors
    /// When the data are cut short, or rows have more entries than there are.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'a>) -> Result<Self, Truncated> {
        let index = Index::read(reader)?;
        let (mut lengths, mut columns, mut weights) = (reader.part()?, reader.part()?, reader.part()?);
        let lengths = lengths.take(lengths.rest())?;
        let (columns, weights) = (columns.take(columns.rest())?, weights.take(weights.rest())?);
        let mut classes = vec![Class::default(); LONGEST + 1];
        for length in lengths {
            classes.get_mut(usize::from(*length)).into_iter().for_each(|class| class.rows += 1);
        }
        let (mut begin, mut first) = (0, 0);
        for (length, class) in classes.iter_mut().enumerate() {
            *class = Class { length, begin, first, ..*class };
            begin = class.end();
            first += class.rows;
        }
        if lengths.len() != index.len() || begin > columns.len().min(weights.len()) {
            return Err(reader.wrong());
        }
        Ok(Self { index, lengths, columns, weights, classes })
    }

    /// How many entries all rows have.
    pub fn entries(&self) -> usize {
        self.lengths.iter().map(|length| usize::from(*length)).sum()
    }

    /// The number in the file of every row, in the order of their keys. O(n).
    pub fn numbers(&self) -> Vec<u32> {
        let mut next: Vec<u32> = self.classes.iter().map(|class| class.first as u32).collect();
        let mut numbers = Vec::with_capacity(self.lengths.len());
        for length in self.lengths {
            let Some(next) = next.get_mut(usize::from(*length)) else { continue };
            numbers.push(*next);
            *next += 1;
        }
        numbers
    }

    /// Calls `each` with every row, in the order of their keys: its place in that order, and the column and the weight of
    /// each of its entries. O(n).
    pub fn each(&self, mut each: impl FnMut(usize, u8, u8)) {
        for (at, (number, length)) in self.numbers().iter().zip(self.lengths).enumerate() {
            let Some(class) = self.classes.get(usize::from(*length)) else { continue };
            let row = *number as usize - class.first;
            class.each(row, self.columns, self.weights, |column, weight| each(at, column, weight));
        }
    }
}

/// By length, the places of the rows of that length among the entries of all: how the planes of a file are ordered.
pub(super) fn by_length(lengths: &[u8]) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); LONGEST + 1];
    let mut first = 0;
    for length in lengths {
        let length = usize::from(*length);
        rows.get_mut(length).into_iter().for_each(|rows: &mut Vec<usize>| rows.push(first));
        first += length;
    }
    rows
}
