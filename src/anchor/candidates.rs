//! The places that could be meant by a query, of every kind, each with what speaks for it.
//!
//! Invariant: no kind of search ends another; an exact copy elsewhere does not hide a changed original.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::evidence::{Evidence, number, weigh};
use super::query::Query;
use crate::matching::align;
use crate::matching::grams::{self, Grams};
use crate::matching::myers;
use crate::matching::words;
use crate::order;
use crate::text::Folded;

/// Most places that a common quotation is judged at with its context.
const MOST_COPIES: usize = 24;
/// Bits against a copy for each of its ends that lies inside a word where the quotation's did not.
const INSIDE: f32 = 8.0;
/// Characters of context that choose among more of them.
const QUICK: usize = 24;
/// Most windows that the parts of a quotation point to.
const MOST_WINDOWS: usize = 4;
/// Most characters that may have been put into a quotation, if it is short.
const BETWEEN: usize = 400;
/// Runs of a query that are looked up.
const MOST_RUNS: usize = 28;
/// Runs that stand in more places than this say nothing.
const COMMON: usize = 48;
/// Quotations longer than this have each of their ends aligned by itself.
const LONG: usize = 192;
/// Quotations shorter than this have no letter to spare.
pub(super) const SHORT: usize = 12;
/// Characters at the ends of a quotation that tell where it begins and ends.
const SURE: usize = 6;
/// Characters of context that are aligned with a quotation.
const CONTEXT: usize = 32;
/// Windows wider than this as well.
const WIDE: usize = 800;
/// Characters of text round a window that are aligned as well.
const MARGIN: usize = 40;

/// One place.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// In folded characters.
    pub range: Range<usize>,
    /// Insertions, deletions and replacements in the quotation; a run of them counts as four.
    pub errors: usize,
    /// What the quotation and the contexts say.
    pub evidence: Evidence,
    /// Bits that what stood before the passage speaks for the place, and what stood after it.
    pub around: (f32, f32),
    /// The two, as far as they count where places are compared.
    pub nearness: f32,
    /// Share of the letters of the passage that stand there in whole words, and the bits of these.
    pub words: (f32, f32),
    /// Whether it is where the words of the passage went.
    pub is_on_trail: bool,
    /// Whether the quotation's first and last letters are its own.
    pub ends: (bool, bool),
    /// How much of the passage is somewhere else, by what is here, as far as the trail knows; 1 where it leads to
    /// other places alone.
    pub elsewhere: f32,
    /// Whether the trail leads to a longer place that holds no more of the quotation.
    pub contested: bool,
    /// Whether its ends were looked at closely.
    pub refined: bool,
}

impl Place {
    /// All bits.
    pub fn bits(&self) -> f32 {
        self.evidence.quote + self.evidence.context + self.nearness
    }

    /// Whether most of the quotation is there, and its context on either side.
    fn is_plain(&self) -> bool {
        self.evidence.quote_share >= 0.75 && self.evidence.sides == (true, true)
    }

    /// Whether the two share nearly everything.
    fn is_nearly(&self, other: &Range<usize>) -> bool {
        let ends = self.range.start.abs_diff(other.start) + self.range.end.abs_diff(other.end);
        ends <= 24.max(self.range.len() / 4)
    }

    /// Whether the two are more or less the same place.
    pub fn is_same(&self, other: &Range<usize>) -> bool {
        let shared = self.range.end.min(other.end).saturating_sub(self.range.start.max(other.start));
        2 * shared > self.range.len().min(other.len())
    }
}

/// A text in which places are looked for.
pub(super) struct Searched<'a> {
    pub text: &'a Folded,
    grams: Grams,
    /// Where each quotation already looked for stands.
    copies: HashMap<Vec<char>, Rc<[Range<usize>]>>,
}

impl<'a> Searched<'a> {
    /// O(n).
    pub fn new(text: &'a Folded) -> Self {
        Self { text, grams: Grams::new(&text.chars), copies: HashMap::new() }
    }

    /// log₂ of the number of places.
    pub fn doubt(&self) -> f32 {
        number(self.text.len().max(2)).log2()
    }

