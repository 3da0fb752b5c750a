//! Floor 1: word lists (abbreviations, names, units, titles), each with its origin and licence.

pub mod abbreviations;
pub mod names;
