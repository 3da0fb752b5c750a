//! Money, percentages, quantities, ordinals and plain numbers.
//!
//! Invariant: exactly one reading per numeral, the most specific one that the text supports.

use crate::lexicon::currencies::{
    currency_code, currency_noun, currency_sign, dollar_prefix, national_currency,
};
use crate::tag::{Label, Value, ValueKind};

use super::atoms::{Atoms, Kind};
use super::numbers::{self, Numeral, Size};
use super::quantities;
use super::words::Function;
use super::{Context, Found};

/// The value of `size` in `unit`, when it has one.
pub(super) fn value_of(size: Size, kind: ValueKind, unit: &str) -> Option<Value> {
    match size {
        Size::One(value) => Some(Value::of_amount(kind, value, unit)),
        Size::Range(low, high) => Some(Value::of_range(kind, low, high, unit)),
        Size::Open => None,
    }
}

/// Money whose sign or code comes first: `$1.2 billion`, `US$5m`, `EUR 300`.
pub(super) fn money_before(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let between = usize::from(atoms.is(i, "between"));
    let (code, start) = prefix(cx, atoms, i + between)?;
    let mut number = numbers::range(atoms, start).filter(|_| atoms.digits(start).is_some())?;
    short_scale(atoms, &mut number);
    // `between $5 and $10` is one amount; `$5 and $10` are two.
    let single = atoms.is(number.end, "and") || atoms.is(number.end, "to") && numbers::moves(atoms, i);
    let two = second_amount(cx, atoms, number.end).filter(|_| between > 0 || !single);
    match two {
        Some(high) => number = join(atoms, number, high),
        None if between > 0 => return None,
        None => {}
    }
    let mut end = number.end;
    if atoms.is(end, "dollars") || (atoms.is(end, "US") && !atoms.glued(end)) {
        end += 1;
    }
    Some(Found { end, label: Label::Money, value: value_of(number.size, ValueKind::Money, code) })
}

fn prefix<'a>(cx: &Context<'_>, atoms: &Atoms<'_>, i: usize) -> Option<(&'a str, usize)> {
    if let Kind::Mark(sign) = atoms.kind(i) {
        // Where a corpus has no `£` it has `#`.
        if sign == '#' {
            let amount = numbers::numeral(atoms, i + 1).filter(|amount| amount.worded && !atoms.glued(i + 1));
            return amount.and(Some(("GBP", i + 1)));
        }
        let code = if matches!(sign, '¥' | '￥') { cx.yen_sign() } else { currency_sign(sign)? };
        return Some((code, i + 1));
    }
    let word = atoms.text(i);
    // In text that came as tokens the sign stands apart.
    if atoms.mark(i + 1, '$') && (atoms.glued(i + 1) || word.len() > 1) {
        return Some((dollar_prefix(word)?, i + 2));
    }
    // `U.S.$5` arrives as five marks and letters.
    let dotted = atoms.is(i, "U") && atoms.mark(i + 1, '.') && atoms.is(i + 2, "S") && atoms.mark(i + 3, '.');
    if dotted && atoms.mark(i + 4, '$') && (i + 1..i + 4).all(|at| atoms.glued(at)) {
        return Some(("USD", i + 5));
    }
    let code = currency_code(word)?;
    let stop = i + 1 + usize::from(atoms.mark(i + 1, '.') && atoms.glued(i + 1));
    Some((code, stop))
}

/// `5m`, `1.2b`, `300k` glued to an amount of money.
fn short_scale(atoms: &Atoms<'_>, number: &mut Numeral) {
    if !atoms.glued(number.end) {
        return;
    }
    let times = match atoms.text(number.end) {
        "k" | "K" => 1e3,
        "m" | "M" => 1e6,
        "b" | "B" => 1e9,
        "t" | "T" => 1e12,
        _ => return,
    };
    number.size = match number.size {
        Size::One(value) => Size::One(numbers::scaled(value, times)),
        Size::Range(low, high) => Size::Range(numbers::scaled(low, times), numbers::scaled(high, times)),
        Size::Open => Size::Open,
    };
    number.end += 1;
}

/// The second half of `$5 to $10`, `$5-$10`.
fn second_amount(cx: &Context<'_>, atoms: &Atoms<'_>, end: usize) -> Option<Numeral> {
    let joint = atoms.is_any(end, &["to", "and"]) || atoms.joins(end);
    let (_, start) = prefix(cx, atoms, end + 1).filter(|_| joint)?;
    let mut number = numbers::numeral(atoms, start).filter(|_| atoms.digits(start).is_some())?;
    short_scale(atoms, &mut number);
    Some(number)
}

fn join(atoms: &Atoms<'_>, low: Numeral, high: Numeral) -> Numeral {
    let scale = numbers::magnitude_of(atoms, low, high).unwrap_or(1.0);
    let low = Numeral { size: low.value().map_or(Size::Open, |value| Size::One(value * scale)), ..low };
    let size = match (low.size, high.size) {
        (Size::One(from), Size::One(to)) if from < to => Size::Range(from, to),
        _ => Size::Open,
    };
    Numeral { size, end: high.end, worded: true }
}

