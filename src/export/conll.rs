//! Columns, a token a line: CoNLL-2003 (`FORM POS CHUNK NER`) and CoNLL-U Plus
//! (<https://universaldependencies.org/ext-format.html>), entity types in BIO. Parts of speech are those of
//! Universal Dependencies in both; chunks are not known (`_`).
//!
//! Lost: everything but one kind for each token ([`Passage::kind`]; of passages that overlap one stays, see
//! [`apart`]), ends inside tokens (the whole token is taken), notes, colours, times; in CoNLL-2003 also the text
//! between tokens. CoNLL-U Plus keeps each sentence's text and says where no space follows.

use super::passage::{Passage, apart};
use super::{Edition, Facts, Format, Written};
use crate::pos;

/// CoNLL-2003.
pub struct Conll2003;
/// CoNLL-U Plus.
pub struct ConllUPlus;

/// The BIO label of every token of the edition.
fn labels(edition: &Edition<'_>) -> Vec<String> {
    let mut labels = vec!["O".to_owned(); edition.doc.tokens.len()];
    let passages = Passage::list(edition);
    for (span, passage) in apart(&passages) {
        let tokens = edition.doc.tokens_in(span);
        let here = labels.get_mut(tokens).unwrap_or_default();
        // Two passages may end and begin inside one token: the first has it.
        for (at, label) in here.iter_mut().filter(|label| *label == "O").enumerate() {
            *label = format!("{}-{}", if at == 0 { 'B' } else { 'I' }, passage.kind());
        }
    }
    // A passage that goes on in the next sentence begins anew there: sentences stand by themselves.
    for sentence in &edition.doc.sentences {
        if let Some(label) = labels.get_mut(sentence.first_token as usize)
            && let Some(kind) = label.strip_prefix("I-")
        {
            *label = format!("B-{kind}");
        }
    }
    labels
}

impl Format for Conll2003 {
    fn facts(&self) -> Facts {
        Facts {
            name: "conll2003",
            title: "CoNLL-2003 (BIO)",
            purpose: "training taggers: tokens and entity types in columns",
        }
    }

    fn says_parts_of_speech(&self) -> bool {
        true
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let (labels, tags) = (labels(edition), pos::tag(edition.doc));
        let mut text = "-DOCSTART- -X- -X- O\n".to_owned();
        for sentence in &edition.doc.sentences {
            text.push('\n');
            let numbers = sentence.first_token as usize..;
            for (number, token) in numbers.zip(edition.doc.sentence_tokens(sentence)) {
                let label = labels.get(number).map_or("O", String::as_str);
                let tag = tags.get(number).map_or("X", |tag| tag.name());
                text.push_str(&format!("{} {tag} _ {label}\n", form(edition.doc.slice(token.span()))));
            }
        }
        text.push('\n');
        vec![Written { extension: "conll", media_type: "text/plain", text }]
    }
}

impl Format for ConllUPlus {
    fn facts(&self) -> Facts {
        Facts {
            name: "conllup",
            title: "CoNLL-U Plus",
            purpose: "tools of Universal Dependencies: tokens, parts of speech and entity types",
        }
    }

    fn says_parts_of_speech(&self) -> bool {
        true
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let (labels, tags) = (labels(edition), pos::tag(edition.doc));
        let mut text = "# global.columns = ID FORM UPOS MISC MANICULE:NER\n".to_owned();
        text.push_str(&format!("# newdoc id = {}\n", edition.export.article));
        for (number, sentence) in (1..).zip(&edition.doc.sentences) {
            let tokens = edition.doc.sentence_tokens(sentence);
            let words = one_line(edition.doc.slice(sentence.span));
            text.push_str(&format!("# sent_id = {number}\n# text = {words}\n"));
            for (at, token) in tokens.iter().enumerate() {
                let index = sentence.first_token as usize + at;
                let glued = tokens.get(at + 1).is_some_and(|next| token.touches(next));
                text.push_str(&format!(
                    "{}\t{}\t{}\t{}\t{}\n",
                    at + 1,
                    form(edition.doc.slice(token.span())),
                    tags.get(index).map_or("X", |tag| tag.name()),
                    if glued { "SpaceAfter=No" } else { "_" },
                    labels.get(index).map_or("O", String::as_str),
                ));
            }
            text.push('\n');
        }
        vec![Written { extension: "conllup", media_type: "text/plain", text }]
    }
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A token in a column: white space inside it would begin another.
fn form(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect()
}
