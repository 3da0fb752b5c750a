//! Every format that is written, and back where it is read: what goes through, in which unit, and what
//! happens to files that are not as they should be.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use std::path::Path;

use manicule::anchor::{Anchoring, describe, resolve};
use manicule::annotation::{Annotation, Colour, Correction, SpecificTarget, article_source};
use manicule::document::Document;
use manicule::entity;
use manicule::export::import::{self, Imported};
use manicule::export::{Edition, FORMATS, named, w3c};
use manicule::ingest;
use manicule::tag::{Label, Mention, Source, Value, ValueKind};
use manicule::text::Span;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const STORY: &str = "Ferry 😀 talks\n\nMayor Ana Lind met the crew, “=1+1, [x]|_y*”, on 3 June.\nThe fare fell by 42 %.\n\nאנה לינד in 隆德 said <b>so</b>.";

fn span(doc: &Document, words: &str) -> Span {
    let at = doc.text.find(words).unwrap();
    Span::from_range(at..at + words.len())
}

fn note(doc: &Document, words: &str, number: u32) -> Annotation {
    let target = SpecificTarget::new(article_source("a1"), describe(doc, span(doc, words)).unwrap());
    Annotation::new(
        format!("urn:uuid:00000000-0000-4000-8000-{number:012}"),
        "2024-03-15T09:30:00.000Z",
        target,
    )
}

struct Desk {
    doc: Document,
    notes: Vec<Annotation>,
    places: Vec<Option<Span>>,
    mentions: Vec<Mention>,
}

impl Desk {
    fn new() -> Self {
        let (doc, _) = ingest::plain(STORY);
        let lost = SpecificTarget::new(article_source("a1"), Vec::new());
        let notes = vec![
            note(&doc, "😀 talks", 1).with_colour(Some(Colour::Green)),
            note(&doc, "met the crew", 2)
                .with_note(Some("*Who?*\n<script>alert(1)</script>"))
                .with_tags(&["to check", "crew"]),
            note(&doc, "“=1+1, [x]|_y*”", 3).with_tags(&["formula"]),
            note(&doc, "3 June.\nThe fare", 4),
            note(&doc, "隆德", 5)
                .with_correction(&Correction::Label { label: Label::Gpe, everywhere: false }),
            note(&doc, "so", 6).with_correction(&Correction::Reject { everywhere: false }),
            Annotation::new(
                "urn:uuid:00000000-0000-4000-8000-000000000007",
                "2024-03-15T09:30:00.000Z",
                lost,
            )
            .with_note(Some("lost")),
        ];
        let places: Vec<Option<Span>> = notes
            .iter()
            .map(|note| match resolve(&doc, &note.target().unwrap().selectors.items) {
                Anchoring::Exact(span) => Some(span),
                _ => None,
            })
            .collect();
        let mut mentions = vec![
            Mention::new(span(&doc, "Ana Lind"), Label::Person, Source::Model),
            Mention::new(span(&doc, "3 June"), Label::Date, Source::Rule),
            Mention::new(span(&doc, "42 %"), Label::Percent, Source::Rule),
            Mention::new(span(&doc, "隆德"), Label::Gpe, Source::Reader),
        ];
        mentions[1].value = Some(Value::of_text(ValueKind::Date, "XXXX-06-03"));
        mentions[2].value = Some(Value::of_amount(ValueKind::Percent, 42.0, ""));
        Self { doc, notes, places, mentions }
    }

    fn written(&self, format: &str, machine: bool) -> Vec<manicule::export::Written> {
        let entities = entity::group(&self.doc, &self.mentions, &[]);
        let machine_found = w3c::Machine { doc: &self.doc, mentions: &self.mentions, entities: &entities };
        named(format).unwrap().write(&Edition {
            export: w3c::Export {
                article: "a1",
                title: "Ferry *talks*",
                annotations: &self.notes,
                machine: machine.then_some(machine_found),
                carried: None,
                taught: &[],
            },
            doc: &self.doc,
            places: &self.places,
            date: Some("2024-06-04"),
            source: Some("https://example.org/ferry?a=1&b=2"),
        })
    }

    fn text(&self, format: &str) -> String {
        self.written(format, true).remove(0).text
    }
}

