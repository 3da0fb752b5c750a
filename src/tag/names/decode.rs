//! The best sequence of tags for a chain of tokens (Viterbi 1967), in integers.

use super::scheme::{OUTSIDE, TAGS, begins, ends, follows};

/// One sum a tag.
pub type Scores = [i32; TAGS];

/// Below every score that weights can add up to.
const NEVER: i32 = i32::MIN / 4;

/// What it costs or brings that one tag follows another.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// By the second tag: the tags that may stand before it, with the weight of the pair.
    into: [Vec<(u8, i32)>; TAGS],
    begin: Scores,
    end: Scores,
    /// What one step of a score is in log-odds.
    unit: f32,
    /// The pairs of `into` as odds, for probabilities.
    odds: [Vec<(u8, f32)>; TAGS],
}

impl Transitions {
    /// From weights at `from * TAGS + to`; pairs that cannot be are left out.
    #[must_use]
    pub fn new(weights: &[i32], unit: f32) -> Self {
        let weight = |from: usize, to: usize| weights.get(from * TAGS + to).copied().unwrap_or_default();
        let into: [Vec<(u8, i32)>; TAGS] = std::array::from_fn(|to| {
            let before = (0..TAGS).filter(|from| follows(*from, to));
            before.map(|from| (u8::try_from(from).unwrap_or_default(), weight(from, to))).collect()
        });
        let odds = std::array::from_fn(|to| {
            let into = into.get(to).into_iter().flatten();
            into.map(|(from, weight)| (*from, (*weight as f32 * unit).exp())).collect()
        });
        let edge = |may: bool, weight: i32| if may { weight } else { NEVER };
        Self {
            into,
            begin: std::array::from_fn(|tag| edge(begins(tag), weight(OUTSIDE, tag))),
            end: std::array::from_fn(|tag| edge(ends(tag), weight(tag, OUTSIDE))),
            unit,
            odds,
        }
    }

    /// Appends the best tags of the chain to `tags`. O(n) with a constant of about a hundred pairs.
    pub fn decode(&self, scores: &[Scores], back: &mut Vec<[u8; TAGS]>, tags: &mut Vec<u8>) {
        back.clear();
        let mut best = [NEVER; TAGS];
        for (at, scores) in scores.iter().enumerate() {
            let mut next = [NEVER; TAGS];
            let mut from_best = [0u8; TAGS];
            if at == 0 {
                next = self.begin;
            } else {
                for ((next, from_best), into) in next.iter_mut().zip(&mut from_best).zip(&self.into) {
                    for (from, weight) in into {
                        let value = best.get(usize::from(*from)).copied().unwrap_or(NEVER) + weight;
                        if value > *next {
                            (*next, *from_best) = (value, *from);
                        }
                    }
                }
            }
            for (next, score) in next.iter_mut().zip(scores) {
                *next = (*next + score).max(NEVER);
            }
            best = next;
            back.push(from_best);
        }
        let mut tag = 0u8;
        let mut most = i32::MIN;
        for ((number, best), end) in (0u8..).zip(best).zip(self.end) {
            if best + end > most {
                (tag, most) = (number, best + end);
            }
        }
        let first = tags.len();
        for from in back.iter().rev() {
            tags.push(tag);
            tag = from.get(usize::from(tag)).copied().unwrap_or_default();
        }
        if let Some(new) = tags.get_mut(first..) {
            new.reverse();
        }
    }
}

