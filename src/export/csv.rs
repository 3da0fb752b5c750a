//! Tables, a passage a row: CSV (RFC 4180) for spreadsheets, TSV for programs that split at tabs.
//!
//! Lost: the article's text, everything of an annotation that has no column, and where a passage without a
//! place once stood. In CSV a cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` first) gets an
//! apostrophe before it; in TSV tabs and line breaks within a cell become spaces. Offsets: code points.

use super::passage::Passage;
use super::{Edition, Facts, Format, Written};
use crate::text::Unit;

/// CSV.
pub struct Csv;
/// TSV.
pub struct Tsv;

const COLUMNS: [&str; 13] = [
    "quote", "note", "tags", "colour", "type", "name", "value", "by", "start", "end", "created", "modified",
    "id",
];

impl Format for Csv {
    fn facts(&self) -> Facts {
        Facts { name: "csv", title: "CSV", purpose: "spreadsheets: a table, one row a passage" }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let mut text = String::new();
        rows(edition, &mut |cells| {
            for (at, cell) in cells.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                push_cell(&mut text, cell);
            }
            text.push_str("\r\n");
        });
        vec![Written { extension: "csv", media_type: "text/csv", text }]
    }
}

impl Format for Tsv {
    fn facts(&self) -> Facts {
        Facts { name: "tsv", title: "TSV", purpose: "scripts: the same table with tabs" }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let mut text = String::new();
        rows(edition, &mut |cells| {
            for (at, cell) in cells.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "\t" });
                text.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
            }
            text.push('\n');
        });
        vec![Written { extension: "tsv", media_type: "text/tab-separated-values", text }]
    }
}

fn rows(edition: &Edition<'_>, row: &mut dyn FnMut(&[&str])) {
    row(&COLUMNS);
    for passage in Passage::list(edition) {
        let doc = edition.doc;
        let place =
            passage.span.and_then(|span| doc.offsets.from_span(&doc.text, span, Unit::CodePoints).ok());
        let (start, end) = place.map(|(start, end)| (start.to_string(), end.to_string())).unwrap_or_default();
        let (created, modified) = passage.times();
        row(&[
            passage.quote,
            passage.note.unwrap_or_default(),
            &passage.tags.join("; "),
            passage.colour.map_or("", |colour| colour.style_class().trim_start_matches("manicule-")),
            passage.label.unwrap_or_default(),
            passage.name.unwrap_or_default(),
            passage.value.unwrap_or_default(),
            if passage.annotation.is_some() { "reader" } else { "machine" },
            &start,
            &end,
            created,
            modified,
            passage.annotation.map_or("", |note| &note.id),
        ]);
    }
}

fn push_cell(text: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !cell.contains([',', '"', '\n', '\r']) {
        text.push_str(cell);
        return;
    }
    text.push_str(if formula { "\"'" } else { "\"" });
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// The rows of a CSV text, each with the number of its line, from 1. Quoted cells may hold line breaks;
/// a quotation mark that is never closed ends with the text. O(n).
pub(super) fn parse(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut line, mut began) = (false, 1, 1);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        line += usize::from(character == '\n');
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push((std::mem::replace(&mut began, line), std::mem::take(&mut row)));
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push((began, row));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{parse, push_cell};

    #[test]
    fn cells_come_back_as_they_were() {
        let cells = ["plain", "a, b", "say \"so\"", "two\nlines", "", "😀"];
        let mut text = String::new();
        for cell in cells {
            push_cell(&mut text, cell);
            text.push(',');
        }
        text.push_str("last\r\nnext");
        let rows = parse(&text);
        assert_eq!(rows[0].1[..6], cells);
        assert_eq!(rows[0].1[6], "last");
        assert_eq!(rows[1], (3, vec!["next".to_owned()]));
    }

    #[test]
    fn no_spreadsheet_runs_a_cell() {
        for formula in ["=1+1", "+1", "-1", "@a", "\tx"] {
            let mut text = String::new();
            push_cell(&mut text, formula);
            assert!(text.starts_with("\"'"), "{text}");
        }
    }

    #[test]
    fn an_open_quotation_mark_ends_with_the_text() {
        assert_eq!(parse("\"a,b\nc"), [(1, vec!["a,b\nc".to_owned()])]);
        assert_eq!(parse(""), []);
    }
}
