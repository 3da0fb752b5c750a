//! The English words of the calendar and the clock. Month and weekday names and their abbreviations as
//! in CLDR's English locale (Unicode licence, facts only) and the press's own short forms (`Sept.`).
//!
//! Invariant: the table is sorted and has each word once.

/// A unit of time, from the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 60 min.
    Hour,
    /// One day, also one night.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl TimeUnit {
    /// Whether it is shorter than a day, and so measures a TIME rather than a DATE.
    #[must_use]
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// How many of the ISO 8601 designator's unit it is: a decade is ten `Y`.
    #[must_use]
    pub const fn iso(self) -> (f64, char) {
        match self {
            Self::Second => (1.0, 'S'),
            Self::Minute => (1.0, 'M'),
            Self::Hour => (1.0, 'H'),
            Self::Day => (1.0, 'D'),
            Self::Week => (1.0, 'W'),
            Self::Month => (1.0, 'M'),
            Self::Quarter => (3.0, 'M'),
            Self::Year => (1.0, 'Y'),
            Self::Decade => (10.0, 'Y'),
            Self::Century => (100.0, 'Y'),
        }
    }
}

/// What a word says about the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// A month by its full name, 1 to 12.
    Month(u8),
    /// A month by a short form.
    ShortMonth(u8),
    /// A weekday by its full name, 1 (Monday) to 7.
    Weekday(u8),
    /// Its plural: `Saturdays`.
    Weekdays(u8),
    /// A weekday by a short form.
    ShortWeekday(u8),
    /// One unit of time.
    Unit(TimeUnit),
    /// Several.
    Units(TimeUnit),
    /// Saturday and Sunday.
    Weekend,
    /// Several weekends.
    Weekends,
    /// A part of the day, by its TIMEX3 code.
    Daypart(&'static str),
    /// A season, by its TIMEX3 code.
    Season(&'static str),
    /// Yesterday, today, tomorrow: days from today.
    Day(i8),
    /// This night.
    Tonight,
    /// Noon, midnight: the hour.
    Hour(u8),
    /// Comes back once a unit: `daily`, `annual`.
    Recurring(TimeUnit),
    /// Lasts one unit: `weeklong`.
    Lasting(TimeUnit),
    /// The decade of a century by its name: `nineties` is 9.
    Decade(u8),
}

/// The offset from UTC of a time zone's abbreviation, `""` where several zones share it or where it
/// shifts with the season; `None` when it is no zone.
#[must_use]
pub fn zone_offset(word: &str) -> Option<&'static str> {
    ZONES.iter().find(|(name, _)| *name == word).map(|&(_, offset)| offset)
}

