//! A reader's corrections, applied to what the machine found.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use manicule::annotation::Correction;
use manicule::annotation::corrections::{PlacedCorrection, apply};
use manicule::document::{Block, BlockKind, Document};
use manicule::ingest;
use manicule::tag::{Label, Mention, Source};
use manicule::text::Span;
use proptest::prelude::*;

/// Reads `[text|LABEL]` mark-up: the document without it, and its mentions.
fn marked(marked: &str) -> (Document, Vec<Mention>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    for piece in marked.split_inclusive(']') {
        let Some((plain, inner)) = piece.split_once('[') else {
            text.push_str(piece);
            continue;
        };
        text.push_str(plain);
        let (name, label) = inner.trim_end_matches(']').split_once('|').unwrap();
        let start = text.len();
        text.push_str(name);
        let span = Span::from_range(start..text.len());
        mentions.push(Mention::new(span, label.parse().unwrap(), Source::Rule));
    }
    let span = Span::from_range(0..text.len());
    (ingest::restore(text.into(), vec![Block { kind: BlockKind::Paragraph, span }]), mentions)
}

/// Writes the mark-up; a reader's mention has `!` after its label.
fn shown(doc: &Document, mentions: &[Mention]) -> String {
    let (mut shown, mut at) = (String::new(), 0);
    for mention in mentions {
        let mark = if mention.source == Source::Reader { "!" } else { "" };
        shown.push_str(doc.slice(Span::new(at, mention.span.start)));
        shown.push_str(&format!("[{}|{}{mark}]", doc.slice(mention.span), mention.label));
        at = mention.span.end;
    }
    shown + doc.slice(Span::from_range(at as usize..doc.text.len()))
}

/// `corrections`: the n-th occurrence (from 0) of some words, and what is said of it.
fn check(before: &str, corrections: &[(&str, usize, Correction)], after: &str) {
    let (doc, mentions) = marked(before);
    let placed: Vec<_> = corrections
        .iter()
        .map(|(words, nth, correction)| {
            let (at, words) = doc.text.match_indices(words).nth(*nth).unwrap();
            let span = Span::from_range(at..at + words.len());
            PlacedCorrection { span, correction: correction.clone() }
        })
        .collect();
    assert_eq!(shown(&doc, &apply(&doc, &mentions, &placed).mentions), after);
}

const fn reject(everywhere: bool) -> Correction {
    Correction::Reject { everywhere }
}

const fn label(label: Label, everywhere: bool) -> Correction {
    Correction::Label { label, everywhere }
}

#[test]
fn a_rejection_removes_the_mention_here_or_everywhere() {
    let before = "[May|DATE] spoke; [May|DATE] left in [May 2019|DATE].";
    check(before, &[("May", 1, reject(false))], "[May|DATE] spoke; May left in [May 2019|DATE].");
    check(before, &[("May", 1, reject(true))], "May spoke; May left in [May 2019|DATE].");
}

#[test]
fn a_label_replaces_what_it_touches() {
    let before = "[Han|NORP] Duck-soo met [Yoon|GPE].";
    check(
        before,
        &[("Han Duck-soo", 0, label(Label::Person, false))],
        "[Han Duck-soo|PERSON!] met [Yoon|GPE].",
    );
    check(before, &[("met", 0, label(Label::Event, false))], "[Han|NORP] Duck-soo [met|EVENT!] [Yoon|GPE].");
}

#[test]
fn everywhere_means_whole_tokens_outside_longer_mentions() {
    check(
        "China and [China Central Television|ORG] in Chinatown, [China|ORG].",
        &[("China", 0, label(Label::Gpe, true))],
        "[China|GPE!] and [China Central Television|ORG] in Chinatown, [China|GPE!].",
    );
}

#[test]
fn a_single_passage_is_an_exception_whenever_it_was_said() {
    let corrections = [("May", 1, label(Label::Date, false)), ("May", 0, label(Label::Person, true))];
    check("May met May in May.", &corrections, "[May|PERSON!] met [May|DATE!] in [May|PERSON!].");
}

#[test]
fn the_later_of_two_wins() {
    let corrections = [("Yoon", 0, label(Label::Person, false)), ("Yoon", 0, reject(false))];
    check("[Yoon|GPE] left.", &corrections, "Yoon left.");
}

#[test]
fn same_as_gives_the_two_names() {
    let (doc, mentions) = marked("[Yoon|PERSON] left.");
    let correction = Correction::SameAs { name: "Yoon Suk Yeol".into() };
    let corrected = apply(&doc, &mentions, &[PlacedCorrection { span: Span::new(0, 4), correction }]);
    assert_eq!(corrected.mentions, mentions);
    assert_eq!(
        (corrected.same[0].name.as_str(), corrected.same[0].canonical.as_str()),
        ("Yoon", "Yoon Suk Yeol")
    );
}

proptest! {
    #[test]
    fn mentions_stay_in_order_and_apart(
        picks in prop::collection::vec((0usize..12, 1usize..4, 0usize..4), 0..8),
    ) {
        let (doc, mentions) = marked("a [b|ORG] a [b a|GPE] c [a|ORG] b c a [c c|LOC] b");
        let bounds: Vec<u32> = doc.tokens.iter().map(|token| token.span.start).collect();
        let placed: Vec<_> = picks.into_iter().map(|(from, length, kind)| {
            let end = doc.tokens[(from + length - 1).min(doc.tokens.len() - 1)].span.end;
            let correction = [reject(false), reject(true), label(Label::Law, false), label(Label::Law, true)][kind].clone();
            PlacedCorrection { span: Span::new(bounds[from], end), correction }
        }).collect();
        let once = apply(&doc, &mentions, &placed);
        for pair in once.mentions.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        prop_assert_eq!(apply(&doc, &mentions, &placed), once);
    }
}
