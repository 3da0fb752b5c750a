//! Searching in the open article.

use super::desk::Desk;
use manicule::annotation::Correction;
use manicule::session::{Session, SessionError, Sought};
use manicule::tag::Label;
use manicule::text::Span;

const STORY: &str = "Café Blå\n\nThe café’s owner left Malmö. A cafeteriá opened in MALMO; “Malmo” it is.\n";

fn desk() -> Session {
    let mut session = Desk::new().session();
    session.add_text(STORY, None).unwrap();
    session
}

#[track_caller]
fn check(session: &Session, text: &str, sought: Sought, expected: &[&str]) {
    let doc = session.article().unwrap().doc();
    let found: Vec<&str> =
        session.search(text, sought).unwrap().into_iter().map(|span| doc.slice(span)).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn case_accents_and_marks_do_not_count() {
    let session = desk();
    check(&session, "malmo", Sought::Anywhere, &["Malmö", "MALMO", "Malmo"]);
    check(&session, " CAFÉ ", Sought::Anywhere, &["Café", "café", "cafe"]);
    check(&session, "cafe", Sought::Words, &["Café", "café"]);
    check(&session, "cafe's", Sought::Words, &["café’s"]);
    check(&session, "\"malmo\"", Sought::Anywhere, &["“Malmo”"]);
    check(&session, "eria", Sought::Words, &[]);
    check(&session, "cafeteria", Sought::Words, &["cafeteriá"]);
    check(&session, " ", Sought::Anywhere, &[]);
}

#[test]
fn an_entity_is_found_wherever_it_is_mentioned() {
    let mut session = desk();
    let text = session.article().unwrap().doc().text.clone();
    for (at, words) in text.match_indices("Malmö").chain(text.match_indices("MALMO")) {
        let span = Span::from_range(at..at + words.len());
        let label = Correction::Label { label: Label::Gpe, everywhere: false };
        session.correct(span, &label).unwrap();
        session.correct(span, &Correction::SameAs { name: "Scania".into(), here: false }).unwrap();
    }
    check(&session, "scan", Sought::Entities, &["Malmö", "MALMO", "Malmo"]);
    check(&session, "cania", Sought::Entities, &[]);
}

#[test]
fn a_search_can_end_and_begin_again() {
    let mut session = desk();
    check(&session, "owner", Sought::Words, &["owner"]);
    session.end_search();
    check(&session, "owner", Sought::Words, &["owner"]);
    let none = Desk::new().session();
    assert_eq!(none.search("owner", Sought::Words), Err(SessionError::NothingOpen));
}
