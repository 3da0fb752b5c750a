//! The one converter between UTF-8 bytes (inside), UTF-16 code units (JavaScript) and Unicode code
//! points (W3C `TextPositionSelector`).
//!
//! Invariant: an offset that falls inside a character is refused, never rounded.

use crate::text::Span;

/// Bytes of text per checkpoint: a conversion scans at most this much (plus one character).
const STRIDE: usize = 256;

/// The units in which positions outside the core are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Unicode code points (scalar values), as W3C positions count.
    CodePoints,
}

impl Unit {
    fn width(self, character: char) -> u32 {
        match self {
            Self::Utf16 => u32::try_from(character.len_utf16()).unwrap_or(1),
            Self::CodePoints => 1,
        }
    }

    /// How many there are in `text`, by its bytes: each character has one that begins it, and what takes four bytes
    /// takes two units of UTF-16. O(n), without a branch.
    fn count(self, text: &str) -> u32 {
        let is_pair = |byte: u8| self == Self::Utf16 && byte >= 0xF0;
        text.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(is_pair(byte))).sum()
    }
}

/// Why an offset was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OffsetError {
    /// Past the end of the text.
    #[error("The offset {offset} lies past the end of the text, which is {length} long.")]
    PastEnd {
        /// The refused offset, in the unit it came in.
        offset: u32,
        /// The text's length in that unit.
        length: u32,
    },
    /// Inside a surrogate pair or a multi-byte character.
    #[error("The offset {offset} lies inside a character.")]
    InsideCharacter {
        /// The refused offset, in the unit it came in.
        offset: u32,
    },
}

#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
    code_point: u32,
}

impl Checkpoint {
    fn at(self, unit: Unit) -> u32 {
        match unit {
            Unit::Utf16 => self.utf16,
            Unit::CodePoints => self.code_point,
        }
    }
}

/// Converts offsets of one text. Built in O(n), holds 12 bytes per 256 bytes of text (none for ASCII),
/// answers in O(log n).
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    /// Empty for ASCII text, where all units agree.
    checkpoints: Vec<Checkpoint>,
    end: Checkpoint,
}

