//! What the first pass learned of a document's names: full names, the short forms they explain, and
//! how often each was seen as what.
//!
//! Invariant: common words and listed places never become somebody's short name.

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::lexicon::names::names;
use crate::tag::Label;

use super::Hit;
use super::heads::is_particle;
use super::words::{Shape, Word};

/// Names of one document.
#[derive(Debug, Default)]
pub(super) struct Memory<'a> {
    votes: FxHashMap<&'a str, Vec<(Label, f32)>>,
    settled: FxHashMap<&'a str, (Label, f32)>,
    /// Bytes of the longest name that begins with this word.
    longest: FxHashMap<&'a str, usize>,
}

impl<'a> Memory<'a> {
    /// Takes in one hit of the first pass.
    pub fn learn(&mut self, doc: &'a Document, words: &[Word<'a>], hit: Hit) {
        let Some(named) = words.get(hit.start..hit.end) else { return };
        let (Some(first), Some(last)) = (named.first(), named.last()) else { return };
        let weight = if first.headline { hit.score / 4.0 } else { hit.score };
        self.vote(doc.slice(first.span.join(last.span)), first.text, hit.label, weight);
        if hit.label == Label::Person && named.len() > 1 && !first.headline {
            for part in named.iter().filter(|word| short_name(word)) {
                self.vote(part.text, part.text, Label::Person, weight);
            }
        }
        // `the Port of Sines`: what follows is a place of its own.
        if let [port, of, place] = named
            && (port.text, of.text) == ("Port", "of")
        {
            self.vote(place.text, place.text, Label::Gpe, weight);
        }
        let bracket = words.get(hit.end).is_some_and(|word| word.text == "(")
            && words.get(hit.end + 2).is_some_and(|word| word.text == ")");
        if let Some(short) = words.get(hit.end + 1).filter(|word| bracket && word.shape == Shape::Caps) {
            self.vote(short.text, short.text, hit.label, 2.0 * weight);
        }
    }

    fn vote(&mut self, name: &'a str, first: &'a str, label: Label, weight: f32) {
        let votes = self.votes.entry(name).or_default();
        match votes.iter_mut().find(|(seen, _)| *seen == label) {
            Some((_, sum)) => *sum += weight,
            None => votes.push((label, weight)),
        }
        let longest = self.longest.entry(first).or_default();
        *longest = (*longest).max(name.len());
    }

    /// Decides what every name is: the label with the most votes.
    pub fn settle(&mut self) {
        for (name, votes) in &self.votes {
            let best = votes.iter().copied().reduce(|best, vote| if vote.1 > best.1 { vote } else { best });
            if let Some((label, weight)) = best.filter(|(_, weight)| *weight >= 0.45) {
                self.settled.insert(name, (label, (weight * 0.9).clamp(0.5, 0.9)));
            }
        }
    }

    /// What a name of exactly this text was decided to be, and how surely.
    pub fn label(&self, name: &str) -> Option<(Label, f32)> {
        self.settled.get(name).copied()
    }

    /// Bytes of the longest name that begins with the word `first`.
    pub fn reach(&self, first: &str) -> usize {
        self.longest.get(first).copied().unwrap_or_default()
    }
}

/// Whether a part of a person's name may stand for the person.
fn short_name(word: &Word<'_>) -> bool {
    matches!(word.shape, Shape::Capital | Shape::Caps)
        && word.text.len() > 1
        && !word.text.ends_with('.')
        && !word.function()
        && !is_particle(word.text)
        && names().class(word.text).is_none()
        && !(word.common && word.text.len() < 4)
}
