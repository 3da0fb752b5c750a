//! Persons: what follows a title, and what begins with a given name or an initial.

use crate::lexicon::names::{NameClass, names};
use crate::tag::Label;

use super::Hit;
use super::heads::{head, is_particle, is_title};
use super::scan::Scanner;
use super::words::Shape;

/// Most words of a person's name.
const LONGEST: usize = 7;

impl Scanner<'_, '_> {
    /// A person's name that begins at `at`. After a title (`titled`) any capital will do; elsewhere the
    /// first word must be a given name or an initial, or the last a known surname.
    pub fn person(&self, at: usize, end: usize, titled: bool) -> Option<Hit> {
        let first = self.word(at).filter(|word| word.capital() && !word.function())?;
        if at >= end || first.doubtful() && !titled || titled && self.is_place_or_people(at, end) {
            return None;
        }
        if names().class(first.text) == Some(NameClass::Norp) || head(first.text).is_some() && !titled {
            return None;
        }
        let past = self.person_end(at, end);
        let length = past - at;
        let last = self.text(past.checked_sub(1)?);
        let given = names().is_given(first.text);
        let initial = first.shape == Shape::Initial && length > 1;
        let surname = length > 1 && length < 4 && names().is_surname(last) && !first.common;
        let particle = self.particles(at + 1, past).is_some() && !first.common;
        let threaded = length == 3
            && self.may_open(at)
            && self.known(at + 1, end).is_some_and(|hit| hit.label == Label::Gpe);
        let plain = first.shape == Shape::Capital || initial;
        let score = match () {
            () if titled => 0.85,
            () if given && length > 1 => 0.85,
            () if initial || particle || threaded || surname && plain => 0.7,
            () => return None,
        };
        Some(Hit { start: at, end: past, label: Label::Person, score })
    }

    fn is_place_or_people(&self, at: usize, end: usize) -> bool {
        self.known(at, end)
            .is_some_and(|hit| matches!(hit.label, Label::Gpe | Label::Norp | Label::Org | Label::Loc))
    }

    fn person_end(&self, at: usize, end: usize) -> usize {
        let mut next = at + 1;
        let limit = end.min(at + LONGEST);
        while next < limit {
            if self.joins(next, end) {
                next += 2;
            } else if self.continues_person(at, next, end) {
                next += 1;
            } else if let Some(past) = self.particles(next, limit) {
                next = past;
            } else {
                break;
            }
        }
        next
    }

    /// One past the particles and the capital after them: `van der`, `bin`, `de la`.
    fn particles(&self, at: usize, end: usize) -> Option<usize> {
        let mut next = at;
        while next < end && next < at + 2 && is_particle(self.text(next)) {
            next += 1;
        }
        if next > at && self.text(next) == "-" && self.word(next).is_some_and(|hyphen| hyphen.glued) {
            next += 1;
        }
        let capital = self.word(next).is_some_and(|word| word.shape == Shape::Capital);
        (next > at && next < end && capital).then_some(next + 1)
    }

    fn continues_person(&self, first: usize, at: usize, end: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        if matches!(word.text, ".") && word.glued && self.text(at - 1).chars().count() == 1 {
            return true;
        }
        if matches!(word.text, "Jr" | "Jr." | "Sr." | "II" | "III" | "IV" | "XVI" | "XIV") {
            return true;
        }
        let shaped = matches!(word.shape, Shape::Capital | Shape::Initial) && !word.function();
        if !shaped || is_title(word.text) || word.headline && word.common {
            return word.text == "May" && at == first + 1 && names().is_given(self.text(first));
        }
        let known = self.known(at, end);
        if known.is_some_and(|hit| hit.end > at + 1 || hit.label == Label::Norp || hit.label == Label::Org) {
            return false;
        }
        let place = known.is_some_and(|hit| hit.label != Label::Person);
        if place || head(word.text).is_some() {
            // `Duarte Lima Pestana`: a place between a given name and a surname is a name of the person.
            let middle = place && at == first + 1 && self.may_open(first) && self.surname_at(at + 1, end);
            let after_initial = self.word(at - 1).is_some_and(|before| before.shape == Shape::Initial);
            return middle
                || (at == first + 1 && names().is_given(self.text(first))
                    || after_initial && at > first + 1)
                    && !self.word(at + 1).is_some_and(|next| next.capital());
        }
        true
    }

    /// Whether a listed given name or surname stands at `at`.
    fn may_open(&self, at: usize) -> bool {
        names().is_given(self.text(at)) || names().is_surname(self.text(at))
    }

    /// Whether a word that is nothing else than a surname stands at `at`, and ends the run.
    fn surname_at(&self, at: usize, end: usize) -> bool {
        let shaped = self.word(at).is_some_and(|word| word.shape == Shape::Capital && !word.common);
        let last = !self.word(at + 1).is_some_and(|next| next.capital());
        let free = head(self.text(at)).is_none() && !is_title(self.text(at));
        at < end && shaped && last && free && self.known(at, end).is_none_or(|hit| hit.label == Label::Person)
    }
}
