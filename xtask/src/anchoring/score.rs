//! What counts as right.
//!
//! A place is *right* when it shares at least four fifths of its characters with the true one (intersection
//! over union), or both of its ends are at most three characters off. Its *ends are off* when it shares at
//! least half. Anything else that was placed is *wrong*, also where the passage has no place any more. A
//! passage that was put nowhere, or of which several places were named, is *kept*; where less than a third
//! of its letters are left that is what should be done, which is why those are counted apart.

use std::fmt;
use std::iter::Sum;
use std::ops::{AddAssign, Range};

use super::corpus::Passage;

/// Start and end of a place, if there is one.
pub type Placed = Option<(usize, usize)>;

/// How many passages came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    right: usize,
    ends_off: usize,
    wrong: usize,
    kept: usize,
    gone: usize,
}

impl Score {
    /// The score of one passage.
    pub fn one(passage: &Passage, placed: Placed) -> Self {
        let mut score = Self::default();
        let Some((start, end)) = placed else {
            let slot = if passage.gone { &mut score.gone } else { &mut score.kept };
            *slot += 1;
            return score;
        };
        let slot = match passage.new.as_ref().map(|truth| (truth, shared(truth, start, end))) {
            Some((_, share)) if share >= 0.8 => &mut score.right,
            Some((truth, _)) if truth.start.abs_diff(start) <= 3 && truth.end.abs_diff(end) <= 3 => {
                &mut score.right
            }
            Some((_, share)) if share >= 0.5 => &mut score.ends_off,
            _ => &mut score.wrong,
        };
        *slot += 1;
        score
    }
}

/// Intersection over union.
fn shared(truth: &Range<usize>, start: usize, end: usize) -> f64 {
    let both = truth.end.min(end).saturating_sub(truth.start.max(start));
    let all = truth.len() + end.saturating_sub(start) - both;
    both as f64 / all.max(1) as f64
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.ends_off += other.ends_off;
        self.wrong += other.wrong;
        self.kept += other.kept;
        self.gone += other.gone;
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |mut sum, score| {
            sum += score;
            sum
        })
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { right, ends_off, wrong, kept, gone } = self;
        write!(out, "{right:>5} /{ends_off:>4} /{wrong:>5}, {:>4} ({gone:>4})", kept + gone)
    }
}

#[cfg(test)]
mod tests {
    use super::Score;
    use crate::anchoring::corpus::Passage;

    #[test]
    fn a_place_is_judged_by_what_it_shares_with_the_true_one() {
        let passage = Passage { old: 0..1, new: Some(100..140), gone: false };
        let lost = Passage { gone: true, ..passage.clone() };
        let score = |passage: &Passage, placed| Score::one(passage, placed).to_string();
        assert_eq!(score(&passage, Some((104, 140))), "    1 /   0 /    0,    0 (   0)");
        assert_eq!(score(&passage, Some((110, 150))), "    0 /   1 /    0,    0 (   0)");
        assert_eq!(score(&passage, Some((10, 50))), "    0 /   0 /    1,    0 (   0)");
        assert_eq!(score(&passage, None), "    0 /   0 /    0,    1 (   0)");
        assert_eq!(score(&lost, None), "    0 /   0 /    0,    1 (   1)");
        let word = Passage { new: Some(5..7), ..passage };
        assert_eq!(score(&word, Some((5, 10))), "    1 /   0 /    0,    0 (   0)");
    }
}
