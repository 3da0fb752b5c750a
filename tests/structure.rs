//! Structure and segmentation of real articles; skips where they are not at hand.

use std::fs;
use std::path::Path;

use manicule::document::{BlockKind, Document};
use manicule::ingest;

fn article(name: &str) -> Option<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles").join(name);
    let text = fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: the article {name} is not at hand");
    }
    text.map(|text| ingest::plain(&text).0)
}

/// The texts of all blocks of one kind.
fn of_kind(doc: &Document, kind: BlockKind) -> Vec<&str> {
    doc.blocks.iter().filter(|block| block.kind == kind).map(|block| doc.slice(block.span)).collect()
}

#[test]
fn a_scraped_news_page() {
    let Some(doc) = article("yoon-xi-visit.txt") else { return };
    let starts = |kind| -> Vec<String> {
        of_kind(&doc, kind).iter().map(|text| text.chars().take(12).collect()).collect()
    };
    assert_eq!(starts(BlockKind::Title), ["South Korea-"]);
    assert_eq!(starts(BlockKind::Caption), ["(Photo : Mic"]);
    assert_eq!(starts(BlockKind::Heading), ["China-South ", "Addressing I"]);
    assert_eq!(starts(BlockKind::Promo), ["Read Also: U", "Related Arti"]);
    assert_eq!(of_kind(&doc, BlockKind::Paragraph).len(), 14);
    assert_eq!(doc.metadata.date, None, "the page does not state its date");

    let words: Vec<&str> = doc.tokens.iter().map(|token| doc.slice(token.span())).collect();
    for name in
        [&["Han", "Duck-soo"][..], &["U.S.", "-", "Japan", "-", "South", "Korea"], &["Sea", "-", "Alleging"]]
    {
        assert!(words.windows(name.len()).any(|window| window == name), "{name:?}");
    }
    let ends = |with: &str| doc.sentences.iter().any(|sentence| doc.slice(sentence.span).ends_with(with));
    assert!(ends("in Seoul on Sept. 26."));
}

#[test]
fn wikinews_articles_state_their_date() {
    for (name, date) in [("wikinews-asylum.txt", "2015-05-18"), ("wikinews-stampede.txt", "2006-01-12")] {
        let Some(doc) = article(name) else { return };
        assert_eq!(doc.blocks.iter().filter(|block| block.kind == BlockKind::Title).count(), 1);
        assert_eq!(doc.metadata.date.map(|date| date.to_string()).as_deref(), Some(date));
    }
}
