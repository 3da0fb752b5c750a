//! Short names of persons. `Yoon` is `Yoon Suk Yeol` when no other full name in the text has that part;
//! where several have it, it is the one the article is mostly about, else the one last named in full
//! before, and nobody's when none was.

use rustc_hash::FxHashMap;

use crate::order;
use crate::tag::Label;

use super::Draft;
use super::key::Kind;

/// So many times more mentions than any namesake has the person whom an article is about.
const MAINLY: u32 = 3;

/// Names that are looked through for one that holds another: more namesakes are told apart by nobody.
const MOST_NAMESAKES: usize = 64;

/// Joins the persons' names. O(mentions + names · namesakes).
pub(super) fn join(draft: &mut Draft<'_>) {
    let people = People::new(draft);
    people.join_parts(draft);
    people.assign_shared(draft);
}

/// The words of every person's name, by node.
struct People {
    /// Nodes of persons with the words of their names, those with most words first.
    named: Vec<(usize, Vec<String>)>,
    /// Places in `named`, by word.
    with_word: FxHashMap<String, Vec<usize>>,
}

impl People {
    fn new(draft: &Draft<'_>) -> Self {
        let mut named = Vec::new();
        for (node, key) in draft.keys.iter().enumerate() {
            // Two persons in one mention are neither of them.
            if key.kind == Kind::Of(Label::Person) && !key.text.contains(" and ") {
                named.push((node, words(&key.text).map(str::to_owned).collect::<Vec<_>>()));
            }
        }
        order::by_key(&mut named, |(_, words)| std::cmp::Reverse(words.len()));
        let mut with_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (place, (_, words)) in named.iter().enumerate() {
            for word in words {
                let places = with_word.entry(word.clone()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Self { named, with_word }
    }

    /// Joins each name to the longer ones that hold it when these are one person.
    fn join_parts(&self, draft: &mut Draft<'_>) {
        for (node, words) in &self.named {
            let roots = self.holders(draft, *node, words);
            if let [only] = roots.as_slice() {
                draft.sets.join(*node, *only);
            }
        }
    }

    /// The persons, each once, who have a longer name that holds `words`, or the same words in another
    /// order.
    fn holders(&self, draft: &mut Draft<'_>, node: usize, words: &[String]) -> Vec<usize> {
        let lists = words.iter().filter(|word| !is_initial(word)).filter_map(|word| self.with_word.get(word));
        let Some(shortest) = lists.min_by_key(|list| list.len()) else { return Vec::new() };
        let mut roots = Vec::new();
        if words.len() > 1 && shortest.len() > MOST_NAMESAKES {
            return roots;
        }
        for place in shortest {
            let Some((other, longer)) = self.named.get(*place) else { continue };
            if *other != node && (holds(longer, words) || is_turned(longer, words)) {
                let root = draft.sets.root(*other);
                if !roots.contains(&root) {
                    roots.push(root);
                }
                // Whoever it is, it is not certain.
                if roots.len() > 1 && words.len() > 1 {
                    break;
                }
            }
        }
        roots
    }

    /// Gives each mention of one word that several persons' names hold to one of them.
    fn assign_shared(&self, draft: &mut Draft<'_>) {
        let mut shared: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (node, words) in self.named.iter().filter(|(_, words)| words.len() == 1) {
            let roots = self.holders(draft, *node, words);
            if roots.len() > 1 {
                shared.insert(*node, roots);
            }
        }
        if shared.is_empty() {
            return;
        }
        let of_node: FxHashMap<usize, &Vec<String>> =
            self.named.iter().map(|(node, words)| (*node, words)).collect();
        let mut last: FxHashMap<&str, usize> = FxHashMap::default();
        let mut counts: FxHashMap<usize, u32> = FxHashMap::default();
        for index in 0..draft.node_of.len() {
            let Some(node) = draft.node_of.get(index).copied() else { continue };
            let Some(words) = of_node.get(&node) else { continue };
            let mut root = draft.sets.root(node);
            if let Some(candidates) = shared.get(&node) {
                let named = words.first().and_then(|word| last.get(word.as_str()).copied());
                let Some(chosen) = mainly(candidates, &counts).or(named) else { continue };
                if let Some(slot) = draft.node_of.get_mut(index) {
                    *slot = chosen;
                }
                root = draft.sets.root(chosen);
            } else if words.len() > 1 {
                last.extend(words.iter().map(|word| (word.as_str(), node)));
            }
            *counts.entry(root).or_default() += 1;
        }
    }
}

/// The candidate that was mentioned far more often than each other.
fn mainly(candidates: &[usize], counts: &FxHashMap<usize, u32>) -> Option<usize> {
    if candidates.len() > MOST_NAMESAKES {
        return None;
    }
    let count = |root: &usize| counts.get(root).copied().unwrap_or_default();
    let most = candidates.iter().copied().max_by_key(count)?;
    let others = candidates.iter().filter(|root| **root != most).map(count).max().unwrap_or_default();
    (count(&most) >= MAINLY * others.max(1)).then_some(most)
}

/// The words of a folded name that may stand for it: no particles or `jr`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let stands = |word: &&str| {
        !matches!(
            *word,
            "jr" | "sr"
                | "ii"
                | "iii"
                | "iv"
                | "al"
                | "el"
                | "bin"
                | "ibn"
                | "de"
                | "la"
                | "van"
                | "der"
                | "von"
        )
    };
    name.split(' ').filter(stands)
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// Whether `longer` is `words` with more between, before or after; an initial stands for a word.
fn holds(longer: &[String], words: &[String]) -> bool {
    if longer.len() <= words.len() {
        return false;
    }
    let mut rest = longer.iter();
    let stands = |long: &str, short: &str| {
        long == short
            || (is_initial(short) || is_initial(long)) && long.chars().next() == short.chars().next()
    };
    words.iter().all(|word| rest.any(|long| stands(long, word)))
}

/// `Han Duck-soo`, `Duck-soo Han`.
fn is_turned(other: &[String], words: &[String]) -> bool {
    let whole = words.len() > 1 && other.len() == words.len() && other != words;
    whole && words.iter().all(|word| !is_initial(word) && other.contains(word))
}
