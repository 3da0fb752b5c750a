use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::copies;
use super::host::Browser;
use super::local_store::LocalStore;
use super::records::{NoticeRecord, StatusRecord, to_js};
use crate::ingest::Warning;
use crate::session::{NoticeCode, Session};

/// A reader's library and the article that is open in it.
#[wasm_bindgen]
pub struct Core {
    session: Rc<RefCell<Session>>,
    /// Whether something is being brought to the database.
    busy: Rc<Cell<bool>>,
}

#[wasm_bindgen]
impl Core {
    /// Opens the library that this browser keeps. Without storage everything works and is forgotten with
    /// the page; a notice says so.
    #[must_use]
    pub fn start() -> Core {
        let host = Rc::new(Browser);
        let opened = LocalStore::open().and_then(|store| Session::start(Rc::new(store), host.clone()));
        let session = opened.unwrap_or_else(|cause| {
            let mut session = Session::in_memory(host);
            let message = format!("{cause} Everything is forgotten when this page closes.");
            session.notify(NoticeCode::StorageUnavailable, message, None);
            session
        });
        let core = Self::of(session);
        core.edit().use_database();
        copies::forget_purged(core.edit().take_purged());
        core
    }

    /// A library that keeps nothing.
    #[wasm_bindgen(js_name = inMemory)]
    #[must_use]
    pub fn in_memory() -> Core {
        Self::of(Session::in_memory(Rc::new(Browser)))
    }

    /// What happened since the last call.
    #[wasm_bindgen(unchecked_return_type = "NoticeRecord[]")]
    pub fn notices(&self) -> Result<JsValue, JsValue> {
        let notices = self.edit().take_notices();
        to_js(&notices.into_iter().map(NoticeRecord::from).collect::<Vec<_>>())
    }

    /// How safe the reader's work is.
    #[wasm_bindgen(unchecked_return_type = "StatusRecord")]
    pub fn status(&self) -> Result<JsValue, JsValue> {
        to_js(&StatusRecord::from(self.view().status()))
    }

    /// Tries again to write what could not be written. Texts bound for the database are tried in the
    /// background; ask `status()` again.
    #[wasm_bindgen(unchecked_return_type = "StatusRecord")]
    pub fn retry(&self) -> Result<JsValue, JsValue> {
        self.edit().retry();
        let session = self.session.clone();
        wasm_bindgen_futures::spawn_local(async move { copies::keep_owed_texts(&session).await });
        self.status()
    }

    /// Whatever could not be saved, as JSON: records by their keys, a removal as null.
    #[wasm_bindgen(js_name = exportUnsaved)]
    #[must_use]
    pub fn export_unsaved(&self) -> String {
        self.view().export_unsaved()
    }

    /// A setting of the reader's.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.view().setting(name)
    }

    /// Keeps a setting, or forgets it when `value` is null.
    #[wasm_bindgen(js_name = setSetting)]
    pub fn set_setting(&self, name: &str, value: Option<String>) -> Result<(), JsValue> {
        Ok(self.edit().set_setting(name, value)?)
    }
}

impl Core {
    pub(super) fn of(session: Session) -> Self {
        Self { session: Rc::new(RefCell::new(session)), busy: Rc::default() }
    }

    pub(super) fn view(&self) -> Ref<'_, Session> {
        self.session.borrow()
    }

    /// The session, to be changed: what is to go to the database goes when the call is over.
    pub(super) fn edit(&self) -> RefMut<'_, Session> {
        copies::follow(&self.session, &self.busy);
        self.session.borrow_mut()
    }

    /// Writes texts that are bound for the database.
    pub(super) async fn keep_texts(&self) {
        copies::keep_owed_texts(&self.session).await;
    }

    /// Says that so many lone surrogates were replaced.
    pub(super) fn warn_replaced(&self, count: u32) {
        if count > 0 {
            self.edit().warn(Warning::Replaced(count));
        }
    }
}
