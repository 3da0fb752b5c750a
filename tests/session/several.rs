//! What is done to several annotations at once, and to what they are about.

use super::desk::{Desk, open};
use manicule::annotation::{Colour, Correction, FORMER, Kind};
use manicule::session::{Patch, Placement, Session, SessionError, Several, Template};
use manicule::tag::Label;
use manicule::text::Span;
use serde_json::Value;

const STORY: &str = "Mill sold\n\nThe old paper mill by the river was sold on Tuesday to a cooperative.\n";

fn patch(note: Option<&str>, tags: &[&str], colour: Option<Colour>) -> Patch {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    Patch { note: Some(note.map(str::to_owned)), tags: Some(tags), colour: Some(colour), ..Patch::default() }
}

fn span(session: &Session, words: &str) -> Span {
    let start = session.article().unwrap().doc().text.find(words).unwrap();
    Span::from_range(start..start + words.len())
}

fn mark(session: &mut Session, words: &str, patch: &Patch) -> String {
    session.annotate(span(session, words), patch).unwrap()
}

fn opened() -> (Desk, Session) {
    let desk = Desk::new();
    let mut session = desk.session();
    session.add_text(STORY, None).unwrap();
    (desk, session)
}

fn json(session: &Session, id: &str) -> Value {
    let all = session.annotations().unwrap();
    all.iter().find(|placed| placed.note.id == id).unwrap().note.to_json()
}

#[test]
fn of_overlapping_marks_one_remains_with_all_that_they_say() {
    let (desk, mut session) = opened();
    let first = mark(&mut session, "old paper mill", &patch(Some("How old?"), &["mill", "age"], None));
    let second = mark(
        &mut session,
        "mill by the river",
        &patch(Some("Which river?"), &["river", "mill"], Some(Colour::Blue)),
    );
    let third = mark(&mut session, "the river was sold", &patch(None, &[], Some(Colour::Red)));
    // The order in which they are named does not count.
    assert_eq!(session.merge(&[third.clone(), second.clone(), first.clone()]).unwrap(), first);
    let all = session.annotations().unwrap();
    let [merged] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(merged.note.quote(), Some("old paper mill by the river was sold"));
    assert_eq!(
        merged.place,
        &manicule::anchor::Anchoring::Exact(span(&session, "old paper mill by the river was sold"))
    );
    assert_eq!(merged.note.note(), Some("How old?\n\nWhich river?"));
    assert_eq!(merged.note.tags(), ["mill", "age", "river"]);
    assert_eq!((merged.note.colour(), merged.note.kind()), (Some(Colour::Blue), Kind::Note));
    let article = session.article().unwrap().id().to_owned();
    assert_eq!(session.undo().unwrap(), Some("merging of notes"));
    assert_eq!(session.annotations().unwrap().len(), 3);
    let mut later = desk.session();
    open(&mut later, &article);
    later.redo().unwrap();
    assert_eq!(later.annotations().unwrap().len(), 1);
}

#[test]
fn what_does_not_overlap_or_is_no_mark_is_not_merged() {
    let (_, mut session) = opened();
    let mill = mark(&mut session, "old paper mill", &Patch::default());
    let apart = mark(&mut session, "cooperative", &Patch::default());
    let whole = session.annotate_whole(&patch(Some("Too short."), &[], None)).unwrap();
    let relation = session.relate(span(&session, "old paper"), span(&session, "mill"), None).unwrap();
    for others in [vec![], vec![mill.clone()], vec![apart], vec![whole], vec![relation]] {
        let ids: Vec<String> = std::iter::once(mill.clone()).chain(others).collect();
        assert_eq!(session.merge(&ids), Err(SessionError::NotMergeable), "{ids:?}");
    }
    assert!(matches!(session.merge(&[mill, "urn:none".into()]), Err(SessionError::NoAnnotation { .. })));
    assert_eq!(session.annotations().unwrap().len(), 4);
}

