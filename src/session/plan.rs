//! What becomes of each record of a backup: which of two versions stands, or both in one.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::error::SessionError;
use super::history::Change;
use super::key;
use super::lineage::Lineage;
use super::past::time;
use super::record::{ArticleMeta, Place, TextRecord};
use super::restore::RestoreReport;
use super::schema;
use super::state::Session;
use super::store::StoreError;
use super::told::changed;
use crate::annotation::personal::Taught;
use crate::annotation::{Annotation, reconcile};

/// What is to be written, and how it is undone.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub writes: BTreeMap<String, String>,
    pub changes: Vec<Change>,
}

/// How the version in a backup stands to the one here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Later,
    Earlier,
    Apart,
}

fn order(here: &Lineage, there: &Lineage) -> Order {
    // Two from before there were lineages may be anything to each other.
    let unknown = here.revision() == 0 && there.revision() == 0;
    match (there.includes(here), here.includes(there)) {
        _ if unknown => Order::Apart,
        (true, _) => Order::Later,
        (false, true) => Order::Earlier,
        (false, false) => Order::Apart,
    }
}

impl Session {
    /// The record here, read without setting it aside.
    fn glance<T: DeserializeOwned>(&self, key: &str) -> Result<Option<(T, Lineage)>, StoreError> {
        let raw = self.shelf.read(key)?;
        Ok(raw.and_then(|raw| Some((self.schema.decode(key, &raw).ok()?, schema::lineage(&raw)))))
    }

    /// The record in the backup; nothing, and a refusal, when it cannot be read.
    fn given<T: DeserializeOwned>(&self, report: &mut RestoreReport, key: &str, raw: &str) -> Option<T> {
        let read = self.schema.decode(key, raw);
        read.map_err(|cause| report.refused.push((key.to_owned(), cause.to_string()))).ok()
    }

    /// The version that follows on both.
    fn following(&self, here: &Lineage, there: &Lineage) -> Lineage {
        here.joined(there).next(&self.writer)
    }

    pub(super) fn plan_article(
        &self,
        plan: &mut Plan,
        report: &mut RestoreReport,
        key: &str,
        raw: &str,
    ) -> Result<(), SessionError> {
        let Some(given) = self.given::<ArticleMeta>(report, key, raw) else { return Ok(()) };
        if key::article(&given.id) != key {
            report.refused.push((key.to_owned(), "Its id is not that of its key.".to_owned()));
            return Ok(());
        }
        let (article, there) = (given.id.clone(), schema::lineage(raw));
        let Some((here, lineage)) = self.glance::<ArticleMeta>(key)? else {
            report.articles += usize::from(given.deleted.is_none());
            if given.deleted.is_none() {
                let before = Some(given.created.clone());
                plan.change(Change::Deleted { article, before, after: None });
            }
            let meta = ArticleMeta { place: Place::Database, ..given };
            plan.write(key, self.schema.encode_as(&meta, &there.next(&self.writer)));
            return Ok(());
        };
        let mut meta = here.clone();
        if here.deleted.is_some() && given.deleted.is_none() {
            meta.deleted = None;
            plan.change(Change::Deleted {
                article: article.clone(),
                before: here.deleted.clone(),
                after: None,
            });
        }
        if order(&lineage, &there) == Order::Later {
            if given.title != here.title {
                let (before, after) = (here.title.clone(), given.title.clone());
                plan.change(Change::Title { article: article.clone(), before, after });
            }
            if given.date != here.date {
                let (before, after) = (here.date.clone(), given.date.clone());
                plan.change(Change::Date { article, before, after });
            }
            (meta.title, meta.date) = (given.title, given.date);
            (meta.source, meta.told) = (given.source, given.told);
            changed(here.clone(), meta.clone()).for_each(|change| plan.change(change));
        }
        if meta == here {
            report.same += 1;
        } else {
            report.updated += 1;
            plan.write(key, self.schema.encode_as(&meta, &self.following(&lineage, &there)));
        }
        Ok(())
    }

