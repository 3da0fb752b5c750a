//! Titles of works: a quotation in title case after a word such as `film` or `novel`.

use crate::tag::Label;

use super::Hit;
use super::scan::Scanner;

/// Most words of a title.
const LONGEST: usize = 12;

impl Scanner<'_, '_> {
    /// A work's title that begins at `at`, just after an opening quotation mark.
    pub fn quoted(&self, at: usize, end: usize) -> Option<Hit> {
        let opening = self.before(at);
        let closing = match opening {
            "\"" => "\"",
            "“" => "”",
            "``" => "''",
            "‘" => "’",
            _ => return None,
        };
        let cued = (2..=4).any(|back| at.checked_sub(back).is_some_and(|before| is_cue(self.text(before))));
        if !cued || !self.word(at)?.capital() {
            return None;
        }
        let past = (at + 1..end.min(at + LONGEST)).find(|next| self.text(*next) == closing)?;
        let inside = self.words.get(at..past)?;
        let small =
            inside.iter().filter(|word| word.text.len() > 4 && word.shape == super::words::Shape::Lower);
        (small.count() == 0).then_some(Hit { start: at, end: past, label: Label::WorkOfArt, score: 0.7 })
    }
}

fn is_cue(word: &str) -> bool {
    const CUES: &[&str] = &[
        "film",
        "films",
        "movie",
        "book",
        "novel",
        "song",
        "single",
        "album",
        "play",
        "opera",
        "poem",
        "series",
        "show",
        "documentary",
        "musical",
        "sitcom",
        "memoir",
        "painting",
        "ballet",
        "titled",
        "entitled",
        "drama",
        "comedy",
        "hit",
        "essay",
        "story",
        "manga",
        "anime",
    ];
    CUES.contains(&word)
}
