//! Backups: everything goes into one file and comes back, into an empty library and into one that has gone
//! on, and a file that is damaged gives what is left of it.

use std::collections::BTreeMap;

use super::desk::{Desk, open, text};
use manicule::annotation::{Colour, Correction};
use manicule::session::{
    Fault, MemoryStore, Patch, RestoreError, RestoreReport, Session, SessionError, State, is_backup,
};
use manicule::tag::Label;
use manicule::text::Span;
use proptest::prelude::*;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday — 😀.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

/// The note's text and those kept with it.
fn texts(session: &Session) -> Vec<Vec<String>> {
    let placed = session.annotations().unwrap();
    let all = |note: &manicule::annotation::Annotation| {
        let kept = note.revisions().into_iter().map(|revision| revision.text);
        note.note().map(str::to_owned).into_iter().chain(kept).collect()
    };
    placed.iter().map(|placed| all(placed.note)).collect()
}

fn title(session: &Session, id: &str) -> String {
    session.list().unwrap().iter().find(|listed| listed.meta.id == id).unwrap().meta.title.clone()
}

fn backup(session: &Session) -> String {
    session.backup(&BTreeMap::new()).unwrap().json
}

/// Restores, with a database that takes nothing.
fn restore(session: &mut Session, json: &str) -> RestoreReport {
    let restore = session.begin_restore(json).unwrap();
    let said = restore.report.clone();
    assert_eq!(session.finish_restore(restore, false).unwrap(), said, "what was said is what came of it");
    said
}

/// A library of two articles; the first is open at the end.
fn library(desk: &Desk) -> (Session, String, String) {
    let mut session = desk.session();
    session.add_text("Rain\n\nIt rained on Lund.\n", Some("second")).unwrap();
    session.annotate(Span::new(6, 15), &note("wet")).unwrap();
    let id = session.add_text(STORY, Some("first")).unwrap();
    session.set_date(Some("2023-09-26")).unwrap();
    let mark = session.annotate(Span::new(0, 7), &note("a *note*")).unwrap();
    session.update(&mark, &Patch { colour: Some(Some(Colour::Red)), ..Patch::default() }).unwrap();
    let label = Correction::Label { label: Label::Fac, everywhere: false };
    session.correct_and_learn(Span::new(21, 25), &label).unwrap();
    session.set_setting("theme", Some("dark".to_owned())).unwrap();
    session.set_setting("device-folder", Some("x".to_owned())).unwrap();
    (session, id, mark)
}

#[test]
fn everything_comes_back_into_an_empty_library() {
    let (session, id, _) = library(&Desk::new());
    let made = session.backup(&BTreeMap::new()).unwrap();
    assert_eq!((made.articles, made.annotations, made.lacking.len()), (2, 3, 0));
    let desk = Desk::on(MemoryStore::default(), 2);
    let mut fresh = desk.session();
    let report = restore(&mut fresh, &made.json);
    assert_eq!((report.articles, report.added, report.learned), (2, 3, 1));
    assert!(!report.damaged && report.refused.is_empty() && report.created.is_some());
    open(&mut fresh, &id);
    assert_eq!(text(&fresh), text(&session));
    assert_eq!(fresh.annotations().unwrap(), session.annotations().unwrap());
    assert_eq!(fresh.article().unwrap().date(), session.article().unwrap().date());
    assert_eq!(fresh.taught().collect::<Vec<_>>(), session.taught().collect::<Vec<_>>());
    assert_eq!(fresh.setting("theme").as_deref(), Some("dark"));
    assert_eq!(fresh.setting("device-folder"), None);
    // And it is really there.
    let mut later = desk.session();
    open(&mut later, &id);
    assert_eq!(later.annotations().unwrap(), session.annotations().unwrap());
    assert_eq!((later.status().state, later.take_notices()), (State::Saved, vec![]));
    // A backup of what came back is the same but for its time and lineages: restored again it changes nothing.
    let again = restore(&mut later, &backup(&session));
    assert_eq!((again.articles, again.added, again.updated, again.kept_both, again.learned), (0, 0, 0, 0, 0));

    assert_eq!(fresh.undo().unwrap(), Some("restored backup"));
    assert!(fresh.list().unwrap().is_empty() && fresh.taught().next().is_none());
}

