//! WebAnno TSV 3.3, for INCEpTION and WebAnno: tokens with their sentences, entity types in the layer that every
//! project of theirs has, `NamedEntity`. Offsets: UTF-16.
//!
//! Written: [`Passage::kind`] as the value. Lost: notes, colours, times, further tags, names and values, passages
//! without a place, ends inside tokens (the whole token is taken), which white space stands between sentences.
//!
//! Read: every layer of spans but tokens' own (parts of speech, lemmas and the like); the text is put together
//! from the sentences where their offsets say. Relations and chains are said to be left out.

use std::collections::BTreeMap;

use super::foreign::{Foreign, Said};
use super::import::{ImportError, Imported, RefusedReason};
use super::passage::Passage;
use super::{Edition, Facts, Format, Incoming, Written};
use crate::text::Unit;

/// WebAnno TSV.
pub struct WebAnno;

const HEAD: &str = "#FORMAT=WebAnno TSV 3";
const LAYER: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
/// Characters that stand for something in a value.
const RESERVED: &str = "\\[]|_;*";

impl Format for WebAnno {
    fn facts(&self) -> Facts {
        Facts {
            name: "webanno",
            title: "WebAnno TSV 3.3",
            purpose: "INCEpTION and WebAnno: tokens and entity types",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let doc = edition.doc;
        let passages = Passage::list(edition);
        let mut values: Vec<Vec<String>> = vec![Vec::new(); doc.tokens.len()];
        let placed = passages.iter().filter_map(|passage| Some((passage, passage.span?)));
        for (number, (passage, span)) in (1..).zip(placed) {
            for here in values.get_mut(doc.tokens_in(span)).unwrap_or_default() {
                here.push(format!("{}[{number}]", escaped(&passage.kind())));
            }
        }
        let mut text = format!("{HEAD}.3\n#T_SP={LAYER}|identifier|value\n\n");
        for (number, sentence) in (1..).zip(&doc.sentences) {
            for line in doc.slice(sentence.span).split('\n') {
                text.push_str(&format!("\n#Text={}", escaped(line)));
            }
            text.push('\n');
            for (at, token) in (1..).zip(doc.sentence_tokens(sentence)) {
                let index = sentence.first_token as usize + at - 1;
                let values = values.get(index).map(Vec::as_slice).unwrap_or_default();
                let stars: Vec<String> = values
                    .iter()
                    .map(|value| {
                        format!("*{}", value.get(value.rfind('[').unwrap_or(0)..).unwrap_or_default())
                    })
                    .collect();
                let or_none = |list: String| if list.is_empty() { "_".to_owned() } else { list };
                let place = doc.offsets.from_span(&doc.text, token.span(), Unit::Utf16).unwrap_or_default();
                text.push_str(&format!(
                    "{number}-{at}\t{}-{}\t{}\t{}\t{}\t\n",
                    place.0,
                    place.1,
                    escaped(doc.slice(token.span())),
                    or_none(stars.join("|")),
                    or_none(values.join("|")),
                ));
            }
        }
        vec![Written { extension: "tsv", media_type: "text/tab-separated-values", text }]
    }

    fn reads(&self, file: &Incoming<'_>) -> bool {
        file.text.starts_with(HEAD)
    }

    fn read(&self, file: &Incoming<'_>) -> Result<Imported, ImportError> {
        let mut reading = Reading::default();
        for (line, text) in (1..).zip(file.text.lines()) {
            reading.line(line, text)?;
        }
        reading.finish()
    }
}

/// The columns of one layer.
struct Layer {
    name: String,
    features: Vec<String>,
    columns: usize,
    read: bool,
}

/// A passage while its tokens are read.
struct Open {
    start: u64,
    end: u64,
    kind: String,
}

#[derive(Default)]
struct Reading {
    imported: Imported,
    layers: Vec<Layer>,
    text: String,
    /// Length of `text` in UTF-16 units.
    length: u64,
    /// The lines of the sentence whose first token comes next.
    sentence: Vec<String>,
    /// By layer, and by disambiguating number or, without one, by line and place.
    found: BTreeMap<(usize, u64, usize), Open>,
}

impl Reading {
    fn line(&mut self, line: usize, text: &str) -> Result<(), ImportError> {
        if let Some(sentence) = text.strip_prefix("#Text=") {
            self.sentence.push(unescaped(sentence));
        } else if let Some((kind, layer)) = text.strip_prefix("#T_").and_then(|rest| rest.split_once('=')) {
            self.layer(line, kind, layer);
        } else if !text.starts_with('#') && !text.trim().is_empty() {
            return self.token(line, text).ok_or(ImportError::Line { line, field: "offsets" });
        }
        Ok(())
    }

