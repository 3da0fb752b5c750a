//! What a block is, by what it says and where it stands.

use super::date;
use crate::document::BlockKind;

/// Bylines stand among this many blocks at the start of an article …
pub(super) const HEAD: usize = 8;
/// … or among this many at its end.
pub(super) const FOOT: usize = 3;

/// The longest byline, in bytes.
const BYLINE: usize = 160;
/// The longest caption that is known by its credit, in bytes.
const CAPTION: usize = 400;
/// What follows a credit in the last place, with it, at most.
const LAST_CREDIT: usize = 80;
/// The longest heading, in bytes and words.
const HEADING: (usize, usize) = (100, 14);
/// The longest headline, in bytes.
const TITLE: usize = 220;

/// Names of pictures at the start of a caption, before a colon or `by`.
const PICTURE: &[&str] = &[
    "ap photo",
    "file",
    "file image",
    "file photo",
    "image",
    "image credit",
    "image source",
    "images",
    "photo",
    "photo credit",
    "photograph",
    "photographer",
    "photos",
    "picture",
    "picture credit",
];

/// Ends of picture credits.
const AGENCIES: &[&str] = &[
    "afp",
    "ap",
    "ap photo",
    "epa",
    "getty",
    "getty images",
    "reuters",
    "shutterstock",
    "wikimedia commons",
    "xinhua",
    "yonhap",
];

/// Words that a byline may hold in lower case.
const SMALL: &[&str] = &[
    "al",
    "and",
    "bin",
    "by",
    "correspondent",
    "da",
    "de",
    "del",
    "der",
    "di",
    "du",
    "editor",
    "el",
    "for",
    "from",
    "in",
    "la",
    "of",
    "our",
    "reporter",
    "reporting",
    "staff",
    "the",
    "van",
    "von",
    "with",
    "writer",
];

/// Byline or caption, when the text alone says so. `edge`: it stands where bylines stand.
pub(super) fn marked(text: &str, edge: bool) -> Option<BlockKind> {
    if is_caption(text) {
        return Some(BlockKind::Caption);
    }
    (edge && (is_byline(text) || date::is_date_line(text) || is_lone_dateline(text)))
        .then_some(BlockKind::Byline)
}

fn is_lone_dateline(text: &str) -> bool {
    let known = text.trim_end_matches(['—', '–', '-', ' ']);
    let dated = known.ends_with(')') || date::find(known).is_some();
    text.len() <= BYLINE / 2 && dated && date::dateline(&format!("{known} —")).is_some()
}

/// `By Ana Lind`, `By Ana Lind and J. Park | 3 June 2025`, `Reporting by Ana Lind in Oslo`.
fn is_byline(text: &str) -> bool {
    if text.len() > BYLINE {
        return false;
    }
    let lower = text.to_lowercase();
    let cue = ["by ", "by: ", "written by ", "reporting by ", "reported by ", "story by ", "editing by "];
    let Some(cue) = cue.iter().find(|cue| lower.starts_with(*cue)) else { return false };
    let Some(names) = text.get(cue.len()..).map(str::trim) else { return false };
    let mut words = names.split([' ', ',', '|', ';', '/', '·']).filter(|word| !word.is_empty()).peekable();
    let person = words.peek().is_some_and(|first| {
        let word = first.trim_end_matches('.');
        first.starts_with(char::is_uppercase) && !date::is_of_date_line(word) && !is_small(word)
    });
    // A sentence ends in an ordinary word and a full stop.
    let stops = names.ends_with(['.', '!', '?']) && !cue.contains("ing by");
    person && !stops && words.all(|word| is_name_word(word) || date::is_of_date_line(word))
}

fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() || bare.starts_with(char::is_uppercase) || is_small(bare) || word.contains('@')
}

fn is_small(word: &str) -> bool {
    SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

/// `(Photo : …)`, `Image: Harbour Office`, `The old pier. (AP Photo/Ana Lind)`, `A ferry. Photo: Lind`.
fn is_caption(text: &str) -> bool {
    if text.len() > CAPTION {
        return false;
    }
    let bare = text.trim_start_matches(['(', '[']);
    let bracketed = bare.len() < text.len() && text.ends_with([')', ']']);
    begins_with_credit(bare) || (bracketed && ends_with_agency(bare)) || ends_with_credit(text)
}

fn begins_with_credit(text: &str) -> bool {
    let head: String = text.chars().take(24).collect::<String>().to_lowercase();
    PICTURE.iter().any(|picture| {
        head.strip_prefix(picture).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with([':', '/', '|']) || (rest.starts_with("by ") && text.len() < CAPTION / 4)
        })
    })
}

