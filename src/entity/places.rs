//! Where places are. A name that means one place is there; one that means several is where the article's
//! other names say, and open where they do not: how large a place is says only which candidate stands first.

use rustc_hash::FxHashMap;

use super::Entity;
use crate::document::Document;
use crate::lexicon::places::{Place, PlaceKind, places};
use crate::order;
use crate::tag::{Label, Mention};

/// Where an entity is, or may be; for a people, the country it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    /// The places its name may mean, the one meant or the likeliest first; never empty.
    pub candidates: Vec<Place>,
    /// Whether the first is meant.
    pub certain: bool,
}

impl Whereabouts {
    /// The place, when it is certain.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.candidates.first().filter(|_| self.certain)
    }

    /// The country it is, when it is certainly one.
    #[must_use]
    pub fn country(&self) -> Option<[u8; 2]> {
        self.place().filter(|place| place.kind == PlaceKind::Country).map(|place| place.country)
    }
}

impl Whereabouts {
    /// The country it is or lies in, when all candidates agree on it.
    #[must_use]
    pub fn within(&self) -> Option<[u8; 2]> {
        let mut countries = self.place().map_or(self.candidates.as_slice(), std::slice::from_ref).iter();
        let first = countries.next()?.country;
        countries.all(|place| place.country == first).then_some(first)
    }
}

/// The country that a word for a people belongs to.
pub(super) fn country_of_people(word: &str) -> Option<[u8; 2]> {
    places().country_of_demonym(word).map(|place| place.country)
}

/// The country of that name.
pub(super) fn country_named(name: &str) -> Option<[u8; 2]> {
    places().find(name).first().filter(|place| place.kind == PlaceKind::Country).map(|place| place.country)
}

/// Finds where the entities are. O(mentions).
pub(super) fn locate(doc: &Document, mentions: &[Mention], entities: &mut [Entity]) {
    for entity in entities.iter_mut() {
        entity.place = candidates(entity);
    }
    let contained = contained(doc, mentions, entities);
    let mut countries: FxHashMap<[u8; 2], u32> = FxHashMap::default();
    for place in entities.iter().filter_map(|entity| entity.place.as_ref()?.place()) {
        *countries.entry(place.country).or_default() += 1;
    }
    for (number, entity) in (0u32..).zip(entities.iter_mut()) {
        let Some(place) = entity.place.as_mut() else { continue };
        let inside = contained.get(&number).copied();
        if place.certain {
            // `Paris, Texas` is none of the places known by that name.
            place.certain =
                inside.is_none_or(|inside| place.candidates.iter().any(|at| at.country == inside));
            continue;
        }
        // A country that is also a state elsewhere: other countries say nothing about it.
        let open = place.candidates.iter().any(|candidate| candidate.kind == PlaceKind::Country);
        let fits = |candidate: &Place| match inside {
            Some(country) => candidate.country == country && candidate.kind != PlaceKind::Country,
            None => !open && countries.contains_key(&candidate.country),
        };
        // What fits first, each part in its order.
        order::by_key(&mut place.candidates, |candidate| !fits(candidate));
        place.certain = place.candidates.iter().filter(|candidate| fits(candidate)).count() == 1;
    }
}

/// What the entity's names may mean, by the first of them that is known.
fn candidates(entity: &Entity) -> Option<Whereabouts> {
    let mut names = std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str));
    match entity.label {
        Label::Gpe | Label::Loc => {
            let found = names.map(|name| places().find(name)).find(|found| !found.is_empty())?;
            // A country stands above the towns of its name.
            let country = found.first().is_some_and(|place| place.kind == PlaceKind::Country);
            let rival = found.iter().any(|place| {
                place.kind == PlaceKind::State
                    && found.first().is_none_or(|first| first.country != place.country)
            });
            let certain = found.len() == 1 || country && !rival;
            let kept = if country && certain { found.get(..1).unwrap_or(found) } else { found };
            Some(Whereabouts { candidates: kept.to_vec(), certain })
        }
        Label::Norp => {
            let place = names.find_map(|name| places().country_of_demonym(name))?;
            Some(Whereabouts { candidates: vec![*place], certain: true })
        }
        _ => None,
    }
}

/// Countries of entities that the text places (`Irving, Texas`), where it does so in one way.
fn contained(doc: &Document, mentions: &[Mention], entities: &[Entity]) -> FxHashMap<u32, [u8; 2]> {
    let mut entity_of = vec![0u32; mentions.len()];
    for (number, entity) in (0u32..).zip(entities) {
        for mention in &entity.mentions {
            if let Some(slot) = entity_of.get_mut(*mention as usize) {
                *slot = number;
            }
        }
    }
    let place = |number: u32| entities.get(number as usize).and_then(|entity| entity.place.as_ref());
    let mut found: FxHashMap<u32, [u8; 2]> = FxHashMap::default();
    let mut torn: Vec<u32> = Vec::new();
    for (pair, numbers) in mentions.windows(2).zip(entity_of.windows(2)) {
        let ([inner, outer], [of_inner, of_outer]) = (pair, numbers) else { continue };
        let is_city =
            |place: &Whereabouts| place.candidates.iter().any(|place| place.kind == PlaceKind::City);
        let sure = place(*of_inner).is_some_and(|place| place.certain);
        if !place(*of_inner).is_some_and(is_city)
            || doc.text.get(inner.span.end as usize..outer.span.start as usize) != Some(", ")
        {
            continue;
        }
        // `Seoul, Beijing and Paris` is a list of cities.
        let holds = |kind: PlaceKind| kind == PlaceKind::State || kind == PlaceKind::Country && !sure;
        let around = place(*of_outer).filter(|place| place.candidates.iter().any(|place| holds(place.kind)));
        let Some(country) = around.and_then(|place| place.candidates.first()).map(|place| place.country)
        else {
            continue;
        };
        if found.insert(*of_inner, country).is_some_and(|before| before != country) {
            torn.push(*of_inner);
        }
    }
    found.retain(|number, _| !torn.contains(number));
    found
}