#[test]
fn an_older_backup_brings_back_what_was_removed_and_replaces_nothing_later() {
    let desk = Desk::new();
    let (mut session, id, mark) = library(&desk);
    let json = backup(&session);
    // By the clock all of what follows is older than the backup.
    let desk = Desk::on(desk.store.clone(), 2);
    session = desk.session();
    open(&mut session, &id);
    session.update(&mark, &note("later")).unwrap();
    let correction = session.annotations().unwrap()[1].note.id.clone();
    session.remove(&correction).unwrap();
    session.rename(&id, "later title").unwrap();
    let report = restore(&mut session, &json);
    assert_eq!((report.articles, report.added, report.updated, report.kept_both), (0, 1, 0, 0), "{report:?}");
    assert_eq!(texts(&session)[0], ["later"]);
    assert_eq!(title(&session, &id), "later title");
    assert_eq!(session.annotations().unwrap().len(), 2);
}

#[test]
fn a_later_backup_replaces_and_the_same_changes_nothing() {
    let desk = Desk::new();
    let (mut session, id, mark) = library(&desk);
    let old = desk.store.entries();
    session.update(&mark, &note("later there")).unwrap();
    session.rename(&id, "later title").unwrap();
    let json = backup(&session);
    let store = MemoryStore::default();
    old.iter().for_each(|(key, value)| store.plant(key, value));
    let mut here = Desk::on(store, 2).session();
    open(&mut here, &id);
    let report = restore(&mut here, &json);
    assert_eq!((report.added, report.updated, report.kept_both), (0, 2, 0), "{report:?}");
    assert_eq!(texts(&here)[0], ["later there"]);
    assert_eq!(title(&here, &id), "later title");
    assert_eq!(restore(&mut here, &json).updated, 0);
    here.undo().unwrap();
    assert_eq!(texts(&here)[0], ["a *note*"]);
}

#[test]
fn of_a_note_that_was_changed_here_and_there_both_texts_are_kept() {
    let desk = Desk::new();
    let (mut there, id, mark) = library(&desk);
    let store = MemoryStore::default();
    desk.store.entries().iter().for_each(|(key, value)| store.plant(key, value));
    there.update(&mark, &note("there")).unwrap();
    let mut here = Desk::on(store, 2).session();
    open(&mut here, &id);
    here.update(&mark, &note("here")).unwrap();
    here.update(&mark, &Patch { tags: Some(vec!["mine".to_owned()]), ..Patch::default() }).unwrap();
    let report = restore(&mut here, &backup(&there));
    assert_eq!((report.added, report.updated, report.kept_both), (0, 0, 1), "{report:?}");
    assert_eq!(texts(&here)[0], ["here", "there"]);
    // The reader takes the other, lets the old one go, and may change their mind.
    here.settle_revision(&mark, 0, true).unwrap();
    assert_eq!(texts(&here)[0], ["there", "here"]);
    here.settle_revision(&mark, 0, false).unwrap();
    assert_eq!(texts(&here)[0], ["there"]);
    assert_eq!(here.settle_revision(&mark, 0, true), Err(SessionError::NoRevision { index: 0 }));
    here.undo().unwrap();
    here.undo().unwrap();
    assert_eq!(texts(&here)[0], ["here", "there"]);
}

#[test]
fn a_restore_that_cannot_be_written_changes_nothing() {
    let (there, ..) = library(&Desk::new());
    let json = backup(&there);
    let mut refused = 0;
    for room in (0..4000).step_by(160) {
        let desk = Desk::on(MemoryStore::default(), 2);
        let mut here = desk.session();
        here.add_text("Mine\n\nMy own text.", None).unwrap();
        here.annotate(Span::new(6, 8), &note("mine")).unwrap();
        let mut before = desk.store.entries();
        let used: usize = before.iter().map(|(key, value)| key.len() + value.len()).sum();
        desk.store.break_with(Fault::Quota(used + room));
        let prepared = here.begin_restore(&json).unwrap();
        let Err(error) = here.finish_restore(prepared, false) else { continue };
        refused += 1;
        assert!(matches!(error, SessionError::Restore(RestoreError::NotWritten { .. })), "{error}");
        before.retain(|key, _| !key.starts_with("manicule/history/"));
        let mut after = desk.store.entries();
        after.retain(|key, _| !key.starts_with("manicule/history/"));
        assert_eq!(after, before);
        assert_eq!((here.list().unwrap().len(), here.status().state), (1, State::Saved));
    }
    assert!(refused > 5, "{refused}");
}

