//! Annotations with the places they were found at.

use crate::anchor::{Anchoring, OrphanReason};
use crate::annotation::{Annotation, Selector};
use crate::text::Span;

/// An annotation and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed<'a> {
    /// The annotation.
    pub note: &'a Annotation,
    /// Where its passage was found.
    pub place: &'a Anchoring,
    /// Where its further passages were found, as a relation has one.
    pub others: &'a [Anchoring],
}

/// How sure it is where an annotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placement {
    /// Where its selectors say.
    Exact,
    /// Elsewhere than they say.
    Moved,
    /// At one of several places.
    Ambiguous,
    /// Nowhere.
    Orphan,
    /// It is about the article as a whole.
    Whole,
}

impl<'a> Placed<'a> {
    /// The passage; `None` for an orphan. Of several that could be meant, the best.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        best(self.place)
    }

    /// The passages that were found, of a relation both.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.place).chain(self.others).filter_map(best)
    }

    /// The first of its passages that has no sure place: which of them (from 0), and what is known of it.
    #[must_use]
    pub fn doubt(&self) -> Option<(usize, &'a Anchoring)> {
        let places = std::iter::once(self.place).chain(self.others).enumerate();
        let mut unsure =
            places.filter(|(_, place)| !matches!(place, Anchoring::Exact(_) | Anchoring::Moved { .. }));
        unsure.next()
    }

    /// How sure its place is; of several passages the least sure counts.
    #[must_use]
    pub fn placement(&self) -> Placement {
        if self.note.is_on_whole() {
            return Placement::Whole;
        }
        let all = std::iter::once(self.place).chain(self.others).map(|place| match place {
            Anchoring::Exact(_) => Placement::Exact,
            Anchoring::Moved { .. } => Placement::Moved,
            Anchoring::Ambiguous(_) => Placement::Ambiguous,
            Anchoring::Orphan(_) => Placement::Orphan,
        });
        all.max_by_key(|placement| *placement as u8).unwrap_or(Placement::Orphan)
    }
}

fn best(place: &Anchoring) -> Option<Span> {
    match place {
        Anchoring::Exact(span) | Anchoring::Moved { span, .. } => Some(*span),
        Anchoring::Ambiguous(candidates) => candidates.first().map(|candidate| candidate.span),
        Anchoring::Orphan(_) => None,
    }
}

/// Where the passages of one annotation were found, in the order of [`passages`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Places {
    pub first: Anchoring,
    pub others: Vec<Anchoring>,
}

impl Places {
    pub fn of(found: impl IntoIterator<Item = Anchoring>) -> Self {
        let mut found = found.into_iter();
        let first = found.next().unwrap_or(Anchoring::Orphan(OrphanReason::NoSelector));
        Self { first, others: found.collect() }
    }
}

/// The selectors of each passage that an annotation is about; never empty.
pub(super) fn passages(note: &Annotation) -> Vec<&[Selector]> {
    let mut passages: Vec<&[Selector]> =
        note.passages().map(|target| target.selectors.items.as_slice()).collect();
    if passages.is_empty() {
        passages.push(&[]);
    }
    passages
}
