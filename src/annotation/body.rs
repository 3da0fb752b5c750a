use serde_json::{Map, Value};

use super::Motivation;
use super::selector::without;

/// What an annotation says.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Text written in the annotation itself: a note, a tag, a correction.
    Textual(TextualBody),
    /// Anything else (a web address, an image, a choice …); kept as it was.
    Other(Value),
}

/// `TextualBody`: a note, a tag, or one word of a correction. Its text is data: it may hold markup or a
/// script's source, and nothing here reads it as such.
#[derive(Clone, Debug, PartialEq)]
pub struct TextualBody {
    /// The text.
    pub value: String,
    /// What it is for; absent in many foreign files.
    pub purpose: Option<Motivation>,
    /// Media type: `text/markdown` for our notes.
    pub format: Option<String>,
    /// Properties this model does not know.
    pub extra: Map<String, Value>,
}

impl TextualBody {
    /// Text for a purpose, without a format.
    #[must_use]
    pub fn new(purpose: Motivation, value: impl Into<String>) -> Self {
        Self { value: value.into(), purpose: Some(purpose), format: None, extra: Map::new() }
    }

    fn read(object: &Map<String, Value>) -> Option<Self> {
        if object.get("type").and_then(Value::as_str) != Some("TextualBody") || object.contains_key("source")
        {
            return None;
        }
        let optional = |name: &str| match object.get(name) {
            None => Some(None),
            Some(value) => value.as_str().map(Some),
        };
        Some(Self {
            value: object.get("value")?.as_str()?.to_owned(),
            purpose: optional("purpose")?.map(Motivation::from_name),
            format: optional("format")?.map(str::to_owned),
            extra: without(object, &["type", "value", "purpose", "format"]),
        })
    }

    fn to_json(&self) -> Value {
        let mut object = self.extra.clone();
        object.insert("type".into(), "TextualBody".into());
        object.insert("value".into(), self.value.as_str().into());
        if let Some(purpose) = &self.purpose {
            object.insert("purpose".into(), purpose.name().into());
        }
        if let Some(format) = &self.format {
            object.insert("format".into(), format.as_str().into());
        }
        Value::Object(object)
    }
}

impl Body {
    /// Reads any JSON value; what is not understood is kept.
    #[must_use]
    pub fn from_json(value: Value) -> Self {
        match value.as_object().and_then(TextualBody::read) {
            Some(body) => Self::Textual(body),
            None => Self::Other(value),
        }
    }

    /// The JSON of it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Textual(body) => body.to_json(),
            Self::Other(value) => value.clone(),
        }
    }

    /// The text, when it is text for `purpose`.
    #[must_use]
    pub fn text_for(&self, purpose: &Motivation) -> Option<&str> {
        match self {
            Self::Textual(body) if body.purpose.as_ref() == Some(purpose) => Some(&body.value),
            _ => None,
        }
    }
}