impl Transitions {
    /// How probable each of the chain's `tags` is (forward-backward: Rabiner 1989), appended to `sure`.
    /// Floating point: what is shown may differ in the last digit between machines, what is chosen not.
    pub fn confidence(&self, scores: &[Scores], tags: &[u8], sure: &mut Vec<f32>) {
        let odds = |score: i32| (score.max(NEVER / 8) as f32 * self.unit).exp();
        let local: Vec<[f32; TAGS]> = scores.iter().map(|scores| relative(scores, self.unit)).collect();
        let mut forward: Vec<[f32; TAGS]> = Vec::with_capacity(local.len());
        for local in &local {
            let mut next = [0.0; TAGS];
            match forward.last() {
                None => next.iter_mut().zip(self.begin).for_each(|(next, edge)| *next = odds(edge)),
                Some(last) => {
                    for (next, pairs) in next.iter_mut().zip(&self.odds) {
                        *next = pairs.iter().map(|(from, odds)| at(last, usize::from(*from)) * odds).sum();
                    }
                }
            }
            next.iter_mut().zip(local).for_each(|(next, local)| *next *= local);
            forward.push(scaled(next));
        }
        let mut backward: [f32; TAGS] = self.end.map(odds);
        let first = sure.len();
        for ((forward, local), tag) in forward.iter().zip(&local).zip(tags).rev() {
            let total: f32 = forward.iter().zip(backward).map(|(forward, backward)| forward * backward).sum();
            let chosen = at(forward, usize::from(*tag)) * at(&backward, usize::from(*tag));
            sure.push(if total > 0.0 { chosen / total } else { 0.0 });
            let mut before = [0.0; TAGS];
            for ((pairs, local), backward) in self.odds.iter().zip(local).zip(backward) {
                for (from, odds) in pairs {
                    if let Some(before) = before.get_mut(usize::from(*from)) {
                        *before += odds * local * backward;
                    }
                }
            }
            backward = scaled(before);
        }
        if let Some(new) = sure.get_mut(first..) {
            new.reverse();
        }
    }
}

fn at(values: &[f32; TAGS], tag: usize) -> f32 {
    values.get(tag).copied().unwrap_or_default()
}

/// The odds of each score against the highest.
fn relative(scores: &Scores, unit: f32) -> [f32; TAGS] {
    let top = scores.iter().copied().max().unwrap_or_default();
    scores.map(|score| ((score - top) as f32 * unit).exp())
}

/// The values so that they sum to one.
fn scaled(mut values: [f32; TAGS]) -> [f32; TAGS] {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        values.iter_mut().for_each(|value| *value /= sum);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::{Scores, Transitions};
    use crate::tag::names::scheme::{Coarse, OUTSIDE, Place, TAGS, tag};

    fn with(scored: &[(usize, i32)]) -> Scores {
        let mut scores = [0; TAGS];
        scored.iter().for_each(|(tag, score)| scores[*tag] = *score);
        scores
    }

    #[test]
    fn the_best_allowed_sequence_is_found() {
        let transitions = Transitions::new(&[0; TAGS * TAGS], 0.1);
        let (begin, last) = (tag(Coarse::Org, Place::Begin), tag(Coarse::Org, Place::Last));
        let scores = [with(&[(begin, 10)]), with(&[(last, 10), (tag(Coarse::Per, Place::Last), 15)])];
        let mut tags = Vec::new();
        transitions.decode(&scores, &mut Vec::new(), &mut tags);
        assert_eq!(tags, [begin as u8, last as u8], "the higher score of another kind cannot follow");
    }

    #[test]
    fn confidence_is_a_probability_and_grows_with_the_score() {
        let transitions = Transitions::new(&[0; TAGS * TAGS], 0.1);
        let unit = tag(Coarse::Loc, Place::Unit);
        let sure = |score: i32| {
            let mut sure = Vec::new();
            transitions.confidence(&[with(&[(unit, score)])], &[unit as u8], &mut sure);
            sure[0]
        };
        // Five tags can stand alone: outside and four kinds.
        assert!((sure(0) - 0.2).abs() < 1e-5, "{}", sure(0));
        assert!(sure(20) > 0.6 && sure(90) > 0.99 && sure(90) <= 1.0);
        let mut none = Vec::new();
        transitions.confidence(&[with(&[(OUTSIDE, 0)])], &[unit as u8 - 1], &mut none);
        assert!(none[0] < 1e-6, "a name cannot end before its last word: {}", none[0]);
    }
}
