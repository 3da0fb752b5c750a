//! What a step of the history is called.

use serde::{Deserialize, Serialize};

use crate::annotation::Kind;

macro_rules! actions {
    ($($variant:ident = $phrase:literal),+ $(,)?) => {
        /// What a reader did in one step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Action {
            $(#[doc = concat!("The ", $phrase, ".")] $variant,)+
        }

        impl Action {
            /// What it is called, for people.
            #[must_use]
            pub const fn phrase(self) -> &'static str {
                match self { $(Self::$variant => $phrase,)+ }
            }
        }
    };
}

actions! {
    Highlight = "highlight",
    Note = "note",
    Correction = "correction",
    Relation = "relation",
    RemoveHighlight = "removal of the highlight",
    RemoveNote = "removal of the note",
    RemoveCorrection = "removal of the correction",
    RemoveRelation = "removal of the relation",
    Merge = "merging of notes",
    Reattach = "new place of the note",
    EditSeveral = "change of several notes",
    RemoveSeveral = "removal of several notes",
    Forget = "removal of the learned name",
    NameColours = "names of the colours",
    Templates = "change of the templates",
    Hide = "hiding of the entity",
    Unhide = "showing of the entity",
    Rename = "rename",
    Date = "date",
    RemoveArticle = "removal of the article",
    RemoveArticles = "removal of the articles",
    Tell = "change of what is said of the article",
    Version = "notes on the new version",
    Import = "import",
    Restore = "restored backup",
    Revision = "other text of the note",
}

impl Action {
    /// Making or editing an annotation of that kind.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Highlight => Self::Highlight,
            Kind::Note => Self::Note,
            Kind::Correction => Self::Correction,
            Kind::Relation => Self::Relation,
        }
    }

    /// Removing an annotation of that kind.
    #[must_use]
    pub const fn removal_of(kind: Kind) -> Self {
        match kind {
            Kind::Highlight => Self::RemoveHighlight,
            Kind::Note => Self::RemoveNote,
            Kind::Correction => Self::RemoveCorrection,
            Kind::Relation => Self::RemoveRelation,
        }
    }
}
