//! Values and times against two tables of our own sentences, marked by the published guidelines:
//! `tests/cases/values.tsv` by OntoNotes', `tests/cases/timexes.tsv` by TimeML's.
//!
//! Each sentence is read twice: as written, and as a corpus has it, tokens joined by single spaces and
//! hyphens apart. Both must give the same mentions.

#[path = "support/paragraph.rs"]
mod paragraph;

use manicule::document::{Document, PartialDate};
use manicule::tag::{find_timexes, find_values};
use paragraph::document;

/// A mention as the table writes it, without the white space in its text: `$5.2million|MONEY|5200000 USD`.
type Marked = Vec<String>;

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of a case and its mentions.
fn parse(marked: &str) -> (String, Marked) {
    let (mut text, mut mentions) = (String::new(), Marked::new());
    for (n, part) in marked.split('{').enumerate() {
        match part.split_once('}') {
            Some((mention, rest)) if n > 0 => {
                let (surface, fields) = mention.split_once('|').unwrap_or((mention, ""));
                mentions.push(format!("{}|{fields}", squeezed(surface)));
                text.push_str(surface);
                text.push_str(rest);
            }
            _ => text.push_str(part),
        }
    }
    (text, mentions)
}

/// The tokens of a text joined by spaces, hyphens between letters or digits apart.
fn tokenized(text: &str) -> String {
    let doc = document(text, None);
    let mut out = String::new();
    for token in &doc.tokens {
        let word = doc.slice(token.span()).replace('-', " - ");
        out.push_str(word.trim());
        out.push(' ');
    }
    out.trim_end().to_owned()
}

fn day(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok();
    Some(PartialDate { year: Some(year), month, day: parts.next().and_then(|part| part.parse().ok()) })
}

fn check(table: &str, find: fn(&Document) -> Marked) {
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut cases, mut wrong) = (0, Vec::new());
    for row in rows {
        let (date, marked) = row.split_once('\t').unwrap_or_default();
        assert!(!marked.is_empty(), "a date, a tab and a text: {row}");
        let (text, expected) = parse(marked);
        for text in [text.clone(), tokenized(&text)] {
            cases += 1;
            let found = find(&document(&text, day(date)));
            if found != expected {
                wrong.push(format!("\n  {text}\n    expected {expected:?}\n    got      {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} differ:{}", wrong.len(), wrong.concat());
}

#[test]
fn values_by_the_ontonotes_guideline() {
    check(include_str!("cases/values.tsv"), |doc| {
        let mention = |mention: manicule::tag::Mention| {
            let value = mention.value.map_or_else(String::new, |value| format!("|{}", value.text));
            format!("{}|{}{value}", squeezed(doc.slice(mention.span)), mention.label)
        };
        find_values(doc).into_iter().map(mention).collect()
    });
}

#[test]
fn times_by_the_timeml_guideline() {
    check(include_str!("cases/timexes.tsv"), |doc| {
        let time = |time: manicule::tag::Timex| {
            let qualifier = time.qualifier.map_or_else(String::new, |q| format!("|{}", q.name()));
            format!("{}|{}|{}{qualifier}", squeezed(doc.slice(time.span)), time.kind.name(), time.value)
        };
        find_timexes(doc).into_iter().map(time).collect()
    });
}
