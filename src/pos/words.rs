//! The distinct words of a document, with their sums of weights.

use rustc_hash::FxHashMap;

use super::features::{self, EDGE, Place, REACH, Word};
use super::model::Model;
use super::upos::TAGS;
use crate::document::{Document, Sentence, TokenKind};

/// One sum of weights a tag.
pub(super) type Scores = [i16; TAGS];

/// A distinct word.
pub(super) struct Entry {
    pub word: Word,
    /// Its sums at each distance.
    pub scores: [Scores; REACH],
    /// Its tag, when its own sums leave no choice.
    pub certain: Option<u8>,
}

/// All words of a document.
pub(super) struct Words {
    pub entries: Vec<Entry>,
    /// For each token the number of its word.
    pub of_token: Vec<u32>,
    /// What stands around a sentence.
    pub edge: Entry,
}

impl Words {
    /// Reads the words of a document. O(n).
    pub fn read(model: &Model, doc: &Document) -> Self {
        // An article has a new word every second token or so, a long text fewer.
        let distinct = doc.tokens.len().min(1000) / 2;
        let mut known: FxHashMap<&str, u32> =
            FxHashMap::with_capacity_and_hasher(distinct, Default::default());
        let mut lower = String::new();
        let mut sums = [0; TAGS * REACH];
        features::edge_keys(&mut |key, _| model.table.add(key, &mut sums));
        let mut words = Self {
            entries: Vec::with_capacity(distinct),
            edge: Entry::new(model, EDGE, &sums),
            of_token: Vec::with_capacity(doc.tokens.len()),
        };
        for token in &doc.tokens {
            let text = doc.slice(token.span());
            let number = *known.entry(text).or_insert_with(|| {
                sums.fill(0);
                let word =
                    Word::read(text, token.kind(), &mut lower, &mut |key, _| model.table.add(key, &mut sums));
                words.entries.push(Entry::new(model, word, &sums));
                u32::try_from(words.entries.len() - 1).unwrap_or_default()
            });
            words.of_token.push(number);
        }
        words
    }

    /// The word with this number; the edge of a sentence for numbers past the last.
    pub fn entry(&self, number: u32) -> &Entry {
        self.entries.get(number as usize).unwrap_or(&self.edge)
    }
}

impl Entry {
    fn new(model: &Model, word: Word, sums: &[i32; TAGS * REACH]) -> Self {
        let mut scores = [[0; TAGS]; REACH];
        for (scores, sums) in scores.iter_mut().zip(sums.chunks_exact(TAGS)) {
            // Thirty weights of a byte each make a sum, so it always fits.
            scores
                .iter_mut()
                .zip(sums)
                .for_each(|(score, sum)| *score = i16::try_from(*sum).unwrap_or_default());
        }
        let own = scores.get(REACH / 2).copied().unwrap_or_default();
        let (best, most) =
            (0_u8..).zip(own).max_by_key(|(tag, sum)| (*sum, u8::MAX - tag)).unwrap_or_default();
        let rivals = own.iter().filter(|sum| i32::from(**sum) + model.certainty > i32::from(most)).count();
        Self { word, scores, certain: (rivals == 1).then_some(best) }
    }
}

/// The place of every token of a sentence.
pub fn places(doc: &Document, sentence: &Sentence, places: &mut Vec<Place>) {
    places.clear();
    let tokens = doc.sentence_tokens(sentence);
    let starts = |at: &usize, which: fn(char) -> bool| {
        tokens.get(*at).is_some_and(|token| doc.slice(token.span()).starts_with(which))
    };
    let long = |at: &usize| {
        tokens.get(*at).is_some_and(|token| token.span().len() > LONG && token.kind() == TokenKind::Word)
    };
    let (mut small, mut capital) = (0, 0);
    for at in (0..tokens.len()).filter(long) {
        small += usize::from(starts(&at, char::is_lowercase));
        capital += usize::from(starts(&at, char::is_uppercase));
    }
    let headline = capital >= 2 && small * 4 <= capital;
    let mut first = true;
    for token in tokens {
        let word = matches!(token.kind(), TokenKind::Word | TokenKind::Number);
        places.push(match (headline, first) {
            (true, _) => Place::Headline,
            (_, true) => Place::First,
            _ => Place::Inside,
        });
        first &= !word;
    }
}

/// Words up to this many bytes may be in lower case in a headline.
const LONG: u32 = 4;
