//! The one normalisation that turns whatever came in into the text that annotations refer to.
//!
//! Invariant: `normalize(normalize(x)) == normalize(x)`.
//!
//! Exactly this, one character at a time, and nothing else:
//!
//! - CR LF, a lone CR, U+0085 (next line), U+2028 and U+2029 become `\n`; form feed and vertical tab too.
//! - The no-break spaces U+00A0, U+2007 and U+202F become a space. They say how to break lines, which
//!   is the view's business; a browser's clipboard folds them as well, so that the same article pasted
//!   and opened from a file has the same text, and `South Korea` is one name however it was typed.
//! - The invisible U+00AD (soft hyphen), U+200B (zero width space), U+2060 (word joiner) and U+FEFF
//!   (byte order mark), wherever they stand, and the control characters (Unicode category Cc) other than
//!   `\t` and `\n` are left out.
//! - Lone surrogates (in UTF-16) and invalid bytes become U+FFFD.
//!
//! Letters are never composed or decomposed (no NFC or NFD): the reader's text stays what the reader
//! wrote, and a quotation copied from it is found in the page that it came from. Joiners inside words
//! and emoji (U+200C, U+200D) and direction marks carry meaning and stay.

use std::borrow::Cow;

use super::Span;

/// The longest text the core takes, in bytes: positions are 32-bit.
pub const MAX_BYTES: usize = u32::MAX as usize - 1;

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The text is {bytes} bytes long; at most {MAX_BYTES} bytes can be read.")]
pub struct TooLong {
    /// Its length in UTF-8 bytes.
    pub bytes: usize,
}

/// A normalised text and what became of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normalized {
    /// The text.
    pub text: String,
    /// How many lone surrogates or invalid bytes were replaced by U+FFFD. A U+FFFD that was already
    /// there is a character like any other.
    pub replaced: u32,
    /// How many control characters were left out. Byte order marks and invisible separators are not
    /// counted: nothing that a reader could see or mean is lost with them.
    pub controls_removed: u32,
    /// Where the distance between input and output changes: output byte, input byte at that place.
    shifts: Vec<(u32, u32)>,
}

impl Normalized {
    /// The byte offset in the input of the byte offset `at` in [`Self::text`]. O(log n).
    ///
    /// Between two characters of which something was left out it gives the place after what was left
    /// out. Meaningful for input that came as `&str`.
    #[must_use]
    pub fn source_offset(&self, at: u32) -> u32 {
        let after = self.shifts.partition_point(|(output, _)| *output <= at);
        let shift = after.checked_sub(1).and_then(|index| self.shifts.get(index));
        shift.map_or(at, |(output, input)| input + (at - output))
    }

    /// Where the byte span `span` of the input stands in [`Self::text`]: from the first character kept of it
    /// to the last. O(log n) for each end.
    #[must_use]
    pub fn span_of_source(&self, span: Span) -> Span {
        let first = |at: u32| {
            let after = self.shifts.partition_point(|(_, input)| *input <= at);
            let Some((output, input)) = after.checked_sub(1).and_then(|index| self.shifts.get(index)) else {
                return at;
            };
            // What is left out next ends there, and the text goes on from its output offset.
            let next = self.shifts.get(after).map_or(u32::MAX, |(output, _)| *output);
            (output + (at - input)).min(next)
        };
        let end = first(span.end).min(narrow(self.text.len()));
        let start = first(span.start).min(end);
        let boundary = |mut at: u32| {
            while !self.text.is_char_boundary(at as usize) {
                at -= 1;
            }
            at
        };
        Span::new(boundary(start), boundary(end))
    }

    /// Where `span` of [`Self::text`] stands in `source`, the text it was made from: up to the end of its
    /// last character, so that nothing invisible after it is taken in. O(log n).
    #[must_use]
    pub fn source_span(&self, source: &str, span: Span) -> Span {
        let start = self.source_offset(span.start);
        let Some(last) = span.of(&self.text).chars().next_back() else { return Span::new(start, start) };
        let width = |character: char| narrow(character.len_utf8());
        let last = self.source_offset(span.end - width(last));
        let rest = source.get(last as usize..).unwrap_or_default();
        Span::new(start, last + rest.chars().next().map_or(0, width))
    }
}

