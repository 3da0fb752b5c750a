//! Applying a reader's corrections to what the machine found. Pure: neither annotations nor mentions
//! are kept here, and applying the same corrections again gives the same mentions.

use serde::{Deserialize, Serialize};

use super::Correction;
use crate::document::Document;
use crate::order;
use crate::tag::{Label, Mention, Source};
use crate::text::Span;

/// A correction and where its annotation was found in the text (see `anchor::resolve`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedCorrection {
    /// The passage it was made on.
    pub span: Span,
    /// What it says.
    pub correction: Correction,
}

/// Two names of one thing: what [`Correction::SameAs`] comes to. (`entity::SameAs` has the same fields;
/// the two modules stand on one floor, and the session hands these over.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameName {
    /// The text of the corrected passage.
    pub name: String,
    /// The name of the entity it belongs to.
    pub canonical: String,
    /// The passage, where it goes for that alone.
    pub here: Option<Span>,
}

/// Mentions as corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// In order of their start, not overlapping.
    pub mentions: Vec<Mention>,
    /// In the order of their corrections.
    pub same: Vec<SameName>,
}

/// Applies `corrections`, given in the order they were made, to the machine's `mentions` (in order, not
/// overlapping).
///
/// First what was said of words everywhere, then what was said of single passages, so that a single
/// passage can be an exception; within each, the later wins. A rejection removes the mentions that share
/// text with the passage; a label replaces them by a reader's mention of exactly the passage. Everywhere
/// means the same words, on token boundaries, where they are not part of a longer mention (labelling
/// “China” does not break up “China Central Television”). O(n) in the text for each correction
/// everywhere, O(mentions) for each other.
#[must_use]
pub fn apply(doc: &Document, mentions: &[Mention], corrections: &[PlacedCorrection]) -> Corrected {
    let mut corrected = Corrected { mentions: mentions.to_vec(), same: Vec::new() };
    for placed in corrections {
        match placed.correction {
            Correction::Reject { everywhere: true } => {
                let words = doc.slice(placed.span);
                corrected.mentions.retain(|mention| doc.slice(mention.span) != words);
            }
            Correction::Label { label, everywhere: true } => {
                let spans = like(doc, placed.span, &corrected.mentions);
                replace(&mut corrected.mentions, &spans, Some(label));
            }
            _ => {}
        }
    }
    for PlacedCorrection { span, correction } in corrections {
        match correction {
            Correction::Reject { .. } => replace(&mut corrected.mentions, &[*span], None),
            Correction::Label { label, .. } => replace(&mut corrected.mentions, &[*span], Some(*label)),
            Correction::SameAs { name: canonical, here } => corrected.same.push(SameName {
                name: doc.slice(*span).to_owned(),
                canonical: canonical.clone(),
                here: here.then_some(*span),
            }),
        }
    }
    corrected
}

/// Takes out the mentions that share text with any of `spans` (in order, not overlapping) and puts a
/// reader's mention of `label` on each.
fn replace(mentions: &mut Vec<Mention>, spans: &[Span], label: Option<Label>) {
    let touched = |span: Span| {
        let next = spans.partition_point(|other| other.end <= span.start);
        spans.get(next).is_some_and(|other| other.overlaps(span))
    };
    mentions.retain(|mention| !touched(mention.span));
    if let Some(label) = label {
        let lettered = spans.iter().filter(|span| !span.is_empty());
        mentions.extend(lettered.map(|span| Mention::new(*span, label, Source::Reader)));
        order::by_key(mentions, |mention| mention.span);
    }
}

/// Where else the text has the words of `span`: on token boundaries, not inside a longer mention.
fn like(doc: &Document, span: Span, mentions: &[Mention]) -> Vec<Span> {
    let words = doc.slice(span);
    if words.is_empty() {
        return Vec::new();
    }
    let found = doc.text.match_indices(words).map(|(at, words)| Span::from_range(at..at + words.len()));
    found.filter(|found| is_whole_tokens(doc, *found) && !is_inside_longer(mentions, *found)).collect()
}

fn is_whole_tokens(doc: &Document, span: Span) -> bool {
    let tokens = doc.tokens.get(doc.tokens_in(span)).unwrap_or_default();
    let starts = tokens.first().is_some_and(|token| token.span().start == span.start);
    starts && tokens.last().is_some_and(|token| token.span().end == span.end)
}

pub(super) fn is_inside_longer(mentions: &[Mention], span: Span) -> bool {
    let next = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(next).is_some_and(|mention| mention.span != span && mention.span.contains(span))
}
