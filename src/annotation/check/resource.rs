//! Bodies and targets (sections 3.2 and 4 of the model).

use serde_json::{Map, Value};

use super::path::Path;
use super::{Checked, common, format, one, part, some, text, web_address};
use crate::annotation::AnnotationError;

/// What a resource is in the annotation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Body,
    Target,
    Source,
}

/// Checks an address, a choice or set, a specific resource, a textual body or a web resource.
pub(super) fn check(path: &Path<'_>, value: &Value, role: Role) -> Checked {
    let object = match value {
        Value::String(address) if format::is_uri(address) => return Ok(()),
        Value::Object(object) => object,
        _ => return path.refuse("an address (a URI) or an object", value),
    };
    if let Some(direction) = object.get("textDirection") {
        one(&path.then("textDirection"), direction, &text_direction)?;
    }
    common(Some(path), object)?;
    parts(path, object)?;
    if role == Role::Source {
        if !object.contains_key("id") {
            return path.missing("id");
        }
        return web_resource(path, object, &["items", "purpose", "source", "target"]);
    }
    if is_set(object) {
        return set(path, object, role);
    }
    if object.contains_key("source") {
        return specific(path, object);
    }
    let embedded = object.contains_key("value");
    if embedded && role == Role::Body {
        exclusive(path, object, "value", &["items"])?;
        text(&path.then("value"), object.get("value").unwrap_or(&Value::Null))?;
        return if object.contains_key("id") { web_resource(path, object, &["items"]) } else { Ok(()) };
    }
    if object.contains_key("id") {
        return web_resource(path, object, &["items", "purpose", "target"]);
    }
    path.refuse(
        "an address (a URI) or an object with an “id”, “source” or “items”, or a body with a “value”",
        value,
    )
}

fn text_direction(path: &Path<'_>, value: &Value) -> Checked {
    let known = ["ltr", "rtl", "auto"].iter().any(|direction| value == direction);
    if known { Ok(()) } else { path.refuse("“ltr”, “rtl” or “auto”", value) }
}

fn is_set(object: &Map<String, Value>) -> bool {
    ["Choice", "Composite", "List", "Independents"]
        .iter()
        .any(|name| object.get("type").is_some_and(|kind| kind == name))
}

fn set(path: &Path<'_>, object: &Map<String, Value>, role: Role) -> Checked {
    exclusive(path, object, "items", &["value", "source", "purpose"])?;
    match object.get("items") {
        None => path.missing("items"),
        Some(items @ Value::Array(_)) => {
            some(&path.then("items"), items, &|path, item| check(path, item, role))
        }
        Some(other) => path.then("items").refuse("a list", other),
    }
}

fn specific(path: &Path<'_>, object: &Map<String, Value>) -> Checked {
    exclusive(path, object, "source", &["value", "items"])?;
    check(&path.then("source"), object.get("source").unwrap_or(&Value::Null), Role::Source)
}

/// What picks a part of a resource, wherever it stands.
fn parts(path: &Path<'_>, object: &Map<String, Value>) -> Checked {
    for (name, value) in object {
        let path = path.then(name);
        match name.as_str() {
            "selector" => some(&path, value, &part::selector)?,
            "state" => some(&path, value, &part::state)?,
            "styleClass" | "purpose" => some(&path, value, &text)?,
            "scope" => some(&path, value, &web_address)?,
            _ => {}
        }
    }
    Ok(())
}

fn web_resource(path: &Path<'_>, object: &Map<String, Value>, never: &[&str]) -> Checked {
    exclusive(path, object, "id", never)?;
    one(&path.then("id"), object.get("id").unwrap_or(&Value::Null), &web_address)
}

/// `name` makes the object what it is; then none of `others` may be there.
fn exclusive(path: &Path<'_>, object: &Map<String, Value>, name: &str, others: &[&str]) -> Checked {
    match others.iter().find(|other| object.contains_key(**other)) {
        None => Ok(()),
        Some(other) => {
            let [first, second] = [name, *other].map(|name| path.then(name).written());
            Err(AnnotationError::Exclusive { first, second })
        }
    }
}
