//! Undo across reloads: what is kept of the history, and what it must never cost.

use super::desk::{Desk, open};
use manicule::annotation::Colour;
use manicule::session::{Action, Fault, MemoryStore, Patch, Session, State};
use manicule::text::Span;
use proptest::prelude::*;

const STORY: &str = "Ferry delayed\n\nThe ferry to Turku left an hour late on Friday.\n";
const STEPS: &str = "manicule/history/";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

fn notes(session: &Session) -> Vec<String> {
    let placed = session.annotations().unwrap();
    let mut notes: Vec<String> =
        placed.iter().map(|placed| placed.note.note().unwrap_or_default().to_owned()).collect();
    notes.sort();
    notes
}

fn steps(store: &MemoryStore) -> usize {
    store.entries().keys().filter(|key| key.starts_with(STEPS)).count()
}

fn opened(desk: &Desk) -> (Session, String) {
    let mut session = desk.session();
    let id = session.add_text(STORY, None).unwrap();
    (session, id)
}

fn reopened(desk: &Desk, id: &str) -> Session {
    let mut session = desk.session();
    open(&mut session, id);
    session
}

#[test]
fn steps_are_undone_and_redone_after_a_reload() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    session.annotate(Span::new(0, 5), &note("first")).unwrap();
    session.annotate(Span::new(6, 13), &note("second")).unwrap();
    let mut later = reopened(&desk, &id);
    assert_eq!(later.undo().unwrap(), Some("note"));
    assert_eq!(notes(&later), ["first"]);
    let mut again = reopened(&desk, &id);
    assert_eq!(again.redo().unwrap(), Some("note"));
    assert_eq!(notes(&again), ["first", "second"]);
    assert_eq!(again.redo().unwrap(), None);
    again.undo().unwrap();
    again.undo().unwrap();
    assert_eq!(again.undo().unwrap(), None);
    assert!(notes(&again).is_empty());
    again.annotate(Span::new(0, 5), &note("other")).unwrap();
    assert_eq!(reopened(&desk, &id).redo().unwrap(), None, "what was undone before is not redone");
}

#[test]
fn the_steps_are_listed_with_the_next_first() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    session.annotate(Span::new(0, 5), &note("first")).unwrap();
    session.rename(&id, "Late").unwrap();
    assert_eq!(session.steps(), [vec![Action::Rename, Action::Note], vec![]]);
    session.undo().unwrap();
    assert_eq!(reopened(&desk, &id).steps(), [vec![Action::Note], vec![Action::Rename]]);
    session.add_text("Another story.", None).unwrap();
    assert_eq!(session.steps(), [vec![], vec![Action::Rename]], "what cannot be seen is not listed");
}

#[test]
fn typing_is_one_record_and_ends_with_the_page() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    let mark = session.annotate(Span::new(0, 5), &Patch::default()).unwrap();
    for text in ["w", "wh", "why"] {
        session.update(&mark, &note(text)).unwrap();
    }
    assert_eq!(steps(&desk.store), 2);
    let mut later = reopened(&desk, &id);
    later.update(&mark, &note("why not")).unwrap();
    later.undo().unwrap();
    assert_eq!(notes(&later), ["why"]);
}

#[test]
fn two_hundred_steps_outlive_the_page_and_all_of_them_while_it_is_open() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    for _ in 0..230 {
        session.annotate(Span::new(0, 5), &Patch::default()).unwrap();
    }
    assert_eq!(steps(&desk.store), 200);
    let mut later = reopened(&desk, &id);
    let undone = std::iter::from_fn(|| later.undo().unwrap()).count();
    assert_eq!((undone, notes(&later).len()), (200, 30));
    // The first window goes on from where it is; notes that are gone already are no trouble.
    let undone = std::iter::from_fn(|| session.undo().unwrap()).count();
    assert_eq!((undone, notes(&session).len()), (230, 0));
    assert_eq!(steps(&desk.store), 200, "the nearest two hundred can be redone");
    let mut later = reopened(&desk, &id);
    assert_eq!(std::iter::from_fn(|| later.redo().unwrap()).count(), 200);
}

#[test]
fn a_step_that_is_too_big_to_keep_ends_what_is_kept() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    session.annotate(Span::new(0, 5), &note("small")).unwrap();
    session.annotate(Span::new(0, 5), &note(&"long ".repeat(200_000))).unwrap();
    assert_eq!(steps(&desk.store), 0);
    session.annotate(Span::new(0, 5), &note("after")).unwrap();
    let mut later = reopened(&desk, &id);
    assert_eq!(later.undo().unwrap(), Some("note"));
    assert_eq!(later.undo().unwrap(), None);
    assert_eq!(notes(&later).len(), 2);
    let undone = std::iter::from_fn(|| session.undo().unwrap()).count();
    assert_eq!(undone, 3, "the open page undoes it all the same");
}

