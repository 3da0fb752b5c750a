//! The records of annotations that cross to JavaScript, with their TypeScript types.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

use super::records::utf16;
use crate::anchor::Anchoring;
use crate::annotation::personal::{Taught, Verdict};
use crate::annotation::{Colour, Correction, Kind};
use crate::document::Document;
use crate::session::{Changes, Placed};
use crate::text::OffsetError;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Colour = "yellow" | "green" | "blue" | "red" | "violet";
export type LabelName = "PERSON" | "NORP" | "FAC" | "ORG" | "GPE" | "LOC" | "PRODUCT" | "EVENT" | "WORK_OF_ART" | "LAW"
    | "LANGUAGE" | "DATE" | "TIME" | "PERCENT" | "MONEY" | "QUANTITY" | "ORDINAL" | "CARDINAL";
/** What the reader says about the machine's reading of a passage. */
export type CorrectionRecord = { kind: "reject", everywhere: boolean }
    | { kind: "label", label: LabelName, everywhere: boolean } | { kind: "sameAs", name: string };
/** What is to be different; null takes away. `since`: `modified` of the annotation as the reader saw it. */
export interface PatchRecord { colour?: Colour | null; note?: string | null; tags?: string[]; since?: string }
"#;

#[derive(Serialize, Tsify)]
pub struct AnnotationRecord {
    id: String,
    #[tsify(type = r#""highlight" | "note" | "correction""#)]
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
    #[tsify(type = r#""exact" | "moved" | "ambiguous" | "orphan""#)]
    place: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "CorrectionRecord")]
    correction: Option<Correction>,
}

impl AnnotationRecord {
    pub fn of(doc: &Document, placed: Placed<'_>) -> Result<Self, OffsetError> {
        let note = placed.note;
        let ends = placed.span().map(|span| utf16(doc, span)).transpose()?;
        let (start, end) = ends.map_or((-1, -1), |(start, end)| (i64::from(start), i64::from(end)));
        let place = match placed.place {
            Anchoring::Exact(_) => "exact",
            Anchoring::Moved { .. } => "moved",
            Anchoring::Ambiguous(_) => "ambiguous",
            Anchoring::Orphan(_) => "orphan",
        };
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
            correction: note.correction(),
        })
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