/// Normalises `input` as the module says. O(n).
///
/// # Errors
/// When the text is longer than [`MAX_BYTES`].
pub fn normalize(input: &str) -> Result<Normalized, TooLong> {
    if input.len() > MAX_BYTES {
        return Err(TooLong { bytes: input.len() });
    }
    let mut out = Normalized { text: String::with_capacity(input.len()), ..Normalized::default() };
    let mut copied = 0;
    let mut characters = input.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let change = change(character);
        if change == Change::Keep {
            continue;
        }
        out.text.push_str(input.get(copied..at).unwrap_or_default());
        copied = at + character.len_utf8();
        match change {
            Change::LineBreak => {
                out.text.push('\n');
                if character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some() {
                    copied += 1;
                }
            }
            Change::Space => out.text.push(' '),
            Change::DropControl => out.controls_removed += 1,
            Change::Drop | Change::Keep => {}
        }
        out.shifts.push((narrow(out.text.len()), narrow(copied)));
    }
    out.text.push_str(input.get(copied..).unwrap_or_default());
    Ok(out)
}

/// [`normalize`] of a text that is handed over, and stays where it is if nothing of it changes. O(n).
///
/// # Errors
/// As [`normalize`].
pub fn normalize_owned(input: String) -> Result<Normalized, TooLong> {
    if input.len() <= MAX_BYTES && input.chars().all(|character| change(character) == Change::Keep) {
        return Ok(Normalized { text: input, ..Normalized::default() });
    }
    normalize(&input)
}

/// Normalises UTF-16 code units as JavaScript holds them; lone surrogates become U+FFFD. O(n).
///
/// # Errors
/// As [`normalize`].
pub fn from_utf16(units: &[u16]) -> Result<Normalized, TooLong> {
    let mut replaced = 0;
    let decoded = char::decode_utf16(units.iter().copied());
    let text: String =
        decoded.map(|unit| unit.unwrap_or_else(|_| count_replacement(&mut replaced))).collect();
    Ok(Normalized { replaced, ..normalize_owned(text)? })
}

/// Normalises bytes that should be UTF-8; every invalid sequence becomes one U+FFFD. O(n).
///
/// # Errors
/// As [`normalize`].
pub fn from_bytes(bytes: &[u8]) -> Result<Normalized, TooLong> {
    let mut replaced = 0;
    let mut text = Cow::Borrowed("");
    for chunk in bytes.utf8_chunks() {
        if text.is_empty() && chunk.invalid().is_empty() {
            text = Cow::Borrowed(chunk.valid());
            continue;
        }
        text.to_mut().push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.to_mut().push(count_replacement(&mut replaced));
        }
    }
    Ok(Normalized { replaced, ..normalize(&text)? })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Keep,
    LineBreak,
    Space,
    Drop,
    DropControl,
}

fn change(character: char) -> Change {
    match character {
        '\n' | '\t' | ' '..='~' => Change::Keep,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Change::LineBreak,
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Change::Space,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Change::Drop,
        control if control.is_control() => Change::DropControl,
        _ => Change::Keep,
    }
}

