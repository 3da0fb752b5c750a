//! What makes two mentions the same name before anything is known about them.

use crate::lexicon::names::names;
use crate::tag::{Label, Mention};

/// Labels whose mentions may be one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// GPE, LOC and FAC: taggers waver between them.
    Place,
    /// Everything else is of its own label.
    Of(Label),
}

impl Kind {
    fn of(label: Label) -> Self {
        match label {
            Label::Gpe | Label::Loc | Label::Fac => Self::Place,
            other => Self::Of(other),
        }
    }
}

/// A kind and a folded text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub kind: Kind,
    pub text: String,
}

impl Key {
    /// The key of a mention with this text: for values what they come to, else the folded name.
    pub fn of(mention: &Mention, text: &str) -> Self {
        let kind = Kind::of(mention.label);
        match &mention.value {
            Some(value) if !mention.label.is_name() => Self { kind, text: value.text.clone() },
            _ => Self { kind, text: fold(surface(text, mention.label)) },
        }
    }
}

/// The name inside `text`: without a leading article (unless the listed name has it) and without a
/// possessive ending.
pub(super) fn surface(text: &str, label: Label) -> &str {
    let text = text.trim();
    if !label.is_name() {
        return text;
    }
    let text = ["'s", "’s"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    if names().class(text).is_some() {
        return text;
    }
    ["the ", "The ", "THE "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// `text` in lower case, white space as single spaces, curly apostrophes straight, no full stops, no
/// leading article and no `Inc.` at the end.
pub(super) fn fold(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        word.chars()
            .filter(|c| *c != '.')
            .flat_map(char::to_lowercase)
            .map(|c| if c == '’' { '\'' } else { c })
            .collect::<String>()
    });
    let mut words: Vec<String> = words.collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    if words.len() > 1
        && words.last().is_some_and(|word| matches!(word.as_str(), "inc" | "corp" | "ltd" | "co"))
    {
        words.pop();
    }
    words.join(" ").trim_end_matches(',').to_owned()
}

/// The fullest of an entity's names: the one with most words, then the longest, then the one used most;
/// all capitals only when there is nothing else.
pub(super) fn fullest<'a>(surfaces: &[(&'a str, u32)], label: Label) -> &'a str {
    if !label.is_name() {
        return surfaces.first().map_or("", |(surface, _)| surface);
    }
    let rank = |surface: &str, count: u32| {
        let capitals = !surface.chars().any(char::is_lowercase);
        let length = fold(surface).chars().count();
        (!capitals, surface.split_whitespace().count(), length, count)
    };
    let best = surfaces.iter().reduce(
        |best, next| {
            if rank(next.0, next.1) > rank(best.0, best.1) { next } else { best }
        },
    );
    best.map_or("", |(surface, _)| surface)
}
