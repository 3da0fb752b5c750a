//! Describing passages and finding them again.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use manicule::anchor::{Anchoring, OrphanReason, Saved, describe, resolve, resolve_all};
use manicule::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use manicule::document::Document;
use manicule::text::{OffsetMap, Span};
use proptest::prelude::*;

const TALKS: &str =
    "😀 The minister met the president in Seoul. Later the president met the minister in Busan.";

fn document(text: &str) -> Document {
    Document { text: text.into(), offsets: OffsetMap::new(text), ..Document::default() }
}

fn quote(exact: &str, prefix: &str, suffix: &str) -> Selector {
    let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (prefix, suffix) = (side(prefix), side(suffix));
    Selector::Quote(TextQuoteSelector { exact: exact.into(), prefix, suffix, ..TextQuoteSelector::default() })
}

fn position(start: u32, end: u32) -> Selector {
    Selector::Position(TextPositionSelector { start, end, ..TextPositionSelector::default() })
}

/// The answer with the found text written into it: `exact [Seoul]`.
fn shown(doc: &Document, anchoring: &Anchoring) -> String {
    let place = |span: Span| format!("{}[{}]", span.start, doc.slice(span));
    match anchoring {
        Anchoring::Exact(span) => format!("exact {}", place(*span)),
        Anchoring::Moved { span, score } => format!("moved {} {score:.2}", place(*span)),
        Anchoring::Ambiguous(candidates) => {
            let places: Vec<_> = candidates.iter().map(|candidate| place(candidate.span)).collect();
            format!("ambiguous {}", places.join(" "))
        }
        Anchoring::Orphan(reason) => format!("orphan: {reason}"),
    }
}

fn check(text: &str, selectors: &[Selector], expected: &str) {
    let doc = document(text);
    assert_eq!(shown(&doc, &resolve(&doc, selectors)), expected);
}

#[test]
fn a_position_is_trusted_when_its_text_is_the_quote() {
    check(TALKS, &[quote("minister", "", ""), position(6, 14)], "exact 9[minister]");
    check(TALKS, &[quote("minister", "", ""), position(7, 15)], "exact 9[minister]");
    check(TALKS, &[position(6, 14)], "exact 9[minister]");
}

#[test]
fn positions_that_are_wrong_are_not_rounded() {
    check("a😀", &[position(2, 9)], "orphan: The position 2–9 does not lie in the text.");
    check("a😀", &[position(2, 1)], "orphan: The position 2–1 does not lie in the text.");
}

#[test]
fn context_tells_repeated_words_apart() {
    check(TALKS, &[quote("minister", "met the ", " in Busan")], "exact 74[minister]");
    check(TALKS, &[quote("minister", "The ", " met")], "exact 9[minister]");
    check(TALKS, &[quote("minister", "", "")], "ambiguous 9[minister] 74[minister]");
}

#[test]
fn a_passage_moves_with_the_text_before_it() {
    let old = document(TALKS);
    let selectors = describe(&old, Span::new(74, 82)).unwrap();
    let longer = format!("Seoul, Sept. 26. {TALKS}");
    check(&longer, &selectors, "moved 91[minister] 1.00");
}

#[test]
fn a_short_quote_is_not_told_apart_by_nearness() {
    let filler = "x ".repeat(200);
    let text = format!("Yoon {filler}Yoon");
    check(&text, &[quote("Yoon", "", ""), position(0, 4)], "exact 0[Yoon]");
    check(&text, &[quote("Yoon", "", ""), position(2, 6)], "ambiguous 0[Yoon] 405[Yoon]");
    check(&text, &[quote("Yoon", "", ""), position(190, 194)], "ambiguous 0[Yoon] 405[Yoon]");
}

#[test]
fn what_is_gone_is_an_orphan_with_a_reason() {
    check(TALKS, &[quote("Tokyo", "in ", ".")], "orphan: The quoted words are no longer in the text.");
    check(TALKS, &[quote("", "in ", ".")], "orphan: The quotation is empty.");
    check(TALKS, &[], "orphan: The annotation has neither a quotation nor a text position.");
}

#[test]
fn a_short_quote_whose_context_is_gone_is_not_taken_for_found() {
    check(TALKS, &[quote("Busan", "He was born near ", ", a port")], "ambiguous 86[Busan]");
    check(TALKS, &[quote("minister in Busan", "no such", "!")], "moved 74[minister in Busan] 0.68");
}

#[test]
fn many_at_once_are_each_as_alone() {
    let doc = document(TALKS);
    let targets: Vec<Vec<Selector>> = vec![
        vec![quote("minister", "The ", " met")],
        vec![quote("minister", "met the ", " in")],
        vec![quote("Tokyo", "", "")],
        vec![],
    ];
    let alone: Vec<_> = targets.iter().map(|target| resolve(&doc, target)).collect();
    assert_eq!(resolve_all(&doc, Saved::Unknown, targets.iter().map(Vec::as_slice)), alone);
    assert_eq!(alone[2], Anchoring::Orphan(OrphanReason::QuoteNotFound));
}

/// Two char boundaries of `text`, picked by two fractions.
fn span_of(text: &str, from: f64, to: f64) -> Span {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let pick = |fraction: f64| bounds[(fraction * (bounds.len() - 1) as f64) as usize];
    let (a, b) = (pick(from), pick(to));
    Span::from_range(a.min(b)..a.max(b))
}

proptest! {
    #[test]
    fn describe_then_resolve_gives_the_same_span(
        text in prop_oneof![
            any::<String>(),
            "[ab ]{0,200}",
            "(😀|👨‍👩‍👧‍👦|é|e\u{301}|漢|字|\u{5e9}\u{5dc}|a|the |\r\n|\n\n){0,120}",
        ],
        from in 0.0..=1.0f64,
        to in 0.0..=1.0f64,
    ) {
        let doc = document(&text);
        let span = span_of(&text, from, to);
        let selectors = describe(&doc, span).unwrap();
        prop_assert_eq!(resolve(&doc, &selectors), Anchoring::Exact(span));
        let Selector::Quote(quote) = &selectors[0] else { panic!("the quote comes first") };
        let (prefix, suffix) = (quote.prefix.clone().unwrap(), quote.suffix.clone().unwrap());
        prop_assert!(text[..span.start as usize].ends_with(&prefix));
        prop_assert!(text[span.end as usize..].starts_with(&suffix));
        let before = text[..span.start as usize].chars().count();
        prop_assert!(prefix.chars().count() >= before.min(32));
        prop_assert!(prefix.chars().count() <= 64);
    }

    #[test]
    fn nothing_found_is_other_than_the_quote(
        text in "[ab ]{0,80}",
        exact in "[ab]{1,3}",
        prefix in "[ab ]{0,5}",
        suffix in "[ab ]{0,5}",
        start in 0u32..90,
        length in 0u32..4,
    ) {
        let doc = document(&text);
        let selectors = [quote(&exact, &prefix, &suffix), position(start, start + length)];
        let spans = match resolve(&doc, &selectors) {
            Anchoring::Exact(span) | Anchoring::Moved { span, .. } => vec![span],
            Anchoring::Ambiguous(candidates) => candidates.iter().map(|candidate| candidate.span).collect(),
            Anchoring::Orphan(_) => {
                prop_assert!(!text.contains(&exact));
                vec![]
            }
        };
        for span in spans {
            prop_assert_eq!(doc.slice(span), exact.as_str());
        }
    }
}
