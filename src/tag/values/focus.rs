//! The time that the text speaks of where it is read: what `that day` and `a year earlier` hang on.
//!
//! Invariant: only times that the text gives whole are kept; what is not known stays unknown.

use crate::tag::{Value, ValueKind};

use super::dates::days_from_civil;

/// The last times named, from fine to coarse; each knows how many sentences ago it was named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Focus {
    /// The last day, in days from 1970-01-01.
    day: Option<(i64, u8)>,
    /// The last month, as year × 12 + month − 1.
    month: Option<(i32, u8)>,
    /// The last quarter, as year × 4 + quarter − 1.
    quarter: Option<(i32, u8)>,
    /// The last year.
    year: Option<(i32, u8)>,
}

/// For how many sentences a time stays what the next ones hang on.
const KEPT: u8 = 4;

impl Focus {
    /// As the next sentence finds it.
    pub fn next_sentence(self) -> Self {
        fn older<T>(named: Option<(T, u8)>) -> Option<(T, u8)> {
            named.filter(|(_, age)| *age < KEPT).map(|(time, age)| (time, age + 1))
        }
        Self {
            day: older(self.day),
            month: older(self.month),
            quarter: older(self.quarter),
            year: older(self.year),
        }
    }

    /// As it is behind a time with this value.
    pub fn after(self, value: &Value) -> Self {
        if !matches!(value.kind, ValueKind::Date | ValueKind::Time) {
            return self;
        }
        let date = value.text.split(['T', '/']).next().unwrap_or_default();
        let mut parts = date.splitn(3, '-');
        let number = |part: &str| part.parse::<u8>().ok();
        let Some(year) = parts.next().filter(|year| year.len() == 4).and_then(|year| year.parse().ok())
        else {
            return self;
        };
        let year: i32 = year;
        let mut focus = Self { year: Some((year, 0)), ..self };
        let Some(second) = parts.next() else {
            return Self { day: None, month: None, quarter: None, ..focus };
        };
        if let Some(quarter) = second.strip_prefix('Q').and_then(number) {
            focus.quarter = Some((year * 4 + i32::from(quarter) - 1, 0));
            return Self { day: None, month: None, ..focus };
        }
        let Some(month) = number(second).filter(|month| (1..=12).contains(month)) else { return focus };
        focus.month = Some((year * 12 + i32::from(month) - 1, 0));
        focus.day = parts.next().and_then(number).map(|day| (days_from_civil(year, month, day), 0));
        focus.quarter = None;
        focus
    }

    /// The day it is on, when that was named at most `ago` sentences ago.
    pub fn told_day(self, ago: u8) -> Option<i64> {
        self.day.filter(|(_, age)| *age <= ago).map(|(day, _)| day)
    }

    /// The day it is on.
    pub fn day(self) -> Option<i64> {
        self.day.map(|(day, _)| day)
    }

    /// The month it is in, as year × 12 + month − 1.
    pub fn month(self) -> Option<i32> {
        self.month.map(|(month, _)| month)
    }

    /// The quarter it is in, as year × 4 + quarter − 1, when nothing finer was named since.
    pub fn quarter(self) -> Option<i32> {
        self.quarter.map(|(quarter, _)| quarter)
    }

    /// The year it is in, when that was named at most `ago` sentences ago.
    pub fn told_year(self, ago: u8) -> Option<i32> {
        self.year.filter(|(_, age)| *age <= ago).map(|(year, _)| year)
    }

    /// The year it is in.
    pub fn year(self) -> Option<i32> {
        self.year.map(|(year, _)| year)
    }
}
