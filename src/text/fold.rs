//! A text as it is compared when it may have been typed again: without case, accents, the shape of its
//! quotation marks and dashes, the kind and amount of its white space, and what is invisible.
//!
//! Invariant: every folded character knows the bytes it stands for, and these are in the order of the
//! text; whatever is not folded stays what it was.
//!
//! The folding is the part of NFKD with case folding that texts on the way between programs run into:
//! accented Latin letters lose their accents and combining marks are left out, Hangul syllables come apart into
//! letters (by the arithmetic of Unicode 3.12), full-width forms become ASCII, ligatures and `…` are spelled
//! out. The full tables cost more than they find.

use std::ops::Range;

use super::Span;

/// The base letters of U+00C0 to U+017F in lower case; `*` for what has none, `.` for what is spelled with two.
const LATIN: &str = "aaaaaa.ceeeeiiii*nooooo*ouuuuy*.aaaaaa.ceeeeiiii*nooooo*ouuuuy*y\
                     aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk*lllllll\
                     lllnnnnnnn**oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// The base letters of U+1EA0 to U+1EF9.
const VIETNAMESE: &str =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// A folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The characters.
    pub chars: Vec<char>,
    /// For each, where what it stands for begins, in bytes.
    starts: Vec<u32>,
    /// For each, where what it stands for ends, in bytes.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds `text`. O(n).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            chars: Vec::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len()),
        };
        let mut at = 0;
        for character in text.chars() {
            let end = at + u32::try_from(character.len_utf8()).unwrap_or(1);
            folded.push(character, at, end);
            at = end;
        }
        folded
    }

    /// Number of folded characters.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether nothing is left of the text.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The folded characters in `range`, cut to what there is.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &[char] {
        let end = range.end.min(self.len());
        self.chars.get(range.start.min(end)..end).unwrap_or_default()
    }

    /// What the folded characters of `range` stand for in the text; nothing for an empty range.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.min(self.len());
        let first = self.starts.get(range.start).or(self.ends.last()).copied().unwrap_or(0);
        let last = end.checked_sub(1).filter(|last| *last >= range.start);
        let last = last.and_then(|last| self.ends.get(last)).copied();
        Span::new(first, last.unwrap_or(first).max(first))
    }

    /// The first folded character that begins at the byte `at` or after it. O(log n).
    #[must_use]
    pub fn at(&self, at: u32) -> usize {
        self.starts.partition_point(|start| *start < at)
    }

    fn push(&mut self, character: char, start: u32, end: u32) {
        if character.is_ascii_graphic() {
            return self.keep(character.to_ascii_lowercase(), start, end);
        }
        match kind(character) {
            Kind::Space if self.chars.last() == Some(&' ') => {
                self.ends.last_mut().into_iter().for_each(|last| *last = end);
            }
            Kind::Space => self.keep(' ', start, end),
            // It belongs to the character before it, if that is its neighbour.
            Kind::Mark => {
                self.ends.iter_mut().rev().take_while(|last| **last == start).for_each(|last| *last = end);
            }
            Kind::Letters => letters(character, |one| self.keep(one, start, end)),
        }
    }

    fn keep(&mut self, character: char, start: u32, end: u32) {
        self.chars.push(character);
        self.starts.push(start);
        self.ends.push(end);
    }
}

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is one with the white space beside it.
    Space,
    /// It is one with the character before it.
    Mark,
    /// It stands for itself, for others, or is left out: [`letters`] says which.
    Letters,
}

pub(super) fn kind(character: char) -> Kind {
    if character.is_whitespace() {
        Kind::Space
    } else if is_mark(character) {
        Kind::Mark
    } else {
        Kind::Letters
    }
}

/// Calls `keep` with each character that `character`, which is neither white space nor a mark, is folded to.
pub(super) fn letters(character: char, mut keep: impl FnMut(char)) {
    if let Some(one) = one(character) {
        keep(one);
    } else if let Some(spelled) = spelled(character) {
        spelled.chars().for_each(keep);
    } else if let Some(letters) = hangul(character) {
        letters.into_iter().flatten().for_each(keep);
    } else if !is_invisible(character) {
        character.to_lowercase().filter(|one| !is_mark(*one)).for_each(keep);
    }
}

