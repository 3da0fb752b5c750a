//! Mentions that have a value: dates, times, percentages, money, quantities, ordinals, numbers.
//!
//! One pass over each sentence's [`atoms`]; an atom that cannot begin a value costs one comparison, a
//! sentence without any number or word of time is not looked at.
//!
//! There are two lists of times, by two published guidelines. [`find_values`] follows OntoNotes: with the
//! unit, the sign and the approximator (`more than 40`), with the determiner of a relative date (`the
//! weekend`), without prepositions and possessive `'s`; ages are dates; `now` and `recently` are not
//! marked. [`find_timexes`] follows TimeML (TIMEX3): such words are marked, ages behind a name are not,
//! and `from 2010 to 2014` is two times. Reader and app see the first; the second is for export and for
//! comparison with TimeML's own sets.
//!
//! Invariant: mentions come in order, do not overlap, and start and end with whole tokens.

mod amounts;
mod approximate;
mod atoms;
mod dates;
mod digits;
mod focus;
mod numbers;
mod quantities;
mod timex;
mod words;

use std::cell::{Cell, OnceCell};

use crate::document::Document;
use crate::tag::{Label, Mention, Source, Value};

use atoms::{Atoms, Kind};
use dates::Anchor;
use focus::Focus;
use words::Function;

pub use crate::tag::value::Qualifier;
pub use timex::{Timex, TimexKind, find_timexes};

/// By whose guideline times are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    /// OntoNotes: names and values.
    OntoNotes,
    /// TimeML: TIMEX3.
    TimeMl,
}

/// A value that begins where it was looked for.
struct Found {
    /// One past its last atom.
    end: usize,
    label: Label,
    value: Option<Value>,
}

/// What holds for the whole document, and the time it speaks of where it is read.
struct Context<'a> {
    text: &'a str,
    scheme: Scheme,
    anchor: Anchor,
    focus: Cell<Focus>,
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

    fn is_timeml(&self) -> bool {
        self.scheme == Scheme::TimeMl
    }
}

/// Every mention with a value by the OntoNotes guideline, in order, not overlapping. Dates resolve
/// against the document's date, and those tied to another time against the one named before, as far as
/// they are known. O(n).
#[must_use]
pub fn find_values(doc: &Document) -> Vec<Mention> {
    let mut mentions = Vec::new();
    scan(doc, Scheme::OntoNotes, |mention| mentions.push(mention));
    mentions
}

/// Gives every value of the document to `keep`, in order.
fn scan(doc: &Document, scheme: Scheme, mut keep: impl FnMut(Mention)) {
    let anchor = Anchor::new(doc.metadata.date);
    let cx =
        Context { text: &doc.text, scheme, anchor, focus: Cell::new(Focus::default()), yen: OnceCell::new() };
    let mut atoms = Atoms::default();
    for sentence in &doc.sentences {
        cx.focus.set(cx.focus.get().next_sentence());
        if !atoms.read(doc, doc.sentence_tokens(sentence)) {
            continue;
        }
        let mut i = 0;
        while i < atoms.len() {
            i = step(&cx, &atoms, i, &mut keep);
        }
    }
}

/// Looks for a value at atom `i`; where to look next.
fn step(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, keep: &mut impl FnMut(Mention)) -> usize {
    if !atoms.at(i).is_some_and(|atom| atom.opens) {
        return i + 1;
    }
    let found = find(cx, atoms, i);
    if let Some(mut found) = found
        && let Some((span, end)) = atoms.whole(i, found.end)
    {
        if cx.is_timeml() && found.label == Label::Time {
            found.value = found.value.map(|value| dates::on_day(cx, atoms, found.end, value));
        }
        if let Some(value) = &found.value
            && matches!(found.label, Label::Date | Label::Time)
        {
            cx.focus.set(cx.focus.get().after(value));
        }
        keep(Mention { value: found.value.map(Box::new), ..Mention::new(span, found.label, Source::Rule) });
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
        Kind::Other => match atoms.kind(i + 1) {
            // `AD 842`
            Kind::Digits if atoms.text(i) == "AD" => dates::find(cx, atoms, i),
            // Codes of currencies have capitals.
            Kind::Digits if atoms.capital(i) => amounts::money_before(cx, atoms, i),
            Kind::Mark(mark) if !mark.is_ascii() || matches!(mark, '$' | '.') => {
                amounts::money_before(cx, atoms, i)
            }
            _ => None,
        },
        Kind::Mark('\'' | '’' | '‘') => dates::find(cx, atoms, i),
        Kind::Mark('-' | '−') => approximate::negative(atoms, i),
        Kind::Mark(',' | '.' | ';' | ':' | '"' | '(' | ')') => None,
        Kind::Mark(_) => amounts::money_before(cx, atoms, i),
        Kind::Function(function) => small_word(cx, atoms, i, function),
        Kind::Number(_) | Kind::Digits | Kind::Calendar(_) => exact(cx, atoms, i),
    }
}

/// A value that opens with a small word. What most such words are followed by rules out a value at once.
fn small_word(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize, function: Function) -> Option<Found> {
    use Function as F;
    let plain = matches!(atoms.kind(i + 1), Kind::Other | Kind::Barrier);
    match function {
        F::Ahead | F::Behind => None,
        F::The | F::Tied(_) | F::Shift(_) | F::Every | F::Past | F::Coming | F::Recent | F::Those
            if plain && !atoms.is_any(i + 1, dates::PLAIN_NOUNS) =>
        {
            None
        }
        F::A if atoms.mark(i + 1, '$') => amounts::money_before(cx, atoms, i),
        // TimeML marks the ends of a span each by itself.
        F::Between if cx.is_timeml() && dates::is_year(atoms, i + 1) => None,
        F::Between if !matches!(atoms.kind(i + 1), Kind::Number(_)) => {
            amounts::money_before(cx, atoms, i).or_else(|| exact(cx, atoms, i))
        }
        F::A if plain && !atoms.is_any(i + 1, &["full", "whole", "solid"]) => {
            approximate::find(cx, atoms, i, function)
        }
        _ => approximate::find(cx, atoms, i, function).or_else(|| exact(cx, atoms, i)),
    }
}

fn exact(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    dates::find(cx, atoms, i).or_else(|| plain(atoms, i))
}

fn plain(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    amounts::amount(atoms, i).or_else(|| amounts::ordinal(atoms, i)).or_else(|| amounts::cardinal(atoms, i))
}
