//! What the service worker is told of a published page: its version, and every file of it by path and hash,
//! those of a first visit, and what writing a note takes besides, apart from the rest.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::published::File;
use crate::{cut, stamp};

/// The worker's script, in `www` and at the top of `dist`.
pub const SCRIPT: &str = "service-worker.js";

/// Where the script has its place for it.
const EMPTY: &str = "/** @type {Published | null} */ (null)";

/// The hash of everything that is published.
pub fn version(files: &[File]) -> String {
    let parts = files.iter().flat_map(|file| [file.place.as_bytes(), &file.content]);
    stamp::hash(parts)[..12].to_owned()
}

/// The worker's script, told.
pub fn script(script: &str, version: &str, files: &[File]) -> Result<String> {
    let list = |first: bool| -> Vec<_> {
        let is_first = |file: &File| file.first || file.place.ends_with(cut::LATER);
        let kept = files.iter().filter(|file| is_kept(&file.place) && is_first(file) == first);
        kept.map(|file| json!([file.place, integrity(&file.content)])).collect()
    };
    let told = json!({ "version": version, "first": list(true), "later": list(false) });
    let at = script.find(EMPTY).with_context(|| format!("{SCRIPT} has no place for what is published."))?;
    let (before, after) = (&script[..at], &script[at + EMPTY.len()..]);
    Ok(format!("{before}/** @type {{Published | null}} */ ({told}){after}"))
}

/// The worker itself the browser keeps; licences are there to be read on the host.
fn is_kept(place: &str) -> bool {
    place != SCRIPT && !place.ends_with(".txt")
}

/// As browsers check it.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<File> {
        let file = |place: &str, first| File { place: place.to_owned(), content: Vec::new(), first };
        vec![
            file("index.html", true),
            file("a/main.js", true),
            file("a/later.js", false),
            file("a/pkg/manicule_later.wasm", false),
            file("a/licence.txt", false),
            file(SCRIPT, false),
        ]
    }

    #[test]
    fn the_worker_is_told_of_every_file_that_the_page_can_ask_for() {
        let told = script(&format!("const PUBLISHED = {EMPTY};"), "v1", &files()).unwrap();
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let expected = format!(
            "{{\"first\":[[\"index.html\",\"{empty}\"],[\"a/main.js\",\"{empty}\"],\
             [\"a/pkg/manicule_later.wasm\",\"{empty}\"]],\
             \"later\":[[\"a/later.js\",\"{empty}\"]],\"version\":\"v1\"}}"
        );
        assert_eq!(told, format!("const PUBLISHED = /** @type {{Published | null}} */ ({expected});"));
    }

    #[test]
    fn a_worker_without_the_place_is_refused() {
        assert!(script("const PUBLISHED = null;", "v1", &files()).is_err());
    }

    #[test]
    fn the_page_s_worker_has_the_place() {
        assert!(include_str!("../../www/service-worker.js").contains(EMPTY));
    }

    #[test]
    fn another_content_is_another_version() {
        let mut changed = files();
        changed[1].content.push(1);
        assert_ne!(version(&files()), version(&changed));
    }
}
