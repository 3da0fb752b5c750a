//! The open article: its document, what the machine reads in it, what the reader wrote on it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::packed::{NoReading, unpack};
use super::placed::{Placed, Places, passages};
use super::reader::Ask;
use super::reading::Reading;
use crate::anchor::{self, Saved};
use crate::annotation::corrections::PlacedCorrection;
use crate::annotation::personal::PersonalLexicon;
use crate::annotation::{Annotation, IntervalIndex};
use crate::document::{Document, PartialDate};
use crate::order;
use crate::segment;
use crate::tag::{self, Mention, ModelTagger};
use crate::text::{Lookup, Span};

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
/// Invariant: `reading` is always that of `doc` under `lexicon` and then the corrections among `notes`, but
/// while it is held ([`Article::hold`]), and while one that is made elsewhere is on its way ([`Article::ask`]).
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
    places: BTreeMap<String, Places>,
    /// Ids of annotations by where they stand; made when it is asked for.
    index: OnceCell<IntervalIndex<String>>,
    /// The text as it is searched; made when it is.
    pub(super) folded: OnceCell<Lookup>,
    /// While several changes are made: what they ask for.
    held: Option<Held>,
    /// Ids of the annotations that changed, came or went since somebody asked; `None` when all may have.
    news: Option<BTreeSet<String>>,
    /// A long text is read elsewhere, so that nobody waits: what was asked for and had.
    elsewhere: Option<Elsewhere>,
}

/// How far the readings of a text that is read elsewhere are.
#[derive(Clone, Copy, Debug, Default)]
struct Elsewhere {
    /// Version of the reading that was asked for last.
    asked: u32,
    /// Version of the one that is here; 0 while there is none.
    had: u32,
}

/// What is put off while several changes are made.
#[derive(Default)]
struct Held {
    /// Whether another reading is asked for.
    read: bool,
    /// Annotations that are to be looked for.
    unplaced: Vec<String>,
}

/// Up to so many annotations are looked for each by itself, more together with all others.
const FEW: usize = 4;

impl Article {
    pub(super) fn new(
        id: String,
        doc: Document,
        date: Option<PartialDate>,
        lexicon: Rc<PersonalLexicon>,
        elsewhere: bool,
    ) -> Self {
        let found = doc.metadata.date;
        let elsewhere = elsewhere.then(Elsewhere::default);
        let (machine, reading, notes, places, index, folded) = <_>::default();
        let (held, news) = <_>::default();
        let mut article = Self {
            id,
            doc,
            found,
            machine,
            lexicon,
            reading,
            notes,
            places,
            index,
            folded,
            held,
            news,
            elsewhere,
        };
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
        self.tag_again();
    }

    /// Tags with what the machine knows by now.
    pub(super) fn tag_again(&mut self) {
        if self.elsewhere.is_none() {
            self.machine = tag::analyze(&self.doc, ModelTagger::shipped());
        }
        self.read_again();
    }

    /// The version of the reading that is to be made elsewhere, if one is.
    #[must_use]
    pub fn asks(&self) -> Option<u32> {
        let Elsewhere { asked, had } = self.elsewhere?;
        (asked != had && self.held.is_none()).then_some(asked)
    }

    /// What is to be read elsewhere, if anything is.
    #[must_use]
    pub fn ask(&self) -> Option<Ask> {
        self.asks().map(|version| Ask {
            version,
            date: self.doc.metadata.date,
            made: self.corrections(),
            taught: self.lexicon.iter().cloned().collect(),
        })
    }

    /// Takes what was read elsewhere for the version that was asked; whether it is still wanted. What is not
    /// `whole` stands in until the whole is there.
    pub(super) fn take_reading(
        &mut self,
        version: u32,
        whole: bool,
        packed: &[u8],
    ) -> Result<bool, NoReading> {
        let wanted = |had: &Elsewhere| version == had.asked && version != had.had && (whole || had.had == 0);
        let Some(elsewhere) = self.elsewhere.as_mut().filter(|had| wanted(had)) else { return Ok(false) };
        self.reading = unpack(packed)?;
        if whole {
            elsewhere.had = version;
        }
        Ok(true)
    }

    /// Has sentences and tokens, which a text that is read elsewhere lacks here until somebody needs them.
    pub(super) fn split(&mut self) {
        if self.doc.tokens.is_empty() {
            (self.doc.sentences, self.doc.tokens) = segment::segment(&self.doc.text, &self.doc.blocks);
        }
    }

    /// Reads by what the reader teaches now.
    pub(super) fn set_lexicon(&mut self, lexicon: Rc<PersonalLexicon>) {
        self.lexicon = lexicon;
        self.read_again();
    }