static ZONES: &[(&str, &str)] = &[
    ("GMT", "Z"),
    ("UTC", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
    ("MDT", "-06:00"),
    ("MST", "-07:00"),
    ("CDT", "-05:00"),
    ("CST", ""),
    ("BST", ""),
    ("IST", ""),
    ("ET", ""),
    ("PT", ""),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("EET", "+02:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
    ("AEST", "+10:00"),
    ("AEDT", "+11:00"),
];

use CalendarWord as W;
use TimeUnit as U;

/// The words of the calendar in lower case, in alphabetical order.
pub static CALENDAR_WORDS: &[(&str, CalendarWord)] = &[
    ("afternoon", W::Daypart("AF")),
    ("annual", W::Recurring(U::Year)),
    ("annually", W::Recurring(U::Year)),
    ("apr", W::ShortMonth(4)),
    ("april", W::Month(4)),
    ("aug", W::ShortMonth(8)),
    ("august", W::Month(8)),
    ("autumn", W::Season("FA")),
    ("centuries", W::Units(U::Century)),
    ("century", W::Unit(U::Century)),
    ("daily", W::Recurring(U::Day)),
    ("dawn", W::Daypart("MO")),
    ("day", W::Unit(U::Day)),
    ("daylong", W::Lasting(U::Day)),
    ("days", W::Units(U::Day)),
    ("dec", W::ShortMonth(12)),
    ("decade", W::Unit(U::Decade)),
    ("decades", W::Units(U::Decade)),
    ("december", W::Month(12)),
    ("dusk", W::Daypart("EV")),
    ("eighties", W::Decade(8)),
    ("evening", W::Daypart("EV")),
    ("fall", W::Season("FA")),
    ("feb", W::ShortMonth(2)),
    ("february", W::Month(2)),
    ("fifties", W::Decade(5)),
    ("forties", W::Decade(4)),
    ("fri", W::ShortWeekday(5)),
    ("friday", W::Weekday(5)),
    ("fridays", W::Weekdays(5)),
    ("hour", W::Unit(U::Hour)),
    ("hourly", W::Recurring(U::Hour)),
    ("hours", W::Units(U::Hour)),
    ("hr", W::Unit(U::Hour)),
    ("hrs", W::Units(U::Hour)),
    ("jan", W::ShortMonth(1)),
    ("january", W::Month(1)),
    ("jul", W::ShortMonth(7)),
    ("july", W::Month(7)),
    ("jun", W::ShortMonth(6)),
    ("june", W::Month(6)),
    ("mar", W::ShortMonth(3)),
    ("march", W::Month(3)),
    ("may", W::Month(5)),
    ("midday", W::Hour(12)),
    ("midnight", W::Hour(0)),
    ("min", W::Unit(U::Minute)),
    ("mins", W::Units(U::Minute)),
    ("minute", W::Unit(U::Minute)),
    ("minutes", W::Units(U::Minute)),
    ("mon", W::ShortWeekday(1)),
    ("monday", W::Weekday(1)),
    ("mondays", W::Weekdays(1)),
    ("month", W::Unit(U::Month)),
    ("monthlong", W::Lasting(U::Month)),
    ("monthly", W::Recurring(U::Month)),
    ("months", W::Units(U::Month)),
    ("morning", W::Daypart("MO")),
    ("night", W::Daypart("NI")),
    ("nightly", W::Recurring(U::Day)),
    ("nights", W::Units(U::Day)),
    ("nineties", W::Decade(9)),
    ("noon", W::Hour(12)),
    ("nov", W::ShortMonth(11)),
    ("november", W::Month(11)),
    ("oct", W::ShortMonth(10)),
    ("october", W::Month(10)),
    ("overnight", W::Daypart("NI")),
    ("quarterly", W::Recurring(U::Quarter)),
    ("sat", W::ShortWeekday(6)),
    ("saturday", W::Weekday(6)),
    ("saturdays", W::Weekdays(6)),
    ("seconds", W::Units(U::Second)),
    ("sep", W::ShortMonth(9)),
    ("sept", W::ShortMonth(9)),
    ("september", W::Month(9)),
    ("seventies", W::Decade(7)),
    ("sixties", W::Decade(6)),
    ("spring", W::Season("SP")),
    ("summer", W::Season("SU")),
    ("sun", W::ShortWeekday(7)),
    ("sunday", W::Weekday(7)),
    ("sundays", W::Weekdays(7)),
    ("sunrise", W::Daypart("MO")),
    ("sunset", W::Daypart("EV")),
    ("thirties", W::Decade(3)),
    ("thu", W::ShortWeekday(4)),
    ("thur", W::ShortWeekday(4)),
    ("thurs", W::ShortWeekday(4)),
    ("thursday", W::Weekday(4)),
    ("thursdays", W::Weekdays(4)),
    ("today", W::Day(0)),
    ("tomorrow", W::Day(1)),
    ("tonight", W::Tonight),
    ("tue", W::ShortWeekday(2)),
    ("tues", W::ShortWeekday(2)),
    ("tuesday", W::Weekday(2)),
    ("tuesdays", W::Weekdays(2)),
    ("twenties", W::Decade(2)),
    ("wed", W::ShortWeekday(3)),
    ("wednesday", W::Weekday(3)),
    ("wednesdays", W::Weekdays(3)),
    ("weds", W::ShortWeekday(3)),
    ("week", W::Unit(U::Week)),
    ("weekend", W::Weekend),
    ("weekends", W::Weekends),
    ("weeklong", W::Lasting(U::Week)),
    ("weekly", W::Recurring(U::Week)),
    ("weeks", W::Units(U::Week)),
    ("winter", W::Season("WI")),
    ("year", W::Unit(U::Year)),
    ("yearlong", W::Lasting(U::Year)),
    ("yearly", W::Recurring(U::Year)),
    ("years", W::Units(U::Year)),
    ("yesterday", W::Day(-1)),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::CALENDAR_WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
