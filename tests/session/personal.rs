//! What a reader teaches in one article, kept for every other.

use super::desk::{Desk, open};
use manicule::annotation::Correction;
use manicule::annotation::personal::Verdict;
use manicule::session::{Fault, NoticeCode, Session, SessionError, State};
use manicule::tag::{Label, Source};
use manicule::text::Span;
use serde_json::Value;

const STORY: &str = "The boats came home\n\nThe skipper of Vellamo said nothing when Vellamo came in.\n";
const OTHER: &str =
    "A calm week\n\nOn the quay lay Vellamo. Nobody spoke of the VELLAMO affair, nor of Vellamonen.\n";

const PRODUCT: Correction = Correction::Label { label: Label::Product, everywhere: false };
const NO_NAME: Correction = Correction::Reject { everywhere: false };

/// The first place of some words in the open article.
fn place(session: &Session, words: &str) -> Span {
    let text = &session.article().unwrap().doc().text;
    let at = text.find(words).unwrap();
    Span::from_range(at..at + words.len())
}

/// What the open article says of the boat: the words, the label and whether it was taught.
fn boats(session: &Session) -> Vec<(String, Label, bool)> {
    let article = session.article().unwrap();
    let named = article.reading().mentions.iter().map(|mention| {
        let words = article.doc().slice(mention.span).to_owned();
        (words, mention.label, mention.source == Source::Taught)
    });
    named.filter(|(words, ..)| words.to_lowercase().contains("vellamo")).collect()
}

fn teach(session: &mut Session, words: &str, correction: &Correction) {
    let span = place(session, words);
    session.correct_and_learn(span, correction).unwrap();
}

fn names(session: &Session) -> Vec<(String, Verdict)> {
    session.taught().map(|taught| (taught.name.clone(), taught.verdict)).collect()
}

fn taught_boats(session: &Session) -> Vec<String> {
    let taught = boats(session).into_iter().filter(|(_, label, taught)| *taught && *label == Label::Product);
    taught.map(|(words, ..)| words).collect()
}

#[test]
fn what_was_taught_holds_in_this_article_in_later_ones_and_after_a_reload() {
    let desk = Desk::new();
    let mut session = desk.session();
    let first = session.add_text(STORY, None).unwrap();
    teach(&mut session, "Vellamo", &PRODUCT);
    let here: Vec<_> = boats(&session).into_iter().map(|(_, label, taught)| (label, taught)).collect();
    assert_eq!(here, [(Label::Product, false), (Label::Product, true)], "the first is corrected as well");
    let other = session.add_text(OTHER, None).unwrap();
    assert_eq!(taught_boats(&session), ["Vellamo", "VELLAMO"]);
    assert_eq!(session.status().state, State::Saved);

    let mut later = desk.session();
    assert_eq!(names(&later), [("Vellamo".to_owned(), Verdict::Label(Label::Product))]);
    open(&mut later, &other);
    assert_eq!(taught_boats(&later), ["Vellamo", "VELLAMO"]);
    // An article's own correction wins.
    let span = place(&later, "Vellamo");
    later.correct(span, &NO_NAME).unwrap();
    assert_eq!(taught_boats(&later), ["VELLAMO"]);
    assert!(later.take_notices().is_empty());

    // What is forgotten is forgotten everywhere; the correction in its article stays.
    later.forget("Vellamo").unwrap();
    assert!(taught_boats(&later).is_empty() && names(&later).is_empty());
    open(&mut later, &first);
    assert_eq!(boats(&later).first(), Some(&("Vellamo".to_owned(), Label::Product, false)));
    assert!(names(&desk.session()).is_empty());
}

#[test]
fn a_name_taught_to_be_none_is_left_out_in_later_articles() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text("Ships\n\nAngela Merkel spoke in Berlin.\n", None).unwrap();
    let named = |session: &Session| {
        let article = session.article().unwrap();
        article.reading().mentions.iter().any(|mention| article.doc().slice(mention.span) == "Berlin")
    };
    assert!(named(&session), "the machine finds what is taught to be no name");
    teach(&mut session, "Berlin", &NO_NAME);
    session.add_text("More\n\nThe talks in Berlin went on.\n", None).unwrap();
    assert!(!named(&session));
    session.forget("Berlin").unwrap();
    assert!(named(&session));
}

#[test]
fn teaching_is_one_step_with_its_correction_and_forgetting_another() {
    let desk = Desk::new();
    let mut session = desk.session();
    let first = session.add_text(STORY, None).unwrap();
    let before = boats(&session);
    teach(&mut session, "Vellamo", &PRODUCT);
    let after = boats(&session);
    assert_eq!(session.undo().unwrap(), Some("correction"));
    assert_eq!((boats(&session), names(&session).len()), (before, 0));
    assert!(session.annotations().unwrap().is_empty());
    session.redo().unwrap();
    assert_eq!((boats(&session), names(&session).len()), (after, 1));

    // With another article open the correction is out of sight; forgetting is not.
    session.add_text(OTHER, None).unwrap();
    assert_eq!(session.undo().unwrap(), None);
    session.forget("Vellamo").unwrap();
    assert_eq!(session.undo().unwrap(), Some("removal of the learned name"));
    assert_eq!(taught_boats(&session).len(), 2);
    open(&mut session, &first);
    assert_eq!(session.undo().unwrap(), Some("correction"));
    assert!(names(&session).is_empty());
}

