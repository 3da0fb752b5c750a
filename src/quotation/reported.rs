//! Clauses that are reported: `X said that …`, `…, said X`, `according to X, …`.

use super::clause::Clause;
use super::cues::{Cue, cue};
use super::direct::{is_adverb, subject};
use super::marks::Stretch;
use super::phrase::{self, Head, Phrase};
use super::words::Words;
use super::{Found, QuoteKind};
use crate::order;
use crate::tag::Label;

/// `that` comes no further after its cue.
const REACH: usize = 14;

/// A clause has so many tokens at least.
const SHORTEST: usize = 2;

/// So many reports before one in a sentence may end where it begins.
const NEAREST: usize = 8;

/// Adds the reported clauses to the direct quotations. O(tokens).
pub(super) fn find(words: &Words<'_>, stretches: &[Stretch], found: &mut Vec<Found>) {
    let mut taken: Vec<usize> = found.iter().filter_map(|found| found.cue.map(|cue| cue.0)).collect();
    order::by_key(&mut taken, |at| *at);
    let outer: Vec<&Stretch> = stretches.iter().filter(|stretch| !stretch.nested).collect();
    let mut reported: Vec<Found> = Vec::new();
    let mut next = 0;
    for sentence in &words.doc.sentences {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let from = reported.len();
        for at in first..end {
            while outer.get(next).is_some_and(|stretch| stretch.close <= at) {
                next += 1;
            }
            let quoted = outer.get(next).is_some_and(|stretch| stretch.open <= at);
            if quoted || taken.binary_search(&at).is_ok() {
                continue;
            }
            let clause = Clause { words, outer: &outer, first, end };
            let before = reported.get(from..).unwrap_or_default();
            if let Some(said) = clause.at(at, before) {
                cut(words, &mut reported, from, &said);
                reported.push(said);
            }
        }
    }
    reported.retain(|said| said.end.saturating_sub(said.first) >= SHORTEST);
    found.append(&mut reported);
}

/// What was reported before in the sentence ends where the next report's clause begins.
fn cut(words: &Words<'_>, reported: &mut [Found], from: usize, said: &Found) {
    // In a sentence of very many, those long before have been cut already.
    let from = from.max(reported.len().saturating_sub(NEAREST));
    let Some((cue, _)) = said.cue else { return };
    // A subject that stands further back is shared.
    let own = said.speaker.map(|speaker| speaker.first).filter(|first| {
        reported
            .iter()
            .skip(from)
            .all(|earlier| earlier.cue.is_none_or(|cue| *first > cue.0) || said.first <= earlier.first)
    });
    let start = own.unwrap_or(cue).min(cue);
    for earlier in reported.iter_mut().skip(from) {
        let inverted = said.first <= earlier.first;
        if earlier.first < start && start < earlier.end && !inverted {
            let mut end = start;
            while end > earlier.first && is_joint(words, end - 1) {
                end -= 1;
            }
            earlier.end = end;
        }
    }
}

fn is_joint(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.text(at),
        "," | ";" | "-" | "–" | "—" | "and" | "but" | "while" | "though" | "although" | "as"
    ) || is_adverb(words, at)
}

/// Whom a sentence begins with, when it is somebody with a name or a pronoun.
pub(super) fn opening_subject(words: &Words<'_>, first: usize, end: usize) -> Option<Phrase> {
    phrase::after(words, first, end).filter(|phrase| phrase.head != Head::Unnamed)
}

