//! Dates, times of day and lengths of time.
//!
//! Invariant: absolute dates are read before relative ones, so that the longest reading wins; values are
//! TIMEX3 style and resolve against the article's date only as far as that is known.

mod absolute;
mod anaphoric;
mod civil;
mod clock;
mod durations;
mod holidays;
mod parts;
mod relative;
mod resolve;
mod sets;
mod weekdays;
mod years;

use crate::lexicon::calendar::TimeUnit;
use crate::tag::value::Qualifier;
use crate::tag::{Label, Value, ValueKind};

use super::atoms::Atoms;
use super::numbers::Size;
use super::{Context, Found};

pub(super) use civil::days_from_civil;
pub(super) use resolve::Anchor;

/// Words that no list of time has and that stand between an article and a time.
pub(super) const PLAIN_NOUNS: &[&str] = &[
    "moment",
    "turn",
    "period",
    "corresponding",
    "other",
    "entire",
    "whole",
    "season",
    "time",
    "remainder",
    "rest",
    "eve",
];

/// The date, time or length of time that begins at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    clock::find(cx, atoms, i)
        .or_else(|| absolute::find(cx, atoms, i))
        .or_else(|| sets::find(cx, atoms, i))
        .or_else(|| relative::find(cx, atoms, i))
        .or_else(|| durations::find(cx, atoms, i))
}

/// A time of day that ends before atom `end` on its day, as a TIMEX3 value has it: the day behind it (`6
/// p.m. on Friday`), the one named in this sentence or the one before, or the article's.
pub(super) fn on_day(cx: &Context<'_>, atoms: &Atoms<'_>, end: usize, value: Value) -> Value {
    let clock = value.text.strip_prefix("XXXX-XX-XX").unwrap_or(&value.text);
    if value.kind != ValueKind::Time || !clock.starts_with('T') {
        return value;
    }
    let at = end + usize::from(atoms.is(end, "on"));
    let behind = absolute::find(cx, atoms, at).or_else(|| relative::find(cx, atoms, at));
    let behind = behind.and_then(|found| found.value).filter(|value| value.kind == ValueKind::Date);
    let behind = behind.map(|value| value.text).filter(|text| text.len() == "2023-09-26".len());
    let named = || cx.focus.get().told_day(1).map(|days| Anchor::of_day(days).day(0));
    let day = behind.or_else(named).unwrap_or_else(|| cx.anchor.day(0));
    Value { text: format!("{day}{clock}"), ..value }
}

/// Whether a year stands at `i`.
pub(super) fn is_year(atoms: &Atoms<'_>, i: usize) -> bool {
    years::year_at(atoms, i).is_some()
}

/// A length of one unit that ends before `end`.
pub(super) fn one_unit(cx: &Context<'_>, end: usize, unit: TimeUnit) -> Found {
    durations::length(cx, end, unit, Size::One(1.0))
}

fn date(end: usize, text: impl Into<String>) -> Found {
    Found { end, label: Label::Date, value: Some(Value::of_text(ValueKind::Date, text)) }
}

fn time(end: usize, text: impl Into<String>) -> Found {
    Found { end, label: Label::Time, value: Some(Value::of_text(ValueKind::Time, text)) }
}

fn set(end: usize, text: impl Into<String>, qualifier: Qualifier) -> Found {
    let value = Value { qualifier: Some(qualifier), ..Value::of_text(ValueKind::Set, text) };
    Found { end, label: Label::Date, value: Some(value) }
}

impl Found {
    /// With `qualifier`, unless it has one.
    fn qualified(mut self, qualifier: Qualifier) -> Self {
        if let Some(value) = &mut self.value {
            value.qualifier = value.qualifier.or(Some(qualifier));
        }
        self
    }

    /// The same, ending elsewhere.
    fn ending(self, end: usize) -> Self {
        Self { end, ..self }
    }
}

impl Context<'_> {
    /// The time that the text named last; where it named none, the article's own in TimeML's list, whose
    /// news rarely speaks of another, and nothing in ours.
    fn reference(&self) -> Anchor {
        let named = Anchor::of_focus(self.focus.get());
        if named.is_unknown() && self.is_timeml() { self.anchor } else { named }
    }
}