/// What is no more than a part of the character before it: combining marks, Hebrew and Arabic points,
/// joiners, variation selectors.
const fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200c}'..='\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// What nobody sees: soft hyphens, zero-width spaces, direction marks, byte order marks, controls.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The one character that is meant by `character`.
fn one(character: char) -> Option<char> {
    let code = u32::from(character);
    let base = |first: u32, letters: &str| {
        let letter = letters.as_bytes().get(usize::try_from(code - first).ok()?)?;
        letter.is_ascii_lowercase().then_some(char::from(*letter))
    };
    match character {
        '\u{c0}'..='\u{17f}' => base(0xc0, LATIN),
        '\u{1ea0}'..='\u{1ef9}' => base(0x1ea0, VIETNAMESE),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).map(|ascii| ascii.to_ascii_lowercase()),
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '〝' | '〞' | '「' | '」' | '『' | '』' => {
            Some('"')
        }
        '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | 'ʼ' | '´' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' => Some('-'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        _ => None,
    }
}

/// What `character` is when it is spelled out.
const fn spelled(character: char) -> Option<&'static str> {
    Some(match character {
        '…' => "...",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Ĳ' | 'ĳ' => "ij",
        'ß' | 'ẞ' => "ss",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The letters of a Hangul syllable.
fn hangul(character: char) -> Option<[Option<char>; 3]> {
    let index = u32::from(character).checked_sub(0xac00).filter(|index| *index < 11_172)?;
    let last = (index % 28 > 0).then(|| char::from_u32(0x11a7 + index % 28)).flatten();
    Some([char::from_u32(0x1100 + index / 588), char::from_u32(0x1161 + index % 588 / 28), last])
}

#[cfg(test)]
mod tests {
    use super::Folded;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        Folded::new(text).chars.iter().collect()
    }

    #[test]
    fn what_was_typed_again_is_the_same() {
        for (one, other) in [
            ("“It’s”  —\n\nhere", "\"it's\" - here"),
            ("Café Ångström Łódź", "CAFE\u{301} A\u{30a}NGSTRO\u{308}M łodz"),
            ("Việt Nam, Çeşme, Đà", "viet nam, cesme, da"),
            ("ﬁne oﬃce…", "fine office..."),
            ("Straße, Œuvre, æon", "STRASSE, OEUVRE, AEON"),
            ("co\u{ad}op \u{200b}x", "coop x"),
            ("서울", "\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}"),
            ("ＡＢＣ！", "abc!"),
            ("שָׁלוֹם كَتَبَ", "שלום كتب"),
            ("❤\u{fe0f}", "❤"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn other_letters_stay_apart() {
        for (one, other) in [("ð", "o"), ("þ", "p"), ("漢", "字"), ("×", "x"), ("ŋ", "n"), ("👍", "👎")]
        {
            assert_ne!(folded(one), folded(other));
        }
        assert_eq!(folded("ŉ ſ Ž ÿ Ā İ"), "n s z y a i");
    }

    #[test]
    fn a_range_stands_for_whole_characters_and_their_marks() {
        let text = "A e\u{301}…\u{200d}  漢";
        let folded = Folded::new(text);
        assert_eq!(folded.span(2..3).of(text), "e\u{301}");
        assert_eq!(folded.span(3..4).of(text), "…\u{200d}");
        assert_eq!(folded.span(6..7).of(text), "  ");
        assert_eq!(folded.span(7..8).of(text), "漢");
        assert_eq!(folded.span(3..3).of(text), "");
        assert_eq!(folded.at(2), 2);
    }

    proptest! {
        #[test]
        fn ranges_lie_in_order_on_character_boundaries(text in any::<String>()) {
            let folded = Folded::new(&text);
            let mut last = 0;
            for at in 0..folded.len() {
                let span = folded.span(at..at + 1);
                prop_assert!(text.is_char_boundary(span.start as usize));
                prop_assert!(text.is_char_boundary(span.end as usize));
                prop_assert!(!span.is_empty() && span.start >= last);
                last = span.start;
            }
        }
    }
}
