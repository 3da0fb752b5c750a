//! A text that another program wrote, and passages in it as annotations of ours.
//!
//! Positions come in whatever unit the program counts in, in a text that is not yet normalised: they are
//! brought home here and nowhere else. Ids are made of what is said and where, so that the same file read
//! twice brings the same annotations.

use super::CarriedArticle;
use super::import::{ImportError, RefusedReason};
use crate::anchor;
use crate::annotation::{
    Annotation, Correction, Motivation, OneOrMany, Selector, SpecificTarget, TextPositionSelector,
    TextQuoteSelector, article_source,
};
use crate::document::Document;
use crate::ingest;
use crate::tag::Label;
use crate::text::normalize::{Normalized, normalize};
use crate::text::{OffsetMap, Span, Unit};

/// A foreign text and the document that it becomes.
pub(super) struct Foreign {
    raw: String,
    offsets: OffsetMap,
    normalized: Normalized,
    doc: Document,
    id: String,
}

/// What a foreign file says of a passage.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// One word for what it is: an entity type becomes a correction, another word a tag, `NOTE` and `HIGHLIGHT`
    /// nothing.
    pub kind: String,
    pub note: Option<String>,
    pub tags: Vec<String>,
    /// RFC 3339.
    pub created: Option<String>,
}

impl Foreign {
    /// Takes the text in. O(n).
    pub fn new(raw: String) -> Result<Self, ImportError> {
        let normalized = normalize(&raw).map_err(|long| ImportError::TooLong { length: long.bytes })?;
        let (doc, _) = ingest::normalized(normalized.clone());
        let id = uuid_of(&[&doc.text]);
        Ok(Self { offsets: OffsetMap::new(&raw), raw, normalized, doc, id })
    }

    /// Where the passage from `start` to `end` stands in the document. Positions are read in `unit`, and in
    /// the other unit when the text there is not `quote`.
    pub fn place(
        &self,
        start: u64,
        end: u64,
        unit: Unit,
        quote: Option<&str>,
    ) -> Result<Span, RefusedReason> {
        let narrow = |offset: u64| u32::try_from(offset).unwrap_or(u32::MAX);
        let other = if unit == Unit::Utf16 { Unit::CodePoints } else { Unit::Utf16 };
        let read = [unit, other].into_iter().find_map(|unit| {
            let span = self.offsets.to_span(&self.raw, narrow(start), narrow(end), unit).ok()?;
            let is_quoted = quote.is_none_or(|quote| same(quote, span.of(&self.raw)));
            (start < end && is_quoted).then_some(span)
        });
        let home = read.map(|span| self.normalized.span_of_source(span)).filter(|span| !span.is_empty());
        home.ok_or(RefusedReason::Passage { start, end })
    }

    /// What is said of a passage of the document, as an annotation.
    pub fn annotation(&self, span: Span, said: &Said) -> Option<Annotation> {
        let selectors = anchor::describe(&self.doc, span).ok()?;
        Some(annotation(&self.id, selectors, said))
    }

    /// The document as an article that the file carries.
    pub fn article(self, title: Option<String>) -> CarriedArticle {
        let Document { text, blocks, .. } = self.doc;
        let (source, facts) = <_>::default();
        let title = title.unwrap_or_default();
        CarriedArticle { id: self.id, title, text, blocks, date: None, source, facts }
    }
}

/// Whether the two texts are the same but for the kind of their white space: several formats write line breaks
/// in quotations as spaces.
fn same(a: &str, b: &str) -> bool {
    let fold = |c: char| if c.is_whitespace() { ' ' } else { c };
    a.chars().map(fold).eq(b.chars().map(fold))
}

/// An annotation of a passage whose text the file does not bring: by its words, and where it stands.
pub(super) fn quoted(quote: &str, place: Option<(u32, u32)>, said: &Said) -> Annotation {
    let quote = TextQuoteSelector { exact: quote.to_owned(), ..TextQuoteSelector::default() };
    let mut selectors = vec![Selector::Quote(quote)];
    selectors.extend(place.map(|(start, end)| {
        Selector::Position(TextPositionSelector { start, end, ..TextPositionSelector::default() })
    }));
    annotation("unknown", selectors, said)
}

fn annotation(article: &str, selectors: Vec<Selector>, said: &Said) -> Annotation {
    let target = SpecificTarget::new(article_source(article), selectors);
    let (quote, position) = (target.quote(), target.position());
    let place = position.map(|position| format!("{}-{}", position.start, position.end)).unwrap_or_default();
    let note = said.note.as_deref().unwrap_or_default();
    let quote = quote.map_or("", |quote| quote.exact.as_str());
    let id =
        format!("urn:uuid:{}", uuid_of(&[article, &place, quote, &said.kind, note, &said.tags.join("\n")]));
    let mut made = Annotation::new(id, "", target);
    made.created.clone_from(&said.created);
    let label: Option<Label> = said.kind.parse().ok();
    let mut tags = said.tags.clone();
    if label.is_none() && !matches!(said.kind.as_str(), "" | "NOTE" | "HIGHLIGHT") {
        tags.insert(0, said.kind.clone());
    }
    made = made.with_note(said.note.as_deref()).with_tags(&tags);
    if let Some(label) = label {
        made = made.with_correction(&Correction::Label { label, everywhere: false });
    } else if made.bodies.items.is_empty() {
        made.motivation = OneOrMany::one(Motivation::Highlighting);
    }
    made
}

/// A UUID (version 8, RFC 9562) that the parts decide: 128-bit FNV-1a.
pub(super) fn uuid_of(parts: &[&str]) -> String {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for part in parts {
        // A byte that no UTF-8 text holds stands between the parts.
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
    let versioned = hash & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let hex = format!("{versioned:032x}");
    let group = |range| hex.get(range).unwrap_or_default();
    [group(0..8), group(8..12), group(12..16), group(16..20), group(20..32)].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_in_the_unit_whose_text_is_the_quote() {
        let foreign = Foreign::new("😀 in\r\nLund\u{ad}, 😀 Lund".to_owned()).unwrap();
        let at = |start, end, unit, quote| {
            foreign.place(start, end, unit, quote).map(|span| foreign.doc.slice(span))
        };
        for (start, end) in [(6, 10), (7, 11)] {
            for unit in [Unit::CodePoints, Unit::Utf16] {
                assert_eq!(at(start, end, unit, Some("Lund")), Ok("Lund"));
            }
        }
        assert_eq!(at(2, 8, Unit::CodePoints, None), Ok("in\nLu"));
        assert!(at(2, 8, Unit::CodePoints, Some("Lund")).is_err());
        assert!(at(4, 4, Unit::CodePoints, None).is_err());
        assert!(at(4, 400, Unit::CodePoints, None).is_err());
    }

    #[test]
    fn ids_are_uuids_that_the_parts_decide() {
        let id = uuid_of(&["a", "b"]);
        assert_eq!((id.len(), id.as_bytes()[14]), (36, b'8'));
        assert!("89ab".contains(id.as_bytes()[19] as char));
        assert_eq!(id, uuid_of(&["a", "b"]));
        assert_ne!(id, uuid_of(&["ab", ""]));
    }
}
