//! Reading a backup back into a library that may have gone on since, or be another one.
//!
//! It has two halves: the first reads the file and says what would come of it, changing nothing; the second
//! does it. Records are matched by their keys and told apart by their lineages: a later version replaces an
//! earlier one wherever it lies, and where neither has taken in the other both texts are kept.
//!
//! Invariant: all of it is done or nothing; what is here is never lost by it; it is one step of the history.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::action::Action;
use super::backup::{HEAD, VERSION};
use super::checksum::crc32;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key::{self, Key};
use super::plan::Plan;
use super::schema;
use super::state::Session;

/// Longest file that is read, in bytes.
const MOST_BYTES: usize = 512 << 20;

/// Why a file is no backup.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// Something else.
    #[error("The file is not a backup of Manicule's.")]
    NotBackup,
    /// A later program's.
    #[error(
        "The backup is of version {found}, and this program reads versions up to {VERSION}. Reload to get a newer one."
    )]
    Newer {
        /// Its version.
        found: u64,
    },
    /// Longer than can be read.
    #[error("The backup is {length} bytes long; at most {MOST_BYTES} can be read.")]
    TooLong {
        /// Its length.
        length: usize,
    },
    /// A record could not be written; everything is as it was before.
    #[error("The backup was not restored, and nothing was changed: {reason}")]
    NotWritten {
        /// Why, a sentence.
        reason: String,
    },
}

/// What a restore comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestoreReport {
    /// When the backup was made.
    pub created: Option<String>,
    /// Articles that were not here.
    pub articles: usize,
    /// Annotations that were not here.
    pub added: usize,
    /// Articles, annotations and learned names of which the backup has a later version.
    pub updated: usize,
    /// Records that stay as they are: the same here, or later here.
    pub same: usize,
    /// Annotations that were changed here and there: both texts are kept.
    pub kept_both: usize,
    /// Learned names that were not here.
    pub learned: usize,
    /// Records that cannot be read, by key, and why.
    pub refused: Vec<(String, String)>,
    /// Whether the file was cut short or changed; what is left of it is whole.
    pub damaged: bool,
}

/// A backup that was read and not yet restored.
#[derive(Debug)]
pub struct Restore {
    /// What will come of it.
    pub report: RestoreReport,
    /// Encoded texts of articles, for the database, by article: put there first.
    pub texts: Vec<(String, String)>,
    pub(super) plan: Plan,
}

#[derive(Deserialize)]
struct Line {
    key: String,
    raw: String,
}

/// The records of a file.
#[derive(Default)]
struct File {
    created: Option<String>,
    records: BTreeMap<String, String>,
    damaged: bool,
}

/// Whether this is one of the files that [`Session::begin_restore`] reads, told by how it begins or, where
/// another program laid it out anew, by what is in it. O(size) at most.
#[must_use]
pub fn is_backup(json: &str) -> bool {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let named = || {
        let value: Value = serde_json::from_str(json).ok()?;
        Some(matches!(value.get("manicule")?.as_str()?, "backup" | "unsaved"))
    };
    json.starts_with(HEAD)
        || (json.trim_start().starts_with('{') && json.contains("\"manicule\"") && named().unwrap_or(false))
}

impl Session {
    /// Reads a backup and says what restoring it would come to. Changes nothing.
    ///
    /// # Errors
    /// When nothing may be changed, the file is no backup, or the store cannot be read.
    pub fn begin_restore(&self, json: &str) -> Result<Restore, SessionError> {
        self.writable()?;
        let file = read(json)?;
        let mut plan = Plan::default();
        let mut report =
            RestoreReport { created: file.created, damaged: file.damaged, ..RestoreReport::default() };
        let mut texts = Vec::new();
        // Articles before their texts and notes: those need to know which there will be.
        for (key, raw) in
            file.records.iter().filter(|(key, _)| matches!(key::parse(key), Some(Key::Article(_))))
        {
            self.plan_article(&mut plan, &mut report, key, raw)?;
        }
        for (key, raw) in &file.records {
            match key::parse(key) {
                Some(Key::Article(_)) => {}
                Some(Key::Text(id)) => self.plan_text(&plan, &mut report, &mut texts, (key, id, raw))?,
                Some(Key::Note(article)) => self.plan_note(&mut plan, &mut report, (key, article, raw))?,
                Some(Key::Taught(name)) => self.plan_taught(&mut plan, &mut report, (key, name, raw))?,
                Some(Key::Setting(_)) => {
                    if self.shelf.read(key)?.is_none() {
                        plan.write(key, raw.clone());
                    }
                }
                Some(Key::Schema | Key::History(_)) => {}
                None if key.starts_with(key::RECOVERED) => {
                    if self.shelf.read(key)?.is_none() {
                        plan.write(key, raw.clone());
                    }
                }
                None => report.refused.push((key.clone(), "It is no record of a library.".to_owned())),
            }
        }
        Ok(Restore { report, texts, plan })
    }

