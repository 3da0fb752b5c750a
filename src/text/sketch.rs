//! What is kept of a text so that nearly the same text is known again without it.
//!
//! Invariant: the same text has the same sketch in every version and on every machine.

use serde::{Deserialize, Serialize};

/// How many runs of words are kept: the likeness of two texts is then right to about seven hundredths.
const KEPT: usize = 48;
/// Words in a run.
const RUN: usize = 4;

/// The smallest hashes of a text's runs of four words, in order (Broder, “On the resemblance and containment of
/// documents”, 1997). Case and punctuation make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// The sketch of `text`; of a text with fewer than four words it is empty. O(n).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut runs = Runs::default();
        let mut word = 0_u32;
        let begun = |word: u32| if word == 0 { 0x811c_9dc5 } else { word };
        for character in text.chars() {
            // Most are these, and the tables of Unicode are slow to look things up in.
            if character.is_ascii() {
                if character.is_ascii_alphanumeric() {
                    word = step(begun(word), character.to_ascii_lowercase() as u32) | 1;
                } else {
                    runs.take(&mut word);
                }
                continue;
            }
            for character in character.to_lowercase() {
                // Scripts without spaces between words are taken character by character.
                let alone = character >= '\u{2e80}' && character.is_alphabetic();
                if alone || !character.is_alphanumeric() {
                    runs.take(&mut word);
                }
                if character.is_alphanumeric() {
                    word = step(begun(word), character as u32) | 1;
                }
                if alone {
                    runs.take(&mut word);
                }
            }
        }
        runs.take(&mut word);
        Self(runs.kept)
    }

    /// What part of their runs of words two texts share, about: from 0 to 1.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let (mut one, mut two) = (self.0.as_slice(), other.0.as_slice());
        let (mut both, mut all) = (0_u8, 0_u8);
        while usize::from(all) < KEPT {
            match (one.split_first(), two.split_first()) {
                (Some((a, rest)), Some((b, _))) if a < b => one = rest,
                (Some((a, _)), Some((b, rest))) if a > b => two = rest,
                (Some((_, rest)), Some((_, other))) => {
                    (one, two) = (rest, other);
                    both += 1;
                }
                (Some((_, rest)), None) => one = rest,
                (None, Some((_, rest))) => two = rest,
                (None, None) => break,
            }
            all += 1;
        }
        if all == 0 { 0.0 } else { f32::from(both) / f32::from(all) }
    }
}

/// The runs of words that were come to.
#[derive(Default)]
struct Runs {
    kept: Vec<u32>,
    run: [u32; RUN],
    words: usize,
}

impl Runs {
    /// One word more, by its hash, which is 0 again after that; 0 is none.
    fn take(&mut self, word: &mut u32) {
        if *word == 0 {
            return;
        }
        self.run.rotate_left(1);
        if let Some(last) = self.run.last_mut() {
            *last = std::mem::take(word);
        }
        self.words += 1;
        if self.words >= RUN {
            keep(&mut self.kept, mixed(&self.run));
        }
    }
}

/// Fowler, Noll and Vo's step with a whole character.
const fn step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193)
}

fn mixed(run: &[u32; RUN]) -> u32 {
    let mut hash = run.iter().fold(0x811c_9dc5, |hash: u32, word| step(hash.rotate_left(5), *word));
    // The finish of MurmurHash3, so that the smallest are as good as drawn by lot.
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

fn keep(kept: &mut Vec<u32>, hash: u32) {
    if kept.len() == KEPT && kept.last().is_some_and(|last| *last <= hash) {
        return;
    }
    if let Err(at) = kept.binary_search(&hash) {
        kept.insert(at, hash);
        kept.truncate(KEPT);
    }
}

#[cfg(test)]
mod tests {
    use super::Sketch;

    fn text(changed: usize) -> String {
        let word = |n: usize| format!("{}{n} ", if n % 40 < changed { "other" } else { "word" });
        (0..400).map(word).collect()
    }

    #[test]
    fn the_more_is_changed_the_less_alike() {
        let sketch = Sketch::new(&text(0));
        let likeness = |changed| sketch.likeness(&Sketch::new(&text(changed)));
        assert!((likeness(0) - 1.0).abs() < f32::EPSILON);
        assert!(likeness(1) > 0.7, "{}", likeness(1));
        assert!(likeness(10) > 0.3 && likeness(10) < likeness(1), "{}", likeness(10));
        assert!(likeness(40) < 0.1, "{}", likeness(40));
    }

    #[test]
    fn a_sketch_is_the_same_in_every_version() {
        let sketch =
            Sketch::new("The Lamps burned in Évora, before 3 SHOPS closed: 中美合作 naïve İstanbul.");
        let expected = [
            358_492_260,
            806_497_535,
            865_547_890,
            1_423_927_503,
            1_532_545_365,
            1_598_202_679,
            1_620_900_935,
            2_002_539_993,
            2_053_753_341,
            2_479_348_284,
            2_896_485_116,
            3_477_949_528,
            4_103_522_163,
        ];
        assert_eq!(sketch.0, expected);
    }

    #[test]
    fn case_and_punctuation_make_no_difference_and_short_texts_have_no_sketch() {
        let one = Sketch::new("The lamps burned, before the shops closed.");
        assert_eq!(one, Sketch::new("the LAMPS burned before the shops closed"));
        assert_eq!(Sketch::new("The lamps burned"), Sketch::default());
        assert!(Sketch::default().likeness(&Sketch::default()) < f32::EPSILON);
        assert_ne!(Sketch::new("中美合作共赢符合国际社会利益"), Sketch::default());
    }
}
