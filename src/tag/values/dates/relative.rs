//! Dates that only the article's date decides: `yesterday`, `last month`, `earlier this week`,
//! `the weekend`, `the past four years`, `the first quarter`, `the end of the year`.
//!
//! Invariant: what hangs on a time that the text named before (`the following week`) stays open.

use crate::lexicon::calendar::{CalendarWord as C, TimeUnit};
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers::{self, Size};
use crate::tag::values::words::Function as F;
use crate::tag::values::{Context, Found};

use super::absolute::{self, month_at, with_daypart, year_at};
use super::resolve::direction;
use super::{date, durations, time};

/// The relative date at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(word) => bare(cx, atoms, i, word),
        Kind::Function(F::The) => after_the(cx, atoms, i),
        Kind::Function(F::Shift(shift)) => shifted(cx, atoms, i + 1, i64::from(shift)),
        Kind::Function(F::Past | F::Coming | F::Recent) => stretch(cx, atoms, i),
        Kind::Function(F::Tied) => tied(cx, atoms, i),
        Kind::Function(F::Every) => every(atoms, i),
        Kind::Function(F::Stage) => staged(cx, atoms, i),
        Kind::Function(F::A) => half_unit(atoms, i),
        Kind::Number(_) | Kind::Digits => ordinal_unit(cx, atoms, i),
        _ => None,
    }
}

fn bare(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, word: C) -> Option<Found> {
    match word {
        C::Day(shift) => {
            if atoms.text(i + 1) == "Show" || (i > 0 && atoms.capital(i) && atoms.text(i - 1) == "USA") {
                return None;
            }
            Some(with_daypart(atoms, i + 1, cx.anchor.day(i64::from(shift))))
        }
        C::Tonight => Some(time(i + 1, format!("{}TNI", cx.anchor.day(0)))),
        C::Weekend => Some(date(i + 1, cx.anchor.weekend(direction(atoms, i)))),
        C::Recurring(unit) if !name_follows(atoms, i) => {
            Some(date(i + 1, format!("R/{}", durations::iso(unit, Size::One(1.0)))))
        }
        C::Daypart(part) => {
            let led = atoms.follows(i, &["at", "overnight", "all"]) || atoms.is(i, "overnight");
            led.then(|| time(i + 1, format!("XXXX-XX-XXT{part}")))
        }
        C::Season(season) => {
            let named = atoms.follows(i, &["in", "since", "by", "of", "during"]) && !atoms.is(i, "fall");
            let year = year_at(atoms, i + 1);
            match year {
                Some(year) => Some(date(i + 2, format!("{year:04}-{season}"))),
                None => named.then(|| date(i + 1, format!("XXXX-{season}"))),
            }
        }
        _ => None,
    }
}

/// `Daily Mail`, `Weekly Standard`: a capital inside a sentence or before a capital is a name.
fn name_follows(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.capital(i) && (i > 0 || atoms.capital(i + 1))
}

fn after_the(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1;
    match atoms.kind(at) {
        Kind::Calendar(C::Weekend) => Some(date(at + 1, cx.anchor.weekend(direction(atoms, i)))),
        Kind::Calendar(C::Season(season)) => {
            let of = at + 1 + usize::from(atoms.is(at + 1, "of"));
            Some(year_at(atoms, of).map_or_else(
                || date(at + 1, format!("XXXX-{season}")),
                |year| date(of + 1, format!("{year:04}-{season}")),
            ))
        }
        Kind::Calendar(C::Daypart(part)) => {
            let led = atoms.follows(i, &["in", "during", "through", "throughout", "into", "of"]);
            led.then(|| time(at + 1, format!("XXXX-XX-XXT{part}")))
        }
        Kind::Calendar(C::Unit(unit)) => unit_with_the(atoms, i, unit),
        Kind::Number(crate::lexicon::numerals::NumberWord::Quarter) => (!atoms.is(at + 1, "of")
            && atoms.follows(i, &["in", "for", "during", "of"]))
        .then(|| date(at + 1, "XXXX-QX")),
        Kind::Function(F::Shift(shift)) => shifted(cx, atoms, at + 1, i64::from(shift)),
        Kind::Function(F::Past | F::Coming | F::Recent) => stretch(cx, atoms, at),
        Kind::Function(F::Tied) => tied(cx, atoms, at),
        Kind::Function(F::Stage) => staged(cx, atoms, at),
        Kind::Function(F::Fiscal) => (atoms.is(at + 1, "year")).then(|| date(at + 2, "XXXX")),
        Kind::Number(_) | Kind::Digits => ordinal_unit(cx, atoms, at),
        _ if atoms.is_any(at, &["end", "beginning", "start", "middle", "close"])
            && atoms.is(at + 1, "of") =>
        {
            part_of(cx, atoms, at + 2)
        }
        _ => None,
    }
}

