use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What kind of value a mention has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// A bare number; `amount` is set.
    Number,
    /// A place in an order; `amount` is set.
    Ordinal,
    /// A share of a hundred; `amount` is set.
    Percent,
    /// `amount` of the ISO 4217 currency in `unit`.
    Money,
    /// `amount` of the UCUM unit in `unit`.
    Quantity,
    /// A point in time or a period, TIMEX3 style in `text`.
    Date,
    /// A time of day, TIMEX3 style in `text`.
    Time,
    /// A length of time, ISO 8601 (`P4Y`) in `text`.
    Duration,
    /// A time that comes back: the length between (`R/P1D`) or the time itself (`XXXX-WXX-2`) in `text`.
    Set,
}

/// What narrows, blurs or repeats a time: the `mod`, `quant` and `freq` of TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Qualifier {
    /// `early March`, `the beginning of`.
    Start,
    /// `mid-March`.
    Mid,
    /// `late March`, `the end of`.
    End,
    /// `about two years`.
    Approx,
    /// `more than two years`.
    MoreThan,
    /// `less than two years`.
    LessThan,
    /// `at least two years`.
    EqualOrMore,
    /// `at most`, `up to two years`.
    EqualOrLess,
    /// Every one: `daily`, `each March`.
    Every,
    /// So many times in each: `twice a week`.
    Times(u8),
}

impl Qualifier {
    /// As TIMEX3 writes it: `START`, `EVERY`, `2X`.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::Every => "EVERY",
            Self::Times(times) => return Cow::Owned(format!("{times}X")),
        })
    }
}

/// The normalised value of a number, a date or a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// One line that says the value: `1200000000 USD`, `42 %`, `2023-09-26`, `XXXX-09-26`, `T18:30`,
    /// `P4Y`, `3`. Never a guess: unknown parts stay `X`. A number that the text only bounds says so
    /// (`>40`, `≥40`, `<40`, `≤40`, `~40`); a range is `5–10`, a score `3-1`.
    pub text: String,
    /// The number, where there is one. A range or a score has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount: Option<f64>,
    /// Currency or unit, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
    /// For times, what narrows or repeats them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub qualifier: Option<Qualifier>,
}

impl Value {
    /// A value that only its line of text says: dates, times, durations.
    #[must_use]
    pub fn of_text(kind: ValueKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), amount: None, unit: None, qualifier: None }
    }

    /// `amount` of `unit`; an empty unit is none.
    #[must_use]
    pub fn of_amount(kind: ValueKind, amount: f64, unit: &str) -> Self {
        let text = with_unit(decimal(amount), kind, unit);
        let unit = (!unit.is_empty()).then(|| unit.to_owned());
        Self { kind, text, amount: Some(amount), unit, qualifier: None }
    }

    /// From `low` to `high` of `unit`; an empty unit is none.
    #[must_use]
    pub fn of_range(kind: ValueKind, low: f64, high: f64, unit: &str) -> Self {
        let text = with_unit(format!("{}–{}", decimal(low), decimal(high)), kind, unit);
        let unit = (!unit.is_empty()).then(|| unit.to_owned());
        Self { kind, text, amount: None, unit, qualifier: None }
    }
}

fn with_unit(mut number: String, kind: ValueKind, unit: &str) -> String {
    let unit = if kind == ValueKind::Percent { "%" } else { unit };
    if !unit.is_empty() {
        number.push(' ');
        number.push_str(unit);
    }
    number
}

/// `number` in decimal digits, without an exponent and without noise: to the ninth decimal, and of long numbers to the
/// fifteenth digit, which is the last that an `f64` always has.
#[must_use]
pub(crate) fn decimal(number: f64) -> String {
    const SURE: Range<f64> = 0.0..1e15;
    for places in (0..=9).rev() {
        let scale = 10_u64.pow(places);
        let scaled = (number.abs() * scale as f64).round();
        if SURE.contains(&scaled) {
            let (whole, rest) = (scaled as u64 / scale, scaled as u64 % scale);
            let sign = if number < 0.0 && scaled > 0.0 { "-" } else { "" };
            if rest == 0 {
                return format!("{sign}{whole}");
            }
            return format!("{sign}{whole}.{rest:0width$}", width = places as usize)
                .trim_end_matches('0')
                .to_owned();
        }
    }
    // The general conversion is as large as all else that a value takes.
    format!("{number}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Value, ValueKind, decimal};

    proptest! {
        #[test]
        fn a_number_is_written_as_the_standard_library_writes_it(
            whole in -999_999_999_999_999_i64..1_000_000_000_000_000, decimals in 0_i32..4,
        ) {
            let number = whole as f64 / 10_f64.powi(decimals);
            prop_assert_eq!(decimal(number), format!("{number}"));
        }
    }

    #[test]
    fn a_value_says_itself_in_one_line() {
        assert_eq!(Value::of_amount(ValueKind::Money, 1.2e9, "USD").text, "1200000000 USD");
        assert_eq!(Value::of_amount(ValueKind::Money, 7_780_730_633.0, "USD").text, "7780730633 USD");
        assert_eq!(Value::of_amount(ValueKind::Percent, -0.3, "").text, "-0.3 %");
        assert_eq!(Value::of_amount(ValueKind::Percent, 0.1 + 0.2, "").text, "0.3 %");
        assert_eq!(Value::of_amount(ValueKind::Quantity, 2_500_000.1 + 0.2, "km").text, "2500000.3 km");
        assert_eq!(Value::of_range(ValueKind::Quantity, 5.0, 7.5, "km").text, "5–7.5 km");
    }
}
