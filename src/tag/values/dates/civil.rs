//! Arithmetic of the proleptic Gregorian calendar on days counted from 1970-01-01.
//!
//! The two conversions follow Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms” (2013).
//! Ten lines of our own rather than a date crate: nothing else of one is needed here.

/// Days from 1970-01-01 to a day of the calendar.
pub(in crate::tag::values) const fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (month as i64, day as i64);
    let year = year as i64 - if month <= 2 { 1 } else { 0 };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month and day of a count of days from 1970-01-01.
pub(in crate::tag::values) fn civil_from_days(days: i64) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let narrow = |n: i64| u8::try_from(n).unwrap_or(1);
    (i32::try_from(year).unwrap_or(i32::MAX), narrow(month), narrow(day))
}

/// 1 (Monday) to 7 (Sunday).
pub(in crate::tag::values) const fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7) + 1
}

/// ISO 8601 year and week.
pub(in crate::tag::values) fn iso_week(days: i64) -> (i32, i64) {
    let thursday = days + 4 - weekday(days);
    let (year, _, _) = civil_from_days(thursday);
    (year, (thursday - days_from_civil(year, 1, 1)) / 7 + 1)
}

/// How many days the month has.
pub(in crate::tag::values) const fn month_length(year: Option<i32>, month: u8) -> u8 {
    match (month, year) {
        (4 | 6 | 9 | 11, _) => 30,
        (2, Some(year)) if year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) => 28,
        (2, _) => 29,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{civil_from_days, days_from_civil, iso_week, month_length, weekday};

    #[test]
    fn known_days() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2023, 9, 25), 19_625);
        assert_eq!(weekday(days_from_civil(2023, 9, 25)), 1);
        assert_eq!(iso_week(days_from_civil(2021, 1, 3)), (2020, 53));
        assert_eq!(iso_week(days_from_civil(2018, 12, 31)), (2019, 1));
    }

    #[test]
    fn every_day_of_eight_centuries_comes_back_and_follows_its_neighbour() {
        let mut before = civil_from_days(days_from_civil(1600, 1, 1) - 1);
        for days in days_from_civil(1600, 1, 1)..days_from_civil(2400, 1, 1) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
            let last = before.2 == month_length(Some(before.0), before.1);
            assert_eq!(day, if last { 1 } else { before.2 + 1 });
            before = (year, month, day);
        }
    }
}
