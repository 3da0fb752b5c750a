//! An article that is a later version of another: how it is known, and how the notes come along.
//!
//! Invariant: the earlier version stays as it was, with its text and its notes; what is carried over is a copy.

use super::action::Action;
use super::error::SessionError;
use super::history::{Change, Step};
use super::key;
use super::placed::passages;
use super::record::TextRecord;
use super::state::Session;
use super::told::changed;
use crate::anchor::{self, Anchoring, Saved};
use crate::annotation::{Annotation, Target, article_source};
use crate::document::Document;

/// Texts that share this part of their runs of words are versions of one article.
const ALIKE: f32 = 0.35;

/// What the addresses of our own articles start with.
const OURS: &str = "urn:manicule:article:";

/// An article that the open one may be a later version of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its id.
    pub id: String,
    /// Whether the text is the same, to the character.
    pub same: bool,
    /// Whether both came from the same address.
    pub address: bool,
}

/// What became of the notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Those whose passages were found, or that have none.
    pub placed: usize,
    /// Those that have no sure place in the new text.
    pub lost: usize,
}

impl Session {
    /// The article that the open one is likeliest a later version of, if any is.
    ///
    /// # Errors
    /// When no article is open.
    pub fn earlier(&self) -> Result<Option<Earlier>, SessionError> {
        let meta = self.meta(&self.article()?.id)?;
        let address = |source: &Option<String>| source.as_deref().map(bare).filter(|it| !it.is_empty());
        let mut best: Option<(f32, Earlier)> = None;
        for other in self.articles.values() {
            let taken = other.deleted.is_some() || other.told.later.is_some();
            if taken || other.id == meta.id {
                continue;
            }
            let prints = meta.print.as_ref().zip(other.print.as_ref());
            let likeness = prints.map_or(0.0, |(one, two)| one.likeness(two));
            let same = prints.is_some_and(|(one, two)| one.is_same(two));
            let from = address(&meta.source);
            let address = from.is_some() && from == address(&other.source);
            let weight = likeness + f32::from(u8::from(address)) + f32::from(u8::from(same)) * 2.0;
            if weight >= ALIKE && best.as_ref().is_none_or(|(known, _)| weight > *known) {
                best = Some((weight, Earlier { id: other.id.clone(), same, address }));
            }
        }
        Ok(best.map(|(_, earlier)| earlier))
    }

    /// Copies the notes of an earlier version onto the open article, each to where its passage went, and has the
    /// earlier one give way to this in the library. One step.
    ///
    /// # Errors
    /// When no article is open, there is no such earlier one, or nothing may be changed.
    pub fn carry_over(&mut self, earlier: &str, text: TextRecord) -> Result<Carried, SessionError> {
        self.writable()?;
        let before = self.fresh_meta(earlier)?;
        let article = self.article()?.id.clone();
        let notes = self.notes_of(earlier)?;
        let (old, _) = text.into_parts();
        let doc = &self.article()?.doc;
        let places = anchor::resolve_all(doc, Saved::Text(&old), notes.iter().flat_map(passages));
        let (mut carried, mut changes, mut places) = (Carried::default(), Vec::new(), places.into_iter());
        for note in notes {
            let found: Vec<Anchoring> = places.by_ref().take(passages(&note).len()).collect();
            let is_whole = note.passages().next().is_none();
            let sure = |place: &Anchoring| place_of(place).is_some();
            let placed = is_whole || found.iter().all(sure);
            carried.placed += usize::from(placed);
            carried.lost += usize::from(!placed);
            let note = moved(note, self.new_id(), &article, doc, &found);
            changes.push(Change::Note {
                article: article.clone(),
                before: None,
                after: Some(Box::new(note)),
            });
        }
        let mut after = before.clone();
        after.told.later = Some(article);
        changes.extend(changed(before, after));
        self.make(Step::new(Action::Version, changes))?;
        Ok(carried)
    }

    /// The notes of an article, whether it is open or not.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn notes_of(&mut self, article: &str) -> Result<Vec<Annotation>, SessionError> {
        let mut notes = Vec::new();
        for key in self.shelf.keys(&key::notes(article))? {
            notes.extend(self.load::<Annotation>(&key)?);
        }
        Ok(notes)
    }
}

const fn place_of(place: &Anchoring) -> Option<crate::text::Span> {
    match place {
        Anchoring::Exact(span) | Anchoring::Moved { span, .. } => Some(*span),
        _ => None,
    }
}

/// The note as one on the article `id`, its passages where they were found.
fn moved(mut note: Annotation, name: String, id: &str, doc: &Document, found: &[Anchoring]) -> Annotation {
    let mut found = found.iter();
    for target in &mut note.targets.items {
        match target {
            Target::Specific(target) => {
                target.source = article_source(id).into();
                if target.selectors.items.is_empty() {
                    continue;
                }
                let span = found.next().and_then(place_of);
                if let Some(selectors) = span.and_then(|span| anchor::describe(doc, span).ok()) {
                    target.selectors.items = selectors;
                }
            }
            Target::Other(address) if address.as_str().is_some_and(|it| it.starts_with(OURS)) => {
                *address = article_source(id).into();
            }
            Target::Other(_) => {}
        }
    }
    note.id = name;
    note
}

/// An address by which a page is known: without its scheme, its fragment and what only says who sent the reader.
fn bare(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let tells = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        !name.is_empty()
            && !name.starts_with("utm_")
            && !matches!(name, "fbclid" | "gclid" | "ref" | "source")
    };
    let query: Vec<&str> = query.split('&').filter(tells).collect();
    let path = path.trim_end_matches('/').trim_start_matches("www.").to_lowercase();
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn addresses_of_one_page_are_one() {
        let check = |address: &str| assert_eq!(bare(address), "gazette.example/lamps", "{address}");
        check("https://gazette.example/lamps");
        check("http://www.gazette.example/lamps/#comments");
        check("https://gazette.example/lamps?utm_source=mail&fbclid=1");
        assert_eq!(bare("https://gazette.example/?id=1"), "gazette.example?id=1");
    }
}
