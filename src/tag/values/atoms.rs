//! The tokens of one sentence, cut finer: runs of letters, runs of digits (with inner separators), and
//! single marks. The grammars match over these, so that `week-long`, `$5m` or `6pm` read the same whether
//! the tokenizer keeps them whole or not.
//!
//! Invariant: atoms are in order, never cross a token, and know whether they open or close one; a match
//! only counts when it opens and closes whole tokens (see [`Atoms::whole`]).

use crate::document::{Document, Token, TokenKind};
use crate::lexicon::calendar::CalendarWord;
use crate::lexicon::numerals::NumberWord;
use crate::text::Span;

use super::words::{Function, WORD_TABLE, WordTable};

/// What an atom is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters that no list knows.
    Other,
    /// A number word.
    Number(NumberWord),
    /// A word of the calendar.
    Calendar(CalendarWord),
    /// A small word that can begin a value.
    Function(Function),
    /// ASCII digits with single `.` or `,` between them.
    Digits,
    /// One character that is neither.
    Mark(char),
    /// A whole token that no value reaches into: addresses, tags.
    Barrier,
}

impl Kind {
    /// Whether it can be what a value is about: every value has such an atom.
    const fn is_core(self) -> bool {
        match self {
            Self::Number(_) | Self::Calendar(_) | Self::Digits => true,
            Self::Function(function) => matches!(
                function,
                Function::Deictic(_) | Function::Named | Function::Recent | Function::Past | Function::Count
            ),
            Self::Other | Self::Mark(_) | Self::Barrier => false,
        }
    }
}

/// A piece of a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'a> {
    /// Its characters.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether it is the first of its token.
    pub opens: bool,
    /// Whether it is the last of its token.
    pub closes: bool,
    /// Whether nothing stands between it and the atom before.
    pub glued: bool,
}

/// The atoms of one sentence; out of range every question is answered with no.
#[derive(Debug, Default)]
pub(super) struct Atoms<'a> {
    list: Vec<Atom<'a>>,
    /// Whether a comma or full stop is glued to the word before it, as only untokenized text has it.
    natural: bool,
}

