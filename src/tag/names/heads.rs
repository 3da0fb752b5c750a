//! Closed lists that say what kind of name a capitalised run is by one of its words: heads
//! (`Ministry`, `Airport`, `Sea`), titles before persons, function words, particles.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::lower_ascii;
use crate::tag::Label;

#[rustfmt::skip]
const ORG: &[&str] = &[
    "Ministry", "Department", "University", "College", "School", "Institute", "Bank", "Corp", "Corp.", "Inc",
    "Inc.", "Co.", "Ltd", "Ltd.", "LLC", "PLC", "plc", "Company", "Corporation", "Group", "Holdings", "Party",
    "Agency", "Authority", "Commission", "Committee", "Council", "Court", "Navy", "Army", "Force", "Forces",
    "Guard", "Guards", "Police", "Association", "Organization", "Organisation", "Foundation", "Federation",
    "Union", "League", "Club", "Society", "Church", "Hospital", "News", "Times", "Post", "Journal", "Herald",
    "Tribune", "Gazette", "Magazine", "Television", "TV", "Radio", "Network", "Press", "Airlines", "Airways",
    "Airline", "Motors", "Electronics", "Industries", "Systems", "Technologies", "Technology", "Bureau",
    "Office", "Board", "Trust", "Fund", "Congress", "Parliament", "Senate", "Assembly", "Cabinet", "Front",
    "Movement", "Brigade", "Brigades", "Alliance", "Coalition", "Administration", "Service", "Services",
    "Museum", "FC", "Orchestra", "Records", "Studios", "Pictures", "Entertainment", "Media", "Command",
    "Corps", "Regiment", "Division", "Battalion", "Embassy", "Consulate", "Partners", "Insurance",
    "Petroleum", "Pharmaceuticals", "Academy", "Center", "Centre", "Laboratory", "Tribunal", "Exchange",
    "Secretariat", "Directorate", "Énergie", "Energie", "Energía", "Energia", "Telecom", "Telekom", "Fleet", "Squadron", "Militia", "Democrats", "Legislature", "Chamber",
    "Junta", "Syndicate", "Cooperative", "Software", "Games Studio", "Broadcasting", "Publishing", "Shimbun",
];

#[rustfmt::skip]
const FAC: &[&str] = &[
    "Airport", "Bridge", "Stadium", "Arena", "Tower", "Towers", "Hall", "Palace", "Castle", "Square",
    "Street", "Avenue", "Road", "Boulevard", "Highway", "Station", "Building", "Mosque", "Cathedral",
    "Temple", "Plaza", "Dam", "Tunnel", "Prison", "Jail", "Base", "Airbase", "Cemetery", "Monument",
    "Memorial", "Theatre", "Theater", "Hotel", "Library", "Harbor", "Harbour", "Wall", "Canal", "Zoo",
    "Gardens", "Courthouse", "Expressway", "Freeway", "Park", "Shrine", "Basilica", "Abbey", "Fortress",
];

#[rustfmt::skip]
const LOC: &[&str] = &[
    "Sea", "Ocean", "River", "Lake", "Mountain", "Mountains", "Island", "Islands", "Peninsula", "Valley",
    "Desert", "Bay", "Gulf", "Strait", "Straits", "Coast", "Hills", "Forest", "Basin", "Canyon", "Falls",
    "Creek", "Glacier", "Plateau", "Reef", "Shoal", "Archipelago", "Channel", "Isles", "Delta", "Swamp",
    "Ridge", "Beach", "Range", "Volcano", "Highlands", "Shelf",
];

#[rustfmt::skip]
const GPE: &[&str] =
    &["Province", "County", "City", "Prefecture", "Oblast", "Republic", "District", "Township", "Governorate"];

#[rustfmt::skip]
const EVENT: &[&str] = &[
    "Games", "Olympics", "Cup", "Summit", "War", "Championship", "Championships", "Festival", "Open", "Prix",
    "Tournament", "Marathon", "Revolution", "Uprising", "Massacre", "Conference", "Expo", "Awards", "Bowl",
    "Paralympics", "Intifada",
];

#[rustfmt::skip]
const LAW: &[&str] = &[
    "Act", "Treaty", "Constitution", "Amendment", "Accord", "Accords", "Protocol", "Convention", "Agreement",
    "Charter", "Pact", "Declaration", "Resolution",
];

