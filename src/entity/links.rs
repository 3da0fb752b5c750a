//! What two entities have to do with each other though they are not one: a people with its country, a
//! capital with the country it may stand for.

use rustc_hash::FxHashMap;

use super::Entity;
use crate::document::Document;
use crate::lexicon::places::PlaceKind;
use crate::tag::{Label, Mention};

/// How an entity is tied to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// The other is the country of this people.
    Country,
    /// The other is the people of this country.
    People,
    /// The other is the country whose government this capital's name may stand for: to be offered to the
    /// reader, never taken for granted.
    MayStandFor,
}

/// A tie from one entity to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is.
    pub kind: LinkKind,
    /// Index of the other entity.
    pub entity: u32,
}

/// Ties the entities whose countries are known. O(entities + mentions).
pub(super) fn tie(doc: &Document, mentions: &[Mention], entities: &mut [Entity]) {
    let mut countries: FxHashMap<[u8; 2], u32> = FxHashMap::default();
    for (number, entity) in (0u32..).zip(entities.iter()) {
        let country = entity.place.as_ref().and_then(|place| place.country());
        if let Some(country) = country.filter(|_| entity.label == Label::Gpe) {
            countries.entry(country).or_insert(number);
        }
    }
    let mut peoples: Vec<(u32, u32)> = Vec::new();
    for (number, entity) in (0u32..).zip(entities.iter_mut()) {
        let Some(place) = entity.place.as_ref().and_then(|place| place.candidates.first()).copied() else {
            continue;
        };
        let Some(country) = countries.get(&place.country).copied().filter(|country| *country != number)
        else {
            continue;
        };
        match entity.label {
            Label::Norp => {
                entity.links.push(Link { kind: LinkKind::Country, entity: country });
                peoples.push((country, number));
            }
            Label::Gpe
                if place.kind == PlaceKind::City
                    && place.capital
                    && acts(doc, mentions, &entity.mentions) =>
            {
                entity.links.push(Link { kind: LinkKind::MayStandFor, entity: country });
            }
            _ => {}
        }
    }
    for (country, people) in peoples {
        if let Some(entity) = entities.get_mut(country as usize) {
            entity.links.push(Link { kind: LinkKind::People, entity: people });
        }
    }
}

/// Whether a city is named somewhere as who acts or is dealt with, not as where something is.
fn acts(doc: &Document, mentions: &[Mention], own: &[u32]) -> bool {
    const WHERE: [&str; 16] = [
        "in", "at", "near", "outside", "from", "to", "around", "across", "of", "into", "through", "city",
        "capital", "central", "downtown", "leave",
    ];
    let spans = own.iter().filter_map(|mention| mentions.get(*mention as usize)).map(|mention| mention.span);
    spans.into_iter().any(|span| {
        let before = doc.text.get(..span.start as usize).unwrap_or_default().trim_end();
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let after = doc.text.get(span.end as usize..).unwrap_or_default();
        // `Beijing, China` and `Beijing-based` say where.
        let container = after.strip_prefix(", ").is_some_and(|after| after.starts_with(char::is_uppercase));
        let named = container
            || after.starts_with(['-', '–', '\n'])
            || before.is_empty()
            || before.ends_with(['.', '\n']);
        !named && !WHERE.iter().any(|place| place.eq_ignore_ascii_case(word))
    })
}
