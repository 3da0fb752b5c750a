//! What could not be saved, for the reader to take away: a backup of that alone, which is read back as any
//! other ([`super::restore`]).
//!
//! Invariant: an annotation in it comes with its article and, where it is at hand, the article's text, so that
//! the file can be read where none of them is.

use std::collections::{BTreeMap, BTreeSet};

use super::backup;
use super::key::{self, Key};
use super::record::{ArticleMeta, TextRecord};
use super::state::{Mode, Session};

impl Session {
    /// Everything that is owed to the store or the database, in a file that [`Self::begin_restore`] reads;
    /// everything there is, where the store forgets it with the page. What is owed a removal is not in it.
    /// O(size).
    #[must_use]
    pub fn export_unsaved(&self) -> String {
        let mut records: BTreeMap<String, String> = if self.mode == Mode::Memory {
            let keys = self.shelf.keys(key::ROOT).unwrap_or_default();
            let read = |key: String| Some((self.shelf.read(&key).ok()??, key));
            keys.into_iter().filter_map(read).map(|(raw, key)| (key, raw)).collect()
        } else {
            let owed = self.shelf.pending().iter();
            owed.filter_map(|(key, raw)| Some((key.clone(), raw.clone()?))).collect()
        };
        records.extend(self.owed_texts.iter().map(|(id, raw)| (key::text(id), raw.clone())));
        records.retain(|key, _| backup::is_part(key));
        let article = |key: &String| match key::parse(key) {
            Some(Key::Article(id) | Key::Text(id) | Key::Note(id)) => Some(id.to_owned()),
            _ => None,
        };
        let articles: BTreeSet<String> = records.keys().filter_map(article).collect();
        for id in &articles {
            self.join_article(&mut records, id);
        }
        backup::write(&self.host.now(), &records)
    }

    /// The article and its text, as they are in the store, or, where that gives them no longer, as they are
    /// here.
    fn join_article(&self, records: &mut BTreeMap<String, String>, id: &str) {
        let (article, text) = (key::article(id), key::text(id));
        let stored = |key: &str| self.shelf.read(key).ok().flatten();
        if !records.contains_key(&article)
            && let Some(meta) = self.articles.get(id)
        {
            let whole = |raw: &String| self.schema.decode::<ArticleMeta>(&article, raw).is_ok();
            let raw = stored(&article).filter(whole).unwrap_or_else(|| self.schema.encode(meta));
            records.insert(article, raw);
        }
        if !records.contains_key(&text) {
            let whole = |raw: &String| self.schema.decode::<TextRecord>(&text, raw).is_ok();
            let open = || self.open.as_ref().filter(|open| open.id() == id);
            let here = || open().map(|open| self.schema.encode(&TextRecord::of(&open.doc)));
            records.extend(stored(&text).filter(whole).or_else(here).map(|raw| (text, raw)));
        }
    }
}
