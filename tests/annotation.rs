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
    Annotation, AnnotationError, Body, COLOUR_NAME, Colour, ColourNames, Correction, FORMER, Kind, MERGED,
    Selector, SpecificTarget, TextPositionSelector, TextQuoteSelector, article_source,
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
        Correction::SameAs { name: "Yoon Suk Yeol".into(), here: false },
        Correction::SameAs { name: "Kim (2)".into(), here: true },
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
fn every_comment_is_read_and_only_the_first_is_the_note() {
    let annotation = Annotation::from_json(json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:1", "type": "Annotation",
        "motivation": "commenting", "rights": "http://example.org/free",
        "body": [
            { "type": "TextualBody", "value": "tag", "purpose": "tagging" },
            { "type": "TextualBody", "value": "one", "purpose": "commenting" },
            { "type": "TextualBody", "value": "deux", "purpose": "commenting", "language": "fr" },
            { "type": "TextualBody", "value": "why?", "purpose": "questioning" },
            "http://example.org/page"
        ],
        "target": "http://example.org/"
    }))
    .unwrap();
    assert_eq!(annotation.note(), Some("one"));
    assert_eq!(annotation.texts().collect::<Vec<_>>(), ["one", "deux", "why?"]);
    assert_eq!(annotation.further_bodies().count(), 3);
    let edited = annotation.clone().with_note(None);
    assert_eq!(edited.note(), Some("deux"), "the next comment takes its place");
    assert_eq!(edited.to_json()["rights"], "http://example.org/free");
}

#[test]
fn merging_joins_notes_and_unites_the_rest() {
    let first = highlight().with_note(Some("one\n")).with_tags(&["a"]);
    let mut other = highlight().with_colour(Some(Colour::Blue)).with_note(Some("two")).with_tags(&["b", "a"]);
    other.id = "urn:x:2".into();
    other.created = Some("2023-09-25T00:00:00Z".into());
    other.bodies.items.push(Body::from_json("http://example.org/page".into()));
    other.extra.insert("rights".into(), "http://example.org/free".into());
    let merged = first.clone().merged_with(&other);
    let json = merged.to_json();
    assert_eq!(merged.note(), Some("one\n\ntwo"));
    assert_eq!((merged.tags(), merged.colour()), (vec!["a", "b"], Some(Colour::Blue)));
    assert_eq!((&json["id"], &json["created"]), (&json!(first.id), &json!("2023-09-25T00:00:00Z")));
    assert_eq!((&json["rights"], &json[MERGED]), (&json!("http://example.org/free"), &json!(["urn:x:2"])));
    assert!(json["body"].as_array().unwrap().contains(&json!("http://example.org/page")));
    assert_eq!(json["@context"][1]["manicule"], "urn:manicule:ns#");
    check_lossless(&json);

    let plain =
        json!({ "id": "urn:x:3", "type": "Annotation", "bodyValue": "old", "target": "http://example.org/" });
    let plain = Annotation::from_json(plain).unwrap();
    for merged in [plain.clone().merged_with(&first), first.clone().merged_with(&plain)] {
        let texts: Vec<_> = merged.texts().map(str::trim).collect();
        assert!(texts.contains(&"old") && texts.contains(&"one"), "{texts:?}");
        check_lossless(&merged.to_json());
    }
}

#[test]
fn what_a_colour_means_goes_along_and_is_learned_where_it_has_no_name() {
    let mut names = ColourNames::default();
    names.set(Colour::Red, " Doubtful ");
    names.set(Colour::Blue, "x");
    names.set(Colour::Blue, "");
    let red = names.explain(highlight().with_colour(Some(Colour::Red)));
    assert_eq!(red.to_json()["target"][COLOUR_NAME], "Doubtful");
    check_lossless(&red.to_json());
    let blue = highlight().with_colour(Some(Colour::Blue));
    assert_eq!(names.explain(blue.clone()), blue);
    let mut others = ColourNames::default();
    let (mut learned, mut plain) = (red.clone(), blue);
    others.learn(&mut plain);
    assert_eq!(others, ColourNames::default());
    others.learn(&mut learned);
    assert_eq!(others, names);
    assert!(!learned.to_json().to_string().contains("Doubtful"), "it is kept once, not with every note");
    others.set(Colour::Red, "Wrong");
    let mut foreign = red.clone();
    others.learn(&mut foreign);
    assert_eq!((others.get(Colour::Red), foreign), (Some("Wrong"), red), "what the reader calls it stays");
}

