//! Whatever a reader does in whatever order, all undone is the start and all redone is the end, with the page
//! reloaded at any time.

use std::collections::BTreeMap;

use super::desk::{Desk, open};
use super::transfer::import;
use manicule::annotation::{Colour, Correction};
use manicule::session::{Patch, Reading, Session, SessionError, Several};
use manicule::tag::Label;
use manicule::text::Span;
use proptest::prelude::*;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday. Lund was glad — 😀.\n";

/// One thing a reader does; numbers pick the annotations or the words.
#[derive(Clone, Debug)]
enum Act {
    Annotate(usize, Option<Colour>, String),
    AnnotateWhole(String),
    Relate(usize, usize),
    Update(usize, String),
    Colour(usize, Colour),
    Tag(usize, Vec<String>),
    Remove(usize),
    Merge(usize, usize),
    Reattach(usize, usize),
    TagSeveral(usize, String),
    RemoveSeveral(usize),
    Correct(usize, bool),
    Learn(usize),
    Forget(usize),
    Rename(String),
    Date(u8),
    RemoveArticle,
    Export,
    Import,
    Undo,
    Redo,
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    let colours = || proptest::sample::select(Colour::ALL.to_vec());
    let at = || 0..8usize;
    prop_oneof![
        3 => (at(), proptest::option::of(colours()), "[a-z]{0,3}").prop_map(|(at, c, n)| Act::Annotate(at, c, n)),
        1 => "[a-z]{0,3}".prop_map(Act::AnnotateWhole),
        1 => (at(), at()).prop_map(|(from, to)| Act::Relate(from, to)),
        2 => (at(), "[a-z]{0,3}").prop_map(|(at, note)| Act::Update(at, note)),
        1 => (at(), colours()).prop_map(|(at, colour)| Act::Colour(at, colour)),
        1 => (at(), proptest::collection::vec("[a-z]{1,2}", 0..3)).prop_map(|(at, tags)| Act::Tag(at, tags)),
        1 => at().prop_map(Act::Remove),
        2 => (at(), at()).prop_map(|(a, b)| Act::Merge(a, b)),
        1 => (at(), at()).prop_map(|(at, to)| Act::Reattach(at, to)),
        1 => (at(), "[a-z]{1,2}").prop_map(|(at, tag)| Act::TagSeveral(at, tag)),
        1 => at().prop_map(Act::RemoveSeveral),
        1 => (at(), any::<bool>()).prop_map(|(at, everywhere)| Act::Correct(at, everywhere)),
        1 => at().prop_map(Act::Learn),
        1 => at().prop_map(Act::Forget),
        1 => "[a-z]{0,4}".prop_map(Act::Rename),
        1 => (1..4u8).prop_map(Act::Date),
        1 => Just(Act::RemoveArticle),
        1 => Just(Act::Export),
        2 => Just(Act::Import),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        2 => Just(Act::Reload),
    ]
}

/// A reader with one article, open wherever it is there.
struct Reader {
    desk: Desk,
    session: Session,
    article: String,
    file: String,
}

impl Reader {
    fn new() -> Self {
        let desk = Desk::new();
        let mut session = desk.session();
        let article = session.add_text(STORY, None).unwrap();
        let file = session.export_json(false).unwrap();
        Self { desk, session, article, file }
    }

    /// Acts on what is not there are refused; that is one of the things to hold.
    fn perform(&mut self, act: &Act) {
        let done = self.try_to(act);
        let expected = |error: &SessionError| {
            matches!(
                error,
                SessionError::NothingOpen
                    | SessionError::NoArticle { .. }
                    | SessionError::NoAnnotation { .. }
                    | SessionError::NotMergeable
                    | SessionError::NoName { .. }
            )
        };
        assert!(done.as_ref().err().is_none_or(expected), "{done:?}");
        self.look();
    }

