//! What is kept of an article, beside its annotations (which are kept as their W3C JSON).

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::told::{Print, Told};
use crate::document::{Block, BlockKind, Document};
use crate::text::Span;

/// Where an article's text is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// With everything else.
    #[default]
    Store,
    /// In the browser's database, being too big for the store.
    Database,
}

/// What is known about an article beside its text. Times are RFC 3339 in UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleMeta {
    /// Ours: a UUID.
    pub id: String,
    /// The reader's name for it; at first its headline or file name.
    pub title: String,
    /// When it was read in.
    pub created: String,
    /// When it was last opened.
    pub opened: String,
    /// Length of the text in UTF-16 code units.
    #[serde(default)]
    pub length: u32,
    /// Where it came from, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day it is of, as the reader said (`2023-09-26`, `2023-09`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What else is said of it, and where it stands in the library.
    #[serde(default, skip_serializing_if = "Told::is_nothing")]
    pub told: Told,
    /// By what its text is known again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub print: Option<Print>,
    /// When the reader removed it; it can be had back until it is purged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<String>,
    /// Where its text is.
    #[serde(default)]
    pub place: Place,
}

/// An article's text with its blocks, so that its structure never shifts when the reading-in improves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawText")]
pub struct TextRecord {
    /// Shared with the document, which may be long.
    #[serde(serialize_with = "plainly")]
    text: Arc<str>,
    blocks: Vec<BlockRecord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct BlockRecord {
    kind: BlockKind,
    /// UTF-8 bytes.
    start: u32,
    end: u32,
}

fn plainly<S: Serializer>(text: &str, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(text)
}

#[derive(Deserialize)]
struct RawText {
    text: String,
    blocks: Vec<BlockRecord>,
}

impl TryFrom<RawText> for TextRecord {
    type Error = String;

    /// Accepts blocks only as [`Document`] promises them: in order, apart, on character boundaries.
    fn try_from(raw: RawText) -> Result<Self, String> {
        let mut at = 0;
        for BlockRecord { start, end, .. } in &raw.blocks {
            if *start < at || start > end || raw.text.get(*start as usize..*end as usize).is_none() {
                return Err(format!("the block from {start} to {end} does not lie in the text"));
            }
            at = *end;
        }
        Ok(Self { text: raw.text.into(), blocks: raw.blocks })
    }
}

impl TextRecord {
    /// The text and blocks of `doc`.
    #[must_use]
    pub fn of(doc: &Document) -> Self {
        Self::new(doc.text.clone(), &doc.blocks)
    }

    /// A text and its blocks.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>, blocks: &[Block]) -> Self {
        let record =
            |block: &Block| BlockRecord { kind: block.kind, start: block.span.start, end: block.span.end };
        Self { text: text.into(), blocks: blocks.iter().map(record).collect() }
    }

    /// The text and blocks again.
    #[must_use]
    pub fn into_parts(self) -> (Arc<str>, Vec<Block>) {
        let block = |block: BlockRecord| Block { kind: block.kind, span: Span::new(block.start, block.end) };
        (self.text, self.blocks.into_iter().map(block).collect())
    }
}
