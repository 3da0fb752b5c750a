//! Searching in the open article as the reader types.

use std::ops::Range;

use super::article::Article;
use super::error::SessionError;
use super::state::Session;
use crate::matching::occurrences::occurrences;
use crate::matching::words::is_edge_of;
use crate::text::{Lookup, Span};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The characters, also within words.
    Anywhere,
    /// The characters as whole words.
    Words,
    /// Every mention of the entities one of whose names has the characters at the beginning of a word.
    Entities,
}

impl Session {
    /// Where `text` is found in the open article, in order, without regard to case, accents, the shape of
    /// marks and the amount of white space; nothing of an empty one. O(n), the first time with a larger factor.
    ///
    /// # Errors
    /// When no article is open.
    pub fn search(&self, text: &str, sought: Sought) -> Result<Vec<Span>, SessionError> {
        let article = self.article()?;
        let needle = Lookup::new(text.trim());
        let needle = needle.text();
        if needle.is_empty() {
            return Ok(Vec::new());
        }
        Ok(match sought {
            Sought::Anywhere => article.occurrences(needle, false),
            Sought::Words => article.occurrences(needle, true),
            Sought::Entities => article.mentions_of(needle),
        })
    }

    /// Makes what the first search in the open article makes. O(n).
    ///
    /// # Errors
    /// When no article is open.
    pub fn begin_search(&self) -> Result<(), SessionError> {
        let _ = self.article()?.lookup();
        Ok(())
    }

    /// The search is over: what it needed in memory is given back.
    pub fn end_search(&mut self) {
        self.open.iter_mut().for_each(|article| drop(article.folded.take()));
    }
}

impl Article {
    fn lookup(&self) -> &Lookup {
        self.folded.get_or_init(|| Lookup::new(&self.doc.text))
    }

    fn occurrences(&self, needle: &str, whole: bool) -> Vec<Span> {
        let text = self.lookup();
        let is_word = |at: usize| is_edge_of(text.text(), at);
        let counts = |place: &Range<usize>| !whole || (is_word(place.start) && is_word(place.end));
        let mut found: Vec<Span> = Vec::new();
        for place in occurrences(text.text(), needle, counts) {
            let span = text.span(place);
            // Two letters may stand for one character: it is found once.
            if found.last().is_none_or(|last| last.end <= span.start) {
                found.push(span);
            }
        }
        found
    }

    fn mentions_of(&self, needle: &str) -> Vec<Span> {
        let begins = |name: &String| {
            let name = Lookup::new(name);
            let at_edge = |place: &Range<usize>| is_edge_of(name.text(), place.start);
            occurrences(name.text(), needle, at_edge).next().is_some()
        };
        let entities = &self.reading.entities;
        let named: Vec<bool> =
            entities.iter().map(|entity| begins(&entity.name) || entity.aliases.iter().any(begins)).collect();
        let is_named = |entity: u32| named.get(entity as usize).copied().unwrap_or_default();
        let mentions = self.reading.mentions.iter().zip(&self.reading.members);
        mentions.filter(|(_, member)| is_named(member.entity)).map(|(mention, _)| mention.span).collect()
    }
}