impl<'a> Atoms<'a> {
    /// Reads in the tokens of one sentence, reusing the room of the one before; whether any of them can
    /// be part of a value. O(n).
    pub fn read(&mut self, doc: &'a Document, tokens: &[Token]) -> bool {
        self.list.clear();
        self.natural = false;
        let table = &*WORD_TABLE;
        let mut live = false;
        let mut end = None;
        for token in tokens {
            let text = doc.slice(token.span());
            let glued = end == Some(token.span().start);
            end = Some(token.span().end);
            self.natural |= glued && matches!(text, "," | ".");
            if token.kind() == TokenKind::Word && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                let kind = table.kind(text);
                live |= kind.is_core();
                self.list.push(Atom { text, span: token.span(), kind, opens: true, closes: true, glued });
                continue;
            }
            let first = self.list.len();
            live |= self.split(table, text, *token, glued);
            if let Some(atom) = self.list.get_mut(first) {
                atom.opens = true;
            }
            if let Some(atom) = self.list.last_mut() {
                atom.closes = true;
            }
        }
        live
    }

    fn split(&mut self, table: &WordTable, text: &'a str, token: Token, mut glued: bool) -> bool {
        let whole = matches!(token.kind(), TokenKind::Url | TokenKind::Email | TokenKind::Tag);
        let mut rest = text;
        let mut start = token.span().start;
        let mut live = false;
        while !rest.is_empty() {
            let length = if whole { rest.len() } else { atom_length(rest) };
            let Some((piece, after)) = rest.split_at_checked(length) else { break };
            let span = Span::new(start, start.saturating_add(u32::try_from(length).unwrap_or(u32::MAX)));
            let kind = if whole { Kind::Barrier } else { kind_of(table, piece) };
            live |= kind.is_core();
            self.list.push(Atom { text: piece, span, kind, opens: false, closes: false, glued });
            (rest, start, glued) = (after, span.end, true);
        }
        live
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// The atom at `i`.
    pub fn at(&self, i: usize) -> Option<&Atom<'a>> {
        self.list.get(i)
    }

    /// What the atom at `i` is.
    pub fn kind(&self, i: usize) -> Kind {
        self.at(i).map_or(Kind::Barrier, |atom| atom.kind)
    }

    /// The characters of the atom at `i`, empty out of range.
    pub fn text(&self, i: usize) -> &'a str {
        self.at(i).map_or("", |atom| atom.text)
    }

    /// Whether the atom at `i` is `word` in any case.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.text(i).eq_ignore_ascii_case(word)
    }

    /// Whether the atom at `i` is one of `words` in any case.
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// Whether the atom before `i` is one of `words` in any case.
    pub fn follows(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is_any(before, words))
    }

    /// The calendar word at `i`.
    pub fn calendar(&self, i: usize) -> Option<CalendarWord> {
        if let Kind::Calendar(word) = self.kind(i) { Some(word) } else { None }
    }

    /// The number word at `i`.
    pub fn number_word(&self, i: usize) -> Option<NumberWord> {
        if let Kind::Number(word) = self.kind(i) { Some(word) } else { None }
    }

    /// The function word at `i`.
    pub fn function(&self, i: usize) -> Option<Function> {
        if let Kind::Function(word) = self.kind(i) { Some(word) } else { None }
    }

    /// The digits at `i`.
    pub fn digits(&self, i: usize) -> Option<&'a str> {
        (self.kind(i) == Kind::Digits).then(|| self.text(i))
    }

    /// Digits at `i` that are a bare whole number of at most four figures, and how many figures.
    pub fn plain(&self, i: usize) -> Option<(u32, usize)> {
        let digits = self.digits(i)?;
        if digits.len() > 4 {
            return None;
        }
        Some((digits.parse().ok()?, digits.len()))
    }

    /// Whether the atom at `i` is the mark `mark`.
    pub fn mark(&self, i: usize, mark: char) -> bool {
        self.kind(i) == Kind::Mark(mark)
    }

    /// Whether nothing stands between the atoms `i - 1` and `i`.
    pub fn glued(&self, i: usize) -> bool {
        self.at(i).is_some_and(|atom| atom.glued)
    }

    /// Whether a hyphen or dash that joins stands at `i`: one without spaces, or a hyphen between spaces
    /// where the text came as tokens (`12 - year - old`).
    pub fn joins(&self, i: usize) -> bool {
        let Kind::Mark(mark @ ('-' | '‐' | '‑' | '–' | '—')) = self.kind(i) else { return false };
        match (self.glued(i), self.glued(i + 1)) {
            (true, true) => true,
            (false, false) => mark == '-' && !self.natural && i + 1 < self.len() && i > 0,
            _ => false,
        }
    }

    /// Whether a clitic `'s` begins at `i`, glued or, in text that came as tokens, apart.
    pub fn clitic_s(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Mark('\'' | '’'))
            && (self.glued(i) || !self.natural)
            && self.glued(i + 1)
            && self.text(i + 1) == "s"
    }

    /// Past a joining hyphen at `i`, otherwise `i`.
    pub fn past_hyphen(&self, i: usize) -> usize {
        if self.joins(i) { i + 1 } else { i }
    }

    /// Whether the atom at `i` starts with a capital.
    pub fn capital(&self, i: usize) -> bool {
        let text = self.text(i);
        match text.as_bytes().first() {
            Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
            _ => text.chars().next().is_some_and(char::is_uppercase),
        }
    }

    /// Whether the atom at `i` is a word in small letters, set apart from the one before.
    pub fn small_word(&self, i: usize) -> bool {
        let letter = self.text(i).chars().next().is_some_and(char::is_lowercase);
        letter && !self.glued(i)
    }

    /// Whether the word at `i` looks like a plural noun in small letters.
    pub fn plural_noun(&self, i: usize) -> bool {
        const NOT: &[&str] =
            &["was", "is", "as", "has", "its", "this", "his", "us", "does", "across", "towards"];
        let word = self.text(i);
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        let people = matches!(word, "people" | "men" | "women" | "children" | "police" | "staff");
        self.small_word(i) && (plural || people) && !self.is_any(i, NOT)
    }

    /// Past the full stop of an abbreviation that ends at `i`: one in the same token, or one glued to it
    /// that a number follows.
    pub fn past_stop(&self, i: usize) -> usize {
        let inner = i.checked_sub(1).and_then(|last| self.at(last)).is_some_and(|last| !last.closes);
        let stop = self.mark(i, '.') && self.glued(i);
        if stop && (inner || self.kind(i + 1) == Kind::Digits) { i + 1 } else { i }
    }

    /// The span of the atoms `start..end` when they make up whole tokens. Full stops that the tokenizer
    /// left on the last token come along.
    pub fn whole(&self, start: usize, end: usize) -> Option<(Span, usize)> {
        let first = self.at(start).filter(|first| first.opens)?;
        let mut last = self.at(end.checked_sub(1)?)?;
        let mut end = end;
        while !last.closes && self.mark(end, '.') {
            last = self.at(end)?;
            end += 1;
        }
        (last.closes && start < end).then(|| (first.span.join(last.span), end))
    }
}

/// The length in bytes of the first atom of `text`.
fn atom_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    if first.is_ascii_digit() {
        return digits_length(text.as_bytes());
    }
    if first.is_alphabetic() {
        return text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    }
    first.len_utf8()
}

/// Digits, and single separators between two of them.
fn digits_length(bytes: &[u8]) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let separator = |at: usize| matches!(bytes.get(at), Some(b'.' | b','));
    let mut at = 0;
    while digit(at) || (separator(at) && digit(at + 1)) {
        at += 1;
    }
    at
}

fn kind_of(table: &WordTable, piece: &str) -> Kind {
    let Some(first) = piece.chars().next() else { return Kind::Barrier };
    if first.is_ascii_digit() {
        Kind::Digits
    } else if first.is_alphabetic() {
        table.kind(piece)
    } else {
        Kind::Mark(first)
    }
}
