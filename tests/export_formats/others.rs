//! Files of other programs, from `../shared/conformance`; where that is absent these say so and pass.

use manicule::anchor::{Anchoring, resolve};
use manicule::export::{Edition, import, named, w3c};
use manicule::ingest;
use manicule::text::Span;
use serde_json::Value as Json;
use serde_json::json;
use std::path::Path;

use super::desk::read;

fn of_others(path: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance").join(path);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: ../shared/conformance is absent");
    }
    text
}

/// What stands at `begin..end` of the annotations in a CAS, counted as UIMA counts.
fn covered(cas: &Json) -> Vec<String> {
    let structures = &cas["%FEATURE_STRUCTURES"];
    let list: Vec<&Json> = match structures {
        Json::Object(map) => map.values().collect(),
        other => other.as_array().unwrap().iter().collect(),
    };
    let sofa = list.iter().find_map(|it| it["sofaString"].as_str()).unwrap_or_default();
    let units: Vec<u16> = sofa.encode_utf16().collect();
    let number = |value: &Json| usize::try_from(value.as_u64().unwrap()).unwrap();
    let own =
        |it: &&&Json| ["uima.tcas.Annotation", "manicule.Passage"].iter().any(|name| it["%TYPE"] == *name);
    let mut words: Vec<String> = list
        .iter()
        .filter(own)
        .map(|it| String::from_utf16(&units[number(&it["begin"])..number(&it["end"])]).unwrap())
        .collect();
    words.sort();
    words
}

#[test]
fn cas_of_uima_and_cassis_with_emoji_rtl_and_chinese_comes_out_at_the_same_places() {
    let uima = "uima-jsoncas/src/test/resources/CasSerializationDeserialization_JsonCas2_FsAs";
    let mut seen = 0;
    for root in [
        format!("{uima}Array_Test/ser-ref"),
        format!("{uima}Object_Test/ser-ref"),
        "dkpro-cassis/tests/test_files/json/fs_as_array/ser-ref".to_owned(),
    ] {
        for name in ["", "LeftToRight", "EmojiUnicode", "TraditionalChinese"] {
            let Some(text) = of_others(&format!("{root}/casWith{name}TextAndAnnotations/data.json")) else {
                continue;
            };
            let given: Json = serde_json::from_str(&text).unwrap();
            let imported = read(&[&text]);
            assert_eq!(imported.refused, []);
            let article = imported.article.unwrap();
            let doc = ingest::restore(article.text, article.blocks);
            let places: Vec<Option<Span>> = imported
                .annotations
                .iter()
                .map(|note| match resolve(&doc, &note.target().unwrap().selectors.items) {
                    Anchoring::Exact(span) => Some(span),
                    _ => None,
                })
                .collect();
            let export = w3c::Export {
                article: "a1",
                title: "t",
                annotations: &imported.annotations,
                machine: None,
                carried: None,
                taught: &[],
            };
            let edition = Edition { export, doc: &doc, places: &places, date: None, source: None };
            let again: Json = serde_json::from_str(&named("uima").unwrap().write(&edition)[0].text).unwrap();
            assert_eq!(covered(&again), covered(&given), "{root} {name}");
            seen += 1;
        }
    }
    assert!(seen == 0 || seen == 12, "{seen}");
}

#[test]
fn rows_of_hypothesis_are_read() {
    let Some(text) = of_others("hypothesis-client/wikipedia-regression-testing.json") else { return };
    let imported = read(&[&text]);
    let rows: Json = serde_json::from_str(&text).unwrap();
    let rows = rows["rows"].as_array().unwrap();
    assert_eq!(
        (imported.annotations.len(), imported.refused.len()),
        (rows.len(), 0),
        "{:?}",
        imported.refused
    );
    let footer = &imported.annotations[0];
    assert_eq!((footer.note(), footer.creator.clone()), (Some("Footer"), Some(json!("acct:mark@localhost"))));
    assert_eq!(footer.target().unwrap().quote().unwrap().exact, "11 November 2016");
    let minimal = of_others("hypothesis-client/minimal.json").unwrap();
    let (doc, _) = ingest::plain("One Two Three\n");
    let imported = read(&[&minimal]);
    let place = resolve(&doc, &imported.annotations[0].target().unwrap().selectors.items);
    assert_eq!(place, Anchoring::Exact(Span::new(4, 7)));
}

#[test]
fn every_file_of_others_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance");
    let mut folders = if folder.is_dir() { vec![folder] } else { Vec::new() };
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let _ = import::read_files(&[&std::fs::read(path).unwrap()]);
            }
        }
    }
}
