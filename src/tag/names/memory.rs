//! What the first reading of a document says of its words, for the second: a name seen in full explains
//! its short form, a name seen in the middle of a sentence the same word at the start of another (one
//! sense per discourse: Gale, Church and Yarowsky 1992; two-stage tagging: Krishnan and Manning 2006).
//!
//! Invariant: what a token's own reading says never counts as evidence for itself.

use crate::linear::mix;

use super::lexeme::Case;
use super::scheme::{Coarse, OUTSIDE, Place, parts};
use super::view::{Style, View};

/// How often a word was read as what: outside names, and in names of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    kinds: [u16; 5],
    /// In names of several words, as their last or another: by kind.
    last: [u16; 4],
    other: [u16; 4],
}

/// The first reading, by word.
#[derive(Debug, Default)]
pub struct Memory {
    /// By [`super::lexeme::Lexeme::form`].
    words: Vec<Votes>,
}

/// Summaries of votes that say nothing, and that disagree.
const NOTHING: u32 = 40;
const MIXED: u32 = 41;

/// The column of a tag among [`Votes::kinds`].
fn column(tag: u8) -> usize {
    parts(usize::from(tag)).map_or(0, |(kind, _)| kind as usize + 1)
}

impl Memory {
    /// Takes in the tags of all tokens. O(n).
    #[must_use]
    pub fn new(view: &View<'_>, tags: &[u8]) -> Self {
        let mut memory = Self { words: vec![Votes::default(); view.forms()] };
        for (at, tag) in tags.iter().enumerate() {
            memory.count(view, at, *tag);
        }
        memory
    }

    /// Whether what is read at `at` says anything of the word: in headlines and at sentence starts a
    /// word outside names does not.
    fn counts(view: &View<'_>, at: usize, tag: u8) -> bool {
        let Some(spot) = view.spots.get(at) else { return false };
        let named = usize::from(tag) != OUTSIDE;
        view.word(at).case.capital() && (named || spot.style == Style::Prose && !spot.start)
    }

    fn count(&mut self, view: &View<'_>, at: usize, tag: u8) {
        if Self::counts(view, at, tag)
            && let Some(votes) = self.words.get_mut(view.word(at).form as usize)
        {
            votes.add(tag);
        }
    }

    /// Calls `emit` with what the rest of the document says of the word at `at`, read as `tag` itself.
    pub fn features(&self, view: &View<'_>, at: usize, tags: &[u8], emit: &mut impl FnMut(u32)) {
        let word = view.word(at);
        let own = tags.get(at).copied().unwrap_or_default();
        let mut put =
            |template: u32, keys: &[u32]| emit(keys.iter().fold(template, |key, part| mix(key, *part)));
        let own_key = u32::from(own);
        if !word.case.capital() {
            return;
        }
        let mut votes = self.words.get(word.form as usize).copied().unwrap_or_default();
        if Self::counts(view, at, own) {
            votes.subtract(own);
        }
        let summary = votes.summary();
        if summary == NOTHING {
            return;
        }
        let neighbour = |at: Option<usize>| -> u32 {
            let Some(at) = at.filter(|at| view.word(*at).case.capital()) else { return 99 };
            let votes = self.words.get(view.word(at).form as usize).copied().unwrap_or_default();
            votes.summary() / 4
        };
        put(301, &[summary, own_key]);
        put(302, &[summary, word.case as u32, u32::from(word.case == Case::Caps)]);
        put(303, &[votes.parts(), own_key]);
        put(304, &[summary, neighbour(at.checked_sub(1)), column(own) as u32]);
        put(305, &[summary, neighbour(Some(at + 1)), column(own) as u32]);
        let style = view.spots.get(at).map_or(0, |spot| spot.style as u32 * 2 + u32::from(spot.start));
        put(306, &[summary, style, column(own) as u32]);
    }
}

impl Votes {
    /// One more reading of the word as `tag`.
    fn add(&mut self, tag: u8) {
        self.change(tag, |count| count.saturating_add(1));
    }

    /// One less.
    fn subtract(&mut self, tag: u8) {
        self.change(tag, |count| count.saturating_sub(1));
    }

    fn change(&mut self, tag: u8, to: impl Fn(u16) -> u16) {
        if let Some(count) = self.kinds.get_mut(column(tag)) {
            *count = to(*count);
        }
        let Some((kind, place)) = parts(usize::from(tag)) else { return };
        let side = match place {
            Place::Last => &mut self.last,
            Place::Begin | Place::Inside => &mut self.other,
            Place::Unit => return,
        };
        if let Some(count) = side.get_mut(kind as usize) {
            *count = to(*count);
        }
    }

    /// The kind with most votes and how clear it is, as a small number: `kind * 4 + clearness`.
    fn summary(self) -> u32 {
        let total: u32 = self.kinds.iter().map(|count| u32::from(*count)).sum();
        let (mut best, mut most) = (0, 0);
        for (kind, count) in (0..).zip(self.kinds) {
            if u32::from(count) > most {
                (best, most) = (kind, u32::from(count));
            }
        }
        let clear = match (most, total) {
            (0, _) => return NOTHING,
            (1, 1) => 0,
            (most, total) if most == total => {
                if most > 3 {
                    3
                } else {
                    2
                }
            }
            (most, total) if most * 3 >= total * 2 => 1,
            _ => return MIXED,
        };
        best * 4 + clear
    }

    /// Of which kinds it is part of longer names: two bits a kind.
    fn parts(self) -> u32 {
        let bits = |counts: [u16; 4]| {
            (0..).zip(counts).fold(0u32, |bits, (at, count)| bits | u32::from(count > 0) << at)
        };
        bits(self.last) | bits(self.other) << Coarse::ALL.len()
    }
}
