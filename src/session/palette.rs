//! What the reader calls the colours: a setting, changed in steps that can be undone.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::state::Session;
use crate::annotation::{Colour, ColourNames};

/// Name of the setting; its value is JSON.
const SETTING: &str = "colour-names";

impl Session {
    /// What the colours are called; nothing where they are not named or the setting cannot be read.
    #[must_use]
    pub fn colour_names(&self) -> ColourNames {
        let names = self.setting(SETTING).and_then(|json| serde_json::from_str(&json).ok());
        names.unwrap_or_default()
    }

    /// Calls a colour something, or nothing when `name` is empty.
    ///
    /// # Errors
    /// When nothing may be changed.
    pub fn name_colour(&mut self, colour: Colour, name: &str) -> Result<(), SessionError> {
        let mut names = self.colour_names();
        names.set(colour, name);
        self.change_setting(Action::NameColours, SETTING, encode(&names))
    }

    /// What naming the colours so changes.
    pub(super) fn renaming(&self, names: &ColourNames) -> Option<Change> {
        let (before, after) = (self.setting(SETTING), encode(names));
        let differs = *names != self.colour_names();
        differs.then(|| Change::Setting { name: SETTING.to_owned(), before, after })
    }

    /// Changes a setting in a step of its own.
    pub(super) fn change_setting(
        &mut self,
        action: Action,
        name: &str,
        after: Option<String>,
    ) -> Result<(), SessionError> {
        self.writable()?;
        let before = self.setting(name);
        if before == after {
            return Ok(());
        }
        self.make(Step::one(action, Change::Setting { name: name.to_owned(), before, after }))
    }
}

fn encode(names: &ColourNames) -> Option<String> {
    (*names != ColourNames::default()).then(|| serde_json::json!(names).to_string())
}
