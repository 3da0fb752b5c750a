//! Days of the week: `Saturday`, `Tuesday, Sept. 26`, `Friday night`, `Monday of last week`.
//!
//! Invariant: a weekday without a capital, or in the name of a newspaper, is none.

use crate::lexicon::calendar::CalendarWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers;
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};

use super::absolute::{day_first, figures, month_at, month_first};
use super::resolve::direction;
use super::{date, time};

/// What makes a weekday part of a name: `Sunday Times`, `Friday Prayers`.
const NAMES: &[&str] = &[
    "Times",
    "Telegraph",
    "Mirror",
    "Herald",
    "Mail",
    "Post",
    "Night",
    "Express",
    "Star",
    "Tribune",
    "Age",
    "Independent",
];

pub(super) fn weekday(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, day: u8) -> Option<Found> {
    if let Some(found) = dated(cx, atoms, i + 1) {
        return Some(found);
    }
    if NAMES.contains(&atoms.text(i + 1)) {
        return None;
    }
    // `Monday of last week`, `Thursday this week`.
    let of = i + 1 + usize::from(atoms.is(i + 1, "of"));
    if let Some(Function::Shift(shift)) = atoms.function(of)
        && atoms.is(of + 1, "week")
    {
        return Some(date(of + 2, cx.anchor.weekday_of_week(day, shift.into())));
    }
    let text = cx.anchor.weekday(day, direction(atoms, i));
    Some(with_daypart(atoms, i + 1, text))
}

/// A date behind a weekday: `Tuesday, Sept. 26`.
fn dated(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + usize::from(atoms.mark(i, ','));
    match atoms.kind(at) {
        Kind::Digits => figures(atoms, at).or_else(|| day_first(cx, atoms, at)),
        // `Friday the 13th`
        Kind::Function(Function::The) => day_first(cx, atoms, at + 1).or_else(|| {
            let (place, end) = numbers::ordinal(atoms, at + 1).filter(|_| atoms.digits(at + 1).is_some())?;
            (at == i && place <= 31.0 && !atoms.small_word(end))
                .then(|| date(end, format!("XXXX-XX-{place:02}")))
        }),
        Kind::Calendar(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)) => {
            let (_, after) = month_at(atoms, at)?;
            atoms.plain(after).filter(|(day, _)| *day <= 31)?;
            month_first(cx, atoms, at)
        }
        _ => None,
    }
}

/// A day, or a part of it where one is named: `Saturday morning`, `Friday overnight`.
pub(super) fn with_daypart(atoms: &Atoms<'_>, i: usize, text: String) -> Found {
    // `Saturday late morning`, `Sunday early evening`.
    let staged = matches!(atoms.function(i), Some(Function::Stage(_)));
    let at = i + usize::from(staged);
    match atoms.calendar(at) {
        Some(CalendarWord::Daypart(part)) if !atoms.is(at, "overnight") && !atoms.capital(at) => {
            time(at + 1, format!("{text}T{part}"))
        }
        _ => date(i, text),
    }
}

pub(super) fn short_weekday(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, day: u8) -> Option<Found> {
    let stop = i + 1 + usize::from(atoms.mark(i + 1, '.') && atoms.glued(i + 1));
    if let Some(found) = dated(cx, atoms, stop) {
        return Some(found);
    }
    let safe = stop > i + 1 && atoms.follows(i, &["on", "last", "next"]);
    safe.then(|| date(atoms.past_stop(i + 1), cx.anchor.weekday(day, direction(atoms, i))))
}
