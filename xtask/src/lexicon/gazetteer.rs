//! `data/gazetteer.bin`: names and their classes.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use manicule::ingest;
use manicule::lexicon::gazetteer::{Classes, RARE};
use manicule::lexicon::hash::{phrase_hash, word_hash};
use manicule::lexicon::names::names;

use super::fuse::fuse;
use super::geonames::{cities, is_listed};
use super::pack::varint;
use super::places::spellings;
use super::sources::{Package, Sources};
use super::{census, lists};

/// Bits of a check: of words that are not listed, one in about a thousand is found.
const CHECK: u32 = 10;
/// Bits of the number of one of the frequent sets of classes, and of any other.
const FREQUENT: u32 = 4;
const OTHER: u32 = 10;
/// Words in the longest name, and where the reach of a first word stands in its value.
const LONGEST: usize = 8;
const REACH: u32 = 24;

const SUBDIVISIONS: Package = Package::Npm("cldr-subdivisions-full", "48.2.0");
const TERRITORIES: Package = Package::Npm("cldr-localenames-full", "48.2.0");

/// Names by the hash of their words, with classes and, for first words, the reach.
#[derive(Default)]
struct Names {
    classes: BTreeMap<u64, Classes>,
    reach: BTreeMap<u64, usize>,
}

impl Names {
    fn add(&mut self, name: &str, mut class: Classes) {
        let words = words(name);
        if words.is_empty() || words.len() > LONGEST {
            return;
        }
        let is_acronym = name.chars().filter(|c| c.is_uppercase()).count() > 1
            && !name.chars().any(|c| c.is_lowercase() || c.is_whitespace());
        if is_acronym {
            class |= Classes::CAPITALS;
        }
        *self.classes.entry(phrase_hash(words.iter().map(String::as_str))).or_default() |= class;
        if words.len() > 1 {
            let reach = self.reach.entry(word_hash(&words[0])).or_default();
            *reach = (*reach).max(words.len() - 1);
        }
    }

    fn pack(mut self) -> Result<Vec<u8>> {
        for &hash in self.reach.keys() {
            self.classes.entry(hash).or_default();
        }
        let value = |hash: &u64, classes: &Classes| {
            classes.0 | (self.reach.get(hash).copied().unwrap_or_default() as u32) << REACH
        };
        let entries: Vec<(u64, u32)> =
            self.classes.iter().map(|(hash, classes)| (*hash, value(hash, classes))).collect();
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        entries.iter().for_each(|(_, value)| *counts.entry(*value).or_default() += 1);
        let mut values: Vec<u32> = counts.keys().copied().collect();
        values.sort_by_key(|value| std::cmp::Reverse(counts[value]));
        let mut out = Vec::new();
        varint(&mut out, u32::try_from(values.len())?);
        values.iter().for_each(|value| varint(&mut out, *value));
        let number: BTreeMap<u32, u32> = values.into_iter().zip(0..).collect();
        let numbers = entries.iter().map(|(hash, value)| (*hash, number[value]));
        let frequent = numbers.clone().map(|(hash, number)| (hash, number.min(RARE)));
        out.extend(fuse(FREQUENT, CHECK, &frequent.collect())?);
        let rare = numbers.filter_map(|(hash, number)| Some((hash, number.checked_sub(RARE)?)));
        out.extend(fuse(OTHER, 0, &rare.collect())?);
        Ok(out)
    }
}

/// The tokens of a name as it stands within a sentence.
fn words(name: &str) -> Vec<String> {
    if name.chars().all(char::is_alphabetic) {
        return vec![name.to_owned()];
    }
    let (doc, _) = ingest::plain(&format!("Then {name} said so."));
    let tokens = doc.tokens.iter().map(|token| doc.slice(token.span()).to_owned());
    let mut words: Vec<String> = tokens.skip(1).collect();
    words.truncate(words.len().saturating_sub(3));
    words
}

/// The packed file.
pub fn build(sources: &Sources) -> Result<Vec<u8>> {
    let mut all = Names::default();
    add_places(&mut all, sources)?;
    census::each(sources, |name, class| all.add(name, class))?;
    let mut own = Vec::new();
    for list in ["people.txt", "organisations.txt", "teams.txt", "media.txt", "things.txt", "words.txt"] {
        own.extend(lists::sections(list)?);
    }
    own.extend(lists::core_sections("organisations.txt")?);
    own.extend(lists::core_sections("things.txt")?);
    own.extend(lists::core_sections("words.txt")?);
    own.extend(lists::core_sections("countries.txt")?);
    for (heading, name) in own {
        let class = class_of(&heading).with_context(|| format!("no class is called {heading}"))?;
        all.add(&name, class);
    }
    println!("gazetteer: {} names, {} first words", all.classes.len(), all.reach.len());
    all.pack()
}

