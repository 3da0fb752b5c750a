//! What is written, and comes back where the format is read.

use manicule::anchor::{Anchoring, resolve};
use manicule::annotation::Colour;
use manicule::export::FORMATS;
use serde_json::Value as Json;
use serde_json::json;

use super::desk::{Desk, read, said, span};

#[test]
fn every_format_is_written_with_and_without_entities_the_same_every_time() {
    let desk = Desk::new();
    for format in FORMATS.iter().filter(|format| format.writes()) {
        let name = format.facts().name;
        for machine in [true, false] {
            let written = desk.written(name, machine);
            assert_eq!(written, desk.written(name, machine), "{name}");
            let all: String = written.iter().map(|file| file.text.as_str()).collect();
            assert!(all.contains("crew"), "{name}: {all}");
        }
        assert_ne!(desk.written(name, true), desk.written(name, false), "{name} has no entities");
    }
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.facts().name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMATS.len());
}

#[test]
fn tables() {
    let desk = Desk::new();
    insta::assert_snapshot!("csv", desk.text("csv"));
    insta::assert_snapshot!("tsv", desk.text("tsv"));
}

#[test]
fn markdown_and_html_take_nothing_for_markup() {
    let desk = Desk::new();
    let html = desk.text("html");
    for alive in ["<script", "<b>"] {
        assert!(!html.contains(alive), "{alive}: {html}");
    }
    insta::assert_snapshot!("markdown", desk.text("markdown"));
    insta::assert_snapshot!("html", html);
}

#[test]
fn columns() {
    let desk = Desk::new();
    insta::assert_snapshot!("conll2003", desk.text("conll2003"));
    insta::assert_snapshot!("conllup", desk.text("conllup"));
    insta::assert_snapshot!("webanno", desk.text("webanno"));
}

#[test]
fn brat_counts_code_points_and_comes_back() {
    let desk = Desk::new();
    let files = desk.written("brat", true);
    insta::assert_snapshot!("brat", files[0].text);
    assert_eq!(files[1].text, &*desk.doc.text);
    let words = [
        "😀 talks|",
        "Ana Lind|PERSON",
        "met the crew|to_check (*Who?* <script>alert(1)</script>)",
        "“=1+1, [x]|_y*”|formula",
        "3 June.\nThe fare|",
        "3 June|DATE",
        "42 %|PERCENT",
        "隆德|GPE",
    ];
    let mut words: Vec<String> = words.map(str::to_owned).to_vec();
    words.swap(4, 5);
    for order in [[0, 1], [1, 0]] {
        let imported = read(&order.map(|at| files[at].text.as_str()));
        assert_eq!((imported.format, imported.refused.len()), ("brat standoff", 0));
        assert_eq!(said(&imported), words);
    }
    let alone = read(&[&files[0].text]);
    assert_eq!((alone.annotations.len(), alone.article), (8, None));
}

#[test]
fn doccano_and_uima_come_back() {
    let desk = Desk::new();
    let doccano = read(&[&desk.text("doccano")]);
    assert_eq!(doccano.format, "doccano JSONL");
    assert_eq!(said(&doccano).len(), 8);
    assert!(said(&doccano).contains(&"隆德|GPE".to_owned()));
    let cas: Json = serde_json::from_str(&desk.text("uima")).unwrap();
    // UTF-16: the emoji before it counts twice.
    let crew =
        cas["%FEATURE_STRUCTURES"].as_array().unwrap().iter().find(|it| it["note"].is_string()).unwrap();
    let start = desk.doc.text[..desk.doc.text.find("met").unwrap()].encode_utf16().count();
    assert_eq!(crew["begin"], json!(start));
    let uima = read(&[&cas.to_string()]);
    assert_eq!((uima.format, uima.refused.len()), ("UIMA CAS JSON", 0));
    let said = said(&uima);
    assert!(
        said.contains(&"met the crew|to check,crew (*Who?*\n<script>alert(1)</script>)".to_owned()),
        "{said:?}"
    );
    assert!(
        said.contains(&"Ana Lind|PERSON".to_owned()) && said.contains(&"隆德|GPE".to_owned()),
        "{said:?}"
    );
    let green = uima.annotations.iter().filter(|note| note.colour() == Some(Colour::Green)).count();
    assert_eq!(green, 1);
}

#[test]
fn webanno_comes_back_in_whole_tokens() {
    let desk = Desk::new();
    let imported = read(&[&desk.text("webanno")]);
    assert_eq!((imported.format, imported.refused.len()), ("WebAnno TSV 3.3", 0));
    let said = said(&imported);
    for words in ["😀 talks|", "Ana Lind|PERSON", "met the crew|to_check", "42 %|PERCENT", "隆德|GPE"] {
        assert!(said.contains(&words.to_owned()), "{words}: {said:?}");
    }
    assert_eq!(said.len(), 8);
    // A lone line break between sentences is not told from a space.
    assert_eq!(*imported.article.unwrap().text, desk.doc.text.replace(".\nThe", ". The"));
}

#[test]
fn hypothesis_comes_back_under_the_same_ids() {
    let desk = Desk::new();
    let text = desk.text("hypothesis");
    let rows: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(rows["total"], json!(rows["rows"].as_array().unwrap().len()));
    let imported = read(&[&text]);
    assert_eq!((imported.format, imported.refused.len()), ("Hypothesis JSON", 0));
    let crew = imported.annotations.iter().find(|note| note.id == desk.notes[1].id).unwrap();
    assert_eq!((crew.note(), crew.tags()), (desk.notes[1].note(), desk.notes[1].tags()));
    assert_eq!(crew.created, desk.notes[1].created);
    let place = resolve(&desk.doc, &crew.target().unwrap().selectors.items);
    assert_eq!(place, Anchoring::Exact(span(&desk.doc, "met the crew")));
}

/// Texts that spaCy puts together from tokens and the spaces after them.
#[test]
fn spacys_tokens_are_the_text() {
    let desk = Desk::new();
    let value: Json = serde_json::from_str(&desk.text("spacy")).unwrap();
    let characters: Vec<char> = value["text"].as_str().unwrap().chars().collect();
    let number = |value: &Json| usize::try_from(value.as_u64().unwrap()).unwrap();
    let tokens = value["tokens"].as_array().unwrap();
    let mut text = String::new();
    for (token, next) in tokens.iter().zip(tokens.iter().skip(1).map(Some).chain([None])) {
        text.extend(&characters[number(&token["start"])..number(&token["end"])]);
        text.push_str(if next.is_some_and(|next| number(&next["start"]) > number(&token["end"])) {
            " "
        } else {
            ""
        });
    }
    assert_eq!(text, &*desk.doc.text);
    let mut last = 0;
    for ent in value["ents"].as_array().unwrap() {
        assert!(number(&ent["start"]) >= last, "entities overlap");
        last = number(&ent["end"]);
        assert!(tokens.iter().any(|token| token["start"] == ent["start"]));
        assert!(tokens.iter().any(|token| token["end"] == ent["end"]));
    }
    assert_eq!(value["ents"].as_array().unwrap().len(), 4);
    assert_eq!(value["spans"]["manicule"].as_array().unwrap().len(), 5);
}
