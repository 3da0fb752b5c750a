//! Dates by the calendar: `Sept. 26, 2023`, `26 September`, `2023-09-26`, `April`.
//!
//! Invariant: month names that are also words or names (`May`, `March`) need a day, a year or a
//! preposition; dates in figures that read two ways keep only what is sure.

use crate::document::PartialDate;
use crate::lexicon::calendar::CalendarWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers;
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};

use super::civil::month_length;
use super::resolve::{Direction, days_ahead, direction};
use super::weekdays::{short_weekday, weekday};
use super::years::{decade, era_year, trailing_year, year, year_at};
use super::{date, holidays, years};

/// The absolute date at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Weekday(day)) if atoms.capital(i) => {
            through(cx, atoms, i, weekday(cx, atoms, i, day)?)
        }
        Kind::Calendar(CalendarWord::ShortWeekday(day)) if atoms.capital(i) => {
            short_weekday(cx, atoms, i, day)
        }
        Kind::Calendar(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)) => {
            through(cx, atoms, i, month_first(cx, atoms, i)?)
        }
        Kind::Digits => figures(atoms, i)
            .or_else(|| day_first(cx, atoms, i))
            .or_else(|| decade(cx, atoms, i))
            .or_else(|| year(cx, atoms, i)),
        Kind::Mark('\'' | '’' | '‘') => decade(cx, atoms, i).or_else(|| short_year(atoms, i)),
        Kind::Function(Function::The) => with_article(cx, atoms, i),
        Kind::Function(Function::Fiscal) => years::fiscal(cx, atoms, i),
        Kind::Function(Function::Between) => between(cx, atoms, i),
        Kind::Function(Function::Named) => {
            years::by_letters(cx, atoms, i).or_else(|| holidays::find(cx, atoms, i))
        }
        Kind::Other if matches!(atoms.text(i), "AD" | "A") => christian_year(atoms, i),
        _ => None,
    }
}

/// `Monday through Friday`, `May 3 to June 7`: a span of like times, which OntoNotes takes whole; not
/// `moved from Monday to Friday`.
fn through(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, from: Found) -> Option<Found> {
    const MOVED: &[&str] =
        &["moved", "postponed", "rescheduled", "delayed", "shifted", "changed", "adjourned"];
    let end = from.end;
    let joint = atoms.is_any(end, &["to", "through"]) || atoms.joins(end);
    if cx.is_timeml()
        || !joint
        || !atoms.capital(end + 1)
        || (i.saturating_sub(5)..i).any(|at| atoms.is_any(at, MOVED))
    {
        return Some(from);
    }
    let to = match (atoms.kind(i), atoms.kind(end + 1)) {
        (Kind::Calendar(CalendarWord::Weekday(_)), Kind::Calendar(CalendarWord::Weekday(day))) => {
            weekday(cx, atoms, end + 1, day)
        }
        (
            Kind::Calendar(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)),
            Kind::Calendar(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)),
        ) => month_first(cx, atoms, end + 1),
        _ => None,
    };
    let Some(to) = to.filter(|to| to.label == from.label) else { return Some(from) };
    let text =
        from.value.as_ref().zip(to.value.as_ref()).map(|(from, to)| format!("{}/{}", from.text, to.text));
    Some(text.map_or(Found { value: None, ..date(to.end, "") }, |text| date(to.end, text)))
}

/// A month name with a capital, and one past it.
pub(super) fn month_at(atoms: &Atoms<'_>, i: usize) -> Option<(u8, usize)> {
    match atoms.calendar(i).filter(|_| atoms.capital(i))? {
        CalendarWord::Month(month) => Some((month, i + 1)),
        CalendarWord::ShortMonth(month) => Some((month, atoms.past_stop(i + 1))),
        _ => None,
    }
}

