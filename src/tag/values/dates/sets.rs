//! Times that come back: `daily`, `every year`, `every other week`, `twice a week`, `Saturdays`.
//!
//! Invariant: the value is what comes back or the length between, the qualifier how often.

use crate::lexicon::calendar::{CalendarWord as C, TimeUnit};
use crate::lexicon::numerals::NumberWord as N;
use crate::tag::Label;
use crate::tag::value::Qualifier;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers::{self, Size};
use crate::tag::values::words::Function as F;
use crate::tag::values::{Context, Found};

use super::{durations, set};

/// The set at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(C::Recurring(unit)) if !name_follows(atoms, i) => {
            Some(every_one(cx, i + 1, unit, Size::One(1.0)))
        }
        Kind::Calendar(C::Weekdays(day)) if atoms.capital(i) => {
            Some(set(i + 1, format!("XXXX-WXX-{day}"), Qualifier::Every))
        }
        Kind::Calendar(C::Weekends) => Some(set(i + 1, "XXXX-WXX-WE", Qualifier::Every)),
        Kind::Function(F::Every) => every(cx, atoms, i),
        Kind::Function(F::Times(times)) if cx.is_timeml() => often(cx, atoms, i + 1, times),
        Kind::Number(_) | Kind::Digits if cx.is_timeml() => {
            let number = numbers::numeral(atoms, i).filter(|number| atoms.is(number.end, "times"))?;
            let times = number.value().filter(|times| (1.0..=100.0).contains(times))?;
            often(cx, atoms, number.end + 1, times as u8)
        }
        _ => None,
    }
}

/// `Daily Mail`, `Weekly Standard`: a capital inside a sentence or before a capital is a name.
fn name_follows(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.capital(i) && (i > 0 || atoms.capital(i + 1))
}

fn every_one(cx: &Context<'_>, end: usize, unit: TimeUnit, size: Size) -> Found {
    // Ours says in one line that it comes back, as ISO 8601 does; in TIMEX3 the type says so.
    let repeated = if cx.is_timeml() { "" } else { "R/" };
    let found = set(end, format!("{repeated}{}", durations::iso(cx.scheme, unit, size)), Qualifier::Every);
    Found { label: if unit.is_clock() { Label::Time } else { Label::Date }, ..found }
}

/// `every day`, `each year`, `every four years`, `every other Tuesday`, `every March`.
fn every(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let single = usize::from(atoms.is(i + 1, "single"));
    let other = usize::from(atoms.is(i + 1, "other"));
    let at = i + 1 + single + other;
    let text = match atoms.calendar(at) {
        Some(C::Unit(unit)) if !atoms.joins(at + 1) => {
            return Some(every_one(cx, at + 1, unit, Size::One(if other > 0 { 2.0 } else { 1.0 })));
        }
        Some(C::Weekday(day)) => {
            let part = if let Some(C::Daypart(part)) = atoms.calendar(at + 1) { part } else { "" };
            let end = at + 1 + usize::from(!part.is_empty());
            let t = if part.is_empty() { "" } else { "T" };
            return Some(set(end, format!("XXXX-WXX-{day}{t}{part}"), Qualifier::Every));
        }
        Some(C::Month(month)) if atoms.capital(at) => format!("XXXX-{month:02}"),
        Some(C::Season(season)) => format!("XXXX-{season}"),
        Some(C::Weekend) => "XXXX-WXX-WE".to_owned(),
        Some(C::Daypart(part)) => {
            let found = set(at + 1, format!("XXXX-XX-XXT{part}"), Qualifier::Every);
            return Some(Found { label: Label::Time, ..found });
        }
        _ => return every_so_many(cx, atoms, at),
    };
    Some(set(at + 1, text, Qualifier::Every))
}

/// `four years`, `fourth year`, `few weeks` behind `every`.
fn every_so_many(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some((place, after)) = numbers::ordinal(atoms, i)
        && let Some(C::Unit(unit)) = atoms.calendar(after)
    {
        return Some(every_one(cx, after + 1, unit, Size::One(place)));
    }
    if atoms.number_word(i) == Some(N::Quarter) {
        return Some(every_one(cx, i + 1, TimeUnit::Quarter, Size::One(1.0)));
    }
    let (size, after) = durations::count(atoms, i)?;
    let (unit, end) = durations::unit(atoms, after)?;
    Some(every_one(cx, end, unit, size))
}

/// `a week`, `each month`, `per day`, `daily` behind how many times.
fn often(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, times: u8) -> Option<Found> {
    let each = matches!(atoms.function(i), Some(F::A | F::Every)) || atoms.is(i, "per");
    let found = match atoms.calendar(i + usize::from(each))? {
        C::Unit(unit) if each => every_one(cx, i + 2, unit, Size::One(1.0)),
        C::Recurring(unit) if !each => every_one(cx, i + 1, unit, Size::One(1.0)),
        _ => return None,
    };
    let value = found.value.map(|mut value| {
        value.qualifier = Some(Qualifier::Times(times));
        value
    });
    Some(Found { value, ..found })
}
