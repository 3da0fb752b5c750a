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
#[allow(clippy::approx_constant, reason = "a weight that was fitted, by chance near π")]
const WEIGHTS: [f32; FIGURES] =
    [-6.84, 3.14, -0.08, -0.98, 0.06, 0.05, -4.51, 0.16, -0.04, 1.12, 0.98, 0.51, 0.73, -2.96, -0.63, -2.47];
const FIGURES: usize = 16;

/// From where a place is taken: it is then nearly three times as likely right as wrong.
const LIKELY: f32 = 1.0;
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

/// How much a place is like the passage, its context included, from that of any place (0) to that of a copy (1).
pub(super) fn likeness(query: &Query<'_>, place: &Place) -> f32 {
    let bits = place.evidence.quote + place.evidence.context;
    ((bits / most(query).max(1.0) - COPY.0) / COPY.1).clamp(0.0, 1.0)
}

fn figures(query: &Query<'_>, best: &Place, next: Option<&Place>) -> [f32; FIGURES] {
    let yes = |is: bool| number(usize::from(is));
    let (before, after) = best.evidence.sides;
    let grown = number(best.range.len()) / number(query.length().max(1));
    let (into, out) = (best.around.0.clamp(0.0, MOST.0), best.around.1.clamp(0.0, MOST.0));
    let nearer = next.map_or(0.0, |next| (best.nearness - next.nearness).clamp(-MOST.0, MOST.0));
    let likeness = next.map_or(0.0, |next| likeness(query, next));
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
        // A part of it went somewhere else …
        best.elsewhere,
        // … and what is here has grown, or it has grown and a side of its context is nowhere near: then it
        // is more likely torn apart than of one piece.
        yes(best.elsewhere > 0.0) * grown.max(1.0).log2().min(1.0),
        (yes(!before) + yes(!after)) * grown.max(1.0).log2().min(1.0),
        // The trail leads from the beginning of one copy to the end of another.
        yes(best.contested),
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
