//! The reader of long texts, for a worker with an instance of the core of its own, and where its readings go.
//!
//! Text, blocks and readings cross as one array each, however long the article is.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::entity_table;
use super::error::bad_argument;
use super::records::utf16;
use crate::document::{Block, BlockKind, Document};
use crate::ingest::{self, Warning};
use crate::session::{self, Ask, SessionError, TextRecord, pack};
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
        let text = utf8(text)?;
        let clean = normalize::normalize(&text).map_err(bad_argument)?;
        drop(text);
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
    pub fn reading(&self, ask: &str) -> Result<Uint8Array, JsValue> {
        Ok(bytes(&self.reader.reading(&asked(ask)?)))
    }
}

fn bytes(reading: &session::Reading) -> Uint8Array {
    Uint8Array::from(pack(reading).as_slice())
}

fn asked(ask: &str) -> Result<Ask, JsValue> {
    serde_json::from_str(ask).map_err(bad_argument)
}

#[wasm_bindgen]
impl Core {
    /// Texts of more than so many bytes are read elsewhere from now on: `Core.asks()` says whether something is
    /// to be read, `Core.ask()` what, `Core.takeReading()` takes what was.
    #[wasm_bindgen(js_name = readElsewhere)]
    pub fn read_elsewhere(&self, longest_here: usize) {
        self.edit().read_elsewhere(longest_here);
    }

    /// The version of the open article's reading that is asked for; nothing when it is read.
    pub fn asks(&self) -> Result<Option<u32>, JsValue> {
        Ok(self.view().article()?.asks())
    }

    /// What is to be read of the open article, for a `Reader`; nothing when it is read.
    pub fn ask(&self) -> Result<Option<String>, JsValue> {
        let ask = self.view().article()?.ask();
        ask.as_ref().map(serde_json::to_string).transpose().map_err(bad_argument)
    }

    /// The entities in brief, one after the other in arrays ([`entity_table::table`]).
    #[wasm_bindgen(js_name = entityTable, unchecked_return_type = "[string, string, Uint32Array]")]
    pub fn entity_table(&self) -> Result<Array, JsValue> {
        entity_table::table(&self.view())
    }

    /// Takes a reading of what was asked of an article; whether it is still wanted. One that is not `whole`
    /// stands in until the whole comes.
    #[wasm_bindgen(js_name = takeReading)]
    pub fn take_reading(&self, id: &str, version: u32, whole: bool, packed: &[u8]) -> Result<bool, JsValue> {
        let mut session = self.edit();
        Ok(session.article()?.id() == id && session.take_reading(version, whole, packed)?)
    }

    /// Opens a text that a `Reader` read in; its id.
    #[wasm_bindgen(js_name = addRead, unchecked_return_type = "string")]
    pub async fn add_read(
        &self,
        text: Vec<u8>,
        blocks: Vec<u32>,
        changed: Vec<u32>,
        name: Option<String>,
        source: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let at = |index: usize| changed.get(index).copied().unwrap_or_default();
        let record = record(text, &blocks)?;
        let removed = Some(at(1)).filter(|count| *count > 0).map(Warning::ControlsRemoved);
        let warnings: Vec<Warning> = removed.into_iter().collect();
        let id = self.edit().add_read(record, &warnings, name.as_deref(), source.as_deref())?;
        self.warn_replaced(at(0));
        self.keep_texts().await;
        Ok(id.into())
    }

    /// The text of the open article, as UTF-8.
    #[wasm_bindgen(js_name = textBytes)]
    pub fn text_bytes(&self) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(self.view().article()?.doc().text.as_bytes()))
    }

    /// The blocks, three numbers each: kind, start, end.
    #[wasm_bindgen(js_name = packedBlocks)]
    pub fn packed_blocks(&self) -> Result<Vec<u32>, JsValue> {
        packed_blocks(self.view().article()?.doc())
    }
}

fn utf8(text: Vec<u8>) -> Result<String, JsValue> {
    String::from_utf8(text).map_err(|_| bad_argument("The text is no UTF-8."))
}

fn record(text: Vec<u8>, blocks: &[u32]) -> Result<TextRecord, JsValue> {
    let text = utf8(text)?;
    let blocks = blocks_of(&text, blocks)?;
    Ok(TextRecord::new(text, &blocks))
}

fn packed_blocks(doc: &Document) -> Result<Vec<u32>, JsValue> {
    let mut numbers = Vec::with_capacity(doc.blocks.len() * 3);
    for block in &doc.blocks {
        let (start, end) = utf16(doc, block.span)?;
        let kind = KINDS.iter().position(|kind| *kind == block.kind).unwrap_or_default();
        numbers.extend([u32::try_from(kind).unwrap_or_default(), start, end]);
    }
    Ok(numbers)
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
