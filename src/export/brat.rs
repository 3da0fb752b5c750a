//! brat standoff: `.ann` beside `.txt` (<https://brat.nlplab.org/standoff.html>), also read by INCEpTION and
//! many others. Offsets: code points. A passage over several lines is written as fragments, one a line.
//!
//! Written: one text-bound annotation a passage ([`Passage::kind`]), its note as `AnnotatorNotes`. Lost: further
//! tags, colours, times, ids, names and values of entities, passages without a place, line breaks in notes.
//!
//! Read: text-bound annotations and notes; relations, events and attributes are said to be left out. Without
//! the text, passages are looked for by their words in the article that is open.

use std::collections::BTreeMap;

use super::foreign::{Foreign, Said, quoted};
use super::import::{ImportError, Imported, RefusedReason};
use super::passage::Passage;
use super::{Edition, Facts, Format, Incoming, Written};
use crate::text::{Span, Unit};

/// brat.
pub struct Brat;

impl Format for Brat {
    fn facts(&self) -> Facts {
        Facts {
            name: "brat",
            title: "brat standoff",
            purpose: "brat and INCEpTION: the text and the annotations apart, two files",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let doc = edition.doc;
        let (mut text, mut notes) = (String::new(), 0);
        let passages = Passage::list(edition);
        let placed = passages.iter().filter_map(|passage| Some((passage, passage.span?)));
        for (number, (passage, span)) in (1..).zip(placed) {
            let fragments: Vec<String> = lines(&doc.text, span)
                .filter_map(|line| doc.offsets.from_span(&doc.text, line, Unit::CodePoints).ok())
                .map(|(start, end)| format!("{start} {end}"))
                .collect();
            let words: Vec<&str> = lines(&doc.text, span).map(|line| doc.slice(line)).collect();
            if fragments.is_empty() {
                continue;
            }
            let words = one_line(&words.join(" "));
            text.push_str(&format!("T{number}\t{} {}\t{words}\n", passage.kind(), fragments.join(";")));
            if let Some(note) = passage.note {
                notes += 1;
                text.push_str(&format!("#{notes}\tAnnotatorNotes T{number}\t{}\n", one_line(note)));
            }
        }
        let plain = "text/plain";
        vec![
            Written { extension: "ann", media_type: plain, text },
            Written { extension: "txt", media_type: plain, text: doc.text.to_string() },
        ]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        let mut lines = file.text.lines().filter(|line| !line.trim().is_empty()).peekable();
        let is_row = |line: &str| {
            line.split_once('\t').is_some_and(|(id, _)| {
                let number = id.trim_start_matches(['T', 'R', 'E', 'A', 'M', 'N', '#']);
                id == "*" || id.len() > number.len() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        lines.peek().is_some() && lines.take(20).all(is_row)
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let mut imported = Imported::default();
        let foreign = file.companion.map(|text| Foreign::new(text.to_owned())).transpose()?;
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (line, text) in (1..).zip(file.text.lines()) {
            match Row::read(text) {
                Ok(Some(row)) => rows.push(row),
                Ok(None) => {}
                Err(field) if field == UNREAD => {
                    imported.refuse(RefusedReason::Unread { line, what: UNREAD })
                }
                Err(field) => imported.refuse(RefusedReason::Line { line, field }),
            }
        }
        let mut notes = BTreeMap::<&str, Vec<&str>>::new();
        for row in rows.iter().filter(|row| row.id.starts_with('#')) {
            notes.entry(row.about).or_default().push(row.words);
        }
        for row in rows.iter().filter(|row| row.id.starts_with('T')) {
            let note = notes.get(row.id).map(|notes| notes.join("\n"));
            let said = Said { kind: row.about.to_owned(), note, ..Said::default() };
            let Some(foreign) = &foreign else {
                let place = u32::try_from(row.start).ok().zip(u32::try_from(row.end).ok());
                imported.annotations.push(quoted(row.words, place, &said));
                continue;
            };
            match foreign.place(row.start, row.end, Unit::CodePoints, row.quote()) {
                Ok(span) => imported.annotations.extend(foreign.annotation(span, &said)),
                Err(reason) => imported.refuse(reason),
            }
        }
        imported.article = foreign.map(|foreign| foreign.article(None));
        Ok(imported)
    }
}

const UNREAD: &str = "relations, events and attributes";

/// A line of an `.ann` file: a passage, or a note about one.
struct Row<'a> {
    id: &'a str,
    /// The type of a passage; the id of what a note is about.
    about: &'a str,
    /// From the first fragment's start to the last one's end.
    start: u64,
    end: u64,
    fragments: usize,
    words: &'a str,
}

impl<'a> Row<'a> {
    fn read(line: &'a str) -> Result<Option<Self>, &'static str> {
        let mut parts = line.splitn(3, '\t');
        let (id, place) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let words = parts.next().unwrap_or_default();
        let (about, rest) = place.split_once(' ').unwrap_or((place, ""));
        match id.chars().next() {
            None => Ok(None),
            Some('#') => Ok(Some(Self { id, about: rest, start: 0, end: 0, fragments: 0, words })),
            Some('T') => {
                let numbers: Option<Vec<u64>> =
                    rest.split([' ', ';']).map(|number| number.parse().ok()).collect();
                let numbers = numbers.ok_or("offsets")?;
                let (Some(start), Some(end)) = (numbers.first(), numbers.last()) else {
                    return Err("offsets");
                };
                Ok(Some(Self { id, about, start: *start, end: *end, fragments: numbers.len() / 2, words }))
            }
            Some(_) => Err(UNREAD),
        }
    }

    /// What the text must say there. The words of several fragments leave out what is between them.
    fn quote(&self) -> Option<&'a str> {
        (self.fragments == 1 && !self.words.is_empty()).then_some(self.words)
    }
}

/// The pieces of `span` that lie on one line each; no empty ones.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut at = span.start as usize;
    span.of(text).split('\n').filter_map(move |line| {
        let start = at;
        at += line.len() + 1;
        (!line.is_empty()).then(|| Span::from_range(start..start + line.len()))
    })
}

/// brat ends a value at a line break, and cuts it at a tab.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
