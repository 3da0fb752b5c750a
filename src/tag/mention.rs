use crate::tag::{Label, Value};
use crate::text::Span;

/// Who found a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A rule or a word list.
    Rule,
    /// A trained model.
    Model,
    /// The reader, by a correction.
    Reader,
    /// The machine, by what the reader taught it of the name in some article.
    Taught,
}

/// One stretch of text that names or measures something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands; starts and ends on token boundaries when the machine found it.
    pub span: Span,
    /// What it is.
    pub label: Label,
    /// How sure its source is, 0 to 1.
    pub score: f32,
    /// Who found it.
    pub source: Source,
    /// What it comes to, for numbers and times; most mentions are names, and take less room without.
    pub value: Option<Box<Value>>,
}

impl Mention {
    /// A mention its source is sure of, without a value.
    #[must_use]
    pub const fn new(span: Span, label: Label, source: Source) -> Self {
        Self { span, label, score: 1.0, source, value: None }
    }
}
