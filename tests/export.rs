//! Exports, imports, and files that mean harm.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use manicule::anchor::{Anchoring, describe, resolve};
use manicule::annotation::{Annotation, Colour, Correction, SpecificTarget, article_source};
use manicule::document::{Document, Facts};
use manicule::entity;
use manicule::export::import::{self, ImportError, Imported, Mended};
use manicule::export::{CarriedArticle, w3c};
use manicule::ingest;
use manicule::tag::{Label, Mention, Source};
use manicule::text::Span;
use proptest::prelude::*;
use serde_json::{Value, json};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

fn carried(doc: &Document, title: &str) -> CarriedArticle {
    CarriedArticle {
        id: "a1".into(),
        title: title.into(),
        text: doc.text.clone(),
        blocks: doc.blocks.clone(),
        date: Some("2023-09-26".into()),
        source: Some("https://gazette.example/a".into()),
        facts: Facts { byline: Some("Ana Lind".into()), ..Facts::default() },
    }
}

fn write(
    annotations: &[Annotation],
    machine: Option<w3c::Machine<'_>>,
    article: Option<&CarriedArticle>,
) -> String {
    w3c::write(&w3c::Export {
        article: "a1",
        title: "T",
        annotations,
        machine,
        carried: article,
        taught: &[],
    })
}

fn note(doc: &Document, span: Span, n: u32) -> Annotation {
    let target = SpecificTarget::new(article_source("a1"), describe(doc, span).unwrap());
    Annotation::new(format!("urn:uuid:00000000-0000-4000-8000-{n:012}"), "2023-09-26T08:00:00Z", target)
}

fn check_error(json: &str, expected: &str) {
    assert_eq!(import::read(json).unwrap_err().to_string(), expected);
}

/// `id: reason` of everything refused.
fn refusals(imported: &Imported) -> Vec<String> {
    let refused = imported.refused.iter();
    refused.map(|refused| format!("{}: {}", refused.id.as_deref().unwrap_or("-"), refused.reason)).collect()
}

#[test]
fn a_collection_holds_what_it_says() {
    let (doc, _) = ingest::plain("😀 Seoul");
    let mention = Mention::new(Span::new(5, 10), Label::Gpe, Source::Rule);
    let by_reader = Mention::new(Span::new(0, 4), Label::Product, Source::Reader);
    let mentions = [by_reader, mention];
    let entities = entity::group(&doc, &mentions, &[]);
    let machine = w3c::Machine { doc: &doc, mentions: &mentions, entities: &entities };
    let annotations = [note(&doc, Span::new(5, 10), 1)];
    let json: Value = serde_json::from_str(&write(&annotations, Some(machine), None)).unwrap();
    assert_eq!(
        (&json["total"], &json["label"], &json["type"]),
        (&json!(2), &json!("T"), &json!("AnnotationCollection"))
    );
    let page = &json["first"];
    assert_eq!((&page["partOf"], &page["id"], &page["startIndex"]), (&json["id"], &json["last"], &json!(0)));
    let entity = &page["items"][1];
    assert_eq!(entity["id"], "urn:manicule:mention:a1:2-7");
    assert_eq!(entity["motivation"], "identifying");
    assert_eq!(entity["creator"]["type"], "Software");
    assert_eq!(entity["body"][0]["value"], "GPE");
    assert_eq!(entity["body"][1]["value"], "Seoul");
    assert_eq!(entity["target"]["selector"][0]["exact"], "Seoul");
}

#[test]
fn the_machines_entities_come_back_apart() {
    let (doc, _) = ingest::plain("Seoul and Busan");
    let mentions = [Mention::new(Span::new(0, 5), Label::Gpe, Source::Model)];
    let machine = w3c::Machine { doc: &doc, mentions: &mentions, entities: &[] };
    let annotations = [note(&doc, Span::new(0, 5), 1)];
    let imported = import::read(&write(&annotations, Some(machine), None)).unwrap();
    assert_eq!((imported.annotations.len(), imported.machine.len()), (1, 1));
    assert_eq!(imported.machine, w3c::entities("a1", &machine));
    assert_eq!(imported.machine[0].correction(), None);
}