#[test]
fn a_damaged_backup_gives_every_record_that_is_whole() {
    let (there, id, _) = library(&Desk::new());
    let json = backup(&there);
    // One letter of one note is another.
    let changed = json.replace("a *note*", "a *vote*");
    let desk = Desk::on(MemoryStore::default(), 2);
    let mut here = desk.session();
    let report = restore(&mut here, &changed);
    assert!(report.damaged && report.refused.len() == 1, "{report:?}");
    assert!(report.refused[0].1.contains("checksum"), "{report:?}");
    open(&mut here, &id);
    assert_eq!(here.annotations().unwrap().len(), 1);
    // Laid out anew by another program it is the same.
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let mut here = Desk::on(MemoryStore::default(), 3).session();
    assert_eq!(restore(&mut here, &format!("{value:#}")).added, 3);
    // Cut short anywhere it gives what it has, or is refused; records are not half taken.
    let mut counts = Vec::new();
    for end in (0..json.len()).filter(|end| json.is_char_boundary(*end)) {
        let here = Desk::on(MemoryStore::default(), 4).session();
        match here.begin_restore(json.get(..end).unwrap()) {
            Ok(restore) => {
                assert!(restore.report.damaged || end + 3 > json.len());
                counts.push(restore.report.articles);
            }
            Err(error) => assert_eq!(error, SessionError::Restore(RestoreError::NotBackup)),
        }
    }
    assert!(counts.is_sorted() && counts.last() == Some(&2));
}

#[test]
fn what_is_no_backup_or_a_later_one_is_refused() {
    let desk = Desk::new();
    let (mut session, ..) = library(&desk);
    let before = desk.store.entries();
    for file in
        ["", "{", "[]", "{}", "null", "{\"manicule\":\"backup\"}", "{\"manicule\":\"backup\",\"version\":1}"]
    {
        let refused = session.begin_restore(file).err();
        assert_eq!(refused, Some(SessionError::Restore(RestoreError::NotBackup)), "{file}");
    }
    let newer = backup(&session).replacen("\"version\":1", "\"version\":9", 1);
    let refused = session.begin_restore(&newer).err();
    assert_eq!(refused, Some(SessionError::Restore(RestoreError::Newer { found: 9 })));
    let hostile = backup(&session).replace("manicule/note/", "manicule/note/../");
    assert_eq!(restore(&mut session, &hostile).refused.len(), 3);
    assert_eq!(desk.store.entries(), before);
}

#[test]
fn a_store_of_a_newer_version_is_backed_up_and_a_big_text_goes_along() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(&"All work and no play. ".repeat(20_000), Some("long")).unwrap();
    let raw = session.owed_texts()[&id].clone();
    session.text_kept(&id, Ok(()));
    assert_eq!(session.texts_elsewhere(), std::slice::from_ref(&id));
    assert_eq!(session.backup(&BTreeMap::new()).unwrap().lacking, ["long"]);
    desk.store.plant("manicule/schema", "99");
    let newer = desk.session();
    assert_eq!(newer.status().state, State::ReadOnly);
    let made = newer.backup(&BTreeMap::from([(id.clone(), raw.clone())])).unwrap();
    assert_eq!(newer.begin_restore(&made.json).err(), Some(SessionError::ReadOnly));
    let mut here = Desk::on(MemoryStore::default(), 2).session();
    let restore = here.begin_restore(&made.json).unwrap();
    assert_eq!(restore.texts, [(id.clone(), raw.clone())]);
    here.finish_restore(restore, true).unwrap();
    assert_eq!(here.text_at(&id).unwrap(), manicule::session::TextAt::Database);
    here.open_encoded(&id, Some(&raw)).unwrap();
    assert_eq!(text(&here), text(&session));
}

#[test]
fn two_records_whose_line_end_was_lost_are_both_read() {
    let (there, ..) = library(&Desk::new());
    let whole = backup(&there);
    let all = Desk::on(MemoryStore::default(), 2).session().begin_restore(&whole).unwrap().report;
    for lost in ["},", "},L"] {
        let joined = whole.replace("},\n{", &format!("{lost}{{"));
        let report = Desk::on(MemoryStore::default(), 3).session().begin_restore(&joined).unwrap().report;
        assert!(report.damaged);
        assert_eq!((report.articles, report.added), (all.articles, all.added), "{lost}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_file_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let (there, ..) = library(&Desk::new());
        let mut bytes = backup(&there).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.remove(at); } else { bytes[at] = byte; }
        let json = String::from_utf8_lossy(&bytes);
        let mut here = Desk::on(MemoryStore::default(), 2).session();
        if let Ok(restore) = here.begin_restore(&json) {
            // No more than one record can be spoiled by one byte.
            prop_assert!(restore.report.added + restore.report.articles >= 2);
            here.finish_restore(restore, false).unwrap();
            prop_assert_eq!(here.status().state, State::Saved);
        }
    }
}

