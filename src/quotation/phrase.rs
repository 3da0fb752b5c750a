//! The noun phrase before or after a cue: who speaks. Read by closed word classes and by mentions, since
//! nothing here knows a noun from a verb.

use super::cues::{DETERMINERS, LINKS, cue, ends_phrase};
use super::words::Words;
use crate::document::TokenKind;
use crate::tag::Label;

/// No speaker is called by more tokens.
const LONGEST: usize = 16;

/// A speaker stands no more tokens before the cue, with all that is said of them between.
const FURTHEST: usize = 48;

/// What may stand after the name of a paper.
const SORTS_OF_PAPER: [&str; 9] =
    ["news", "agency", "newspaper", "magazine", "television", "website", "channel", "network", "radio"];

/// What an article calls a speaker, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub first: usize,
    /// One past the last.
    pub end: usize,
    pub head: Head,
}

/// What the phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// That mention.
    Mention(usize),
    /// That entity, by a description.
    Described(u32),
    /// `he` or `she`; `it`; `they`.
    Pronoun(Pronoun),
    /// Somebody without a name.
    Unnamed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// `he`
    Male,
    /// `she`
    Female,
    /// `it`
    Thing,
    /// `they`, `we`, `I`
    Other,
}

fn pronoun(word: &str) -> Option<Pronoun> {
    const PRONOUNS: [(&str, Pronoun); 6] = [
        ("he", Pronoun::Male),
        ("she", Pronoun::Female),
        ("it", Pronoun::Thing),
        ("they", Pronoun::Other),
        ("we", Pronoun::Other),
        ("i", Pronoun::Other),
    ];
    PRONOUNS.iter().find(|(listed, _)| listed.eq_ignore_ascii_case(word)).map(|(_, pronoun)| *pronoun)
}

/// Whether a mention of that label may speak.
fn speaks(label: Label) -> bool {
    label.is_name() && !matches!(label, Label::Language | Label::Law)
}

fn is_time(words: &Words<'_>, at: usize) -> bool {
    matches!(words.label(at), Some(Label::Date | Label::Time))
}

/// The phrase that ends before `end` and does not reach back past `floor`. O(1): it looks no further back
/// than so many tokens.
pub(super) fn before(words: &Words<'_>, end: usize, floor: usize) -> Option<Phrase> {
    before_within(words, end, floor, floor.max(end.saturating_sub(FURTHEST)))
}

/// The same in a sentence that begins at `sentence`, looking back to `floor`.
fn before_within(words: &Words<'_>, end: usize, sentence: usize, floor: usize) -> Option<Phrase> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if let Some(pronoun) = pronoun(words.text(last)) {
        return Some(Phrase { first: last, end, head: Head::Pronoun(pronoun) });
    }
    match words.text(last) {
        "," => return apposed(words, last, sentence, floor),
        ")" => {
            let open = (floor..last).rev().take(LONGEST).find(|at| words.text(*at) == "(")?;
            return before_within(words, open, sentence, floor);
        }
        "who" => {
            let name = last.checked_sub(1).filter(|at| words.text(*at) == ",").unwrap_or(last);
            return before_within(words, name, sentence, floor)
                .filter(|phrase| matches!(phrase.head, Head::Mention(_)));
        }
        _ => {}
    }
    let mut first = end;
    while first > floor && end - first < LONGEST {
        let at = first - 1;
        if is_time(words, at) {
            break;
        }
        if words.mention(at).is_some() {
            first = words.mention_first(at).max(floor);
            continue;
        }
        let text = words.text(at);
        if DETERMINERS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
            first = at;
            let link = at.checked_sub(1).filter(|link| *link > floor && is_link(words, *link));
            match link {
                Some(link) if goes_on_from(words, link - 1) => first = link,
                _ => break,
            }
        } else if is_link(words, at) {
            if at == floor || !goes_on_from(words, at - 1) || first == end {
                break;
            }
            first = at;
        } else if is_inside(words, at) {
            first = at;
        } else {
            break;
        }
    }
    let found = phrase(words, first, end)?;
    // `Orme and Lind said`: more than one.
    let other = found.first.checked_sub(2).filter(|other| *other >= floor && words.mention(*other).is_some());
    match other.filter(|_| words.text(found.first - 1) == "and" && matches!(found.head, Head::Mention(_))) {
        Some(other) => {
            Some(Phrase { first: words.mention_first(other).max(floor), end, head: Head::Unnamed })
        }
        None => Some(found),
    }
}

