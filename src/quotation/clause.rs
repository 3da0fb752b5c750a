//! One sentence, and where in it what was said may begin and end.

use super::cues::{Cue, DETERMINERS, cue};
use super::direct::{finite, is_adverb};
use super::marks::Stretch;
use super::words::Words;
use crate::document::TokenKind;
use crate::tag::Label;

/// `that` comes no further after its cue.
const REACH: usize = 14;

/// One sentence, in tokens.
pub(super) struct Clause<'a> {
    pub words: &'a Words<'a>,
    pub outer: &'a [&'a Stretch],
    pub first: usize,
    pub end: usize,
}

impl Clause<'_> {
    /// Where what was said begins after its source: past `, a professor at Norland University,`.
    pub fn after_apposition(&self, end: usize) -> usize {
        let words = self.words;
        if words.text(end) != "," {
            return end;
        }
        let apposed = words.is_any(end + 1, &["a", "an", "who", "which", "quoting", "citing"]);
        let close = (end + 1..self.end.min(end + 2 * REACH)).find(|at| words.text(*at) == ",");
        close.filter(|_| apposed).unwrap_or(end) + 1
    }

    fn is_time(&self, at: usize) -> bool {
        matches!(self.words.label(at), Some(Label::Date | Label::Time))
    }

    /// Whether at `at` begins when, where or to whom it was said.
    pub fn is_adjunct(&self, at: usize) -> bool {
        let time = matches!(self.words.label(at), Some(Label::Date | Label::Time));
        time || self
            .words
            .is_any(at, &["on", "in", "at", "during", "to", "after", "late", "earlier", "this", "last"])
    }

    /// Whether the sentence begins with when, where or after what (`On Monday, X said …`).
    pub fn has_opener(&self) -> bool {
        const OPENERS: [&str; 14] = [
            "on",
            "in",
            "at",
            "after",
            "during",
            "when",
            "as",
            "before",
            "while",
            "despite",
            "following",
            "asked",
            "speaking",
            "since",
        ];
        self.words.is_any(self.first, &OPENERS) || self.is_time(self.first)
    }

    /// Where a clause without `that` begins.
    pub fn bare(&self, at: usize, sort: Cue) -> Option<usize> {
        let words = self.words;
        let start = match sort {
            Cue::Bare => self.after_adjunct(at + 1),
            Cue::Addressed => self.after_addressee(at + 1)?,
            _ if self.begins_clause(at) => at + 1,
            _ => return None,
        };
        if matches!(sort, Cue::Addressed)
            && words.is_any(start, &["to", "of", "about", "how", "what", "in", "on"])
        {
            return None;
        }
        // `a paper that X said was signed`: what was said stands around it.
        const NO_CLAUSES: [&str; 14] = [
            "so", "no", "yes", "nothing", "little", "goodbye", "to", "of", "is", "are", "was", "were", "has",
            "had",
        ];
        let said_nothing = words.is_any(start, &NO_CLAUSES);
        let clause = words.is_word(start)
            || words.mention(start).is_some()
            || self.is_quoted_at(start)
            || words.token(start).is_some_and(|token| token.kind() == TokenKind::Number);
        (clause && !said_nothing && start < self.end).then_some(start)
    }

    /// Whether a clause begins for certain after the cue at `cue`: by its subject's form, or by a name and
    /// its verb.
    pub fn begins_clause(&self, cue: usize) -> bool {
        const SUBJECTS: [&str; 6] = ["he", "she", "they", "there", "we", "i"];
        const VERBS: [&str; 16] = [
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may",
            "might", "should", "must", "did",
        ];
        const CLAUSE_VERBS: [&str; 10] = [
            "stated",
            "claimed",
            "claims",
            "noted",
            "explained",
            "insisted",
            "argued",
            "alleged",
            "maintained",
            "insists",
        ];
        const NO_VERBS: [&str; 20] = [
            "as", "to", "of", "for", "in", "on", "at", "with", "by", "from", "and", "or", "over", "about",
            "against", "during", "after", "before", "into", "but",
        ];
        let words = self.words;
        let at = cue + 1;
        let verb = |at: usize| {
            let plain = words.mention(at).is_none() && words.is_word(at) && !words.is_capital(at);
            let any = words.is_any(cue, &CLAUSE_VERBS) && !words.is_any(at, &NO_VERBS);
            words.is_any(at, &VERBS) || plain && (any || words.text(at).ends_with("ed"))
        };
        let it = words.is_any(at, &["it"]) && verb(at + 1);
        let name = words.label(at).is_some_and(Label::is_name);
        it || words.is_any(at, &SUBJECTS) || name && verb(words.mention_end(at))
    }

    /// `that` after a cue, with at most when, where and to whom it was said between.
    pub fn that(&self, from: usize) -> Option<usize> {
        let words = self.words;
        let mut at = from;
        while at < self.end && at < from + REACH {
            if words.text(at) == "that" {
                return Some(at).filter(|that| !self.points(*that));
            }
            // `told Y, who was there, that …`, `reported on Monday, citing Y, that …`
            if words.text(at) == "," && at > from {
                let close = (at + 1..self.end.min(at + REACH)).find(|at| words.text(*at) == ",")?;
                return Some(close + 1).filter(|that| words.text(*that) == "that");
            }
            if self.parts_that(at, from) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether `that` at `at` only points at a noun (`repeated that message on Monday`).
    fn points(&self, at: usize) -> bool {
        let words = self.words;
        let noun = words.is_word(at + 1) && words.mention(at + 1).is_none();
        let closes =
            at + 2 >= self.content_end() || words.is_any(at + 2, &["on", "in", "at", "during", "to"]);
        noun && (closes || self.is_time(at + 2))
    }

    /// Whether a token between a cue and `that` says that the two do not belong together.
    fn parts_that(&self, at: usize, from: usize) -> bool {
        const VERBS: [&str; 11] =
            ["is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "and"];
        const SUBJECTS: [&str; 10] =
            ["he", "she", "it", "they", "there", "we", "who", "which", "because", "to"];
        let words = self.words;
        let joins = matches!(words.text(at), "-" | "–" | "(" | ")" | "'" | "’");
        finite(words, at)
            || words.is_punctuation(at) && !joins
            || words.is_any(at, &VERBS)
            || at > from && words.is_any(at, &SUBJECTS)
            // `denied the report that …` is about a report.
            || at == from && DETERMINERS.contains(&words.text(at)) && !self.addresses(from)
    }

    /// Whether the cue before `from` takes an addressee.
    pub fn addresses(&self, from: usize) -> bool {
        from.checked_sub(1).is_some_and(|at| cue(self.words.text(at)) == Some(Cue::Addressed))
    }

    /// After `on Thursday`, `in a statement`, `Thursday`.
    pub fn after_adjunct(&self, from: usize) -> usize {
        const WHERE: [&str; 16] = [
            "statement",
            "interview",
            "report",
            "letter",
            "speech",
            "conference",
            "briefing",
            "email",
            "tweet",
            "post",
            "release",
            "address",
            "message",
            "television",
            "phone",
            "parliament",
        ];
        let words = self.words;
        let is_time = |at: usize| matches!(words.label(at), Some(Label::Date | Label::Time));
        let mut at = from;
        loop {
            let start = at;
            while is_adverb(words, at) {
                at += 1;
            }
            let linked = words.is_any(at, &["on", "in", "at", "during", "late", "early", "earlier"]);
            if is_time(at) {
                at = words.mention_end(at);
            } else if linked && is_time(at + 1) {
                at = words.mention_end(at + 1);
            } else if linked
                && let Some(place) = (at + 1..self.end.min(at + 6)).find(|at| words.is_any(*at, &WHERE))
            {
                at = place + 1;
            }
            if words.text(at) == "," && at > from && at < self.end {
                at += 1;
            }
            if at == start || at >= self.end {
                return at;
            }
        }
    }

    /// After whom a cue addresses, when that is plain.
    pub fn after_addressee(&self, from: usize) -> Option<usize> {
        const HEARERS: [&str; 16] = [
            "reporters",
            "journalists",
            "lawmakers",
            "investors",
            "supporters",
            "parliament",
            "police",
            "officials",
            "viewers",
            "him",
            "her",
            "them",
            "me",
            "us",
            "you",
            "delegates",
        ];
        let words = self.words;
        let mut at = from;
        if words.is_any(at, &["the", "a"]) {
            at += 1;
        }
        if words.mention(at).is_some() {
            at = words.mention_end(at);
        } else if words.is_any(at, &HEARERS) {
            at += 1;
        } else {
            return None;
        }
        let after = self.after_adjunct(at);
        (words.text(after) != "," && !words.text(after).starts_with(['\'', '’'])).then_some(after)
    }

    /// The sentence without the mark at its end, with all of a quotation that goes on in the next.
    pub fn content_end(&self) -> usize {
        let mut end = self.end;
        let last = self.outer.partition_point(|stretch| stretch.open < end);
        let cut = last.checked_sub(1).and_then(|last| self.outer.get(last)).filter(|cut| cut.close >= end);
        if let Some(cut) = cut {
            return if cut.goes_on { cut.close } else { cut.close + 1 };
        }
        while end > self.first && matches!(self.words.text(end - 1), "." | "!" | "?" | "..." | "…") {
            end -= 1;
        }
        end
    }

    /// Without the comma and conjunction before `at`.
    pub fn before_joint(&self, at: usize) -> usize {
        let mut end = at;
        while end > self.first && matches!(self.words.text(end - 1), "," | "—" | "–" | "-" | "and" | "but")
        {
            end -= 1;
        }
        end
    }

    /// The stretches that begin in a range of tokens.
    pub fn stretches(&self, first: usize, end: usize) -> &[&Stretch] {
        let from = self.outer.partition_point(|stretch| stretch.open < first);
        let to = self.outer.partition_point(|stretch| stretch.open < end);
        self.outer.get(from..to.max(from)).unwrap_or_default()
    }

    pub fn holds_quoted(&self, first: usize, end: usize) -> bool {
        !self.stretches(first, end).is_empty()
    }

    pub fn is_quoted_at(&self, at: usize) -> bool {
        self.stretches(at, at + 1).len() == 1
    }

    pub fn is_whole_stretch(&self, first: usize, end: usize) -> bool {
        self.stretches(first, end)
            .first()
            .is_some_and(|stretch| stretch.open == first && stretch.close + 1 == end)
    }
}
