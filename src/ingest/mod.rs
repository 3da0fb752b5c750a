//! Floor 2: raw input to a [`Document`].
//!
//! The text of a document read from plain text is exactly [`normalize`] of the input: structure is
//! found, never written into the text, so the line breaks of hard-wrapped paragraphs and the markers of
//! list items stay (a view shows them with `white-space: normal` and without markers of its own). Of
//! structured input every block's text is normalised, its white space collapsed to single spaces, and
//! the blocks joined by a blank line.
//!
//! Invariants: blocks are in order, do not overlap, start and end with a visible character, and cover
//! everything that is not white space; [`restore`] of a document's text and blocks gives it back.

mod classify;
mod date;
mod lines;
mod promo;

use std::sync::Arc;

use crate::document::{Block, BlockKind, Document, Metadata};
use crate::segment;
use crate::text::normalize::{self, Normalized, TooLong, normalize};
use crate::text::{OffsetMap, Span};

/// One piece of an article whose structure is already known (from HTML or Markdown).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawBlock {
    /// What the source says it is.
    pub kind: BlockKind,
    /// Its text, not yet normalised.
    pub text: String,
}

/// Something about the input that the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// This many lone surrogates or invalid bytes were replaced by U+FFFD.
    Replaced(u32),
    /// This many control characters were left out.
    ControlsRemoved(u32),
}

/// Reads plain text: normalises it, finds its blocks, splits it into sentences and tokens. O(n).
///
/// Gives an empty document for a text that [`try_plain`] refuses; callers that may meet one use that.
#[must_use]
pub fn plain(input: &str) -> (Document, Vec<Warning>) {
    try_plain(input).unwrap_or_default()
}

/// As [`plain`], and says when the text is too long.
///
/// # Errors
/// When the text is longer than [`normalize::MAX_BYTES`].
pub fn try_plain(input: &str) -> Result<(Document, Vec<Warning>), TooLong> {
    normalize(input).map(normalized)
}

/// As [`try_plain`], from UTF-16 code units as JavaScript holds them; counts the lone surrogates.
///
/// # Errors
/// As [`try_plain`].
pub fn plain_utf16(units: &[u16]) -> Result<(Document, Vec<Warning>), TooLong> {
    normalize::from_utf16(units).map(normalized)
}

/// As [`try_plain`], from bytes that should be UTF-8; counts the invalid ones.
///
/// # Errors
/// As [`try_plain`].
pub fn plain_bytes(bytes: &[u8]) -> Result<(Document, Vec<Warning>), TooLong> {
    normalize::from_bytes(bytes).map(normalized)
}

/// Finds the structure of a text that is already normalised, and splits it.
#[must_use]
pub fn normalized(input: Normalized) -> (Document, Vec<Warning>) {
    let warnings = warnings(input.replaced, input.controls_removed);
    let (text, blocks) = structure(input.text);
    (restore(text, blocks), warnings)
}

/// The blocks of a plain text that is already normalised.
#[must_use]
pub fn structure(text: String) -> (Arc<str>, Vec<Block>) {
    let blocks = lines::blocks(&text);
    (text.into(), blocks)
}

/// Reads blocks whose kinds are known. Paragraphs that are bylines, captions or promotional lines
/// become that, and promotional lines at a paragraph's end blocks of their own; empty blocks are left
/// out, as is what lies past [`normalize::MAX_BYTES`].
#[must_use]
pub fn blocks(input: &[RawBlock]) -> (Document, Vec<Warning>) {
    let mut text = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut removed = 0;
    for (index, raw) in input.iter().enumerate() {
        let Ok(clean) = normalize(&raw.text) else { continue };
        removed += clean.controls_removed;
        let before = text.len();
        append_collapsed(&mut text, &clean.text);
        if text.len() > normalize::MAX_BYTES {
            text.truncate(before);
            break;
        }
        let start = if before == 0 { 0 } else { before + 2 };
        if text.len() > before {
            let block = Block { kind: raw.kind, span: Span::from_range(start..text.len()) };
            let edge = index < classify::HEAD || index + classify::FOOT >= input.len();
            blocks.extend(refined(&text, block, edge));
        }
    }
    (restore(text.into(), blocks), warnings(0, removed))
}

/// Rebuilds a document from its own normalised text and the blocks it was stored with.
#[must_use]
pub fn restore(text: Arc<str>, blocks: Vec<Block>) -> Document {
    let mut doc = unread(text, blocks);
    (doc.sentences, doc.tokens) = segment::segment(&doc.text, &doc.blocks);
    doc
}

/// As [`restore`], without sentences and tokens: for a text that is read elsewhere, or slice by slice.
#[must_use]
pub fn unread(text: Arc<str>, blocks: Vec<Block>) -> Document {
    let offsets = OffsetMap::new(&text);
    let metadata = Metadata { date: date::of_article(&text, &blocks) };
    Document { text, blocks, sentences: Vec::new(), tokens: Vec::new(), offsets, metadata }
}

/// A block whose source says what it is, as one or two blocks that say it better. `edge`: it stands
/// where bylines stand, near the start or the end of its article.
fn refined(text: &str, block: Block, edge: bool) -> impl Iterator<Item = Block> {
    let (body, promo) = match block.kind {
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem => promo::split(text, block.span),
        _ => (Some(block.span), None),
    };
    let kind = |span: Span| match block.kind {
        BlockKind::Paragraph | BlockKind::Heading if promo::is_promo(span.of(text)) => BlockKind::Promo,
        BlockKind::Paragraph => classify::marked(span.of(text), edge).unwrap_or(block.kind),
        kind => kind,
    };
    let body = body.map(|span| Block { kind: kind(span), span });
    let promo = promo.map(|span| Block { kind: BlockKind::Promo, span });
    body.into_iter().chain(promo)
}

