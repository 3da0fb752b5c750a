//! Which versions of a record a version of it has taken in: what comes after what, without a clock.
//!
//! Every page is a writer with an id of its own. A version is named by its writer and its revision, a
//! number one above every revision that the writer had seen (Lamport 1978); a lineage keeps, for each of
//! the last writers, the latest revision that went in (a version vector with dots: Preguiça et al. 2012).
//! Of two versions that do not include each other neither writer had seen the other's: both are kept.
//!
//! Invariant: a page never gives two versions of one record the same name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Writers that are remembered. Of one forgotten, a version that was taken in looks like one that was
/// not: then a text is kept twice, never lost.
const MOST: usize = 8;
/// Revisions above this are no numbers of ours, and JavaScript could not read them.
const HIGHEST: u64 = 1 << 53;

/// By writer, the latest revision taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lineage(BTreeMap<String, u64>);

impl Lineage {
    /// Reads one; what is none is empty, and comes before every other.
    #[must_use]
    pub fn read(value: Option<&Value>) -> Self {
        let writers = value.and_then(Value::as_object).into_iter().flatten();
        let known = writers.filter_map(|(writer, revision)| Some((writer.clone(), revision.as_u64()?)));
        let mut lineage = Self(known.filter(|(_, revision)| *revision < HIGHEST).collect());
        lineage.prune();
        lineage
    }

    /// The revision of this version; 0 before there were revisions.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.0.values().copied().max().unwrap_or_default()
    }

    /// The next version, written by `writer`.
    #[must_use]
    pub fn next(&self, writer: &str) -> Self {
        let mut next = self.clone();
        next.0.insert(writer.to_owned(), self.revision().saturating_add(1));
        next.prune();
        next
    }

    /// What either has taken in.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (writer, revision) in &other.0 {
            let own = both.0.entry(writer.clone()).or_default();
            *own = (*own).max(*revision);
        }
        both.prune();
        both
    }

    /// Whether `other` is this version or one that this one has taken in. O(writers).
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        let last = other.revision();
        let taken = |writer: &String| self.0.get(writer).is_some_and(|revision| *revision >= last);
        other.0.iter().filter(|(_, revision)| **revision == last).all(|(writer, _)| taken(writer))
    }

    fn prune(&mut self) {
        while self.0.len() > MOST {
            let oldest = self.0.iter().min_by_key(|(_, revision)| **revision);
            let Some(writer) = oldest.map(|(writer, _)| writer.clone()) else { return };
            self.0.remove(&writer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_version_includes_the_earlier_and_apart_ones_do_not() {
        let start = Lineage::default().next("a");
        let ours = start.next("a").next("a");
        let theirs = start.next("b");
        assert!(ours.includes(&start) && theirs.includes(&start) && start.includes(&Lineage::default()));
        assert!(!start.includes(&ours) && !ours.includes(&theirs) && !theirs.includes(&ours));
        let merged = ours.joined(&theirs).next("b");
        assert!(merged.includes(&ours) && merged.includes(&theirs) && !ours.includes(&merged));
        assert_eq!(merged.revision(), 4);
    }

    #[test]
    fn it_does_not_grow_and_refuses_numbers_that_are_none() {
        let mut lineage = Lineage::default();
        for writer in 0..100 {
            lineage = lineage.next(&format!("w{writer}"));
        }
        assert_eq!((lineage.0.len(), lineage.revision()), (MOST, 100));
        let hostile = serde_json::json!({ "a": u64::MAX, "b": -1, "c": "x", "d": 3 });
        assert_eq!(Lineage::read(Some(&hostile)).revision(), 3);
    }
}
