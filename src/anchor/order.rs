//! Where a passage is to be expected, by what is known of those around it.
//!
//! Passages that were placed beyond doubt say where the text before and after them went; the nearer to
//! another they stood, the better they say where that one is now. Before any is placed a passage's own
//! old position is all there is, and says little in a text that was edited.

use super::evidence::nearness;

/// A passage that was placed beyond doubt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Its start in the old text.
    pub old: usize,
    /// Its start in the new one, in the same unit.
    pub new: usize,
    /// Which one it is.
    pub index: usize,
}

/// Neighbours on either side that are asked.
const ASKED: usize = 3;

/// What the positions of one passage say.
pub(super) enum Expectation {
    /// Nothing is known.
    None,
    /// Its old start alone.
    Own(usize),
    /// Its start in the new text as the comparison of the texts has it, and how many characters it may be
    /// off.
    Mapped(usize, usize),
    /// The start that neighbours before it and after it make one expect, and how far off each may be.
    Neighbours(Vec<(usize, usize)>, Vec<(usize, usize)>),
}

impl Expectation {
    /// By the neighbours of `index`, which started at `old`. `known` is in the order of the old text.
    pub fn by_neighbours(known: &[Known], index: usize, old: usize) -> Self {
        let at = known.partition_point(|known| known.old < old);
        let expect = |known: &Known| {
            let start = (known.new + old).saturating_sub(known.old);
            (start, known.old.abs_diff(old) / 8)
        };
        let others = |known: &&Known| known.index != index;
        let before = known.get(..at).unwrap_or_default().iter().rev().filter(others).take(ASKED);
        let after = known.get(at..).unwrap_or_default().iter().filter(others).take(ASKED);
        let (before, after): (Vec<_>, Vec<_>) = (before.map(expect).collect(), after.map(expect).collect());
        if before.is_empty() && after.is_empty() {
            return Self::Own(old);
        }
        Self::Neighbours(before, after)
    }

    /// What it says, in bits, for a passage that starts at `start` in a text of `length`.
    pub fn bits(&self, start: usize, length: usize) -> f32 {
        let near = |(expected, doubt): &(usize, usize)| nearness(start.abs_diff(*expected), *doubt, length);
        match self {
            Self::None => 0.0,
            Self::Own(old) if *old == start => nearness(0, length / 256, length),
            Self::Own(old) => nearness(start.abs_diff(*old), length / 24, length),
            Self::Mapped(expected, doubt) => 2.0 * near(&(*expected, *doubt)),
            Self::Neighbours(before, after) => {
                let best = |side: &[(usize, usize)]| side.iter().map(near).fold(0.0, f32::max);
                let (before, after) = (best(before), best(after));
                before.max(after) + before.min(after) / 2.0
            }
        }
    }

    /// The starts that are worth a look.
    pub fn starts(&self) -> Vec<usize> {
        match self {
            Self::None => Vec::new(),
            Self::Own(start) | Self::Mapped(start, _) => vec![*start],
            Self::Neighbours(before, after) => {
                let nearest = |side: &[(usize, usize)]| side.iter().min_by_key(|(_, doubt)| *doubt).copied();
                [nearest(before), nearest(after)].into_iter().flatten().map(|(start, _)| start).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expectation, Known};

    #[test]
    fn near_neighbours_say_more_than_far_ones() {
        let known: Vec<Known> = [(100, 150), (900, 400), (1000, 2000)]
            .into_iter()
            .enumerate()
            .map(|(index, (old, new))| Known { old, new, index })
            .collect();
        let expected = Expectation::by_neighbours(&known, 9, 920);
        let bits = |start| expected.bits(start, 5000);
        assert!(bits(420) > bits(970) && bits(420) > bits(1920) && bits(1920) > bits(4000));
        assert!(matches!(Expectation::by_neighbours(&known[..1], 0, 100), Expectation::Own(100)));
    }
}