impl OffsetMap {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if text.is_ascii() {
            let end = Checkpoint { byte: length, utf16: length, code_point: length };
            return Self { checkpoints: Vec::new(), end };
        }
        let mut checkpoints = vec![Checkpoint::default()];
        let (mut utf16, mut code_point, mut next) = (0, 0, STRIDE);
        for (byte, character) in text.char_indices() {
            if byte >= next {
                let byte = u32::try_from(byte).unwrap_or(u32::MAX);
                checkpoints.push(Checkpoint { byte, utf16, code_point });
                next += STRIDE;
            }
            utf16 += Unit::Utf16.width(character);
            code_point += 1;
        }
        Self { checkpoints, end: Checkpoint { byte: length, utf16, code_point } }
    }

    /// The text's length in `unit`.
    #[must_use]
    pub fn length(&self, unit: Unit) -> u32 {
        self.end.at(unit)
    }

    /// The offset in `unit` of the byte offset `byte` of `text`, the text this map was built from.
    ///
    /// # Errors
    /// When `byte` is past the end or inside a character.
    pub fn from_byte(&self, text: &str, byte: u32, unit: Unit) -> Result<u32, OffsetError> {
        if byte > self.end.byte {
            return Err(OffsetError::PastEnd { offset: byte, length: self.end.byte });
        }
        if !text.is_char_boundary(byte as usize) {
            return Err(OffsetError::InsideCharacter { offset: byte });
        }
        let Some(base) = self.checkpoint_before(|point| point.byte <= byte) else {
            return Ok(byte);
        };
        Ok(base.at(unit) + unit.count(Span::new(base.byte, byte).of(text)))
    }

    /// The byte offset in `text` of `offset`, counted in `unit`.
    ///
    /// # Errors
    /// When `offset` is past the end or inside a surrogate pair.
    pub fn to_byte(&self, text: &str, offset: u32, unit: Unit) -> Result<u32, OffsetError> {
        if offset > self.length(unit) {
            return Err(OffsetError::PastEnd { offset, length: self.length(unit) });
        }
        let Some(base) = self.checkpoint_before(|point| point.at(unit) <= offset) else {
            return Ok(offset);
        };
        let (mut byte, mut at) = (base.byte, base.at(unit));
        for character in Span::new(base.byte, self.end.byte).of(text).chars() {
            if at >= offset {
                break;
            }
            at += unit.width(character);
            byte += u32::try_from(character.len_utf8()).unwrap_or(1);
        }
        if at == offset { Ok(byte) } else { Err(OffsetError::InsideCharacter { offset }) }
    }

    /// [`Self::from_byte`] for both ends of a span.
    ///
    /// # Errors
    /// As [`Self::from_byte`].
    pub fn from_span(&self, text: &str, span: Span, unit: Unit) -> Result<(u32, u32), OffsetError> {
        Ok((self.from_byte(text, span.start, unit)?, self.from_byte(text, span.end, unit)?))
    }

    /// [`Self::to_byte`] for both ends of a range.
    ///
    /// # Errors
    /// As [`Self::to_byte`].
    pub fn to_span(&self, text: &str, start: u32, end: u32, unit: Unit) -> Result<Span, OffsetError> {
        Ok(Span::new(self.to_byte(text, start, unit)?, self.to_byte(text, end, unit)?))
    }

    /// Starts and ends of `spans`, one after the other, in `unit`. O(n) for all of them together when they
    /// are in order.
    ///
    /// # Errors
    /// As [`Self::from_byte`].
    pub fn from_spans(
        &self,
        text: &str,
        spans: impl Iterator<Item = Span>,
        unit: Unit,
    ) -> Result<Vec<u32>, OffsetError> {
        let mut last = (0, 0);
        let mut convert = |byte: u32| {
            // From the last one on where that is near, else from a checkpoint.
            let near = last.0 <= byte && (byte - last.0) as usize <= STRIDE;
            if near && !self.checkpoints.is_empty() && text.is_char_boundary(byte as usize) {
                last = (byte, last.1 + unit.count(Span::new(last.0, byte).of(text)));
            } else {
                last = (byte, self.from_byte(text, byte, unit)?);
            }
            Ok(last.1)
        };
        spans.flat_map(|span| [span.start, span.end]).map(&mut convert).collect()
    }

    fn checkpoint_before(&self, reached: impl Fn(&Checkpoint) -> bool) -> Option<Checkpoint> {
        let after = self.checkpoints.partition_point(reached);
        self.checkpoints.get(after.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{OffsetError, OffsetMap, Span, Unit};
    use proptest::prelude::*;

    #[test]
    fn counts_emoji_and_cjk_in_their_own_units() {
        let text = "a😀漢b";
        let map = OffsetMap::new(text);
        assert_eq!(map.from_byte(text, 5, Unit::Utf16), Ok(3));
        assert_eq!(map.from_byte(text, 5, Unit::CodePoints), Ok(2));
        assert_eq!(map.to_byte(text, 4, Unit::Utf16), Ok(8));
        assert_eq!(map.to_byte(text, 2, Unit::Utf16), Err(OffsetError::InsideCharacter { offset: 2 }));
        assert_eq!(map.to_byte(text, 9, Unit::Utf16), Err(OffsetError::PastEnd { offset: 9, length: 5 }));
    }

    proptest! {
        #[test]
        fn every_boundary_survives_the_round_trip(text in "(\\PC|[a-z ]{0,40}|😀|漢){0,120}") {
            let map = OffsetMap::new(&text);
            for unit in [Unit::Utf16, Unit::CodePoints] {
                let ends: Vec<u32> = text.char_indices().map(|(at, _)| u32::try_from(at).unwrap()).collect();
                let spans = ends.windows(2).map(|ends| Span::new(ends[0], ends[1]));
                let one_by_one = spans.clone().flat_map(|span| [span.start, span.end]);
                let one_by_one = one_by_one.map(|byte| map.from_byte(&text, byte, unit));
                prop_assert_eq!(map.from_spans(&text, spans.clone(), unit), one_by_one.collect());
                let backwards = spans.rev().flat_map(|span| [span.start, span.end]);
                let expected: Result<Vec<u32>, _> = backwards.map(|byte| map.from_byte(&text, byte, unit)).collect();
                let reversed = ends.windows(2).rev().map(|ends| Span::new(ends[0], ends[1]));
                prop_assert_eq!(map.from_spans(&text, reversed, unit), expected);
                let mut expected = 0;
                for (byte, character) in text.char_indices() {
                    let byte = u32::try_from(byte).unwrap();
                    prop_assert_eq!(map.from_byte(&text, byte, unit), Ok(expected));
                    prop_assert_eq!(map.to_byte(&text, expected, unit), Ok(byte));
                    expected += unit.width(character);
                }
                prop_assert_eq!(map.length(unit), expected);
            }
        }
    }
}
