//! Stores that fail, lie or hold damaged, older or newer records: nothing the reader wrote is lost.

use std::rc::Rc;

use super::desk::{Desk, open, text};
use manicule::session::schema::Schema;
use manicule::session::{Fault, NoticeCode, Patch, Session, SessionError, State};
use manicule::text::Span;
use serde_json::{Value, json};

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

fn notes(session: &Session) -> Vec<String> {
    let placed = session.annotations().unwrap();
    placed.iter().map(|placed| placed.note.note().unwrap_or_default().to_owned()).collect()
}

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday.\n";

#[test]
fn what_a_failing_store_does_not_take_is_owed_said_exportable_and_written_later() {
    for fault in [Fault::Quota(0), Fault::WritesRefused, Fault::WritesLost, Fault::ReadsCut, Fault::Broken] {
        let desk = Desk::new();
        let mut session = desk.session();
        let id = session.add_text(STORY, None).unwrap();
        let gone = session.annotate(Span::new(0, 7), &note("to be removed")).unwrap();
        desk.store.break_with(fault);
        session.annotate(Span::new(8, 15), &note("precious")).unwrap();
        // Quota does not hinder removals.
        session.remove(&gone).unwrap();
        let status = session.status();
        assert_eq!(status.state, State::Unsaved, "{fault:?}");
        if fault == Fault::Quota(0) {
            assert_eq!(status.message, "Not saved: storage is full");
        }
        assert_eq!(notes(&session), ["precious"], "{fault:?}");
        let unsaved: Value = serde_json::from_str(&session.export_unsaved()).unwrap();
        assert!(unsaved.to_string().contains("precious"), "{unsaved}");
        session.retry();
        assert_eq!(session.status().state, State::Unsaved, "{fault:?}");

        desk.store.break_with(Fault::None);
        session.retry();
        assert_eq!(session.status().state, State::Saved, "{fault:?}");
        let mut later = desk.session();
        open(&mut later, &id);
        assert_eq!(notes(&later), ["precious"], "{fault:?}");
        assert!(later.take_notices().is_empty(), "{fault:?}");
    }
}

#[test]
fn a_removal_that_fails_is_owed() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    let id = session.annotate(Span::new(0, 7), &note("x")).unwrap();
    desk.store.break_with(Fault::WritesLost);
    session.remove(&id).unwrap();
    assert_eq!(session.status().state, State::Unsaved);
    desk.store.break_with(Fault::None);
    session.retry();
    assert!(!desk.store.entries().keys().any(|key| key.starts_with("manicule/note/")));
}

#[test]
fn a_text_that_the_store_refuses_is_owed_to_the_database() {
    let desk = Desk::new();
    let mut session = desk.session();
    desk.store.break_with(Fault::Quota(500));
    let id = session.add_text(&STORY.repeat(20), None).unwrap();
    assert_eq!(session.owed_texts().keys().collect::<Vec<_>>(), [&id]);
    assert!(session.export_unsaved().contains("The port of Lund"));
    assert_eq!(text(&session).matches("port").count(), 20);
}

#[test]
fn a_store_that_cannot_be_read_is_said_to_be_so() {
    let desk = Desk::new();
    desk.store.break_with(Fault::Broken);
    assert!(Session::start(Rc::new(desk.store.clone()), desk.clock.clone()).is_err());
}

#[test]
fn damaged_records_are_set_aside_whole_and_reported() {
    let damaged = [
        "",
        "{",
        "null",
        "[]",
        "{\"version\":1}",
        "{\"version\":0,\"record\":{}}",
        "{\"version\":1,\"record\":7}",
    ];
    for raw in damaged {
        let desk = Desk::new();
        let mut session = desk.session();
        let id = session.add_text(STORY, None).unwrap();
        session.annotate(Span::new(0, 7), &note("fine")).unwrap();
        let keys = ["manicule/article/broken".to_owned(), format!("manicule/note/{id}/broken")];
        keys.iter().for_each(|key| desk.store.plant(key, raw));

        let mut later = desk.session();
        open(&mut later, &id);
        assert_eq!(notes(&later), ["fine"]);
        let codes: Vec<_> = later.take_notices().iter().map(|notice| notice.code).collect();
        assert_eq!(codes, [NoticeCode::Recovered; 2], "{raw}");
        let entries = desk.store.entries();
        for key in keys {
            assert!(!entries.contains_key(&key));
            let kept = entries
                .iter()
                .find(|(name, _)| name.starts_with("manicule/recovered/") && name.ends_with(&key));
            assert_eq!(kept.unwrap().1, raw);
        }
        assert!(desk.session().take_notices().is_empty(), "reported once");
    }
}

