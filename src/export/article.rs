//! An article's own text inside an export, so that a browser that has never seen the article can show
//! it: an extension of the collection under our namespace, which other readers pass over.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::document::{Block, BlockKind, Facts};
use crate::text::{OffsetMap, Unit};

/// The article that an export carries along.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedArticle {
    /// Its id in the library it came from.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its normalised text. A reader of foreign files must normalise it again: when that changes it, the
    /// file was tampered with or written by another version, and positions may have shifted.
    pub text: Arc<str>,
    /// Its blocks: in order, not overlapping, on character boundaries of `text`.
    pub blocks: Vec<Block>,
    /// Its date as the reader set it, if the reader did.
    pub date: Option<String>,
    /// The address that it came from.
    pub source: Option<String>,
    /// What else is said of it.
    pub facts: Facts,
}

/// What is said of an article, in the terms that the W3C's own context declares for it.
const SOURCE: &str = "dcterms:source";
const CREATOR: &str = "dcterms:creator";
const PUBLISHER: &str = "dcterms:publisher";
const LANGUAGE: &str = "dcterms:language";
const ISSUED: &str = "dcterms:issued";

const ARTICLE_URN: &str = "urn:manicule:article:";

impl CarriedArticle {
    pub(super) fn to_json(&self) -> Value {
        let offsets = OffsetMap::new(&self.text);
        let position = |byte| offsets.from_byte(&self.text, byte, Unit::CodePoints).ok();
        let block = |block: &Block| {
            let (start, end) = (position(block.span.start)?, position(block.span.end)?);
            let kind = serde_json::to_value(block.kind).ok()?;
            Some(json!({ "manicule:kind": kind, "manicule:start": start, "manicule:end": end }))
        };
        let mut object = json!({
            "id": format!("{ARTICLE_URN}{}", self.id),
            "type": "manicule:Article",
            "manicule:title": self.title,
            "manicule:text": &*self.text,
            "manicule:blocks": self.blocks.iter().filter_map(block).collect::<Vec<_>>(),
        });
        let Facts { byline, publisher, language } = &self.facts;
        let said = [
            ("manicule:date", &self.date),
            (ISSUED, &self.date),
            (SOURCE, &self.source),
            (CREATOR, byline),
            (PUBLISHER, publisher),
            (LANGUAGE, language),
        ];
        for (name, value) in said {
            if let (Some(value), Some(object)) = (value, object.as_object_mut()) {
                object.insert(name.into(), value.as_str().into());
            }
        }
        object
    }

    /// Reads it back; the error names the field that is wrong.
    pub(super) fn from_json(value: &Value) -> Result<Self, &'static str> {
        let object = value.as_object().ok_or("manicule:article")?;
        let text_at = |field: &'static str| object.get(field).and_then(Value::as_str).ok_or(field);
        let id = text_at("id")?.strip_prefix(ARTICLE_URN).filter(|id| !id.is_empty()).ok_or("id")?;
        let text: Arc<str> = text_at("manicule:text")?.into();
        if u32::try_from(text.len()).is_err() {
            return Err("manicule:text");
        }
        let date = match object.get("manicule:date") {
            None => None,
            Some(date) => Some(date.as_str().ok_or("manicule:date")?.to_owned()),
        };
        let blocks = read_blocks(object, &text).ok_or("manicule:blocks")?;
        let said = |name: &str| Some(object.get(name)?.as_str()?.to_owned());
        let facts = Facts { byline: said(CREATOR), publisher: said(PUBLISHER), language: said(LANGUAGE) };
        let (id, title) = (id.to_owned(), text_at("manicule:title")?.to_owned());
        Ok(Self { id, title, text, blocks, date, source: said(SOURCE), facts })
    }
}

fn read_blocks(object: &Map<String, Value>, text: &str) -> Option<Vec<Block>> {
    let offsets = OffsetMap::new(text);
    let mut blocks: Vec<Block> = Vec::new();
    for value in object.get("manicule:blocks")?.as_array()? {
        let number = |name: &str| u32::try_from(value.get(name)?.as_u64()?).ok();
        let (start, end) = (number("manicule:start")?, number("manicule:end")?);
        let span = offsets.to_span(text, start, end, Unit::CodePoints).ok()?;
        let kind: BlockKind = serde_json::from_value(value.get("manicule:kind")?.clone()).ok()?;
        let follows = blocks.last().is_none_or(|last| last.span.end <= span.start);
        if start > end || !follows {
            return None;
        }
        blocks.push(Block { kind, span });
    }
    Some(blocks)
}
