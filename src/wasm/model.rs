//! The model's file: it comes apart from the program, before or after the first article is opened.

use wasm_bindgen::prelude::*;

use super::error::error;
use crate::bundle::{self, BundleError, File, Part, Parts};
use crate::tag::ModelTagger;

/// Hands over the content of `manicule.model`, for all cores there are and will be. Until then no names are
/// found; an article that is open already is tagged again by `Core.tagAgain`. A second call does nothing.
#[wasm_bindgen(js_name = loadModel)]
pub fn load_model(bytes: Vec<u8>) -> Result<(), JsValue> {
    take(File::Reading, bytes, |names| match ModelTagger::is_for_this_version(names.of(Part::Names)) {
        Ok(()) => Ok(()),
        Err(cause) => Err(error("model-version", &cause.to_string())),
    })
}

/// Hands over the content of `speech.model`, without which no part of speech is told. A second call does
/// nothing.
#[cfg(feature = "page")]
#[wasm_bindgen(js_name = loadPartsOfSpeech)]
pub fn load_parts_of_speech(bytes: Vec<u8>) -> Result<(), JsValue> {
    take(File::Speech, bytes, |_| Ok(()))
}

fn take(
    file: File,
    bytes: Vec<u8>,
    check: impl Fn(&Parts<'_>) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    if bundle::parts(file).is_some() {
        return Ok(());
    }
    // For good: the tables point into it. Given back when it is refused.
    let bytes: &'static mut [u8] = bytes.leak();
    let parts = bundle::read(file, bytes).map_err(|cause| {
        let code = match cause {
            BundleError::Version => "model-version",
            BundleError::Damaged { .. } => "model-damaged",
        };
        error(code, &cause.to_string())
    })?;
    check(&parts)?;
    bundle::keep(file, parts);
    Ok(())
}

/// Whether the model is there.
#[cfg(feature = "page")]
#[wasm_bindgen(js_name = hasModel)]
#[must_use]
pub fn has_model() -> bool {
    bundle::parts(File::Reading).is_some()
}

/// Fails where parts of speech cannot be told.
#[cfg(feature = "page")]
pub fn speech() -> Result<(), JsValue> {
    let why = "The model of parts of speech is not there. Check the connection and try again.";
    bundle::parts(File::Speech).map(|_| ()).ok_or_else(|| error("no-parts-of-speech", why))
}