/// `the year`, `the week`: some unit that the text is about.
fn unit_with_the(atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    let end = i + 2;
    let text = match unit {
        TimeUnit::Week => "XXXX-WXX",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Year => "XXXX",
        TimeUnit::Decade => "XXXX",
        TimeUnit::Day => "XXXX-XX-XX",
        _ => return None,
    };
    let near = atoms.is_any(end, &["before", "after"]) && unit == TimeUnit::Day;
    let led = atoms.follows(i, &["of", "for", "during", "in", "throughout", "on"]);
    let general = matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade) || led;
    if atoms.joins(end) || !(near || general) {
        return None;
    }
    Some(date(end + usize::from(near && !atoms.small_word(end + 1)), text))
}

/// Behind `last`, `this`, `next`: what is shifted from the article's date.
fn shifted(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, shift: i64) -> Option<Found> {
    let anchor = cx.anchor;
    match atoms.kind(i) {
        Kind::Calendar(C::Unit(unit)) if !unit.is_clock() => {
            let end = i + 1;
            Some(date(end, anchor.unit(unit, shift)))
        }
        Kind::Number(crate::lexicon::numerals::NumberWord::Quarter) => {
            Some(date(i + 1, anchor.unit(TimeUnit::Quarter, shift)))
        }
        Kind::Calendar(C::Weekend) => {
            let week = anchor.unit(TimeUnit::Week, shift);
            Some(date(i + 1, format!("{week}-WE")))
        }
        Kind::Calendar(C::Weekday(day)) => {
            Some(with_daypart(atoms, i + 1, anchor.shifted_weekday(day, shift)))
        }
        Kind::Calendar(C::Daypart(part)) => {
            let known = shift == 0 || (shift == -1 && part == "NI");
            known.then(|| time(i + 1, format!("{}T{part}", anchor.day(shift))))
        }
        Kind::Calendar(C::Season(season)) => {
            let year = if shift == 0 { anchor.unit(TimeUnit::Year, 0) } else { "XXXX".to_owned() };
            Some(date(i + 1, format!("{year}-{season}")))
        }
        Kind::Calendar(C::Month(_)) => {
            let (month, end) = month_at(atoms, i)?;
            // Whether `last April` is of this year or the one before is not said.
            let text = match (shift, anchor.year()) {
                (0, Some(year)) => format!("{year:04}-{month:02}"),
                _ => format!("XXXX-{month:02}"),
            };
            Some(date(end, text))
        }
        Kind::Calendar(C::Holiday(month, day)) => Some(date(i + 1, format!("XXXX-{month:02}-{day:02}"))),
        Kind::Function(F::Fiscal) if atoms.is(i + 1, "year") => Some(date(i + 2, "XXXX")),
        _ => length_from_now(atoms, i),
    }
}

/// `four years`, `few days` behind `the last`, `the next`, `the past`.
fn length_from_now(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (size, after) = durations::count(atoms, i)?;
    if atoms.function(i) == Some(F::A) {
        return None;
    }
    let (unit, end) = durations::unit(atoms, atoms.past_hyphen(after))?;
    Some(durations::length(end, unit, size))
}