    fn layer(&mut self, line: usize, kind: &str, layer: &str) {
        let mut names = layer.split('|').map(str::to_owned);
        let name = names.next().unwrap_or_default();
        let features: Vec<String> = names.collect();
        let own = ["lexmorph", "segmentation", "syntax"].iter().any(|part| name.contains(part));
        let (read, what) = match kind {
            "SP" => (!own, None),
            "RL" => (false, Some("relations")),
            _ => (false, Some("chains")),
        };
        if let Some(what) = what {
            self.imported.refuse(RefusedReason::Unread { line, what });
        }
        self.layers.push(Layer { name, columns: features.len().max(1), features, read });
    }

    fn token(&mut self, line: usize, text: &str) -> Option<()> {
        let mut cells = text.split('\t');
        let _number = cells.next()?;
        let (start, end) = cells.next()?.split_once('-')?;
        let (start, end): (u64, u64) = (start.parse().ok()?, end.parse().ok()?);
        let _form = cells.next()?;
        self.take_sentence(start)?;
        for at in 0..self.layers.len() {
            let columns = self.layers.get(at).map_or(0, |layer| layer.columns);
            let own: Vec<&str> = cells.by_ref().take(columns).collect();
            self.values(at, line, (start, end), &own);
        }
        Some(())
    }

    /// Puts the sentence's text where its first token begins. Text is as long as its offsets say, so that a
    /// small file cannot ask for much.
    fn take_sentence(&mut self, start: u64) -> Option<()> {
        if self.sentence.is_empty() {
            return Some(());
        }
        let gap = start.checked_sub(self.length)?;
        if gap > 10_000 {
            return None;
        }
        let fill = if gap < 2 { " " } else { "\n" };
        (0..gap).for_each(|_| self.text.push_str(fill));
        let sentence = std::mem::take(&mut self.sentence).join("\n");
        self.length = start + sentence.encode_utf16().count() as u64;
        self.text.push_str(&sentence);
        Some(())
    }

    fn values(&mut self, at: usize, line: usize, (start, end): (u64, u64), cells: &[&str]) {
        let Some(layer) = self.layers.get(at).filter(|layer| layer.read) else { return };
        let stacked: Vec<Vec<&str>> = cells.iter().map(|cell| split(cell)).collect();
        let most = stacked.iter().map(Vec::len).max().unwrap_or(0);
        for place in 0..most {
            let (mut number, mut kind) = (None, None);
            let mut any = false;
            for (cell, feature) in stacked.iter().zip(layer.features.iter().map(String::as_str).chain([""])) {
                let Some(value) = cell.get(place).filter(|value| **value != "_" && !value.is_empty()) else {
                    continue;
                };
                any = true;
                let (value, own) = numbered(value);
                number = number.or(own);
                if value != "*" && (kind.is_none() || feature == "value") {
                    kind = Some(unescaped(value));
                }
            }
            if !any {
                continue;
            }
            let short = || layer.name.rsplit('.').next().unwrap_or_default().to_owned();
            let key = number.map_or((at, line as u64, place + 1), |number| (at, number, 0));
            let open = Open { start, end, kind: kind.unwrap_or_else(short) };
            self.found.entry(key).and_modify(|known| known.end = end).or_insert(open);
        }
    }

    fn finish(mut self) -> Result<Imported, ImportError> {
        let foreign = Foreign::new(self.text)?;
        for Open { start, end, kind } in self.found.into_values() {
            match foreign.place(start, end, Unit::Utf16, None) {
                Ok(span) => {
                    self.imported
                        .annotations
                        .extend(foreign.annotation(span, &Said { kind, ..Said::default() }));
                }
                Err(reason) => self.imported.refuse(reason),
            }
        }
        self.imported.article = Some(foreign.article(None));
        Ok(self.imported)
    }
}

/// The values of a cell, which `|` parts unless it is escaped.
fn split(cell: &str) -> Vec<&str> {
    let (mut values, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, byte) in cell.bytes().enumerate() {
        if byte == b'|' && !escaped {
            values.extend(cell.get(from..at));
            from = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    values.extend(cell.get(from..));
    values
}

/// A value and its disambiguating number: `PER[3]`.
fn numbered(value: &str) -> (&str, Option<u64>) {
    let split = value.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match split.and_then(|(value, number)| Some((value, number.parse().ok()?))) {
        Some((value, number)) => (value, Some(number)),
        None => (value, None),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            reserved if RESERVED.contains(reserved) => out.extend(['\\', reserved]),
            other => out.push(other),
        }
    }
    out.replace("->", "\\->")
}

fn unescaped(text: &str) -> String {
    let (mut out, mut characters) = (String::with_capacity(text.len()), text.chars());
    while let Some(character) = characters.next() {
        out.push(match character {
            '\\' => match characters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, numbered, split, unescaped};

    #[test]
    fn reserved_characters_come_back() {
        let text = "a[b]|c_d;e*f->g\\h\ti\r\n😀";
        assert_eq!(unescaped(&escaped(text)), text);
        assert_eq!(split("a\\|b|c\\\\|d"), ["a\\|b", "c\\\\", "d"]);
        assert_eq!(numbered("PER[3]"), ("PER", Some(3)));
        assert_eq!(numbered("PER"), ("PER", None));
    }
}
