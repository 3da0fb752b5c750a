//! Floor 1: one article as it was read in. A [`Document`] never changes after it is built; blocks,
//! sentences and tokens are ranges into it.

mod block;
mod date;
mod facts;
mod token;

pub use block::{Block, BlockKind};
pub use date::PartialDate;
pub use facts::Facts;
pub use token::{Sentence, Token, TokenKind};

use std::sync::Arc;

use crate::text::{OffsetMap, Span};

/// What is known about an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The day the article is of: found in the text, set by the reader, or unknown. Relative dates
    /// resolve against it and stay open without it.
    pub date: Option<PartialDate>,
}

/// One article: the normalised text and everything read off it that does not depend on a tagger.
///
/// Invariants: blocks are in order, do not overlap and cover every character that is not white space;
/// sentences lie inside blocks; tokens lie inside sentences, in order, and
/// what is between two tokens is white space.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The text that every span and every annotation refers to.
    pub text: Arc<str>,
    /// Title, paragraphs and so on, in order.
    pub blocks: Vec<Block>,
    /// Sentences in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Converts positions for the outside.
    pub offsets: OffsetMap,
    /// Date and the like.
    pub metadata: Metadata,
}

impl Document {
    /// The text under `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The tokens of one sentence.
    #[must_use]
    pub fn sentence_tokens(&self, sentence: &Sentence) -> &[Token] {
        let range = sentence.first_token as usize..sentence.end_token as usize;
        self.tokens.get(range).unwrap_or_default()
    }

    /// The block that holds the byte offset `at`. O(log n).
    #[must_use]
    pub fn block_at(&self, at: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks.get(after.checked_sub(1)?)
    }

    /// Indices of the tokens that share a byte with `span`. O(log n).
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|token| token.span().end <= span.start);
        let end = self.tokens.partition_point(|token| token.span().start < span.end);
        start..end.max(start)
    }
}
