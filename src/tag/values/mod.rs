//! Mentions that have a value: dates, times, percentages, money, quantities, ordinals, numbers.
//!
//! One pass over each sentence's [`atoms`]; an atom that cannot begin a value costs one comparison.
//! Spans follow the OntoNotes guidelines: with the unit, the sign and the approximator (`more than 40`),
//! with the determiner of a relative date (`the weekend`), without prepositions and possessive `'s`.
//!
//! Invariant: mentions come in order, do not overlap, and start and end with whole tokens.

mod amounts;
mod atoms;
mod dates;
mod numbers;
mod words;

use std::cell::OnceCell;

use crate::document::Document;
use crate::tag::{Label, Mention, Source, Value, ValueKind};

use atoms::{Atoms, Kind};
use dates::Anchor;
use words::Function;

/// A value that begins where it was looked for.
struct Found {
    /// One past its last atom.
    end: usize,
    label: Label,
    value: Option<Value>,
}

/// What holds for the whole document.
struct Context<'a> {
    text: &'a str,
    anchor: Anchor,
    yen: OnceCell<&'static str>,
}

impl Context<'_> {
    /// What `¥` is in this text: yen, yuan where only that is named, unknown where both are.
    fn yen_sign(&self) -> &'static str {
        self.yen.get_or_init(|| {
            let yuan = ["yuan", "renminbi", "RMB", "CNY"].iter().any(|word| self.text.contains(word));
            match (yuan, self.text.contains("yen")) {
                (false, _) => "JPY",
                (true, false) => "CNY",
                (true, true) => "",
            }
        })
    }
}

/// Every mention with a value, in order, not overlapping. Dates resolve against the document's date as
/// far as it is known. O(n).
#[must_use]
pub fn find_values(doc: &Document) -> Vec<Mention> {
    let cx = Context { text: &doc.text, anchor: Anchor::new(doc.metadata.date), yen: OnceCell::new() };
    let mut mentions = Vec::new();
    let mut atoms = Atoms::default();
    for sentence in &doc.sentences {
        atoms.read(doc, doc.sentence_tokens(sentence));
        let mut i = 0;
        while i < atoms.len() {
            i = step(&cx, &atoms, i, &mut mentions);
        }
    }
    mentions
}

/// Looks for a value at atom `i`; where to look next.
fn step(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, mentions: &mut Vec<Mention>) -> usize {
    if !atoms.at(i).is_some_and(|atom| atom.opens) {
        return i + 1;
    }
    let found = find(cx, atoms, i);
    if let Some(found) = found
        && let Some((span, end)) = atoms.whole(i, found.end)
    {
        mentions.push(Mention { value: found.value, ..Mention::new(span, found.label, Source::Rule) });
        return end;
    }
    // The rest of a run of digits and marks is not looked at piece by piece.
    let mut next = i + 1;
    if atoms.digits(i).is_some() {
        while atoms.glued(next)
            && matches!(atoms.kind(next), Kind::Digits | Kind::Mark('-' | '–' | '/' | ':' | '.'))
        {
            next += 1;
        }
    }
    next
}

fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    match atoms.kind(i) {
        Kind::Barrier => None,
        Kind::Other => {
            let before_amount =
                atoms.digits(i + 1).is_some() || matches!(atoms.kind(i + 1), Kind::Mark('$' | '.'));
            let money = if before_amount { amounts::money_before(cx, atoms, i) } else { None };
            money.or_else(|| dates::find(cx, atoms, i))
        }
        Kind::Mark(_) => amounts::money_before(cx, atoms, i)
            .or_else(|| dates::find(cx, atoms, i))
            .or_else(|| negative(atoms, i)),
        Kind::Function(Function::A) if atoms.mark(i + 1, '$') => amounts::money_before(cx, atoms, i),
        Kind::Function(function) => approximated(cx, atoms, i, function).or_else(|| exact(cx, atoms, i)),
        Kind::Number(_) | Kind::Digits | Kind::Calendar(_) => exact(cx, atoms, i),
    }
}

fn exact(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    dates::find(cx, atoms, i).or_else(|| plain(atoms, i))
}

fn plain(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    amounts::amount(atoms, i).or_else(|| amounts::ordinal(atoms, i)).or_else(|| amounts::cardinal(atoms, i))
}

/// `-5 °C`, `-0.3%`: a sign set apart from the word before.
fn negative(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
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

/// A value behind `about`, `more than`, `at least` …: the span takes the words in, the value says the
/// bound.
fn approximated(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: Function) -> Option<Found> {
    let (bound, start) = match function {
        Function::Around => ("~", i + 1),
        Function::Over => (">", i + 1),
        Function::Under => ("<", i + 1),
        Function::More if atoms.is(i + 1, "than") => (">", i + 2),
        Function::Less if atoms.is(i + 1, "than") => ("<", i + 2),
        Function::At if atoms.is(i + 1, "least") => ("≥", i + 2),
        Function::At if atoms.is(i + 1, "most") => ("≤", i + 2),
        Function::Up if atoms.is(i + 1, "to") => ("≤", i + 2),
        Function::As if atoms.is_any(i + 1, &["many", "much"]) && atoms.is(i + 2, "as") => ("≤", i + 3),
        Function::Minus => return negated(amounts::amount(atoms, i + 1)?),
        _ => return None,
    };
    if matches!(atoms.kind(start), Kind::Calendar(_)) {
        return None;
    }
    let signed = matches!(atoms.kind(start), Kind::Mark(_) | Kind::Other);
    let money = if signed { amounts::money_before(cx, atoms, start) } else { None };
    let found = money.or_else(|| exact(cx, atoms, start))?;
    let kind = found.value.as_ref().map(|value| value.kind);
    let timed = matches!(found.label, Label::Date | Label::Time);
    let counted = matches!(atoms.kind(start), Kind::Digits | Kind::Number(_) | Kind::Function(Function::A));
    let lasting = kind == Some(ValueKind::Duration) && !matches!(function, Function::Over | Function::Up);
    let ago = function == Function::Around && atoms.is(found.end.saturating_sub(1), "ago");
    let clock = kind == Some(ValueKind::Time) && function == Function::Around && counted;
    if found.label == Label::Ordinal || (timed && !((lasting || ago) && counted) && !clock) {
        return None;
    }
    // `some of the dozens`, `about one of them`: `one` and open counts are no amounts to approach.
    if found.label == Label::Cardinal && function == Function::Around && atoms.is(start, "one") {
        return None;
    }
    let value = found.value.map(|mut value| {
        if !timed {
            value.text.insert_str(0, bound);
        }
        value
    });
    Some(Found { value, ..found })
}
