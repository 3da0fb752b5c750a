//! The best sequence of tags for a chain of tokens (Viterbi 1967), in integers.

use super::scheme::{Coarse, OUTSIDE, Place, TAGS, begins, ends, follows, tag};

/// One sum a tag.
pub type Scores = [i32; TAGS];

/// Below every score that weights can add up to.
const NEVER: i32 = i32::MIN / 4;

/// How many kinds of names there are.
const KINDS: usize = Coarse::ALL.len();

/// Tags that close a name or are outside one, and those that begin one or are: after each of the first may
/// stand each of the second.
const EDGES: usize = 2 * KINDS + 1;
const CLOSED: [usize; EDGES] = edges(Place::Last);
const ENTERED: [usize; EDGES] = edges(Place::Begin);

/// [`OUTSIDE`], then the tags of `place` and of names of one word.
const fn edges(place: Place) -> [usize; EDGES] {
    let [a, b, c, d] = Coarse::ALL;
    [
        OUTSIDE,
        tag(a, place),
        tag(a, Place::Unit),
        tag(b, place),
        tag(b, Place::Unit),
        tag(c, place),
        tag(c, Place::Unit),
        tag(d, place),
        tag(d, Place::Unit),
    ]
}

/// For each pair of tags that may follow each other, something.
#[derive(Clone, Copy, Debug, Default)]
struct Pairs<T> {
    /// By place in [`CLOSED`], then in [`ENTERED`].
    between: [[T; EDGES]; EDGES],
    /// Inside a name, by kind: from its begin, from its inside; to its inside, to its last.
    inside: [[[T; 2]; 2]; KINDS],
}

impl<T: Copy + Default> Pairs<T> {
    /// What `of` says of two tags.
    fn new(of: impl Fn(usize, usize) -> T) -> Self {
        let between = CLOSED.map(|from| ENTERED.map(|to| of(from, to)));
        let inside = Coarse::ALL.map(|kind| {
            [Place::Begin, Place::Inside]
                .map(|from| [Place::Inside, Place::Last].map(|to| of(tag(kind, from), tag(kind, to))))
        });
        Self { between, inside }
    }
}

/// How surely a tag must be excluded for its pairs to be left out of a sum of probabilities.
const NOTHING: f32 = 1e-12;

/// Calls `of` with the tags of each kind, in its order, and what `Pairs::inside` says of them.
fn names<T>(inside: &[[[T; 2]; 2]; KINDS], mut of: impl FnMut([usize; 3], &[[T; 2]; 2])) {
    for (kind, pairs) in Coarse::ALL.into_iter().zip(inside) {
        of([tag(kind, Place::Begin), tag(kind, Place::Inside), tag(kind, Place::Last)], pairs);
    }
}

/// What it costs or brings that one tag follows another.
#[derive(Clone, Debug)]
pub struct Transitions {
    weights: Pairs<i32>,
    /// By how much at most one tag of [`CLOSED`] can be better than another for what follows.
    spread: i32,
    begin: Scores,
    end: Scores,
    /// What one step of a score is in log-odds.
    unit: f32,
    /// The weights as odds, for probabilities.
    odds: Pairs<f32>,
    /// The odds of a score that is so many steps below the best.
    below: Vec<f32>,
}

impl Transitions {
    /// From weights at `from * TAGS + to`; pairs that cannot be are left out.
    #[must_use]
    pub fn new(weights: &[i32], unit: f32) -> Self {
        let weight = |from: usize, to: usize| weights.get(from * TAGS + to).copied().unwrap_or_default();
        debug_assert!(CLOSED.iter().all(|from| ENTERED.iter().all(|to| follows(*from, *to))));
        let pairs = Pairs::new(weight);
        let of_target = |to: usize| pairs.between.iter().filter_map(move |row| row.get(to).copied());
        let spreads = (0..EDGES).map(|to| {
            of_target(to).max().unwrap_or_default().saturating_sub(of_target(to).min().unwrap_or_default())
        });
        let edge = |may: bool, weight: i32| if may { weight } else { NEVER };
        // Down to where a score's odds are not even NOTHING, and no further, whatever a file says.
        let steps = (0..1 << 14).map(|steps| (-(steps as f32) * unit).exp());
        Self {
            spread: spreads.max().unwrap_or_default(),
            begin: std::array::from_fn(|tag| edge(begins(tag), weight(OUTSIDE, tag))),
            end: std::array::from_fn(|tag| edge(ends(tag), weight(tag, OUTSIDE))),
            unit,
            odds: Pairs::new(|from, to| (weight(from, to) as f32 * unit).exp()),
            weights: pairs,
            below: steps.take_while(|odds| *odds > NOTHING * NOTHING).collect(),
        }
    }

