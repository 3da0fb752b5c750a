//! Reading annotations from JSON that anybody may have written: a collection, a page, a list, a single
//! annotation, of this application or of another.
//!
//! Invariant: nothing here panics, grows without bound or takes text for anything but text; what cannot
//! be read is refused by itself, with a reason, and the rest is read.

use std::collections::HashMap;

use serde_json::{Map, Value};

pub use super::mend::Mended;
use super::mend::mend;
use super::scan::scan;
use super::{CarriedArticle, lexicon, w3c};
use crate::annotation::personal::Taught;
use crate::annotation::{Annotation, AnnotationError, CONTEXT};

/// Longest file that is read, in bytes.
pub const MOST_BYTES: usize = 128 << 20;
/// Most JSON values in a file that is read: bounds what a small file can make of memory.
pub const MOST_VALUES: usize = 16 << 20;
/// Deepest nesting that is read (serde_json itself stops at 128).
pub const MOST_DEPTH: usize = 100;
/// Most annotations that one file may bring.
pub const MOST_ANNOTATIONS: usize = 250_000;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What readers wrote, in the order of the file, each id once.
    pub annotations: Vec<Annotation>,
    /// What our machine had found when the file was written ([`w3c::entities`]): to be shown or dropped,
    /// never to be kept as the reader's.
    pub machine: Vec<Annotation>,
    /// The article the file carries.
    pub article: Option<CarriedArticle>,
    /// What the file's reader taught about names.
    pub taught: Vec<Taught>,
    /// The collection's label.
    pub label: Option<String>,
    /// What was not read, and why.
    pub refused: Vec<Refused>,
    /// What was read though it breaks the model, by the id under which it was read.
    pub mended: Vec<(String, Mended)>,
}

/// One thing in a file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Why.
    pub reason: RefusedReason,
}

/// Why one thing in a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedReason {
    /// It is no annotation.
    #[error(transparent)]
    Annotation(#[from] AnnotationError),
    /// A different annotation of the same id came before it.
    #[error("An earlier annotation in the file has the same id.")]
    Duplicate,
    /// A page or annotation that the file only names.
    #[error("The file only names “{address}”; Manicule never fetches what a file names.")]
    Elsewhere {
        /// Where it would be.
        address: String,
    },
    /// The article's text that the file carries cannot be used; its annotations can.
    #[error("The article in the file is not readable: its “{field}” is missing or wrong.")]
    Article {
        /// The field.
        field: &'static str,
    },
    /// An entry of the lexicon the file carries, or the whole of it.
    #[error("A learned name in the file is not readable: its “{field}” is missing or wrong.")]
    Lexicon {
        /// The field.
        field: &'static str,
    },
}

/// Why a whole file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Longer than [`MOST_BYTES`].
    #[error("The file is {length} bytes long; at most {MOST_BYTES} can be read.")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// More values than [`MOST_VALUES`].
    #[error("The file holds about {values} JSON values; at most {MOST_VALUES} can be read.")]
    TooManyValues {
        /// About how many.
        values: usize,
    },
    /// Deeper than [`MOST_DEPTH`].
    #[error("The file nests {depth} levels deep; at most {MOST_DEPTH} can be read.")]
    TooDeep {
        /// How deep.
        depth: usize,
    },
    /// More annotations than [`MOST_ANNOTATIONS`].
    #[error("The file holds {count} annotations; at most {MOST_ANNOTATIONS} can be read at once.")]
    TooManyAnnotations {
        /// How many.
        count: usize,
    },
    /// Not JSON.
    #[error("The file is not JSON: line {line}, column {column}: {message}.")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// JSON, but none of what can be read.
    #[error(
        "The file is JSON, but neither an annotation, a page or collection of annotations, nor a list of them."
    )]
    NotAnnotations,
    /// JSON-LD of something else: the context is not that of the model.
    #[error("The file's “@context” is not that of the Web Annotation Data Model ({CONTEXT}).")]
    OtherContext,
}

/// Reads a file. O(n); nothing that the file names is fetched.
///
/// # Errors
/// When the file as a whole cannot be read; single annotations that cannot be are in
/// [`Imported::refused`].
pub fn read(json: &str) -> Result<Imported, ImportError> {
    if json.len() > MOST_BYTES {
        return Err(ImportError::TooLong { length: json.len() });
    }
    // Editors on some systems put a byte order mark before UTF-8; RFC 8259 lets a reader pass over it.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let cost = scan(json);
    if cost.depth > MOST_DEPTH {
        return Err(ImportError::TooDeep { depth: cost.depth });
    }
    if cost.values > MOST_VALUES {
        return Err(ImportError::TooManyValues { values: cost.values });
    }
    let value: Value = serde_json::from_str(json).map_err(|error| not_json(&error))?;
    let mut reading = Reading::default();
    reading.file(value)?;
    Ok(reading.imported)
}

fn not_json(error: &serde_json::Error) -> ImportError {
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
    ImportError::NotJson { line: error.line(), column: error.column(), message }
}

#[derive(Clone, Copy)]
enum Place {
    Annotation(usize),
    Machine(usize),
}

#[derive(Default)]
struct Reading {
    imported: Imported,
    /// Where each id read so far stands.
    read: HashMap<String, Place>,
}

