//! Several windows on one store, and on one note: field by field the later writer's version holds, and
//! every text is still there.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::desk::{Desk, open};
use manicule::annotation::{Annotation, Colour};
use manicule::session::{Fault, MemoryStore, NoticeCode, Patch, Session, State, Store, StoreError};
use manicule::text::Span;
use proptest::prelude::*;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday. Lund was glad.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

fn tags(tags: &[&str]) -> Patch {
    Patch { tags: Some(tags.iter().map(|&tag| tag.to_owned()).collect()), ..Patch::default() }
}

fn only(session: &Session) -> Annotation {
    let placed = session.annotations().unwrap();
    assert_eq!(placed.len(), 1);
    placed[0].note.clone()
}

/// The note's text and those kept with it, in order of the alphabet.
fn texts(note: &Annotation) -> Vec<String> {
    let kept = note.revisions().into_iter().map(|revision| revision.text);
    let mut all: Vec<String> = kept.chain(note.note().map(str::to_owned)).collect();
    all.sort();
    all
}

/// Delivers what the store holds under every key, as `storage` events would.
fn deliver(desk: &Desk, to: &mut Session) {
    for (key, value) in desk.store.entries() {
        to.storage_changed(Some(&key), Some(&value)).unwrap();
    }
}

/// Windows on one store with the same article open, and the id of one note in it.
fn windows(count: u32) -> (Vec<Desk>, Vec<Session>, String) {
    let desk = Desk::new();
    let mut first = desk.session();
    let article = first.add_text(STORY, None).unwrap();
    let id = first.annotate(Span::new(21, 25), &note("first")).unwrap();
    let mut desks: Vec<Desk> = (1..count).map(|at| Desk::on(desk.store.clone(), 1 + at)).collect();
    let mut sessions = vec![first];
    for desk in &desks {
        let mut session = desk.session();
        open(&mut session, &article);
        sessions.push(session);
    }
    desks.insert(0, desk);
    (desks, sessions, id)
}

#[test]
fn of_two_texts_for_one_note_both_are_kept() {
    for event_arrives in [false, true] {
        let (desks, mut all, id) = windows(2);
        all[1].update(&id, &note("theirs")).unwrap();
        if event_arrives {
            deliver(&desks[0], &mut all[0]);
        }
        all[0].update(&id, &note("ours")).unwrap();
        assert_eq!(only(&all[0]).note(), Some("ours"));
        assert_eq!(texts(&only(&all[0])), ["ours", "theirs"]);
        assert_eq!(all[0].take_notices()[0].code, NoticeCode::Conflict);
        deliver(&desks[0], &mut all[1]);
        assert_eq!(only(&all[1]), only(&all[0]));
        // And so after a reload, and in an export.
        let article = all[0].article().unwrap().id().to_owned();
        let mut later = desks[0].session();
        open(&mut later, &article);
        assert_eq!(only(&later), only(&all[0]));
        assert!(later.export_json(false).unwrap().contains("theirs"));
    }
}

#[test]
fn changes_of_different_fields_all_hold() {
    let (desks, mut all, id) = windows(3);
    all[1].update(&id, &tags(&["from two"])).unwrap();
    all[2].update(&id, &Patch { colour: Some(Some(Colour::Red)), ..Patch::default() }).unwrap();
    // The page sends note and tags together, as it showed them last.
    let since = only(&all[0]).created;
    all[0].update(&id, &Patch { since, tags: Some(Vec::new()), ..note("ours") }).unwrap();
    all.iter_mut().for_each(|session| deliver(&desks[0], session));
    for session in &all {
        let note = only(session);
        assert_eq!((note.note(), note.colour()), (Some("ours"), Some(Colour::Red)));
        assert_eq!((note.tags(), note.revisions()), (vec!["from two"], vec![]));
    }
}

#[test]
fn an_edit_over_a_version_that_was_seen_keeps_nothing() {
    let (desks, mut all, id) = windows(2);
    all[1].update(&id, &note("theirs")).unwrap();
    deliver(&desks[0], &mut all[0]);
    let since = only(&all[0]).modified;
    all[0].update(&id, &Patch { since, ..note("ours") }).unwrap();
    assert_eq!(texts(&only(&all[0])), ["ours"]);
    assert!(all[0].take_notices().is_empty());
}