/// What a numeral at `i` measures by the word after it; a plain number when nothing follows.
pub(super) fn amount(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    // `between 5 % and 10 %`: the sign comes twice.
    let between = usize::from(atoms.is(i, "between"));
    let number = numbers::range(atoms, i)
        .or_else(|| numbers::numeral(atoms, i + between))
        .or_else(|| numbers::bare_count(atoms, i))?;
    let found = measured(atoms, i, number);
    let twice = |found: &Found| found.end > number.end + 2 || matches!(number.size, Size::Range(..));
    found.filter(|found| between == 0 || twice(found))
}

fn measured(atoms: &Atoms<'_>, i: usize, number: Numeral) -> Option<Found> {
    percent(atoms, i, number)
        .or_else(|| money_after(atoms, i, number))
        .or_else(|| quantities::find(atoms, number))
}

fn percent(atoms: &Atoms<'_>, i: usize, number: Numeral) -> Option<Found> {
    let next = atoms.past_hyphen(number.end);
    // `half a percentage point`
    let half = number.size == Size::One(0.5) && atoms.function(next) == Some(Function::A);
    let next = next + usize::from(half);
    let found = |end, size| {
        Some(Found { end, label: Label::Percent, value: value_of(size, ValueKind::Percent, "%") })
    };
    let sign = |at: usize| atoms.mark(at, '%') || atoms.is_any(at, &["percent", "pct"]);
    if sign(next) {
        let between = atoms.is(i, "between") && atoms.is(next + 1, "and");
        let to = atoms.is(next + 1, "to") && !numbers::moves(atoms, i);
        let joint = between || atoms.joins(next + 1) || to;
        let high = numbers::numeral(atoms, next + 2).filter(|high| joint && sign(high.end));
        return match high {
            Some(high) => found(high.end + 1, join(atoms, number, high).size),
            None => found(next + 1, number.size),
        };
    }
    if atoms.is(next, "per") && atoms.is(next + 1, "cent") {
        return found(next + 2, number.size);
    }
    if atoms.is_any(next, &["percentage"]) && atoms.is_any(next + 1, &["point", "points"]) {
        return found(next + 2, number.size);
    }
    None
}

fn money_after(atoms: &Atoms<'_>, i: usize, number: Numeral) -> Option<Found> {
    let next = atoms.past_hyphen(number.end);
    let found = |end, code| {
        let value = value_of(number.size, ValueKind::Money, code);
        // An amount in an unknown currency is still an amount, but cents without their currency are not.
        let minor = atoms.is_any(end - 1, &["cent", "cents", "pence"]);
        Some(Found { end, label: Label::Money, value: value.filter(|_| !minor) })
    };
    let of = next + usize::from(number.size == Size::Open && atoms.is(next, "of"));
    for at in [of, of + 1, of + 2, of + 4] {
        let Some(code) = currency_noun(atoms.text(at)) else { continue };
        if at == of {
            let enough = number.worded || number.value().is_none_or(|value| value >= 100.0);
            return if atoms.is(at, "won") && !enough { None } else { found(at + 1, code) };
        }
        // `Australian dollars`, `Hong Kong dollars`, `U.S. dollars`.
        let dotted = atoms.is(of, "U") && atoms.is(of + 2, "S");
        let country = if dotted { "US" } else { atoms.text(at - 1) };
        return found(at + 1, national_currency(country, atoms.text(at))?);
    }
    let sterling = atoms.is_any(of, &["pound", "pounds"]) && atoms.is(of + 1, "sterling");
    if sterling {
        return found(of + 2, "GBP");
    }
    // Pounds without more are weights, unless somebody pays them; whose pounds they are stays open.
    let paid = atoms.is_any(of, &["pound", "pounds"]) && (i.saturating_sub(4)..i).any(|at| pays(atoms, at));
    // Millions of pounds are money too, unless they are pounds of something.
    let many = number.worded && number.value().is_some_and(|value| value >= 1e5) && !atoms.is(of + 1, "of");
    let pounds = atoms.is_any(of, &["pound", "pounds"]);
    if paid || (pounds && many) { found(of + 1, "") } else { None }
}

/// Whether the word at `i` speaks of money.
fn pays(atoms: &Atoms<'_>, i: usize) -> bool {
    const PAYING: &[&str] = &[
        "paid", "pay", "pays", "paying", "cost", "costs", "costing", "worth", "spent", "spend", "fined",
        "price", "raised", "earned", "earns", "fee", "debt", "salary", "loan", "donated", "owed", "owes",
        "budget", "fine", "bought", "invested", "invest",
    ];
    atoms.is_any(i, PAYING)
}

/// A place in an order, unless it is part of a name (`First Lady`).
pub(super) fn ordinal(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    let (place, end) = numbers::ordinal(atoms, i)?;
    let in_name = atoms.digits(i).is_none() && i > 0 && atoms.capital(i) && atoms.capital(end);
    let idiom = atoms.follows(i, &["at"]) && atoms.is(i, "first");
    let seconds = atoms.is(i, "second") && atoms.follows(i, &["split", "per"]);
    (!in_name && !idiom && !seconds).then(|| Found {
        end,
        label: Label::Ordinal,
        value: Some(Value::of_amount(ValueKind::Ordinal, place, "")),
    })
}

