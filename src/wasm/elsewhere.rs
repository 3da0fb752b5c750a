//! An article that is read elsewhere, by a [`super::Reader`]: what is asked of it, and where its readings go.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::entity_table;
use super::error::bad_argument;
use super::reader::{packed_blocks, record};
use crate::ingest::Warning;

#[wasm_bindgen]
impl Core {
    /// Texts of more than so many bytes are read elsewhere from now on: `Core.asks()` says whether something is
    /// to be read, `Core.ask()` what, `Core.takeReading()` takes what was.
    #[wasm_bindgen(js_name = readElsewhere)]
    pub fn read_elsewhere(&self, longest_here: usize) {
        self.edit().read_elsewhere(longest_here);
    }

    /// The version of the open article's reading that is asked for; nothing when it is read.
    pub fn asks(&self) -> Result<Option<u32>, JsValue> {
        Ok(self.view().article()?.asks())
    }

    /// What is to be read of the open article, for a `Reader`; nothing when it is read.
    pub fn ask(&self) -> Result<Option<String>, JsValue> {
        let ask = self.view().article()?.ask();
        ask.as_ref().map(serde_json::to_string).transpose().map_err(bad_argument)
    }

    /// The entities in brief, one after the other in arrays ([`entity_table::table`]).
    #[wasm_bindgen(js_name = entityTable, unchecked_return_type = "[string, string, Uint32Array]")]
    pub fn entity_table(&self) -> Result<Array, JsValue> {
        entity_table::table(&self.view())
    }

    /// Takes a reading of what was asked of an article; whether it is still wanted. One that is not `whole`
    /// stands in until the whole comes.
    #[wasm_bindgen(js_name = takeReading)]
    pub fn take_reading(&self, id: &str, version: u32, whole: bool, packed: &[u8]) -> Result<bool, JsValue> {
        let mut session = self.edit();
        Ok(session.article()?.id() == id && session.take_reading(version, whole, packed)?)
    }

    /// Opens a text that a `Reader` read in; its id.
    #[wasm_bindgen(js_name = addRead, unchecked_return_type = "string")]
    pub async fn add_read(
        &self,
        text: Vec<u8>,
        blocks: Vec<u32>,
        changed: Vec<u32>,
        name: Option<String>,
        source: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let at = |index: usize| changed.get(index).copied().unwrap_or_default();
        let record = record(text, &blocks)?;
        let removed = Some(at(1)).filter(|count| *count > 0).map(Warning::ControlsRemoved);
        let warnings: Vec<Warning> = removed.into_iter().collect();
        let id = self.edit().add_read(record, &warnings, name.as_deref(), source.as_deref())?;
        self.warn_replaced(at(0));
        self.keep_texts().await;
        Ok(id.into())
    }

    /// The text of the open article, as UTF-8.
    #[wasm_bindgen(js_name = textBytes)]
    pub fn text_bytes(&self) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(self.view().article()?.doc().text.as_bytes()))
    }

    /// The blocks, three numbers each: kind, start, end.
    #[wasm_bindgen(js_name = packedBlocks)]
    pub fn packed_blocks(&self) -> Result<Vec<u32>, JsValue> {
        packed_blocks(self.view().article()?.doc())
    }
}
