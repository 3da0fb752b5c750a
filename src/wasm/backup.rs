//! Backups and the other texts of notes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::database;
use super::records::to_js;
use crate::session::{self, Backup, Restore, RestoreReport};

#[derive(Serialize, Tsify)]
pub struct BackupRecord {
    json: String,
    articles: usize,
    annotations: usize,
    /// Titles of articles whose text could not be found.
    lacking: Vec<String>,
}

#[derive(Serialize, Tsify)]
pub struct UnreadRecord {
    key: String,
    reason: String,
}

/// What a restore will come to, or came to.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RestoreReportRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    created: Option<String>,
    articles: usize,
    added: usize,
    updated: usize,
    same: usize,
    kept_both: usize,
    learned: usize,
    refused: Vec<UnreadRecord>,
    damaged: bool,
}

impl From<RestoreReport> for RestoreReportRecord {
    fn from(report: RestoreReport) -> Self {
        let RestoreReport { created, articles, added, updated, same, kept_both, learned, refused, damaged } =
            report;
        let refused = refused.into_iter().map(|(key, reason)| UnreadRecord { key, reason }).collect();
        Self { created, articles, added, updated, same, kept_both, learned, refused, damaged }
    }
}

/// A backup that was read and not yet restored.
#[wasm_bindgen]
pub struct PreparedRestore {
    restore: RefCell<Option<Restore>>,
    report: RestoreReport,
}

#[wasm_bindgen]
impl PreparedRestore {
    /// What will come of it.
    #[wasm_bindgen(getter, unchecked_return_type = "RestoreReportRecord")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        to_js(&RestoreReportRecord::from(self.report.clone()))
    }
}

#[wasm_bindgen]
impl Core {
    /// Everything in one file.
    #[wasm_bindgen(unchecked_return_type = "BackupRecord")]
    pub async fn backup(&self) -> Result<JsValue, JsValue> {
        let mut texts = BTreeMap::new();
        let elsewhere = self.view().texts_elsewhere();
        for id in elsewhere {
            // A text that cannot be read is named among those that are lacking.
            if let Ok(Some(raw)) = database::get(&id).await {
                texts.insert(id, raw);
            }
        }
        let Backup { json, articles, annotations, lacking } = self.view().backup(&texts)?;
        to_js(&BackupRecord { json, articles, annotations, lacking })
    }

    /// Whether a file is one that `beginRestore` reads, told by its content.
    #[wasm_bindgen(js_name = isBackup)]
    #[must_use]
    pub fn is_backup(json: &str) -> bool {
        session::is_backup(json)
    }

    /// Reads a backup and says what restoring it would come to. Changes nothing.
    #[wasm_bindgen(js_name = beginRestore)]
    pub async fn begin_restore(&self, json: String) -> Result<PreparedRestore, JsValue> {
        let restore = self.view().begin_restore(&json)?;
        let report = restore.report.clone();
        Ok(PreparedRestore { restore: RefCell::new(Some(restore)), report })
    }

    /// Does what was said, all of it or nothing; `undo()` takes it back.
    #[wasm_bindgen(js_name = finishRestore, unchecked_return_type = "RestoreReportRecord")]
    pub async fn finish_restore(&self, prepared: &PreparedRestore) -> Result<JsValue, JsValue> {
        let Some(restore) = prepared.restore.take() else {
            return Err(super::error::bad_argument("This backup was restored already."));
        };
        let mut kept = true;
        for (id, raw) in &restore.texts {
            kept &= database::put(id, raw.into()).await.is_ok();
        }
        let report = self.edit().finish_restore(restore, kept)?;
        to_js(&RestoreReportRecord::from(report))
    }

    /// Takes the other text of a note in place of its own, or lets it go; `undo()` takes it back.
    #[wasm_bindgen(js_name = settleRevision)]
    pub fn settle_revision(&self, id: &str, index: usize, take: bool) -> Result<(), JsValue> {
        Ok(self.edit().settle_revision(id, index, take)?)
    }
}
