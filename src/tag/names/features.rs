//! The features of a token in its place: conjunctions of its word with its neighbours, the sentence and
//! the document. What depends on one word alone is in [`super::lexeme`].

use crate::lexicon::gazetteer::Classes;
use crate::linear::mix;

use super::lexeme::{EDGE, Lexeme};
use super::view::{Spot, View};

/// Base features count at these distances: columns `distance * TAGS + tag` of a base row.
pub const REACH: usize = 5;

/// The distance of `neighbour` from `at` as a row's number, where it is within reach (two either side).
#[must_use]
pub const fn distance(at: usize, neighbour: usize) -> usize {
    neighbour + REACH / 2 - at
}

/// The neighbourhood of a token inside its sentence.
struct Near<'v> {
    words: [&'v Lexeme; REACH],
    spots: [Spot; REACH],
}

impl<'v> Near<'v> {
    fn of(view: &'v View<'_>, at: usize, first: usize, end: usize) -> Self {
        let mut near = Self { words: [&EDGE; REACH], spots: [Spot::default(); REACH] };
        for ((word, spot), offset) in near.words.iter_mut().zip(&mut near.spots).zip(0..) {
            let Some(place) = (at + offset).checked_sub(REACH / 2) else { continue };
            if place >= first && place < end {
                *word = view.word(place);
                *spot = view.spots.get(place).copied().unwrap_or_default();
            }
        }
        near
    }
}

/// Calls `emit` with the key of every local feature of the token `at`, whose sentence is `first..end`.
pub fn local(view: &View<'_>, at: usize, first: usize, end: usize, emit: &mut impl FnMut(u32)) {
    let near = Near::of(view, at, first, end);
    let [_, before, word, after, _] = near.words;
    let [_, _, spot, _, _] = near.spots;
    words(&near, emit);
    clusters(&near, emit);
    let case = word.case as u32;
    let style = spot.style as u32 * 2 + u32::from(spot.start);
    let habit = view.habit(at);
    let mut put = |template: u32, parts: &[u32]| {
        emit(parts.iter().fold(template, |key, part| mix(key, *part)));
    };
    put(60, &[style, case]);
    put(61, &[style, word.clusters[0]]);
    put(62, &[style, word.clusters[1], case]);
    put(63, &[habit, style, case]);
    put(64, &[habit, case, word.clusters[0]]);
    let cases = |spots: &[&Lexeme]| spots.iter().fold(0, |key, word| key * 8 + word.case as u32);
    // A name that nothing else tells of is a person where the sentence says `he`, a company where it says `shares`.
    for (half, topics) in [(0, spot.topics & 3), (1, spot.topics >> 2)] {
        put(90 + half, &[u32::from(topics), case, style]);
        put(92 + half, &[u32::from(topics), word.lists, case]);
        put(94 + half, &[u32::from(topics), word.clusters[0], case]);
    }
    put(65, &[cases(&near.words)]);
    put(66, &[style, cases(&[before, word, after])]);
    let glue = u32::from(spot.glued) + 2 * u32::from(near.spots[3].glued);
    put(67, &[glue, case]);
    if spot.phrase != 0 {
        put(71, &[spot.phrase, u32::from(spot.place), case]);
        for bit in (0..22).filter(|bit| spot.phrase & 1 << bit != 0) {
            put(70, &[bit, u32::from(spot.place), case]);
            put(73, &[bit, u32::from(spot.place), style]);
            put(74, &[bit, before.lower]);
            put(75, &[bit, after.lower]);
        }
    }
    put(72, &[near.spots[1].phrase, spot.phrase, near.spots[3].phrase, case]);
    put(76, &[before.lists & SIGNS, word.lists, case]);
    put(77, &[word.lists, after.lists & SIGNS, case]);
    if spot.run.1 > 1 {
        let first_of = at - usize::from(spot.run.0);
        let past = first_of + usize::from(spot.run.1);
        let (head, last) = (view.word(first_of), view.word(past - 1));
        let place = u32::from(spot.run.0.min(2)) + 4 * u32::from((spot.run.1 - spot.run.0).min(3));
        put(80, &[last.lower, place]);
        put(81, &[last.clusters[1], place]);
        put(82, &[head.lower, place]);
        put(83, &[u32::from(spot.run.1.min(7)), u32::from(spot.run.0.min(7)), style]);
        let edge = |inside: bool, at: usize| if inside { view.word(at).lower } else { 1 };
        put(84, &[edge(first_of > first, first_of.saturating_sub(1)), place]);
        put(85, &[edge(past < end, past), place]);
        put(86, &[last.lists & SIGNS, head.lists & SIGNS, place]);
    }
}

/// Lists that say something of the word beside: titles, places, given names, heads of names.
const SIGNS: u32 = Classes::COUNTRY.0
    | Classes::CITY.0
    | Classes::GIVEN.0
    | Classes::NORP.0
    | Classes::TITLE.0
    | Classes::ORG_WORD.0
    | Classes::PLACE_WORD.0
    | Classes::PARTICLE.0;

fn words(near: &Near<'_>, emit: &mut impl FnMut(u32)) {
    let [before2, before, word, after, after2] = near.words;
    let case = word.case as u32;
    let mut put = |template: u32, parts: &[u32]| {
        emit(parts.iter().fold(template, |key, part| mix(key, *part)));
    };
    put(42, &[before.lower, word.lower]);
    put(43, &[word.lower, after.lower]);
    put(44, &[before.lower, case]);
    put(45, &[after.lower, case]);
    put(46, &[before2.lower, before.lower, case]);
    put(47, &[after.lower, after2.lower, case]);
    put(48, &[before.lower, after.lower, case]);
    put(49, &[before.shape, word.shape, after.shape]);
}

fn clusters(near: &Near<'_>, emit: &mut impl FnMut(u32)) {
    let [before2, before, word, after, after2] = near.words;
    let case = word.case as u32;
    let mut put = |template: u32, parts: &[u32]| {
        emit(parts.iter().fold(template, |key, part| mix(key, *part)));
    };
    put(50, &[before.clusters[1], word.clusters[1]]);
    put(51, &[word.clusters[1], after.clusters[1]]);
    put(52, &[before.clusters[0], word.clusters[0], after.clusters[0]]);
    put(53, &[before.clusters[1], after.clusters[1], case]);
    put(54, &[before.clusters[2], case]);
    put(55, &[after.clusters[2], case]);
    put(56, &[before2.clusters[0], before.clusters[0], word.clusters[0]]);
    put(57, &[word.clusters[0], after.clusters[0], after2.clusters[0]]);
    put(58, &[before.clusters[1], word.shape]);
    put(59, &[after.clusters[1], word.shape]);
}
