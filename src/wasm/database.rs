//! IndexedDB: articles' texts and second copies of records. Opened anew for each task, so that a page that
//! sleeps never keeps another from bringing the database up to a later version.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;

const NAME: &str = "manicule";
/// 1 had the texts alone.
const VERSION: u32 = 2;
/// A text by its article's id.
const TEXTS: &str = "texts";
/// A record, with the time of its writing before it, by page and key.
const COPIES: &str = "copies";

/// Writes the text of `id` and reads it back.
///
/// # Errors
/// A sentence that says why it is not kept.
pub async fn put(id: &str, raw: JsValue) -> Result<(), String> {
    put_all(TEXTS, &[(JsValue::from_str(id), raw)]).await
}

/// The text of `id`.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub async fn get(id: &str) -> Result<Option<String>, String> {
    read(TEXTS, id)
        .await
        .map(|found| found.and_then(|value| value.as_string()))
        .map_err(|error| sentence(&error))
}

/// Forgets the text of `id`.
///
/// # Errors
/// A sentence that says why it is still there.
pub async fn remove(id: &str) -> Result<(), String> {
    remove_all(TEXTS, &[id.to_owned()]).await.map_err(|error| sentence(&error))
}

/// Writes copies by their names, all or none, and reads them back.
///
/// # Errors
/// A sentence that says why they are not kept.
pub async fn put_copies(copies: &[(String, String)]) -> Result<(), String> {
    let js = |(name, value): &(String, String)| (JsValue::from_str(name), JsValue::from_str(value));
    put_all(COPIES, &copies.iter().map(js).collect::<Vec<_>>()).await
}

/// Every copy, by name.
///
/// # Errors
/// A sentence that says why they cannot be read.
pub async fn copies() -> Result<Vec<(String, String)>, String> {
    read_all(COPIES).await.map_err(|error| sentence(&error))
}

/// Forgets copies.
///
/// # Errors
/// A sentence that says why they are still there.
pub async fn remove_copies(names: &[String]) -> Result<(), String> {
    remove_all(COPIES, names).await.map_err(|error| sentence(&error))
}

fn sentence(error: &Error) -> String {
    format!("The browser's database cannot be used: {error}.")
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A failure here makes the opening fail, or the first transaction.
        if let Ok(database) = event.database() {
            let there = database.store_names();
            for name in [TEXTS, COPIES] {
                if !there.iter().any(|store| store == name) {
                    let _ = database.create_object_store(name, ObjectStoreParams::new());
                }
            }
        }
    });
    request.await
}

/// A transaction is done when it has completed, not when its last request has: only then does the next
/// reader, and a browser that is killed, find what was written.
async fn put_all(store: &str, entries: &[(JsValue, JsValue)]) -> Result<(), String> {
    write_all(store, entries).await.map_err(|error| sentence(&error))?;
    let database = open().await.map_err(|error| sentence(&error))?;
    let kept = confirm(&database, store, entries).await.map_err(|error| sentence(&error));
    database.close();
    if kept? { Ok(()) } else { Err("What was written could not be read back.".to_owned()) }
}

async fn write_all(store: &str, entries: &[(JsValue, JsValue)]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadWrite)?;
    let objects: ObjectStore = transaction.object_store(store)?;
    for (name, value) in entries {
        // A request that fails makes the transaction fail.
        objects.put(value, Some(name))?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn confirm(database: &Database, store: &str, entries: &[(JsValue, JsValue)]) -> Result<bool, Error> {
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    let objects = transaction.object_store(store)?;
    for (name, value) in entries {
        if objects.get(name.clone())?.await?.as_ref() != Some(value) {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn remove_all(store: &str, names: &[String]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadWrite)?;
    let objects = transaction.object_store(store)?;
    for name in names {
        objects.delete(JsValue::from_str(name))?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn read(store: &str, name: &str) -> Result<Option<JsValue>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(store)?.get(JsValue::from_str(name))?.await?;
    transaction.await?;
    database.close();
    Ok(found)
}

async fn read_all(store: &str) -> Result<Vec<(String, String)>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    let objects = transaction.object_store(store)?;
    // Both in the order of the keys.
    let names = objects.get_all_keys(None, None)?.await?;
    let values = objects.get_all(None, None)?.await?;
    transaction.await?;
    database.close();
    let pairs = names.into_iter().zip(values);
    Ok(pairs.filter_map(|(name, value)| Some((name.as_string()?, value.as_string()?))).collect())
}
