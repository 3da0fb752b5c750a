//! Who is named with whom: entities that share sentences.
//!
//! Invariant: a sentence counts once for a pair, however often it names the two; values (dates, amounts) keep
//! nobody company.

use super::reading::Reading;
use crate::document::{Document, Sentence};
use crate::text::Span;

/// A sentence that names more than so many entities is a list, and ties none of them.
const MOST_NAMED: usize = 40;

/// Two entities and how many sentences name both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the entity that comes first.
    pub one: u32,
    /// Index of the other.
    pub other: u32,
    /// Sentences that name both.
    pub sentences: u32,
}

impl Reading {
    /// The pairs of entities that share a sentence, in the order of their indices. O(n log n) in the
    /// mentions, each sentence's pairs counted.
    #[must_use]
    pub fn ties(&self, doc: &Document) -> Vec<Tie> {
        let mut pairs: Vec<u64> = Vec::new();
        for sentence in &doc.sentences {
            let named = self.named_in(sentence).unwrap_or_default();
            for (at, one) in named.iter().enumerate() {
                let others = named.iter().skip(at + 1);
                pairs.extend(
                    others.map(|other| u64::from(*one.min(other)) << 32 | u64::from(*one.max(other))),
                );
            }
        }
        pairs.sort_unstable();
        let tie = |same: &[u64]| {
            let pair = *same.first()?;
            let sentences = u32::try_from(same.len()).unwrap_or(u32::MAX);
            let other = u32::try_from(pair & u64::from(u32::MAX)).ok()?;
            Some(Tie { one: u32::try_from(pair >> 32).ok()?, other, sentences })
        };
        pairs.chunk_by(|one, other| one == other).filter_map(tie).collect()
    }

    /// The sentences that name both of a pair, in order: as many as its tie says.
    #[must_use]
    pub fn sentences_with(&self, doc: &Document, one: u32, other: u32) -> Vec<Span> {
        let name_both = |sentence: &&Sentence| {
            self.named_in(sentence).is_some_and(|named| named.contains(&one) && named.contains(&other))
        };
        doc.sentences.iter().filter(name_both).map(|sentence| sentence.span).collect()
    }

    /// Indices of the entities that a sentence names, each once; `None` for a list.
    fn named_in(&self, sentence: &Sentence) -> Option<Vec<u32>> {
        let mut named: Vec<u32> = Vec::new();
        for (mention, member) in self.within(sentence.span) {
            if mention.label.is_name() && !named.contains(&member.entity) {
                if named.len() == MOST_NAMED {
                    return None;
                }
                named.push(member.entity);
            }
        }
        Some(named)
    }
}
