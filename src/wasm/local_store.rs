//! `localStorage` as a [`Store`].

use gloo::storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use crate::session::{Store, StoreError};

/// The page's `localStorage`. Strings go in as they are: gloo's own `set` would write JSON of our JSON.
pub struct LocalStore {
    raw: web_sys::Storage,
}

impl LocalStore {
    /// The page's storage.
    ///
    /// # Errors
    /// When the page has none, or the browser forbids it.
    pub fn open() -> Result<Self, StoreError> {
        let unavailable = |reason: &str| StoreError::Unavailable { reason: reason.to_owned() };
        let window = web_sys::window().ok_or_else(|| unavailable("there is no window."))?;
        // gloo throws where it cannot have the storage, so ask first.
        window.local_storage().map_err(|cause| failure(&cause))?.ok_or_else(|| unavailable("it is off."))?;
        Ok(Self { raw: LocalStorage::raw() })
    }
}

/// Quota errors by both of the names that browsers give them; anything else in the browser's words.
fn failure(cause: &JsValue) -> StoreError {
    let read = |name: &str| js_sys::Reflect::get(cause, &name.into()).ok().and_then(|it| it.as_string());
    match read("name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Unavailable { reason: read("message").unwrap_or_else(|| format!("{cause:?}")) },
    }
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.raw.get_item(key).map_err(|cause| failure(&cause))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.raw.set_item(key, value).map_err(|cause| failure(&cause))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.raw.remove_item(key).map_err(|cause| failure(&cause))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let length = self.raw.length().map_err(|cause| failure(&cause))?;
        let key = |index| self.raw.key(index).map_err(|cause| failure(&cause)).transpose();
        (0..length).filter_map(key).collect()
    }
}
