//! What stands in quotation marks: whose words it is, by the cue after it, before it, or around the
//! quotation before.

use super::cues::{Cue, cue};
use super::marks::Stretch;
use super::phrase::{self, Head, Phrase};
use super::reported::opening_subject;
use super::words::Words;
use super::{Found, QuoteKind};
use crate::tag::Label;

/// A cue stands no further before what it introduces.
const REACH: usize = 16;

/// Words without a speaker are a quotation when there are so many.
const FEWEST_WORDS: usize = 4;

/// The direct quotations. O(tokens).
pub(super) fn find(words: &Words<'_>, stretches: &[Stretch]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut chain: Option<Found> = None;
    for stretch in stretches {
        let (first, end) = (stretch.open + 1, stretch.close);
        if first >= end {
            continue;
        }
        let mut said = Found {
            first,
            end,
            speaker: None,
            cue: None,
            kind: QuoteKind::Direct,
            as_before: false,
            entity: None,
        };
        let continued = chain.take();
        if let Some(start) = &continued {
            (said.first, said.speaker, said.cue) = (start.first, start.speaker, start.cue);
        }
        if said.cue.is_none() && !stretch.goes_on {
            (said.speaker, said.cue) = after(words, stretch).unwrap_or_default();
        }
        if said.cue.is_none() && said.speaker.is_none() && continued.is_none() {
            (said.speaker, said.cue) = before(words, stretch).unwrap_or_default();
        }
        if stretch.goes_on {
            chain = Some(said);
            continue;
        }
        let previous = found.last().filter(|_| !stretch.nested);
        said.as_before = said.cue.is_none()
            && said.speaker.is_none()
            && previous.is_some_and(|previous| resumes(words, previous, stretch));
        if said.cue.is_some() || said.speaker.is_some() || said.as_before || is_whole(words, stretch, &said) {
            found.push(said);
        }
    }
    found
}

type Attribution = (Option<Phrase>, Option<(usize, usize)>);

/// `"…," said X`, `"…," X said`, `"…," according to X`.
fn after(words: &Words<'_>, stretch: &Stretch) -> Option<Attribution> {
    let mut at = stretch.close + 1;
    let ceiling = words.block(stretch.close).1;
    let last = words.text(stretch.close - 1);
    // What ends with a full stop has said what follows only when that is all of a sentence.
    let ended = matches!(last, "." | "...") && words.text(at) != ",";
    if words.text(at) == "," {
        at += 1;
    }
    let (speaker, cue) = clause(words, at, ceiling)?;
    // `The "A" section of the site says …`: a part of somebody's name.
    let parted =
        at > stretch.close + 1 || matches!(last, "," | "." | "?" | "!" | "..." | "…" | "?!" | "—" | "-");
    if !parted && cue.0 != at {
        return None;
    }
    let attributed = speaker.end.max(cue.1);
    let closes = || {
        (attributed..ceiling.min(attributed + REACH)).find(|at| matches!(words.text(*at), "." | "\"" | "“"))
    };
    if ended && words.is_capital(at) && closes().is_none_or(|at| words.text(at) != ".") {
        return None;
    }
    // `"A." X said: "B."` and `"A" and "B," X said that …`: the cue is of what follows.
    if matches!(words.text(attributed), ":" | "that") {
        return None;
    }
    Some((Some(speaker), Some(cue)))
}

/// A clause of attribution that begins at `at`: the speaker and the cue.
fn clause(words: &Words<'_>, at: usize, ceiling: usize) -> Option<(Phrase, (usize, usize))> {
    if words.is_any(at, &["according"]) && words.text(at + 1) == "to" {
        return Some((phrase::after(words, at + 2, ceiling)?, (at, at + 2)));
    }
    if finite(words, at) && words.text(at + 1) != "that" {
        return Some((phrase::after(words, at + 1, ceiling)?, (at, at + 1)));
    }
    let subject = phrase::after(words, at, ceiling)?;
    let mut cue_at = subject.end;
    if words.text(cue_at) == "," {
        let close = (cue_at + 1..ceiling.min(cue_at + REACH)).find(|at| words.text(*at) == ",")?;
        cue_at = close + 1;
    }
    while is_adverb(words, cue_at) {
        cue_at += 1;
    }
    finite(words, cue_at).then_some((subject, (cue_at, cue_at + 1)))
}

/// Whether a token is a cue that a subject may go with.
pub(super) fn finite(words: &Words<'_>, at: usize) -> bool {
    let sort = cue(words.text(at));
    words.mention(at).is_none() && sort.is_some_and(|sort| sort != Cue::Participle)
}

/// `also`, `has`, `later`, `repeatedly`: what stands between a subject and its cue.
pub(super) fn is_adverb(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at, &["also", "has", "have", "had", "later", "then", "further", "once", "again"])
        || words.is_word(at)
            && words.mention(at).is_none()
            && words.text(at).len() > 4
            && words.text(at).ends_with("ly")
}

