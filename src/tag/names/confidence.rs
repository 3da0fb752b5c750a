//! How probable the tags of a chain are (forward-backward: Rabiner 1989). Floating point: what is shown may differ in
//! the last digits between machines; what is chosen is decided in integers ([`super::decode`]).

use super::decode::{EDGES, Next, Pairs, Scores, closed};
use super::quad::{Quad, Tags};
use super::scheme::{OUTSIDE, begins, ends};

/// The odds below which a score counts for nothing.
const NOTHING: f32 = 1e-24;

/// Transitions as odds.
#[derive(Clone, Debug)]
pub struct Odds {
    /// From a tag of [`closed`] to the next, and inside a name.
    after: Pairs<f32>,
    /// The same from the next: for each of the tags that begin, are alone or outside, in the order of [`entered`],
    /// the odds of those before it.
    before: [Before; EDGES],
    begin: Tags<f32>,
    end: Tags<f32>,
    /// The odds of a score that is so many steps below the best.
    below: Vec<f32>,
}

/// A token's odds by its tag, by itself and with all that is before it.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    forward: Tags<f32>,
    local: Tags<f32>,
}

/// The odds of the tags of [`closed`] before a tag.
#[derive(Clone, Copy, Debug)]
struct Before {
    last: Quad<f32>,
    unit: Quad<f32>,
    outside: f32,
}

/// Tags that may follow those of [`closed`]: outside, and by kind beginning a name and being one.
#[inline]
fn entered<T: Copy>(begin: Quad<T>, unit: Quad<T>, outside: T) -> [T; EDGES] {
    let ([a, c, e, g], [b, d, f, h]) = (begin.0, unit.0);
    [outside, a, b, c, d, e, f, g, h]
}

impl Odds {
    /// From the weight of each pair of tags, whose unit in log-odds is `unit`.
    pub fn new(weight: impl Fn(usize, usize) -> i32, unit: f32) -> Self {
        let odds = |from: usize, to: usize| (weight(from, to) as f32 * unit).exp();
        let edge = |may: bool, odds: f32| if may { odds } else { 0.0 };
        let numbers: Tags<usize> = Tags::of(|tag| tag);
        let before = entered(numbers.begin, numbers.unit, numbers.outside).map(|to| Before {
            last: numbers.last.map(|from| odds(from, to)),
            unit: numbers.unit.map(|from| odds(from, to)),
            outside: odds(OUTSIDE, to),
        });
        // Down to where a score's odds are nothing, and no further, whatever a file says.
        let steps = (0..1 << 14).map(|steps| (-(steps as f32) * unit).exp());
        Self {
            after: Pairs::new(odds),
            before,
            begin: Tags::of(|tag| edge(begins(tag), odds(OUTSIDE, tag))),
            end: Tags::of(|tag| edge(ends(tag), odds(tag, OUTSIDE))),
            below: steps.take_while(|odds| *odds > NOTHING).collect(),
        }
    }

    /// How probable each of the chain's `tags` is, appended to `sure`; `steps` is room to be used again. O(n).
    pub fn confidence(&self, scores: &[Scores], tags: &[u8], steps: &mut Vec<Step>, sure: &mut Vec<f32>) {
        steps.clear();
        for scores in scores {
            let local = self.relative(scores);
            let next = steps.last().map_or(self.begin, |last| self.after(&last.forward));
            let forward = scaled(&next.with(&local, |next, local| next * local));
            steps.push(Step { forward, local });
        }
        let mut backward = self.end;
        let first = sure.len();
        for (Step { forward, local }, tag) in steps.iter().zip(tags).rev() {
            let both = forward.with(&backward, |forward, backward| forward * backward);
            let total = both.fold(|a, b| a + b);
            let chosen = both.in_order().get(usize::from(*tag)).copied().unwrap_or_default();
            sure.push(if total > 0.0 { chosen / total } else { 0.0 });
            let next = backward.with(local, |backward, local| backward * local);
            backward = scaled(&self.before(&next));
        }
        if let Some(new) = sure.get_mut(first..) {
            new.reverse();
        }
    }

    /// The odds of each tag of a token from those of the token before.
    #[inline]
    fn after(&self, last: &Tags<f32>) -> Tags<f32> {
        let (mut begin, mut unit, mut outside) = (Quad::all(0.0), Quad::all(0.0), 0.0);
        for (own, next) in closed(last).into_iter().zip(&self.after.between) {
            let Next { begin: to_begin, unit: to_unit, outside: to_outside } = next;
            begin = begin.with(*to_begin, |sum, odds| sum + own * odds);
            unit = unit.with(*to_unit, |sum, odds| sum + own * odds);
            outside += own * to_outside;
        }
        let either = |from_begin: Quad<f32>, from_inside: Quad<f32>| {
            let begun = last.begin.with(from_begin, |own, odds| own * odds);
            begun.with(last.inside.with(from_inside, |own, odds| own * odds), |a, b| a + b)
        };
        let inside = either(self.after.begin_inside, self.after.inside_inside);
        Tags { begin, inside, last: either(self.after.begin_last, self.after.inside_last), unit, outside }
    }

