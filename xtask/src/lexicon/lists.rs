//! The lists that were written for this project: lines of names between `|`, under headings `[CLASS]`, with
//! comments after `#`; and the table of countries.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project;

/// The folder of a list by what it begins with: beside this code, or among the core's data.
fn path(name: &str) -> PathBuf {
    project::root().join("xtask/src/lexicon/lists").join(name)
}

/// The text of a list, without comments and empty lines.
fn lines(path: PathBuf) -> Result<Vec<String>> {
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let kept = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(kept.map(str::to_owned).collect())
}

/// The headings of a list, each with one name under it, in the order of the file.
pub fn sections(name: &str) -> Result<Vec<(String, String)>> {
    under_headings(lines(path(name))?)
}

/// [`sections`] of a list among the core's own data.
pub fn core_sections(name: &str) -> Result<Vec<(String, String)>> {
    under_headings(lines(project::root().join("src/lexicon/data").join(name))?)
}

fn under_headings(lines: Vec<String>) -> Result<Vec<(String, String)>> {
    let mut heading = String::new();
    let mut entries = Vec::new();
    for line in lines {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            heading = name.to_owned();
        } else {
            let names = line.split('|').map(str::trim).filter(|name| !name.is_empty());
            entries.extend(names.map(|name| (heading.clone(), name.to_owned())));
        }
    }
    Ok(entries)
}

/// A row of `countries.txt`.
pub struct Country {
    pub code: String,
    pub names: Vec<String>,
    /// Adjectives and words for the people.
    pub demonyms: Vec<String>,
    pub capitals: Vec<String>,
}

/// The table of countries.
pub fn countries() -> Result<Vec<Country>> {
    let rows = lines(path("countries.txt"))?;
    let read = |row: &String| {
        let cells: Vec<Vec<String>> = row
            .split('|')
            .map(|cell| {
                cell.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
            })
            .collect();
        let [code, names, adjectives, people, capitals] = cells.try_into().ok()?;
        let demonyms = [adjectives, people].concat();
        Some(Country { code: code.first()?.clone(), names, demonyms, capitals })
    };
    rows.iter().map(|row| read(row).with_context(|| format!("five cells expected: {row}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{countries, under_headings};

    #[test]
    fn names_stand_under_their_heading() {
        let lines = ["[CITY]", "Rome|Paris", "Oslo", "[TEAM]", "Ajax|"].map(str::to_owned).to_vec();
        let entries = under_headings(lines).unwrap();
        let found: Vec<_> = entries.iter().map(|(heading, name)| format!("{heading} {name}")).collect();
        assert_eq!(found, ["CITY Rome", "CITY Paris", "CITY Oslo", "TEAM Ajax"]);
    }

    #[test]
    fn the_table_of_countries_is_whole() {
        let countries = countries().unwrap();
        assert!(countries.len() > 230);
        assert!(countries.iter().all(|country| country.code.len() == 2 && !country.names.is_empty()));
    }
}
