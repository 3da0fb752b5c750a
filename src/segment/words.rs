//! Words of Latin, Greek and Cyrillic: clitics, abbreviations, and which hyphens hold a word together.

use super::tokens::{Piece, Place, is_simple_letter};
use crate::document::TokenKind;
use crate::lexicon::abbreviations::{Abbreviation, abbreviation, is_state, starts_sentences};

/// Words that are two tokens, and where the second starts.
const CONTRACTIONS: [(&str, usize); 5] =
    [("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3)];

/// Prefixes that are no words of their own; they stay with what follows the hyphen.
const PREFIXES: &[&str] = &[
    "anti", "co", "counter", "cross", "de", "e", "ex", "inter", "intra", "macro", "mega", "micro", "mid",
    "mini", "multi", "non", "post", "pre", "pro", "re", "semi", "sub", "super", "trans", "ultra", "un",
];

/// English words that look like a romanised syllable: `Four-day`, `Sea-run`, `Top-ten`.
const NO_SYLLABLES: &[&str] = &[
    "all", "any", "at", "bar", "but", "by", "car", "cut", "day", "deal", "door", "far", "feet", "few",
    "foot", "four", "free", "goal", "hip", "hit", "hop", "hot", "hour", "ill", "it", "key", "law", "lit",
    "loan", "long", "low", "man", "men", "met", "mix", "no", "non", "off", "on", "our", "out", "pan", "par",
    "pay", "per", "pop", "ran", "room", "run", "say", "sea", "seat", "see", "set", "sin", "sit", "so", "tar",
    "tax", "tea", "team", "ten", "the", "tie", "tier", "tip", "to", "ton", "too", "top", "tour", "up", "war",
    "way", "week", "win", "wing", "year", "yen", "you",
];

/// Slash compounds that are one word.
const SLASHED: &[&str] = &["c/o", "n/a", "s/he", "w/o"];

/// Whether a chunk of letters is two tokens, as `cannot` is.
pub(super) fn is_contraction(chunk: &str) -> bool {
    split_contraction(chunk).is_some()
}

fn split_contraction(word: &str) -> Option<usize> {
    if !(5..=6).contains(&word.len()) {
        return None;
    }
    CONTRACTIONS.iter().find(|(whole, _)| whole.eq_ignore_ascii_case(word)).map(|(_, at)| *at)
}

/// Reads the token that starts with a letter.
pub(super) fn read(place: Place<'_>) -> Piece {
    let rest = place.rest;
    if let Some(piece) = clitic(rest) {
        return piece;
    }
    let mut from = 0;
    loop {
        let end = from + run(tail(rest, from));
        let word = rest.get(..end).unwrap_or_default();
        if let Some(at) = split_contraction(word) {
            return (at, TokenKind::Word);
        }
        match join(place, from, end) {
            Join::Stop(length) => return (length, TokenKind::Word),
            Join::Symbol(length) => return (length, TokenKind::Symbol),
            Join::GoOn(next) => from = next,
        }
    }
}

/// What follows a run of letters.
enum Join {
    /// The token ends here.
    Stop(usize),
    /// The token ends here and is a symbol.
    Symbol(usize),
    /// The token goes on with a run of letters that starts here.
    GoOn(usize),
}

fn join(place: Place<'_>, from: usize, end: usize) -> Join {
    let rest = place.rest;
    let mut characters = tail(rest, end).chars();
    let Some(connector) = characters.next() else { return Join::Stop(end) };
    let next = characters.next();
    let after = end + connector.len_utf8();
    let go_on = |holds: bool| if holds { Join::GoOn(after) } else { Join::Stop(end) };
    let (left, right) = (rest.get(from..end).unwrap_or_default(), tail(rest, after));
    match connector {
        '\'' | '’' if next.is_some_and(is_simple_letter) => match clitic(tail(rest, end)) {
            Some(_) => Join::Stop(end),
            None if ends_in_negation(left, right) && end > 1 => Join::Stop(end - 1),
            None => Join::GoOn(after),
        },
        '.' => full_stop(place, from, end),
        '-' => go_on(next.is_some_and(char::is_alphanumeric) && hyphen_holds(rest, from, end)),
        '&' => {
            let other = right.get(..run(right)).unwrap_or_default();
            go_on(is_short_capitals(left) && is_short_capitals(other))
        }
        '/' => {
            let whole = rest.get(..after + run(right)).unwrap_or_default();
            go_on(SLASHED.iter().any(|word| word.eq_ignore_ascii_case(whole)))
        }
        '$' if is_short_capitals(left) && !next.is_some_and(char::is_alphabetic) => Join::Symbol(after),
        _ => Join::Stop(end),
    }
}

/// The length of the run of letters, digits, low lines and combining marks at the start of `rest`.
pub(super) fn run(rest: &str) -> usize {
    let bytes = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    if rest.as_bytes().get(bytes).is_none_or(u8::is_ascii) {
        return bytes;
    }
    let letter = |character: &char| {
        let mark = matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}');
        is_simple_letter(*character) || character.is_ascii_alphanumeric() || *character == '_' || mark
    };
    rest.chars().take_while(letter).map(char::len_utf8).sum()
}

/// The clitic at the start of `rest`, when nothing that belongs to the word follows it.
pub(super) fn clitic(rest: &str) -> Option<Piece> {
    let first = rest.chars().next()?;
    let length = match first {
        '\'' | '’' => {
            let suffix = tail(rest, first.len_utf8());
            let letters = suffix.get(..run(suffix))?;
            let known = ["s", "re", "ve", "ll", "d", "m"].iter().any(|c| c.eq_ignore_ascii_case(letters));
            known.then_some(first.len_utf8() + letters.len())?
        }
        'n' | 'N' => {
            let quote = tail(rest, 1).chars().next().filter(|quote| matches!(quote, '\'' | '’'))?;
            let suffix = tail(rest, 1 + quote.len_utf8());
            let letters = suffix.get(..run(suffix))?;
            letters.eq_ignore_ascii_case("t").then_some(1 + quote.len_utf8() + 1)?
        }
        _ => return None,
    };
    let next = tail(rest, length).chars().next();
    (!next.is_some_and(char::is_alphanumeric)).then_some((length, TokenKind::Clitic))
}

fn ends_in_negation(left: &str, right: &str) -> bool {
    let suffix = right.get(..run(right)).unwrap_or_default();
    left.len() > 1 && left.ends_with(['n', 'N']) && suffix.eq_ignore_ascii_case("t")
}

/// `'em`, `'til`, `'90s`: an apostrophe that belongs to the word after it.
pub(super) fn elision(place: Place<'_>) -> Option<Piece> {
    const ELIDED: [&str; 6] = ["em", "til", "cause", "tis", "twas", "n"];
    let suffix = tail(place.rest, 1);
    let letters = suffix.get(..run(suffix))?;
    let length = 1 + letters.len();
    if ELIDED.iter().any(|word| word.eq_ignore_ascii_case(letters)) {
        return Some((length, TokenKind::Word));
    }
    let decade =
        letters.len() == 3 && letters.ends_with("0s") && letters.starts_with(|c: char| c.is_ascii_digit());
    decade.then_some((length, TokenKind::Number))
}

/// Whether the full stop at `end` belongs to the word, and whether the word goes on after it.
fn full_stop(place: Place<'_>, from: usize, end: usize) -> Join {
    let rest = place.rest;
    let next = tail(rest, end + 1).chars().next();
    let left = rest.get(from..end).unwrap_or_default();
    if let Some(next) = next.filter(|next| next.is_alphanumeric()) {
        // `end.Next` has lost its space; `U.S`, `Node.js`, `v1.2` are words.
        let lost_space = left.len() > 2 && next.is_uppercase() && left.ends_with(char::is_lowercase);
        let version = !next.is_ascii_digit() || left.ends_with(|last: char| last.is_ascii_digit());
        let known = from == 0 && next.is_uppercase() && abbreviation(left).is_some();
        return match (lost_space || !version, known) {
            (_, true) => Join::Stop(end + 1),
            (true, _) => Join::Stop(end),
            _ => Join::GoOn(end + 1),
        };
    }
    let word = rest.get(..end).unwrap_or_default();
    if tail(rest, end).starts_with("...") {
        return Join::Stop(end);
    }
    let dotted = from > 0 && word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let ends_chunk = next.is_none();
    let keeps = dotted
        || is_initial(place, word, ends_chunk)
        || (matches!(next, Some(',' | ')')) && is_state(word))
        || match abbreviation(word) {
            Some(Abbreviation::Leading | Abbreviation::Closing) => true,
            Some(Abbreviation::BeforeNumber) => {
                ends_chunk && place.next_visible().is_some_and(|next| next.is_ascii_digit())
            }
            None => false,
        };
    Join::Stop(if keeps { end + 1 } else { end })
}

/// `J.` before another name; `p.` before a number, `b.` before a date.
fn is_initial(place: Place<'_>, word: &str, ends_chunk: bool) -> bool {
    let mut letters = word.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    let next = if ends_chunk { place.next_visible() } else { None };
    if letter.is_uppercase() {
        // `by G. The term`: what starts a sentence is no name.
        if ends_chunk && starts_sentences(place.next_word()) && place.next_word().len() > 2 {
            return false;
        }
        return next.is_some_and(char::is_alphabetic)
            || (!ends_chunk && !tail(place.rest, 2).starts_with(['"', '”']));
    }
    let dates_a_life = matches!(letter, 'b' | 'c' | 'd') && next.is_some_and(char::is_uppercase);
    dates_a_life || next.is_some_and(|next| next.is_ascii_digit())
}

/// Whether the hyphen at `end` is inside one word.
fn hyphen_holds(rest: &str, from: usize, end: usize) -> bool {
    let left = rest.get(from..end).unwrap_or_default();
    let after = tail(rest, end + 1);
    let right = after.get(..run(after)).unwrap_or_default();
    if from == 0 && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(left)) {
        return right.starts_with(char::is_alphabetic) || left.eq_ignore_ascii_case("mid");
    }
    // The Persian ezafe: `Naqsh-e Jahan`.
    if right == "e" && left.starts_with(char::is_uppercase) && !tail(after, 1).starts_with('-') {
        return true;
    }
    from == 0 && is_given_name(left, right)
}

