//! The trained tagger of names.

pub mod calibration;
mod confidence;
pub mod decode;
pub mod features;
pub mod lexeme;
pub mod memory;
mod model;
pub mod quad;
mod refine;
pub mod scheme;
mod tagger;
pub mod view;

pub use model::{KEYS, Model, ModelError, Reading, Stretch};
pub use tagger::ModelTagger;
