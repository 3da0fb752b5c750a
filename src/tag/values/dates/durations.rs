//! Lengths of time and ages: `four years`, `a few days`, `54-year-old`, `48 hours`, `week-long`.
//!
//! Invariant: lengths under a day are TIME, others DATE; an open count is `X`.

use crate::lexicon::calendar::{CalendarWord, TimeUnit};
use crate::lexicon::numerals::NumberWord;
use crate::tag::values::atoms::{Atoms, Kind};
use crate::tag::values::numbers::{self, Size};
use crate::tag::values::words::Function;
use crate::tag::values::{Context, Found};
use crate::tag::{Label, Value, ValueKind};

use super::date;

/// The length of time at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Lasting(unit)) => Some(length(i + 1, unit, Size::One(1.0))),
        Kind::Calendar(CalendarWord::Unit(unit) | CalendarWord::Units(unit)) => bare(atoms, i, unit),
        Kind::Function(Function::Aged) => aged(atoms, i),
        Kind::Digits if appositive(atoms, i) => {
            Some(length(i + 1, TimeUnit::Year, Size::One(f64::from(atoms.plain(i)?.0))))
        }
        Kind::Digits
        | Kind::Number(_)
        | Kind::Function(Function::A | Function::Count | Function::Between) => counted(cx, atoms, i),
        _ => None,
    }
}

/// The ISO 8601 length of `size` units; open counts are `X`.
pub(super) fn iso(unit: TimeUnit, size: Size) -> String {
    let (times, letter) = unit.iso();
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
pub(super) fn length(end: usize, unit: TimeUnit, size: Size) -> Found {
    let label = if unit.is_clock() { Label::Time } else { Label::Date };
    Found { end, label, value: Some(Value::of_text(ValueKind::Duration, iso(unit, size))) }
}

/// A count of units: how many, the unit's place, whether by `one` or `a`.
pub(super) fn count(atoms: &Atoms<'_>, i: usize) -> Option<(Size, usize)> {
    if let Some(number) = numbers::range(atoms, i) {
        let of = number.size == Size::Open && atoms.is(number.end, "of");
        return Some((number.size, number.end + usize::from(of)));
    }
    let a = usize::from(atoms.function(i) == Some(Function::A));
    if atoms.function(i + a) == Some(Function::Count) {
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
    ];
    let i = i + usize::from(!atoms.glued(i) && atoms.is_any(i, &adjective));
    match atoms.kind(i) {
        Kind::Calendar(CalendarWord::Unit(unit) | CalendarWord::Units(unit)) => Some((unit, i + 1)),
        Kind::Calendar(CalendarWord::Daypart("NI")) if atoms.is(i, "night") => Some((TimeUnit::Day, i + 1)),
        Kind::Number(NumberWord::Ordinal(2)) => Some((TimeUnit::Second, i + 1)),
        Kind::Number(NumberWord::Quarter | NumberWord::Fraction(4)) => Some((TimeUnit::Quarter, i + 1)),
        Kind::Other if atoms.is(i, "nights") => Some((TimeUnit::Day, i + 1)),
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
    if atoms.is(end, "and") && atoms.is(end + 1, "a") && atoms.is(end + 2, "half") {
        if let Size::One(n) = &mut size {
            *n += 0.5;
        }
        end += 3;
    }
    if let Some(end) = old(atoms, end) {
        return Some(length(end, unit, size));
    }
    if atoms.joins(end) && atoms.is(end + 1, "long") {
        end += 2;
    }
    if atoms.is(end, "ago") {
        return Some(ago(cx, unit, size, end + 1));
    }
    let mut found = length(end, unit, size);
    if let Some((longer, end)) = smaller_part(atoms, end, unit, size) {
        found = Found { end, value: Some(Value::of_text(ValueKind::Duration, longer)), ..found };
    }
    if atoms.is_any(found.end, &["later", "earlier"]) {
        found.end += 1;
    }
    Some(found)
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
fn smaller_part(atoms: &Atoms<'_>, end: usize, unit: TimeUnit, size: Size) -> Option<(String, usize)> {
    let at = end + usize::from(atoms.is(end, "and"));
    let number = numbers::numeral(atoms, at).filter(|_| !atoms.glued(at))?;
    let (second, after) = self::unit(atoms, number.end)?;
    if second >= unit || unit > TimeUnit::Year || matches!(unit, TimeUnit::Quarter | TimeUnit::Week) {
        return None;
    }
    let (Size::One(_), Size::One(_)) = (size, number.size) else { return None };
    let (first, rest) = (iso(unit, size), iso(second, number.size));
    let same = unit.is_clock() == second.is_clock();
    let rest = if same && unit.is_clock() { rest.strip_prefix("PT")? } else { rest.strip_prefix('P')? };
    Some((format!("{first}{rest}"), after))
}

/// `N units ago`: a date as coarse as the unit.
fn ago(cx: &Context<'_>, unit: TimeUnit, size: Size, end: usize) -> Found {
    let whole = if let Size::One(n) = size { (n.fract() == 0.0 && n < 10_000.0).then_some(n) } else { None };
    match whole {
        Some(n) if !unit.is_clock() => date(end, cx.anchor.unit(unit, -(n as i64))),
        _ if unit.is_clock() => length(end, unit, size),
        _ => date(end, "PAST_REF"),
    }
}

/// A unit without a count: `for years`, `week-long`.
fn bare(atoms: &Atoms<'_>, i: usize, unit: TimeUnit) -> Option<Found> {
    if atoms.joins(i + 1) && atoms.is(i + 2, "long") {
        return Some(length(i + 3, unit, Size::One(1.0)).open_if(atoms, i));
    }
    if let Some(end) = old(atoms, i + 1).filter(|_| atoms.joins(i + 1)) {
        return Some(length(end, unit, Size::One(1.0)));
    }
    let plural = matches!(atoms.calendar(i), Some(CalendarWord::Units(_)));
    let lasting = atoms.follows(i, &["for", "in", "over", "of", "after", "within", "takes", "took"]);
    let ago = usize::from(atoms.is_any(i + 1, &["ago", "later", "earlier"]));
    (plural && (lasting || ago == 1)).then(|| length(i + 1 + ago, unit, Size::Open))
}

impl Found {
    /// `decades-long` has no count.
    fn open_if(self, atoms: &Atoms<'_>, i: usize) -> Self {
        match atoms.calendar(i) {
            Some(CalendarWord::Units(unit)) => length(self.end, unit, Size::Open),
            _ => self,
        }
    }
}

fn aged(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let number =
        numbers::range(atoms, i + 1).filter(|number| atoms.digits(i + 1).is_some() || number.worded)?;
    let possible = match number.size {
        Size::One(n) => n < 130.0,
        Size::Range(_, high) => high < 130.0,
        Size::Open => false,
    };
    possible.then(|| length(number.end, TimeUnit::Year, number.size))
}

/// An age between commas behind a name: `Thomas Sam, 42, said`.
fn appositive(atoms: &Atoms<'_>, i: usize) -> bool {
    let name = i >= 2 && atoms.capital(i - 2) && atoms.mark(i - 1, ',') && atoms.kind(i - 2) == Kind::Other;
    let closed = matches!(atoms.kind(i + 1), Kind::Mark(',' | '.' | ';')) && atoms.glued(i + 1);
    let age = atoms.plain(i).is_some_and(|(age, figures)| figures == 2 && age >= 10);
    name && closed && age
}
