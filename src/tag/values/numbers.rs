//! The grammar of numbers: digits with separators, decimals, fractions, words, magnitudes, ranges.
//!
//! Invariant: a numeral that is read is read to its end, and one that can be read in two ways has no
//! value rather than a guessed one.

use crate::lexicon::numerals::NumberWord as N;

use super::atoms::{Atoms, Kind};
use super::digits;
use super::words::Function;

/// A number as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Size {
    /// One number.
    One(f64),
    /// From the first to the second.
    Range(f64, f64),
    /// `dozens`, `several hundred`, `1,2`: no number to be had.
    Open,
}

/// A numeral and one past its last atom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub size: Size,
    pub end: usize,
    /// Whether it has a magnitude word (`million`) or is wholly in words.
    pub worded: bool,
}

impl Numeral {
    const fn one(value: f64, end: usize, worded: bool) -> Self {
        Self { size: Size::One(value), end, worded }
    }

    const fn open(end: usize) -> Self {
        Self { size: Size::Open, end, worded: true }
    }

    /// Its number, where it is one.
    pub const fn value(self) -> Option<f64> {
        if let Size::One(value) = self.size { Some(value) } else { None }
    }
}

/// The numeral or range of numerals at `i`: `five to ten`, `10-15`, `between 5 and 10`.
pub(super) fn range(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    let between = atoms.function(i) == Some(Function::Between);
    let low = numeral(atoms, i + usize::from(between))?;
    let joint = if between {
        atoms.is(low.end, "and").then_some(low.end + 1)
    } else {
        range_joint(atoms, i, low.end)
    };
    let Some(high) = joint.and_then(|joint| numeral(atoms, joint)) else {
        return (!between).then_some(low);
    };
    let (Size::One(from), Size::One(to)) = (low.size, high.size) else {
        return (!between).then_some(low);
    };
    // `rose 3 to 341`, but `rose 3 to 5 percent`.
    let measured = high.worded
        || atoms.mark(high.end, '%')
        || atoms.is_any(high.end, &["percent", "per", "pct"])
        || atoms.plural_noun(high.end);
    if !between && atoms.is(low.end, "to") && moves(atoms, i) && !measured {
        return Some(low);
    }
    // In `5 to 10 million` the magnitude counts for both.
    let scale = magnitude_of(atoms, low, high).unwrap_or(1.0);
    let apart = atoms.is(low.end, "or") && to > from + 5.0;
    if from * scale >= to || apart {
        return (!between).then_some(low);
    }
    Some(Numeral { size: Size::Range(from * scale, to), end: high.end, worded: low.worded || high.worded })
}

fn range_joint(atoms: &Atoms<'_>, start: usize, end: usize) -> Option<usize> {
    let dash = matches!(atoms.kind(end), Kind::Mark('-' | '–' | '—' | '‑'));
    if dash && atoms.digits(end + 1).is_some() && atoms.glued(end) == atoms.glued(end + 1) {
        return Some(end + 1);
    }
    let dashed = atoms.joins(end) && atoms.is(end + 1, "to") && atoms.joins(end + 2);
    if dashed {
        return Some(end + 3);
    }
    // `two or three`, `10 or 15`
    let or = atoms.is(end, "or") && (atoms.number_word(end + 1).is_some() || atoms.digits(end + 1).is_some());
    if or && !atoms.joins(end + 2) {
        return Some(end + 1);
    }
    (atoms.is(end, "to") && !atoms.glued(end) && !atoms.follows(start, &["from"])).then_some(end + 1)
}

/// Whether the word before `i` makes `10 to 20` a change and where it ended: `rose 10 to 20`, `from 10`.
pub(super) fn moves(atoms: &Atoms<'_>, i: usize) -> bool {
    const MOVING: &[&str] = &[
        "from",
        "rose",
        "fell",
        "up",
        "down",
        "gained",
        "lost",
        "dropped",
        "climbed",
        "jumped",
        "increased",
        "decreased",
        "advanced",
        "slid",
        "slipped",
        "added",
        "declined",
        "surged",
        "plunged",
        "soared",
        "grew",
        "falling",
        "rising",
        "tumbled",
        "sank",
        "shed",
        "eased",
        "edged",
        "by",
        "cut",
        "raised",
    ];
    atoms.follows(i, MOVING)
}

/// The magnitude of `high` that `low` shares in `5 to 10 million`.
pub(super) fn magnitude_of(atoms: &Atoms<'_>, low: Numeral, high: Numeral) -> Option<f64> {
    if low.worded || !high.worded {
        return None;
    }
    match atoms.number_word(high.end.checked_sub(1)?)? {
        N::Scale(exponent) => Some(10f64.powi(i32::from(exponent))),
        _ => None,
    }
}

