//! Holidays, dynasties and other times with a name, which OntoNotes counts as dates.
//!
//! Invariant: a holiday has a year where the text gives one, or where the article's date decides which is
//! nearest; one whose day no rule gives has no day.

use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};

use super::civil::{civil_from_days, days_from_civil, month_length, weekday};
use super::date;
use super::years::year_at;

/// On which day of its year a holiday falls.
#[derive(Clone, Copy)]
enum Day {
    /// Month and day.
    Fixed(u8, u8),
    /// The n-th weekday (1 is Monday) of a month.
    Nth(u8, u8, u8),
    /// The last weekday of a month.
    Last(u8, u8),
    /// So many days from Easter Sunday.
    Easter(i8),
    /// By another calendar, or by decree.
    Open,
}

use Day::{Easter, Fixed, Last, Nth, Open};

/// The holidays by their words; a longer name comes before one that it begins with.
static HOLIDAYS: &[(&[&str], Day)] = &[
    (&["Ash", "Wednesday"], Easter(-46)),
    (&["Ashura"], Open),
    (&["Bastille", "Day"], Fixed(7, 14)),
    (&["Black", "Friday"], Open),
    (&["Black", "Monday"], Open),
    (&["Boxing", "Day"], Fixed(12, 26)),
    (&["Chinese", "New", "Year"], Open),
    (&["Christmas", "Eve"], Fixed(12, 24)),
    (&["Christmas", "Day"], Fixed(12, 25)),
    (&["Christmas"], Fixed(12, 25)),
    (&["Chuseok"], Open),
    (&["Columbus", "Day"], Nth(10, 2, 1)),
    (&["Constitution", "Day"], Open),
    (&["Diwali"], Open),
    (&["Earth", "Day"], Fixed(4, 22)),
    (&["Easter", "Monday"], Easter(1)),
    (&["Easter", "Sunday"], Easter(0)),
    (&["Easter"], Easter(0)),
    (&["Eid", "al", "-", "Fitr"], Open),
    (&["Eid", "al", "-", "Adha"], Open),
    (&["Eid"], Open),
    (&["Father", "'", "s", "Day"], Nth(6, 3, 7)),
    (&["Good", "Friday"], Easter(-2)),
    (&["Halloween"], Fixed(10, 31)),
    (&["Hanukkah"], Open),
    (&["Holy", "Week"], Open),
    (&["Independence", "Day"], Open),
    (&["Labor", "Day"], Nth(9, 1, 1)),
    (&["Labour", "Day"], Open),
    (&["Lent"], Open),
    (&["Liberation", "Day"], Open),
    (&["Lunar", "New", "Year"], Open),
    (&["Martin", "Luther", "King", "Day"], Nth(1, 3, 1)),
    (&["Memorial", "Day"], Last(5, 1)),
    (&["Mother", "'", "s", "Day"], Nth(5, 2, 7)),
    (&["National", "Day"], Open),
    (&["New", "Year", "'", "s", "Day"], Fixed(1, 1)),
    (&["New", "Year", "'", "s", "Eve"], Fixed(12, 31)),
    (&["New", "Year", "'", "s"], Fixed(1, 1)),
    (&["New", "Year"], Fixed(1, 1)),
    (&["Nowruz"], Open),
    (&["Palm", "Sunday"], Easter(-7)),
    (&["Passover"], Open),
    (&["Presidents", "Day"], Nth(2, 3, 1)),
    (&["Presidents", "'", "Day"], Nth(2, 3, 1)),
    (&["Ramadan"], Open),
    (&["Remembrance", "Day"], Fixed(11, 11)),
    (&["Republic", "Day"], Open),
    (&["Rosh", "Hashanah"], Open),
    (&["Songkran"], Open),
    (&["Thanksgiving", "Day"], Nth(11, 4, 4)),
    (&["Thanksgiving"], Nth(11, 4, 4)),
    (&["Tet"], Open),
    (&["Valentine", "'", "s", "Day"], Fixed(2, 14)),
    (&["Vesak"], Open),
    (&["Victory", "Day"], Open),
    (&["Veterans", "Day"], Fixed(11, 11)),
    (&["Yom", "Kippur"], Open),
];

/// The eras of the `Dynasty`, `Period` or `Era` that have these names.
static ERAS: &[&str] = &[
    "Edo", "Goryeo", "Joseon", "Meiji", "Ming", "Qin", "Qing", "Shang", "Silla", "Sui", "Tang", "Tokugawa",
    "Yuan", "Zhou",
];

