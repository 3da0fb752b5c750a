//! What an import would come to, before anything is changed.

use std::collections::BTreeMap;

use super::carried;
use super::error::SessionError;
use super::key;
use super::library::TextAt;
use super::placed::passages;
use super::record::TextRecord;
use super::state::Session;
use super::transfer::{Fate, Import, at_home, document};
use crate::anchor::{self, Anchoring};
use crate::annotation::Annotation;
use crate::document::Document;
use crate::export::import::Refused;
use crate::ingest;

/// What an import would come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What the format is called.
    pub format: &'static str,
    /// The title of the article that it would go to.
    pub title: String,
    /// Whether that article is not in the library yet.
    pub is_new: bool,
    /// Annotations that stand where they say.
    pub exact: usize,
    /// Annotations found elsewhere than they say.
    pub moved: usize,
    /// Annotations that could stand in several places.
    pub ambiguous: usize,
    /// Annotations whose passage is not in the text.
    pub orphan: usize,
    /// Annotations of the article as a whole, or of something else.
    pub whole: usize,
    /// Of those: later versions of what is here.
    pub updated: usize,
    /// Annotations that are here already.
    pub same: usize,
    /// Names that would be learned.
    pub learned: usize,
    /// Entities that our own tagger found when the file was written; they are not kept.
    pub machine: usize,
    /// How many small breaches of the model are mended.
    pub mended: usize,
    /// What is not read, and why.
    pub refused: Vec<Refused>,
}

impl Session {
    /// Where the text of the article is that [`Self::preview_import`] needs: nothing when it has it.
    ///
    /// # Errors
    /// When the article's text is lost.
    pub fn text_for_preview(&mut self, import: &Import) -> Result<Option<TextAt>, SessionError> {
        match &import.article {
            Some(id) if self.open_id().as_ref() != Some(id) => self.text_of(id).map(Some),
            _ => Ok(None),
        }
    }

    /// What merging would come to. `text` is that of the article when it is not open
    /// ([`Self::text_for_preview`]). Changes nothing. O(n) in the text and the annotations.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn preview_import(
        &mut self,
        import: &Import,
        text: Option<TextRecord>,
    ) -> Result<Preview, SessionError> {
        let imported = &import.imported;
        let mut preview = Preview {
            format: imported.format,
            refused: imported.refused.clone(),
            machine: imported.machine.len(),
            mended: imported.mended.len(),
            ..Preview::default()
        };
        let mut here: BTreeMap<String, Annotation> = BTreeMap::new();
        let id = import.article.clone().unwrap_or_default();
        if import.article.is_some() {
            preview.title = self.articles.get(&id).map(|meta| meta.title.clone()).unwrap_or_default();
            for key in self.shelf.keys(&key::notes(&id))? {
                here.extend(self.load::<Annotation>(&key)?.map(|note| (note.id.clone(), note)));
            }
        } else if let Some(carried) = &imported.article {
            preview.is_new = true;
            preview.title.clone_from(&carried.title);
        }
        let doc: Document = match (text, &imported.article, self.open.as_ref()) {
            (Some(record), ..) => {
                let (text, blocks) = record.into_parts();
                ingest::restore(text, blocks)
            }
            (None, Some(carried), _) if preview.is_new => document(carried),
            (None, _, Some(open)) if open.id == id => open.doc.clone(),
            _ => return Err(SessionError::NothingOpen),
        };
        if preview.title.is_empty() {
            preview.title = super::library::title_of(&doc);
        }
        let mut news = Vec::new();
        for note in &imported.annotations {
            let note = at_home(note.clone(), imported.article.as_ref(), &id);
            match Fate::of(&note, here.get(&note.id)) {
                Fate::Same => preview.same += 1,
                fate => {
                    preview.updated += usize::from(fate == Fate::Updated);
                    news.push(note);
                }
            }
        }
        let about: Vec<_> = news.iter().filter_map(|note| passages(note).into_iter().next()).collect();
        let about: Vec<_> = about.into_iter().filter(|selectors| !selectors.is_empty()).collect();
        preview.whole = news.len() - about.len();
        for place in anchor::resolve_all(&doc, carried::saved(imported.article.as_ref()), about) {
            match place {
                Anchoring::Exact(_) => preview.exact += 1,
                Anchoring::Moved { .. } => preview.moved += 1,
                Anchoring::Ambiguous(_) => preview.ambiguous += 1,
                Anchoring::Orphan(_) => preview.orphan += 1,
            }
        }
        preview.learned = self.news(&id, imported.taught.clone())?.len();
        Ok(preview)
    }
}
