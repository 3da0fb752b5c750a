//! Floor 2: raw input to a [`Document`].

use std::sync::Arc;

use crate::document::{Block, BlockKind, Document, Metadata};
use crate::segment;
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

/// Reads plain text: normalises it, finds its blocks, splits it into sentences and tokens.
#[must_use]
pub fn plain(input: &str) -> (Document, Vec<Warning>) {
    let text: Arc<str> = input.into();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.is_empty() {
            let kind = if blocks.is_empty() { BlockKind::Title } else { BlockKind::Paragraph };
            blocks.push(Block { kind, span: Span::from_range(at..at + body.len()) });
        }
        at += line.len();
    }
    (document(text, blocks), Vec::new())
}

/// Reads blocks whose kinds are known; the text is theirs, normalised, joined by a blank line.
#[must_use]
pub fn blocks(input: &[RawBlock]) -> (Document, Vec<Warning>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for raw in input {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(raw.text.trim());
        blocks.push(Block { kind: raw.kind, span: Span::from_range(start..text.len()) });
    }
    (document(text.into(), blocks), Vec::new())
}

/// Rebuilds a document from its own normalised text and the blocks it was stored with.
#[must_use]
pub fn restore(text: Arc<str>, blocks: Vec<Block>) -> Document {
    document(text, blocks)
}

fn document(text: Arc<str>, blocks: Vec<Block>) -> Document {
    let (sentences, tokens) = segment::segment(&text, &blocks);
    let offsets = OffsetMap::new(&text);
    Document { text, blocks, sentences, tokens, offsets, metadata: Metadata::default() }
}
