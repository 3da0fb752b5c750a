//! What a first visit does not need: parts of the module that the browser fetches at the first call of a
//! function here. The build cuts them off with all that is reached from here alone (`xtask/src/parts.rs`).
//!
//! Invariants: arguments are owned, so that nothing is borrowed while a part is on its way; a part that
//! cannot be fetched is an error like any other, and the next call tries again.
#![allow(
    unsafe_code,
    reason = "the macro links each function by its name, where the build puts the call into the part"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::apart;
use super::error::{bad_argument, error};
use crate::bundle::{self, File};
use crate::export::{FORMATS, Facts, Format, Written, named};
use crate::ingest::Warning;
use crate::pos;
use crate::session::{
    Backup, Carried, Import, ImportReport, Preview, Reader, Restore, RestoreReport, Revived, Session,
    SessionError, TextRecord,
};
use crate::text::Unit;

/// The session as the bindings hold it.
pub type Shared = Rc<RefCell<Session>>;
/// A reader of a long text, as its bindings hold it.
pub type SharedReader = Rc<RefCell<Reader>>;

/// Why something of a part was not done.
#[derive(Debug)]
pub enum Failure {
    /// The part could not be fetched.
    NotFetched,
    /// It was fetched, and says why.
    Session(SessionError),
    /// Parts of speech are asked for, and their model was not handed over.
    NoSpeech,
    /// What was given to it is not what it takes: a sentence.
    Argument(String),
}

impl From<SplitLoaderError> for Failure {
    fn from(_: SplitLoaderError) -> Self {
        Self::NotFetched
    }
}

impl From<SessionError> for Failure {
    fn from(cause: SessionError) -> Self {
        Self::Session(cause)
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFetched => error(
                "not-fetched",
                "A part of Manicule that is needed for this could not be fetched. Check the connection and try again.",
            ),
            Failure::Session(cause) => cause.into(),
            Failure::NoSpeech => error(
                "no-parts-of-speech",
                "The model of parts of speech is not there. Check the connection and try again.",
            ),
            Failure::Argument(why) => bad_argument(why),
        }
    }
}

/// The formats that are written, and whether each says parts of speech.
#[wasm_split(exchange, fallible)]
pub fn formats() -> Result<Vec<(Facts, bool)>, Failure> {
    let written = FORMATS.iter().filter(|format| format.writes());
    Ok(written.map(|format| (format.facts(), format.says_parts_of_speech())).collect())
}

/// Three numbers a token: where it starts and ends in UTF-16 code units, and its part of speech.
#[wasm_split(exchange, fallible)]
pub fn tokens(session: Shared) -> Result<Vec<u32>, Failure> {
    speech()?;
    let session = session.borrow();
    let doc = session.article()?.doc();
    let spans = doc.tokens.iter().map(|token| token.span);
    let places = doc.offsets.from_spans(&doc.text, spans, Unit::Utf16).map_err(SessionError::from)?;
    let each = places.as_chunks::<2>().0.iter().zip(pos::tag(doc));
    Ok(each.flat_map(|([start, end], tag)| [*start, *end, tag as u32]).collect())
}

/// Fails where parts of speech cannot be told.
fn speech() -> Result<(), Failure> {
    bundle::parts(File::Speech).map(|_| ()).ok_or(Failure::NoSpeech)
}

/// [`Session::export`].
#[wasm_split(exchange, fallible)]
pub fn export(session: Shared, format: String, entities: bool) -> Result<Vec<Written>, Failure> {
    if named(&format).is_some_and(Format::says_parts_of_speech) {
        speech()?;
    }
    Ok(session.borrow().export(&format, entities)?)
}

/// [`Session::begin_import`].
#[wasm_split(exchange, fallible)]
pub fn begin_import(session: Shared, files: Vec<Vec<u8>>) -> Result<Import, Failure> {
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    Ok(session.borrow().begin_import(&files)?)
}

/// [`Session::preview_import`]; gives the import back.
#[wasm_split(exchange, fallible)]
pub fn preview_import(
    session: Shared,
    import: Import,
    text: Option<TextRecord>,
) -> Result<(Import, Preview), Failure> {
    let preview = session.borrow_mut().preview_import(&import, text)?;
    Ok((import, preview))
}

/// [`Session::finish_import`].
#[wasm_split(exchange, fallible)]
pub fn finish_import(
    session: Shared,
    import: Import,
    revived: Option<Revived>,
) -> Result<ImportReport, Failure> {
    Ok(session.borrow_mut().finish_import(import, revived)?)
}

/// [`Session::carry_over`].
#[wasm_split(exchange, fallible)]
pub fn carry_over(session: Shared, earlier: String, text: TextRecord) -> Result<Carried, Failure> {
    Ok(session.borrow_mut().carry_over(&earlier, text)?)
}

/// [`Session::backup`].
#[wasm_split(backup, fallible)]
pub fn backup(session: Shared, texts: BTreeMap<String, String>) -> Result<Backup, Failure> {
    Ok(session.borrow().backup(&texts)?)
}

/// [`Session::begin_restore`].
#[wasm_split(backup, fallible)]
pub fn begin_restore(session: Shared, json: String) -> Result<Restore, Failure> {
    Ok(session.borrow().begin_restore(&json)?)
}

/// [`Session::finish_restore`].
#[wasm_split(backup, fallible)]
pub fn finish_restore(session: Shared, restore: Restore, kept: bool) -> Result<RestoreReport, Failure> {
    Ok(session.borrow_mut().finish_restore(restore, kept)?)
}

/// What is done about a text that is read apart from the session: one way in for all of it, since each is a
/// promise of its own.
pub enum Act {
    /// What is to be read of the open article.
    Ask(Shared),
    /// A reading of an article, to be taken if that is still the one that is open.
    Take { session: Shared, id: String, version: u32, whole: bool, packed: Vec<u8> },
    /// The entities of the open article in brief.
    Table(Shared),
    /// A reader of a document's own text and blocks.
    Open(TextRecord),
    /// A reader of plain text, in which so many halves of characters were replaced.
    Bring(String, u32),
    /// What is asked of a reader, and whether it is to begin again.
    Begin(SharedReader, String, bool),
    /// What is in a part of the text, in UTF-16 code units, read by itself.
    Part(SharedReader, u32, u32, String),
    /// One slice more.
    Step(SharedReader),
    /// All that was read.
    Whole(SharedReader, String),
}

/// Does it; what comes of it, for JavaScript.
#[wasm_split(reading, fallible)]
pub fn act(act: Act) -> Result<JsValue, Failure> {
    apart::act(act)
}

/// [`Session::add_read`]; `removed` control characters were left out of it.
#[wasm_split(reading, fallible)]
pub fn add_read(
    session: Shared,
    record: TextRecord,
    removed: u32,
    name: Option<String>,
    source: Option<String>,
) -> Result<String, Failure> {
    let warnings = if removed > 0 { vec![Warning::ControlsRemoved(removed)] } else { Vec::new() };
    Ok(session.borrow_mut().add_read(record, &warnings, name.as_deref(), source.as_deref())?)
}
