//! The best sequence of tags for a chain of tokens (Viterbi 1967), in integers.

use super::confidence::{Odds, Step};
use super::quad::{Quad, Tags};
use super::scheme::{Coarse, OUTSIDE, Place, TAGS, begins, ends, tag};

/// One sum a tag.
pub type Scores = Tags<i32>;

/// Below every sum that weights can add up to; sums are kept below 0, the best being 0, and above this.
const NEVER: i32 = -(1 << 25);

/// How many kinds of names there are.
const KINDS: usize = Coarse::ALL.len();

/// Tags that close a name or are outside one: after each of them may stand outside, and every tag that begins a
/// name or is one.
pub(super) const EDGES: usize = 2 * KINDS + 1;
const CLOSED: [u8; EDGES] = {
    let [a, b, c, d] = Coarse::ALL;
    [
        OUTSIDE as u8,
        tag(a, Place::Last) as u8,
        tag(a, Place::Unit) as u8,
        tag(b, Place::Last) as u8,
        tag(b, Place::Unit) as u8,
        tag(c, Place::Last) as u8,
        tag(c, Place::Unit) as u8,
        tag(d, Place::Last) as u8,
        tag(d, Place::Unit) as u8,
    ]
};

/// In the order of [`CLOSED`].
#[inline]
pub(super) fn closed<T: Copy>(tags: &Tags<T>) -> [T; EDGES] {
    let ([a, c, e, g], [b, d, f, h]) = (tags.last.0, tags.unit.0);
    [tags.outside, a, b, c, d, e, f, g, h]
}

/// What may follow a tag of [`CLOSED`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<T> {
    pub begin: Quad<T>,
    pub unit: Quad<T>,
    pub outside: T,
}

/// For each pair of tags that may follow each other, something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pairs<T> {
    /// By place in [`CLOSED`].
    pub between: [Next<T>; EDGES],
    /// Inside a name, by kind: from its begin to its inside, to its last; from its inside to these.
    pub begin_inside: Quad<T>,
    pub begin_last: Quad<T>,
    pub inside_inside: Quad<T>,
    pub inside_last: Quad<T>,
}

impl<T: Copy> Pairs<T> {
    /// What `of` says of two tags.
    pub fn new(of: impl Fn(usize, usize) -> T) -> Self {
        let to = |from: usize, place| Quad(Coarse::ALL.map(|kind| of(from, tag(kind, place))));
        let within = |from, to| Quad(Coarse::ALL.map(|kind| of(tag(kind, from), tag(kind, to))));
        let between = CLOSED.map(usize::from).map(|from| Next {
            begin: to(from, Place::Begin),
            unit: to(from, Place::Unit),
            outside: of(from, OUTSIDE),
        });
        Self {
            between,
            begin_inside: within(Place::Begin, Place::Inside),
            begin_last: within(Place::Begin, Place::Last),
            inside_inside: within(Place::Inside, Place::Inside),
            inside_last: within(Place::Inside, Place::Last),
        }
    }
}

/// What it costs or brings that one tag follows another.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// Each [`carried`] without a mark.
    weights: Pairs<i32>,
    begin: Scores,
    end: Scores,
    odds: Odds,
}

/// A sum and in the bits below it a mark of where it comes from, so that the larger of two such numbers is the larger
/// sum with its mark; of two sums alike it is that with the larger mark.
const fn carried(sum: i32, mark: i32) -> i32 {
    sum << MARK | mark
}
const MARK: u32 = 5;

/// The mark of the first of [`CLOSED`]; each further one has one less, so that the first of several wins.
const FIRST: i32 = EDGES as i32;

/// Marks inside a name: it begins with the word before, or that is inside it as well.
const BEGUN: i32 = 1;
const WITHIN: i32 = 0;

/// By tag, which mark its best sum had: where it comes from.
pub type Back = [u8; TAGS];

