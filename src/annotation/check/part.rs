//! Selectors and states (sections 4.2 and 4.3 of the model).

use serde_json::{Map, Value};

use super::path::Path;
use super::{Checked, format, one, some, text, time, web_address};
use crate::annotation::AnnotationError;

/// Checks one selector and those that refine it.
pub(super) fn selector(path: &Path<'_>, value: &Value) -> Checked {
    let Some(object) = object_or_address(path, value)? else { return Ok(()) };
    match object.get("type").and_then(Value::as_str) {
        Some("TextQuoteSelector") => {
            needs(path, object, "exact", text)?;
            may(path, object, "prefix", text)?;
            may(path, object, "suffix", text)?;
        }
        Some("TextPositionSelector" | "DataPositionSelector") => {
            needs(path, object, "start", count)?;
            needs(path, object, "end", count)?;
        }
        Some("FragmentSelector") => {
            needs(path, object, "value", text)?;
            may(path, object, "conformsTo", web_address)?;
        }
        Some("CssSelector" | "XPathSelector") => needs(path, object, "value", text)?,
        Some("SvgSelector") if !object.contains_key("id") => needs(path, object, "value", text)?,
        Some("RangeSelector") => {
            needs(path, object, "startSelector", selector)?;
            needs(path, object, "endSelector", selector)?;
        }
        _ => one_id(path, object, "a selector that the model describes, or one with an “id”")?,
    }
    may(path, object, "refinedBy", |path, value| some(path, value, &selector))
}

/// Checks one state and those that refine it.
pub(super) fn state(path: &Path<'_>, value: &Value) -> Checked {
    let Some(object) = object_or_address(path, value)? else { return Ok(()) };
    match object.get("type").and_then(Value::as_str) {
        Some("TimeState") => {
            let has = |name: &str| object.contains_key(name);
            if has("sourceDate") && (has("sourceDateStart") || has("sourceDateEnd")) {
                let [first, second] = ["sourceDate", "sourceDateStart"].map(|name| path.then(name).written());
                return Err(AnnotationError::Exclusive { first, second });
            }
            if has("sourceDateStart") || has("sourceDateEnd") {
                needs(path, object, "sourceDateStart", time)?;
                needs(path, object, "sourceDateEnd", time)?;
            } else {
                needs(path, object, "sourceDate", |path, value| some(path, value, &time))?;
            }
            may(path, object, "cached", web_address)?;
        }
        Some("HttpRequestState") => needs(path, object, "value", text)?,
        _ => one_id(path, object, "a state that the model describes, or one with an “id”")?,
    }
    // A state may be refined by a further state or, within what it gives, by a selector.
    may(path, object, "refinedBy", |path, value| {
        some(path, value, &|path, value| state(path, value).or_else(|_| selector(path, value)))
    })
}

fn object_or_address<'v>(
    path: &Path<'_>,
    value: &'v Value,
) -> Result<Option<&'v Map<String, Value>>, AnnotationError> {
    match value {
        Value::String(address) if format::is_uri(address) => Ok(None),
        Value::Object(object) => Ok(Some(object)),
        _ => path.refuse("an address (a URI) or an object", value).map(|()| None),
    }
}

fn one_id(path: &Path<'_>, object: &Map<String, Value>, expected: &'static str) -> Checked {
    match object.get("id") {
        Some(id) => one(&path.then("id"), id, &web_address),
        None => path.then("type").refuse(expected, object.get("type").unwrap_or(&Value::Null)),
    }
}

fn needs(
    path: &Path<'_>,
    object: &Map<String, Value>,
    name: &str,
    rule: impl Fn(&Path<'_>, &Value) -> Checked,
) -> Checked {
    object.get(name).map_or_else(|| path.missing(name), |value| rule(&path.then(name), value))
}

fn may(
    path: &Path<'_>,
    object: &Map<String, Value>,
    name: &str,
    rule: impl Fn(&Path<'_>, &Value) -> Checked,
) -> Checked {
    object.get(name).map_or(Ok(()), |value| rule(&path.then(name), value))
}

fn count(path: &Path<'_>, value: &Value) -> Checked {
    // JSON Schema, and so the model's test suite, takes 5.0 for a whole number.
    let whole = value.as_u64().is_some() || value.as_f64().is_some_and(|n| n >= 0.0 && n.fract() == 0.0);
    if whole { Ok(()) } else { path.refuse("a whole number from 0", value) }
}
