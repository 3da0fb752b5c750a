//! What the words around a name say of it: an apposition (`X, a grid company`), a noun after it
//! (`two X submarines`), a credit (`Photo: N.N./X`), a byline, a verb of speech before a language.
//!
//! Invariant: every cue is a closed list of nouns or a block's kind; nothing here reads the name itself.

use crate::document::BlockKind;
use crate::tag::Label;

use super::Hit;
use super::heads::{head, is_function};
use super::scan::Scanner;
use super::words::Shape;

/// Most words of an apposition before its noun.
const LONGEST: usize = 6;

impl Scanner<'_, '_> {
    /// What the words around the unknown run `at..past` say that it is.
    pub fn context(&self, at: usize, past: usize) -> Option<Label> {
        let credit = self.before(at) == "/" && self.text(past) == ")" && past == at + 1;
        if credit || self.is_organisation(past) {
            return Some(Label::Org);
        }
        (past > at + 1 && is_thing(self.text(past))).then_some(Label::Product)
    }

    /// Whether an apposition at `past` calls the name before it an organisation: `, a grid company based`.
    pub fn is_organisation(&self, past: usize) -> bool {
        if self.text(past) != "," || !matches!(self.text(past + 1), "a" | "an" | "the") {
            return false;
        }
        let inside = (past + 2..past + 2 + LONGEST).take_while(|at| {
            self.word(*at).is_some_and(|word| word.shape != Shape::Other && !word.function())
        });
        inside.into_iter().any(|at| {
            let next = self.text(at + 1);
            let closes = is_function(next) || matches!(next, "," | "." | "based" | "owned" | "founded");
            closes && is_organisation_noun(self.text(at))
        })
    }

    /// `Vasco da Gama Bridge`: what is named after a person is what its head says.
    pub fn named_after(&self, person: Hit, end: usize) -> Hit {
        if self.is_organisation(person.end) && person.score < 0.8 {
            return Hit { label: Label::Org, ..person };
        }
        let particles =
            (person.start..person.end).any(|at| self.word(at).is_some_and(|word| word.shape == Shape::Lower));
        let next = self.word(person.end).filter(|word| person.end < end && word.shape == Shape::Capital);
        match next.and_then(|word| head(word.text)).filter(|_| particles) {
            Some(label) => Hit { end: person.end + 1, label, ..person },
            None => person,
        }
    }

    /// Whether a people's name stands for its language: `answered in Portuguese`, `speaks Polish`.
    pub fn spoken(&self, hit: Hit) -> bool {
        let alone = || {
            let next = self.text(hit.end);
            next.is_empty() || is_function(next) || !next.starts_with(char::is_alphanumeric)
        };
        let before = self.before(hit.start);
        let cued = before == "in" || matches!(before, "speak" | "speaks" | "spoke" | "speaking" | "fluent");
        hit.label == Label::Norp && hit.end == hit.start + 1 && cued && self.text(hit.end) != "-" && alone()
    }

    /// Whether the run at `at` stands in a byline, where persons sign and places follow in capitals.
    pub fn signs(&self, at: usize, end: usize) -> bool {
        let Some(word) = self.word(at).filter(|_| at < end) else { return false };
        let byline = self.doc.block_at(word.span.start).is_some_and(|block| block.kind == BlockKind::Byline);
        byline && matches!(self.before(at), "By" | "by" | "BY" | "and" | "," | "&")
    }
}

#[rustfmt::skip]
fn is_organisation_noun(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "company", "firm", "bank", "group", "corporation", "manufacturer", "maker", "retailer", "operator",
        "agency", "newspaper", "magazine", "broadcaster", "consortium", "charity", "startup", "start-up",
        "party", "union", "foundation", "organization", "organisation", "publisher", "conglomerate",
        "airline", "subsidiary", "nonprofit", "university", "brokerage", "utility", "developer",
    ];
    NOUNS.contains(&word)
}

#[rustfmt::skip]
fn is_thing(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "submarine", "submarines", "jet", "jets", "fighters", "helicopter", "helicopters", "missile",
        "missiles", "rocket", "rockets", "tank", "tanks", "drone", "drones", "rifle", "rifles", "aircraft",
        "plane", "planes", "airliner", "airliners", "smartphone", "smartphones", "console", "truck", "trucks",
    ];
    NOUNS.contains(&word)
}
