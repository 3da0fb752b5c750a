//! The personal lexicon: what a reader taught about names, for every article.
//!
//! Owns the entries and their application to the machine's mentions; pure, like [`super::corrections`],
//! which comes after it, so that a correction inside an article wins.
//!
//! Names are compared folded: white space of any length is one space, typographic apostrophes and hyphens
//! are the plain ones. Case counts (`US` is not `us`), except that a name also stands for itself in
//! capitals, as headlines have it.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::correction::{Correction, REJECTED};
use super::corrections::is_inside_longer;
use crate::document::Document;
use crate::order;
use crate::tag::{Label, Mention, Source, UnknownLabel};
use crate::text::Span;

/// Longest name that is kept, in bytes.
pub const LONGEST_NAME: usize = 200;

/// What the reader says a name is. Written as the label's name or, as in corrections, `not-an-entity`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Verdict {
    /// A name of that type.
    Label(Label),
    /// Not a name.
    NotAName,
}

impl Verdict {
    /// What `correction` says of the words wherever they stand; nothing for [`Correction::SameAs`], which
    /// speaks of one article's entities.
    #[must_use]
    pub const fn of(correction: &Correction) -> Option<Self> {
        match correction {
            Correction::Reject { .. } => Some(Self::NotAName),
            Correction::Label { label, .. } => Some(Self::Label(*label)),
            Correction::SameAs { .. } => None,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Label(label) => label.fmt(f),
            Self::NotAName => f.write_str(REJECTED),
        }
    }
}

impl FromStr for Verdict {
    type Err = UnknownLabel;

    fn from_str(text: &str) -> Result<Self, UnknownLabel> {
        if text == REJECTED { Ok(Self::NotAName) } else { text.parse().map(Self::Label) }
    }
}

impl TryFrom<String> for Verdict {
    type Error = UnknownLabel;

    fn try_from(text: String) -> Result<Self, UnknownLabel> {
        text.parse()
    }
}

impl From<Verdict> for String {
    fn from(verdict: Verdict) -> Self {
        verdict.to_string()
    }
}

/// One thing that a reader taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taught {
    /// The name as it stood where it was corrected.
    pub name: String,
    /// What it is.
    pub verdict: Verdict,
    /// When, RFC 3339 in UTC.
    pub learned: String,
}

impl Taught {
    /// The folded name, under which there is one entry; `None` when it is too long or has neither letter
    /// nor digit.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        let key = fold(&self.name);
        (key.len() <= LONGEST_NAME && key.contains(char::is_alphanumeric)).then_some(key)
    }
}

/// Everything that a reader taught, by folded name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalLexicon {
    entries: BTreeMap<String, Taught>,
}

impl PersonalLexicon {
    /// The entry under a folded name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Taught> {
        self.entries.get(key)
    }

    /// Puts an entry under a folded name, or takes it away.
    pub fn set(&mut self, key: String, taught: Option<Taught>) {
        match taught {
            Some(taught) => self.entries.insert(key, taught),
            None => self.entries.remove(&key),
        };
    }

    /// The entries in the order of their folded names.
    pub fn iter(&self) -> impl Iterator<Item = &Taught> {
        self.entries.values()
    }

    /// The machine's `mentions` (in order, not overlapping) as the reader taught.
    ///
    /// A name counts on token boundaries, the longest first, where it is not part of a longer mention.
    /// One that is taught a label replaces whatever it overlaps, unless the machine says the same; one
    /// that is taught to be no name removes the mention of exactly itself. O(tokens + mentions).
    #[must_use]
    pub fn apply(&self, doc: &Document, mentions: &[Mention]) -> Vec<Mention> {
        let mut mentions = mentions.to_vec();
        if self.entries.is_empty() {
            return mentions;
        }
        let mut found = self.find(doc);
        found.retain(|(span, _)| !is_inside_longer(&mentions, *span));
        mentions.retain(|mention| {
            let first = found.partition_point(|(span, _)| span.end <= mention.span.start);
            let mut touching = found.iter().skip(first).take_while(|(span, _)| span.start < mention.span.end);
            touching.all(|(span, verdict)| match verdict {
                Verdict::NotAName => *span != mention.span,
                Verdict::Label(label) => (*span, *label) == (mention.span, mention.label),
            })
        });
        let kept = mentions.len();
        for (span, verdict) in found {
            let machine = mentions.get(..kept).unwrap_or_default();
            let is_there = machine.binary_search_by_key(&span, |mention| mention.span).is_ok();
            if let (Verdict::Label(label), false) = (verdict, is_there) {
                mentions.push(Mention::new(span, label, Source::Taught));
            }
        }
        order::by_key(&mut mentions, |mention| mention.span);
        mentions
    }

    /// Where the text has the names: in order, not overlapping, each within one block.
    fn find(&self, doc: &Document) -> Vec<(Span, Verdict)> {
        let patterns = self.patterns();
        let mut found: Vec<(Span, Verdict)> = Vec::new();
        for token in &doc.tokens {
            let start = token.span().start;
            if found.last().is_some_and(|(last, _)| start < last.end) {
                continue;
            }
            let text = doc.text.get(start as usize..).unwrap_or_default();
            let candidates = patterns.get(first_word(text)).map(Vec::as_slice).unwrap_or_default();
            found.extend(candidates.iter().find_map(|pattern| {
                let length = begins(text, &pattern.text)?;
                let span = Span::from_range(start as usize..start as usize + length);
                is_of_one_piece(doc, span).then_some((span, pattern.verdict))
            }));
        }
        found
    }

    /// The names as they are looked for, by first word, the longest first, as taught before in capitals.
    fn patterns(&self) -> HashMap<String, Vec<Pattern>> {
        let mut patterns: HashMap<String, Vec<Pattern>> = HashMap::new();
        for (key, Taught { verdict, .. }) in &self.entries {
            let capitals = key.to_uppercase();
            let other = (capitals != *key).then_some((capitals, true));
            for (text, capitals) in [(key.clone(), false)].into_iter().chain(other) {
                let pattern = Pattern { text, capitals, verdict: *verdict };
                patterns.entry(first_word(&pattern.text).to_owned()).or_default().push(pattern);
            }
        }
        for list in patterns.values_mut() {
            order::by_key(list, |pattern| (std::cmp::Reverse(pattern.text.len()), pattern.capitals));
        }
        patterns
    }
}

struct Pattern {
    /// Folded.
    text: String,
    /// Whether it is a name in capitals that was not taught so.
    capitals: bool,
    verdict: Verdict,
}

/// `name` with single spaces and plain apostrophes and hyphens.
#[must_use]
pub fn fold(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(|word| word.chars().map(plain).collect()).collect();
    words.join(" ")
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '‐' | '‑' | '–' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The letters and digits that `text` begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The length of what `text` begins with, in bytes, when folded that is `pattern`.
fn begins(text: &str, pattern: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let mut end = 0;
    for wanted in pattern.chars() {
        let (at, c) = rest.next()?;
        if plain(c) != wanted {
            return None;
        }
        end = at + c.len_utf8();
        while wanted == ' ' && rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
    }
    Some(end)
}

/// Whether `span`, which starts with a token, ends with one, in the same block.
fn is_of_one_piece(doc: &Document, span: Span) -> bool {
    let ends = doc.tokens.binary_search_by_key(&span.end, |token| token.span().end).is_ok();
    let block = doc.blocks.partition_point(|block| block.span.end <= span.start);
    ends && doc.blocks.get(block).is_some_and(|block| block.span.contains(span))
}
