//! The names under which records are kept: the one place that knows their layout.

/// What every key of ours starts with.
pub const ROOT: &str = "manicule/";
/// The version that the whole store is at.
pub const SCHEMA: &str = "manicule/schema";
/// What the keys of articles start with.
pub const ARTICLES: &str = "manicule/article/";
/// What the keys of texts start with.
pub const TEXTS: &str = "manicule/text/";
/// What the keys of annotations start with.
pub const NOTES: &str = "manicule/note/";
/// What the keys of settings start with.
pub const SETTINGS: &str = "manicule/setting/";
/// What the keys of settings that hold for this device alone start with; no backup takes them elsewhere.
pub const DEVICE: &str = "manicule/setting/device-";
/// What the keys of the personal lexicon start with.
pub const LEXICON: &str = "manicule/lexicon/";
/// What the keys of the steps that can be undone start with.
pub const HISTORY: &str = "manicule/history/";
/// What the keys of records that could not be read start with.
pub const RECOVERED: &str = "manicule/recovered/";

/// Key of what is known about an article beside its text.
#[must_use]
pub fn article(id: &str) -> String {
    format!("{ARTICLES}{id}")
}

/// Key of an article's text and blocks.
#[must_use]
pub fn text(id: &str) -> String {
    format!("{TEXTS}{id}")
}

/// What the keys of one article's annotations start with.
#[must_use]
pub fn notes(article: &str) -> String {
    format!("{NOTES}{article}/")
}

/// Key of one annotation. Of an id such as `urn:uuid:…` only the last part is used when it is a plain
/// name; any other id stands whole.
#[must_use]
pub fn note(article: &str, annotation: &str) -> String {
    let name = annotation.strip_prefix("urn:uuid:").unwrap_or(annotation);
    format!("{NOTES}{article}/{name}")
}

/// Key of a setting.
#[must_use]
pub fn setting(name: &str) -> String {
    format!("{SETTINGS}{name}")
}

/// Key of what was taught about a name, by the folded name.
#[must_use]
pub fn taught(name: &str) -> String {
    format!("{LEXICON}{name}")
}

/// Key of a step of the history, by its name.
#[must_use]
pub fn step(name: &str) -> String {
    format!("{HISTORY}{name}")
}

/// Where the unreadable record under `key` goes at `time`.
#[must_use]
pub fn recovered(time: &str, key: &str) -> String {
    format!("{RECOVERED}{time}/{key}")
}

/// What a key of ours is the key of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// [`SCHEMA`].
    Schema,
    /// An article, by id.
    Article(&'a str),
    /// A text, by its article's id.
    Text(&'a str),
    /// An annotation, by its article's id.
    Note(&'a str),
    /// A part of the log of steps.
    History(&'a str),
    /// A setting, by name.
    Setting(&'a str),
    /// An entry of the personal lexicon, by folded name.
    Taught(&'a str),
}

/// Reads a key; `None` when it is not one of ours or holds nothing that is in use.
#[must_use]
pub fn parse(key: &str) -> Option<Key<'_>> {
    if key == SCHEMA {
        return Some(Key::Schema);
    }
    let article = || key.strip_prefix(ARTICLES).map(Key::Article);
    let text = || key.strip_prefix(TEXTS).map(Key::Text);
    let note = || key.strip_prefix(NOTES)?.split_once('/').map(|(article, _)| Key::Note(article));
    let history = || key.strip_prefix(HISTORY).map(Key::History);
    let setting = || key.strip_prefix(SETTINGS).map(Key::Setting);
    let taught = || key.strip_prefix(LEXICON).map(Key::Taught);
    article().or_else(text).or_else(note).or_else(history).or_else(setting).or_else(taught)
}