#[test]
fn a_draft_that_was_begun_before_another_windows_edit_keeps_it() {
    let (desks, mut all, id) = windows(2);
    let since = only(&all[0]).created;
    all[1].update(&id, &note("theirs")).unwrap();
    deliver(&desks[0], &mut all[0]);
    // Something else about the note changes here in between.
    all[0].update(&id, &Patch { colour: Some(Some(Colour::Blue)), ..Patch::default() }).unwrap();
    all[0].update(&id, &Patch { since, ..note("ours") }).unwrap();
    assert_eq!(texts(&only(&all[0])), ["ours", "theirs"]);
    assert_eq!(only(&all[0]).colour(), Some(Colour::Blue));
}

#[test]
fn what_another_window_removed_comes_back_with_what_is_written() {
    let (desks, mut all, id) = windows(2);
    all[1].remove(&id).unwrap();
    let article = all[0].article().unwrap().id().to_owned();
    let key = format!("manicule/note/{article}/{}", id.trim_start_matches("urn:uuid:"));
    assert!(all[0].storage_changed(Some(&key), None).unwrap().annotations);
    assert!(all[0].annotations().unwrap().is_empty());
    all[0].update(&id, &note("first and more")).unwrap();
    assert_eq!(only(&all[0]).note(), Some("first and more"));
    deliver(&desks[0], &mut all[1]);
    assert_eq!(only(&all[1]), only(&all[0]));
}

#[test]
fn a_removal_does_not_take_what_another_window_wrote_unseen() {
    let (_, mut all, id) = windows(2);
    all[1].update(&id, &note("theirs")).unwrap();
    assert_eq!(all[0].undo().unwrap(), Some("note"), "the making of the note is undone");
    assert_eq!(only(&all[0]).note(), Some("theirs"), "but not what was written since");
}

#[test]
fn a_clock_that_is_set_back_changes_nothing() {
    let (desks, mut all, id) = windows(2);
    desks[1].wait_days(200);
    all[1].update(&id, &note("from the future")).unwrap();
    deliver(&desks[0], &mut all[0]);
    let since = only(&all[0]).modified;
    // By the clock of this window it is half a year earlier.
    all[0].update(&id, &Patch { since, ..note("later, whatever the clock says") }).unwrap();
    assert!(only(&all[0]).modified < Some("2026-05".to_owned()));
    deliver(&desks[0], &mut all[1]);
    assert_eq!(texts(&only(&all[1])), ["later, whatever the clock says"]);
}

#[test]
fn what_could_not_be_written_is_merged_with_what_others_wrote() {
    let (desks, mut all, id) = windows(2);
    desks[0].store.break_with(Fault::WritesRefused);
    all[0].update(&id, &note("ours, not written")).unwrap();
    desks[0].store.break_with(Fault::None);
    all[1].update(&id, &note("theirs")).unwrap();
    deliver(&desks[0], &mut all[0]);
    all[0].retry();
    assert_eq!(all[0].status().state, State::Saved);
    deliver(&desks[0], &mut all[1]);
    for session in &all {
        assert_eq!(texts(&only(session)), ["ours, not written", "theirs"]);
    }
}

#[test]
fn a_record_that_is_damaged_while_the_page_is_open_is_set_aside_and_written_again() {
    let (desks, mut all, id) = windows(1);
    let article = all[0].article().unwrap().id().to_owned();
    let key = format!("manicule/note/{article}/{}", id.trim_start_matches("urn:uuid:"));
    let cut = desks[0].store.entries()[&key].replace("first", "f");
    desks[0].store.plant(&key, &cut);
    all[0].update(&id, &tags(&["more"])).unwrap();
    assert_eq!(all[0].take_notices()[0].code, NoticeCode::Recovered);
    assert!(desks[0].store.entries().iter().any(|(name, raw)| name.contains("/recovered/") && *raw == cut));
    let mut later = desks[0].session();
    open(&mut later, &article);
    assert_eq!((only(&later).note(), only(&later).tags()), (Some("first"), vec!["more"]));
}

/// Writes as another window does, between this one's look and its write.
struct Race {
    store: MemoryStore,
    other: RefCell<Option<Session>>,
    id: RefCell<String>,
    armed: Cell<bool>,
}

