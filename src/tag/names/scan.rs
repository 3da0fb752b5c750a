//! The walk over a sentence: at every capital, which reading of the words from here on wins.
//!
//! Order of readings: a listed or remembered name of several words; a run that ends in a head word and
//! reaches further; a title and the person after it; a given name and what follows; a listed or
//! remembered single word; an acronym; a guess by shape and context.

use crate::document::{Document, Sentence};
use crate::lexicon::names::{NameClass, names};
use crate::tag::Label;
use crate::text::Span;

use super::Hit;
use super::heads::{head, is_title, modifies_title, prefix, takes_of};
use super::memory::Memory;
use super::words::{Shape, Word};

/// Most words of a listed name, a head run, a remembered name.
const LONGEST: usize = 10;

/// Most words that are looked at from one place: what keeps the walk linear in a text all of capitals.
const REACH: usize = 24;

/// One document as the rules see it.
pub(super) struct Scanner<'a, 'm> {
    pub doc: &'a Document,
    pub words: &'a [Word<'a>],
    pub memory: &'m Memory<'a>,
    /// Whether the memory is still empty: a guess then is a vote, not an answer.
    pub first_pass: bool,
}

/// What was found at a place.
pub(super) enum Step {
    /// A name; go on after it.
    Name(Hit),
    /// No name before this word.
    Skip(usize),
}

