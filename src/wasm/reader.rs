//! The reader of long texts, for a worker with an instance of the core of its own.
//!
//! Text, blocks and readings cross as one array each, however long the article is.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::error::bad_argument;
use crate::document::{Block, BlockKind, Document};
use crate::ingest;
use crate::session::{self, Ask, SessionError, TextRecord, pack_into};
use crate::text::{OffsetMap, Unit, normalize};

/// In the order of their numbers in a packed block.
const KINDS: [BlockKind; 8] = [
    BlockKind::Title,
    BlockKind::Byline,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::ListItem,
    BlockKind::Quote,
    BlockKind::Caption,
    BlockKind::Promo,
];

/// Reads one long text, a slice at a time.
#[wasm_bindgen]
pub struct Reader {
    reader: session::Reader,
    /// What its way in changed: characters replaced, control characters left out.
    changed: [u32; 2],
}

#[wasm_bindgen]
impl Reader {
    /// Of a text as `Core.textBytes()` and `Core.packedBlocks()` give it.
    #[wasm_bindgen(js_name = ofArticle)]
    pub fn of_article(text: Vec<u8>, blocks: &[u32]) -> Result<Reader, JsValue> {
        let (text, blocks) = record(text, blocks)?.into_parts();
        Ok(Self { reader: session::Reader::new(text, blocks), changed: [0, 0] })
    }

    /// Of plain text in UTF-8, in which so many halves of characters were replaced: normalises it and finds its
    /// blocks.
    #[wasm_bindgen(js_name = ofPlain)]
    pub fn of_plain(text: Vec<u8>, replaced: u32) -> Result<Reader, JsValue> {
        let clean = normalize::normalize_owned(utf8(text)?).map_err(bad_argument)?;
        let changed = [replaced, clean.controls_removed];
        let (text, blocks) = ingest::structure(clean.text);
        Ok(Self { reader: session::Reader::new(text, blocks), changed })
    }

    /// The text, as UTF-8.
    #[wasm_bindgen(js_name = textBytes)]
    #[must_use]
    pub fn text_bytes(&self) -> Uint8Array {
        Uint8Array::from(self.reader.doc().text.as_bytes())
    }

    /// Three numbers a block: kind, start, end.
    #[wasm_bindgen(js_name = packedBlocks)]
    pub fn packed_blocks(&self) -> Result<Vec<u32>, JsValue> {
        packed_blocks(self.reader.doc())
    }

    /// The length of the text in UTF-16 code units.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.reader.doc().offsets.length(Unit::Utf16)
    }

    /// How many characters were replaced and how many left out when it was read in.
    #[must_use]
    pub fn changed(&self) -> Vec<u32> {
        self.changed.to_vec()
    }

    /// Begins with what is asked: reads from the start where the day is another one or `again` says so.
    /// Whether it does.
    pub fn begin(&mut self, ask: &str, again: bool) -> Result<bool, JsValue> {
        let ask = asked(ask)?;
        let restarts = again || ask.date != self.reader.date();
        if restarts {
            self.reader.restart(ask.date);
        }
        Ok(restarts)
    }

    /// What is in a part of the text, read by itself.
    pub fn preview(&self, start: u32, end: u32, ask: &str) -> Result<Uint8Array, JsValue> {
        let doc = self.reader.doc();
        let span = doc.offsets.to_span(&doc.text, start, end, Unit::Utf16).map_err(SessionError::from)?;
        Ok(bytes(&self.reader.preview(span, &asked(ask)?)))
    }

    /// Reads one slice on; how much of the text was come to, from 0 to 1.
    pub fn step(&mut self) -> f64 {
        self.reader.step();
        let share = f64::from(self.reader.come_to()) / self.reader.doc().text.len().max(1) as f64;
        if self.reader.is_done() { 1.0 } else { share }
    }

    /// All of it, as it was asked.
    pub fn reading(&mut self, ask: &str) -> Result<Uint8Array, JsValue> {
        Ok(self.reader.reading(&asked(ask)?, bytes))
    }
}

fn bytes(reading: &session::Reading) -> Uint8Array {
    let mut length = 0;
    pack_into(reading, |piece| length += piece.len() as u32);
    let bytes = Uint8Array::new_with_length(length);
    let mut at = 0;
    pack_into(reading, |piece| {
        let end = at + piece.len() as u32;
        bytes.subarray(at, end).copy_from(piece);
        at = end;
    });
    bytes
}

fn asked(ask: &str) -> Result<Ask, JsValue> {
    serde_json::from_str(ask).map_err(bad_argument)
}

fn utf8(text: Vec<u8>) -> Result<String, JsValue> {
    String::from_utf8(text).map_err(|_| bad_argument("The text is no UTF-8."))
}

/// A text and its blocks as they crossed.
pub(super) fn record(text: Vec<u8>, blocks: &[u32]) -> Result<TextRecord, JsValue> {
    let text = utf8(text)?;
    let blocks = blocks_of(&text, blocks)?;
    Ok(TextRecord::new(text, &blocks))
}

/// Three numbers a block: kind, start, end.
pub(super) fn packed_blocks(doc: &Document) -> Result<Vec<u32>, JsValue> {
    let spans = doc.blocks.iter().map(|block| block.span);
    let places = doc.offsets.from_spans(&doc.text, spans, Unit::Utf16).map_err(SessionError::from)?;
    let each = places.as_chunks::<2>().0.iter().zip(&doc.blocks);
    let numbers = each.flat_map(|([start, end], block)| {
        let kind = KINDS.iter().position(|kind| *kind == block.kind).unwrap_or_default();
        [u32::try_from(kind).unwrap_or_default(), *start, *end]
    });
    Ok(numbers.collect())
}

/// The blocks of `text`: refused where they do not lie in it.
fn blocks_of(text: &str, packed: &[u32]) -> Result<Vec<Block>, JsValue> {
    let offsets = OffsetMap::new(text);
    let block = |[kind, start, end]: &[u32; 3]| {
        let span = offsets.to_span(text, *start, *end, Unit::Utf16).map_err(SessionError::from)?;
        let kind =
            KINDS.get(*kind as usize).ok_or_else(|| bad_argument("There is no such kind of block."))?;
        Ok(Block { kind: *kind, span })
    };
    packed.as_chunks().0.iter().map(block).collect()
}
