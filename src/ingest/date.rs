//! The day an article is of, as its own byline, date line or dateline states it.
//!
//! Invariant: dates in running text are never looked at, a date without its year is no date of an article, and
//! `03/04/2023`, which may be either of two days, is not read.

use crate::document::{Block, BlockKind, PartialDate};

/// Words of a date line beside the date: labels, zones, halves of the day.
const AROUND: &[&str] = &[
    "am",
    "at",
    "bst",
    "cest",
    "cet",
    "created",
    "date",
    "dated",
    "ed",
    "edt",
    "est",
    "et",
    "first",
    "from",
    "gmt",
    "h",
    "hrs",
    "ist",
    "jst",
    "kst",
    "last",
    "modified",
    "of",
    "on",
    "pdt",
    "pm",
    "posted",
    "pst",
    "pt",
    "published",
    "publication",
    "release",
    "released",
    "sgt",
    "the",
    "time",
    "uhr",
    "updated",
    "utc",
    "z",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The longest line that is read as a date line, in bytes.
const LONGEST: usize = 160;

/// The article's date: of the first byline that has one, a publication before an update; else of the
/// dateline that opens the first paragraph. `None` when the article does not state it.
pub(super) fn of_article(text: &str, blocks: &[Block]) -> Option<PartialDate> {
    let bylines = || {
        let lines = blocks.iter().filter(|block| block.kind == BlockKind::Byline);
        lines.map(|block| block.span.of(text)).filter(|line| line.len() <= 4 * LONGEST)
    };
    let is_update =
        |line: &&str| line.to_lowercase().contains("updated") && !line.to_lowercase().contains("published");
    bylines().filter(|line| !is_update(line)).find_map(find).or_else(|| bylines().find_map(find)).or_else(
        || {
            let first = blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
            find(dateline(first.span.of(text))?)
        },
    )
}

/// Whether the line is nothing but a date and what usually stands around it.
pub(super) fn is_date_line(line: &str) -> bool {
    line.len() <= LONGEST && find(line).is_some() && words(line).all(is_of_date_line)
}

/// Whether the word belongs to a date line.
pub(super) fn is_of_date_line(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = !digits.is_empty()
        && word.len() - digits.len() <= 2
        && digits.chars().all(|c| c.is_ascii_digit() || "/:-+.T".contains(c));
    let listed = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    number
        || iso(word).is_some()
        || month(word).is_some()
        || is_weekday(word)
        || listed(AROUND)
        || matches!(word.to_ascii_lowercase().as_str(), "a.m" | "p.m")
}

/// What stands before the dash of a dateline: `SEOUL, Sept. 26, 2023 (Reuters)` of
/// `SEOUL, Sept. 26, 2023 (Reuters) — Talks…`.
pub(super) fn dateline(paragraph: &str) -> Option<&str> {
    let end = ["—", "–", " - ", "--"].iter().filter_map(|dash| paragraph.find(dash)).min()?;
    let line = paragraph.get(..end)?.trim_end();
    if line.len() > LONGEST / 2 {
        return None;
    }
    let place = line.split([',', ' ', '(']).next()?;
    let loud = place.chars().filter(|c| c.is_uppercase()).count() > 1 && !place.contains(char::is_lowercase);
    let fits = words(line).all(|word| {
        let bare = word.trim_matches(['(', ')']);
        bare.starts_with(char::is_uppercase) || is_of_date_line(bare) || bare.is_empty() || bare == "/"
    });
    (loud && fits).then_some(line)
}

/// The first full date in `line`.
pub(super) fn find(line: &str) -> Option<PartialDate> {
    let words: Vec<&str> = words(line).collect();
    (0..words.len()).find_map(|at| {
        let word = |offset: usize| words.get(at + offset).copied().unwrap_or_default();
        let month_first = || full(year(word(2))?, month(word(0))?, day(word(1))?);
        let day_first = || full(year(word(2))?, month(word(1))?, day(word(0))?);
        let day_of = || {
            let of = word(1).eq_ignore_ascii_case("of");
            if of { full(year(word(3))?, month(word(2))?, day(word(0))?) } else { None }
        };
        iso(word(0)).or_else(month_first).or_else(day_first).or_else(day_of)
    })
}

/// The words of a line, without brackets, bars and commas around them.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || ",|·•()[]—–".contains(c))
        .map(|word| word.trim_matches([':', ';', '-', '"']))
        .filter(|word| !word.is_empty())
}

