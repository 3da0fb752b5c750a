//! What the machine makes of an article once the reader's corrections are applied.

use crate::annotation::corrections::{self, PlacedCorrection, SameName};
use crate::annotation::personal::PersonalLexicon;
use crate::document::Document;
use crate::entity::{self, Entity, SameAs};
use crate::quotation::{self, Quotation};
use crate::tag::{Mention, Source};
use crate::text::Span;

/// A mention scored below this counts as unsure.
const SURE: f32 = 0.5;

/// Whether the tagger is not sure of a mention; readers are.
#[must_use]
pub fn is_unsure(mention: &Mention) -> bool {
    mention.source != Source::Reader && mention.score < SURE
}

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
    /// How many of the machine's mentions it scores below one half.
    pub unsure: usize,
}

impl Reading {
    /// Groups `mentions`, which must be in order and not overlap.
    #[must_use]
    pub fn new(doc: &Document, mentions: Vec<Mention>, same: &[SameAs]) -> Self {
        let entities = entity::group(doc, &mentions, same);
        let quotations = quotation::find(doc, &mentions, &entities);
        Self::of_parts(mentions, entities, quotations)
    }

    /// The machine's mentions by what was taught, then by the corrections, grouped.
    #[must_use]
    pub fn corrected(
        doc: &Document,
        machine: &[Mention],
        lexicon: &PersonalLexicon,
        made: &[PlacedCorrection],
    ) -> Self {
        let corrected = corrections::apply(doc, &lexicon.apply(doc, machine), made);
        let same = corrected.same.into_iter().map(|SameName { name, canonical, here }| SameAs {
            name,
            canonical,
            here,
        });
        Self::new(doc, corrected.mentions, &same.collect::<Vec<_>>())
    }

    /// Of what was grouped before: every entity's mentions must be among `mentions`.
    #[must_use]
    pub fn of_parts(mentions: Vec<Mention>, entities: Vec<Entity>, quotations: Vec<Quotation>) -> Self {
        let mut members = vec![Membership::default(); mentions.len()];
        for (index, entity) in (0..).zip(&entities) {
            for (ordinal, mention) in (0..).zip(&entity.mentions) {
                if let Some(member) = members.get_mut(*mention as usize) {
                    *member = Membership { entity: index, ordinal };
                }
            }
        }
        let unsure = mentions.iter().filter(|mention| is_unsure(mention)).count();
        Self { mentions, entities, quotations, members, unsure }
    }

    /// The mentions that share a byte with `span`, each with its place. O(log n + found).
    pub fn within(&self, span: Span) -> impl Iterator<Item = (&Mention, Membership)> {
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let pairs = self.mentions.iter().zip(self.members.iter().copied()).skip(first);
        pairs.take_while(move |(mention, _)| mention.span.start < span.end)
    }
}