#[test]
fn several_are_changed_and_removed_as_one_step() {
    let (_, mut session) = opened();
    let ids = vec![
        mark(&mut session, "old", &patch(None, &["a", "b"], None)),
        mark(&mut session, "paper", &patch(Some("x"), &[], Some(Colour::Red))),
        session.annotate_whole(&patch(Some("y"), &["b"], None)).unwrap(),
    ];
    let several =
        Several { add: vec!["c".into()], remove: vec!["b".into()], colour: Some(Some(Colour::Green)) };
    assert_eq!(session.update_several(&ids, &several), Ok(3));
    assert_eq!(session.update_several(&ids, &several), Ok(0), "nothing is different: no step");
    let tags = |session: &Session, id: &String| {
        let all = session.annotations().unwrap();
        let placed = all.iter().find(|placed| placed.note.id == *id).unwrap();
        (placed.note.tags().join(","), placed.note.colour())
    };
    let said: Vec<_> = ids.iter().map(|id| tags(&session, id)).collect();
    let green = Some(Colour::Green);
    assert_eq!(said, [("a,c".into(), green), ("c".into(), green), ("c".into(), None)]);
    assert_eq!(session.remove_several(&ids), Ok(3));
    assert!(session.annotations().unwrap().is_empty());
    assert_eq!(session.undo().unwrap(), Some("removal of several notes"));
    assert_eq!(session.undo().unwrap(), Some("change of several notes"));
    let said: Vec<_> = ids.iter().map(|id| tags(&session, id)).collect();
    assert_eq!(said, [("a,b".into(), None), (String::new(), Some(Colour::Red)), ("b".into(), None)]);
    let missing = [ids[0].clone(), "urn:none".to_owned()];
    assert!(session.remove_several(&missing).is_err());
    assert_eq!(session.annotations().unwrap().len(), 3, "all or none");
}

#[test]
fn an_orphan_is_put_on_another_passage_and_keeps_its_old_selectors() {
    let (desk, mut session) = opened();
    let file = session.export_json(false).unwrap();
    let id = mark(&mut session, "paper mill", &patch(Some("Which?"), &[], Some(Colour::Red)));
    let orphaned = session
        .export_json(false)
        .unwrap()
        .replace("\"exact\": \"paper mill\"", "\"exact\": \"windmill by the lake\"");
    session.undo().unwrap();
    assert_ne!(file, orphaned);
    super::transfer::import(&mut session, &orphaned);
    let placement = |session: &Session| session.annotations().unwrap()[0].placement();
    assert_eq!(placement(&session), Placement::Orphan);
    let mill = span(&session, "old paper mill");
    session.reattach(&id, None, mill).unwrap();
    assert_eq!(placement(&session), Placement::Exact);
    assert_eq!(session.annotations().unwrap()[0].span(), Some(mill));
    let target = json(&session, &id)["target"].clone();
    assert_eq!(target["styleClass"], "manicule-red");
    assert_eq!(target[FORMER][0]["selector"][0]["exact"], "windmill by the lake");
    let article = session.article().unwrap().id().to_owned();
    let mut later = desk.session();
    open(&mut later, &article);
    assert_eq!(placement(&later), Placement::Exact);
    assert_eq!(later.undo().unwrap(), Some("new place of the note"));
    assert_eq!(placement(&later), Placement::Orphan);
    assert!(matches!(later.reattach(&id, Some(1), mill), Err(SessionError::NoPassage { index: 1, .. })));
    assert!(matches!(later.reattach(&id, None, Span::new(3, 3)), Err(SessionError::EmptyRange { .. })));
}

#[test]
fn a_note_on_the_whole_article_is_no_orphan_and_can_be_given_a_passage() {
    let (_, mut session) = opened();
    let id = session.annotate_whole(&patch(Some("Read again."), &["todo"], None)).unwrap();
    let all = session.annotations().unwrap();
    assert_eq!((all[0].placement(), all[0].span(), all[0].note.kind()), (Placement::Whole, None, Kind::Note));
    let source = json(&session, &id)["target"].as_str().unwrap().to_owned();
    assert!(source.starts_with("urn:manicule:article:"));
    session.reattach(&id, None, span(&session, "Tuesday")).unwrap();
    assert_eq!(session.annotations().unwrap()[0].placement(), Placement::Exact);
    assert_eq!(json(&session, &id)["target"]["source"], source.as_str());
}

