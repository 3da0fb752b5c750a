//! Readwise's CSV of highlights, read only. Columns are known by their names: `Highlight` must be there, `Note`,
//! `Tags`, `Color`, `Book Title` and `Highlighted at` may.
//!
//! Lost: authors, locations in books, tags of books. Passages are looked for by their words in the article that
//! is open; a file with several books brings those of the others as annotations without a place.

use super::foreign::{Said, quoted};
use super::import::{ImportError, Imported, RefusedReason};
use super::{Facts, Format, Incoming, csv};
use crate::annotation::{Colour, is_date_time};

/// Readwise.
pub struct Readwise;

impl Format for Readwise {
    fn facts(&self) -> Facts {
        Facts { name: "readwise", title: "Readwise CSV", purpose: "highlights and notes from Readwise" }
    }

    fn writes(&self) -> bool {
        false
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        let head = file.text.lines().next().unwrap_or_default();
        let (_, head) = csv::parse(head).into_iter().next().unwrap_or_default();
        head.iter().any(|name| name.trim() == "Highlight")
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let mut rows = csv::parse(file.text).into_iter();
        let (_, head) = rows.next().unwrap_or_default();
        let column = |name: &str| head.iter().position(|own| own.trim() == name);
        let [quote, note, tags, colour, title, time] =
            ["Highlight", "Note", "Tags", "Color", "Book Title", "Highlighted at"].map(column);
        let mut imported = Imported::default();
        for (line, row) in rows {
            let cell =
                |at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim()).unwrap_or_default();
            if cell(quote).is_empty() {
                if row.iter().any(|cell| !cell.trim().is_empty()) {
                    imported.refuse(RefusedReason::Line { line, field: "Highlight" });
                }
                continue;
            }
            let tags = cell(tags).split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
            let said = Said {
                kind: String::new(),
                note: Some(cell(note).to_owned()),
                tags: tags.collect(),
                created: created(cell(time)),
            };
            let colour =
                Colour::ALL.into_iter().find(|own| own.style_class() == format!("manicule-{}", cell(colour)));
            imported.annotations.push(quoted(cell(quote), None, &said).with_colour(colour));
            imported.label = imported.label.take().or_else(|| Some(cell(title).to_owned()));
        }
        Ok(imported)
    }
}

/// `2020-10-05 10:15:30+00:00` as RFC 3339 in UTC; other forms are left out rather than guessed.
fn created(text: &str) -> Option<String> {
    let (day, time) = text.split_once([' ', 'T'])?;
    let time = time.strip_suffix("+00:00").or_else(|| time.strip_suffix('Z'))?;
    let written = format!("{day}T{}.000Z", time.split('.').next()?);
    is_date_time(&written).then_some(written)
}
