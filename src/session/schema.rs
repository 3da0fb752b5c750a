//! How records are written: a JSON envelope with the version of its layout, and the steps that bring
//! older layouts up to this one.
//!
//! Invariant: a record of a newer version is never rewritten, moved or shown as something it may not be.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Brings the record under a key from one version to the next.
pub type Migration = fn(key: &str, record: Value) -> Result<Value, String>;

/// The layout that records are written in.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Its number; the first is [`FIRST`].
    pub version: u32,
    /// Step `i` leads from version `FIRST + i` to the one after it.
    pub migrations: &'static [Migration],
}

/// The lowest version there ever was.
pub const FIRST: u32 = 1;

/// What this program writes.
pub const CURRENT: Schema = Schema { version: FIRST, migrations: &[] };

/// Why a record was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It was written by a newer program.
    #[error("The record is of version {found}, and this program knows versions up to {known}.")]
    Newer {
        /// Its version.
        found: u64,
        /// Ours.
        known: u32,
    },
    /// It is not JSON, not an envelope, or not what belongs under its key.
    #[error("The record is damaged: {reason}.")]
    Corrupt {
        /// What the reader of it stumbled over.
        reason: String,
    },
}

impl Unreadable {
    fn corrupt(reason: impl ToString) -> Self {
        Self::Corrupt { reason: reason.to_string() }
    }
}

impl Schema {
    /// The record in its envelope.
    #[must_use]
    pub fn encode<T: Serialize>(self, record: &T) -> String {
        json!({ "version": self.version, "record": record }).to_string()
    }

    /// Reads the record `raw` that lay under `key`, migrating it when it is of an older version.
    ///
    /// # Errors
    /// When it is damaged or of a newer version.
    pub fn decode<T: DeserializeOwned>(self, key: &str, raw: &str) -> Result<T, Unreadable> {
        let envelope: Value = serde_json::from_str(raw).map_err(Unreadable::corrupt)?;
        let Value::Object(mut envelope) = envelope else {
            return Err(Unreadable::corrupt("it is not an object"));
        };
        let found = envelope.get("version").and_then(Value::as_u64);
        let found = found.ok_or_else(|| Unreadable::corrupt("it has no version"))?;
        if found > u64::from(self.version) {
            return Err(Unreadable::Newer { found, known: self.version });
        }
        let done = found.checked_sub(u64::from(FIRST)).and_then(|done| usize::try_from(done).ok());
        let steps = done.and_then(|done| self.migrations.get(done..));
        let steps = steps.ok_or_else(|| Unreadable::corrupt(format!("there never was a version {found}")))?;
        let record = envelope.remove("record").ok_or_else(|| Unreadable::corrupt("it is empty"))?;
        let record = steps.iter().try_fold(record, |record, step| step(key, record));
        serde_json::from_value(record.map_err(Unreadable::corrupt)?).map_err(Unreadable::corrupt)
    }
}
