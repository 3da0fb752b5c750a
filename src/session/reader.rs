//! Reads an article apart from the session that shows it: in the browser in a worker, with an instance of the
//! core of its own. The session says what it wants ([`Ask`]), takes what comes ([`super::packed`]) and never waits.
//!
//! The text is segmented and tagged a slice of whole blocks at a time, so that memory beside the text is bounded,
//! whoever drives it hears how far it is, and may stop. A name is settled by what its slice says of it.
//!
//! Invariant: a text that fits one slice is read exactly as [`super::Article`] would read it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::annotation::corrections::PlacedCorrection;
use crate::annotation::personal::{PersonalLexicon, Taught};
use crate::document::{Block, Document, PartialDate, Sentence};
use crate::ingest;
use crate::segment;
use crate::tag::{self, Mention, ModelTagger};
use crate::text::Span;

/// So much text is tagged at once, in bytes: some tenths of a second, and longer than any article of the news.
pub const SLICE: u32 = 112 * 1024;

/// What a session wants read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Counts what was asked of one article.
    pub version: u32,
    /// The day that dates resolve against.
    pub date: Option<PartialDate>,
    /// The corrections that have a place, in the order they were made.
    pub made: Vec<PlacedCorrection>,
    /// What the reader taught in any article.
    pub taught: Vec<Taught>,
}

/// A text on its way to a [`Reading`].
#[derive(Debug)]
pub struct Reader {
    /// Its sentences and tokens are those of the blocks that were come to.
    doc: Document,
    /// The first block that was not come to.
    next: usize,
    /// The machine's mentions, slice by slice until all is read: one long list would be copied whenever it grows.
    machine: Vec<Vec<Mention>>,
}

impl Reader {
    /// Of a document's own text and blocks.
    #[must_use]
    pub fn new(text: Arc<str>, blocks: Vec<Block>) -> Self {
        Self { doc: ingest::unread(text, blocks), next: 0, machine: Vec::new() }
    }

    /// The text, its blocks, and what was come to of its sentences and tokens.
    #[must_use]
    pub const fn doc(&self) -> &Document {
        &self.doc
    }

    /// Begins again where the day is another one, or the model came meanwhile.
    pub fn restart(&mut self, date: Option<PartialDate>) {
        self.doc.metadata.date = date;
        self.next = 0;
        self.machine.clear();
        self.doc.sentences.clear();
        self.doc.tokens.clear();
    }

    /// The day that dates resolve against.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        self.doc.metadata.date
    }

    /// Whether all was come to.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next >= self.doc.blocks.len()
    }

    /// How many bytes of the text were come to.
    #[must_use]
    pub fn come_to(&self) -> u32 {
        let at = self.next.checked_sub(1).and_then(|last| self.doc.blocks.get(last));
        at.map_or(0, |block| block.span.end)
    }

    /// Reads one slice on.
    pub fn step(&mut self) {
        let Some(first) = self.doc.blocks.get(self.next) else { return };
        let limit = first.span.start.saturating_add(SLICE);
        let rest = self.doc.blocks.get(self.next..).unwrap_or_default();
        let count = rest.partition_point(|block| block.span.end <= limit).max(1);
        let part = self.part(rest.get(..count).unwrap_or_default());
        self.machine.push(tag::analyze(&part, ModelTagger::shipped()));
        self.next += count;
        let before = u32::try_from(self.doc.tokens.len()).unwrap_or(u32::MAX);
        let shifted = part.sentences.into_iter().map(|sentence| Sentence {
            first_token: sentence.first_token.saturating_add(before),
            end_token: sentence.end_token.saturating_add(before),
            ..sentence
        });
        self.doc.sentences.extend(shifted);
        self.make_room(part.tokens.len());
        self.doc.tokens.extend(part.tokens);
    }

    /// Room for so many tokens more, and for as many as the rest of the text will have if it is like what was come to:
    /// a list that grows by itself is copied, and has twice what it needs in the end.
    fn make_room(&mut self, more: usize) {
        if self.doc.tokens.capacity() - self.doc.tokens.len() >= more {
            return;
        }
        let share = self.doc.text.len() as f64 / f64::from(self.come_to().max(1));
        let tokens = &mut self.doc.tokens;
        let all = ((tokens.len() + more) as f64 * share * 1.02) as usize;
        tokens.reserve_exact(more.max(all.saturating_sub(tokens.len())));
    }

    /// What is in the blocks that touch `span`, read by themselves: for the eye, until all is read.
    #[must_use]
    pub fn preview(&self, span: Span, ask: &Ask) -> Reading {
        let blocks = &self.doc.blocks;
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let end = blocks.partition_point(|block| block.span.start < span.end);
        let mut part = self.part(blocks.get(first..end).unwrap_or_default());
        part.metadata.date = ask.date;
        let machine = tag::analyze(&part, ModelTagger::shipped());
        // A correction elsewhere speaks of words that are not in the part.
        let inside =
            |made: &&PlacedCorrection| part.blocks.iter().any(|block| block.span.contains(made.span));
        let made: Vec<PlacedCorrection> = ask.made.iter().filter(inside).cloned().collect();
        Reading::corrected(&part, &machine, &lexicon(&ask.taught), &made)
    }

    /// Calls `take` with all that was come to, as the session wants it. To be called when it is all.
    pub fn reading<T>(&mut self, ask: &Ask, take: impl FnOnce(&Reading) -> T) -> T {
        let machine = self.all_mentions();
        if !ask.taught.is_empty() || !ask.made.is_empty() {
            let reading = Reading::corrected(&self.doc, &machine, &lexicon(&ask.taught), &ask.made);
            self.machine.push(machine);
            return take(&reading);
        }
        let reading = Reading::new(&self.doc, machine, &[]);
        let taken = take(&reading);
        // They are the machine's, and of a long text too many to be there twice.
        self.machine.push(reading.mentions);
        taken
    }

    /// What was found in all slices, which are empty then.
    fn all_mentions(&mut self) -> Vec<Mention> {
        let slices = std::mem::take(&mut self.machine);
        let mut all = Vec::with_capacity(slices.iter().map(Vec::len).sum());
        slices.into_iter().for_each(|slice| all.extend(slice));
        all
    }

    /// Some blocks as a document of their own, in the same text.
    fn part(&self, blocks: &[Block]) -> Document {
        let Document { text, metadata, .. } = &self.doc;
        let (sentences, tokens) = segment::segment(text, blocks);
        let (text, blocks, metadata) = (Arc::clone(text), blocks.to_vec(), metadata.clone());
        Document { text, blocks, sentences, tokens, offsets: <_>::default(), metadata }
    }
}

fn lexicon(taught: &[Taught]) -> PersonalLexicon {
    let mut lexicon = PersonalLexicon::default();
    for taught in taught {
        if let Some(key) = taught.key() {
            lexicon.set(key, Some(taught.clone()));
        }
    }
    lexicon
}
