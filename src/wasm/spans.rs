//! The tagger without a library: for programs that ask for spans alone.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::error::error;
use super::input;
use super::model::has_model;
use super::records::to_js;
use crate::export::{self, SpansError};

/// What the tagger finds in `text`: start, end, type, in order. As in other exports, and unlike elsewhere
/// here, the positions count Unicode code points.
#[wasm_bindgen(unchecked_return_type = "[number, number, string][]")]
pub fn spans(text: &JsString) -> Result<JsValue, JsValue> {
    if !has_model() {
        return Err(error("no-model", "There is no model yet: give it to `loadModel` first."));
    }
    let (text, _) = input::text(text);
    let spans = export::spans(&text).map_err(|cause| {
        let code = match cause {
            SpansError::TooLong(_) => "too-long",
            SpansError::Offset(_) => "offset",
        };
        error(code, &cause.to_string())
    })?;
    let rows = spans.iter().map(|span| (span.start, span.end, span.label.name()));
    to_js(&rows.collect::<Vec<_>>())
}
