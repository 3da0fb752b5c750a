//! Dates that the article's date decides: `yesterday`, `last month`, `the weekend`, `the past four years`.
//!
//! Invariant: what hangs on a date that is not known stays open.

use crate::lexicon::calendar::{CalendarWord as C, TimeUnit};
use crate::lexicon::numerals::NumberWord as N;
use crate::tag::value::Qualifier;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers::{self, Size};
use crate::tag::values::words::Function as F;
use crate::tag::values::{Context, Found};

use super::absolute::{self, month_at};
use super::anaphoric::{period_of_year, quarter_in_focus, tied};
use super::parts::{ordinal_unit, part_of, staged, unit_end, year_part};
use super::resolve::direction;
use super::weekdays::with_daypart;
use super::years::{self, trailing_year};
use super::{date, durations, time};

/// The relative date at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(word) => bare(cx, atoms, i, word),
        Kind::Function(function) => after_small_word(cx, atoms, i, function),
        Kind::Number(_) | Kind::Digits => ordinal_unit(cx, atoms, i),
        _ => None,
    }
}

fn after_small_word(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: F) -> Option<Found> {
    match function {
        F::The => after_the(cx, atoms, i),
        // `it will last two hours`
        F::Shift(-1)
            if atoms.follows(i, &["will", "would", "to", "could", "can", "may", "might", "should"]) =>
        {
            None
        }
        // `This Week` inside a sentence is a programme.
        F::Shift(0) if i > 0 && atoms.capital(i) && atoms.capital(i + 1) && !atoms.capital(i - 1) => None,
        F::Shift(shift) => this_past(cx, atoms, i).or_else(|| shifted(cx, atoms, i + 1, i64::from(shift))),
        F::Past | F::Coming | F::Recent => stretch(cx, atoms, i),
        F::Tied(shift) => tied(cx, atoms, i, shift),
        F::Those => those(atoms, i),
        F::Stage(stage) => staged(cx, atoms, i, stage),
        F::Part(part) => part_of(cx, atoms, i, part),
        F::A => half_unit(cx, atoms, i).or_else(|| {
            let ordinal = matches!(atoms.kind(i + 1), Kind::Number(N::Ordinal(_)) | Kind::Digits);
            // The article of `a 17th-century church` is the church's.
            if ordinal {
                ordinal_unit(cx, atoms, i + 1).filter(|found| !atoms.is(found.end - 1, "century"))
            } else {
                None
            }
        }),
        F::Deictic(value) if cx.is_timeml() => deictic(atoms, i, value),
        _ => None,
    }
}

/// `this past week`, `this coming Monday`.
fn this_past(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let far = matches!(atoms.function(i + 1), Some(F::Past | F::Coming)) && atoms.is(i, "this");
    if far { stretch(cx, atoms, i + 1) } else { None }
}

pub(super) fn bare(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, word: C) -> Option<Found> {
    match word {
        C::Day(shift) => {
            if atoms.text(i + 1) == "Show" || (i > 0 && atoms.capital(i) && atoms.text(i - 1) == "USA") {
                return None;
            }
            Some(with_daypart(atoms, i + 1, cx.anchor.day(i64::from(shift))))
        }
        C::Tonight => Some(time(i + 1, format!("{}TNI", cx.anchor.day(0)))),
        C::Weekend => Some(date(i + 1, cx.anchor.weekend(direction(atoms, i)))),
        C::Unit(unit) => unit_end(cx, atoms, i, unit).or_else(|| year_earlier(cx, atoms, i, unit)),
        C::Daypart(part) => {
            let led = atoms.follows(i, &["at", "overnight", "all", "by", "until", "before"]);
            (led || atoms.is(i, "overnight")).then(|| time(i + 1, format!("XXXX-XX-XXT{part}")))
        }
        C::Season("SP") if atoms.text(i) == "Spring" && atoms.text(i + 1) == "Festival" => {
            Some(date(i + 2, "XXXX"))
        }
        C::Season(season) => {
            let named = atoms.follows(i, &["in", "since", "by", "of", "during"]) && !atoms.is(i, "fall");
            match trailing_year(cx, atoms, i + 1).filter(|(_, end)| !atoms.mark(end - 2, ',')) {
                Some((year, end)) => Some(date(end, year_part(year, season))),
                None => named.then(|| date(i + 1, format!("XXXX-{season}"))),
            }
        }
        _ => None,
    }
}

