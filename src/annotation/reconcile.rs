//! Two versions of an annotation that were made without sight of each other, as one.
//!
//! Invariant: no word of either is lost. Field by field the later writer's version holds; a note that had
//! to give way is kept as a [revision](super::Revision).

use serde_json::Value;

use super::revision::{self, Revision};
use super::{Annotation, Body, Motivation};

/// The version that takes in `ours`, the later writer's, and `theirs`, both made from `base`. Each part
/// (note, tags, colour, target, the rest) is `ours` where we changed it and `theirs` where only they did.
/// Tags and revisions that either added stay, and those that either took away go. Where `base` is not
/// known, what is absent counts as unchanged. Pure; O(size).
#[must_use]
pub fn reconcile(base: Option<&Annotation>, ours: &Annotation, theirs: &Annotation) -> Annotation {
    let mut merged = theirs.clone();
    let old = base.unwrap_or(theirs);
    let ours_holds = |changed: bool| base.is_none() || changed;

    if ours_holds(ours.motivation != old.motivation) {
        merged.motivation = ours.motivation.clone();
    }
    if ours_holds(ours.creator != old.creator) {
        merged.creator.clone_from(&ours.creator);
    }
    merge_extra(&mut merged, ours, base);
    // Of two corrections only one can hold; of other bodies nothing is lost.
    if base.map(verdicts) != Some(verdicts(ours)) && (base.is_some() || !verdicts(ours).is_empty()) {
        merged.bodies.items.retain(|body| !verdicts(theirs).contains(&body));
        merged.bodies.items.extend(verdicts(ours).into_iter().cloned());
    }
    let further = merge_lists(base.map(others).unwrap_or_default(), others(ours), others(theirs));
    merged.bodies.items.retain(|body| !others(theirs).contains(&body));
    merged.bodies.items.extend(further.into_iter().cloned());
    let place = |note: &Annotation| note.clone().with_colour(None).targets;
    if ours_holds(place(ours) != place(old)) {
        let colour = merged.colour();
        merged.targets = ours.targets.clone();
        merged = merged.with_colour(colour);
    }
    let colour = three(base.map(Annotation::colour), ours.colour(), theirs.colour());
    merged = merged.with_colour(colour);
    merged = merged.with_tags(&merge_lists(
        base.map(Annotation::tags).unwrap_or_default(),
        ours.tags(),
        theirs.tags(),
    ));
    merged = merge_note(merged, base, ours, theirs).settled();
    merged.modified = ours.modified.clone().max(theirs.modified.clone());
    merged
}

/// Ours, unless only theirs differs from the base.
fn three<T: PartialEq>(base: Option<Option<T>>, ours: Option<T>, theirs: Option<T>) -> Option<T> {
    match base.unwrap_or(None) == ours {
        true => theirs,
        false => ours,
    }
}

fn merge_lists<T: PartialEq>(base: Vec<T>, ours: Vec<T>, theirs: Vec<T>) -> Vec<T> {
    let mut merged: Vec<T> =
        ours.into_iter().filter(|item| !base.contains(item) || theirs.contains(item)).collect();
    for item in theirs {
        if !base.contains(&item) && !merged.contains(&item) {
            merged.push(item);
        }
    }
    merged
}

fn merge_note(
    merged: Annotation,
    base: Option<&Annotation>,
    ours: &Annotation,
    theirs: &Annotation,
) -> Annotation {
    let before: Vec<Revision> = base.map(Annotation::revisions).unwrap_or_default();
    let revisions = merge_lists(before, ours.revisions(), theirs.revisions());
    let old = base.and_then(Annotation::note);
    let (own, other) = (ours.note(), theirs.note());
    let both_changed = own != old && other != old && own != other;
    let note = match (own, other) {
        // A text written meanwhile outlives the removal of the old one.
        (None, Some(_)) if both_changed => other,
        _ if own == old => other,
        _ => own,
    };
    // What stands in the note is not kept beside it as well, nor a text twice that came on two ways.
    let mut beside: Vec<Revision> = Vec::new();
    for revision in revisions {
        let there = |text: &str| text.contains(&revision.text);
        if !note.is_some_and(there) && !beside.iter().any(|kept| there(&kept.text)) {
            beside.push(revision);
        }
    }
    let revisions = beside;
    let merged = merged.with_note(note).with_revisions(&revisions);
    match other {
        Some(text) if both_changed => merged.keeping(text, time(theirs)),
        _ => merged,
    }
}

fn time(note: &Annotation) -> Option<String> {
    note.modified.clone().or_else(|| note.created.clone())
}

/// The bodies that correct the tagger.
fn verdicts(note: &Annotation) -> Vec<&Body> {
    let purposes = [Motivation::Classifying, Motivation::Identifying];
    let corrects = |body: &&Body| purposes.iter().any(|purpose| body.text_for(purpose).is_some());
    note.bodies.items.iter().filter(corrects).collect()
}

/// The bodies that are neither the note nor tags nor corrections.
fn others(note: &Annotation) -> Vec<&Body> {
    let (at, verdicts) = (note.note_at(), verdicts(note));
    let items = note.bodies.items.iter().enumerate().filter(|(index, _)| Some(*index) != at);
    let items = items.map(|(_, body)| body).filter(|body| body.text_for(&Motivation::Tagging).is_none());
    items.filter(|body| !verdicts.contains(body)).collect()
}