    /// The annotations in document order, those without a place last.
    pub(super) fn placed(&self) -> Vec<Placed<'_>> {
        let mut placed: Vec<Placed<'_>> = self.notes.keys().filter_map(|id| self.placed_one(id)).collect();
        order::by_key(&mut placed, |placed| (placed.span().is_none(), placed.span(), &placed.note.created));
        placed
    }

    /// One annotation.
    pub(super) fn placed_one(&self, id: &str) -> Option<Placed<'_>> {
        let Places { first, others } = self.places.get(id)?;
        Some(Placed { note: self.notes.get(id)?, place: first, others })
    }

    /// The annotations that touch `span`, in the order of their passages; one with several passages there
    /// once. O(log n + found) when nothing changed since the last time.
    pub(super) fn placed_in(&self, span: Span) -> Vec<Placed<'_>> {
        let index = self.index.get_or_init(|| {
            let all = self.notes.keys().filter_map(|id| Some((id, self.placed_one(id)?)));
            let spans = all.flat_map(|(id, placed)| {
                let spans: Vec<Span> = placed.spans().collect();
                spans.into_iter().map(|span| (span, id.clone()))
            });
            IntervalIndex::new(spans)
        });
        let mut seen = BTreeSet::new();
        let ids = index.overlapping(span).into_iter().filter(|id| seen.insert(*id));
        ids.filter_map(|id| self.placed_one(id)).collect()
    }

    /// Ids of the annotations that changed, came or went since the last call; `None` when all may have.
    pub(super) fn take_news(&mut self) -> Option<BTreeSet<String>> {
        self.news.replace(BTreeSet::new())
    }

    fn changed(&mut self, id: &str) {
        if let Some(news) = &mut self.news {
            news.insert(id.to_owned());
        }
    }

    /// Looks for the passages of one annotation.
    fn place(&mut self, id: &str) {
        self.changed(id);
        let Some(note) = self.notes.get(id) else { return };
        let found = passages(note).into_iter().map(|selectors| anchor::resolve(&self.doc, selectors));
        self.places.insert(id.to_owned(), Places::of(found));
        self.index.take();
    }

    /// Looks for the passages of all annotations together.
    fn place_all(&mut self) {
        let all = self.notes.values();
        let mut found =
            anchor::resolve_all(&self.doc, Saved::Unknown, all.clone().flat_map(passages)).into_iter();
        let place = |note: &Annotation| {
            let places = Places::of(found.by_ref().take(passages(note).len()));
            (note.id.clone(), places)
        };
        self.places = all.map(place).collect();
        self.index.take();
        self.news = None;
    }

    /// Takes all of its annotations at once.
    pub(super) fn set_notes(&mut self, notes: Vec<Annotation>) {
        let notes = notes.into_iter().map(|note| (note.id.clone(), note)).collect();
        let old = std::mem::replace(&mut self.notes, notes);
        self.place_all();
        let mut both = old.values().chain(self.notes.values());
        if both.any(|note| note.correction().is_some()) {
            self.read_again();
        }
    }

    /// Adds an annotation, or replaces the one with its id.
    pub(super) fn insert(&mut self, note: Annotation) {
        let id = note.id.clone();
        self.changed(&id);
        let corrects = note.correction().is_some();
        // Looking for a passage again costs most of an edit; it stands where it stood.
        let same = self.notes.get(&id).is_some_and(|old| passages(old) == passages(&note));
        let old = self.notes.insert(id.clone(), note);
        if !same {
            match &mut self.held {
                Some(held) => held.unplaced.push(id),
                None => self.place(&id),
            }
        }
        if corrects || old.is_some_and(|old| old.correction().is_some()) {
            self.read_again();
        }
    }

    /// Takes an annotation away.
    pub(super) fn remove(&mut self, id: &str) {
        self.changed(id);
        self.places.remove(id);
        self.index.take();
        if self.notes.remove(id).is_some_and(|old| old.correction().is_some()) {
            self.read_again();
        }
    }

    /// Puts off looking for annotations and reading again until [`Self::release`]: of many changes each
    /// would cost a search or a reading.
    pub(super) fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    /// Does what was asked for since [`Self::hold`].
    pub(super) fn release(&mut self) {
        let Some(Held { read, unplaced }) = self.held.take() else { return };
        match unplaced.len() {
            0..=FEW => unplaced.iter().for_each(|id| self.place(id)),
            _ => self.place_all(),
        }
        if read {
            self.read_again();
        }
    }

    /// Brings `reading` in line with what was taught, then with the corrections: those that have a place,
    /// in the order they were made.
    fn read_again(&mut self) {
        if let Some(held) = &mut self.held {
            held.read = true;
            return;
        }
        if let Some(elsewhere) = &mut self.elsewhere {
            elsewhere.asked += 1;
            return;
        }
        self.reading = Reading::corrected(&self.doc, &self.machine, &self.lexicon, &self.corrections());
    }

    /// The corrections that have a place, in the order they were made.
    fn corrections(&self) -> Vec<PlacedCorrection> {
        let mut made: Vec<(&Option<String>, PlacedCorrection)> = Vec::new();
        for placed in self.placed() {
            if let (Some(span), Some(correction)) = (placed.span(), placed.note.correction()) {
                made.push((&placed.note.created, PlacedCorrection { span, correction }));
            }
        }
        order::by_key(&mut made, |(created, _)| *created);
        made.into_iter().map(|(_, correction)| correction).collect()
    }
}
