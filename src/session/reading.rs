//! What the machine makes of an article once the reader's corrections are applied.

use crate::document::Document;
use crate::entity::{self, Entity, SameAs};
use crate::quotation::{self, Quotation};
use crate::tag::Mention;
use crate::text::Span;

/// Where a mention belongs: the `ordinal`-th mention (from 0) of the entity with that index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// Index into [`Reading::entities`].
    pub entity: u32,
    /// Place among the entity's mentions.
    pub ordinal: u32,
}

/// Mentions, entities and quotations of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In order of their start, not overlapping.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
    /// Who said what, in order.
    pub quotations: Vec<Quotation>,
    /// One for each mention.
    pub members: Vec<Membership>,
}

impl Reading {
    /// Groups `mentions`, which must be in order and not overlap.
    #[must_use]
    pub fn new(doc: &Document, mentions: Vec<Mention>, same: &[SameAs]) -> Self {
        let entities = entity::group(doc, &mentions, same);
        let mut members = vec![Membership::default(); mentions.len()];
        for (index, entity) in (0..).zip(&entities) {
            for (ordinal, mention) in (0..).zip(&entity.mentions) {
                if let Some(member) = members.get_mut(*mention as usize) {
                    *member = Membership { entity: index, ordinal };
                }
            }
        }
        let quotations = quotation::find(doc, &mentions, &entities);
        Self { mentions, entities, quotations, members }
    }

    /// The mentions that share a byte with `span`, each with its place. O(log n + found).
    pub fn within(&self, span: Span) -> impl Iterator<Item = (&Mention, Membership)> {
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let pairs = self.mentions.iter().zip(self.members.iter().copied()).skip(first);
        pairs.take_while(move |(mention, _)| mention.span.start < span.end)
    }
}
