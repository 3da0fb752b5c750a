//! Amounts and lengths of time behind `about`, `more than`, `at least`, `only`, `an estimated` …
//!
//! Invariant: the span takes the words in, and the value says the bound that they set; a word that sets
//! none leaves the value as it is.

use crate::lexicon::calendar::CalendarWord;
use crate::tag::value::Qualifier;
use crate::tag::{Label, Value, ValueKind};

use super::atoms::{Atoms, Kind};
use super::words::Function;
use super::{Context, Found, amounts, dates, exact};

/// `-5 °C`, `-0.3%`: a sign set apart from the word before.
pub(super) fn negative(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let sign = matches!(atoms.kind(i), Kind::Mark('-' | '−')) && !atoms.glued(i) && atoms.glued(i + 1);
    atoms.digits(i + 1).filter(|_| sign)?;
    negated(amounts::amount(atoms, i + 1)?)
}

fn negated(found: Found) -> Option<Found> {
    let value = found.value.and_then(|value| {
        let unit = value.unit.as_deref().unwrap_or_default();
        Some(Value::of_amount(value.kind, -value.amount?, unit))
    });
    Some(Found { value, ..found })
}

/// What the words before an amount do to it.
struct Bound {
    /// Set before the value of an amount.
    sign: &'static str,
    /// Set on the value of a length of time.
    qualifier: Option<Qualifier>,
    /// Where the amount begins.
    start: usize,
}

/// The amount or length of time behind the approximator at `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: Function) -> Option<Found> {
    stacked(cx, atoms, i, function, 2)
}

/// As [`find`], with at most `more` further approximators behind the first.
fn stacked(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: Function, more: u8) -> Option<Found> {
    if function == Function::Minus {
        return negated(amounts::amount(atoms, i + 1)?);
    }
    let bound = bound(atoms, i, function)?;
    let start = bound.start;
    if let Kind::Calendar(word) = atoms.kind(start) {
        // `another week`, `just days before`: a unit that counts itself.
        if let CalendarWord::Unit(unit) = word
            && atoms.is(i, "another")
            && !atoms.joins(start + 1)
        {
            return Some(dates::one_unit(cx, start + 1, unit));
        }
        let just = function == Function::Only && matches!(word, CalendarWord::Units(_)) && !cx.is_timeml();
        if just {
            return dates::find(cx, atoms, start);
        }
        if !timed_alone(word) {
            return None;
        }
    }
    // `nearly another two years`, `only about 20 %`, `at least some 50`: one more word.
    let next = atoms.function(start).filter(|_| more > 0);
    let next = next.and_then(|function| stacked(cx, atoms, start, function, more - 1));
    let signed = matches!(atoms.kind(start), Kind::Mark(_) | Kind::Other | Kind::Function(Function::A));
    let money = if signed { amounts::money_before(cx, atoms, start) } else { None };
    let found = next.or(money).or_else(|| exact(cx, atoms, start))?;
    if !bounds(cx, atoms, function, start, &found) {
        return None;
    }
    let timed = matches!(found.label, Label::Date | Label::Time);
    let value = found.value.map(|mut value| {
        if timed {
            value.qualifier = value.qualifier.or(bound.qualifier);
        } else {
            value.text.insert_str(0, bound.sign);
        }
        value
    });
    Some(Found { value, ..found })
}

/// `noon`, `midnight`: times that `around` can stand before.
const fn timed_alone(word: CalendarWord) -> bool {
    matches!(word, CalendarWord::Hour(_))
}

fn bound(atoms: &Atoms<'_>, i: usize, function: Function) -> Option<Bound> {
    use Qualifier as Q;
    let of = |sign, qualifier, words: usize| Some(Bound { sign, qualifier, start: i + words });
    let than = |at: usize| atoms.is(at + 1, "than");
    match function {
        Function::Around => of("~", Some(Q::Approx), 1),
        Function::Over => of(">", Some(Q::MoreThan), 1),
        Function::Under => of("<", Some(Q::LessThan), 1),
        Function::More if than(i) => of(">", Some(Q::MoreThan), 2),
        Function::Less if than(i) => of("<", Some(Q::LessThan), 2),
        Function::At if atoms.is(i + 1, "least") => of("≥", Some(Q::EqualOrMore), 2),
        Function::At if atoms.is(i + 1, "most") => of("≤", Some(Q::EqualOrLess), 2),
        Function::Up if atoms.is(i + 1, "to") => of("≤", Some(Q::EqualOrLess), 2),
        Function::As if atoms.is_any(i + 1, &["many", "much"]) && atoms.is(i + 2, "as") => {
            of("≤", Some(Q::EqualOrLess), 3)
        }
        Function::As if atoms.is_any(i + 1, &["few", "little"]) && atoms.is(i + 2, "as") => {
            of("≥", Some(Q::EqualOrMore), 3)
        }
        Function::Part(_) if atoms.is(i, "close") && atoms.is(i + 1, "to") => of("~", Some(Q::Approx), 2),
        Function::No if atoms.is(i + 1, "more") && than(i + 1) => of("≤", Some(Q::EqualOrLess), 3),
        Function::No if atoms.is_any(i + 1, &["less", "fewer"]) && than(i + 1) => {
            of("≥", Some(Q::EqualOrMore), 3)
        }
        Function::Only | Function::Another => of("", None, 1),
        // `an estimated 200`, `a further 20`, `an additional $5`.
        Function::A if atoms.function(i + 1) == Some(Function::Another) => of("", None, 2),
        Function::A if atoms.is_any(i + 1, &["further", "record", "total"]) => {
            of("", None, 2 + usize::from(atoms.is(i + 1, "total") && atoms.is(i + 2, "of")))
        }
        _ => None,
    }
}

/// Whether the words before it can bound what was found at `start`.
fn bounds(cx: &Context<'_>, atoms: &Atoms<'_>, function: Function, start: usize, found: &Found) -> bool {
    // `over some $27 million`, `under four presidents`: a preposition.
    let place = match function {
        Function::Over => atoms.function(start) == Some(Function::Around),
        Function::Under => found.label == Label::Cardinal && atoms.digits(start).is_none(),
        _ => false,
    };
    if place {
        return false;
    }
    let kind = found.value.as_ref().map(|value| value.kind);
    let counted = matches!(
        atoms.kind(start),
        Kind::Digits
            | Kind::Number(_)
            | Kind::Mark(_)
            | Kind::Function(
                Function::A | Function::Around | Function::Another | Function::Count | Function::More
            )
    );
    let one = atoms.is(start, "one") && found.end == start + 1;
    match found.label {
        Label::Ordinal => false,
        Label::Date | Label::Time => {
            let lasting = kind == Some(ValueKind::Duration);
            let ago = atoms.is(found.end.saturating_sub(1), "ago");
            let clock = kind == Some(ValueKind::Time) && function == Function::Around;
            let only = function == Function::Only && cx.is_timeml();
            counted && (lasting || ago) && !only || clock
        }
        // `about one of them`, `some one`: `one` is no amount to approach; `only one` is.
        Label::Cardinal if function == Function::Around => !one,
        // `a record two`, `another one`: no amounts.
        Label::Cardinal if matches!(function, Function::Another | Function::A) => !one,
        _ => true,
    }
}
