//! Import of files that anybody may have written, in every format that is read; and what was read, exported in
//! every format that is written.

use std::hash::{DefaultHasher, Hash, Hasher};

use manicule::anchor::{Anchoring, resolve};
use manicule::annotation::Annotation;
use manicule::export::{Edition, FORMATS, import, w3c};
use manicule::ingest;
use manicule::text::Span;
use serde_json::json;

use crate::Target;

pub const TARGET: Target = Target {
    name: "import",
    holds: "what is read lies in its text, is written and read again as it is; the rest is refused",
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
    "rows",
    "uri",
    "text",
    "tags",
    "references",
    "label",
    "entities",
    "start_offset",
    "%FEATURE_STRUCTURES",
    "%TYPE",
    "@sofa",
    "sofaString",
    "begin",
    "#FORMAT=WebAnno TSV 3.3\n",
    "#T_SP=a.B|value\n",
    "#T_RL=a.C|x|BT_a.B\n",
    "#Text=",
    "1-1\t0-3\t",
    "*[1]|*[2]",
    "\nT2\tGPE 0 3\t",
    "\n#1\tAnnotatorNotes T1\t",
    ";",
    "Highlight,Note,Tags\n",
    "PERSON",
    "NOTE",
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
    let rows = json!({ "total": 1, "rows": [{
        "id": "LOCX", "user": "acct:a@b", "uri": "http://example.org/", "text": "why?", "tags": ["t"],
        "created": "2016-12-16T11:24:14.673557+00:00", "references": ["P"],
        "target": [{ "source": "http://example.org/", "selector": [
            { "type": "TextPositionSelector", "start": 3, "end": 7 },
            { "type": "TextQuoteSelector", "exact": "Lund", "prefix": "in ", "suffix": " 😀" }
        ] }]
    }] });
    let cas = json!({ "%FEATURE_STRUCTURES": [
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "😀 in Lund" },
        { "%ID": 2, "%TYPE": "x.NamedEntity", "@sofa": 1, "begin": 6, "end": 10, "value": "GPE", "@next": 2 }
    ] });
    let doccano = json!({ "text": "😀 in Lund", "label": [[5, 9, "GPE"]] });
    let documents = json!({ "text": "a\r\nb\u{ad}c", "entities": [{ "label": "x", "start_offset": 0, "end_offset": 4 }] });
    let webanno = "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|identifier|value\n#T_RL=a.C|x|BT_a.B\n\n#Text=😀 in Lund\\_x\n\
                   1-1\t0-2\t😀\t*[1]|*\tGPE[1]|who\t_\t_\t\n1-2\t3-5\tin\t*[1]\tGPE[1]\t_\t_\t\n\n#Text=B\n2-1\t13-14\tB\t_\tx\t_\t_\t\n";
    let brat = "T1\tGPE 5 9\tLund\n#1\tAnnotatorNotes T1\twhy?\nT2\tx 0 1;2 4\t😀 in\nR1\tr Arg1:T1 Arg2:T2\n\x00😀 in Lund";
    let readwise = "Highlight,Note,Tags,Color,Highlighted at\n\"a \"\"b\"\"\nc\",n,\"t, u\",yellow,2020-10-05 10:15:30+00:00\n";
    let json = [json!([annotation]), annotation, collection, page, rows, cas, doccano.clone()];
    let lines = format!("{doccano}\n{documents}\n");
    let texts =
        json.iter().map(ToString::to_string).chain([webanno, brat, readwise, &lines].map(str::to_owned));
    texts.map(String::into_bytes).collect()
}

/// The file, or the two files that a zero byte parts.
fn run(input: &[u8]) -> u64 {
    let files: Vec<&[u8]> = input.splitn(2, |byte| *byte == 0).collect();
    let mut outcome = DefaultHasher::new();
    match import::read_files(&files) {
        Err(error) => words(&error.to_string(), &mut outcome),
        Ok(imported) => {
            imported.format.hash(&mut outcome);
            for note in &imported.annotations {
                let again = Annotation::from_json(note.to_json());
                assert_eq!(again.as_ref(), Ok(note), "An annotation changed on its way out and in.");
                (note.bodies.items.len().min(3), note.targets.items.len().min(3), note.extra.len().min(3))
                    .hash(&mut outcome);
            }
            for refused in imported.refused.iter().take(2) {
                words(&refused.reason.to_string(), &mut outcome);
            }
            (imported.article.is_some(), imported.taught.len().min(2), imported.mended.len().min(2))
                .hash(&mut outcome);
            // Writing costs a hundred times what reading does: a few of the inputs will do.
            if outcome.finish().is_multiple_of(32) {
                written(&imported);
            }
        }
    }
    outcome.finish()
}

/// A message without its numbers and what it quotes from far inside the file.
fn words(message: &str, outcome: &mut DefaultHasher) {
    message.chars().filter(|c| !c.is_ascii_digit()).take(60).for_each(|c| c.hash(outcome));
}

/// Passages of a foreign text lie where they say in it; and every format is written of what was read.
fn written(imported: &import::Imported) {
    let Some(article) = &imported.article else { return };
    let doc = ingest::restore(article.text.clone(), article.blocks.clone());
    let place = |note: &Annotation| match resolve(
        &doc,
        note.target().map_or(&[], |target| &target.selectors.items),
    ) {
        Anchoring::Exact(span) => Some(span),
        _ => None,
    };
    let places: Vec<Option<Span>> = imported.annotations.iter().map(place).collect();
    assert!(!imported.foreign || places.iter().all(Option::is_some), "A passage is not where it says.");
    let export = w3c::Export {
        article: "a1",
        title: &article.title,
        annotations: &imported.annotations,
        machine: None,
        carried: Some(article),
        taught: &imported.taught,
    };
    let edition = Edition { export, doc: &doc, places: &places, date: None, source: None };
    for format in
        FORMATS.iter().filter(|format| format.facts().name != "conll2003" && format.facts().name != "conllup")
    {
        format.write(&edition);
    }
}
