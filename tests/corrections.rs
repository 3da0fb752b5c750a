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
use manicule::annotation::personal::{PersonalLexicon, Taught, Verdict};
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
        let mark = match mention.source {
            Source::Reader => "!",
            Source::Taught => "*",
            Source::Rule | Source::Model => "",
        };
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
    let correction = Correction::SameAs { name: "Yoon Suk Yeol".into(), here: false };
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
        let bounds: Vec<u32> = doc.tokens.iter().map(|token| token.span().start).collect();
        let placed: Vec<_> = picks.into_iter().map(|(from, length, kind)| {
            let end = doc.tokens[(from + length - 1).min(doc.tokens.len() - 1)].span().end;
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

/// What a reader taught: names and what they are, all at one time.
fn taught(entries: &[(&str, Verdict)]) -> PersonalLexicon {
    let mut lexicon = PersonalLexicon::default();
    for (name, verdict) in entries {
        let learned = "2026-01-01T00:00:00.000Z".to_owned();
        let taught = Taught { name: (*name).to_owned(), verdict: *verdict, learned };
        lexicon.set(taught.key().unwrap(), Some(taught));
    }
    lexicon
}

/// As [`shown`]; what is taught has `*` after its label.
fn check_taught(before: &str, entries: &[(&str, Verdict)], after: &str) {
    let (doc, mentions) = marked(before);
    let learned = taught(entries).apply(&doc, &mentions);
    assert_eq!(shown(&doc, &learned), after);
    assert_eq!(taught(entries).apply(&doc, &learned), learned, "applying it again changes nothing");
}

const GPE: Verdict = Verdict::Label(Label::Gpe);
const ORG: Verdict = Verdict::Label(Label::Org);

#[test]
fn a_taught_name_is_added_changed_or_removed_wherever_it_stands() {
    check_taught(
        "[Orla|PERSON] lies by Orla; [May|DATE] went to Orla’s bay in [Oslo|GPE].",
        &[("Orla", GPE), ("May", Verdict::NotAName), ("Oslo", GPE)],
        "[Orla|GPE*] lies by [Orla|GPE*]; May went to [Orla|GPE*]’s bay in [Oslo|GPE].",
    );
}

#[test]
fn a_taught_name_is_whole_words_outside_longer_mentions_and_case_counts_but_in_capitals() {
    check_taught(
        "Orla, orla, ORLA, Orlando and the [Bank of Orla|ORG].",
        &[("Orla", GPE)],
        "[Orla|GPE*], orla, [ORLA|GPE*], Orlando and the [Bank of Orla|ORG].",
    );
    check_taught("It told us that US troops left.", &[("US", GPE)], "It told us that [US|GPE*] troops left.");
}

#[test]
fn of_taught_names_the_longest_is_taken_and_replaces_what_it_overlaps() {
    check_taught(
        "The [Han|NORP] Deuk\u{2011}soo  Institute of [Han|NORP] law.",
        &[("Han", Verdict::NotAName), ("Han Deuk-soo Institute", ORG)],
        "The [Han Deuk\u{2011}soo  Institute|ORG*] of Han law.",
    );
}

#[test]
fn a_correction_in_the_article_wins_over_what_was_taught() {
    let (doc, mentions) = marked("Orla met [Orla|PERSON].");
    let learned = taught(&[("Orla", GPE)]).apply(&doc, &mentions);
    let placed = PlacedCorrection { span: Span::new(0, 4), correction: label(Label::Org, false) };
    let corrected = apply(&doc, &learned, &[placed]);
    assert_eq!(shown(&doc, &corrected.mentions), "[Orla|ORG!] met [Orla|GPE*].");
}

#[test]
fn what_has_no_letter_or_is_too_long_is_no_name() {
    let key = |name: &str| Taught { name: name.to_owned(), verdict: GPE, learned: String::new() }.key();
    assert_eq!(key(" Orla\n Bay "), Some("Orla Bay".to_owned()));
    assert_eq!(key("—"), None);
    assert_eq!(key(&"a".repeat(201)), None);
}

proptest! {
    #[test]
    fn taught_mentions_stay_in_order_and_apart(names in prop::collection::vec(("[abc]( [abc]){0,2}", 0usize..3), 0..6)) {
        let (doc, mentions) = marked("a [b|ORG] a [b a|GPE] c [a|ORG] b c a [c c|LOC] b");
        let verdicts = [GPE, ORG, Verdict::NotAName];
        let entries: Vec<_> = names.iter().map(|(name, kind)| (name.as_str(), verdicts[*kind])).collect();
        let learned = taught(&entries).apply(&doc, &mentions);
        prop_assert!(learned.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}