/// `2023-09-26`, `2023/9/26`, `26.9.2023`, with or without a time after `T`; `26/09/2023` where only one
/// reading is a date.
fn iso(word: &str) -> Option<PartialDate> {
    let date = word.split('T').next()?;
    let parts = |separator: char| {
        let mut parts = date.split(separator);
        let three = [parts.next()?, parts.next()?, parts.next()?];
        parts.next().is_none().then_some(three)
    };
    for separator in ['-', '/', '.'] {
        let Some([first, second, third]) = parts(separator) else { continue };
        if let Some(year) = year(first) {
            return full(year, number(second, 12)?, number(third, 31)?);
        }
        let year = year(third)?;
        let day_first = full(year, number(second, 12).unwrap_or(0), number(first, 31)?);
        let month_first = full(year, number(first, 12).unwrap_or(0), number(second, 31)?);
        return match (separator, day_first, month_first) {
            ('.' | '-', day_first, _) => day_first,
            (_, Some(date), None) | (_, None, Some(date)) => Some(date),
            (_, one, other) if one == other => one,
            _ => None,
        };
    }
    None
}

fn full(year: i32, month: u8, day: u8) -> Option<PartialDate> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => return None,
    };
    (1..=days).contains(&day).then_some(PartialDate { year: Some(year), month: Some(month), day: Some(day) })
}

fn number(digits: &str, most: u8) -> Option<u8> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && (1..=most).contains(number))
}

fn year(word: &str) -> Option<i32> {
    let plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| plain && (1500..2200).contains(year))
}

fn day(word: &str) -> Option<u8> {
    number(
        word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th"),
        31,
    )
}

/// 1 to 12 for a month's name, whole or cut to three letters or more (`Sept.`).
fn month(word: &str) -> Option<u8> {
    let index = position(&MONTHS, word)?;
    u8::try_from(index + 1).ok()
}

/// Whether the word names a day of the week, whole or cut to three letters or more.
pub(super) fn is_weekday(word: &str) -> bool {
    position(&WEEKDAYS, word).is_some()
}

fn position(names: &[&str], word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.');
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    (word.len() >= 3).then(|| names.iter().position(begins))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(find(line).map(|date| date.to_string()).as_deref(), expected, "{line}");
    }

    #[test]
    fn reads_the_forms_that_bylines_have() {
        check("Monday, May 18, 2015", Some("2015-05-18"));
        check("Published: 26 Sept 2023 10:30 GMT", Some("2023-09-26"));
        check("Updated Sept. 26th, 2023 at 4 p.m.", Some("2023-09-26"));
        check("the 3rd of June 2025", Some("2025-06-03"));
        check("2023-09-26T10:30:00Z", Some("2023-09-26"));
        check("26/09/2023", Some("2023-09-26"));
        check("26.9.2023", Some("2023-09-26"));
    }

    #[test]
    fn leaves_open_what_is_open() {
        check("03/04/2023", None);
        check("Sept. 26", None);
        check("February 30, 2023", None);
        check("September 2023", None);
    }

    #[test]
    fn tells_date_lines_from_sentences() {
        assert!(is_date_line("Published: 26 Sept 2023 10:30 GMT | Updated: 27 Sept 2023, 9.05am"));
        assert!(is_date_line("Monday, May 18, 2015"));
        assert!(!is_date_line("On May 18, 2015 the ferry sank"));
        assert!(!is_date_line("Monday"));
    }

    fn check_article(text: &str, expected: Option<&str>) {
        let (doc, _) = crate::ingest::plain(text);
        assert_eq!(doc.metadata.date.map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn an_article_is_of_the_day_that_its_head_states() {
        check_article(
            "Ferry sinks\n\nMonday, May 18, 2015\n\nIt sank in Port Ellin on May 17, 2015.",
            Some("2015-05-18"),
        );
        check_article(
            "Ferry sinks\nUpdated: 3 June 2025\nPublished: 1 June 2025\nBy Ana Lind\n\nIt sank, said the crew.",
            Some("2025-06-01"),
        );
        check_article(
            "Ferry sinks\n\nPORT ELLIN, June 1, 2025 (Harbour News) — The ferry sank on 3 May 2020.",
            Some("2025-06-01"),
        );
        check_article(
            "Ferry sinks\n\nBy Ana Lind, 1 June 2025\n\nIt sank, said the crew.",
            Some("2025-06-01"),
        );
        check_article("Ferry sinks\n\nOn May 18, 2015 the ferry sank in Port Ellin, said the crew.", None);
        check_article("Ferry sinks\n\nPORT ELLIN, June 1 (Harbour News) — The ferry sank.", None);
    }

    #[test]
    fn finds_datelines() {
        assert_eq!(
            dateline("SEOUL, Sept. 26, 2023 (Reuters) — Talks"),
            Some("SEOUL, Sept. 26, 2023 (Reuters)")
        );
        assert_eq!(dateline("NEW YORK (AP) - Talks"), Some("NEW YORK (AP)"));
        assert_eq!(dateline("NATO leaders met — again"), None);
        assert_eq!(dateline("Talks in Seoul — again"), None);
    }
}
