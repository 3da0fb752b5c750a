//! Years, decades, centuries by figures, eras, fiscal years and quarters by letters: `1999`, `2013-14`,
//! `the 1990s`, `44 BC`, `fiscal 2023`, `Q3 2023`.
//!
//! Invariant: a number is only a year where nothing counts, measures or compares it.

use crate::lexicon::calendar::CalendarWord;
use crate::lexicon::numerals::NumberWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers;
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};

use super::resolve::direction;
use super::{date, parts};

/// A year in four figures.
pub(super) fn year_at(atoms: &Atoms<'_>, i: usize) -> Option<i32> {
    let (year, figures) = atoms.plain(i)?;
    let stuck =
        atoms.glued(i + 1) && matches!(atoms.kind(i + 1), Kind::Other | Kind::Mark('%' | ':' | '°' | '/'));
    (figures == 4 && (1000..2200).contains(&year) && !stuck).then(|| i32::try_from(year).ok())?
}

/// The year behind a date, by figures or from the article's: `2023`, `, 2023`, `of 2023`, `last year`, `of
/// this year`. `None` inside where the year stays unknown.
pub(super) fn trailing_year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<(Option<i32>, usize)> {
    let lead = usize::from(atoms.mark(i, ',') || atoms.is(i, "of"));
    if let Some(year) = year_at(atoms, i + lead) {
        // `May 5, 2000 people`: a count.
        let counted = lead == 1 && atoms.mark(i, ',') && atoms.plural_noun(i + 2);
        return (!counted).then_some((Some(year), i + lead + 1));
    }
    let at = i + usize::from(atoms.is(i, "of"));
    let the = at + usize::from(at > i && atoms.function(at) == Some(Function::The));
    let named = atoms.is(the + 1, "year");
    match atoms.function(the).filter(|_| named)? {
        Function::Shift(shift) if the == at => {
            Some((cx.anchor.year().map(|year| year + i32::from(shift)), the + 2))
        }
        Function::Tied(shift) if the > at || atoms.is(the, "that") => {
            Some((cx.reference().year().map(|year| year + i32::from(shift)), the + 2))
        }
        _ => None,
    }
}

/// `1990s`, `'90s`, `90s` behind `the` or a stage; `1990 's` in text that came as tokens.
pub(super) fn decade(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let mark = usize::from(matches!(atoms.kind(i), Kind::Mark(_)));
    let at = i + mark;
    let (number, figures) = atoms.plain(at).filter(|_| mark == 0 || atoms.glued(at))?;
    let the = mark == 1
        || atoms.follows(i, &["the", "early", "late", "mid"])
        || i.checked_sub(1).is_some_and(|before| atoms.joins(before));
    let end = if atoms.text(at + 1) == "s" && atoms.glued(at + 1) {
        at + 2
    } else if atoms.clitic_s(at + 1) && (atoms.glued(at + 1) || the) {
        at + 3
    } else {
        return None;
    };
    if number % 10 != 0 {
        return None;
    }
    let tens = number / 10;
    let age = i > 0 && (atoms.follows(i, &["his", "her", "their", "my", "your"]) || staged_age(atoms, i));
    match figures {
        4 if (1000..2200).contains(&number) => Some(date(end, format!("{tens}X"))),
        2 if age && cx.is_timeml() => None,
        2 if age => Some(date(end, format!("P{tens}XY"))),
        2 if the => Some(date(end, cx.anchor.decade(tens))),
        _ => None,
    }
}

fn staged_age(atoms: &Atoms<'_>, i: usize) -> bool {
    let owner = |at: Option<usize>| at.is_some_and(|at| atoms.is_any(at, &["his", "her", "their"]));
    owner(i.checked_sub(2)) || owner(i.checked_sub(3))
}

const PREPOSITIONS: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "through", "late",
    "early", "mid", "circa", "between", "and", "to",
];

/// A bare year, or a span of two: `1999`, `2013-14`, `2010 to 2014`.
pub(super) fn year(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some(found) = era_year(atoms, i) {
        return Some(found);
    }
    let opened =
        |at| matches!(atoms.kind(at), Kind::Mark('(' | '"' | '“' | '-' | '–' | '—' | '[' | '‘' | '\''));
    if atoms.glued(i) && !i.checked_sub(1).is_some_and(opened) {
        return None;
    }
    let first = year_at(atoms, i)?;
    let dash = matches!(atoms.kind(i + 1), Kind::Mark('-' | '–' | '—' | '/'))
        && (atoms.joins(i + 1) || atoms.glued(i + 1) && atoms.glued(i + 2));
    if let Some(found) = years(cx, atoms, i, first, dash) {
        return Some(found);
    }
    if dash && atoms.digits(i + 2).is_some() && !cx.is_timeml() {
        return None;
    }
    // `1988 third quarter`, `1989 first-half`.
    if let Some((place, after)) = numbers::ordinal(atoms, i + 1) {
        let at = atoms.past_hyphen(after);
        let part = match (atoms.number_word(at), place as u32) {
            (Some(NumberWord::Quarter), quarter @ 1..=4) => Some(('Q', quarter)),
            (Some(NumberWord::Half), half @ 1..=2) => Some(('H', half)),
            _ => None,
        };
        if let Some((letter, place)) = part {
            return Some(date(at + 1, parts::part_text(Some(first), letter, place)));
        }
    }
    is_year(atoms, i, first).then(|| date(i + 1, format!("{first:04}")))
}

