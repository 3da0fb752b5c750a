//! spaCy's JSON of one document, as `Doc.from_json` takes it: text, tokens, sentences, `ents`, and the reader's
//! passages as the span group `manicule`. Offsets: code points.
//!
//! Lost: notes, colours, times, further tags, values; passages without a place; ends inside tokens (the whole
//! token is taken); of entities that overlap, all but one in `ents`.

use serde_json::{Value, json};

use super::passage::{Passage, apart};
use super::{Edition, Facts, Format, Written};
use crate::text::{Span, Unit};

/// spaCy.
pub struct Spacy;

impl Format for Spacy {
    fn facts(&self) -> Facts {
        Facts { name: "spacy", title: "spaCy JSON", purpose: "spaCy: a document that Doc.from_json takes" }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let doc = edition.doc;
        let place = |span: Span| doc.offsets.from_span(&doc.text, span, Unit::CodePoints).unwrap_or_default();
        let tokens = tokens(&doc.text, doc.tokens.iter().map(|token| token.span()));
        let range = |(number, span): (usize, &Span)| {
            let (start, end) = place(*span);
            json!({ "id": number, "start": start, "end": end })
        };
        // From the start of its first token to the end of its last.
        let whole = |span: Span| {
            let tokens = doc.tokens.get(doc.tokens_in(span))?;
            Some(place(tokens.first()?.span().join(tokens.last()?.span())))
        };
        let passages = Passage::list(edition);
        let mut last = 0;
        let mut ents = Vec::new();
        let typed: Vec<Passage<'_>> =
            passages.iter().filter(|passage| passage.label.is_some()).cloned().collect();
        for (span, passage) in apart(&typed) {
            if let Some((start, end)) = whole(span).filter(|(start, _)| *start >= last) {
                last = end;
                ents.push(entry(start, end, passage));
            }
        }
        let own = passages.iter().filter(|passage| passage.annotation.is_some());
        let spans = own.filter_map(|passage| {
            let (start, end) = whole(passage.span?)?;
            Some(entry(start, end, passage))
        });
        let sentences = doc.sentences.iter().map(|sentence| {
            let (start, end) = place(sentence.span);
            json!({ "start": start, "end": end })
        });
        let value = json!({
            "text": &*doc.text,
            "ents": ents,
            "sents": sentences.collect::<Vec<_>>(),
            "tokens": tokens.iter().enumerate().map(range).collect::<Vec<_>>(),
            "spans": { "manicule": spans.collect::<Vec<_>>() },
        });
        vec![Written {
            extension: "spacy.json",
            media_type: "application/json",
            text: format!("{value:#}\n"),
        }]
    }
}

fn entry(start: u32, end: u32, passage: &Passage<'_>) -> Value {
    json!({ "start": start, "end": end, "label": passage.kind(), "kb_id": passage.name.unwrap_or_default() })
}

/// Our tokens and those that spaCy has for white space: all of it but one space after each token, or its text
/// would not be ours.
fn tokens(text: &str, ours: impl Iterator<Item = Span>) -> Vec<Span> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    let gap = |tokens: &mut Vec<Span>, from: u32, to: u32| {
        let space = u32::from(from > 0 && Span::new(from, to).of(text).starts_with(' '));
        if from + space < to {
            tokens.push(Span::new(from + space, to));
        }
    };
    for token in ours {
        gap(&mut tokens, at, token.start);
        tokens.push(token);
        at = token.end;
    }
    gap(&mut tokens, at, u32::try_from(text.len()).unwrap_or(u32::MAX));
    tokens
}
