//! Reading files of the W3C Web Annotation Data Model: a collection, a page, a list, a single annotation, of
//! this application or of another.
//!
//! Invariant: what cannot be read is refused by itself, with a reason, and the rest is read.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::import::{ImportError, Imported, MOST_ANNOTATIONS, Refused, RefusedReason};
use super::mend::mend;
use super::{CarriedArticle, lexicon, w3c};
use crate::annotation::{Annotation, AnnotationError, CONTEXT};

/// Reads the annotations of a JSON value. O(n).
///
/// # Errors
/// When it is neither a collection nor a page, list or single annotation, or its terms mean something else.
pub(super) fn annotations(value: Value) -> Result<Imported, ImportError> {
    let mut reading = Reading::default();
    reading.file(value)?;
    Ok(reading.imported)
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
