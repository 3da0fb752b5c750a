//! Holidays, which OntoNotes counts as dates.
//!
//! Invariant: a holiday has a year only where the text gives one.

use crate::lexicon::calendar::CalendarWord;
use crate::tag::values::Found;
use crate::tag::values::atoms::Atoms;

use super::absolute::year_at;
use super::date;

fn year_after(atoms: &Atoms<'_>, i: usize) -> (String, usize) {
    year_at(atoms, i).map_or_else(|| ("XXXX".to_owned(), i), |year| (format!("{year:04}"), i + 1))
}

pub(super) fn holiday(atoms: &Atoms<'_>, i: usize, month: u8, day: u8) -> Option<Found> {
    let eve = atoms.text(i + 1) == "Eve";
    let end = i + 1 + usize::from(eve || atoms.text(i + 1) == "Day");
    let (year, end) = year_after(atoms, end);
    Some(date(end, format!("{year}-{month:02}-{:02}", day - u8::from(eve))))
}

pub(super) fn movable(atoms: &Atoms<'_>, i: usize) -> Found {
    let named = matches!(atoms.calendar(i + 1), Some(CalendarWord::Weekday(_))) || atoms.text(i + 1) == "Day";
    let (year, end) = year_after(atoms, i + 1 + usize::from(named));
    date(end, year)
}

/// `New Year's Day`, `New Year's Eve`.
pub(super) fn new_year(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let clitic =
        atoms.text(i + 1) == "Year" && matches!(atoms.text(i + 2), "'" | "’") && atoms.is(i + 3, "s");
    let text = match atoms.text(i + 4) {
        "Day" if clitic => "01-01",
        "Eve" if clitic => "12-31",
        _ => return None,
    };
    let (year, end) = year_after(atoms, i + 5);
    Some(date(end, format!("{year}-{text}")))
}
