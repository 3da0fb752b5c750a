//! Who speaks, as an entity: names and descriptions by the entity they are of, `he` and `she` by the only
//! person they can mean.

use rustc_hash::FxHashMap;

use super::Found;
use super::marks::Stretch;
use super::phrase::{Head, Pronoun};
use super::words::Words;
use crate::tag::Label;

/// Sentences before a pronoun in which the person may be named.
const SENTENCES: usize = 2;

/// Gives every quotation its speaker. `found` in order of cues. O(quotations + mentions).
pub(super) fn resolve(words: &Words<'_>, stretches: &[Stretch], found: &mut [Found]) {
    let mut genders: FxHashMap<u32, Pronoun> = honorifics(words);
    let mut last: Option<(usize, u32)> = None;
    for index in 0..found.len() {
        let Some(said) = found.get(index) else { continue };
        let at = said.cue.map_or(said.first, |cue| cue.0);
        let entity = match said.speaker.map(|speaker| speaker.head) {
            Some(Head::Mention(mention)) => words.entity(mention),
            Some(Head::Described(entity)) => Some(entity),
            Some(Head::Pronoun(pronoun)) => {
                let speaker = said.speaker.map_or(at, |speaker| speaker.first);
                let entity = meant(words, stretches, pronoun, speaker, last, &genders);
                if let (Some(entity), Pronoun::Male | Pronoun::Female) = (entity, pronoun) {
                    genders.insert(entity, pronoun);
                }
                entity
            }
            Some(Head::Unnamed) => None,
            None if said.as_before => index.checked_sub(1).and_then(|before| found.get(before)?.entity),
            None => last
                .filter(|(place, _)| said.cue.is_some() && same_sentence(words, *place, at))
                .map(|last| last.1),
        };
        let carried = if said.as_before {
            index.checked_sub(1).and_then(|before| found.get(before)?.cue)
        } else {
            None
        };
        if let Some(said) = found.get_mut(index) {
            said.entity = entity;
            said.cue = said.cue.or(carried);
        }
        // Somebody else spoke since, who has no name here.
        let unnamed = found.get(index).is_some_and(|said| said.speaker.is_some()) && entity.is_none();
        last = entity.map(|entity| (at, entity)).or(last.filter(|_| !unnamed));
    }
}

fn same_sentence(words: &Words<'_>, one: usize, other: usize) -> bool {
    words.sentence_index(one) == words.sentence_index(other)
}

/// What `Mr` and `Mrs` say of the persons they stand before.
fn honorifics(words: &Words<'_>) -> FxHashMap<u32, Pronoun> {
    let mut genders = FxHashMap::default();
    for (number, mention) in words.mentions.iter().enumerate() {
        if mention.label != Label::Person {
            continue;
        }
        let before = words.doc.text.get(..mention.span.start as usize).unwrap_or_default().trim_end();
        let inside = words.doc.slice(mention.span);
        let is = |title: &str| {
            before.ends_with(title)
                || inside.strip_prefix(title).is_some_and(|rest| rest.starts_with([' ', '.']))
        };
        let gender = if ["Mr", "Mr.", "Sir", "King", "Prince"].into_iter().any(is) {
            Pronoun::Male
        } else if ["Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Queen", "Princess"].into_iter().any(is) {
            Pronoun::Female
        } else {
            continue;
        };
        if let Some(entity) = words.entity(number) {
            genders.insert(entity, gender);
        }
    }
    genders
}

/// The entity that a pronoun at `at` means, when only one can be meant: the only one that fits of those
/// named, outside quotation marks, since the last one spoke, or in the sentences before; `last` is the
/// speaker before.
fn meant(
    words: &Words<'_>,
    stretches: &[Stretch],
    pronoun: Pronoun,
    at: usize,
    last: Option<(usize, u32)>,
    genders: &FxHashMap<u32, Pronoun>,
) -> Option<u32> {
    let label = match pronoun {
        Pronoun::Male | Pronoun::Female => Label::Person,
        Pronoun::Thing => Label::Org,
        Pronoun::Other => return None,
    };
    let fits = |entity: &u32| {
        let of_label = words.entities.get(*entity as usize).is_some_and(|entity| entity.label == label);
        let gender = genders.get(entity).copied();
        of_label && (label != Label::Person || gender.is_none_or(|gender| gender == pronoun))
    };
    let sentence = words.sentence_index(at)?;
    let first = words.doc.sentences.get(sentence.saturating_sub(SENTENCES))?.first_token as usize;
    let last = last.filter(|(place, entity)| fits(entity) && follows(words, *place, at));
    let start = last.map_or(first, |(place, _)| place.min(at));
    let mut named: Vec<u32> = last.map(|last| last.1).into_iter().collect();
    for place in start..at {
        let entity = words.mention(place).and_then(|mention| words.entity(mention)).filter(fits);
        if let Some(entity) = entity
            && !named.contains(&entity)
            && !is_quoted(stretches, place)
        {
            named.push(entity);
        }
    }
    match (named.as_slice(), last) {
        ([only], _) => Some(*only),
        // `She added` at the start of the very next sentence.
        ([_, ..], Some((place, entity))) => {
            let next = words.sentence_index(place).is_some_and(|before| before + 1 == sentence);
            (next && words.sentence(at).0 == at).then_some(entity)
        }
        _ => None,
    }
}

/// Whether `place` is in the paragraph of `at` or the one before.
fn follows(words: &Words<'_>, place: usize, at: usize) -> bool {
    let (block, _) = words.block(at);
    place >= block || block.checked_sub(1).is_some_and(|before| words.block(before).0 <= place)
}

fn is_quoted(stretches: &[Stretch], at: usize) -> bool {
    let after = stretches.partition_point(|stretch| stretch.open <= at);
    // A nested stretch that has closed may hide the one around it.
    let near = stretches.get(after.saturating_sub(4)..after).unwrap_or_default();
    near.iter().any(|stretch| stretch.close >= at)
}
