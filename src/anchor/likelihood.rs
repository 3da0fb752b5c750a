//! How likely the best place that was found for a passage is the right one.
//!
//! Invariant: the answer depends on the place, the next best one and what is left of the other passages, never
//! on the order in which passages are looked at.
//!
//! The bits of [`super::evidence`] rank places; whether the best of them is *right* depends on more: on how
//! much the rest of the text was edited, on whether the next place is a copy, on whether the passage still is
//! of one piece. It is a logistic regression on ten such figures. Its weights were fitted to where the passages
//! of `cargo xtask bench-anchoring` went under seeds 7 to 10; the figures in the docs are of another seed, though
//! of the same articles and kinds of edits.

use super::candidates::Place;
use super::evidence::{most, number};
use super::query::Query;

/// What speaks for every place alike.
const BASE: f32 = -2.77;
/// For the share of the quotation and its contexts that is there.
const SHARE: f32 = 6.92;
/// For the share that is there of the other passages: where all was rewritten, little left says less against
/// a place, and where nothing was, little left means that it is another one.
const OTHERS: f32 = -1.74;
/// For the bits of the quotation by its length.
const QUOTE: f32 = 0.49;
/// For each side of the context that is nowhere near.
const LOST: f32 = -0.59;
/// For each bit of nearness beyond [`NO_WONDER`].
const NEAR: f32 = 0.17;
/// For each doubling of the length: what was put in may as well be what the passage was torn apart by.
const GROWN: f32 = -1.75;
/// For another place that is like the passage in most respects: either may be the copy …
const COPIED: f32 = -4.5;
/// … unless this one is nearer to where it should be, for each bit of that.
const NEARER: f32 = 0.68;
/// For each bit by which the next place is nearer.
const FARTHER: f32 = -0.19;
/// For the square root of the bits by which the place is ahead of the next one.
const AHEAD: f32 = 0.15;

/// Bits of nearness that a place may well have by chance.
const NO_WONDER: f32 = 6.0;
/// Most bits of nearness, also where the comparison of the texts counts twice.
const MOST_NEAR: f32 = 14.0;
/// Most bits of nearness that decide between two copies.
const MOST_NEARER: f32 = 6.0;
/// Most bits by which the next place may be nearer.
const MOST_FARTHER: f32 = 12.0;
/// Most bits by which a place can be ahead.
const MOST_AHEAD: f32 = 40.0;

/// Whether `best`, next to which stands `next`, is more likely right than not; `others` is the mean share that
/// is there of the other passages, if there are any.
pub(super) fn is_likely(query: &Query<'_>, best: &Place, next: Option<&Place>, others: Option<f32>) -> bool {
    let length = number(query.length().max(1));
    let (before, after) = best.evidence.sides;
    let lost = number(usize::from(!before) + usize::from(!after));
    let near = (best.nearness.min(MOST_NEAR) - NO_WONDER).max(0.0);
    let grown = (number(best.range.len()) / length).max(1.0).log2().min(4.0);
    let alone = AHEAD * MOST_AHEAD.sqrt();
    let sum = BASE
        + SHARE * best.evidence.share
        + OTHERS * others.unwrap_or(best.evidence.share)
        + QUOTE * (best.evidence.quote / length).clamp(-1.0, 2.0)
        + LOST * lost
        + NEAR * near
        + GROWN * grown
        + next.map_or(alone, |next| beside(query, best, next));
    sum >= 0.0
}

/// What another place does to the likelihood of the best one.
fn beside(query: &Query<'_>, best: &Place, next: &Place) -> f32 {
    let plain = |place: &Place| place.evidence.quote + place.evidence.context;
    let likeness = ((plain(next) / most(query).max(1.0) - 0.4) / 0.2).clamp(0.0, 1.0);
    let nearer = (best.nearness - next.nearness).clamp(-MOST_FARTHER, MOST_NEARER);
    let ahead = (plain(best) - plain(next)).clamp(0.0, MOST_AHEAD);
    likeness * (COPIED + NEARER * nearer) + FARTHER * (-nearer).max(0.0) + AHEAD * ahead.sqrt()
}

#[cfg(test)]
mod tests {
    use super::is_likely;
    use crate::anchor::candidates::{Place, Searched};
    use crate::anchor::query::Query;
    use crate::annotation::TextQuoteSelector;
    use crate::text::Folded;

    const BEFORE: &str = "In the morning they came to the river and ";
    const AFTER: &str = " had drawn the boats up before it was light.";

    fn likely(text: &str, others: Option<f32>, nearness: [f32; 2]) -> bool {
        let selector = TextQuoteSelector {
            exact: "the ferryman's sons".into(),
            prefix: Some(BEFORE.into()),
            suffix: Some(AFTER.into()),
            ..TextQuoteSelector::default()
        };
        let (query, text) = (Query::new(&selector, None), Folded::new(text));
        let copies = Searched::new(&text).copies(&query);
        let places: Vec<Place> =
            copies.into_iter().zip(nearness).map(|(place, nearness)| Place { nearness, ..place }).collect();
        is_likely(&query, &places[0], places.get(1), others)
    }

    #[test]
    fn of_two_copies_the_one_that_is_clearly_nearer_is_likely() {
        let once = format!("{BEFORE}the ferryman's sons{AFTER}");
        let twice = format!("{once} {once}");
        assert!(likely(&once, Some(1.0), [2.0, 0.0]));
        assert!(!likely(&twice, Some(1.0), [2.0, 2.0]));
        assert!(likely(&twice, Some(1.0), [12.0, 2.0]));
    }

    #[test]
    fn little_left_is_enough_only_where_little_is_left_of_the_others() {
        let text = "Nobody slept, while the ferryman's sons had quarrelled all night.";
        let both = [1.0, 0.3].map(|others| likely(text, Some(others), [9.0, 0.0]));
        assert_eq!(both, [false, true]);
    }
}