/// `year-earlier quarter`, `year-ago period`.
fn year_earlier(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    let ago = atoms.joins(i + 1) && atoms.is_any(i + 2, &["earlier", "ago"]);
    if !ago || unit != TimeUnit::Year {
        return None;
    }
    let quarter = atoms.number_word(i + 3) == Some(N::Quarter);
    let end = i + 3 + usize::from(quarter || atoms.is_any(i + 3, &["period", "month", "week"]));
    Some(date(end, durations::shifted_focus(cx, unit, -1)))
}

fn after_the(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1;
    match atoms.kind(at) {
        Kind::Calendar(C::Weekend) => Some(date(at + 1, cx.anchor.weekend(direction(atoms, i)))),
        Kind::Calendar(C::Season(season)) => the_season(cx, atoms, at, season),
        Kind::Calendar(C::Daypart(part)) => daypart_of(cx, atoms, i, part),
        Kind::Calendar(C::Unit(unit)) => unit_end(cx, atoms, at, unit)
            .or_else(|| year_earlier(cx, atoms, at, unit))
            .or_else(|| unit_with_the(cx, atoms, i, unit)),
        Kind::Number(N::Quarter) => (!atoms.is(at + 1, "of")
            && atoms.follows(i, &["in", "for", "during", "of"]))
        .then(|| ended(cx, atoms, date(at + 1, quarter_in_focus(cx)))),
        Kind::Function(F::Fiscal) if atoms.is(at + 1, "year") => absolute::find(cx, atoms, at)
            .or_else(|| Some(ended(cx, atoms, date(at + 2, cx.anchor.unit(TimeUnit::Year, 0))))),
        // The article of `the fiscal 2013 budget` is the budget's.
        Kind::Function(F::Fiscal) => None,
        Kind::Function(F::Named) => absolute::find(cx, atoms, at).filter(|found| found.value.is_none()),
        Kind::Function(F::Shift(1)) if matches!(atoms.calendar(at + 1), Some(C::Unit(_))) => {
            // `the next day` follows the one that the text named.
            let named = !cx.reference().is_unknown();
            let lasting = matches!(atoms.calendar(at + 1), Some(C::Unit(unit)) if lasts(atoms, at + 1, unit));
            if named && !lasting { tied(cx, atoms, at, 1) } else { shifted(cx, atoms, at + 1, 1) }
        }
        Kind::Function(F::A | F::The | F::Deictic("PRESENT_REF")) => None,
        Kind::Function(function) => after_small_word(cx, atoms, at, function),
        // The article of `the third-quarter profit` is the profit's.
        Kind::Number(_) | Kind::Digits
            if numbers::ordinal(atoms, at).is_some_and(|(_, end)| atoms.joins(end)) =>
        {
            None
        }
        Kind::Number(_) | Kind::Digits => ordinal_unit(cx, atoms, at)
            .or_else(|| counted_past(cx, atoms, at))
            .map(|found| ended(cx, atoms, found)),
        _ => named_period(cx, atoms, at),
    }
}

/// `the summer`, `the fall of 1989`; not `the fall of the wall`, `the Summer Olympics`.
fn the_season(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, season: &str) -> Option<Found> {
    if let Some((year, end)) = trailing_year(cx, atoms, i + 1) {
        return Some(date(end, year_part(year, season)));
    }
    if atoms.text(i) == "Spring" && atoms.text(i + 1) == "Festival" {
        return Some(date(i + 2, "XXXX"));
    }
    let falling = season == "FA" && atoms.is_any(i + 1, &["of", "in"]);
    let name = atoms.capital(i) && atoms.capital(i + 1);
    let text = if cx.is_timeml() { cx.anchor.season(season, 0) } else { format!("XXXX-{season}") };
    (!falling && !name).then(|| date(i + 1, text))
}

