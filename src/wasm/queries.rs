//! Asking for annotations.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::bad_argument;
use crate::annotation::{Colour, Kind};
use crate::session::{Placed, Placement, Query, SessionError, Sought};
use crate::text::Unit;

/// What is asked for; every part that is given must hold.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct QueryRecord {
    /// Words that must all occur in the quotation, the note or the tags (`#tag`).
    #[tsify(optional)]
    text: String,
    /// Tags that it must all have.
    #[tsify(optional)]
    tags: Vec<String>,
    /// Colours of which it must have one.
    #[tsify(optional, type = "Colour[]")]
    colours: Vec<Colour>,
    #[tsify(optional, type = r#"("highlight" | "note" | "correction" | "relation")[]"#)]
    kinds: Vec<Kind>,
    #[tsify(optional, type = r#"("exact" | "moved" | "ambiguous" | "orphan" | "whole")[]"#)]
    places: Vec<Place>,
    /// Not last changed before this day, month, year or time (RFC 3339 or its beginning).
    #[tsify(optional, type = "string")]
    since: Option<String>,
    /// Not last changed after it.
    #[tsify(optional, type = "string")]
    until: Option<String>,
    /// First and one past the last position of a part of the text.
    #[tsify(optional, type = "[number, number]")]
    within: Option<(u32, u32)>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Exact,
    Moved,
    Ambiguous,
    Orphan,
    Whole,
}

impl From<Place> for Placement {
    fn from(place: Place) -> Self {
        match place {
            Place::Exact => Self::Exact,
            Place::Moved => Self::Moved,
            Place::Ambiguous => Self::Ambiguous,
            Place::Orphan => Self::Orphan,
            Place::Whole => Self::Whole,
        }
    }
}

#[wasm_bindgen]
impl Core {
    /// Ids of the annotations that answer a query, in document order, those without a place last.
    pub fn find(
        &self,
        #[wasm_bindgen(unchecked_param_type = "QueryRecord")] query: JsValue,
    ) -> Result<Vec<String>, JsValue> {
        let record: QueryRecord = serde_wasm_bindgen::from_value(query).map_err(bad_argument)?;
        let QueryRecord { text, tags, colours, kinds, places, since, until, within } = record;
        let within = within.map(|(start, end)| self.span(start, end)).transpose()?;
        let placements = places.into_iter().map(Placement::from).collect();
        let query = Query { text, tags, colours, kinds, placements, since, until, within };
        Ok(ids(&self.view().find(&query)?))
    }

    /// Where a text is found in the open article, without regard to case and accents: starts and ends, one after
    /// the other. `anywhere`: also within words; `entities`: every mention of those of that name.
    pub fn search(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = r#""anywhere" | "words" | "entities""#)] sought: &str,
    ) -> Result<Vec<u32>, JsValue> {
        let sought = match sought {
            "words" => Sought::Words,
            "entities" => Sought::Entities,
            _ => Sought::Anywhere,
        };
        let session = self.view();
        let found = session.search(text, sought)?;
        let doc = session.article()?.doc();
        let ends = doc.offsets.from_spans(&doc.text, found.into_iter(), Unit::Utf16);
        Ok(ends.map_err(SessionError::from)?)
    }

    /// A search is about to begin: makes what takes long of it, so that the first letter does not wait for that.
    #[wasm_bindgen(js_name = beginSearch)]
    pub fn begin_search(&self) -> Result<(), JsValue> {
        Ok(self.view().begin_search()?)
    }

    /// The search is over: its memory is given back.
    #[wasm_bindgen(js_name = endSearch)]
    pub fn end_search(&self) {
        self.edit().end_search();
    }

    /// Ids of the annotations with a passage that the position belongs to.
    #[wasm_bindgen(js_name = annotationsAt)]
    pub fn annotations_at(&self, offset: u32) -> Result<Vec<String>, JsValue> {
        let span = self.span(offset, offset)?;
        Ok(ids(&self.view().annotations_at(span.start)?))
    }

    /// Ids of the annotations with a passage that shares a character with the range.
    #[wasm_bindgen(js_name = annotationsIn)]
    pub fn annotations_in(&self, start: u32, end: u32) -> Result<Vec<String>, JsValue> {
        let span = self.span(start, end)?;
        Ok(ids(&self.view().annotations_in(span)?))
    }
}

fn ids(placed: &[Placed<'_>]) -> Vec<String> {
    placed.iter().map(|placed| placed.note.id.clone()).collect()
}
