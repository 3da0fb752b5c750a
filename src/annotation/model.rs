use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};

use super::selector::without;
use super::{AnnotationError, Body, OneOrMany, SpecificTarget, Target, check};

/// The JSON-LD context of the model.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// One annotation. Its serde form is its W3C JSON ([`Annotation::to_json`]), so that it is stored as it
/// is exported.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// A URI, `urn:uuid:…` for our own. Fixed: it is the annotation.
    pub id: String,
    /// Why it was made; absent in some foreign files.
    pub motivation: OneOrMany<Motivation>,
    /// The agent that made it: an address, an object, or a list of these.
    pub creator: Option<Value>,
    /// RFC 3339.
    pub created: Option<String>,
    /// RFC 3339.
    pub modified: Option<String>,
    /// What it says.
    pub bodies: OneOrMany<Body>,
    /// What it is about; never empty.
    pub targets: OneOrMany<Target>,
    /// Properties this model does not know, a `@context` or `type` other than the usual, `bodyValue`.
    pub extra: Map<String, Value>,
}

/// The properties that [`Annotation`] holds in fields of its own.
const FIELDS: [&str; 7] = ["id", "motivation", "creator", "created", "modified", "body", "target"];

impl Annotation {
    /// A new annotation of `target` that says nothing yet: a highlight, made at `created` (RFC 3339).
    /// Add to it with [`Self::with_note`] and its like.
    #[must_use]
    pub fn new(id: impl Into<String>, created: impl Into<String>, target: SpecificTarget) -> Self {
        Self {
            id: id.into(),
            motivation: OneOrMany::one(Motivation::Highlighting),
            creator: None,
            created: Some(created.into()),
            modified: None,
            bodies: OneOrMany::default(),
            targets: OneOrMany::one(Target::Specific(target)),
            extra: Map::new(),
        }
    }

    /// Reads one annotation.
    ///
    /// # Errors
    /// When it breaks what the model requires; the error names the field.
    pub fn from_json(value: Value) -> Result<Self, AnnotationError> {
        let Value::Object(mut object) = value else {
            return Err(AnnotationError::invalid("annotation", "an object", &value));
        };
        check::check(&object)?;
        let id = text_of(&object, "id").unwrap_or_default();
        let (created, modified) = (text_of(&object, "created"), text_of(&object, "modified"));
        let names = OneOrMany::read(object.remove("motivation"), |name| name);
        let motivation = OneOrMany {
            items: names.items.iter().filter_map(Value::as_str).map(Motivation::from_name).collect(),
            listed: names.listed,
        };
        let bodies = OneOrMany::read(object.remove("body"), Body::from_json);
        let targets = OneOrMany::read(object.remove("target"), Target::from_json);
        let mut extra = without(&object, &FIELDS);
        for (name, usual) in [("@context", CONTEXT), ("type", "Annotation")] {
            if extra.get(name).and_then(Value::as_str) == Some(usual) {
                extra.remove(name);
            }
        }
        // One value in a list means the same as bare; the list is kept so that it is written as it was.
        for name in ["id", "created", "modified"] {
            if let Some(list @ Value::Array(_)) = object.get(name) {
                extra.insert(name.into(), list.clone());
            }
        }
        let creator = object.remove("creator");
        Ok(Self { id, motivation, creator, created, modified, bodies, targets, extra })
    }

    /// The W3C JSON of it. Every annotation carries its `@context`, so that each stands by itself.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = self.extra.clone();
        object.entry("@context").or_insert_with(|| CONTEXT.into());
        object.entry("type").or_insert_with(|| "Annotation".into());
        object.entry("id").or_insert_with(|| self.id.as_str().into());
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        let fields = [
            ("motivation", self.motivation.write(|motivation| motivation.name().into())),
            ("creator", self.creator.clone()),
            ("created", text(&self.created)),
            ("modified", text(&self.modified)),
            ("body", self.bodies.write(Body::to_json)),
            ("target", self.targets.write(Target::to_json)),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                object.entry(name).or_insert(value);
            }
        }
        Value::Object(object)
    }
}

/// The text of a field that has been checked to be text or a list of one.
fn text_of(object: &Map<String, Value>, field: &str) -> Option<String> {
    let value = object.get(field)?;
    value.as_str().or_else(|| value.as_array()?.first()?.as_str()).map(str::to_owned)
}

impl Serialize for Annotation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Annotation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Value::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// What an annotation is for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A mark, perhaps with tags.
    Highlight,
    /// Something written.
    Note,
    /// A correction of the tagger.
    Correction,
    /// Two passages tied to each other.
    Relation,
}

macro_rules! motivations {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// The motivations (and purposes of bodies) of the model, section 3.3.5.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Motivation {
            $(#[doc = concat!("`", $name, "`.")] $variant,)+
            /// One that the model does not name.
            Other(String),
        }

        impl Motivation {
            /// The motivation called `name`.
            #[must_use]
            pub fn from_name(name: &str) -> Self {
                match name { $($name => Self::$variant,)+ other => Self::Other(other.to_owned()) }
            }

            /// What it is called.
            #[must_use]
            pub fn name(&self) -> &str {
                match self { $(Self::$variant => $name,)+ Self::Other(name) => name }
            }
        }
    };
}

motivations! {
    Assessing = "assessing",
    Bookmarking = "bookmarking",
    Classifying = "classifying",
    Commenting = "commenting",
    Describing = "describing",
    Editing = "editing",
    Highlighting = "highlighting",
    Identifying = "identifying",
    Linking = "linking",
    Moderating = "moderating",
    Questioning = "questioning",
    Replying = "replying",
    Tagging = "tagging",
}
