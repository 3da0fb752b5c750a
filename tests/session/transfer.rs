//! Export and import through a session.

use super::desk::{Desk, text};
use manicule::annotation::Colour;
use manicule::session::{ArticleMeta, Patch, Preview, Session, SessionError, TextAt};
use manicule::text::Span;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday — 😀.\n";

fn note(text: &str) -> Patch {
    Patch { note: Some(Some(text.to_owned())), ..Patch::default() }
}

pub fn import(session: &mut Session, json: &str) -> manicule::session::ImportReport {
    let import = session.begin_import(&[json.as_bytes()]).unwrap();
    let revived = session.ready_import(&import).unwrap();
    if let Some(id) = &import.article {
        super::desk::open(session, &id.clone());
    }
    session.finish_import(import, revived).unwrap()
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

/// Every line is like every other: only the text that the file carries tells which one is meant.
#[test]
fn the_text_of_a_file_tells_where_its_notes_went() {
    let line = "The bell rang twice.\n\n";
    let (old, new) = (line.repeat(12), format!("A first line.\n\n{}A last one.\n", line.repeat(12)));
    let mut author = Desk::new().session();
    author.add_text(&old, None).unwrap();
    let fifth = u32::try_from(line.len() * 4).unwrap();
    author.annotate(Span::new(fifth + 4, fifth + 8), &note("Which bell?")).unwrap();
    let json = author.export_json(false).unwrap();

    let mut reader = Desk::on(<_>::default(), 2).session();
    let id = reader.add_text(&new, None).unwrap();
    let json = json.replace(author.article().unwrap().id(), &id);
    let draft = reader.begin_import(&[json.as_bytes()]).unwrap();
    let preview = reader.preview_import(&draft, None).unwrap();
    assert_eq!((preview.exact + preview.moved, preview.ambiguous), (1, 0));
    let expected = [Span::new(fifth + 4 + 15, fifth + 8 + 15)];
    let places = |session: &Session| session.annotations().unwrap()[0].spans().collect::<Vec<_>>();
    import(&mut reader, &json);
    assert_eq!(places(&reader), expected);
    super::desk::open(&mut reader, &id);
    assert_eq!(places(&reader), expected, "It stays there when the article is opened again.");
    let again = import(&mut reader, &json);
    assert_eq!((again.added, again.updated, again.same), (0, 0, 1));
    reader.undo().unwrap();
    assert!(reader.annotations().unwrap().is_empty());
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
    let session = desk.session();
    assert!(matches!(session.begin_import(&[b"{"]), Err(SessionError::Import(_))));
    let lone = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x","type":"Annotation","target":"http://example.org"}"#;
    assert_eq!(session.begin_import(&[lone.as_bytes()]).unwrap_err(), SessionError::NothingOpen);
    assert!(!session.can_undo());
}

/// What importing would come to, with the article's text given as the page does.
fn preview(session: &mut Session, json: &str) -> Preview {
    let import = session.begin_import(&[json.as_bytes()]).unwrap();
    let text = session.text_for_preview(&import).unwrap().map(|place| match place {
        TextAt::Here(record) => record,
        TextAt::Database => panic!("elsewhere"),
    });
    session.preview_import(&import, text).unwrap()
}

#[test]
fn a_preview_says_what_an_import_comes_to_and_changes_nothing() {
    let (desk, mut session, json) = exported();
    session.annotate(Span::new(0, 7), &note("to be removed")).unwrap();
    session.undo().unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&json).unwrap();
    let items = file["first"]["items"].as_array_mut().unwrap();
    let quoted = |id: &str, exact: &str, start: u32| {
        serde_json::json!({ "id": id, "type": "Annotation", "target": { "source": items[0]["target"]["source"], "selector": [
            { "type": "TextQuoteSelector", "exact": exact },
            { "type": "TextPositionSelector", "start": start, "end": start + u32::try_from(exact.len()).unwrap() },
        ] } })
    };
    let made = [
        quoted("urn:x:1", "Harbour", 0),
        quoted("urn:x:2", "port of Lund", 0),
        quoted("urn:x:3", "never written anywhere", 5),
        serde_json::json!({ "id": "urn:x:4", "type": "Annotation", "target": items[0]["target"]["source"] }),
        serde_json::json!({ "id": 7 }),
    ];
    let mut later = items[0].clone();
    later["modified"] = "2030-01-01T00:00:00Z".into();
    items[0] = later;
    items.extend(made);
    let file = file.to_string();

    let before = desk.store.entries();
    let seen = preview(&mut session, &file);
    assert_eq!((seen.exact, seen.moved, seen.ambiguous, seen.orphan), (2, 1, 0, 1));
    assert_eq!((seen.whole, seen.updated, seen.same, seen.refused.len()), (1, 1, 1, 1));
    assert!(!seen.is_new && seen.machine > 0);
    assert_eq!((seen.format, seen.title.as_str()), ("Web Annotations (JSON-LD)", "name"));
    assert_eq!(session.export_json(true).unwrap(), json);
    assert!(session.can_redo(), "Looking at a file takes no redo away.");
    assert_eq!(desk.store.entries(), before);

    // Of an article that is not open, and of one that was removed.
    let id = session.article().unwrap().id().to_owned();
    session.add_text("Another article altogether.", None).unwrap();
    assert_eq!(preview(&mut session, &file), seen);
    session.remove_article(&id).unwrap();
    let held = desk.store.entries();
    assert_eq!(preview(&mut session, &file), seen);
    assert_eq!(desk.store.entries(), held);

    // Of one that is not there at all.
    let desk = Desk::on(<_>::default(), 2);
    let mut fresh = desk.session();
    let seen = preview(&mut fresh, &file);
    assert!(seen.is_new && seen.same == 0 && listed(&fresh).is_empty());
    assert_eq!((seen.exact, seen.moved, seen.orphan, seen.title.as_str()), (3, 1, 1, "name"));
}

