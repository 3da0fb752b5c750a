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

use super::error::error;
use crate::export::{FORMATS, Facts, Written};
use crate::session::{
    Backup, Import, ImportReport, Preview, Restore, RestoreReport, Revived, Session, SessionError, TextRecord,
};

/// The session as the bindings hold it.
pub type Shared = Rc<RefCell<Session>>;

/// Why something of a part was not done.
#[derive(Debug)]
pub enum Failure {
    /// The part could not be fetched.
    NotFetched,
    /// It was fetched, and says why.
    Session(SessionError),
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
        }
    }
}

/// The formats that are written.
#[wasm_split(exchange, fallible)]
pub fn formats() -> Result<Vec<Facts>, Failure> {
    Ok(FORMATS.iter().filter(|format| format.writes()).map(|format| format.facts()).collect())
}

/// [`Session::export`].
#[wasm_split(exchange, fallible)]
pub fn export(session: Shared, format: String, entities: bool) -> Result<Vec<Written>, Failure> {
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
