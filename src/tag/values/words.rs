//! The small words that can begin a value or bear on one.
//!
//! Invariant: the table is sorted, so that a look-up is a binary search without allocation.

use crate::lexicon::search;

/// What a small word does to the value after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// `a`, `an`.
    A,
    /// `the`.
    The,
    /// `last`, `past`, `next` …: how many units from now.
    Shift(i8),
    /// `past`: a length up to now, or the unit before.
    Past,
    /// `coming`, `upcoming`.
    Coming,
    /// `following`, `previous`, `same`, `that`: tied to a time that the text named, which stays open.
    Tied,
    /// `every`, `each`.
    Every,
    /// `recent`.
    Recent,
    /// `early`, `late`, `mid` and their comparatives.
    Stage,
    /// `few`, `several`, `many`, `couple`: an open count.
    Count,
    /// `about`, `nearly` …
    Around,
    /// `over`.
    Over,
    /// `under`.
    Under,
    /// `more`, with `than`.
    More,
    /// `less`, `fewer`, with `than`.
    Less,
    /// `at`, with `least` or `most`.
    At,
    /// `up`, with `to`.
    Up,
    /// `as`, with `many as` or `much as`.
    As,
    /// `between`.
    Between,
    /// `aged`, `age`.
    Aged,
    /// `fiscal`.
    Fiscal,
    /// `minus`.
    Minus,
}

/// The function word that `word` is, in any case.
pub(super) fn function_word(word: &str) -> Option<Function> {
    search(WORDS, word)
}

use Function as F;

static WORDS: &[(&str, Function)] = &[
    ("a", F::A),
    ("about", F::Around),
    ("age", F::Aged),
    ("aged", F::Aged),
    ("almost", F::Around),
    ("an", F::A),
    ("approximately", F::Around),
    ("around", F::Around),
    ("as", F::As),
    ("at", F::At),
    ("between", F::Between),
    ("coming", F::Coming),
    ("couple", F::Count),
    ("each", F::Every),
    ("earlier", F::Stage),
    ("early", F::Stage),
    ("every", F::Every),
    ("few", F::Count),
    ("fewer", F::Less),
    ("fiscal", F::Fiscal),
    ("following", F::Tied),
    ("last", F::Shift(-1)),
    ("late", F::Stage),
    ("later", F::Stage),
    ("less", F::Less),
    ("many", F::Count),
    ("mid", F::Stage),
    ("minus", F::Minus),
    ("more", F::More),
    ("nearly", F::Around),
    ("next", F::Shift(1)),
    ("over", F::Over),
    ("past", F::Past),
    ("previous", F::Tied),
    ("recent", F::Recent),
    ("roughly", F::Around),
    ("same", F::Tied),
    ("several", F::Count),
    ("some", F::Around),
    ("that", F::Tied),
    ("the", F::The),
    ("this", F::Shift(0)),
    ("under", F::Under),
    ("up", F::Up),
    ("upcoming", F::Coming),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
