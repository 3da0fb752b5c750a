//! What an article calls a person instead of the name: `the Chinese president`, `the prime minister`.
//!
//! Only what the article itself says counts: somewhere a name stands beside the office (`Chinese President
//! Xi Jinping`; `Xi Jinping, the Chinese president`), and no other person holds it there.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Draft;
use super::key::{self, Kind};
use super::places::{country_named, country_of_people};
use super::titles::is_office;
use crate::document::TokenKind;
use crate::tag::Label;
use crate::text::Span;

/// No office has more words before its last.
const LONGEST: usize = 5;

/// Words that say which office it is.
const SORTS: [&str; 22] = [
    "prime",
    "foreign",
    "vice",
    "deputy",
    "supreme",
    "defense",
    "defence",
    "interior",
    "home",
    "finance",
    "acting",
    "former",
    "chief",
    "general",
    "attorney",
    "executive",
    "crown",
    "health",
    "shadow",
    "senior",
    "first",
    "opposition",
];

/// Words that make an office another one: the vice president is not the president.
const OTHERS: [&str; 7] = ["former", "vice", "deputy", "acting", "shadow", "opposition", "crown"];

/// Whom an office belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Of {
    Country([u8; 2]),
    Node(usize),
}

/// The article says that a person holds an office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Fact {
    /// In lower case: `prime minister`.
    office: String,
    of: Option<Of>,
    person: usize,
}

/// Where a node of a person is described, in text order. O(tokens), where any office is named.
pub(super) fn find(draft: &mut Draft<'_>) -> Vec<(usize, Span)> {
    let facts = facts(draft);
    if facts.is_empty() {
        return Vec::new();
    }
    untitled(draft, &facts);
    let mut by_last: FxHashMap<&str, Vec<&Fact>> = FxHashMap::default();
    for fact in &facts {
        by_last.entry(last_word(&fact.office)).or_default().push(fact);
    }
    let mut found = Vec::new();
    let mut next = 0;
    for at in 0..draft.doc.tokens.len() {
        // Its length rules most tokens out before their text is looked at.
        let span = draft.doc.tokens.get(at).map_or(Span::default(), |token| token.span());
        if span.len() != 3 || !matches!(draft.text(at), "the" | "The") {
            continue;
        }
        let start = span.start;
        while draft.mentions.get(next).is_some_and(|mention| mention.span.end <= start) {
            next += 1;
        }
        let Some(described) = described(draft, at, next) else { continue };
        let facts = by_last.get(last_word(&described.office)).map(Vec::as_slice).unwrap_or_default();
        if let Some(person) = holder(draft, facts, &described) {
            found.push((person, described.span));
        }
    }
    found
}

