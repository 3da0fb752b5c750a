//! Which of the places that could be meant is taken, if any.
//!
//! Invariant: the best place is taken only where enough speaks for it by itself and clearly more than for
//! any other, or where it is more likely right than not by all that is known in the end ([`finally`]); else the
//! places are named and none is taken.

use super::candidates::{Place, SHORT};
use super::evidence::{self, behind, number};
use super::likelihood::{is_likely, likeness};
use super::query::Query;
use crate::order;

/// Bits, beyond those that a text of this length asks for, from which a place is taken.
pub(super) const ACCEPTED: f32 = 9.0;
/// Bits by which the best place must exceed the next one.
pub(super) const AHEAD: f32 = 8.0;
/// The share of a longer quotation that must be there.
const LEAST_SHARE: f32 = 0.5;
/// Bits of the context between which a short quotation may have lost a letter.
const EMBEDDED: f32 = 30.0;
/// Folded characters from which a quotation that stands there once speaks for itself.
const WHOLE: usize = 32;
/// The share of a quotation between its contexts that must be there for it to speak for itself.
const NEARLY: f32 = 0.9;
/// The next part of a torn passage by the greatest from which neither is *the* passage.
const EVEN: f32 = 0.8;
/// How much another place is like the passage if one of them is a copy.
const COPIED: f32 = 0.9;
/// Bits from which a place is worth naming.
const NAMED: f32 = -6.0;

/// What is to be done about a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decision {
    /// The first place is it, so many bits ahead of the next.
    Taken(f32),
    /// The first places could be it.
    Open,
    /// There is no place worth naming.
    Nowhere,
}

/// Puts the best of `places` first and decides; `doubt` is log₂ of the number of places in the text.
pub(super) fn decide(query: &Query<'_>, places: &mut Vec<Place>, doubt: f32) -> Decision {
    drop_needlessly_long(query, places);
    let most = evidence::most(query);
    let rank = |place: &Place| place.nearness - behind(place.bits() - place.nearness, most);
    order::by(places, |a, b| rank(b).total_cmp(&rank(a)));
    let mut kept: Vec<Place> = Vec::with_capacity(places.len());
    for place in places.drain(..) {
        match kept.iter_mut().find(|better| better.is_same(&place.range)) {
            // What is not like the quotation must not hide what is.
            Some(better) if !is_like(query, better) && is_like(query, &place) => *better = place,
            Some(_) => {}
            None => kept.push(place),
        }
    }
    *places = kept;
    let Some((best, others)) = places.split_first() else { return Decision::Nowhere };
    // Unless its position speaks for it, what is less like the passage is not its changed original.
    let lead = |next: &Place| {
        let ranked = rank(best) - rank(next);
        let plain = best.bits() - best.nearness - (next.bits() - next.nearness);
        if best.nearness + 0.5 >= next.nearness { ranked.max(plain) } else { ranked }
    };
    let ahead = others.iter().map(lead).fold(f32::MAX, f32::min);
    if is_like(query, best) && is_whole(query, best) && best.bits() >= doubt + ACCEPTED && ahead >= AHEAD {
        return Decision::Taken(ahead.min(best.bits() - doubt));
    }
    // Only what is like the quotation is worth the reader's look.
    places.retain(|place| place.errors == 0 || is_like(query, place) && place.bits() >= NAMED);
    if places.is_empty() { Decision::Nowhere } else { Decision::Open }
}

/// The last word on `places`, as [`decide`] left them, now that it is known where what stood round the passage went:
/// takes what is likely right though little speaks for it by itself, and no longer takes what is not.
pub(super) fn finally(query: &Query<'_>, places: &[Place], decision: Decision) -> Decision {
    let context = query.prefix().len() + query.suffix().len();
    // What the comparison of the texts found unchanged is beyond doubt, and little context is left to the bits.
    if context < FULL || decision == Decision::Taken(f32::MAX) {
        return decision;
    }
    let Some((best, rest)) = places.split_first() else { return decision };
    let is_torn = is_torn(query, best);
    let is_alone = !rest.iter().any(|next| is_like(query, next));
    let speaks = is_alone && !is_torn && is_unmistakable(query, best);
    let likely = !is_torn && !is_copied(query, best, rest) && is_likely(query, best, rest.first());
    match decision {
        Decision::Taken(_) if !(likely || speaks) => Decision::Open,
        Decision::Open if likely && is_like_at_last(query, best) => Decision::Taken(0.0),
        decided => decided,
    }
}

/// Folded characters of context, both sides together, from which the likelihood of a place can be told.
const FULL: usize = 40;

/// Whether a place speaks for itself where no other is like it: it is long and as it was, or it is so but for some
/// letters and stands between what stood on either side. Words that lost a letter leave no trail.
fn is_unmistakable(query: &Query<'_>, place: &Place) -> bool {
    let is_embedded =
        place.evidence.sides == (true, true) && query.length() >= SHORT && !has_grown(query, place);
    place.errors == 0 && query.length() >= WHOLE || is_embedded && place.evidence.quote_share >= NEARLY
}

/// Whether it cannot be known which part of a passage that was torn apart is meant, or whether this is one.
fn is_torn(query: &Query<'_>, place: &Place) -> bool {
    place.elsewhere >= EVEN || place.elsewhere > 0.0 && has_grown(query, place)
}

/// Whether another place is a copy of this one, or the other way about, and stands as near to where the passage was.
fn is_copied(query: &Query<'_>, best: &Place, rest: &[Place]) -> bool {
    rest.iter().any(|next| likeness(query, next) >= COPIED && best.nearness < next.nearness + AHEAD)
}

