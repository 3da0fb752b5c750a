//! Floor 4: what the reader wrote, in the W3C Web Annotation Data Model
//! (<https://www.w3.org/TR/annotation-model/>).
//!
//! Owns the model, its JSON, its pure editing functions, and how corrections of the tagger are written
//! as annotations and applied. Ids and times are given by the caller: nothing here has a clock.
//!
//! Invariant: an annotation read from JSON and written again is the same JSON. Whatever this model does
//! not know is kept where it stood ([`Body::Other`], [`Target::Other`], [`Selector::Other`], `extra`),
//! and editing one part leaves every other part alone.

mod body;
mod check;
mod colour;
mod correction;
pub mod corrections;
mod edit;
mod error;
mod intervals;
mod merge;
mod model;
mod one_or_many;
pub mod personal;
mod reconcile;
mod relation;
mod revision;
mod selector;
mod target;

pub use body::{Body, TextualBody};
pub(crate) use check::is_date_time;
pub use colour::{COLOUR_NAME, Colour, ColourNames};
pub use correction::{Correction, NAMESPACE};
pub use error::AnnotationError;
pub use intervals::IntervalIndex;
pub use merge::{FORMER, MERGED};
pub use model::{Annotation, CONTEXT, Kind, Motivation};
pub use one_or_many::OneOrMany;
pub use reconcile::reconcile;
pub use revision::Revision;
pub use selector::{Selector, TextPositionSelector, TextQuoteSelector};
pub use target::{SpecificTarget, Target, article_source};