/// What was read, as words and kinds, in the text that the file carried.
fn said(imported: &Imported) -> Vec<String> {
    let article = imported.article.as_ref().unwrap();
    let doc = ingest::restore(article.text.clone(), article.blocks.clone());
    let mut said: Vec<(Span, String)> = imported
        .annotations
        .iter()
        .map(|note| {
            let Anchoring::Exact(span) = resolve(&doc, &note.target().unwrap().selectors.items) else {
                panic!("{note:?} is not where it says")
            };
            let kind = match note.correction() {
                Some(Correction::Label { label, .. }) => label.name().to_owned(),
                _ => note.tags().join(","),
            };
            let note = note.note().map(|note| format!(" ({note})")).unwrap_or_default();
            (span, format!("{}|{kind}{note}", doc.slice(span)))
        })
        .collect();
    said.sort();
    said.into_iter().map(|(_, said)| said).collect()
}

fn read(files: &[&str]) -> Imported {
    let bytes: Vec<&[u8]> = files.iter().map(|file| file.as_bytes()).collect();
    import::read_files(&bytes).unwrap_or_else(|error| panic!("{error}\n{}", files[0]))
}

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

#[test]
fn doccano_of_several_documents_becomes_one_article() {
    let file = "{\"id\": 1, \"text\": \"😀 Lund\", \"label\": [[2, 6, \"GPE\"]]}\n\n\
                {\"text\": \"Ana\", \"entities\": [{\"id\": 4, \"label\": \"boss\", \"start_offset\": 0, \"end_offset\": 3}], \"relations\": []}\n\
                {\"text\": \"x\", \"labels\": [[0, 9, \"GPE\"], [0, 1], 7]}\n";
    let imported = read(&[file]);
    assert_eq!(said(&imported), ["Lund|GPE", "Ana|boss"]);
    let reasons: Vec<String> = imported.refused.iter().map(|refused| refused.reason.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "Line 3 is not readable: its “label” is missing or wrong.",
            "Line 3 is not readable: its “label” is missing or wrong.",
            "The passage from 13 to 22 is not in the file’s text, or the text there is not what is quoted.",
        ]
    );
    assert_eq!(&*imported.article.unwrap().text, "😀 Lund\n\nAna\n\nx");
}

#[test]
fn brat_in_either_unit_says_what_it_leaves_out() {
    let text = "😀 Ana saw Lund.";
    let ann = "T1\tPerson 2 5\tAna\nT2\tGPE 11 15\tLund\nR1\tsaw Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T2\twhere?\nT3\tGPE x y\tz\nT4\tGPE 1 2\tAna\n\nA1\tSure T1\n";
    let imported = read(&[ann, text]);
    assert_eq!(said(&imported), ["Ana|Person", "Lund|GPE (where?)"]);
    let reasons: Vec<String> = imported.refused.iter().map(|refused| refused.reason.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "Line 3 is left out: relations, events and attributes are not read.",
            "Line 5 is not readable: its “offsets” is missing or wrong.",
            "Line 8 is left out: relations, events and attributes are not read.",
            "The passage from 1 to 2 is not in the file’s text, or the text there is not what is quoted.",
        ]
    );
}

#[test]
fn webanno_of_others_is_read_by_layers() {
    let file = "#FORMAT=WebAnno TSV 3.2\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n\
                #T_SP=webanno.custom.Claim|strength|value\n#T_SP=webanno.custom.Mark\n#T_RL=webanno.custom.Link|kind|BT_webanno.custom.Claim\n\n\n\
                #Text=Ana 😀 saw Lund\\_x .\n\
                1-1\t0-3\tAna\tNNP\tweak[1]|*\tfirst[1]|alone\t_\t_\t_\t\n\
                1-2\t4-6\t😀\tSYM\tweak[1]\tfirst[1]\t_\t_\t_\t\n\
                1-3\t7-10\tsaw\tVBD\t_\t_\t*\t_\t_\t\n\
                1-4\t11-17\tLund\\_x\tNNP\t_\t_\t_\t_\t_\t\n\n\
                #Text=End.\n2-1\t21-25\tEnd.\tNN\t*[9]\t*[9]\t_\t_\t_\t\n";
    let imported = read(&[file]);
    assert_eq!(said(&imported), ["Ana|alone", "Ana 😀|first", "saw|Mark", "End.|Claim"]);
    assert_eq!(imported.refused[0].reason.to_string(), "Line 5 is left out: relations are not read.");
    assert_eq!(&*imported.article.unwrap().text, "Ana 😀 saw Lund_x .\n\nEnd.");
}