/// A day of the month in figures, and one past its suffix.
fn day_at(atoms: &Atoms<'_>, i: usize) -> Option<(u8, usize)> {
    let (day, figures) = atoms.plain(i)?;
    let day = u8::try_from(day).ok().filter(|day| figures <= 2 && (1..=31).contains(day))?;
    let suffix = atoms.glued(i + 1) && atoms.is_any(i + 1, &["st", "nd", "rd", "th"]);
    let stuck =
        atoms.glued(i + 1) && matches!(atoms.kind(i + 1), Kind::Mark(':' | '%' | '/' | '°') | Kind::Other);
    (suffix || !stuck).then_some((day, i + 1 + usize::from(suffix)))
}

fn complete(
    cx: &Context<'_>,
    atoms: &Atoms<'_>,
    i: usize,
    year: Option<i32>,
    month: u8,
    day: u8,
) -> Option<String> {
    let year = year
        .or_else(|| told_year(cx, atoms, i))
        .or_else(|| cx.anchor.nearest_year(month, day, days_ahead(atoms, i)));
    let possible = (1..=month_length(year, month)).contains(&day);
    possible.then(|| PartialDate { year, month: Some(month), day: Some(day) }.to_string())
}

/// The year of a month or day without one where the text tells of years long before the article, or where
/// the article's date is not known but a year was named.
fn told_year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<i32> {
    let told = cx.focus.get().told_year(if cx.anchor.is_unknown() { 0 } else { 1 })?;
    let long_ago = cx.anchor.year().is_none_or(|year| told < year - 1);
    (long_ago && direction(atoms, i) == Direction::Past).then_some(told)
}

pub(super) fn month_first(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (month, after) = month_at(atoms, i)?;
    // `May Day`
    if month == 5 && atoms.text(after) == "Day" {
        return Some(date(after + 1, complete(cx, atoms, i, None, 5, 1)?));
    }
    if let Some((day, end)) = spelled_day(atoms, after) {
        return month_day(cx, atoms, i, (month, day), end);
    }
    if let Some((day, end)) =
        day_at(atoms, after).filter(|_| !atoms.glued(after) || atoms.mark(after - 1, '.'))
    {
        return month_day(cx, atoms, i, (month, day), end);
    }
    if let Some((year, end)) = trailing_year(cx, atoms, after) {
        return Some(date(end, PartialDate { year, month: Some(month), day: None }.to_string()));
    }
    let ambiguous = matches!(
        atoms.text(i),
        "May" | "March" | "MAY" | "MARCH" | "Mar" | "Jan" | "Jun" | "Dec" | "Sep" | "August"
    );
    let short = matches!(atoms.calendar(i), Some(CalendarWord::ShortMonth(_)));
    if (short && after == i + 1) || (ambiguous && !introduced(atoms, i)) || named(atoms, i, after) {
        return None;
    }
    Some(date(
        after,
        match told_year(cx, atoms, i) {
            Some(year) => PartialDate { year: Some(year), month: Some(month), day: None }.to_string(),
            None => cx.anchor.month(month, direction(atoms, i)),
        },
    ))
}

/// `seventh`, `twenty-first` behind a month.
fn spelled_day(atoms: &Atoms<'_>, i: usize) -> Option<(u8, usize)> {
    atoms.number_word(i)?;
    let (place, end) = numbers::ordinal(atoms, i)?;
    let counts = atoms.calendar(end).is_some() || atoms.number_word(end).is_some() || atoms.small_word(end);
    let day = (1u8..=31).find(|day| f64::from(*day) == place)?;
    (!counts || atoms.is_any(end, &["in", "at", "by", "and", "when", "after"])).then_some((day, end))
}

/// Whether a word before `i` calls for a date.
fn introduced(atoms: &Atoms<'_>, i: usize) -> bool {
    const CALLS: &[&str] = &[
        "in", "since", "by", "until", "till", "from", "of", "last", "next", "this", "late", "early", "mid",
        "during", "between", "through", "for", "before", "after", "previous", "every",
    ];
    let joined = i >= 2 && (atoms.follows(i, &["and", "or", "to"]) || atoms.joins(i - 1));
    atoms.follows(i, CALLS) || (joined && matches!(atoms.calendar(i - 2), Some(CalendarWord::Month(_))))
}

