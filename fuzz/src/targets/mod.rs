//! What bytes are thrown at: one file each.

pub mod import;
pub mod normalize;
pub mod recovery;
pub mod resolve;