/// Mentions of persons that are an office alone (`President`) become the one person who holds it.
fn untitled(draft: &mut Draft<'_>, facts: &[Fact]) {
    for node in 0..draft.keys.len() {
        let Some(key) = draft.keys.get(node).filter(|key| key.kind == Kind::Of(Label::Person)) else {
            continue;
        };
        if !is_office(last_word(&key.text))
            || !key.text.split(' ').all(|word| is_office(word) || is_sort(word))
        {
            continue;
        }
        let office = key.text.clone();
        let holders: Vec<&Fact> = facts.iter().filter(|fact| fact.person != node).collect();
        let described = Described { office, of: None, span: Span::default() };
        if let Some(person) = holder(draft, &holders, &described) {
            draft.sets.join(node, person);
        }
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

fn is_sort(word: &str) -> bool {
    SORTS.iter().any(|sort| sort.eq_ignore_ascii_case(word))
}

/// The only person who holds the described office.
fn holder(draft: &mut Draft<'_>, facts: &[&Fact], described: &Described) -> Option<usize> {
    let mut holder = None;
    for fact in facts {
        let before = fact.office.strip_suffix(&described.office);
        let same = before.is_some_and(|before| {
            before.is_empty()
                || before.ends_with(' ') && !before.split(' ').any(|word| OTHERS.contains(&word))
        });
        let of = described.of.is_none() || fact.of == described.of;
        if same && of {
            let root = draft.sets.root(fact.person);
            if holder.is_some_and(|other| other != root) {
                return None;
            }
            holder = Some(root);
        }
    }
    holder
}

struct Described {
    office: String,
    of: Option<Of>,
    span: Span,
}

/// The office that a phrase beginning with `the` at token `at` names, when no name follows it; `next` is
/// the first mention that ends after it.
fn described(draft: &mut Draft<'_>, at: usize, next: usize) -> Option<Described> {
    let first = draft.doc.tokens.get(at)?.span();
    let mut from = at + 1;
    let mut next = next;
    let mut of = None;
    // The mention may hold the article too.
    if let Some(mention) = draft.mentions.get(next)
        && draft.doc.tokens.get(from).is_some_and(|token| mention.span.overlaps(token.span()))
        && mention.label != Label::Person
    {
        of = Some(affiliation(draft, next)?);
        from = draft.doc.tokens_in(mention.span).end;
        next += 1;
        from += usize::from(is_owner(draft.text(from)));
    }
    let mut end = from;
    while end < from + LONGEST && (is_sort(draft.text(end)) || is_office(draft.text(end))) {
        end += 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= from && is_office(draft.text(*last)))?;
    let office = office(draft, from, end);
    let mut span = first.join(draft.doc.tokens.get(last)?.span());
    let following = draft
        .mentions
        .get(next)
        .filter(|mention| draft.doc.tokens.get(end).is_some_and(|token| mention.span.overlaps(token.span())));
    if following.is_some() || is_owner(draft.text(end)) {
        return None;
    }
    if matches!(draft.text(end), "of" | "for") {
        let skip = usize::from(draft.text(end + 1) == "the");
        let start = draft.doc.tokens.get(end + 1 + skip)?.span();
        let mention = draft.mentions.get(next).filter(|mention| mention.span.overlaps(start))?;
        span = span.join(mention.span);
        of = Some(affiliation(draft, next)?);
    }
    // `the president, Ada Orme,` says who it is beside it.
    let named = draft.text(end) == ","
        && draft.mentions.get(next).is_some_and(|mention| {
            let after =
                draft.doc.tokens.get(end + 1).is_some_and(|token| mention.span.overlaps(token.span()));
            after && mention.label == Label::Person
        });
    let noun_follows = draft.doc.tokens.get(end).is_some_and(|token| token.kind() == TokenKind::Word)
        && draft.text(end).starts_with(char::is_uppercase);
    (!named && !noun_follows).then_some(Described { office, of, span })
}

fn is_owner(text: &str) -> bool {
    matches!(text, "'s" | "’s" | "'" | "’")
}

fn office(draft: &Draft<'_>, from: usize, end: usize) -> String {
    let words: Vec<String> = (from..end).map(|at| draft.text(at).to_lowercase()).collect();
    words.join(" ")
}

/// The country or the thing that a mention names.
fn affiliation(draft: &mut Draft<'_>, mention: usize) -> Option<Of> {
    let found = draft.mentions.get(mention)?;
    let name = key::surface(draft.doc.slice(found.span), found.label);
    let country = match found.label {
        Label::Norp => country_of_people(name),
        Label::Gpe | Label::Loc => country_named(name),
        Label::Org => None,
        _ => return None,
    };
    let node = draft.node_of.get(mention).copied()?;
    Some(country.map_or_else(|| Of::Node(draft.sets.root(node)), Of::Country))
}

/// What the article says of who holds which office.
fn facts(draft: &mut Draft<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for index in 0..draft.mentions.len() {
        let Some(mention) = draft.mentions.get(index).filter(|mention| mention.label == Label::Person) else {
            continue;
        };
        let Some(node) = draft.node_of.get(index).copied() else { continue };
        let text = draft.doc.slice(mention.span);
        let name = key::surface(text, Label::Person);
        // Offices that a tagger took into the name count as before it.
        let inside = text.find(name).unwrap_or_default();
        let start = Span::from_range(mention.span.start as usize + inside..mention.span.end as usize);
        let tokens = draft.doc.tokens_in(start);
        let named = (node, index);
        facts.extend(before(draft, tokens.start, named).or_else(|| after(draft, tokens.end, named)));
    }
    let mut seen = FxHashSet::default();
    facts.retain(|fact: &Fact| seen.insert(fact.clone()));
    facts
}

/// `Chinese President Xi Jinping`, `China's president, Xi Jinping`.
fn before(draft: &mut Draft<'_>, name: usize, (person, index): (usize, usize)) -> Option<Fact> {
    let mut end = name;
    if end > 0 && draft.text(end - 1) == "," {
        end -= 1;
    }
    let mut from = end;
    while from > 0
        && end - from < LONGEST
        && (is_sort(draft.text(from - 1)) || is_office(draft.text(from - 1)))
    {
        from -= 1;
    }
    if from == end || !is_office(draft.text(end - 1)) {
        return None;
    }
    let office = office(draft, from, end);
    let owner = from - usize::from(from > 0 && is_owner(draft.text(from - 1)));
    let token = owner.checked_sub(1).and_then(|at| draft.doc.tokens.get(at)).map(|token| token.span());
    let before = index.checked_sub(1).filter(|before| {
        let mention = draft.mentions.get(*before);
        mention.zip(token).is_some_and(|(mention, token)| mention.span.overlaps(token))
    });
    let of = before.and_then(|before| affiliation(draft, before));
    Some(Fact { office, of, person })
}

/// `Xi Jinping, the Chinese president`, `Xi Jinping, president of China`.
fn after(draft: &mut Draft<'_>, end: usize, (person, index): (usize, usize)) -> Option<Fact> {
    if draft.text(end) != "," {
        return None;
    }
    let article = end + usize::from(matches!(draft.text(end + 1), "the" | "a" | "an"));
    let described = if article == end {
        // `president of China`: read as if it had its article.
        described(draft, end, index + 1)
    } else {
        described(draft, article, index + 1)
    };
    described.map(|described| Fact { office: described.office, of: described.of, person })
}
