//! Whatever the application makes keeps to the schemas.

use manicule::anchor::describe;
use manicule::annotation::personal::{Taught, Verdict};
use manicule::annotation::{Annotation, Colour, ColourNames, Correction, SpecificTarget, article_source};
use manicule::document::{Document, Facts};
use manicule::entity;
use manicule::export::{CarriedArticle, w3c};
use manicule::ingest;
use manicule::tag::{Label, Mention, Source, Value as Measure, ValueKind};
use manicule::text::Span;
use serde_json::Value;

use super::musts::{Musts, report};

fn article() -> (Document, Vec<Mention>) {
    let (doc, _) =
        ingest::plain("Talks in Seoul 😀\n\nThe minister met Yoon on 26 September for 42 % of an hour.");
    let mention = |words: &str, label| {
        let at = doc.text.find(words).unwrap();
        Mention::new(Span::from_range(at..at + words.len()), label, Source::Rule)
    };
    let mut mentions = vec![
        mention("Seoul", Label::Gpe),
        mention("Yoon", Label::Person),
        mention("26 September", Label::Date),
        mention("42 %", Label::Percent),
    ];
    let date = Measure::of_text(ValueKind::Date, "XXXX-09-26");
    mentions[2].value = Some(Box::new(date));
    let share = Measure::of_amount(ValueKind::Percent, 42.0, "");
    mentions[3].value = Some(Box::new(share));
    (doc, mentions)
}

/// Every kind of annotation that the application can make.
fn every_kind() -> Vec<Annotation> {
    let (doc, mentions) = article();
    let id = |n: u32| format!("urn:uuid:00000000-0000-4000-8000-{n:012}");
    let time = "2023-09-26T08:00:00Z";
    let part = SpecificTarget::new(article_source("a1"), describe(&doc, mentions[1].span).unwrap());
    let new = |n: u32| Annotation::new(id(n), time, part.clone());
    let mut made = vec![
        new(0),
        new(1).with_tags(&["who"]),
        new(2).with_note(Some("<script>alert(1)</script>")).with_tags(&["javascript:alert(1)"]),
        new(3).with_note(Some("n")).with_note(None).with_modified("2023-09-26T08:00:00.5+09:00"),
    ];
    made.extend(Colour::ALL.iter().zip(10..).map(|(colour, n)| new(n).with_colour(Some(*colour))));
    let labels = Label::ALL.into_iter().flat_map(|label| [true, false].map(|everywhere| (label, everywhere)));
    let corrections = labels.map(|(label, everywhere)| Correction::Label { label, everywhere }).chain([
        Correction::Reject { everywhere: true },
        Correction::Reject { everywhere: false },
        Correction::SameAs { name: "Yoon Suk Yeol".into(), here: false },
        Correction::SameAs { name: "Kim (2)".into(), here: true },
    ]);
    made.extend(corrections.zip(20..).map(|(correction, n)| new(n).with_correction(&correction)));
    let mut names = ColourNames::default();
    names.set(Colour::Red, "Doubtful");
    let ends = || [part.clone(), part.clone()];
    made.extend([
        Annotation::relation(id(100), time, ends(), Some("met")),
        Annotation::relation(id(101), time, ends(), None),
        Annotation::on_whole(id(102), time, article_source("a1")).with_note(Some("all")),
        new(103).with_note(Some("a")).merged_with(&new(104).with_note(Some("b")).with_tags(&["t"])),
        new(105).reattached(0, part.selectors.items.clone()).unwrap(),
        names.explain(new(106).with_colour(Some(Colour::Red))),
    ]);
    let entities = entity::group(&doc, &mentions, &[]);
    made.extend(w3c::entities("a1", &w3c::Machine { doc: &doc, mentions: &mentions, entities: &entities }));
    made
}

fn every_export() -> Vec<Value> {
    let (doc, mentions) = article();
    let entities = entity::group(&doc, &mentions, &[]);
    let annotations = every_kind();
    let carried = CarriedArticle {
        id: "a1".into(),
        title: "Talks".into(),
        text: doc.text.clone(),
        blocks: doc.blocks.clone(),
        date: Some("2023-09".into()),
        source: Some("https://gazette.example/a".into()),
        facts: Facts {
            byline: Some("Ana Lind".into()),
            publisher: Some("The Gazette".into()),
            language: Some("en".into()),
        },
    };
    let taught = Taught {
        name: "Talks".into(),
        verdict: Verdict::Label(Label::Event),
        learned: "2024-03-15T09:30:00.000Z".into(),
    };
    let machine = w3c::Machine { doc: &doc, mentions: &mentions, entities: &entities };
    let full = w3c::Export {
        article: "a1",
        title: "Talks",
        annotations: &annotations,
        machine: Some(machine),
        carried: Some(&carried),
        taught: &[taught],
    };
    let empty = w3c::Export { annotations: &[], machine: None, carried: None, taught: &[], ..full };
    [full, empty].iter().map(w3c::collection).collect()
}

#[test]
fn every_annotation_we_make_passes_every_must() {
    let Some(musts) = Musts::load("annotations/annotationMusts.test") else { return };
    assert_eq!(musts.0.len(), 54);
    let (made, mut failures) = (every_kind(), 0);
    for annotation in &made {
        let json = annotation.to_json();
        let broken = musts.broken_by(&json);
        if !broken.is_empty() || Annotation::from_json(json.clone()).as_ref() != Ok(annotation) {
            eprintln!("{broken:?} {json:#}");
            failures += 1;
        }
    }
    report("annotations of every kind that we make, by the 54 MUST schemas", made.len(), failures);
}

#[test]
fn every_collection_and_page_we_make_passes_every_must() {
    let Some(collections) = Musts::load("collections/collectionMusts.test") else { return };
    let pages = Musts::load("collections/pages/pageMusts.test").unwrap();
    let annotations = Musts::load("annotations/annotationMusts.test").unwrap();
    let (mut judged, mut failures) = (0, 0);
    for export in every_export() {
        let mut broken = [collections.broken_by(&export), pages.broken_by(&export)].concat();
        for item in export["first"]["items"].as_array().unwrap() {
            broken.extend(annotations.broken_by(item));
        }
        judged += 1;
        failures += usize::from(!broken.is_empty());
        broken.iter().for_each(|name| eprintln!("{name}"));
    }
    report("collections that we make, by the collection, page and annotation MUSTs", judged, failures);
}
