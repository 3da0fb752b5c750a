//! Parts of a longer time: `early 2019`, `mid-August`, `the end of the year`, `the third quarter of 2023`,
//! `the second week of March`, `the 19th century`, `the first nine months of 2020`.
//!
//! Invariant: a part has the value of what it is a part of, where the calendar has no value for the part
//! itself; the qualifier says which part.

use crate::lexicon::calendar::{CalendarWord as C, TimeUnit};
use crate::lexicon::numerals::NumberWord as N;
use crate::tag::ValueKind;
use crate::tag::value::Qualifier;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers;
use crate::tag::values::words::Function as F;
use crate::tag::values::{Context, Found};

use super::anaphoric::tied;
use super::relative::{shifted, unit_with_the};
use super::resolve::direction;
use super::years::trailing_year;
use super::{absolute, date, durations, relative, time};

/// `2023-Q3`, `XXXX-H1`.
pub(super) fn part_text(year: Option<i32>, letter: char, place: u32) -> String {
    year.map_or_else(|| format!("XXXX-{letter}{place}"), |year| format!("{year:04}-{letter}{place}"))
}

/// `early 2019`, `late Saturday`, `earlier this month`, `mid-1990s`, `later that day`.
pub(super) fn staged(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, stage: Qualifier) -> Option<Found> {
    let at = atoms.past_hyphen(i + 1);
    let comparative = atoms.is_any(i, &["earlier", "later"]);
    let mid = stage == Qualifier::Mid;
    let found = match atoms.kind(at) {
        Kind::Function(F::Shift(shift)) => shifted(cx, atoms, at + 1, i64::from(shift)),
        Kind::Function(F::Tied(shift)) => tied(cx, atoms, at, shift),
        Kind::Function(F::The) if comparative => match atoms.function(at + 1) {
            Some(F::Tied(shift)) => tied(cx, atoms, at + 1, shift),
            _ => None,
        },
        Kind::Function(F::The) => absolute::find(cx, atoms, at),
        Kind::Function(F::Fiscal) => absolute::find(cx, atoms, at),
        Kind::Calendar(word @ (C::Day(_) | C::Tonight)) => relative::bare(cx, atoms, at, word),
        Kind::Calendar(C::Daypart(part)) if !comparative => Some(time(at + 1, format!("XXXX-XX-XXT{part}"))),
        Kind::Calendar(C::Season(season)) if !comparative => {
            Some(trailing_year(cx, atoms, at + 1).map_or_else(
                || date(at + 1, format!("XXXX-{season}")),
                |(year, end)| date(end, year_part(year, season)),
            ))
        }
        Kind::Calendar(C::Decade(tens)) => Some(date(at + 1, cx.anchor.decade(tens.into()))),
        Kind::Calendar(C::Unit(TimeUnit::Year)) if mid => {
            Some(date(at + 1, cx.anchor.unit(TimeUnit::Year, 0)))
        }
        Kind::Calendar(C::Unit(TimeUnit::Week)) if mid => {
            Some(date(at + 1, cx.anchor.unit(TimeUnit::Week, 0)))
        }
        Kind::Digits | Kind::Calendar(C::Month(_) | C::ShortMonth(_) | C::Weekday(_)) | Kind::Mark(_) => {
            absolute::find(cx, atoms, at).or_else(|| ordinal_unit(cx, atoms, at))
        }
        Kind::Number(_) => ordinal_unit(cx, atoms, at),
        Kind::Other if atoms.is(at, "in") && !cx.is_timeml() => in_a_time(cx, atoms, at + 1),
        _ => None,
    };
    let found = found.filter(|_| !comparative || !matches!(atoms.kind(at), Kind::Digits | Kind::Mark(_)));
    found.map(|found| found.qualified(stage))
}

/// `in the day`, `in 1989`, `in the week` behind `late`, `earlier`.
fn in_a_time(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let the = atoms.function(i) == Some(F::The);
    let unit = match atoms.calendar(i + 1) {
        Some(C::Unit(unit)) if the => unit_with_the(cx, atoms, i, unit),
        _ => None,
    };
    unit.or_else(|| absolute::find(cx, atoms, i))
}

