//! What is known of the text that passages were described in, and where its words went.
//!
//! Either the whole of it is at hand, or what the passages themselves tell of it: the quotation of each with
//! its context, put together where they overlap. So all passages of a text help to find each of them.
//!
//! Invariant: nothing is said of a passage that does not stand where its position says.

use std::hash::Hasher as _;
use std::ops::Range;

use rustc_hash::FxHasher;

use super::evidence::number;
use super::query::Query;
use super::settled;
use crate::annotation::{TextPositionSelector, TextQuoteSelector};
use crate::matching::trail::{Key, Trail};
use crate::matching::words::{self, Word};
use crate::order;
use crate::text::{Folded, OffsetMap};

/// A stretch of the old text.
struct Part {
    /// Where it begins, in code points.
    begins: u32,
    text: String,
    offsets: OffsetMap,
    folded: Folded,
    words: Vec<Word>,
    /// Which of all words is its first.
    first: usize,
}

/// The old text, as far as it is known, and the new one.
pub(super) struct Old {
    /// Whether all of the old text is known.
    pub is_whole: bool,
    parts: Vec<Part>,
    words: Vec<Word>,
    trail: Trail,
    /// Whether the trail leads to each new word.
    taken: Vec<bool>,
}

/// Where a passage went.
#[derive(Clone, Debug)]
pub(super) struct Mapped {
    /// In folded characters of the new text.
    pub range: Range<usize>,
    /// Whether each of its ends is among what stayed.
    pub certain: (bool, bool),
    /// Whether parts of it went somewhere else.
    pub torn: bool,
    /// How large the next greatest part of it is, by the greatest, to which this leads.
    pub elsewhere: f32,
    /// Whether it and some words around it stayed as they were.
    pub embedded: bool,
}

/// Most words that may have been put into a passage that is still of one piece.
const BETWEEN: usize = 60;
/// Words around a passage that may say where it ends.
const NEAR: usize = 12;
/// Words on either side that stay as they were where a passage is taken without further search.
const EMBEDDED: usize = 3;
/// Words on either side over which a copy that was put somewhere else shows.
const STRAIGHT: usize = 40;
/// Words on either side of a passage that tell whether another place is a copy of it.
const AROUND: usize = 6;
/// The share of their bits, and the passage's, that is there.
const RIVAL: f32 = 0.4;
/// Most such places.
const MOST_RIVALS: usize = 8;

impl Old {
    pub fn whole(text: &str, new: &Folded) -> Self {
        Self::of(vec![(0, text.to_owned())], new, true)
    }

