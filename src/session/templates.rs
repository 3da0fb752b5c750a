//! Texts to begin a note with: a few that everybody has until they make their own list.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::error::SessionError;
use super::state::Session;

/// Name of the setting; its value is JSON.
const SETTING: &str = "templates";
/// What there is at first: name and text.
const FIRST: [(&str, &str); 4] = [
    ("Claim, evidence, question", "**Claim:** \n\n**Evidence:** \n\n**Question:** "),
    ("Question", "**Question:** \n\n**Who would know:** "),
    ("Summary", "**In short:** "),
    ("To check", "**To check:** \n\n**Source:** "),
];
/// Most templates that are kept.
const MOST: usize = 50;

/// A text to begin a note with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// Markdown.
    pub text: String,
}

impl Session {
    /// The reader's templates, or the first ones when they made none or the setting cannot be read.
    #[must_use]
    pub fn templates(&self) -> Vec<Template> {
        let own = self.setting(SETTING).and_then(|json| serde_json::from_str(&json).ok());
        let first = || FIRST.map(|(name, text)| Template { name: name.into(), text: text.into() }).into();
        own.unwrap_or_else(first)
    }

    /// Replaces the list of templates: those without a name or text are left out, of two of one name the
    /// later stays, and there are at most fifty. `None` goes back to the first ones.
    ///
    /// # Errors
    /// When nothing may be changed.
    pub fn set_templates(&mut self, templates: Option<Vec<Template>>) -> Result<(), SessionError> {
        let json = templates.map(|templates| {
            let mut kept: Vec<Template> = Vec::new();
            for template in templates {
                let name = template.name.trim().to_owned();
                kept.retain(|other| other.name != name);
                if !name.is_empty() && !template.text.trim().is_empty() {
                    kept.push(Template { name, ..template });
                }
            }
            kept.truncate(MOST);
            serde_json::json!(kept).to_string()
        });
        self.change_setting(Action::Templates, SETTING, json)
    }
}
