//! The log of what the reader did, each entry invertible.
//!
//! Steps on one article's annotations or date are undone only while that article is open (nobody should
//! undo what they cannot see); steps on the library always. Steps of different articles touch different
//! records, so passing over some does not disturb the others. How the log outlives the page stands in
//! [`super::journal`].

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::told::Told;
use crate::annotation::Annotation;
use crate::annotation::personal::Taught;

/// One change to one record; applied backwards it gives `before`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Change {
    /// An annotation was made (`before` is none), edited or removed (`after` is none).
    Note { article: String, before: Option<Box<Annotation>>, after: Option<Box<Annotation>> },
    /// An article was renamed.
    Title { article: String, before: String, after: String },
    /// An article was dated.
    Date { article: String, before: Option<String>, after: Option<String> },
    /// Another address was given as where an article came from.
    Source { article: String, before: Option<String>, after: Option<String> },
    /// Something else was said of an article.
    Told { article: String, before: Box<Told>, after: Box<Told> },
    /// An article was removed or brought back.
    Deleted { article: String, before: Option<String>, after: Option<String> },
    /// A setting that is undone like a note: what the colours are called, the templates.
    Setting { name: String, before: Option<String>, after: Option<String> },
    /// A name was taught or forgotten: with something in an article, or by itself.
    Taught { article: Option<String>, name: String, before: Option<Taught>, after: Option<Taught> },
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Note { article, before, after } => Self::Note { article, before: after, after: before },
            Self::Title { article, before, after } => Self::Title { article, before: after, after: before },
            Self::Date { article, before, after } => Self::Date { article, before: after, after: before },
            Self::Source { article, before, after } => Self::Source { article, before: after, after: before },
            Self::Told { article, before, after } => Self::Told { article, before: after, after: before },
            Self::Deleted { article, before, after } => {
                Self::Deleted { article, before: after, after: before }
            }
            Self::Setting { name, before, after } => Self::Setting { name, before: after, after: before },
            Self::Taught { article, name, before, after } => {
                Self::Taught { article, name, before: after, after: before }
            }
        }
    }

    /// The article it is about, where it is about one.
    pub fn article(&self) -> Option<&str> {
        match self {
            Self::Note { article, .. }
            | Self::Title { article, .. }
            | Self::Date { article, .. }
            | Self::Source { article, .. }
            | Self::Told { article, .. }
            | Self::Deleted { article, .. } => Some(article),
            Self::Taught { article, .. } => article.as_deref(),
            Self::Setting { .. } => None,
        }
    }

    fn concerns(&self, open: Option<&str>) -> bool {
        match self {
            Self::Note { article, .. } | Self::Date { article, .. } => open == Some(article),
            Self::Taught { article: Some(article), .. } => open == Some(article),
            Self::Title { .. }
            | Self::Source { .. }
            | Self::Told { .. }
            | Self::Deleted { .. }
            | Self::Setting { .. }
            | Self::Taught { article: None, .. } => true,
        }
    }
}

/// What one action of the reader changed, undone as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it was.
    pub action: Action,
    /// In the order they were made.
    pub changes: Vec<Change>,
    /// Set while typing into the note of this annotation, at that many seconds: the next keystrokes
    /// join this step.
    pub typing: Option<(String, f64)>,
}

/// A step in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name of its record; no two entries of any window share one.
    pub name: String,
    /// When it came to where it stands: drawn anew when it is done, undone and redone.
    pub order: u64,
    /// What was done.
    pub step: Step,
}

/// Typing that pauses longer than this, in seconds, starts a new step.
const PAUSE: f64 = 30.0;

/// What can be undone and redone. Both lists are in ascending order; the last is the next.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub(super) done: Vec<Entry>,
    pub(super) undone: Vec<Entry>,
    /// Last number drawn.
    pub(super) drawn: u64,
}

impl History {
    /// Adds a step, or lets it join the last one when both are typing into the same note. Whatever was
    /// undone before cannot be redone any more, and is given back. `window` tells the names of this
    /// window's entries from another's.
    pub fn push(&mut self, step: Step, window: &str) -> Vec<Entry> {
        let order = self.draw();
        match self.done.last_mut() {
            Some(last) if last.step.takes(&step) => last.step.join(step),
            _ => self.done.push(Entry { name: format!("{order:010}-{window}"), order, step }),
        }
        std::mem::take(&mut self.undone)
    }

    /// Takes the last step that can be undone while `open` is open.
    pub fn undo(&mut self, open: Option<&str>) -> Option<&Entry> {
        let mut entry = take(&mut self.done, open)?;
        if let Some(last) = self.done.last_mut() {
            last.step.typing = None;
        }
        (entry.order, entry.step.typing) = (self.draw(), None);
        self.undone.push(entry);
        self.undone.last()
    }

    /// Takes the last undone step that can be redone while `open` is open.
    pub fn redo(&mut self, open: Option<&str>) -> Option<&Entry> {
        let mut entry = take(&mut self.undone, open)?;
        entry.order = self.draw();
        self.done.push(entry);
        self.done.last()
    }

    /// Whether [`Self::undo`] would find a step.
    pub fn can_undo(&self, open: Option<&str>) -> bool {
        self.done.iter().any(|entry| entry.step.concerns(open))
    }

    /// Whether [`Self::redo`] would find a step.
    pub fn can_redo(&self, open: Option<&str>) -> bool {
        self.undone.iter().any(|entry| entry.step.concerns(open))
    }

    /// What can be undone while `open` is open, the next first; and what can be redone, the next first.
    pub fn steps(&self, open: Option<&str>) -> [Vec<Action>; 2] {
        [&self.done, &self.undone].map(|entries| {
            let concerning = entries.iter().rev().filter(|entry| entry.step.concerns(open));
            concerning.map(|entry| entry.step.action).collect()
        })
    }

    fn draw(&mut self) -> u64 {
        self.drawn += 1;
        self.drawn
    }
}

fn take(entries: &mut Vec<Entry>, open: Option<&str>) -> Option<Entry> {
    let at = entries.iter().rposition(|entry| entry.step.concerns(open))?;
    Some(entries.remove(at))
}

impl Step {
    /// A step that is no typing.
    pub const fn new(action: Action, changes: Vec<Change>) -> Self {
        Self { action, changes, typing: None }
    }

    /// A step of one change.
    pub fn one(action: Action, change: Change) -> Self {
        Self::new(action, vec![change])
    }

    fn concerns(&self, open: Option<&str>) -> bool {
        self.changes.iter().any(|change| change.concerns(open))
    }

    fn takes(&self, next: &Self) -> bool {
        match (&self.typing, &next.typing) {
            (Some((id, at)), Some((next_id, next_at))) => id == next_id && next_at - at < PAUSE,
            _ => false,
        }
    }

    fn join(&mut self, next: Self) {
        self.typing = next.typing;
        for (own, new) in self.changes.iter_mut().zip(next.changes) {
            if let (Change::Note { after, .. }, Change::Note { after: newest, .. }) = (own, new) {
                *after = newest;
            }
        }
    }
}
