//! Floor 0: where runs of characters are the same, nearly the same, or not.
//!
//! Owns the searches that finding a passage again is made of: exact ([`grams`]), with errors ([`myers`]), by
//! alignment ([`align`]), of what is typed ([`occurrences`]), and the comparison of two texts ([`trail`], laid
//! through the pairs of their words). They know characters and nothing of annotations. Here and not with `anchor` because they are where its time goes: this floor is
//! compiled for speed.

pub mod align;
pub mod grams;
pub mod myers;
pub mod occurrences;
mod pairs;
pub mod trail;
pub mod words;
