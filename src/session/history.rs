//! The log of what the reader did, each entry invertible.
//!
//! Steps on one article's annotations or date are undone only while that article is open (nobody should
//! undo what they cannot see); steps on the library always. Steps of different articles touch different
//! records, so passing over some does not disturb the others.

use crate::annotation::Annotation;
use crate::annotation::personal::Taught;

/// One change to one record; applied backwards it gives `before`.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An annotation was made (`before` is none), edited or removed (`after` is none).
    Note { article: String, before: Option<Box<Annotation>>, after: Option<Box<Annotation>> },
    /// An article was renamed.
    Title { article: String, before: String, after: String },
    /// An article was dated.
    Date { article: String, before: Option<String>, after: Option<String> },
    /// An article was removed or brought back.
    Deleted { article: String, before: Option<String>, after: Option<String> },
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
            Self::Deleted { article, before, after } => {
                Self::Deleted { article, before: after, after: before }
            }
            Self::Taught { article, name, before, after } => {
                Self::Taught { article, name, before: after, after: before }
            }
        }
    }

    fn concerns(&self, open: Option<&str>) -> bool {
        match self {
            Self::Note { article, .. } | Self::Date { article, .. } => open == Some(article),
            Self::Taught { article: Some(article), .. } => open == Some(article),
            Self::Title { .. } | Self::Deleted { .. } | Self::Taught { article: None, .. } => true,
        }
    }
}

/// What one action of the reader changed, undone as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it was, for people: "highlight", "note" …
    pub phrase: &'static str,
    /// In the order they were made.
    pub changes: Vec<Change>,
    /// Set while typing into the note of this annotation, at that many seconds: the next keystrokes
    /// join this step.
    pub typing: Option<(String, f64)>,
}

/// Typing that pauses longer than this, in seconds, starts a new step.
const PAUSE: f64 = 30.0;

/// What can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Adds a step, or lets it join the last one when both are typing into the same note. Whatever was
    /// undone before cannot be redone any more.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if last.takes(&step) => last.join(step),
            _ => self.done.push(step),
        }
    }

    /// Ends a stretch of typing.
    pub fn pause(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.typing = None;
        }
    }

    /// Takes the last step that can be undone while `open` is open.
    pub fn undo(&mut self, open: Option<&str>) -> Option<Step> {
        let step = take(&mut self.done, open)?;
        self.pause();
        self.undone.push(Step { typing: None, ..step.clone() });
        Some(step)
    }

    /// Takes the last undone step that can be redone while `open` is open.
    pub fn redo(&mut self, open: Option<&str>) -> Option<Step> {
        let step = take(&mut self.undone, open)?;
        self.done.push(step.clone());
        Some(step)
    }

    /// Whether [`Self::undo`] would find a step.
    pub fn can_undo(&self, open: Option<&str>) -> bool {
        self.done.iter().any(|step| step.concerns(open))
    }

    /// Whether [`Self::redo`] would find a step.
    pub fn can_redo(&self, open: Option<&str>) -> bool {
        self.undone.iter().any(|step| step.concerns(open))
    }
}

fn take(steps: &mut Vec<Step>, open: Option<&str>) -> Option<Step> {
    let at = steps.iter().rposition(|step| step.concerns(open))?;
    Some(steps.remove(at))
}

impl Step {
    /// A step of one change.
    pub fn one(phrase: &'static str, change: Change) -> Self {
        Self { phrase, changes: vec![change], typing: None }
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
