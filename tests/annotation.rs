//! The annotation model: its JSON, its edits, and what it keeps of what it does not know.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use manicule::annotation::{
    Annotation, AnnotationError, Colour, Correction, Kind, Selector, SpecificTarget, TextPositionSelector,
    TextQuoteSelector, article_source,
};
use manicule::tag::Label;
use proptest::prelude::*;
use serde_json::{Value, json};

fn highlight() -> Annotation {
    let quote = TextQuoteSelector { exact: "in Seoul".into(), ..TextQuoteSelector::default() };
    let position = TextPositionSelector { start: 4, end: 12, ..TextPositionSelector::default() };
    let selectors = vec![Selector::Quote(quote), Selector::Position(position)];
    let target = SpecificTarget::new(article_source("a1"), selectors);
    Annotation::new("urn:uuid:00000000-0000-4000-8000-000000000001", "2023-09-26T08:00:00Z", target)
}

fn check_lossless(json: &Value) {
    let annotation = Annotation::from_json(json.clone()).unwrap();
    assert_eq!(&annotation.to_json(), json);
    assert_eq!(Annotation::from_json(annotation.to_json()).unwrap(), annotation);
}

fn check_refused(json: Value, message: &str) {
    assert_eq!(Annotation::from_json(json).unwrap_err().to_string(), message);
}

#[test]
fn a_highlight_with_note_and_tags_is_written_as_the_model_says() {
    let annotation = highlight()
        .with_colour(Some(Colour::Green))
        .with_note(Some("Where *they* met."))
        .with_tags(&["place", " ", "place", "talks"])
        .with_modified("2023-09-26T09:00:00Z");
    let expected = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2023-09-26T08:00:00Z",
        "modified": "2023-09-26T09:00:00Z",
        "stylesheet": { "type": "CssStylesheet", "value": ".manicule-green { background-color: #cdeec2 }" },
        "body": [
            { "type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": "Where *they* met." },
            { "type": "TextualBody", "purpose": "tagging", "value": "place" },
            { "type": "TextualBody", "purpose": "tagging", "value": "talks" }
        ],
        "target": {
            "source": "urn:manicule:article:a1",
            "selector": [
                { "type": "TextQuoteSelector", "exact": "in Seoul" },
                { "type": "TextPositionSelector", "start": 4, "end": 12 }
            ],
            "styleClass": "manicule-green"
        }
    });
    assert_eq!(annotation.to_json(), expected);
    assert_eq!(annotation.kind(), Kind::Note);
    assert_eq!(annotation.colour(), Some(Colour::Green));
    assert_eq!(annotation.quote(), Some("in Seoul"));
    assert_eq!(annotation.note(), Some("Where *they* met."));
    assert_eq!(annotation.tags(), ["place", "talks"]);
    check_lossless(&expected);
}

#[test]
fn taking_everything_off_gives_the_bare_highlight_back() {
    let bare = highlight();
    let full = bare.clone().with_colour(Some(Colour::Red)).with_note(Some("x")).with_tags(&["y"]);
    assert_eq!(full.with_tags::<&str>(&[]).with_note(None).with_colour(None), bare);
    assert!(bare.to_json().get("body").is_none(), "an empty body is left out, not written as []");
}

#[test]
fn corrections_survive_their_json() {
    let corrections = [
        Correction::Reject { everywhere: false },
        Correction::Reject { everywhere: true },
        Correction::Label { label: Label::WorkOfArt, everywhere: false },
        Correction::Label { label: Label::Person, everywhere: true },
        Correction::SameAs { name: "Yoon Suk Yeol".into() },
    ];
    for correction in &corrections {
        let annotation = highlight().with_correction(correction).with_note(Some("sure"));
        let back = Annotation::from_json(annotation.to_json()).unwrap();
        assert_eq!(back.correction().as_ref(), Some(correction));
        assert_eq!(back.kind(), Kind::Correction);
        assert_eq!(back, annotation);
        for other in &corrections {
            assert_eq!(back.clone().with_correction(other).correction().as_ref(), Some(other));
        }
    }
}

