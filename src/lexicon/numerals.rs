//! English number words. Plain facts of the language, listed by us.
//!
//! Invariant: the table is sorted and has each word once.

/// What a word contributes to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// Zero to nineteen.
    Small(u8),
    /// Twenty, thirty … ninety.
    Tens(u8),
    /// Hundred.
    Hundred,
    /// Twelve of something.
    Dozen,
    /// A power of ten from a thousand on, by its exponent.
    Scale(u8),
    /// An uncounted plural (`dozens`, `thousands`), by the exponent of its size rounded down.
    Plural(u8),
    /// First to hundredth.
    Ordinal(u8),
    /// One half.
    Half,
    /// One fourth; also three months and a coin.
    Quarter,
    /// A plural denominator: `thirds`, `quarters`.
    Fraction(u8),
}

use NumberWord::{Dozen, Fraction, Half, Hundred, Ordinal, Plural, Quarter, Scale, Small, Tens};

/// The number words in lower case, in alphabetical order.
pub static NUMBER_WORDS: &[(&str, NumberWord)] = &[
    ("billion", Scale(9)),
    ("billions", Plural(9)),
    ("bn", Scale(9)),
    ("crore", Scale(7)),
    ("crores", Plural(7)),
    ("dozen", Dozen),
    ("dozens", Plural(1)),
    ("eight", Small(8)),
    ("eighteen", Small(18)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eighths", Fraction(8)),
    ("eightieth", Ordinal(80)),
    ("eighty", Tens(80)),
    ("eleven", Small(11)),
    ("eleventh", Ordinal(11)),
    ("fifteen", Small(15)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fifths", Fraction(5)),
    ("fiftieth", Ordinal(50)),
    ("fifty", Tens(50)),
    ("first", Ordinal(1)),
    ("five", Small(5)),
    ("fortieth", Ordinal(40)),
    ("forty", Tens(40)),
    ("four", Small(4)),
    ("fourteen", Small(14)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("fourths", Fraction(4)),
    ("half", Half),
    ("hundred", Hundred),
    ("hundreds", Plural(2)),
    ("hundredth", Ordinal(100)),
    ("lakh", Scale(5)),
    ("lakhs", Plural(5)),
    ("million", Scale(6)),
    ("millions", Plural(6)),
    ("mln", Scale(6)),
    ("mn", Scale(6)),
    ("nine", Small(9)),
    ("nineteen", Small(19)),
    ("nineteenth", Ordinal(19)),
    ("ninetieth", Ordinal(90)),
    ("ninety", Tens(90)),
    ("ninth", Ordinal(9)),
    ("ninths", Fraction(9)),
    ("one", Small(1)),
    ("quarter", Quarter),
    ("quarters", Fraction(4)),
    ("second", Ordinal(2)),
    ("seven", Small(7)),
    ("seventeen", Small(17)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("sevenths", Fraction(7)),
    ("seventieth", Ordinal(70)),
    ("seventy", Tens(70)),
    ("six", Small(6)),
    ("sixteen", Small(16)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sixths", Fraction(6)),
    ("sixtieth", Ordinal(60)),
    ("sixty", Tens(60)),
    ("ten", Small(10)),
    ("tens", Plural(1)),
    ("tenth", Ordinal(10)),
    ("tenths", Fraction(10)),
    ("third", Ordinal(3)),
    ("thirds", Fraction(3)),
    ("thirteen", Small(13)),
    ("thirteenth", Ordinal(13)),
    ("thirtieth", Ordinal(30)),
    ("thirty", Tens(30)),
    ("thousand", Scale(3)),
    ("thousands", Plural(3)),
    ("three", Small(3)),
    ("tn", Scale(12)),
    ("trillion", Scale(12)),
    ("trillions", Plural(12)),
    ("twelfth", Ordinal(12)),
    ("twelve", Small(12)),
    ("twentieth", Ordinal(20)),
    ("twenty", Tens(20)),
    ("two", Small(2)),
    ("zero", Small(0)),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::NUMBER_WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