/// `the two years`, `the 12 months`: a length that the text knows.
fn counted_past(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (size, after) = durations::count(atoms, i)?;
    let at = atoms.past_hyphen(after);
    let (unit, end) = durations::unit(atoms, at)?;
    let ended = matches!(atoms.text(end), "ended" | "ending" | "to");
    (ended && !unit.is_clock()).then(|| durations::length(cx, end, unit, size))
}

/// A period with the day of its end: `the quarter ended Sept. 30`, `the year ending in March`.
fn ended(cx: &Context<'_>, atoms: &Atoms<'_>, found: Found) -> Found {
    let at = found.end;
    if cx.is_timeml() || !atoms.is_any(at, &["ended", "ending"]) {
        return found;
    }
    let day = absolute::find(cx, atoms, at + 1 + usize::from(atoms.is(at + 1, "in")));
    match day {
        Some(day) => found.ending(day.end),
        None => found,
    }
}

/// `the same period last year`, `the turn of the century`, `the rest of the year`.
fn named_period(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if atoms.is_any(i, &["turn", "rest", "remainder"]) && atoms.is(i + 1, "of") {
        return part_of(cx, atoms, i, Qualifier::End)
            .filter(|_| !atoms.is(i, "turn") || atoms.is(i + 3, "century"));
    }
    let moment = atoms.is_any(i, &["moment", "present"]) && i >= 2 && atoms.is(i - 2, "at");
    if moment && cx.is_timeml() {
        return Some(date(i + 1, "PRESENT_REF"));
    }
    if atoms.is_any(i, &["entire", "whole", "other"]) {
        let Some(C::Unit(unit)) = atoms.calendar(i + 1) else { return None };
        if atoms.is(i, "other") {
            return (unit == TimeUnit::Day).then(|| date(i + 2, "PAST_REF"));
        }
        return Some(durations::length(cx, i + 2, unit, Size::One(1.0)));
    }
    let period = atoms.is(i, "corresponding") && atoms.is_any(i + 1, &["period", "quarter", "month"]);
    if period { period_of_year(cx, atoms, i + 2) } else { None }
}

/// `the morning`, `the night of Sept. 11`.
fn daypart_of(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, part: &str) -> Option<Found> {
    let at = i + 2;
    if atoms.is(at, "of") {
        let day = absolute::find(cx, atoms, at + 1).filter(|day| day.label == crate::tag::Label::Date);
        if let Some((day, value)) = day.and_then(|day| day.value.clone().map(|value| (day, value))) {
            return Some(time(day.end, format!("{}T{part}", value.text)));
        }
    }
    let led = atoms.follows(
        i,
        &["in", "during", "through", "throughout", "into", "of", "for", "by", "all", "at", "before", "spent"],
    );
    led.then(|| time(at, format!("XXXX-XX-XXT{part}")))
}

/// `the year`, `the week`: some unit that the text is about.
pub(super) fn unit_with_the(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    let end = i + 2;
    if unit.is_clock() || matches!(unit, TimeUnit::Quarter | TimeUnit::Century) {
        return None;
    }
    // In TimeML's news an unnamed year is the one that is.
    let text = cx.reference().unit(unit, 0);
    let text = if unit == TimeUnit::Decade { "XXXX".to_owned() } else { text };
    if let Some(year) = years::year_at(atoms, end).filter(|_| unit == TimeUnit::Year) {
        return Some(date(end + 1, format!("{year:04}")));
    }
    let before = atoms.is(end, "before");
    let near = before || atoms.is(end, "after");
    let led = atoms.follows(i, &["of", "for", "during", "in", "throughout", "on"]);
    let general = unit != TimeUnit::Day || led || atoms.clitic_s(end);
    if atoms.joins(end) || !(near || general) {
        return None;
    }
    let alone =
        near && !matches!(atoms.kind(end + 1), Kind::Other | Kind::Function(_)) && !atoms.capital(end + 1);
    if alone && atoms.calendar(end + 1).is_none() && atoms.digits(end + 1).is_none() {
        let text = cx.reference().unit(unit, if before { -1 } else { 1 });
        return Some(date(end + 1, text));
    }
    // `the day before yesterday`, `the day after tomorrow`.
    if let Some(C::Day(shift)) = atoms.calendar(end + 1).filter(|_| near && unit == TimeUnit::Day) {
        return Some(date(end + 2, cx.anchor.day(i64::from(shift) + if before { -1 } else { 1 })));
    }
    Some(ended(cx, atoms, date(end, text)))
}