fn ends_with_agency(text: &str) -> bool {
    let lower = text.trim_end_matches([')', ']', '.', ' ']).to_lowercase();
    AGENCIES.iter().any(|agency| {
        lower
            .strip_suffix(agency)
            .is_some_and(|rest| rest.ends_with(['/', '|', '(']) || rest.ends_with("via "))
    })
}

/// A last bracket or a last `Photo: …` that credits the picture.
fn ends_with_credit(text: &str) -> bool {
    let trimmed = text.trim_end_matches('.');
    if trimmed.ends_with(')') {
        let last = trimmed.rfind('(').and_then(|at| trimmed.get(at + 1..)).unwrap_or_default();
        return begins_with_credit(last) || (last.contains('/') && ends_with_agency(last));
    }
    // Each of the words ends with a colon, and little may follow it.
    if !text.bytes().rev().take(LAST_CREDIT).any(|byte| byte == b':') {
        return false;
    }
    let words = ["Image:", "Photo:", "Picture:", "Photo credit:", "Image credit:", "Photograph:"];
    words.iter().filter_map(|word| text.rfind(word)).any(|at| {
        let credit = text.get(at..).unwrap_or_default();
        at > 0 && credit.len() < LAST_CREDIT && !credit.trim_end_matches('.').contains(". ")
    })
}

/// Whether the text can be the headline of an article that goes on after it.
pub(super) fn is_title(text: &str) -> bool {
    text.len() <= TITLE && !ends_sentence(text) && text.contains(char::is_alphanumeric)
}

/// Whether the text can be a heading over what follows it.
pub(super) fn is_heading(text: &str) -> bool {
    let (bytes, most) = HEADING;
    if text.len() > bytes || text.split_whitespace().nth(most).is_some() {
        return false;
    }
    let starts = text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    let ends = text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ')' | '?' | '\'' | '’'));
    starts && ends && !ends_sentence(text)
}

/// A question may be a headline; a full stop that belongs to an abbreviation too.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '\'', '’', ')']);
    let abbreviated = ["U.S.", "U.N.", "Inc.", "Jr.", "D.C.", "Co."].iter().any(|end| bare.ends_with(end));
    !abbreviated && !bare.ends_with("...") && bare.ends_with(['.', ',', ';', ':'])
}

/// Whether the line starts with the marker of a list item.
pub(super) fn is_list_item(line: &str) -> bool {
    let Some((marker, rest)) = line.split_once([' ', '\t']) else { return false };
    if rest.trim().is_empty() {
        return false;
    }
    let bullet = matches!(marker, "•" | "◦" | "▪" | "‣" | "·" | "●" | "*" | "-" | "–" | "+");
    let inner = marker.strip_prefix('(').unwrap_or(marker);
    let numbered = inner.strip_suffix(['.', ')']).is_some_and(|number| {
        let digits = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
        digits || letter
    });
    bullet || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<BlockKind>) {
        assert_eq!(marked(text, true), expected, "{text}");
    }

    #[test]
    fn knows_bylines() {
        for line in [
            "By Ana Lind",
            "By Ana Lind and J. K. Park | 3 June 2025",
            "BY ANA LIND, STAFF WRITER",
            "Reporting by Ana Lind in Oslo; Editing by Bo Park",
            "Monday, May 18, 2015",
            "Published: 26 Sept 2023 10:30 GMT",
            "SEOUL, Sept 26, 2023 (Reuters) —",
        ] {
            check(line, Some(BlockKind::Byline));
        }
        check("By Friday, the council will vote.", None);
        check("By the river stood a house", None);
        check("On Monday, May 18, 2015, it sank.", None);
        assert_eq!(marked("By Ana Lind", false), None);
    }

    #[test]
    fn knows_captions() {
        for line in [
            "(Photo : Rina Sato/Getty Images)",
            "Image: Harbour Office.",
            "Photo by Rina Sato",
            "The old pier at dusk. (AP Photo/Rina Sato)",
            "Divers at the wreck. Image: Harbour Office.",
            "[File photo: the pier]",
        ] {
            check(line, Some(BlockKind::Caption));
        }
        check("The image: a pier. He kept it, he said (and sold it).", None);
        check("Photographers met in Oslo.", None);
    }

    #[test]
    fn knows_list_items() {
        for line in ["• one", "- one", "1. one", "12) one", "(a) one"] {
            assert!(is_list_item(line), "{line}");
        }
        for line in ["-one", "2018. one", "A. one", "* ", "one - two"] {
            assert!(!is_list_item(line), "{line}");
        }
    }
}
