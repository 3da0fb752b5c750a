//! The library as a whole: what is said of its articles, their versions, what is in them.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::database;
use super::error::{self, bad_argument};
use super::records::to_js;
use crate::session::{Carried, Earlier, Telling, TextAt, TextRecord};

/// What is to be said of articles; an empty text takes away what is said.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct TellingRecord {
    #[tsify(optional)]
    source: Option<String>,
    #[tsify(optional)]
    byline: Option<String>,
    #[tsify(optional)]
    publisher: Option<String>,
    #[tsify(optional)]
    language: Option<String>,
    /// The day it is of; only of an article that was just brought.
    #[tsify(optional)]
    date: Option<String>,
    /// Tags to have.
    #[tsify(optional)]
    add: Vec<String>,
    /// Tags not to have.
    #[tsify(optional)]
    remove: Vec<String>,
    #[tsify(optional)]
    archived: Option<bool>,
}

/// An article that the open one may be a later version of.
#[derive(Serialize, Tsify)]
pub struct EarlierRecord {
    id: String,
    same: bool,
    address: bool,
}

/// What became of the notes of an earlier version.
#[derive(Serialize, Tsify)]
pub struct CarriedRecord {
    placed: usize,
    lost: usize,
}

/// A note of an article that need not be open, as it is searched.
#[derive(Serialize, Tsify)]
pub struct NoteTextRecord {
    quote: String,
    note: String,
    tags: Vec<String>,
}

#[wasm_bindgen]
impl Core {
    /// What a page says of the article that is added next.
    pub fn expect(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TellingRecord")] telling: JsValue,
    ) -> Result<(), JsValue> {
        let (telling, date) = read(telling)?;
        self.edit().expect(telling, date);
        Ok(())
    }

    /// Says something of several articles, in one step; of how many it was news.
    #[wasm_bindgen(js_name = tellSeveral)]
    pub fn tell_several(
        &self,
        ids: Vec<String>,
        #[wasm_bindgen(unchecked_param_type = "TellingRecord")] telling: JsValue,
    ) -> Result<usize, JsValue> {
        Ok(self.edit().tell_several(&ids, &read(telling)?.0)?)
    }

    /// Removes several articles, in one step.
    #[wasm_bindgen(js_name = removeArticles)]
    pub fn remove_articles(&self, ids: Vec<String>) -> Result<(), JsValue> {
        Ok(self.edit().remove_articles(&ids)?)
    }

    /// The article that the open one is likeliest a later version of.
    #[wasm_bindgen(unchecked_return_type = "EarlierRecord | undefined")]
    pub fn earlier(&self) -> Result<JsValue, JsValue> {
        let record = |Earlier { id, same, address }| EarlierRecord { id, same, address };
        to_js(&self.view().earlier()?.map(record))
    }

    /// Copies the notes of an earlier version onto the open article.
    #[wasm_bindgen(js_name = carryOver, unchecked_return_type = "CarriedRecord")]
    pub async fn carry_over(&self, id: String) -> Result<JsValue, JsValue> {
        let text = self.text_record(&id).await?;
        let Carried { placed, lost } = self.edit().carry_over(&id, text)?;
        to_js(&CarriedRecord { placed, lost })
    }

    /// The text of an article that need not be open, its blocks apart by blank lines.
    #[wasm_bindgen(js_name = textOf, unchecked_return_type = "string")]
    pub async fn text_of(&self, id: String) -> Result<JsValue, JsValue> {
        let (text, _) = self.text_record(&id).await?.into_parts();
        Ok(JsValue::from_str(&text))
    }

    /// The notes of an article that need not be open.
    #[wasm_bindgen(js_name = notesOf, unchecked_return_type = "NoteTextRecord[]")]
    pub fn notes_of(&self, id: &str) -> Result<JsValue, JsValue> {
        let notes = self.edit().notes_of(id)?;
        let records = notes.iter().map(|note| NoteTextRecord {
            quote: note.quote().unwrap_or_default().to_owned(),
            note: note.note().unwrap_or_default().to_owned(),
            tags: note.tags().into_iter().map(str::to_owned).collect(),
        });
        to_js(&records.collect::<Vec<_>>())
    }
}

impl Core {
    async fn text_record(&self, id: &str) -> Result<TextRecord, JsValue> {
        // Bound apart from the match, or the borrow would be held over the await.
        let place = self.edit().text_at(id)?;
        match place {
            TextAt::Here(record) => Ok(record),
            TextAt::Database => {
                let raw = database::get(id).await.map_err(|cause| error::error("no-text", &cause))?;
                Ok(self.view().decode_text(id, raw.as_deref())?)
            }
        }
    }
}

fn read(telling: JsValue) -> Result<(Telling, Option<String>), JsValue> {
    let record: TellingRecord = serde_wasm_bindgen::from_value(telling).map_err(bad_argument)?;
    let TellingRecord { source, byline, publisher, language, date, add, remove, archived } = record;
    Ok((Telling { source, byline, publisher, language, add, remove, archived }, date))
}
