//! Dates by the calendar: `Sept. 26, 2023`, `26 September`, `2023-09-26`, `1999`, `the 1990s`, `Q3 2023`.
//!
//! Invariant: month names that are also words or names (`May`, `March`) need a day, a year or a
//! preposition; dates in figures that read two ways keep only what is sure.

use crate::document::PartialDate;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};

use super::civil::month_length;
use super::holidays::{holiday, movable, new_year};
use super::resolve::direction;
use super::{date, time};

/// The absolute date at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Weekday(day)) if atoms.capital(i) => weekday(cx, atoms, i, day),
        Kind::Calendar(CalendarWord::ShortWeekday(day)) if atoms.capital(i) => {
            short_weekday(cx, atoms, i, day)
        }
        Kind::Calendar(CalendarWord::Weekdays(day)) if atoms.capital(i) => {
            Some(date(i + 1, format!("XXXX-WXX-{day}")))
        }
        Kind::Calendar(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)) => month_first(cx, atoms, i),
        Kind::Calendar(CalendarWord::Holiday(month, day)) if atoms.capital(i) => {
            holiday(atoms, i, month, day)
        }
        Kind::Calendar(CalendarWord::MovableHoliday) if atoms.capital(i) => Some(movable(atoms, i)),
        Kind::Digits => figures(atoms, i)
            .or_else(|| day_first(cx, atoms, i))
            .or_else(|| decade(atoms, i))
            .or_else(|| year(atoms, i)),
        Kind::Mark('\'' | '’' | '‘') => decade(atoms, i),
        Kind::Function(Function::The) => with_article(cx, atoms, i),
        Kind::Function(Function::Fiscal) => fiscal(atoms, i),
        Kind::Other if atoms.text(i) == "Q" => quarter(atoms, i),
        Kind::Other if atoms.is(i, "New") => new_year(atoms, i),
        _ => None,
    }
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

/// A year in four figures.
pub(super) fn year_at(atoms: &Atoms<'_>, i: usize) -> Option<i32> {
    let (year, figures) = atoms.plain(i)?;
    let stuck =
        atoms.glued(i + 1) && matches!(atoms.kind(i + 1), Kind::Other | Kind::Mark('%' | ':' | '°' | '/'));
    (figures == 4 && (1000..2200).contains(&year) && !stuck).then(|| i32::try_from(year).ok())?
}

/// `2023`, `, 2023`, `of 2023` behind a date.
fn trailing_year(atoms: &Atoms<'_>, i: usize) -> Option<(i32, usize)> {
    let comma = usize::from(atoms.mark(i, ',') || atoms.is(i, "of"));
    Some((year_at(atoms, i + comma)?, i + comma + 1))
}

fn complete(cx: &Context<'_>, year: Option<i32>, month: u8, day: u8) -> Option<String> {
    let year = year.or_else(|| cx.anchor.nearest_year(month, day));
    let possible = (1..=month_length(year, month)).contains(&day);
    possible.then(|| PartialDate { year, month: Some(month), day: Some(day) }.to_string())
}