impl Transitions {
    /// From weights at `from * TAGS + to`, whose unit in log-odds is `unit`; pairs that cannot be are left out.
    #[must_use]
    pub fn new(weights: &[i32], unit: f32) -> Self {
        let weight = |from: usize, to: usize| weights.get(from * TAGS + to).copied().unwrap_or_default();
        let edge = |may: bool, weight: i32| if may { weight } else { NEVER };
        let begin = Tags::of(|tag| edge(begins(tag), weight(OUTSIDE, tag)));
        let end = Tags::of(|tag| edge(ends(tag), weight(tag, OUTSIDE)));
        Self {
            weights: Pairs::new(|from, to| carried(weight(from, to), 0)),
            begin,
            end,
            odds: Odds::new(weight, unit),
        }
    }

    /// Appends the best tags of the chain to `tags`. O(n) with a constant of a hundred pairs.
    pub fn decode(&self, scores: &[Scores], back: &mut Vec<Back>, tags: &mut Vec<u8>) {
        back.clear();
        let mut best = self.begin;
        for (at, scores) in scores.iter().enumerate() {
            let mut next = self.begin;
            if at > 0 {
                let carried = self.step(&best);
                back.push(carried.map(|sum| (sum & ((1 << MARK) - 1)) as u8).in_order());
                next = carried.map(|sum| sum >> MARK);
            }
            next = next.with(scores, |sum, score| sum.saturating_add(score));
            let most = next.fold(i32::max);
            best = next.map(|sum| sum.saturating_sub(most).max(NEVER));
        }
        if scores.is_empty() {
            return;
        }
        let sums = best.with(&self.end, |sum, end| sum + end).in_order();
        let (mut tag, mut most) = (0u8, i32::MIN);
        for (number, sum) in (0u8..).zip(sums) {
            if sum > most {
                (tag, most) = (number, sum);
            }
        }
        let first = tags.len();
        tags.push(tag);
        for marks in back.iter().rev() {
            tag = before(tag, marks);
            tags.push(tag);
        }
        if let Some(new) = tags.get_mut(first..) {
            new.reverse();
        }
    }

    /// The best sum for each tag of the next token, before its own score, [`carried`] with where it comes from.
    #[inline]
    fn step(&self, best: &Scores) -> Scores {
        let weights = &self.weights;
        let (mut begin, mut unit, mut outside) = (Quad::all(i32::MIN), Quad::all(i32::MIN), i32::MIN);
        for ((mark, sum), next) in (0..FIRST).rev().zip(closed(best)).zip(&weights.between) {
            let sum = carried(sum, mark + 1);
            begin = begin.with(next.begin, |most, weight| most.max(sum + weight));
            unit = unit.with(next.unit, |most, weight| most.max(sum + weight));
            outside = outside.max(sum + next.outside);
        }
        let begun = best.begin.map(|sum| carried(sum, BEGUN));
        let within = best.inside.map(|sum| carried(sum, WITHIN));
        let either = |from_begin: Quad<i32>, from_inside: Quad<i32>| {
            let (begun, within) =
                (begun.with(from_begin, |a, b| a + b), within.with(from_inside, |a, b| a + b));
            begun.with(within, i32::max)
        };
        let inside = either(weights.begin_inside, weights.inside_inside);
        Tags { begin, inside, last: either(weights.begin_last, weights.inside_last), unit, outside }
    }

    /// How probable each of the chain's `tags` is, appended to `sure`. See [`Odds::confidence`].
    pub fn confidence(&self, scores: &[Scores], tags: &[u8], steps: &mut Vec<Step>, sure: &mut Vec<f32>) {
        self.odds.confidence(scores, tags, steps, sure);
    }
}

