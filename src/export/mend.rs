//! Small breaches of the model in files of well-known tools that leave no doubt of what is meant: mended
//! before an annotation is checked, and reported.

use serde_json::{Map, Value};

/// What was mended in an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// A bare UUID (also after `#`) stood for an id; it became `urn:uuid:…`. Recogito and INCEpTION
    /// write such ids.
    Id {
        /// As it was.
        was: String,
    },
    /// An empty list of bodies was left out.
    EmptyBody,
}

/// Mends `object` and says how.
pub(super) fn mend(object: &mut Map<String, Value>) -> Vec<Mended> {
    let mut mended = Vec::new();
    if let Some(Value::String(id)) = object.get_mut("id")
        && let Some(urn) = urn_of(id)
    {
        mended.push(Mended::Id { was: std::mem::replace(id, urn) });
    }
    if object.get("body").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        object.remove("body");
        mended.push(Mended::EmptyBody);
    }
    let targets = match object.get_mut("target") {
        Some(Value::Array(targets)) => targets.as_mut_slice(),
        Some(target) => std::slice::from_mut(target),
        None => &mut [],
    };
    for target in targets {
        // A target that is another annotation must go on meaning it.
        if let Some(Value::String(id)) = target.get_mut("id")
            && let Some(urn) = urn_of(id)
        {
            mended.push(Mended::Id { was: std::mem::replace(id, urn) });
        }
    }
    mended
}

/// `urn:uuid:…` of a bare UUID, also after `#`.
pub(super) fn urn_of(id: &str) -> Option<String> {
    let bare = id.strip_prefix('#').unwrap_or(id);
    let groups: Vec<&str> = bare.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    let hex = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()));
    (hex && lengths.eq([8, 4, 4, 4, 12])).then(|| format!("urn:uuid:{bare}"))
}
