//! Sentences of the newswire kinds that the corpora lack, made from templates (`wire.txt`) and lists.

use std::collections::HashMap;

use super::data::{GLUE, Rows};
use crate::random::Random;

const TEMPLATES: &str = include_str!("wire.txt");
const NAMES: &str = include_str!("wire-names.txt");
const UNLISTED: &str = include_str!("unlisted.txt");
const COUNTRIES: &str = include_str!("../lexicon/lists/countries.txt");
const STATES: &str = include_str!("../lexicon/lists/states.txt");
const CITIES: &str = include_str!("../../../src/lexicon/data/cities.txt");
const PEOPLE: &str = include_str!("../../../src/lexicon/data/people.txt");
const WORLD: &str = include_str!("../lexicon/lists/people.txt");
const TEAMS: &str = include_str!("../lexicon/lists/teams.txt");

/// Lists by slot.
struct Pools(HashMap<char, Vec<String>>);

/// The entries of the sections of a list file.
fn sections(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        section = name.unwrap_or(section);
        let entries = if name.is_some() { "" } else { line };
        entries.split('|').filter(|entry| !entry.is_empty()).map(move |entry| (section, entry))
    })
}

impl Pools {
    fn new() -> Self {
        let mut pools: HashMap<char, Vec<String>> = HashMap::new();
        let mut add = |slot: char, name: &str| pools.entry(slot).or_default().push(name.to_owned());
        for (section, name) in sections(NAMES) {
            section.chars().next().into_iter().for_each(|slot| add(slot, name));
        }
        for (section, name) in sections(UNLISTED) {
            section.chars().next().into_iter().for_each(|slot| add(slot, name));
        }
        for line in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').collect();
            let first = |at: usize| {
                fields.get(at).and_then(|field| field.split(';').next()).filter(|name| !name.is_empty())
            };
            first(1).into_iter().for_each(|name| add('N', name));
            first(2).into_iter().for_each(|name| add('D', name));
        }
        for name in [
            "U.S.",
            "US",
            "U.S.",
            "Britain",
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "West Indies",
            "France",
            "Germany",
            "Italy",
            "Spain",
            "Russia",
            "China",
            "Japan",
            "Brazil",
        ] {
            add('N', name);
            add('N', name);
        }
        for name in ["English", "Scottish", "Welsh", "Dutch", "British", "American", "U.S."] {
            add('D', name);
        }
        for (section, name) in sections(CITIES) {
            if section == "GPE" {
                add('C', name);
            }
        }
        for (_, entry) in sections(STATES) {
            entry.split(['=', '/']).next().into_iter().for_each(|name| add('R', name));
        }
        for (section, name) in sections(PEOPLE) {
            add(if section == "given" { 'g' } else { 'f' }, name);
        }
        for (section, name) in sections(WORLD) {
            add(if section.starts_with("GIVEN") { 'g' } else { 'f' }, name);
        }
        for (_, name) in sections(TEAMS) {
            add('T', name);
        }
        Self(pools)
    }

    fn pick(&self, slot: char, random: &mut Random) -> String {
        self.0.get(&slot).map_or_else(String::new, |names| names[random.below(names.len())].clone())
    }
}

/// What a slot's names are.
fn kind(slot: char) -> Option<&'static str> {
    Some(match slot {
        'T' | 'K' | 'Y' | 'z' | 'O' | 'M' | 'G' | 'A' => "ORG",
        'N' | 'L' | 'C' | 'V' | 'R' => "LOC",
        'P' | 'S' | 'F' | 'I' => "PER",
        'D' | 'E' => "MISC",
        _ => return None,
    })
}

struct Writer<'p> {
    pools: &'p Pools,
    random: &'p mut Random,
    /// Full names used in this document.
    people: Vec<String>,
    recent: HashMap<char, Vec<String>>,
}

