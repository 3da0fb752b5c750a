//! Named mentions of GUM, grouped by us and by equal strings, against the chains.
//!
//! Spans and types are given: a mention counts when a proper noun heads it and it is no time; its span is
//! the name (GUM's minimal span), its type GUM's. With `GUM_ERRORS` set, what is joined or parted wrongly
//! is printed.
//! Descriptions (`the president`) are no named mentions: they are counted apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use manicule::document::Document;
use manicule::entity::group;
use manicule::ingest;
use manicule::tag::{Label, Mention, Source};
use manicule::text::Span;

use super::gum;
use super::metrics::Scores;

/// The mentions of a document and the chain of each.
pub fn named(gold: &gum::Document) -> Vec<(Mention, u32)> {
    let mut named: BTreeMap<(usize, usize), (Label, u32)> = BTreeMap::new();
    for mention in gold.mentions.iter().filter(|mention| mention.kind != "time") {
        if let Some(span) = gold.name_of(mention) {
            let plural = gold.tokens[gold.head(mention)].xpos == "NNPS";
            named.entry(span).or_insert((label(&mention.kind, plural), mention.chain));
        }
    }
    let mention = |(start, end): (usize, usize), label| {
        Mention::new(Span::from_range(start..end), label, Source::Reader)
    };
    named.into_iter().map(|(span, (label, chain))| (mention(span, label), chain)).collect()
}

fn label(kind: &str, plural: bool) -> Label {
    match kind {
        "person" if plural => Label::Norp,
        "person" => Label::Person,
        "place" => Label::Gpe,
        "organization" => Label::Org,
        "event" => Label::Event,
        "abstract" => Label::WorkOfArt,
        _ => Label::Product,
    }
}

fn ours(doc: &Document, mentions: &[Mention]) -> Vec<u32> {
    let mut clusters = vec![0; mentions.len()];
    for (number, entity) in (0..).zip(group(doc, mentions, &[])) {
        for mention in entity.mentions {
            clusters[mention as usize] = number;
        }
    }
    clusters
}

fn same_string(doc: &Document, mentions: &[Mention]) -> Vec<u32> {
    let mut clusters: HashMap<&str, u32> = HashMap::new();
    let number = |mention: &Mention| {
        let next = clusters.len() as u32;
        *clusters.entry(doc.slice(mention.span)).or_insert(next)
    };
    mentions.iter().map(number).collect()
}

/// Without the clusters of one mention.
fn without_single(clusters: &[u32]) -> Vec<Option<u32>> {
    let mut sizes: HashMap<u32, usize> = HashMap::new();
    clusters.iter().for_each(|cluster| *sizes.entry(*cluster).or_default() += 1);
    clusters.iter().map(|cluster| (sizes[cluster] > 1).then_some(*cluster)).collect()
}

#[derive(Default)]
struct Measured {
    described: usize,
    right: usize,
    mentions: usize,
    all: Scores,
    chained: Scores,
}

impl Measured {
    fn add(&mut self, found: &[u32], gold: &[u32]) {
        let some = |clusters: &[u32]| clusters.iter().copied().map(Some).collect::<Vec<_>>();
        self.mentions += gold.len();
        self.all.add(&some(found), &some(gold));
        self.chained.add(&without_single(found), &without_single(gold));
    }

    fn print(&self, part: &str, who: &str) {
        for (scores, what) in [(self.all, "all named"), (self.chained, "without singletons")] {
            println!(
                "GUM {part}, {} mentions, {what:18} {who:11}: MUC {:.1}, B³ {:.1}, CEAF-e {:.1}, CoNLL {:.1}",
                self.mentions,
                scores.muc.f1(),
                scores.b_cubed.f1(),
                scores.ceaf.f1(),
                scores.conll()
            );
        }
    }
}

/// Pairs of names that are joined and should not be (+), or parted and should not be (-).
fn errors(doc: &Document, mentions: &[Mention], found: &[u32], gold: &[u32]) -> BTreeSet<String> {
    let mut errors = BTreeSet::new();
    for first in 0..mentions.len() {
        for second in first + 1..mentions.len() {
            let (together, right) = (found[first] == found[second], gold[first] == gold[second]);
            if together != right {
                let sign = if together { '+' } else { '-' };
                let name = |at: usize| format!("{} {}", doc.slice(mentions[at].span), mentions[at].label);
                errors.insert(format!("{sign} {} | {}", name(first), name(second)));
            }
        }
    }
    errors
}

/// Descriptions found, and how many of them end a gold mention of a chain that has a name of the entity's.
fn described(gold: &gum::Document, doc: &Document, mentions: &[Mention], chains: &[u32]) -> (usize, usize) {
    let (mut found, mut right) = (0, 0);
    for entity in group(doc, mentions, &[]) {
        let own: BTreeSet<u32> = entity.mentions.iter().map(|mention| chains[*mention as usize]).collect();
        for span in &entity.descriptions {
            let begins = |mention: &&gum::Mention| gold.tokens[mention.first].start == span.start as usize;
            let is_right = gold.mentions.iter().filter(begins).any(|mention| own.contains(&mention.chain));
            if std::env::var("GUM_ERRORS").is_ok() {
                println!("{} described {is_right}: {} = {}", gold.name, doc.slice(*span), entity.name);
            }
            found += 1;
            right += usize::from(is_right);
        }
    }
    (found, right)
}

/// Ours and the baseline's figures; `None` when the part is absent.
fn measure(part: &str) -> Option<(Measured, Measured)> {
    let (mut us, mut baseline) = (Measured::default(), Measured::default());
    for document in gum::documents(part) {
        let (doc, _) = ingest::plain(&document.text);
        assert_eq!(&*doc.text, document.text, "the text comes through as it is: {}", document.name);
        let (mentions, gold): (Vec<Mention>, Vec<u32>) = named(&document).into_iter().unzip();
        let found = ours(&doc, &mentions);
        if std::env::var("GUM_ERRORS").is_ok() {
            errors(&doc, &mentions, &found, &gold)
                .iter()
                .for_each(|line| println!("{}: {line}", document.name));
        }
        let (described, right) = described(&document, &doc, &mentions, &gold);
        us.described += described;
        us.right += right;
        us.add(&found, &gold);
        baseline.add(&same_string(&doc, &mentions), &gold);
    }
    (us.mentions > 0).then_some((us, baseline))
}

fn check(part: &str) {
    let Some((us, baseline)) = measure(part) else {
        eprintln!("skipped: the GUM corpus is not at hand");
        return;
    };
    us.print(part, "ours");
    println!("GUM {part}, descriptions: {} of {} are of the entity", us.right, us.described);
    baseline.print(part, "same string");
    for (ours, theirs) in [(us.all, baseline.all), (us.chained, baseline.chained)] {
        assert!(ours.conll() > theirs.conll(), "{:.2} is not above {:.2}", ours.conll(), theirs.conll());
    }
}

#[test]
fn the_part_that_the_rules_were_tuned_on() {
    check("train");
}

#[test]
fn the_part_that_they_were_not() {
    check("dev");
}
