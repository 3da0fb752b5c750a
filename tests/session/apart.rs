//! Windows in processes of their own: each sees its own writes at once and those of the others when the
//! browser brings them, so that all may answer one another before anybody has heard of an answer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use manicule::session::{MemoryStore, Patch, Session, Store};
use manicule::text::Span;

use super::desk::{Desk, open};

const WINDOWS: u32 = 5;

/// A window, and what its process knows of the store.
struct Window {
    desk: Desk,
    session: Session,
    /// Writes of its own, by key, that the browser has not put in order yet: they hide those of others.
    own: BTreeMap<String, u32>,
}

/// A write on its way through the browser, which puts all of them in one order.
struct Write {
    by: usize,
    key: String,
    value: String,
}

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

/// Windows that have the same article open, with one note in it, and the note's id.
fn windows() -> (Vec<Window>, String) {
    let first = Desk::new();
    let mut writer = first.session();
    let article = writer.add_text("Harbour\n\nThe port of Lund reopened.\n", None).unwrap();
    let id = writer.annotate(Span::new(21, 25), &note("Start")).unwrap();
    let window = |at: u32| {
        let store = MemoryStore::default();
        for (key, value) in first.store.entries() {
            store.set(&key, &value).unwrap();
        }
        let desk = Desk::on(store, 10 + at);
        let mut session = desk.session();
        open(&mut session, &article);
        Window { desk, session, own: BTreeMap::new() }
    };
    ((0..WINDOWS).map(window).collect(), id)
}

/// Has a window act; what it writes is on its way.
fn act(all: &mut [Window], by: usize, writes: &mut VecDeque<Write>, act: impl FnOnce(&mut Window)) {
    let before = all[by].desk.store.entries();
    act(&mut all[by]);
    for (key, value) in all[by].desk.store.entries() {
        if before.get(&key) != Some(&value) {
            *all[by].own.entry(key.clone()).or_default() += 1;
            writes.push_back(Write { by, key, value });
        }
    }
}

#[test]
fn windows_that_write_at_the_same_moment_come_to_rest_with_every_text() {
    const ENOUGH: usize = 1_000;
    let (mut all, id) = windows();
    let mut writes = VecDeque::new();
    for at in 0..all.len() {
        act(&mut all, at, &mut writes, |it| it.session.update(&id, &note(&format!("Window {at}"))).unwrap());
    }
    let mut heard = 0;
    while let Some(Write { by, key, value }) = writes.pop_front() {
        heard += 1;
        assert!(heard < ENOUGH, "The windows answer each other without end.");
        *all[by].own.entry(key.clone()).or_default() -= 1;
        for at in (0..all.len()).filter(|at| *at != by) {
            if all[at].own.get(&key).is_none_or(|own| *own == 0) {
                all[at].desk.store.set(&key, &value).unwrap();
            }
            act(&mut all, at, &mut writes, |window| {
                window.session.storage_changed(Some(&key), Some(&value)).unwrap();
            });
        }
    }
    let wanted: BTreeSet<String> = (0..WINDOWS).map(|at| format!("Window {at}")).collect();
    let key = all[0].desk.store.entries().into_keys().find(|key| key.starts_with("manicule/note/")).unwrap();
    for window in &all {
        let note = window.session.annotations().unwrap()[0].note.clone();
        let kept = note.revisions().into_iter().map(|revision| revision.text);
        let texts: BTreeSet<String> = kept.chain(note.note().map(str::to_owned)).collect();
        assert!(wanted.is_subset(&texts), "{texts:?}");
        assert_eq!(window.desk.store.entries().get(&key), all[0].desk.store.entries().get(&key));
    }
}