    /// Every place where the quotation stands as it is (but for folding); of very many the
    /// [`MOST_COPIES`] with the best context.
    pub fn copies(&mut self, query: &Query<'_>) -> Vec<Place> {
        let (text, grams) = (self.text, &self.grams);
        let all = match self.copies.get(query.quoted()) {
            Some(all) => all.clone(),
            None => {
                let found = grams.occurrences(&text.chars, query.quoted());
                self.copies.entry(query.quoted().to_vec()).or_insert(found.into()).clone()
            }
        };
        let place = |range: &Range<usize>| {
            let mut place = self.place(query, range.clone(), query.length(), 0);
            // What is but a part of a word is no copy to a reader.
            let edges = query.edges();
            for (at, edge) in [(range.start, edges.0), (range.end, edges.1)] {
                place.evidence.quote -= if edge && !words::is_edge(&text.chars, at) { INSIDE } else { 0.0 };
            }
            place
        };
        if all.len() <= MOST_COPIES {
            return all.iter().map(place).collect();
        }
        let agreement = |range: &Range<usize>| {
            let before = text.slice(range.start.saturating_sub(QUICK)..range.start).iter().rev();
            let after = text.slice(range.end..range.end + QUICK).iter();
            let same = |(a, b): &(&char, &char)| a == b;
            before.zip(query.prefix().iter().rev()).take_while(same).count()
                + after.zip(query.suffix()).take_while(same).count()
        };
        let mut ranked: Vec<(usize, &Range<usize>)> =
            all.iter().map(|range| (agreement(range), range)).collect();
        ranked.select_nth_unstable_by(MOST_COPIES, |a, b| b.0.cmp(&a.0));
        ranked.iter().take(MOST_COPIES).map(|(_, range)| place(range)).collect()
    }

    /// The places that what is left of the quotation and its context points to, beside those `found` already.
    pub fn seeded(&self, query: &Query<'_>, found: &[Place]) -> Vec<Place> {
        let (windows, joined) = self.windows(query);
        let mut places: Vec<Place> =
            windows.iter().filter_map(|window| self.whole(query, window.clone())).collect();
        if !places.iter().chain(found).any(Place::is_plain) {
            let windows = windows.into_iter().chain(joined);
            places.extend(windows.filter_map(|window| self.pieces(query, window)));
        }
        places
    }

    /// The places all over the text with at most `limit` errors, the best ones.
    pub fn anywhere(&self, query: &Query<'_>, limit: usize) -> Vec<Place> {
        let hits = query.pattern.hits(&self.text.chars, limit);
        let hits = myers::fewest(hits, MOST_WINDOWS);
        hits.into_iter().map(|hit| self.ending(query, hit.end, hit.errors)).collect()
    }

    /// The best place for the quotation in a stretch of the text.
    pub fn within(&self, query: &Query<'_>, window: Range<usize>) -> Option<Place> {
        let whole = self.whole(query, window.clone());
        if whole.as_ref().is_some_and(Place::is_plain) {
            return whole;
        }
        let better = |a: Place, b: Place| if b.bits() > a.bits() { b } else { a };
        match (whole, self.pieces(query, window)) {
            (Some(whole), Some(pieces)) => Some(better(whole, pieces)),
            (whole, pieces) => whole.or(pieces),
        }
    }

    /// The place in a stretch of the text with the fewest errors, if half of the quotation is there.
    fn whole(&self, query: &Query<'_>, window: Range<usize>) -> Option<Place> {
        let hit = query.pattern.best(self.text.slice(window.clone()), query.length() / 2)?;
        Some(self.ending(query, window.start + hit.end, hit.errors))
    }

    /// The place in a stretch of the text that its parts and its context make out.
    fn pieces(&self, query: &Query<'_>, window: Range<usize>) -> Option<Place> {
        let range = self.aligned(query, window)?;
        Some(self.spread(query, range))
    }

    /// A place by its ends, whatever stands there.
    pub fn spread(&self, query: &Query<'_>, range: Range<usize>) -> Place {
        let errors = query.pattern.distance(self.text.slice(range.clone()));
        // One run that was put in or taken out is one change, not as many as it is long.
        let run = range.len().abs_diff(query.length());
        let rest = errors.saturating_sub(run);
        let kept = query.length().min(range.len()).saturating_sub(rest);
        self.place(query, range, kept, errors.min(rest + 4 + run / 24))
    }