#[test]
fn another_passage_keeps_the_selectors_of_every_former_one() {
    let quote = |exact: &str| {
        vec![Selector::Quote(TextQuoteSelector { exact: exact.into(), ..TextQuoteSelector::default() })]
    };
    let moved = highlight().reattached(0, quote("b")).unwrap().reattached(0, quote("c")).unwrap();
    let target = &moved.to_json()["target"];
    let former: Vec<&Value> =
        target[FORMER].as_array().unwrap().iter().map(|former| &former["selector"][0]["exact"]).collect();
    assert_eq!((moved.quote(), former), (Some("c"), vec![&json!("in Seoul"), &json!("b")]));
    assert_eq!(moved.reattached(1, quote("d")), None);
}

#[test]
fn relations_and_notes_on_the_whole_are_told_from_others() {
    let part = highlight().target().unwrap().clone();
    let relation = Annotation::relation("urn:x:r", "2023-09-26T08:00:00Z", [part.clone(), part], Some("of"));
    assert_eq!((relation.kind(), relation.relation_name()), (Kind::Relation, Some("of")));
    assert_eq!((relation.passages().count(), relation.is_on_whole()), (2, false));
    assert_eq!(relation.further_bodies().count(), 0);
    check_lossless(&relation.to_json());

    let whole = Annotation::on_whole("urn:x:w", "2023-09-26T08:00:00Z", article_source("a1"));
    let whole = whole.with_note(Some("all of it"));
    assert_eq!((whole.kind(), whole.is_on_whole()), (Kind::Note, true));
    check_lossless(&whole.to_json());
    for (target, is_whole) in [
        (json!("http://example.org/a"), true),
        (json!("http://example.org/a#part"), false),
        (json!({ "id": "http://example.org/a", "type": "Text" }), true),
        (json!({ "source": "http://example.org/a", "styleClass": "x" }), true),
        (json!({ "type": "Choice", "items": ["http://example.org/a"] }), false),
        (
            json!(["http://example.org/a", { "source": "http://example.org/a", "selector": { "type": "FragmentSelector", "value": "x" } }]),
            false,
        ),
    ] {
        let json = json!({ "id": "urn:x:1", "type": "Annotation", "target": target });
        assert_eq!(Annotation::from_json(json).unwrap().is_on_whole(), is_whole, "{target}");
    }
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

/// Any JSON, as deep as files of others go.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-zA-Z@:]{1,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Properties under a prefix of their own, which no model can know.
fn foreign() -> impl Strategy<Value = Vec<(String, Value)>> {
    prop::collection::vec(("x:[a-zA-Z]{1,8}", any_json()), 0..4)
}

proptest! {
    #[test]
    fn unknown_properties_survive_every_edit_wherever_they_stand(
        whole in foreign(), body in foreign(), target in foreign(), selector in foreign(),
    ) {
        let mut json = highlight().with_note(Some("first")).with_tags(&["t"]).to_json();
        let put = |object: &mut Value, properties: &[(String, Value)]| {
            for (name, value) in properties {
                object[name] = value.clone();
            }
        };
        let has = |object: &Value, properties: &[(String, Value)]| {
            let mut expected = object.clone();
            put(&mut expected, properties);
            expected == *object
        };
        put(&mut json, &whole);
        put(&mut json["body"][0], &body);
        put(&mut json["target"], &target);
        put(&mut json["target"]["selector"][0], &selector);
        let text = json.to_string();
        let read: Annotation = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read.to_json(), serde_json::from_str::<Value>(&text).unwrap());
        let edited = read
            .with_note(Some("second"))
            .with_tags(&["u"])
            .with_colour(Some(Colour::Red))
            .with_modified("2024-01-01T00:00:00Z")
            .merged_with(&highlight().with_tags(&["v"]))
            .to_json();
        prop_assert!(has(&edited, &whole), "{}", edited);
        prop_assert!(has(&edited["body"][0], &body), "{}", edited);
        prop_assert!(has(&edited["target"], &target), "{}", edited);
        prop_assert!(has(&edited["target"]["selector"][0], &selector), "{}", edited);
    }

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
