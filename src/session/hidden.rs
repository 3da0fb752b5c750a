//! Entities that the reader wants out of sight in one article: a setting, changed in steps that can be undone.
//! It is how somebody looks at an article and says nothing about it, so exports have what is hidden.

use super::action::Action;
use super::error::SessionError;
use super::state::Session;
use crate::entity::Entity;

impl Session {
    /// Names of the entities that are hidden in the open article.
    #[must_use]
    pub fn hidden(&self) -> Vec<String> {
        let setting = self.open_id().and_then(|id| self.setting(&name_of(&id)));
        setting.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// Hides the entity called `name` in the open article, or shows it again.
    ///
    /// # Errors
    /// When no article is open or nothing may be changed.
    pub fn hide(&mut self, name: &str, hide: bool) -> Result<(), SessionError> {
        let setting = name_of(&self.article()?.id);
        let mut names = self.hidden();
        names.retain(|other| other != name);
        if hide {
            names.push(name.to_owned());
        }
        let json = (!names.is_empty()).then(|| serde_json::json!(names).to_string());
        self.change_setting(if hide { Action::Hide } else { Action::Unhide }, &setting, json)
    }
}

/// Whether `entity` goes by one of the hidden names; one that was renamed stays hidden.
#[must_use]
pub fn is_hidden(entity: &Entity, names: &[String]) -> bool {
    names.iter().any(|name| *name == entity.name || entity.aliases.contains(name))
}

/// Name of the setting of an article.
pub(super) fn name_of(article: &str) -> String {
    format!("hidden/{article}")
}
