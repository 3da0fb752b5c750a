//! The weights, and the search for the best sequence of tags (Viterbi 1967).

use std::ops::Range;

use super::features::{self, Place, REACH};
use super::upos::{TAGS, Upos};
use super::words::{Entry, Scores, Words, places};
use crate::document::{Document, Sentence};
use crate::linear::{Reader, Table, Truncated};

/// For each tag its weights after each other one, and last at the start of a sentence.
type Transitions = [[i32; TAGS + 1]; TAGS];

/// A trained model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Columns are `distance * TAGS + tag`; of the features of a place, `REACH / 2 * TAGS + tag`.
    pub(super) table: Table,
    transitions: Transitions,
    /// By how much a word's own sum for a tag must exceed all others for the tag to need no context.
    pub(super) certainty: i32,
    /// Tags whose sum is below the best by this much or more are not tried.
    margin: i32,
}

impl Model {
    /// Reads a model file: certainty, margin, the transitions as bytes (all tags after the first, after the
    /// second, …), the table. O(its size).
    ///
    /// # Errors
    /// When the file was cut short or is none.
    pub fn read(bytes: &[u8]) -> Result<Self, Truncated> {
        let mut reader = Reader::new(bytes);
        let mut number = || reader.number().map(|number| number.cast_signed());
        let (certainty, margin) = (number()?, number()?);
        let mut transitions = Transitions::default();
        for before in 0..=TAGS {
            for weights in &mut transitions {
                let weight = i32::from(reader.byte()?.cast_signed());
                weights.get_mut(before).into_iter().for_each(|slot| *slot = weight);
            }
        }
        Ok(Self { table: Table::read(&mut reader)?, transitions, certainty, margin })
    }

    /// The part of speech of every token. O(n).
    #[must_use]
    pub fn tag(&self, doc: &Document) -> Vec<Upos> {
        let words = Words::read(self, doc);
        let mut search =
            Search { model: self, words: &words, states: Vec::new(), begins: Vec::new(), places: Vec::new() };
        let mut tags = vec![Upos::X; doc.tokens.len()];
        for sentence in &doc.sentences {
            search.sentence(doc, sentence, &mut tags);
        }
        tags
    }
}

/// One way to reach a tag.
#[derive(Clone, Copy, Default)]
struct State {
    score: i32,
    tag: u8,
    /// Number, among the states of the token before, of the one that it was reached from.
    from: u8,
}

struct Search<'a> {
    model: &'a Model,
    words: &'a Words,
    /// The states of all tokens of the sentence at hand, and where each token's begin; kept for the next
    /// sentence's use.
    states: Vec<State>,
    begins: Vec<usize>,
    places: Vec<Place>,
}

impl Search<'_> {
    fn sentence(&mut self, doc: &Document, sentence: &Sentence, tags: &mut [Upos]) {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        places(doc, sentence, &mut self.places);
        self.states.clear();
        self.begins.clear();
        let edge = &self.words.edge;
        let word = |at: usize| {
            let number = if at < end { self.words.of_token.get(at) } else { None };
            number.map_or(edge, |number| self.words.entry(*number))
        };
        let mut near = [edge, edge, edge, word(first), word(first + 1)];
        let mut before = 0;
        for at in first..end {
            let place = self.places.get(at - first).copied().unwrap_or(Place::Inside);
            near.rotate_left(1);
            near[REACH - 1] = word(at + REACH / 2);
            let begin = self.states.len();
            self.begins.push(begin);
            self.step(near, place, before..begin);
            before = begin;
        }
        self.trace(tags.get_mut(first..end).unwrap_or_default());
    }

    /// Follows the best way back from the end.
    fn trace(&self, tags: &mut [Upos]) {
        let mut end = self.states.len();
        let mut chosen = None;
        for (begin, tag) in self.begins.iter().zip(tags).rev() {
            let states = self.states.get(*begin..end).unwrap_or_default();
            let best = || states.iter().enumerate().max_by_key(|(at, state)| (state.score, TAGS - at));
            let at = chosen.unwrap_or_else(|| best().map_or(0, |(at, _)| at));
            let Some(state) = states.get(at) else { return };
            *tag = Upos::numbered(usize::from(state.tag));
            chosen = Some(usize::from(state.from));
            end = *begin;
        }
    }

    /// Adds the states of the token in the middle of `near`; `before`: those of the token before it.
    fn step(&mut self, near: [&Entry; REACH], place: Place, before: Range<usize>) {
        let [_, _, own, _, _] = near;
        if let Some(tag) = own.certain.filter(|_| place == Place::Inside) {
            return self.reach(tag, 0, before);
        }
        let sums = self.sums(near, place);
        let least = sums.iter().max().copied().unwrap_or_default() - self.model.margin;
        for (tag, sum) in (0..).zip(sums) {
            if sum > least {
                self.reach(tag, sum, before.clone());
            }
        }
    }

    fn sums(&self, near: [&Entry; REACH], place: Place) -> [i32; TAGS] {
        let mut short: Scores = [0; TAGS];
        for (distance, entry) in near.iter().enumerate() {
            if let Some(scores) = entry.scores.get(distance) {
                short.iter_mut().zip(scores).for_each(|(sum, score)| *sum = sum.wrapping_add(*score));
            }
        }
        let mut sums = short.map(i32::from);
        let [_, before, own, after, _] = near;
        features::local(&before.word, &own.word, &after.word, place, &mut |key| {
            for entry in self.model.table.row(key) {
                let tag = usize::from(entry.column).wrapping_sub(REACH / 2 * TAGS);
                if let Some(sum) = sums.get_mut(tag) {
                    *sum += i32::from(entry.weight);
                }
            }
        });
        sums
    }

    /// Adds a state for `tag`, reached in the best way.
    fn reach(&mut self, tag: u8, sum: i32, before: Range<usize>) {
        let Some(weights) = self.model.transitions.get(usize::from(tag)) else { return };
        let weight = |from: usize| weights.get(from).copied().unwrap_or_default();
        let states = self.states.get(before).unwrap_or_default();
        let mut best = State { tag, from: 0, score: if states.is_empty() { weight(TAGS) } else { i32::MIN } };
        for (from, state) in (0..).zip(states) {
            let score = state.score + weight(usize::from(state.tag));
            if score > best.score {
                best = State { tag, from, score };
            }
        }
        best.score += sum;
        self.states.push(best);
    }
}
