//! Given names and surnames of the United States Census of 1990 (public domain), as PyPI's `names` packs
//! them.

use std::fs;

use anyhow::Result;
use manicule::lexicon::gazetteer::Classes;

use super::sources::{Package, Sources};

const NAMES: Package = Package::Pypi("names", "0.3.0");
/// A surname is listed when it is among this many; what is rarer is mostly a misspelling of another.
const SURNAMES: usize = 20_000;

/// Hands over each name with its class.
pub fn each(sources: &Sources, mut take: impl FnMut(&str, Classes)) -> Result<()> {
    for (file, class, most) in [
        ("dist.male.first", Classes::GIVEN, usize::MAX),
        ("dist.female.first", Classes::GIVEN, usize::MAX),
        ("dist.all.last", Classes::SURNAME, SURNAMES),
    ] {
        let text = fs::read_to_string(sources.file(NAMES, &format!("names/{file}"))?)?;
        for line in text.lines().take(most) {
            if let Some(name) = line.split_whitespace().next() {
                // Capitals are the file's way, not the name's.
                take(&name.to_lowercase(), class);
            }
        }
    }
    Ok(())
}
