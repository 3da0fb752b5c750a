//! Floor 4: mentions of one thing, grouped.

use crate::document::Document;
use crate::tag::{Label, Mention};

/// One thing that an article speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The type most of its mentions have.
    pub label: Label,
    /// Its fullest name.
    pub name: String,
    /// Other names it goes by in the text, without the canonical one, in order of appearance.
    pub aliases: Vec<String>,
    /// Indices into the mentions it was made from, in text order; never empty.
    pub mentions: Vec<u32>,
}

/// Two mentions that a reader said are the same thing: the canonical name of one, and the other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameAs {
    /// A name the entity goes by.
    pub name: String,
    /// The name of the entity it belongs to.
    pub canonical: String,
}

/// Groups `mentions` into entities, in order of first mention; every mention is in exactly one.
#[must_use]
pub fn group(doc: &Document, mentions: &[Mention], same: &[SameAs]) -> Vec<Entity> {
    let _ = same;
    let mut entities: Vec<Entity> = Vec::new();
    for (index, mention) in (0u32..).zip(mentions) {
        let name = doc.slice(mention.span);
        match entities.iter_mut().find(|entity| entity.name == name) {
            Some(entity) => entity.mentions.push(index),
            None => entities.push(Entity {
                label: mention.label,
                name: name.to_owned(),
                aliases: Vec::new(),
                mentions: vec![index],
            }),
        }
    }
    entities
}
