//! Times that hang on one that the text named before: `that day`, `the following week`, `the same period
//! last year`.
//!
//! Invariant: where no such time is known the value stays open.

use crate::lexicon::calendar::{CalendarWord as C, TimeUnit};
use crate::lexicon::numerals::NumberWord as N;
use crate::tag::values::atoms::Atoms;
use crate::tag::values::words::Function as F;
use crate::tag::values::{Context, Found};

use super::absolute::month_at;
use super::parts::year_part;
use super::relative::length_from_now;
use super::weekdays::with_daypart;
use super::years::trailing_year;
use super::{date, durations, time};

/// `following week`, `same day`, `that year`, `previous month`, `that same night`.
pub(super) fn tied(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, shift: i8) -> Option<Found> {
    if let Some(F::Tied(0)) = atoms.function(i + 1).filter(|_| atoms.is(i, "that")) {
        return tied(cx, atoms, i + 1, 0);
    }
    // `following Thursday's arrest`: a preposition.
    if atoms.is(i, "following") && !atoms.follows(i, &["the", "that"]) {
        return None;
    }
    let (now, shift) = (cx.reference(), i64::from(shift));
    let end = i + 2;
    let text = match atoms.calendar(i + 1) {
        Some(C::Unit(unit)) if !unit.is_clock() && !atoms.joins(end) => now.unit(unit, shift),
        Some(C::Weekend) => format!("{}-WE", now.unit(TimeUnit::Week, shift)),
        Some(C::Weekday(day)) if shift != 0 => {
            return Some(with_daypart(atoms, end, now.shifted_weekday(day, shift)));
        }
        Some(C::Weekday(day)) => return Some(with_daypart(atoms, end, now.shifted_weekday(day, -1))),
        Some(C::Season(season)) => now.season(season, shift),
        Some(C::Daypart(part)) => return Some(time(end, format!("{}T{part}", now.day(shift)))),
        Some(C::Month(_)) => {
            let (month, end) = month_at(atoms, i + 1)?;
            return Some(date(end, year_part(now.year().filter(|_| shift == 0), &format!("{month:02}"))));
        }
        _ => return tied_length(cx, atoms, i, shift),
    };
    Some(date(end, text))
}

/// `previous two years`, `same quarter`, `same period last year`; in TimeML's list also `that time`.
fn tied_length(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, shift: i64) -> Option<Found> {
    if atoms.is(i, "same") && atoms.is_any(i + 1, &["period", "quarter", "time"]) {
        return period_of_year(cx, atoms, i + 2)
            .or_else(|| atoms.is(i + 1, "quarter").then(|| date(i + 2, quarter_in_focus(cx))));
    }
    if atoms.number_word(i + 1) == Some(N::Quarter) {
        let quarter = cx.focus.get().quarter().and_then(|quarter| Some(quarter + i32::try_from(shift).ok()?));
        return Some(date(i + 2, quarter.map_or_else(|| "XXXX-QX".to_owned(), durations::quarter_text)));
    }
    let then = atoms.is(i, "that") && atoms.is(i + 1, "time") && !atoms.is(i, "same");
    if then && cx.is_timeml() && atoms.follows(i, &["at", "by", "since", "until", "before", "from"]) {
        return Some(date(i + 2, "PAST_REF"));
    }
    if shift == 0 { None } else { length_from_now(cx, atoms, i + 1) }
}

/// The year or earlier time behind `the same period`.
pub(super) fn period_of_year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    // TimeML has `last year` alone.
    if cx.is_timeml() {
        return None;
    }
    let of = usize::from(atoms.is_any(i, &["of", "in"]));
    if let Some((year, end)) = trailing_year(cx, atoms, i + of) {
        return Some(date(end, year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"))));
    }
    let ago = atoms.function(i) == Some(F::A) && atoms.is(i + 1, "year");
    (ago && atoms.is_any(i + 2, &["ago", "earlier"]))
        .then(|| date(i + 3, durations::shifted_focus(cx, TimeUnit::Year, -1)))
}

pub(super) fn quarter_in_focus(cx: &Context<'_>) -> String {
    let quarter = cx.focus.get().quarter();
    quarter.map_or_else(|| "XXXX-QX".to_owned(), durations::quarter_text)
}
