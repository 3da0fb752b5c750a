//! From the four coarse kinds to the labels within them: by the lists, else by a head word, else by the
//! most common label of the kind.

use crate::document::Document;
use crate::lexicon::gazetteer::{Classes, gazetteer};
use crate::tag::Label;
use crate::tag::heads::{head, is_function, prefix, takes_of};
use crate::text::Span;

use super::scheme::{Chunk, Coarse};
use super::view::View;

/// The label of a name.
pub(super) fn label(doc: &Document, chunk: Chunk) -> Label {
    let text = |at: u32| doc.tokens.get(at as usize).map_or("", |token| doc.slice(token.span()));
    let words = || (chunk.start..chunk.end).map(text);
    let several = chunk.end > chunk.start + 1;
    let peoples = || (chunk.start..chunk.end).all(|at| is_listed_people(doc, at));
    if several && prefix(text(chunk.start)) == Some(Label::Event) {
        return Label::Event;
    }
    if words().zip(words().skip(1)).any(|(word, next)| is_treaty(word) && next == "on") {
        return Label::Law;
    }
    match chunk.kind {
        Coarse::Per => Label::Person,
        Coarse::Org if several && is_law(text(chunk.end - 1)) => Label::Law,
        Coarse::Org if several && believes(text(chunk.end - 1)) && peoples() => Label::Norp,
        Coarse::Org => Label::Org,
        Coarse::Loc => place(doc, chunk, &text),
        Coarse::Misc => thing(doc, chunk, &text),
    }
}

/// A name without marks at its ends, but for the full stop and the bracket that belong to one.
pub(super) fn trimmed(view: &View<'_>, mut chunk: Chunk) -> Chunk {
    let mark = |at: u32| {
        let text = view.doc.tokens.get(at as usize).map_or("", |token| view.doc.slice(token.span()));
        matches!(text, "-" | "–" | "—" | "," | "/" | "'s" | "’s" | "\"" | "“" | "”" | "'" | "’")
    };
    while chunk.end > chunk.start + 1 && mark(chunk.end - 1) {
        chunk.end -= 1;
    }
    while chunk.end > chunk.start + 1 && mark(chunk.start) {
        chunk.start += 1;
    }
    chunk
}

/// A name that the words after it explain: `Obras do Norte, a building company`, `Falkner Delphin
/// submarines`.
pub(super) fn explained(doc: &Document, chunk: Chunk) -> Chunk {
    let text = |at: u32| doc.tokens.get(at as usize).map_or("", |token| doc.slice(token.span()));
    let apposed = text(chunk.end) == "," && matches!(text(chunk.end + 1), "a" | "an" | "the");
    let word = |at: &u32| text(*at).starts_with(char::is_alphabetic) && !is_function(text(*at));
    let mut noun = (chunk.end + 2..chunk.end + 8).take_while(word);
    if chunk.kind == Coarse::Per && chunk.end > chunk.start + 1 && is_thing(text(chunk.end)) {
        return Chunk { kind: Coarse::Misc, ..chunk };
    }
    if chunk.kind == Coarse::Org
        && text(chunk.start + 1) == "of"
        && takes_of(text(chunk.start)) == Some(Label::Fac)
    {
        return Chunk { kind: Coarse::Loc, ..chunk };
    }
    if apposed && matches!(chunk.kind, Coarse::Loc | Coarse::Misc) && noun.any(|at| is_organisation(text(at)))
    {
        Chunk { kind: Coarse::Org, ..chunk }
    } else {
        chunk
    }
}

/// What no organisation's name ends with.
fn is_law(word: &str) -> bool {
    matches!(word, "Act" | "Treaty" | "Accord" | "Accords" | "Protocol" | "Agreement" | "Amendment")
}

/// Peoples and religions that are no party: `Sunni Arabs`, where `Liberal Democrats` are one.
fn believes(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "Arab", "Arabs", "Muslim", "Muslims", "Christian", "Christians", "Jew", "Jews", "Buddhist", "Buddhists",
        "Hindu", "Hindus", "Kurd", "Kurds",
    ];
    WORDS.contains(&word)
}

