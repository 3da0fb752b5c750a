//! Short forms of names that are no persons': `Harvard` for `Harvard University`, `Red Sox` for `Boston
//! Red Sox`, `the Airport` for the only airport that is named.

use rustc_hash::FxHashMap;

use crate::lexicon::gazetteer::{Classes, gazetteer};
use crate::order;
use crate::tag::Label;

use super::Draft;
use super::key::Kind;

/// Longer names have no short forms worth guessing.
const MOST_WORDS: usize = 8;

/// Words that say what a place is.
const KINDS_OF_PLACE: &[&str] = &[
    "airport",
    "arena",
    "bridge",
    "building",
    "cathedral",
    "center",
    "centre",
    "church",
    "gallery",
    "garden",
    "hall",
    "harbor",
    "harbour",
    "hotel",
    "house",
    "island",
    "islands",
    "lake",
    "library",
    "lodge",
    "mosque",
    "museum",
    "palace",
    "park",
    "peninsula",
    "prison",
    "river",
    "school",
    "square",
    "stadium",
    "station",
    "strait",
    "street",
    "synagogue",
    "temple",
    "theater",
    "theatre",
    "tower",
    "university",
    "valley",
    "zoo",
];

/// Words after a place's name that leave it the same place.
const SAME_PLACE: &[&str] = &["city", "island", "islands"];

/// Words at the end of an organisation's name that are left out of it.
const KINDS_OF_ORGANISATION: &[&str] = &[
    "university",
    "college",
    "school",
    "institute",
    "institution",
    "academy",
    "airlines",
    "airways",
    "air",
    "corporation",
    "company",
    "companies",
    "group",
    "holdings",
    "industries",
    "motor",
    "motors",
    "bank",
    "foundation",
    "technologies",
    "systems",
    "international",
    "entertainment",
    "pictures",
    "studios",
    "magazine",
    "newspaper",
    "news",
    "agency",
    "association",
    "council",
    "club",
    "fc",
    "sc",
    "party",
    "movement",
    "museum",
    "hospital",
    "records",
    "energy",
    "partners",
    "capital",
    "petroleum",
    "electronics",
];

/// Countries and states whose city of that name is another place.
const NOT_THEIR_CITY: &[&str] = &[
    "mexico",
    "kuwait",
    "panama",
    "guatemala",
    "gaza",
    "quebec",
    "oklahoma",
    "kansas",
    "belize",
    "iowa",
    "benin",
    "salt lake",
];

/// Joins a short form to the one longer name of its kind that begins or ends with it. O(names).
pub(super) fn join(draft: &mut Draft<'_>) {
    let mut order: Vec<usize> = (0..draft.keys.len()).filter(|node| takes_part(draft, *node)).collect();
    order::by_key(&mut order, |node| {
        std::cmp::Reverse(draft.keys.get(*node).map(|key| word_count(&key.text)))
    });
    let mut affixes: FxHashMap<(Kind, &str), Vec<usize>> = FxHashMap::default();
    let keys = std::mem::take(&mut draft.keys);
    for node in order {
        let Some(key) = keys.get(node) else { continue };
        if let Some(longer) = affixes.get(&(key.kind, key.text.as_str()))
            && may_stand_alone(key.kind, &key.text)
        {
            let mut roots: Vec<usize> = longer.iter().map(|node| draft.sets.root(*node)).collect();
            roots.dedup();
            if let [only] = roots.as_slice() {
                draft.sets.join(node, *only);
            }
        }
        for affix in affixes_of(key.kind, &key.text) {
            affixes.entry((key.kind, affix)).or_default().push(node);
        }
    }
    draft.keys = keys;
}

fn takes_part(draft: &Draft<'_>, node: usize) -> bool {
    draft.keys.get(node).is_some_and(|key| match key.kind {
        Kind::Place => true,
        Kind::Of(label) => {
            label.is_name()
                && !matches!(label, Label::Person | Label::Norp | Label::Language)
                && word_count(&key.text) <= MOST_WORDS
        }
    })
}

fn word_count(text: &str) -> usize {
    text.split(' ').count()
}

/// A country's or a people's name is itself, not the bank that begins with it.
fn may_stand_alone(kind: Kind, text: &str) -> bool {
    kind == Kind::Place || text.contains(' ') || !is_listed_place(text)
}

/// Whether a folded name is a listed place or people.
fn is_listed_place(text: &str) -> bool {
    let places = Classes::COUNTRY | Classes::CITY | Classes::REGION | Classes::NATURAL | Classes::NORP;
    let words = text.split(' ').count();
    let found = gazetteer().find(text.split(' ')).filter(|found| found.words == words);
    // A surname that is a small town's name too is no place for this.
    found.is_some_and(|found| found.classes.has(places) && !found.classes.has(Classes::SURNAME))
}

/// What a folded name may be cut down to.
fn affixes_of(kind: Kind, text: &str) -> Vec<&str> {
    match kind {
        Kind::Place => place_affixes(text).into_iter().flatten().collect(),
        Kind::Of(label) => {
            let cuts = text.match_indices(' ').map(|(at, _)| at);
            let pairs = cuts.filter_map(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
            let kept =
                pairs.flat_map(|(start, end)| [stands_before(end).then_some(start), ending(start, end)]);
            // One word of a title or a law (`Energy`) is most often only that word.
            let words = |short: &&str| short.contains(' ') || !matches!(label, Label::WorkOfArt | Label::Law);
            kept.flatten().filter(words).collect()
        }
    }
}

/// Whether `rest` only says what sort of thing the name before it is.
fn stands_before(rest: &str) -> bool {
    let last = rest.rsplit(' ').next().unwrap_or(rest);
    rest.starts_with("of ") || word_count(rest) <= 2 && KINDS_OF_ORGANISATION.contains(&last)
}

/// `end` where it is a name without `start`.
fn ending<'a>(start: &str, end: &'a str) -> Option<&'a str> {
    const JOINS: [&str; 8] = ["of", "for", "in", "at", "and", "the", "to", "from"];
    let (before, after) = (start.rsplit(' ').next()?, end.split(' ').next()?);
    let whole = !JOINS.contains(&after) && (!JOINS.contains(&before) || before == "of" && !end.contains(' '));
    whole.then_some(end)
}

/// Places are cut with care: `York` is not `New York`.
fn place_affixes(text: &str) -> [Option<&str>; 2] {
    let Some((before, last)) = text.rsplit_once(' ') else { return [None; 2] };
    let kind = KINDS_OF_PLACE.contains(&last).then_some(last);
    let same = SAME_PLACE.contains(&last)
        && if last == "city" { !NOT_THEIR_CITY.contains(&before) } else { !is_listed_place(before) };
    let named = same.then_some(before).or_else(|| text.strip_prefix("city of "));
    [kind, named]
}