#[test]
fn a_full_store_gives_up_the_history_before_a_note() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    for text in ["one", "two", "three"] {
        session.annotate(Span::new(0, 5), &note(text)).unwrap();
    }
    let used: usize = desk.store.entries().iter().map(|(key, value)| key.len() + value.len()).sum();
    desk.store.break_with(Fault::Quota(used + 10));
    session.annotate(Span::new(6, 13), &note("four")).unwrap();
    assert_eq!(session.status().state, State::Saved);
    assert_eq!(notes(&reopened(&desk, &id)), ["four", "one", "three", "two"]);
    assert_eq!(std::iter::from_fn(|| session.undo().unwrap()).count(), 4);
    assert_eq!(session.status().state, State::Saved);
}

#[test]
fn a_history_that_cannot_be_written_is_not_owed() {
    let desk = Desk::new();
    let (mut session, _) = opened(&desk);
    let mark = session.annotate(Span::new(0, 5), &Patch::default()).unwrap();
    session.annotate(Span::new(0, 5), &Patch { colour: Some(Some(Colour::Red)), ..<_>::default() }).unwrap();
    let used: usize = desk.store.entries().iter().map(|(key, value)| key.len() + value.len()).sum();
    // Room for the removal of a note, not for the step that holds the whole of it.
    desk.store.break_with(Fault::Quota(used - 1));
    session.remove(&mark).unwrap();
    assert_eq!(session.status().state, State::Saved);
    session.undo().unwrap();
    assert_eq!(notes(&session).len(), 2);
}

#[test]
fn a_damaged_record_costs_the_history_and_nothing_else() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    session.annotate(Span::new(0, 5), &note("kept")).unwrap();
    desk.store.plant("manicule/history/0000000002-x", "{\"version\":1,\"rec");
    let mut later = reopened(&desk, &id);
    assert_eq!((later.undo().unwrap(), notes(&later)), (None, vec!["kept".to_owned()]));
    assert!(later.take_notices().is_empty());
    assert_eq!(steps(&desk.store), 0);
}

#[test]
fn undoing_over_what_another_window_wrote_leaves_it() {
    let desk = Desk::new();
    let (mut one, id) = opened(&desk);
    let mark = one.annotate(Span::new(0, 5), &note("first")).unwrap();
    let mut two = reopened(&Desk::on(desk.store.clone(), 2), &id);
    two.update(&mark, &note("theirs")).unwrap();
    one.undo().unwrap();
    assert_eq!(notes(&one), ["theirs"]);
    assert_eq!(notes(&reopened(&desk, &id)), ["theirs"]);
}

#[test]
fn steps_of_purged_articles_are_forgotten() {
    let desk = Desk::new();
    let (mut session, id) = opened(&desk);
    session.annotate(Span::new(0, 5), &note("gone with it")).unwrap();
    session.remove_article(&id).unwrap();
    desk.wait_days(40);
    let mut later = desk.session();
    assert_eq!(later.undo().unwrap(), None);
    assert_eq!(steps(&desk.store), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever one window did, undoing all of it leaves every word that another wrote since, whether the
    /// first has heard of it or not.
    #[test]
    fn undoing_destroys_nothing_that_another_window_wrote(
        ours in proptest::collection::vec((0..4usize, any::<bool>(), "[a-z]{1,4}"), 1..10),
        theirs in proptest::collection::vec(0..4usize, 1..5),
        delivered in any::<bool>(),
    ) {
        let desk = Desk::new();
        let (mut one, id) = opened(&desk);
        for (at, is_new, text) in &ours {
            let ids: Vec<String> = one.annotations().unwrap().iter().map(|one| one.note.id.clone()).collect();
            match ids.get(*at).filter(|_| !is_new) {
                Some(mark) => one.update(mark, &note(text)).unwrap(),
                None => drop(one.annotate(Span::new(0, 5), &note(text)).unwrap()),
            }
        }
        let mut two = reopened(&Desk::on(desk.store.clone(), 2), &id);
        let ids: Vec<String> = two.annotations().unwrap().iter().map(|one| one.note.id.clone()).collect();
        let mut written = std::collections::BTreeMap::new();
        for (count, at) in theirs.iter().enumerate() {
            let (mark, text) = (&ids[at % ids.len()], format!("THEIRS-{count}-"));
            two.update(mark, &note(&text)).unwrap();
            written.insert(mark, text);
        }
        if delivered {
            for (key, value) in desk.store.entries() {
                one.storage_changed(Some(&key), Some(&value)).unwrap();
            }
        }
        while one.undo().unwrap().is_some() {}
        for text in written.values() {
            prop_assert!(kept(&desk, text), "{} is gone: {:?}", text, notes(&one));
        }
    }
}

/// Whether a text stands in a note that is kept.
fn kept(desk: &Desk, text: &str) -> bool {
    desk.store.entries().iter().any(|(key, raw)| key.starts_with("manicule/note/") && raw.contains(text))
}