/// The numeral at `i`.
pub(super) fn numeral(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    match atoms.kind(i) {
        Kind::Digits => in_digits(atoms, i),
        Kind::Number(word) => in_words(atoms, i, word),
        Kind::Function(Function::A) => after_article(atoms, i),
        Kind::Function(Function::Count) => open_count(atoms, i),
        _ => None,
    }
}

fn in_digits(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    let Some(mut value) = digits::value(atoms.text(i)) else {
        return Some(Numeral { size: Size::Open, end: i + 1, worded: false });
    };
    let mut end = i + 1;
    if let Kind::Mark(mark) = atoms.kind(end)
        && let Some(part) = vulgar_fraction(mark)
    {
        return Some(Numeral::one(value + part, end + 1, false));
    }
    if let Some((fraction, after)) = slashed(atoms, i) {
        (value, end) = (fraction, after);
    } else if let Some((fraction, after)) = slashed(atoms, end).filter(|_| !atoms.glued(end)) {
        (value, end) = (value + fraction, after);
    }
    Some(with_magnitude(atoms, value, end))
}

/// `1/2`, glued, a proper fraction.
fn slashed(atoms: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    let glue = atoms.mark(i + 1, '/') && atoms.glued(i + 1) && atoms.glued(i + 2);
    let more = matches!(atoms.kind(i + 3), Kind::Mark('/' | '-')) && atoms.glued(i + 3);
    let (above, _) = atoms.plain(i).filter(|_| glue && !more)?;
    let (below, _) = atoms.plain(i + 2)?;
    (above < below && matches!(below, 2..=10 | 16 | 32 | 100))
        .then(|| (f64::from(above) / f64::from(below), i + 3))
}

