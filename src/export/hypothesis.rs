//! Hypothesis: rows of its API (<https://h.readthedocs.io/en/latest/api-reference/>) and the file that its client
//! exports. Offsets: UTF-16.
//!
//! Written: `rows` with quotation and position; the machine's entities as rows tagged with their type. Lost:
//! colours, corrections but for their type and name, creators, further bodies and targets.
//!
//! Read: quotation and position, text, tags, author, times; a reply becomes an annotation of the address it
//! replies to. Lost: groups and permissions, and selectors that only fit the page they were made on (XPath ranges,
//! page and EPUB selectors).

use serde_json::{Map, Value, json};

use super::Edition;
use super::import::{ImportError, Imported, RefusedReason};
use super::mend::urn_of;
use super::passage::Passage;
use super::{Facts, Format, Incoming, Written};
use crate::annotation::{
    Annotation, Body, Motivation, OneOrMany, Selector, SpecificTarget, Target, TextualBody, article_source,
};
use crate::text::Unit;

/// Hypothesis.
pub struct Hypothesis;

impl Format for Hypothesis {
    fn facts(&self) -> Facts {
        Facts {
            name: "hypothesis",
            title: "Hypothesis JSON",
            purpose: "Hypothesis: rows as its API has them",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let passages = Passage::list(edition);
        let rows: Vec<Value> =
            (0..).zip(&passages).map(|(number, passage)| row(edition, number, passage)).collect();
        let value = json!({ "total": rows.len(), "rows": rows });
        vec![Written {
            extension: "hypothesis.json",
            media_type: "application/json",
            text: format!("{value:#}\n"),
        }]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        rows(file.json).is_some_and(|rows| rows.iter().take(20).any(is_row))
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let rows = rows(file.json).ok_or(ImportError::Field { field: "rows" })?;
        let (mut notes, mut refused) = (Vec::new(), Vec::new());
        for (line, row) in (1..).zip(rows) {
            match row.as_object().and_then(annotation) {
                Some(json) => notes.push(json),
                None => refused.push(RefusedReason::Line { line, field: "id" }),
            }
        }
        let mut imported = super::collection::annotations(Value::Array(notes))?;
        refused.into_iter().for_each(|reason| imported.refuse(reason));
        Ok(imported)
    }
}

fn row(edition: &Edition<'_>, number: usize, passage: &Passage<'_>) -> Value {
    let doc = edition.doc;
    let uri = edition.source.map_or_else(|| article_source(edition.export.article), str::to_owned);
    let described = passage.span.and_then(|span| crate::anchor::describe(doc, span).ok());
    let place = passage.span.and_then(|span| doc.offsets.from_span(&doc.text, span, Unit::Utf16).ok());
    let own = passage.annotation.and_then(Annotation::target).map(|target| &target.selectors.items);
    let selectors = described.as_ref().or(own).into_iter().flatten();
    let quote = selectors.filter(|selector| matches!(selector, Selector::Quote(_))).map(Selector::to_json);
    let position =
        place.map(|(start, end)| json!({ "type": "TextPositionSelector", "start": start, "end": end }));
    let selectors: Vec<Value> = position.into_iter().chain(quote).collect();
    let name = passage.name.or(passage.value);
    let tags: Vec<&str> = passage.label.into_iter().chain(passage.tags.iter().copied()).collect();
    let (created, modified) = passage.times();
    let id = passage.annotation.map_or_else(
        || format!("entity-{number}"),
        |note| note.id.trim_start_matches("urn:uuid:").to_owned(),
    );
    let mut row = json!({
        "id": id,
        "uri": &uri,
        "text": passage.note.or(name).unwrap_or_default(),
        "tags": tags,
        "group": "__world__",
        "document": { "title": [edition.export.title] },
        "target": [{ "source": &uri, "selector": selectors }],
    });
    if let Some(object) = row.as_object_mut() {
        let updated = if modified.is_empty() { created } else { modified };
        for (field, time) in [("created", created), ("updated", updated)] {
            if !time.is_empty() {
                object.insert(field.into(), time.into());
            }
        }
    }
    row
}

fn rows(json: Option<&Value>) -> Option<&Vec<Value>> {
    let json = json?;
    json.as_array().or_else(|| json.get("rows")?.as_array()).or_else(|| json.get("annotations")?.as_array())
}

/// Rows have ids that are no addresses and targets in a list; W3C annotations say that they are some.
fn is_row(row: &Value) -> bool {
    row.get("id").is_some_and(Value::is_string)
        && row.get("target").is_some_and(Value::is_array)
        && row.get("type").is_none()
        && row.get("@context").is_none()
}

/// A row as the JSON of an annotation; what it cannot have is refused where that is read.
fn annotation(row: &Map<String, Value>) -> Option<Value> {
    let text = |name: &str| row.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let id = text("id")?;
    let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let id = match urn_of(id) {
        Some(urn) => urn,
        None if plain => format!("https://hypothes.is/a/{id}"),
        None => id.to_owned(),
    };
    let replied =
        row.get("references").and_then(Value::as_array).and_then(|parents| parents.last()?.as_str());
    let mut target = SpecificTarget::new(text("uri").unwrap_or("urn:manicule:unknown"), selectors(row));
    target.selectors.listed = !target.selectors.items.is_empty();
    let mut made = Annotation::new(id, "", target);
    (made.created, made.modified) = (text("created").map(time), text("updated").map(time));
    made.creator = text("user").filter(|user| user.starts_with("acct:")).map(Value::from);
    if let Some(words) = text("text") {
        let mut body = TextualBody::new(Motivation::Commenting, words);
        body.format = Some("text/markdown".into());
        made.bodies.items.push(Body::Textual(body));
        made.motivation = OneOrMany::one(Motivation::Commenting);
    }
    let tags = row.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    made = made.with_tags(&tags.collect::<Vec<_>>());
    if let Some(parent) = replied {
        made.targets = OneOrMany::one(Target::Other(format!("https://hypothes.is/a/{parent}").into()));
        made.motivation = OneOrMany::one(Motivation::Replying);
    }
    Some(made.to_json())
}

fn selectors(row: &Map<String, Value>) -> Vec<Selector> {
    let target = row.get("target").and_then(Value::as_array).and_then(|targets| targets.first());
    let given = target.and_then(|target| target.get("selector")?.as_array()).into_iter().flatten();
    let read = given.map(|selector| Selector::from_json(selector.clone()));
    read.filter(|selector| !matches!(selector, Selector::Other(_))).collect()
}

/// `2016-12-16T11:24:14.673557+00:00` sorts among our times as `…Z`.
fn time(text: &str) -> String {
    text.strip_suffix("+00:00").map_or_else(|| text.to_owned(), |utc| format!("{utc}Z"))
}