#[test]
fn a_damaged_record_that_cannot_be_copied_stays() {
    let desk = Desk::new();
    desk.session();
    desk.store.plant("manicule/article/broken", "{");
    desk.store.break_with(Fault::Quota(60));
    let mut session = desk.session();
    assert_eq!(session.take_notices()[0].code, NoticeCode::Damaged);
    assert_eq!(desk.store.entries()["manicule/article/broken"], "{");
    assert_eq!(session.status().state, State::Saved);
}

#[test]
fn a_text_whose_article_is_lost_is_listed_again() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, Some("name")).unwrap();
    session.annotate(Span::new(0, 7), &note("kept")).unwrap();
    desk.store.plant(&format!("manicule/article/{id}"), "garbage");
    let mut later = desk.session();
    assert_eq!(later.list().unwrap()[0].meta.title, "Harbour reopens");
    open(&mut later, &id);
    assert_eq!(notes(&later), ["kept"]);
}

#[test]
fn a_newer_store_is_read_and_never_written() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, None).unwrap();
    session.annotate(Span::new(0, 7), &note("old")).unwrap();
    desk.store.plant("manicule/schema", "3");
    desk.store.plant("manicule/note/x/y", &LATER.encode(&json!({})));
    let before = desk.store.entries();

    let mut later = desk.session();
    assert_eq!(later.take_notices()[0].code, NoticeCode::NewerVersion);
    open(&mut later, &id);
    assert_eq!(notes(&later), ["old"]);
    assert_eq!(later.status().state, State::ReadOnly);
    assert_eq!(later.annotate(Span::new(0, 7), &note("new")), Err(SessionError::ReadOnly));
    assert_eq!(later.add_text("x", None), Err(SessionError::ReadOnly));
    assert_eq!(later.rename(&id, "x"), Err(SessionError::ReadOnly));
    assert_eq!(desk.store.entries(), before);

    // The same when the newer program starts while this one runs.
    session.storage_changed(Some("manicule/schema"), Some("3")).unwrap();
    assert_eq!(session.annotate(Span::new(0, 7), &note("new")), Err(SessionError::ReadOnly));
}

/// A layout that never was: version 3 has every title in capitals.
const LATER: Schema = Schema { version: 3, migrations: &[same, shout] };

fn same(_: &str, record: Value) -> Result<Value, String> {
    Ok(record)
}

fn shout(key: &str, mut record: Value) -> Result<Value, String> {
    if key.starts_with("manicule/article/") {
        let title = record["title"].as_str().ok_or("there is no title")?.to_uppercase();
        record["title"] = json!(title);
    }
    Ok(record)
}

fn later(desk: &Desk) -> Session {
    Session::start_with(Rc::new(desk.store.clone()), desk.clock.clone(), LATER).unwrap()
}

#[test]
fn an_older_store_is_migrated_whole() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, Some("name")).unwrap();
    session.annotate(Span::new(0, 7), &note("kept")).unwrap();
    let mut migrated = later(&desk);
    assert_eq!(migrated.list().unwrap()[0].meta.title, "NAME");
    open(&mut migrated, &id);
    assert_eq!(notes(&migrated), ["kept"]);
    let entries = desk.store.entries();
    assert_eq!(entries["manicule/schema"], "3");
    let old = entries.values().filter(|raw| raw.contains("\"version\":2"));
    assert_eq!(old.count(), 0);
}

#[test]
fn a_migration_that_finds_no_room_is_finished_another_time() {
    let desk = Desk::new();
    desk.session().add_text(STORY, Some("straße")).unwrap();
    desk.store.break_with(Fault::WritesRefused);
    let session = later(&desk);
    assert_eq!(session.list().unwrap()[0].meta.title, "STRASSE");
    assert_eq!(desk.store.entries()["manicule/schema"], "2");
    desk.store.break_with(Fault::None);
    later(&desk);
    assert_eq!(desk.store.entries()["manicule/schema"], "3");
}
