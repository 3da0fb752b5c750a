//! The articles.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::records::{ArticleRecord, DateRecord, to_js};
use super::{database, error, input};
use crate::session::TextAt;

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

    /// A library that knows what this one knows, of the texts and notes those of `id` alone, and keeps nothing: to read
    /// that article as the reader left it. It is yet to be opened there.
    pub fn beside(&self, id: &str) -> Result<Core, JsValue> {
        Ok(Self::of(self.view().beside(id)?))
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