/// Words that make the number after them a name of a thing.
const DESIGNATORS: &[&str] = &[
    "article",
    "section",
    "chapter",
    "resolution",
    "route",
    "highway",
    "flight",
    "room",
    "boeing",
    "airbus",
    "windows",
    "apollo",
    "interstate",
    "channel",
    "covid",
    "formula",
    "psalm",
    "gate",
    "platform",
    "clause",
];

/// A number that nothing more special claims.
pub(super) fn cardinal(atoms: &Atoms<'_>, i: usize) -> Option<Found> {
    if let Some(found) = glued_run(atoms, i) {
        return found;
    }
    let number = numbers::range(atoms, i)?;
    let refused = match atoms.kind(i) {
        Kind::Digits => digits_refused(atoms, i, number.end),
        _ => atoms.is(i, "one") && number.end == i + 1 && !counts(atoms, i),
    };
    let half = atoms.is(i, "half") && number.end == i + 1;
    let counted_half = atoms.is_any(i + 1, &["of", "the", "a", "its", "their", "his", "her"]);
    if refused || (half && (!counted_half || atoms.follows(i, &["first", "second", "and"]))) {
        return None;
    }
    let value = value_of(number.size, ValueKind::Number, "");
    Some(Found { end: number.end, label: Label::Cardinal, value })
}

/// Runs like `3-1`, `24/7`, `555-1234`, `10.0.0.1:80`: a score, or nothing (`Some(None)`).
fn glued_run(atoms: &Atoms<'_>, i: usize) -> Option<Option<Found>> {
    let (first, _) = atoms.plain(i).unwrap_or((u32::MAX, 0));
    atoms.digits(i)?;
    let mut end = i + 1;
    let mut parts = 1;
    let mut dashes = true;
    while let Kind::Mark(mark @ ('-' | '–' | '/' | ':' | '.')) = atoms.kind(end)
        && (atoms.glued(end) && atoms.glued(end + 1) || parts == 1 && atoms.joins(end))
        && atoms.digits(end + 1).is_some()
    {
        dashes &= matches!(mark, '-' | '–');
        parts += 1;
        end += 2;
    }
    if parts == 1 || numbers::numeral(atoms, i).is_some_and(|number| number.end >= end) {
        return None;
    }
    let (last, _) = atoms.plain(end - 1).unwrap_or((u32::MAX, 0));
    let score = parts == 2 && dashes && first < 1000 && last < 1000;
    let value = || Value::of_text(ValueKind::Number, format!("{first}-{last}"));
    let rising = first < last && atoms.plural_noun(end);
    if score && rising {
        return None;
    }
    Some(score.then(|| Found { end, label: Label::Cardinal, value: Some(value()) }))
}

fn digits_refused(atoms: &Atoms<'_>, i: usize, end: usize) -> bool {
    let stuck = atoms.glued(i) && !matches!(i.checked_sub(1).map(|at| atoms.kind(at)), Some(Kind::Mark(_)));
    let tied = i.checked_sub(1).is_some_and(|before| {
        matches!(atoms.kind(before), Kind::Mark('-' | '#' | '/' | '.' | '_' | '=' | '@' | '+'))
            && atoms.glued(i)
            || (atoms.mark(before, '[') && atoms.mark(end, ']'))
    });
    let version = atoms.text(i).matches('.').count() > 1;
    let listed = i == 0 && matches!(atoms.kind(end), Kind::Mark('.' | ')')) && atoms.glued(end);
    let suffix = atoms.glued(end) && matches!(atoms.kind(end), Kind::Other | Kind::Mark('_' | '='));
    stuck
        || tied
        || version
        || suffix
        || (listed && atoms.at(end + 1).is_some())
        || atoms.follows(i, DESIGNATORS)
}

/// Whether `one` at `i` counts something rather than standing for it.
fn counts(atoms: &Atoms<'_>, i: usize) -> bool {
    const STANDING: &[&str] = &[
        "the", "this", "that", "no", "any", "every", "each", "another", "which", "a", "an", "some", "new",
        "big", "good", "loved",
    ];
    const NOT_COUNTED: &[&str] = &[
        "is", "was", "can", "could", "should", "would", "may", "might", "must", "will", "has", "had", "who",
        "that", "another", "in", "on", "to", "with", "for", "and", "or", "as", "at", "could", "does",
        "cannot", "from", "by",
    ];
    // `one soldier`, `one Kenyan`.
    let people = atoms.text(i) == "one" && atoms.capital(i + 1) && atoms.kind(i + 1) == Kind::Other;
    let noun = (atoms.small_word(i + 1) || people) && !atoms.is_any(i + 1, NOT_COUNTED);
    let share = atoms.is_any(i + 1, &["in", "out"])
        && (i + 2..i + 4).any(|at| matches!(atoms.kind(at), Kind::Digits | Kind::Number(_)));
    (noun || share || atoms.is(i + 1, "of")) && !atoms.follows(i, STANDING)
}