impl Reading {
    fn file(&mut self, value: Value) -> Result<(), ImportError> {
        match value {
            Value::Array(items) => self.items(items, None),
            Value::Object(object) if has_type(&object, "AnnotationCollection") => self.collection(object),
            Value::Object(object) if has_type(&object, "AnnotationPage") => {
                let context = own_context(&object)?;
                self.pages(Value::Object(object), context.as_ref())
            }
            Value::Object(object) if object.contains_key("type") || object.contains_key("target") => {
                if !object.contains_key("@context") {
                    let reason = AnnotationError::Missing { field: "@context".into() }.into();
                    self.refuse(id_of(&object), reason);
                    return Ok(());
                }
                self.item(Value::Object(object), None);
                Ok(())
            }
            _ => Err(ImportError::NotAnnotations),
        }
    }

    fn collection(&mut self, mut object: Map<String, Value>) -> Result<(), ImportError> {
        let context = own_context(&object)?;
        self.imported.label = object.get("label").and_then(Value::as_str).map(str::to_owned);
        if let Some(article) = object.get("manicule:article") {
            match CarriedArticle::from_json(article) {
                Ok(article) => self.imported.article = Some(article),
                Err(field) => self.refuse(id_of(&object), RefusedReason::Article { field }),
            }
        }
        if let Some(taught) = object.get(lexicon::FIELD) {
            let (taught, refused) = lexicon::from_json(taught);
            self.imported.taught = taught;
            refused.into_iter().for_each(|field| self.refuse(None, RefusedReason::Lexicon { field }));
        }
        if let Some(Value::Array(items)) = object.remove("items") {
            self.items(items, context.as_ref())?;
        }
        match object.remove("first") {
            Some(Value::Array(mut pages)) if pages.len() == 1 => {
                self.pages(pages.pop().unwrap_or_default(), context.as_ref())
            }
            Some(page) => self.pages(page, context.as_ref()),
            None => Ok(()),
        }
    }

    /// Reads a page and those embedded after it.
    fn pages(&mut self, first: Value, context: Option<&Value>) -> Result<(), ImportError> {
        let mut next = Some(first);
        while let Some(page) = next.take() {
            let mut page = match page {
                Value::Object(page) => page,
                Value::String(address) => {
                    self.refuse(None, RefusedReason::Elsewhere { address });
                    continue;
                }
                _ => return Err(ImportError::NotAnnotations),
            };
            match page.remove("items") {
                Some(Value::Array(items)) => self.items(items, context)?,
                Some(item) => self.items(vec![item], context)?,
                None => {}
            }
            next = page.remove("next");
        }
        Ok(())
    }

    fn items(&mut self, items: Vec<Value>, context: Option<&Value>) -> Result<(), ImportError> {
        let count = items.len() + self.read.len();
        if count > MOST_ANNOTATIONS {
            return Err(ImportError::TooManyAnnotations { count });
        }
        for item in items {
            self.item(item, context);
        }
        Ok(())
    }

    fn item(&mut self, value: Value, context: Option<&Value>) {
        let mut object = match value {
            Value::Object(object) => object,
            Value::String(address) => return self.refuse(None, RefusedReason::Elsewhere { address }),
            other => {
                let error = Annotation::from_json(other).err();
                return error.into_iter().for_each(|error| self.refuse(None, error.into()));
            }
        };
        // The terms of an annotation mean what the file around it says; they must still when it stands alone.
        if let (Some(context), false) = (context, object.contains_key("@context")) {
            object.insert("@context".into(), context.clone());
        }
        let id = id_of(&object);
        let mended = mend(&mut object);
        match Annotation::from_json(Value::Object(object)) {
            Err(error) => self.refuse(id, error.into()),
            Ok(annotation) => {
                let mended = mended.into_iter().map(|mended| (annotation.id.clone(), mended));
                self.imported.mended.extend(mended);
                self.keep(annotation);
            }
        }
    }

    fn keep(&mut self, annotation: Annotation) {
        let Imported { annotations, machine, .. } = &mut self.imported;
        let earlier = match self.read.get(&annotation.id) {
            Some(Place::Annotation(at)) => annotations.get(*at),
            Some(Place::Machine(at)) => machine.get(*at),
            None => None,
        };
        if let Some(earlier) = earlier {
            // The same annotation twice is no loss to leave out and no cause for a message.
            if *earlier != annotation {
                self.refuse(Some(annotation.id), RefusedReason::Duplicate);
            }
        } else if w3c::is_machine_entity(&annotation) {
            self.read.insert(annotation.id.clone(), Place::Machine(machine.len()));
            machine.push(annotation);
        } else {
            self.read.insert(annotation.id.clone(), Place::Annotation(annotations.len()));
            annotations.push(annotation);
        }
    }

    fn refuse(&mut self, id: Option<String>, reason: RefusedReason) {
        self.imported.refused.push(Refused { id, reason });
    }
}

fn id_of(object: &Map<String, Value>) -> Option<String> {
    object.get("id").and_then(Value::as_str).map(str::to_owned)
}

fn has_type(object: &Map<String, Value>, name: &str) -> bool {
    match object.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == name),
        Some(kind) => kind == name,
        None => false,
    }
}

/// The context of a page or collection, where it says more than that of the model.
fn own_context(object: &Map<String, Value>) -> Result<Option<Value>, ImportError> {
    match object.get("@context") {
        Some(Value::String(context)) if context == CONTEXT => Ok(None),
        Some(Value::Array(contexts)) if contexts.iter().any(|context| context == CONTEXT) => {
            Ok((contexts.len() > 1).then(|| Value::Array(contexts.clone())))
        }
        _ => Err(ImportError::OtherContext),
    }
}
