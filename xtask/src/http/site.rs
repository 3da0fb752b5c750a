//! A folder as a web site: what a request for one of its files is answered with.
//!
//! Invariants: nothing outside the folder and nothing whose name starts with a dot is ever sent; every
//! answer, errors too, carries the security headers.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::compress::{Encoding, encode, negotiate};
use super::{headers, media};
use crate::inline::Inline;
use crate::stamp;

/// The parts of a request that an answer depends on.
#[derive(Clone, Copy, Default)]
pub struct Request<'a> {
    /// `GET`, `HEAD` or something refused.
    pub method: &'a str,
    /// The request target: a path, possibly with a query.
    pub target: &'a str,
    /// The header `Accept-Encoding`, or nothing.
    pub accept_encoding: &'a str,
    /// The header `If-None-Match`, or nothing.
    pub if_none_match: &'a str,
}

/// A whole answer. To `HEAD` the server sends it without the body.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Arc<[u8]>,
}

/// A folder that is served, with its files kept compressed in memory.
pub struct Site {
    folder: PathBuf,
    /// Paths that begin so never change their content: published folders named after their content.
    immutable: Vec<String>,
    /// Another folder, and what paths begin with that are looked for there.
    beside: Option<(&'static str, PathBuf)>,
    /// What becomes of every HTML page before it is sent.
    change: Option<Change>,
    /// The content security policy of every file.
    policy: String,
    cache: Mutex<HashMap<PathBuf, Arc<Cached>>>,
}

/// What is made of a page.
type Change = Box<dyn Fn(&str) -> String + Send + Sync>;

/// A file as it was at a time, in every encoding.
struct Cached {
    modified: Option<SystemTime>,
    length: u64,
    hash: String,
    identity: Arc<[u8]>,
    gzip: Option<Arc<[u8]>>,
    brotli: Option<Arc<[u8]>>,
}

impl Site {
    /// The site of a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let policy = headers::content_security_policy(&Inline::default());
        let (immutable, cache) = (Vec::new(), Mutex::default());
        Self { folder: folder.into(), immutable, beside: None, change: None, policy, cache }
    }

    /// Files come with this content security policy.
    pub fn with_policy(mut self, policy: String) -> Self {
        self.policy = policy;
        self
    }

    /// Files whose path starts with one of `prefixes` may be kept by the browser without asking again.
    pub fn with_immutable(mut self, prefixes: Vec<String>) -> Self {
        self.immutable = prefixes;
        self
    }

    /// Sends `change` of every HTML page in its place.
    pub fn with_pages(mut self, change: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        self.change = Some(Box::new(change));
        self
    }

    /// Looks for paths that begin with `prefix` in another folder.
    pub fn with_beside(mut self, prefix: &'static str, folder: impl Into<PathBuf>) -> Self {
        self.beside = Some((prefix, folder.into()));
        self
    }

    /// Answers a request.
    pub fn reply(&self, request: Request<'_>) -> Reply {
        if !matches!(request.method, "GET" | "HEAD") {
            let mut reply = text(405, "Only GET and HEAD are answered here.\n");
            reply.headers.push(("Allow", "GET, HEAD".to_owned()));
            return reply;
        }
        let Some(path) = safe_path(request.target) else {
            return text(400, "This path is not one that a page asks for.\n");
        };
        match self.file(&path) {
            Some(file) => self.file_reply(request, &path, &file),
            None => text(404, "There is nothing at this address.\n"),
        }
    }

