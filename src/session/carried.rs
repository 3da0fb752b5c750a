//! Annotations that come with the text they were made on, when the article here has another.

use super::placed::passages;
use super::reattach::target_of;
use crate::anchor::{self, Anchoring, Saved};
use crate::annotation::{Annotation, Selector};
use crate::document::Document;
use crate::export::CarriedArticle;

/// What the places in a file's annotations are in: the text that the file carries.
pub(super) fn saved(carried: Option<&CarriedArticle>) -> Saved<'_> {
    carried.map_or(Saved::Unknown, |carried| Saved::Text(&carried.text))
}

/// The annotations, described anew where only the carried text tells where a passage went: that text is not kept,
/// and without it the passage would be looked for in vain, or found elsewhere. The selectors they had stay in
/// their targets.
pub(super) fn described(
    doc: &Document,
    carried: Option<&CarriedArticle>,
    notes: Vec<Annotation>,
) -> Vec<Annotation> {
    let Some(carried) = carried.filter(|carried| *carried.text != *doc.text) else { return notes };
    let all: Vec<&[Selector]> = notes.iter().flat_map(passages).collect();
    let known = anchor::resolve_all(doc, saved(Some(carried)), all.iter().copied());
    let unknown = anchor::resolve_all(doc, Saved::Unknown, all.iter().copied());
    let mut news = known.iter().zip(&unknown).map(|places| match places {
        (Anchoring::Exact(span) | Anchoring::Moved { span, .. }, other) => {
            let same =
                matches!(other, Anchoring::Exact(it) | Anchoring::Moved { span: it, .. } if it == span);
            (!same).then(|| anchor::describe(doc, *span).ok()).flatten()
        }
        _ => None,
    });
    let anew = |note: &Annotation| {
        let mut anew = note.clone();
        for (at, selectors) in news.by_ref().take(passages(note).len()).enumerate() {
            if let Some(selectors) = selectors {
                anew = anew.clone().reattached(target_of(note, at), selectors).unwrap_or(anew);
            }
        }
        anew
    };
    notes.iter().map(anew).collect()
}
