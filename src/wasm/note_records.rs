//! The records of annotations that cross to JavaScript, with their TypeScript types.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

use super::records::utf16;
use crate::anchor::{Anchoring, Candidate};
use crate::annotation::personal::{Taught, Verdict};
use crate::annotation::{Annotation, Body, Colour, Correction, Kind, Revision};
use crate::document::Document;
use crate::session::{Changes, Placed, Placement, SessionError, Template};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Colour = "yellow" | "green" | "blue" | "red" | "violet";
export type LabelName = "PERSON" | "NORP" | "FAC" | "ORG" | "GPE" | "LOC" | "PRODUCT" | "EVENT" | "WORK_OF_ART" | "LAW"
    | "LANGUAGE" | "DATE" | "TIME" | "PERCENT" | "MONEY" | "QUANTITY" | "ORDINAL" | "CARDINAL";
/** What the reader says about the machine's reading of a passage. */
export type CorrectionRecord = { kind: "reject", everywhere: boolean }
    | { kind: "label", label: LabelName, everywhere: boolean } | { kind: "sameAs", name: string, here?: boolean };
/** What is to be different; null takes away. `relation`: what a relation is called. `since`: `modified` of the annotation as the reader saw it. */
export interface PatchRecord { colour?: Colour | null; note?: string | null; tags?: string[]; relation?: string | null; since?: string }
"#;

/// A place that could be meant.
#[derive(Serialize, Tsify)]
pub struct CandidateRecord {
    start: u32,
    end: u32,
    /// 0 to 1.
    score: f32,
}

/// What an annotation says beside its note and tags.
#[derive(Serialize, Tsify)]
pub struct FurtherRecord {
    /// A text, or the address of what is elsewhere, or JSON.
    text: String,
    /// Whether the text is an address.
    link: bool,
    /// What it is for, in the model's words: `commenting`, `replying` …
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    purpose: Option<String>,
    /// Of the text, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    language: Option<String>,
    /// Who wrote it, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    creator: Option<String>,
}

impl FurtherRecord {
    fn of(body: &Body) -> Self {
        let (text, link, purpose, extra) = match body {
            Body::Textual(body) => {
                let purpose = body.purpose.as_ref().map(|purpose| purpose.name().to_owned());
                (body.value.clone(), false, purpose, Some(&body.extra))
            }
            Body::Other(Value::String(address)) => (address.clone(), true, None, None),
            Body::Other(other) => {
                let address = ["id", "source"].iter().find_map(|name| other.get(name)?.as_str());
                let purpose = other.get("purpose").and_then(Value::as_str).map(str::to_owned);
                let text = address.map_or_else(|| other.to_string(), str::to_owned);
                (text, address.is_some(), purpose, other.as_object())
            }
        };
        let language = extra.and_then(|extra| extra.get("language")?.as_str().map(str::to_owned));
        let creator = extra.and_then(|extra| agent_name(extra.get("creator")?));
        Self { text, link, purpose, language, creator }
    }
}

/// What an agent, or the first of several, is called.
fn agent_name(agent: &Value) -> Option<String> {
    match agent {
        Value::String(address) => Some(address.clone()),
        Value::Array(agents) => agents.iter().find_map(agent_name),
        agent => ["name", "nickname", "id"].iter().find_map(|field| agent_name(agent.get(field)?)),
    }
}

/// A text that a note had somewhere else.
#[derive(Serialize, Tsify)]
pub struct RevisionRecord {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    modified: Option<String>,
}

impl From<Revision> for RevisionRecord {
    fn from(Revision { text, modified }: Revision) -> Self {
        Self { text, modified }
    }
}

/// The further passage of a relation.
#[derive(Serialize, Tsify)]
pub struct EndRecord {
    /// -1 without a place.
    start: i32,
    /// -1 without a place.
    end: i32,
    quote: String,
}

#[derive(Serialize, Tsify)]
pub struct AnnotationRecord {
    id: String,
    #[tsify(type = r#""highlight" | "note" | "correction" | "relation""#)]
    kind: Kind,
    /// -1 without a place.
    #[tsify(type = "number")]
    start: i64,
    /// -1 without a place.
    #[tsify(type = "number")]
    end: i64,
    quote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "Colour")]
    colour: Option<Colour>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    note: Option<String>,
    tags: Vec<String>,
    created: String,
    modified: String,
    /// `whole`: it is about the article as such.
    #[tsify(type = r#""exact" | "moved" | "ambiguous" | "orphan" | "whole""#)]
    place: &'static str,
    /// Why an orphan is one, a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    reason: Option<String>,
    /// Where an ambiguous one could stand, best first.
    candidates: Vec<CandidateRecord>,
    /// What it says beside its note and tags.
    further: Vec<FurtherRecord>,
    /// Other texts of the note, kept from another window, a backup or a crash.
    revisions: Vec<RevisionRecord>,
    /// Who made it, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    creator: Option<String>,
    /// What a relation is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string")]
    relation: Option<String>,
    /// The further passages of a relation.
    ends: Vec<EndRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "CorrectionRecord")]
    correction: Option<Correction>,
}

