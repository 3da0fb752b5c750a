//! What makes two mentions the same name before anything is known about them.

use crate::lexicon::gazetteer::gazetteer;
use crate::tag::{Label, Mention};

use super::titles;

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
            _ => {
                let mut text = fold(surface(text, mention.label));
                match kind {
                    Kind::Of(Label::Norp) => singular(&mut text),
                    Kind::Place => spelled_out(&mut text),
                    Kind::Of(_) => {}
                }
                Self { kind, text }
            }
        }
    }
}

/// `Thais` are no other group than `Thai`.
fn singular(text: &mut String) {
    if text.len() > 4 && text.ends_with('s') && !text.ends_with("ss") {
        text.pop();
    }
}

/// `Main St.`, `Mt. Fuji`: the abbreviated word in full.
fn spelled_out(text: &mut String) {
    let full = |word: &str, words: &[(&str, &'static str)]| {
        words.iter().find(|(short, _)| *short == word).map(|(_, full)| *full)
    };
    if let Some((before, last)) = text.rsplit_once(' ')
        && let Some(last) =
            full(last, &[("st", "street"), ("ave", "avenue"), ("rd", "road"), ("sq", "square")])
    {
        *text = format!("{before} {last}");
    }
    if let Some((first, after)) = text.split_once(' ')
        && let Some(first) = full(first, &[("mt", "mount"), ("ft", "fort"), ("st", "saint")])
    {
        *text = format!("{first} {after}");
    }
}

/// The name inside `text`: without a leading article (unless the listed name has it), a possessive
/// ending, and, for persons, what only says what they are.
pub(super) fn surface(text: &str, label: Label) -> &str {
    let text = text.trim();
    if !label.is_name() {
        return text;
    }
    let text = ["'s", "’s", "'", "’"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    // `World Health Organization (WHO)` in one mention: the abbreviation is another name.
    let bracket = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let text = bracket.map_or(text, |(name, _)| name);
    if label == Label::Person {
        return titles::name_in(text);
    }
    // `The Hague`, `The Times`: the article is part of a listed name.
    let words = text.split(' ').count();
    if gazetteer().find(text.split(' ')).is_some_and(|found| found.words == words) {
        return text;
    }
    ["the ", "The ", "THE "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// `text` in lower case and without accents, words apart by single spaces (so are the parts of a hyphened
/// one), no full stops, possessive endings, leading article and `Inc.` at the end.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut words = 0;
    let mut first_end = 0;
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '‑')) {
        let start = folded.len();
        if words > 0 {
            folded.push(' ');
        }
        let before = folded.len();
        push_folded(&mut folded, word);
        if folded.len() == before {
            folded.truncate(start);
            continue;
        }
        words += 1;
        if words == 1 {
            first_end = folded.len();
        }
    }
    if words > 1 && folded.get(..first_end) == Some("the") {
        folded.drain(..=first_end);
        words -= 1;
    }
    if words > 1
        && let Some((rest, "inc" | "corp" | "ltd" | "co" | "llc" | "plc")) = folded.rsplit_once(' ')
    {
        folded.truncate(rest.trim_end_matches(',').len());
    }
    let trimmed = folded.trim_end_matches(',').len();
    folded.truncate(trimmed);
    folded
}

fn push_folded(folded: &mut String, word: &str) {
    if word == "&" {
        folded.push_str("and");
        return;
    }
    let word = ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    for c in word.chars() {
        match c {
            '.' | '\u{300}'..='\u{36f}' => {}
            '’' | 'ʼ' | '‘' => folded.push('\''),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(|c| match plain_letter(c) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(c),
            }),
        }
    }
}

/// What a Latin letter with a mark becomes where the mark is left out, as newspapers do.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'ḍ' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' | 'ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ḥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ō' | 'ő' | 'ơ' | 'ộ' | 'ồ' => "o",
        'ø' | 'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'ṭ' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | 'ữ' => "u",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        _ => return None,
    })
}

/// The fullest of an entity's names: the one with most words, then the longest, then the one used most;
/// all capitals only when there is nothing else.
pub(super) fn fullest<'a>(surfaces: &[(&'a str, u32)], label: Label) -> &'a str {
    if !label.is_name() {
        return surfaces.first().map_or("", |(surface, _)| surface);
    }
    let rank = |(surface, count): &(&str, u32)| {
        let capitals = !surface.chars().any(char::is_lowercase);
        let length = surface.chars().filter(|c| *c != '.').count();
        (!capitals, surface.split_whitespace().count(), length, *count)
    };
    // Of equals the first.
    surfaces.iter().rev().max_by_key(|surface| rank(surface)).map_or("", |(surface, _)| surface)
}

#[cfg(test)]
mod tests {
    use super::{Label, fold, surface};

    #[test]
    fn folding_leaves_what_makes_a_name() {
        assert_eq!(fold("The  Ålesund-Fjord People’s Co."), "alesund fjord people");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("Brandt & Sons, Inc."), "brandt and sons");
        assert_eq!(fold("L’Orme"), "l'orme");
        assert_eq!(fold("the"), "the");
    }

    #[test]
    fn a_surface_is_the_bare_name() {
        assert_eq!(surface("the Orme Society's", Label::Org), "Orme Society");
        assert_eq!(surface("the Orme Society (OS)", Label::Org), "Orme Society");
        assert_eq!(surface("Vice President Ada Orme", Label::Person), "Ada Orme");
        assert_eq!(surface("the boys' club'", Label::Org), "boys' club");
    }
}
