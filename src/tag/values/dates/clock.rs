//! Times of day: `18:30`, `6 p.m. EST`, `noon`, `10 o'clock`.
//!
//! Invariant: an hour is only read as one with minutes, a meridiem or `o'clock`.

use crate::lexicon::calendar::{CalendarWord, zone_offset};
use crate::lexicon::numerals::NumberWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::{Context, Found};

use super::resolve::direction;
use super::time;

/// The time of day, or range of two, at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some(CalendarWord::Hour(hour)) = atoms.calendar(i) {
        let text = if hour == 0 { "T24:00".to_owned() } else { format!("T{hour:02}:00") };
        let day = day_at(cx, atoms, i + 1);
        return Some(match day {
            Some((day, end)) => time(end, format!("{day}{text}")),
            None => time(i + 1, text),
        });
    }
    if let Some((text, end)) = spoken(atoms, i) {
        return Some(time(end, text));
    }
    if let Some(found) = of_daypart(atoms, i) {
        return Some(found);
    }
    let from = reading(cx, atoms, i);
    let to = |end| atoms.is(end, "to") && !cx.is_timeml();
    let joint = |end: usize| if atoms.joins(end) || to(end) { Some(end + 1) } else { None };
    let Some(from) = from else {
        // `6 to 8 p.m.`: the first hour takes its half of the day from the second.
        let (hour, _) = atoms.plain(i).filter(|(hour, _)| (1..=12).contains(hour))?;
        let to = reading(cx, atoms, joint(i + 1)?).filter(|to| to.meridiem)?;
        let half = if to.hour >= 12 && hour < 12 { 12 } else { 0 };
        return Some(time(to.end, format!("T{:02}/{}", hour + half, to.text())));
    };
    match joint(from.end).and_then(|at| reading(cx, atoms, at)) {
        Some(to) => Some(time(to.end, format!("{}/{}", from.text(), to.text()))),
        None => {
            // `3 o'clock in the afternoon`
            let part = atoms.is(from.end, "in") && atoms.is(from.end + 1, "the");
            let late = match atoms.calendar(from.end + 2).filter(|_| part && from.meridiem) {
                Some(CalendarWord::Daypart("MO")) => Some(0),
                Some(CalendarWord::Daypart("AF" | "EV")) => Some(12),
                _ => None,
            };
            if let Some(late) = late {
                let hour = from.hour % 12 + late;
                return Some(time(from.end + 3, Reading { hour, ..from }.text()));
            }
            let day = from.meridiem.then(|| day_at(cx, atoms, from.end)).flatten();
            Some(match day {
                Some((day, end)) => time(end, format!("{day}{}", from.text())),
                None => time(from.end, from.text()),
            })
        }
    }
}

/// `10 in the morning`, `eight in the evening`.
fn of_daypart(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if !(atoms.is(i + 1, "in") && atoms.is(i + 2, "the")) {
        return None;
    }
    let hour = match atoms.number_word(i) {
        Some(NumberWord::Small(hour)) => u32::from(hour),
        _ => atoms.digits(i)?.split('.').next()?.parse().ok()?,
    };
    let minute = atoms.text(i).split_once('.').map_or("00", |(_, minute)| minute);
    let late = match atoms.calendar(i + 3)? {
        CalendarWord::Daypart("MO") => 0,
        CalendarWord::Daypart("AF" | "EV") => 12,
        _ => return None,
    };
    ((1..=12).contains(&hour) && minute.len() == 2 && !atoms.joins(i + 4))
        .then(|| time(i + 4, format!("T{:02}:{minute}", hour % 12 + late)))
}

/// The day right behind a time, and one past it: `6 p.m. Tuesday`, `9 a.m. today`, `8 p.m. Friday night`.
fn day_at(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let dated = matches!(atoms.kind(i + 1), Kind::Digits | Kind::Calendar(CalendarWord::Month(_)))
        || atoms.mark(i + 1, ',') && matches!(atoms.kind(i + 2), Kind::Calendar(CalendarWord::Month(_)));
    let day = match atoms.calendar(i).filter(|_| !dated)? {
        CalendarWord::Weekday(day) if atoms.capital(i) => cx.anchor.weekday(day, direction(atoms, i)),
        CalendarWord::Day(shift) if !atoms.capital(i) => cx.anchor.day(i64::from(shift)),
        _ => return None,
    };
    let daypart = matches!(atoms.calendar(i + 1), Some(CalendarWord::Daypart(_))) && !atoms.capital(i + 1);
    Some((day, i + 1 + usize::from(daypart)))
}