/// What an agreement of states is called, before what it is `on`.
fn is_treaty(word: &str) -> bool {
    matches!(word, "Convention" | "Treaty" | "Covenant" | "Protocol" | "Declaration")
}

fn is_thing(noun: &str) -> bool {
    #[rustfmt::skip]
    const NOUNS: &[&str] = &[
        "submarine", "submarines", "jet", "jets", "fighters", "helicopter", "helicopters", "missile",
        "missiles", "rocket", "rockets", "tank", "tanks", "drone", "drones", "rifle", "rifles", "aircraft",
        "plane", "planes", "airliner", "airliners", "smartphone", "smartphones", "console", "truck", "trucks",
    ];
    NOUNS.contains(&noun)
}

fn is_organisation(noun: &str) -> bool {
    #[rustfmt::skip]
    const NOUNS: &[&str] = &[
        "company", "firm", "bank", "corporation", "manufacturer", "maker", "retailer", "operator", "agency",
        "newspaper", "magazine", "broadcaster", "consortium", "charity", "startup", "start-up", "foundation",
        "publisher", "conglomerate", "airline", "subsidiary", "nonprofit", "brokerage", "utility", "developer",
    ];
    NOUNS.contains(&noun)
}

/// Names whose parts small words tie: `Redes do Sul`, `Casa da Moeda`. A part before the word that was read as none has
/// its capital from being one where a word in small letters stands before it.
pub(super) fn tied(doc: &Document, chunks: impl Iterator<Item = Chunk>) -> Vec<Chunk> {
    let text = |at: Option<u32>| {
        at.and_then(|at| doc.tokens.get(at as usize)).map_or("", |token| doc.slice(token.span()))
    };
    // A name does not go on in the next paragraph.
    let in_block = |chunk: &Chunk| {
        let span = span(doc, *chunk);
        doc.block_at(span.start).is_some_and(|block| block.span.contains(span))
    };
    let mut tied: Vec<Chunk> = Vec::new();
    for mut chunk in chunks {
        if tied.last().is_some_and(|last| chunk.start < last.end) {
            continue;
        }
        chunk = treaty_end(doc, chunk).map(|end| Chunk { end, ..chunk }).filter(in_block).unwrap_or(chunk);
        let [tie, first, before] = [1, 2, 3].map(|back| text(chunk.start.checked_sub(back)));
        let before_it = tied.last().copied().filter(|before| before.end + 1 == chunk.start);
        match before_it {
            Some(before) if matches!(tie, "do" | "da" | "dos" | "das") => {
                let kind = if before.kind == Coarse::Org { before.kind } else { chunk.kind };
                let both = Chunk { start: before.start, kind, ..chunk };
                if in_block(&both) {
                    tied.pop();
                    chunk = both;
                }
            }
            None if matches!(tie, "do" | "da" | "dos" | "das")
                && first.starts_with(char::is_uppercase)
                && before.starts_with(char::is_lowercase)
                && tied.last().is_none_or(|last| last.end + 2 <= chunk.start) =>
            {
                let longer = Chunk { start: chunk.start - 2, ..chunk };
                chunk = if in_block(&longer) { longer } else { chunk };
            }
            _ => {}
        }
        tied.push(chunk);
    }
    tied
}

/// An organisation or a country and the person who has an office there: `U.N. Secretary-General Ban Ki-moon`. The office is
/// no part of a name.
pub(super) fn apart(doc: &Document, chunk: Chunk) -> [Option<Chunk>; 2] {
    let text = |at: u32| doc.tokens.get(at as usize).map_or("", |token| doc.slice(token.span()));
    let office = |at: u32| match (text(at), text(at + 1), text(at + 2)) {
        ("Secretary", "-", "General") => Some((at, at + 3)),
        ("Secretary-General" | "Ambassador", ..) => Some((at, at + 1)),
        _ => None,
    };
    let held = (chunk.start + 1..chunk.end).find_map(office).filter(|_| chunk.kind == Coarse::Org);
    let Some((office, after)) = held else { return [Some(chunk), None] };
    let is_country = classes(doc, chunk.start, office).has(Classes::COUNTRY);
    let kind = if is_country { Coarse::Loc } else { Coarse::Org };
    let person = Chunk { start: after, kind: Coarse::Per, ..chunk };
    [Some(Chunk { end: office, kind, ..chunk }), (person.start < person.end).then_some(person)]
}

