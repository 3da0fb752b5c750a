//! The reader of long texts, for a worker with an instance of the core of its own, and where its readings go.
//!
//! Text, blocks and readings cross as one array each, however long the article is. What reads is a part of the
//! core that is fetched when there is a long text, so nearly all of this is a promise; none holds a borrow of the
//! reader while it waits, so that it may be freed at any time.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::core::Core;
use super::error::bad_argument;
use super::later::{self, Act, SharedReader};
use super::records::utf16;
use crate::document::{Block, BlockKind, Document};
use crate::session::{SessionError, TextRecord};
use crate::text::{OffsetMap, Unit};

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
    pub(super) reader: SharedReader,
    /// What its way in changed: characters replaced, control characters left out.
    pub(super) changed: [u32; 2],
}

#[wasm_bindgen]
impl Reader {
    /// Of a text as `Core.textBytes()` and `Core.packedBlocks()` give it.
    #[wasm_bindgen(js_name = ofArticle, unchecked_return_type = "Promise<Reader>")]
    pub fn of_article(text: Vec<u8>, blocks: &[u32]) -> Result<Promise, JsValue> {
        Ok(promise(Act::Open(record(text, blocks)?)))
    }

    /// Of plain text in UTF-8, in which so many halves of characters were replaced: normalises it and finds its
    /// blocks.
    #[wasm_bindgen(js_name = ofPlain, unchecked_return_type = "Promise<Reader>")]
    pub fn of_plain(text: Vec<u8>, replaced: u32) -> Result<Promise, JsValue> {
        Ok(promise(Act::Bring(utf8(text)?, replaced)))
    }

    /// The text, as UTF-8.
    #[wasm_bindgen(js_name = textBytes)]
    #[must_use]
    pub fn text_bytes(&self) -> Uint8Array {
        Uint8Array::from(self.reader.borrow().doc().text.as_bytes())
    }

    /// Three numbers a block: kind, start, end.
    #[wasm_bindgen(js_name = packedBlocks)]
    pub fn packed_blocks(&self) -> Result<Vec<u32>, JsValue> {
        packed_blocks(self.reader.borrow().doc())
    }

    /// The length of the text in UTF-16 code units.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.reader.borrow().doc().offsets.length(Unit::Utf16)
    }

    /// How many characters were replaced and how many left out when it was read in.
    #[must_use]
    pub fn changed(&self) -> Vec<u32> {
        self.changed.to_vec()
    }

    /// Begins with what is asked: reads from the start where the day is another one or `again` says so.
    /// Whether it does.
    #[wasm_bindgen(unchecked_return_type = "Promise<boolean>")]
    pub fn begin(&self, ask: String, again: bool) -> Promise {
        promise(Act::Begin(self.reader.clone(), ask, again))
    }

    /// What is in a part of the text, read by itself.
    #[wasm_bindgen(unchecked_return_type = "Promise<Uint8Array<ArrayBuffer>>")]
    pub fn preview(&self, start: u32, end: u32, ask: String) -> Promise {
        promise(Act::Part(self.reader.clone(), start, end, ask))
    }

    /// Reads one slice on; how much of the text was come to, from 0 to 1.
    #[wasm_bindgen(unchecked_return_type = "Promise<number>")]
    pub fn step(&self) -> Promise {
        promise(Act::Step(self.reader.clone()))
    }

    /// All of it, as it was asked.
    #[wasm_bindgen(unchecked_return_type = "Promise<Uint8Array<ArrayBuffer>>")]
    pub fn reading(&self, ask: String) -> Promise {
        promise(Act::Whole(self.reader.clone(), ask))
    }
}

fn promise(act: Act) -> Promise {
    future_to_promise(async move { Ok(later::act(act).await?) })
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
    #[wasm_bindgen(unchecked_return_type = "Promise<string | undefined>")]
    pub fn ask(&self) -> Promise {
        promise(Act::Ask(self.shared()))
    }

    /// The entities in brief: `apart::table` says how.
    #[wasm_bindgen(js_name = entityTable, unchecked_return_type = "Promise<[string, string, Uint32Array]>")]
    pub fn entity_table(&self) -> Promise {
        promise(Act::Table(self.shared()))
    }

    /// Takes a reading of what was asked of an article; whether it is still wanted. One that is not `whole`
    /// stands in until the whole comes.
    #[wasm_bindgen(js_name = takeReading, unchecked_return_type = "Promise<boolean>")]
    pub fn take_reading(&self, id: String, version: u32, whole: bool, packed: Vec<u8>) -> Promise {
        promise(Act::Take { session: self.shared(), id, version, whole, packed })
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
        let id = later::add_read(self.shared(), record, at(1), name, source).await?;
        self.warn_replaced(at(0));
        self.follow();
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