impl<'a> Scanner<'a, '_> {
    /// Every name of the document, in order, not overlapping.
    pub fn scan(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        for sentence in &self.doc.sentences {
            self.scan_sentence(sentence, &mut hits);
        }
        hits
    }

    fn scan_sentence(&self, sentence: &Sentence, hits: &mut Vec<Hit>) {
        let end = (sentence.end_token as usize).min(self.words.len());
        let mut at = sentence.first_token as usize;
        while at < end {
            match self.step(at, end) {
                Step::Name(hit) => {
                    at = hit.end.max(at + 1);
                    hits.push(hit);
                }
                Step::Skip(next) => at = next.max(at + 1),
            }
        }
    }

    fn step(&self, at: usize, end: usize) -> Step {
        if let Some(hit) = self.quoted(at, end) {
            return Step::Name(hit);
        }
        if self.article_prefix(at) {
            return self.known(at, end).map_or(Step::Skip(at + 1), Step::Name);
        }
        let Some(word) = self.word(at).filter(|word| word.capital()) else { return Step::Skip(at + 1) };
        let known = self.known(at, end);
        let run = self.head_run(at, end);
        match (known, run) {
            (Some(known), Some(run)) if run.end > known.end => return Step::Name(run),
            (Some(known), _) if known.end > at + 1 => return Step::Name(known),
            (None, Some(run)) => return Step::Name(run),
            _ => {}
        }
        if let Some(after) = self.title_run(at, end) {
            return self.person(after, end, true).map_or(Step::Skip(after), Step::Name);
        }
        if let Some(person) = self.person(at, end, false) {
            return Step::Name(self.named_after(person, end));
        }
        if let Some(known) = known {
            let label = if self.spoken(known) { Label::Language } else { known.label };
            return Step::Name(Hit { label, ..known });
        }
        if word.doubtful() || word.function() {
            return Step::Skip(at + 1);
        }
        self.guess(at, end)
    }

    /// `al-` or `el-` before a capital: a name although it begins small.
    fn article_prefix(&self, at: usize) -> bool {
        matches!(self.text(at), "al" | "el")
            && self.text(at + 1) == "-"
            && self.word(at + 2).is_some_and(|word| word.glued && word.capital())
    }

    pub fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.get(at)
    }

    pub fn text(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.text)
    }

    /// The word before `at`, unless a line or paragraph lies between.
    pub fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.text(before))
    }

    /// The text of words `start..end`.
    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        match (self.words.get(start), end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => self.doc.slice(Span::new(first.span.start, last.span.end)),
            _ => "",
        }
    }

    /// The longest listed or remembered name that begins at `at`.
    pub fn known(&self, at: usize, end: usize) -> Option<Hit> {
        let word = self.word(at)?;
        let shouted = word.shape == Shape::Caps && word.text.len() > 3;
        let reach = names().reach(word.text).max(self.memory.reach(word.text));
        let mut found = None;
        for last in (at..end.min(at + LONGEST)).rev() {
            let text = self.slice(at, last + 1);
            let single = last == at;
            if text.len() > reach && !(single && shouted) || single && self.unsure_alone(at) {
                continue;
            }
            if let Some((label, score)) = self.label(text, shouted && single) {
                found = Some(Hit { start: at, end: last + 1, label, score });
                break;
            }
        }
        found
    }

    /// Whether a single word here says nothing by its capital: a function word, or a common one at a
    /// sentence start or in a headline.
    fn unsure_alone(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return true };
        let caps = word.shape == Shape::Caps && !word.shouted;
        (word.doubtful() && !caps) || word.function()
    }

    fn label(&self, text: &str, shouted: bool) -> Option<(Label, f32)> {
        let listed = names().class(text).map(|class| (label_of(class), 0.9));
        let remembered = self.memory.label(text);
        match (listed, remembered) {
            (Some(listed), Some(remembered)) if remembered.0 == Label::Person => {
                Some(remembered).or(Some(listed))
            }
            (Some(listed), _) => Some(listed),
            (None, Some(remembered)) => Some(remembered),
            (None, None) if shouted => {
                let mut characters = text.chars();
                let first = characters.next()?;
                let title: String =
                    std::iter::once(first).chain(characters.flat_map(char::to_lowercase)).collect();
                let class = names().class(&title)?;
                matches!(class, NameClass::Gpe | NameClass::Norp).then_some((label_of(class), 0.8))
            }
            (None, None) => None,
        }
    }

    /// One past the last capitalised word of the run that begins at `at`. Hyphens inside a name do not
    /// end it; in headlines common words that are no heads do.
    pub fn run_end(&self, at: usize, end: usize) -> usize {
        let mut next = at;
        let end = end.min(at + REACH);
        while next < end {
            let Some(word) = self.word(next) else { break };
            let named = word.capital() && !word.function();
            let stray = word.headline && word.common && head(word.text).is_none();
            if named && !stray {
                next += 1;
            } else if next > at && self.joins(next, end) {
                next += 2;
            } else {
                break;
            }
        }
        next
    }

    /// Whether the word at `at` is a hyphen inside one name: `Duck-soo`, `Jean-Claude`.
    pub fn joins(&self, at: usize, end: usize) -> bool {
        let (Some(hyphen), Some(after)) = (self.word(at), self.word(at + 1)) else { return false };
        let tight = at + 1 < end && hyphen.glued && after.glued && matches!(hyphen.text, "-" | "‐" | "‑");
        if !tight || at == 0 {
            return false;
        }
        let (left, right) = (self.text(at - 1), after.text);
        if left.chars().count() < 2 || names().class(left).is_some() || names().class(right).is_some() {
            return false;
        }
        match after.shape {
            Shape::Lower => !after.common && right.len() <= 6,
            Shape::Capital => !after.common,
            _ => false,
        }
    }

    /// The longest run from `at` that a head word closes: `Indonesian Navy`, `Ministry of Defense`.
    fn head_run(&self, at: usize, end: usize) -> Option<Hit> {
        let word = self.word(at)?;
        let vague = word.doubtful() && head(word.text).is_none();
        if word.function() || is_title(word.text) && !modifies_title(word.text) || word.headline && vague {
            return None;
        }
        let mut found = None;
        let mut next = at;
        let run = self.run_end(at, end).min(at + LONGEST);
        while next < run {
            let text = self.text(next);
            if next > at && is_title(text) && head(text).is_none() && !modifies_title(text) {
                break;
            }
            if let Some(label) = takes_of(text)
                && let Some(past) = self.of_run(next, end)
            {
                found = Some((past, label));
                break;
            }
            if let Some(label) = head(text).filter(|_| next > at) {
                found = Some((next + 1, label));
            }
            next += 1;
        }
        if found.is_none()
            && let Some(label) = prefix(word.text).filter(|_| run > at + 1)
        {
            found = Some((run.min(at + 3), label));
        }
        let possessive = || self.possessive_run(at, run, end);
        let (past, label) = found.or_else(possessive)?;
        if past == at + 2 && self.only_titles(at, past) {
            return None;
        }
        Some(Hit { start: at, end: past, label, score: 0.8 })
    }

    fn only_titles(&self, start: usize, end: usize) -> bool {
        (start..end).all(|at| is_title(self.text(at)))
    }

    /// `Ministry of Foreign Affairs`, `Department of Health and Human Services`.
    fn of_run(&self, at: usize, end: usize) -> Option<usize> {
        let named_for = matches!(
            self.text(at),
            "Organization"
                | "Association"
                | "Center"
                | "Centre"
                | "Committee"
                | "Institute"
                | "Council"
                | "Alliance"
        );
        let subject = matches!(self.text(at), "Convention" | "Treaty" | "Protocol")
            && matches!(self.text(at + 1), "on" | "against" | "for");
        let links = self.text(at + 1) == "of" && !matches!(self.text(at), "Convention" | "Protocol")
            || self.text(at + 1) == "for" && named_for
            || subject;
        if !links || at + 2 >= end {
            return None;
        }
        let start = if self.text(at + 2) == "the" { at + 3 } else { at + 2 };
        let mut past = self.run_end(start, end);
        if past == start {
            return None;
        }
        // `Convention on the Law of the Sea`: a subject may go on once more.
        if subject && self.text(past) == "of" {
            let inner = past + 1 + usize::from(self.text(past + 1) == "the");
            past = Some(self.run_end(inner, end)).filter(|last| *last > inner).unwrap_or(past);
        }
        if matches!(self.text(past), "and" | "&")
            && matches!(self.text(at), "Ministry" | "Department" | "Office")
        {
            past = self.run_end(past + 1, end).max(past);
            if matches!(self.text(past - 1), "and" | "&") {
                past -= 1;
            }
        }
        Some(past)
    }

    /// `New People's Party`, `Women's World Cup`: a possessive inside a name that a head closes.
    fn possessive_run(&self, at: usize, run: usize, end: usize) -> Option<(usize, Label)> {
        if !matches!(self.text(run), "'s" | "’s" | "'" | "’") || run >= end {
            return None;
        }
        let inner = self.text(run.checked_sub(1)?);
        let generic = matches!(
            inner,
            "People" | "Women" | "Men" | "Workers" | "Children" | "Farmers" | "Lord" | "Lawyers"
        );
        let past = self.run_end(run + 1, end).min(at + LONGEST);
        let label = head(self.text(past.checked_sub(1)?))?;
        (generic && past > run + 1).then_some((past, label))
    }

    /// One past the titles that begin at `at`: `Prime Minister`, `Secretary of State`.
    fn title_run(&self, at: usize, end: usize) -> Option<usize> {
        let mut next = at;
        let mut titled = None;
        let end = end.min(at + REACH);
        while next < end {
            let text = self.text(next);
            if is_title(text) {
                next += 1;
                titled = Some(next);
                if matches!(text, "Secretary" | "Minister") && self.text(next) == "of" {
                    let past = self.run_end(next + 1, end).min(next + 2);
                    if past > next + 1 {
                        next = past;
                        titled = Some(next);
                    }
                }
            } else if modifies_title(text) {
                next += 1;
            } else {
                break;
            }
        }
        titled
    }
}

/// The OntoNotes type of a listed name.
pub(super) fn label_of(class: NameClass) -> Label {
    match class {
        NameClass::Gpe => Label::Gpe,
        NameClass::Norp => Label::Norp,
        NameClass::Loc => Label::Loc,
        NameClass::Fac => Label::Fac,
        NameClass::Org => Label::Org,
        NameClass::Event => Label::Event,
        NameClass::Law => Label::Law,
        NameClass::Language => Label::Language,
        NameClass::Product => Label::Product,
    }
}