#[test]
fn foreign_texts_become_articles_or_meet_the_open_one() {
    let desk = Desk::new();
    let mut session = desk.session();
    let ann = "T1\tGPE 2 6\tLund\n#1\tAnnotatorNotes T1\twhere?\nT2\tport 10 14\tport\n";
    let files: [&[u8]; 2] = [ann.as_bytes(), "😀 Lund’s port.".as_bytes()];
    let bring = |session: &mut Session, files: &[&[u8]]| {
        let import = session.begin_import(files).unwrap();
        if let Some(id) = &import.article {
            super::desk::open(session, &id.clone());
        }
        session.finish_import(import, None).unwrap()
    };
    assert_eq!(bring(&mut session, &files).added, 2);
    assert_eq!((text(&session).as_str(), listed(&session).len()), ("😀 Lund’s port.", 1));
    let placed = session.annotations().unwrap();
    assert_eq!(placed[0].note.note(), Some("where?"));
    assert_eq!(placed[0].span(), Some(Span::new(5, 9)));
    assert_eq!(placed[1].note.tags(), ["port"]);
    let report = bring(&mut session, &files);
    assert_eq!((report.added, report.same, listed(&session).len()), (0, 2, 1));
    assert_eq!(session.undo().unwrap(), Some("import"));
    assert!(listed(&session).is_empty());

    // The same text, read in by the reader before: no second article, and the marks say that they are of this one.
    let id = session.add_text("😀 Lund’s port.", None).unwrap();
    let report = bring(&mut session, &files);
    assert_eq!((report.added, report.article.as_str(), listed(&session).len()), (2, id.as_str(), 1));
    let source = format!("urn:manicule:article:{id}");
    for placed in session.annotations().unwrap() {
        assert_eq!(placed.note.target().unwrap().source_id(), Some(source.as_str()));
    }

    // Without a text of their own they are looked for in the open article.
    let alone = "Highlight\nLund’s port\nnowhere to be found\n".as_bytes();
    assert_eq!(bring(&mut session, &[alone]).added, 2);
    let spans: Vec<_> = session.annotations().unwrap().iter().map(|placed| placed.span()).collect();
    assert!(spans.contains(&Some(Span::new(5, 18))) && spans.contains(&None), "{spans:?}");
}

#[test]
fn every_format_is_exported_and_others_are_refused_by_name() {
    let (_, session, json) = exported();
    for format in manicule::export::FORMATS.iter().filter(|format| format.writes()) {
        assert!(!session.export(format.facts().name, true).unwrap()[0].text.is_empty());
    }
    assert_eq!(session.export("w3c", true).unwrap()[0].text, json);
    for name in ["docx", "readwise"] {
        let error = session.export(name, false).unwrap_err();
        assert_eq!(error.to_string(), format!("There is no format “{name}” to export to."));
    }
}

#[test]
fn files_that_cannot_be_read_leave_the_store_as_it_was() {
    let (desk, mut session, _) = exported();
    let before = desk.store.entries();
    let deep = "[".repeat(100_000);
    let bad: [&[u8]; 8] = [
        b"{",
        b"\xff\xff",
        b"",
        b"T1\t",
        deep.as_bytes(),
        br#"{"rows": 7}"#,
        br#"{"%FEATURE_STRUCTURES": [{}]}"#,
        b"#FORMAT=WebAnno TSV 3.3\n#Text=a\n1-1\t9-\ta",
    ];
    for file in bad {
        let read = session.begin_import(&[file]);
        if let Ok(import) = read {
            // Rows that are refused one by one are shown, and nothing is left to merge.
            let report = session.finish_import(import, None).unwrap();
            assert_eq!((report.added, report.refused.len()), (0, 1), "{file:?}");
        }
        assert_eq!(desk.store.entries(), before, "{file:?}");
    }
}

#[test]
fn what_the_colours_mean_goes_with_an_export_and_is_taken_over_where_they_have_no_name() {
    let (_, mut session, _) = exported();
    let red = Patch { colour: Some(Some(Colour::Red)), ..Patch::default() };
    session.annotate(Span::new(0, 7), &red).unwrap();
    session.annotate_whole(&note("all of it")).unwrap();
    session.name_colour(Colour::Red, "Doubtful").unwrap();
    let json = session.export_json(false).unwrap();
    let desk = Desk::on(<_>::default(), 2);
    let mut fresh = desk.session();
    import(&mut fresh, &json);
    assert_eq!(desk.session().colour_names(), session.colour_names());
    assert_eq!(fresh.export_json(false).unwrap(), json);
    fresh.undo().unwrap();
    assert_eq!(fresh.colour_names().get(Colour::Red), None);
    fresh.name_colour(Colour::Red, "Mine").unwrap();
    import(&mut fresh, &json);
    assert_eq!(fresh.colour_names().get(Colour::Red), Some("Mine"));
}
