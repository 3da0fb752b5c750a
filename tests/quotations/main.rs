//! Who said what, on sentences of our own: `[name|TYPE]` mentions in, quotations out. Over the articles at
//! hand the invariants are checked; with `QUOTATIONS` set, what is found there is printed, to be read.

#[path = "../support/marked.rs"]
mod marked;
mod reported;
mod spoken;

use std::fs;
use std::path::Path;

use manicule::document::Document;
use manicule::entity::{Entity, group};
use manicule::ingest;
use manicule::quotation::{Quotation, QuoteKind, find};
use manicule::tag::{Label, Mention, ModelTagger, Source, analyze};
use manicule::text::Span;
use proptest::prelude::*;

/// `kind entity (what the text calls it) cue: what was said`, `-` for what there is none of.
fn line(doc: &Document, entities: &[Entity], quotation: &Quotation) -> String {
    let kind = match quotation.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    };
    let speaker = quotation.speaker.and_then(|speaker| entities.get(speaker as usize));
    let text = |span: Option<Span>| span.map_or("-", |span| doc.slice(span));
    format!(
        "{kind} {} ({}) {}: {}",
        speaker.map_or("-", |entity| &entity.name),
        text(quotation.speaker_span),
        text(quotation.cue),
        doc.slice(quotation.span)
    )
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (doc, mentions) = marked::read(marked);
    let entities = group(&doc, &mentions, &[]);
    let found = find(&doc, &mentions, &entities);
    let lines: Vec<String> = found.iter().map(|quotation| line(&doc, &entities, quotation)).collect();
    assert_eq!(lines, expected);
}

/// In order, and overlapping only where one lies inside the other.
#[track_caller]
fn check_order(found: &[Quotation]) {
    for (at, first) in found.iter().enumerate() {
        for second in found.iter().skip(at + 1).take_while(|second| second.span.start < first.span.end) {
            assert!(first.span.start <= second.span.start && second.span.end <= first.span.end);
        }
        assert!(found.get(at + 1).is_none_or(|second| first.span.start <= second.span.start));
    }
}

#[test]
fn the_articles_keep_the_invariants() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("skipped: the articles are not at hand");
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".txt") || name.ends_with(".source.txt") {
            continue;
        }
        let (doc, _) = ingest::plain(&fs::read_to_string(&path).unwrap());
        let mentions = analyze(&doc, ModelTagger::shipped());
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        if std::env::var("QUOTATIONS").is_ok() {
            found.iter().for_each(|quotation| println!("{name}: {}", line(&doc, &entities, quotation)));
        }
        check_order(&found);
        for quotation in &found {
            assert!(!doc.slice(quotation.span).is_empty(), "{name}: {quotation:?}");
            assert!(quotation.speaker.is_none_or(|speaker| (speaker as usize) < entities.len()), "{name}");
        }
    }
}

#[test]
fn the_longest_sentences_come_to_an_end() {
    for piece in [
        "(a) ",
        "[Orme|PERSON], said ",
        "“a ‘b ",
        "\"a\" said ",
        "[Orme|PERSON] said it, ",
        "a, ",
        "'s ",
        "who, ",
    ] {
        let (doc, mentions) = marked::read(&format!("{}[Orme|PERSON] said it works.", piece.repeat(20_000)));
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        assert!(found.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_keeps_the_invariants(pieces in proptest::collection::vec(
        "(Orme|Lind|he|the minister|Seoul) (said|told|added|noted)|said|told|that|\\.|, |: |\"|“|”|‘|’|'|\\(|\\)|\n\n|and|who|according to|it works|adding|Then| ",
        0..40,
    )) {
        let (doc, _) = ingest::plain(&pieces.join(" "));
        let name = |name: &'static str| doc.text.match_indices(name).map(|(at, name)| {
            Mention::new(Span::from_range(at..at + name.len()), Label::Person, Source::Rule)
        });
        let mut mentions: Vec<Mention> = name("Orme").chain(name("Lind")).collect();
        mentions.sort_by_key(|mention| mention.span);
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        check_order(&found);
        for quotation in found {
            prop_assert!(doc.text.get(quotation.span.range()).is_some());
            prop_assert!(quotation.speaker.is_none_or(|speaker| (speaker as usize) < entities.len()));
        }
    }
}
