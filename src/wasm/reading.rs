//! The open article's text, structure, mentions and entities.

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::entity_records::{EntityRecord, QuotationRecord};
use super::model;
use super::records::{BlockRecord, MentionRecord, to_js, utf16};
use crate::pos;
use crate::session::SessionError;
use crate::text::{Span, Unit};

#[wasm_bindgen]
impl Core {
    /// The text that every position counts in.
    pub fn text(&self) -> Result<String, JsValue> {
        Ok(self.view().article()?.doc().text.to_string())
    }

    /// The blocks, in order.
    #[wasm_bindgen(unchecked_return_type = "BlockRecord[]")]
    pub fn blocks(&self) -> Result<JsValue, JsValue> {
        let session = self.view();
        let doc = session.article()?.doc();
        let records = doc.blocks.iter().map(|block| BlockRecord::of(doc, block));
        to_js(&records.collect::<Result<Vec<_>, _>>()?)
    }

    /// Three numbers a token, in order: where it starts, where it ends, its part of speech, which is a place
    /// in `ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X`.
    /// `loadPartsOfSpeech` comes first.
    pub async fn tokens(&self) -> Result<Vec<u32>, JsValue> {
        model::speech()?;
        let mut session = self.edit();
        let doc = session.split()?.doc();
        let spans = doc.tokens.iter().map(|token| token.span());
        let places = doc.offsets.from_spans(&doc.text, spans, Unit::Utf16).map_err(SessionError::from)?;
        let each = places.as_chunks::<2>().0.iter().zip(pos::tag(doc));
        Ok(each.flat_map(|([start, end], tag)| [*start, *end, tag as u32]).collect())
    }

    /// Tags the open article again, for the model is there now.
    #[wasm_bindgen(js_name = tagAgain)]
    pub fn tag_again(&self) {
        self.edit().tag_again();
    }

    /// The sentences, in order: where each starts and ends, one after the other.
    pub fn sentences(&self) -> Result<Vec<u32>, JsValue> {
        let mut session = self.edit();
        let doc = session.split()?.doc();
        let spans = doc.sentences.iter().map(|sentence| sentence.span);
        Ok(doc.offsets.from_spans(&doc.text, spans, Unit::Utf16).map_err(SessionError::from)?)
    }

    /// The mentions that touch the range, in order.
    #[wasm_bindgen(unchecked_return_type = "MentionRecord[]")]
    pub fn mentions(&self, start: u32, end: u32) -> Result<JsValue, JsValue> {
        let session = self.view();
        let article = session.article()?;
        let span = self.span(start, end)?;
        let found = article.reading().within(span);
        let records = found.map(|(mention, member)| MentionRecord::of(article.doc(), mention, member));
        to_js(&records.collect::<Result<Vec<_>, _>>()?)
    }

    /// The entities, in order of first mention.
    #[wasm_bindgen(unchecked_return_type = "EntityRecord[]")]
    pub fn entities(&self) -> Result<JsValue, JsValue> {
        let session = self.view();
        to_js(&EntityRecord::all(session.article()?, &session.hidden())?)
    }

    /// Names of the entities that the reader hid in the open article.
    #[must_use]
    pub fn hidden(&self) -> Vec<String> {
        self.view().hidden()
    }

    /// Hides an entity, or shows it again; `undo()` takes it back.
    pub fn hide(&self, name: &str, hide: bool) -> Result<(), JsValue> {
        Ok(self.edit().hide(name, hide)?)
    }

    /// Three numbers for each pair of entities that share sentences: their indices and how many sentences.
    pub fn ties(&self) -> Result<Vec<u32>, JsValue> {
        let mut session = self.edit();
        let article = session.split()?;
        let ties = article.reading().ties(article.doc());
        Ok(ties.into_iter().flat_map(|tie| [tie.one, tie.other, tie.sentences]).collect())
    }

    /// Where each of the sentences that name both entities starts and ends.
    #[wasm_bindgen(js_name = sentencesWith)]
    pub fn sentences_with(&self, one: u32, other: u32) -> Result<Vec<u32>, JsValue> {
        let mut session = self.edit();
        let article = session.split()?;
        let mut numbers = Vec::new();
        for span in article.reading().sentences_with(article.doc(), one, other) {
            let (start, end) = utf16(article.doc(), span)?;
            numbers.extend([start, end]);
        }
        Ok(numbers)
    }

    /// One entity.
    #[wasm_bindgen(unchecked_return_type = "EntityRecord | undefined")]
    pub fn entity(&self, index: u32) -> Result<JsValue, JsValue> {
        let session = self.view();
        let article = session.article()?;
        let entity = article.reading().entities.get(index as usize);
        let hidden = session.hidden();
        let record = |entity| to_js(&EntityRecord::of(article, index, entity, &hidden)?);
        entity.map_or(Ok(JsValue::UNDEFINED), record)
    }

    /// Who said what, in order.
    #[wasm_bindgen(unchecked_return_type = "QuotationRecord[]")]
    pub fn quotations(&self) -> Result<JsValue, JsValue> {
        let session = self.view();
        let article = session.article()?;
        let quotations = article.reading().quotations.iter();
        let records = quotations.map(|quotation| QuotationRecord::of(article.doc(), quotation));
        to_js(&records.collect::<Result<Vec<_>, _>>()?)
    }
}

impl Core {
    /// The bytes between two positions that JavaScript gave.
    pub(super) fn span(&self, start: u32, end: u32) -> Result<Span, JsValue> {
        let session = self.view();
        let doc = session.article()?.doc();
        Ok(doc.offsets.to_span(&doc.text, start, end, Unit::Utf16).map_err(SessionError::from)?)
    }
}
