//! What is said of articles, and later versions of them.

use super::desk::{Desk, open, text};
use manicule::session::{Patch, Session, Telling, TextAt};

const FIRST: &str = "The lamps of Ostrava Street\n\nFor eleven years nobody in the town could say who lit the \
    lamps on the street. They were gas lamps, forty-two of them, and every evening they burned before the shops \
    had closed.\n\nThe council had stopped paying for them in 2009. The gasworks had been sold twice since then.\n";

fn second() -> String {
    FIRST
        .replace("For eleven years", "A correction was made to this article. For eleven years")
        .replace("The gasworks had been sold twice since then.", "Nobody knows why.")
}

fn telling() -> Telling {
    Telling {
        source: Some("https://gazette.example/lamps".into()),
        byline: Some("Milena  Havlíčková".into()),
        add: vec!["light".into(), " ".into(), "light".into()],
        ..Telling::default()
    }
}

fn mark(session: &mut Session, quote: &str, note: &str) -> String {
    let start = text(session).find(quote).unwrap();
    let span = manicule::text::Span::from_range(start..start + quote.len());
    session.annotate(span, &Patch { note: Some(Some(note.into())), ..Patch::default() }).unwrap()
}

fn record(session: &mut Session, id: &str) -> manicule::session::TextRecord {
    let TextAt::Here(record) = session.text_at(id).unwrap() else { panic!("elsewhere") };
    record
}

#[test]
fn what_is_said_of_an_article_is_kept_undone_and_exported() {
    let desk = Desk::new();
    let mut session = desk.session();
    let telling_page = Telling { publisher: Some("Gazette".into()), ..Telling::default() };
    session.expect(telling_page, Some("2024-11-05".into()));
    let id = session.add_text(FIRST, None).unwrap();
    assert_eq!(session.article().unwrap().date().unwrap().0.to_string(), "2024-11-05");
    assert_eq!(session.tell_several(std::slice::from_ref(&id), &telling()).unwrap(), 1);

    let mut again = desk.session();
    open(&mut again, &id);
    let meta = again.list().unwrap()[0].meta.clone();
    assert_eq!(meta.told.facts.byline.as_deref(), Some("Milena Havlíčková"));
    assert_eq!(meta.told.facts.publisher.as_deref(), Some("Gazette"));
    assert_eq!(meta.told.tags, ["light"]);
    let json = again.export_json(false).unwrap();
    for said in [
        "\"dcterms:creator\": \"Milena Havlíčková\"",
        "\"dcterms:source\": \"https://gazette.example/lamps\"",
    ] {
        assert!(json.contains(said), "{said} in {json}");
    }
    assert!(again.undo().unwrap().is_some());
    let meta = again.list().unwrap()[0].meta.clone();
    assert_eq!((meta.source, meta.told.facts.byline), (None, None));
    assert_eq!(meta.told.facts.publisher.as_deref(), Some("Gazette"), "What its page said is no step.");
}

#[test]
fn several_articles_are_told_and_removed_in_one_step() {
    let desk = Desk::new();
    let mut session = desk.session();
    let ids = [
        session.add_text(FIRST, Some("one")).unwrap(),
        session.add_text("Other words.", Some("two")).unwrap(),
    ];
    let put_away = Telling { archived: Some(true), ..Telling::default() };
    assert_eq!(session.tell_several(&ids, &put_away).unwrap(), 2);
    assert!(session.list().unwrap().iter().all(|listed| listed.meta.told.archived));
    assert!(session.tell_several(&[ids[0].clone(), "none".into()], &telling()).is_err());
    session.undo().unwrap();
    assert!(session.list().unwrap().iter().all(|listed| !listed.meta.told.archived));
    session.remove_articles(&ids).unwrap();
    assert!(session.list().unwrap().is_empty());
    session.undo().unwrap();
    assert_eq!(session.list().unwrap().len(), 2);
}

#[test]
fn a_later_version_is_known_and_takes_the_notes_over() {
    let desk = Desk::new();
    let mut session = desk.session();
    let old = session.add_text(FIRST, None).unwrap();
    mark(&mut session, "forty-two of them", "Who counted?");
    mark(&mut session, "sold twice since then", "To whom?");
    session.annotate_whole(&Patch { note: Some(Some("Read again.".into())), ..Patch::default() }).unwrap();
    session.add_text("Something else altogether, with words of its own.", None).unwrap();
    assert_eq!(session.earlier().unwrap(), None);

    let new = session.add_text(&second(), None).unwrap();
    let earlier = session.earlier().unwrap().unwrap();
    assert_eq!((earlier.id.as_str(), earlier.same, earlier.address), (old.as_str(), false, false));
    let before = record(&mut session, &old);
    let carried = session.carry_over(&old, before.clone()).unwrap();
    assert_eq!((carried.placed, carried.lost), (2, 1));
    let article = session.article().unwrap();
    assert_eq!(article.id(), new);
    let notes = session.annotations().unwrap();
    assert_eq!(notes.len(), 3);
    let placed: Vec<_> =
        notes.iter().filter_map(|placed| placed.span()).map(|span| article.doc().slice(span)).collect();
    assert!(placed.contains(&"forty-two of them"), "{placed:?}");
    assert_eq!(session.earlier().unwrap(), None, "The earlier one has given way.");

    // The earlier one is as it was.
    open(&mut session, &old);
    assert_eq!(session.annotations().unwrap().len(), 3);
    assert_eq!(record(&mut session, &old), before);

    open(&mut session, &new);
    session.undo().unwrap();
    assert!(session.annotations().unwrap().is_empty());
    assert_eq!(session.earlier().unwrap().unwrap().id, old);
}

#[test]
fn the_same_address_or_the_same_text_is_known_too() {
    let desk = Desk::new();
    let mut session = desk.session();
    let old = session.add_text(FIRST, None).unwrap();
    session.tell_several(std::slice::from_ref(&old), &telling()).unwrap();
    let same = session.add_text(FIRST, None).unwrap();
    assert!(session.earlier().unwrap().unwrap().same);
    session.remove_article(&same).unwrap();
    let id =
        session.add_text("All of this was written anew, from the first word to the last one.", None).unwrap();
    assert_eq!(session.earlier().unwrap(), None);
    let from = Telling {
        source: Some("http://www.gazette.example/lamps/?utm_source=x#top".into()),
        ..Telling::default()
    };
    session.tell_several(&[id], &from).unwrap();
    let earlier = session.earlier().unwrap().unwrap();
    assert_eq!((earlier.id, earlier.same, earlier.address), (old, false, true));
}
