use std::ops::Range;

use super::candidates::{Place, Searched};
use super::decide::{self, Decision, decide};
use super::old::{Mapped, Old, Passage};
use super::query::{self, Query};
use super::result::{Anchoring, Candidate, MOST_CANDIDATES, OrphanReason};
use super::settled;
use crate::annotation::Selector;
use crate::document::Document;
use crate::text::{Folded, TextHash};

/// What is known of the text that the selectors were made on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved<'a> {
    /// Nothing.
    #[default]
    Unknown,
    /// Its hash: whether it is the same text.
    Hash(TextHash),
    /// The text itself: where each of its places went.
    Text(&'a str),
}

/// Finds what `selectors` (which all mean one passage) mean in `doc`: [`resolve_all`] for one.
#[must_use]
pub fn resolve(doc: &Document, selectors: &[Selector]) -> Anchoring {
    let all = resolve_all(doc, Saved::Unknown, [selectors]);
    all.into_iter().next().unwrap_or(Anchoring::Orphan(OrphanReason::NoSelector))
}

/// Finds what each of `targets` (whose selectors all mean one passage) means in `doc`. Those that the text
/// did not move cost O(log n) each. For the others the text is read once (O(n)); then each costs what its
/// rarer words do, and one of which little is left up to O(n).
#[must_use]
pub fn resolve_all<'a>(
    doc: &Document,
    saved: Saved<'_>,
    targets: impl IntoIterator<Item = &'a [Selector]>,
) -> Vec<Anchoring> {
    let targets: Vec<&[Selector]> = targets.into_iter().collect();
    let same = match saved {
        Saved::Unknown => None,
        Saved::Hash(hash) => Some(hash == TextHash::new(&doc.text)),
        Saved::Text(text) => Some(text == &*doc.text),
    };
    let old = if let (Saved::Text(text), Some(false)) = (saved, same) { Some(text) } else { None };
    let mut answers: Vec<Option<Anchoring>> =
        targets.iter().map(|selectors| settled::settle(doc, selectors, same, old.is_some())).collect();
    if answers.iter().any(Option::is_none) {
        let folded = Folded::new(&doc.text);
        let old = match old {
            Some(text) => Old::whole(text, &folded),
            None => Old::pieced(targets.iter().filter_map(|selectors| query::described(selectors)), &folded),
        };
        let mut search =
            Search { doc, searched: Searched::new(&folded), old, cases: Vec::new(), budget: BUDGET };
        let open = targets.iter().zip(&answers).enumerate().filter(|(_, (_, answer))| answer.is_none());
        search.cases =
            open.filter_map(|(index, (selectors, _))| Case::new(index, selectors, &search.old)).collect();
        for (index, answer) in search.run() {
            answers.get_mut(index).into_iter().for_each(|slot| *slot = Some(answer.clone()));
        }
    }
    answers.into_iter().map(|answer| answer.unwrap_or(Anchoring::Orphan(OrphanReason::NoSelector))).collect()
}

/// One annotation that is looked for.
struct Case<'a> {
    /// Its place among the targets.
    index: usize,
    query: Query<'a>,
    /// Where its words are in what is known of the old text.
    passage: Option<Passage>,
    /// Where the trail leads it.
    mapped: Option<Mapped>,
    places: Vec<Place>,
    decision: Decision,
}

impl<'a> Case<'a> {
    fn new(index: usize, selectors: &'a [Selector], old: &Old) -> Option<Self> {
        let (quote, position) = query::parts(selectors);
        let query = Query::new(quote?, position);
        let passage = old.passage(&query);
        let mapped = passage.as_ref().and_then(|passage| old.mapped(passage));
        Some(Self { index, query, passage, mapped, places: Vec::new(), decision: Decision::Nowhere })
    }

    fn is_open(&self) -> bool {
        !matches!(self.decision, Decision::Taken(_))
    }
}

struct Search<'a> {
    doc: &'a Document,
    searched: Searched<'a>,
    old: Old,
    cases: Vec<Case<'a>>,
    /// Characters that may still be compared one by one over the whole text.
    budget: usize,
}

/// Most bits that either side of what surrounded a passage counts.
const MOST_NEAR: f32 = 30.0;

/// Characters, for all annotations together, that are compared one by one where nothing else is left:
/// some hundreds of quotations in a text of 200 KB, well under a second.
const BUDGET: usize = 120_000_000;