/// Whether it is more or less sure where the place begins and ends: nearly all of the quotation is there, or
/// a neighbour of it, or both where it has grown.
fn is_whole(query: &Query<'_>, place: &Place) -> bool {
    let (before, after) = place.evidence.sides;
    if has_grown(query, place) {
        before && after
    } else {
        before || after || place.evidence.quote_share >= 0.8
    }
}

/// Drops places that have grown where one of `places` within them holds as much of the quotation by itself: then
/// nothing was put into the passage, but a copy of it, or of its end, stands beyond it.
fn drop_needlessly_long(query: &Query<'_>, places: &mut Vec<Place>) {
    let shorter = |long: &Place, place: &Place| {
        place.ends == (true, true)
            && place.is_same(&long.range)
            && !has_grown(query, place)
            && place.evidence.quote >= long.evidence.quote
    };
    let (long, mut short): (Vec<Place>, Vec<Place>) =
        places.drain(..).partition(|place| has_grown(query, place));
    for long in long {
        let mut is_needless = false;
        for place in short.iter_mut().filter(|place| shorter(&long, place)) {
            is_needless = true;
            place.contested |= long.contested;
        }
        if !is_needless {
            places.push(Place { contested: false, ..long });
        }
    }
    places.extend(short);
}

/// Whether so much was put into it that it may as well be torn apart.
pub(super) fn has_grown(query: &Query<'_>, place: &Place) -> bool {
    place.range.len() > query.length() + query.length() / 4 + 16
}

/// Whether enough of the quotation stands there for it to be the passage, where all else says that it is.
fn is_like_at_last(query: &Query<'_>, place: &Place) -> bool {
    is_like(query, place) || place.words.0 >= 0.3
}

/// Whether what stands there is like the quotation, whatever stands round it. Of a short quotation one
/// character in five may differ: `Linus` is `Linas`, and not `hines`.
pub(super) fn is_like(query: &Query<'_>, place: &Place) -> bool {
    if query.length() < SHORT {
        let (before, after) = place.evidence.sides;
        let in_place = place.errors == 1 && before && after && place.evidence.context >= EMBEDDED;
        return in_place && query.length() > 2 || place.errors * 5 <= query.length();
    }
    place.evidence.quote_share >= LEAST_SHARE && number(place.errors) <= 0.6 * number(query.length())
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Decision, drop_needlessly_long, finally};
    use crate::anchor::candidates::{Place, Searched};
    use crate::anchor::query::Query;
    use crate::annotation::TextQuoteSelector;
    use crate::text::Folded;

    const BEFORE: &str = "In the morning they came down to the river and ";
    const AFTER: &str = " had drawn the boats up before it was light.";

    fn selector(exact: &str) -> TextQuoteSelector {
        let (prefix, suffix) = (Some(BEFORE.into()), Some(AFTER.into()));
        TextQuoteSelector { exact: exact.into(), prefix, suffix, ..TextQuoteSelector::default() }
    }

    /// Where `part` stands first in `text`.
    fn at(text: &str, part: &str) -> Range<usize> {
        let start = text.find(part).unwrap();
        start..start + part.len()
    }

    #[test]
    fn from_one_copy_to_the_other_is_no_place() {
        let selector = selector("the ferryman slept");
        let query = Query::new(&selector, None);
        let left = |text: &str, parts: [Range<usize>; 2]| {
            let folded = Folded::new(text);
            let searched = Searched::new(&folded);
            let [long, short] = parts.map(|range| searched.spread(&query, range));
            let mut places = vec![Place { contested: true, ..long }, short];
            drop_needlessly_long(&query, &mut places);
            places.into_iter().map(|place| (place.range.len(), place.contested)).collect::<Vec<_>>()
        };
        let twice = "the ferryman slept, and nobody woke him. again the ferryman slept";
        assert_eq!(left(twice, [0..twice.len(), 0..18]), [(18, true)]);
        // Here the rest of it stands beyond what was put in.
        let once = "the ferryman, so his sons said when they were asked, slept";
        assert_eq!(left(once, [0..once.len(), 0..18]), [(once.len(), false), (18, false)]);
    }

    #[test]
    fn a_part_of_what_was_torn_apart_is_taken_if_it_is_clearly_the_greater() {
        let (exact, put_in) =
            ("the ferryman's three sons", "the ferryman's, as was known to all of them, three sons");
        let selector = selector(exact);
        let query = Query::new(&selector, None);
        let decided = |passage: &str, elsewhere: f32| {
            let text = format!("{BEFORE}{passage}{AFTER}").to_lowercase();
            let folded = Folded::new(&text);
            let place = Searched::new(&folded).spread(&query, at(&text, passage));
            let around = (20.0, 20.0);
            let place =
                Place { elsewhere, around, nearness: 40.0, words: (1.0, 9.0), is_on_trail: true, ..place };
            finally(&query, &[place], Decision::Taken(9.0)) != Decision::Open
        };
        assert_eq!([0.0, 0.5, 0.9].map(|elsewhere| decided(exact, elsewhere)), [true, true, false]);
        assert_eq!([0.0, 0.5].map(|elsewhere| decided(put_in, elsewhere)), [true, false]);
    }

    #[test]
    fn letters_speak_where_no_word_is_left() {
        let selector = selector("ferrymen's sons");
        let query = Query::new(&selector, None);
        let decided = |passage: &str| {
            let text = format!("{BEFORE}{passage}{AFTER}").to_lowercase();
            let folded = Folded::new(&text);
            let place = Searched::new(&folded).spread(&query, at(&text, passage));
            finally(&query, &[place], Decision::Taken(9.0))
        };
        assert_eq!(decided("ferrymen'ssons"), Decision::Taken(9.0));
        assert_eq!(decided("ferry boys"), Decision::Open);
    }
}