/// `Xi Jinping, the Chinese president, said`: the phrase before the first comma; before the only one when
/// the sentence begins with it.
fn apposed(words: &Words<'_>, comma: usize, sentence: usize, floor: usize) -> Option<Phrase> {
    let lowest = floor.max(comma.saturating_sub(LONGEST + 4));
    let mut commas = (lowest..comma).rev().filter(|at| words.text(*at) == ",");
    let named = |at: usize| before_name(words, at, sentence, floor);
    let beside = named(comma).filter(|phrase| is_apposed_name(words, phrase));
    beside
        .or_else(|| commas.find_map(named))
        .or_else(|| named(comma).filter(|phrase| phrase.first == sentence))
}

/// `Orme's lawyer, Olaf Lind,`: a person's name alone after a comma and a word that is no name.
fn is_apposed_name(words: &Words<'_>, phrase: &Phrase) -> bool {
    let (Some(comma), first) = (phrase.first.checked_sub(1), phrase.first) else { return false };
    let alone = words.mention_end(first) == phrase.end && words.label(first) == Some(Label::Person);
    alone
        && words.text(comma) == ","
        && comma > 0
        && words.is_word(comma - 1)
        && words.mention(comma - 1).is_none()
}

/// The phrase that ends before `end`, when a name heads it.
fn before_name(words: &Words<'_>, end: usize, sentence: usize, floor: usize) -> Option<Phrase> {
    words.mention(end.checked_sub(1)?)?;
    before_within(words, end, sentence, floor).filter(|phrase| matches!(phrase.head, Head::Mention(_)))
}

fn is_link(words: &Words<'_>, at: usize) -> bool {
    let envoy = || at > 0 && words.is_any(at - 1, &["ambassador", "envoy", "adviser", "advisor", "aide"]);
    LINKS.contains(&words.text(at)) || words.text(at) == "to" && envoy()
}

/// Whether a noun may stand there that `of …` depends on.
fn goes_on_from(words: &Words<'_>, at: usize) -> bool {
    words.mention(at).is_some() && !is_time(words, at) || words.is_word(at) && is_inside(words, at)
}

/// Whether a token that is no mention may be part of a noun phrase.
fn is_inside(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    let text = words.text(at);
    match token.kind() {
        TokenKind::Word => !ends_phrase(text) && cue(text).is_none() && !text.ends_with("ly"),
        TokenKind::Clitic => matches!(text, "'s" | "’s"),
        TokenKind::Number => true,
        TokenKind::Punctuation => {
            let joins = at > 0 && words.token(at - 1).is_some_and(|before| before.touches(token));
            joins && matches!(text, "-" | "–" | "'" | "’")
        }
        _ => false,
    }
}