fn count_replacement(replaced: &mut u32) -> char {
    *replaced += 1;
    char::REPLACEMENT_CHARACTER
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(normalize(input).unwrap().text, expected, "{input:?}");
    }

    #[test]
    fn does_what_the_module_says() {
        check("", "");
        check("\u{feff}a\r\nb\rc\u{2028}d\u{2029}e\u{85}f\u{c}g", "a\nb\nc\nd\ne\nf\ng");
        check("10\u{a0}000\u{202f}km", "10 000 km");
        check("a\u{0}b\u{7f}c\u{9b}\td", "abc\td");
        check("co\u{ad}operate\u{200b}d\u{2060}", "cooperated");
        check("e\u{301} é 👩\u{200d}🚀 می\u{200c}خواهم", "e\u{301} é 👩\u{200d}🚀 می\u{200c}خواهم");
        check("\r\u{feff}\n", "\n\n");
    }

    #[test]
    fn spans_of_the_input_are_found_in_the_text() {
        let input = "\u{feff}a\r\nb\u{a0}c\u{ad}d😀";
        let normalized = normalize(input).unwrap();
        let at = |words: &str| {
            let start = input.find(words).unwrap();
            normalized.span_of_source(Span::from_range(start..start + words.len())).of(&normalized.text)
        };
        for (words, found) in [
            ("a", "a"),
            ("\r\n", "\n"),
            ("b\u{a0}c", "b c"),
            ("c\u{ad}d", "cd"),
            ("\u{ad}", ""),
            ("d😀", "d😀"),
            (input, "a\nb cd😀"),
        ] {
            assert_eq!(at(words), found, "{words:?}");
        }
    }

    #[test]
    fn counts_what_it_changed() {
        let normalized = normalize("\u{feff}a\u{1}\u{2}b\u{fffd}").unwrap();
        assert_eq!((normalized.replaced, normalized.controls_removed), (0, 2));
        let normalized = from_utf16(&[0x61, 0xd800, 0x62, 0xdc00, 0xd83d, 0xde00]).unwrap();
        assert_eq!((normalized.text.as_str(), normalized.replaced), ("a\u{fffd}b\u{fffd}😀", 2));
        let normalized = from_bytes(b"a\xff\xfeb\xe2\x82c").unwrap();
        assert_eq!((normalized.text.as_str(), normalized.replaced), ("a\u{fffd}\u{fffd}b\u{fffd}c", 3));
        assert_eq!(from_bytes("né".as_bytes()).unwrap(), normalize("né").unwrap());
    }

    #[test]
    fn an_offset_finds_its_way_back() {
        let input = "\u{feff}a\r\nb\u{a0}c\u{1}d";
        let normalized = normalize(input).unwrap();
        for (at, letter) in normalized.text.char_indices().filter(|(_, letter)| letter.is_alphabetic()) {
            let source = normalized.source_offset(narrow(at)) as usize;
            assert_eq!(input.get(source..).unwrap().chars().next(), Some(letter));
        }
    }

    #[test]
    fn a_span_takes_in_what_is_invisible_inside_it_and_not_around_it() {
        let input = "\u{feff}Se\u{ad}oul\u{200b}, 漢\u{feff}";
        let normalized = normalize(input).unwrap();
        for (found, expected) in [("Seoul", "Se\u{ad}oul"), ("漢", "漢"), ("", "")] {
            let start = narrow(normalized.text.find(found).unwrap());
            let span = Span::new(start, start + narrow(found.len()));
            assert_eq!(normalized.source_span(input, span).of(input), expected);
        }
    }

    proptest! {
        #[test]
        fn is_idempotent(input in "(\\PC|[\\r\\n\\t\u{0}-\u{20}\u{80}-\u{ad}]|[\u{200b}-\u{2029}\u{feff}]|[a-z ]){0,80}") {
            let once = normalize(&input).unwrap();
            let twice = normalize(&once.text).unwrap();
            prop_assert_eq!(&once.text, &twice.text);
            prop_assert_eq!(twice.controls_removed, 0);
            prop_assert_eq!(normalize_owned(once.text.clone()).unwrap(), twice);
            prop_assert_eq!(normalize_owned(input).unwrap(), once);
        }

        #[test]
        fn any_utf16_is_taken(units in proptest::collection::vec(any::<u16>(), 0..200)) {
            let lone = char::decode_utf16(units.iter().copied()).filter(Result::is_err).count();
            prop_assert_eq!(from_utf16(&units).unwrap().replaced as usize, lone);
        }
    }
}
