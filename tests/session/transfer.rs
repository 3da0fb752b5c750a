//! Export and import through a session.

use super::desk::{Desk, text};
use manicule::session::{ArticleMeta, Patch, Session, SessionError};
use manicule::text::Span;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday — 😀.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

pub fn import(session: &mut Session, json: &str) -> manicule::session::ImportReport {
    let import = session.begin_import(json).unwrap();
    if let Some(id) = &import.article {
        super::desk::open(session, &id.clone());
    }
    session.finish_import(import).unwrap()
}

fn listed(session: &Session) -> Vec<ArticleMeta> {
    session.list().unwrap().into_iter().map(|listed| listed.meta.clone()).collect()
}

fn exported() -> (Desk, Session, String) {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, Some("name")).unwrap();
    session.set_date(Some("2023-09-26")).unwrap();
    session.annotate(Span::new(0, 7), &note("a *note*")).unwrap();
    session.annotate(Span::new(17, 25), &Patch::default()).unwrap();
    let json = session.export_json(true).unwrap();
    (desk, session, json)
}

#[test]
fn an_import_into_a_fresh_profile_is_identical() {
    let (_, session, json) = exported();
    let desk = Desk::on(<_>::default(), 2);
    let mut fresh = desk.session();
    let report = import(&mut fresh, &json);
    assert_eq!((report.added, report.updated, report.same), (2, 0, 0));
    assert!(report.refused.is_empty());
    assert_eq!(text(&fresh), text(&session));
    assert_eq!(fresh.annotations().unwrap(), session.annotations().unwrap());
    assert_eq!(fresh.article().unwrap().reading(), session.article().unwrap().reading());
    assert_eq!(fresh.export_json(true).unwrap(), json);
    assert_eq!(listed(&fresh)[0].date.as_deref(), Some("2023-09-26"));

    assert_eq!(fresh.undo().unwrap(), Some("import"));
    assert!(listed(&fresh).is_empty() && fresh.article().is_err());
    fresh.redo().unwrap();
    super::desk::open(&mut fresh, &report.article);
    assert_eq!(fresh.export_json(true).unwrap(), json);
}

#[test]
fn a_second_import_changes_nothing_and_a_later_version_wins() {
    let (_, mut session, json) = exported();
    let report = import(&mut session, &json);
    assert_eq!((report.added, report.updated, report.same), (0, 0, 2));
    let id = session.annotations().unwrap()[0].note.id.clone();
    session.update(&id, &note("later here")).unwrap();
    assert_eq!(import(&mut session, &json).same, 2);
    let later = session.export_json(false).unwrap();
    session.undo().unwrap();
    let report = import(&mut session, &later);
    assert_eq!((report.added, report.updated, report.same), (0, 1, 1));
    assert_eq!(session.annotations().unwrap()[0].note.note(), Some("later here"));
    session.undo().unwrap();
    assert_eq!(session.annotations().unwrap()[0].note.note(), Some("a *note*"));
}

#[test]
fn an_import_brings_a_removed_article_back() {
    let (_, mut session, json) = exported();
    let id = session.article().unwrap().id().to_owned();
    session.remove_article(&id).unwrap();
    assert_eq!(import(&mut session, &json).article, id);
    assert_eq!(listed(&session).len(), 1);
    session.undo().unwrap();
    assert!(listed(&session).is_empty());
}

#[test]
fn hostile_ids_do_not_reach_the_keys_and_text_is_normalised_again() {
    let (_, session, json) = exported();
    let id = session.article().unwrap().id().to_owned();
    let hostile = json.replace(&id, "../x/y").replace("Monday —", "Mon\\u0000day —");
    let desk = Desk::on(<_>::default(), 2);
    let mut fresh = desk.session();
    let report = import(&mut fresh, &hostile);
    assert!(!report.article.contains('/'), "{}", report.article);
    assert!(text(&fresh).contains("Monday —"));
    assert_eq!(listed(&desk.session()), listed(&fresh));
}

#[test]
fn what_is_no_import_is_refused_and_changes_nothing() {
    let desk = Desk::new();
    let mut session = desk.session();
    assert!(matches!(session.begin_import("{"), Err(SessionError::Import(_))));
    let lone = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x","type":"Annotation","target":"http://example.org"}"#;
    assert_eq!(session.begin_import(lone).unwrap_err(), SessionError::NothingOpen);
    assert!(!session.can_undo());
}
