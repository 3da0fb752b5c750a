//! The tagger and the grouping on a real article that is not part of this repository: read from the
//! folder beside it, and skipped with a message where that folder is absent.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use manicule::document::Document;
use manicule::entity::group;
use manicule::ingest;
use manicule::tag::{Label, ModelTagger, analyze};
use manicule::text::Unit;

const GOLD: &str = include_str!("cases/yoon-xi-visit.tsv");

fn article() -> Option<Document> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/yoon-xi-visit.txt");
    match fs::read_to_string(path) {
        Ok(text) => Some(ingest::plain(&text).0),
        Err(error) => {
            eprintln!("skipped: the article is not here ({error})");
            None
        }
    }
}

/// Start and end in code points, and the label; without a leading article.
type Typed = (u32, u32, Label);

fn trimmed(doc: &Document, (start, end, label): Typed) -> Typed {
    let text = doc.offsets.to_span(&doc.text, start, end, Unit::CodePoints).map(|span| doc.slice(span));
    let article = text.is_ok_and(|text| text.starts_with("the "));
    (if article { start + 4 } else { start }, end, label)
}

fn gold(doc: &Document) -> HashSet<Typed> {
    let rows = GOLD.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    });
    rows.map(|typed| trimmed(doc, typed)).collect()
}

#[test]
fn mentions_of_a_news_article_are_found() {
    let Some(doc) = article() else { return };
    let found: HashSet<Typed> = analyze(&doc, ModelTagger::shipped())
        .into_iter()
        .filter_map(|mention| {
            let (start, end) = doc.offsets.from_span(&doc.text, mention.span, Unit::CodePoints).ok()?;
            Some(trimmed(&doc, (start, end, mention.label)))
        })
        .collect();
    let gold = gold(&doc);
    assert_eq!(gold.len(), 113);
    let right = found.intersection(&gold).count();
    assert!(right * 100 >= gold.len() * 95, "{right} of {} mentions found", gold.len());
    assert!(right * 100 >= found.len() * 95, "{right} of {} mentions right", found.len());
}

#[test]
fn its_people_and_countries_are_each_one_entity() {
    let Some(doc) = article() else { return };
    let mentions = analyze(&doc, ModelTagger::shipped());
    let entities = group(&doc, &mentions, &[]);
    let count = |name: &str, label: Label| {
        let found: Vec<usize> = entities
            .iter()
            .filter(|entity| entity.name == name && entity.label == label)
            .map(|entity| entity.mentions.len())
            .collect();
        found
    };
    let names = GOLD.lines().filter(|line| line.ends_with("PERSON")).count();
    let people = [
        ("Yoon Suk Yeol", 5),
        ("Xi Jinping", 6),
        ("Han Duck-soo", 4),
        ("Michael M. Santiago", 1),
        ("Kim Jong Un", 1),
    ];
    assert_eq!(people.iter().map(|(_, mentions)| mentions).sum::<usize>(), names);
    for (name, mentions) in people {
        assert_eq!(count(name, Label::Person), [mentions], "{name}");
    }
    assert_eq!(count("United States", Label::Gpe), [5]);
    assert_eq!(count("China Central Television", Label::Org), [2]);
    assert_eq!(count("South Korean", Label::Norp).len(), 1);
    assert_eq!(count("Asian Games", Label::Event), [2]);
}
