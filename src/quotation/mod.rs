//! Floor 4b: who said what. Direct, indirect and mixed quotations with their cue and speaker.
//!
//! Invariant: quotations stand in order of their start; two of them overlap only when one lies inside the
//! other. A speaker is an entity only where the text leaves no doubt; what the text calls the speaker is
//! kept either way.
//!
//! The passes, all over tokens and linear in them: [`marks`] pairs quotation marks, [`direct`] attributes
//! what stands between them, [`reported`] finds clauses that are reported without them, [`pronouns`]
//! says who `he` is. Kinds after Pareti 2012, “A Database of Attribution Relations”.

mod clause;
mod cues;
mod direct;
mod marks;
mod phrase;
mod pronouns;
mod reported;
mod words;

use crate::document::Document;
use crate::entity::Entity;
use crate::order;
use crate::tag::Mention;
use crate::text::Span;

use words::Words;

/// How a quotation gives what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Word for word, in quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, parts of it in quotation marks.
    Mixed,
}

/// Something that somebody is said to have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What was said, without quotation marks around the whole of it.
    pub span: Span,
    /// Index of the entity that said it, where that is certain.
    pub speaker: Option<u32>,
    /// What the text calls the speaker: `a senior official`, `he`, `Yoon`.
    pub speaker_span: Option<Span>,
    /// The words that say that it was said: `said`, `according to`.
    pub cue: Option<Span>,
    /// How it is given.
    pub kind: QuoteKind,
}

/// The quotations of a document, in order. `entities` must be those of `mentions` (`entity::group`).
/// O(tokens).
#[must_use]
pub fn find(doc: &Document, mentions: &[Mention], entities: &[Entity]) -> Vec<Quotation> {
    let words = Words::new(doc, mentions, entities);
    let stretches = marks::find(&words);
    let mut found = direct::find(&words, &stretches);
    reported::find(&words, &stretches, &mut found);
    order::by_key(&mut found, |found| (found.cue.map_or(found.first, |cue| cue.0), found.first));
    pronouns::resolve(&words, &stretches, &mut found);
    let mut quotations: Vec<Quotation> = found.into_iter().map(|found| found.quotation(&words)).collect();
    order::by_key(&mut quotations, |quotation| (quotation.span.start, std::cmp::Reverse(quotation.span.end)));
    nested(quotations)
}

/// Without those that overlap another and do not lie inside it; of two such the one in quotation marks
/// stays. `quotations` in order of their start, the longer first.
fn nested(quotations: Vec<Quotation>) -> Vec<Quotation> {
    let mut kept: Vec<Option<Quotation>> = Vec::with_capacity(quotations.len());
    // Those around the place that was come to, the innermost last: places in `kept`, ends, whether direct.
    let mut around: Vec<(usize, u32, bool)> = Vec::new();
    for quotation in quotations {
        let direct = quotation.kind == QuoteKind::Direct;
        let mut lies_inside = true;
        while let Some((at, end, other_direct)) = around.last().copied() {
            if quotation.span.start < end {
                lies_inside = quotation.span.end <= end;
                if lies_inside || !direct || other_direct {
                    break;
                }
                if let Some(crossed) = kept.get_mut(at) {
                    *crossed = None;
                }
                lies_inside = true;
            }
            around.pop();
        }
        if lies_inside {
            around.push((kept.len(), quotation.span.end, direct));
            kept.push(Some(quotation));
        }
    }
    kept.into_iter().flatten().collect()
}

/// A quotation while it is made, in tokens.
#[derive(Clone, Debug)]
struct Found {
    /// First token of what was said.
    first: usize,
    /// One past the last.
    end: usize,
    speaker: Option<phrase::Phrase>,
    /// The cue's first token and one past its last.
    cue: Option<(usize, usize)>,
    kind: QuoteKind,
    /// Whose words these are by their place alone: the quotation before has the speaker.
    as_before: bool,
    entity: Option<u32>,
}

impl Found {
    fn quotation(self, words: &Words<'_>) -> Quotation {
        Quotation {
            span: words.span(self.first, self.end),
            speaker: self.entity,
            speaker_span: self.speaker.map(|phrase| words.span(phrase.first, phrase.end)),
            cue: self.cue.map(|(first, end)| words.span(first, end)),
            kind: self.kind,
        }
    }
}