/// `half past six`, `a quarter to nine`: the time in figures, and one past it.
fn spoken(atoms: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let at = i + usize::from(atoms.is(i, "a"));
    let minutes = match atoms.number_word(at)? {
        NumberWord::Half if at == i => 30,
        NumberWord::Quarter => 15,
        _ => return None,
    };
    let to = atoms.is(at + 1, "to") && minutes == 15;
    if !to && !atoms.is(at + 1, "past") {
        return None;
    }
    let hour = match atoms.number_word(at + 2) {
        Some(NumberWord::Small(hour)) => u32::from(hour),
        _ => atoms.plain(at + 2)?.0,
    };
    let named = (1..=12).contains(&hour);
    let hour = if to && hour == 1 { 12 } else { hour.saturating_sub(u32::from(to)) };
    let minute = if to { 60 - minutes } else { minutes };
    named.then(|| (format!("T{hour:02}:{minute:02}"), at + 3))
}

struct Reading {
    end: usize,
    /// Minutes and no zone, as TIMEX3 has it.
    timeml: bool,
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    meridiem: bool,
    zone: &'static str,
}

impl Reading {
    fn text(&self) -> String {
        if self.timeml {
            return format!("T{:02}:{:02}", self.hour, self.minute.unwrap_or_default());
        }
        let minute = self.minute.map_or_else(String::new, |minute| format!(":{minute:02}"));
        let second = self.second.map_or_else(String::new, |second| format!(":{second:02}"));
        format!("T{:02}{minute}{second}{}", self.hour, self.zone)
    }
}

fn reading(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Reading> {
    let digits = atoms.digits(i)?;
    let mut end = i + 1;
    let (hour, mut minute, mut second) = if let Some((hour, minute)) = digits.split_once('.') {
        // `6.30pm`, with a meridiem only.
        (hour.parse().ok()?, Some(minute.parse().ok().filter(|_| minute.len() == 2)?), None)
    } else {
        (
            atoms.plain(i).filter(|(_, figures)| *figures <= 2 || zone_at(atoms, i + 1).is_some())?.0,
            None,
            None,
        )
    };
    let dotted = minute.is_some();
    let mut hour: u32 = hour;
    let after_colon = |at: usize| {
        let glue = atoms.mark(at, ':') && atoms.glued(at) && atoms.glued(at + 1);
        atoms.plain(at + 1).filter(|&(part, figures)| glue && figures == 2 && part < 60).map(|(part, _)| part)
    };
    if let Some(part) = after_colon(end) {
        (minute, end) = (Some(part), end + 2);
        if let Some(part) = after_colon(end) {
            (second, end) = (Some(part), end + 2);
        }
    }
    let colon = end > i + 1;
    let mut meridiem = false;
    if let Some((afternoon, after)) = meridiem_at(atoms, end).filter(|_| (1..=12).contains(&hour)) {
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        (meridiem, end) = (true, after);
    } else if atoms.is(end, "o") && matches!(atoms.text(end + 1), "'" | "’") && atoms.is(end + 2, "clock") {
        end += 3;
        meridiem = (1..=12).contains(&hour);
    }
    let zone = zone_at(atoms, end);
    if !meridiem && !colon && digits.len() == 4 && zone.is_some() && !dotted {
        (hour, minute) = (hour / 100, Some(hour % 100));
    } else if !meridiem && (dotted || !colon) {
        return None;
    }
    let possible = hour <= 24 && minute.is_none_or(|minute| minute < 60);
    let (offset, end) = zone.unwrap_or(("", end));
    possible.then_some(Reading { end, timeml: cx.is_timeml(), hour, minute, second, meridiem, zone: offset })
}

/// `pm`, `p.m.`, `P.M.`: whether after noon, and one past it.
fn meridiem_at(atoms: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    if atoms.is_any(i, &["am", "pm"]) {
        return Some((atoms.is(i, "pm"), i + 1));
    }
    let dotted =
        atoms.is_any(i, &["a", "p"]) && atoms.mark(i + 1, '.') && atoms.glued(i + 1) && atoms.is(i + 2, "m");
    let end = i + 3;
    let inner = atoms.at(i + 2).is_some_and(|last| !last.closes) && atoms.mark(end, '.');
    let apart = atoms.mark(end, '.') && atoms.glued(end) && end + 1 < atoms.len();
    dotted.then(|| (atoms.is(i, "p"), end + usize::from(inner || apart)))
}

fn zone_at(atoms: &Atoms<'_>, i: usize) -> Option<(&'static str, usize)> {
    // `local time`, `Eastern time`, `Beijing time`, `Eastern Standard Time`.
    if (atoms.is(i, "local") || atoms.capital(i)) && atoms.is(i + 1, "time") {
        return Some(("", i + 2));
    }
    let standard = atoms.is_any(i + 1, &["standard", "daylight", "mean"]) && atoms.is(i + 2, "time");
    if standard && atoms.capital(i) {
        return Some((if atoms.is(i + 1, "mean") { "Z" } else { "" }, i + 3));
    }
    zone_offset(atoms.text(i)).map(|offset| (offset, i + 1))
}