/// Properties that this model does not know, one by one. The style goes with the colour; revisions are
/// merged by themselves.
fn merge_extra(merged: &mut Annotation, ours: &Annotation, base: Option<&Annotation>) {
    let apart = [super::edit::STYLESHEET, revision::FIELD, "bodyValue", "@context"];
    let names = ours.extra.keys().chain(base.into_iter().flat_map(|base| base.extra.keys()));
    for name in names.filter(|name| !apart.contains(&name.as_str())) {
        let own = ours.extra.get(name);
        if base.and_then(|base| base.extra.get(name)) != own {
            match own {
                Some(value) => merged.extra.insert(name.clone(), value.clone()),
                None => merged.extra.remove(name),
            };
        }
    }
    // Every context that either declares: the terms of both stand in the merged one.
    if let Some(Value::Array(own)) = ours.extra.get("@context") {
        let mut contexts = match merged.extra.remove("@context") {
            Some(Value::Array(contexts)) => contexts,
            Some(context) => vec![context],
            None => vec![super::CONTEXT.into()],
        };
        let new: Vec<Value> = own.iter().filter(|context| !contexts.contains(context)).cloned().collect();
        contexts.extend(new);
        merged.extra.insert("@context".into(), Value::Array(contexts));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::annotation::{Colour, Selector, SpecificTarget};

    fn start() -> Annotation {
        let place = Selector::from_json(json!({ "type": "TextPositionSelector", "start": 0, "end": 3 }));
        let target = SpecificTarget::new("urn:manicule:article:a", vec![place]);
        Annotation::new("urn:uuid:a", "2026-01-01T00:00:00.000Z", target)
            .with_note(Some("first"))
            .with_tags(&["old"])
    }

    fn at(note: Annotation, second: u32) -> Annotation {
        note.with_modified(format!("2026-01-01T00:00:{second:02}.000Z"))
    }

    #[test]
    fn changes_of_different_parts_all_hold() {
        let base = start();
        let ours = at(base.clone().with_note(Some("ours")), 1);
        let theirs = at(base.clone().with_colour(Some(Colour::Red)).with_tags(&["old", "new"]), 2);
        let merged = reconcile(Some(&base), &ours, &theirs);
        assert_eq!((merged.note(), merged.colour()), (Some("ours"), Some(Colour::Red)));
        assert_eq!((merged.tags(), merged.revisions()), (vec!["old", "new"], vec![]));
        assert_eq!(merged.modified, theirs.modified);
        // Nor does it matter who is later.
        let other = reconcile(Some(&base), &theirs, &ours);
        assert_eq!(
            (other.note(), other.colour(), other.tags()),
            (merged.note(), merged.colour(), merged.tags())
        );
    }

    #[test]
    fn of_two_texts_the_later_stands_and_the_other_is_kept() {
        let base = start();
        let ours = at(base.clone().with_note(Some("ours")), 1);
        let theirs = at(base.clone().with_note(Some("theirs")), 2);
        let merged = reconcile(Some(&base), &ours, &theirs);
        assert_eq!(merged.note(), Some("ours"));
        let kept = Revision { text: "theirs".into(), modified: theirs.modified.clone() };
        assert_eq!(merged.revisions(), [kept]);
        // It is a whole annotation of the model, read and written without loss.
        assert_eq!(Annotation::from_json(merged.to_json()), Ok(merged.clone()));
        // What is taken away by one is gone, and is not brought back by the other.
        let cleared = merged.clone().with_revisions(&[]);
        let recoloured = merged.clone().with_colour(Some(Colour::Blue));
        assert!(reconcile(Some(&merged), &cleared, &recoloured).revisions().is_empty());
    }

    #[test]
    fn the_states_of_one_sentence_are_one_revision() {
        let typed = ["th", "thei", "theirs"].iter().fold(start(), |note, text| note.keeping(text, None));
        assert_eq!(typed.revisions().len(), 1);
        assert_eq!(typed.revisions()[0].text, "theirs");
        assert!(start().keeping("firs", None).revisions().is_empty());
    }

    #[test]
    fn a_text_that_comes_to_stand_in_the_note_is_no_revision() {
        let ours = at(start().with_note(Some("ours")).keeping("theirs", None), 1);
        let theirs = at(start().with_note(Some("theirs")).keeping("ours", None), 2);
        let merged = reconcile(None, &theirs, &ours);
        assert_eq!((merged.note(), merged.revisions().len()), (Some("theirs"), 1));
        assert_eq!(merged.revisions()[0].text, "ours");
        // Nor is a text kept twice that was written down at two times.
        let (early, late) = (Some("2026-01-01".to_owned()), Some("2026-01-02".to_owned()));
        let (ours, theirs) = (start().keeping("other", early), start().keeping("other", late));
        assert_eq!(reconcile(None, &ours, &theirs).revisions().len(), 1);
    }

    #[test]
    fn a_text_outlives_a_removal_and_an_unknown_base_loses_nothing() {
        let base = start();
        let emptied = base.clone().with_note(None);
        let written = base.clone().with_note(Some("more"));
        assert_eq!(reconcile(Some(&base), &emptied, &written).note(), Some("more"));
        assert_eq!(reconcile(Some(&base), &written, &emptied).note(), Some("more"));
        let merged = reconcile(None, &written.clone().with_tags(&["x"]), &base);
        assert_eq!((merged.note(), merged.tags()), (Some("more"), vec!["x", "old"]));
        assert_eq!(merged.revisions()[0].text, "first");
    }
}
