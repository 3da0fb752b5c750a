//! Reading files that anybody may have written, of any format that is read: which one it is, is told by what the
//! file says, not by its name.
//!
//! Invariant: nothing here panics, grows without bound or takes text for anything but text; what cannot
//! be read is refused by itself, with a reason, and the rest is read.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

pub use super::mend::Mended;
use super::scan::scan;
use super::{CarriedArticle, FORMATS, Format, Incoming};
use crate::annotation::personal::Taught;
use crate::annotation::{Annotation, AnnotationError, CONTEXT};

/// Longest file that is read, in bytes.
pub const MOST_BYTES: usize = 128 << 20;
/// Most JSON values in a file that is read: bounds what a small file can make of memory.
pub const MOST_VALUES: usize = 16 << 20;
/// Deepest nesting that is read (serde_json itself stops at 128).
pub const MOST_DEPTH: usize = 100;
/// Most annotations that one file may bring.
pub const MOST_ANNOTATIONS: usize = 250_000;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What the format is called; empty while it is read.
    pub format: &'static str,
    /// What readers wrote, in the order of the file, each id once.
    pub annotations: Vec<Annotation>,
    /// What our machine had found when the file was written ([`w3c::entities`]): to be shown or dropped,
    /// never to be kept as the reader's.
    pub machine: Vec<Annotation>,
    /// Whether another program's format brings the article, whose id is then made of its text.
    pub foreign: bool,
    /// The article the file carries.
    pub article: Option<CarriedArticle>,
    /// What the file's reader taught about names.
    pub taught: Vec<Taught>,
    /// The collection's label.
    pub label: Option<String>,
    /// What was not read, and why.
    pub refused: Vec<Refused>,
    /// What was read though it breaks the model, by the id under which it was read.
    pub mended: Vec<(String, Mended)>,
}

/// One thing in a file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Why.
    pub reason: RefusedReason,
}

/// Why one thing in a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedReason {
    /// It is no annotation.
    #[error(transparent)]
    Annotation(#[from] AnnotationError),
    /// A different annotation of the same id came before it.
    #[error("An earlier annotation in the file has the same id.")]
    Duplicate,
    /// A page or annotation that the file only names.
    #[error("The file only names “{address}”; Manicule never fetches what a file names.")]
    Elsewhere {
        /// Where it would be.
        address: String,
    },
    /// The article's text that the file carries cannot be used; its annotations can.
    #[error("The article in the file is not readable: its “{field}” is missing or wrong.")]
    Article {
        /// The field.
        field: &'static str,
    },
    /// A passage whose place the file's own text does not have, or where it says something else than is quoted.
    #[error(
        "The passage from {start} to {end} is not in the file’s text, or the text there is not what is quoted."
    )]
    Passage {
        /// Where it begins, in the unit of the file.
        start: u64,
        /// Where it ends.
        end: u64,
    },
    /// A line (or row, or document) that is not as the format has it.
    #[error("Line {line} is not readable: its “{field}” is missing or wrong.")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// The field.
        field: &'static str,
    },
    /// Something that the format has and Manicule does not.
    #[error("Line {line} is left out: {what} are not read.")]
    Unread {
        /// Its number, from 1.
        line: usize,
        /// What it is.
        what: &'static str,
    },
    /// An entry of the lexicon the file carries, or the whole of it.
    #[error("A learned name in the file is not readable: its “{field}” is missing or wrong.")]
    Lexicon {
        /// The field.
        field: &'static str,
    },
}

/// Why a whole file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Longer than [`MOST_BYTES`].
    #[error("The file is {length} bytes long; at most {MOST_BYTES} can be read.")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// More values than [`MOST_VALUES`].
    #[error("The file holds about {values} JSON values; at most {MOST_VALUES} can be read.")]
    TooManyValues {
        /// About how many.
        values: usize,
    },
    /// Deeper than [`MOST_DEPTH`].
    #[error("The file nests {depth} levels deep; at most {MOST_DEPTH} can be read.")]
    TooDeep {
        /// How deep.
        depth: usize,
    },
    /// More annotations than [`MOST_ANNOTATIONS`].
    #[error("The file holds {count} annotations; at most {MOST_ANNOTATIONS} can be read at once.")]
    TooManyAnnotations {
        /// How many.
        count: usize,
    },
    /// Not JSON.
    #[error("The file is not JSON: line {line}, column {column}: {message}.")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// Neither UTF-8 nor UTF-16 with a byte order mark.
    #[error("The file is not UTF-8: line {line} has bytes that are no text. Save it as UTF-8 and try again.")]
    NotUtf8 {
        /// Line, from 1.
        line: usize,
    },
    /// Not one file, nor two that belong together.
    #[error("{count} files cannot be imported together: only the two files of brat can.")]
    TooManyFiles {
        /// How many.
        count: usize,
    },
    /// A line without which nothing can be read.
    #[error("Line {line} is not readable: its “{field}” is missing or wrong.")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// The field.
        field: &'static str,
    },
    /// A part of the file without which nothing can be read.
    #[error("The file is not readable: its “{field}” is missing or wrong.")]
    Field {
        /// The part.
        field: &'static str,
    },
    /// None of the formats.
    #[error(
        "The file is of no format that can be read: those are Web Annotations, Hypothesis, doccano, brat, \
         WebAnno TSV, UIMA CAS JSON and Readwise."
    )]
    Unknown,
    /// JSON, but none of what can be read.
    #[error(
        "The file is JSON, but neither an annotation, a page or collection of annotations, nor a list of them."
    )]
    NotAnnotations,
    /// JSON-LD of something else: the context is not that of the model.
    #[error("The file's “@context” is not that of the Web Annotation Data Model ({CONTEXT}).")]
    OtherContext,
}

