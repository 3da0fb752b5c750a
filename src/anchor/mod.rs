//! Floor 5: spans to selectors and back.
//!
//! Owns how a passage is described so that it can be found again ([`describe`]) and how it is found
//! ([`resolve`], [`resolve_all`]). Neither knows where annotations come from or are kept.
//!
//! Invariant: `resolve(doc, &describe(doc, span)?)` is `Anchoring::Exact(span)` for every span of every
//! text, and a passage that cannot be told apart from another is said to be ambiguous, never guessed.

mod context;
mod describe;
mod resolve;

pub use describe::describe;
pub use resolve::{Anchoring, Candidate, OrphanReason, resolve, resolve_all};
