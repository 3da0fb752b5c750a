//! Times by the TimeML guideline.
//!
//! Invariant: every time has a value; parts of it that are not known are `X`.

use crate::document::Document;
use crate::tag::value::Qualifier;
use crate::tag::{Label, Value, ValueKind};
use crate::text::Span;

use super::{Scheme, scan};

/// A time as a TIMEX3 annotation has it (TimeML 1.2.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// Its `type`.
    pub kind: TimexKind,
    /// Its `value`.
    pub value: String,
    /// Its `mod`, `quant` or `freq`.
    pub qualifier: Option<Qualifier>,
}

/// The type of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A day or a longer period of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes back.
    Set,
}

impl TimexKind {
    /// As TIMEX3 writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Every time of the document by the TimeML guideline, in order, not overlapping. O(n).
#[must_use]
pub fn find_timexes(doc: &Document) -> Vec<Timex> {
    let mut times = Vec::new();
    scan(doc, Scheme::TimeMl, |mention| {
        if matches!(mention.label, Label::Date | Label::Time) {
            times.push(timex(mention.span, mention.label, mention.value.as_deref()));
        }
    });
    times
}

fn timex(span: Span, label: Label, value: Option<&Value>) -> Timex {
    let (kind, text) = match (label, value) {
        (Label::Time, None) => (TimexKind::Time, "XXXX-XX-XXTXX:XX"),
        (_, None) => (TimexKind::Date, "XXXX-XX-XX"),
        (_, Some(value)) => (
            match value.kind {
                ValueKind::Duration => TimexKind::Duration,
                ValueKind::Set => TimexKind::Set,
                ValueKind::Time => TimexKind::Time,
                _ => TimexKind::Date,
            },
            value.text.as_str(),
        ),
    };
    Timex { span, kind, value: text.to_owned(), qualifier: value.as_ref().and_then(|value| value.qualifier) }
}
