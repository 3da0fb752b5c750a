//! Texts that are too big for `localStorage`, in IndexedDB: one object store, a string per article id.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;

const NAME: &str = "manicule";
const TEXTS: &str = "texts";

/// Writes the text of `id` and reads it back.
///
/// # Errors
/// A sentence that says why it is not kept.
pub async fn put(id: &str, raw: &str) -> Result<(), String> {
    write(Some(raw), id).await.map_err(|error| sentence(&error))?;
    let kept = get(id).await?;
    if kept.as_deref() == Some(raw) { Ok(()) } else { Err("The text could not be read back.".to_owned()) }
}

/// The text of `id`.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub async fn get(id: &str) -> Result<Option<String>, String> {
    read(id).await.map_err(|error| sentence(&error))
}

/// Forgets the text of `id`.
///
/// # Errors
/// A sentence that says why it is still there.
pub async fn remove(id: &str) -> Result<(), String> {
    write(None, id).await.map_err(|error| sentence(&error))
}

fn sentence(error: &Error) -> String {
    format!("The browser's database cannot be used: {error}.")
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A failure here makes the opening fail, or the first transaction.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(TEXTS, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn write(value: Option<&str>, id: &str) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
    let texts: ObjectStore = transaction.object_store(TEXTS)?;
    let key = JsValue::from_str(id);
    match value {
        Some(value) => {
            texts.put(&JsValue::from_str(value), Some(&key))?.await?;
        }
        None => texts.delete(key)?.await?,
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn read(id: &str) -> Result<Option<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(TEXTS)?.get(JsValue::from_str(id))?.await?;
    transaction.await?;
    database.close();
    Ok(found.and_then(|value| value.as_string()))
}