/// One past the last word of what an agreement at the end of a name is on: `Convention on the Law of the Sea`.
fn treaty_end(doc: &Document, chunk: Chunk) -> Option<u32> {
    let text = |at: u32| doc.tokens.get(at as usize).map_or("", |token| doc.slice(token.span()));
    if !is_treaty(text(chunk.end.checked_sub(1)?)) || text(chunk.end) != "on" {
        return None;
    }
    let is_capital = |at: &u32| text(*at).starts_with(char::is_uppercase);
    let goes_on =
        |at: &u32| is_capital(at) || matches!(text(*at), "the" | "of" | "and" | "in" | "for" | "to");
    let first = chunk.end + 1 + u32::from(text(chunk.end + 1) == "the");
    let last = (first..first + 12).take_while(goes_on).filter(is_capital).last()?;
    is_capital(&first).then_some(last + 1)
}

/// A people's name with the small word after it that makes it a place: `Korean peninsula`.
pub(super) fn widened(doc: &Document, chunk: Chunk) -> Chunk {
    let next = doc.tokens.get(chunk.end as usize).map_or("", |token| doc.slice(token.span()));
    let place = chunk.kind == Coarse::Misc && matches!(next, "peninsula" | "subcontinent");
    if place { Chunk { end: chunk.end + 1, kind: Coarse::Loc, ..chunk } } else { chunk }
}

/// The text of a name.
pub(super) fn span(doc: &Document, chunk: Chunk) -> Span {
    let token = |at: u32| doc.tokens.get(at as usize).map(|token| token.span()).unwrap_or_default();
    token(chunk.start).join(token(chunk.end.saturating_sub(1)))
}

fn place<'d>(doc: &'d Document, chunk: Chunk, text: &dyn Fn(u32) -> &'d str) -> Label {
    let (first, last) = (text(chunk.start), text(chunk.end.saturating_sub(1)));
    let several = chunk.end - chunk.start > 1;
    let classes = classes(doc, chunk.start, chunk.end);
    if classes.has(Classes::COUNTRY | Classes::CITY | Classes::REGION) {
        return Label::Gpe;
    }
    if classes.has(Classes::NATURAL) {
        return Label::Loc;
    }
    if classes.has(Classes::FAC) {
        return Label::Fac;
    }
    let by_head =
        |label: Option<Label>| label.filter(|label| matches!(label, Label::Gpe | Label::Loc | Label::Fac));
    let of = several && text(chunk.start + 1) == "of";
    let heads =
        [takes_of(first).filter(|_| of), head(last).filter(|_| several), prefix(first).filter(|_| several)];
    let found = heads.into_iter().find_map(by_head);
    found.unwrap_or_else(|| if is_region(last) { Label::Loc } else { Label::Gpe })
}

/// The classes that the words from `start` to `end` have as one listed name.
pub(super) fn classes(doc: &Document, start: u32, end: u32) -> Classes {
    let words = doc.tokens.get(start as usize..end as usize).unwrap_or_default();
    let found = gazetteer().find(words.iter().map(|token| doc.slice(token.span())));
    found.filter(|found| found.words == words.len()).map(|found| found.classes).unwrap_or_default()
}

/// Words for parts of the world, also as the last of `Central Asia`.
fn is_region(last: &str) -> bool {
    #[rustfmt::skip]
    const REGIONS: &[&str] = &[
        "Africa", "Asia", "Europe", "America", "East", "West", "South", "North", "Hemisphere", "Balkans",
        "Caucasus", "Antarctica", "Arctic", "Pacific", "Atlantic", "Mediterranean", "Caribbean", "Earth",
        "Moon", "Mars", "Himalayas", "Alps", "Sahara", "Sahel", "Indies", "Territories", "peninsula",
        "subcontinent",
    ];
    REGIONS.contains(&last)
}

