//! Lengths of time and ages: `four years`, `a few days`, `54-year-old`, `48 hours`, `week-long`.
//!
//! Invariant: lengths under a day are TIME, others DATE; an open count is `X`.

use crate::lexicon::calendar::{CalendarWord, TimeUnit};
use crate::lexicon::numerals::NumberWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers::{self, Size};
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found, Scheme};
use crate::tag::{Label, Value, ValueKind};

use super::date;

/// The length of time at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Lasting(unit)) => Some(length(cx, i + 1, unit, Size::One(1.0))),
        Kind::Calendar(CalendarWord::Unit(unit) | CalendarWord::Units(unit)) => bare(cx, atoms, i, unit),
        Kind::Function(Function::Aged) if !cx.is_timeml() => aged(cx, atoms, i),
        Kind::Digits if !cx.is_timeml() && appositive(atoms, i) => {
            Some(length(cx, i + 1, TimeUnit::Year, Size::One(f64::from(atoms.plain(i)?.0))))
        }
        Kind::Digits
        | Kind::Number(_)
        | Kind::Function(Function::A | Function::Count | Function::Between) => counted(cx, atoms, i),
        _ => None,
    }
}

/// The ISO 8601 length of `size` units; open counts are `X`.
///
/// TIMEX3 has units of its own for decades and centuries, `P1DE` and `P1CE` (TIDES 2005), ISO has not.
pub(super) fn iso(scheme: Scheme, unit: TimeUnit, size: Size) -> String {
    let (times, letter) = unit.iso();
    if scheme == Scheme::TimeMl && times >= 10.0 {
        let letter = if times > 10.0 { "CE" } else { "DE" };
        return match size {
            Size::One(n) if n.fract() == 0.0 => format!("P{n}{letter}"),
            Size::One(n) => format!("P{}Y", crate::tag::value::decimal(n * times)),
            _ => format!("PX{letter}"),
        };
    }
    let prefix = if unit.is_clock() { "PT" } else { "P" };
    let number = |n: f64| crate::tag::value::decimal(n * times);
    match size {
        Size::One(n) => format!("{prefix}{}{letter}", number(n)),
        Size::Range(low, high) => format!("{prefix}{}{letter}/{prefix}{}{letter}", number(low), number(high)),
        Size::Open if times > 1.0 && letter == 'Y' => {
            format!("{prefix}{}Y", if times > 10.0 { "XXX" } else { "XX" })
        }
        Size::Open => format!("{prefix}X{letter}"),
    }
}

/// A length as a mention.
pub(super) fn length(cx: &Context<'_>, end: usize, unit: TimeUnit, size: Size) -> Found {
    let label = if unit.is_clock() { Label::Time } else { Label::Date };
    Found { end, label, value: Some(Value::of_text(ValueKind::Duration, iso(cx.scheme, unit, size))) }
}

/// A count of units: how many, the unit's place, whether by `one` or `a`.
pub(super) fn count(atoms: &Atoms<'_>, i: usize) -> Option<(Size, usize)> {
    if let Some(number) = numbers::range(atoms, i) {
        let of = number.size == Size::Open && atoms.is(number.end, "of");
        return Some((number.size, number.end + usize::from(of)));
    }
    let a = usize::from(atoms.function(i) == Some(Function::A));
    if atoms.function(i + a) == Some(Function::Count) && !numbers::comparing(atoms, i + a) {
        let couple = atoms.is(i + a, "couple");
        let end = i + a + 1 + usize::from(couple && atoms.is(i + a + 1, "of"));
        return Some((Size::Open, end));
    }
    if a == 1 && atoms.number_word(i + 1) == Some(NumberWord::Half) {
        return Some((Size::One(0.5), i + 2));
    }
    (a == 1).then_some((Size::One(1.0), i + 1))
}

/// The unit of time at `i` behind a count.
pub(super) fn unit(atoms: &Atoms<'_>, i: usize) -> Option<(TimeUnit, usize)> {
    let adjective = [
        "business",
        "working",
        "calendar",
        "fiscal",
        "trading",
        "straight",
        "consecutive",
        "full",
        "more",
        "long",
        "whole",
        "solid",
    ];
    let i = i + usize::from(!atoms.glued(i) && atoms.is_any(i, &adjective));
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Unit(unit) | CalendarWord::Units(unit)) => Some((unit, i + 1)),
        Kind::Calendar(CalendarWord::Daypart("NI")) if atoms.is(i, "night") => Some((TimeUnit::Day, i + 1)),
        Kind::Number(NumberWord::Ordinal(2)) => Some((TimeUnit::Second, i + 1)),
        Kind::Number(NumberWord::Quarter | NumberWord::Fraction(4)) => Some((TimeUnit::Quarter, i + 1)),
        _ => None,
    }
}

