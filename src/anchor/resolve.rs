use super::candidates::{Place, Searched};
use super::decide::{self, Decision, decide};
use super::evidence::number;
use super::order::{Expectation, Known};
use super::query::{self, Query};
use super::result::{Anchoring, Candidate, MOST_CANDIDATES, OrphanReason};
use super::settled;
use crate::annotation::Selector;
use crate::document::Document;
use crate::matching::diff::{Mapped, Mapping};
use crate::text::{Folded, OffsetMap, TextHash, Unit};

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
        let mut search = Search::new(doc, &folded, old);
        let open = targets.iter().zip(&answers).enumerate().filter(|(_, (_, answer))| answer.is_none());
        search.cases = open.filter_map(|(index, (selectors, _))| Case::new(index, selectors)).collect();
        search.note_settled(&targets, &answers);
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
    places: Vec<Place>,
    decision: Decision,
}

impl<'a> Case<'a> {
    fn new(index: usize, selectors: &'a [Selector]) -> Option<Self> {
        let (quote, position) = query::parts(selectors);
        let query = Query::new(quote?, position);
        Some(Self { index, query, places: Vec::new(), decision: Decision::Nowhere })
    }

    fn old_start(&self) -> Option<usize> {
        self.query.position.map(|position| position.start as usize)
    }

    fn is_open(&self) -> bool {
        !matches!(self.decision, Decision::Taken(_))
    }
}

/// The text that was saved, and how it maps to the present one.
struct Old<'a> {
    text: &'a str,
    folded: Folded,
    offsets: OffsetMap,
    mapping: Mapping,
}

struct Search<'a> {
    doc: &'a Document,
    searched: Searched<'a>,
    old: Option<Old<'a>>,
    cases: Vec<Case<'a>>,
    known: Vec<Known>,
    /// How many passages needed no search.
    settled: usize,
    /// Characters that may still be compared one by one over the whole text.
    budget: usize,
}

/// Characters, for all annotations together, that are compared one by one where nothing else is left:
/// some hundreds of quotations in a text of 200 KB, well under a second.
const BUDGET: usize = 120_000_000;

impl<'a> Search<'a> {
    fn new(doc: &'a Document, folded: &'a Folded, old: Option<&'a str>) -> Self {
        let old = old.map(|text| {
            let old = Folded::new(text);
            let mapping = Mapping::new(&old.chars, &folded.chars);
            Old { text, folded: old, offsets: OffsetMap::new(text), mapping }
        });
        let searched = Searched::new(folded);
        Self { doc, searched, old, cases: Vec::new(), known: Vec::new(), settled: 0, budget: BUDGET }
    }

    fn run(mut self) -> Vec<(usize, Anchoring)> {
        for at in 0..self.cases.len() {
            self.first_look(at);
        }
        // Twice, because those placed by their neighbours are neighbours themselves.
        for _ in 0..2 {
            self.note_known();
            for at in 0..self.cases.len() {
                self.look_among_neighbours(at);
            }
        }
        for at in 0..self.cases.len() {
            self.look_everywhere(at);
        }
        self.judge();
        self.cases.iter().map(|case| (case.index, self.answer(case))).collect()
    }

    /// Those that stand where they stood are neighbours to the others.
    fn note_settled(&mut self, targets: &[&[Selector]], answers: &[Option<Anchoring>]) {
        for (index, (selectors, answer)) in targets.iter().zip(answers).enumerate() {
            let (Some(Anchoring::Exact(span)), (_, Some(position))) = (answer, query::parts(selectors))
            else {
                continue;
            };
            self.settled += 1;
            let new = self.code_point(span.start);
            self.known.push(Known { old: position.start as usize, new, index });
        }
    }

    fn note_known(&mut self) {
        let cases = &self.cases;
        self.known.retain(|known| !cases.iter().any(|case| case.index == known.index));
        for case in &self.cases {
            if let (Decision::Taken(ahead), Some(old), Some(place)) =
                (case.decision, case.old_start(), case.places.first())
                && (ahead >= decide::BEYOND_DOUBT || place.evidence.share >= 1.0)
            {
                let new = self.start_of(place);
                self.known.push(Known { old, new, index: case.index });
            }
        }
        self.known.sort_unstable_by_key(|known| (known.old, known.index));
    }