    /// Puts together what `passages` tell of their text.
    pub fn pieced<'a>(
        passages: impl Iterator<Item = (&'a TextQuoteSelector, &'a TextPositionSelector)>,
        new: &Folded,
    ) -> Self {
        let piece = |(quote, position): (&TextQuoteSelector, &TextPositionSelector)| {
            let prefix: Vec<char> = quote.prefix.as_deref().unwrap_or_default().chars().collect();
            let begins = position.start.checked_sub(u32::try_from(prefix.len()).ok()?)?;
            let after = quote.suffix.as_deref().unwrap_or_default();
            let mut chars = prefix;
            chars.extend(quote.exact.chars().chain(after.chars()));
            Some((begins, chars))
        };
        let mut pieces: Vec<(u32, Vec<char>)> = passages.filter_map(piece).collect();
        order::by(&mut pieces, Ord::cmp);
        let mut parts: Vec<(u32, Vec<char>)> = Vec::new();
        for (begins, chars) in pieces {
            if let Some((first, known)) = parts.last_mut() {
                let shared = known.get((begins - *first) as usize..);
                if let Some(shared) = shared
                    && shared.iter().zip(&chars).all(|(a, b)| a == b)
                {
                    let rest = chars.get(shared.len()..).unwrap_or_default();
                    known.extend(rest);
                    continue;
                }
            }
            parts.push((begins, chars));
        }
        Self::of(
            parts.into_iter().map(|(begins, chars)| (begins, chars.into_iter().collect())).collect(),
            new,
            false,
        )
    }

    fn of(texts: Vec<(u32, String)>, new: &Folded, whole: bool) -> Self {
        let words = words::words(&new.chars);
        let mut new_keys = vec![0];
        new_keys.extend(words.iter().map(|word| key(&new.chars, word)));
        let width = u32::try_from(new.len() / words.len().max(1)).unwrap_or(1).max(1);
        let (mut old_keys, mut at, mut end, mut here) = (vec![0], vec![0], 0, 0);
        let mut parts = Vec::new();
        for (begins, text) in texts {
            here += begins.saturating_sub(end) / width + 1;
            end = begins.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
            let folded = Folded::new(&text);
            let words = words::words(&folded.chars);
            let first = old_keys.len();
            for word in &words {
                old_keys.push(key(&folded.chars, word));
                at.push(here);
                here += 1;
            }
            parts.push(Part { begins, offsets: OffsetMap::new(&text), text, folded, words, first });
        }
        if whole {
            old_keys.push(1);
            at.push(here + 1);
            new_keys.push(1);
        }
        let trail = Trail::new(&old_keys, at, &new_keys);
        let mut taken = vec![false; new_keys.len()];
        for new in (0..old_keys.len()).filter_map(|word| trail.went(word)) {
            taken.get_mut(new).into_iter().for_each(|slot| *slot = true);
        }
        Self { is_whole: whole, parts, words, trail, taken }
    }

    /// The words of a passage, by their numbers, and how many characters of the first and the last one are
    /// outside of it.
    pub fn passage(&self, query: &Query<'_>) -> Option<Passage> {
        let position = query.position?;
        let last = self.parts.partition_point(|part| part.begins <= position.start);
        let parts = self.parts.get(..last).unwrap_or_default();
        parts.iter().rev().take(8).find_map(|part| {
            let shifted = TextPositionSelector {
                start: position.start - part.begins,
                end: position.end.saturating_sub(part.begins),
                ..TextPositionSelector::default()
            };
            let mut spans = settled::spans_at(&part.text, &part.offsets, &shifted);
            let span = spans.find(|span| span.of(&part.text) == query.selector.exact)?;
            let range = part.folded.at(span.start)..part.folded.at(span.end);
            let first = part.words.partition_point(|word| word.end <= range.start);
            let end = part.words.partition_point(|word| word.start < range.end);
            let (begin, finish) = (part.words.get(first)?, part.words.get(end.checked_sub(1)?)?);
            (first < end).then(|| Passage {
                words: part.first + first..part.first + end,
                lead: range.start.saturating_sub(begin.start),
                tail: finish.end.saturating_sub(range.end),
                lengths: part.words.get(first..end).unwrap_or_default().iter().map(Range::len).collect(),
            })
        })
    }

    /// Bits that what stood around a passage speaks for a place.
    pub fn around(&self, passage: &Passage, place: &Range<usize>) -> (f32, f32) {
        let first = self.words.partition_point(|word| word.end <= place.start);
        let end = self.words.partition_point(|word| word.start < place.end).max(first + 1);
        self.trail.around(&passage.words, &(first + 1..end + 1))
    }

    /// Share of the letters of a passage that stand at a place in whole words, and the bits of these.
    pub fn kept(&self, passage: &Passage, place: &Range<usize>) -> (f32, f32) {
        let first = self.words.partition_point(|word| word.end <= place.start);
        let end = self.words.partition_point(|word| word.start < place.end).max(first + 1);
        let (mut letters, mut bits) = (0, 0.0);
        for (word, own) in self.trail.common(&passage.words, &(first + 1..end + 1)) {
            letters += passage.lengths.get(word - passage.words.start).copied().unwrap_or(0);
            bits += own;
        }
        (number(letters) / number(passage.lengths.iter().sum::<usize>().max(1)), bits)
    }

    /// Other stretches of the new text where most of a passage and its neighbours stands: copies of it, or what it
    /// was copied from, however either was changed.
    pub fn rivals(&self, passage: &Passage, place: &Range<usize>) -> Vec<Range<usize>> {
        let words = &passage.words;
        let wider = words.start.saturating_sub(AROUND).max(1)..words.end + AROUND;
        let stretches = self.trail.stretches(&wider, RIVAL, MOST_RIVALS);
        let range = |(first, last): (isize, isize)| {
            let start = self.word(words.start.checked_add_signed(first)?)?.start;
            let end = self.word((words.end - 1).checked_add_signed(last)?.min(self.words.len()))?.end;
            Some(start..end)
        };
        let apart = |range: &Range<usize>| range.end <= place.start || range.start >= place.end;
        // In a text of which all is known, what stood there before is no copy.
        let is_new = |(first, last): &(isize, isize)| {
            let ends = words.start.checked_add_signed(*first).zip(words.end.checked_add_signed(*last));
            let there = ends.and_then(|(from, to)| self.taken.get(from..to.min(self.taken.len())));
            !self.is_whole || there.is_some_and(|there| !there.contains(&true))
        };
        stretches.into_iter().filter(is_new).filter_map(range).filter(apart).collect()
    }

    /// Where the best trail leads a passage.
    pub fn mapped(&self, passage: &Passage) -> Option<Mapped> {
        let words = &passage.words;
        let parts = self.pieces(passage);
        let Some((at, part)) =
            parts.iter().enumerate().max_by_key(|(_, part)| (part.kept, part.last.1 - part.first.1))
        else {
            return self.gap(words);
        };
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
        let next = others.map(|(_, part)| number(part.kept)).fold(0.0, f32::max);
        let before = (at == 0).then(|| self.neighbour(words.start, false)).flatten();
        let after = (at + 1 == parts.len()).then(|| self.neighbour(words.end, true)).flatten();
        let (start, start_stays) = edge(part.first, words.start, before, at == 0);
        // The same from the other end.
        let mirror = |(old, new): (usize, usize)| (usize::MAX / 2 - old, usize::MAX / 2 - new);
        let (end, end_stays) =
            edge(mirror(part.last), mirror((words.end - 1, 0)).0, after.map(mirror), at + 1 == parts.len());
        let end = usize::MAX / 2 - end;
        let (first, last) = (self.word(start)?, self.word(end)?);
        let trim = |stays: bool, by: usize, length: usize| if stays && by < length { by } else { 0 };
        let begins =
            first.start + trim(start_stays && part.first.0 == words.start, passage.lead, first.len());
        let ends = last.end - trim(end_stays && part.last.0 + 1 == words.end, passage.tail, last.len());
        let stays =
            |word: usize| self.trail.went(word) == Some((word + part.first.1).wrapping_sub(part.first.0));
        let mut close = words.start.saturating_sub(EMBEDDED)..words.end + EMBEDDED;
        (begins < ends).then_some(Mapped {
            range: begins..ends,
            certain: (start_stays, end_stays),
            torn: parts.len() > 1,
            elsewhere: next / number(part.kept.max(1)),
            embedded: close.all(stays) && self.is_straight(words),
        })
    }

    /// Whether the trail runs straight on around a passage, for about two sentences.
    fn is_straight(&self, words: &Range<usize>) -> bool {
        let around = words.start.saturating_sub(STRAIGHT)..words.end + STRAIGHT;
        let went: Vec<(usize, usize)> =
            around.filter_map(|word| Some((word, self.trail.went(word)?))).collect();
        went.windows(2).all(|pair| match pair {
            [(a, x), (b, y)] => y > x && (y - x).abs_diff(b - a) <= STRAIGHT / 2,
            _ => true,
        })
    }

    /// What stands between what stood before and after.
    fn gap(&self, words: &Range<usize>) -> Option<Mapped> {
        let (before, after) = (self.neighbour(words.start, false)?, self.neighbour(words.end, true)?);
        let (old, new) = (after.0 - before.0, after.1.checked_sub(before.1)?);
        let (first, end) = if old == new {
            (before.1 + words.start - before.0, after.1 - (after.0 - words.end))
        } else {
            (before.1 + 1, after.1)
        };
        let (first, last) = (self.word(first)?, self.word(end.checked_sub(1)?)?);
        (first.start < last.end && new <= 2 * old + 8).then_some(Mapped {
            range: first.start..last.end,
            certain: (false, false),
            torn: false,
            elsewhere: 0.0,
            embedded: false,
        })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at.checked_sub(1)?)
    }

    /// The nearest word before or after a passage that stayed.
    fn neighbour(&self, edge: usize, after: bool) -> Option<(usize, usize)> {
        (0..NEAR).find_map(|step| {
            let word = if after { edge + step } else { edge.checked_sub(step + 1)? };
            Some((word, self.trail.went(word)?))
        })
    }

    /// What is left of a passage, in pieces that stand apart.
    fn pieces(&self, passage: &Passage) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for (word, length) in passage.words.clone().zip(&passage.lengths) {
            let Some(new) = self.trail.went(word) else { continue };
            match pieces.last_mut().filter(|piece| new > piece.last.1 && new - piece.last.1 < BETWEEN) {
                Some(piece) => (piece.last, piece.kept) = ((word, new), piece.kept + length),
                None => pieces.push(Piece { first: (word, new), last: (word, new), kept: *length }),
            }
        }
        pieces
    }
}

/// The words of a passage.
pub(super) struct Passage {
    words: Range<usize>,
    lead: usize,
    tail: usize,
    lengths: Vec<usize>,
}

struct Piece {
    first: (usize, usize),
    last: (usize, usize),
    kept: usize,
}

/// Where a passage begins in the new text, by the `first` word of it that stayed and the nearest one `before`
/// that did, and whether that is certain.
fn edge(first: (usize, usize), start: usize, before: Option<(usize, usize)>, whole: bool) -> (usize, bool) {
    let lost = first.0 - start;
    if lost == 0 || !whole {
        return (first.1, true);
    }
    let as_many = first.1.saturating_sub(lost);
    let Some((old, new)) = before.filter(|(_, new)| *new < first.1) else { return (as_many, false) };
    let (was, is) = (first.0 - old, first.1 - new);
    if was == is {
        (as_many, true)
    } else if old + 1 == start && is <= 2 * was + 4 {
        (new + 1, false)
    } else {
        (as_many.max(new + 1), false)
    }
}

fn key(text: &[char], word: &Word) -> Key {
    let mut hasher = FxHasher::default();
    text.get(word.clone()).unwrap_or_default().iter().for_each(|c| hasher.write_u32(*c as u32));
    hasher.finish().max(2)
}
