//! Describing and finding passages without a library: for programs that have texts of their own.

use js_sys::JsString;
use serde::Serialize;
use serde_json::Value;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::error::{bad_argument, error};
use super::input;
use super::records::to_js;
use crate::anchor::{self, Anchoring, Saved};
use crate::annotation::Selector;
use crate::document::Document;
use crate::text::{OffsetMap, Span, Unit};

/// Where a passage was found: `start` and `end` in UTF-16 code units where there is one place.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FoundRecord {
    #[tsify(type = r#""exact" | "moved" | "ambiguous" | "orphan""#)]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
    /// How much of the quotation and its context is there, 0 to 1.
    score: f32,
}

/// The selectors of passages of `text`, given as start, end, start, end … in UTF-16 code units: a JSON array
/// with an array of W3C selectors for each.
#[wasm_bindgen(js_name = describePassages)]
pub fn describe_passages(text: &JsString, ends: &[u32]) -> Result<String, JsValue> {
    let doc = document(text);
    let described = ends.chunks_exact(2).map(|ends| {
        let [start, end] = ends else { return Err(bad_argument("Each passage has a start and an end.")) };
        let span = doc.offsets.to_span(&doc.text, *start, *end, Unit::Utf16).map_err(bad_argument)?;
        let selectors = anchor::describe(&doc, span).map_err(bad_argument)?;
        Ok(selectors.iter().map(Selector::to_json).collect::<Value>())
    });
    Ok(described.collect::<Result<Value, JsValue>>()?.to_string())
}

/// Where the passages that `selectors` describes (JSON as `describePassages` gives it) stand in `text`;
/// `saved` is the text they were described in, if it is at hand.
#[wasm_bindgen(js_name = findPassages, unchecked_return_type = "FoundRecord[]")]
pub fn find_passages(text: &JsString, selectors: &str, saved: Option<String>) -> Result<JsValue, JsValue> {
    let doc = document(text);
    let targets: Vec<Vec<Value>> = serde_json::from_str(selectors).map_err(bad_argument)?;
    let read = |target: Vec<Value>| target.into_iter().map(Selector::from_json).collect::<Vec<_>>();
    let targets: Vec<Vec<Selector>> = targets.into_iter().map(read).collect();
    let saved = saved.as_deref().map_or(Saved::Unknown, Saved::Text);
    let found = anchor::resolve_all(&doc, saved, targets.iter().map(Vec::as_slice));
    let record = |found: &Anchoring| {
        let (kind, span, score) = match found {
            Anchoring::Exact(span) => ("exact", Some(*span), 1.0),
            Anchoring::Moved { span, score } => ("moved", Some(*span), *score),
            Anchoring::Ambiguous(_) => ("ambiguous", None, 0.0),
            Anchoring::Orphan(_) => ("orphan", None, 0.0),
        };
        let utf16 = |span: Span| doc.offsets.from_span(&doc.text, span, Unit::Utf16);
        let ends = span.map(utf16).transpose().map_err(|cause| error("offset", &cause.to_string()))?;
        Ok(FoundRecord { kind, start: ends.map(|ends| ends.0), end: ends.map(|ends| ends.1), score })
    };
    to_js(&found.iter().map(record).collect::<Result<Vec<_>, JsValue>>()?)
}

/// The text by itself: passages are found by it alone.
fn document(text: &JsString) -> Document {
    let (text, _) = input::text(text);
    Document { offsets: OffsetMap::new(&text), text: text.into(), ..Document::default() }
}
