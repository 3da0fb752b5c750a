//! Export and import of the open article.
//!
//! An import may need an article whose text is in the database, so it has two halves: the first reads
//! the file and says which article must be opened, the second merges.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::state::Session;
use crate::annotation::Annotation;
use crate::document::{Block, Document};
use crate::export::CarriedArticle;
use crate::export::import::{self, Imported, Refused};
use crate::export::w3c::{self, Export, Machine};
use crate::ingest::{self, RawBlock};
use crate::text::normalize::normalize;

/// Longest id of an article that is taken over from a file, in bytes; a UUID has 36.
const LONGEST_ID: usize = 64;

/// A file that was read and not yet merged.
#[derive(Debug)]
pub struct Import {
    imported: Imported,
    /// The article of the library that must be open for the second half; none when the file brings its
    /// own.
    pub article: Option<String>,
    /// Set when that article had been removed, and was brought back.
    revived: Option<Change>,
}

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Annotations that were not here before.
    pub added: usize,
    /// Annotations of which the file had a later version.
    pub updated: usize,
    /// Annotations that stayed: the same here, or later here.
    pub same: usize,
    /// Names learned, or learned later than here, from the file's lexicon.
    pub learned: usize,
    /// What was not read, and why.
    pub refused: Vec<Refused>,
    /// The article that they went to; it is open now.
    pub article: String,
}

impl Session {
    /// The open article, its text and its annotations as a W3C collection, with the machine's entities
    /// when asked for.
    ///
    /// # Errors
    /// When no article is open.
    pub fn export_json(&self, entities: bool) -> Result<String, SessionError> {
        let article = self.article()?;
        let meta = self.meta(&article.id)?;
        let notes: Vec<Annotation> = article.placed().into_iter().map(|placed| placed.note.clone()).collect();
        let carried = CarriedArticle {
            id: article.id.clone(),
            title: meta.title.clone(),
            text: article.doc.text.clone(),
            blocks: article.doc.blocks.clone(),
            date: meta.date.clone(),
        };
        let reading = &article.reading;
        let machine = Machine { doc: &article.doc, mentions: &reading.mentions, entities: &reading.entities };
        Ok(w3c::write(&Export {
            article: &article.id,
            title: &meta.title,
            annotations: &notes,
            machine: entities.then_some(machine),
            carried: Some(&carried),
            taught: &self.taught().cloned().collect::<Vec<_>>(),
        }))
    }

    /// Reads a file and finds the article that it is about: the one it carries, else the one its
    /// annotations name, else the open one.
    ///
    /// # Errors
    /// When nothing may be changed, the file cannot be read, or there is no article for it.
    pub fn begin_import(&mut self, json: &str) -> Result<Import, SessionError> {
        self.writable()?;
        let imported = import::read(json)?;
        let carried = imported.article.as_ref().map(|carried| carried.id.as_str());
        let known = |id: &&str| self.articles.contains_key(*id);
        let named = imported
            .annotations
            .iter()
            .filter_map(|note| note.target()?.source_id()?.strip_prefix("urn:manicule:article:"));
        let article = carried.into_iter().chain(named).find(known).map(str::to_owned);
        let article = match (article, carried) {
            (None, None) => Some(self.article()?.id.clone()),
            (article, _) => article,
        };
        let revived = article.as_ref().and_then(|id| {
            let before = self.articles.get(id)?.deleted.clone()?;
            Some(Change::Deleted { article: id.clone(), before: Some(before), after: None })
        });
        if let Some(change) = &revived {
            self.apply(change.clone())?;
        }
        Ok(Import { imported, article, revived })
    }

    /// Merges what was read into the open article, or into the one that the file brings. Annotations are
    /// matched by id, and the later version stays. One step.
    ///
    /// # Errors
    /// When no article is open or nothing may be changed.
    pub fn finish_import(&mut self, import: Import) -> Result<ImportReport, SessionError> {
        self.writable()?;
        let Import { imported, article, revived } = import;
        let mut changes: Vec<Change> = revived.into_iter().collect();
        if let (None, Some(carried)) = (&article, &imported.article) {
            changes.push(self.add_carried(carried)?);
        }
        let open = self.article()?;
        let mut report =
            ImportReport { article: open.id.clone(), refused: imported.refused, ..ImportReport::default() };
        let mut merged = Vec::new();
        for note in imported.annotations {
            let before = open.notes.get(&note.id);
            match before {
                None => report.added += 1,
                Some(before) if *before != note && time(before) < time(&note) => report.updated += 1,
                Some(_) => {
                    report.same += 1;
                    continue;
                }
            }
            let (article, before) = (open.id.clone(), before.cloned().map(Box::new));
            merged.push(Change::Note { article, before, after: Some(Box::new(note)) });
        }
        let news = self.news(&report.article, imported.taught)?;
        report.learned = news.len();
        merged.extend(news);
        self.apply_all(merged.iter().cloned())?;
        changes.extend(merged);
        if !changes.is_empty() {
            self.remember(Step::new(Action::Import, changes));
        }
        Ok(report)
    }

    fn add_carried(&mut self, carried: &CarriedArticle) -> Result<Change, SessionError> {
        let doc = document(carried);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_ours = carried.id.len() <= LONGEST_ID && carried.id.bytes().all(plain);
        let id = if is_ours { carried.id.clone() } else { self.host.uuid() };
        let mut meta = self.new_meta(id.clone(), &doc, Some(&carried.title), None);
        meta.date = carried.date.clone().filter(|date| super::date::parse(date).is_some());
        let change = Change::Deleted { article: id.clone(), before: Some(meta.created.clone()), after: None };
        self.keep_new(meta, &doc);
        self.open_document(&id, doc)?;
        Ok(change)
    }
}

/// The carried document. A text that is not normalised was not written by us: it is read in anew.
fn document(carried: &CarriedArticle) -> Document {
    let restored = ingest::restore(carried.text.clone(), carried.blocks.clone());
    if normalize(&carried.text).is_ok_and(|normal| *normal.text == *carried.text) {
        return restored;
    }
    let raw = |block: &Block| {
        let text = restored.slice(block.span);
        let text = normalize(text).map_or_else(|_| text.to_owned(), |normal| normal.text);
        RawBlock { kind: block.kind, text }
    };
    ingest::blocks(&carried.blocks.iter().map(raw).collect::<Vec<_>>()).0
}

fn time(note: &Annotation) -> Option<&String> {
    note.modified.as_ref().or(note.created.as_ref())
}
