use super::packed::NoReading;
use super::restore::RestoreError;
use super::store::StoreError;
use crate::export::import::ImportError;
use crate::text::OffsetError;

/// Why a session refused to do something. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The store was written by a newer program.
    #[error("Nothing can be changed: the library was written by a newer Manicule. Reload to get it.")]
    ReadOnly,
    /// No article is open.
    #[error("No article is open.")]
    NothingOpen,
    /// There is no such article.
    #[error("There is no article “{id}”.")]
    NoArticle {
        /// The id asked for.
        id: String,
    },
    /// The article is listed, and its text cannot be found or read.
    #[error("The text of “{title}” cannot be read. {reason}")]
    NoText {
        /// The article's title.
        title: String,
        /// What went wrong, a sentence.
        reason: String,
    },
    /// There is no such annotation in the open article.
    #[error("There is no annotation “{id}” in this article.")]
    NoAnnotation {
        /// The id asked for.
        id: String,
    },
    /// The annotation was changed in another window since this one last showed it.
    #[error("The annotation was changed in another window a moment ago. Look at it before removing it.")]
    ChangedElsewhere,
    /// Annotations that cannot become one.
    #[error(
        "Only marks and notes that overlap, each on one passage that is there for sure, can be made one."
    )]
    NotMergeable,
    /// An annotation without a target that could stand elsewhere.
    #[error("The annotation “{id}” has no passage {index} that could be put elsewhere.")]
    NoPassage {
        /// The annotation.
        id: String,
        /// Index of the target, from 0.
        index: usize,
    },
    /// A range that no annotation can be about.
    #[error("An annotation must cover at least one character; the range {start}–{end} covers none.")]
    EmptyRange {
        /// First byte.
        start: u32,
        /// One past the last byte.
        end: u32,
    },
    /// A passage that cannot stand in the personal lexicon.
    #[error("“{name}” cannot be learned: a name has a letter or a digit, and at most {most} bytes.")]
    NoName {
        /// The passage.
        name: String,
        /// The longest name.
        most: usize,
    },
    /// A position that does not lie in the text, or inside a character.
    #[error(transparent)]
    Offset(#[from] OffsetError),
    /// Not a date, or not one that exists.
    #[error("“{given}” is not a date such as 2023-09-26, 2023-09 or 2023.")]
    Date {
        /// What was given.
        given: String,
    },
    /// Longer than positions can count.
    #[error("The text is {bytes} bytes long; at most {most} can be opened.")]
    TooLong {
        /// Its length.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// No format of that name that can be written.
    #[error("There is no format “{name}” to export to.")]
    NoFormat {
        /// The name.
        name: String,
    },
    /// A file cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A backup cannot be restored.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// There is no such other text.
    #[error("The note has no other text of number {index}.")]
    NoRevision {
        /// The number, from 0.
        index: usize,
    },
    /// What was read elsewhere is no reading.
    #[error(transparent)]
    Reading(#[from] NoReading),
    /// The store failed on reading.
    #[error(transparent)]
    Store(#[from] StoreError),
}
