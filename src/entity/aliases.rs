//! Other names of the same place or organisation: well-known ones, and abbreviations that stand for
//! the initials of a longer name in the text.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::tag::Label;

use super::Draft;
use super::key::{Kind, fold};

/// Folded names that mean the same thing wherever they stand.
const PLACES: &[&[&str]] = &[
    &["united states", "us", "usa", "united states of america", "america"],
    &["united kingdom", "uk", "gb", "britain", "great britain"],
    &["united arab emirates", "uae", "emirates"],
    &["soviet union", "ussr"],
    &["north korea", "dprk", "democratic people's republic of korea"],
    &["south korea", "rok", "republic of korea"],
    &["china", "prc", "people's republic of china"],
    &["democratic republic of the congo", "democratic republic of congo", "drc"],
    &["myanmar", "burma"],
    &["czech republic", "czechia"],
    &["netherlands", "holland"],
    &["ivory coast", "cote d'ivoire", "côte d'ivoire"],
    &["turkey", "türkiye"],
    &["washington dc", "washington, dc", "dc"],
    &["kyiv", "kiev"],
    &["new york city", "nyc"],
];

const ORGANISATIONS: &[&[&str]] = &[
    &["united nations", "un"],
    &["european union", "eu"],
    &["african union", "au"],
    &["north atlantic treaty organization", "nato"],
    &["associated press", "ap"],
    &["agence france-presse", "afp"],
    &["al-qaida", "al-qaeda", "al qaeda", "al qaida"],
    &["taliban", "taleban"],
    &["hezbollah", "hizbollah", "hizbullah"],
    &["al-shabab", "al-shabaab"],
];

/// Joins the listed names and what brackets say. O(names).
pub(super) fn join(draft: &mut Draft<'_>) {
    listed(draft);
    bracketed(draft);
}

/// The number of the list that each listed name stands in, by folded name.
fn lists() -> &'static FxHashMap<String, usize> {
    static LISTS: OnceLock<FxHashMap<String, usize>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let lists = PLACES.iter().chain(ORGANISATIONS).enumerate();
        lists.flat_map(|(number, list)| list.iter().map(move |name| (fold(name), number))).collect()
    })
}

fn listed(draft: &mut Draft<'_>) {
    let mut first: FxHashMap<(Kind, usize), usize> = FxHashMap::default();
    for (node, key) in draft.keys.iter().enumerate() {
        let list = lists().get(&key.text).filter(|_| matches!(key.kind, Kind::Place | Kind::Of(Label::Org)));
        if let Some(list) = list {
            let first = *first.entry((key.kind, *list)).or_insert(node);
            draft.sets.join(first, node);
        }
    }
}

/// Joins an abbreviation to the one thing of its kind whose initials it is. O(names).
pub(super) fn join_initials(draft: &mut Draft<'_>) {
    let mut long: FxHashMap<(Kind, String), Option<usize>> = FxHashMap::default();
    for node in 0..draft.keys.len() {
        let root = draft.sets.root(node);
        let Some(key) = draft.keys.get(node).filter(|key| abbreviates(key.kind)) else { continue };
        for letters in initial_letters(&key.text) {
            let only = long.entry((key.kind, letters)).or_insert(Some(root));
            if *only != Some(root) {
                *only = None;
            }
        }
    }
    let short =
        draft.keys.iter().enumerate().filter(|(_, key)| !key.text.contains(' ') && key.text.len() > 1);
    let pairs: Vec<(usize, usize)> =
        short.filter_map(|(node, key)| Some((node, (*long.get(&(key.kind, key.text.clone()))?)?))).collect();
    pairs.into_iter().for_each(|(short, long)| draft.sets.join(short, long));
}

fn abbreviates(kind: Kind) -> bool {
    match kind {
        Kind::Place => true,
        Kind::Of(label) => label.is_name() && !matches!(label, Label::Person | Label::Norp),
    }
}

/// The initials of a folded name of several words, with and without its small words.
fn initial_letters(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "&");
    let letters = |words: &mut dyn Iterator<Item = &&str>| -> String {
        words.filter_map(|word| word.chars().next()).collect()
    };
    let mut found = vec![letters(&mut words.iter().filter(|word| !small(word)))];
    let all = letters(&mut words.iter());
    if !found.contains(&all) {
        found.push(all);
    }
    found.retain(|letters| letters.chars().count() > 1);
    found
}

/// `China Central Television (CCTV)`, in either order: neighbours, one of them in brackets and short for
/// the other, whatever the tagger took the two for.
fn bracketed(draft: &mut Draft<'_>) {
    let neighbours = draft.mentions.windows(2).zip(draft.node_of.windows(2));
    let mut pairs = Vec::new();
    for (mentions, nodes) in neighbours {
        let ([first, second], [a, b]) = (mentions, nodes) else { continue };
        let between = draft.doc.text.get(first.span.end as usize..second.span.start as usize);
        let after = draft.doc.text.get(second.span.end as usize..).unwrap_or_default();
        if between.map(str::trim) != Some("(") || !after.starts_with([')', ',', ';']) {
            continue;
        }
        let (Some(left), Some(right)) = (draft.keys.get(*a), draft.keys.get(*b)) else { continue };
        if !abbreviates(left.kind) || !abbreviates(right.kind) {
            continue;
        }
        let (first_text, second_text) = (draft.doc.slice(first.span), draft.doc.slice(second.span));
        let said = is_short_for(second_text, &left.text) || is_short_for(first_text, &right.text);
        // `… of Major League Baseball (MLB)` explains another name than the whole.
        let part = |short: &str, long: &str| {
            long.split_once(" of ").is_some_and(|(_, part)| is_short_for(short, part))
        };
        let same_kind = left.kind == right.kind
            && (is_short(first_text) || is_short(second_text))
            && !part(second_text, &left.text);
        if said || same_kind {
            pairs.push((*a, *b));
        }
    }
    pairs.into_iter().for_each(|(a, b)| draft.sets.join(a, b));
}

fn is_short(text: &str) -> bool {
    !text.contains(' ') && text.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Whether the letters of `short` come in order in the folded name `long`, the first at its beginning
/// (Schwartz and Hearst 2003).
fn is_short_for(short: &str, long: &str) -> bool {
    if !is_short(short) || !long.contains(' ') {
        return false;
    }
    let mut letters = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).peekable();
    if letters.peek() != long.chars().next().as_ref() {
        return false;
    }
    for c in long.chars() {
        letters.next_if_eq(&c);
    }
    letters.peek().is_none()
}
