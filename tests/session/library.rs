//! Articles: kept, listed, named, dated, removed, purged.

use super::desk::{Desk, open, text};
use manicule::document::BlockKind;
use manicule::ingest::RawBlock;
use manicule::session::{SessionError, State};

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday.\n";

fn titles(session: &manicule::session::Session) -> Vec<String> {
    session.list().unwrap().iter().map(|listed| listed.meta.title.clone()).collect()
}

#[test]
fn an_article_is_there_again_after_a_reload() {
    let desk = Desk::new();
    let mut first = desk.session();
    let id = first.add_text(STORY, None).unwrap();
    let (before, reading) = (text(&first), first.article().unwrap().reading().clone());
    assert_eq!(first.status().state, State::Saved);

    let mut second = desk.session();
    assert_eq!(titles(&second), ["Harbour reopens"]);
    open(&mut second, &id);
    assert_eq!(text(&second), before);
    assert_eq!(second.article().unwrap().doc().blocks, first.article().unwrap().doc().blocks);
    assert_eq!(*second.article().unwrap().reading(), reading);
    assert!(second.take_notices().is_empty());
}

#[test]
fn the_article_opened_last_is_listed_first() {
    let desk = Desk::new();
    let mut session = desk.session();
    let first = session.add_text(STORY, Some("one")).unwrap();
    session.add_text(STORY, Some("two")).unwrap();
    assert_eq!(titles(&session), ["two", "one"]);
    open(&mut session, &first);
    assert_eq!(titles(&session), ["one", "two"]);
    assert_eq!(session.list().unwrap().iter().filter(|listed| listed.current).count(), 1);
}

#[test]
fn blocks_keep_their_kinds_over_a_reload() {
    let desk = Desk::new();
    let block = |kind, text: &str| RawBlock { kind, text: text.to_owned() };
    let given = [block(BlockKind::Heading, "Weather"), block(BlockKind::Quote, "It rained.")];
    let id = desk.session().add_blocks(&given, None, Some("https://example.org/a")).unwrap();
    let mut session = desk.session();
    open(&mut session, &id);
    let kinds: Vec<_> = session.article().unwrap().doc().blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading, BlockKind::Quote]);
    assert_eq!(session.list().unwrap()[0].meta.source.as_deref(), Some("https://example.org/a"));
}

#[test]
fn renaming_and_removing_are_undone() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, Some("one")).unwrap();
    session.rename(&id, "  better ").unwrap();
    session.remove_article(&id).unwrap();
    assert!(titles(&desk.session()).is_empty());
    assert_eq!(session.article().err(), Some(SessionError::NothingOpen));
    assert_eq!(session.text_at(&id).err(), Some(SessionError::NoArticle { id: id.clone() }));

    assert_eq!(session.undo().unwrap(), Some("removal of the article"));
    assert_eq!(titles(&desk.session()), ["better"]);
    assert_eq!(session.undo().unwrap(), Some("rename"));
    assert_eq!(titles(&desk.session()), ["one"]);
    assert_eq!(session.undo().unwrap(), None);
    session.redo().unwrap();
    session.redo().unwrap();
    assert!(titles(&desk.session()).is_empty());
}

#[test]
fn a_removed_article_is_purged_after_a_month_and_not_before() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, None).unwrap();
    session.remove_article(&id).unwrap();
    desk.wait_days(29);
    assert!(desk.session().take_purged().is_empty());
    assert!(desk.store.entries().contains_key(&format!("manicule/text/{id}")));
    desk.wait_days(3);
    assert_eq!(desk.session().take_purged(), [id]);
    assert_eq!(desk.store.entries().into_keys().collect::<Vec<_>>(), ["manicule/schema"]);
}

#[test]
fn what_was_hidden_in_an_article_goes_with_it() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(STORY, None).unwrap();
    session.hide("Toulon", true).unwrap();
    session.remove_article(&id).unwrap();
    let settings =
        || desk.store.entries().into_keys().filter(|key| key.starts_with("manicule/setting/")).count();
    assert_eq!(settings(), 1);
    desk.wait_days(32);
    assert_eq!(desk.session().take_purged(), [id]);
    assert_eq!(settings(), 0);
}

#[test]
fn the_readers_date_counts_is_kept_and_is_undone() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text("Nothing here tells the day.", None).unwrap();
    let date = |session: &manicule::session::Session| {
        session.article().unwrap().date().map(|(date, _)| date.to_string())
    };
    assert_eq!(date(&session), None);
    session.set_date(Some("2023-09-26")).unwrap();
    assert_eq!(date(&session).as_deref(), Some("2023-09-26"));
    let mut later = desk.session();
    open(&mut later, &id);
    assert_eq!(date(&later).as_deref(), Some("2023-09-26"));
    session.undo().unwrap();
    assert_eq!(date(&session), None);
    let refused = SessionError::Date { given: "2023-02-30".to_owned() };
    assert_eq!(session.set_date(Some("2023-02-30")), Err(refused));
}

#[test]
fn a_text_too_big_for_the_store_is_owed_to_the_database() {
    let desk = Desk::new();
    let mut session = desk.session();
    let id = session.add_text(&"All work and no play. ".repeat(20_000), Some("long")).unwrap();
    assert_eq!(session.status().state, State::Unsaved);
    assert!(!desk.store.entries().contains_key(&format!("manicule/text/{id}")));
    let raw = session.owed_texts()[&id].clone();
    session.text_kept(&id, Err("The disk is full.".to_owned()));
    assert_eq!(session.status().message, "Not saved: The disk is full");
    session.text_kept(&id, Ok(()));
    assert_eq!(session.status().state, State::Saved);

    let mut later = desk.session();
    assert_eq!(later.text_at(&id).unwrap(), manicule::session::TextAt::Database);
    later.open_encoded(&id, Some(&raw)).unwrap();
    assert_eq!(text(&later), text(&session));
    assert!(matches!(later.open_encoded(&id, None), Err(SessionError::NoText { .. })));
}
