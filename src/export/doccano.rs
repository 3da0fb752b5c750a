//! doccano's JSONL for sequence labelling: a document a line, with `label` as `[start, end, type]`. Offsets: code
//! points.
//!
//! Written: one line; notes as `Comments`, apart from their passages. Lost: colours, times, further tags, names
//! and values, passages without a place.
//!
//! Read: `label` or `labels` (triples) and `entities` (objects with `start_offset`, `end_offset`). Several documents
//! become one article, each a paragraph of its own; relations and labels of whole documents are left out.

use serde_json::{Value, json};

use super::foreign::{Foreign, Said};
use super::import::{ImportError, Imported, RefusedReason};
use super::passage::Passage;
use super::{Edition, Facts, Format, Incoming, Written};
use crate::text::Unit;

/// doccano.
pub struct Doccano;

impl Format for Doccano {
    fn facts(&self) -> Facts {
        Facts {
            name: "doccano",
            title: "doccano JSONL",
            purpose: "doccano and scripts: text and labelled spans",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let doc = edition.doc;
        let (mut labels, mut comments) = (Vec::new(), Vec::new());
        for passage in Passage::list(edition) {
            comments.extend(passage.note);
            let place =
                passage.span.and_then(|span| doc.offsets.from_span(&doc.text, span, Unit::CodePoints).ok());
            labels.extend(place.map(|(start, end)| json!([start, end, passage.kind()])));
        }
        let line = json!({ "text": &*doc.text, "label": labels, "Comments": comments });
        vec![Written { extension: "jsonl", media_type: "application/jsonl", text: format!("{line}\n") }]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        let is_document = |value: &Value| {
            value.get("text").is_some_and(Value::is_string)
                && ["label", "labels", "entities"]
                    .iter()
                    .any(|field| value.get(field).is_some_and(Value::is_array))
        };
        match file.json {
            Some(Value::Array(documents)) => documents.first().is_some_and(is_document),
            Some(document) => is_document(document),
            None => {
                file.text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| {
                    serde_json::from_str(line).is_ok_and(|document| is_document(&document))
                })
            }
        }
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let mut documents: Vec<Value> = Vec::new();
        match file.json {
            Some(Value::Array(values)) => documents.clone_from(values),
            Some(value) => documents.push(value.clone()),
            None => {
                for (line, text) in (1..).zip(file.text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
                    let document =
                        serde_json::from_str(text).map_err(|error| ImportError::not_json(&error, line))?;
                    documents.push(document);
                }
            }
        }
        let mut imported = Imported::default();
        let (mut text, mut base, mut found) = (String::new(), 0, Vec::new());
        for (line, document) in (1..).zip(&documents) {
            let Some(own) = document.get("text").and_then(Value::as_str) else {
                imported.refuse(RefusedReason::Line { line, field: "text" });
                continue;
            };
            if !text.is_empty() {
                text.push_str("\n\n");
                base += 2;
            }
            text.push_str(own);
            let lists =
                ["label", "labels", "entities"].iter().filter_map(|field| document.get(field)?.as_array());
            for label in lists.flatten() {
                match row(label) {
                    Some((start, end, kind)) => found.push((base + start, base + end, kind.to_owned())),
                    None => imported.refuse(RefusedReason::Line { line, field: "label" }),
                }
            }
            base += own.chars().count() as u64;
        }
        let foreign = Foreign::new(text)?;
        for (start, end, kind) in found {
            match foreign.place(start, end, Unit::CodePoints, None) {
                Ok(span) => {
                    imported.annotations.extend(foreign.annotation(span, &Said { kind, ..Said::default() }))
                }
                Err(reason) => imported.refuse(reason),
            }
        }
        imported.article = Some(foreign.article(None));
        Ok(imported)
    }
}

fn row(label: &Value) -> Option<(u64, u64, &str)> {
    let (start, end, kind) = match label {
        Value::Array(parts) => (parts.first()?, parts.get(1)?, parts.get(2)?),
        other => (other.get("start_offset")?, other.get("end_offset")?, other.get("label")?),
    };
    // Bounded, so that no sum of them overflows.
    let number = |value: &Value| value.as_u64().filter(|number| u32::try_from(*number).is_ok());
    Some((number(start)?, number(end)?, kind.as_str()?))
}
