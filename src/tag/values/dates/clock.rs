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
        return Some(time(i + 1, text));
    }
    if let Some((text, end)) = spoken(atoms, i) {
        return Some(time(end, text));
    }
    let from = reading(atoms, i);
    let joint = |end: usize| if atoms.joins(end) || atoms.is(end, "to") { Some(end + 1) } else { None };
    let Some(from) = from else {
        // `6 to 8 p.m.`: the first hour takes its half of the day from the second.
        let (hour, _) = atoms.plain(i).filter(|(hour, _)| (1..=12).contains(hour))?;
        let to = reading(atoms, joint(i + 1)?).filter(|to| to.meridiem)?;
        let half = if to.hour >= 12 && hour < 12 { 12 } else { 0 };
        return Some(time(to.end, format!("T{:02}/{}", hour + half, to.text())));
    };
    match joint(from.end).and_then(|at| reading(atoms, at)) {
        Some(to) => Some(time(to.end, format!("{}/{}", from.text(), to.text()))),
        None => {
            let day = from.meridiem.then(|| day_at(cx, atoms, from.end)).flatten();
            Some(match day {
                Some(day) => time(from.end + 1, format!("{day}{}", from.text())),
                None => time(from.end, from.text()),
            })
        }
    }
}

/// The day right behind a time: `6 p.m. Tuesday`, `9 a.m. today`.
fn day_at(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<String> {
    let dated = matches!(atoms.kind(i + 1), Kind::Digits | Kind::Calendar(_))
        || atoms.mark(i + 1, ',') && matches!(atoms.kind(i + 2), Kind::Calendar(_));
    match atoms.calendar(i).filter(|_| !dated)? {
        CalendarWord::Weekday(day) if atoms.capital(i) => Some(cx.anchor.weekday(day, direction(atoms, i))),
        CalendarWord::Day(shift) if !atoms.capital(i) => Some(cx.anchor.day(i64::from(shift))),
        _ => None,
    }
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
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    meridiem: bool,
    zone: &'static str,
}

impl Reading {
    fn text(&self) -> String {
        let minute = self.minute.map_or_else(String::new, |minute| format!(":{minute:02}"));
        let second = self.second.map_or_else(String::new, |second| format!(":{second:02}"));
        format!("T{:02}{minute}{second}{}", self.hour, self.zone)
    }
}

fn reading(atoms: &Atoms<'_>, i: usize) -> Option<Reading> {
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
    possible.then_some(Reading { end, hour, minute, second, meridiem, zone: offset })
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
    if atoms.is(i, "local") && atoms.is(i + 1, "time") {
        return Some(("", i + 2));
    }
    zone_offset(atoms.text(i)).map(|offset| (offset, i + 1))
}
