use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who wrote it, where and when: byline, dateline, publication date.
    Byline,
    /// A section heading.
    Heading,
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// The line under a picture, or its credit.
    Caption,
    /// "Read also: …" and the like: matter that is not of this article.
    Promo,
}

/// One block of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it. Holds line breaks when the text was
    /// hard-wrapped, and the marker of a list item or quotation that plain text has.
    pub span: Span,
}
