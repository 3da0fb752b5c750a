//! Documents of the GUM corpus with a gold part of speech for each token.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use manicule::document::{Document, Sentence, Token};
use manicule::ingest;
use manicule::pos::Upos;
use manicule::text::Span;

/// One document, read by our own rules, with what the corpus says.
pub struct Example {
    pub doc: Document,
    /// The part of speech of each of our tokens: that of the gold token with its span, else of the last one
    /// that shares a byte with it.
    pub tags: Vec<Upos>,
    /// The same text with the corpus' own tokens and sentences, and their parts of speech.
    pub gold: Document,
    pub gold_tags: Vec<Upos>,
}

/// The documents of one part of the corpus, in the order of their names.
pub fn examples(corpora: &Path, part: &str) -> Result<Vec<Example>> {
    let folder = corpora.join("gum").join(part);
    let entries = fs::read_dir(&folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    files
        .iter()
        .map(|file| {
            let conllu =
                fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
            example(&conllu).with_context(|| format!("{} makes no sense", file.display()))
        })
        .collect()
}

/// A token of the corpus: where it stands in the text and what it is.
struct Gold {
    start: usize,
    end: usize,
    tag: Upos,
    starts_sentence: bool,
}

fn example(conllu: &str) -> Result<Example> {
    let (text, rows) = read(conllu)?;
    let (doc, _) = ingest::plain(&text);
    anyhow::ensure!(*doc.text == *text, "its text is changed when it is read");
    let mut gold = doc.clone();
    gold.tokens.clear();
    gold.sentences.clear();
    for row in &rows {
        let span = Span::from_range(row.start..row.end);
        let inside = doc.tokens_in(span);
        let kind = doc.tokens.get(inside.start).context("a token lies outside the text")?.kind();
        let number = u32::try_from(gold.tokens.len())?;
        gold.tokens.push(Token::new(span, kind));
        if row.starts_sentence {
            gold.sentences.push(Sentence { span, first_token: number, end_token: number });
        }
        let sentence = gold.sentences.last_mut().context("a token stands before the first sentence")?;
        sentence.span = sentence.span.join(span);
        sentence.end_token = number + 1;
    }
    let tag = |token: &Token| {
        let (start, end) = (token.span().start as usize, token.span().end as usize);
        let mut sharing = rows.iter().filter(|row| row.start < end && row.end > start);
        let same = sharing.clone().find(|row| (row.start, row.end) == (start, end));
        same.or(sharing.next_back()).map(|row| row.tag)
    };
    let tags = doc.tokens.iter().map(|token| tag(token).unwrap_or(Upos::X)).collect();
    let gold_tags = rows.iter().map(|row| row.tag).collect();
    Ok(Example { doc, tags, gold, gold_tags })
}

/// The text, paragraphs apart by a blank line, and its tokens.
fn read(conllu: &str) -> Result<(String, Vec<Gold>)> {
    let (mut text, mut rows) = (String::new(), Vec::new());
    let (mut paragraph, mut space, mut starts_sentence) = (false, false, true);
    // The last word that a token of several words gives, and whether a space follows that token.
    let mut several: Option<(&str, bool)> = None;
    for line in conllu.lines() {
        paragraph |= line.starts_with("# newpar");
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, tag, .., misc] = columns.as_slice() else {
            starts_sentence |= line.is_empty();
            continue;
        };
        let space_after = !misc.split('|').any(|item| item == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            several = Some((last, space_after));
            continue;
        }
        if id.contains('.') {
            continue;
        }
        match (text.is_empty(), paragraph, space) {
            (true, ..) => {}
            (_, true, _) => text.push_str("\n\n"),
            (.., space) => text.push_str(if space { " " } else { "" }),
        }
        let start = text.len();
        text.push_str(form);
        let tag = Upos::named(tag).with_context(|| format!("{tag} is no part of speech"))?;
        rows.push(Gold { start, end: text.len(), tag, starts_sentence });
        (paragraph, starts_sentence) = (false, false);
        space = match several {
            Some((last, after)) if last == *id => {
                several = None;
                after
            }
            Some(_) => false,
            None => space_after,
        };
    }
    Ok((text, rows))
}
