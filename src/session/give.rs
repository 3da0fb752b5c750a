//! Export of the open article, in every format there is.

use super::error::SessionError;
use super::state::Session;
use crate::annotation::Annotation;
use crate::export::w3c::{Export, Machine};
use crate::export::{self, CarriedArticle, Edition, Written};
use crate::text::Span;

impl Session {
    /// The open article and its annotations in a format of [`export::FORMATS`], with the machine's entities when
    /// asked for. O(n log n).
    ///
    /// # Errors
    /// When no article is open, or there is no such format or it is only read.
    pub fn export(&self, format: &str, entities: bool) -> Result<Vec<Written>, SessionError> {
        let article = self.article()?;
        let meta = self.meta(&article.id)?;
        let placed = article.placed();
        let names = self.colour_names();
        let notes: Vec<Annotation> = placed.iter().map(|placed| names.explain(placed.note.clone())).collect();
        let places: Vec<Option<Span>> = placed.iter().map(|placed| placed.span()).collect();
        let carried = CarriedArticle {
            id: article.id.clone(),
            title: meta.title.clone(),
            text: article.doc.text.clone(),
            blocks: article.doc.blocks.clone(),
            date: meta.date.clone(),
            source: meta.source.clone(),
            facts: meta.told.facts.clone(),
        };
        let reading = &article.reading;
        let machine = Machine { doc: &article.doc, mentions: &reading.mentions, entities: &reading.entities };
        let taught: Vec<_> = self.taught().cloned().collect();
        let date = article.date().map(|(date, _)| date.to_string());
        let edition = Edition {
            export: Export {
                article: &article.id,
                title: &meta.title,
                annotations: &notes,
                machine: entities.then_some(machine),
                carried: Some(&carried),
                taught: &taught,
            },
            doc: &article.doc,
            places: &places,
            date: date.as_deref(),
            source: meta.source.as_deref(),
        };
        let written = export::named(format).map(|format| format.write(&edition)).unwrap_or_default();
        if written.is_empty() {
            return Err(SessionError::NoFormat { name: format.to_owned() });
        }
        Ok(written)
    }

    /// The open article, its text and its annotations as a W3C collection, with the machine's entities
    /// when asked for.
    ///
    /// # Errors
    /// When no article is open.
    pub fn export_json(&self, entities: bool) -> Result<String, SessionError> {
        Ok(self.export("w3c", entities)?.into_iter().map(|written| written.text).collect())
    }
}
