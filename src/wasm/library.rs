//! The articles.

use js_sys::JsString;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::records::{ArticleRecord, DateRecord, to_js};
use super::{database, error, input};
use crate::document::BlockKind;
use crate::session::TextAt;

/// A block of an article that is not open.
#[derive(Serialize)]
struct Passage<'a> {
    kind: BlockKind,
    text: &'a str,
}

#[wasm_bindgen]
impl Core {
    /// The articles, those opened last first.
    #[wasm_bindgen(unchecked_return_type = "ArticleRecord[]")]
    pub fn articles(&self) -> Result<JsValue, JsValue> {
        let session = self.view();
        to_js(&session.list()?.into_iter().map(ArticleRecord::from).collect::<Vec<_>>())
    }

    /// Reads plain text in and opens it; its id.
    #[wasm_bindgen(js_name = addText, unchecked_return_type = "string")]
    pub async fn add_text(&self, text: JsString, name: Option<String>) -> Result<JsValue, JsValue> {
        let (text, replaced) = input::text(&text);
        let id = self.edit().add_text(&text, name.as_deref())?;
        self.after_adding(replaced).await;
        Ok(id.into())
    }

    /// Reads blocks in and opens them; the id.
    #[wasm_bindgen(js_name = addBlocks, unchecked_return_type = "string")]
    pub async fn add_blocks(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RawBlockRecord[]")] blocks: JsValue,
        name: Option<String>,
        source: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let (blocks, replaced) = input::blocks(&blocks)?;
        let id = self.edit().add_blocks(&blocks, name.as_deref(), source.as_deref())?;
        self.after_adding(replaced).await;
        Ok(id.into())
    }

    /// Opens an article.
    pub async fn open(&self, id: String) -> Result<(), JsValue> {
        // Bound apart from the match, or the borrow would be held over the await.
        let place = self.edit().text_at(&id)?;
        match place {
            TextAt::Here(record) => Ok(self.edit().open_record(&id, record)?),
            TextAt::Database => {
                let raw = database::get(&id).await.map_err(|cause| error::error("no-text", &cause))?;
                Ok(self.edit().open_encoded(&id, raw.as_deref())?)
            }
        }
    }

    /// The blocks of any article, as `addBlocks` takes them. Nothing is opened or changed.
    #[wasm_bindgen(js_name = blocksOf, unchecked_return_type = "RawBlockRecord[]")]
    pub async fn blocks_of(&self, id: String) -> Result<JsValue, JsValue> {
        let place = self.edit().text_at(&id)?;
        let record = match place {
            TextAt::Here(record) => record,
            TextAt::Database => {
                let raw = database::get(&id).await.map_err(|cause| error::error("no-text", &cause))?;
                self.view().decode_text(&id, raw.as_deref())?
            }
        };
        let (text, blocks) = record.into_parts();
        let records = blocks.iter().map(|block| Passage { kind: block.kind, text: block.span.of(&text) });
        to_js(&records.collect::<Vec<_>>())
    }

    /// Gives an article another name.
    pub fn rename(&self, id: &str, title: &str) -> Result<(), JsValue> {
        Ok(self.edit().rename(id, title)?)
    }

    /// Removes an article; `undo()` brings it back.
    #[wasm_bindgen(js_name = removeArticle)]
    pub fn remove_article(&self, id: &str) -> Result<(), JsValue> {
        Ok(self.edit().remove_article(id)?)
    }

    /// The day that the open article is of.
    #[wasm_bindgen(unchecked_return_type = "DateRecord | undefined")]
    pub fn date(&self) -> Result<JsValue, JsValue> {
        to_js(&DateRecord::of(self.view().article()?))
    }

    /// Sets that day (`2023-09-26`, `2023-09`, `2023`), or goes back to what the text says.
    #[wasm_bindgen(js_name = setDate)]
    pub fn set_date(&self, date: Option<String>) -> Result<(), JsValue> {
        Ok(self.edit().set_date(date.as_deref())?)
    }

    async fn after_adding(&self, replaced: u32) {
        self.warn_replaced(replaced);
        self.keep_texts().await;
    }
}
