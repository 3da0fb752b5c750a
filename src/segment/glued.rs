//! Where a line was run together with the one before it: captions, credits, dates, subtitles.

use super::sentences::{SPEECH, Splitter};
use crate::document::{BlockKind, TokenKind};

pub(super) const WEEKDAYS: &[&str] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Words that may start a sentence but are no part of names, so that a capital in the middle of a line
/// tells that two lines were run together.
const LINE_STARTERS: &[&str] =
    &["At", "He", "In", "On", "She", "There", "These", "They", "This", "We", "When"];

/// Words before a date that belongs to the sentence.
const BEFORE_A_DATE: &[&str] =
    &["after", "before", "by", "for", "from", "last", "next", "of", "on", "since", "this", "to", "until"];

impl Splitter<'_> {
    /// Whether a sentence starts at `at`, inside a block of this kind whose tokens start at `first`, that no
    /// mark shows.
    pub fn starts_line(&self, kind: BlockKind, first: usize, at: usize) -> bool {
        self.starts_glued(first, at)
            || match kind {
                BlockKind::Title => self.starts_subtitle(first, at),
                BlockKind::Heading => false,
                _ => self.lost_its_line(at),
            }
    }

    /// Whether a picture credit or a full date starts here that was glued to the line before it, or the
    /// text after such a date: `… in Seoul Image: NASA`, `A headline Monday, May 18, 2015`.
    fn starts_glued(&self, first: usize, at: usize) -> bool {
        let capital = |at| self.word(at).starts_with(char::is_uppercase);
        match self.word(at) {
            "Image" | "Photo" | "Picture" | "image" => {
                self.word(at + 1) == ":"
                    && !self.touches_previous(at)
                    && self.kind(at - 1) != TokenKind::Punctuation
            }
            word if WEEKDAYS.contains(&word) => {
                let before = self.word(at - 1);
                let apart =
                    before.starts_with(char::is_uppercase) || self.kind(at - 1) == TokenKind::Punctuation;
                let at_end = at + 6 == self.tokens.len();
                let apart = apart || !BEFORE_A_DATE.contains(&before);
                at_end && apart && before != "," && self.is_full_date(at)
            }
            _ => at == first + 6 && capital(at) && self.is_full_date(first),
        }
    }

    /// Whether a sentence starts here though nothing ends the words before it, as when a caption or a
    /// last line without its full stop runs into the next: `An old pier In the harbour of …`.
    fn lost_its_line(&self, at: usize) -> bool {
        if !LINE_STARTERS.contains(&self.word(at)) || self.touches_previous(at) {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let lower = |at| self.word(at).starts_with(char::is_lowercase);
        let goes_on = self.kind(at + 1) == TokenKind::Clitic || lower(at + 1);
        let word = matches!(self.kind(before), TokenKind::Word | TokenKind::Number);
        // `Ms. She`, `the In crowd`, `said We`: nothing ends in such a word.
        let open = self.word(before).ends_with('.') || is_function_word(self.word(before));
        goes_on && word && !open && !SPEECH.contains(&self.word(before))
    }

    /// Whether the second half of a title in Title Case starts here, after a colon or a dash.
    fn starts_subtitle(&self, first: usize, at: usize) -> bool {
        let Some(mark) = at.checked_sub(1) else { return false };
        let least = match self.word(mark) {
            ":" => 4,
            "-" | "–" | "—" if !self.touches_previous(mark) && !self.touches_previous(at) => 3,
            _ => return false,
        };
        let words = |from, to| {
            let long = move |at: &usize| self.kind(*at) == TokenKind::Word && self.word(*at).len() > 4;
            (from..to).filter(long).all(|at| self.word(at).starts_with(char::is_uppercase))
        };
        let marked = self.kind(first) != TokenKind::Word;
        mark >= first + least && !marked && words(first, mark) && words(at, self.tokens.len())
    }

    /// `Monday, May 18, 2015`.
    fn is_full_date(&self, at: usize) -> bool {
        let number = |at, digits| self.kind(at) == TokenKind::Number && self.word(at).len() <= digits;
        WEEKDAYS.contains(&self.word(at))
            && self.word(at + 1) == ","
            && self.kind(at + 2) == TokenKind::Word
            && number(at + 3, 2)
            && self.word(at + 4) == ","
            && number(at + 5, 4)
    }
}

/// A word that stands before another one of its phrase: `the`, `of`, `called`.
fn is_function_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "as", "at", "but", "by", "called", "for", "from", "in", "is", "like", "named",
        "of", "on", "or", "than", "that", "the", "to", "was", "with",
    ];
    WORDS.binary_search(&word).is_ok()
}
