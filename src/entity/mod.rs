//! Floor 4: mentions of one thing, grouped.
//!
//! Invariant: every mention is in exactly one entity; entities stand in order of their first mention;
//! names of different kinds (the country South Korea, the people South Koreans) are never one entity
//! unless the reader says so, or the text by an abbreviation in brackets.

mod aliases;
mod descriptions;
mod key;
mod links;
mod people;
mod places;
mod sets;
mod shorter;
mod titles;

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::tag::{Label, Mention};
use crate::text::Span;

pub use links::{Link, LinkKind};
pub use places::Whereabouts;

use key::Key;
use sets::Sets;

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
    /// Where the text speaks of it without its name (`the Chinese president`), in text order.
    pub descriptions: Vec<Span>,
    /// What it has to do with other entities.
    pub links: Vec<Link>,
    /// Where it is, for a place; the country of a people.
    pub place: Option<Whereabouts>,
}

/// Two mentions that a reader said are the same thing: the canonical name of one, and the other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameAs {
    /// A name the entity goes by.
    pub name: String,
    /// The name of the entity it belongs to.
    pub canonical: String,
    /// The one mention that it goes for, where it does not go for the name wherever it stands.
    pub here: Option<Span>,
}

/// Groups `mentions` into entities, in order of first mention; every mention is in exactly one.
///
/// Names group by their text (case, articles and full stops aside), by listed aliases, by abbreviations
/// that the text explains, and, for persons, by their parts; values by what they come to. What the reader
/// said (`same`) applies last, in order. Near-linear in the number of mentions.
#[must_use]
pub fn group(doc: &Document, mentions: &[Mention], same: &[SameAs]) -> Vec<Entity> {
    let mut draft = Draft::new(doc, mentions);
    aliases::join(&mut draft);
    shorter::join(&mut draft);
    aliases::join_initials(&mut draft);
    people::join(&mut draft);
    let described = descriptions::find(&mut draft);
    let names = draft.same(same);
    let mut entities = draft.entities(&names, &described);
    places::locate(doc, mentions, &mut entities);
    links::tie(doc, mentions, &mut entities);
    entities
}

/// The grouping while it is made: every distinct name is a node, every mention belongs to a node, and
/// nodes are joined.
struct Draft<'a> {
    doc: &'a Document,
    mentions: &'a [Mention],
    /// What each node is called.
    keys: Vec<Key>,
    nodes: FxHashMap<Key, usize>,
    /// The node of each mention.
    node_of: Vec<usize>,
    sets: Sets,
}

impl<'a> Draft<'a> {
    fn new(doc: &'a Document, mentions: &'a [Mention]) -> Self {
        let mut draft = Self {
            doc,
            mentions,
            keys: Vec::new(),
            nodes: FxHashMap::default(),
            node_of: Vec::with_capacity(mentions.len()),
            sets: Sets::default(),
        };
        // Most mentions repeat a text: it is folded once.
        let mut seen: FxHashMap<(Label, &str), usize> = FxHashMap::default();
        for mention in mentions {
            let text = doc.slice(mention.span);
            let known = if mention.value.is_none() { seen.get(&(mention.label, text)) } else { None };
            let node = known.copied().unwrap_or_else(|| draft.add(Key::of(mention, text)));
            if known.is_none() && mention.value.is_none() {
                seen.insert((mention.label, text), node);
            }
            draft.node_of.push(node);
        }
        draft
    }

    /// The node of a key, new or not.
    fn add(&mut self, key: Key) -> usize {
        *self.nodes.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            self.sets.add()
        })
    }

    /// Joins what the reader said is the same; the names that the reader chose, by set.
    fn same(&mut self, same: &[SameAs]) -> FxHashMap<usize, String> {
        if same.is_empty() {
            return FxHashMap::default();
        }
        let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
        for (mention, node) in self.mentions.iter().zip(&self.node_of) {
            by_name.entry(key::fold(self.doc.slice(mention.span))).or_insert(*node);
        }
        let mut chosen = Vec::new();
        for SameAs { name, canonical, here } in same {
            let node = match here {
                Some(span) => self.part(*span),
                None => by_name.get(&key::fold(name)).copied(),
            };
            let Some(node) = node else { continue };
            match by_name.get(&key::fold(canonical)) {
                Some(other) => self.sets.join(node, *other),
                None => drop(by_name.insert(key::fold(canonical), node)),
            }
            chosen.push((node, canonical.clone()));
        }
        chosen.into_iter().map(|(node, name)| (self.sets.root(node), name)).collect()
    }

    /// Takes the mention of exactly `span` out of its set; the node that it alone has then.
    fn part(&mut self, span: Span) -> Option<usize> {
        let at = self.mentions.binary_search_by_key(&span, |mention| mention.span).ok()?;
        let slot = self.node_of.get_mut(at)?;
        self.keys.push(self.keys.get(*slot)?.clone());
        *slot = self.sets.add();
        Some(*slot)
    }

    /// The text of a token; empty where there is none.
    fn text(&self, token: usize) -> &'a str {
        self.doc.tokens.get(token).map_or("", |token| self.doc.slice(token.span()))
    }

    fn entities(mut self, names: &FxHashMap<usize, String>, described: &[(usize, Span)]) -> Vec<Entity> {
        let mut order: FxHashMap<usize, usize> = FxHashMap::default();
        let mut members: Vec<(usize, Vec<u32>)> = Vec::new();
        for (index, node) in (0u32..).zip(&self.node_of) {
            let root = self.sets.root(*node);
            let place = *order.entry(root).or_insert(members.len());
            match members.get_mut(place) {
                Some((_, mentions)) => mentions.push(index),
                None => members.push((root, vec![index])),
            }
        }
        let made = members.into_iter().map(|(root, mentions)| self.entity(names.get(&root), mentions));
        let mut entities: Vec<Entity> = made.collect();
        for (node, span) in described {
            let place = order.get(&self.sets.root(*node)).copied();
            if let Some(entity) = place.and_then(|place| entities.get_mut(place)) {
                entity.descriptions.push(*span);
            }
        }
        entities
    }

    fn entity(&self, chosen: Option<&String>, mentions: Vec<u32>) -> Entity {
        let alone = mentions.len() == 1;
        let mut surfaces: Vec<(&str, u32)> = Vec::new();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut labels: Vec<(Label, u32)> = Vec::new();
        for mention in mentions.iter().filter_map(|index| self.mentions.get(*index as usize)) {
            let surface = key::surface(self.doc.slice(mention.span), mention.label);
            match places.get(surface).and_then(|place| surfaces.get_mut(*place)) {
                Some((_, count)) => *count += 1,
                None => {
                    // Most entities have one mention, which needs no table.
                    if !alone {
                        places.insert(surface, surfaces.len());
                    }
                    surfaces.push((surface, 1));
                }
            }
            match labels.iter_mut().find(|(label, _)| *label == mention.label) {
                Some((_, count)) => *count += 1,
                None => labels.push((mention.label, 1)),
            }
        }
        let most = labels.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
        let label = most.map_or(Label::Org, |(label, _)| label);
        let name = chosen.cloned().unwrap_or_else(|| key::fullest(&surfaces, label).to_owned());
        let others = surfaces.iter().map(|(surface, _)| *surface).filter(|surface| *surface != name);
        let aliases = others.map(str::to_owned).collect();
        let (descriptions, links, place) = <_>::default();
        Entity { label, name, aliases, mentions, descriptions, links, place }
    }
}
