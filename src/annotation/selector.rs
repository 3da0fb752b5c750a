use serde_json::{Map, Value};

/// One way of finding the annotated text again.
#[derive(Clone, Debug, PartialEq)]
pub enum Selector {
    /// By what it says and what stands around it.
    Quote(TextQuoteSelector),
    /// By where it stands.
    Position(TextPositionSelector),
    /// Any other kind (XPath, fragment, range …), or one that does not keep to the model; kept as it was.
    Other(Value),
}

/// `TextQuoteSelector`: the text and its surroundings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextQuoteSelector {
    /// The text itself.
    pub exact: String,
    /// What stands right before it.
    pub prefix: Option<String>,
    /// What stands right after it.
    pub suffix: Option<String>,
    /// Properties this model does not know.
    pub extra: Map<String, Value>,
}

/// `TextPositionSelector`: Unicode code points of the text, half-open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextPositionSelector {
    /// First code point.
    pub start: u32,
    /// One past the last code point. A foreign file may have it before `start`.
    pub end: u32,
    /// Properties this model does not know.
    pub extra: Map<String, Value>,
}

impl Selector {
    /// Reads any JSON value; what is not understood is kept.
    #[must_use]
    pub fn from_json(value: Value) -> Self {
        let Value::Object(object) = &value else { return Self::Other(value) };
        let read = match object.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => TextQuoteSelector::read(object).map(Self::Quote),
            Some("TextPositionSelector") => TextPositionSelector::read(object).map(Self::Position),
            _ => None,
        };
        read.unwrap_or(Self::Other(value))
    }

    /// The JSON of it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Quote(quote) => quote.to_json(),
            Self::Position(position) => position.to_json(),
            Self::Other(value) => value.clone(),
        }
    }
}

impl TextQuoteSelector {
    fn read(object: &Map<String, Value>) -> Option<Self> {
        let optional = |name: &str| match object.get(name) {
            None => Some(None),
            Some(value) => value.as_str().map(|text| Some(text.to_owned())),
        };
        Some(Self {
            exact: object.get("exact")?.as_str()?.to_owned(),
            prefix: optional("prefix")?,
            suffix: optional("suffix")?,
            extra: without(object, &["type", "exact", "prefix", "suffix"]),
        })
    }

    fn to_json(&self) -> Value {
        let mut object = self.extra.clone();
        object.insert("type".into(), "TextQuoteSelector".into());
        object.insert("exact".into(), self.exact.as_str().into());
        for (name, text) in [("prefix", &self.prefix), ("suffix", &self.suffix)] {
            if let Some(text) = text {
                object.insert(name.into(), text.as_str().into());
            }
        }
        Value::Object(object)
    }
}

impl TextPositionSelector {
    fn read(object: &Map<String, Value>) -> Option<Self> {
        let number = |name: &str| u32::try_from(object.get(name)?.as_u64()?).ok();
        let (start, end) = (number("start")?, number("end")?);
        Some(Self { start, end, extra: without(object, &["type", "start", "end"]) })
    }

    fn to_json(&self) -> Value {
        let mut object = self.extra.clone();
        object.insert("type".into(), "TextPositionSelector".into());
        object.insert("start".into(), self.start.into());
        object.insert("end".into(), self.end.into());
        Value::Object(object)
    }
}

/// A copy of `object` without the properties that a struct holds in fields of its own.
pub(super) fn without(object: &Map<String, Value>, known: &[&str]) -> Map<String, Value> {
    let rest = object.iter().filter(|(name, _)| !known.contains(&name.as_str()));
    rest.map(|(name, value)| (name.clone(), value.clone())).collect()
}