#[test]
fn lists_pages_and_single_annotations_are_read() {
    let one = |n: u32| json!({ "@context": CONTEXT, "type": "Annotation", "id": format!("urn:x:{n}"), "target": "http://example.org/" });
    let third = json!({ "type": "AnnotationPage", "items": one(3) });
    let page =
        json!({ "@context": CONTEXT, "type": ["AnnotationPage"], "items": [one(1), one(2)], "next": third });
    let collection = json!({ "@context": [CONTEXT], "type": "AnnotationCollection", "first": [page] });
    for (file, count) in [(json!([one(1), one(2)]), 2), (one(1), 1), (page, 3), (collection, 3)] {
        let imported = import::read(&format!("\u{feff}{file}")).unwrap();
        assert_eq!((imported.annotations.len(), imported.refused.len()), (count, 0), "{file}");
    }
}

#[test]
fn terms_keep_the_meaning_that_the_file_gives_them() {
    let context = json!([CONTEXT, { "x": "http://example.org/x#" }]);
    let item =
        json!({ "type": "Annotation", "id": "urn:x:1", "target": "http://example.org/", "x:weight": 1 });
    let page = json!({ "@context": context, "type": "AnnotationPage", "items": [item] });
    let imported = import::read(&page.to_string()).unwrap();
    assert_eq!(imported.annotations[0].to_json()["@context"], context);
}

#[test]
fn bad_ones_are_refused_by_themselves() {
    let good = json!({ "type": "Annotation", "id": "urn:x:1", "target": "http://example.org/" });
    let mut other = good.clone();
    other["bodyValue"] = "different".into();
    let mut number = good.clone();
    number["id"] = 7.into();
    let mut nested = good.clone();
    nested["id"] = "urn:x:2".into();
    nested["target"] = json!({ "source": "http://example.org/", "selector": { "type": "TextPositionSelector", "start": -1, "end": 2 } });
    let imported =
        import::read(&json!([good, good, other, number, nested, 3, null, "urn:x:9"]).to_string()).unwrap();
    assert_eq!(imported.annotations.len(), 1);
    assert_eq!(
        refusals(&imported),
        [
            "urn:x:1: An earlier annotation in the file has the same id.",
            "-: The annotation's “id” must be an address (a URI), but it is the number 7.",
            "urn:x:2: The annotation's “target.selector.start” must be a whole number from 0, but it is the number -1.",
            "-: The annotation's “annotation” must be an object, but it is the number 3.",
            "-: The annotation's “annotation” must be an object, but it is null.",
            "-: The file only names “urn:x:9”; Manicule never fetches what a file names.",
        ]
    );
}

