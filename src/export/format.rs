//! What every format is: a name, what it is good for, and how it is written or read.

use serde_json::Value;

use super::import::{ImportError, Imported};
use super::w3c::Export;
use crate::document::Document;
use crate::text::Span;

/// An article as it is given to other programs.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// What goes along. `machine` is set when the machine's entities do.
    pub export: Export<'a>,
    /// The article's document.
    pub doc: &'a Document,
    /// Where the annotations of `export` stand, in step with them; `None` for those without a place.
    pub places: &'a [Option<Span>],
    /// The day it is of, if known, as ISO 8601.
    pub date: Option<&'a str>,
    /// Where it came from, if known.
    pub source: Option<&'a str>,
}

/// One written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The end of its name, without the first dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it says, in UTF-8.
    pub text: String,
}

/// What a reader should know of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its key: fixed, lower case.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is good for, in plain words that may stand after “for”.
    pub purpose: &'static str,
}

/// A file that came in, decoded. Some formats need a second file: brat keeps the text apart.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// What it says.
    pub text: &'a str,
    /// The same as JSON, when it is JSON as a whole.
    pub json: Option<&'a Value>,
    /// The file that came with it, when one did.
    pub companion: Option<&'a str>,
}

/// A format: one file of this module each, whose head says what is lost in it.
///
/// Invariants: writing is a function of the edition alone and cannot fail; reading never panics, and takes
/// only what [`Format::reads`] says is of its kind.
pub trait Format: Sync {
    /// Name and use.
    fn facts(&self) -> Facts;

    /// Whether it is written at all.
    fn writes(&self) -> bool {
        true
    }

    /// Whether it says the part of speech of every token, for which their model has to be there.
    fn says_parts_of_speech(&self) -> bool {
        false
    }

    /// The files that say what the edition says; none for a format that is only read. O(n log n).
    fn write(&self, _edition: &Edition<'_>) -> Vec<Written> {
        Vec::new()
    }

    /// Whether the file looks like one of this format, by what it says.
    fn reads(&self, _file: &Incoming<'_>) -> bool {
        false
    }

    /// Reads it. O(n log n).
    ///
    /// # Errors
    /// When the file as a whole cannot be read.
    fn read(&self, _file: &Incoming<'_>) -> Result<Imported, ImportError> {
        Err(ImportError::NotAnnotations)
    }
}

/// Every format, in the order in which they are offered.
pub static FORMATS: &[&dyn Format] = &[
    &super::w3c::JsonLd,
    &super::markdown::Markdown,
    &super::html::Html,
    &super::csv::Csv,
    &super::csv::Tsv,
    &super::readwise::Readwise,
    &super::hypothesis::Hypothesis,
    &super::brat::Brat,
    &super::webanno::WebAnno,
    &super::uima::Cas,
    &super::spacy::Spacy,
    &super::doccano::Doccano,
    &super::conll::Conll2003,
    &super::conll::ConllUPlus,
];

/// The format of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().find(|format| format.facts().name == name).copied()
}