/// The class under a heading; the core's own lists have the label's name.
fn class_of(heading: &str) -> Option<Classes> {
    Some(match heading {
        "GPE" => Classes::REGION,
        "LOC" => Classes::NATURAL,
        "word" => Classes::COMMON,
        // Words with a topic are common ones.
        _ if heading.starts_with("topic ") => Classes::COMMON,
        _ => {
            heading.split(' ').try_fold(Classes::default(), |all, name| Some(all | Classes::named(name)?))?
        }
    })
}

fn add_places(all: &mut Names, sources: &Sources) -> Result<()> {
    for country in lists::countries()? {
        country.names.iter().for_each(|name| all.add(name, Classes::COUNTRY));
        country.demonyms.iter().for_each(|name| all.add(name, Classes::NORP));
        country.capitals.iter().for_each(|name| all.add(name, Classes::CITY));
    }
    for (list, class) in [("states.txt", Classes::REGION), ("other-names.txt", Classes::CITY)] {
        for (_, entry) in lists::sections(list)? {
            let names = entry.split('=').next().unwrap_or_default();
            names.split('/').for_each(|name| all.add(name, class));
        }
    }
    // A small town whose name is a common word does more harm than good.
    let common = |name: &str| names().is_common(&name.to_lowercase());
    for city in cities(sources)?.iter().filter(|city| is_listed(city)) {
        if city.population >= 300_000 || !common(&city.name) {
            spellings(&city.name).iter().for_each(|name| all.add(name, Classes::CITY));
        }
    }
    for (name, class) in
        [(subdivisions(sources)?, Classes::REGION), (territories(sources)?, Classes::COUNTRY)]
    {
        name.iter().filter(|name| !common(name)).for_each(|name| all.add(name, class));
    }
    Ok(())
}

/// The strings under a path of keys in a package's JSON.
fn json_names(sources: &Sources, package: Package, file: &str, path: &str) -> Result<Vec<(String, String)>> {
    let file = sources.file(package, file)?;
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let found = json.pointer(path).and_then(|value| value.as_object());
    let found = found.with_context(|| format!("{} has no {path}", file.display()))?;
    Ok(found.iter().filter_map(|(key, name)| Some((key.clone(), name.as_str()?.to_owned()))).collect())
}

/// Names of states and provinces of the world.
fn subdivisions(sources: &Sources) -> Result<Vec<String>> {
    let path = "/subdivisions/localeDisplayNames/subdivisions";
    let names = json_names(sources, SUBDIVISIONS, "subdivisions/en/en.json", path)?;
    Ok(names.into_iter().map(|(_, name)| name).collect())
}

/// Names of countries as CLDR has them, without its regions (their codes are numbers).
fn territories(sources: &Sources) -> Result<Vec<String>> {
    let path = "/main/en/localeDisplayNames/territories";
    let names = json_names(sources, TERRITORIES, "main/en/territories.json", path)?;
    let is_country = |code: &str| {
        code.starts_with(|c: char| c.is_alphabetic())
            && !["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"].contains(&&code[..2])
    };
    let kept = names.into_iter().filter(|(code, name)| is_country(code) && !name.contains('('));
    Ok(kept.flat_map(|(_, name)| [name.replace('&', "and"), name]).collect())
}

#[cfg(test)]
mod tests {
    use super::{class_of, words};

    #[test]
    fn names_are_cut_as_texts_are() {
        for (name, tokens) in [
            ("Apple Inc.", "Apple Inc."),
            ("St. Louis", "St. Louis"),
            ("U.S.", "U.S."),
            ("Moody's", "Moody 's"),
            ("Guinea-Bissau", "Guinea - Bissau"),
        ] {
            assert_eq!(words(name).join(" "), tokens);
        }
    }

    #[test]
    fn headings_are_classes() {
        assert!(class_of("GIVEN SURNAME").is_some() && class_of("GPE").is_some());
        assert_eq!(class_of("NOTHING"), None);
    }
}
