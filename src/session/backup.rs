//! A backup: one JSON file with every record as it is kept, each with its checksum and its lineage.
//!
//! A record stands on a line of its own between a first line and a last, so that a file can be written and
//! read in pieces, and one that was cut short still gives what is in it ([`super::restore`]).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::checksum::crc32;
use super::error::SessionError;
use super::key::{self, Key};
use super::state::Session;

/// The layout of the file; that of each record stands in it.
pub const VERSION: u32 = 1;
/// What the first line starts with.
pub const HEAD: &str = "{\"manicule\":\"backup\",";

/// A backup, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub json: String,
    /// Articles in it, with those removed in the last month.
    pub articles: usize,
    /// Annotations in it.
    pub annotations: usize,
    /// Titles of articles whose text could not be found.
    pub lacking: Vec<String>,
}

impl Session {
    /// Articles whose texts are in the database alone: hand them to [`Self::backup`].
    #[must_use]
    pub fn texts_elsewhere(&self) -> Vec<String> {
        let is_here = |id: &String| {
            self.owed_texts.contains_key(id)
                || self.shelf.read(&key::text(id)).is_ok_and(|text| text.is_some())
        };
        self.articles.keys().filter(|id| !is_here(id)).cloned().collect()
    }

    /// Everything in one file: articles with their texts, annotations, what was taught, settings, records
    /// that could not be read. `texts` are those from the database, by article. O(size).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn backup(&self, texts: &BTreeMap<String, String>) -> Result<Backup, SessionError> {
        let mut records = BTreeMap::new();
        for key in self.shelf.keys(key::ROOT)? {
            if let (true, Some(raw)) = (is_part(&key), self.shelf.read(&key)?) {
                records.insert(key, raw);
            }
        }
        for (id, raw) in texts.iter().chain(&self.owed_texts) {
            records.insert(key::text(id), raw.clone());
        }
        let count = |is: fn(&Key<'_>) -> bool| {
            records.keys().filter(|key| key::parse(key).as_ref().is_some_and(is)).count()
        };
        let lacking = self.articles.values().filter(|meta| !records.contains_key(&key::text(&meta.id)));
        Ok(Backup {
            articles: count(|key| matches!(key, Key::Article(_))),
            annotations: count(|key| matches!(key, Key::Note(_))),
            lacking: lacking.map(|meta| meta.title.clone()).collect(),
            json: write(&self.host.now(), &records),
        })
    }
}

/// Whether the record under `key` belongs into a backup.
pub(super) fn is_part(key: &str) -> bool {
    !matches!(key::parse(key), Some(Key::Schema | Key::History(_))) && !key.starts_with(key::DEVICE)
}

/// The file.
pub(super) fn write(now: &str, records: &BTreeMap<String, String>) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let lines: Vec<String> =
        records.iter().map(|(key, raw)| format!("{{\"key\":{},\"raw\":{}}}", text(key), text(raw))).collect();
    let body = lines.join(",\n");
    let mut json = format!("{HEAD}\"version\":{VERSION},\"created\":{},\"records\":[\n", text(now));
    json.push_str(&body);
    // Writing to a String cannot fail.
    let _ = write!(json, "\n],\"count\":{},\"checksum\":\"{:08x}\"}}\n", records.len(), crc32(&[&body]));
    json
}
