//! What the model requires ("MUST") of an annotation's JSON, checked before it is read. The first breach
//! is the error, with the path of the field.
//!
//! Where the model's text and its test suite's schemas differ, the text counts: sets of targets
//! (`Composite`, `List`, `Independents`) and textual bodies with both an id and a purpose are accepted,
//! which the schemas refuse; an agent that is a number is refused, which they accept. One rule is not
//! held against foreign files: a style class without a stylesheet does no harm.

mod format;
mod part;
mod path;
mod resource;

use serde_json::{Map, Value};

pub(crate) use self::format::is_date_time;
use self::path::Path;
use super::{AnnotationError, CONTEXT};

type Checked = Result<(), AnnotationError>;

/// Checks one annotation. O(n); as deep as the JSON, which `export::import` bounds.
pub(super) fn check(object: &Map<String, Value>) -> Checked {
    if let Some(context) = object.get("@context") {
        let is = |value: &Value| value == CONTEXT;
        if !is(context) && !context.as_array().is_some_and(|contexts| contexts.iter().any(is)) {
            return Path::field("@context").refuse("the context of the Web Annotation Data Model", context);
        }
    }
    let id = object.get("id").ok_or_else(|| AnnotationError::missing("id"))?;
    one(&Path::field("id"), id, &web_address)?;
    check_type(object)?;
    check_bodies(object)?;
    let target = object.get("target").ok_or_else(|| AnnotationError::missing("target"))?;
    some(&Path::field("target"), target, &|path, value| {
        resource::check(path, value, resource::Role::Target)
    })?;
    if let Some(motivation) = object.get("motivation") {
        some(&Path::field("motivation"), motivation, &text)?;
    }
    for name in ["creator", "generator"] {
        if let Some(agent) = object.get(name) {
            some(&Path::field(name), agent, &agent_value)?;
        }
    }
    common(None, object)
}

fn check_type(object: &Map<String, Value>) -> Checked {
    let kind = object.get("type").ok_or_else(|| AnnotationError::missing("type"))?;
    let is = |value: &Value| value == "Annotation";
    if is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is)) {
        return Ok(());
    }
    Path::field("type").refuse("“Annotation”", kind)
}

fn check_bodies(object: &Map<String, Value>) -> Checked {
    match (object.get("body"), object.get("bodyValue")) {
        (Some(_), Some(_)) => {
            Err(AnnotationError::Exclusive { first: "body".into(), second: "bodyValue".into() })
        }
        (Some(body), None) => some(&Path::field("body"), body, &|path, value| {
            resource::check(path, value, resource::Role::Body)
        }),
        (None, Some(value)) => one(&Path::field("bodyValue"), value, &text),
        (None, None) => Ok(()),
    }
}

/// What annotations, bodies, targets and sources have in common: times, rights, other identities.
fn common(at: Option<&Path<'_>>, object: &Map<String, Value>) -> Checked {
    type Rule = fn(&Path<'_>, &Value) -> Checked;
    let one_time: Rule = |path, value| one(path, value, &time);
    let one_address: Rule = |path, value| one(path, value, &web_address);
    let addresses: Rule = |path, value| some(path, value, &web_address);
    let rules: [(&str, Rule); 6] = [
        ("created", one_time),
        ("modified", one_time),
        ("generated", one_time),
        ("canonical", one_address),
        ("rights", addresses),
        ("via", addresses),
    ];
    for (name, rule) in rules {
        if let Some(value) = object.get(name) {
            rule(&Path { parent: at, name, index: None }, value)?;
        }
    }
    Ok(())
}

/// Exactly one value, bare or in a list.
fn one(path: &Path<'_>, value: &Value, rule: &dyn Fn(&Path<'_>, &Value) -> Checked) -> Checked {
    match value {
        Value::Array(values) => match values.as_slice() {
            [value] => rule(path, value),
            _ => path.refuse("a single value", value),
        },
        value => rule(path, value),
    }
}

/// One value, or a list of at least one.
fn some(path: &Path<'_>, value: &Value, rule: &dyn Fn(&Path<'_>, &Value) -> Checked) -> Checked {
    match value {
        Value::Array(values) if values.is_empty() => path.refuse("at least one value", value),
        Value::Array(values) => {
            let mut indexed = values.iter().enumerate();
            indexed.try_for_each(|(index, value)| rule(&path.at(index), value))
        }
        value => rule(path, value),
    }
}

fn text(path: &Path<'_>, value: &Value) -> Checked {
    if value.is_string() { Ok(()) } else { path.refuse("text", value) }
}

fn web_address(path: &Path<'_>, value: &Value) -> Checked {
    if value.as_str().is_some_and(format::is_uri) { Ok(()) } else { path.refuse("an address (a URI)", value) }
}

fn time(path: &Path<'_>, value: &Value) -> Checked {
    let is_time = value.as_str().is_some_and(format::is_date_time);
    if is_time { Ok(()) } else { path.refuse("a date and time like 2023-09-26T08:00:00Z", value) }
}

fn agent_value(path: &Path<'_>, value: &Value) -> Checked {
    if value.is_object() || value.as_str().is_some_and(format::is_uri) {
        return Ok(());
    }
    path.refuse("an address (a URI) or an object", value)
}