    pub(super) fn plan_text(
        &self,
        plan: &Plan,
        report: &mut RestoreReport,
        texts: &mut Vec<(String, String)>,
        (key, id, raw): (&str, &str, &str),
    ) -> Result<(), SessionError> {
        if self.given::<TextRecord>(report, key, raw).is_none() {
            return Ok(());
        }
        let is_listed = plan.writes.contains_key(&key::article(id)) || self.articles.contains_key(id);
        // One that is here already is of the same article, and the annotations here stand in it.
        if is_listed && self.shelf.read(key)?.is_none() && !self.owed_texts.contains_key(id) {
            texts.push((id.to_owned(), raw.to_owned()));
        } else if !is_listed {
            report.refused.push((key.to_owned(), "Its article is not in the backup.".to_owned()));
        }
        Ok(())
    }

    pub(super) fn plan_note(
        &self,
        plan: &mut Plan,
        report: &mut RestoreReport,
        (key, article, raw): (&str, &str, &str),
    ) -> Result<(), SessionError> {
        let Some(given) = self.given::<Annotation>(report, key, raw) else { return Ok(()) };
        let is_listed =
            plan.writes.contains_key(&key::article(article)) || self.articles.contains_key(article);
        if !is_listed || key::note(article, &given.id) != key {
            report.refused.push((key.to_owned(), "Its article is not in the backup.".to_owned()));
            return Ok(());
        }
        let there = schema::lineage(raw);
        let here = self.glance::<Annotation>(key)?;
        let (note, lineage) = match &here {
            None => {
                report.added += 1;
                (given, there.next(&self.writer))
            }
            Some((here, lineage)) => {
                let note = match order(lineage, &there) {
                    _ if *here == given => here.clone(),
                    Order::Earlier => here.clone(),
                    Order::Later => given,
                    Order::Apart => {
                        let rank = |lineage: &Lineage| lineage.revision();
                        let later = rank(lineage).cmp(&rank(&there)).then(time(here).cmp(&time(&given)));
                        if later.is_lt() {
                            reconcile(None, &given, here)
                        } else {
                            reconcile(None, here, &given)
                        }
                    }
                };
                if note == *here {
                    report.same += 1;
                    return Ok(());
                }
                let keeps = note.revisions().len() > here.revisions().len();
                *if keeps { &mut report.kept_both } else { &mut report.updated } += 1;
                (note, self.following(lineage, &there))
            }
        };
        plan.write(key, self.schema.encode_as(&note, &lineage));
        let before = here.map(|(note, _)| Box::new(note));
        plan.change(Change::Note { article: article.to_owned(), before, after: Some(Box::new(note)) });
        Ok(())
    }

    pub(super) fn plan_taught(
        &self,
        plan: &mut Plan,
        report: &mut RestoreReport,
        (key, name, raw): (&str, &str, &str),
    ) -> Result<(), SessionError> {
        let Some(given) = self.given::<Taught>(report, key, raw) else { return Ok(()) };
        if given.key().as_deref() != Some(name) {
            report.refused.push((key.to_owned(), "Its name is not that of its key.".to_owned()));
            return Ok(());
        }
        let there = schema::lineage(raw);
        let (before, lineage) = match self.glance::<Taught>(key)? {
            None => {
                report.learned += 1;
                (None, there.next(&self.writer))
            }
            Some((here, lineage)) => {
                let is_later = match order(&lineage, &there) {
                    Order::Later => true,
                    Order::Earlier => false,
                    Order::Apart => here.learned < given.learned,
                };
                if here == given || !is_later {
                    report.same += 1;
                    return Ok(());
                }
                report.updated += 1;
                let lineage = self.following(&lineage, &there);
                (Some(here), lineage)
            }
        };
        plan.write(key, self.schema.encode_as(&given, &lineage));
        plan.change(Change::Taught { article: None, name: name.to_owned(), before, after: Some(given) });
        Ok(())
    }
}
