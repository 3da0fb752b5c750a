use serde_json::{Map, Value};

use super::selector::without;
use super::{OneOrMany, Selector, TextPositionSelector, TextQuoteSelector};

/// What an annotation is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A part of a resource, found by selectors.
    Specific(SpecificTarget),
    /// Anything else (a bare web address, a choice …); kept as it was.
    Other(Value),
}

/// `SpecificResource`: a part of `source`.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecificTarget {
    /// What it is a part of: [`article_source`] for our own, any address or object in foreign files.
    pub source: Value,
    /// How to find the part; they all mean the same part.
    pub selectors: OneOrMany<Selector>,
    /// How it is shown: our colours are [`super::Colour::style_class`].
    pub style_class: Option<String>,
    /// Properties this model does not know.
    pub extra: Map<String, Value>,
}

/// What the targets in the article `id` name as their source.
#[must_use]
pub fn article_source(id: &str) -> String {
    format!("urn:manicule:article:{id}")
}

impl SpecificTarget {
    /// A part of the article or resource `source`.
    #[must_use]
    pub fn new(source: impl Into<String>, selectors: Vec<Selector>) -> Self {
        Self {
            source: Value::String(source.into()),
            selectors: OneOrMany::many(selectors),
            style_class: None,
            extra: Map::new(),
        }
    }

    /// The address of the source, whether it stands bare or as the `id` of an object.
    #[must_use]
    pub fn source_id(&self) -> Option<&str> {
        self.source.as_str().or_else(|| self.source.get("id")?.as_str())
    }

    /// The first quote selector.
    #[must_use]
    pub fn quote(&self) -> Option<&TextQuoteSelector> {
        self.selectors.items.iter().find_map(|selector| match selector {
            Selector::Quote(quote) => Some(quote),
            _ => None,
        })
    }

    /// The first position selector.
    #[must_use]
    pub fn position(&self) -> Option<&TextPositionSelector> {
        self.selectors.items.iter().find_map(|selector| match selector {
            Selector::Position(position) => Some(position),
            _ => None,
        })
    }

    fn read(object: &Map<String, Value>) -> Option<Self> {
        let style_class = match object.get("styleClass") {
            None => None,
            Some(class) => Some(class.as_str()?.to_owned()),
        };
        let selectors = OneOrMany::read(object.get("selector").cloned(), Selector::from_json);
        Some(Self {
            source: object.get("source")?.clone(),
            selectors,
            style_class,
            extra: without(object, &["source", "selector", "styleClass"]),
        })
    }

    fn to_json(&self) -> Value {
        let mut object = self.extra.clone();
        object.insert("source".into(), self.source.clone());
        if let Some(selectors) = self.selectors.write(Selector::to_json) {
            object.insert("selector".into(), selectors);
        }
        if let Some(class) = &self.style_class {
            object.insert("styleClass".into(), class.as_str().into());
        }
        Value::Object(object)
    }
}

impl Target {
    /// Reads any JSON value; what is not understood is kept.
    #[must_use]
    pub fn from_json(value: Value) -> Self {
        match value.as_object().and_then(SpecificTarget::read) {
            Some(target) => Self::Specific(target),
            None => Self::Other(value),
        }
    }

    /// The JSON of it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Specific(target) => target.to_json(),
            Self::Other(value) => value.clone(),
        }
    }
}
