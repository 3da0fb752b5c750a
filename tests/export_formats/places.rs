//! Whatever the text, passages come back to their places; whatever the bytes, nothing panics.

use manicule::anchor::{Anchoring, describe, resolve};
use manicule::annotation::{Annotation, SpecificTarget, article_source};
use manicule::export::{Edition, FORMATS, import, w3c};
use manicule::ingest;
use manicule::text::Span;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever text, wherever the passages: formats that carry the text bring every passage back to its place.
    #[test]
    fn passages_come_back_to_their_places(
        text in "(\\PC|[a-z ]{0,9}|😀|e\u{301}|漢|\n\n|\n){0,30}",
        picks in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64), 1..5),
    ) {
        let (doc, _) = ingest::plain(&text);
        let bounds: Vec<usize> = doc.text.char_indices().map(|(at, _)| at).chain([doc.text.len()]).collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let pick = |fraction: f64| bounds[(fraction * bounds.len() as f64) as usize];
        let mut spans: Vec<Span> = picks.into_iter().map(|(a, b)| Span::from_range(pick(a).min(pick(b))..pick(a).max(pick(b)))).collect();
        spans.retain(|span| !span.is_empty());
        spans.sort();
        spans.dedup();
        let notes: Vec<Annotation> = spans.iter().map(|span| {
            Annotation::new(format!("urn:x:{}-{}", span.start, span.end), "2024-03-15T09:30:00.000Z", SpecificTarget::new(article_source("a1"), describe(&doc, *span).unwrap()))
        }).collect();
        let places: Vec<Option<Span>> = spans.iter().copied().map(Some).collect();
        let export = w3c::Export { article: "a1", title: "t", annotations: &notes, machine: None, carried: None, taught: &[] };
        let edition = Edition { export, doc: &doc, places: &places, date: None, source: None };
        for format in FORMATS.iter().filter(|format| format.writes()) {
            let written = format.write(&edition);
            let name = format.facts().name;
            if !["brat", "uima", "doccano"].contains(&name) {
                continue;
            }
            let texts: Vec<&[u8]> = written.iter().map(|file| file.text.as_bytes()).collect();
            let Ok(imported) = import::read_files(&texts) else {
                // A brat file without a passage is empty, and so of no format.
                prop_assert!(name == "brat" && written[0].text.is_empty(), "{} {:?}", name, written);
                continue;
            };
            let carried = imported.article.unwrap();
            prop_assert_eq!(&carried.text, &doc.text, "{}", name);
            let mut back: Vec<Span> = imported.annotations.iter().map(|note| {
                match resolve(&doc, &note.target().unwrap().selectors.items) {
                    Anchoring::Exact(span) => span,
                    other => panic!("{other:?}"),
                }
            }).collect();
            back.sort();
            let only_breaks = |span: &Span| doc.slice(*span).chars().all(|c| c == '\n');
            // brat has no way to write a passage of line breaks, nor those at the ends of one.
            let trimmed = |span: Span| {
                let words = doc.slice(span);
                let start = span.start + u32::try_from(words.len() - words.trim_start_matches('\n').len()).unwrap();
                Span::new(start, start + u32::try_from(words.trim_matches('\n').len()).unwrap())
            };
            let mut given = spans.clone();
            if name == "brat" {
                given.retain(|span| !only_breaks(span));
                given = given.into_iter().map(trimmed).collect();
                given.sort();
                given.dedup();
            }
            prop_assert_eq!(back, given, "{}", name);
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(
        head in prop::sample::select(vec!["", "#FORMAT=WebAnno TSV 3.3\n#T_SP=a|b\n#Text=ab\n", "T1\tA 0 1\t", "Highlight\n", "{\"text\":\"a\",\"label\":", "{\"%FEATURE_STRUCTURES\":"]),
        rest in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let mut bytes = head.as_bytes().to_vec();
        bytes.extend(rest);
        let _ = import::read_files(&[&bytes]);
        let _ = import::read_files(&[&bytes, b"ab"]);
    }
}
