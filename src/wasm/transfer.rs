//! Export and import.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::bad_argument;
use super::records::to_js;
use crate::session::ImportReport;

#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct ExportOptions {
    /// Whether what the machine found goes along.
    #[tsify(optional)]
    entities: bool,
}

#[derive(Serialize, Tsify)]
pub struct RefusedRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    id: Option<String>,
    reason: String,
}

#[derive(Serialize, Tsify)]
pub struct ImportReportRecord {
    added: usize,
    updated: usize,
    same: usize,
    learned: usize,
    refused: Vec<RefusedRecord>,
    article: String,
}

impl From<ImportReport> for ImportReportRecord {
    fn from(report: ImportReport) -> Self {
        let ImportReport { added, updated, same, learned, refused, article } = report;
        let record =
            |it: crate::export::import::Refused| RefusedRecord { id: it.id, reason: it.reason.to_string() };
        Self { added, updated, same, learned, refused: refused.into_iter().map(record).collect(), article }
    }
}

#[wasm_bindgen]
impl Core {
    /// The open article with its annotations as a W3C `AnnotationCollection`.
    #[wasm_bindgen(js_name = exportJson)]
    pub fn export_json(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExportOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let options: Option<ExportOptions> = serde_wasm_bindgen::from_value(options).map_err(bad_argument)?;
        Ok(self.view().export_json(options.unwrap_or_default().entities)?)
    }

    /// Merges a file of annotations and opens the article that they are about.
    #[wasm_bindgen(js_name = importJson, unchecked_return_type = "ImportReportRecord")]
    pub async fn import_json(&self, json: String) -> Result<JsValue, JsValue> {
        let import = self.edit().begin_import(&json)?;
        if let Some(id) = &import.article
            && self.view().article().map_or(true, |article| article.id() != id)
        {
            self.open(id.clone()).await?;
        }
        let report = self.edit().finish_import(import)?;
        self.keep_texts().await;
        to_js(&ImportReportRecord::from(report))
    }
}
