//! Stores that anything may have happened to: opened, read, written to, backed up and opened again.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use manicule::session::{ArticleMeta, Host, MemoryStore, Patch, Session, State, TextAt, key, schema};
use manicule::text::Span;
use serde_json::{Value, json};

use crate::Target;

pub const TARGET: Target = Target {
    name: "recovery",
    holds: "no record is lost, readable or not; what was readable is there after all that a session does",
    seeds,
    words: WORDS,
    longest: 3_000,
    run,
};

const WORDS: &[&str] = &[
    "manicule/article/a",
    "manicule/text/a",
    "manicule/note/a/1",
    "manicule/lexicon/Lund",
    "manicule/setting/off",
    "manicule/history/1",
    "manicule/schema",
    "manicule/recovered/x/manicule/article/a",
    "{\"version\":1,\"record\":",
    "{\"version\":2,\"checksum\":\"00000000\",\"lineage\":{},\"record\":",
    "\"version\":3",
    "\"lineage\":{\"a\":3,\"b\":9007199254740991}",
    "deleted",
    "opened",
    "blocks",
    "text",
    "null",
    "\n",
    "\t",
    "=",
    "~",
];

struct Clock(Cell<u32>);

impl Host for Clock {
    fn now(&self) -> String {
        self.0.set(self.0.get() + 1);
        format!("2026-03-01T00:{:02}:{:02}.000Z", self.0.get() / 60 % 60, self.0.get() % 60)
    }

    fn days_ago(&self, _: u32) -> String {
        "2026-01-30T00:00:00.000Z".to_owned()
    }

    fn seconds(&self) -> f64 {
        f64::from(self.0.get())
    }

    fn uuid(&self) -> String {
        self.0.set(self.0.get() + 1);
        format!("{:08x}-0000-4000-8000-000000000000", self.0.get())
    }
}

/// A store as lines: a key, a tab, what lies under it. `=` before that stands for an envelope around what
/// follows, so that changes reach what is under the checksum; `~` for one of the first version.
fn seeds() -> Vec<Vec<u8>> {
    let note = |id: &str, text: &str| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": format!("urn:uuid:{id}"),
            "motivation": "commenting", "created": "2026-02-01T00:00:00.000Z",
            "body": [{ "type": "TextualBody", "value": text, "purpose": "commenting", "format": "text/markdown" }],
            "manicule:revisions": [{ "manicule:text": "before" }],
            "target": { "source": "urn:manicule:article:a", "selector": [
                { "type": "TextQuoteSelector", "exact": "Lund", "prefix": "in ", "suffix": "." },
                { "type": "TextPositionSelector", "start": 3, "end": 7 }
            ]}
        })
    };
    let meta = json!({
        "id": "a", "title": "t", "created": "2026-02-01T00:00:00.000Z", "opened": "2026-02-01T00:00:00.000Z",
        "length": 8, "place": "store"
    });
    let text = json!({ "text": "in Lund.", "blocks": [{ "kind": "paragraph", "start": 0, "end": 8 }] });
    let taught = json!({ "name": "Lund", "verdict": "GPE", "learned": "2026-02-01T00:00:00.000Z" });
    let store = |mark: &str| {
        format!(
            "manicule/schema\t{}\nmanicule/article/a\t{mark}{meta}\nmanicule/text/a\t{mark}{text}\n\
             manicule/note/a/1\t{mark}{}\nmanicule/note/a/2\t{mark}{}\nmanicule/lexicon/Lund\t{mark}{taught}\n\
             manicule/setting/off\t[\"DATE\"]",
            if mark == "~" { 1 } else { 2 },
            note("1", "why"),
            note("2", "and how")
        )
    };
    let sealed: Vec<String> =
        parse(&store("=")).into_iter().map(|(key, raw)| format!("{key}\t{raw}")).collect();
    [store("="), store("~"), sealed.join("\n")].map(String::into_bytes).to_vec()
}

