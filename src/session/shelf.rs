//! The store as the session uses it: nothing counts as saved before it was read back equal.
//!
//! Invariant: what [`Shelf::read`] gives is the last thing written, whether the store took it or not;
//! what the store did not take stays in `pending` until it does.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::key;
use super::store::{Store, StoreError};
use crate::order;

/// A [`Store`] with the writes that it still owes.
pub struct Shelf {
    store: Rc<dyn Store>,
    /// Unconfirmed writes; `None` is a removal.
    pending: BTreeMap<String, Option<String>>,
    failure: Option<StoreError>,
    /// Whether spare records were dropped since somebody asked.
    dropped: bool,
    /// Whether no spare record was there when they were looked for last: a full store is asked once, not with
    /// every one of thousands of writes. Another window's are found at the next try.
    bare: bool,
}

impl Shelf {
    /// A shelf on `store` that owes nothing.
    #[must_use]
    pub fn new(store: Rc<dyn Store>) -> Self {
        Self { store, pending: BTreeMap::new(), failure: None, dropped: false, bare: false }
    }

    /// What lies under `key`, as this session left it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.pending.get(key) {
            Some(value) => Ok(value.clone()),
            None => self.store.get(key),
        }
    }

    /// What the store itself has under `key`, whoever wrote it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn stored(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    /// Keys that start with `prefix` and hold something, in order.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let mut keys: BTreeSet<String> = self.store.keys()?.into_iter().collect();
        for (key, value) in &self.pending {
            if value.is_some() {
                keys.insert(key.clone());
            } else {
                keys.remove(key);
            }
        }
        Ok(keys.into_iter().filter(|key| key.starts_with(prefix)).collect())
    }

    /// Writes `value` under `key` (`None` removes it) and reads it back. Whether it is saved now;
    /// otherwise it stays pending. A full store loses its spare records first.
    pub fn write(&mut self, key: &str, value: Option<String>) -> bool {
        let mut written = confirm(self.store.as_ref(), key, value.as_deref());
        if written == Err(StoreError::Full) && self.drop_spares() {
            written = confirm(self.store.as_ref(), key, value.as_deref());
        }
        match written {
            Ok(()) => {
                self.pending.remove(key);
                true
            }
            Err(error) => {
                self.failure = Some(error);
                self.pending.insert(key.to_owned(), value);
                false
            }
        }
    }

    /// Tries every unconfirmed write again; removals first, since they make room. Whether all are saved.
    pub fn retry(&mut self) -> bool {
        self.bare = false;
        let mut owed: Vec<_> = std::mem::take(&mut self.pending).into_iter().collect();
        order::by_key(&mut owed, |(_, value)| value.is_some());
        for (key, value) in owed {
            self.write(&key, value);
        }
        self.pending.is_empty()
    }

    /// Writes a record that nobody misses ([`key::HISTORY`]), or removes it, and reads it back. What the
    /// store does not take is not owed. Whether it took it.
    pub fn write_spare(&mut self, key: &str, value: Option<&str>) -> bool {
        let taken = confirm(self.store.as_ref(), key, value).is_ok();
        self.bare &= !taken || value.is_none();
        taken
    }

    /// Removes the spare records, to make room. Whether there were any.
    pub fn drop_spares(&mut self) -> bool {
        if self.bare {
            return false;
        }
        self.bare = true;
        let keys = self.store.keys().unwrap_or_default();
        let spares = keys.iter().filter(|key| key.starts_with(key::HISTORY));
        let removed = spares.filter(|key| self.store.remove(key).is_ok()).count();
        self.dropped |= removed > 0;
        removed > 0
    }

    /// Whether spare records were dropped since the last call.
    pub fn take_dropped(&mut self) -> bool {
        std::mem::take(&mut self.dropped)
    }

    /// The unconfirmed writes; `None` is a removal.
    #[must_use]
    pub const fn pending(&self) -> &BTreeMap<String, Option<String>> {
        &self.pending
    }

    /// Forgets an unconfirmed write: it was kept elsewhere.
    pub fn settle(&mut self, key: &str) {
        self.pending.remove(key);
    }

    /// Why the last failed write failed, as long as any write is unconfirmed.
    #[must_use]
    pub fn failure(&self) -> Option<&StoreError> {
        self.failure.as_ref().filter(|_| !self.pending.is_empty())
    }
}

fn confirm(store: &dyn Store, key: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => store.set(key, value)?,
        None => store.remove(key)?,
    }
    if store.get(key)?.as_deref() == value {
        return Ok(());
    }
    let reason = "what was written could not be read back.".to_owned();
    Err(StoreError::Unavailable { reason })
}