/// Whether a bare month is part of a person's name: `April Jones`, `Theresa May`.
fn named(atoms: &Atoms<'_>, i: usize, after: usize) -> bool {
    let name =
        |at: usize| atoms.capital(at) && matches!(atoms.kind(at), Kind::Other) && atoms.text(at).len() > 1;
    let first_name = matches!(atoms.text(i), "April" | "June" | "August" | "May" | "July");
    (first_name && name(after) && !introduced(atoms, i))
        || (ambiguous_surname(atoms, i) && i > 1 && name(i - 1))
}

fn ambiguous_surname(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(atoms.text(i), "May" | "March" | "June" | "August")
}

fn month_day(
    cx: &Context<'_>,
    atoms: &Atoms<'_>,
    i: usize,
    (month, day): (u8, u8),
    end: usize,
) -> Option<Found> {
    let attacks = atoms.is_any(end, &["attack", "attacks", "terrorist", "terror", "hijackers", "hijackings"]);
    if (month, day) == (9, 11) && attacks {
        return Some(date(end, "2001-09-11"));
    }
    let spaced = atoms.is_any(end, &["to", "and"]) && !cx.is_timeml();
    let dash = matches!(atoms.kind(end), Kind::Mark('-' | '–' | '—')) || spaced;
    let second = day_at(atoms, end + 1).filter(|(last, _)| dash && *last > day);
    // `May 5 to 10 people`, `May 5 and 6 soldiers`: the second number counts what follows.
    let second = second.filter(|&(_, last)| !atoms.small_word(last) || !atoms.plural_noun(last));
    let (last, end) = second.map_or((None, end), |(last, end)| (Some(last), end));
    let (year, end) = trailing_year(cx, atoms, end).unwrap_or((None, end));
    let mut text = complete(cx, atoms, i, year, month, day)?;
    if let Some(last) = last {
        text = format!("{text}/{}", complete(cx, atoms, i, year, month, last)?);
    }
    Some(date(end, text))
}

/// `26 September 2023`, `26-28 September`, `26th of September`.
pub(super) fn day_first(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (day, mut end) = day_at(atoms, i)?;
    let mut last = None;
    if matches!(atoms.kind(end), Kind::Mark('-' | '–')) || atoms.is_any(end, &["to", "and"]) {
        let second = day_at(atoms, end + 1).filter(|(second, _)| *second > day)?;
        (last, end) = (Some(second.0), second.1);
    }
    end = atoms.past_hyphen(end + usize::from(atoms.is(end, "of")));
    let (month, after) = month_at(atoms, end)?;
    let (year, end) = trailing_year(cx, atoms, atoms.past_hyphen(after)).unwrap_or((None, after));
    let mut text = complete(cx, atoms, i, year, month, day)?;
    if let Some(last) = last {
        text = format!("{text}/{}", complete(cx, atoms, i, year, month, last)?);
    }
    Some(date(end, text))
}

