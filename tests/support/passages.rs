//! Passages of old and new texts, marked with ⟦ and ⟧, for the tests of finding them again.

use manicule::anchor::{Anchoring, Saved, describe, resolve_all};
use manicule::document::Document;
use manicule::text::{OffsetMap, Span};

pub fn document(text: &str) -> Document {
    Document { text: text.into(), offsets: OffsetMap::new(text), ..Document::default() }
}

/// The place between ⟦ and ⟧, and the text without them.
pub fn marked(text: &str) -> (String, Span) {
    let (before, rest) = text.split_once('⟦').expect("a marked text has a ⟦");
    let (inside, after) = rest.split_once('⟧').expect("a marked text has a ⟧");
    (format!("{before}{inside}{after}"), Span::from_range(before.len()..before.len() + inside.len()))
}

/// The new text with the place that was found in brackets, or the word for what was found instead.
pub fn found(old: &str, new: &str, saved: bool) -> String {
    let (old, span) = marked(old);
    let doc = document(new);
    let selectors = describe(&document(&old), span).unwrap();
    let saved = if saved { Saved::Text(&old) } else { Saved::Unknown };
    match resolve_all(&doc, saved, [selectors.as_slice()]).remove(0) {
        Anchoring::Exact(span) | Anchoring::Moved { span, .. } => {
            let (start, end) = (span.start as usize, span.end as usize);
            format!("{}⟦{}⟧{}", &new[..start], &new[start..end], &new[end..])
        }
        Anchoring::Ambiguous(_) => "ambiguous".into(),
        Anchoring::Orphan(_) => "orphan".into(),
    }
}

/// Checks that a passage is found where the new text marks it, with and without the old text at hand.
#[track_caller]
pub fn goes(old: &str, new: &str) {
    let (plain, _) = marked(new);
    for saved in [false, true] {
        assert_eq!(found(old, &plain, saved), new, "with the old text: {saved}");
    }
}

/// Checks that a passage is put nowhere.
#[track_caller]
pub fn goes_nowhere(old: &str, new: &str) {
    for saved in [false, true] {
        let found = found(old, new, saved);
        assert!(["ambiguous", "orphan"].contains(&found.as_str()), "with the old text: {saved}: {found}");
    }
}
