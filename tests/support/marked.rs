//! Documents written with their mentions in them: `[name|TYPE]`.

use manicule::document::Document;
use manicule::ingest;
use manicule::tag::{Mention, Source};
use manicule::text::Span;

/// The document written in `marked`, with its mentions.
pub fn read(marked: &str) -> (Document, Vec<Mention>) {
    let mut plain = String::new();
    let mut mentions = Vec::new();
    for (number, piece) in marked.split(['[', ']']).enumerate() {
        let start = plain.len();
        match piece.split_once('|').filter(|_| number % 2 == 1) {
            Some((name, label)) => {
                plain.push_str(name);
                let span = Span::from_range(start..plain.len());
                let label = label.parse();
                assert!(label.is_ok(), "{label:?} in {marked}");
                mentions.extend(label.map(|label| Mention::new(span, label, Source::Rule)));
            }
            None => plain.push_str(piece),
        }
    }
    let (doc, _) = ingest::plain(&plain);
    assert_eq!(&*doc.text, plain);
    (doc, mentions)
}
