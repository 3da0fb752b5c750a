//! How records are written: a JSON envelope with the version of its layout, a checksum, the record's
//! lineage, and the steps that bring older layouts up to this one.
//!
//! From version 2 on an envelope is, to the character,
//! `{"version":2,"checksum":"89abcdef","lineage":{…},"record":…}`: the checksum is that of the version's
//! digits and of everything after the checksum. Later versions keep this form, so that a damaged record is
//! told from a newer one.
//!
//! Invariant: a record of a newer version is never rewritten, moved or shown as something it may not be;
//! a record that was cut short or changed by a bit is never taken for a whole one.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::checksum::crc32;
use super::lineage::Lineage;

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

/// The lowest version there ever was. It had no checksum.
pub const FIRST: u32 = 1;

/// What this program writes.
pub const CURRENT: Schema = Schema { version: 2, migrations: &[to_2] };

/// Version 2 brought the checksum and the lineage, both outside the record.
fn to_2(_: &str, record: Value) -> Result<Value, String> {
    Ok(record)
}

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
    /// The record in its envelope, as the first version of it.
    #[must_use]
    pub fn encode<T: Serialize>(self, record: &T) -> String {
        self.written(record, &Lineage::default(), 0)
    }

    /// The record in its envelope.
    #[must_use]
    pub fn encode_as<T: Serialize>(self, record: &T, lineage: &Lineage) -> String {
        self.written(record, lineage, 0)
    }

    /// The same of a long record: room for so many bytes is made at once.
    #[must_use]
    pub fn encode_long<T: Serialize>(self, record: &T, bytes: usize) -> String {
        self.written(record, &Lineage::default(), bytes)
    }

    fn written<T: Serialize>(self, record: &T, lineage: &Lineage, bytes: usize) -> String {
        let (lineage, record): (Part<'_>, Part<'_>) =
            (&|out| serde_json::to_writer(out, lineage), &|out| serde_json::to_writer(out, record));
        written(&self.version.to_string(), lineage, record, bytes)
    }

    /// Reads the record `raw` that lay under `key`, migrating it when it is of an older version.
    ///
    /// # Errors
    /// When it is damaged or of a newer version.
    pub fn decode<T: DeserializeOwned>(self, key: &str, raw: &str) -> Result<T, Unreadable> {
        let mut envelope = open(raw)?;
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

/// Writes a part of an envelope.
type Part<'a> = &'a dyn Fn(&mut Vec<u8>) -> serde_json::Result<()>;

/// The envelope of a record, which may be a long text: it is written once, where it stays, and the checksum put in after it.
fn written(version: &str, lineage: Part<'_>, record: Part<'_>, bytes: usize) -> String {
    let head = format!("{{\"version\":{version},\"checksum\":\"");
    let mut out = Vec::with_capacity(bytes);
    out.extend_from_slice(format!("{head}00000000\",").as_bytes());
    let rest = out.len();
    for (name, part) in [("\"lineage\":", lineage), (",\"record\":", record)] {
        out.extend_from_slice(name.as_bytes());
        let before = out.len();
        // Records of ours are maps with text for keys, which always can be written.
        if part(&mut out).is_err() {
            out.truncate(before);
            out.extend_from_slice(b"null");
        }
    }
    out.push(b'}');
    let mut out = String::from_utf8(out).unwrap_or_default();
    let checksum = crc32(&[version, out.get(rest..).unwrap_or_default()]);
    out.replace_range(head.len()..head.len() + 8, &format!("{checksum:08x}"));
    out
}

/// An envelope that another program laid out anew, as it is written here; what is none stays as it is.
pub(super) fn sealed(envelope: &Value) -> String {
    let version = envelope.get("version").and_then(Value::as_u64);
    match (version, envelope.get("lineage"), envelope.get("record")) {
        (Some(version), Some(lineage), Some(record)) if version > u64::from(FIRST) => {
            let (lineage, record): (Part<'_>, Part<'_>) =
                (&|out| serde_json::to_writer(out, lineage), &|out| serde_json::to_writer(out, record));
            written(&version.to_string(), lineage, record, 0)
        }
        _ => envelope.as_str().map_or_else(|| envelope.to_string(), str::to_owned),
    }
}

/// The lineage in an envelope; empty where there is none, or it cannot be read.
#[must_use]
pub fn lineage(raw: &str) -> Lineage {
    open(raw).map_or_else(|_| Lineage::default(), |envelope| Lineage::read(envelope.get("lineage")))
}

/// The envelope as an object, once its checksum was found right.
fn open(raw: &str) -> Result<Map<String, Value>, Unreadable> {
    let sealed = seal(raw);
    if let Some((version, checksum, rest)) = sealed {
        let found = format!("{:08x}", crc32(&[version, rest]));
        if checksum != found {
            return Err(Unreadable::corrupt(format!("its checksum is {checksum} and should be {found}")));
        }
    }
    let envelope: Value = serde_json::from_str(raw).map_err(Unreadable::corrupt)?;
    let Value::Object(envelope) = envelope else {
        return Err(Unreadable::corrupt("it is not an object"));
    };
    let unsealed = envelope.get("version").and_then(Value::as_u64) == Some(u64::from(FIRST));
    if sealed.is_none() && (!unsealed || envelope.contains_key("checksum")) {
        return Err(Unreadable::corrupt("it has no version and checksum where they belong"));
    }
    Ok(envelope)
}

/// Version, checksum and what is under it, where an envelope has the form of version 2 and later.
fn seal(raw: &str) -> Option<(&str, &str, &str)> {
    let (version, rest) = raw.strip_prefix("{\"version\":")?.split_once(",\"checksum\":\"")?;
    let (checksum, rest) = rest.split_once("\",")?;
    let plain = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    (plain && checksum.len() == 8).then_some((version, checksum, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_changed_bit_and_every_cut_is_found() {
        let raw = CURRENT.encode(&serde_json::json!({ "note": "Was it 1 or 2?" }));
        assert!(CURRENT.decode::<Value>("key", &raw).is_ok());
        for (at, bit) in (0..raw.len()).flat_map(|at| (0..7).map(move |bit| (at, bit))) {
            let mut bytes = raw.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let changed = String::from_utf8(bytes).unwrap();
            let read = CURRENT.decode::<Value>("key", &changed);
            assert!(matches!(read, Err(Unreadable::Corrupt { .. })), "{changed}: {read:?}");
        }
        for end in 0..raw.len() {
            let cut = raw.get(..end).unwrap();
            assert!(CURRENT.decode::<Value>("key", cut).is_err(), "{cut}");
        }
    }

    #[test]
    fn a_newer_version_is_told_from_a_damaged_one() {
        let newer = Schema { version: 3, migrations: &[to_2, to_2] }.encode(&7);
        let read = CURRENT.decode::<Value>("key", &newer);
        assert_eq!(read, Err(Unreadable::Newer { found: 3, known: 2 }));
        let damaged = newer.replace(":7}", ":8}");
        assert!(matches!(CURRENT.decode::<Value>("key", &damaged), Err(Unreadable::Corrupt { .. })));
    }
}
