//! The weights, and the search for the best sequence of tags (Viterbi 1967).

use super::features::{self, Place, REACH};
use super::upos::{TAGS, Upos};
use super::words::{Entry, Scores, Words, places};
use crate::document::{Document, Sentence};
use crate::linear::{Reader, Table, Truncated};

/// Weights of a tag after another; the last row is for the first token of a sentence.
pub type Transitions = [[i32; TAGS]; TAGS + 1];

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
    /// Reads a model file: certainty, margin, the transitions as bytes, the table. O(its size).
    ///
    /// # Errors
    /// When the file was cut short or is none.
    pub fn read(bytes: &[u8]) -> Result<Self, Truncated> {
        let mut reader = Reader::new(bytes);
        let mut number = || reader.number().map(|number| number.cast_signed());
        let (certainty, margin) = (number()?, number()?);
        let mut transitions = Transitions::default();
        for weight in transitions.iter_mut().flatten() {
            *weight = i32::from(reader.byte()?.cast_signed());
        }
        Ok(Self { table: Table::read(&mut reader)?, transitions, certainty, margin })
    }

    /// The part of speech of every token. O(n).
    #[must_use]
    pub fn tag(&self, doc: &Document) -> Vec<Upos> {
        let words = Words::read(self, doc);
        let mut search = Search { model: self, words: &words, steps: Vec::new(), places: Vec::new() };
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
    tag: u8,
    /// Index of the state before it.
    from: u8,
    score: i32,
}

/// The tags that a token may have.
#[derive(Clone, Copy, Default)]
struct Step {
    states: [State; TAGS],
    count: usize,
}

impl Step {
    fn states(&self) -> &[State] {
        self.states.get(..self.count).unwrap_or_default()
    }

    fn push(&mut self, state: State) {
        if let Some(slot) = self.states.get_mut(self.count) {
            *slot = state;
            self.count += 1;
        }
    }
}

struct Search<'a> {
    model: &'a Model,
    words: &'a Words,
    /// One for each token of the sentence at hand; kept for the next one's use.
    steps: Vec<Step>,
    places: Vec<Place>,
}

impl Search<'_> {
    fn sentence(&mut self, doc: &Document, sentence: &Sentence, tags: &mut [Upos]) {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        places(doc, sentence, &mut self.places);
        self.steps.clear();
        for at in first..end {
            self.step(at, first, end);
        }
        let Some(last) = self.steps.last() else { return };
        let best = last.states().iter().enumerate().max_by_key(|(at, state)| (state.score, TAGS - at));
        let mut chosen = best.map_or(0, |(at, _)| at);
        for (step, tag) in self.steps.iter().zip(tags.get_mut(first..end).unwrap_or_default()).rev() {
            let Some(state) = step.states().get(chosen) else { return };
            *tag = Upos::numbered(usize::from(state.tag));
            chosen = usize::from(state.from);
        }
    }

    fn step(&mut self, at: usize, first: usize, end: usize) {
        let number = |at: Option<usize>| {
            let inside = at.filter(|at| *at >= first && *at < end);
            inside.and_then(|at| self.words.of_token.get(at)).copied().unwrap_or_default()
        };
        let near = [at.checked_sub(2), at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(number);
        let [Some(before2), Some(before), Some(own), Some(after), Some(after2)] =
            near.map(|number| self.words.entry(number))
        else {
            return;
        };
        let place = self.places.get(at - first).copied().unwrap_or(Place::Inside);
        let mut step = Step::default();
        match own.certain.filter(|_| place == Place::Inside) {
            Some(tag) => self.reach(&mut step, tag, 0),
            None => {
                let sums = self.sums([before2, before, own, after, after2], place);
                let best = sums.iter().max().copied().unwrap_or_default();
                for (tag, sum) in (0..).zip(sums) {
                    if sum + self.model.margin > best {
                        self.reach(&mut step, tag, sum);
                    }
                }
            }
        }
        self.steps.push(step);
    }

    fn sums(&self, near: [&Entry; REACH], place: Place) -> Scores {
        let mut sums = [0; TAGS];
        for (distance, entry) in near.iter().enumerate() {
            if let Some(scores) = entry.scores.get(distance) {
                sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
            }
        }
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
    fn reach(&self, step: &mut Step, tag: u8, sum: i32) {
        let column = usize::from(tag);
        let weight = |row: usize| {
            self.model.transitions.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
        };
        let Some(before) = self.steps.last() else {
            step.push(State { tag, from: 0, score: sum + weight(TAGS) });
            return;
        };
        let mut best = State { tag, from: 0, score: i32::MIN };
        for (from, state) in (0..).zip(before.states()) {
            let score = state.score + weight(usize::from(state.tag)) + sum;
            if score > best.score {
                best = State { tag, from, score };
            }
        }
        step.push(best);
    }
}