impl Clause<'_> {
    /// The report whose cue begins at `at`; `before` are those of the sentence so far.
    fn at(&self, at: usize, before: &[Found]) -> Option<Found> {
        let words = self.words;
        if words.is_any(at, &["according"]) && words.text(at + 1) == "to" {
            return self.sourced(at, at + 2);
        }
        if at == self.first && words.is_any(at, &["per"]) {
            return self.sourced(at, at + 1);
        }
        if words.is_any(at, &["as"]) && words.text(at + 1) == "per" {
            return self.sourced(at, at + 2);
        }
        let sort = cue(words.text(at)).filter(|_| words.mention(at).is_none())?;
        match sort {
            Cue::Participle => self.participle(at, before),
            Cue::Marks => None,
            _ => self.inverted(at, sort).or_else(|| self.told(at, sort, before)),
        }
    }

    /// `according to X, …`, `…, according to X`.
    fn sourced(&self, first: usize, after: usize) -> Option<Found> {
        let source = phrase::after(self.words, after, self.end)?;
        let (start, end) = if first == self.first {
            (self.after_apposition(source.end), self.content_end())
        } else if self.before_joint(first).checked_sub(1).is_some_and(|last| self.words.text(last) == "that")
        {
            // `… learned that, according to X, it works`.
            (self.after_apposition(source.end), self.content_end())
        } else if self.words.text(source.end) == "," && source.end + SHORTEST < self.content_end() {
            // In the midst of what was said.
            (self.first, self.content_end())
        } else {
            (self.first, self.before_joint(first))
        };
        Some(self.said(start, end, Some(source), (first, after)))
    }

    /// `…, said X`; `…, X said.`
    fn inverted(&self, at: usize, sort: Cue) -> Option<Found> {
        if matches!(sort, Cue::Noun | Cue::Addressed) || self.that(at + 1).is_some() {
            return None;
        }
        let words = self.words;
        let comma = |at: usize| at > self.first && matches!(words.text(at), "," | "”" | "\"" | "—" | "–");
        if comma(at.checked_sub(1)?) {
            let speaker = phrase::after(words, at + 1, self.end)?;
            let closed = words.is_punctuation(speaker.end) || self.is_adjunct(speaker.end);
            return closed.then(|| self.said(self.first, self.before_joint(at), Some(speaker), (at, at + 1)));
        }
        let speaker = subject(words, at, self.first)?;
        let before = speaker.first.checked_sub(1).filter(|before| comma(*before))?;
        // Nothing but when and where may follow.
        let follows = (at + 1..self.end).take(REACH).find(|at| words.is_punctuation(*at));
        let closes = follows.is_some_and(|at| matches!(words.text(at), "." | "," | "!" | "?"));
        let rest_is_adjunct = words.is_punctuation(at + 1) || self.is_adjunct(at + 1);
        let starts_clause = before > self.first && !self.has_opener();
        // `The “A” section of the site says …`: what is in the marks is no clause.
        let ends_clause = words.text(before) == "," || words.is_punctuation(before - 1);
        if !(closes && rest_is_adjunct && starts_clause && ends_clause) {
            return None;
        }
        // `The deal, X said, is done`: in the midst of what was said.
        let amid = words.text(at + 1) == "," && at + 1 + SHORTEST < self.content_end();
        let end = if amid { self.content_end() } else { self.before_joint(before + 1) };
        Some(self.said(self.first, end, Some(speaker), (at, at + 1)))
    }

    /// `X said (that) …`, `X told Y that …`.
    fn told(&self, at: usize, sort: Cue, before: &[Found]) -> Option<Found> {
        let words = self.words;
        // `was called in and told that …`: somebody else speaks.
        let joined = sort != Cue::Addressed && at > self.first && words.is_any(at - 1, &["and", "but"]);
        let own = subject(words, at, self.first);
        if own.is_none() && !joined {
            return None;
        }
        let speaker = own.or_else(|| self.speaker_so_far(before));
        let clause = words.text(at + 1) == "that" || self.begins_clause(at);
        // `despite Norland reports that …`: somebody reports, whoever it is.
        let people = speaker.is_some_and(|speaker| words.label(speaker.end - 1) == Some(Label::Norp));
        let unnamed = people || speaker.is_none_or(|speaker| speaker.head == Head::Unnamed);
        if matches!(sort, Cue::Noun) && (!clause || unnamed) {
            return None;
        }
        // `told reporters the judgment shows that …`: a later `that` is the clause's own.
        let direct =
            || self.after_addressee(at + 1).filter(|start| words.is_any(*start, &["the", "a", "he", "she"]));
        let told = if sort == Cue::Addressed { direct() } else { None };
        let start = match (told, self.that(at + 1)) {
            (Some(start), _) => start,
            (None, Some(that)) => that + 1,
            (None, None) => self.bare(at, sort)?,
        };
        let said = self.said(start, self.content_end(), speaker, (at, at + 1));
        if words.text(at + 1) == "," && !self.is_quoted_at(start) {
            return None;
        }
        Some(said)
    }

    /// `…, adding that …`, `…, saying …`.
    fn participle(&self, at: usize, before: &[Found]) -> Option<Found> {
        let words = self.words;
        let quoted = self.quoted_as(at);
        let parted = at > self.first && matches!(words.text(at - 1), "," | "and" | "—" | "–");
        if !parted && quoted.is_none() {
            return None;
        }
        let start = match (self.that(at + 1), words.text(at)) {
            (Some(that), _) => that + 1,
            (None, "saying") => self.bare(at, Cue::Bare)?,
            (None, "telling") => self.bare(at, Cue::Addressed)?,
            (None, _) => return None,
        };
        let speaker = quoted.or_else(|| self.speaker_so_far(before));
        Some(self.said(start, self.content_end(), speaker, (at, at + 1)))
    }

    /// Whom `was quoted by Y as saying` or `Y quoted X as saying` speaks of.
    fn quoted_as(&self, at: usize) -> Option<Phrase> {
        let words = self.words;
        let r#as = at.checked_sub(1).filter(|before| words.text(*before) == "as")?;
        let lowest = self.first.max(r#as.saturating_sub(REACH));
        let cited = (lowest..r#as).rev().find(|at| words.is_any(*at, &["quoted", "cited"]))?;
        let passive = cited.checked_sub(1).filter(|at| words.is_any(*at, &["was", "were", "is", "are"]));
        passive.map_or_else(
            || phrase::after(words, cited + 1, r#as),
            |passive| phrase::before(words, passive, self.first),
        )
    }

    /// Who spoke before in the sentence, or whom it begins with.
    fn speaker_so_far(&self, before: &[Found]) -> Option<Phrase> {
        let last = before.last().and_then(|before| before.speaker);
        last.or_else(|| opening_subject(self.words, self.first, self.end))
    }

    fn said(&self, first: usize, end: usize, speaker: Option<Phrase>, cue: (usize, usize)) -> Found {
        let (mut first, mut end) = (first, end.max(first));
        let mut kind = if self.holds_quoted(first, end) { QuoteKind::Mixed } else { QuoteKind::Indirect };
        // All of it in quotation marks.
        if self.is_whole_stretch(first, end) {
            (first, end, kind) = (first + 1, end - 1, QuoteKind::Direct);
        }
        Found { first, end, speaker, cue: Some(cue), kind, as_before: false, entity: None }
    }
}