/// `2019-SP`, `XXXX-SP`.
pub(super) fn year_part(year: Option<i32>, part: &str) -> String {
    year.map_or_else(|| format!("XXXX-{part}"), |year| format!("{year:04}-{part}"))
}

/// `first quarter of 2023`, `21st century`, `second day`, `first nine months of the year`, `first half of
/// 2019`, `90th minute`.
pub(super) fn ordinal_unit(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (place, after) = numbers::ordinal(atoms, i)?;
    let at = atoms.past_hyphen(after);
    // `first fiscal quarter`, `second straight day`.
    let between = atoms.function(at) == Some(F::Fiscal)
        || atoms.is_any(at, &["straight", "consecutive", "full", "successive", "calendar"]);
    let at = at + usize::from(between);
    match (atoms.number_word(at), place as u8) {
        (Some(N::Half), half @ 1..=2) if place <= 2.0 => return half_of(cx, atoms, at, half),
        (Some(N::Quarter), quarter @ 1..=4) if place <= 4.0 => {
            return Some(part_of_year(cx, atoms, at + 1, 'Q', quarter));
        }
        _ => {}
    }
    match atoms.calendar(at) {
        Some(C::Unit(TimeUnit::Century)) if (1.0..100.0).contains(&place) => {
            let era = atoms.is_any(at + 1, &["BC", "BCE"]);
            let text = if era { format!("-{:02}XX", place - 1.0) } else { format!("{:02}XX", place - 1.0) };
            Some(date(at + 1 + usize::from(era || atoms.is_any(at + 1, &["AD", "CE"])), text))
        }
        Some(C::Unit(unit)) => place_of_unit(cx, atoms, i, at, unit),
        Some(C::Weekend) => Some(Found { value: None, ..date(at + 1, "") }),
        _ => {
            let (size, after) = durations::count(atoms, at).filter(|_| place == 1.0 && !atoms.glued(at))?;
            let (unit, end) = durations::unit(atoms, after)?;
            let of = of_date(cx, atoms, end).filter(|_| !unit.is_clock());
            Some(durations::length(cx, of.map_or(end, |found| found.end), unit, size))
        }
    }
}

/// `second day`, `third week of March`, `90th minute`: when, only what it is a part of may say.
fn place_of_unit(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, at: usize, unit: TimeUnit) -> Option<Found> {
    if unit.is_clock() {
        return Some(Found { value: None, ..time(at + 1, "") });
    }
    let straight = atoms.follows(i, &["a", "for"]);
    let of = of_date(cx, atoms, at + 1).filter(|_| unit < TimeUnit::Year && !straight);
    Some(Found { value: None, ..date(of.map_or(at + 1, |found| found.end), "") })
}

/// `first half of 2019`, `second half` where a year is meant.
fn half_of(cx: &Context<'_>, atoms: &Atoms<'_>, at: usize, half: u8) -> Option<Found> {
    const YIELDS: &[&str] = &[
        "profit", "profits", "earnings", "results", "sales", "revenue", "net", "loss", "losses", "income",
        "output", "growth", "figures",
    ];
    let found = part_of_year(cx, atoms, at + 1, 'H', half);
    let yields = at > 0 && atoms.joins(at - 1) && atoms.is_any(at + 1, YIELDS);
    // `rose 5 % in the first half`: where money is the matter the half is of a year.
    let led = at > 2 && atoms.follows(at - 2, &["in", "for", "during", "from"]) && atoms.is(at - 2, "the");
    let money = led && (0..atoms.len()).any(|at| atoms.mark(at, '%') || atoms.mark(at, '$'));
    (found.end > at + 1 || yields || money).then_some(found)
}