/// What a word does in or around a name, as far as the lists here say.
#[derive(Clone, Copy, Debug, Default)]
struct Role {
    head: Option<Label>,
    title: bool,
    modifier: bool,
}

/// The lists in one table, so that a look-up is one hash.
fn role(word: &str) -> Role {
    static ROLES: OnceLock<FxHashMap<&'static str, Role>> = OnceLock::new();
    let read = || {
        let heads = [
            (ORG, Label::Org),
            (FAC, Label::Fac),
            (LOC, Label::Loc),
            (GPE, Label::Gpe),
            (EVENT, Label::Event),
            (LAW, Label::Law),
        ];
        let mut roles: FxHashMap<&str, Role> = FxHashMap::default();
        for (words, label) in heads {
            for word in words {
                roles.entry(word).or_default().head.get_or_insert(label);
            }
        }
        TITLES.iter().for_each(|word| roles.entry(word).or_default().title = true);
        MODIFIERS.iter().for_each(|word| roles.entry(word).or_default().modifier = true);
        roles
    };
    ROLES.get_or_init(read).get(word).copied().unwrap_or_default()
}

/// What a run that ends with `word` is.
pub(super) fn head(word: &str) -> Option<Label> {
    role(word).head
}

/// What a run that begins with `word` is: `Lake Geneva`, `Hurricane Katrina`, `Fort Worth`.
pub(super) fn prefix(word: &str) -> Option<Label> {
    Some(match word {
        "Mount" | "Lake" | "Cape" | "Mt." => Label::Loc,
        "Fort" | "Port" => Label::Gpe,
        "Hurricane" | "Typhoon" | "Cyclone" | "Storm" => Label::Event,
        "Banco" | "Banque" | "Grupo" | "Groupe" | "Gruppo" => Label::Org,
        _ => return None,
    })
}

/// Heads that name by what follows `of`: `University of Oslo`, `Gulf of Tonkin`.
pub(super) fn takes_of(word: &str) -> Option<Label> {
    Some(match word {
        "Ministry" | "Department" | "University" | "College" | "School" | "Institute" | "Bank" | "Court"
        | "Association" | "Organization" | "Organisation" | "Federation" | "Union" | "League" | "Society"
        | "Church" | "Council" | "Committee" | "Commission" | "Board" | "Bureau" | "Office" | "Museum"
        | "House" | "Chamber" | "Academy" | "Confederation" | "Party" | "Movement" | "Front" | "Army"
        | "Assembly" | "Congress" | "Center" | "Centre" | "Archdiocese" | "Diocese" | "Conference" => {
            Label::Org
        }
        "Palace" | "Port" | "Tower" | "Cathedral" | "Basilica" | "Abbey" | "Tomb" => Label::Fac,
        "Gulf" | "Strait" | "Bay" | "Isle" | "Cape" | "Horn" | "Sea" => Label::Loc,
        "Republic" | "Kingdom" | "City" | "Commonwealth" => Label::Gpe,
        "Battle" | "Siege" => Label::Event,
        "Treaty" | "Bill" | "Articles" | "Convention" | "Protocol" => Label::Law,
        _ => return None,
    })
}

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "President", "Vice-President", "Premier", "Minister", "Secretary", "Secretary-General", "General",
    "Gen", "Gen.", "Lt", "Lt.", "Col", "Col.", "Maj", "Maj.", "Capt", "Capt.", "Sgt", "Sgt.", "Cpl.", "Adm",
    "Adm.", "Sen", "Sen.", "Rep", "Rep.", "Gov", "Gov.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss",
    "Dr", "Dr.", "Prof", "Prof.", "Rev", "Rev.", "Sir", "Lord", "Lady", "Dame", "King", "Queen", "Prince",
    "Princess", "Pope", "Sheikh", "Sheik", "Ayatollah", "Imam", "Mullah", "Judge", "Justice", "Chancellor",
    "Chairman", "Chairwoman", "Chairperson", "Chief", "Leader", "Senator", "Governor", "Mayor", "Ambassador",
    "Spokesman", "Spokeswoman", "Spokesperson", "Director", "Commissioner", "Coach", "Captain", "Major",
    "Colonel", "Lieutenant", "Sergeant", "Officer", "Inspector", "Detective", "Archbishop", "Bishop",
    "Cardinal", "Emperor", "CEO", "Speaker", "Professor", "Congressman", "Congresswoman", "Envoy", "Admiral",
    "Marshal", "Brigadier", "Commander", "Sheriff", "Attorney", "Councillor", "Father", "Sister", "Brother",
    "Saint", "Sultan", "Emir", "Tsar", "Duke", "Duchess", "Baron", "Baroness", "Count", "Rabbi", "Reverend",
    "Representative", "Delegate", "Deputy", "Prophet", "Lama", "Manager", "Journalist", "Actor", "Actress",
];

