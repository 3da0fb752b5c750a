//! The second copies in the database: what a full or forgetful store lacks is found again, and nothing that
//! was replaced or removed comes back.

use std::collections::BTreeMap;

use super::desk::{Desk, open, text};
use manicule::session::{Fault, MemoryStore, Patch, Session, State};
use manicule::text::Span;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

fn notes(session: &Session) -> Vec<String> {
    let placed = session.annotations().unwrap();
    placed.iter().map(|placed| placed.note.note().unwrap_or_default().to_owned()).collect()
}

/// A database as the browser has it: it takes what a session owes, and gives it to the next one.
#[derive(Default)]
struct Database {
    copies: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
}

impl Database {
    fn take(&mut self, session: &mut Session) {
        let owed = session.owed_copies();
        self.copies.extend(owed.iter().cloned());
        session.copies_kept(&owed, Ok(()));
        while let Some((id, raw)) = session.take_text_copy() {
            self.texts.insert(id, raw);
        }
    }

    fn give(&mut self, session: &mut Session) {
        session.use_database();
        let copies = self.copies.iter().map(|(name, raw)| (name.clone(), raw.clone())).collect();
        let recovered = session.recover(copies);
        recovered.spent.iter().for_each(|name| {
            self.copies.remove(name).unwrap();
        });
        self.take(session);
    }

    /// A page on the store, once it has looked into the database.
    fn session(&mut self, desk: &Desk) -> Session {
        let mut session = desk.session();
        self.give(&mut session);
        session
    }
}

/// A store as it was when it last came to the disk.
fn forgetful(entries: &BTreeMap<String, String>) -> MemoryStore {
    let store = MemoryStore::default();
    entries.iter().for_each(|(key, value)| store.plant(key, value));
    store
}

#[test]
fn what_a_killed_browser_forgot_is_found_again() {
    let desk = Desk::new();
    let mut database = Database::default();
    let mut session = database.session(&desk);
    let id = session.add_text(STORY, None).unwrap();
    let mark = session.annotate(Span::new(0, 7), &note("a")).unwrap();
    let gone = session.annotate(Span::new(8, 15), &note("to be removed")).unwrap();
    let on_disk = desk.store.entries();
    session.update(&mark, &note("a word more")).unwrap();
    session.annotate(Span::new(17, 25), &note("new")).unwrap();
    session.remove(&gone).unwrap();
    session.rename(&id, "Better").unwrap();
    database.take(&mut session);

    let desk = Desk::on(forgetful(&on_disk), 2);
    let mut later = desk.session();
    open(&mut later, &id);
    assert_eq!(notes(&later), ["a", "to be removed"]);
    database.give(&mut later);
    assert_eq!(notes(&later), ["a word more", "new"]);
    assert_eq!(later.list().unwrap()[0].meta.title, "Better");
    // It is in the store again, and a page that did not look sees it.
    let mut third = desk.session();
    open(&mut third, &id);
    assert_eq!(notes(&third), ["a word more", "new"]);
}

#[test]
fn a_whole_article_that_was_forgotten_is_found_again() {
    let desk = Desk::new();
    let mut database = Database::default();
    let mut session = database.session(&desk);
    let id = session.add_text(STORY, Some("name")).unwrap();
    session.annotate(Span::new(0, 7), &note("kept")).unwrap();
    database.take(&mut session);
    let desk = Desk::on(MemoryStore::default(), 2);
    let mut later = database.session(&desk);
    assert_eq!(later.list().unwrap()[0].meta.title, "name");
    assert_eq!(later.text_at(&id).unwrap(), manicule::session::TextAt::Database);
    later.open_encoded(&id, database.texts.get(&id).map(String::as_str)).unwrap();
    assert_eq!((text(&later), notes(&later)), (text(&session), vec!["kept".to_owned()]));
}

#[test]
fn what_a_full_store_does_not_take_is_safe_in_the_database_and_goes_back_when_there_is_room() {
    let desk = Desk::new();
    let mut database = Database::default();
    let mut session = database.session(&desk);
    let id = session.add_text(STORY, None).unwrap();
    desk.store.break_with(Fault::Quota(0));
    let mark = session.annotate(Span::new(0, 7), &note("overflowing")).unwrap();
    assert_eq!(session.status().state, State::Saving);
    database.take(&mut session);
    assert_eq!(session.status().state, State::Saved);
    session.update(&mark, &note("overflowing more")).unwrap();
    assert_eq!(session.status().state, State::Saving, "each version anew");
    database.take(&mut session);

    // Still full at the next start.
    let mut later = database.session(&desk);
    open(&mut later, &id);
    database.take(&mut later);
    assert_eq!((notes(&later), later.status().state), (vec!["overflowing more".to_owned()], State::Saved));
    desk.store.break_with(Fault::None);
    later.retry();
    let mut third = desk.session();
    open(&mut third, &id);
    assert_eq!(notes(&third), ["overflowing more"]);
}

