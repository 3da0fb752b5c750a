use crate::text::Span;

/// Where a passage was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Anchoring {
    /// Where its selectors say: the text at the position is the quote; or there is no position and the
    /// one place with that quote agrees with the context; or there is a position alone, taken at its word.
    Exact(Span),
    /// The quote stands elsewhere than the position says, its context differs, or it was changed itself.
    Moved {
        /// Where it stands now.
        span: Span,
        /// How much of the quote and its context is there, 0 to 1.
        score: f32,
    },
    /// Several places (or one poor one) could be meant; best first, at most [`MOST_CANDIDATES`].
    Ambiguous(Vec<Candidate>),
    /// Nowhere.
    Orphan(OrphanReason),
}

/// One place that could be meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Where it is.
    pub span: Span,
    /// How much of the quote and its context is there, 0 to 1.
    pub score: f32,
}

/// Why a passage was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrphanReason {
    /// No selector that is understood.
    #[error("The annotation has neither a quotation nor a text position.")]
    NoSelector,
    /// A position alone, outside the text or backwards.
    #[error("The position {start}–{end} does not lie in the text.")]
    OutsideText {
        /// As given.
        start: u32,
        /// As given.
        end: u32,
    },
    /// The quote is empty and no position says where.
    #[error("The quotation is empty.")]
    EmptyQuote,
    /// The quote is not in the text.
    #[error("The quoted words are no longer in the text.")]
    QuoteNotFound,
}

/// Most places that [`Anchoring::Ambiguous`] names.
pub const MOST_CANDIDATES: usize = 16;
