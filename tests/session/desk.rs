//! A session on a store that a test can look into and break.

use std::cell::Cell;
use std::rc::Rc;

use manicule::session::{Host, MemoryStore, Session};

/// A clock that goes on by a second with every look at it, and ids that count up.
pub struct Clock {
    seconds: Cell<u32>,
    ids: Cell<u32>,
    /// Tells the ids of one desk from another's.
    first_id: u32,
}

impl Clock {
    fn text(day: u32, second: u32) -> String {
        let (hour, minute) = (second / 3600 % 24, second / 60 % 60);
        format!("2026-{:02}-{:02}T{hour:02}:{minute:02}:{:02}.000Z", 1 + day / 28, 1 + day % 28, second % 60)
    }
}

impl Host for Clock {
    fn now(&self) -> String {
        self.seconds.set(self.seconds.get() + 1);
        let seconds = self.seconds.get();
        Self::text(100 + seconds / 86_400, seconds)
    }

    fn days_ago(&self, days: u32) -> String {
        Self::text((100 + self.seconds.get() / 86_400).saturating_sub(days), self.seconds.get())
    }

    fn seconds(&self) -> f64 {
        f64::from(self.seconds.get())
    }

    fn uuid(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("{:08x}-0000-4000-8000-{:012x}", self.first_id, self.ids.get())
    }
}

/// A store, a clock, and sessions on them.
pub struct Desk {
    pub store: MemoryStore,
    pub clock: Rc<Clock>,
}

impl Desk {
    pub fn new() -> Self {
        Self::on(MemoryStore::default(), 1)
    }

    pub fn on(store: MemoryStore, first_id: u32) -> Self {
        let clock = Clock { seconds: Cell::new(0), ids: Cell::new(0), first_id };
        Self { store, clock: Rc::new(clock) }
    }

    /// A page that is opened on the store.
    pub fn session(&self) -> Session {
        Session::start(Rc::new(self.store.clone()), self.clock.clone()).unwrap()
    }

    /// Lets days go by.
    pub fn wait_days(&self, days: u32) {
        self.clock.seconds.set(self.clock.seconds.get() + days * 86_400);
    }
}

/// Opens an article whose text is in the store.
pub fn open(session: &mut Session, id: &str) {
    let manicule::session::TextAt::Here(record) = session.text_at(id).unwrap() else { panic!("elsewhere") };
    session.open_record(id, record).unwrap();
}

/// The text of the open article.
pub fn text(session: &Session) -> String {
    session.article().unwrap().doc().text.to_string()
}
