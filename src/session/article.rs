//! The open article: its document, what the machine reads in it, what the reader wrote on it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::reading::Reading;
use crate::anchor::{self, Anchoring};
use crate::annotation::corrections::{self, PlacedCorrection};
use crate::annotation::personal::PersonalLexicon;
use crate::annotation::{Annotation, Selector};
use crate::document::{Document, PartialDate};
use crate::entity::SameAs;
use crate::tag::{self, Mention, ModelTagger};
use crate::text::Span;

/// An annotation and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed<'a> {
    /// The annotation.
    pub note: &'a Annotation,
    /// Where its passage was found.
    pub place: &'a Anchoring,
}

impl Placed<'_> {
    /// The passage; `None` for an orphan. Of several that could be meant, the best.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Anchoring::Exact(span) | Anchoring::Moved { span, .. } => Some(*span),
            Anchoring::Ambiguous(candidates) => candidates.first().map(|candidate| candidate.span),
            Anchoring::Orphan(_) => None,
        }
    }
}

/// Where the day that an article is of comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// Found in the text.
    Text,
    /// Set by the reader.
    Reader,
}

/// One article, open.
///
/// Invariant: `reading` is always that of `doc` under `lexicon` and then the corrections among `notes`.
pub struct Article {
    pub(super) id: String,
    pub(super) doc: Document,
    /// The date that the text itself gives.
    found: Option<PartialDate>,
    /// The machine's mentions, before corrections.
    machine: Vec<Mention>,
    /// What the reader taught in any article.
    lexicon: Rc<PersonalLexicon>,
    pub(super) reading: Reading,
    /// By id.
    pub(super) notes: BTreeMap<String, Annotation>,
    /// By the id of its annotation.
    places: BTreeMap<String, Anchoring>,
}

impl Article {
    pub(super) fn new(
        id: String,
        doc: Document,
        date: Option<PartialDate>,
        lexicon: Rc<PersonalLexicon>,
    ) -> Self {
        let found = doc.metadata.date;
        let (machine, reading, notes, places) = <_>::default();
        let mut article = Self { id, doc, found, machine, lexicon, reading, notes, places };
        article.set_date(date);
        article
    }

    /// Its id in the library.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Text, blocks and tokens.
    #[must_use]
    pub const fn doc(&self) -> &Document {
        &self.doc
    }

    /// Mentions and entities after the reader's corrections.
    #[must_use]
    pub const fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The day it is of, and who says so.
    #[must_use]
    pub fn date(&self) -> Option<(PartialDate, DateSource)> {
        let date = self.doc.metadata.date?;
        let source = if Some(date) == self.found { DateSource::Text } else { DateSource::Reader };
        Some((date, source))
    }

    /// Dates resolve against `date`, or against the one in the text when it is `None`.
    pub(super) fn set_date(&mut self, date: Option<PartialDate>) {
        self.doc.metadata.date = date.or(self.found);
        self.machine = tag::analyze(&self.doc, ModelTagger::shipped());
        self.read_again();
    }

    /// Reads by what the reader teaches now.
    pub(super) fn set_lexicon(&mut self, lexicon: Rc<PersonalLexicon>) {
        self.lexicon = lexicon;
        self.read_again();
    }

    /// The annotations in document order, those without a place last.
    pub(super) fn placed(&self) -> Vec<Placed<'_>> {
        let pairs = self.notes.iter().filter_map(|(id, note)| Some((note, self.places.get(id)?)));
        let mut placed: Vec<Placed<'_>> = pairs.map(|(note, place)| Placed { note, place }).collect();
        placed.sort_by_key(|placed| (placed.span().is_none(), placed.span(), &placed.note.created));
        placed
    }

    /// Takes all of its annotations at once.
    pub(super) fn set_notes(&mut self, notes: Vec<Annotation>) {
        let places = anchor::resolve_all(&self.doc, notes.iter().map(selectors));
        self.places = notes.iter().map(|note| note.id.clone()).zip(places).collect();
        let notes = notes.into_iter().map(|note| (note.id.clone(), note)).collect();
        let old = std::mem::replace(&mut self.notes, notes);
        let mut both = old.values().chain(self.notes.values());
        if both.any(|note| note.correction().is_some()) {
            self.read_again();
        }
    }

    /// Adds an annotation, or replaces the one with its id.
    pub(super) fn insert(&mut self, note: Annotation) {
        let id = note.id.clone();
        let corrects = note.correction().is_some();
        self.places.insert(id.clone(), anchor::resolve(&self.doc, selectors(&note)));
        let old = self.notes.insert(id, note);
        if corrects || old.is_some_and(|old| old.correction().is_some()) {
            self.read_again();
        }
    }

    /// Takes an annotation away.
    pub(super) fn remove(&mut self, id: &str) {
        self.places.remove(id);
        if self.notes.remove(id).is_some_and(|old| old.correction().is_some()) {
            self.read_again();
        }
    }

    /// Brings `reading` in line with what was taught, then with the corrections: those that have a place,
    /// in the order they were made.
    fn read_again(&mut self) {
        let mut made: Vec<(&Option<String>, PlacedCorrection)> = Vec::new();
        for placed in self.placed() {
            if let (Some(span), Some(correction)) = (placed.span(), placed.note.correction()) {
                made.push((&placed.note.created, PlacedCorrection { span, correction }));
            }
        }
        made.sort_by_key(|(created, _)| *created);
        let made: Vec<PlacedCorrection> = made.into_iter().map(|(_, correction)| correction).collect();
        let corrected = corrections::apply(&self.doc, &self.lexicon.apply(&self.doc, &self.machine), &made);
        let same =
            corrected.same.into_iter().map(|same| SameAs { name: same.name, canonical: same.canonical });
        self.reading = Reading::new(&self.doc, corrected.mentions, &same.collect::<Vec<_>>());
    }
}

fn selectors(note: &Annotation) -> &[Selector] {
    note.target().map(|target| target.selectors.items.as_slice()).unwrap_or_default()
}
