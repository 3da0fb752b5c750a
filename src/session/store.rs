//! Where records are kept: a map from keys to strings that may fail at any call.
//!
//! Owns the [`Store`] trait and its native twin, [`MemoryStore`]; the browser's is in `wasm`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The quota is used up.
    #[error("The browser's storage is full.")]
    Full,
    /// It cannot be used at all, or not now.
    #[error("The browser's storage cannot be used: {reason}")]
    Unavailable {
        /// What the browser said, a sentence.
        reason: String,
    },
}

/// A map from keys to strings that outlives the page.
pub trait Store {
    /// The value under `key`.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `value` under `key`. That it returns `Ok` is a claim; [`super::Shelf`] checks it.
    ///
    /// # Errors
    /// When the store refuses.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Takes `key` away; does nothing when it is not there.
    ///
    /// # Errors
    /// When the store refuses.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, in no particular order, ours or not.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// What a [`MemoryStore`] does wrong, so that tests can see what becomes of the reader's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Every write that would make it hold more bytes than this is refused as full.
    Quota(usize),
    /// Every call is refused.
    Broken,
    /// Writes and removals are refused; reads work.
    WritesRefused,
    /// Writes and removals claim success and do nothing.
    WritesLost,
    /// What is read lacks its last character.
    ReadsCut,
}

/// A store in memory. Clones share one map, as two tabs share one `localStorage`.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Rc<RefCell<Fault>>,
}

impl MemoryStore {
    /// From now on this goes wrong.
    pub fn break_with(&self, fault: Fault) {
        self.fault.replace(fault);
    }

    /// A copy of everything it holds, whatever its fault.
    #[must_use]
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }

    /// Writes behind everybody's back, whatever its fault.
    pub fn plant(&self, key: &str, value: &str) {
        self.entries.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    fn fault(&self) -> Fault {
        *self.fault.borrow()
    }

    fn refused() -> StoreError {
        StoreError::Unavailable { reason: "it was told to refuse.".to_owned() }
    }

    fn size_with(&self, key: &str, value: &str) -> usize {
        let entries = self.entries.borrow();
        let others = entries.iter().filter(|(name, _)| name.as_str() != key);
        others.map(|(name, value)| name.len() + value.len()).sum::<usize>() + key.len() + value.len()
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut value = self.entries.borrow().get(key).cloned();
        match self.fault() {
            Fault::Broken => return Err(Self::refused()),
            Fault::ReadsCut => {
                value.iter_mut().for_each(|value| {
                    value.pop();
                });
            }
            _ => {}
        }
        Ok(value)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        match self.fault() {
            Fault::Broken | Fault::WritesRefused => Err(Self::refused()),
            Fault::Quota(most) if self.size_with(key, value) > most => Err(StoreError::Full),
            Fault::WritesLost => Ok(()),
            _ => {
                self.plant(key, value);
                Ok(())
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        match self.fault() {
            Fault::Broken | Fault::WritesRefused => Err(Self::refused()),
            Fault::WritesLost => Ok(()),
            _ => {
                self.entries.borrow_mut().remove(key);
                Ok(())
            }
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self.fault() {
            Fault::Broken => Err(Self::refused()),
            _ => Ok(self.entries.borrow().keys().cloned().collect()),
        }
    }
}
