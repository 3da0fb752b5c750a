//! What is done to several annotations at once, what the colours are called, and templates of notes.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::bad_argument;
use super::note_records::TemplateRecord;
use super::records::to_js;
use crate::annotation::Colour;
use crate::session::{Several, Template};

/// What is to be different about each of several annotations.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct SeveralRecord {
    /// Tags to have.
    #[tsify(optional)]
    add: Vec<String>,
    /// Tags not to have.
    #[tsify(optional)]
    remove: Vec<String>,
    /// Another colour; `none` takes it away.
    #[tsify(optional, type = r#"Colour | "none""#)]
    colour: Option<Paint>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Paint {
    Colour(Colour),
    None(NoColour),
}

#[derive(Deserialize)]
enum NoColour {
    #[serde(rename = "none")]
    None,
}

#[wasm_bindgen]
impl Core {
    /// Changes several annotations in one step; how many became different.
    #[wasm_bindgen(js_name = updateSeveral)]
    pub fn update_several(
        &self,
        ids: Vec<String>,
        #[wasm_bindgen(unchecked_param_type = "SeveralRecord")] several: JsValue,
    ) -> Result<usize, JsValue> {
        let record: SeveralRecord = serde_wasm_bindgen::from_value(several).map_err(bad_argument)?;
        let colour = record.colour.map(|paint| match paint {
            Paint::Colour(colour) => Some(colour),
            Paint::None(NoColour::None) => None,
        });
        let several = Several { add: record.add, remove: record.remove, colour };
        Ok(self.edit().update_several(&ids, &several)?)
    }

    /// Removes several annotations in one step; how many there were.
    #[wasm_bindgen(js_name = removeSeveral)]
    pub fn remove_several(&self, ids: Vec<String>) -> Result<usize, JsValue> {
        Ok(self.edit().remove_several(&ids)?)
    }

    /// Makes one annotation of several that overlap; its id.
    pub fn merge(&self, ids: Vec<String>) -> Result<String, JsValue> {
        Ok(self.edit().merge(&ids)?)
    }

    /// What the reader calls the colours, by colour.
    #[wasm_bindgen(js_name = colourNames, unchecked_return_type = "Partial<Record<Colour, string>>")]
    pub fn colour_names(&self) -> Result<JsValue, JsValue> {
        let names = js_sys::Object::new();
        for (colour, name) in self.view().colour_names().iter() {
            js_sys::Reflect::set(&names, &to_js(&colour)?, &name.into())?;
        }
        Ok(names.into())
    }

    /// Calls a colour something; an empty name takes the name away.
    #[wasm_bindgen(js_name = nameColour)]
    pub fn name_colour(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Colour")] colour: JsValue,
        name: &str,
    ) -> Result<(), JsValue> {
        let colour: Colour = serde_wasm_bindgen::from_value(colour).map_err(bad_argument)?;
        Ok(self.edit().name_colour(colour, name)?)
    }

    /// Texts to begin a note with.
    #[wasm_bindgen(unchecked_return_type = "TemplateRecord[]")]
    pub fn templates(&self) -> Result<JsValue, JsValue> {
        to_js(&self.view().templates().into_iter().map(TemplateRecord::from).collect::<Vec<_>>())
    }

    /// Replaces that list; null goes back to the first ones.
    #[wasm_bindgen(js_name = setTemplates)]
    pub fn set_templates(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TemplateRecord[] | null")] templates: JsValue,
    ) -> Result<(), JsValue> {
        let records: Option<Vec<TemplateRecord>> =
            serde_wasm_bindgen::from_value(templates).map_err(bad_argument)?;
        let templates = records.map(|records| records.into_iter().map(Template::from).collect());
        Ok(self.edit().set_templates(templates)?)
    }
}
