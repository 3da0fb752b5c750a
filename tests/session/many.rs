//! Ten thousand annotations: a change costs as many calls of the store as with one.

use std::cell::Cell;
use std::rc::Rc;

use super::desk::{Desk, open};
use manicule::session::schema::CURRENT;
use manicule::session::{Fault, MemoryStore, Patch, Session, Store, StoreError};
use manicule::text::Span;
use serde_json::Value;

const STORY: &str = "Harbour reopens\n\nThe port of Lund reopened on Monday.\n";

/// Counts what it is asked.
#[derive(Default)]
struct Counting {
    store: MemoryStore,
    gets: Cell<usize>,
    sets: Cell<usize>,
    scans: Cell<usize>,
}

impl Store for Counting {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.gets.set(self.gets.get() + 1);
        self.store.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.sets.set(self.sets.get() + 1);
        self.store.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.scans.set(self.scans.get() + 1);
        self.store.keys()
    }
}

/// Calls that one more key in a note makes with so many annotations beside it: gets, sets, scans of keys.
fn calls(others: usize) -> (usize, usize, usize) {
    let desk = Desk::new();
    let mut session = desk.session();
    let article = session.add_text(STORY, None).unwrap();
    let id = session.annotate(Span::new(0, 7), &Patch::default()).unwrap();
    let key = format!("manicule/note/{article}/{}", id.trim_start_matches("urn:uuid:"));
    let record: Value = CURRENT.decode(&key, &desk.store.entries()[&key]).unwrap();
    for at in 0..others {
        let name = format!("{at:08}-0000-4000-8000-000000000000");
        let mut record = record.clone();
        record["id"] = format!("urn:uuid:{name}").into();
        desk.store.plant(&format!("manicule/note/{article}/{name}"), &CURRENT.encode(&record));
    }
    let counting = Rc::new(Counting { store: desk.store.clone(), ..Counting::default() });
    let mut session = Session::start(counting.clone(), desk.clock.clone()).unwrap();
    open(&mut session, &article);
    assert_eq!(session.annotations().unwrap().len(), others + 1);
    for count in [&counting.gets, &counting.sets, &counting.scans] {
        count.set(0);
    }
    session.update(&id, &Patch { note: Some(Some("a".to_owned())), ..Patch::default() }).unwrap();
    (counting.gets.get(), counting.sets.get(), counting.scans.get())
}

#[test]
fn a_key_costs_the_same_however_many_annotations_there_are() {
    let alone = calls(0);
    assert_eq!(calls(10_000), alone);
    let (gets, sets, scans) = alone;
    assert!(gets < 10 && sets < 4 && scans == 0, "{alone:?}");
}

#[test]
fn a_full_store_is_looked_through_once_however_many_writes_it_refuses() {
    let desk = Desk::new();
    let counting = Rc::new(Counting { store: desk.store.clone(), ..Counting::default() });
    let mut session = Session::start(counting.clone(), desk.clock.clone()).unwrap();
    session.add_text(STORY, None).unwrap();
    desk.store.break_with(Fault::Quota(0));
    counting.scans.set(0);
    for _ in 0..50 {
        session.annotate(Span::new(0, 7), &Patch::default()).unwrap();
    }
    assert_eq!(session.annotations().unwrap().len(), 50);
    assert!(counting.sets.get() > 50, "The store is asked still.");
    assert!(counting.scans.get() <= 2, "{} scans", counting.scans.get());
    desk.store.break_with(Fault::None);
    session.retry();
    let notes = desk.store.entries().keys().filter(|key| key.starts_with("manicule/note/")).count();
    assert_eq!(notes, 50);
}