impl Search<'_> {
    fn run(mut self) -> Vec<(usize, Anchoring)> {
        for at in 0..self.cases.len() {
            self.first_look(at);
        }
        for at in 0..self.cases.len() {
            self.look_everywhere(at);
        }
        self.judge();
        self.cases.iter().map(|case| (case.index, self.answer(case))).collect()
    }

    /// The place that the words around it lead to, the copies, and what the parts of the quotation point to.
    fn first_look(&mut self, at: usize) {
        let Some(case) = self.cases.get(at) else { return };
        let query = &case.query;
        let mut places = Vec::new();
        let mapped = &case.mapped;
        if let Some(mapped) = mapped {
            if mapped.torn || mapped.certain == (true, true) {
                places.push(Place { refined: true, ..self.searched.spread(query, mapped.range.clone()) });
            } else if mapped.range.len() <= 2 * query.length() + 16 {
                places.push(self.searched.spread(query, mapped.range.clone()));
            } else {
                places.extend(self.searched.within(query, mapped.range.clone()));
            }
        }
        if query.length() > 0 {
            let copies = self.searched.copies(query);
            let rivals = self.rivals(case);
            let is_only = rivals.is_empty()
                && (copies.len() <= 1 || self.old.is_whole)
                && places.first().is_some_and(|place| place.errors == 0);
            if is_only && mapped.as_ref().is_some_and(|mapped| mapped.embedded) {
                // It and its neighbours are among what stayed.
                if let Some(case) = self.cases.get_mut(at) {
                    (case.places, case.decision) = (places, Decision::Taken(f32::MAX));
                }
                return;
            }
            places.extend(copies);
            let whole = |place: &Place| place.errors == 0 && place.evidence.share >= 1.0;
            let is_torn = case.mapped.as_ref().is_some_and(|mapped| mapped.torn);
            if !(is_torn || places.iter().any(whole)) {
                let seeded = self.searched.seeded(query, &places);
                places.extend(seeded);
            } else {
                // A copy that is whole may be of an original that was changed.
                places.extend(rivals.into_iter().filter_map(|window| self.searched.within(query, window)));
            }
        }
        self.settle(at, places);
    }

    /// Stretches, other than where it went, where much of a passage stands.
    fn rivals(&self, case: &Case<'_>) -> Vec<Range<usize>> {
        let slack = 8 + case.query.length() / 8;
        let wider = |range: Range<usize>| {
            range.start.saturating_sub(slack)..(range.end + slack).min(self.searched.text.len())
        };
        let went = case.passage.as_ref().zip(case.mapped.as_ref());
        let rivals = went.map(|(passage, mapped)| self.old.rivals(passage, &mapped.range));
        rivals.unwrap_or_default().into_iter().map(wider).collect()
    }

    /// For what has no place yet: all over the text, and then as well as its parts can be put together.
    fn look_everywhere(&mut self, at: usize) {
        let is_torn = |case: &Case<'_>| case.mapped.as_ref().is_some_and(|mapped| mapped.torn);
        let Some(case) = self.cases.get(at).filter(|case| case.is_open() && !is_torn(case)) else { return };
        let length = case.query.length();
        let cost = self.searched.text.len() * length.div_ceil(64);
        if length < 8 || cost > self.budget {
            return;
        }
        self.budget -= cost;
        let mut places = case.places.clone();
        places.extend(self.searched.anywhere(&case.query, length * 2 / 5));
        self.settle(at, places);
    }

    /// Decides for good about those of which it is known what stood round them.
    fn judge(&mut self) {
        for case in self.cases.iter_mut().filter(|case| case.passage.is_some()) {
            case.decision = decide::finally(&case.query, &case.places, case.decision);
        }
    }

    fn settle(&mut self, at: usize, places: Vec<Place>) {
        let Some(case) = self.cases.get(at) else { return };
        let close = |place: Place| {
            let place = self.searched.refined(&case.query, place);
            let Some(passage) = &case.passage else { return place };
            let around = self.old.around(passage, &place.range);
            let on_trail = case.mapped.as_ref().filter(|mapped| place.is_same(&mapped.range));
            // What was torn apart is not where the trail found no part of it.
            let elsewhere = match (&case.mapped, on_trail) {
                (Some(mapped), None) if mapped.torn => 1.0,
                (_, on_trail) => on_trail.map_or(0.0, |mapped| mapped.elsewhere),
            };
            Place {
                elsewhere,
                contested: place.contested
                    || decide::has_grown(&case.query, &place)
                        && on_trail.is_some_and(|mapped| place.range == mapped.range),
                around,
                nearness: around.0.min(MOST_NEAR) + around.1.min(MOST_NEAR),
                words: self.old.kept(passage, &place.range),
                is_on_trail: on_trail.is_some(),
                ..place
            }
        };
        let mut places: Vec<Place> = places.into_iter().map(close).collect();
        let decision = decide(&case.query, &mut places, self.searched.doubt());
        if let Some(case) = self.cases.get_mut(at) {
            (case.places, case.decision) = (places, decision);
        }
    }

    fn answer(&self, case: &Case<'_>) -> Anchoring {
        let query = &case.query;
        let quote = &query.selector.exact;
        let candidate = |place: &Place| {
            let span = settled::literal(&self.doc.text, self.searched.text.span(place.range.clone()), query);
            Candidate { span, score: place.evidence.share.clamp(0.0, 1.0) }
        };
        if query.length() == 0 {
            return settled::without_letters(self.doc, query);
        }
        let places = case.places.iter().map(candidate);
        match (case.decision, places.clone().next()) {
            (Decision::Taken(_), Some(Candidate { span, score })) => {
                let text = self.doc.slice(span);
                let is_there = text == quote && settled::is_where_it_was(self.doc, query, span, score);
                if is_there { Anchoring::Exact(span) } else { Anchoring::Moved { span, score } }
            }
            (Decision::Open, Some(_)) => Anchoring::Ambiguous(places.take(MOST_CANDIDATES).collect()),
            _ => Anchoring::Orphan(OrphanReason::QuoteNotFound),
        }
    }
}