fn month_first(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (month, after) = month_at(atoms, i)?;
    if let Some((day, end)) =
        day_at(atoms, after).filter(|_| !atoms.glued(after) || atoms.mark(after - 1, '.'))
    {
        return month_day(cx, atoms, month, day, end);
    }
    if let Some((year, end)) = trailing_year(atoms, after) {
        return Some(date(end, PartialDate { year: Some(year), month: Some(month), day: None }.to_string()));
    }
    let ambiguous = matches!(
        atoms.text(i),
        "May" | "March" | "MAY" | "MARCH" | "Mar" | "Jan" | "Jun" | "Dec" | "Sep" | "August"
    );
    let short = matches!(atoms.calendar(i), Some(CalendarWord::ShortMonth(_)));
    if (short && after == i + 1) || (ambiguous && !introduced(atoms, i)) || named(atoms, i, after) {
        return None;
    }
    Some(date(after, cx.anchor.month(month, direction(atoms, i))))
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

fn month_day(cx: &Context<'_>, atoms: &Atoms<'_>, month: u8, day: u8, end: usize) -> Option<Found> {
    let attacks = atoms.is_any(end, &["attack", "attacks", "terrorist", "terror", "hijackers"]);
    if (month, day) == (9, 11) && attacks {
        return Some(date(end, "2001-09-11"));
    }
    let dash = matches!(atoms.kind(end), Kind::Mark('-' | '–' | '—')) || atoms.is_any(end, &["to", "and"]);
    let second = day_at(atoms, end + 1).filter(|(last, _)| dash && *last > day);
    // `May 5 to 10 people`, `May 5 and 6 soldiers`: the second number counts what follows.
    let second = second.filter(|&(_, last)| !atoms.small_word(last) || !atoms.plural_noun(last));
    let (last, end) = second.map_or((None, end), |(last, end)| (Some(last), end));
    let (year, end) = trailing_year(atoms, end).map_or((None, end), |(year, end)| (Some(year), end));
    span_of_days(cx, year, month, day, last, end)
}

fn span_of_days(
    cx: &Context<'_>,
    year: Option<i32>,
    month: u8,
    day: u8,
    last: Option<u8>,
    end: usize,
) -> Option<Found> {
    let mut text = complete(cx, year, month, day)?;
    if let Some(last) = last {
        text = format!("{text}/{}", complete(cx, year, month, last)?);
    }
    Some(date(end, text))
}

/// `26 September 2023`, `26-28 September`, `26th of September`.
fn day_first(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (day, mut end) = day_at(atoms, i)?;
    let mut last = None;
    if matches!(atoms.kind(end), Kind::Mark('-' | '–')) || atoms.is_any(end, &["to", "and"]) {
        let second = day_at(atoms, end + 1).filter(|(second, _)| *second > day)?;
        (last, end) = (Some(second.0), second.1);
    }
    end = atoms.past_hyphen(end + usize::from(atoms.is(end, "of")));
    let (month, after) = month_at(atoms, end)?;
    let year = trailing_year(atoms, atoms.past_hyphen(after));
    let (year, end) = year.map_or((None, after), |(year, end)| (Some(year), end));
    span_of_days(cx, year, month, day, last, end)
}

fn weekday(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, day: u8) -> Option<Found> {
    if let Some(found) = dated(cx, atoms, i + 1) {
        return Some(found);
    }
    if matches!(atoms.text(i + 1), "Times" | "Telegraph" | "Mirror" | "Herald" | "Mail" | "Post" | "Night") {
        return None;
    }
    let text = cx.anchor.weekday(day, direction(atoms, i));
    Some(with_daypart(atoms, i + 1, text))
}

/// A date behind a weekday: `Tuesday, Sept. 26`.
fn dated(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + usize::from(atoms.mark(i, ','));
    match atoms.kind(at) {
        Kind::Digits => figures(atoms, at).or_else(|| day_first(cx, atoms, at)),
        Kind::Function(Function::The) => day_first(cx, atoms, at + 1),
        _ => {
            let (month, after) = month_at(atoms, at)?;
            let (day, end) = day_at(atoms, after)?;
            month_day(cx, atoms, month, day, end)
        }
    }
}

/// A day, or a part of it where one is named: `Saturday morning`.
pub(super) fn with_daypart(atoms: &Atoms<'_>, i: usize, text: String) -> Found {
    match atoms.calendar(i) {
        Some(CalendarWord::Daypart(part)) if !atoms.is(i, "overnight") && !atoms.capital(i) => {
            time(i + 1, format!("{text}T{part}"))
        }
        _ => date(i, text),
    }
}

fn short_weekday(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, day: u8) -> Option<Found> {
    let stop = i + 1 + usize::from(atoms.mark(i + 1, '.') && atoms.glued(i + 1));
    if let Some(found) = dated(cx, atoms, stop) {
        return Some(found);
    }
    let safe = stop > i + 1 && atoms.follows(i, &["on", "last", "next"]);
    safe.then(|| date(atoms.past_stop(i + 1), cx.anchor.weekday(day, direction(atoms, i))))
}

/// `2023-09-26`, `9/26/2023`, `26.09.2023`, `9/11`.
fn figures(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
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

/// `1990s`, `'90s`, `90s` behind `the` or a stage.
fn decade(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let mark = usize::from(matches!(atoms.kind(i), Kind::Mark(_)));
    let at = i + mark;
    let (number, figures) = atoms.plain(at).filter(|_| mark == 0 || atoms.glued(at))?;
    let clitic = usize::from(matches!(atoms.text(at + 1), "'" | "’") && atoms.glued(at + 1));
    let end = at + 2 + clitic;
    let s = atoms.text(end - 1) == "s" && atoms.glued(end - 1);
    if !s || number % 10 != 0 {
        return None;
    }
    let tens = number / 10;
    let age = i > 0 && (atoms.follows(i, &["his", "her", "their", "my", "your"]) || staged_age(atoms, i));
    match figures {
        4 if (1000..2200).contains(&number) => Some(date(end, format!("{tens}X"))),
        2 if age => Some(date(end, format!("P{tens}XY"))),
        2 if mark == 1 || atoms.follows(i, &["the", "early", "late"]) || atoms.joins(i.checked_sub(1)?) => {
            Some(date(end, format!("XX{tens}X")))
        }
        _ => None,
    }
}

fn staged_age(atoms: &Atoms<'_>, i: usize) -> bool {
    let owner = |at: Option<usize>| at.is_some_and(|at| atoms.is_any(at, &["his", "her", "their"]));
    owner(i.checked_sub(2)) || owner(i.checked_sub(3))
}

/// A bare year, or a span of two: `1999`, `2013-14`, `2010 to 2014`.
fn year(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some((before, end)) = era(atoms, i + 1) {
        let (year, _) = atoms.plain(i).filter(|(year, _)| *year > 0)?;
        return Some(date(end, if before { format!("-{:04}", year - 1) } else { format!("{year:04}") }));
    }
    const PREPOSITIONS: &[&str] = &[
        "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "through", "late",
        "early", "mid", "circa", "between", "and", "to",
    ];
    if atoms.glued(i)
        && !i
            .checked_sub(1)
            .is_some_and(|at| matches!(atoms.kind(at), Kind::Mark('(' | '"' | '“' | '-' | '–' | '—' | '[')))
    {
        return None;
    }
    let first = year_at(atoms, i)?;
    let dash = matches!(atoms.kind(i + 1), Kind::Mark('-' | '–' | '—' | '/'))
        && atoms.glued(i + 1)
        && atoms.glued(i + 2);
    let between = atoms.follows(i, &["between"]) && atoms.is(i + 1, "and");
    if let Some((last, figures)) = atoms.plain(i + 2).filter(|_| dash || atoms.is(i + 1, "to") || between) {
        let last = i32::try_from(last).ok()?;
        let last = if figures == 2 && dash { first / 100 * 100 + last } else { last };
        let stuck = atoms.glued(i + 3) && matches!(atoms.kind(i + 3), Kind::Mark('-' | '/') | Kind::Other);
        if last > first && last < 2200 && !stuck && (figures == 4 || dash) {
            return Some(date(i + 3, format!("{first:04}/{last:04}")));
        }
    }
    if dash && atoms.digits(i + 2).is_some() {
        return None;
    }
    let led = atoms.follows(i, PREPOSITIONS);
    // `the 2010 census`, `the 2014 protests`: what the article is before is no count of that many.
    let particular = atoms.follows(i, &["the"]) && (1900..2100).contains(&first) && first % 100 != 0;
    let counted = atoms.plural_noun(i + 1) && !particular
        || atoms.is_any(i + 1, &["percent", "million", "miles", "feet"])
        || measured(atoms, i + 1);
    let modern = (1700..2100).contains(&first);
    let approximate =
        atoms.follows(i, &["about", "than", "least", "nearly", "some", "almost", "#", "$", "over"]);
    let fine = modern || (led && first >= 1000);
    (fine && !counted && !approximate).then(|| date(i + 1, format!("{first:04}")))
}

fn measured(atoms: &Atoms<'_>, i: usize) -> bool {
    let unit = calendar_word(atoms.text(i)).is_some_and(|word| matches!(word, CalendarWord::Units(_)));
    unit || crate::lexicon::units::unit_symbol(atoms.text(i)).is_some()
}

/// `BC`, `AD` and the like behind a year: whether before the common era.
fn era(atoms: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    match atoms.text(i) {
        "BC" | "BCE" => Some((true, i + 1)),
        "AD" | "CE" => Some((false, i + 1)),
        _ => None,
    }
}

/// `the 1990s`, `the 26th of September`, `the '90s`, `the 26th`.
fn with_article(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1;
    if let Some(CalendarWord::Decade(tens)) = atoms.calendar(at) {
        return Some(date(at + 1, format!("XX{tens}X")));
    }
    match atoms.kind(at) {
        Kind::Digits | Kind::Mark('\'' | '’' | '‘') => decade(atoms, at).or_else(|| {
            let (day, end) = day_at(atoms, at).filter(|(_, end)| *end > at + 1)?;
            let alone = !matches!(
                atoms.kind(end),
                Kind::Other | Kind::Calendar(_) | Kind::Function(_) | Kind::Number(_)
            );
            let bare = || {
                (alone && atoms.follows(i, &["on", "until", "by"]))
                    .then(|| date(end, format!("XXXX-XX-{day:02}")))
            };
            day_first(cx, atoms, at).or_else(bare)
        }),
        _ => None,
    }
}

/// `fiscal 2023`, `fiscal year 2023`.
fn fiscal(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1 + usize::from(atoms.is(i + 1, "year"));
    let year = year_at(atoms, at)?;
    Some(date(at + 1, format!("{year:04}")))
}

/// `Q3`, `Q3 2023`.
fn quarter(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (quarter, _) = atoms.plain(i + 1).filter(|&(n, figures)| figures == 1 && (1..=4).contains(&n))?;
    let glued = atoms.glued(i + 1);
    let year = trailing_year(atoms, i + 2);
    let (year, end) = year.map_or(("XXXX".to_owned(), i + 2), |(year, end)| (format!("{year:04}"), end));
    glued.then(|| date(end, format!("{year}-Q{quarter}")))
}