fn counted(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (mut size, after) = count(atoms, i)?;
    let mut at = atoms.past_hyphen(after);
    if size == Size::One(0.5) && atoms.function(at) == Some(Function::A) {
        at += 1;
    }
    let article = atoms.function(i) == Some(Function::A) && after == i + 1;
    let (unit, mut end) = unit(atoms, at)?;
    if article && atoms.joins(end) {
        return None;
    }
    let doubtful = matches!(unit, TimeUnit::Second | TimeUnit::Quarter) || atoms.is(at, "night");
    let part =
        size.eq(&Size::One(1.0)) && unit == TimeUnit::Quarter || (0.1..1.0).contains(&plain_size(size));
    if (article && doubtful) || (part && unit == TimeUnit::Quarter) {
        return None;
    }
    if atoms.is(end, "and") && atoms.is(end + 1, "a") && atoms.is(end + 2, "half") && !atoms.is(end + 3, "of")
    {
        if let Size::One(n) = &mut size {
            *n += 0.5;
        }
        end += 3;
    }
    if let Some(end) = old(atoms, end) {
        return Some(length(cx, end, unit, size));
    }
    if atoms.joins(end) && atoms.is(end + 1, "long") {
        end += 2;
    }
    if atoms.is(end, "ago") {
        return Some(ago(cx, unit, size, end + 1));
    }
    let mut found = length(cx, end, unit, size);
    if let Some((longer, end)) = smaller_part(cx, atoms, end, unit, size) {
        found = Found { end, value: Some(Value::of_text(ValueKind::Duration, longer)), ..found };
    }
    if atoms.is_any(found.end, &["later", "earlier", "before", "after"]) {
        return Some(shifted_on(cx, atoms, found, unit, size));
    }
    Some(found)
}

/// `two years later`, `a year earlier`, `two days before.`: as seen from the time that the text named.
fn shifted_on(cx: &Context<'_>, atoms: &Atoms<'_>, found: Found, unit: TimeUnit, size: Size) -> Found {
    let end = found.end + 1;
    // `two days before the vote`: the length alone; what it counts from is no date.
    let conjunction = atoms.is_any(found.end, &["before", "after"]);
    if conjunction && !matches!(atoms.kind(end), Kind::Mark(',' | '.' | ';') | Kind::Barrier) {
        return found;
    }
    let sign = if atoms.is_any(found.end, &["later", "after"]) { 1.0 } else { -1.0 };
    let whole =
        if let Size::One(n) = size { (n.fract() == 0.0 && n < 1e4).then_some(n * sign) } else { None };
    match whole.filter(|_| !unit.is_clock() && !cx.reference().is_unknown()) {
        Some(shift) => date(end, shifted_focus(cx, unit, shift as i64)),
        None => found.ending(end),
    }
}

/// The unit `shift` units from the time that the text named last; a quarter's year before is a quarter.
pub(super) fn shifted_focus(cx: &Context<'_>, unit: TimeUnit, shift: i64) -> String {
    let quarter = cx.focus.get().quarter().filter(|_| unit == TimeUnit::Year);
    let years = i32::try_from(shift).unwrap_or_default();
    match quarter {
        Some(quarter) => quarter_text(quarter + 4 * years),
        None => cx.reference().unit(unit, shift),
    }
}

/// A quarter by its count of year × 4 + quarter − 1.
pub(super) fn quarter_text(quarter: i32) -> String {
    format!("{:04}-Q{}", quarter.div_euclid(4), quarter.rem_euclid(4) + 1)
}

fn plain_size(size: Size) -> f64 {
    if let Size::One(n) = size { n } else { f64::NAN }
}

/// ` old`, `-old`, `-olds` at `end`.
fn old(atoms: &Atoms<'_>, end: usize) -> Option<usize> {
    let at = atoms.past_hyphen(end);
    atoms.is_any(at, &["old", "olds"]).then_some(at + 1)
}

