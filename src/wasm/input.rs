//! Text and blocks on their way in.

use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::bad_argument;
use super::records::RawBlockRecord;
use crate::ingest::RawBlock;

/// The text, and how many lone surrogates became U+FFFD.
pub fn text(given: &JsString) -> (String, u32) {
    let text = String::from(given);
    // The conversion replaces silently; only a text with U+FFFD can have been changed by it.
    let same = || Object::is(&JsString::from(text.as_str()), given);
    if !text.contains(char::REPLACEMENT_CHARACTER) || same() {
        return (text, 0);
    }
    let lone = char::decode_utf16(given.iter()).filter(Result::is_err).count();
    (text, u32::try_from(lone).unwrap_or(u32::MAX))
}

/// The blocks, and how many lone surrogates became U+FFFD.
pub fn blocks(given: &JsValue) -> Result<(Vec<RawBlock>, u32), JsValue> {
    let list: &Array = given.dyn_ref().ok_or_else(|| bad_argument("The blocks must be an array."))?;
    let (mut blocks, mut replaced) = (Vec::new(), 0);
    for item in list.iter() {
        let (block, lone) = block(item)?;
        blocks.push(block);
        replaced += lone;
    }
    Ok((blocks, replaced))
}

fn block(item: JsValue) -> Result<(RawBlock, u32), JsValue> {
    let record: RawBlockRecord = serde_wasm_bindgen::from_value(item).map_err(bad_argument)?;
    let (text, replaced) = text(&record.text);
    Ok((RawBlock { kind: record.kind, text }, replaced))
}