/// `past four years`, `past week`, `coming days`, `recent years`.
fn stretch(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let way = atoms.function(i)?;
    let led = i.checked_sub(1).is_some_and(|at| matches!(atoms.function(at), Some(F::The | F::Shift(0))));
    match (way, atoms.calendar(i + 1)) {
        (F::Recent, Some(C::Units(unit))) if !unit.is_clock() => Some(date(i + 2, "PAST_REF")),
        (F::Coming, Some(C::Units(_))) => Some(date(i + 2, "FUTURE_REF")),
        (F::Past, Some(C::Units(_))) if led => Some(date(i + 2, "PAST_REF")),
        (F::Coming, Some(C::Unit(_) | C::Weekend | C::Weekday(_))) => shifted(cx, atoms, i + 1, 1),
        (F::Past, Some(C::Unit(unit))) if led => Some(durations::length(i + 2, unit, Size::One(1.0))),
        (F::Past, Some(C::Weekend | C::Weekday(_))) if led => shifted(cx, atoms, i + 1, -1),
        (F::Past | F::Coming, None) if led => length_from_now(atoms, i + 1),
        _ => None,
    }
}

/// `following week`, `same day`, `that year`, `previous month`.
fn tied(_: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let text = match atoms.calendar(i + 1) {
        Some(C::Unit(TimeUnit::Day)) => "XXXX-XX-XX".to_owned(),
        Some(C::Unit(TimeUnit::Week)) => "XXXX-WXX".to_owned(),
        Some(C::Unit(TimeUnit::Month)) => "XXXX-XX".to_owned(),
        Some(C::Unit(TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century)) => "XXXX".to_owned(),
        Some(C::Weekend) => "XXXX-WXX-WE".to_owned(),
        Some(C::Weekday(day)) => format!("XXXX-WXX-{day}"),
        Some(C::Season(season)) => format!("XXXX-{season}"),
        Some(C::Daypart(part)) => return Some(time(i + 2, format!("XXXX-XX-XXT{part}"))),
        _ => return None,
    };
    Some(date(i + 2, text))
}

/// `every day`, `each year`, `every four years`.
fn every(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some(C::Unit(unit)) = atoms.calendar(i + 1) {
        let text = format!("R/{}", durations::iso(unit, Size::One(1.0)));
        return Some(if unit.is_clock() { time(i + 2, text) } else { date(i + 2, text) });
    }
    if let Some(C::Weekday(day)) = atoms.calendar(i + 1) {
        return Some(date(i + 2, format!("XXXX-WXX-{day}")));
    }
    let (size, after) = durations::count(atoms, i + 1)?;
    let (unit, end) = durations::unit(atoms, after)?;
    let text = format!("R/{}", durations::iso(unit, size));
    Some(if unit.is_clock() { time(end, text) } else { date(end, text) })
}

/// `early 2019`, `late Saturday`, `earlier this month`, `mid-1990s`, `later that day`.
fn staged(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = atoms.past_hyphen(i + 1);
    let comparative = atoms.is_any(i, &["earlier", "later"]);
    let found = match atoms.kind(at) {
        Kind::Function(F::Shift(shift)) => shifted(cx, atoms, at + 1, i64::from(shift)),
        Kind::Function(F::Tied) => tied(cx, atoms, at),
        Kind::Function(F::The) if comparative && atoms.function(at + 1) == Some(F::Tied) => {
            tied(cx, atoms, at + 1)
        }
        Kind::Function(F::The) => absolute::find(cx, atoms, at),
        Kind::Calendar(C::Day(_)) => bare(cx, atoms, at, atoms.calendar(at)?),
        Kind::Calendar(C::Daypart(part)) if !comparative => Some(time(at + 1, format!("XXXX-XX-XXT{part}"))),
        Kind::Calendar(C::Season(season)) if !comparative => Some(date(at + 1, format!("XXXX-{season}"))),
        Kind::Calendar(C::Unit(TimeUnit::Year)) if atoms.is(i, "mid") => Some(date(at + 1, "XXXX")),
        Kind::Digits | Kind::Calendar(C::Month(_) | C::ShortMonth(_) | C::Weekday(_)) | Kind::Mark(_) => {
            absolute::find(cx, atoms, at)
        }
        Kind::Number(_) => ordinal_unit(cx, atoms, at),
        _ => None,
    };
    found.filter(|_| !comparative || matches!(atoms.kind(at), Kind::Function(_) | Kind::Calendar(_)))
}