    /// Appends the best tags of the chain to `tags`. O(n) with a constant of a few dozen pairs: a tag that
    /// is further behind another than any weight could make good is not tried.
    pub fn decode(&self, scores: &[Scores], back: &mut Vec<[u8; TAGS]>, tags: &mut Vec<u8>) {
        back.clear();
        let mut best = [NEVER; TAGS];
        for (at, scores) in scores.iter().enumerate() {
            let mut from_best = [0u8; TAGS];
            let mut next = if at == 0 { self.begin } else { self.step(&best, &mut from_best) };
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

    /// The best sum for each tag of the next token, before its own score, and the tag it comes from.
    fn step(&self, best: &Scores, from_best: &mut [u8; TAGS]) -> Scores {
        let mut next = [NEVER; TAGS];
        let closed = CLOSED.map(|tag| at(best, tag));
        let least = closed.iter().copied().max().unwrap_or_default().saturating_sub(self.spread);
        let (mut most, mut chosen) = ([NEVER; EDGES], [0u8; EDGES]);
        for ((from, sum), weights) in CLOSED.into_iter().zip(closed).zip(&self.weights.between) {
            if sum < least {
                continue;
            }
            for ((most, chosen), weight) in most.iter_mut().zip(&mut chosen).zip(weights) {
                if sum + weight > *most {
                    (*most, *chosen) = (sum + weight, from as u8);
                }
            }
        }
        for ((to, most), from) in ENTERED.into_iter().zip(most).zip(chosen) {
            put(&mut next, to, most);
            put(from_best, to, from);
        }
        names(&self.weights.inside, |[begin, inside, last], [from_begin, from_inside]| {
            let (begun, within) = (at(best, begin), at(best, inside));
            for ((to, first), second) in [inside, last].into_iter().zip(from_begin).zip(from_inside) {
                let (first, second) = (begun + first, within + second);
                let (sum, from) = if second > first { (second, inside) } else { (first, begin) };
                put(&mut next, to, sum.max(NEVER));
                put(from_best, to, from as u8);
            }
        });
        next
    }
}

impl Transitions {
    /// How probable each of the chain's `tags` is (forward-backward: Rabiner 1989), appended to `sure`.
    /// Floating point: what is shown may differ in the last digit between machines, what is chosen not.
    pub fn confidence(&self, scores: &[Scores], tags: &[u8], sure: &mut Vec<f32>) {
        let odds = |score: i32| (score.max(NEVER / 8) as f32 * self.unit).exp();
        let local: Vec<[f32; TAGS]> = scores.iter().map(|scores| self.relative(scores)).collect();
        let mut forward: Vec<[f32; TAGS]> = Vec::with_capacity(local.len());
        for local in &local {
            let mut next = match forward.last() {
                None => self.begin.map(odds),
                Some(last) => self.after(last),
            };
            next.iter_mut().zip(local).for_each(|(next, local)| *next *= local);
            forward.push(scaled(next));
        }
        let mut backward: [f32; TAGS] = self.end.map(odds);
        let first = sure.len();
        for ((forward, local), tag) in forward.iter().zip(&local).zip(tags).rev() {
            let total: f32 = forward.iter().zip(backward).map(|(forward, backward)| forward * backward).sum();
            let chosen = at(forward, usize::from(*tag)) * at(&backward, usize::from(*tag));
            sure.push(if total > 0.0 { chosen / total } else { 0.0 });
            backward.iter_mut().zip(local).for_each(|(backward, local)| *backward *= local);
            backward = scaled(self.before(&backward));
        }
        if let Some(new) = sure.get_mut(first..) {
            new.reverse();
        }
    }

    /// The odds of each tag of a token from those of the token before.
    fn after(&self, last: &[f32; TAGS]) -> [f32; TAGS] {
        let (mut next, mut entered) = ([0.0; TAGS], [0.0; EDGES]);
        for (from, odds) in CLOSED.into_iter().zip(&self.odds.between) {
            let own = at(last, from);
            if own > NOTHING {
                entered.iter_mut().zip(odds).for_each(|(sum, odds)| *sum += own * odds);
            }
        }
        ENTERED.into_iter().zip(entered).for_each(|(to, sum)| put(&mut next, to, sum));
        names(&self.odds.inside, |[begin, inside, closing], [from_begin, from_inside]| {
            let (begun, within) = (at(last, begin), at(last, inside));
            for ((to, first), second) in [inside, closing].into_iter().zip(from_begin).zip(from_inside) {
                put(&mut next, to, begun * first + within * second);
            }
        });
        next
    }

    /// The odds of what follows each tag from those of the next token's tags.
    fn before(&self, next: &[f32; TAGS]) -> [f32; TAGS] {
        let mut before = [0.0; TAGS];
        let entered = ENTERED.map(|to| at(next, to));
        for (from, odds) in CLOSED.into_iter().zip(&self.odds.between) {
            put(&mut before, from, odds.iter().zip(entered).map(|(odds, entered)| odds * entered).sum());
        }
        names(&self.odds.inside, |[begin, inside, last], pairs| {
            for (from, odds) in [begin, inside].into_iter().zip(pairs) {
                let sum = odds.iter().zip([inside, last]).map(|(odds, to)| odds * at(next, to)).sum();
                put(&mut before, from, sum);
            }
        });
        before
    }

    /// The odds of each score against the highest.
    fn relative(&self, scores: &Scores) -> [f32; TAGS] {
        let top = scores.iter().copied().max().unwrap_or_default();
        scores.map(|score| self.below.get((top - score) as usize).copied().unwrap_or_default())
    }
}

fn at<T: Copy + Default>(values: &[T; TAGS], tag: usize) -> T {
    values.get(tag).copied().unwrap_or_default()
}

fn put<T>(values: &mut [T; TAGS], tag: usize, value: T) {
    if let Some(place) = values.get_mut(tag) {
        *place = value;
    }
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
