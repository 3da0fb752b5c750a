//! Asking for annotations: by what they say, how they are marked, when they were made, where they stand.

use super::error::SessionError;
use super::placed::{Placed, Placement};
use super::state::Session;
use crate::annotation::{Colour, Kind};
use crate::text::{Folded, Span};

/// What is asked for; every part that is set must hold, and an empty one holds of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in the quotation, the texts or the tags (written `#tag`), in any order and
    /// as parts of words; without regard to case and accents.
    pub text: String,
    /// Tags that it must all have.
    pub tags: Vec<String>,
    /// Colours of which it must have one.
    pub colours: Vec<Colour>,
    /// Kinds of which it must be one.
    pub kinds: Vec<Kind>,
    /// How its place must be known.
    pub placements: Vec<Placement>,
    /// Not last changed before this: an RFC 3339 time or the beginning of one (`2026-03`).
    pub since: Option<String>,
    /// Not last changed after this, written in the same way; `2026-03` includes all of March.
    pub until: Option<String>,
    /// A part of the text with which a passage of it must share a byte.
    pub within: Option<Span>,
}

impl Query {
    /// Those of `placed` that answer, in their order. O(length of what they say).
    #[must_use]
    pub fn select<'a>(&self, placed: &[Placed<'a>]) -> Vec<Placed<'a>> {
        let text = fold(&self.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let holds = |placed: &&Placed<'a>| self.admits(placed) && says(placed, &words);
        placed.iter().filter(holds).copied().collect()
    }

    fn admits(&self, placed: &Placed<'_>) -> bool {
        let note = placed.note;
        let colour = note.colour();
        let time = note.modified.as_ref().or(note.created.as_ref()).map(String::as_str);
        // Times of ours sort as they are written; of a shorter bound only its own length counts.
        let up_to = |bound: &str| time.map(|time| time.get(..bound.len()).unwrap_or(time));
        let tags = || note.tags();
        (self.tags.is_empty() || self.tags.iter().all(|tag| tags().contains(&tag.as_str())))
            && (self.colours.is_empty() || colour.is_some_and(|colour| self.colours.contains(&colour)))
            && (self.kinds.is_empty() || self.kinds.contains(&note.kind()))
            && (self.placements.is_empty() || self.placements.contains(&placed.placement()))
            && self.since.as_deref().is_none_or(|since| up_to(since).is_some_and(|time| time >= since))
            && self.until.as_deref().is_none_or(|until| up_to(until).is_some_and(|time| time <= until))
            && self.within.is_none_or(|within| placed.spans().any(|span| span.overlaps(within)))
    }
}

/// Whether every one of the folded `words` occurs in what the annotation quotes or says.
fn says(placed: &Placed<'_>, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let note = placed.note;
    let mut said: Vec<String> =
        note.passages().filter_map(|passage| passage.quote()).map(|quote| fold(&quote.exact)).collect();
    said.extend(note.texts().map(fold));
    said.extend(note.relation_name().map(fold));
    said.extend(note.tags().into_iter().map(|tag| fold(&format!("#{tag}"))));
    words.iter().all(|word| said.iter().any(|text| text.contains(word)))
}

/// As [`Folded`] has it: without case, accents and the shapes of punctuation.
fn fold(text: &str) -> String {
    Folded::new(text).chars.into_iter().collect()
}

impl Session {
    /// The annotations of the open article that answer `query`, in document order, those without a place
    /// last.
    ///
    /// # Errors
    /// When no article is open.
    pub fn find(&self, query: &Query) -> Result<Vec<Placed<'_>>, SessionError> {
        let article = self.article()?;
        match query.within {
            Some(within) => Ok(query.select(&article.placed_in(within))),
            None => Ok(query.select(&article.placed())),
        }
    }

    /// The annotations with a passage that the byte at `offset` belongs to. O(log n + found).
    ///
    /// # Errors
    /// When no article is open.
    pub fn annotations_at(&self, offset: u32) -> Result<Vec<Placed<'_>>, SessionError> {
        self.annotations_in(Span::new(offset, offset))
    }

    /// The annotations with a passage that shares a byte with `span`, in the order of these passages.
    /// O(log n + found).
    ///
    /// # Errors
    /// When no article is open.
    pub fn annotations_in(&self, span: Span) -> Result<Vec<Placed<'_>>, SessionError> {
        Ok(self.article()?.placed_in(span))
    }
}