/// `2023-09-26`, `9/26/2023`, `26.09.2023`, `9/11`.
pub(super) fn figures(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let glue = |at: usize, marks: [char; 2]| {
        let mark = marks.into_iter().find(|mark| atoms.mark(at, *mark))?;
        (atoms.glued(at) && atoms.glued(at + 1)).then_some(mark)
    };
    if atoms.digits(i)?.contains('.') {
        return dotted(atoms, i);
    }
    let mark = glue(i + 1, ['-', '/'])?;
    let (first, wide) = atoms.plain(i)?;
    let (second, _) = atoms.plain(i + 2).filter(|(_, figures)| *figures <= 2)?;
    let third = atoms.plain(i + 4).filter(|_| glue(i + 3, ['-', '/']) == Some(mark));
    let more = matches!(atoms.kind(i + 5), Kind::Mark('-' | '/')) && atoms.glued(i + 5) && atoms.glued(i + 6);
    let narrow = |n: u32| u8::try_from(n).ok();
    match third.filter(|_| !more) {
        Some((third, _)) if wide == 4 => {
            ymd(i32::try_from(first).ok()?, narrow(second)?, narrow(third)?, i + 5)
        }
        Some((third, 4)) => {
            let (year, first, second) = (i32::try_from(third).ok()?, narrow(first)?, narrow(second)?);
            match (first > 12, second > 12 || first == second) {
                (false, true) => ymd(year, first, second, i + 5),
                (true, false) => ymd(year, second, first, i + 5),
                // Which is the month depends on the country: only the year is sure.
                (false, false) => Some(date(i + 5, format!("{year:04}-XX-XX"))),
                (true, true) => None,
            }
        }
        None if (first, second, mark) == (9, 11, '/') => Some(date(i + 3, "2001-09-11")),
        _ => None,
    }
}

fn ymd(year: i32, month: u8, day: u8, end: usize) -> Option<Found> {
    let possible = (1..=12).contains(&month) && (1..=month_length(Some(year), month)).contains(&day);
    let date_of = PartialDate { year: Some(year), month: Some(month), day: Some(day) };
    possible.then(|| date(end, date_of.to_string()))
}

/// `26.09.2023`: where dots separate, the day comes first.
fn dotted(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let mut parts = atoms.text(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?, i + 1)
}

/// `the 1990s`, `the 26th of September`, `the '90s`, `the 26th`.
fn with_article(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1;
    if let Some(CalendarWord::Decade(tens)) = atoms.calendar(at) {
        return Some(date(at + 1, cx.anchor.decade(tens.into())));
    }
    match atoms.kind(at) {
        Kind::Digits | Kind::Mark('\'' | '’' | '‘') => decade(cx, atoms, at).or_else(|| {
            let (day, end) = day_at(atoms, at).filter(|(_, end)| *end > at + 1)?;
            let alone = !matches!(
                atoms.kind(end),
                Kind::Other | Kind::Calendar(_) | Kind::Function(_) | Kind::Number(_)
            );
            let bare = || {
                (alone && atoms.follows(i, &["on", "until", "by", "of"]))
                    .then(|| date(end, format!("XXXX-XX-{day:02}")))
            };
            day_first(cx, atoms, at).or_else(bare)
        }),
        _ => None,
    }
}

/// `'89`: a year by its last two figures.
fn short_year(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (year, figures) =
        atoms.plain(i + 1).filter(|_| atoms.glued(i + 1) != atoms.glued(i) || !atoms.glued(i))?;
    let alone = !atoms.glued(i + 2) || matches!(atoms.kind(i + 2), Kind::Mark(',' | '.' | ';' | ')'));
    (figures == 2 && alone && atoms.follows(i, &["of", "in", "since", "summer", "fall", "spring", "winter"]))
        .then(|| date(i + 2, format!("XX{year:02}")))
}

/// `AD 842`, `A.D. 500`.
fn christian_year(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let dotted = atoms.mark(i + 1, '.') && atoms.text(i + 2) == "D" && atoms.mark(i + 3, '.');
    let at = match atoms.text(i) {
        "AD" => i + 1,
        "A" if dotted => i + 4,
        _ => return None,
    };
    let (year, _) = atoms.plain(at)?;
    (year > 0 && era_year(atoms, at).is_none()).then(|| date(at + 1, format!("{year:04}")))
}

/// `between 1990 and 1995`, which OntoNotes marks with its `between`.
fn between(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if cx.is_timeml() || atoms.digits(i + 1).is_none() {
        return None;
    }
    year_at(atoms, i + 1)?;
    year(cx, atoms, i + 1).filter(|found| found.end == i + 4)
}