/// The holiday or era that begins at `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if !atoms.capital(i) {
        return None;
    }
    if ERAS.contains(&atoms.text(i)) {
        return atoms
            .is_any(i + 1, &["dynasty", "period", "era"])
            .then(|| Found { value: None, ..date(i + 2, "") });
    }
    let said = |words: &[&str]| words.iter().enumerate().all(|(n, word)| same(atoms, i + n, word));
    let (words, day) = HOLIDAYS.iter().find(|(words, _)| said(words))?;
    let end = i + words.len();
    // `Christmas Island`, `Easter Seals`, `Eid Hassan`: a name goes on.
    let day_after = atoms.text(end) == "Day";
    let name = atoms.capital(end) && !day_after && words.len() == 1 && matches!(atoms.kind(end), Kind::Other);
    // `Johnnie Christmas`
    let surname = words.len() == 1
        && i > 1
        && atoms.kind(i - 1) == Kind::Other
        && atoms.capital(i - 1)
        && !atoms.is_any(i - 1, &["orthodox", "coptic", "before", "after", "since"]);
    if surname || name && atoms.text(end).len() > 1 {
        return None;
    }
    let end = end + usize::from(day_after);
    let comma = usize::from(atoms.mark(end, ',') && year_at(atoms, end + 1).is_some());
    let of = usize::from(atoms.is(end, "of") && year_at(atoms, end + 1).is_some());
    let (year, end) = match year_at(atoms, end + comma + of) {
        Some(year) => (Some(year), end + comma + of + 1),
        None => (shifted_year(cx, atoms, i).or_else(|| nearest(cx, *day)), end),
    };
    Some(date(end, text(year, *day)))
}

/// Whether the atom at `i` is `word`, apostrophes curly or not.
fn same(atoms: &Atoms<'_>, i: usize, word: &str) -> bool {
    atoms.text(i) == word || word == "'" && atoms.mark(i, '’')
}

/// The year that `last`, `this` or `next` before a holiday gives.
fn shifted_year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<i32> {
    match atoms.function(i.checked_sub(1)?)? {
        Function::Shift(0) => cx.anchor.year(),
        _ => None,
    }
}

/// The year in which the holiday is nearest to the article's date.
fn nearest(cx: &Context<'_>, day: Day) -> Option<i32> {
    let year = cx.anchor.year()?;
    let (month, day) = in_year(year, day)?;
    cx.anchor.nearest_year(month, day, i64::MIN..=i64::MAX)
}

fn text(year: Option<i32>, day: Day) -> String {
    let years = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    let of_year = match (year, day) {
        (_, Fixed(month, day)) => Some((month, day)),
        (Some(year), day) => in_year(year, day),
        (None, _) => None,
    };
    match (of_year, day) {
        (Some((month, day)), _) => format!("{years}-{month:02}-{day:02}"),
        (None, Nth(month, ..) | Last(month, _)) => format!("{years}-{month:02}-XX"),
        _ => years,
    }
}

/// Month and day of a holiday in `year`.
fn in_year(year: i32, day: Day) -> Option<(u8, u8)> {
    let first_of = |month| weekday(days_from_civil(year, month, 1));
    match day {
        Fixed(month, day) => Some((month, day)),
        Nth(month, n, of_week) => {
            let first = 1 + (i64::from(of_week) - first_of(month)).rem_euclid(7);
            Some((month, u8::try_from(first).ok()? + 7 * (n - 1)))
        }
        Last(month, of_week) => {
            let length = month_length(Some(year), month);
            let last = weekday(days_from_civil(year, month, length));
            Some((month, length - u8::try_from((last - i64::from(of_week)).rem_euclid(7)).ok()?))
        }
        Easter(shift) => {
            let (_, month, day) = civil_from_days(easter(year) + i64::from(shift));
            Some((month, day))
        }
        Open => None,
    }
}

/// Easter Sunday of the Gregorian calendar in days from 1970-01-01 (the anonymous algorithm of *Nature*,
/// 1876, as in Meeus, “Astronomical Algorithms”, chapter 8).
fn easter(year: i32) -> i64 {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    let narrow = |n: i32| u8::try_from(n).unwrap_or(1);
    days_from_civil(year, narrow(month), narrow(day))
}

#[cfg(test)]
mod tests {
    use super::{Last, Nth, easter, in_year};
    use crate::tag::values::dates::civil::days_from_civil;

    #[test]
    fn movable_feasts_of_known_years() {
        assert_eq!(easter(2013), days_from_civil(2013, 3, 31));
        assert_eq!(easter(2023), days_from_civil(2023, 4, 9));
        assert_eq!(easter(2038), days_from_civil(2038, 4, 25));
        assert_eq!(in_year(2013, Nth(11, 4, 4)), Some((11, 28)));
        assert_eq!(in_year(2013, Last(5, 1)), Some((5, 27)));
    }
}
