//! Abbreviations that are written with a full stop, and what the stop may mean.
//!
//! Invariant: the lists are lower case and sorted, so that a look-up is a binary search without
//! allocation. They were put together by hand from the style of English news agencies and from what
//! running text writes; they hold no third-party data.

/// What the full stop after an abbreviation says about the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Something always follows: `Gen. Smith`, `e.g. this`. Never ends a sentence.
    Leading,
    /// Only an abbreviation before a number: `No. 5`, `Art. 3`; otherwise an ordinary word.
    BeforeNumber,
    /// May end a sentence: `Apple Inc.`, `Sept.`; the word after it decides.
    Closing,
}

/// What `word` (with or without capitals, without its full stop) abbreviates, if anything.
///
/// `Mar`, `Sun` and the like are only taken when capitalised as names are.
#[must_use]
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    let mut buffer = [0_u8; 8];
    let folded = fold(word, &mut buffer)?;
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    if holds(LEADING, folded) {
        return Some(Abbreviation::Leading);
    }
    if holds(CLOSING, folded) {
        return Some(Abbreviation::Closing);
    }
    if holds(BEFORE_NUMBER, folded) || (capital && holds(CAPITAL_BEFORE_NUMBER, folded)) {
        return Some(Abbreviation::BeforeNumber);
    }
    (capital && holds(CAPITAL_LEADING, folded)).then_some(Abbreviation::Leading)
}

/// Whether `word`, as it stands at the start of a sentence (`The`, `Meanwhile`), rarely goes on from
/// an abbreviation. Function words and adverbs; compared with its capital.
#[must_use]
pub fn starts_sentences(word: &str) -> bool {
    let mut buffer = [0_u8; 16];
    if !word.starts_with(|first: char| first.is_ascii_uppercase()) {
        return false;
    }
    fold(word, &mut buffer).is_some_and(|folded| holds(STARTERS, folded))
}

/// Whether `word` abbreviates a state of the United States as news agencies write it between commas or in
/// brackets: `Tampa, Fla., said`, `(R-Ark.)`. Many of these are words elsewhere (`mass.`, `Ill.`).
#[must_use]
pub fn is_state(word: &str) -> bool {
    let mut buffer = [0_u8; 8];
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    capital && fold(word, &mut buffer).is_some_and(|folded| holds(STATES, folded))
}

fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// `word` in lower case when it is ASCII and fits the buffer.
fn fold<'a>(word: &str, buffer: &'a mut [u8]) -> Option<&'a str> {
    let into = buffer.get_mut(..word.len())?;
    into.copy_from_slice(word.as_bytes());
    into.make_ascii_lowercase();
    std::str::from_utf8(into).ok().filter(|folded| folded.is_ascii())
}

const LEADING: &[&str] = &[
    "adm", "amb", "approx", "asst", "atty", "bldg", "brig", "ca", "capt", "cf", "cmdr", "col", "comdr",
    "cpl", "dr", "eg", "ens", "esp", "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr",
    "mrs", "ms", "mt", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "ste", "supt", "viz",
    "vs",
];

const CAPITAL_LEADING: &[&str] = &["fr", "ft", "pres", "sec"];

const CLOSING: &[&str] = &[
    "al", "apr", "assn", "aug", "ave", "blvd", "bros", "calif", "co", "colo", "conn", "corp", "ct", "dec",
    "dept", "dist", "div", "esq", "est", "etc", "feb", "fri", "govt", "inc", "intl", "jan", "jr", "ltd",
    "mfg", "mich", "minn", "mo", "natl", "nov", "oct", "okla", "pa", "plc", "pp", "pte", "rd", "sept", "sq",
    "sr", "tenn", "thurs", "tue", "tues", "univ", "wed",
];

const BEFORE_NUMBER: &[&str] = &["ch", "fig", "figs", "no", "nos", "p", "para", "pg", "vol", "vols"];

const CAPITAL_BEFORE_NUMBER: &[&str] =
    &["app", "art", "mar", "mon", "op", "pt", "sat", "sep", "sun", "thu", "ver"];

const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la",
    "mass", "md", "mich", "minn", "miss", "mo", "mont", "nd", "neb", "nev", "ore", "pa", "sd", "tenn", "tex",
    "va", "vt", "wash", "wis", "wyo",
];

const STARTERS: &[&str] = &[
    "a",
    "according",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "every",
    "few",
    "finally",
    "following",
    "for",
    "from",
    "further",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "indeed",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "moreover",
    "most",
    "my",
    "nearly",
    "neither",
    "nevertheless",
    "no",
    "not",
    "now",
    "of",
    "officials",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "police",
    "recently",
    "separately",
    "several",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "today",
    "under",
    "unlike",
    "until",
    "we",
    "well",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "within",
    "without",
    "yes",
    "yesterday",
    "yet",
    "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_the_search_finds_everything() {
        for list in
            [LEADING, CAPITAL_LEADING, CLOSING, BEFORE_NUMBER, CAPITAL_BEFORE_NUMBER, STATES, STARTERS]
        {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn reads_capitals_where_they_matter() {
        assert_eq!(abbreviation("Gen"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("GEN"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("Inc"), Some(Abbreviation::Closing));
        assert_eq!(abbreviation("No"), Some(Abbreviation::BeforeNumber));
        assert_eq!(abbreviation("Sun"), Some(Abbreviation::BeforeNumber));
        assert_eq!(abbreviation("sun"), None);
        assert_eq!(abbreviation("Beijing"), None);
        assert!(starts_sentences("The") && !starts_sentences("the") && !starts_sentences("President"));
    }
}