/// Behind `last`, `this`, `next`: what is shifted from the article's date.
pub(super) fn shifted(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, shift: i64) -> Option<Found> {
    let anchor = cx.anchor;
    match atoms.kind(i) {
        Kind::Calendar(C::Unit(unit)) if shift != 0 && !atoms.joins(i + 1) && lasts(atoms, i, unit) => {
            Some(durations::length(cx, i + 1, unit, Size::One(1.0)))
        }
        Kind::Calendar(C::Unit(unit)) if !unit.is_clock() && !atoms.joins(i + 1) => {
            Some(date(i + 1, anchor.unit(unit, shift)))
        }
        Kind::Number(N::Quarter) => Some(date(i + 1, anchor.unit(TimeUnit::Quarter, shift))),
        Kind::Calendar(C::Weekend) => Some(date(i + 1, format!("{}-WE", anchor.unit(TimeUnit::Week, shift)))),
        Kind::Calendar(C::Weekday(day)) => {
            Some(with_daypart(atoms, i + 1, anchor.shifted_weekday(day, shift)))
        }
        Kind::Calendar(C::Daypart(part)) => {
            let known = shift == 0 || (shift == -1 && part == "NI");
            if shift == 1 {
                return Some(time(i + 1, format!("{}T{part}", cx.reference().day(1))));
            }
            known.then(|| time(i + 1, format!("{}T{part}", anchor.day(shift))))
        }
        Kind::Calendar(C::Season(season)) => Some(date(i + 1, anchor.season(season, shift))),
        Kind::Calendar(C::Month(_)) => {
            let (month, end) = month_at(atoms, i)?;
            // Whether `last April` is of this year or the one before is not said.
            let text = match (shift, anchor.year()) {
                (0, Some(year)) => format!("{year:04}-{month:02}"),
                (1, _) => anchor.month(month, super::resolve::Direction::Future),
                _ => anchor.month(month, super::resolve::Direction::Past),
            };
            Some(date(end, text))
        }
        Kind::Function(F::Named) => absolute::find(cx, atoms, i),
        Kind::Function(F::Fiscal) if atoms.is(i + 1, "year") => {
            Some(date(i + 2, anchor.unit(TimeUnit::Year, shift)))
        }
        Kind::Other if atoms.is(i, "season") && !cx.is_timeml() => {
            let text = if shift == 0 { anchor.unit(TimeUnit::Year, 0) } else { "XXXX".to_owned() };
            Some(date(i + 1, text))
        }
        Kind::Function(F::Stage(stage)) if atoms.calendar(i + 1).is_some() => {
            shifted(cx, atoms, i + 1, shift).map(|found| found.qualified(stage))
        }
        _ => length_from_now(cx, atoms, i),
    }
}

