//! What numbers, dates and times are found, and what they come to. Mark-up: `{text|LABEL|value}`.

mod amounts;
#[path = "../support/paragraph.rs"]
mod paragraph;
mod times;

use manicule::document::{Document, PartialDate};
use manicule::tag::{Mention, find_values};
use manicule::text::Span;
use paragraph::document;
use proptest::prelude::*;

fn day(year: i32, month: u8, day: u8) -> PartialDate {
    PartialDate { year: Some(year), month: Some(month), day: Some(day) }
}

fn render(doc: &Document, mentions: &[Mention]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for mention in mentions {
        out.push_str(doc.slice(Span::new(at, mention.span.start)));
        let value = mention.value.as_ref().map_or_else(String::new, |value| format!("|{}", value.text));
        out.push_str(&format!("{{{}|{}{value}}}", doc.slice(mention.span), mention.label));
        at = mention.span.end;
    }
    out.push_str(doc.slice(Span::from_range(at as usize..doc.text.len())));
    out
}

/// The text without its mark-up.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    for (n, part) in marked.split('{').enumerate() {
        match part.split_once('}') {
            Some((mention, rest)) if n > 0 => {
                out.push_str(mention.split('|').next().unwrap_or_default());
                out.push_str(rest);
            }
            _ => out.push_str(part),
        }
    }
    out
}

fn check_at(date: Option<PartialDate>, cases: &str) {
    let cases = cases.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong = cases.filter_map(|marked| {
        let doc = document(&plain(marked), date);
        let got = render(&doc, &find_values(&doc));
        (got != marked).then(|| format!("\n  expected {marked}\n  got      {got}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} cases differ:{}", wrong.len(), wrong.concat());
}

fn check(cases: &str) {
    check_at(None, cases);
}

#[test]
fn the_scraped_article_gives_its_values() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/yoon-xi-visit.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the shared articles are not there");
        return;
    };
    let mut found = Vec::new();
    for line in text.lines() {
        let doc = document(line, None);
        found.extend(find_values(&doc).iter().map(|mention| doc.slice(mention.span).to_owned()));
    }
    let expected = "two, the weekend, Saturday, two, 2014, Sept. 26, first, three, four years, two, week-long, \
                    earlier this month, ten, two, three, Thursday, two, last month, April";
    assert_eq!(found.join(", "), expected);
}

fn holds(text: &str, date: Option<PartialDate>) {
    let doc = document(text, date);
    let mut end = 0;
    for mention in &find_values(&doc) {
        assert!(mention.span.start >= end && !mention.span.is_empty());
        end = mention.span.end;
        assert!(doc.tokens.iter().any(|token| token.span().start == mention.span.start));
        assert!(doc.tokens.iter().any(|token| token.span().end == mention.span.end));
    }
}

const WORDS: &[&str] = &[
    "the",
    "a",
    "first",
    "last",
    "next",
    "this",
    "two",
    "twenty",
    "-",
    "three",
    "million",
    "hundred",
    "and",
    "half",
    "dozen",
    "of",
    "year",
    "years",
    "old",
    "ago",
    "month",
    "May",
    "Sept",
    ".",
    "26",
    ",",
    "2023",
    "1990",
    "s",
    "'",
    "$",
    "%",
    "US",
    "€",
    "5",
    "10",
    "to",
    "/",
    ":",
    "30",
    "p",
    "m",
    "pm",
    "EST",
    "about",
    "more",
    "than",
    "between",
    "Saturday",
    "morning",
    "weekend",
    "quarter",
    "century",
    "early",
    "mid",
    "later",
    "9999999999999999999999",
    "0",
    "31",
    "Feb",
    "km",
    "square",
    "degrees",
    "°",
    "C",
    "Q",
    "3",
    "BC",
    "coming",
    "past",
    "every",
    "few",
    "second",
    "couple",
    "minus",
    "–",
    "½",
    "1.2.3",
    "1,2",
    "months",
    "at",
    "least",
    "end",
    "Hong",
    "Kong",
    "dollars",
    "é",
];

proptest! {
    #[test]
    fn mentions_keep_order_and_tokens_in_any_text(
        text in "\\PC{0,200}",
        year in any::<i32>(),
        month in any::<u8>(),
        day in any::<u8>(),
    ) {
        holds(&text, Some(PartialDate { year: Some(year), month: Some(month), day: Some(day) }));
    }

    #[test]
    fn mentions_keep_order_and_tokens_in_any_mix_of_words(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..40),
    ) {
        let mut text = String::new();
        for (word, glued) in words {
            if !glued {
                text.push(' ');
            }
            text.push_str(word);
        }
        holds(text.trim(), Some(day(2023, 9, 25)));
    }
}
