//! What is known and said of articles beside their text: byline, publisher, tags, whether one is put away.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::record::ArticleMeta;
use super::state::Session;
use crate::document::{Document, Facts};
use crate::text::{Sketch, TextHash};

/// What is said of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// By its page, or by the reader.
    pub facts: Facts,
    /// The reader's tags, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether it is put away.
    #[serde(skip_serializing_if = "is_false")]
    pub archived: bool,
    /// The article that is a later version of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Told {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// By what a text is known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// The same text has it.
    hash: String,
    /// Nearly the same text has nearly the same.
    sketch: Sketch,
}

impl Print {
    /// That of a document's text.
    #[must_use]
    pub fn of(doc: &Document) -> Self {
        Self { hash: TextHash::new(&doc.text).to_string(), sketch: Sketch::new(&doc.text) }
    }

    /// Whether both are of the same text, to the character.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.hash == other.hash
    }

    /// What part of their runs of words the texts share.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        self.sketch.likeness(&other.sketch)
    }
}

/// What is to be said of articles; an empty text takes away what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Where they came from.
    pub source: Option<String>,
    /// See [`Facts`].
    pub byline: Option<String>,
    /// See [`Facts`].
    pub publisher: Option<String>,
    /// See [`Facts`].
    pub language: Option<String>,
    /// Tags to have.
    pub add: Vec<String>,
    /// Tags not to have.
    pub remove: Vec<String>,
    /// Whether they are put away.
    pub archived: Option<bool>,
}

impl Telling {
    pub(super) fn apply(&self, meta: &mut ArticleMeta) {
        let set = |slot: &mut Option<String>, said: &Option<String>| {
            if let Some(said) = said {
                let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
                *slot = (!said.is_empty()).then_some(said);
            }
        };
        set(&mut meta.source, &self.source);
        let Told { facts, tags, archived, .. } = &mut meta.told;
        set(&mut facts.byline, &self.byline);
        set(&mut facts.publisher, &self.publisher);
        set(&mut facts.language, &self.language);
        tags.retain(|tag| !self.remove.contains(tag));
        for tag in self.add.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        *archived = self.archived.unwrap_or(*archived);
    }
}

impl Session {
    /// Says beforehand what a page tells of the article that is read in next, and the day it is of: part of reading
    /// it in, and so no step of its own, nor a second version of its record.
    pub fn expect(&mut self, telling: Telling, date: Option<String>) {
        self.expected = Some((telling, date));
    }

    /// Says something of several articles, as one step; of how many it was news.
    ///
    /// # Errors
    /// When one of them is not there or nothing may be changed; then nothing is.
    pub fn tell_several(&mut self, ids: &[String], telling: &Telling) -> Result<usize, SessionError> {
        self.writable()?;
        let (mut changes, mut told) = (Vec::new(), 0);
        for id in ids {
            let before = self.fresh_meta(id)?;
            let mut after = before.clone();
            telling.apply(&mut after);
            told += usize::from(after != before);
            changes.extend(changed(before, after));
        }
        if !changes.is_empty() {
            self.make(Step::new(Action::Tell, changes))?;
        }
        Ok(told)
    }

    /// Removes several articles, as one step.
    ///
    /// # Errors
    /// As [`Self::tell_several`].
    pub fn remove_articles(&mut self, ids: &[String]) -> Result<(), SessionError> {
        self.writable()?;
        let mut changes = Vec::new();
        for id in ids {
            let before = self.fresh_meta(id)?.deleted;
            let after = Some(self.host.now());
            changes.push(Change::Deleted { article: id.clone(), before, after });
        }
        match changes.len() {
            0 => Ok(()),
            1 => self.make(Step::new(Action::RemoveArticle, changes)),
            _ => self.make(Step::new(Action::RemoveArticles, changes)),
        }
    }
}

/// The changes from one record to another, as far as they are what is told.
pub(super) fn changed(before: ArticleMeta, after: ArticleMeta) -> impl Iterator<Item = Change> {
    let source = (before.source != after.source).then(|| Change::Source {
        article: before.id.clone(),
        before: before.source,
        after: after.source,
    });
    let told = (before.told != after.told).then(|| Change::Told {
        article: before.id,
        before: Box::new(before.told),
        after: Box::new(after.told),
    });
    source.into_iter().chain(told)
}
