//! Import of files that anybody may have written.

use std::hash::{DefaultHasher, Hash, Hasher};

use manicule::export::import;
use serde_json::json;

use crate::Target;

pub const TARGET: Target = Target {
    name: "import",
    holds: "what is read is written and read again as it is; the rest is refused",
    seeds,
    words: WORDS,
    longest: 1_500,
    run,
};

const WORDS: &[&str] = &[
    "@context",
    "http://www.w3.org/ns/anno.jsonld",
    "id",
    "type",
    "Annotation",
    "AnnotationCollection",
    "AnnotationPage",
    "body",
    "bodyValue",
    "target",
    "source",
    "selector",
    "TextualBody",
    "SpecificResource",
    "TextQuoteSelector",
    "TextPositionSelector",
    "RangeSelector",
    "refinedBy",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "value",
    "purpose",
    "motivation",
    "commenting",
    "tagging",
    "items",
    "first",
    "next",
    "created",
    "modified",
    "creator",
    "manicule:article",
    "manicule:text",
    "manicule:blocks",
    "manicule:kind",
    "manicule:lexicon",
    "null",
    "true",
    "{}",
    "[]",
    "urn:uuid:5f0c9a34-6c1b-4d7c-9d2e-0a4c5b6d7e8f",
    "2024-03-15T09:30:00.000Z",
];

fn seeds() -> Vec<Vec<u8>> {
    let annotation = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:5f0c9a34-6c1b-4d7c-9d2e-0a4c5b6d7e8f", "type": "Annotation", "motivation": "commenting",
        "created": "2024-03-15T09:30:00Z",
        "body": [{ "type": "TextualBody", "value": "why?", "purpose": "commenting", "format": "text/markdown" }],
        "target": { "source": "urn:manicule:article:a1", "styleClass": "manicule-yellow", "selector": [
            { "type": "TextQuoteSelector", "exact": "Lund 😀", "prefix": "in ", "suffix": "." },
            { "type": "TextPositionSelector", "start": 3, "end": 9 }
        ]}
    });
    let article = json!({
        "id": "urn:manicule:article:a1", "type": "manicule:Article", "manicule:title": "t",
        "manicule:text": "in Lund 😀.\n\nNext", "manicule:date": "2024-03",
        "manicule:blocks": [{ "manicule:kind": "paragraph", "manicule:start": 0, "manicule:end": 10 }]
    });
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:c", "type": "AnnotationCollection", "label": "t",
        "total": 1, "first": { "id": "urn:x:p", "type": "AnnotationPage", "items": [annotation] },
        "manicule:article": article,
        "manicule:lexicon": [{ "manicule:name": "Lund", "manicule:label": "GPE", "manicule:learned": "2024-03-15T09:30:00Z" }]
    });
    let page = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:p", "type": "AnnotationPage", "items": ["urn:x:1"] });
    [json!([annotation]), annotation, collection, page]
        .iter()
        .map(|seed| seed.to_string().into_bytes())
        .collect()
}

fn run(input: &[u8]) -> u64 {
    let mut outcome = DefaultHasher::new();
    // The page decodes a file before it asks the core; what is not UTF-8 comes with replacements.
    match import::read(&String::from_utf8_lossy(input)) {
        Err(error) => std::mem::discriminant(&error).hash(&mut outcome),
        Ok(imported) => {
            for note in &imported.annotations {
                let again = manicule::annotation::Annotation::from_json(note.to_json());
                assert_eq!(again.as_ref(), Ok(note), "An annotation changed on its way out and in.");
                (note.bodies.items.len().min(3), note.targets.items.len().min(3), note.extra.len().min(3))
                    .hash(&mut outcome);
            }
            for refused in &imported.refused {
                refused
                    .reason
                    .to_string()
                    .chars()
                    .filter(|c| !c.is_ascii_digit())
                    .take(60)
                    .for_each(|c| c.hash(&mut outcome));
            }
            (imported.article.is_some(), imported.taught.len(), imported.mended.len()).hash(&mut outcome);
        }
    }
    outcome.finish()
}
