/// Why a JSON value is no annotation. The field is written as a path: `target.selector[1].exact`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnotationError {
    /// A required property is not there.
    #[error("The annotation has no “{field}”.")]
    Missing {
        /// Path of the property.
        field: String,
    },
    /// A property is there and is not what the model asks for.
    #[error("The annotation's “{field}” must be {expected}, but it is {found}.")]
    Invalid {
        /// Path of the property.
        field: String,
        /// What the model asks for.
        expected: &'static str,
        /// What was found, shortened.
        found: String,
    },
    /// Two properties exclude each other.
    #[error("The annotation has both “{first}” and “{second}”, which exclude each other.")]
    Exclusive {
        /// One of them.
        first: String,
        /// The other.
        second: String,
    },
}

/// Longest piece of a refused value that a message quotes, in characters.
const QUOTED: usize = 60;

impl AnnotationError {
    pub(super) fn missing(field: impl Into<String>) -> Self {
        Self::Missing { field: field.into() }
    }

    pub(super) fn invalid(
        field: impl Into<String>,
        expected: &'static str,
        found: &serde_json::Value,
    ) -> Self {
        Self::Invalid { field: field.into(), expected, found: describe(found) }
    }
}

/// A short phrase for a JSON value; never walks a large one.
fn describe(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) if text.chars().nth(QUOTED).is_some() => {
            format!("the text “{}…”", text.chars().take(QUOTED).collect::<String>())
        }
        Value::String(text) => format!("the text “{text}”"),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(_) => "an object".into(),
    }
}