impl Writer<'_> {
    fn name(&mut self, slot: char) -> String {
        let name = match slot {
            'P' => {
                let (given, surname) = (self.pools.pick('g', self.random), self.pools.pick('f', self.random));
                let middle = ["", "", "", "", "", " van", " de", " al-", " bin"][self.random.below(9)];
                let name = if middle.ends_with('-') {
                    format!("{given}{middle}{surname}")
                } else {
                    format!("{given}{middle} {surname}")
                };
                self.people.push(name.clone());
                name
            }
            'S' if !self.people.is_empty() => {
                let full = &self.people[self.random.below(self.people.len())];
                full.rsplit(' ').next().unwrap_or(full).to_owned()
            }
            'F' | 'S' => self.pools.pick('f', self.random),
            'I' => {
                let initials = self.pools.pick('g', self.random);
                format!("{}. {}", initials.chars().next().unwrap_or('J'), self.pools.pick('f', self.random))
            }
            'K' => self.pools.pick('C', self.random),
            'L' => self.pools.pick('N', self.random),
            'z' => self.pools.pick('z', self.random).to_uppercase(),
            'A' => (0..3).map(|_| char::from(b'A' + self.random.below(26) as u8)).collect(),
            slot => self.pools.pick(slot, self.random),
        };
        // A name comes again in its document one time in three.
        let used = self.recent.entry(slot).or_default();
        if !used.is_empty() && "TKYNLCVDOMGE".contains(slot) && self.random.below(3) == 0 {
            return used[self.random.below(used.len())].clone();
        }
        used.push(name.clone());
        name
    }

    fn number(&mut self, slot: char) -> String {
        let random = &mut *self.random;
        match slot {
            'n' => random.below(10).to_string(),
            'm' => (10 + random.below(90)).to_string(),
            'k' => (100 + random.below(900)).to_string(),
            'h' => format!("{}.{:02}", random.below(80), random.below(100)),
            's' => format!("{}-{}", 6 + random.below(2), random.below(7)),
            'w' => format!("{}:{:02}.{:02}", 1 + random.below(9), random.below(60), random.below(100)),
            'y' => (1990 + random.below(34)).to_string(),
            'd' => match random.below(3) {
                0 => format!(
                    "{}-{:02}-{:02}",
                    1995 + random.below(30),
                    1 + random.below(12),
                    1 + random.below(28)
                ),
                1 => format!(
                    "{} {}",
                    ["Jan", "March", "May", "June", "Aug.", "Sept", "October"][random.below(7)],
                    1 + random.below(28)
                ),
                _ => format!(
                    "{} {}",
                    1 + random.below(28),
                    ["January", "April", "May", "July", "November"][random.below(5)]
                ),
            },
            _ => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
                [random.below(7)]
            .to_owned(),
        }
    }

    /// A template as tokens and tags.
    fn fill(&mut self, template: &str) -> Rows {
        let (shout, template) = template.strip_prefix('^').map_or((false, template), |rest| (true, rest));
        let mut rows = Rows::new();
        for word in template.split(' ') {
            let before = rows.len();
            let mut rest = word;
            while let Some(open) = rest.find('{') {
                let slot = rest[open + 1..].chars().next().unwrap_or(' ');
                let close = open + 2 + slot.len_utf8();
                push(&mut rows, before, &rest[..open], "O");
                match kind(slot) {
                    Some(kind) => {
                        let name = self.name(slot);
                        for (at, part) in name.split(' ').enumerate() {
                            let from = if at == 0 { before } else { rows.len() };
                            push(
                                &mut rows,
                                from,
                                part,
                                &format!("{}-{kind}", if at == 0 { "B" } else { "I" }),
                            );
                        }
                    }
                    None => {
                        for (at, part) in self.number(slot).split(' ').enumerate() {
                            let from = if at == 0 { before } else { rows.len() };
                            push(&mut rows, from, part, "O");
                        }
                    }
                }
                rest = &rest[close..];
            }
            push(&mut rows, before, rest, "O");
        }
        if shout {
            rows.iter_mut().for_each(|(token, _)| *token = token.to_uppercase());
        }
        rows
    }
}

/// Adds a token, without a space before it where the template's word has begun before it.
fn push(rows: &mut Rows, word: usize, text: &str, tag: &str) {
    if !text.is_empty() {
        let glue = if rows.len() > word { GLUE.to_string() } else { String::new() };
        rows.push((glue + text, tag.to_owned()));
    }
}

/// `count` documents of about a dozen lines each.
pub fn documents(count: usize, seed: u64) -> Vec<Vec<Rows>> {
    let pools = Pools::new();
    let mut random = Random::new(seed);
    let blocks: Vec<Vec<&str>> = TEMPLATES
        .split("\n\n")
        .map(|block| block.lines().filter(|line| line.starts_with(['!', '*'])).collect::<Vec<_>>())
        .filter(|lines| !lines.is_empty())
        .collect();
    (0..count)
        .map(|number| {
            let block = &blocks[number % blocks.len()];
            let opening: Vec<&str> = block.iter().filter_map(|line| line.strip_prefix("! ")).collect();
            let body: Vec<&str> = block.iter().filter_map(|line| line.strip_prefix("* ")).collect();
            let mut writer =
                Writer { pools: &pools, random: &mut random, people: Vec::new(), recent: HashMap::new() };
            let mut lines = Vec::new();
            for line in opening {
                if writer.random.below(2) == 0 {
                    lines.push(writer.fill(line));
                }
            }
            let mut at = writer.random.below(body.len());
            for _ in 0..8 + writer.random.below(6) {
                lines.push(writer.fill(body[at]));
                // Tables repeat a line.
                if writer.random.below(2) == 0 {
                    at = writer.random.below(body.len());
                }
            }
            lines
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::documents;

    #[test]
    fn a_seed_gives_the_same_documents_and_names_are_begun_before_they_go_on() {
        let made = documents(40, 7);
        assert_eq!(made, documents(40, 7));
        assert_ne!(made, documents(40, 8));
        for line in made.iter().flatten() {
            let mut last = "O";
            for (token, tag) in line {
                assert!(!token.trim_start_matches(super::GLUE).is_empty() && !token.contains(['{', '}']));
                let goes_on = tag.strip_prefix("I-").is_none_or(|kind| last.get(2..) == Some(kind));
                assert!(goes_on, "{line:?}");
                last = tag;
            }
        }
    }
}