#[test]
fn what_cannot_be_a_name_is_not_learned_and_nothing_is_corrected() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    let span = place(&session, ".");
    let refused = session.correct_and_learn(span, &PRODUCT);
    assert!(matches!(refused, Err(SessionError::NoName { .. })));
    assert!(session.annotations().unwrap().is_empty() && !session.can_undo());
}

#[test]
fn an_entry_that_the_store_does_not_take_is_owed_said_and_written_later() {
    for fault in [Fault::Quota(0), Fault::WritesRefused, Fault::WritesLost, Fault::ReadsCut] {
        let desk = Desk::new();
        let mut session = desk.session();
        session.add_text(STORY, None).unwrap();
        desk.store.break_with(fault);
        teach(&mut session, "Vellamo", &PRODUCT);
        assert_eq!(names(&session).len(), 1, "{fault:?}");
        assert_eq!(session.status().state, State::Unsaved, "{fault:?}");
        let unsaved: Value = serde_json::from_str(&session.export_unsaved()).unwrap();
        let records = unsaved["records"].as_array().unwrap();
        let owed = records.iter().find(|it| it["key"] == "manicule/lexicon/Vellamo").unwrap();
        let record: Value = serde_json::from_str(owed["raw"].as_str().unwrap()).unwrap();
        assert_eq!((&record["version"], &record["record"]["verdict"]), (&2.into(), &"PRODUCT".into()));
        desk.store.break_with(Fault::None);
        session.retry();
        assert_eq!(session.status().state, State::Saved, "{fault:?}");
        assert_eq!(names(&desk.session()), names(&session), "{fault:?}");
    }
}

#[test]
fn a_damaged_entry_is_set_aside_and_the_others_are_read() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    teach(&mut session, "Vellamo", &PRODUCT);
    desk.store.plant("manicule/lexicon/Ahti", r#"{"version":1,"record":{"name":"Ahti","verdict":"CAT"}}"#);
    let mut later = desk.session();
    assert_eq!(names(&later), names(&session));
    assert_eq!(later.take_notices()[0].code, NoticeCode::Recovered);
}

#[test]
fn two_windows_see_what_the_other_is_taught() {
    let desk = Desk::new();
    let mut one = desk.session();
    one.add_text(STORY, None).unwrap();
    let mut two = desk.session();
    two.add_text(OTHER, None).unwrap();
    teach(&mut one, "Vellamo", &PRODUCT);
    let key = "manicule/lexicon/Vellamo";
    let raw = desk.store.entries()[key].clone();
    let changes = two.storage_changed(Some(key), Some(&raw)).unwrap();
    assert!(changes.annotations && changes.articles);
    assert_eq!(taught_boats(&two).len(), 2);
    two.storage_changed(Some(key), None).unwrap();
    assert!(taught_boats(&two).is_empty());
}

#[test]
fn the_lexicon_goes_with_an_export_and_of_two_entries_the_later_stays() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    teach(&mut session, "Vellamo", &PRODUCT);
    teach(&mut session, "skipper", &NO_NAME);
    let json = session.export_json(false).unwrap();

    let far = Desk::on(<_>::default(), 2);
    let mut fresh = far.session();
    let report = super::transfer::import(&mut fresh, &json);
    assert_eq!((report.added, report.learned, report.refused.len()), (2, 2, 0));
    assert_eq!(names(&fresh), names(&session));
    assert_eq!(fresh.export_json(false).unwrap(), json);
    assert_eq!(names(&far.session()), names(&session), "it is kept");
    fresh.undo().unwrap();
    assert!(names(&fresh).is_empty());

    // What is taught here later than in the file stays; what the file does not know, too.
    assert_eq!(super::transfer::import(&mut session, &json).learned, 0);
    teach(&mut session, "Vellamo", &NO_NAME);
    assert_eq!(super::transfer::import(&mut session, &json).learned, 0);
    assert!(names(&session).contains(&("Vellamo".to_owned(), Verdict::NotAName)));
    session.forget("Vellamo").unwrap();
    assert_eq!(super::transfer::import(&mut session, &json).learned, 1);
}

#[test]
fn entries_of_a_file_that_cannot_be_read_are_refused_by_themselves() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    teach(&mut session, "Vellamo", &PRODUCT);
    teach(&mut session, "skipper", &NO_NAME);
    let json = session.export_json(false).unwrap();
    session.undo().unwrap();
    session.undo().unwrap();
    let hostile = json.replace("\"manicule:name\": \"skipper\"", "\"manicule:name\": \"…\"");
    assert_ne!(hostile, json);
    let report = super::transfer::import(&mut session, &hostile);
    assert_eq!((report.learned, report.refused.len()), (1, 1));
    assert!(report.refused[0].reason.to_string().contains("manicule:name"));
}
