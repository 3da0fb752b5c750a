//! Stores of every earlier version, made by the program of their time and kept in `fixtures`: everything
//! in them is there again.

use super::desk::{Desk, open, text};
use manicule::annotation::personal::Verdict;
use manicule::annotation::{Annotation, Colour, Correction};
use manicule::session::{Fault, Session, State};
use manicule::tag::Label;
use serde_json::Value;
use std::collections::BTreeMap;

/// The first version had no checksums.
const VERSION_1: &str = include_str!("fixtures/version-1.json");

fn desk_with(fixture: &str) -> Desk {
    let desk = Desk::on(<_>::default(), 7);
    // Opened after everything in it was written.
    desk.wait_days(1);
    let entries: BTreeMap<String, String> = serde_json::from_str(fixture).unwrap();
    entries.iter().for_each(|(key, value)| desk.store.plant(key, value));
    desk
}

fn notes(session: &Session) -> Vec<Annotation> {
    session.annotations().unwrap().into_iter().map(|placed| placed.note.clone()).collect()
}

/// Holds that the whole of the library of version 1 is there.
fn check_version_1(session: &mut Session) {
    assert!(session.take_notices().is_empty());
    let listed = session.list().unwrap();
    let titles: Vec<_> =
        listed.iter().map(|listed| (listed.meta.title.clone(), listed.annotations)).collect();
    let expected = [("The bridge over the Ilmen closes".to_owned(), 5), ("Weather, kept".to_owned(), 1)];
    assert_eq!(titles, expected);
    assert_eq!(listed[1].meta.date.as_deref(), Some("2024-03-05"));
    let id = listed[0].meta.id.clone();
    open(session, &id);
    assert!(text(session).ends_with("Some 4,000 cars cross it every day.\n"), "{}", text(session));
    let notes = notes(session);
    let note = notes.iter().find(|note| note.quote() == Some("for good")).unwrap();
    assert_eq!(note.note(), Some("**Who** says so?\n\nÇa “va” 👩‍👩‍👧"));
    assert_eq!((note.tags(), note.colour()), (vec!["claim", "naïve"], Some(Colour::Green)));
    let edited = notes.iter().find(|note| note.quote() == Some("🌉")).unwrap();
    assert_eq!((edited.note(), edited.tags()), (Some("a bridge"), vec!["picture"]));
    let corrections: Vec<_> = notes.iter().filter_map(Annotation::correction).collect();
    assert!(corrections.contains(&Correction::Label { label: Label::Gpe, everywhere: true }));
    assert!(corrections.contains(&Correction::Reject { everywhere: false }));
    let taught: Vec<_> = session.taught().map(|taught| (taught.name.as_str(), taught.verdict)).collect();
    assert_eq!(taught, [("Ostrava Nova", Verdict::Label(Label::Gpe))]);
    assert_eq!(session.setting("theme").as_deref(), Some("dark"));
}

#[test]
fn a_store_of_version_1_is_brought_up_whole() {
    let desk = desk_with(VERSION_1);
    check_version_1(&mut desk.session());
    let entries = desk.store.entries();
    assert_eq!(entries["manicule/schema"], "2");
    let records = entries.iter().filter(|(key, _)| !key.contains("/setting/") && !key.ends_with("/schema"));
    for (key, raw) in records {
        assert!(raw.starts_with("{\"version\":2,\"checksum\":\""), "{key}: {raw}");
    }
    // Every record says what it said, and the removed article can still be had back.
    let old: BTreeMap<String, String> = serde_json::from_str(VERSION_1).unwrap();
    assert_eq!(old.keys().collect::<Vec<_>>(), entries.keys().collect::<Vec<_>>());
    let opened = |key: &&String| key.starts_with("manicule/article/");
    for key in old.keys().filter(|key| !opened(key) && key.matches('/').count() > 1) {
        let record = |raw: &str| serde_json::from_str::<Value>(raw).ok().map(|it| it["record"].clone());
        assert_eq!(record(&entries[key]), record(&old[key]), "{key}");
    }
    check_version_1(&mut desk.session());
}

#[test]
fn a_store_of_version_1_without_room_is_read_as_it_is() {
    for fault in [Fault::Quota(0), Fault::WritesRefused, Fault::WritesLost] {
        let desk = desk_with(VERSION_1);
        desk.store.break_with(fault);
        check_version_1(&mut desk.session());
        let old: BTreeMap<String, String> = serde_json::from_str(VERSION_1).unwrap();
        assert_eq!(desk.store.entries(), old, "{fault:?}");
        desk.store.break_with(Fault::None);
        let mut later = desk.session();
        check_version_1(&mut later);
        assert_eq!(later.status().state, State::Saved);
        assert_eq!(desk.store.entries()["manicule/schema"], "2");
    }
}