#[test]
fn a_relation_has_two_places_and_either_can_be_put_elsewhere() {
    let (_, mut session) = opened();
    let (mill, buyer) = (span(&session, "paper mill"), span(&session, "cooperative"));
    let id = session.relate(mill, buyer, Some(" sold to ")).unwrap();
    let all = session.annotations().unwrap();
    assert_eq!(all[0].note.kind(), Kind::Relation);
    assert_eq!(all[0].note.relation_name(), Some("sold to"));
    assert_eq!(all[0].spans().collect::<Vec<_>>(), [mill, buyer]);
    let rename = |name: Option<&str>| Patch { relation: Some(name.map(str::to_owned)), ..Patch::default() };
    for (name, expected) in
        [(Some("leased to"), Some("leased to")), (None, None), (Some(" sold to "), Some("sold to"))]
    {
        session.update(&id, &rename(name)).unwrap();
        assert_eq!(session.annotations().unwrap()[0].note.relation_name(), expected);
    }
    let body = json(&session, &id)["body"].clone();
    assert_eq!(
        body,
        serde_json::json!([{ "type": "TextualBody", "value": "sold to", "purpose": "linking" }])
    );
    session.undo().unwrap();
    assert_eq!(session.annotations().unwrap()[0].note.relation_name(), None);
    session.redo().unwrap();
    let tuesday = span(&session, "Tuesday");
    session.reattach(&id, Some(1), tuesday).unwrap();
    assert_eq!(session.annotations().unwrap()[0].spans().collect::<Vec<_>>(), [mill, tuesday]);
    assert_eq!(session.undo().unwrap(), Some("new place of the note"));
    let lost = session.export_json(false).unwrap();
    let lost = lost.replace("\"exact\": \"cooperative\"", "\"exact\": \"brewery in the hills\"");
    assert_eq!(session.undo().unwrap(), Some("relation"));

    super::transfer::import(&mut session, &lost);
    let all = session.annotations().unwrap();
    assert_eq!(
        (all[0].placement(), all[0].doubt().map(|(passage, _)| passage)),
        (Placement::Orphan, Some(1))
    );
    session.reattach(&id, None, tuesday).unwrap();
    let spans: Vec<Span> = session.annotations().unwrap()[0].spans().collect();
    assert_eq!(spans, [mill, tuesday], "the end that is lost is the one that is meant");
}

#[test]
fn colours_are_named_and_templates_made_in_steps_that_are_undone() {
    let (desk, mut session) = opened();
    session.name_colour(Colour::Red, " Doubtful ").unwrap();
    session.name_colour(Colour::Blue, "Evidence").unwrap();
    let names = |session: &Session| {
        session.colour_names().iter().map(|(_, name)| name.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&desk.session()), ["Evidence", "Doubtful"]);
    session.name_colour(Colour::Blue, "").unwrap();
    assert_eq!(names(&session), ["Doubtful"]);
    session.undo().unwrap();
    assert_eq!(names(&session), ["Evidence", "Doubtful"]);
    desk.store.plant("manicule/setting/colour-names", "{\"mauve\": 1}");
    assert!(names(&session).is_empty());

    let first = session.templates();
    assert!(first.len() > 2);
    let own = |name: &str, text: &str| Template { name: name.into(), text: text.into() };
    let list = vec![own("a", "1"), own("", "x"), own(" a ", "2"), own("b", " ")];
    session.set_templates(Some(list)).unwrap();
    assert_eq!(desk.session().templates(), [own("a", "2")]);
    assert_eq!(session.undo().unwrap(), Some("change of the templates"));
    assert_eq!(session.templates(), first);
}

#[test]
fn an_entity_is_hidden_in_one_article_in_steps_that_are_undone() {
    let (desk, mut session) = opened();
    session.hide("Marseille", true).unwrap();
    session.hide("Toulon", true).unwrap();
    session.hide("Marseille", true).unwrap();
    assert_eq!(session.hidden(), ["Toulon", "Marseille"]);
    session.hide("Toulon", false).unwrap();
    assert_eq!(session.hidden(), ["Marseille"]);
    assert_eq!(session.undo().unwrap(), Some("showing of the entity"));
    assert_eq!(session.hidden(), ["Toulon", "Marseille"]);
    let id = session.article().unwrap().id().to_owned();
    let mut reopened = desk.session();
    open(&mut reopened, &id);
    assert_eq!(reopened.hidden(), ["Toulon", "Marseille"], "after a reload");
    session.add_text("Another\n\nHe left Toulon.", None).unwrap();
    assert!(session.hidden().is_empty(), "another article shows what this one hides");
}

#[test]
fn several_passages_are_corrected_in_one_step() {
    let (_, mut session) = opened();
    let (mill, river) = (Span::new(15, 25), Span::new(33, 38));
    let correction = Correction::Label { label: Label::Fac, everywhere: true };
    assert_eq!(session.correct_each(&[mill, river], &correction).unwrap(), 2);
    let found = |session: &Session| {
        let mentions = session.article().unwrap().reading().mentions.iter();
        mentions.filter(|mention| mention.label == Label::Fac).map(|mention| mention.span).collect::<Vec<_>>()
    };
    assert_eq!(found(&session), [mill, river]);
    assert_eq!(session.undo().unwrap(), Some("correction"));
    assert!(found(&session).is_empty());
    let off = Span::new(0, 4000);
    assert!(session.correct_each(&[mill, off], &correction).is_err());
    assert!(session.annotations().unwrap().is_empty(), "all or nothing");
}
