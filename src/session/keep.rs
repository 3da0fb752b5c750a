//! Writing records: each as the next version of what lies under its key.

use serde::Serialize;

use super::key;
use super::lineage::Lineage;
use super::schema;
use super::state::Session;

impl Session {
    /// What the version of an annotation that is here has taken in; of any other record, what the one in
    /// the store has. O(record) at the first look at a key.
    pub(super) fn lineage(&self, key: &str) -> Lineage {
        let known = self.lineages.get(key).cloned();
        let stored = || self.shelf.read(key).ok().flatten().map(|raw| schema::lineage(&raw));
        match (known, key::parse(key)) {
            (Some(known), Some(key::Key::Note(_))) => known,
            (Some(known), _) => known.joined(&stored().unwrap_or_default()),
            (None, _) => stored().unwrap_or_default(),
        }
    }

    /// Keeps the next version of the record under `key`, or removes it; whether the store has it now.
    pub(super) fn keep<T: Serialize>(&mut self, key: &str, record: Option<&T>) -> bool {
        let lineage = self.lineage(key).next(&self.writer);
        let raw = record.map(|record| self.schema.encode_as(record, &lineage));
        let copy = raw.clone().unwrap_or_else(|| self.schema.encode_as(&serde_json::Value::Null, &lineage));
        self.copies.owe(key, copy);
        self.lineages.insert(key.to_owned(), lineage);
        self.put(key, raw)
    }

    /// Keeps an encoded version as it is.
    pub(super) fn put(&mut self, key: &str, raw: Option<String>) -> bool {
        self.shelf.write(key, raw)
    }
}
