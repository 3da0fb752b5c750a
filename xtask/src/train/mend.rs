//! Mends what GMB's annotation, and teachers that learned from it, do to names: by the lists where they know better, and by
//! the conventions of newswire (the office is no part of a name, nor is `southern`; a country's team is the country).

use manicule::lexicon::gazetteer::{Classes, gazetteer};

use super::data::Rows;

/// Mends a sentence.
pub fn mend(rows: &mut Rows) {
    let mut at = 0;
    while at < rows.len() {
        let past = end(rows, at);
        if rows[at].1.starts_with("B-") {
            mend_name(rows, at, past);
        }
        at = past;
    }
    mend_listed(rows);
}

/// One past the name that begins at `at`, or past the token that begins none.
fn end(rows: &Rows, at: usize) -> usize {
    let Some(kind) = rows[at].1.strip_prefix("B-") else { return at + 1 };
    let inside = rows[at + 1..].iter().take_while(|(_, tag)| tag.strip_prefix("I-") == Some(kind));
    at + 1 + inside.count()
}

/// Marks the tokens from `at` to `past` as one name of `kind`.
fn mark(rows: &mut Rows, at: usize, past: usize, kind: &str) {
    for (inside, (_, tag)) in rows[at..past].iter_mut().enumerate() {
        *tag = if kind == "O" {
            kind.to_owned()
        } else {
            format!("{}-{kind}", if inside == 0 { "B" } else { "I" })
        };
    }
}

fn mend_name(rows: &mut Rows, at: usize, past: usize) {
    let kind = rows[at].1[2..].to_owned();
    let word = |at: usize| rows.get(at).map_or("", |(token, _)| token.as_str());
    let words: Vec<&str> = (at..past).map(word).collect();
    let one = if let [one] = words[..] { one } else { "" };
    let is_office = matches!(word(past), "Secretary" | "Minister");
    match (kind.as_str(), &words[..]) {
        ("LOC", [first, _, ..]) if is_part(first) => {
            mark(rows, at, at + 1, "O");
            mark(rows, at + 1, past, "LOC");
        }
        ("ORG", ["State"]) if at > 1 && word(at - 1) == "of" && word(at - 2) == "Secretary" => {
            mark(rows, at, past, "O")
        }
        ("ORG", ["U.S." | "US", "Defense" | "Energy" | "State" | "Treasury"]) if is_office => {
            mark(rows, at, at + 1, "LOC");
            mark(rows, at + 1, past, "O");
        }
        ("ORG", ["General", name, ..])
            if !matches!(*name, "Motors" | "Electric" | "Dynamics" | "Mills" | "Administration") =>
        {
            mark(rows, at, at + 1, "O");
            mark(rows, at + 1, past, "PER");
        }
        ("ORG", _) if words.contains(&"Secretary-General") => {
            let office = at + words.iter().position(|word| *word == "Secretary-General").unwrap_or_default();
            mark(rows, at, office, "ORG");
            mark(rows, office, office + 1, "O");
            mark(rows, office + 1, past, "PER");
        }
        ("LOC", ["African", "Union"]) => mark(rows, at, past, "ORG"),
        ("ORG", ["West", "Indies"]) => mark(rows, at, past, "LOC"),
        _ if one == "The" => mark(rows, at, past, "O"),
        ("ORG", _) if is_country(one) => mark(rows, at, past, "LOC"),
        _ => {
            if let Some(kind) = known(&words.join(" ")) {
                mark(rows, at, past, kind);
            }
        }
    }
}

/// Words for a part of a place, which are no part of its name.
fn is_part(word: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "southern", "northern", "eastern", "western", "central", "south", "north", "east", "west", "northwest",
        "northeast", "southwest", "southeast", "northwestern", "northeastern", "southwestern", "southeastern",
    ];
    PARTS.contains(&word)
}

/// A country's name and nothing else; `DRC` and `Tehran` are what the annotation takes for a government.
fn is_country(word: &str) -> bool {
    let found = gazetteer().find([word]).map(|found| found.classes).unwrap_or_default();
    found.has(Classes::COUNTRY) || matches!(word, "DRC" | "Tehran" | "Hague")
}