/// Whether `the last year`, `the next hour` up to `i` is a length: `over the last year`; `the last hour`
/// always is.
fn lasts(atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> bool {
    let Some(article) = i.checked_sub(2).filter(|at| atoms.function(*at) == Some(F::The)) else {
        return false;
    };
    let led = atoms.follows(article, &["over", "in", "during", "for", "within", "throughout"]);
    let period = led || unit >= TimeUnit::Decade;
    unit.is_clock() || unit >= TimeUnit::Week && period && !atoms.is(i + 1, "of")
}

/// `four years`, `few days` behind `the last`, `the next`, `the past`.
pub(super) fn length_from_now(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (size, after) = durations::count(atoms, i)?;
    if atoms.function(i) == Some(F::A) {
        return None;
    }
    let (unit, end) = durations::unit(atoms, atoms.past_hyphen(after))?;
    Some(durations::length(cx, end, unit, size))
}

/// `past four years`, `past week`, `coming days`, `recent years`.
fn stretch(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let way = atoms.function(i)?;
    let led = i.checked_sub(1).is_some_and(|at| matches!(atoms.function(at), Some(F::The | F::Shift(0))));
    match (way, atoms.calendar(i + 1)) {
        (F::Recent, Some(C::Units(_))) if atoms.is(i, "recent") => Some(date(i + 2, "PAST_REF")),
        (F::Recent, Some(C::Unit(unit))) if atoms.is(i, "latest") && unit >= TimeUnit::Week => {
            Some(date(i + 2, "PAST_REF"))
        }
        (F::Recent, None) if atoms.is(i, "latest") && atoms.number_word(i + 1) == Some(N::Quarter) => {
            Some(date(i + 2, cx.anchor.unit(TimeUnit::Quarter, -1)))
        }
        (F::Coming, Some(C::Units(_))) => Some(date(i + 2, "FUTURE_REF")),
        (F::Past, Some(C::Units(_))) if led => Some(date(i + 2, "PAST_REF")),
        (F::Coming, Some(C::Unit(_) | C::Weekend | C::Weekday(_) | C::Month(_))) => {
            shifted(cx, atoms, i + 1, 1)
        }
        (F::Past, Some(C::Unit(unit))) if led => Some(durations::length(cx, i + 2, unit, Size::One(1.0))),
        (F::Past, Some(C::Weekend | C::Weekday(_) | C::Season(_))) if led => shifted(cx, atoms, i + 1, -1),
        (F::Past, None) if led && atoms.number_word(i + 1) == Some(N::Quarter) => {
            shifted(cx, atoms, i + 1, -1)
        }
        (F::Past | F::Coming, None) if !atoms.follows(i, &["half", "quarter"]) => {
            length_from_now(cx, atoms, i + 1)
        }
        (F::Past, None)
            if led && cx.is_timeml() && atoms.follows(i - 1, &["in"]) && !atoms.small_word(i + 1) =>
        {
            Some(date(i + 1, "PAST_REF"))
        }
        _ => None,
    }
}

/// `these days`, `those years`.
fn those(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let Some(C::Units(unit)) = atoms.calendar(i + 1) else { return None };
    let these = atoms.is(i, "these");
    (unit == TimeUnit::Day || !these).then(|| date(i + 2, if these { "PRESENT_REF" } else { "PAST_REF" }))
}

/// `a half hour`, `a half day`; `a day` alone is a length like any other.
fn half_unit(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if !atoms.is(i + 1, "half") {
        return None;
    }
    let at = atoms.past_hyphen(i + 2);
    match atoms.calendar(at)? {
        C::Unit(unit) => Some(durations::length(cx, at + 1, unit, Size::One(0.5))),
        _ => None,
    }
}

/// `now`, `recently`, `the future` in TimeML's list.
fn deictic(atoms: &Atoms<'_>, i: usize, value: &str) -> Option<Found> {
    let future = atoms.is(i, "future");
    let noun = atoms.follows(i, &["the", "near", "in", "foreseeable"])
        && !matches!(atoms.kind(i + 1), Kind::Other if !atoms.is_any(i + 1, &["and", "if", "but", "as"]));
    let soon =
        atoms.is(i, "soon") && (atoms.follows(i, &["as", "too", "very", "how"]) || atoms.is(i + 1, "after"));
    let now = atoms.is(i, "now")
        && (atoms.follows(i, &["until", "just"]) && atoms.is(i + 1, "known") || atoms.joins(i + 1));
    ((!future || noun) && !soon && !now).then(|| date(i + 1, value))
}
