//! Parts of speech against the gold ones of the GUM corpus, and that the model that is shipped can be read.
//!
//! The model learned from the training part; the figure asserted here is for the development part. Skips
//! where the corpus is not at hand.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use manicule::ingest;
use manicule::pos::{self, Model, Upos};

/// `marked` holds `word|TAG`s; the words without their tags are what is read.
fn check(marked: &str) {
    let pairs: Vec<_> = marked.split_whitespace().filter_map(|pair| pair.rsplit_once('|')).collect();
    let text = pairs.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
    let (doc, _) = ingest::plain(&text);
    let tags = pos::tag(&doc);
    let found: Vec<_> = doc
        .tokens
        .iter()
        .zip(&tags)
        .map(|(token, tag)| format!("{}|{}", doc.slice(token.span()), tag.name()))
        .collect();
    assert_eq!(found.join(" "), marked);
}

#[test]
fn plain_sentences() {
    check("The|DET old|ADJ ferry|NOUN left|VERB Oslo|PROPN on|ADP Monday|PROPN .|PUNCT");
    check("She|PRON will|AUX not|PART say|VERB that|SCONJ he|PRON did|VERB it|PRON .|PUNCT");
    check("I|PRON want|VERB to|PART walk|VERB to|ADP the|DET harbour|NOUN .|PUNCT");
    check("They|PRON walk|VERB ,|PUNCT but|CCONJ a|DET walk|NOUN is|AUX good|ADJ .|PUNCT");
    check("Kim|PROPN 's|PART brother|NOUN paid|VERB $|SYM 20|NUM million|NUM .|PUNCT");
}

#[test]
fn one_tag_a_token_whatever_the_text() {
    for text in ["", "?", "\u{300} é 漢字 👩‍🚀 ....", &"a b. ".repeat(2000), "\u{1F600}\n\n- x\n- y"]
    {
        let (doc, _) = ingest::plain(text);
        assert_eq!(pos::tag(&doc).len(), doc.tokens.len());
    }
}

#[test]
fn a_model_that_was_cut_short_is_refused_and_an_empty_one_tags() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pos/data/pos.bin");
    let bytes = fs::read(path).unwrap();
    assert!(Model::read(&bytes).is_ok());
    for length in (0..bytes.len()).step_by(997) {
        assert!(Model::read(&bytes[..length]).is_err(), "{length}");
    }
    let (doc, _) = ingest::plain("The old ferry left.");
    assert_eq!(Model::default().tag(&doc).len(), doc.tokens.len());
}

/// Of the gold tokens that are also ours, how many there are and how many have their gold tag; and how many
/// gold tokens there are in all.
fn measure() -> (usize, usize, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/gum/dev");
    let (mut shared, mut right, mut all) = (0, 0, 0);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let conllu = fs::read_to_string(entry.path()).unwrap_or_default();
        let (text, gold) = read(&conllu);
        let (doc, _) = ingest::plain(&text);
        let tags = pos::tag(&doc);
        all += gold.len();
        for (token, tag) in doc.tokens.iter().zip(tags) {
            let Some(gold) = gold.get(&(token.span().start as usize, token.span().end as usize)) else {
                continue;
            };
            shared += 1;
            right += usize::from(*gold == tag);
        }
    }
    (shared, right, all)
}

/// The text, a paragraph a line, and the part of speech of each token by its span.
fn read(conllu: &str) -> (String, HashMap<(usize, usize), Upos>) {
    let (mut text, mut gold) = (String::new(), HashMap::new());
    let mut gap = "";
    let mut inside: Option<(&str, bool)> = None;
    for line in conllu.lines() {
        if line.starts_with("# newpar") && !text.is_empty() {
            gap = "\n\n";
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, tag, .., misc] = columns.as_slice() else { continue };
        let space = !misc.split('|').any(|item| item == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            inside = Some((last, space));
            continue;
        }
        text.push_str(gap);
        let start = text.len();
        text.push_str(form);
        gold.extend(Upos::named(tag).map(|tag| ((start, text.len()), tag)));
        let space = match inside {
            Some((last, after)) if last == *id => {
                inside = None;
                after
            }
            Some(_) => false,
            None => space,
        };
        gap = if space { " " } else { "" };
    }
    (text, gold)
}

#[test]
fn the_development_part() {
    let (shared, right, all) = measure();
    if all == 0 {
        eprintln!("skipped: the GUM corpus is not at hand");
        return;
    }
    let percent = |count: usize| 100.0 * count as f64 / all as f64;
    println!(
        "GUM dev: of {all} gold tokens {:.2} % are ours, {:.2} % with their tag",
        percent(shared),
        percent(right)
    );
    assert!(percent(right) >= 95.8, "{:.2} % is below 95.8", percent(right));
}
