//! Texts, passages in them, edited versions, and the truth about where each passage is.

use std::ops::Range;

use super::edits::{self, Model, Piece, Stock, Text};
use crate::random::Random;

/// One text before and after an edit, with passages whose fate is known. Positions are UTF-16 units, as
/// all of the tools that are compared count them.
pub struct Case {
    pub old: String,
    pub new: String,
    pub passages: Vec<Passage>,
}

/// One passage.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it was.
    pub old: Range<usize>,
    /// Where it is, or what stands in its place.
    pub new: Option<Range<usize>>,
    /// Whether less than a third of its letters are left there: a tool is right to say it is gone.
    pub gone: bool,
}

/// The articles of the corpus, by their texts.
pub struct Articles(Vec<String>);

impl Articles {
    pub fn new(mut texts: Vec<String>) -> Self {
        texts.retain(|text| text.len() > 400);
        // The same everywhere, whatever order the files came in.
        texts.sort();
        Self(texts)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every article by itself, and all of them one after another.
    pub fn texts(&self) -> Vec<String> {
        self.0.iter().cloned().chain([self.0.join("\n\n")]).collect()
    }

    /// Words and sentences to put in; of all articles but the one with `text`, where there are others.
    pub fn stock(&self, text: &str) -> Stock {
        let others: Vec<Text> =
            self.0.iter().filter(|other| other.as_str() != text).map(|other| Text::new(other)).collect();
        let word = |piece: &&Piece| piece.text.len() > 2 && edits::is_word(&piece.text);
        let words =
            others.iter().flat_map(Text::pieces).filter(word).map(|piece| piece.text.clone()).collect();
        let sentences = others.iter().flat_map(|text| text.paragraphs.iter().flatten());
        let mut sentences: Vec<Vec<Piece>> = sentences.filter(|s| s.len() > 8).cloned().collect();
        for sentence in &mut sentences {
            let last = sentence.last_mut().filter(|last| last.text.trim().is_empty());
            last.into_iter().for_each(|last| last.text = " ".into());
        }
        Stock { words, sentences }
    }

    /// A text of about `length` bytes in which each word follows on the one before it as it does somewhere
    /// in the articles: as long as wanted, and no sentence twice but by chance.
    pub fn long(&self, length: usize, random: &mut Random) -> String {
        let texts: Vec<Text> = self.0.iter().map(|text| Text::new(text)).collect();
        let pieces: Vec<&str> =
            texts.iter().flat_map(Text::pieces).map(|piece| piece.text.as_str()).collect();
        let mut follows = std::collections::BTreeMap::<(&str, &str), Vec<usize>>::new();
        for (at, window) in pieces.windows(3).enumerate() {
            if let [a, b, _] = window {
                follows.entry((a, b)).or_default().push(at + 2);
            }
        }
        let (mut text, mut at) = (String::new(), 1);
        while text.len() < length {
            text.push_str(pieces[at]);
            let places = follows.get(&(pieces[at - 1], pieces[at]));
            let jump = random.below(40) == 0;
            at = match places.filter(|_| !jump) {
                Some(places) => places[random.below(places.len())],
                None => 1 + random.below(pieces.len() - 1),
            };
        }
        text
    }
}

/// Makes one case: `count` passages of `text`, which `model` edits.
pub fn case(text: &str, stock: &Stock, model: &Model, level: f32, count: usize, random: &mut Random) -> Case {
    let old = Text::new(text);
    let mut new = old.clone();
    (model.edit)(&mut new, level, random, stock);
    follow(&old, &new, count, random)
}

/// Chooses passages of `old` and finds what became of them in `new`.
pub fn follow(old: &Text, new: &Text, count: usize, random: &mut Random) -> Case {
    let old_pieces: Vec<&Piece> = old.pieces().collect();
    let new_pieces: Vec<&Piece> = new.pieces().collect();
    let (old_text, old_at) = joined(&old_pieces);
    let (new_text, new_at) = joined(&new_pieces);
    let words: Vec<usize> =
        (0..old_pieces.len()).filter(|at| edits::is_word(&old_pieces[*at].text)).collect();
    let mut passages = Vec::new();
    for _ in 0..count {
        let first = random.below(words.len());
        // A word, a name, a clause, a sentence or two, more than a paragraph.
        let length = match random.below(20) {
            0..=4 => 1,
            5..=9 => 2 + random.below(2),
            10..=14 => 4 + random.below(9),
            15..=17 => 13 + random.below(20),
            _ => 40 + random.below(80),
        };
        let last = (first + length - 1).min(words.len() - 1);
        let pieces = words[first]..words[last] + 1;
        let (new, gone) = fate(&old_pieces, &new_pieces, &pieces);
        let range = |at: &[usize], pieces: Range<usize>| at[pieces.start]..at[pieces.end];
        passages.push(Passage {
            old: range(&old_at, pieces),
            new: new.map(|pieces| range(&new_at, pieces)),
            gone,
        });
    }
    Case { old: old_text, new: new_text, passages }
}

/// Where the pieces went. What was torn apart is where the greater part of its letters is.
fn fate(old: &[&Piece], new: &[&Piece], pieces: &Range<usize>) -> (Option<Range<usize>>, bool) {
    let letters = |piece: &Piece| if edits::is_word(&piece.text) { piece.text.chars().count() } else { 0 };
    let all: usize = old[pieces.clone()].iter().map(|piece| letters(piece)).sum();
    let mut parts: Vec<(Range<usize>, usize, usize)> = Vec::new();
    for (at, piece) in new.iter().enumerate() {
        let Some(origin) = piece.origin.filter(|origin| pieces.contains(origin)) else { continue };
        // Paraphrased or not, what was a word is a word of it.
        if !edits::is_word(&old[origin].text) || piece.text.is_empty() {
            continue;
        }
        let left = if piece.rewritten { 0 } else { letters(old[origin]) };
        match parts.last_mut() {
            // One goes on over what was put in, if that is no longer than a sentence or two.
            Some((range, last, sum)) if origin > *last && at - range.end < 120 => {
                (range.end, *last, *sum) = (at + 1, origin, *sum + left);
            }
            _ => parts.push((at..at + 1, origin, left)),
        }
    }
    let greatest = parts.into_iter().max_by_key(|(range, _, left)| (*left, range.len()));
    match greatest {
        Some((range, _, left)) => (Some(range), left * 3 < all),
        None => (None, true),
    }
}

/// The text of the pieces, and where each begins, in UTF-16 units.
fn joined(pieces: &[&Piece]) -> (String, Vec<usize>) {
    let (mut text, mut at, mut starts) = (String::new(), 0, vec![0]);
    for piece in pieces {
        text.push_str(&piece.text);
        at += piece.text.encode_utf16().count();
        starts.push(at);
    }
    (text, starts)
}