fn vulgar_fraction(mark: char) -> Option<f64> {
    Some(match mark {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// Takes in `million`, `hundred thousand`, `bn`, `dozen` after a number.
fn with_magnitude(atoms: &Atoms<'_>, mut value: f64, mut end: usize) -> Numeral {
    let start = end;
    loop {
        let next = atoms.past_hyphen(end);
        let times = match atoms.number_word(next) {
            Some(N::Scale(exponent)) => 10f64.powi(i32::from(exponent)),
            Some(N::Hundred) => 100.0,
            Some(N::Dozen) => 12.0,
            _ => break,
        };
        value = scaled(value, times);
        end = next + 1;
    }
    Numeral::one(value, end, end > start)
}

/// `value * times` without the noise of binary fractions (1.1 million is 1100000).
pub(super) fn scaled(value: f64, times: f64) -> f64 {
    let product = value * times;
    if times >= 100.0 { (product * 1_000.0).round() / 1_000.0 } else { product }
}

fn after_article(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    match atoms.kind(i + 1) {
        Kind::Number(N::Hundred | N::Dozen | N::Scale(_)) if !atoms.is(i + 1, "bn") => {
            Some(in_words_from(atoms, i + 1, 0.0, 1.0))
        }
        Kind::Number(N::Half) if matches!(atoms.number_word(i + 2), Some(N::Dozen | N::Scale(_))) => {
            Some(with_magnitude(atoms, 0.5, i + 2))
        }
        // `a third of it`, `by a third in two years`; not `by a third party`.
        Kind::Number(N::Ordinal(below @ 3..=10))
            if atoms.is(i + 2, "of")
                || atoms.follows(i, &["by"])
                    && (!atoms.small_word(i + 2)
                        || atoms.is_any(i + 2, &["in", "since", "from", "over", "to"])) =>
        {
            Some(Numeral::one(1.0 / f64::from(below), i + 2, true))
        }
        // `a quarter of a million`
        Kind::Number(N::Quarter)
            if atoms.is(i + 2, "of")
                && atoms.function(i + 3) == Some(Function::A)
                && matches!(atoms.number_word(i + 4), Some(N::Scale(_))) =>
        {
            Some(with_magnitude(atoms, 0.25, i + 4))
        }
        Kind::Number(N::Quarter) if atoms.is(i + 2, "of") => Some(Numeral::one(0.25, i + 2, true)),
        Kind::Function(Function::Count) => open_count(atoms, i + 1),
        _ => None,
    }
}

/// Whether the `many` at `i` compares: `as many months`.
pub(super) fn comparing(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.is(i, "many") && atoms.follows(i, &["as", "so", "too", "how"])
}

/// `several`, `a few` before a unit: `a few miles`.
pub(super) fn bare_count(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    let a = usize::from(atoms.function(i) == Some(Function::A));
    let counts = atoms.function(i + a) == Some(Function::Count) && !comparing(atoms, i + a);
    counts.then(|| Numeral::open(i + a + 1))
}

/// `several hundred`, `a few thousand`, `a couple of hundred`.
fn open_count(atoms: &Atoms<'_>, i: usize) -> Option<Numeral> {
    if comparing(atoms, i) {
        return None;
    }
    let next = i + 1 + usize::from(atoms.is(i, "couple") && atoms.is(i + 1, "of"));
    let sized = matches!(atoms.number_word(next), Some(N::Hundred | N::Dozen | N::Scale(_)));
    sized.then(|| Numeral::open(with_magnitude(atoms, 1.0, next).end))
}

fn in_words(atoms: &Atoms<'_>, i: usize, word: N) -> Option<Numeral> {
    match word {
        N::Small(_) | N::Tens(_) => Some(in_words_from(atoms, i, 0.0, 0.0)),
        N::Plural(_) => {
            let of = atoms.is(i + 1, "of") && matches!(atoms.number_word(i + 2), Some(N::Plural(_)));
            Some(Numeral::open(if of { i + 3 } else { i + 1 }))
        }
        N::Half => {
            let a = i + 1 + usize::from(atoms.function(i + 1) == Some(Function::A));
            let sized = matches!(atoms.number_word(a), Some(N::Dozen | N::Scale(_)));
            let half = Numeral::one(0.5, i + 1, true);
            Some(if sized { with_magnitude(atoms, 0.5, a) } else { half })
        }
        _ => None,
    }
}

/// Adds up words: `total` are the finished thousands, `current` what stands below the next magnitude.
fn in_words_from(atoms: &Atoms<'_>, i: usize, mut total: f64, mut current: f64) -> Numeral {
    let (mut end, mut at) = (i, i);
    let mut room = f64::INFINITY;
    while let Some(word) = atoms.number_word(at) {
        match word {
            N::Small(n) if room > 10.0 || (room == 10.0 && (1..10).contains(&n)) => {
                current += f64::from(n);
                room = 1.0;
            }
            N::Tens(n) if room >= 100.0 => {
                current += f64::from(n);
                room = 10.0;
            }
            N::Hundred if current < 100.0 => {
                current = current.max(1.0) * 100.0;
                room = 100.0;
            }
            N::Dozen => {
                current = current.max(1.0) * 12.0;
                room = 1.0;
            }
            N::Scale(exponent) if total == 0.0 || total >= 10f64.powi(i32::from(exponent)) => {
                total += scaled(current.max(1.0), 10f64.powi(i32::from(exponent)));
                (current, room) = (0.0, 1_000.0);
            }
            N::Ordinal(_) if end > i && atoms.joins(at.saturating_sub(1)) => break,
            _ => break,
        }
        end = at + 1;
        at = atoms.past_hyphen(end);
        if atoms.is(end, "and") && (100.0..=1_000.0).contains(&room) && small(atoms, end + 1) {
            at = end + 1;
        }
    }
    finish(atoms, total + current, end)
}

fn small(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(atoms.number_word(i), Some(N::Small(_) | N::Tens(_))) && !atoms.joins(i + 1)
}

/// Takes in `and a half` and the denominator of `two-thirds`.
fn finish(atoms: &Atoms<'_>, value: f64, end: usize) -> Numeral {
    if atoms.is(end, "and") && atoms.is(end + 1, "a") && atoms.is(end + 2, "half") {
        return with_magnitude(atoms, value + 0.5, end + 3);
    }
    let joined = atoms.joins(end) && atoms.joins(end + 2) && atoms.joins(end + 4);
    if joined && atoms.is(end + 1, "and") && atoms.is(end + 3, "a") && atoms.is(end + 5, "half") {
        return with_magnitude(atoms, value + 0.5, end + 6);
    }
    let next = atoms.past_hyphen(end);
    match atoms.number_word(next) {
        Some(N::Fraction(below)) if value < f64::from(below) => {
            Numeral::one(value / f64::from(below), next + 1, true)
        }
        Some(N::Ordinal(below @ 3..=20)) if value == 1.0 && next > end => {
            Numeral::one(1.0 / f64::from(below), next + 1, true)
        }
        Some(N::Quarter) if value == 1.0 && (next > end || atoms.is(next + 1, "of")) => {
            Numeral::one(0.25, next + 1, true)
        }
        Some(N::Half) if value == 1.0 && next > end => Numeral::one(0.5, next + 1, true),
        _ => Numeral::one(value, end, true),
    }
}

/// The place in an order at `i`: `first`, `21st`, `twenty-first`.
pub(super) fn ordinal(atoms: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    match atoms.kind(i) {
        Kind::Digits => {
            let suffix = atoms.glued(i + 1) && atoms.is_any(i + 1, &["st", "nd", "rd", "th"]);
            let value = digits::value(atoms.text(i)).filter(|value| value.fract() == 0.0);
            value.filter(|_| suffix).map(|value| (value, i + 2))
        }
        Kind::Number(N::Ordinal(n)) => Some((f64::from(n), i + 1)),
        Kind::Number(N::Tens(tens)) => {
            let next = atoms.past_hyphen(i + 1);
            match atoms.number_word(next) {
                Some(N::Ordinal(n @ 1..=9)) if next > i + 1 => Some((f64::from(tens + n), next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}