/// The tag before `tag` by the marks of its token.
fn before(tag: u8, marks: &Back) -> u8 {
    let mark = marks.get(usize::from(tag)).copied().map(i32::from).unwrap_or_default();
    match super::scheme::parts(usize::from(tag)) {
        // Numbers of tags go through the places of a kind in order: begin, inside, last.
        Some((_, Place::Inside)) if mark == BEGUN => tag - 1,
        Some((_, Place::Inside)) => tag,
        Some((_, Place::Last)) if mark == BEGUN => tag - 2,
        Some((_, Place::Last)) => tag - 1,
        _ => CLOSED.get((FIRST - mark) as usize).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Scores, Transitions};
    use crate::linear::mix;
    use crate::tag::names::scheme::{Coarse, Place, TAGS, begins, ends, follows, tag};

    fn with(scored: &[(usize, i32)]) -> Scores {
        let of = |tag: usize| scored.iter().find(|(scored, _)| *scored == tag).map_or(0, |(_, score)| *score);
        Scores::of(of)
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

    /// The best sum of any allowed sequence, one tag after the other.
    fn best(scores: &[[i32; TAGS]], weights: &[i32]) -> i32 {
        let weight = |from: usize, to: usize| weights[from * TAGS + to];
        let mut sums: Vec<Option<i32>> = (0..TAGS).map(|tag| begins(tag).then(|| weight(0, tag))).collect();
        for (at, scores) in scores.iter().enumerate() {
            if at > 0 {
                let from = |to: usize| (0..TAGS).filter(move |from| follows(*from, to));
                sums = (0..TAGS)
                    .map(|to| from(to).filter_map(|from| Some(sums[from]? + weight(from, to))).max())
                    .collect();
            }
            sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum = sum.map(|sum| sum + score));
        }
        let ended =
            |(tag, sum): (usize, &Option<i32>)| sum.filter(|_| ends(tag)).map(|sum| sum + weight(tag, 0));
        sums.iter().enumerate().filter_map(ended).max().unwrap()
    }

    #[test]
    fn no_allowed_sequence_has_a_higher_sum() {
        let number =
            |seed: u32, at: usize, most: u32| (mix(seed, at as u32) % (2 * most)) as i32 - most as i32;
        for seed in 0..200 {
            let weights: Vec<i32> = (0..TAGS * TAGS).map(|at| number(seed, at, 300)).collect();
            let length = seed as usize % 9 + 1;
            let scores: Vec<[i32; TAGS]> = (0..length)
                .map(|at| std::array::from_fn(|tag| number(seed + 1000, at * TAGS + tag, 500)))
                .collect();
            let chain: Vec<Scores> = scores.iter().map(|scores| Scores::of(|tag| scores[tag])).collect();
            let mut tags = Vec::new();
            Transitions::new(&weights, 0.1).decode(&chain, &mut Vec::new(), &mut tags);
            let path: Vec<usize> = tags.iter().map(|tag| usize::from(*tag)).collect();
            assert!(begins(path[0]) && ends(path[length - 1]), "{path:?}");
            assert!(path.windows(2).all(|pair| follows(pair[0], pair[1])), "{path:?}");
            let steps: i32 = path.windows(2).map(|pair| weights[pair[0] * TAGS + pair[1]]).sum();
            let own: i32 = path.iter().zip(&scores).map(|(tag, scores)| scores[*tag]).sum();
            let edges = weights[path[0]] + weights[path[length - 1] * TAGS];
            assert_eq!(steps + own + edges, best(&scores, &weights), "{seed}");
        }
    }

    #[test]
    fn sums_past_all_bounds_end_in_some_tags() {
        let scores = vec![with(&[(1, i32::MAX), (2, i32::MIN), (3, i32::MIN + 1)]); 5];
        let mut tags = Vec::new();
        Transitions::new(&[32_767; TAGS * TAGS], 0.1).decode(&scores, &mut Vec::new(), &mut tags);
        assert_eq!(tags.len(), 5);
        Transitions::new(&[], 0.1).decode(&[], &mut Vec::new(), &mut tags);
        assert_eq!(tags.len(), 5);
    }
}