/// `X said: "…"`, `X told reporters on Monday, "…"`, `X: "…"`.
fn before(words: &Words<'_>, stretch: &Stretch) -> Option<Attribution> {
    let mark = stretch.open.checked_sub(1)?;
    let (block, _) = words.block(stretch.open);
    let floor = words.sentence(mark).0.max(block).max(stretch.open.saturating_sub(REACH));
    let introduces = matches!(words.text(mark), "," | ":");
    let end = if introduces { mark } else { mark + 1 };
    // A word before the mark other than the cue makes it part of the writer's clause.
    let lowest = if introduces { floor } else { mark };
    for at in (lowest..end).rev() {
        if is_mark(words, at) {
            break;
        }
        let text = words.text(at);
        if let Some(sort) = cue(text).filter(|_| words.mention(at).is_none()) {
            let sentence = words.sentence(at).0.max(block);
            let alone = at > 0 && words.text(at - 1) == ",";
            let own = subject(words, at, sentence).filter(|_| sort != Cue::Participle || !alone);
            let shared = || opening_subject(words, sentence, at).filter(|_| sort == Cue::Participle);
            let speaker = own.or_else(shared);
            if sort == Cue::Participle || speaker.is_some() {
                return Some((speaker, Some((at, at + 1))));
            }
        }
    }
    let colon = words.text(mark) == ":";
    let named = phrase::before(words, mark, floor).filter(|phrase| phrase.first == block.max(floor));
    let named = named.filter(|phrase| colon && matches!(phrase.head, Head::Mention(_)));
    named.map(|phrase| (Some(phrase), None))
}

fn is_mark(words: &Words<'_>, at: usize) -> bool {
    words.is_punctuation(at) && matches!(words.text(at), "\"" | "“" | "”" | "''" | "``" | "." | "?" | "!")
}

/// The subject of the cue at `at`, in the sentence that begins at `floor`.
pub(super) fn subject(words: &Words<'_>, at: usize, floor: usize) -> Option<Phrase> {
    let mut end = at;
    while end > floor && is_adverb(words, end - 1) {
        end -= 1;
    }
    // `is said to`, `was told`: somebody else speaks.
    let passive = end > floor && words.is_any(end - 1, &["is", "are", "was", "were", "be", "been", "being"]);
    let mut found = if passive { None } else { phrase::before(words, end, floor) }?;
    if let Some(owner) = relative(words, found.first, floor) {
        found = owner;
    }
    // `lawmakers loyal to Ada Orme say`: not what one person does.
    let person = matches!(found.head, Head::Mention(_)) && words.label(found.end - 1) == Some(Label::Person);
    if person && words.is_any(at, &["say", "tell"]) {
        found.head = Head::Unnamed;
    }
    Some(found)
}

/// Whom a clause belongs to that ends with the phrase at `object`: `a firm that lost the bid said`.
fn relative(words: &Words<'_>, object: usize, floor: usize) -> Option<Phrase> {
    let verb = object.checked_sub(1).filter(|verb| words.is_word(*verb) && !words.is_capital(*verb))?;
    let pronoun = verb.checked_sub(1).filter(|at| *at > floor)?;
    let is_relative = words.is_any(pronoun, &["that", "which", "who"]);
    if !is_relative || words.is_any(verb, &["the", "a", "in", "of", "for", "with"]) {
        return None;
    }
    phrase::before(words, pronoun, floor)
}

/// Whether a quotation goes on with one that stands after its attribution in the same paragraph.
fn resumes(words: &Words<'_>, previous: &Found, stretch: &Stretch) -> bool {
    if previous.kind != QuoteKind::Direct || previous.end > stretch.open {
        return false;
    }
    let attributed = [previous.speaker.map(|speaker| speaker.end), previous.cue.map(|cue| cue.1)];
    let Some(attributed) = attributed.into_iter().flatten().max() else { return previous.as_before };
    if words.block(previous.end.max(attributed - 1)) != words.block(stretch.open) {
        return false;
    }
    // What is left of the attribution, if it came between the two, is the end of one sentence.
    let start = attributed.max(previous.end + 1);
    let between = stretch.open.saturating_sub(start);
    let starts_sentence = words.sentence(stretch.open).0 == stretch.open;
    let one_clause =
        (start..stretch.open).all(|at| !finite(words, at) && !is_mark(words, at) || at + 1 == stretch.open);
    let only_marks =
        (start..stretch.open).all(|at| words.is_punctuation(at) || words.is_any(at, &["and", "but"]));
    only_marks || (starts_sentence && one_clause && between < REACH)
}

/// Whether what stands in the marks is said by somebody, though nothing says who: whole sentences.
fn is_whole(words: &Words<'_>, stretch: &Stretch, said: &Found) -> bool {
    let count = (said.first..said.end).filter(|at| words.is_word(*at)).take(FEWEST_WORDS).count();
    let starts = stretch.open == words.sentence(stretch.open).0
        || stretch.open.checked_sub(1).is_some_and(|at| matches!(words.text(at), ":" | "." | "?" | "!"));
    let ends = matches!(words.text(said.end - 1), "." | "?" | "!" | "..." | "…" | "?!");
    !stretch.nested && count == FEWEST_WORDS && starts && ends && words.is_capital(said.first)
}
