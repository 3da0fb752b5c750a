//! The one normalisation that turns whatever came in into the text that annotations refer to.
//!
//! Invariant: `normalize(normalize(x)) == normalize(x)`.