/// What some names are wherever they stand.
fn known(name: &str) -> Option<&'static str> {
    Some(match name {
        "Fatah" => "ORG",
        "AIDS" | "HIV" | "DNA" | "SARS" => "O",
        "Islam" | "Maoists" | "Soviet" | "Nuclear Non-Proliferation Treaty" => "MISC",
        "Abu Ghraib" => "LOC",
        _ => return None,
    })
}

/// What the lists know: the parts of `South Korean` and `Czech Republic` belong together, and the `U.N.` is no place.
fn mend_listed(rows: &mut Rows) {
    let mut at = 0;
    while at < rows.len() {
        let words = rows[at..].iter().take(5).map(|(token, _)| token.as_str());
        let capital = rows[at].0.starts_with(char::is_uppercase);
        let Some(found) = gazetteer().find(words).filter(|_| capital) else {
            at += 1;
            continue;
        };
        let past = at + found.words;
        let kind = mended(&rows[at..past], found.classes);
        // A longer name that the listed one is part of stays.
        let begins = |at: usize| rows.get(at).is_none_or(|(_, tag)| !tag.starts_with("I-"));
        if let Some(kind) = kind.filter(|_| begins(at) && begins(past)) {
            mark(rows, at, past, kind);
        }
        at = past;
    }
}

/// What a listed name is for certain.
fn mended(rows: &[(String, String)], classes: Classes) -> Option<&'static str> {
    let names = Classes(classes.0 & !(Classes::COMMON.0 | Classes::CAPITALS.0));
    let places = Classes::COUNTRY | Classes::REGION | Classes::CITY;
    match rows {
        [(word, tag)] => match word.as_str() {
            "U.N." | "NATO" => Some("ORG"),
            "Muslim" | "Muslims" | "Islamic" | "Christian" | "Christians" | "Jewish" | "Jews" | "Shi'ite"
            | "Shiite" | "Sunni" | "Kurdish" | "Arab" => Some("MISC"),
            // `European`, `Kurds`: a people that was not marked.
            _ if names == Classes::NORP && tag == "O" => Some("MISC"),
            _ => None,
        },
        rows if rows.iter().any(|(word, _)| !word.starts_with(char::is_uppercase)) => None,
        _ if names == Classes::NORP => Some("MISC"),
        _ if names.has(Classes::COUNTRY) && names.0 & !places.0 == 0 => Some("LOC"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Rows, mend};

    fn check(marked: &str, expected: &str) {
        let mut rows: Rows = marked
            .split(' ')
            .filter_map(|word| word.split_once('/'))
            .map(|(token, tag)| (token.to_owned(), tag.to_owned()))
            .collect();
        mend(&mut rows);
        let tags: Vec<&str> = rows.iter().map(|(_, tag)| tag.as_str()).collect();
        assert_eq!(tags.join(" "), expected, "{marked}");
    }

    #[test]
    fn listed_names_that_were_cut_are_whole_again() {
        check("the/O Czech/B-LOC Republic/B-LOC won/O", "O B-LOC I-LOC O");
        check("South/O Korean/B-MISC troops/O", "B-MISC I-MISC O");
        check("the/O U.N./B-LOC said/O", "O B-ORG O");
    }

    #[test]
    fn what_is_no_part_of_a_name_is_outside() {
        check("in/O southern/B-LOC Iraq/I-LOC", "O O B-LOC");
        check("U.N./B-ORG Secretary-General/I-ORG Ban/I-ORG Ki-moon/I-ORG", "B-ORG O B-PER I-PER");
        check("Secretary/O of/O State/B-ORG Rice/B-PER", "O O O B-PER");
        check("U.S./B-ORG Defense/I-ORG Secretary/O", "B-LOC O O");
        check("U.S./B-ORG Defense/I-ORG Department/I-ORG", "B-ORG I-ORG I-ORG");
    }

    #[test]
    fn peoples_are_marked() {
        check("European/O leaders/O", "B-MISC O");
    }

    #[test]
    fn an_organisation_is_none_that_is_a_country_or_a_person() {
        check("Turkey/B-ORG beat/O", "B-LOC O");
        check("General/B-ORG Musharraf/I-ORG", "O B-PER");
        check("General/B-ORG Motors/I-ORG", "B-ORG I-ORG");
    }

    #[test]
    fn a_longer_name_stays() {
        check("Bank/B-ORG of/I-ORG South/I-ORG Korea/I-ORG", "B-ORG I-ORG I-ORG I-ORG");
    }
}
