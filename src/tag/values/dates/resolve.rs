//! What relative dates come to, seen from the article's date.
//!
//! Invariant: a part that the article's date does not decide is written `X`, never filled in.

use std::ops::RangeInclusive;

use crate::document::PartialDate;
use crate::lexicon::calendar::TimeUnit;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::focus::Focus;
use crate::tag::values::words::Function;

use super::civil::{civil_from_days, days_from_civil, iso_week, month_length, weekday};

/// Which way from the article's date the sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tag::values) enum Direction {
    Past,
    Future,
}

/// The article's date as far as it is known and possible.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::tag::values) struct Anchor {
    year: Option<i32>,
    month: Option<u8>,
    days: Option<i64>,
}

impl Anchor {
    /// Of the article's date; parts outside the calendar count as unknown.
    pub fn new(date: Option<PartialDate>) -> Self {
        let date = date.unwrap_or_default();
        let year = date.year.filter(|year| (1..=9999).contains(year));
        let month = date.month.filter(|month| (1..=12).contains(month) && year.is_some());
        let day =
            date.day.filter(|day| month.is_some_and(|month| (1..=month_length(year, month)).contains(day)));
        let days = match (year, month, day) {
            (Some(year), Some(month), Some(day)) => Some(days_from_civil(year, month, day)),
            _ => None,
        };
        Self { year, month, days }
    }

    /// Of the time that the text speaks of: to the day, the month or the year, as it named it last.
    pub fn of_focus(focus: Focus) -> Self {
        if let Some(days) = focus.day() {
            return Self::of_day(days);
        }
        let month = focus.month().and_then(|months| u8::try_from(months.rem_euclid(12) + 1).ok());
        Self { year: focus.year(), month, days: None }
    }

    /// Of a day, in days from 1970-01-01.
    pub fn of_day(days: i64) -> Self {
        let (year, month, _) = civil_from_days(days);
        Self { year: Some(year), month: Some(month), days: Some(days) }
    }

    /// The decade with the figure `tens`, the last of that figure that had begun in the article's year.
    pub fn decade(self, tens: u32) -> String {
        let Some(year) = self.year.and_then(|year| u32::try_from(year).ok()) else {
            return format!("XX{tens}X");
        };
        let decade = year / 100 * 10 + tens;
        format!("{:03}X", if decade * 10 > year { decade - 10 } else { decade })
    }

    /// Whether nothing is known.
    pub const fn is_unknown(self) -> bool {
        self.year.is_none()
    }

    /// The year it is in.
    pub const fn year(self) -> Option<i32> {
        self.year
    }

    /// The day `shift` days on.
    pub fn day(self, shift: i64) -> String {
        self.days.map_or_else(|| "XXXX-XX-XX".to_owned(), |days| day_text(days + shift))
    }

    /// The named weekday nearest in `direction`; the article's own day counts both ways.
    pub fn weekday(self, day: u8, direction: Direction) -> String {
        let Some(today) = self.days else { return format!("XXXX-WXX-{day}") };
        let back = (weekday(today) - i64::from(day)).rem_euclid(7);
        day_text(if direction == Direction::Past || back == 0 { today - back } else { today + 7 - back })
    }

    /// The named weekday of the week that is `shift` weeks from this one, weeks beginning on Monday.
    pub fn weekday_of_week(self, day: u8, shift: i64) -> String {
        let Some(today) = self.days else { return format!("XXXX-WXX-{day}") };
        day_text(today - weekday(today) + i64::from(day) + 7 * shift)
    }

    /// A quarter or half of a year without its year: the nearest in `direction`, the current included.
    /// `parts` is how many of them a year has.
    pub fn part_of_year(self, place: u8, parts: u8, direction: Direction) -> Option<i32> {
        let (year, month) = self.year.zip(self.month)?;
        let now = (month - 1) / (12 / parts) + 1;
        Some(match direction {
            Direction::Past => year - i32::from(place > now),
            Direction::Future => year + i32::from(place < now),
        })
    }

