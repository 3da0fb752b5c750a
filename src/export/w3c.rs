//! An article's annotations as one JSON-LD file of the W3C Web Annotation Data Model, section 5: an
//! `AnnotationCollection` whose one `AnnotationPage` is embedded as `first`.
//!
//! What the model has no words for stands under the prefix `manicule:`, which the `@context` declares, so
//! that the file is JSON-LD throughout and other readers pass over it.

use serde_json::{Map, Value, json};

use super::import::{ImportError, Imported};
use super::{CarriedArticle, Edition, Facts, Format, Incoming, Written, lexicon};
use crate::anchor;
use crate::annotation::personal::Taught;
use crate::annotation::{
    Annotation, Body, CONTEXT, Motivation, NAMESPACE, OneOrMany, SpecificTarget, TextualBody, article_source,
};
use crate::document::Document;
use crate::entity::Entity;
use crate::tag::Mention;

/// What goes into an export.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The article's id.
    pub article: &'a str,
    /// The article's title; the collection's label.
    pub title: &'a str,
    /// What the reader wrote, in the order in which it is to stand.
    pub annotations: &'a [Annotation],
    /// What the machine found, when asked for (see [`Machine`]).
    pub machine: Option<Machine<'a>>,
    /// The article itself, when asked for.
    pub carried: Option<&'a CarriedArticle>,
    /// What the reader taught about names.
    pub taught: &'a [Taught],
}

/// What the machine found.
#[derive(Clone, Copy, Debug)]
pub struct Machine<'a> {
    /// The article's document.
    pub doc: &'a Document,
    /// Its mentions. Readers' own ([`crate::tag::Source::Reader`]) stand among the annotations already and are left
    /// out here.
    pub mentions: &'a [Mention],
    /// Its entities, which give the mentions their canonical names.
    pub entities: &'a [Entity],
}

/// The JSON text of an export, indented, ending in a line break. The same input always gives the same
/// text.
#[must_use]
pub fn write(export: &Export<'_>) -> String {
    // `{:#}` of a JSON value is its indented text and, unlike `to_string_pretty`, has no error to hide.
    format!("{:#}\n", collection(export))
}

/// The format, for [`super::FORMATS`]; it alone loses nothing. Offsets: code points.
pub struct JsonLd;

impl Format for JsonLd {
    fn facts(&self) -> Facts {
        Facts {
            name: "w3c",
            title: "Web Annotations (JSON-LD)",
            purpose: "keeping everything, and for other annotators: nothing is lost",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let media_type = "application/ld+json";
        vec![Written { extension: "annotations.json", media_type, text: write(&edition.export) }]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        file.json.is_some()
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        super::collection::annotations(file.json.cloned().unwrap_or_default())
    }
}

/// The collection as a JSON value.
#[must_use]
pub fn collection(export: &Export<'_>) -> Value {
    let mut items: Vec<Value> = export.annotations.iter().map(Annotation::to_json).collect();
    if let Some(machine) = &export.machine {
        items.extend(entities(export.article, machine).iter().map(Annotation::to_json));
    }
    let id = format!("urn:manicule:collection:{}", export.article);
    let page_id = format!("urn:manicule:page:{}:0", export.article);
    let mut object = Map::new();
    object.insert("@context".into(), context());
    object.insert("type".into(), "AnnotationCollection".into());
    object.insert("label".into(), export.title.into());
    object.insert("total".into(), items.len().into());
    let page = json!({
        "id": page_id,
        "type": "AnnotationPage",
        "partOf": id,
        "startIndex": 0,
        "items": items,
    });
    object.insert("first".into(), page);
    object.insert("last".into(), page_id.into());
    object.insert("id".into(), id.into());
    if let Some(article) = export.carried {
        object.insert("manicule:article".into(), article.to_json());
    }
    if !export.taught.is_empty() {
        object.insert(lexicon::FIELD.into(), lexicon::to_json(export.taught));
    }
    Value::Object(object)
}

fn context() -> Value {
    // The blocks of an article are in order; JSON-LD takes a bare array for a set.
    let blocks = json!({ "@id": format!("{NAMESPACE}blocks"), "@container": "@list" });
    json!([CONTEXT, { "manicule": NAMESPACE, "manicule:blocks": blocks }])
}

/// The machine's mentions as annotations: motivation `identifying`, created by software, with the type
/// (`classifying`), the canonical name (`identifying`) and the normalised value (`describing`) as bodies.
/// Their ids are made of the article's id and the position, so that they are the same every time.
#[must_use]
pub fn entities(article: &str, machine: &Machine<'_>) -> Vec<Annotation> {
    let mut names: Vec<Option<&str>> = vec![None; machine.mentions.len()];
    for entity in machine.entities {
        for mention in &entity.mentions {
            if let Some(name) = names.get_mut(*mention as usize) {
                *name = Some(&entity.name);
            }
        }
    }
    let named = machine.mentions.iter().zip(names);
    let found = named.filter(|(mention, _)| mention.source != crate::tag::Source::Reader);
    found.filter_map(|(mention, name)| entity(article, machine.doc, mention, name)).collect()
}

fn entity(article: &str, doc: &Document, mention: &Mention, name: Option<&str>) -> Option<Annotation> {
    let selectors = anchor::describe(doc, mention.span).ok()?;
    let target = SpecificTarget::new(article_source(article), selectors);
    let position = target.position()?;
    let id = format!("urn:manicule:mention:{article}:{}-{}", position.start, position.end);
    let mut label = TextualBody::new(Motivation::Classifying, mention.label.name());
    label.extra.insert("manicule:score".into(), f64::from(mention.score).into());
    let mut bodies = vec![Body::Textual(label)];
    if let Some(name) = name.filter(|_| mention.label.is_name()) {
        bodies.push(Body::Textual(TextualBody::new(Motivation::Identifying, name)));
    }
    if let Some(value) = &mention.value {
        let mut body = TextualBody::new(Motivation::Describing, value.text.as_str());
        body.extra.insert("manicule:valueKind".into(), serde_json::to_value(value.kind).ok()?);
        if let Some(amount) = value.amount.and_then(serde_json::Number::from_f64) {
            body.extra.insert("manicule:amount".into(), Value::Number(amount));
        }
        if let Some(unit) = &value.unit {
            body.extra.insert("manicule:unit".into(), unit.as_str().into());
        }
        bodies.push(Body::Textual(body));
    }
    let mut annotation = Annotation {
        id,
        motivation: OneOrMany::one(Motivation::Identifying),
        creator: Some(software()),
        created: None,
        modified: None,
        bodies: OneOrMany::many(bodies),
        targets: OneOrMany::one(crate::annotation::Target::Specific(target)),
        extra: Map::new(),
    };
    annotation.declare_namespace();
    Some(annotation)
}

fn software() -> Value {
    json!({
        "id": concat!("urn:manicule:software:", env!("CARGO_PKG_VERSION")),
        "type": "Software",
        "name": "Manicule",
        "manicule:version": env!("CARGO_PKG_VERSION"),
    })
}

/// Whether an annotation is one that [`entities`] made: of no use to a reader who has the article, for
/// the machine finds it again.
#[must_use]
pub fn is_machine_entity(annotation: &Annotation) -> bool {
    annotation.is_by_software() && annotation.id.starts_with("urn:manicule:mention:")
}
