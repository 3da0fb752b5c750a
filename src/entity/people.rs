//! Short names of persons. `Yoon` is `Yoon Suk Yeol` when no other full name in the text has that part;
//! where several have it, it is the one last named in full before, and nobody's when none was.

use rustc_hash::FxHashMap;

use crate::tag::Label;

use super::Draft;
use super::key::Kind;

/// Joins the persons' names. O(mentions).
pub(super) fn join(draft: &mut Draft<'_>) {
    shortened(draft);
    let parts = parts(draft);
    let mut last: FxHashMap<String, usize> = FxHashMap::default();
    for index in 0..draft.node_of.len() {
        let Some((node, text)) = person(draft, index) else { continue };
        if text.contains(' ') {
            for word in words(&text) {
                last.insert(word.to_owned(), node);
            }
            continue;
        }
        match parts.get(&text) {
            Some(Some(only)) => draft.sets.join(node, *only),
            Some(None) => {
                if let (Some(full), Some(slot)) = (last.get(&text), draft.node_of.get_mut(index)) {
                    *slot = *full;
                }
            }
            None => {}
        }
    }
}

fn person(draft: &Draft<'_>, index: usize) -> Option<(usize, String)> {
    let node = draft.node_of.get(index).copied()?;
    let key = draft.keys.get(node).filter(|key| key.kind == Kind::Of(Label::Person))?;
    Some((node, key.text.clone()))
}

/// The words of a folded name that may stand for it: no initials, particles or `jr`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let stands = |word: &&str| {
        word.chars().count() > 1
            && !matches!(
                *word,
                "jr" | "sr" | "ii" | "iii" | "iv" | "al" | "bin" | "de" | "la" | "van" | "der" | "von"
            )
    };
    name.split(' ').filter(stands)
}

/// Full names whose middle was left out or came in: `Donald Trump`, `Donald J. Trump`.
fn shortened(draft: &mut Draft<'_>) {
    let mut outer: FxHashMap<(String, String), Option<usize>> = FxHashMap::default();
    let mut pairs = Vec::new();
    let people = |(_, key): &(usize, &super::key::Key)| key.kind == Kind::Of(Label::Person);
    for (node, key) in draft.keys.iter().enumerate().filter(people) {
        let all: Vec<&str> = key.text.split(' ').collect();
        if let [first, _, .., last] = all.as_slice() {
            let ends = ((*first).to_owned(), (*last).to_owned());
            outer.entry(ends).and_modify(|only| *only = None).or_insert(Some(node));
        }
    }
    for (node, key) in draft.keys.iter().enumerate().filter(people) {
        if let Some((first, last)) = key.text.split_once(' ')
            && let Some(Some(full)) = outer.get(&(first.to_owned(), last.to_owned()))
        {
            pairs.push((node, *full));
        }
    }
    pairs.into_iter().for_each(|(short, full)| draft.sets.join(short, full));
}

/// Which full name has a word: the only one, or `None` where several persons have it.
fn parts(draft: &mut Draft<'_>) -> FxHashMap<String, Option<usize>> {
    let mut parts: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for node in 0..draft.keys.len() {
        let root = draft.sets.root(node);
        let Some(key) = draft.keys.get(node) else { continue };
        if key.kind != Kind::Of(Label::Person) || !key.text.contains(' ') {
            continue;
        }
        for word in words(&key.text) {
            let only = parts.entry(word.to_owned()).or_insert(Some(root));
            if *only != Some(root) {
                *only = None;
            }
        }
    }
    parts
}
