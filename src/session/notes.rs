//! The annotations of the open article.

use super::article::Article;
use super::error::SessionError;
use super::key;
use super::state::Session;
use crate::annotation::Annotation;

impl Session {
    /// Reads the annotations of an article that is being opened.
    pub(super) fn read_notes(&mut self, article: &mut Article) -> Result<(), SessionError> {
        for key in self.shelf.keys(&key::notes(&article.id))? {
            if let Some(note) = self.load::<Annotation>(&key)? {
                article.notes.insert(note.id.clone(), note);
            }
        }
        article.read_again();
        Ok(())
    }

    /// Changes an annotation from `before` to `after`.
    pub(super) fn put_note(
        &mut self,
        article: &str,
        before: Option<Annotation>,
        after: Option<Annotation>,
    ) -> Result<(), SessionError> {
        let Some(id) = after.as_ref().or(before.as_ref()).map(|note| note.id.clone()) else { return Ok(()) };
        let raw = after.as_ref().map(|note| self.schema.encode(note));
        self.shelf.write(&key::note(article, &id), raw);
        if let Some(open) = self.open.as_mut().filter(|open| open.id == article) {
            match after {
                Some(note) => open.notes.insert(id, note),
                None => open.notes.remove(&id),
            };
            open.read_again();
        }
        Ok(())
    }
}
