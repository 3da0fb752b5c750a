//! Texts of one paragraph, as they stand: nothing of them is read as a title, a byline or a list.

use std::sync::Arc;

use manicule::document::{Block, BlockKind, Document, Metadata, PartialDate};
use manicule::segment::segment;
use manicule::text::{OffsetMap, Span};

/// The paragraph `text` of an article of the day `date`.
pub fn document(text: &str, date: Option<PartialDate>) -> Document {
    let block = Block { kind: BlockKind::Paragraph, span: Span::from_range(0..text.len()) };
    let (sentences, tokens) = segment(text, &[block]);
    Document {
        text: Arc::from(text),
        blocks: vec![block],
        sentences,
        tokens,
        offsets: OffsetMap::new(text),
        metadata: Metadata { date },
    }
}