    /// The season as of this year, or the one before it or after it by `shift`.
    pub fn season(self, season: &str, shift: i64) -> String {
        let Some((year, month)) = self.year.zip(self.month) else { return format!("XXXX-{season}") };
        // The month in which the season is over, roughly.
        let end = match season {
            "SP" => 5,
            "SU" => 8,
            "FA" => 11,
            _ => 2,
        };
        let year = match shift {
            -1 => year - i32::from(month <= end),
            1 => year + i32::from(month > end),
            _ => year,
        };
        format!("{year:04}-{season}")
    }

    /// `last` (-1), `this` (0), `next` (1) before a weekday.
    pub fn shifted_weekday(self, day: u8, shift: i64) -> String {
        let Some(today) = self.days else { return format!("XXXX-WXX-{day}") };
        let back = (weekday(today) - i64::from(day)).rem_euclid(7);
        day_text(match shift {
            -1 if back == 0 => today - 7,
            -1 => today - back,
            0 if back == 0 => today,
            _ => today + 7 - back,
        })
    }

    /// The weekend nearest in `direction`, or `shift` weeks from this week's.
    pub fn weekend(self, direction: Direction) -> String {
        let Some(today) = self.days else { return "XXXX-WXX-WE".to_owned() };
        let (year, week) = iso_week(match direction {
            Direction::Past => today - (weekday(today) + 1) % 7,
            Direction::Future => today,
        });
        format!("{year:04}-W{week:02}-WE")
    }

    /// A month without a year: the nearest in `direction`, this month included.
    pub fn month(self, month: u8, direction: Direction) -> String {
        let year = self.year.zip(self.month).map(|(year, now)| match direction {
            Direction::Past => year - i32::from(month > now),
            Direction::Future => year + i32::from(month < now),
        });
        PartialDate { year, month: Some(month), day: None }.to_string()
    }

    /// The year in which a month and day without one lie nearest, so many days ahead (behind, if negative).
    pub fn nearest_year(self, month: u8, day: u8, within: RangeInclusive<i64>) -> Option<i32> {
        let (days, year) = (self.days?, self.year?);
        let ahead = |year: i32| days_from_civil(year, month, day) - days;
        (year - 1..=year + 1)
            .filter(|year| day <= month_length(Some(*year), month) && within.contains(&ahead(*year)))
            .min_by_key(|year| ahead(*year).abs())
    }

    /// The unit `shift` units from the one the article is in: `last month`, `this year`.
    pub fn unit(self, unit: TimeUnit, shift: i64) -> String {
        let year = |n: i64| self.year.and_then(|year| i32::try_from(i64::from(year) + n).ok());
        let months =
            self.year.zip(self.month).map(|(year, month)| i64::from(year) * 12 + i64::from(month) - 1);
        let narrow = |n: i64| i32::try_from(n).unwrap_or(0);
        match unit {
            TimeUnit::Week => self.days.map_or_else(
                || "XXXX-WXX".to_owned(),
                |days| {
                    let (year, week) = iso_week(days + 7 * shift);
                    format!("{year:04}-W{week:02}")
                },
            ),
            TimeUnit::Month => months.map_or_else(
                || "XXXX-XX".to_owned(),
                |months| {
                    let months = months + shift;
                    format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
                },
            ),
            TimeUnit::Quarter => months.map_or_else(
                || "XXXX-QX".to_owned(),
                |months| {
                    let quarters = months.div_euclid(3) + shift;
                    format!("{:04}-Q{}", quarters.div_euclid(4), quarters.rem_euclid(4) + 1)
                },
            ),
            TimeUnit::Year => PartialDate { year: year(shift), ..PartialDate::default() }.to_string(),
            TimeUnit::Decade => year(10 * shift)
                .map_or_else(|| "XXXX".to_owned(), |year| format!("{:03}X", narrow(year.into()) / 10)),
            TimeUnit::Century => year(100 * shift)
                .map_or_else(|| "XXXX".to_owned(), |year| format!("{:02}XX", narrow(year.into()) / 100)),
            TimeUnit::Day => self.day(shift),
            TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second => "XXXX-XX-XXTXX".to_owned(),
        }
    }
}

/// A day of the calendar.
fn day_text(days: i64) -> String {
    let (year, month, day) = civil_from_days(days);
    PartialDate { year: Some(year), month: Some(month), day: Some(day) }.to_string()
}