    /// The place with its ends where the context says, at the edges of words if the quotation's were.
    pub fn refined(&self, query: &Query<'_>, place: Place) -> Place {
        if place.errors == 0 || place.refined {
            return place;
        }
        Place { refined: true, ..self.closely(query, place) }
    }

    fn closely(&self, query: &Query<'_>, place: Place) -> Place {
        let (start_is_sure, end_is_sure) = place.ends;
        let mut range = place.range.clone();
        if !(start_is_sure && end_is_sure) {
            // On a side without its context a sentence may have been put in, and the rest stand beyond it.
            let (before, after) = place.evidence.sides;
            let further = |sure: bool, there: bool| MARGIN + if sure || there { 0 } else { BETWEEN };
            let from = range.start.saturating_sub(further(start_is_sure, before));
            let window = from..(range.end + further(end_is_sure, after)).min(self.text.len());
            if let Some(aligned) = self.aligned(query, window) {
                range.start = if start_is_sure { range.start } else { aligned.start.min(range.end) };
                range.end = if end_is_sure { range.end } else { aligned.end.max(range.start) };
            }
        }
        let range = self.trimmed(query, range);
        if range.is_empty() || range == place.range {
            return place;
        }
        let refined = self.spread(query, range);
        // What only moves an end by a few letters is no matter of bits.
        let is_near =
            place.is_nearly(&refined.range) && (query.length() >= SHORT || refined.errors <= place.errors);
        if is_near || refined.bits() > place.bits() - place.nearness {
            return refined;
        }
        place
    }

    fn place(&self, query: &Query<'_>, range: Range<usize>, kept: usize, errors: usize) -> Place {
        let evidence = weigh(query, self.text, &range, kept, errors);
        let ends = same_ends(query.quoted(), self.text.slice(range.clone()));
        Place {
            range,
            errors,
            evidence,
            around: (0.0, 0.0),
            nearness: 0.0,
            words: (0.0, 0.0),
            is_on_trail: false,
            ends,
            elsewhere: 0.0,
            contested: false,
            refined: false,
        }
    }

    /// The place that ends at `end`.
    fn ending(&self, query: &Query<'_>, end: usize, errors: usize) -> Place {
        let before = self.text.slice(end.saturating_sub(query.length() + errors)..end);
        let reach = query.backwards.reach(before);
        let kept = query.length().saturating_sub(errors);
        self.place(query, end - reach.end.min(end)..end, kept, errors)
    }

    /// Without what is no part of a quotation that began and ended with a letter, and to the edges of
    /// words if that is where it began and ended.
    fn trimmed(&self, query: &Query<'_>, range: Range<usize>) -> Range<usize> {
        let (start_at_edge, end_at_edge) = query.edges();
        let (mut start, mut end) = (range.start, range.end.min(self.text.len()));
        if start_at_edge {
            start = words::nearest_edge(&self.text.chars, start);
        }
        if end_at_edge {
            end = words::nearest_edge(&self.text.chars, end);
        }
        let plain = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        let outside = |quoted: Option<&char>, c: Option<&char>| {
            c.is_some_and(|c| *c == ' ' || plain(quoted) && !c.is_alphanumeric())
        };
        while start < end && outside(query.quoted().first(), self.text.chars.get(start)) {
            start += 1;
        }
        while start < end && outside(query.quoted().last(), self.text.chars.get(end - 1)) {
            end -= 1;
        }
        if start < end { start..end } else { range }
    }

    /// Where the ends lie in `window` by an alignment with the context.
    fn aligned(&self, query: &Query<'_>, window: Range<usize>) -> Option<Range<usize>> {
        let before = query.quote.start.saturating_sub(CONTEXT);
        let after = (query.quote.end + CONTEXT).min(query.chars.len());
        if query.length() <= LONG && window.len() <= WIDE {
            return self.part(query, before..after, window);
        }
        let half = LONG / 2;
        let first = window.start..window.end.min(window.start + WIDE);
        let last = window.end.saturating_sub(WIDE).max(window.start)..window.end;
        let start = self.part(query, before..(query.quote.start + half).min(after), first)?.start;
        let end = self.part(query, query.quote.end.saturating_sub(half).max(before)..after, last)?.end;
        (start < end).then_some(start..end)
    }