    fn try_to(&mut self, act: &Act) -> Result<(), SessionError> {
        let Self { session, desk, article, file } = self;
        let note = |text: &str| Patch { note: Some(Some(text.to_owned())), ..Patch::default() };
        let ids: Vec<String> = session
            .annotations()
            .map(|all| all.iter().map(|one| one.note.id.clone()).collect())
            .unwrap_or_default();
        let id = |at: usize| ids.get(at % ids.len().max(1)).cloned().unwrap_or_default();
        let some = |at: usize| ids.iter().take(at).cloned().collect::<Vec<_>>();
        let tokens = |session: &Session| -> Result<Vec<Span>, SessionError> {
            Ok(session.article()?.doc().tokens.iter().map(|token| token.span()).collect())
        };
        // Two words, so that neighbours overlap.
        let words = |session: &Session, at: usize| {
            tokens(session).map(|tokens| tokens[at % tokens.len()].join(tokens[(at + 1) % tokens.len()]))
        };
        match act {
            Act::Annotate(at, colour, text) => {
                let patch = Patch { colour: Some(*colour), ..note(text) };
                session.annotate(words(session, *at)?, &patch).map(drop)
            }
            Act::AnnotateWhole(text) => session.annotate_whole(&note(text)).map(drop),
            Act::Relate(from, to) => {
                session.relate(words(session, *from)?, words(session, *to)?, Some("near")).map(drop)
            }
            Act::Update(at, text) => session.update(&id(*at), &note(text)),
            Act::Colour(at, colour) => {
                session.update(&id(*at), &Patch { colour: Some(Some(*colour)), ..Patch::default() })
            }
            Act::Tag(at, tags) => {
                session.update(&id(*at), &Patch { tags: Some(tags.clone()), ..Patch::default() })
            }
            Act::Remove(at) => session.remove(&id(*at)),
            Act::Merge(a, b) => session.merge(&[id(*a), id(*b)]).map(drop),
            Act::Reattach(at, to) => session.reattach(&id(*at), None, words(session, *to)?),
            Act::TagSeveral(count, tag) => {
                let several = Several { add: vec![tag.clone()], colour: Some(None), ..Several::default() };
                session.update_several(&some(*count), &several).map(drop)
            }
            Act::RemoveSeveral(count) => session.remove_several(&some(*count)).map(drop),
            Act::Correct(at, everywhere) => {
                let reject = Correction::Reject { everywhere: *everywhere };
                session.correct(tokens(session)?[*at], &reject).map(drop)
            }
            Act::Learn(at) => {
                let label = Correction::Label { label: Label::Event, everywhere: false };
                session.correct_and_learn(tokens(session)?[*at], &label).map(drop)
            }
            Act::Forget(at) => {
                let span = tokens(session)?[*at];
                let name = session.article()?.doc().slice(span).to_owned();
                session.forget(&name)
            }
            Act::Rename(title) => session.rename(article, title),
            Act::Date(day) => session.set_date(Some(&format!("2023-09-{day:02}"))),
            Act::RemoveArticle => session.remove_article(article),
            Act::Export => {
                *file = session.export_json(false)?;
                Ok(())
            }
            Act::Import => {
                import(session, file);
                Ok(())
            }
            Act::Undo => session.undo().map(drop),
            Act::Redo => session.redo().map(drop),
            Act::Reload => {
                *session = desk.session();
                Ok(())
            }
        }
    }

    /// Opens the article where it is there.
    fn look(&mut self) {
        let listed = self.session.list().unwrap().iter().any(|listed| listed.meta.id == self.article);
        if listed && self.session.article().is_err() {
            open(&mut self.session, &self.article.clone());
        }
    }

    fn undo_all(&mut self) {
        while self.session.undo().unwrap().is_some() {
            self.look();
        }
    }

    fn redo_all(&mut self) {
        while self.session.redo().unwrap().is_some() {
            self.look();
        }
    }

    /// All that is kept but the history, when the article was last looked at, and the lineages, which go on
    /// whatever is undone; and what is read.
    fn state(
        &self,
    ) -> (BTreeMap<String, serde_json::Value>, Vec<manicule::session::ArticleMeta>, Option<Reading>) {
        let mut entries = self.desk.store.entries();
        entries
            .retain(|key, _| !key.starts_with("manicule/history/") && !key.starts_with("manicule/article/"));
        let record = |raw: String| match serde_json::from_str(&raw) {
            Ok(serde_json::Value::Object(mut envelope)) => envelope.remove("record").unwrap(),
            _ => raw.into(),
        };
        let entries = entries.into_iter().map(|(key, raw)| (key, record(raw))).collect();
        let mut metas: Vec<_> =
            self.session.list().unwrap().iter().map(|listed| listed.meta.clone()).collect();
        metas.iter_mut().for_each(|meta| meta.opened.clear());
        (entries, metas, self.session.article().ok().map(|article| article.reading().clone()))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn all_undone_is_the_start_and_all_redone_is_the_end(
        acts in proptest::collection::vec(act(), 1..28),
        reload in any::<bool>(),
    ) {
        let mut reader = Reader::new();
        let start = reader.state();
        for act in &acts {
            reader.perform(act);
        }
        let end = reader.state();
        if reload {
            reader.perform(&Act::Reload);
        }
        reader.undo_all();
        prop_assert_eq!(&reader.state(), &start);
        if reload {
            reader.perform(&Act::Reload);
        }
        // What was undone among the acts and not done again is no part of the end.
        let redone = acts.iter().all(|act| !matches!(act, Act::Undo));
        reader.redo_all();
        if redone {
            prop_assert_eq!(reader.state(), end);
        }
        reader.undo_all();
        prop_assert_eq!(&reader.state(), &start);
        prop_assert!(reader.session.take_notices().is_empty());
    }
}
