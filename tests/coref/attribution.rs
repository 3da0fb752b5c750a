//! Quotations against GUM's relations of attribution (Rhetorical Structure Theory with signals): a cue is
//! right when it stands in a unit of attribution, a speaker when it shares a word with the unit's source.
//!
//! Attribution in that theory is wider than saying (`he hoped that …`), and every relation counts as gold,
//! so recall is that of a narrower thing than gold. With `GUM_ERRORS` set, what is missed or wrong is printed.

use manicule::entity::group;
use manicule::ingest;
use manicule::quotation::find;
use manicule::text::Span;

use super::chains::named;
use super::gum;

#[derive(Default)]
struct Counts {
    found: usize,
    right: usize,
    gold: usize,
    met: usize,
    speakers: usize,
    right_speakers: usize,
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn count(document: &gum::Document, counts: &mut Counts) {
    let (doc, _) = ingest::plain(&document.text);
    let mentions: Vec<_> = named(document).into_iter().map(|(mention, _)| mention).collect();
    let entities = group(&doc, &mentions, &[]);
    let tokens = |span: Span| {
        let inside =
            |token: &gum::Token| token.start < span.end as usize && (span.start as usize) < token.end;
        let first = document.tokens.iter().position(inside).unwrap_or_default();
        (first, first + document.tokens[first..].iter().take_while(|token| inside(token)).count())
    };
    let show = std::env::var("GUM_ERRORS").is_ok();
    let mut met = vec![false; document.attributions.len()];
    for quotation in find(&doc, &mentions, &entities) {
        let Some(cue) = quotation.cue else { continue };
        let (first, _) = tokens(cue);
        let unit = document.attributions.iter().position(|unit| unit.first <= first && first < unit.end);
        counts.found += 1;
        counts.right += usize::from(unit.is_some());
        let text = |span: Option<Span>| span.map_or("-", |span| doc.slice(span));
        let line = || {
            let words = [text(quotation.speaker_span), text(quotation.cue), doc.slice(quotation.span)];
            format!("{} ({}) {}: {}", document.name, words[0], words[1], words[2])
        };
        let Some(unit) = unit else {
            if show {
                println!("ATTR + {}", line());
            }
            continue;
        };
        met[unit] = true;
        if let (Some(span), Some((start, end))) = (quotation.speaker_span, document.attributions[unit].source)
        {
            let (first, last) = tokens(span);
            let right = first < end && start < last;
            counts.speakers += 1;
            counts.right_speakers += usize::from(right);
            if show && !right {
                println!("SPEAKER {}", line());
            }
        }
    }
    counts.gold += met.len();
    counts.met += met.iter().filter(|met| **met).count();
    if show {
        for (unit, _) in document.attributions.iter().zip(&met).filter(|(_, met)| !**met) {
            let end = unit.end.min(document.tokens.len()) - 1;
            let range = document.tokens[unit.first].start..document.tokens[end].end;
            let text = document.text.get(range).unwrap_or_default();
            println!("ATTR - {} {text}", document.name);
        }
    }
}

fn check(part: &str, genre: &str) {
    let mut counts = Counts::default();
    let documents = gum::documents(part);
    if documents.is_empty() {
        eprintln!("skipped: the GUM corpus is not at hand");
        return;
    }
    for document in documents.iter().filter(|document| document.name.contains(genre)) {
        count(document, &mut counts);
    }
    println!(
        "GUM {part} {genre}: {} quotations with a cue, {:.1} % in a unit of attribution ({:.1} % of {} units met); \
         {:.1} % of {} speakers share a word with the source",
        counts.found,
        share(counts.right, counts.found),
        share(counts.met, counts.gold),
        counts.gold,
        share(counts.right_speakers, counts.speakers),
        counts.speakers
    );
    // A cue taken at random stands in such a unit one time in twenty.
    assert!(2 * counts.right > counts.found, "most cues are right");
    assert!(2 * counts.right_speakers > counts.speakers, "most speakers are right");
}

#[test]
fn in_the_news_that_the_rules_were_tuned_on() {
    check("train", "_news_");
}

#[test]
fn everywhere_in_the_part_that_they_were_not() {
    check("dev", "");
}
