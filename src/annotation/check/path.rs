use serde_json::Value;

use super::Checked;
use crate::annotation::AnnotationError;

/// Where in an annotation a check stands; only written out when something is refused.
#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    pub parent: Option<&'a Path<'a>>,
    pub name: &'a str,
    pub index: Option<usize>,
}

impl<'a> Path<'a> {
    pub const fn field(name: &'a str) -> Self {
        Self { parent: None, name, index: None }
    }

    pub const fn then(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), name, index: None }
    }

    pub const fn at(&self, index: usize) -> Self {
        Self { index: Some(index), ..*self }
    }

    pub fn refuse(&self, expected: &'static str, found: &Value) -> Checked {
        Err(AnnotationError::invalid(self.written(), expected, found))
    }

    pub fn missing(&self, name: &str) -> Checked {
        Err(AnnotationError::missing(self.then(name).written()))
    }

    pub fn written(&self) -> String {
        let before = self.parent.map(|parent| parent.written() + ".").unwrap_or_default();
        let index = self.index.map(|index| format!("[{index}]")).unwrap_or_default();
        format!("{before}{}{index}", self.name)
    }
}