    /// The mapped place, the copies, and what the parts of the quotation point to.
    fn first_look(&mut self, at: usize) {
        let Some(case) = self.cases.get(at) else { return };
        let query = &case.query;
        let mut places = Vec::new();
        let mapped = self.mapped(query);
        let mut expectation = case.old_start().map_or(Expectation::None, Expectation::Own);
        if let Some((mapped, start)) = &mapped {
            let doubt = if mapped.certain { 0 } else { mapped.range.len() };
            expectation = Expectation::Mapped(*start, doubt);
            if mapped.certain || mapped.range.len() <= 2 * query.length() + 16 {
                places.push(self.searched.spread(query, mapped.range.clone()));
            } else {
                places.extend(self.searched.within(query, mapped.range.clone()));
            }
        }
        let stays = mapped.is_some_and(|(mapped, _)| mapped.embedded)
            && places.first().is_some_and(|place| place.errors == 0);
        if stays {
            // It and its neighbours are among what the comparison found unchanged.
            if let Some(case) = self.cases.get_mut(at) {
                (case.places, case.decision) = (places, Decision::Taken(f32::MAX));
            }
            return;
        }
        if query.length() > 0 {
            places.extend(self.searched.copies(query));
            let whole = |place: &Place| place.errors == 0 && place.evidence.share >= 1.0;
            if !(places.iter().any(whole)) {
                let seeded = self.searched.seeded(query, &places);
                places.extend(seeded);
            }
        }
        self.settle(at, places, &expectation);
    }

    /// Where the neighbours make one expect it.
    fn look_among_neighbours(&mut self, at: usize) {
        let Some(case) = self.cases.get(at) else { return };
        let Some(old) = case.old_start().filter(|_| case.query.length() > 0) else { return };
        // With the old text at hand the comparison says it better.
        if self.old.is_some() && !case.is_open() {
            return;
        }
        let expectation = Expectation::by_neighbours(&self.known, case.index, old);
        if !matches!(expectation, Expectation::Neighbours(..)) {
            return;
        }
        let mut places = case.places.clone();
        let length = case.query.length();
        let slack = 64 + length / 2;
        for start in expectation.starts() {
            let start = self.folded_at(start);
            if places.iter().any(|place| place.range.start.abs_diff(start) <= 8) {
                continue;
            }
            let window = start.saturating_sub(slack)..(start + length + slack).min(self.searched.text.len());
            places.extend(self.searched.within(&case.query, window));
        }
        self.settle(at, places, &expectation);
    }

    /// For what has no place yet: all over the text, and then as well as its parts can be put together.
    fn look_everywhere(&mut self, at: usize) {
        let Some(case) = self.cases.get(at).filter(|case| case.is_open()) else { return };
        let length = case.query.length();
        let cost = self.searched.text.len() * length.div_ceil(64);
        if length < 8 || cost > self.budget {
            return;
        }
        self.budget -= cost;
        let mut places = case.places.clone();
        places.extend(self.searched.anywhere(&case.query, length * 2 / 5));
        let expectation = match case.old_start() {
            Some(old) => Expectation::by_neighbours(&self.known, case.index, old),
            None => Expectation::None,
        };
        self.settle(at, places, &expectation);
    }

    /// Decides for good, now that it is known what is left of all of them.
    fn judge(&mut self) {
        let share = |case: &Case<'_>| case.places.first().map_or(0.0, |place| place.evidence.share);
        let all = number(self.settled) + self.cases.iter().map(share).sum::<f32>();
        let others = number((self.settled + self.cases.len()).saturating_sub(1));
        for case in &mut self.cases {
            let left = (others > 0.0).then(|| (all - share(case)) / others);
            let doubt = self.searched.doubt();
            case.decision = decide::finally(&case.query, &case.places, left, doubt, case.decision);
        }
    }

    fn settle(&mut self, at: usize, places: Vec<Place>, expectation: &Expectation) {
        let Some(case) = self.cases.get(at) else { return };
        let length = self.searched.text.len();
        let close = |place: Place| {
            let place = self.searched.refined(&case.query, place);
            Place { nearness: expectation.bits(self.start_of(&place), length), ..place }
        };
        let mut places: Vec<Place> = places.into_iter().map(close).collect();
        let decision = decide(&case.query, &mut places, self.searched.doubt());
        if let Some(case) = self.cases.get_mut(at) {
            (case.places, case.decision) = (places, decision);
        }
    }

    /// What the comparison of the texts says, and the start of it in code points.
    fn mapped(&self, query: &Query<'_>) -> Option<(Mapped, usize)> {
        let (old, position) = (self.old.as_ref()?, query.position?);
        let mut spans = settled::spans_at(old.text, &old.offsets, position);
        let span = spans.find(|span| span.of(old.text) == query.selector.exact)?;
        let range = old.folded.at(span.start)..old.folded.at(span.end);
        let mapped = old.mapping.range(&range)?;
        let start = self.code_point(self.searched.text.span(mapped.range.clone()).start);
        Some((mapped, start))
    }

    fn start_of(&self, place: &Place) -> usize {
        self.code_point(self.searched.text.span(place.range.clone()).start)
    }

    fn code_point(&self, byte: u32) -> usize {
        self.doc.offsets.from_byte(&self.doc.text, byte, Unit::CodePoints).unwrap_or(0) as usize
    }

    fn folded_at(&self, code_point: usize) -> usize {
        let code_point = u32::try_from(code_point).unwrap_or(u32::MAX);
        let byte = self.doc.offsets.to_byte(&self.doc.text, code_point, Unit::CodePoints);
        byte.map_or(self.searched.text.len(), |byte| self.searched.text.at(byte))
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