/// `a half hour`, `a half day`; `a day` alone is a length like any other.
fn half_unit(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.calendar(i + 2).filter(|_| atoms.is(i + 1, "half"))? {
        C::Unit(unit) => Some(durations::length(i + 3, unit, Size::One(0.5))),
        _ => None,
    }
}

/// `first quarter of 2023`, `21st century`, `second day`, `first nine months of the year`, `first half of
/// 2019`, `90th minute`.
fn ordinal_unit(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    use crate::lexicon::numerals::NumberWord as N;
    let (place, after) = numbers::ordinal(atoms, i)?;
    let at = atoms.past_hyphen(after);
    let half = atoms.number_word(at) == Some(N::Half) && place <= 2.0;
    if half {
        let (year, end) = of_year(cx, atoms, at + 1)?;
        return Some(date(end, format!("{year}-H{place}")));
    }
    if atoms.number_word(at) == Some(N::Quarter) && (1.0..=4.0).contains(&place) {
        let (year, end) = of_year(cx, atoms, at + 1).unwrap_or(("XXXX".to_owned(), at + 1));
        return Some(date(end, format!("{year}-Q{place}")));
    }
    match atoms.calendar(at) {
        Some(C::Unit(TimeUnit::Century)) if (1.0..100.0).contains(&place) => {
            Some(date(at + 1, format!("{:02}XX", place - 1.0)))
        }
        Some(C::Unit(unit)) if unit.is_clock() => Some(Found { value: None, ..time(at + 1, "") }),
        Some(C::Unit(unit)) => {
            let of = of_date(cx, atoms, at + 1).filter(|_| unit < TimeUnit::Year);
            let end = of.map_or(at + 1, |found| found.end);
            Some(Found { value: None, ..date(end, "") })
        }
        Some(C::Weekend) => Some(Found { value: None, ..date(at + 1, "") }),
        _ => {
            let (size, after) = durations::count(atoms, at).filter(|_| place == 1.0 && !atoms.glued(at))?;
            let (unit, end) = durations::unit(atoms, after)?;
            let of = of_date(cx, atoms, end).filter(|_| !unit.is_clock());
            Some(durations::length(of.map_or(end, |found| found.end), unit, size))
        }
    }
}

/// The year behind a part of it: `of 2019`, `2019`, `of this year`, `of the year`.
fn of_year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let at = i + usize::from(atoms.is(i, "of"));
    if let Some(year) = year_at(atoms, at) {
        return Some((format!("{year:04}"), at + 1));
    }
    let the = at + usize::from(atoms.function(at) == Some(F::The));
    let year = |at: usize| atoms.is(at, "year");
    match atoms.function(at) {
        Some(F::Shift(shift)) if year(at + 1) => Some((cx.anchor.unit(TimeUnit::Year, shift.into()), at + 2)),
        Some(F::The) if at > i && year(the) => Some(("XXXX".to_owned(), the + 1)),
        _ => None,
    }
}

fn of_date(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let found = atoms.is(i, "of").then(|| absolute::find(cx, atoms, i + 1))?;
    found.or_else(|| {
        let the = atoms.function(i + 1) == Some(F::The);
        if the && atoms.is(i + 2, "year") { Some(date(i + 3, "XXXX")) } else { simple(cx, atoms, i + 1) }
    })
}

/// A date of the form that `the end of` takes.
fn simple(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.function(i) {
        Some(F::Shift(shift)) => shifted(cx, atoms, i + 1, i64::from(shift)),
        Some(F::Tied) => tied(cx, atoms, i),
        _ => None,
    }
}

/// What follows `the end of`.
fn part_of(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let the = atoms.function(i) == Some(F::The);
    let whole = absolute::find(cx, atoms, i).or_else(|| simple(cx, atoms, i));
    whole.or_else(|| match atoms.calendar(i + 1) {
        Some(C::Unit(unit)) if the => unit_with_the(atoms, i, unit),
        Some(C::Season(season)) if the => Some(date(i + 2, format!("XXXX-{season}"))),
        _ => None,
    })
}