/// The span of years that begins at `i`.
fn years(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, first: i32, dash: bool) -> Option<Found> {
    let between = atoms.follows(i, &["between"]) && atoms.is(i + 1, "and");
    let joined = dash || atoms.is(i + 1, "to") || between;
    let (last, figures) = atoms.plain(i + 2).filter(|_| joined)?;
    let last = i32::try_from(last).ok()?;
    let last = if figures == 2 && dash { first / 100 * 100 + last } else { last };
    let stuck = atoms.glued(i + 3) && matches!(atoms.kind(i + 3), Kind::Mark('-' | '/') | Kind::Other);
    if last <= first || last >= 2200 || stuck || !(figures == 4 || dash) {
        return None;
    }
    // TimeML marks the ends of a span each by itself, but `2013-14` is one time.
    if cx.is_timeml() && figures == 4 {
        return Some(date(i + 1, format!("{first:04}")));
    }
    Some(date(i + 3, format!("{first:04}/{last:04}")))
}

fn is_year(atoms: &Atoms<'_>, i: usize, year: i32) -> bool {
    let led = atoms.follows(i, PREPOSITIONS);
    // `the 2010 census`, `the 2014 protests`: what the article is before is no count of that many.
    let particular = atoms.follows(i, &["the"]) && (1900..2100).contains(&year) && year % 100 != 0;
    let counted = atoms.plural_noun(i + 1) && !particular
        || atoms.is_any(i + 1, &["percent", "million", "miles", "feet"])
        || measured(atoms, i + 1);
    let modern = (1700..2100).contains(&year);
    let approximate = atoms.follows(
        i,
        &["about", "than", "least", "nearly", "some", "almost", "#", "$", "over", "least", "number", "room"],
    );
    (modern || (led && year >= 1000)) && !counted && !approximate
}

fn measured(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(atoms.calendar(i), Some(CalendarWord::Units(_)))
        || crate::lexicon::units::unit_symbol(atoms.text(i)).is_some()
}

/// `44 BC`, `500 A.D.`, `AD 842`.
pub(super) fn era_year(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some((before, end)) = era(atoms, i + 1) {
        let (year, _) = atoms.plain(i).filter(|(year, _)| *year > 0)?;
        return Some(date(end, if before { format!("-{:04}", year - 1) } else { format!("{year:04}") }));
    }
    None
}

/// `BC`, `B.C.`, `AD` and the like: whether before the common era, and one past it.
fn era(atoms: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    match atoms.text(i) {
        "BC" | "BCE" => return Some((true, i + 1)),
        "AD" | "CE" => return Some((false, i + 1)),
        _ => {}
    }
    let dotted = atoms.mark(i + 1, '.') && atoms.glued(i + 1) && atoms.glued(i + 2);
    match (atoms.text(i), atoms.text(i + 2)) {
        ("B", "C") if dotted => Some((true, atoms.past_stop(i + 3))),
        ("A", "D") if dotted => Some((false, atoms.past_stop(i + 3))),
        _ => None,
    }
}

/// `fiscal 2023`, `fiscal year 2023`, `fiscal third quarter`.
pub(super) fn fiscal(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let at = i + 1 + usize::from(atoms.is(i + 1, "year"));
    match year_at(atoms, at) {
        Some(year) => Some(date(at + 1, format!("{year:04}"))),
        None if at == i + 1 => parts::ordinal_unit(cx, atoms, at).filter(|found| found.end > at + 1),
        None => None,
    }
}

/// `Q3`, `Q3 2023`, `FY2013`.
pub(super) fn by_letters(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if atoms.text(i) == "FY" {
        return year_at(atoms, i + 1).map(|year| date(i + 2, format!("{year:04}")));
    }
    if atoms.text(i) != "Q" || !atoms.glued(i + 1) {
        return None;
    }
    let (quarter, _) = atoms.plain(i + 1).filter(|&(n, figures)| figures == 1 && (1..=4).contains(&n))?;
    if let Some((year, end)) = trailing_year(cx, atoms, i + 2) {
        return Some(date(end, parts::part_text(year, 'Q', quarter)));
    }
    let place = u8::try_from(quarter).ok()?;
    let year = cx.anchor.part_of_year(place, 4, direction(atoms, i));
    Some(date(i + 2, parts::part_text(year, 'Q', quarter)))
}
