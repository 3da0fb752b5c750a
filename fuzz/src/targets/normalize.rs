//! The normalisation of texts that come in, and the folding by which they are compared.

use std::hash::{DefaultHasher, Hash, Hasher};

use manicule::text::{Folded, Span, normalize};

use crate::Target;

pub const TARGET: Target = Target {
    name: "normalize",
    holds: "twice is as once, and every place finds its way back",
    seeds,
    words: &[
        "\r\n",
        "\u{feff}",
        "\u{a0}",
        "\u{ad}",
        "\u{2028}",
        "e\u{301}",
        "é",
        "ﬁ",
        "…",
        "서울",
        "İ",
        "ß",
        "👩‍👧",
        "\u{200d}",
    ],
    longest: 400,
    run,
};

fn seeds() -> Vec<Vec<u8>> {
    ["\u{feff}a\r\nb\u{a0}c\u{1}d", "Se\u{ad}oul\u{200b}, 漢", "“Straße” ﬁn… e\u{301} 👩‍👧 서울 \u{202b}שלום"]
        .iter()
        .map(|seed| seed.as_bytes().to_vec())
        .chain([b"a\xff\xfeb\xe2\x82c".to_vec()])
        .collect()
}

fn run(input: &[u8]) -> u64 {
    let normalized = normalize::from_bytes(input).expect("Inputs are short.");
    let again = normalize::normalize(&normalized.text).expect("Inputs are short.");
    assert_eq!(normalized.text, again.text, "Normalising twice is not as once.");
    let source = String::from_utf8_lossy(input);
    let plain = normalize::normalize(&source).expect("Inputs are short.");
    assert_eq!(plain.text, normalized.text, "Bytes and their text normalise differently.");
    for (at, character) in plain.text.char_indices() {
        let at = u32::try_from(at).expect("Inputs are short.");
        let end = at + u32::try_from(character.len_utf8()).expect("A character has four bytes at most.");
        let span = plain.source_span(&source, Span::new(at, end));
        assert!(source.get(span.range()).is_some(), "{span:?} does not lie in the input.");
    }
    let folded = Folded::new(&plain.text);
    let mut last = 0;
    for at in 0..folded.len() {
        let span = folded.span(at..at + 1);
        assert!(plain.text.get(span.range()).is_some_and(|text| !text.is_empty()), "{span:?} is no text.");
        assert!(span.start >= last, "Folding changes the order.");
        last = span.start;
    }
    let mut outcome = DefaultHasher::new();
    let what =
        (normalized.replaced.min(3), normalized.controls_removed.min(3), folded.len() == plain.text.len());
    what.hash(&mut outcome);
    outcome.finish()
}
