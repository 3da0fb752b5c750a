//! Other texts of a note, kept on it: what another window, device or file had in its place when both were
//! written without sight of each other.
//!
//! They stand in the annotation as `manicule:revisions`, so that they go wherever it goes; other programs
//! pass over them.

use serde_json::{Value, json};

use super::Annotation;

pub(super) const FIELD: &str = "manicule:revisions";
const TEXT: &str = "manicule:text";
const TIME: &str = "manicule:modified";

/// A text that a note had somewhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The text, in Markdown.
    pub text: String,
    /// When it was written, RFC 3339, if known.
    pub modified: Option<String>,
}

impl Annotation {
    /// The other texts of its note, the first kept first.
    #[must_use]
    pub fn revisions(&self) -> Vec<Revision> {
        let read = |value: &Value| {
            let text = value.get(TEXT)?.as_str()?.to_owned();
            Some(Revision { text, modified: value.get(TIME).and_then(Value::as_str).map(str::to_owned) })
        };
        let listed = self.extra.get(FIELD).and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(read).collect()
    }

    /// The annotation with exactly these other texts.
    #[must_use]
    pub fn with_revisions(mut self, revisions: &[Revision]) -> Self {
        if revisions.is_empty() {
            self.extra.remove(FIELD);
            return self;
        }
        let write = |revision: &Revision| match &revision.modified {
            Some(time) => json!({ TEXT: revision.text, TIME: time }),
            None => json!({ TEXT: revision.text }),
        };
        self.extra.insert(FIELD.into(), revisions.iter().map(write).collect());
        self.declare_namespace();
        self
    }

    /// The annotation with `text` kept beside its own. A text that stands whole in the note or in one that
    /// is kept already adds nothing; one that stands whole in the new one goes: they are the states of one
    /// sentence being typed.
    #[must_use]
    pub fn keeping(self, text: &str, modified: Option<String>) -> Self {
        let mut revisions = self.revisions();
        let there = |kept: &str| kept.contains(text);
        if text.trim().is_empty()
            || self.note().is_some_and(there)
            || revisions.iter().any(|revision| there(&revision.text))
        {
            return self;
        }
        revisions.retain(|revision| !text.contains(revision.text.as_str()));
        revisions.push(Revision { text: text.to_owned(), modified });
        self.with_revisions(&revisions)
    }
}
