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
}

/// The normalised value of a number, a date or a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// One line that says the value: `1200000000 USD`, `42 %`, `2023-09-26`, `XXXX-09-26`, `T18:30`,
    /// `P4Y`, `3`. Never a guess: unknown parts stay `X`.
    pub text: String,
    /// The number, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount: Option<f64>,
    /// Currency or unit, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
}
