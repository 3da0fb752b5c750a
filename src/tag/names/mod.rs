//! The first tagger of names: rules and small word lists. A trained [`Tagger`](super::Tagger) takes its
//! place; what it must give is the same, typed spans over the document's tokens.
//!
//! Two passes over the document: the first finds what is clear on the spot and remembers it, the second
//! reads everything again with that memory, so that a name seen in full explains the short one, and one
//! seen mid-sentence explains the sentence start and the headline.
//!
//! Conventions are those of OntoNotes: the article before a place, organisation or event belongs to
//! the span, titles and the possessive `'s` do not.

mod article;
mod context;
mod guess;
mod heads;
mod memory;
mod people;
mod quoted;
mod scan;
mod words;

use crate::document::Document;
use crate::tag::{Label, Mention, Source, Tagger};

use memory::Memory;
use scan::Scanner;

/// Words `start..end` are a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    start: usize,
    end: usize,
    label: Label,
    /// How sure the rule is: listed names and clear patterns .9, titles .85, heads .8, shapes .5.
    score: f32,
}

/// The rules and small gazetteers that guess names until a model is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleTagger;

impl Tagger for RuleTagger {
    /// O(n) in the number of tokens.
    fn tag(&self, doc: &Document) -> Vec<Mention> {
        let words = words::words(doc);
        let mut memory = Memory::default();
        for hit in (Scanner { doc, words: &words, memory: &memory, first_pass: true }).scan() {
            memory.learn(doc, &words, hit);
        }
        memory.settle();
        let hits = (Scanner { doc, words: &words, memory: &memory, first_pass: false }).scan();
        let mentions = hits.into_iter().filter_map(|hit| {
            let start = article::start(&words, hit);
            let span = words.get(start)?.span.join(words.get(hit.end.checked_sub(1)?)?.span);
            Some(Mention { span, label: hit.label, score: hit.score, source: Source::Rule, value: None })
        });
        mentions.collect()
    }
}