/// Which way the words around atom `i` look: the nearest cue before it in the sentence, then any `will`
/// after it; reports look back.
pub(super) fn direction(atoms: &Atoms<'_>, i: usize) -> Direction {
    cue(atoms, i).map_or(Direction::Past, |(direction, _)| direction)
}

/// How many days after the article's a date at atom `i` may lie, by the words before it: something that
/// happened, hardly any; something told of, some months; something to come, never before.
pub(super) fn days_ahead(atoms: &Atoms<'_>, i: usize) -> RangeInclusive<i64> {
    const TELLING: &[&str] = &[
        "said",
        "says",
        "told",
        "announced",
        "agreed",
        "called",
        "urged",
        "named",
        "has",
        "have",
        "proposed",
        "ordered",
        "wanted",
        "delayed",
        "moved",
        "postponed",
        "decided",
        "demanded",
        "confirmed",
        "promised",
        "invited",
        "pledged",
        "asked",
        "needed",
    ];
    match cue(atoms, i) {
        Some((Direction::Past, at)) if i - at > 7 || atoms.is_any(at, TELLING) => i64::MIN..=120,
        Some((Direction::Past, _)) => i64::MIN..=7,
        Some((Direction::Future, at)) if i - at <= 7 && (at < i || is_end(atoms, i)) => 0..=i64::MAX,
        _ => i64::MIN..=i64::MAX,
    }
}

/// Which way the nearest cue looks, and where it stands.
fn cue(atoms: &Atoms<'_>, i: usize) -> Option<(Direction, usize)> {
    let ends = is_end(atoms, i);
    for at in (i.saturating_sub(20)..i).rev() {
        match atoms.kind(at) {
            // `to be held`; of `will be held` the `will` counts.
            _ if atoms.follows(at, &["be"]) && atoms.follows(at - 1, &["to"]) => {
                return Some((Direction::Future, at));
            }
            _ if atoms.follows(at, &["be"]) => {}
            Kind::Function(Function::Ahead) if looks_ahead(atoms, at) => {
                return Some((Direction::Future, at));
            }
            Kind::Function(Function::Behind) if !atoms.is(at, "has") && !atoms.is(at, "have") => {
                return Some((Direction::Past, at));
            }
            Kind::Other if is_past_tense(atoms.text(at)) && !(ends && is_perfect(atoms, at)) => {
                return Some((Direction::Past, at));
            }
            _ => {}
        }
    }
    if ends {
        return Some((Direction::Future, i));
    }
    // `On Monday, the council will meet`, `the talks on Monday will`.
    let reach = if i <= 2 { 20 } else { 4 };
    let clause = (i..atoms.len().min(i + reach)).take_while(|at| !atoms.is_any(*at, &["and", "but"]));
    let ahead = clause.into_iter().any(|at| atoms.is_any(at, &["will", "shall", "ll"]));
    (ahead || atoms.follows(i, &["by"])).then_some((Direction::Future, i))
}

/// Whether a time at `i` is the end of something: `until May 3`, `by May 3`, `before the end of May`.
fn is_end(atoms: &Atoms<'_>, i: usize) -> bool {
    const ENDS: &[&str] = &["until", "till", "by", "before"];
    let of =
        atoms.follows(i, &["of"]) && i >= 4 && atoms.is_any(i - 2, &["end", "start", "beginning", "middle"]);
    atoms.follows(i, ENDS) || of && atoms.follows(i - 3, ENDS)
}

/// Whether the participle at `i` is one of `has called`: what it goes with is not over.
fn is_perfect(atoms: &Atoms<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|at| atoms.is_any(at, &["has", "have"]))
}

/// Whether the word at `i` says what is to come: `plans to`, `set to`; a noun `plans` does not.
fn looks_ahead(atoms: &Atoms<'_>, i: usize) -> bool {
    !atoms.is_any(i, &["plans", "going", "hopes", "planning"]) || atoms.is_any(i + 1, &["to", "on"])
}

/// Whether a word is a past tense by its ending.
fn is_past_tense(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !matches!(word, "United" | "indeed" | "hundred")
}