/// Whether `word` stands before a person's name and is not part of it.
pub(super) fn is_title(word: &str) -> bool {
    role(word).title
}

#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "Prime", "Vice", "Deputy", "Acting", "Former", "Foreign", "Defense", "Defence", "Interior",
    "Finance", "Chief", "Executive", "Supreme", "Assistant", "Crown", "Attorney", "Trade", "Health",
    "Education", "Justice", "Opposition", "Press", "Police", "Army", "Major", "Lieutenant",
    "Brigadier", "First", "Home", "Energy", "Agriculture", "Labor", "Culture", "State", "Under",
    "Paramount", "Majority", "Minority", "House", "Senate", "National", "Security", "Environment",
    "Transport", "Information", "Oil", "Special", "Grand", "Dalai", "Staff", "Sgt.", "District",
    "Treasury", "Commerce", "Managing",
];

/// Whether `word` may stand before a title: `Foreign Minister`, `Crown Prince`.
pub(super) fn modifies_title(word: &str) -> bool {
    role(word).modifier
}

#[rustfmt::skip]
const FUNCTION: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "i", "he", "she", "it", "we", "they", "you",
    "me", "him", "her", "us", "them", "his", "its", "our", "their", "my", "your", "who", "what",
    "which", "when", "where", "why", "how", "in", "on", "at", "by", "for", "from", "to", "of", "with",
    "without", "as", "and", "or", "but", "nor", "so", "yet", "if", "while", "because", "although",
    "though", "since", "after", "before", "until", "during", "despite", "under", "over", "into",
    "through", "against", "about", "between", "among", "amid", "not", "no", "yes", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could",
    "may", "might", "must", "should", "there", "here", "then", "than", "also", "both", "some", "many",
    "most", "all", "each", "every", "any", "other", "another", "such", "more", "several", "however",
    "meanwhile", "now", "per", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "let", "once", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.",
    "oct.", "nov.", "dec.", "via", "re", "ok", "oh", "please", "thanks", "hi", "hello", "dear",
    "subject", "am", "pm", "a.m.", "p.m.", "gmt", "ad", "bc", "dvd", "cd", "tv", "http", "www", "lol",
    "rt", "gdp", "dna", "hiv", "aids", "asap", "faq",
];

/// Words of the closed classes: never in a name on their own, whatever their capital.
pub(super) fn is_function(word: &str) -> bool {
    static FOLDED: OnceLock<FxHashSet<&'static [u8]>> = OnceLock::new();
    let folded = FOLDED.get_or_init(|| FUNCTION.iter().map(|word| word.as_bytes()).collect());
    // The longest has nine letters.
    let mut buffer = [0; 16];
    lower_ascii(word, &mut buffer).is_some_and(|lower| folded.contains(lower))
}

/// Small words inside a person's name.
pub(super) fn is_particle(word: &str) -> bool {
    #[rustfmt::skip]
    const PARTICLES: &[&str] = &[
        "bin", "bint", "ibn", "al", "el", "van", "von", "der", "den", "de", "la", "da", "di", "du", "dos",
        "del", "della", "ul", "ter", "ben", "zu", "le", "y", "e", "do",
    ];
    PARTICLES.contains(&word)
}

/// Verbs whose subject is most often a person (or an organisation that speaks).
pub(super) fn is_saying(word: &str) -> bool {
    #[rustfmt::skip]
    const SAYING: &[&str] = &[
        "said", "says", "told", "added", "asked", "wrote", "explained", "argued", "insisted", "replied",
        "noted", "claimed", "thinks", "believes", "recalled", "resigned", "died", "testified", "tweeted",
        "joked", "smiled", "met", "married", "won", "scored",
    ];
    SAYING.contains(&word)
}