    fn file_reply(&self, request: Request<'_>, path: &str, file: &Cached) -> Reply {
        let (encoding, body) = match (negotiate(request.accept_encoding), &file.brotli, &file.gzip) {
            (Encoding::Brotli, Some(body), _) => (Encoding::Brotli, body),
            (Encoding::Brotli | Encoding::Gzip, _, Some(body)) => (Encoding::Gzip, body),
            _ => (Encoding::Identity, &file.identity),
        };
        let tag = format!("\"{}-{}\"", file.hash, encoding.name());
        let lasting = self.immutable.iter().any(|prefix| path.starts_with(prefix));
        let caching = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut headers = headers::security(path, &self.policy);
        headers.push(("Cache-Control", caching.to_owned()));
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        headers.push(("ETag", tag.clone()));
        if matches_tag(request.if_none_match, &tag) {
            return Reply { status: 304, headers, body: Arc::from([]) };
        }
        headers.push(("Content-Type", media::content_type(path).to_owned()));
        if encoding != Encoding::Identity {
            headers.push(("Content-Encoding", encoding.name().to_owned()));
        }
        Reply { status: 200, headers, body: Arc::clone(body) }
    }

    /// The file at a safe path, from memory if it has not changed since.
    fn file(&self, path: &str) -> Option<Arc<Cached>> {
        let beside =
            self.beside.as_ref().and_then(|(prefix, folder)| Some((folder, path.strip_prefix(prefix)?)));
        let (folder, below) = beside.unwrap_or((&self.folder, path));
        let folder = folder.canonicalize().ok()?;
        let file = folder.join(below).canonicalize().ok()?;
        if !file.starts_with(&folder) {
            return None;
        }
        let metadata = fs::metadata(&file).ok().filter(fs::Metadata::is_file)?;
        let (modified, length) = (metadata.modified().ok(), metadata.len());
        let held = self.lock().get(&file).cloned();
        if let Some(held) = held.filter(|held| held.modified == modified && held.length == length) {
            return Some(held);
        }
        let cached = Arc::new(self.read(&file, path, modified, length)?);
        self.lock().insert(file, Arc::clone(&cached));
        Some(cached)
    }

    fn read(&self, file: &Path, path: &str, modified: Option<SystemTime>, length: u64) -> Option<Cached> {
        let mut content = fs::read(file).ok()?;
        if let (Some(change), true) = (&self.change, path.ends_with(".html")) {
            content = change(&String::from_utf8_lossy(&content)).into_bytes();
        }
        let compressed = |encoding| {
            let encoded = media::is_compressible(path).then(|| encode(&content, encoding));
            encoded.flatten().filter(|encoded| encoded.len() < content.len()).map(Arc::from)
        };
        let (gzip, brotli) = (compressed(Encoding::Gzip), compressed(Encoding::Brotli));
        let hash = stamp::hash([&content[..]])[..16].to_owned();
        Some(Cached { modified, length, hash, gzip, brotli, identity: Arc::from(content) })
    }

    /// A thread that panicked left at worst an entry missing.
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, Arc<Cached>>> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An answer in plain words, never kept by the browser.
pub fn text(status: u16, message: &str) -> Reply {
    content(status, "text/plain; charset=utf-8", message)
}

/// An answer made on the spot, never kept by the browser.
pub fn content(status: u16, content_type: &str, body: &str) -> Reply {
    let mut headers = headers::security("", &headers::content_security_policy(&Inline::default()));
    headers.push(("Cache-Control", "no-store".to_owned()));
    headers.push(("Content-Type", content_type.to_owned()));
    Reply { status, headers, body: Arc::from(body.as_bytes()) }
}

/// The path below the folder that a request target stands for: decoded, without its query, `index.html`
/// for a folder. Nothing if it could lead elsewhere: a part that is empty or starts with a dot, a
/// backslash, a colon, a control character, or an escape that is not UTF-8.
fn safe_path(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decoded(path)?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
    };
    path.split('/').all(is_plain).then_some(path)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// RFC 9110, 13.1.2: `*` or a list of tags, compared weakly.
fn matches_tag(if_none_match: &str, tag: &str) -> bool {
    let mut offers = if_none_match.split(',').map(|offer| offer.trim());
    offers.any(|offer| offer == "*" || offer.strip_prefix("W/").unwrap_or(offer) == tag)
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
