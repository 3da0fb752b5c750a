//! Annotations: made, kept, undone, and what becomes of them when two windows write.

use super::desk::{Desk, open};
use manicule::annotation::{Colour, Correction};
use manicule::session::{Fault, Patch, Session, SessionError, State};
use manicule::tag::{Label, Source};
use manicule::text::Span;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday. Lund was glad — 😀.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

fn colour(colour: Colour) -> Patch {
    Patch { colour: Some(Some(colour)), ..Patch::default() }
}

fn span(session: &Session, words: &str) -> Span {
    let text = &session.article().unwrap().doc().text;
    let start = text.find(words).unwrap();
    Span::from_range(start..start + words.len())
}

fn opened(desk: &Desk) -> (Session, String) {
    let mut session = desk.session();
    let id = session.add_text(STORY, None).unwrap();
    (session, id)
}

/// What a reader sees in the margin: quote, note, tags, sorted for comparison.
fn margin(session: &Session) -> Vec<(String, String, String)> {
    let placed = session.annotations().unwrap();
    let line = |placed: &manicule::session::Placed<'_>| {
        let note = placed.note;
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        (text(note.quote()), text(note.note()), note.tags().join(","))
    };
    let mut lines: Vec<_> = placed.iter().map(line).collect();
    lines.sort();
    lines
}

fn reopened(desk: &Desk, id: &str) -> Session {
    let mut session = desk.session();
    open(&mut session, id);
    session
}

/// Delivers what the store holds under every key of ours, as `storage` events would.
fn deliver(desk: &Desk, to: &mut Session) {
    for (key, value) in desk.store.entries() {
        to.storage_changed(Some(&key), Some(&value)).unwrap();
    }
}

#[test]
fn annotations_are_there_again_after_a_reload() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    let words = span(&session, "port of Lund");
    session.annotate(words, &colour(Colour::Green)).unwrap();
    let mut patch = note("**why** now?");
    patch.tags = Some(vec!["trade".into(), "ports".into()]);
    session.annotate(span(&session, "😀"), &patch).unwrap();
    let later = reopened(&desk, &id);
    assert_eq!(later.annotations().unwrap(), session.annotations().unwrap());
    assert_eq!(later.annotations().unwrap()[0].span(), Some(words));
    let status = later.status();
    assert_eq!((status.state, status.highlights, status.notes), (State::Saved, 1, 1));
    assert_eq!(later.list().unwrap()[0].annotations, 2);
}

#[test]
fn what_is_no_passage_is_refused() {
    let desk = Desk::new();
    let (mut session, _) = opened(&desk);
    let empty = Err(SessionError::EmptyRange { start: 3, end: 3 });
    assert_eq!(session.annotate(Span::new(3, 3), &Patch::default()), empty);
    let inside = span(&session, "😀").start + 1;
    let refused = session.annotate(Span::new(inside, inside + 3), &Patch::default());
    assert!(matches!(refused, Err(SessionError::Offset(_))), "{refused:?}");
    assert!(matches!(session.update("urn:uuid:none", &note("x")), Err(SessionError::NoAnnotation { .. })));
    assert!(!session.can_undo() && margin(&session).is_empty());
}

#[test]
fn corrections_change_the_reading_and_reapply() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    let machine = session.article().unwrap().reading().clone();
    let words = span(&session, "port of Lund");
    let correction = Correction::Label { label: Label::Fac, everywhere: false };
    session.correct(words, &correction).unwrap();
    let corrected = session.article().unwrap().reading().clone();
    let ours = corrected.mentions.iter().find(|mention| mention.span == words).unwrap();
    assert_eq!((ours.label, ours.source), (Label::Fac, Source::Reader));
    assert_eq!(*reopened(&desk, &id).article().unwrap().reading(), corrected);
    assert_eq!(session.undo().unwrap(), Some("correction"));
    assert_eq!(*session.article().unwrap().reading(), machine);
}

#[test]
fn another_article_is_read_as_it_was_left_and_nothing_of_that_is_kept() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    let words = span(&session, "port of Lund");
    session.correct(words, &Correction::Label { label: Label::Fac, everywhere: false }).unwrap();
    session.set_date(Some("2020-02-03")).unwrap();
    let left = session.article().unwrap().reading().clone();
    let other = session.add_text("Something else\n\nOslo is far.\n", None).unwrap();
    session.annotate(span(&session, "far"), &note("how far?")).unwrap();
    let before = desk.store.entries();

    let mut beside = session.beside(&id).unwrap();
    open(&mut beside, &id);
    assert_eq!(*beside.article().unwrap().reading(), left);
    assert_eq!(beside.article().unwrap().date(), reopened(&desk, &id).article().unwrap().date());
    beside.annotate(words, &note("kept nowhere")).unwrap();
    assert_eq!(margin(&session), [("far".to_owned(), "how far?".to_owned(), String::new())]);
    assert_eq!(session.article().unwrap().id(), other);
    let texts =
        |desk: &Desk| desk.store.entries().into_values().filter(|raw| raw.contains("nowhere")).count();
    assert_eq!((texts(&desk), before.len()), (0, desk.store.entries().len()));
}

#[test]
fn what_is_owed_is_known_beside() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    desk.store.break_with(Fault::WritesRefused);
    session.correct(span(&session, "port of Lund"), &Correction::Reject { everywhere: true }).unwrap();
    let mut beside = session.beside(&id).unwrap();
    open(&mut beside, &id);
    assert_eq!(beside.annotations().unwrap().len(), 1);
}

#[test]
fn typing_is_one_step() {
    let desk = Desk::new();
    let (mut session, _) = opened(&desk);
    let id = session.annotate(span(&session, "port"), &Patch::default()).unwrap();
    for text in ["w", "wh", "why"] {
        // As the page sends it: with the tags of the same form.
        session.update(&id, &Patch { tags: Some(vec![]), ..note(text) }).unwrap();
    }
    assert_eq!(session.undo().unwrap(), Some("note"));
    assert_eq!(margin(&session), [("port".into(), String::new(), String::new())]);
    session.redo().unwrap();
    assert_eq!(margin(&session)[0].1, "why");
    session.update(&id, &note("why not")).unwrap();
    session.undo().unwrap();
    assert_eq!(margin(&session)[0].1, "why", "typing after an undo is a new step");
}

#[test]
fn steps_of_another_article_wait_until_it_is_open() {
    let desk = Desk::new();
    let (mut session, first) = opened(&desk);
    session.annotate(span(&session, "port"), &colour(Colour::Red)).unwrap();
    session.add_text("Another story.", None).unwrap();
    assert!(!session.can_undo());
    assert_eq!(session.undo().unwrap(), None);
    open(&mut session, &first);
    assert_eq!(session.undo().unwrap(), Some("highlight"));
}

#[test]
fn two_windows_merge_live() {
    let desk = Desk::new();
    let (mut one, id) = opened(&desk);
    let mut two = reopened(&Desk::on(desk.store.clone(), 2), &id);
    let mark = one.annotate(span(&one, "port"), &note("from one")).unwrap();
    two.annotate(span(&two, "glad"), &note("from two")).unwrap();
    deliver(&desk, &mut one);
    deliver(&desk, &mut two);
    assert_eq!(margin(&one).len(), 2);
    assert_eq!(margin(&one), margin(&two));
    one.remove(&mark).unwrap();
    let key = format!("manicule/note/{id}/{}", mark.trim_start_matches("urn:uuid:"));
    assert!(two.storage_changed(Some(&key), None).unwrap().annotations);
    assert_eq!(margin(&one), margin(&two));
}
