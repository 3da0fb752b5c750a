//! What could not be saved, for the reader to take away.

use serde_json::{Map, Value};

use super::key;
use super::state::Session;

impl Session {
    /// Everything that is owed to the store or the database as one JSON object: the records by their
    /// keys, a removal as null.
    #[must_use]
    pub fn export_unsaved(&self) -> String {
        let read = |raw: &str| serde_json::from_str(raw).unwrap_or_else(|_| Value::from(raw));
        let value = |raw: &Option<String>| raw.as_deref().map_or(Value::Null, read);
        let pending = self.shelf.pending().iter().map(|(key, raw)| (key.clone(), value(raw)));
        let texts = self.owed_texts.iter().map(|(id, raw)| (key::text(id), read(raw)));
        let records: Map<String, Value> = pending.chain(texts).collect();
        serde_json::json!({ "manicule": "unsaved", "records": records }).to_string()
    }
}