/// Appends `addition` after a blank line, each run of white space in it as one space; nothing when there is
/// nothing else in it.
fn append_collapsed(text: &mut String, addition: &str) {
    let mut separator = if text.is_empty() { "" } else { "\n\n" };
    for word in addition.split_whitespace() {
        text.push_str(separator);
        text.push_str(word);
        separator = " ";
    }
}

fn warnings(replaced: u32, removed: u32) -> Vec<Warning> {
    let replaced = (replaced > 0).then_some(Warning::Replaced(replaced));
    let removed = (removed > 0).then_some(Warning::ControlsRemoved(removed));
    replaced.into_iter().chain(removed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(input: &[(BlockKind, &str)], expected: &[(BlockKind, &str)]) {
        let raw: Vec<RawBlock> =
            input.iter().map(|(kind, text)| RawBlock { kind: *kind, text: (*text).to_owned() }).collect();
        let (doc, _) = blocks(&raw);
        let found: Vec<_> = doc.blocks.iter().map(|block| (block.kind, doc.slice(block.span))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn paragraphs_of_structured_input_are_looked_at_again() {
        use BlockKind::{Byline, Caption, Heading, Paragraph, Promo, Title};
        check(
            &[
                (Title, " Harbour  talks\nresume "),
                (Paragraph, "By Ana Lind"),
                (Paragraph, "Tuesday, 3 June 2025"),
                (Paragraph, "(Photo: Rina Sato/Harbour Office)"),
                (Paragraph, ""),
                (Paragraph, "Talks resumed\non Monday. Read also: Ferry Fares to Rise"),
                (Heading, "Next steps"),
                (Paragraph, "By Friday, the council will vote."),
            ],
            &[
                (Title, "Harbour talks resume"),
                (Byline, "By Ana Lind"),
                (Byline, "Tuesday, 3 June 2025"),
                (Caption, "(Photo: Rina Sato/Harbour Office)"),
                (Paragraph, "Talks resumed on Monday."),
                (Promo, "Read also: Ferry Fares to Rise"),
                (Heading, "Next steps"),
                (Paragraph, "By Friday, the council will vote."),
            ],
        );
    }

    #[test]
    fn the_empty_text_is_an_empty_document() {
        for text in ["", " \n\t\u{feff}\r\n "] {
            let (doc, warnings) = plain(text);
            assert!(doc.blocks.is_empty() && doc.tokens.is_empty() && warnings.is_empty());
        }
    }

    #[test]
    fn warns_of_what_was_lost() {
        assert_eq!(plain("a\u{1}b").1, [Warning::ControlsRemoved(1)]);
        assert_eq!(plain_utf16(&[0x61, 0xd800]).unwrap().1, [Warning::Replaced(1)]);
        assert_eq!(plain_bytes(b"a\xff").unwrap().1, [Warning::Replaced(1)]);
    }

    fn holds(doc: &Document) -> Result<(), TestCaseError> {
        let mut end = 0;
        for block in &doc.blocks {
            let gap = Span::new(end, block.span.start).of(&doc.text);
            prop_assert!(block.span.start >= end && gap.chars().all(char::is_whitespace), "{:?}", gap);
            let inside = doc.slice(block.span);
            prop_assert!(!inside.is_empty() && inside == inside.trim());
            end = block.span.end;
        }
        prop_assert!(doc.text.get(end as usize..).unwrap().trim().is_empty());
        for sentence in &doc.sentences {
            let block = doc.block_at(sentence.span.start).unwrap();
            prop_assert!(block.span.contains(sentence.span));
        }
        let again = restore(Arc::clone(&doc.text), doc.blocks.clone());
        prop_assert_eq!(&again.sentences, &doc.sentences);
        prop_assert_eq!(&again.tokens, &doc.tokens);
        prop_assert_eq!(&again.metadata, &doc.metadata);
        Ok(())
    }

    fn any_article() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            "\\PC{0,30}",
            "[A-Za-z ,.:\"'()]{0,90}",
            "(\\n|\\n\\n|\\r\\n|    |\\t|> |- |1\\. |\u{a0}|\u{3000}|\u{1})",
            "(By Ana Lind|Monday, May 18, 2015|Read also: |\\. Related: A|\\(Photo : |SEOUL, Sept 26 — )",
        ];
        proptest::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_keeps_the_invariants(text in any_article()) {
            let (doc, _) = plain(&text);
            prop_assert_eq!(doc.text.to_string(), normalize(&text).unwrap().text);
            holds(&doc)?;
        }

        #[test]
        fn any_blocks_keep_the_invariants(texts in proptest::collection::vec(any_article(), 0..6)) {
            let kinds = [BlockKind::Paragraph, BlockKind::Heading, BlockKind::ListItem, BlockKind::Title];
            let raw: Vec<RawBlock> =
                texts.into_iter().zip(kinds.into_iter().cycle()).map(|(text, kind)| RawBlock { kind, text }).collect();
            let (doc, _) = blocks(&raw);
            prop_assert_eq!(doc.text.to_string(), normalize(&doc.text).unwrap().text);
            holds(&doc)?;
        }
    }
}
