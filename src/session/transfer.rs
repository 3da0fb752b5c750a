//! Import, all or nothing.
//!
//! An import may need an article whose text is in the database, so it goes in steps: the file is read and says
//! which article it is about ([`Session::begin_import`]); what it would come to is looked at
//! ([`Session::preview_import`]); that article is opened, and the file merged
//! ([`Session::finish_import`]). Until then nothing is changed.

use super::action::Action;
use super::carried;
use super::error::SessionError;
use super::history::{Change, Step};
use super::state::Session;
use crate::annotation::{Annotation, Target, article_source};
use crate::document::{Block, Document};
use crate::export::CarriedArticle;
use crate::export::import::{self, Imported, Refused};
use crate::ingest::{self, RawBlock};
use crate::text::normalize::normalize;

/// Longest id of an article that is taken over from a file, in bytes; a UUID has 36.
const LONGEST_ID: usize = 64;

/// A file that was read and not yet merged.
#[derive(Debug)]
pub struct Import {
    pub(super) imported: Imported,
    /// The article of the library that must be open when it is merged; none when the file brings its
    /// own.
    pub article: Option<String>,
}

/// That an import brought the article back that it is about.
#[derive(Debug)]
pub struct Revived(Change);

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
    /// Reads files and finds the article that they are about: the one they carry, else the one the
    /// annotations name, else the open one. A text in another program's format is the open article's when it
    /// says the same. Changes nothing.
    ///
    /// # Errors
    /// When nothing may be changed, the files cannot be read, or there is no article for them.
    pub fn begin_import(&self, files: &[&[u8]]) -> Result<Import, SessionError> {
        self.writable()?;
        let imported = import::read_files(files)?;
        let carried = imported.article.as_ref();
        let named = imported
            .annotations
            .iter()
            .filter_map(|note| note.target()?.source_id()?.strip_prefix("urn:manicule:article:"));
        let ids: Vec<&str> = carried.map(|carried| carried.id.as_str()).into_iter().chain(named).collect();
        let found = |removed: bool| {
            let is =
                |id: &&&str| self.articles.get(**id).is_some_and(|meta| meta.deleted.is_some() == removed);
            ids.iter().find(is).map(|id| (*id).to_owned())
        };
        let same = || {
            let open = self.open.as_ref()?;
            let says = |carried: &&CarriedArticle| imported.foreign && carried.text == open.doc.text;
            carried.filter(says).map(|_| open.id.clone())
        };
        let article = match found(false).or_else(same).or_else(|| found(true)) {
            None if carried.is_none() => Some(self.article()?.id.clone()),
            found => found,
        };
        Ok(Import { imported, article })
    }

    /// Brings the article of an import back if it had been removed, so that it can be opened.
    ///
    /// # Errors
    /// When nothing may be changed.
    pub fn ready_import(&mut self, import: &Import) -> Result<Option<Revived>, SessionError> {
        self.writable()?;
        let revived = import.article.as_ref().and_then(|id| {
            let before = self.articles.get(id)?.deleted.clone()?;
            Some(Change::Deleted { article: id.clone(), before: Some(before), after: None })
        });
        if let Some(change) = &revived {
            self.apply(change.clone())?;
        }
        Ok(revived.map(Revived))
    }

    /// Merges what was read into the open article, or into the one that the file brings. Annotations are
    /// matched by id, and the later version stays. One step, with `revived` ([`Self::ready_import`]) in it.
    ///
    /// # Errors
    /// When no article is open or nothing may be changed; then nothing is.
    pub fn finish_import(
        &mut self,
        import: Import,
        revived: Option<Revived>,
    ) -> Result<ImportReport, SessionError> {
        self.writable()?;
        let Import { imported, article } = import;
        let mut changes: Vec<Change> = revived.map(|revived| revived.0).into_iter().collect();
        if let (None, Some(carried)) = (&article, &imported.article) {
            changes.push(self.add_carried(carried)?);
        }
        let open = self.article()?;
        let mut report =
            ImportReport { article: open.id.clone(), refused: imported.refused, ..ImportReport::default() };
        let mut merged = Vec::new();
        let mut names = self.colour_names();
        let mut news = Vec::new();
        for note in imported.annotations {
            let mut note = at_home(note, imported.article.as_ref(), &open.id);
            names.learn(&mut note);
            match Fate::of(&note, open.notes.get(&note.id)) {
                Fate::Added => report.added += 1,
                Fate::Updated => report.updated += 1,
                Fate::Same => {
                    report.same += 1;
                    continue;
                }
            }
            news.push(note);
        }
        for note in carried::described(&open.doc, imported.article.as_ref(), news) {
            let (article, before) = (open.id.clone(), open.notes.get(&note.id).cloned().map(Box::new));
            merged.push(Change::Note { article, before, after: Some(Box::new(note)) });
        }
        let news = self.news(&report.article, imported.taught)?;
        report.learned = news.len();
        merged.extend(news);
        merged.extend(self.renaming(&names));
        self.apply_or_none(&merged)?;
        changes.extend(merged);
        if !changes.is_empty() {
            self.remember(Step::new(Action::Import, changes));
        }
        Ok(report)
    }

    /// All of the changes or, when one fails, none.
    fn apply_or_none(&mut self, changes: &[Change]) -> Result<(), SessionError> {
        let mut begun = 0_usize;
        self.apply_all(changes.iter().cloned().inspect(|_| begun += 1)).or_else(|error| {
            let done = changes.iter().take(begun.saturating_sub(1)).rev();
            self.apply_all(done.map(|change| change.clone().inverse()))?;
            Err(error)
        })
    }

    fn add_carried(&mut self, carried: &CarriedArticle) -> Result<Change, SessionError> {
        let doc = document(carried);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_ours = carried.id.len() <= LONGEST_ID && carried.id.bytes().all(plain);
        let id = if is_ours { carried.id.clone() } else { self.host.uuid() };
        let mut meta = self.new_meta(id.clone(), &doc, Some(&carried.title), carried.source.as_deref());
        meta.told.facts = carried.facts.clone();
        meta.date = carried.date.clone().filter(|date| super::date::parse(date).is_some());
        let change = Change::Deleted { article: id.clone(), before: Some(meta.created.clone()), after: None };
        self.keep_new(meta, &doc);
        self.open_document(&id, doc)?;
        Ok(change)
    }
}

