//! The open article: its document, what the machine reads in it, what the reader wrote on it.

use std::collections::BTreeMap;

use super::reading::Reading;
use crate::annotation::Annotation;
use crate::document::{Document, PartialDate};
use crate::entity::SameAs;
use crate::tag::{self, Mention, RuleTagger};

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
/// Invariant: `reading` is always that of `doc` under the corrections among `notes`.
pub struct Article {
    pub(super) id: String,
    pub(super) doc: Document,
    /// The date that the text itself gives.
    found: Option<PartialDate>,
    /// The machine's mentions, before corrections.
    machine: Vec<Mention>,
    pub(super) reading: Reading,
    /// By id.
    pub(super) notes: BTreeMap<String, Annotation>,
}

impl Article {
    pub(super) fn new(id: String, doc: Document, date: Option<PartialDate>) -> Self {
        let found = doc.metadata.date;
        let (machine, reading, notes) = <_>::default();
        let mut article = Self { id, doc, found, machine, reading, notes };
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
        self.machine = tag::analyze(&self.doc, &RuleTagger);
        self.read_again();
    }

    /// Brings `reading` in line with the corrections.
    pub(super) fn read_again(&mut self) {
        let same: Vec<SameAs> = Vec::new();
        self.reading = Reading::new(&self.doc, self.machine.clone(), &same);
    }
}
