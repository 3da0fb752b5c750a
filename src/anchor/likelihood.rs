//! How likely the best place that was found for a passage is the right one.
//!
//! Invariant: the answer depends on the place, the next best one and where the words around the passage went, never
//! on the order in which passages are looked at.
//!
//! The bits of [`super::evidence`] rank places; whether the best of them is *right* depends on more: on what
//! surrounds it, on whether the next place is a copy, on whether the passage still is of one piece. It is a
//! logistic regression on the figures below. Its weights were fitted to where the passages of
//! `cargo xtask bench-anchoring` went under seeds 7 to 10; the figures in the docs are of another seed, though of
//! the same articles and kinds of edits.

use super::candidates::Place;
use super::evidence::{most, number};
use super::query::Query;

/// What each of the [`figures`] weighs.
const WEIGHTS: [f32; FIGURES] = [-6.71, 3.45, -0.45, -1.50, 0.05, 0.05, -5.30, 0.20, -0.06, 1.98, 0.49, 0.43];
const FIGURES: usize = 12;

/// From where a place is taken: it is then twice as likely right as wrong.
const LIKELY: f32 = 0.7;
/// Bits of the next place by those of a whole passage from which the two begin to be copies of each other, and
/// over how many more they come to be.
const COPY: (f32, f32) = (0.4, 0.2);
/// Most bits that count of what stands on one side, and of all.
const MOST: (f32, f32) = (30.0, 60.0);

/// Whether `best`, next to which stands `next`, is a good deal more likely right than not.
pub(super) fn is_likely(query: &Query<'_>, best: &Place, next: Option<&Place>) -> bool {
    let figures = figures(query, best, next);
    figures.iter().zip(WEIGHTS).map(|(figure, weight)| figure * weight).sum::<f32>() >= LIKELY
}

fn figures(query: &Query<'_>, best: &Place, next: Option<&Place>) -> [f32; FIGURES] {
    let yes = |is: bool| number(usize::from(is));
    let (before, after) = best.evidence.sides;
    let grown = number(best.range.len()) / number(query.length().max(1));
    let (into, out) = (best.around.0.clamp(0.0, MOST.0), best.around.1.clamp(0.0, MOST.0));
    let plain = |place: &Place| place.evidence.quote + place.evidence.context;
    let likeness = |next: &Place| ((plain(next) / most(query).max(1.0) - COPY.0) / COPY.1).clamp(0.0, 1.0);
    let nearer = next.map_or(0.0, |next| (best.nearness - next.nearness).clamp(-MOST.0, MOST.0));
    let likeness = next.map_or(0.0, likeness);
    [
        1.0,
        // How much of it and its context is there.
        best.evidence.share,
        // Each side of its context that is nowhere near.
        yes(!before) + yes(!after),
        // What was put in may as well be what it was torn apart by.
        grown.max(1.0).log2().min(4.0),
        // The words around it went there too.
        into.min(out),
        into.max(out),
        // Another place is like it in most respects, so that either may be the copy …
        likeness,
        // … unless this one is nearer to where it should be.
        likeness * nearer,
        (-nearer).max(0.0),
        // The best trail leads there, and its words stand there.
        yes(best.is_on_trail),
        yes(best.is_on_trail) * best.words.0,
        (best.words.1 + into + out).min(MOST.1).sqrt(),
    ]
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

    fn likely(text: &str, nearness: [f32; 2]) -> bool {
        let selector = TextQuoteSelector {
            exact: "the ferryman's sons".into(),
            prefix: Some(BEFORE.into()),
            suffix: Some(AFTER.into()),
            ..TextQuoteSelector::default()
        };
        let (query, text) = (Query::new(&selector, None), Folded::new(text));
        let copies = Searched::new(&text).copies(&query);
        let places: Vec<Place> =
            copies.into_iter().zip(nearness).map(|(place, nearness)| placed(place, nearness)).collect();
        is_likely(&query, &places[0], places.get(1))
    }

    /// A place of which so many bits of what stands round it speak on either side.
    fn placed(place: Place, side: f32) -> Place {
        Place {
            nearness: 2.0 * side,
            around: (side, side),
            words: (1.0, 9.0),
            is_on_trail: side > 0.0,
            ..place
        }
    }

    #[test]
    fn of_two_copies_the_one_that_is_clearly_nearer_is_likely() {
        let once = format!("{BEFORE}the ferryman's sons{AFTER}");
        let twice = format!("{once} {once}");
        assert!(likely(&once, [20.0, 0.0]));
        assert!(!likely(&twice, [20.0, 20.0]));
        assert!(likely(&twice, [20.0, 2.0]));
    }

    #[test]
    fn what_stands_round_a_place_must_have_come_along() {
        let text = "Nobody slept, while the ferryman's sons had quarrelled all night.";
        assert_eq!([0.0, 9.0, 25.0].map(|side| likely(text, [side, 0.0])), [false, false, true]);
    }
}