/// The carried document. A text that is not normalised was not written by us: it is read in anew.
pub(super) fn document(carried: &CarriedArticle) -> Document {
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

/// What becomes of an annotation that a file brings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was not here.
    Added,
    /// It is later than what is here.
    Updated,
    /// It is what is here, or earlier.
    Same,
}

impl Fate {
    pub fn of(note: &Annotation, here: Option<&Annotation>) -> Self {
        match here {
            None => Self::Added,
            Some(here) if here != note && time(here) < time(note) => Self::Updated,
            Some(_) => Self::Same,
        }
    }
}

/// The annotation as one of the article `id`. What says that it is about the article the file carries, or
/// about none in particular, is about that one; other addresses stay.
pub(super) fn at_home(mut note: Annotation, carried: Option<&CarriedArticle>, id: &str) -> Annotation {
    let strangers = [Some("unknown"), carried.map(|carried| carried.id.as_str())];
    for target in &mut note.targets.items {
        let address = match target {
            Target::Specific(target) => target.source_id(),
            Target::Other(address) => address.as_str(),
        };
        let named = address.and_then(|source| source.strip_prefix("urn:manicule:article:"));
        if named.is_some_and(|named| named != id && strangers.contains(&Some(named))) {
            match target {
                Target::Specific(target) => target.source = article_source(id).into(),
                Target::Other(address) => *address = article_source(id).into(),
            }
        }
    }
    note
}

fn time(note: &Annotation) -> Option<&String> {
    note.modified.as_ref().or(note.created.as_ref())
}
