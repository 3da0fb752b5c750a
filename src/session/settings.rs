//! The reader's settings: plain strings, so that a page can read its theme before the core is there.

use super::error::SessionError;
use super::key;
use super::state::Session;

impl Session {
    /// The setting `name`; `None` when it is not set or cannot be read.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.shelf.read(&key::setting(name)).ok().flatten()
    }

    /// Keeps a setting, or forgets it.
    ///
    /// # Errors
    /// When nothing may be changed.
    pub fn set_setting(&mut self, name: &str, value: Option<String>) -> Result<(), SessionError> {
        self.writable()?;
        self.shelf.write(&key::setting(name), value);
        Ok(())
    }
}
