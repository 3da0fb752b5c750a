//! What relative dates come to, seen from the article's date.
//!
//! Invariant: a part that the article's date does not decide is written `X`, never filled in.

use crate::document::PartialDate;
use crate::lexicon::calendar::TimeUnit;
use crate::tag::values::atoms::Atoms;

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

    /// The year it is in.
    pub const fn year(self) -> Option<i32> {
        self.year
    }

    /// The day `shift` days on.
    pub fn day(self, shift: i64) -> String {
        self.days.map_or_else(|| "XXXX-XX-XX".to_owned(), |days| day_text(days + shift))
    }

    /// The named weekday nearest in `direction`; the article's own day counts when looking back.
    pub fn weekday(self, day: u8, direction: Direction) -> String {
        let Some(today) = self.days else { return format!("XXXX-WXX-{day}") };
        let back = (weekday(today) - i64::from(day)).rem_euclid(7);
        day_text(if direction == Direction::Past { today - back } else { today + 7 - back })
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

    /// The year in which a month and day without one lie nearest.
    pub fn nearest_year(self, month: u8, day: u8) -> Option<i32> {
        let (days, year) = (self.days?, self.year?);
        let distance = |year: &i32| (days_from_civil(*year, month, day) - days).abs();
        (year - 1..=year + 1).filter(|year| day <= month_length(Some(*year), month)).min_by_key(distance)
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
    const FUTURE: &[&str] = &[
        "will",
        "ll",
        "shall",
        "scheduled",
        "planned",
        "plans",
        "plan",
        "expected",
        "expects",
        "set",
        "due",
        "slated",
        "upcoming",
        "until",
        "by",
        "hopes",
        "going",
        "starting",
        "would",
    ];
    const PAST: &[&str] =
        &["was", "were", "had", "held", "took", "met", "told", "since", "came", "made", "ago"];
    for at in (i.saturating_sub(20)..i).rev() {
        if atoms.is_any(at, FUTURE) {
            return Direction::Future;
        }
        let word = atoms.text(at);
        let participle =
            word.len() > 4 && word.ends_with("ed") && !atoms.is_any(at, &["United", "need", "indeed"]);
        if participle || atoms.is_any(at, PAST) || word == "said" {
            return Direction::Past;
        }
    }
    let ahead = (i..atoms.len().min(i + 20)).any(|at| atoms.is_any(at, &["will", "shall", "ll"]));
    if ahead { Direction::Future } else { Direction::Past }
}