#[test]
fn where_both_fail_it_is_said() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.use_database();
    session.add_text(STORY, None).unwrap();
    desk.store.break_with(Fault::Quota(0));
    session.annotate(Span::new(0, 7), &note("precious")).unwrap();
    let owed = session.owed_copies();
    session.copies_kept(&owed, Err("The disk is full.".to_owned()));
    let status = session.status();
    assert_eq!((status.state, status.message.as_str()), (State::Unsaved, "Not saved: storage is full"));
    assert!(session.export_unsaved().contains("precious"));
    // A later attempt of the database counts.
    session.copies_kept(&owed, Ok(()));
    assert_eq!(session.status().state, State::Saved);
}

#[test]
fn texts_make_room_for_notes() {
    let desk = Desk::new();
    let mut database = Database::default();
    let mut session = database.session(&desk);
    let old = session.add_text(&STORY.repeat(20), Some("old")).unwrap();
    session.add_text(STORY, Some("new")).unwrap();
    let used: usize = desk.store.entries().iter().map(|(key, value)| key.len() + value.len()).sum();
    desk.store.break_with(Fault::Quota(used));
    assert_eq!(session.movable_text(), None, "while there is room");
    session.annotate(Span::new(0, 7), &note(&"long ".repeat(100))).unwrap();
    let (id, raw) = session.movable_text().unwrap();
    assert_eq!(id, old, "the open one stays");
    session.text_moved(&id, &raw);
    assert!(session.movable_text().is_none());
    assert!(!desk.store.entries().contains_key(&format!("manicule/text/{old}")));
    assert_eq!(notes(&desk_session(&desk)), ["long ".repeat(100)]);
    session.open_encoded(&old, Some(&raw)).unwrap();
    assert_eq!(text(&session).matches("port").count(), 20);
}

fn desk_session(desk: &Desk) -> Session {
    let mut session = desk.session();
    let id = session.list().unwrap().iter().find(|it| it.meta.title == "new").unwrap().meta.id.clone();
    open(&mut session, &id);
    session
}

#[test]
fn copies_bring_nothing_back_that_was_replaced_or_removed() {
    let desk = Desk::new();
    let mut database = Database::default();
    let mut session = database.session(&desk);
    let id = session.add_text(STORY, None).unwrap();
    let mark = session.annotate(Span::new(0, 7), &note("first")).unwrap();
    let gone = session.annotate(Span::new(8, 15), &note("gone")).unwrap();
    database.take(&mut session);
    // Another page goes on, and its copies come to the database as well.
    let mut second = database.session(&Desk::on(desk.store.clone(), 2));
    open(&mut second, &id);
    second.update(&mark, &note("second")).unwrap();
    second.remove(&gone).unwrap();
    database.take(&mut second);
    for days in [0, 0, 2, 0] {
        desk.wait_days(days);
        let mut later = database.session(&desk);
        open(&mut later, &id);
        assert_eq!(notes(&later), ["second"]);
        assert!(later.take_notices().is_empty());
    }
    let left: Vec<_> = database.copies.keys().filter(|name| name.contains("/note/")).collect();
    assert!(left.is_empty(), "after a day the copies are spent: {left:?}");
}

#[test]
fn a_copy_apart_from_the_store_is_merged_with_it() {
    for is_open in [false, true] {
        let desk = Desk::new();
        let mut database = Database::default();
        let mut session = database.session(&desk);
        let id = session.add_text(STORY, None).unwrap();
        let mark = session.annotate(Span::new(0, 7), &note("first")).unwrap();
        database.take(&mut session);
        let on_disk = desk.store.entries();
        session.update(&mark, &note("before the crash")).unwrap();
        database.take(&mut session);
        // A page that did not look into the database writes first.
        let desk = Desk::on(forgetful(&on_disk), 2);
        let mut later = desk.session();
        open(&mut later, &id);
        later.update(&mark, &note("after the crash")).unwrap();
        if !is_open {
            later.add_text("Another", None).unwrap();
        }
        database.give(&mut later);
        open(&mut later, &id);
        let placed = later.annotations().unwrap();
        let kept: Vec<_> = placed[0].note.revisions().into_iter().map(|kept| kept.text).collect();
        let mut texts = [kept, notes(&later)].concat();
        texts.sort();
        assert_eq!(texts, ["after the crash", "before the crash"], "{is_open}");
    }
}

#[test]
fn damaged_copies_are_passed_over_and_kept() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.use_database();
    let id = session.add_text(STORY, None).unwrap();
    let key = format!("a/manicule/note/{id}/x");
    let names = [key, "b".to_owned(), "c/other".to_owned(), "d/manicule/article/".to_owned()];
    let values = ["", "x", "2026-01-01T00:00:00.000Z {\"version\":2}", "2026-01-01T00:00:00.000Z {"];
    for value in values {
        let copies = names.iter().map(|name| (name.clone(), value.to_owned())).collect();
        let recovered = session.recover(copies);
        assert_eq!(recovered, manicule::session::Recovered::default());
    }
    assert!(session.annotations().unwrap().is_empty() && session.take_notices().is_empty());
}
