//! All entities of an article in one record, for an article that has thousands.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::records::utf16;
use crate::session::{Session, is_hidden, is_unsure};
use crate::tag::Label;

/// The entities in brief, in order of first mention, however many: their names apart by U+001F, each with its
/// aliases after U+001E (which no text has), the names of all types apart by spaces, and four numbers each: the
/// type's place among those, how many mentions, where the first starts, and 1 when the reader hid it plus 2 when
/// the tagger is not sure of any.
pub fn table(session: &Session) -> Result<Array, JsValue> {
    let article = session.article()?;
    let (doc, reading, hidden) = (article.doc(), article.reading(), session.hidden());
    let (mut names, mut numbers) = (String::new(), Vec::with_capacity(reading.entities.len() * 4));
    for entity in &reading.entities {
        names.push_str(&entity.name);
        for alias in &entity.aliases {
            names.push('\u{1e}');
            names.push_str(alias);
        }
        names.push('\u{1f}');
        let first = entity.mentions.first().and_then(|at| reading.mentions.get(*at as usize));
        let start = first.map_or(Ok((0, 0)), |first| utf16(doc, first.span))?.0;
        let label = Label::ALL.iter().position(|label| *label == entity.label).unwrap_or_default();
        let mut mentions = entity.mentions.iter().filter_map(|at| reading.mentions.get(*at as usize));
        let flags = u32::from(is_hidden(entity, &hidden)) + 2 * u32::from(mentions.all(is_unsure));
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        numbers.extend([narrow(label), narrow(entity.mentions.len()), start, flags]);
    }
    let labels = Label::ALL.map(Label::name).join(" ");
    Ok(Array::of3(&names.into(), &labels.into(), &Uint32Array::from(numbers.as_slice())))
}
