//! Export and import.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::{bad_argument, error};
use super::records::to_js;
use super::{database, input, model};
use crate::export::import::{MOST_BYTES, Refused};
use crate::export::{FORMATS, Format, Written, named};
use crate::session::{Import, ImportReport, Preview, TextAt};

#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct ExportOptions {
    /// Whether what the machine found goes along.
    #[tsify(optional)]
    entities: bool,
}

#[derive(Serialize, Tsify)]
pub struct FormatRecord {
    name: &'static str,
    title: &'static str,
    purpose: &'static str,
    /// Whether it says the part of speech of every token, so that `loadPartsOfSpeech` comes first.
    speech: bool,
}

#[derive(Serialize, Tsify)]
pub struct WrittenRecord {
    extension: &'static str,
    #[serde(rename = "type")]
    media_type: &'static str,
    text: String,
}

#[derive(Serialize, Tsify)]
pub struct RefusedRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    id: Option<String>,
    reason: String,
}

#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRecord {
    format: &'static str,
    title: String,
    is_new: bool,
    exact: usize,
    moved: usize,
    ambiguous: usize,
    orphan: usize,
    whole: usize,
    updated: usize,
    same: usize,
    learned: usize,
    machine: usize,
    mended: usize,
    refused: Vec<RefusedRecord>,
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

fn refused(refused: Vec<Refused>) -> Vec<RefusedRecord> {
    refused.into_iter().map(|it| RefusedRecord { id: it.id, reason: it.reason.to_string() }).collect()
}

impl From<ImportReport> for ImportReportRecord {
    fn from(report: ImportReport) -> Self {
        let ImportReport { added, updated, same, learned, article, .. } = report;
        Self { added, updated, same, learned, refused: refused(report.refused), article }
    }
}

impl From<Preview> for PreviewRecord {
    fn from(preview: Preview) -> Self {
        Self {
            format: preview.format,
            title: preview.title,
            is_new: preview.is_new,
            exact: preview.exact,
            moved: preview.moved,
            ambiguous: preview.ambiguous,
            orphan: preview.orphan,
            whole: preview.whole,
            updated: preview.updated,
            same: preview.same,
            learned: preview.learned,
            machine: preview.machine,
            mended: preview.mended,
            refused: refused(preview.refused),
        }
    }
}

/// Files that were read and not yet merged. Dropping it changes nothing.
#[wasm_bindgen]
pub struct ImportDraft {
    import: Import,
    preview: Preview,
}

#[wasm_bindgen]
impl ImportDraft {
    /// What merging would come to.
    #[wasm_bindgen(unchecked_return_type = "PreviewRecord")]
    pub fn preview(&self) -> Result<JsValue, JsValue> {
        to_js(&PreviewRecord::from(self.preview.clone()))
    }
}

#[wasm_bindgen]
impl Core {
    /// The formats that the open article can be exported in.
    #[wasm_bindgen(js_name = exportFormats, unchecked_return_type = "FormatRecord[]")]
    pub async fn export_formats(&self) -> Result<JsValue, JsValue> {
        let record = |format: &&dyn Format| {
            let it = format.facts();
            let speech = format.says_parts_of_speech();
            FormatRecord { name: it.name, title: it.title, purpose: it.purpose, speech }
        };
        to_js(&FORMATS.iter().filter(|format| format.writes()).map(record).collect::<Vec<_>>())
    }

    /// The open article with its annotations in a format, as one file or two.
    #[wasm_bindgen(js_name = exportAs, unchecked_return_type = "WrittenRecord[]")]
    pub async fn export_as(
        &self,
        format: String,
        #[wasm_bindgen(unchecked_param_type = "ExportOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options: Option<ExportOptions> = serde_wasm_bindgen::from_value(options).map_err(bad_argument)?;
        self.edit().split()?;
        let written = self.written(&format, options.unwrap_or_default().entities)?;
        let record =
            |it: Written| WrittenRecord { extension: it.extension, media_type: it.media_type, text: it.text };
        to_js(&written.into_iter().map(record).collect::<Vec<_>>())
    }

    /// The open article with its annotations as a W3C `AnnotationCollection`.
    #[wasm_bindgen(js_name = exportJson, unchecked_return_type = "string")]
    pub async fn export_json(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExportOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options: Option<ExportOptions> = serde_wasm_bindgen::from_value(options).map_err(bad_argument)?;
        let entities = options.unwrap_or_default().entities;
        let written = self.written("w3c", entities)?;
        Ok(written.into_iter().map(|written| written.text).collect::<String>().into())
    }

    /// Longest file that is read, in bytes: a longer one need not be loaded to be refused.
    #[wasm_bindgen(js_name = mostImportBytes)]
    #[must_use]
    pub fn most_import_bytes(&self) -> f64 {
        MOST_BYTES as f64
    }

    /// Reads files and finds out what merging them would come to. Nothing is changed before
    /// `commitImport`.
    #[wasm_bindgen(js_name = beginImport)]
    pub async fn begin_import(&self, files: Vec<Uint8Array>) -> Result<ImportDraft, JsValue> {
        let files: Vec<Vec<u8>> = files.iter().map(Uint8Array::to_vec).collect();
        let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
        let import = self.view().begin_import(&files)?;
        let place = self.edit().text_for_preview(&import)?;
        let text = match (place, &import.article) {
            (Some(TextAt::Here(record)), _) => Some(record),
            (Some(TextAt::Database), Some(id)) => {
                let raw = database::get(id).await.map_err(|cause| error("no-text", &cause))?;
                Some(self.view().decode_text(id, raw.as_deref())?)
            }
            _ => None,
        };
        let preview = self.edit().preview_import(&import, text)?;
        Ok(ImportDraft { import, preview })
    }

    /// Merges what was read, and opens the article that it is about.
    #[wasm_bindgen(js_name = commitImport, unchecked_return_type = "ImportReportRecord")]
    pub async fn commit_import(&self, draft: ImportDraft) -> Result<JsValue, JsValue> {
        self.merge_import(draft.import).await
    }

    /// Reads a JSON text and merges it at once.
    #[wasm_bindgen(js_name = importJson, unchecked_return_type = "ImportReportRecord")]
    pub async fn import_json(&self, json: js_sys::JsString) -> Result<JsValue, JsValue> {
        let (json, _) = input::text(&json);
        let import = self.view().begin_import(&[json.as_bytes()])?;
        self.merge_import(import).await
    }
}

impl Core {
    /// The open article in a format.
    fn written(&self, format: &str, entities: bool) -> Result<Vec<Written>, JsValue> {
        if named(format).is_some_and(Format::says_parts_of_speech) {
            model::speech()?;
        }
        Ok(self.view().export(format, entities)?)
    }

    async fn merge_import(&self, import: Import) -> Result<JsValue, JsValue> {
        let revived = self.edit().ready_import(&import)?;
        if let Some(id) = &import.article
            && self.view().article().map_or(true, |article| article.id() != id)
        {
            self.open(id.clone()).await?;
        }
        let report = self.edit().finish_import(import, revived)?;
        self.keep_texts().await;
        to_js(&ImportReportRecord::from(report))
    }
}