    /// Where what `part` of a query has of the quotation lies in `window`.
    fn part(&self, query: &Query<'_>, part: Range<usize>, window: Range<usize>) -> Option<Range<usize>> {
        let text = self.text.slice(window.clone());
        let pattern = query.chars.get(part.clone()).unwrap_or_default();
        let stops = query.stops.get(part.clone()).unwrap_or_default();
        let quote =
            query.quote.start.max(part.start) - part.start..query.quote.end.min(part.end) - part.start;
        let found = align::range(&align::align(pattern, text), stops, &quote, text.len())?;
        Some(window.start + found.start..window.start + found.end)
    }

    /// Stretches of the text with many of the query's rarer runs in the same order, best first; and such as
    /// hold two of them, between which something may have been put in.
    fn windows(&self, query: &Query<'_>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let mut votes = self.votes(query);
        votes.sort_unstable_by_key(|(diagonal, _)| *diagonal);
        let apart = 12 + query.length().cast_signed() / 8;
        let mut clusters: Vec<(f32, isize, isize)> = Vec::new();
        for (diagonal, bits) in votes {
            match clusters.last_mut().filter(|(_, _, last)| diagonal - *last <= apart) {
                Some((sum, _, last)) => (*sum, *last) = (*sum + bits, diagonal),
                None => clusters.push((bits, diagonal, diagonal)),
            }
        }
        let needed = self.doubt();
        clusters.retain(|(bits, ..)| *bits >= needed);
        order::by(&mut clusters, |a, b| b.0.total_cmp(&a.0));
        let slack = 16 + query.length() / 8;
        let window = |(_, first, last): &(f32, isize, isize)| {
            let from = (first + query.quote.start.cast_signed()).max(0).cast_unsigned();
            let to = (last + query.quote.end.cast_signed()).max(0).cast_unsigned();
            from.saturating_sub(slack)..(to + slack).min(self.text.len())
        };
        clusters.truncate(MOST_WINDOWS);
        let furthest = (BETWEEN + query.length() / 2).cast_signed();
        let pairs = clusters.iter().flat_map(|a| clusters.iter().map(move |b| (a, b)));
        let parted = pairs.filter(|(a, b)| b.1 > a.2 && b.1 - a.2 <= furthest);
        let joined: Vec<_> = parted.map(|(a, b)| (a.0 + b.0, a.1, b.2)).collect();
        (clusters.iter().map(window).collect(), joined.iter().map(window).collect())
    }

    /// Where the query would begin by each of its rarer runs, and how many bits such a run is worth.
    fn votes(&self, query: &Query<'_>) -> Vec<(isize, f32)> {
        let runs: Vec<&[char]> = query.chars.windows(grams::LENGTH).collect();
        let stride = runs.len().div_ceil(MOST_RUNS).max(1);
        let mut votes = Vec::new();
        for (index, group) in runs.chunks(stride).enumerate() {
            let found = group.iter().enumerate().map(|(offset, run)| (offset, self.grams.places(run)));
            let found = found.filter(|(_, places)| !places.is_empty() && places.len() <= COMMON);
            let Some((offset, places)) = found.min_by_key(|(_, places)| places.len()) else { continue };
            let bits = (number(self.text.len()) / number(places.len())).log2().min(8.0);
            let at = (index * stride + offset).cast_signed();
            votes.extend(places.iter().map(|place| ((*place as usize).cast_signed() - at, bits)));
        }
        votes
    }
}

/// Whether the first and the last few characters of a quotation are those of what was found.
fn same_ends(quote: &[char], found: &[char]) -> (bool, bool) {
    let sure = SURE.min(quote.len() / 2);
    let (first, last) = (quote.get(..sure), quote.get(quote.len() - sure..));
    let starts = first.is_some_and(|first| found.starts_with(first));
    (starts, last.is_some_and(|last| found.ends_with(last)))
}
