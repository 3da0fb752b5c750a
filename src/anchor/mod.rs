//! Floor 5: spans to selectors and back.
//!
//! Owns how a passage is described so that it can be found again ([`describe`]) and how it is found, also
//! in a text that was edited ([`resolve`], [`resolve_all`]). Neither knows where annotations come from or
//! are kept. `docs/anchoring.md` says how it works as a whole, and how well.
//!
//! Invariant: `resolve(doc, &describe(doc, span)?)` is `Anchoring::Exact(span)` for every span of every
//! text, and a passage that cannot be told apart from another is said to be ambiguous, never guessed.

mod candidates;
mod context;
mod decide;
mod describe;
mod evidence;
mod likelihood;
mod old;
mod query;
mod resolve;
mod result;
mod settled;

pub use describe::describe;
pub use resolve::{Saved, resolve, resolve_all};
pub use result::{Anchoring, Candidate, MOST_CANDIDATES, OrphanReason};
