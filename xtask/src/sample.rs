//! The sample in the published page: its names have their lines before any script runs, as the core finds them when
//! the page is published. The page's own core reads it again and puts what can be pressed in their place.
//!
//! Invariant: the words of the page stay as they are, to the letter; white space within a block becomes one space.

use anyhow::{Context, Result, bail, ensure};
use manicule::document::{BlockKind, Document};
use manicule::ingest::{self, RawBlock};
use manicule::session::is_unsure;
use manicule::tag::{self, Mention, ModelTagger};
use manicule::text::{Span, TextHash};
use serde_json::{Value, json};

use crate::node;
use crate::project::output;

/// What stands before the kind of a block.
const KIND: &str = "data-kind=\"";

/// The beginning of the page's outermost element.
const ROOT: &str = "<html";

/// A block of the sample: where its words stand in the page.
struct Place {
    kind: BlockKind,
    start: usize,
    end: usize,
}

/// The page with the mentions of its sample marked, and with what its text is known by where it is stored.
pub fn with_lines(page: &str) -> Result<String> {
    let classes = serde_json::from_str(&output(node::node().arg("xtask/lines.mjs"))?)?;
    marked(page, &classes)
}

/// `classes` are those of each label.
fn marked(page: &str, classes: &Value) -> Result<String> {
    let places = places(page)?;
    let raw: Vec<RawBlock> = places
        .iter()
        .map(|Place { kind, start, end }| RawBlock { kind: *kind, text: folded(&page[*start..*end]) })
        .collect();
    let (doc, _) = ingest::blocks(&raw);
    let as_written = doc.blocks.iter().map(|block| (block.kind, doc.slice(block.span)));
    ensure!(
        as_written.eq(raw.iter().map(|block| (block.kind, block.text.as_str()))),
        "The core has other blocks of the sample than the page."
    );
    let mentions = tag::analyze(&doc, ModelTagger::shipped());
    let mut written = String::new();
    let mut at = 0;
    for (place, block) in places.iter().zip(&doc.blocks) {
        written += &page[at..place.start];
        let within = mentions.iter().filter(|mention| block.span.contains(mention.span));
        written += &with_spans(&doc, block.span, within, classes)?;
        at = place.end;
    }
    written += &page[at..];
    ensure!(written.contains(ROOT), "The page has no {ROOT} to say of what its sample is known by.");
    Ok(written.replacen(ROOT, &format!("{ROOT} data-sample=\"{}\"", TextHash::new(&doc.text)), 1))
}

/// The blocks, which hold words alone.
fn places(page: &str) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(found) = page[at..].find(KIND) {
        let from = at + found + KIND.len();
        let rest = &page[from..];
        let (kind, words) = rest.split_once("\">").context("A block's kind has no end.")?;
        let kind = serde_json::from_value(json!(kind)).context("A block is of no kind.")?;
        let length = words.find('<').context("A block has no end.")?;
        let start = from + rest.len() - words.len();
        at = start + length;
        if words[..length].contains('&') || !words[length..].starts_with("</") {
            bail!("A block of the sample holds more than words: {}", &words[..length]);
        }
        places.push(Place { kind, start, end: at });
    }
    Ok(places)
}

/// With one space for white space, as the page's script takes it.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with_spans<'a>(
    doc: &Document,
    block: Span,
    mentions: impl Iterator<Item = &'a Mention>,
    classes: &Value,
) -> Result<String> {
    let mut written = String::new();
    let mut at = block.start;
    for mention in mentions {
        let label = mention.label.name();
        let line = classes[label].as_str().with_context(|| format!("{label} has no line."))?;
        let unsure = if is_unsure(mention) { " unsure" } else { "" };
        written += doc.slice(Span { start: at, end: mention.span.start });
        let words = doc.slice(mention.span);
        written += &format!("<span class=\"mention {line}{unsure}\" data-label=\"{label}\">{words}</span>");
        at = mention.span.end;
    }
    Ok(written + doc.slice(Span { start: at, end: block.end }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes() -> Value {
        json!({ "PERSON": "who solid", "GPE": "where solid", "DATE": "when dotted", "ORG": "organisation double" })
    }

    #[test]
    fn mentions_stand_in_spans_and_the_words_stay() {
        let page = "<html><nav>Paris</nav><h1 data-kind=\"title\">A Treaty</h1>\n<p data-kind=\"paragraph\">\n  \
            Leïla Amrani flew\n  to Paris in May 2021.\n</p><footer></footer>";
        let marked = marked(page, &classes()).unwrap();
        let hash = TextHash::new("A Treaty\n\nLeïla Amrani flew to Paris in May 2021.");
        let start = format!("<html data-sample=\"{hash}\">");
        assert_eq!(
            marked.strip_prefix(&start).unwrap(),
            "<nav>Paris</nav><h1 data-kind=\"title\">A Treaty</h1>\n<p data-kind=\"paragraph\">\
             <span class=\"mention who solid\" data-label=\"PERSON\">Leïla Amrani</span> flew to \
             <span class=\"mention where solid\" data-label=\"GPE\">Paris</span> in \
             <span class=\"mention when dotted\" data-label=\"DATE\">May 2021</span>.</p><footer></footer>"
        );
    }

    #[test]
    fn more_than_words_is_refused() {
        for page in [
            "<p data-kind=\"paragraph\">A <b>bold</b> word.</p>",
            "<p data-kind=\"paragraph\">Salt &amp; pepper.</p>",
            "<p data-kind=\"verse\">No kind.</p>",
            "<p data-kind=\"paragraph\">No end.",
        ] {
            assert!(marked(page, &classes()).is_err(), "{page}");
        }
    }
}