#[test]
fn what_software_classified_is_no_correction() {
    let mut annotation =
        highlight().with_correction(&Correction::Label { label: Label::Gpe, everywhere: false });
    annotation.creator = Some(json!({ "type": "Software", "name": "Manicule" }));
    assert_eq!(annotation.correction(), None);
}

#[test]
fn editing_leaves_the_unknown_alone() {
    let foreign = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", { "x": "http://example.org/x#" }],
        "id": "http://example.org/anno1",
        "type": ["Annotation", "x:Remark"],
        "motivation": ["linking", "commenting"],
        "creator": { "id": "http://example.org/user1", "name": "reader" },
        "x:weight": 0.1,
        "body": [
            "http://example.org/page",
            { "type": "TextualBody", "value": "first", "x:seen": true, "language": "en" },
            { "type": "TextualBody", "value": "t", "purpose": "tagging", "id": "http://example.org/t" }
        ],
        "target": [{
            "type": "SpecificResource",
            "source": { "id": "http://example.org/doc", "format": "text/html" },
            "selector": {
                "type": "TextQuoteSelector", "exact": "q", "x:score": 3,
                "refinedBy": { "type": "TextPositionSelector", "start": 0, "end": 1 }
            },
            "styleClass": "own"
        }, "http://example.org/whole"]
    });
    check_lossless(&foreign);
    let edited =
        Annotation::from_json(foreign.clone()).unwrap().with_note(Some("second")).with_tags(&["t", "u"]);
    let mut expected = foreign;
    expected["body"][1]["value"] = "second".into();
    expected["body"][1]["purpose"] = "commenting".into();
    expected["body"][1]["format"] = "text/markdown".into();
    let tag = json!({ "type": "TextualBody", "purpose": "tagging", "value": "u" });
    expected["body"].as_array_mut().unwrap().push(tag);
    assert_eq!(edited.to_json(), expected);
}

#[test]
fn a_body_value_becomes_a_body_when_it_is_edited() {
    let json =
        json!({ "id": "urn:x:1", "type": "Annotation", "bodyValue": "old", "target": "http://example.org/" });
    let annotation = Annotation::from_json(json).unwrap();
    assert_eq!(annotation.note(), Some("old"));
    let edited = annotation.with_note(Some("new")).to_json();
    assert_eq!((edited.get("bodyValue"), &edited["body"][0]["value"]), (None, &json!("new")));
}

#[test]
fn refusals_name_the_field() {
    check_refused(json!([1]), "The annotation's “annotation” must be an object, but it is a list of 1.");
    check_refused(json!({ "type": "Annotation" }), "The annotation has no “id”.");
    let id = json!({ "type": "Annotation", "id": 7, "target": "http://example.org/" });
    check_refused(id, "The annotation's “id” must be an address (a URI), but it is the number 7.");
    let no_target = json!({ "type": "Annotation", "id": "urn:x:1", "target": [] });
    check_refused(no_target, "The annotation's “target” must be at least one value, but it is a list of 0.");
    let deep = json!({ "type": "Annotation", "id": "urn:x:1", "target": [
        "http://example.org/",
        { "source": "http://example.org/", "selector": [{ "type": "TextQuoteSelector", "prefix": "x" }] }
    ] });
    let field = "target[1].selector[0].exact".into();
    assert_eq!(Annotation::from_json(deep), Err(AnnotationError::Missing { field }));
    let page = json!({ "type": "AnnotationPage", "id": "urn:x:1", "target": "urn:x:2" });
    check_refused(page, "The annotation's “type” must be “Annotation”, but it is the text “AnnotationPage”.");
}

proptest! {
    #[test]
    fn any_text_survives(note in "\\PC*\\S\\PC*", tags in prop::collection::vec("\\S{1,9}", 0..4), exact in any::<String>()) {
        let mut annotation = highlight().with_note(Some(&note)).with_tags(&tags);
        if let Some(target) = annotation.target_mut() {
            target.selectors.items[0] =
                Selector::Quote(TextQuoteSelector { exact, ..TextQuoteSelector::default() });
        }
        let text = serde_json::to_string(&annotation).unwrap();
        let back: Annotation = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(back.note(), Some(note.as_str()));
        prop_assert_eq!(back, annotation);
    }
}
