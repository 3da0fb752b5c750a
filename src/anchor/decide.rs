//! Which of the places that could be meant is taken, if any.
//!
//! Invariant: the best place is taken only where enough speaks for it by itself and clearly more than for
//! any other, or where it is more likely right than not by all that is known in the end ([`finally`]); else the
//! places are named and none is taken.

use super::candidates::Place;
use super::evidence::{self, behind, number};
use super::likelihood::is_likely;
use super::query::Query;

/// Bits, beyond those that a text of this length asks for, from which a place is taken.
pub(super) const ACCEPTED: f32 = 9.0;
/// Bits by which the best place must exceed the next one.
pub(super) const AHEAD: f32 = 8.0;
/// Folded characters from which a quotation may have lost more than a letter or two.
const SHORT: usize = 12;
/// The share of a longer quotation that must be there.
const LEAST_SHARE: f32 = 0.5;
/// Bits of the context between which a short quotation may have lost a letter.
const EMBEDDED: f32 = 30.0;
/// Folded characters from which a quotation that stands there once speaks for itself.
const WHOLE: usize = 32;
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
    let most = evidence::most(query);
    let rank = |place: &Place| place.nearness - behind(place.bits() - place.nearness, most);
    places.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
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
    let speaks = best.errors == 0 && query.length() >= WHOLE && !rest.iter().any(|next| is_like(query, next));
    let likely = is_likely(query, best, rest.first());
    match decision {
        Decision::Taken(_) if !(likely || speaks) => Decision::Open,
        Decision::Open if likely && is_like_at_last(query, best) => Decision::Taken(0.0),
        decided => decided,
    }
}

/// Folded characters of context, both sides together, from which the likelihood of a place can be told.
const FULL: usize = 40;

/// Whether it is more or less sure where the place begins and ends: nearly all of the quotation is there, or
/// a neighbour of it, or both where it has grown.
fn is_whole(query: &Query<'_>, place: &Place) -> bool {
    let (before, after) = place.evidence.sides;
    let has_grown = place.range.len() > query.length() + query.length() / 4 + 16;
    if has_grown { before && after } else { before || after || place.evidence.quote_share >= 0.8 }
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