/// The phrase that begins at `first` and ends before `ceiling` at the latest.
pub(super) fn after(words: &Words<'_>, first: usize, ceiling: usize) -> Option<Phrase> {
    if first >= ceiling {
        return None;
    }
    if let Some(pronoun) = pronoun(words.text(first)) {
        return Some(Phrase { first, end: first + 1, head: Head::Pronoun(pronoun) });
    }
    let mut end = first;
    while end < ceiling && end - first < LONGEST {
        if words.label(end).is_some_and(|label| !label.is_name() && end > first || is_time(words, end)) {
            break;
        }
        if words.mention(end).is_some() {
            let person = words.label(end) == Some(Label::Person);
            end = words.mention_end(end).min(ceiling);
            // `Ada Lind shook her head`: what follows a person's name is no part of it.
            let goes_on = words.mention(end).is_some() || is_link(words, end) || words.is_punctuation(end);
            if person && !goes_on && words.token(end).is_some_and(|token| token.kind() == TokenKind::Word) {
                break;
            }
            continue;
        }
        let text = words.text(end);
        let is_determiner = DETERMINERS.iter().any(|word| word.eq_ignore_ascii_case(text));
        if is_determiner {
            if end > first && !is_link(words, end - 1) {
                break;
            }
        } else if is_link(words, end) {
            // `said Lind in a statement`, `said Lind from Oslo`: no part of the name.
            let after_name = end > first && words.mention(end - 1).is_some() && text != "of";
            if end == first || after_name || is_time(words, end + 1) {
                break;
            }
        } else if !is_inside(words, end) {
            break;
        }
        end += 1;
    }
    while end > first && is_link(words, end - 1) {
        end -= 1;
    }
    let found = phrase(words, first, end)?;
    let several = words.text(end) == "and" && end + 1 < ceiling && words.mention(end + 1).is_some();
    if several && matches!(found.head, Head::Mention(_)) {
        return Some(Phrase { first, end: words.mention_end(end + 1).min(ceiling), head: Head::Unnamed });
    }
    Some(named_after(words, found, ceiling).unwrap_or(found))
}

/// `the team's coach, Ada Lind, …`: with the name that stands beside it.
fn named_after(words: &Words<'_>, found: Phrase, ceiling: usize) -> Option<Phrase> {
    if found.head != Head::Unnamed || words.text(found.end) != "," {
        return None;
    }
    let name = found.end + 1;
    let mention = words.mention(name).filter(|_| words.label(name) == Some(Label::Person))?;
    let end = words.mention_end(name);
    let closed = end < ceiling && matches!(words.text(end), "," | "." | "”" | "\"" | ":");
    closed.then_some(Phrase { first: found.first, end, head: Head::Mention(mention) })
}

/// The phrase of these tokens with its head: the mention right before what depends on it.
fn phrase(words: &Words<'_>, first: usize, end: usize) -> Option<Phrase> {
    let mut first = first;
    // A phrase does not begin in the middle of another's name or with its rest.
    while first < end
        && words.mention(first).is_none()
        && (words.is_punctuation(first)
            || words.token(first).is_some_and(|token| token.kind() == TokenKind::Clitic))
    {
        first += 1;
    }
    if first >= end || !(first..end).any(|at| words.is_word(at)) {
        return None;
    }
    if DETERMINERS.iter().any(|word| word.eq_ignore_ascii_case(words.text(end - 1))) && end - first == 1 {
        return None;
    }
    if let Some(entity) = words.described(first, end) {
        return Some(Phrase { first, end, head: Head::Described(entity) });
    }
    let linked = |at: &usize| is_link(words, *at) && words.mention(*at).is_none();
    let mut core = (first + 1..end).find(linked).unwrap_or(end);
    // `the ambassador to Norland Ada Lind`: two names side by side, and the person is meant.
    let name = words.mention_first(end - 1);
    if words.label(end - 1) == Some(Label::Person) && name > first && words.mention(name - 1).is_some() {
        core = end;
    }
    // `Yonhap news agency` is Yonhap.
    while core > first + 1 && words.mention(core - 1).is_none() && words.is_any(core - 1, &SORTS_OF_PAPER) {
        core -= 1;
    }
    let head = words
        .mention(core - 1)
        .filter(|mention| words.mentions.get(*mention).is_some_and(|mention| speaks(mention.label)));
    let head = match (head, words.described(first, core)) {
        (Some(mention), _) => Head::Mention(mention),
        (None, Some(entity)) => Head::Described(entity),
        (None, None) => Head::Unnamed,
    };
    Some(Phrase { first, end, head })
}