fn parse(input: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (key, value) = line.split_once('\t')?;
        let record = |text: &str| serde_json::from_str::<Value>(text).ok();
        let raw = match (value.strip_prefix('='), value.strip_prefix('~')) {
            (Some(text), _) => schema::CURRENT.encode(&record(text)?),
            (_, Some(text)) => json!({ "version": 1, "record": record(text)? }).to_string(),
            _ => value.to_owned(),
        };
        Some((key.to_owned(), raw))
    };
    input.lines().filter_map(line).collect()
}

fn run(input: &[u8]) -> u64 {
    let mut outcome = DefaultHasher::new();
    let before = parse(&String::from_utf8_lossy(input));
    let store = MemoryStore::default();
    before.iter().for_each(|(key, raw)| store.plant(key, raw));
    let host = Rc::new(Clock(Cell::new(0)));
    for _ in 0..2 {
        let Ok(mut session) = Session::start(Rc::new(store.clone()), host.clone()) else { return 0 };
        session.status().state.eq(&State::ReadOnly).hash(&mut outcome);
        let ids: Vec<String> = session
            .list()
            .map_or_else(|_| Vec::new(), |list| list.iter().map(|listed| listed.meta.id.clone()).collect());
        ids.len().hash(&mut outcome);
        for id in &ids {
            let Ok(TextAt::Here(record)) = session.text_at(id) else { continue };
            if session.open_record(id, record).is_err() {
                continue;
            }
            session.annotations().map_or(0, |notes| notes.len()).hash(&mut outcome);
            let note = Patch { note: Some(Some("new".to_owned())), ..Patch::default() };
            if let Ok(mark) = session.annotate(Span::new(0, 1), &note) {
                let _ = session.update(&mark, &note);
                let _ = session.undo();
            }
        }
        let backup = session.backup(&BTreeMap::new()).map(|backup| backup.json).unwrap_or_default();
        if let Ok(restore) = session.begin_restore(&backup) {
            let report = restore.report;
            assert_eq!(
                (report.added, report.articles, report.kept_both, report.damaged),
                (0, 0, 0, false),
                "A backup brought something into the library it is of."
            );
        }
        for notice in session.take_notices() {
            (notice.code as u8).hash(&mut outcome);
        }
        check(&before, &store.entries());
    }
    outcome.finish()
}

/// Holds that every record of before is there: where it lay, saying what it said, or elsewhere as it was.
fn check(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) {
    let decode = |key: &str, raw: &str| schema::CURRENT.decode::<Value>(key, raw).ok();
    let purged = |id: &str| {
        let meta = before.get(&key::article(id)).map(|raw| schema::CURRENT.decode::<ArticleMeta>("", raw));
        matches!(meta, Some(Ok(meta)) if meta.deleted.is_some())
    };
    for (key, raw) in before {
        let is_kept = match key::parse(key) {
            Some(key::Key::Schema | key::Key::History(_)) => true,
            Some(key::Key::Article(id) | key::Key::Note(id) | key::Key::Text(id)) if purged(id) => true,
            Some(key::Key::Article(_)) => {
                // Opening one writes down when.
                let untouched = |raw: &String| {
                    let mut record = decode(key, raw)?;
                    record.as_object_mut()?.remove("opened");
                    Some((record.get("title").cloned(), record.get("date").cloned()))
                };
                after.get(key).is_some_and(|now| untouched(now).is_some() && untouched(now) == untouched(raw))
            }
            _ => after
                .get(key)
                .is_some_and(|now| decode(key, now).is_some() && decode(key, now) == decode(key, raw)),
        };
        // A record of an older layout may have been brought up to this one before it was set aside.
        let record = decode(key, raw);
        let says_it = |other: &String| record.is_some() && decode(key, other) == record;
        let is_somewhere = || after.values().any(|other| other == raw || says_it(other));
        assert!(is_kept || is_somewhere(), "The record under {key:?} is lost: {raw}");
    }
}
