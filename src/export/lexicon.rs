//! What the reader taught about names inside an export: an extension of the collection under our
//! namespace, which other readers pass over.

use serde_json::{Value, json};

use crate::annotation::personal::Taught;

/// The field of the collection.
pub const FIELD: &str = "manicule:lexicon";
/// Most entries that a file may bring.
const MOST: usize = 10_000;

/// The entries as JSON.
pub fn to_json(taught: &[Taught]) -> Value {
    let entry = |taught: &Taught| {
        json!({
            "manicule:name": taught.name,
            "manicule:verdict": taught.verdict.to_string(),
            "manicule:learned": taught.learned,
        })
    };
    taught.iter().map(entry).collect()
}

/// Reads them back; beside them, for each that cannot be read, the field that is wrong.
pub fn from_json(value: &Value) -> (Vec<Taught>, Vec<&'static str>) {
    let (mut taught, mut refused) = (Vec::new(), Vec::new());
    match value.as_array().filter(|entries| entries.len() <= MOST) {
        None => refused.push(FIELD),
        Some(entries) => entries.iter().for_each(|value| match entry(value) {
            Ok(entry) => taught.push(entry),
            Err(field) => refused.push(field),
        }),
    }
    (taught, refused)
}

fn entry(value: &Value) -> Result<Taught, &'static str> {
    let text = |field: &'static str| value.get(field).and_then(Value::as_str).ok_or(field);
    let verdict = text("manicule:verdict")?.parse().map_err(|_| "manicule:verdict")?;
    let (name, learned) = (text("manicule:name")?.to_owned(), text("manicule:learned")?.to_owned());
    let taught = Taught { name, verdict, learned };
    if taught.key().is_none() {
        return Err("manicule:name");
    }
    Ok(taught)
}
