//! What is left: a capitalised run that no list and no head explains. Its shape and the words around it
//! decide; the score says that it is a guess.

use crate::lexicon::names::names;
use crate::tag::Label;

use super::Hit;
use super::heads::{is_saying, is_title};
use super::scan::{Scanner, Step};
use super::words::Shape;

impl Scanner<'_, '_> {
    /// Guesses the run that begins at `at`; the word there is capitalised and not known.
    pub fn guess(&self, at: usize, end: usize) -> Step {
        let Some(word) = self.word(at) else { return Step::Skip(at + 1) };
        let past = self.guess_end(at, end);
        let length = past - at;
        let run = self.words.get(at..past).unwrap_or_default();
        let hit = |label, score| Step::Name(Hit { start: at, end: past, label, score });
        if length == 1 && (word.shape == Shape::Initial || word.common) {
            return Step::Skip(past);
        }
        if word.shape == Shape::Caps && length == 1 {
            return self.acronym(at);
        }
        if let Some(label) = self.context(at, past) {
            return hit(label, 0.6);
        }
        let placed = self.placed(at);
        let said = is_saying(self.text(past));
        let common = run.iter().filter(|word| word.common).count();
        if length == 1 && (names().is_given(word.text) || names().is_surname(word.text)) {
            return hit(Label::Person, 0.55);
        }
        let comma = self.text(past) == ",";
        let before_place = comma && self.known(past + 1, end).is_some_and(|known| known.label == Label::Gpe);
        let hyphened = length > 1
            && run.windows(2).any(
                |pair| matches!(pair, [hyphen, part] if hyphen.text == "-" && part.shape == Shape::Lower),
            );
        match () {
            () if hyphened => hit(Label::Person, 0.65),
            () if common > 0 && word.headline => Step::Skip(past),
            () if common == run.len() => Step::Skip(past),
            () if common > 0 => hit(Label::Org, 0.4),
            () if said => hit(Label::Person, 0.6),
            () if length > 1 && length < 4 && self.signs(at, end) => hit(Label::Person, 0.7),
            () if before_place || place_ending(word.text) => hit(Label::Gpe, 0.6),
            () if placed && length < 3 => hit(Label::Gpe, 0.5),
            () if length == 1 && self.first_pass && !self.impersonal(at) => hit(Label::Person, 0.2),
            () if length == 1 => Step::Skip(past),
            () if length < 4 => hit(Label::Person, 0.5),
            () => hit(Label::Org, 0.4),
        }
    }

    /// Whether the single word at `at` can be no person: behind an article, or a teaching (`-ology`, `-ism`).
    fn impersonal(&self, at: usize) -> bool {
        let word = self.text(at);
        matches!(self.before(at), "the" | "The") || word.ends_with("ology") || word.ends_with("ism")
    }

    /// Whether what stands before `at` asks for a place: `in`, `the town of`, `south of`.
    fn placed(&self, at: usize) -> bool {
        match self.before(at) {
            "in" | "near" | "at" | "outside" | "In" | "towards" | "around" => true,
            "of" => at.checked_sub(2).is_some_and(|before| is_place_noun(self.text(before))),
            "between" => at.checked_sub(2).is_some_and(|before| is_way(self.text(before))),
            "and" => {
                let pair = || at.checked_sub(3).is_some_and(|before| self.text(before) == "between");
                pair() && self.placed(at - 2)
            }
            _ => false,
        }
    }

    fn acronym(&self, at: usize) -> Step {
        let Some(word) = self.word(at) else { return Step::Skip(at + 1) };
        let length = word.text.chars().filter(|c| c.is_alphabetic()).count();
        if word.headline && word.common
            || !(2..=6).contains(&length)
            || word.text.starts_with(|c: char| c.is_ascii_digit())
        {
            return Step::Skip(at + 1);
        }
        Step::Name(Hit { start: at, end: at + 1, label: Label::Org, score: 0.5 })
    }

    /// The run goes on until something else is known to begin.
    fn guess_end(&self, at: usize, end: usize) -> usize {
        let run = self.run_end(at, end);
        let mut next = at + 1;
        while next < run {
            if is_title(self.text(next)) || self.known(next, end).is_some() {
                break;
            }
            next += if self.joins(next, end) { 2 } else { 1 };
        }
        next.min(run.max(at + 1))
    }
}

fn is_place_noun(word: &str) -> bool {
    const NOUNS: [&str; 26] = [
        "city",
        "town",
        "village",
        "suburb",
        "suburbs",
        "province",
        "state",
        "district",
        "capital",
        "port",
        "region",
        "outskirts",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "coast",
        "streets",
        "mayor",
        "governor",
        "island",
        "county",
    ];
    NOUNS.contains(&word)
}

/// What lies between two places.
fn is_way(word: &str) -> bool {
    const NOUNS: [&str; 20] = [
        "road", "roads", "highway", "border", "route", "line", "distance", "flight", "flights", "ferry",
        "ferries", "train", "trains", "railway", "coast", "grounds", "frontier", "bridge", "corridor",
        "halfway",
    ];
    NOUNS.contains(&word)
}

fn place_ending(word: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["stan", "ville", "burg", "grad", "abad", "pur", "pore", "shire", "ington", "land", "town", "istan"];
    word.chars().count() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
