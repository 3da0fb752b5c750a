//! Versions of annotations that were replaced, so that a change that was made to one of them is known for
//! what it is.

use std::collections::BTreeMap;

use super::lineage::Lineage;
use crate::annotation::Annotation;

/// Versions kept for each annotation; more than other windows write while a reader types one sentence.
const MOST: usize = 32;

/// One version.
#[derive(Clone, Debug)]
pub struct Version {
    pub note: Annotation,
    pub lineage: Lineage,
}

/// Replaced versions, by the annotation's id, and what other windows did that the reader has not answered.
#[derive(Clone, Debug, Default)]
pub struct Past {
    versions: BTreeMap<String, Vec<Version>>,
    /// The version here before another window's first unanswered write.
    unseen: BTreeMap<String, Annotation>,
    /// What another window removed.
    gone: BTreeMap<String, Annotation>,
}

impl Past {
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Remembers a version that is being replaced.
    pub fn push(&mut self, version: Version) {
        let versions = self.versions.entry(version.note.id.clone()).or_default();
        versions.push(version);
        if versions.len() > MOST {
            versions.remove(0);
        }
    }

    /// Another window's version takes the place of `ours`.
    pub fn overtaken(&mut self, ours: &Annotation) {
        self.unseen.entry(ours.id.clone()).or_insert_with(|| ours.clone());
    }

    /// Another window removed it.
    pub fn removed(&mut self, note: Annotation) {
        self.gone.insert(note.id.clone(), note);
    }

    /// What another window removed under this id.
    pub fn gone(&self, id: &str) -> Option<&Annotation> {
        self.gone.get(id)
    }

    /// The reader has written over what was unseen, or brought back what was gone.
    pub fn answered(&mut self, id: &str) {
        self.unseen.remove(id);
        self.gone.remove(id);
    }

    /// The version that the reader was looking at: the one of that time, else the last from before another
    /// window wrote; nothing when it is the `current` one. Where two are of one time it is the one that is
    /// not current: then a text may be kept that need not be, and none is lost.
    pub fn looked_at(&self, current: &Annotation, since: Option<&str>) -> Option<&Annotation> {
        let versions = self.versions.get(&current.id).map(Vec::as_slice).unwrap_or_default();
        let of_time = |version: &&Version| time(&version.note) == since;
        let timed = since.and_then(|_| versions.iter().rev().find(of_time)).map(|version| &version.note);
        let newest = since.is_some() && time(current) == since;
        timed.or_else(|| self.unseen.get(&current.id).filter(|_| !newest))
    }

    /// The last version that went into one of that lineage as well.
    pub fn common(&self, id: &str, lineage: &Lineage) -> Option<&Annotation> {
        let versions = self.versions.get(id).map(Vec::as_slice).unwrap_or_default();
        let common = versions.iter().rev().find(|version| lineage.includes(&version.lineage));
        common.map(|version| &version.note)
    }
}

/// When a version was written.
pub fn time(note: &Annotation) -> Option<&str> {
    note.modified.as_deref().or(note.created.as_deref())
}
