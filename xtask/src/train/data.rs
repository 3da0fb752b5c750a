//! Training documents: gold sentences as the core reads them, with the tags that their gold allows.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use manicule::document::Document;
use manicule::ingest;
use manicule::tag::names::scheme::{ANY, Coarse, OUTSIDE, Place, TagSet, tag};
use manicule::text::normalize::normalize;

/// A set of gold sentences.
pub struct Set {
    pub name: &'static str,
    pub files: &'static [&'static str],
    /// Sentences that are read together.
    pub size: usize,
    /// Its O may hide names of the kind MISC.
    pub hides: bool,
    /// MISC of lower-case words is not one for us.
    pub concepts: bool,
}

const fn set(
    name: &'static str,
    files: &'static [&'static str],
    size: usize,
    hides: bool,
    concepts: bool,
) -> Set {
    Set { name, files, size, hides, concepts }
}

pub const SETS: &[Set] = &[
    set("gmb", &["gmb/train"], 12, false, false),
    set("gmb_dev", &["gmb/dev"], 12, false, false),
    set("wikigold", &["wikigold/train"], 20, false, false),
    set("gum", &["gum/train"], 25, true, false),
    set("uner_ewt", &["uner_ewt/dev"], 5, true, false),
    set("crossner_politics", &["crossner_politics/train", "crossner_politics/dev"], 1, false, true),
    set(
        "crossner_literature",
        &["crossner_literature/train", "crossner_literature/dev", "crossner_literature/extra"],
        1,
        false,
        true,
    ),
    set(
        "crossner_music",
        &["crossner_music/train", "crossner_music/dev", "crossner_music/extra"],
        1,
        false,
        true,
    ),
    set(
        "crossner_science",
        &["crossner_science/train", "crossner_science/dev", "crossner_science/extra"],
        1,
        false,
        true,
    ),
    set("crossner_ai", &["crossner_ai/train", "crossner_ai/dev", "crossner_ai/extra"], 1, false, true),
    set("wnut17", &["wnut17/train", "wnut17/dev"], 1, true, false),
    set("btc", &["btc/a", "btc/b", "btc/e", "btc/f", "btc/g", "btc/h"], 1, true, false),
    set("wire", &[], 12, false, false),
    set("sec", &["sec/train"], 20, true, false),
];

/// Begins a token that has no white space before it.
pub const GLUE: char = '\u{1}';

/// A gold name: bytes of the text, and its kind.
pub type Gold = (u32, u32, Coarse);

/// A sentence of a gold file.
pub type Rows = Vec<(String, String)>;

/// A document to learn from or to be scored on.
pub struct Example {
    pub doc: Document,
    pub gold: Vec<Gold>,
    /// One per token.
    pub allowed: Vec<TagSet>,
    pub set: &'static str,
}

/// Reads the sentences of a BIO file.
pub fn rows(path: &Path) -> Result<Vec<Rows>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} could not be read.", path.display()))?;
    let mut sentences = vec![Vec::new()];
    for line in text.lines() {
        match line.split_once('\t') {
            Some((token, tag)) => {
                let clean = normalize(token)?.text.split_whitespace().collect::<String>();
                if let Some(last) = sentences.last_mut() {
                    last.push((if clean.is_empty() { "_".to_owned() } else { clean }, tag.to_owned()));
                }
            }
            None => sentences.push(Vec::new()),
        }
    }
    sentences.retain(|rows| !rows.is_empty());
    Ok(sentences)
}

pub fn coarse(name: &str) -> Option<Coarse> {
    Coarse::ALL.into_iter().find(|kind| kind.name() == name)
}

/// Makes a document of sentences, one a line. `keep` says which of them are to be learned from.
pub fn example(set: &Set, sentences: &[Rows], keep: &[bool]) -> Option<Example> {
    let mut text = String::new();
    let mut gold: Vec<Gold> = Vec::new();
    let mut spans: Vec<(u32, u32, bool)> = Vec::new();
    for (rows, keep) in sentences.iter().zip(keep) {
        let mut open = false;
        for (at, (token, tag)) in rows.iter().enumerate() {
            // A token that stood against the one before it is marked by [`GLUE`].
            let glued = token.strip_prefix(GLUE);
            let token = glued.unwrap_or(token);
            if !text.is_empty() && (glued.is_none() || at == 0) {
                text.push(if at == 0 { '\n' } else { ' ' });
            }
            let start = text.len() as u32;
            text.push_str(token);
            let end = text.len() as u32;
            spans.push((start, end, *keep));
            let parts = tag.split_once('-');
            match (parts, gold.last_mut()) {
                (Some(("I", name)), Some(last)) if open && coarse(name) == Some(last.2) => last.1 = end,
                (Some((_, name)), _) => gold.extend(coarse(name).map(|kind| (start, end, kind))),
                (None, _) => {}
            }
            open = parts.is_some();
        }
    }
    if set.concepts {
        gold.retain(|(start, end, kind)| {
            let words = &text[*start as usize..*end as usize];
            *kind != Coarse::Misc || words.chars().any(char::is_uppercase)
        });
    }
    let (doc, _) = ingest::plain(&text);
    if *doc.text != *text {
        return None;
    }
    let allowed = allowed(&doc, &gold, set.hides, &spans);
    Some(Example { doc, gold, allowed, set: set.name })
}

/// The tags that the gold allows each token.
fn allowed(doc: &Document, gold: &[Gold], hides: bool, spans: &[(u32, u32, bool)]) -> Vec<TagSet> {
    let mut hidden: TagSet = 1 << OUTSIDE;
    if hides {
        for place in [Place::Begin, Place::Inside, Place::Last, Place::Unit] {
            hidden |= 1 << tag(Coarse::Misc, place);
        }
    }
    let mut allowed: Vec<TagSet> = doc
        .tokens
        .iter()
        .map(|token| {
            let at = spans.partition_point(|span| span.1 <= token.span().start);
            if spans.get(at).is_some_and(|span| span.2) { hidden } else { ANY }
        })
        .collect();
    for (start, end, kind) in gold {
        let range = doc.tokens_in(manicule::text::Span::new(*start, *end));
        let (first, length) = (range.start, range.len());
        for at in range {
            if allowed[at] == ANY {
                continue;
            }
            let place = match (at == first, at + 1 == first + length) {
                (true, true) => Place::Unit,
                (true, false) => Place::Begin,
                (false, true) => Place::Last,
                (false, false) => Place::Inside,
            };
            allowed[at] = 1 << tag(*kind, place);
        }
    }
    allowed
}

/// Capitals as headlines have them.
pub fn recase(rows: &mut Rows, how: u32) {
    for (token, _) in rows {
        *token = match how {
            0 => token.to_uppercase(),
            1 => {
                let small = matches!(
                    token.as_str(),
                    "of" | "the"
                        | "in"
                        | "to"
                        | "a"
                        | "an"
                        | "and"
                        | "for"
                        | "on"
                        | "at"
                        | "with"
                        | "by"
                        | "from"
                        | "is"
                        | "as"
                );
                let mut letters = token.chars();
                match letters.next() {
                    Some(first) if !small => first.to_uppercase().collect::<String>() + letters.as_str(),
                    _ => token.clone(),
                }
            }
            _ => token.to_lowercase(),
        };
    }
}
