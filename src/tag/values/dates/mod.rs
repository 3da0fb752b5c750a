//! Dates, times of day and lengths of time.
//!
//! Invariant: absolute dates are read before relative ones, so that the longest reading wins; values are
//! TIMEX3 style and resolve against the article's date only as far as that is known.

mod absolute;
mod civil;
mod clock;
mod durations;
mod holidays;
mod relative;
mod resolve;

use crate::tag::{Label, Value, ValueKind};

use super::atoms::Atoms;
use super::{Context, Found};

pub(super) use resolve::Anchor;

/// The date, time or length of time that begins at atom `i`.
pub(super) fn find(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    clock::find(cx, atoms, i)
        .or_else(|| absolute::find(cx, atoms, i))
        .or_else(|| relative::find(cx, atoms, i))
        .or_else(|| durations::find(cx, atoms, i))
}

fn date(end: usize, text: impl Into<String>) -> Found {
    Found { end, label: Label::Date, value: Some(Value::of_text(ValueKind::Date, text)) }
}

fn time(end: usize, text: impl Into<String>) -> Found {
    Found { end, label: Label::Time, value: Some(Value::of_text(ValueKind::Time, text)) }
}
