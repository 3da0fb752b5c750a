//! Passages that anybody may have described, in any text, with and without the text they were described in.
//!
//! An input is five parts with U+001E between them: the text, the old text, the quotation, its prefix and
//! its suffix; the bytes of the first two characters of a sixth are the position.

use std::hash::{DefaultHasher, Hash, Hasher};

use manicule::anchor::{Anchoring, Saved, describe, resolve, resolve_all};
use manicule::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use manicule::document::Document;
use manicule::text::{OffsetMap, Span, TextHash};

use crate::Target;

pub const TARGET: Target = Target {
    name: "resolve",
    holds: "a place lies in the text, an exact one holds the quotation, what was described is found",
    seeds,
    words: &[
        "\u{1e}",
        "\n\n",
        "the ",
        "minister",
        "e\u{301}",
        "é",
        "👩‍👧",
        "漢",
        "서울",
        "\u{ad}",
        "…",
        "“",
        "ﬁ",
        ". ",
        " ",
    ],
    longest: 600,
    run,
};

const TALKS: &str =
    "The minister met the president. Later the president met the minister, in Seoul.\n\nThe end.";

fn seeds() -> Vec<Vec<u8>> {
    let edited = TALKS.replace("met", "saw").replace("Later", "Much was said. Later");
    let parts = [
        [TALKS, TALKS, "minister", "The ", " met", "\u{4}\u{c}"],
        [&edited, TALKS, "Later the president met", "president. ", " the minister", "\u{20}\u{37}"],
        [
            "漢字 e\u{301}t\u{e9} 👩‍👧 “fin…”",
            "漢字 été 👩‍👧 \"fin...\"",
            "été 👩‍👧",
            "漢字 ",
            " \"fin",
            "\u{3}\u{8}",
        ],
        ["x", "", " ", "", "", ""],
    ];
    parts.iter().map(|parts| parts.join("\u{1e}").into_bytes()).collect()
}

fn run(input: &[u8]) -> u64 {
    let input = String::from_utf8_lossy(input);
    let mut parts = input.split('\u{1e}');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let (text, old) = (next(), next());
    let quote = TextQuoteSelector {
        exact: next(),
        prefix: Some(next()),
        suffix: Some(next()),
        ..TextQuoteSelector::default()
    };
    let place = next();
    let mut numbers = place.chars().map(u32::from);
    let doc = document(&text);
    let mut selectors = vec![Selector::Quote(quote.clone())];
    if let (Some(start), Some(end)) = (numbers.next(), numbers.next()) {
        let position = TextPositionSelector { start, end, ..TextPositionSelector::default() };
        selectors.push(Selector::Position(position));
    }
    let mut outcome = DefaultHasher::new();
    for saved in [Saved::Unknown, Saved::Text(&old), Saved::Hash(TextHash::new(&old))] {
        let found = resolve_all(&doc, saved, [selectors.as_slice(), &selectors]);
        for anchoring in &found {
            check(&doc, &quote, anchoring);
            std::mem::discriminant(anchoring).hash(&mut outcome);
        }
    }
    // Whatever stands in the old text is found there.
    if let Some(at) = old.find(&quote.exact).filter(|_| !quote.exact.is_empty()) {
        let (old, span) = (document(&old), Span::from_range(at..at + quote.exact.len()));
        let described = describe(&old, span).expect("The quotation lies on the borders of characters.");
        assert_eq!(resolve(&old, &described), Anchoring::Exact(span), "What was described is not found.");
    }
    outcome.finish()
}

fn check(doc: &Document, quote: &TextQuoteSelector, found: &Anchoring) {
    let is_in_text = |span: Span| doc.text.get(span.range()).is_some();
    match found {
        Anchoring::Exact(span) => {
            assert!(is_in_text(*span), "{span:?} does not lie in the text.");
            assert_eq!(doc.slice(*span), quote.exact, "An exact place holds something else.");
        }
        Anchoring::Moved { span, score } => {
            assert!(is_in_text(*span) && (0.0..=1.0).contains(score), "{span:?} {score}");
        }
        Anchoring::Ambiguous(places) => {
            assert!(!places.is_empty() && places.iter().all(|place| is_in_text(place.span)), "{places:?}");
        }
        Anchoring::Orphan(_) => {}
    }
}

fn document(text: &str) -> Document {
    Document { text: text.into(), offsets: OffsetMap::new(text), ..Document::default() }
}
