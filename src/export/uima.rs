//! UIMA CAS JSON 0.4 (<https://github.com/apache/uima-uimaj-io-jsoncas>), for INCEpTION, dkpro-cassis and UIMA. It
//! declares its own types, so nothing need be set up. Offsets: UTF-16.
//!
//! Written: sentences and tokens (DKPro), entities as DKPro's `NamedEntity` with `value` and `identifier` (the
//! canonical name), the reader's passages as `manicule.Passage` with `note`, `tags`, `colour`. Lost: times, ids,
//! values of numbers and dates, passages without a place.
//!
//! Read: annotations of the first text; sentences, tokens and what hangs on single tokens are passed over, and
//! references between feature structures are not followed.

use serde_json::{Map, Value, json};

use super::foreign::{Foreign, Said};
use super::import::{ImportError, Imported, RefusedReason};
use super::passage::Passage;
use super::{Edition, Facts, Format, Incoming, Written};
use crate::annotation::Colour;
use crate::text::{Span, Unit};

/// UIMA CAS JSON.
pub struct Cas;

const STRUCTURES: &str = "%FEATURE_STRUCTURES";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const PASSAGE: &str = "manicule.Passage";

impl Format for Cas {
    fn facts(&self) -> Facts {
        Facts {
            name: "uima",
            title: "UIMA CAS JSON",
            purpose: "INCEpTION and UIMA: text, tokens, entities and notes",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let doc = edition.doc;
        let mut structures = vec![json!({
            "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text",
            "sofaString": &*doc.text,
        })];
        let mut add = |kind: &str, span: Span, features: &[(&str, &str)]| {
            let Ok((begin, end)) = doc.offsets.from_span(&doc.text, span, Unit::Utf16) else { return };
            let mut object = Map::new();
            object.insert("%ID".into(), (structures.len() + 1).into());
            object.insert("%TYPE".into(), kind.into());
            object.insert("@sofa".into(), 1.into());
            object.insert("begin".into(), begin.into());
            object.insert("end".into(), end.into());
            let given = features.iter().filter(|(_, value)| !value.is_empty());
            object.extend(given.map(|(name, value)| ((*name).to_owned(), Value::from(*value))));
            structures.push(Value::Object(object));
        };
        let all = Span::from_range(0..doc.text.len());
        add("uima.tcas.DocumentAnnotation", all, &[("language", "x-unspecified")]);
        doc.sentences.iter().for_each(|sentence| add(SENTENCE, sentence.span, &[]));
        doc.tokens.iter().for_each(|token| add(TOKEN, token.span(), &[]));
        for passage in Passage::list(edition) {
            let Some(span) = passage.span else { continue };
            if let Some(label) = passage.label {
                add(ENTITY, span, &[("value", label), ("identifier", passage.name.unwrap_or_default())]);
            }
            let says_more = passage.label.is_none() || passage.note.is_some() || !passage.tags.is_empty();
            if passage.annotation.is_some() && says_more {
                let colour = passage.colour.map_or("", Colour::style_class);
                let tags = passage.tags.join("\n");
                let note = passage.note.unwrap_or_default();
                add(PASSAGE, span, &[("note", note), ("tags", &tags), ("colour", colour)]);
            }
        }
        let members: Vec<Value> = (2..=structures.len()).map(Value::from).collect();
        let cas = json!({
            "%TYPES": {
                ENTITY: declared(ENTITY, &["value", "identifier"]),
                SENTENCE: declared(SENTENCE, &[]),
                TOKEN: declared(TOKEN, &[]),
                PASSAGE: declared(PASSAGE, &["note", "tags", "colour"]),
            },
            STRUCTURES: structures,
            "%VIEWS": { "_InitialView": { "%SOFA": 1, "%MEMBERS": members } },
        });
        vec![Written { extension: "cas.json", media_type: "application/json", text: format!("{cas:#}\n") }]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        file.json.is_some_and(|json| json.get(STRUCTURES).is_some())
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let structures: Vec<(Option<u64>, &Map<String, Value>)> =
            match file.json.and_then(|json| json.get(STRUCTURES)) {
                Some(Value::Array(list)) => list
                    .iter()
                    .filter_map(Value::as_object)
                    .map(|it| (it.get("%ID").and_then(Value::as_u64), it))
                    .collect(),
                Some(Value::Object(map)) => {
                    map.iter().filter_map(|(id, it)| Some((id.parse().ok(), it.as_object()?))).collect()
                }
                _ => return Err(ImportError::Field { field: STRUCTURES }),
            };
        let text = |object: &Map<String, Value>, name: &str| {
            object.get(name).and_then(Value::as_str).map(str::to_owned)
        };
        let sofa = structures.iter().find_map(|(id, it)| Some((*id, text(it, "sofaString")?)));
        let (sofa, sofa_text) = sofa.ok_or(ImportError::Field { field: "sofaString" })?;
        let foreign = Foreign::new(sofa_text)?;
        let mut imported = Imported::default();
        for (_, object) in structures {
            let kind = text(object, "%TYPE").unwrap_or_default();
            let number = |name: &str| object.get(name).and_then(Value::as_u64);
            let own =
                ["lexmorph", "segmentation", "syntax", "metadata"].iter().any(|part| kind.contains(part));
            let Some((begin, end)) = number("begin").zip(number("end")) else { continue };
            if own || kind == "uima.tcas.DocumentAnnotation" {
                continue;
            }
            if number("@sofa") != sofa {
                imported.refuse(RefusedReason::Passage { start: begin, end });
                continue;
            }
            let features = ["value", "label", "Label"].iter().find_map(|name| text(object, name));
            let short = || match kind.as_str() {
                PASSAGE | "uima.tcas.Annotation" => String::new(),
                other => other.rsplit('.').next().unwrap_or_default().to_owned(),
            };
            let said = Said {
                kind: features.unwrap_or_else(short),
                note: ["note", "comment", "Comment"].iter().find_map(|name| text(object, name)),
                tags: text(object, "tags")
                    .map(|tags| tags.lines().map(str::to_owned).collect())
                    .unwrap_or_default(),
                created: None,
            };
            match foreign.place(begin, end, Unit::Utf16, None) {
                Ok(span) => {
                    let colour = text(object, "colour").and_then(|class| Colour::from_style_class(&class));
                    let made = foreign.annotation(span, &said);
                    imported.annotations.extend(made.map(|made| made.with_colour(colour)));
                }
                Err(reason) => imported.refuse(reason),
            }
        }
        imported.article = Some(foreign.article(None));
        Ok(imported)
    }
}

fn declared(name: &str, features: &[&str]) -> Value {
    let mut object = Map::new();
    object.insert("%NAME".into(), name.into());
    object.insert("%SUPER_TYPE".into(), "uima.tcas.Annotation".into());
    for feature in features {
        object.insert((*feature).into(), json!({ "%NAME": feature, "%RANGE": "uima.cas.String" }));
    }
    Value::Object(object)
}
