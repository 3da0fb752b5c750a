//! Corrections of the tagger, written as bodies of an annotation:
//!
//! | correction | motivation | body |
//! |---|---|---|
//! | [`Correction::Reject`] | `classifying` | `TextualBody`, purpose `classifying`, value `not-an-entity` |
//! | [`Correction::Label`] | `classifying` | `TextualBody`, purpose `classifying`, value the label (`PERSON`) |
//! | [`Correction::SameAs`] | `identifying` | `TextualBody`, purpose `identifying`, value the canonical name |
//!
//! A correction of the same words everywhere in the article says so by `"manicule:scope": "everywhere"`
//! in the body, a name that goes for one passage alone by `"manicule:scope": "here"`; the annotation's
//! `@context` then declares the term's prefix.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Annotation, Body, CONTEXT, Motivation, OneOrMany, TextualBody};
use crate::tag::Label;

/// What `manicule:` stands for in JSON-LD contexts.
pub const NAMESPACE: &str = "urn:manicule:ns#";
pub(super) const REJECTED: &str = "not-an-entity";
const SCOPE: &str = "manicule:scope";
const EVERYWHERE: &str = "everywhere";
const HERE: &str = "here";

/// What the reader says about the machine's reading of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Correction {
    /// Nothing is named or measured here.
    Reject {
        /// Also wherever else the article has the same words.
        everywhere: bool,
    },
    /// This is a mention of that type: wrong type, wrong span, or missed.
    Label {
        /// The type.
        label: Label,
        /// Also wherever else the article has the same words.
        everywhere: bool,
    },
    /// This is another name of the entity called `name`.
    SameAs {
        /// The canonical name of the entity it belongs to.
        name: String,
        /// Of this passage alone, whatever the same words mean elsewhere.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        here: bool,
    },
}

impl Correction {
    const fn scope(&self) -> Option<&'static str> {
        match self {
            Self::Reject { everywhere: true } | Self::Label { everywhere: true, .. } => Some(EVERYWHERE),
            Self::SameAs { here: true, .. } => Some(HERE),
            _ => None,
        }
    }

    fn motivation(&self) -> Motivation {
        match self {
            Self::Reject { .. } | Self::Label { .. } => Motivation::Classifying,
            Self::SameAs { .. } => Motivation::Identifying,
        }
    }

    fn to_body(&self) -> TextualBody {
        let value = match self {
            Self::Reject { .. } => REJECTED,
            Self::Label { label, .. } => label.name(),
            Self::SameAs { name, .. } => name,
        };
        let mut body = TextualBody::new(self.motivation(), value);
        if let Some(scope) = self.scope() {
            body.extra.insert(SCOPE.into(), scope.into());
        }
        body
    }

    fn from_body(body: &Body) -> Option<Self> {
        let Body::Textual(body) = body else { return None };
        let scope = body.extra.get(SCOPE).and_then(Value::as_str);
        let everywhere = scope == Some(EVERYWHERE);
        match body.purpose {
            Some(Motivation::Classifying) if body.value == REJECTED => Some(Self::Reject { everywhere }),
            Some(Motivation::Classifying) => {
                Some(Self::Label { label: body.value.parse().ok()?, everywhere })
            }
            Some(Motivation::Identifying) => {
                Some(Self::SameAs { name: body.value.clone(), here: scope == Some(HERE) })
            }
            _ => None,
        }
    }
}

impl Annotation {
    /// The correction that a reader made by this annotation. What software classified (the machine's own
    /// entities in an export) is no correction.
    #[must_use]
    pub fn correction(&self) -> Option<Correction> {
        let asked = [Motivation::Classifying, Motivation::Identifying];
        let motivated = self.motivation.items.iter().any(|motivation| asked.contains(motivation));
        if !motivated || self.is_by_software() {
            return None;
        }
        self.bodies.items.iter().find_map(Correction::from_body)
    }

    /// The annotation made into `correction`, in place of whatever correction it was; notes and tags stay.
    #[must_use]
    pub fn with_correction(mut self, correction: &Correction) -> Self {
        self.bodies.items.retain(|body| Correction::from_body(body).is_none());
        self.bodies.items.insert(0, Body::Textual(correction.to_body()));
        self.bodies.listed = true;
        self.motivation = OneOrMany::one(correction.motivation());
        if correction.scope().is_some() {
            self.declare_namespace();
        }
        self
    }

    /// Whether its creator says it is software.
    #[must_use]
    pub fn is_by_software(&self) -> bool {
        let is_software = |agent: &Value| match agent.get("type") {
            Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "Software"),
            Some(kind) => kind == "Software",
            None => false,
        };
        match &self.creator {
            Some(Value::Array(agents)) => agents.iter().any(is_software),
            Some(agent) => is_software(agent),
            None => false,
        }
    }

    /// Makes `manicule:` terms mean something to a JSON-LD reader.
    pub(crate) fn declare_namespace(&mut self) {
        let declared = json!({ "manicule": NAMESPACE });
        let mut contexts = match self.extra.remove("@context") {
            Some(Value::Array(contexts)) => contexts,
            Some(context) => vec![context],
            None => vec![CONTEXT.into()],
        };
        if !contexts.contains(&declared) {
            contexts.push(declared);
        }
        self.extra.insert("@context".into(), Value::Array(contexts));
    }
}