/// The second part of `two hours and 30 minutes`, `three years and two months`.
fn smaller_part(
    cx: &Context<'_>,
    atoms: &Atoms<'_>,
    end: usize,
    unit: TimeUnit,
    size: Size,
) -> Option<(String, usize)> {
    let at = end + usize::from(atoms.is(end, "and"));
    let number = numbers::numeral(atoms, at).filter(|_| !atoms.glued(at))?;
    let (second, after) = self::unit(atoms, number.end)?;
    if second >= unit || unit > TimeUnit::Year || matches!(unit, TimeUnit::Quarter | TimeUnit::Week) {
        return None;
    }
    let (Size::One(_), Size::One(_)) = (size, number.size) else { return None };
    let (first, rest) = (iso(cx.scheme, unit, size), iso(cx.scheme, second, number.size));
    let same = unit.is_clock() == second.is_clock();
    let rest = if same && unit.is_clock() { rest.strip_prefix("PT")? } else { rest.strip_prefix('P')? };
    Some((format!("{first}{rest}"), after))
}

/// `N units ago`: a date as coarse as the unit.
fn ago(cx: &Context<'_>, unit: TimeUnit, size: Size, end: usize) -> Found {
    let whole = if let Size::One(n) = size { (n.fract() == 0.0 && n < 10_000.0).then_some(n) } else { None };
    match whole {
        Some(n) if !unit.is_clock() => date(end, cx.anchor.unit(unit, -(n as i64))),
        _ if unit.is_clock() => length(cx, end, unit, size),
        _ => date(end, "PAST_REF"),
    }
}

/// A unit without a count: `for years`, `week-long`.
fn bare(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    if atoms.joins(i + 1) && atoms.is(i + 2, "long") {
        return Some(length(cx, i + 3, unit, Size::One(1.0)).open_if(cx, atoms, i));
    }
    if let Some(end) = old(atoms, i + 1).filter(|_| atoms.joins(i + 1)) {
        return Some(length(cx, end, unit, Size::One(1.0)).open_if(cx, atoms, i));
    }
    let plural = matches!(atoms.calendar(i), Some(CalendarWord::Units(_)));
    let lasting = !numbers::comparing(atoms, i.wrapping_sub(1))
        && atoms.follows(
            i,
            &["for", "in", "over", "of", "after", "within", "take", "takes", "took", "many", "last"],
        );
    // `months of fighting`, but not `the days of`.
    let of =
        atoms.is(i + 1, "of") && !atoms.follows(i, &["the", "these", "those", "his", "her", "their", "its"]);
    if atoms.is(i + 1, "ago") && plural {
        return Some(date(i + 2, "PAST_REF"));
    }
    let near = plural && atoms.is_any(i + 1, &["before", "after"]) && !atoms.follows(i, &["the", "of"]);
    if near {
        return Some(length(cx, i + 1, unit, Size::Open));
    }
    let turned = usize::from(atoms.is_any(i + 1, &["later", "earlier"]));
    (plural && (lasting || of || turned == 1)).then(|| length(cx, i + 1 + turned, unit, Size::Open))
}

impl Found {
    /// `decades-long` has no count.
    fn open_if(self, cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Self {
        match atoms.calendar(i) {
            Some(CalendarWord::Units(unit)) => length(cx, self.end, unit, Size::Open),
            _ => self,
        }
    }
}

fn aged(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let number =
        numbers::range(atoms, i + 1).filter(|number| atoms.digits(i + 1).is_some() || number.worded)?;
    let possible = match number.size {
        Size::One(n) => n < 130.0,
        Size::Range(_, high) => high < 130.0,
        Size::Open => false,
    };
    possible.then(|| length(cx, number.end, TimeUnit::Year, number.size))
}

/// An age between commas behind a name or a word for a person: `Thomas Sam, 42, said`, `the man, 34, was`.
fn appositive(atoms: &Atoms<'_>, i: usize) -> bool {
    const PERSONS: &[&str] = &[
        "man", "woman", "boy", "girl", "mother", "father", "husband", "wife", "son", "daughter", "brother",
        "sister", "student", "driver", "victim", "suspect", "widow", "teenager", "farmer", "actor", "singer",
    ];
    if i < 2 || !atoms.mark(i - 1, ',') {
        return false;
    }
    let named =
        atoms.capital(i - 2) && matches!(atoms.kind(i - 2), Kind::Other | Kind::Function(Function::Named));
    let name = named || atoms.is_any(i - 2, PERSONS);
    let closed = matches!(atoms.kind(i + 1), Kind::Mark(',' | '.' | ';'));
    let age = atoms.plain(i).is_some_and(|(age, figures)| figures == 2 && age >= 10);
    name && closed && age
}
