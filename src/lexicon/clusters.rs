//! Word clusters: words that keep the same company have the same number, as a number for each of the 60,000
//! most frequent English words and 40,000 rarer names.
//!
//! The numbers come from k-means of word vectors, then the clusters were merged two by two into a tree and
//! numbered in the order of its leaves, so that each coarser grouping is a range of numbers
//! (`xtask/src/lexicon/clusters.rs` makes `data/clusters.bin`; `MODEL.md` has the origin and licence of the
//! vectors).
//!
//! Invariant: coarser groups are unions of finer ones.

use super::fuse::Fuse;
use super::hash::word_hash;
use crate::bundle::{Lazy, Part};

/// Numbers given by [`Clusters::of`] are below this.
pub const CLUSTERS: u16 = 2048;

/// The clusters of words.
#[derive(Debug, Default)]
pub struct Clusters {
    of_word: Fuse<'static>,
    /// For each cluster its group among 64, among 256 and among 1,024.
    groups: Vec<[u16; 3]>,
}

/// The one instance; its groups are read at the first call.
pub fn clusters() -> &'static Clusters {
    static CLUSTERS: Lazy<Clusters> = Lazy::new(Part::Clusters);
    CLUSTERS.get(Clusters::read)
}

impl Clusters {
    /// Reads the map, then a byte for each cluster: whether a group of 64 (bit 0), of 256 (bit 1), of 1,024
    /// (bit 2) begins with it.
    fn read(bytes: &'static [u8]) -> Self {
        let (of_word, begins) = Fuse::read(bytes);
        let mut current = [0_u16; 3];
        let groups = begins.iter().enumerate().map(|(at, begins)| {
            for (bit, group) in current.iter_mut().enumerate() {
                *group += u16::from(at > 0) & u16::from(begins >> bit & 1);
            }
            current
        });
        Self { groups: groups.collect(), of_word }
    }

    /// The cluster of a word; case and the marks on letters do not count. About 20 ns.
    #[must_use]
    pub fn of(&self, word: &str) -> Option<u16> {
        self.of_hash(word_hash(word))
    }

    /// The cluster of the word with this [`word_hash`].
    #[must_use]
    pub fn of_hash(&self, hash: u64) -> Option<u16> {
        self.of_word.get(hash).and_then(|cluster| u16::try_from(cluster).ok())
    }

    /// The group, among 64, of a cluster.
    #[must_use]
    pub fn coarse64(&self, cluster: u16) -> u16 {
        self.group(cluster)[0]
    }

    /// The group, among 256, of a cluster.
    #[must_use]
    pub fn coarse256(&self, cluster: u16) -> u16 {
        self.group(cluster)[1]
    }

    /// The group, among 1,024, of a cluster.
    #[must_use]
    pub fn coarse1024(&self, cluster: u16) -> u16 {
        self.group(cluster)[2]
    }

    fn group(&self, cluster: u16) -> [u16; 3] {
        self.groups.get(usize::from(cluster)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{CLUSTERS, Clusters, clusters};
    use crate::bundle::{self, Part};

    #[test]
    fn words_of_a_kind_are_together_at_some_granularity() {
        let clusters = clusters();
        let of = |word: &str| clusters.of(word).unwrap();
        for (one, other) in
            [("monday", "Tuesday"), ("Beijing", "Shanghai"), ("michael", "david"), ("seven", "eight")]
        {
            let (one, other) = (of(one), of(other));
            assert_eq!(clusters.coarse64(one), clusters.coarse64(other));
        }
        assert_eq!(of("monday"), of("tuesday"));
        assert_ne!(clusters.coarse64(of("monday")), clusters.coarse64(of("beijing")));
        assert_eq!(of("JOSÉ"), of("jose"));
        assert_eq!(clusters.of("qqqqxqqz"), None);
    }

    #[test]
    fn the_groups_nest_and_there_are_as_many_as_their_names_say() {
        let clusters = clusters();
        assert!(clusters.of_word.len() > 90_000, "{}", clusters.of_word.len());
        let (mut above_fine, mut above_middle) = (BTreeMap::new(), BTreeMap::new());
        for cluster in 0..CLUSTERS {
            let [coarse, middle, fine] = clusters.group(cluster);
            assert_eq!(*above_fine.entry(fine).or_insert(middle), middle);
            assert_eq!(*above_middle.entry(middle).or_insert(coarse), coarse);
        }
        assert_eq!((above_fine.len(), above_middle.len()), (1024, 256));
        assert_eq!(above_middle.values().collect::<BTreeSet<_>>().len(), 64);
    }

    #[test]
    fn of_bytes_cut_short_no_word_has_a_cluster() {
        let bytes = bundle::shipped().unwrap().of(Part::Clusters);
        for length in [0, 1, 2, 100, bytes.len() / 2] {
            assert_eq!(Clusters::read(&bytes[..length]).of("the"), None);
        }
        // Of the groups those are there that were.
        let clusters = Clusters::read(&bytes[..bytes.len() - 1]);
        assert_eq!((clusters.of("the"), clusters.groups.len()), (super::clusters().of("the"), 2047));
    }
}