#[test]
fn files_that_are_nothing_of_ours_say_so() {
    check_error("{", "The file is not JSON: line 1, column 1: EOF while parsing an object.");
    check_error(
        "7",
        "The file is JSON, but neither an annotation, a page or collection of annotations, nor a list of them.",
    );
    check_error(
        "{}",
        "The file is JSON, but neither an annotation, a page or collection of annotations, nor a list of them.",
    );
    check_error(
        r#"{"@context": "http://iiif.io/api/presentation/3/context.json", "type": "AnnotationPage", "items": []}"#,
        "The file's “@context” is not that of the Web Annotation Data Model (http://www.w3.org/ns/anno.jsonld).",
    );
    check_error(r#"["\ud800"]"#, "The file is not JSON: line 1, column 9: unexpected end of hex escape.");
}

#[test]
fn files_made_to_hurt_are_turned_away() {
    check_error(&"[".repeat(1_000_000), "The file nests 1000000 levels deep; at most 100 can be read.");
    let nested = format!("{}1{}", r#"{"a":"#.repeat(5000), "}".repeat(5000));
    check_error(&nested, "The file nests 5000 levels deep; at most 100 can be read.");
    let zeros = format!("[0{}]", ",0".repeat(import::MOST_VALUES));
    assert!(matches!(import::read(&zeros), Err(ImportError::TooManyValues { .. })));
    // A million annotations of nothing.
    let million = format!("[{{}}{}]", ",{}".repeat(999_999));
    assert_eq!(import::read(&million), Err(ImportError::TooManyAnnotations { count: 1_000_000 }));
    let page = format!(r#"{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": {million}}}"#);
    assert_eq!(import::read(&page), Err(ImportError::TooManyAnnotations { count: 1_000_000 }));
}

#[test]
fn as_deep_as_is_allowed_is_read() {
    let refined = r#"{"id":"urn:x:s","refinedBy":"#.repeat(90) + "\"urn:x:s\"" + &"}".repeat(90);
    let file = format!(
        r#"[{{"type":"Annotation","id":"urn:x:1","target":{{"source":"urn:x:2","selector":{refined}}}}}]"#
    );
    assert_eq!(import::read(&file).unwrap().annotations.len(), 1);
}

#[test]
fn payloads_are_text_and_stay_text() {
    let payloads =
        ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "\u{202e}\u{0}"];
    for payload in payloads {
        let file = json!([{
            "type": "Annotation", "id": "urn:x:1", "target": "javascript:alert(1)",
            "body": [
                { "type": "TextualBody", "purpose": "commenting", "value": payload },
                { "type": "TextualBody", "purpose": "tagging", "value": payload }
            ]
        }]);
        let imported = import::read(&file.to_string()).unwrap();
        let annotation = &imported.annotations[0];
        assert_eq!((annotation.note(), annotation.tags()), (Some(payload), vec![payload]));
        assert_eq!(
            import::read(&write(&imported.annotations, None, None)).unwrap().annotations,
            imported.annotations
        );
    }
}

#[test]
fn a_carried_article_that_is_broken_is_refused_and_the_rest_read() {
    let (doc, _) = ingest::plain("Talks 😀\n\nin Seoul");
    let article = carried(&doc, "Talks");
    let file: Value =
        serde_json::from_str(&write(&[note(&doc, Span::new(0, 5), 1)], None, Some(&article))).unwrap();
    let breakages = [
        ("id", json!("urn:other:1"), "id"),
        ("manicule:title", json!(4), "manicule:title"),
        ("manicule:text", json!("short"), "manicule:blocks"),
        ("manicule:date", json!([]), "manicule:date"),
        (
            "manicule:blocks",
            json!([{ "manicule:kind": "poem", "manicule:start": 0, "manicule:end": 1 }]),
            "manicule:blocks",
        ),
        (
            "manicule:blocks",
            json!([{ "manicule:kind": "title", "manicule:start": 3, "manicule:end": 1 }]),
            "manicule:blocks",
        ),
    ];
    for (field, value, named) in breakages {
        let mut broken = file.clone();
        broken["manicule:article"][field] = value;
        let imported = import::read(&broken.to_string()).unwrap();
        assert_eq!((imported.article.as_ref(), imported.annotations.len()), (None, 1));
        let reason = imported.refused[0].reason.to_string();
        assert_eq!(
            reason,
            format!("The article in the file is not readable: its “{named}” is missing or wrong.")
        );
    }
}

#[test]
fn what_leaves_no_doubt_is_mended_and_said() {
    let (bare, other) = ("9b6aa528-660a-4551-8265-66f45c61acab", "#447d4bea-08dc-4bd0-ae51-31f5ed7a95a0");
    let file = json!([{ "type": "Annotation", "id": bare, "body": [], "target": [{ "id": other }] }]);
    let imported = import::read(&file.to_string()).unwrap();
    let json = imported.annotations[0].to_json();
    assert_eq!(json["id"], format!("urn:uuid:{bare}"));
    assert_eq!(json["target"][0]["id"], "urn:uuid:447d4bea-08dc-4bd0-ae51-31f5ed7a95a0");
    assert_eq!(json.get("body"), None);
    let mended: Vec<_> = imported.mended.into_iter().map(|(_, mended)| mended).collect();
    let id = |was: &str| Mended::Id { was: was.into() };
    assert_eq!(mended, [id(bare), Mended::EmptyBody, id(other)]);
    let doubtful = json!([{ "type": "Annotation", "id": "9b6aa528-660a", "target": "http://example.org/" }]);
    assert_eq!(import::read(&doubtful.to_string()).unwrap().refused.len(), 1);
}

fn any_annotation() -> impl Strategy<Value = (f64, f64, Option<usize>, String, Vec<String>, usize)> {
    let tags = prop::collection::vec(any::<String>(), 0..3);
    (0.0..=1.0f64, 0.0..=1.0f64, prop::option::of(0usize..5), any::<String>(), tags, 0usize..5)
}

proptest! {
    #[test]
    fn export_import_export_is_identical(
        text in "(\\PC|[a-z ]{0,12}|😀|e\u{301}|漢|\n\n){0,40}",
        title in any::<String>(),
        picks in prop::collection::vec(any_annotation(), 0..6),
    ) {
        let (doc, _) = ingest::plain(&text);
        let bounds: Vec<usize> = doc.text.char_indices().map(|(at, _)| at).chain([doc.text.len()]).collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let pick = |fraction: f64| bounds[(fraction * (bounds.len() - 1) as f64) as usize];
        let mut spans = Vec::new();
        let annotations: Vec<Annotation> = (0..).zip(picks).map(|(n, (from, to, colour, words, tags, kind))| {
            let (from, to) = (pick(from), pick(to));
            let span = Span::from_range(from.min(to)..from.max(to));
            spans.push(span);
            let made = note(&doc, span, n).with_colour(colour.map(|n| Colour::ALL[n])).with_tags(&tags);
            match kind {
                0 => made.with_note(Some(&words)),
                1 => made.with_correction(&Correction::SameAs { name: words, here: false }),
                2 => made.with_correction(&Correction::Label { label: Label::Law, everywhere: true }),
                3 => made.with_note(Some(&words)).with_correction(&Correction::Reject { everywhere: true }),
                _ => made,
            }
        }).collect();
        let article = carried(&doc, &title);
        let written = write(&annotations, None, Some(&article));
        let imported = import::read(&written).unwrap();
        prop_assert_eq!(refusals(&imported), Vec::<String>::new());
        prop_assert_eq!(&imported.annotations, &annotations);
        prop_assert_eq!(imported.article.as_ref(), Some(&article));
        prop_assert_eq!(write(&imported.annotations, None, imported.article.as_ref()), written);
        let again = ingest::restore(article.text.clone(), article.blocks);
        for (annotation, span) in imported.annotations.iter().zip(spans) {
            let selectors = &annotation.target().unwrap().selectors.items;
            prop_assert_eq!(resolve(&again, selectors), Anchoring::Exact(span));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[\\[\\]{}\":,a-z0-9\\\\ ]{0,60}|\\PC{0,40}") {
        let _ = import::read(&text);
    }

    #[test]
    fn any_json_in_any_field_is_read_losslessly_or_refused(
        field in prop::sample::select(vec!["@context", "id", "type", "motivation", "creator", "created", "modified", "body", "bodyValue", "target", "rights", "x"]),
        value in any_json(),
    ) {
        let mut object = json!({ "@context": CONTEXT, "type": "Annotation", "id": "urn:x:1", "target": "http://example.org/" });
        object[field] = value;
        let imported = import::read(&json!([object]).to_string()).unwrap();
        prop_assert_eq!(imported.annotations.len() + imported.refused.len(), 1);
        if let ([annotation], true) = (imported.annotations.as_slice(), imported.mended.is_empty()) {
            prop_assert_eq!(annotation.to_json(), object);
        }
    }
}

/// JSON in which the words of the model are likely.
fn any_json() -> impl Strategy<Value = Value> {
    let words = [
        "TextualBody",
        "TextQuoteSelector",
        "TextPositionSelector",
        "Choice",
        "Annotation",
        "commenting",
        "urn:x:2",
        "2023-09-26T08:00:00Z",
        CONTEXT,
        "",
    ];
    let names = [
        "type",
        "id",
        "value",
        "source",
        "selector",
        "exact",
        "prefix",
        "start",
        "end",
        "purpose",
        "items",
        "format",
        "styleClass",
        "refinedBy",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u8>().prop_map(Value::from),
        prop::sample::select(words.to_vec()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(prop::sample::select(names.to_vec()), inner, 0..5)
                .prop_map(|map| map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}
