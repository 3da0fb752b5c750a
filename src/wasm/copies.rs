//! What goes to the database behind the reader's back: texts that are owed to it, second copies of what
//! was written, texts that make room for notes in a full `localStorage`.
//!
//! It runs after every change, once at a time, and says so by an event on the window when something that
//! was not saved is (`manicule:settled`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::core::Core;
use super::database;
use super::note_records::ChangesRecord;
use super::records::to_js;
use crate::session::Session;

/// Takes its turn after the call that is running now, unless it has one already.
pub fn follow(session: &Rc<RefCell<Session>>, busy: &Rc<Cell<bool>>) {
    if busy.replace(true) {
        return;
    }
    let (session, busy) = (session.clone(), busy.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let mut told = false;
        while settle(&session).await {
            told = true;
        }
        // Nothing waits between the last look and this.
        busy.set(false);
        if told {
            tell();
        }
    });
}

/// One round; whether anything was done, so that there may be more.
async fn settle(session: &RefCell<Session>) -> bool {
    let owed = session.borrow().owed_copies();
    if !owed.is_empty() {
        let outcome = database::put_copies(&owed).await;
        let took = outcome.is_ok();
        session.borrow_mut().copies_kept(&owed, outcome);
        if !took {
            tell();
        }
        return took;
    }
    let text = session.borrow_mut().take_text_copy();
    if let Some((id, raw)) = text {
        // Only a copy: the store has the text.
        let _ = database::put(&id, JsValue::from_str(&raw)).await;
        return true;
    }
    let text = session.borrow().movable_text();
    if let Some((id, raw)) = text
        && database::put(&id, JsValue::from_str(&raw)).await.is_ok()
    {
        session.borrow_mut().text_moved(&id, &raw);
        // A store that does not let go of a text makes no room.
        return session.borrow().movable_text().is_none_or(|(next, _)| next != id);
    }
    false
}

/// Writes texts that are bound for the database.
pub async fn keep_owed_texts(session: &RefCell<Session>) {
    // As JavaScript's at once: a copy of a long text would stay with the core's memory, which never shrinks.
    let js = |(id, raw): (&String, &String)| (id.clone(), JsValue::from_str(raw));
    let owed: Vec<_> = session.borrow().owed_texts().iter().map(js).collect();
    for (id, raw) in owed {
        let outcome = database::put(&id, raw).await;
        session.borrow_mut().text_kept(&id, outcome);
    }
}

/// Forgets the texts of articles that were purged.
pub fn forget_purged(purged: Vec<String>) {
    if purged.is_empty() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        for id in purged {
            // What stays behind is not listed anywhere and harms nobody.
            let _ = database::remove(&id).await;
        }
    });
}

fn tell() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("manicule:settled")) {
        // Whether anybody listened does not matter.
        let _ = window.dispatch_event(&event);
    }
}

#[wasm_bindgen]
impl Core {
    /// Takes whatever the database has and the store lacks: a full store did not take it, or a browser that
    /// was killed forgot it. To be called once, when the article is on the screen. What changed.
    #[wasm_bindgen(unchecked_return_type = "ChangesRecord")]
    pub async fn recover(&self) -> Result<JsValue, JsValue> {
        // A database that cannot be read has nothing to give; writing to it will say why.
        let copies = database::copies().await.unwrap_or_default();
        let recovered = self.edit().recover(copies);
        if !recovered.spent.is_empty() {
            // What stays behind is looked through again at the next start.
            let _ = database::remove_copies(&recovered.spent).await;
        }
        to_js(&ChangesRecord::from(recovered.changes))
    }
}
