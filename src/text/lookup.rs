//! A long text folded to be searched as one types.
//!
//! It is folded as [`Folded`](super::Folded) does it, but written as UTF-8, and where a folded character has as many
//! bytes as what it stands for, nothing is noted: most texts take little more than their own length, and a
//! folded one is there some ten times as soon.
//!
//! Invariant: spans are those that [`Folded`](super::Folded) gives for the same characters.

use std::ops::Range;

use super::Span;
use super::fold::{Kind, kind, letters};

/// A folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    text: String,
    /// In order, the first at 0 if there is any text.
    steps: Vec<Step>,
}

/// How folded characters from one place on, up to the next step, go back.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// Its first folded byte.
    at: u32,
    /// The byte of the text that this one stands for.
    start: u32,
    /// Of folded characters that stand for one stretch together, that stretch's end; of those that stand for
    /// one as long as they are each, nothing.
    end: Option<u32>,
}

impl Lookup {
    /// Folds `text`. O(n).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), steps: Vec::new() };
        let mut rest = text;
        while !rest.is_empty() {
            let plain = folded.plain(rest.as_bytes());
            let (run, after) = rest.split_at_checked(plain).unwrap_or((rest, ""));
            if !run.is_empty() {
                let before = folded.text.len();
                folded.keep_length(before as u32, (text.len() - rest.len()) as u32);
                folded.text.push_str(run);
                folded.text.get_mut(before..).into_iter().for_each(str::make_ascii_lowercase);
            }
            let mut characters = after.chars();
            if let Some(character) = characters.next() {
                let at = (text.len() - after.len()) as u32;
                folded.push(character, at, at + character.len_utf8() as u32);
            }
            rest = characters.as_str();
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the folded bytes of `range`, whole characters and at least one, stand for in the text. O(log n).
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let (first, last) = (range.start as u32, (range.end as u32).saturating_sub(1));
        let step = |at: u32| {
            let after = self.steps.partition_point(|step| step.at <= at);
            after.checked_sub(1).and_then(|before| self.steps.get(before)).copied()
        };
        let start = step(first).map_or(0, |step| match step.end {
            Some(_) => step.start,
            None => step.start + (first - step.at),
        });
        let end = step(last).map_or(0, |step| match step.end {
            Some(end) => end,
            None => step.start + (last + 1 - step.at),
        });
        Span::new(start, end.max(start))
    }

    /// How many of the first bytes are letters, marks and single spaces of ASCII.
    fn plain(&self, bytes: &[u8]) -> usize {
        let mut before = self.text.as_bytes().last().copied().unwrap_or(b' ');
        let ends = |byte: &u8| {
            let plain = byte.is_ascii_graphic() || (*byte == b' ' && before != b' ');
            before = *byte;
            !plain
        };
        bytes.iter().position(ends).unwrap_or(bytes.len())
    }

    /// What is folded from `at` on has the length of what it stands for, which is at `start`.
    fn keep_length(&mut self, at: u32, start: u32) {
        let goes_on = |step: &Step| step.end.is_none() && step.start + (at - step.at) == start;
        if !self.steps.last().is_some_and(goes_on) {
            self.steps.push(Step { at, start, end: None });
        }
    }

    fn push(&mut self, character: char, start: u32, end: u32) {
        match kind(character) {
            Kind::Space if self.text.ends_with(' ') => self.lengthen(end),
            Kind::Mark if self.end() == Some(start) => self.lengthen(end),
            Kind::Mark => {}
            Kind::Space => self.put(start, end, |text| text.push(' ')),
            Kind::Letters => self.put(start, end, |text| letters(character, |one| text.push(one))),
        }
    }

    /// Writes what one character, from `start` to `end`, is folded to, which may be nothing.
    fn put(&mut self, start: u32, end: u32, write: impl FnOnce(&mut String)) {
        let before = self.text.len();
        write(&mut self.text);
        let written = self.text.get(before..).unwrap_or_default();
        let mut characters = written.chars();
        match (characters.next(), characters.next()) {
            (None, _) => {}
            (Some(_), None) if written.len() as u32 == end - start => self.keep_length(before as u32, start),
            _ => self.steps.push(Step { at: before as u32, start, end: Some(end) }),
        }
    }

    /// Where what the last folded character stands for ends.
    fn end(&self) -> Option<u32> {
        let last = self.steps.last()?;
        Some(last.end.unwrap_or(last.start + (self.text.len() as u32 - last.at)))
    }

    /// The last folded character stands for what follows it, too, up to `end`.
    fn lengthen(&mut self, end: u32) {
        let last = self.text.chars().next_back().map_or(0, char::len_utf8);
        let at = (self.text.len() - last) as u32;
        match self.steps.last_mut() {
            Some(step) if step.end.is_some() || step.at == at => step.end = Some(end),
            Some(step) => {
                let start = step.start + (at - step.at);
                self.steps.push(Step { at, start, end: Some(end) });
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Folded;
    use super::Lookup;
    use proptest::prelude::*;

    fn check(text: &str) -> Result<(), TestCaseError> {
        let (lookup, folded) = (Lookup::new(text), Folded::new(text));
        prop_assert_eq!(lookup.text(), folded.chars.iter().collect::<String>());
        let starts: Vec<usize> = lookup.text().char_indices().map(|(at, _)| at).collect();
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([lookup.text().len()]).collect();
        for (first, start) in starts.iter().enumerate() {
            for (last, end) in ends.iter().enumerate().skip(first).take(4) {
                prop_assert_eq!(
                    lookup.span(*start..*end),
                    folded.span(first..last + 1),
                    "{}..={}",
                    first,
                    last
                );
            }
        }
        Ok(())
    }

    #[test]
    fn spans_are_those_of_the_folded_text() {
        for text in [
            "",
            " a  b\n\nC ",
            "\u{301}e\u{301}\u{301}\u{ad}\u{301}x \u{301} \u{301}y",
            "ﬁ\u{301}ne “Œuvre”… ¿Ĳ? \u{2003} \u{200b} ",
            "서울\u{301} 漢字 ＡＢ Жук",
        ] {
            check(text).unwrap();
        }
    }

    #[test]
    fn plain_text_needs_no_notes() {
        let lookup = Lookup::new(&"The Cable, of 1921.\n".repeat(1000));
        assert_eq!(lookup.steps.len(), 1);
    }

    proptest! {
        #[test]
        fn spans_are_those_of_any_folded_text(text in any::<String>()) {
            check(&text)?;
        }

        #[test]
        fn spans_are_those_of_a_text_with_much_to_fold(text in "[aB \n\u{301}\u{ad}\u{200b}éﬁ…İ서漢\u{2003}]{0,40}") {
            check(&text)?;
        }
    }
}
