//! Numbers, their units, telephone numbers and the markers of list items.

use super::tokens::{Piece, Place};
use super::words::run;
use crate::document::TokenKind;

/// Letters that may follow a number without a space and are a token of their own.
const UNITS: &[&str] = &[
    "am", "bn", "cc", "cl", "cm", "ft", "g", "gb", "ghz", "gw", "gwh", "ha", "hp", "hr", "hrs", "hz", "in",
    "kb", "kg", "kgs", "khz", "km", "kmh", "km/h", "kms", "kph", "kw", "kwh", "l", "lb", "lbs", "m", "mb",
    "mg", "mhz", "mi", "min", "ml", "mm", "mn", "mph", "mw", "mwh", "nm", "oz", "pm", "sec", "sq", "tb",
    "tn", "trn", "twh", "yd", "yds",
];

/// Letters that make a number an ordinal or a decade, or stay with it.
const ENDINGS: &[&str] = &["d", "nd", "rd", "s", "st", "th"];

/// Whether a decimal without its zero starts here: `.324`.
pub(super) fn starts_bare_decimal(place: Place<'_>) -> bool {
    let mut characters = place.rest.chars();
    place.starts_chunk && characters.next() == Some('.') && digits(characters.as_str()) > 0
}

/// Reads the token that starts with a digit or the point of a bare decimal.
pub(super) fn read(place: Place<'_>) -> Piece {
    let rest = place.rest;
    if let Some(length) = hyphenated(rest) {
        return (length, TokenKind::Number);
    }
    let mut end = usize::from(rest.starts_with('.'));
    end += digits(tail(rest, end));
    while let Some(more) = group(rest, end) {
        end += more;
    }
    let letters = run(tail(rest, end));
    let suffix = rest.get(end..end + letters).unwrap_or_default();
    let known = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(suffix));
    if letters == 0 || known(ENDINGS) {
        return (end + letters, TokenKind::Number);
    }
    // `4G` and `3M` are names.
    let unit = known(UNITS) && !(letters == 1 && suffix.starts_with(char::is_uppercase));
    if unit || dotted_half_day(tail(rest, end)) {
        return (end, TokenKind::Number);
    }
    (end + letters, TokenKind::Word)
}

/// A separator and the digits after it that continue a number whose digits end at `end`.
fn group(rest: &str, end: usize) -> Option<usize> {
    let separator = tail(rest, end).chars().next()?;
    let count = digits(tail(rest, end + 1));
    let continues = match separator {
        // Thousands, and lakhs: `1,234`, `1,00,000`.
        ',' => count == 3 || (count == 2 && tail(rest, end + 3).starts_with(',')),
        '.' | ':' | '/' => count > 0,
        _ => false,
    };
    continues.then_some(1 + count)
}

/// ISO dates and telephone numbers, the hyphenated digits that are one token.
fn hyphenated(rest: &str) -> Option<usize> {
    let mut groups = [0; 4];
    let (mut end, mut count) = (0, 0);
    for slot in &mut groups {
        let length = digits(tail(rest, end));
        if length == 0 {
            return None;
        }
        *slot = length;
        count += 1;
        end += length;
        if !tail(rest, end).starts_with('-') {
            break;
        }
        end += 1;
    }
    let known =
        matches!((count, groups), (3, [4, 2, 2, 0] | [3, 3, 4, 0]) | (2, [3, 4, 0, 0]) | (4, [1, 3, 3, 4]));
    let ends = !tail(rest, end).starts_with(|next: char| next.is_alphanumeric() || next == '-');
    (known && ends).then_some(end)
}

/// `+4588304520`, `+1918584-4428`.
pub(super) fn telephone(rest: &str) -> Option<Piece> {
    let number = tail(rest, 1);
    let length = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').len();
    let digits = number.get(..length)?.bytes().filter(u8::is_ascii_digit).count();
    let ends_in_digit = number.get(..length)?.ends_with(|c: char| c.is_ascii_digit());
    (digits >= 7 && ends_in_digit).then_some((1 + length, TokenKind::Number))
}

/// The marker of a list item at the start of a line: `2.`, `2.1.`, `b.`, `2)`, `a)`, `(2)`; `(a)`
/// anywhere.
pub(super) fn list_marker(place: Place<'_>) -> Option<Piece> {
    if !place.starts_chunk || place.rest.len() > 8 || place.next_visible().is_none() {
        return None;
    }
    let inner = place.rest.strip_prefix('(').unwrap_or(place.rest);
    let bare = inner.strip_suffix(['.', ')'])?;
    let bracketed = inner.len() != place.rest.len();
    if bracketed && !inner.ends_with(')') {
        return None;
    }
    let numbered = bare.split('.').all(|part| (1..=2).contains(&part.len()) && digits(part) == part.len());
    let lettered = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let stands = if place.starts_line { numbered || lettered } else { bracketed && lettered };
    stands.then_some((place.rest.len(), TokenKind::Punctuation))
}

/// `a.m.` or `p.m.` right after the digits.
fn dotted_half_day(rest: &str) -> bool {
    ["a.m", "p.m"].iter().any(|half| rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(half)))
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}
