use serde_json::Value;

/// JSON-LD writes one value bare or in a list; both mean the same, and which one it was is kept so that
/// a file comes out as it went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMany<T> {
    /// The values, in order.
    pub items: Vec<T>,
    /// Whether they stood in a list even though there is only one (or none).
    pub listed: bool,
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self { items: Vec::new(), listed: false }
    }
}

impl<T> OneOrMany<T> {
    /// One bare value.
    #[must_use]
    pub fn one(item: T) -> Self {
        Self { items: vec![item], listed: false }
    }

    /// A list, written as a list whatever its length.
    #[must_use]
    pub const fn many(items: Vec<T>) -> Self {
        Self { items, listed: true }
    }

    /// The first value.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.items.first()
    }

    /// Reads what may be absent, bare or listed.
    pub(super) fn read(value: Option<Value>, read: impl FnMut(Value) -> T) -> Self {
        match value {
            None => Self::default(),
            Some(Value::Array(values)) => Self::many(values.into_iter().map(read).collect()),
            Some(value) => Self { items: std::iter::once(value).map(read).collect(), listed: false },
        }
    }

    /// Writes it as it was read; `None` when there is nothing to write.
    pub(super) fn write(&self, write: impl Fn(&T) -> Value) -> Option<Value> {
        match self.items.as_slice() {
            [] if !self.listed => None,
            [item] if !self.listed => Some(write(item)),
            items => Some(Value::Array(items.iter().map(write).collect())),
        }
    }
}