/// A quarter or half that ends before `end`, with its year where one follows.
fn part_of_year(cx: &Context<'_>, atoms: &Atoms<'_>, end: usize, letter: char, place: u8) -> Found {
    let parts = if letter == 'Q' { 4 } else { 2 };
    if let Some((year, end)) = trailing_year(cx, atoms, end) {
        return date(end, part_text(year, letter, place.into()));
    }
    // `of the year`, `of fiscal 1990`, `of the decade`.
    let of = atoms.is(end, "of");
    if of
        && let Some(found) = atoms.function(end + 1).and_then(|function| whole(cx, atoms, end + 1, function))
    {
        let year =
            found.value.as_ref().and_then(|value| value.text.get(..4)).and_then(|text| text.parse().ok());
        return date(found.end, part_text(year, letter, place.into()));
    }
    let year = cx.anchor.part_of_year(place, parts, direction(atoms, end));
    date(end, part_text(year, letter, place.into()))
}

/// What a part is of: `the year`, `this year`, `fiscal 1990`.
fn whole(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: F) -> Option<Found> {
    match function {
        F::The => match atoms.calendar(i + 1)? {
            C::Unit(unit @ (TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century | TimeUnit::Month)) => {
                Some(date(i + 2, cx.anchor.unit(unit, 0)))
            }
            _ => absolute::find(cx, atoms, i),
        },
        F::Fiscal => absolute::find(cx, atoms, i),
        _ => simple(cx, atoms, i),
    }
}

/// What follows `of` behind a part.
fn of_date(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if !atoms.is(i, "of") {
        return None;
    }
    let found = absolute::find(cx, atoms, i + 1);
    let found = found.or_else(|| whole(cx, atoms, i + 1, atoms.function(i + 1)?))?;
    // `the second day of this three-day visit`: a length is no date.
    let lasting = found.value.as_ref().is_some_and(|value| value.kind == ValueKind::Duration);
    (!lasting).then_some(found)
}

/// A date of the form that `the end of` takes.
fn simple(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.function(i) {
        Some(F::Shift(shift)) => shifted(cx, atoms, i + 1, i64::from(shift)),
        Some(F::Tied(shift)) => tied(cx, atoms, i, shift),
        _ => None,
    }
}

/// `end of the year`, `beginning of 2019`, `middle of next week`, behind `the` or alone.
pub(super) fn part_of(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, part: Qualifier) -> Option<Found> {
    let at = i + 2;
    if !atoms.is(i + 1, "of") {
        return None;
    }
    let the = atoms.function(at) == Some(F::The);
    let found = absolute::find(cx, atoms, at).or_else(|| simple(cx, atoms, at));
    let found = found.or_else(|| match atoms.calendar(at + usize::from(the))? {
        C::Unit(unit) if the && unit >= TimeUnit::Week => Some(date(at + 2, cx.anchor.unit(unit, 0))),
        C::Unit(unit) if the => unit_with_the(cx, atoms, at, unit),
        C::Season(season) if the => Some(date(at + 2, format!("XXXX-{season}"))),
        C::Weekend if the => Some(date(at + 2, cx.anchor.weekend(direction(atoms, at)))),
        _ => None,
    });
    let found = found.or_else(|| {
        let at = at + usize::from(the);
        let ordinal = matches!(atoms.kind(at), Kind::Number(_) | Kind::Digits);
        let fiscal = atoms.function(at) == Some(F::Fiscal);
        if fiscal && atoms.is(at + 1, "year") {
            return Some(date(at + 2, cx.anchor.unit(TimeUnit::Year, 0)));
        }
        ordinal.then(|| ordinal_unit(cx, atoms, at)).flatten()
    });
    found.map(|found| found.qualified(part))
}

/// `year-end`, `month-end`.
pub(super) fn unit_end(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    let whole = matches!(unit, TimeUnit::Year | TimeUnit::Month | TimeUnit::Quarter);
    // `by year end`
    let apart =
        atoms.is(i + 1, "end") && atoms.follows(i, &["by", "at", "before", "until", "through", "since"]);
    let joined = atoms.joins(i + 1) && atoms.is(i + 2, "end");
    if !whole || !(joined || apart) {
        return None;
    }
    let end = i + if joined { 3 } else { 2 };
    let found = match trailing_year(cx, atoms, end).filter(|_| unit == TimeUnit::Year) {
        Some((Some(year), end)) => date(end, format!("{year:04}")),
        _ => date(end, cx.anchor.unit(unit, 0)),
    };
    Some(found.qualified(Qualifier::End))
}