fn thing<'d>(doc: &'d Document, chunk: Chunk, text: &dyn Fn(u32) -> &'d str) -> Label {
    let classes = classes(doc, chunk.start, chunk.end);
    if classes.has(Classes::NORP | Classes::COUNTRY) {
        let is_language = classes.has(Classes::LANGUAGE) && spoken(chunk, text);
        return if is_language { Label::Language } else { Label::Norp };
    }
    let listed = [
        (Classes::EVENT, Label::Event),
        (Classes::LAW, Label::Law),
        (Classes::LANGUAGE, Label::Language),
        (Classes::PRODUCT, Label::Product),
        (Classes::WORK, Label::WorkOfArt),
    ];
    if let Some((_, label)) = listed.into_iter().find(|(class, _)| classes.has(*class)) {
        return label;
    }
    if is_thing(text(chunk.end)) {
        return Label::Product;
    }
    let (first, last) = (text(chunk.start), text(chunk.end - 1));
    let several = chunk.end - chunk.start > 1;
    let heads = [prefix(first), head(last), takes_of(first)];
    let fits = |label: &Label| matches!(label, Label::Event | Label::Law | Label::Fac | Label::Loc);
    if several && let Some(label) = heads.into_iter().flatten().find(fits) {
        return label;
    }
    let numbered = last.chars().any(|c| c.is_ascii_digit());
    let is_people = |at: u32| is_people(doc, at, text(at));
    if is_people(chunk.end - 1) || several && is_people(chunk.start) && !numbered && head(last).is_none() {
        return Label::Norp;
    }
    let quoted = chunk.start.checked_sub(1).is_some_and(|at| matches!(text(at), "\"" | "“" | "‘" | "``"));
    match (several, quoted || is_prize(last), numbered, is_event(last)) {
        (_, true, ..) => Label::WorkOfArt,
        (true, _, _, true) => Label::Event,
        (false, ..) | (_, _, true, _) => Label::Product,
        _ => Label::WorkOfArt,
    }
}

fn is_prize(word: &str) -> bool {
    matches!(word, "Prize" | "Award" | "Awards" | "Medal" | "Trophy" | "Oscar" | "Oscars" | "Emmy" | "Grammy")
}

/// Words that an event's name ends with beside the heads of names: `World War II`, `the 1968 election`.
fn is_event(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "I", "II", "III", "Day", "Campaign", "campaign", "election", "elections", "Election", "Elections",
        "primary", "primaries", "referendum", "Referendum", "summit", "Classic", "Slam", "Masters", "Crisis",
        "crisis", "Series", "Trophy", "League", "Derby", "Rally", "Week", "Fair", "Convention", "Tour",
        "Mission", "Congress", "Debate", "Riots", "Attacks", "Plague", "Holocaust", "Depression", "Spring",
        "Movement", "Winter", "Conference", "Regatta", "Rebellion", "Revolt", "Rising", "Coup", "Siege",
    ];
    WORDS.contains(&word)
}

fn is_people(doc: &Document, at: u32, word: &str) -> bool {
    is_listed_people(doc, at)
        || ["ese", "ish", "ian", "ians", "ans", "ists", "ites"].iter().any(|end| word.ends_with(end))
}

fn is_listed_people(doc: &Document, at: u32) -> bool {
    classes(doc, at, at + 1).has(Classes::NORP)
}

/// Whether a people's name stands for its language: `answered in Portuguese`, `speaks Polish`.
fn spoken<'d>(chunk: Chunk, text: &dyn Fn(u32) -> &'d str) -> bool {
    let before = chunk.start.checked_sub(1).map_or("", text);
    let next = text(chunk.end);
    let alone = next.is_empty() || is_function(next) || !next.starts_with(char::is_alphanumeric);
    let cued = matches!(before, "in" | "speak" | "speaks" | "spoke" | "speaking" | "fluent");
    cued && alone && next != "-"
}
