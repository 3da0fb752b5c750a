//! The records that cross to JavaScript, with their TypeScript types.

use std::borrow::Cow;

use js_sys::JsString;
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::error::error;
use crate::document::{Block, BlockKind, Document};
use crate::session::{
    Article, DateSource, Listed, Membership, Notice, NoticeCode, SessionError, State, Status,
};
use crate::tag::{Family, Mention, Qualifier, Source, ValueKind};
use crate::text::{Span, Unit};

/// A record as a plain JavaScript object.
pub fn to_js(record: &impl Serialize) -> Result<JsValue, JsValue> {
    serde_wasm_bindgen::to_value(record).map_err(|cause| error("internal", &cause.to_string()))
}

/// Both ends in UTF-16 code units.
pub fn utf16(doc: &Document, span: Span) -> Result<(u32, u32), SessionError> {
    Ok(doc.offsets.from_span(&doc.text, span, Unit::Utf16)?)
}

#[derive(Serialize, Tsify)]
#[serde(rename_all = "kebab-case")]
#[tsify(
    type = r#""recovered" | "damaged" | "newer-version" | "storage-unavailable" | "replaced-characters" | "controls-removed" | "conflict""#
)]
pub struct NoticeName(&'static str);

#[derive(Serialize, Tsify)]
pub struct NoticeRecord {
    code: NoticeName,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl From<Notice> for NoticeRecord {
    fn from(notice: Notice) -> Self {
        let code = match notice.code {
            NoticeCode::Recovered => "recovered",
            NoticeCode::Damaged => "damaged",
            NoticeCode::NewerVersion => "newer-version",
            NoticeCode::StorageUnavailable => "storage-unavailable",
            NoticeCode::ReplacedCharacters => "replaced-characters",
            NoticeCode::ControlsRemoved => "controls-removed",
            NoticeCode::Conflict => "conflict",
        };
        Self { code: NoticeName(code), message: notice.message, detail: notice.detail }
    }
}

#[derive(Serialize, Tsify)]
pub struct StatusRecord {
    #[tsify(type = r#""saved" | "saving" | "unsaved" | "readOnly" | "memory""#)]
    state: &'static str,
    message: String,
    highlights: usize,
    notes: usize,
    mentions: usize,
    unsure: usize,
}

impl From<Status> for StatusRecord {
    fn from(status: Status) -> Self {
        let state = match status.state {
            State::Saved => "saved",
            State::Saving => "saving",
            State::Unsaved => "unsaved",
            State::ReadOnly => "readOnly",
            State::Memory => "memory",
        };
        let Status { message, highlights, notes, mentions, unsure, .. } = status;
        Self { state, message, highlights, notes, mentions, unsure }
    }
}

#[derive(Serialize, Tsify)]
pub struct ArticleRecord<'a> {
    id: &'a str,
    title: &'a str,
    created: &'a str,
    opened: &'a str,
    length: u32,
    annotations: usize,
    current: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    tags: &'a [String],
    archived: bool,
    /// The later version of it that took over its notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<&'a str>,
}

impl<'a> From<Listed<'a>> for ArticleRecord<'a> {
    fn from(listed: Listed<'a>) -> Self {
        let meta = listed.meta;
        Self {
            id: &meta.id,
            title: &meta.title,
            created: &meta.created,
            opened: &meta.opened,
            length: meta.length,
            annotations: listed.annotations,
            current: listed.current,
            source: meta.source.as_deref(),
            date: meta.date.as_deref(),
            byline: meta.told.facts.byline.as_deref(),
            publisher: meta.told.facts.publisher.as_deref(),
            language: meta.told.facts.language.as_deref(),
            tags: &meta.told.tags,
            archived: meta.told.archived,
            later: meta.told.later.as_deref(),
        }
    }
}

#[derive(Serialize, Tsify)]
pub struct DateRecord {
    value: String,
    #[tsify(type = r#""text" | "reader""#)]
    source: &'static str,
}

impl DateRecord {
    pub fn of(article: &Article) -> Option<Self> {
        let (date, source) = article.date()?;
        let source = match source {
            DateSource::Text => "text",
            DateSource::Reader => "reader",
        };
        Some(Self { value: date.to_string(), source })
    }
}

#[derive(Serialize, Tsify)]
pub struct BlockRecord {
    #[tsify(
        type = r#""title" | "byline" | "heading" | "paragraph" | "listItem" | "quote" | "caption" | "promo""#
    )]
    kind: BlockKind,
    start: u32,
    end: u32,
}

impl BlockRecord {
    pub fn of(doc: &Document, block: &Block) -> Result<Self, SessionError> {
        let (start, end) = utf16(doc, block.span)?;
        Ok(Self { kind: block.kind, start, end })
    }
}

/// What `addBlocks` takes.
#[derive(Deserialize, Tsify)]
pub struct RawBlockRecord {
    #[tsify(
        type = r#""title" | "byline" | "heading" | "paragraph" | "listItem" | "quote" | "caption" | "promo""#
    )]
    pub kind: BlockKind,
    /// As JavaScript has it: lone surrogates are to be counted.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "string")]
    pub text: JsString,
}

#[derive(Serialize, Tsify)]
pub struct ValueRecord<'a> {
    #[tsify(
        type = r#""number" | "ordinal" | "percent" | "money" | "quantity" | "date" | "time" | "duration" | "set""#
    )]
    kind: ValueKind,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// As TIMEX3 writes it.
    #[tsify(optional, type = "string")]
    #[serde(skip_serializing_if = "Option::is_none")]
    qualifier: Option<Cow<'static, str>>,
}

#[derive(Serialize, Tsify)]
pub struct MentionRecord<'a> {
    start: u32,
    end: u32,
    label: &'static str,
    #[tsify(type = r#""who" | "where" | "organisation" | "when" | "howMuch" | "things""#)]
    family: Family,
    entity: u32,
    ordinal: u32,
    score: f32,
    #[tsify(type = r#""rule" | "model" | "reader" | "taught""#)]
    source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<ValueRecord<'a>>,
}

impl<'a> MentionRecord<'a> {
    pub fn of(doc: &Document, mention: &'a Mention, member: Membership) -> Result<Self, SessionError> {
        let (start, end) = utf16(doc, mention.span)?;
        let source = match mention.source {
            Source::Rule => "rule",
            Source::Model => "model",
            Source::Reader => "reader",
            Source::Taught => "taught",
        };
        let value = mention.value.as_ref().map(|value| ValueRecord {
            kind: value.kind,
            text: &value.text,
            amount: value.amount,
            unit: value.unit.as_deref(),
            qualifier: value.qualifier.map(Qualifier::name),
        });
        let (label, family) = (mention.label.name(), mention.label.family());
        let Membership { entity, ordinal } = member;
        Ok(Self { start, end, label, family, entity, ordinal, score: mention.score, source, value })
    }
}