    /// Does what was said. Texts that the database did not take go into the store.
    ///
    /// # Errors
    /// When nothing may be changed or a record cannot be written: then all are as they were.
    pub fn finish_restore(
        &mut self,
        restore: Restore,
        texts_kept: bool,
    ) -> Result<RestoreReport, SessionError> {
        self.writable()?;
        let Restore { report, texts, mut plan } = restore;
        if !texts_kept {
            for (id, raw) in texts {
                plan.write(&key::text(&id), raw);
            }
        }
        self.write_all(&plan)?;
        for (key, raw) in &plan.writes {
            self.copies.owe(key, raw.clone());
            // What another window wrote shows in this way, too.
            self.lineages.remove(key);
            self.storage_changed(Some(key), Some(raw))?;
        }
        if !plan.changes.is_empty() {
            self.remember(Step::new(Action::Restore, plan.changes));
        }
        Ok(report)
    }

    /// Writes all, or, when one fails, puts everything back.
    fn write_all(&mut self, plan: &Plan) -> Result<(), SessionError> {
        let mut before: Vec<(&str, Option<String>)> = Vec::new();
        for (key, raw) in &plan.writes {
            let old = self.shelf.read(key)?;
            let was_owed = self.shelf.pending().contains_key(key);
            if self.shelf.write(key, Some(raw.clone())) {
                before.push((key, old));
                continue;
            }
            let reason = self.shelf.failure().map_or_else(String::new, ToString::to_string);
            self.shelf.settle(key);
            if was_owed {
                self.shelf.write(key, old);
            }
            for (key, old) in before.into_iter().rev() {
                self.shelf.write(key, old);
            }
            return Err(RestoreError::NotWritten { reason }.into());
        }
        Ok(())
    }
}

/// Reads line by line, so that a file that was cut short gives what it has; else as JSON, for one that
/// another program laid out anew, and for what earlier versions gave of what could not be saved.
fn read(json: &str) -> Result<File, RestoreError> {
    if json.len() > MOST_BYTES {
        return Err(RestoreError::TooLong { length: json.len() });
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut lines = json.lines();
    let head = lines.next().unwrap_or_default();
    if !head.starts_with(HEAD) || !head.ends_with('[') {
        return read_whole(json);
    }
    let head: Value = serde_json::from_str(&format!("{head}]}}")).map_err(|_| RestoreError::NotBackup)?;
    let mut file = File { created: created(&head)?, ..File::default() };
    let mut is_ended = false;
    for line in lines {
        if line.starts_with("],") {
            is_ended = true;
        } else if let Ok(Line { key, raw }) = serde_json::from_str(line.strip_suffix(',').unwrap_or(line)) {
            file.records.insert(key, raw);
        } else if !line.trim().is_empty() {
            file.damaged = true;
            file.records.extend(salvaged(line));
        }
    }
    file.damaged |= !is_ended || !is_whole(json);
    Ok(file)
}

/// What is whole in a line that is no record: two, where what parted them was lost. Within a record every
/// quotation mark is escaped, so that another begins only where one begins.
fn salvaged(line: &str) -> impl Iterator<Item = (String, String)> {
    let records = line.match_indices("{\"key\":").filter_map(|(at, _)| {
        let rest = line.get(at..)?;
        serde_json::Deserializer::from_str(rest).into_iter::<Line>().next()?.ok()
    });
    records.map(|Line { key, raw }| (key, raw))
}

/// Whether the checksum of the records is the one at the end.
fn is_whole(json: &str) -> bool {
    let body = json.split_once("[\n").and_then(|(_, rest)| rest.rsplit_once("\n],"));
    body.is_some_and(|(body, tail)| tail.contains(&format!("\"checksum\":\"{:08x}\"", crc32(&[body]))))
}

fn read_whole(json: &str) -> Result<File, RestoreError> {
    let value: Value = serde_json::from_str(json).map_err(|_| RestoreError::NotBackup)?;
    match value.get("manicule").and_then(Value::as_str) {
        Some("backup") => {}
        Some("unsaved") => return read_unsaved(&value),
        _ => return Err(RestoreError::NotBackup),
    }
    let records = value.get("records").and_then(Value::as_array).ok_or(RestoreError::NotBackup)?;
    let text = |record: &Value, field| Some(record.get(field)?.as_str()?.to_owned());
    let pairs = records.iter().filter_map(|record| Some((text(record, "key")?, text(record, "raw")?)));
    let read: BTreeMap<String, String> = pairs.collect();
    Ok(File { created: created(&value)?, damaged: read.len() < records.len(), records: read })
}

/// What could not be saved, as it was given once: records by their keys, each as JSON and not to the character,
/// so that their checksums hold no longer; a removal is null, and is not repeated.
fn read_unsaved(value: &Value) -> Result<File, RestoreError> {
    let records = value.get("records").and_then(Value::as_object).ok_or(RestoreError::NotBackup)?;
    let there = records.iter().filter(|(_, record)| !record.is_null());
    Ok(File {
        records: there.map(|(key, record)| (key.clone(), schema::sealed(record))).collect(),
        ..File::default()
    })
}

fn created(head: &Value) -> Result<Option<String>, RestoreError> {
    match head.get("version").and_then(Value::as_u64) {
        Some(found) if found > u64::from(VERSION) => Err(RestoreError::Newer { found }),
        Some(_) => Ok(head.get("created").and_then(Value::as_str).map(str::to_owned)),
        None => Err(RestoreError::NotBackup),
    }
}

impl Plan {
    pub(super) fn write(&mut self, key: &str, raw: String) {
        self.writes.insert(key.to_owned(), raw);
    }

    pub(super) fn change(&mut self, change: Change) {
        self.changes.push(change);
    }
}
