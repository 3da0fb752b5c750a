//! What reads long texts apart from the session, and takes over what was read: all of it in a part of the core that
//! is fetched when there is a long text (`later`).

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::later::{Act, Failure, Shared};
use super::reader::Reader;
use super::records::utf16;
use crate::ingest;
use crate::session::{self, Ask, SessionError, is_hidden, is_unsure, pack};
use crate::tag::Label;
use crate::text::{Unit, normalize};

/// Does what is to be done; what comes of it.
pub fn act(act: Act) -> Result<JsValue, Failure> {
    Ok(match act {
        Act::Ask(session) => ask(&session)?.into(),
        Act::Take { session, id, version, whole, packed } => {
            let mut session = session.borrow_mut();
            (session.article()?.id() == id && session.take_reading(version, whole, &packed)?).into()
        }
        Act::Table(session) => table(&session)?.into(),
        Act::Open(record) => {
            let (text, blocks) = record.into_parts();
            reader(session::Reader::new(text, blocks), [0, 0])
        }
        Act::Bring(text, replaced) => {
            let clean = normalize::normalize(&text).map_err(|cause| Failure::Argument(cause.to_string()))?;
            drop(text);
            let removed = clean.controls_removed;
            let (text, blocks) = ingest::structure(clean.text);
            reader(session::Reader::new(text, blocks), [replaced, removed])
        }
        Act::Begin(reader, ask, again) => {
            let (ask, mut reader) = (asked(&ask)?, reader.borrow_mut());
            let restarts = again || ask.date != reader.date();
            if restarts {
                reader.restart(ask.date);
            }
            restarts.into()
        }
        Act::Part(reader, start, end, ask) => {
            let (ask, reader) = (asked(&ask)?, reader.borrow());
            let doc = reader.doc();
            let span = doc.offsets.to_span(&doc.text, start, end, Unit::Utf16).map_err(SessionError::from)?;
            bytes(&reader.preview(span, &ask))
        }
        Act::Step(reader) => {
            let mut reader = reader.borrow_mut();
            reader.step();
            let share = f64::from(reader.come_to()) / reader.doc().text.len().max(1) as f64;
            if reader.is_done() { 1.0 } else { share }.into()
        }
        Act::Whole(reader, ask) => bytes(&reader.borrow().reading(&asked(&ask)?)),
    })
}

fn odd(cause: impl std::fmt::Debug) -> Failure {
    Failure::Argument(format!("{cause:?}"))
}

fn reader(reader: session::Reader, changed: [u32; 2]) -> JsValue {
    Reader { reader: Rc::new(RefCell::new(reader)), changed }.into()
}

fn bytes(reading: &session::Reading) -> JsValue {
    Uint8Array::from(pack(reading).as_slice()).into()
}

fn asked(ask: &str) -> Result<Ask, Failure> {
    serde_json::from_str(ask).map_err(|cause| Failure::Argument(cause.to_string()))
}

fn ask(session: &Shared) -> Result<Option<String>, Failure> {
    let ask = session.borrow().article()?.ask();
    let write = |ask: &Ask| serde_json::to_string(ask).map_err(|cause| Failure::Argument(cause.to_string()));
    ask.as_ref().map(write).transpose()
}

/// The entities in brief, in order of first mention, however many: their names apart by U+001F, each with its
/// aliases after U+001E (which no text has), the names of all types apart by spaces, and four numbers each: the
/// type's place among those, how many mentions, where the first starts, and 1 when the reader hid it plus 2 when
/// the tagger is not sure of any.
fn table(session: &Shared) -> Result<Array, Failure> {
    let session = session.borrow();
    let article = session.article()?;
    let (doc, reading, hidden) = (article.doc(), article.reading(), session.hidden());
    let (mut names, mut numbers) = (String::new(), Vec::with_capacity(reading.entities.len() * 4));
    for entity in &reading.entities {
        names.push_str(&entity.name);
        for alias in &entity.aliases {
            names.push('\u{1e}');
            names.push_str(alias);
        }
        names.push('\u{1f}');
        let first = entity.mentions.first().and_then(|at| reading.mentions.get(*at as usize));
        let start = first.map_or(Ok((0, 0)), |first| utf16(doc, first.span)).map_err(odd)?.0;
        let label = Label::ALL.iter().position(|label| *label == entity.label).unwrap_or_default();
        let mut mentions = entity.mentions.iter().filter_map(|at| reading.mentions.get(*at as usize));
        let flags = u32::from(is_hidden(entity, &hidden)) + 2 * u32::from(mentions.all(is_unsure));
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        numbers.extend([narrow(label), narrow(entity.mentions.len()), start, flags]);
    }
    let labels = Label::ALL.map(Label::name).join(" ");
    Ok(Array::of3(&names.into(), &labels.into(), &Uint32Array::from(numbers.as_slice())))
}