impl Store for Race {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if self.armed.take() {
            let id = self.id.borrow().clone();
            let mut other = self.other.borrow_mut();
            other.as_mut().unwrap().update(&id, &note("in between")).unwrap();
        }
        self.store.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}

#[test]
fn a_write_between_a_look_and_a_write_is_not_lost() {
    let desk = Desk::new();
    let race = Rc::new(Race {
        store: desk.store.clone(),
        other: RefCell::default(),
        id: RefCell::default(),
        armed: Cell::new(false),
    });
    let mut ours = Session::start(race.clone(), desk.clock.clone()).unwrap();
    let article = ours.add_text(STORY, None).unwrap();
    let id = ours.annotate(Span::new(21, 25), &note("first")).unwrap();
    let second = Desk::on(desk.store.clone(), 2);
    let mut theirs = second.session();
    open(&mut theirs, &article);
    race.other.replace(Some(theirs));
    race.id.replace(id.clone());
    race.armed.set(true);
    ours.update(&id, &note("ours")).unwrap();
    // The store has ours; the other window hears of it and misses its own in there.
    let mut theirs = race.other.take().unwrap();
    assert_eq!(only(&theirs).note(), Some("in between"));
    for _ in 0..3 {
        deliver(&desk, &mut theirs);
        deliver(&desk, &mut ours);
    }
    assert_eq!(texts(&only(&theirs)), ["in between", "ours"]);
    assert_eq!(only(&theirs), only(&ours));
    let mut later = desk.session();
    open(&mut later, &article);
    assert_eq!(only(&later), only(&ours));
}

/// One thing that happens among windows.
#[derive(Clone, Debug)]
enum Act {
    Write(usize, String),
    Tag(usize, String),
    Paint(usize, Colour),
    /// The window hears of what the store holds now.
    Hear(usize),
    /// Another window's value arrives late, after others were written.
    HearOld(usize, usize),
}

fn act() -> impl Strategy<Value = Act> {
    let colours = proptest::sample::select(Colour::ALL.to_vec());
    prop_oneof![
        4 => (0..5usize, "[a-z]{4}").prop_map(|(at, text)| Act::Write(at, text)),
        1 => (0..5usize, "[a-z]{2}").prop_map(|(at, tag)| Act::Tag(at, tag)),
        1 => (0..5usize, colours).prop_map(|(at, colour)| Act::Paint(at, colour)),
        3 => (0..5usize).prop_map(Act::Hear),
        2 => (0..5usize, any::<usize>()).prop_map(|(at, old)| Act::HearOld(at, old)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A text is gone only where a reader who had it before their eyes wrote another over it.
    #[test]
    fn five_windows_on_one_note_lose_no_text_and_agree(acts in proptest::collection::vec(act(), 1..30)) {
        let (desks, mut all, id) = windows(5);
        let mut heard: Vec<BTreeMap<String, String>> = vec![desks[0].store.entries()];
        let mut alive = BTreeSet::from(["first".to_owned()]);
        for act in &acts {
            match act {
                Act::Write(at, text) => {
                    // Unlike any other, and none stands in another.
                    let text = format!("<{text} {}>", heard.len());
                    let shown = only(&all[*at]);
                    alive.remove(shown.note().unwrap_or_default());
                    let since = shown.modified.or(shown.created);
                    all[*at].update(&id, &Patch { since, ..note(&text) }).unwrap();
                    alive.insert(text);
                }
                Act::Tag(at, tag) => all[*at].update(&id, &tags(&[tag])).unwrap(),
                Act::Paint(at, colour) => {
                    all[*at].update(&id, &Patch { colour: Some(Some(*colour)), ..Patch::default() }).unwrap();
                }
                Act::Hear(at) => deliver(&desks[0], &mut all[*at]),
                Act::HearOld(at, old) => {
                    for (key, value) in &heard[old % heard.len()] {
                        all[*at].storage_changed(Some(key), Some(value)).unwrap();
                    }
                }
            }
            heard.push(desks[0].store.entries());
        }
        for _ in 0..6 {
            for session in &mut all { deliver(&desks[0], session); }
        }
        for session in &all {
            prop_assert_eq!(only(session), only(&all[0]));
            let texts = texts(&only(session));
            prop_assert!(alive.iter().all(|text| texts.contains(text)), "{alive:?} in {texts:?}");
        }
    }
}
