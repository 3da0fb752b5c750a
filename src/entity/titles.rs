//! Titles and offices: what stands before a person's name and what an article calls a person instead of
//! it. Lists of our own.

/// Words that come before a name and are no part of it.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mister", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "rev", "fr",
    "st", "saint", "hon", "gen", "col", "maj", "capt", "lt", "sgt", "cpl", "adm", "sen", "rep", "gov",
    "pres", "messrs", "mme", "mlle", "monsieur", "madame", "herr", "frau", "señor", "señora", "don", "doña",
];

/// What a person holds or does, one word.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "chancellor",
    "minister",
    "secretary",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "governor",
    "mayor",
    "ambassador",
    "envoy",
    "king",
    "queen",
    "prince",
    "princess",
    "emperor",
    "empress",
    "tsar",
    "shah",
    "sultan",
    "emir",
    "pope",
    "cardinal",
    "archbishop",
    "bishop",
    "patriarch",
    "reverend",
    "pastor",
    "imam",
    "ayatollah",
    "sheikh",
    "rabbi",
    "general",
    "colonel",
    "major",
    "captain",
    "lieutenant",
    "sergeant",
    "commander",
    "admiral",
    "marshal",
    "brigadier",
    "judge",
    "justice",
    "professor",
    "doctor",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "director",
    "leader",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "coach",
    "manager",
    "speaker",
    "lawmaker",
    "councillor",
    "commissioner",
    "prosecutor",
    "attorney",
    "inspector",
    "detective",
    "sheriff",
    "chief",
    "dictator",
    "monarch",
    "head",
    "ceo",
    "founder",
    "editor",
    "author",
    "analyst",
    "economist",
];

/// Whether a word, in any case and with or without its full stop, is a title such as `Mr`.
pub(super) fn is_title(word: &str) -> bool {
    is_listed(word.trim_end_matches('.'), TITLES)
}

/// Whether a word, in any case, is an office such as `president`.
pub(crate) fn is_office(word: &str) -> bool {
    is_listed(word, OFFICES)
}

fn is_listed(word: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// The name in a mention of a person: `U.S. Vice President Ada Orme of the Green Party` is `Ada Orme`.
/// All of it where nothing would be left.
pub(super) fn name_in(text: &str) -> &str {
    // Most names are one word, which is what they are.
    if !text.contains(' ') {
        return text;
    }
    let mut name = text;
    if text.contains(['\'', '’']) {
        let owners = ["'s ", "’s "].iter();
        let after_owner = owners.filter_map(|owner| text.rfind(owner).map(|at| at + owner.len()));
        name = after_owner.max().and_then(|at| text.get(at..)).unwrap_or(text);
    }
    let mut at = 0;
    let mut start = None;
    for word in name.split_inclusive(' ') {
        let bare = word.trim_end();
        let capital = bare.starts_with(char::is_uppercase);
        let leads = start == Some(at) || at == 0;
        let next = at + word.len();
        // A title counts before the name, an office wherever a name still follows.
        if next < name.len() && ((leads && is_title(bare)) || (is_office(bare) && (capital || leads))) {
            start = Some(next);
        }
        at = next;
    }
    if let Some(rest) = start.and_then(|start| name.get(start..)).filter(|rest| starts_name(rest)) {
        name = rest;
    }
    without_tail(name)
}

fn starts_name(text: &str) -> bool {
    !["of ", "in ", "for ", "to ", "the ", "and ", "II", "I "].iter().any(|start| text.starts_with(start))
}

/// What stands before the first `cut`. Names are short: a look at each place where it may begin is sooner than what
/// `split_once` prepares for long texts.
fn before<'a>(name: &'a str, cut: &str) -> Option<&'a str> {
    let mut places = name.match_indices(cut.chars().next()?).map(|(at, _)| name.split_at(at));
    places.find(|(_, rest)| rest.starts_with(cut)).map(|(before, _)| before)
}

/// Without `of the Green Party`, `FRS`, `Jr.` after a name of two words or more.
fn without_tail(name: &str) -> &str {
    let mut name = name;
    for cut in [" of ", " from ", ", "] {
        if let Some(before) = before(name, cut)
            && before.contains(' ')
            && !before.ends_with(" the")
        {
            name = before;
        }
    }
    while let Some((before, last)) = name.rsplit_once(' ') {
        let letters = last.trim_matches(['.', ',']);
        let honours =
            letters.len() > 1 && letters.len() < 5 && letters.chars().all(|c| c.is_ascii_uppercase());
        let numeral = letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let junior = matches!(letters, "Jr" | "Sr" | "PhD" | "MSc");
        let lower = before.contains(char::is_lowercase) && before.contains(' ');
        if !(lower && (honours && !numeral || junior)) {
            break;
        }
        name = before.trim_end_matches(',');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn a_name_is_found_among_what_a_person_is() {
        for (text, name) in [
            ("Mr. Orme", "Orme"),
            ("US Vice President Ada Orme", "Ada Orme"),
            ("Norland’s Prime Minister Ada Orme", "Ada Orme"),
            ("General Orme of Auch", "Orme of Auch"),
            ("General Ada Orme of Auch", "Ada Orme"),
            ("Dame Ada Lind Orme DBE RA", "Ada Lind Orme"),
            ("Ada Orme Jr.", "Ada Orme"),
            ("President", "President"),
            ("Prime Minister", "Prime Minister"),
            ("Billie King", "Billie King"),
            ("King Olaf II", "Olaf II"),
            ("Peter the Great", "Peter the Great"),
        ] {
            assert_eq!(name_in(text), name, "{text}");
        }
    }
}
