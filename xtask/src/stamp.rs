//! Content hashes, and the stamps by which a step knows that its output is up to date: a stamp is a
//! file that holds the hash of everything the output was made from.

use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

/// SHA-256 of some parts, in hexadecimal. Each part's length is hashed with it, so that moving a byte
/// from one part to the next changes the hash.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the stamp says that the output was made from what `hash` stands for.
pub fn is_current(stamp: &Path, hash: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|held| held == hash)
}

/// Leaves the stamp, after the output is complete.
pub fn write(stamp: &Path, hash: &str) -> Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(stamp, hash)?)
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_depends_on_where_parts_end() {
        let (split, moved) = (hash([&b"ab"[..], b"c"]), hash([&b"a"[..], b"bc"]));
        assert_eq!(split.len(), 64);
        assert_ne!(split, moved);
    }
}
