//! Asking for annotations.

use super::desk::Desk;
use manicule::annotation::{Colour, Correction, Kind};
use manicule::session::{Patch, Placed, Placement, Query, Session};
use manicule::text::Span;

const STORY: &str = "Café closes\n\nThe Café Blå on the quay closed on Sunday. Its owner moves to Malmö.\n";

fn span(session: &Session, words: &str) -> Span {
    let start = session.article().unwrap().doc().text.find(words).unwrap();
    Span::from_range(start..start + words.len())
}

fn desk() -> Session {
    let mut session = Desk::new().session();
    session.add_text(STORY, None).unwrap();
    let mut add = |words: &str, note: Option<&str>, tags: &[&str], colour: Option<Colour>| {
        let tags = Some(tags.iter().map(|tag| (*tag).to_owned()).collect());
        let patch =
            Patch { note: Some(note.map(str::to_owned)), tags, colour: Some(colour), ..Patch::default() };
        session.annotate(span(&session, words), &patch).unwrap();
    };
    add("Café Blå", Some("Since when?"), &["places"], Some(Colour::Red));
    add("closed on Sunday", None, &["dates", "places"], Some(Colour::Blue));
    add("owner moves to Malmö", Some("WHY there, and when?"), &[], None);
    session.correct(span(&session, "Malmö"), &Correction::Reject { everywhere: false }).unwrap();
    let whole = Patch { note: Some(Some("Too brief.".into())), ..Patch::default() };
    session.annotate_whole(&whole).unwrap();
    session
}

fn quotes(found: &[Placed<'_>]) -> Vec<String> {
    found.iter().map(|placed| placed.note.quote().unwrap_or("-").to_owned()).collect()
}

#[track_caller]
fn check(query: &Query, expected: &[&str]) {
    assert_eq!(quotes(&desk().find(query).unwrap()), expected);
}

#[test]
fn every_part_of_a_query_must_hold() {
    let all = ["Café Blå", "closed on Sunday", "owner moves to Malmö", "Malmö", "-"];
    let words = |text: &str| Query { text: text.into(), ..Query::default() };
    check(&Query::default(), &all);
    check(&words("when?"), &["Café Blå", "owner moves to Malmö"]);
    check(&words("when WHY"), &["owner moves to Malmö"]);
    check(&words("café"), &["Café Blå"]);
    check(&words("cafe bla"), &["Café Blå"]);
    check(&words("ＭＡＬＭＯ\u{308}"), &["owner moves to Malmö", "Malmö"]);
    check(&words("#places"), &["Café Blå", "closed on Sunday"]);
    check(&words("nothing of the kind"), &[]);
    check(&Query { tags: vec!["places".into()], ..Query::default() }, &all[..2]);
    check(&Query { tags: vec!["places".into(), "dates".into()], ..Query::default() }, &all[1..2]);
    check(&Query { colours: vec![Colour::Red, Colour::Blue], ..words("#places sunday") }, &all[1..2]);
    check(&Query { kinds: vec![Kind::Correction], ..Query::default() }, &["Malmö"]);
    check(&Query { placements: vec![Placement::Whole, Placement::Orphan], ..Query::default() }, &["-"]);
}

#[test]
fn days_are_asked_for_as_they_are_written() {
    let session = desk();
    let day = session.annotations().unwrap()[0].note.created.clone().unwrap();
    let (month, time) = (day.get(..7).unwrap().to_owned(), day.clone());
    let count = |since: Option<&str>, until: Option<&str>| {
        let query =
            Query { since: since.map(str::to_owned), until: until.map(str::to_owned), ..Query::default() };
        session.find(&query).unwrap().len()
    };
    assert_eq!(count(Some(&month), Some(&month)), 5);
    assert_eq!(count(Some(&time), None), 5);
    assert_eq!(count(None, Some(&time)), 1);
    assert_eq!(count(None, Some("2020")), 0);
}

#[test]
fn what_lies_at_a_place_is_found_by_the_index_and_the_index_keeps_up() {
    let mut session = desk();
    let (cafe, malmo) = (span(&session, "Café Blå"), span(&session, "Malmö"));
    assert_eq!(quotes(&session.annotations_at(malmo.start).unwrap()), ["owner moves to Malmö", "Malmö"]);
    assert_eq!(quotes(&session.annotations_at(malmo.end).unwrap()), [""; 0]);
    assert_eq!(quotes(&session.annotations_in(cafe.join(malmo)).unwrap()).len(), 4);
    session.relate(cafe, malmo, None).unwrap();
    assert_eq!(session.annotations_at(cafe.start).unwrap().len(), 2);
    assert_eq!(session.annotations_at(malmo.start).unwrap().len(), 3);
    assert_eq!(session.annotations_in(cafe.join(malmo)).unwrap().len(), 5, "a relation counts once");
    session.undo().unwrap();
    assert_eq!(session.annotations_at(cafe.start).unwrap().len(), 1);
    let within = Query { within: Some(malmo), kinds: vec![Kind::Note], ..Query::default() };
    assert_eq!(quotes(&session.find(&within).unwrap()), ["owner moves to Malmö"]);
}
