//! Times as `cargo xtask tag --timex` writes them: TIMEX3 spans, types and values, in code points of the
//! text as it was given.

use anyhow::{Context, Result, bail};
use manicule::document::PartialDate;
use manicule::ingest;
use manicule::tag::find_timexes;
use manicule::text::normalize::normalize;
use manicule::text::{OffsetMap, Unit};
use serde_json::{Value, json};

/// The times of `text` as rows `[start, end, type, value]`, resolved against `date`, or against the date
/// that the text states where none is given.
///
/// # Errors
/// As [`crate::predict::predict`].
pub fn timexes(text: &str, date: Option<PartialDate>) -> Result<Vec<Value>> {
    let normalized = normalize(text)?;
    let (mut doc, _) = ingest::plain(&normalized.text);
    doc.metadata.date = date.or(doc.metadata.date);
    let given = OffsetMap::new(text);
    let rows = find_timexes(&doc).into_iter().map(|time| {
        let (start, end) =
            given
                .from_span(text, normalized.source_span(text, time.span), Unit::CodePoints)
                .with_context(|| format!("“{}” has no place in the text as given", doc.slice(time.span)))?;
        Ok(json!([start, end, time.kind.name(), time.value]))
    });
    rows.collect()
}

/// The date of a record, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; none where the record has none.
///
/// # Errors
/// When it has another form.
pub fn date_of(record: &Value) -> Result<Option<PartialDate>> {
    let Some(date) = record.get("date").filter(|date| !date.is_null()) else { return Ok(None) };
    let text = date.as_str().context("The record's \"date\" is not a string")?;
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &&str| part.parse::<u8>().with_context(|| format!("{text:?} is not a date"));
    let (year, rest) = parts.split_first().context("The record's \"date\" is empty")?;
    let year = Some(year.parse().with_context(|| format!("{text:?} is not a date"))?);
    let (month, day) = match rest {
        [] => (None, None),
        [month] => (Some(number(month)?), None),
        [month, day] => (Some(number(month)?), Some(number(day)?)),
        _ => bail!("{text:?} is not a date"),
    };
    Ok(Some(PartialDate { year, month, day }))
}
