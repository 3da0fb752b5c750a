//! Tokens and sentences against the gold ones of the GUM corpus (Universal Dependencies).
//!
//! The rules were tuned on its training part; the floors asserted here are for the development part,
//! which no rule was written for. Skips where the corpus is not at hand.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use manicule::ingest;

type Spans = HashSet<(usize, usize)>;

/// One document rebuilt as plain text, paragraphs apart by a blank line, with its gold spans.
#[derive(Default)]
struct Gold {
    text: String,
    tokens: Spans,
    sentences: Spans,
}

impl Gold {
    fn read(conllu: &str) -> Self {
        let mut gold = Self::default();
        let mut sentence: Option<usize> = None;
        let mut end = 0;
        let mut paragraph = false;
        let mut space = false;
        // Words that a multiword token still has to give: its last word's number.
        let mut inside: Option<(u32, bool)> = None;
        for line in conllu.lines() {
            if line.starts_with('#') {
                paragraph |= line.starts_with("# newpar");
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, .., misc] = columns.as_slice() else {
                gold.sentences.extend(sentence.take().map(|start| (start, end)));
                continue;
            };
            let space_after = !misc.split('|').any(|item| item == "SpaceAfter=No");
            if let Some((_, last)) = id.split_once('-') {
                inside = last.parse().ok().map(|last| (last, space_after));
                continue;
            }
            if id.contains('.') {
                continue;
            }
            if !gold.text.is_empty() {
                gold.text.push_str(if paragraph {
                    "\n\n"
                } else if space {
                    " "
                } else {
                    ""
                });
            }
            paragraph = false;
            let start = gold.text.len();
            gold.text.push_str(form);
            end = gold.text.len();
            gold.tokens.insert((start, end));
            sentence.get_or_insert(start);
            space = match inside {
                Some((last, after)) if id.parse() == Ok(last) => {
                    inside = None;
                    after
                }
                Some(_) => false,
                None => space_after,
            };
        }
        gold
    }
}

#[derive(Default)]
struct Score {
    found: usize,
    gold: usize,
    both: usize,
}

impl Score {
    fn add(&mut self, found: &Spans, gold: &Spans) {
        self.found += found.len();
        self.gold += gold.len();
        self.both += found.intersection(gold).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.found + self.gold) as f64
    }
}

fn files(part: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/gum").join(part);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// Token and sentence F1 over all documents of a part; `None` when the part is absent.
fn measure(part: &str) -> Option<(f64, f64)> {
    let show = std::env::var("GUM_ERRORS").is_ok();
    let (mut tokens, mut sentences) = (Score::default(), Score::default());
    for file in files(part) {
        let gold = Gold::read(&fs::read_to_string(&file).unwrap_or_default());
        assert!(!gold.text.is_empty(), "{} can be read", file.display());
        let (doc, _) = ingest::plain(&gold.text);
        assert_eq!(&*doc.text, gold.text, "the text comes through as it is: {}", file.display());
        let found_tokens: Spans = doc.tokens.iter().map(|token| span(token.span())).collect();
        let found_sentences: Spans = doc.sentences.iter().map(|sentence| span(sentence.span)).collect();
        if show {
            report("TOK", &gold.text, &found_tokens, &gold.tokens);
            report("SENT", &gold.text, &found_sentences, &gold.sentences);
        }
        tokens.add(&found_tokens, &gold.tokens);
        sentences.add(&found_sentences, &gold.sentences);
    }
    (tokens.gold > 0).then(|| (tokens.f1(), sentences.f1()))
}

/// Prints what was found and is not gold (+), and the reverse (-).
fn report(what: &str, text: &str, found: &Spans, gold: &Spans) {
    let mut lines: Vec<_> = found.difference(gold).map(|at| (*at, '+')).collect();
    lines.extend(gold.difference(found).map(|at| (*at, '-')));
    lines.sort_unstable();
    for ((start, end), sign) in lines {
        println!("{what} {sign} {}", text.get(start..end).unwrap_or_default().replace('\n', "⏎"));
    }
}

/// The same sentences as corpora have them, one a line and their tokens apart: how many lines there are, how
/// many the reader breaks, and how many sentences run over a line's end.
fn measure_lines(part: &str, lower: bool) -> (usize, usize, usize) {
    let (mut lines, mut broken, mut across) = (0, 0, 0);
    for file in files(part) {
        let gold = Gold::read(&fs::read_to_string(&file).unwrap_or_default());
        let mut sentences: Vec<_> = gold.sentences.iter().copied().collect();
        let mut tokens: Vec<_> = gold.tokens.iter().copied().collect();
        sentences.sort_unstable();
        tokens.sort_unstable();
        let line = |(start, end)| {
            let inside = tokens.iter().filter(|token| token.0 >= start && token.1 <= end);
            let words: Vec<_> = inside.filter_map(|token| gold.text.get(token.0..token.1)).collect();
            words.join(" ")
        };
        let mut text = sentences.into_iter().map(line).collect::<Vec<_>>().join("\n");
        if lower {
            text = text.to_lowercase();
        }
        let (doc, _) = ingest::plain(&text);
        let ends = text.lines().count();
        across += doc.sentences.iter().filter(|sentence| sentence.span.of(&text).contains('\n')).count();
        broken += doc.sentences.len().saturating_sub(ends);
        lines += ends;
    }
    (lines, broken, across)
}

#[test]
fn a_tokenised_sentence_a_line_stays_one() {
    for lower in [false, true] {
        let (lines, broken, across) = measure_lines("dev", lower);
        println!(
            "GUM dev, a sentence a line, lower case {lower}: {lines} lines, {broken} broken, {across} across"
        );
        assert_eq!(across, 0, "a sentence runs over the end of its line");
        assert!(broken * 20 <= lines, "{broken} of {lines} sentences fall apart");
    }
}

fn span(span: manicule::text::Span) -> (usize, usize) {
    (span.start as usize, span.end as usize)
}

fn check(part: &str, token_floor: f64, sentence_floor: f64) {
    let Some((tokens, sentences)) = measure(part) else {
        eprintln!("skipped: the GUM corpus is not at hand");
        return;
    };
    println!("GUM {part}: tokens F1 {tokens:.2}, sentences F1 {sentences:.2}");
    assert!(tokens >= token_floor, "tokens F1 {tokens:.2} is below {token_floor}");
    assert!(sentences >= sentence_floor, "sentences F1 {sentences:.2} is below {sentence_floor}");
}

#[test]
fn the_part_that_the_rules_were_tuned_on() {
    check("train", 99.7, 97.4);
}

#[test]
fn the_part_that_they_were_not() {
    check("dev", 99.8, 97.0);
}
