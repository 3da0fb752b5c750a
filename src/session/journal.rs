//! The history across reloads: the last [`MOST_STEPS`] steps, each a record of its own, at most
//! [`MOST_UNITS`] in all.
//!
//! Invariant: what is kept is a stretch of the history without a gap on both sides of the present, so that
//! everything undone after a reload is undone in the reverse of the order in which it was done. The
//! records are spare: a full store drops them before it refuses a note ([`super::Shelf::write`]), and one
//! that cannot be written is not owed.
//!
//! Every window has a history of its own while it is open; one that starts takes over what all windows have
//! kept until then. Nothing is locked: where two windows undo the same step, or where a note has changed in
//! another window since, what is there and nowhere else stays or is merged (`Session::put_note`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::history::{Change, Entry, Step};
use super::key;
use super::state::{Mode, Session};
use super::store::StoreError;
use crate::order;

/// So many steps outlive the page.
pub const MOST_STEPS: usize = 200;
/// Longest that their records may be together, in UTF-16 code units: a tenth of what the store takes.
pub const MOST_UNITS: usize = 512 * 1024;

/// A step as it is kept.
#[derive(Serialize, Deserialize)]
struct StepRecord {
    order: u64,
    /// Whether it waits to be redone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    undone: bool,
    action: Action,
    changes: Vec<Change>,
}

/// Which steps of the history are kept.
#[derive(Debug, Default)]
pub struct Journal {
    /// Length of the record of each, by name.
    kept: BTreeMap<String, usize>,
    /// Sum of these.
    units: usize,
    /// Told apart from other windows by this; drawn when first needed.
    window: Option<String>,
}

impl Journal {
    fn note(&mut self, name: &str, units: Option<usize>) {
        let before = match units {
            Some(units) => self.kept.insert(name.to_owned(), units),
            None => self.kept.remove(name),
        };
        self.units = self.units + units.unwrap_or(0) - before.unwrap_or(0);
    }

    fn is_over(&self) -> bool {
        self.kept.len() > MOST_STEPS || self.units > MOST_UNITS
    }

    fn forget(&mut self) {
        self.kept.clear();
        self.units = 0;
    }
}

impl Session {
    /// Adds a step to the history.
    pub(super) fn remember(&mut self, step: Step) {
        let host = &self.host;
        let window = self.journal.window.get_or_insert_with(|| host.uuid().chars().take(8).collect());
        for gone in self.history.push(step, window) {
            self.strike(&gone.name);
        }
        if let Some(entry) = self.history.done.last().cloned() {
            self.record(&entry, false);
        }
    }

    /// Keeps an entry as it stands now.
    pub(super) fn record(&mut self, entry: &Entry, undone: bool) {
        if self.mode != Mode::Kept {
            return;
        }
        if self.shelf.take_dropped() {
            self.journal.forget();
        }
        let Step { action, changes, .. } = entry.step.clone();
        let raw = self.schema.encode(&StepRecord { order: entry.order, undone, action, changes });
        let units = raw.encode_utf16().count();
        // A gap may not be: what cannot be kept ends the kept stretch.
        if units > MOST_UNITS || !self.shelf.write_spare(&key::step(&entry.name), Some(&raw)) {
            self.shelf.drop_spares();
            self.shelf.take_dropped();
            self.journal.forget();
            return;
        }
        self.journal.note(&entry.name, Some(units));
        while self.journal.is_over() {
            let farthest = self.history.done.iter().chain(&self.history.undone);
            let kept = |entry: &&Entry| self.journal.kept.contains_key(&entry.name);
            let Some(name) = farthest.clone().find(kept).map(|entry| entry.name.clone()) else { break };
            self.strike(&name);
        }
    }

    fn strike(&mut self, name: &str) {
        if self.journal.kept.contains_key(name) {
            self.shelf.write_spare(&key::step(name), None);
            self.journal.note(name, None);
        }
    }

    /// Takes over what was kept. Where a record is damaged the whole is dropped: the steps before it
    /// cannot be undone past it, and they hold nothing that is nowhere else.
    pub(super) fn read_history(&mut self) -> Result<(), StoreError> {
        if self.mode != Mode::Kept {
            return Ok(());
        }
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        for key in self.shelf.keys(key::HISTORY)? {
            let Some(raw) = self.shelf.stored(&key)? else { continue };
            let name = key.strip_prefix(key::HISTORY).unwrap_or_default().to_owned();
            let Ok(record) = self.schema.decode::<StepRecord>(&key, &raw) else {
                self.shelf.drop_spares();
                self.shelf.take_dropped();
                self.journal.forget();
                return Ok(());
            };
            self.journal.note(&name, Some(raw.encode_utf16().count()));
            let known = |change: &Change| change.article().is_none_or(|id| self.articles.contains_key(id));
            if !record.changes.iter().all(known) {
                // Its article was purged.
                self.strike(&name);
                continue;
            }
            let StepRecord { order, undone: is_undone, action, changes } = record;
            let entry = Entry { name, order, step: Step::new(action, changes) };
            if is_undone { undone.push(entry) } else { done.push(entry) }
        }
        for list in [&mut done, &mut undone] {
            order::by(list, |a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        }
        self.history.drawn = done.iter().chain(&undone).map(|entry| entry.order).max().unwrap_or(0);
        (self.history.done, self.history.undone) = (done, undone);
        Ok(())
    }
}
