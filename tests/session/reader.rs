//! Long texts: read apart from the session, slice by slice, and taken over when they come.

use super::desk::{Desk, open};
use manicule::annotation::Correction;
use manicule::ingest;
use manicule::session::{Ask, Reader, Reading, SLICE, Session, pack, unpack};
use manicule::tag::Label;
use manicule::text::Span;

const STORY: &str = "Harbour reopens\n\nSEOUL, June 3, 2025 — President Maria Lind of Portugal met the Bank of Korea on \
    Monday. “It cost $5 million,” said Lind, who lives in Paris.\n\nAbout 40 % of the Portuguese came twice a week.\n";

/// What a reader of its own makes of the open article.
fn read(session: &Session) -> (Ask, Reading) {
    let article = session.article().unwrap();
    let ask = article.ask().unwrap();
    let doc = article.doc();
    let mut reader = Reader::new(doc.text.clone(), doc.blocks.clone());
    reader.restart(ask.date);
    while !reader.is_done() {
        reader.step();
    }
    let reading = reader.reading(&ask, Clone::clone);
    (ask, reading)
}

/// A session that reads every text elsewhere.
fn elsewhere(desk: &Desk) -> Session {
    let mut session = desk.session();
    session.read_elsewhere(0);
    session
}

#[test]
fn a_text_of_one_slice_is_read_as_the_session_reads_it() {
    let desk = Desk::new();
    let mut here = desk.session();
    let id = here.add_text(STORY, None).unwrap();
    let expected = here.article().unwrap().reading().clone();
    assert!(expected.mentions.len() > 5 && !expected.quotations.is_empty());
    assert_eq!(here.article().unwrap().ask(), None);

    let mut there = elsewhere(&desk);
    open(&mut there, &id);
    assert_eq!(*there.article().unwrap().reading(), Reading::default());
    let (ask, reading) = read(&there);
    assert_eq!(reading, expected);
    assert!(there.take_reading(ask.version, true, &pack(&reading)).unwrap());
    assert_eq!(*there.article().unwrap().reading(), expected);
    assert_eq!(there.article().unwrap().ask(), None);
    assert_eq!(there.status().mentions, expected.mentions.len());
}

#[test]
fn a_reading_survives_the_way() {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    let reading = session.article().unwrap().reading();
    let packed = pack(reading);
    assert_eq!(unpack(&packed).as_ref(), Ok(reading));
    for length in 0..packed.len() {
        assert!(unpack(&packed[..length]).is_err(), "{length}");
    }
    assert!(unpack(&[packed.as_slice(), b"\0"].concat()).is_err());
    for at in 0..packed.len() {
        let mut changed = packed.clone();
        changed[at] ^= 0xff;
        // Another reading or none, and no panic.
        let _ = unpack(&changed);
    }
    assert!(unpack(&[0xff; 64]).is_err());
}

#[test]
fn a_correction_asks_for_another_reading_and_what_is_late_is_let_go() {
    let desk = Desk::new();
    let mut session = elsewhere(&desk);
    session.add_text(STORY, None).unwrap();
    let (first, reading) = read(&session);
    assert!(session.take_reading(first.version, true, &pack(&reading)).unwrap());

    let at = STORY.find("Harbour").unwrap();
    let harbour = Span::from_range(at..at + "Harbour".len());
    session.correct(harbour, &Correction::Label { label: Label::Fac, everywhere: false }).unwrap();
    assert!(!session.take_reading(first.version, true, &pack(&Reading::default())).unwrap());
    assert_eq!(*session.article().unwrap().reading(), reading, "the old one stands until the new one comes");

    let (second, corrected) = read(&session);
    assert!(second.version > first.version);
    assert!(session.take_reading(second.version, true, &pack(&corrected)).unwrap());
    let mentions = &session.article().unwrap().reading().mentions;
    assert!(mentions.iter().any(|mention| mention.span == harbour && mention.label == Label::Fac));

    session.undo().unwrap();
    let (third, undone) = read(&session);
    assert!(session.take_reading(third.version, true, &pack(&undone)).unwrap());
    assert_eq!(*session.article().unwrap().reading(), reading);
}

#[test]
fn a_part_stands_in_until_the_whole_is_there() {
    let desk = Desk::new();
    let mut session = elsewhere(&desk);
    session.add_text(STORY, None).unwrap();
    let (ask, whole) = read(&session);
    let doc = session.article().unwrap().doc();
    let reader = Reader::new(doc.text.clone(), doc.blocks.clone());
    let last = doc.blocks.last().unwrap().span;
    let part = reader.preview(last, &ask);
    assert!(!part.mentions.is_empty() && part.mentions.iter().all(|mention| last.contains(mention.span)));
    assert!(session.take_reading(ask.version, false, &pack(&part)).unwrap());
    assert_eq!(*session.article().unwrap().reading(), part);
    assert!(session.article().unwrap().ask().is_some(), "the whole is still wanted");
    assert!(session.take_reading(ask.version, true, &pack(&whole)).unwrap());
    assert!(!session.take_reading(ask.version, false, &pack(&part)).unwrap());
    assert_eq!(*session.article().unwrap().reading(), whole);
}

#[test]
fn a_text_of_many_slices_has_the_sentences_and_tokens_of_the_whole() {
    let long = format!("{STORY}\n").repeat(SLICE as usize * 2 / STORY.len() + 2);
    let (doc, _) = ingest::plain(&long);
    let mut reader = Reader::new(doc.text.clone(), doc.blocks.clone());
    let mut steps = 0;
    while !reader.is_done() {
        assert!(reader.come_to() as usize <= doc.text.len());
        reader.step();
        steps += 1;
    }
    assert!(steps >= 3, "{steps}");
    assert_eq!(reader.doc().sentences, doc.sentences);
    assert_eq!(reader.doc().tokens, doc.tokens);
}

#[test]
fn what_is_read_elsewhere_exports_its_tokens() {
    let desk = Desk::new();
    let mut session = elsewhere(&desk);
    let id = session.add_text(STORY, None).unwrap();
    open(&mut session, &id);
    assert!(session.article().unwrap().doc().tokens.is_empty());
    let tokens = session.split().unwrap().doc().tokens.len();
    assert_eq!(tokens, ingest::plain(STORY).0.tokens.len());
}