impl Imported {
    pub(super) fn refuse(&mut self, reason: RefusedReason) {
        self.refused.push(Refused { id: None, reason });
    }

    /// Leaves out what the file says twice.
    fn settle(&mut self) {
        let mut seen = HashSet::new();
        self.annotations.retain(|note| seen.insert(note.id.clone()));
    }
}

impl ImportError {
    /// Why a text that begins on `line` of the file is not JSON.
    pub(super) fn not_json(error: &serde_json::Error, line: usize) -> Self {
        let full = error.to_string();
        let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
        Self::NotJson { line: line + error.line() - 1, column: error.column(), message }
    }
}

/// Reads a file as it came: UTF-8, or UTF-16 with a byte order mark. Of two files one must be the text of the
/// other. O(n log n); nothing that a file names is fetched.
///
/// # Errors
/// When the file as a whole cannot be read; single annotations that cannot be are in
/// [`Imported::refused`].
pub fn read_files(files: &[&[u8]]) -> Result<Imported, ImportError> {
    let texts = files.iter().map(|file| decode(file)).collect::<Result<Vec<_>, _>>()?;
    match texts.as_slice() {
        [text] => read(text),
        [one, other] => {
            for (text, companion) in [(one, other), (other, one)] {
                let file = Incoming { text, json: None, companion: Some(companion) };
                if super::brat::Brat.reads(&file) {
                    return read_as(&super::brat::Brat, &file);
                }
            }
            Err(ImportError::TooManyFiles { count: 2 })
        }
        more => Err(ImportError::TooManyFiles { count: more.len() }),
    }
}

/// Reads a text. As [`read_files`].
///
/// # Errors
/// As [`read_files`].
pub fn read(text: &str) -> Result<Imported, ImportError> {
    if text.len() > MOST_BYTES {
        return Err(ImportError::TooLong { length: text.len() });
    }
    // Editors on some systems put a byte order mark before UTF-8; RFC 8259 lets a reader pass over it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parsed = Ok(None);
    if text.trim_start().starts_with(['{', '[']) {
        let cost = scan(text);
        if cost.depth > MOST_DEPTH {
            return Err(ImportError::TooDeep { depth: cost.depth });
        }
        if cost.values > MOST_VALUES {
            return Err(ImportError::TooManyValues { values: cost.values });
        }
        parsed = serde_json::from_str::<Value>(text).map(Some);
    }
    let file = Incoming { text, json: parsed.as_ref().ok().and_then(Option::as_ref), companion: None };
    // The first of them takes any JSON.
    match FORMATS.iter().rev().find(|format| format.reads(&file)) {
        Some(format) => read_as(*format, &file),
        None => Err(match parsed {
            Err(error) => ImportError::not_json(&error, 1),
            Ok(_) if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => {
                ImportError::NotAnnotations
            }
            Ok(_) => ImportError::Unknown,
        }),
    }
}

fn read_as(format: &dyn Format, file: &Incoming<'_>) -> Result<Imported, ImportError> {
    let mut imported = format.read(file)?;
    let count = imported.annotations.len();
    if count > MOST_ANNOTATIONS {
        return Err(ImportError::TooManyAnnotations { count });
    }
    imported.format = format.facts().title;
    imported.foreign = format.facts().name != "w3c";
    imported.settle();
    Ok(imported)
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLong { length: bytes.len() });
    }
    let wide = |unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.get(2..).unwrap_or_default().as_chunks::<2>();
        let text: String =
            char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map_while(Result::ok).collect();
        if text.encode_utf16().count() == pairs.len() && rest.is_empty() {
            return Ok(Cow::Owned(text));
        }
        Err(ImportError::NotUtf8 { line: text.lines().count().max(1) })
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            ImportError::NotUtf8 { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
        }),
    }
}