#[test]
fn what_could_not_be_saved_is_read_back_with_its_article_where_neither_is() {
    for fault in [Fault::Quota(0), Fault::WritesRefused, Fault::WritesLost, Fault::ReadsCut, Fault::Broken] {
        let desk = Desk::new();
        let mut session = desk.session();
        let id = session.add_text(STORY, None).unwrap();
        desk.store.break_with(fault);
        session.annotate(Span::new(0, 7), &note("precious")).unwrap();
        let json = session.export_unsaved();
        assert!(is_backup(&json), "{json}");

        let desk = Desk::on(MemoryStore::default(), 2);
        let mut fresh = desk.session();
        let report = restore(&mut fresh, &json);
        assert_eq!((report.articles, report.added), (1, 1), "{fault:?}: {report:?}");
        assert!(!report.damaged && report.refused.is_empty(), "{fault:?}: {report:?}");
        open(&mut fresh, &id);
        assert_eq!((text(&fresh), texts(&fresh)), (text(&session), vec![vec!["precious".to_owned()]]));
        assert_eq!(fresh.undo().unwrap(), Some("restored backup"));
        assert!(fresh.list().unwrap().is_empty(), "{fault:?}");

        // A store that takes nothing leaves all as it was.
        let mut other = desk.session();
        let prepared = other.begin_restore(&json).unwrap();
        desk.store.break_with(Fault::WritesRefused);
        assert!(other.finish_restore(prepared, true).is_err());
        assert!(other.list().unwrap().is_empty(), "{fault:?}");
    }
}

#[test]
fn where_nothing_is_kept_everything_can_be_taken_away() {
    let desk = Desk::new();
    let mut session = Session::in_memory(desk.clock.clone());
    session.add_text("Rain\n\nIt rained on Lund.\n", None).unwrap();
    session.annotate(Span::new(6, 15), &note("wet")).unwrap();
    session.add_text(STORY, None).unwrap();
    session.annotate(Span::new(0, 7), &note("precious")).unwrap();
    let report = restore(&mut Desk::on(MemoryStore::default(), 2).session(), &session.export_unsaved());
    assert_eq!((report.articles, report.added, report.refused.len()), (2, 2, 0), "{report:?}");
}

#[test]
fn what_could_not_be_saved_in_the_layout_of_earlier_versions_is_read_too() {
    let (session, _, mark) = library(&Desk::new());
    let made: serde_json::Value = serde_json::from_str(&backup(&session)).unwrap();
    let read = |record: &serde_json::Value| {
        let raw = record["raw"].as_str().unwrap();
        let raw = serde_json::from_str(raw).unwrap_or_else(|_| raw.into());
        (record["key"].as_str().unwrap().to_owned(), raw)
    };
    let mut records: serde_json::Map<_, _> = made["records"].as_array().unwrap().iter().map(read).collect();
    let removed = mark.trim_start_matches("urn:uuid:");
    let key = records.keys().find(|key| key.ends_with(removed)).unwrap().clone();
    records.insert(key, serde_json::Value::Null);
    let json = serde_json::json!({ "manicule": "unsaved", "records": records }).to_string();
    assert!(is_backup(&json));
    let report = restore(&mut Desk::on(MemoryStore::default(), 2).session(), &json);
    assert_eq!((report.articles, report.added, report.learned), (2, 2, 1), "{report:?}");
    assert!(report.refused.is_empty(), "{report:?}");
}

#[test]
fn a_backup_is_told_by_its_content() {
    let (session, ..) = library(&Desk::new());
    let json = backup(&session);
    let anew: serde_json::Value = serde_json::from_str(&json).unwrap();
    let cut = json.get(..json.len() / 2).unwrap();
    for file in [&json, cut, &format!("\u{feff}{json}"), &serde_json::to_string_pretty(&anew).unwrap()] {
        assert!(is_backup(file));
        assert!(session.begin_restore(file).is_ok());
    }
    let others = ["", "{", "[]", "{\"manicule\":7}", "The \"manicule\" points.", "{\"manicule\":\"note\"}"];
    for file in others {
        assert!(!is_backup(file), "{file}");
    }
}
