//! Measurements: a number with a unit behind it.
//!
//! Invariant: a symbol that is also a word or a name (`m`) counts only where nothing stands between it and
//! its number.

use crate::lexicon::units::{unit_name, unit_symbol};
use crate::tag::{Label, ValueKind};

use super::Found;
use super::amounts::value_of;
use super::atoms::{Atoms, Kind};
use super::numbers::{self, Numeral, Size};

/// The quantity whose number is read: its unit follows.
pub(super) fn find(atoms: &Atoms<'_>, number: Numeral) -> Option<Found> {
    let next = atoms.past_hyphen(number.end);
    let next = next + usize::from(number.size == Size::Open && atoms.is(next, "of"));
    let (unit, end) = unit(atoms, next)?;
    let mut number = number;
    let mut end = end;
    // `6 feet 2 inches` is said whole and measured in neither unit alone.
    let second = numbers::numeral(atoms, end).filter(|_| !atoms.glued(end) && unit == "[ft_i]");
    if let Some(inches) = second.filter(|inches| atoms.is_any(inches.end, &["inch", "inches"])) {
        let feet = number.value().zip(inches.value());
        number.size = feet.map_or(Size::Open, |(feet, inches)| Size::One(feet + inches / 12.0));
        end = inches.end + 1;
    }
    Some(Found { end, label: Label::Quantity, value: value_of(number.size, ValueKind::Quantity, &unit) })
}

/// The unit at `i`: its UCUM code and one past its end.
fn unit(atoms: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    if atoms.mark(i, '°') {
        return Some(match atoms.text(i + 1) {
            "C" => ("Cel".into(), i + 2),
            "F" => ("[degF]".into(), i + 2),
            _ => ("deg".into(), i + 1),
        });
    }
    if atoms.is_any(i, &["degree", "degrees"]) {
        return Some(match atoms.text(i + 1) {
            "Celsius" | "centigrade" | "C" => ("Cel".into(), i + 2),
            "Fahrenheit" | "F" => ("[degF]".into(), i + 2),
            _ => ("deg".into(), i + 1),
        });
    }
    match atoms.text(i) {
        "Celsius" | "centigrade" => return Some(("Cel".into(), i + 1)),
        "Fahrenheit" => return Some(("[degF]".into(), i + 1)),
        _ => {}
    }
    let power = match atoms.text(i) {
        "square" | "sq" => "2",
        "cubic" | "cu" => "3",
        _ => "",
    };
    let at =
        if power.is_empty() { i } else { i + 1 + usize::from(atoms.mark(i + 1, '.') && atoms.glued(i + 1)) };
    let at = if power.is_empty() { at } else { atoms.past_hyphen(at) };
    let word = atoms.text(at);
    let metre = word == "m" && (atoms.glued(at) || !power.is_empty()) && !atoms.plural_noun(at + 1);
    let code = unit_name(word).or_else(|| unit_symbol(word)).or_else(|| metre.then_some("m"))?;
    let mut code = power_of(code, power);
    let mut end = at + 1;
    let per = atoms.is_any(end, &["per", "an"]) || atoms.mark(end, '/');
    if per && atoms.is_any(end + 1, &["hour", "h", "second", "s"]) {
        code.push_str(if atoms.text(end + 1).starts_with('h') { "/h" } else { "/s" });
        end += 2;
    }
    // OntoNotes leaves `a day` outside.
    if code == "[bbl_us]" && per_day(atoms, end) {
        code.push_str("/d");
    }
    if let Kind::Mark(mark @ ('²' | '³')) = atoms.kind(end)
        && atoms.glued(end)
    {
        code = power_of(&code, if mark == '²' { "2" } else { "3" });
        end += 1;
    }
    Some((code, end))
}

/// `a day`, `per day` behind barrels.
fn per_day(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.is_any(i, &["a", "per"]) && atoms.is(i + 1, "day")
}

fn power_of(code: &str, power: &str) -> String {
    format!("{code}{power}")
}