#[test]
fn readwise_is_read_by_its_columns() {
    let file = "\u{feff}Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\r\n\
                \"She said \"\"hello\"\", and\nleft.\",Ferry,Ana,,why?,yellow,\"one, two\",page,12,2020-10-05 10:15:30+00:00,\r\n\
                Plain,Ferry,Ana,,,,,,,2020-10-05 10:15230+00:00,\r\n,Ferry,,,,,,,,,\r\n";
    let imported = read(&[file]);
    let [first, second] = imported.annotations.as_slice() else { panic!("{imported:?}") };
    assert_eq!(first.target().unwrap().quote().unwrap().exact, "She said \"hello\", and\nleft.");
    assert_eq!(
        (first.note(), first.tags(), first.colour()),
        (Some("why?"), vec!["one", "two"], Some(Colour::Yellow))
    );
    assert_eq!(first.created.as_deref(), Some("2020-10-05T10:15:30.000Z"));
    assert_eq!((second.note(), second.created.as_deref()), (None, None));
    assert_eq!(
        imported.refused[0].reason.to_string(),
        "Line 5 is not readable: its “Highlight” is missing or wrong."
    );
    assert_eq!(import::read_files(&[file.as_bytes()]).unwrap(), imported, "Ids are the same every time.");
}

fn check_error(files: &[&[u8]], message: &str) {
    assert_eq!(import::read_files(files).unwrap_err().to_string(), message);
}

#[test]
fn files_that_cannot_be_read_say_why() {
    check_error(
        &[b"{\"text\": \"x\", \"label\": []}\n{\"text\": \"y\"]}\n"],
        "The file is not JSON: line 2, column 13: expected `,` or `}`.",
    );
    check_error(&[b"[1, 2\n, 3\n,]"], "The file is not JSON: line 3, column 2: trailing comma.");
    check_error(
        &[b"one\ntwo \xff\n"],
        "The file is not UTF-8: line 2 has bytes that are no text. Save it as UTF-8 and try again.",
    );
    check_error(
        &[b"\xff\xfea\x00\n\x00\x00\xd8b\x00"],
        "The file is not UTF-8: line 1 has bytes that are no text. Save it as UTF-8 and try again.",
    );
    check_error(&[b"{}", b"{}"], "2 files cannot be imported together: only the two files of brat can.");
    check_error(&[], "0 files cannot be imported together: only the two files of brat can.");
    let unknown = "The file is of no format that can be read: those are Web Annotations, Hypothesis, doccano, brat, WebAnno TSV, UIMA CAS JSON and Readwise.";
    for text in ["", "just words", "a,b\n1,2\n", "\u{0}\u{1}", "%PDF-1.7"] {
        check_error(&[text.as_bytes()], unknown);
    }
    check_error(
        &[br#"{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaURI": "x"}]}"#],
        "The file is not readable: its “sofaString” is missing or wrong.",
    );
    check_error(
        &[b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\tx-1\ta\n"],
        "Line 4 is not readable: its “offsets” is missing or wrong.",
    );
    check_error(
        &[b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\t4000000000-4000000001\ta\n"],
        "Line 4 is not readable: its “offsets” is missing or wrong.",
    );
    let huge = vec![b' '; import::MOST_BYTES + 1];
    check_error(&[&huge], "The file is 134217729 bytes long; at most 134217728 can be read.");
}

#[test]
fn utf_16_files_are_read() {
    let file = "[{\"type\": \"Annotation\", \"id\": \"urn:x:1\", \"target\": \"urn:x:😀\"}]";
    for big in [false, true] {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let bytes: Vec<u8> = "\u{feff}".encode_utf16().chain(file.encode_utf16()).flat_map(unit).collect();
        assert_eq!(import::read_files(&[&bytes]).unwrap().annotations.len(), 1);
    }
}

#[test]
fn references_in_circles_are_not_followed() {
    let cas = json!({ "%FEATURE_STRUCTURES": [
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "Ana in Lund" },
        { "%ID": 2, "%TYPE": "x.A", "@sofa": 1, "begin": 0, "end": 3, "@next": 3, "value": "first" },
        { "%ID": 3, "%TYPE": "x.A", "@sofa": 1, "begin": 7, "end": 11, "@next": 2 },
        { "%ID": 4, "%TYPE": "x.A", "@sofa": 9, "begin": 0, "end": 3 },
    ]});
    let imported = read(&[&cas.to_string()]);
    assert_eq!(said(&imported), ["Ana|first", "Lund|A"]);
    assert_eq!(imported.refused.len(), 1);
    let page = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "id": "urn:x:p", "items": [], "next": "urn:x:p" });
    assert_eq!(read(&[&page.to_string()]).refused.len(), 1);
    let rows = json!({ "rows": [{ "id": "a", "uri": "urn:x:1", "target": [], "references": ["a"] }] });
    assert_eq!(read(&[&rows.to_string()]).annotations.len(), 1);
}

// Files of other programs, from `../shared/conformance`; where that is absent these say so and pass.

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