impl AnnotationRecord {
    pub fn of(doc: &Document, placed: Placed<'_>) -> Result<Self, SessionError> {
        let note = placed.note;
        let ends = placed.span().map(|span| utf16(doc, span)).transpose()?;
        let (start, end) = ends.map_or((-1, -1), |(start, end)| (i64::from(start), i64::from(end)));
        let place = match placed.placement() {
            Placement::Exact => "exact",
            Placement::Moved => "moved",
            Placement::Ambiguous => "ambiguous",
            Placement::Orphan => "orphan",
            Placement::Whole => "whole",
        };
        let doubt = placed.doubt().map(|(_, place)| place);
        let reason = match doubt {
            Some(Anchoring::Orphan(reason)) if place == "orphan" => Some(reason.to_string()),
            _ => None,
        };
        let candidate = |candidate: &Candidate| {
            let (start, end) = utf16(doc, candidate.span)?;
            Ok(CandidateRecord { start, end, score: candidate.score })
        };
        let candidates = match doubt {
            Some(Anchoring::Ambiguous(candidates)) => {
                candidates.iter().map(candidate).collect::<Result<_, SessionError>>()?
            }
            _ => Vec::new(),
        };
        let relation = (note.kind() == Kind::Relation).then(|| note.relation_name()).flatten();
        let created = note.created.clone().unwrap_or_default();
        Ok(Self {
            id: note.id.clone(),
            kind: note.kind(),
            start,
            end,
            quote: note.quote().unwrap_or_default().to_owned(),
            colour: note.colour(),
            note: note.note().map(str::to_owned),
            tags: note.tags().into_iter().map(str::to_owned).collect(),
            modified: note.modified.clone().unwrap_or_else(|| created.clone()),
            created,
            place,
            reason,
            candidates,
            further: note.further_bodies().map(FurtherRecord::of).collect(),
            revisions: note.revisions().into_iter().map(RevisionRecord::from).collect(),
            creator: note.creator.as_ref().and_then(agent_name),
            relation: relation.map(str::to_owned),
            ends: ends_of(doc, note, &placed)?,
            correction: note.correction(),
        })
    }
}

fn ends_of(doc: &Document, note: &Annotation, placed: &Placed<'_>) -> Result<Vec<EndRecord>, SessionError> {
    let quotes = note.passages().skip(1).map(|passage| passage.quote());
    let pairs = placed.others.iter().zip(quotes);
    let record = |(place, quote): (&Anchoring, Option<&crate::annotation::TextQuoteSelector>)| {
        let span = Placed { note, place, others: &[] }.span();
        let ends = span.map(|span| utf16(doc, span)).transpose()?;
        let narrow = |offset: u32| i32::try_from(offset).unwrap_or(-1);
        let (start, end) = ends.map_or((-1, -1), |(start, end)| (narrow(start), narrow(end)));
        Ok(EndRecord { start, end, quote: quote.map(|quote| quote.exact.clone()).unwrap_or_default() })
    };
    pairs.map(record).collect()
}

/// A text to begin a note with.
#[derive(Serialize, Deserialize, Tsify)]
pub struct TemplateRecord {
    name: String,
    /// Markdown.
    text: String,
}

impl From<Template> for TemplateRecord {
    fn from(Template { name, text }: Template) -> Self {
        Self { name, text }
    }
}

impl From<TemplateRecord> for Template {
    fn from(TemplateRecord { name, text }: TemplateRecord) -> Self {
        Self { name, text }
    }
}

#[derive(Serialize, Tsify)]
pub struct TaughtRecord<'a> {
    name: &'a str,
    #[tsify(type = r#"LabelName | "not-an-entity""#)]
    verdict: Verdict,
    learned: &'a str,
}

impl<'a> From<&'a Taught> for TaughtRecord<'a> {
    fn from(Taught { name, verdict, learned }: &'a Taught) -> Self {
        Self { name, verdict: *verdict, learned }
    }
}

#[derive(Serialize, Tsify)]
pub struct ChangesRecord {
    articles: bool,
    annotations: bool,
    settings: bool,
}

impl From<Changes> for ChangesRecord {
    fn from(changes: Changes) -> Self {
        let Changes { articles, annotations, settings } = changes;
        Self { articles, annotations, settings }
    }
}