    /// The odds of what follows each tag from those of the next token's tags.
    #[inline]
    fn before(&self, next: &Tags<f32>) -> Tags<f32> {
        let (mut last, mut unit, mut outside) = (Quad::all(0.0), Quad::all(0.0), 0.0);
        for (own, before) in entered(next.begin, next.unit, next.outside).into_iter().zip(&self.before) {
            last = last.with(before.last, |sum, odds| sum + own * odds);
            unit = unit.with(before.unit, |sum, odds| sum + own * odds);
            outside += own * before.outside;
        }
        let either = |to_inside: Quad<f32>, to_last: Quad<f32>| {
            let within = next.inside.with(to_inside, |own, odds| own * odds);
            within.with(next.last.with(to_last, |own, odds| own * odds), |a, b| a + b)
        };
        let begin = either(self.after.begin_inside, self.after.begin_last);
        Tags { begin, inside: either(self.after.inside_inside, self.after.inside_last), last, unit, outside }
    }

    /// The odds of each score against the highest.
    #[inline]
    fn relative(&self, scores: &Scores) -> Tags<f32> {
        let top = scores.fold(i32::max);
        let odds = |score: i32| self.below.get(top.wrapping_sub(score) as usize).copied();
        scores.map(|score| odds(score).unwrap_or_default())
    }
}

/// The values so that they sum to one.
#[inline]
fn scaled(values: &Tags<f32>) -> Tags<f32> {
    let sum = values.fold(|a, b| a + b);
    if sum > 0.0 { values.map(|value| value / sum) } else { *values }
}

#[cfg(test)]
mod tests {
    use crate::linear::mix;
    use crate::tag::names::decode::{Scores, Transitions};
    use crate::tag::names::scheme::{Coarse, OUTSIDE, Place, TAGS, begins, ends, follows, tag};

    #[test]
    fn it_is_the_share_of_all_allowed_sequences() {
        const UNIT: f64 = 0.01;
        let number =
            |seed: u32, at: usize, most: u32| (mix(seed, at as u32) % (2 * most)) as i32 - most as i32;
        for seed in 0..20 {
            let weights: Vec<i32> = (0..TAGS * TAGS).map(|at| number(seed, at, 150)).collect();
            let weight = |from: usize, to: usize| weights[from * TAGS + to];
            let scores: [[i32; TAGS]; 3] =
                std::array::from_fn(|at| std::array::from_fn(|tag| number(seed + 100, at * TAGS + tag, 150)));
            let (mut all, mut with) = (0.0, [[0.0; TAGS]; 3]);
            for path in (0..TAGS.pow(3)).map(|path| [path / TAGS / TAGS, path / TAGS % TAGS, path % TAGS]) {
                let [a, b, c] = path;
                if !(begins(a) && follows(a, b) && follows(b, c) && ends(c)) {
                    continue;
                }
                let steps = weight(OUTSIDE, a) + weight(a, b) + weight(b, c) + weight(c, OUTSIDE);
                let own: i32 = path.iter().zip(&scores).map(|(tag, scores)| scores[*tag]).sum();
                let odds = (f64::from(steps + own) * UNIT).exp();
                all += odds;
                path.iter().zip(&mut with).for_each(|(tag, with)| with[*tag] += odds);
            }
            let chain = scores.map(|scores| Scores::of(|tag| scores[tag]));
            let transitions = Transitions::new(&weights, UNIT as f32);
            for tag in 0..TAGS {
                let mut sure = Vec::new();
                transitions.confidence(&chain, &[tag as u8; 3], &mut Vec::new(), &mut sure);
                for (sure, with) in sure.iter().zip(with) {
                    assert!((f64::from(*sure) - with[tag] / all).abs() < 1e-5, "{seed} {tag} {sure}");
                }
            }
        }
    }

    #[test]
    fn confidence_is_a_probability_and_grows_with_the_score() {
        let transitions = Transitions::new(&[0; TAGS * TAGS], 0.1);
        let unit = tag(Coarse::Loc, Place::Unit);
        let of = |tag: usize, score: i32, of: usize| {
            let mut sure = Vec::new();
            let scores = Scores::of(|other| if other == tag { score } else { 0 });
            transitions.confidence(&[scores], &[of as u8], &mut Vec::new(), &mut sure);
            sure[0]
        };
        let sure = |score: i32| of(unit, score, unit);
        // Five tags can stand alone: outside and four kinds.
        assert!((sure(0) - 0.2).abs() < 1e-5, "{}", sure(0));
        assert!(sure(20) > 0.6 && sure(90) > 0.99 && sure(90) <= 1.0);
        let none = of(OUTSIDE, 0, tag(Coarse::Loc, Place::Last));
        assert!(none < 1e-6, "a name cannot be all of its last word: {none}");
    }
}