/// Romanised Korean and Chinese given names: `Duck-soo`, `Jong-un`, `Wai-ching`, `Min-Woo`.
fn is_given_name(left: &str, right: &str) -> bool {
    let capital = left.starts_with(|first: char| first.is_ascii_uppercase());
    let name_case = |part: &str| part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let cased = capital && left.len() > 1 && right.len() > 1 && name_case(left) && name_case(right);
    cased && is_syllable(left) && is_syllable(right)
}

/// Whether `part` is one syllable as romanised Korean, Mandarin or Cantonese spells it, and no English
/// word.
fn is_syllable(part: &str) -> bool {
    const ONSETS: &[&str] = &[
        "", "b", "by", "c", "ch", "d", "f", "g", "gw", "gy", "h", "hs", "hw", "hy", "j", "k", "kh", "kw",
        "ky", "l", "m", "my", "n", "ng", "p", "q", "r", "ry", "s", "sh", "sz", "t", "ts", "tz", "w", "wh",
        "x", "y", "z", "zh",
    ];
    const CODAS: &[&str] = &["", "b", "ck", "h", "k", "l", "m", "n", "ng", "p", "r", "t"];
    let is_vowel = |c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ü');
    // A `y` or `w` before the vowel belongs to the onset.
    let Some(vowel) = part.find(|c: char| is_vowel(c) && !c.eq_ignore_ascii_case(&'y')) else { return false };
    let (onset, rhyme) = part.split_at_checked(vowel).unwrap_or_default();
    let coda = rhyme.trim_start_matches(is_vowel);
    let listed = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let vowels = rhyme.len() - coda.len();
    part.len() <= 6
        && (1..=3).contains(&vowels)
        && listed(ONSETS, onset)
        && listed(CODAS, coda)
        && !listed(NO_SYLLABLES, part)
}

fn is_short_capitals(part: &str) -> bool {
    (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}
