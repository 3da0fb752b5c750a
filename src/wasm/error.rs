//! The one place where errors become JavaScript's: an `Error` with a stable `code`.

use wasm_bindgen::JsValue;

use crate::session::{SessionError, StoreError};

/// An `Error` with that code and that message.
pub fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a fresh Error cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// The error of an argument that is not what its type says.
pub fn bad_argument(message: impl ToString) -> JsValue {
    error("bad-argument", &message.to_string())
}

impl From<SessionError> for JsValue {
    fn from(cause: SessionError) -> Self {
        let code = match &cause {
            SessionError::ReadOnly => "read-only",
            SessionError::NothingOpen => "nothing-open",
            SessionError::NoArticle { .. } | SessionError::NoAnnotation { .. } => "not-found",
            SessionError::NoText { .. } => "no-text",
            SessionError::ChangedElsewhere => "changed-elsewhere",
            SessionError::NotMergeable => "not-mergeable",
            SessionError::NoPassage { .. } => "no-passage",
            SessionError::EmptyRange { .. } => "empty-range",
            SessionError::NoName { .. } => "no-name",
            SessionError::Offset(_) => "offset",
            SessionError::Date { .. } => "bad-date",
            SessionError::TooLong { .. } => "too-long",
            SessionError::NoFormat { .. } => "bad-argument",
            SessionError::Import(_) => "bad-import",
            SessionError::Restore(_) => "bad-backup",
            SessionError::NoRevision { .. } => "not-found",
            SessionError::Reading(_) => "no-reading",
            SessionError::Store(StoreError::Full) => "storage-full",
            SessionError::Store(StoreError::Unavailable { .. }) => "storage-unavailable",
        };
        error(code, &cause.to_string())
    }
}
