//! Closed lists that say what a name is by one of its words: heads (`Ministry`, `Airport`, `Sea`), words
//! that a name begins with, and the function words that are never a name on their own. Between `|`: an array of
//! strings takes eight bytes more for each.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::lower_ascii;
use crate::tag::Label;

const ORG: &str = "Ministry|Department|University|College|School|Institute|Bank|Corp|Corp.|Inc|Inc.|Co.|Ltd|Ltd.|LLC|PLC|\
    plc|Company|Corporation|Group|Holdings|Party|Agency|Authority|Commission|Committee|Council|Court|Navy|\
    Army|Force|Forces|Guard|Guards|Police|Association|Organization|Organisation|Foundation|Federation|Union|\
    League|Club|Society|Church|Hospital|News|Times|Post|Journal|Herald|Tribune|Gazette|Magazine|Television|\
    TV|Radio|Network|Press|Airlines|Airways|Airline|Motors|Electronics|Industries|Systems|Technologies|\
    Technology|Bureau|Office|Board|Trust|Fund|Congress|Parliament|Senate|Assembly|Cabinet|Front|Movement|\
    Brigade|Brigades|Alliance|Coalition|Administration|Service|Services|Museum|FC|Orchestra|Records|Studios|\
    Pictures|Entertainment|Media|Command|Corps|Regiment|Division|Battalion|Embassy|Consulate|Partners|\
    Insurance|Petroleum|Pharmaceuticals|Academy|Center|Centre|Laboratory|Tribunal|Exchange|Secretariat|\
    Directorate|Énergie|Energie|Energía|Energia|Telecom|Telekom|Fleet|Squadron|Militia|Democrats|Legislature|\
    Chamber|Junta|Syndicate|Cooperative|Software|Games Studio|Broadcasting|Publishing|Shimbun";

const FAC: &str = "Airport|Bridge|Stadium|Arena|Tower|Towers|Hall|Palace|Castle|Square|Street|Avenue|Road|Boulevard|Highway|\
    Station|Building|Mosque|Cathedral|Temple|Plaza|Dam|Tunnel|Prison|Jail|Base|Airbase|Cemetery|Monument|\
    Memorial|Theatre|Theater|Hotel|Library|Harbor|Harbour|Wall|Canal|Zoo|Gardens|Courthouse|Expressway|\
    Freeway|Park|Shrine|Basilica|Abbey|Fortress";

const LOC: &str = "Sea|Ocean|River|Lake|Mountain|Mountains|Island|Islands|Peninsula|Valley|Desert|Bay|Gulf|Strait|Straits|\
    Coast|Hills|Forest|Basin|Canyon|Falls|Creek|Glacier|Plateau|Reef|Shoal|Archipelago|Channel|Isles|Delta|\
    Swamp|Ridge|Beach|Range|Volcano|Highlands|Shelf";

const GPE: &str = "Province|County|City|Prefecture|Oblast|Republic|District|Township|Governorate";

const EVENT: &str = "Games|Olympics|Cup|Summit|War|Championship|Championships|Festival|Open|Prix|Tournament|Marathon|\
    Revolution|Uprising|Massacre|Conference|Expo|Awards|Bowl|Paralympics|Intifada";

const LAW: &str = "Act|Treaty|Constitution|Amendment|Accord|Accords|Protocol|Convention|Agreement|Charter|Pact|Declaration|\
    Resolution";

/// The lists in one table, so that a look-up is one hash.
fn heads() -> &'static FxHashMap<&'static str, Label> {
    static HEADS: OnceLock<FxHashMap<&'static str, Label>> = OnceLock::new();
    HEADS.get_or_init(|| {
        let lists = [
            (ORG, Label::Org),
            (FAC, Label::Fac),
            (LOC, Label::Loc),
            (GPE, Label::Gpe),
            (EVENT, Label::Event),
            (LAW, Label::Law),
        ];
        let mut heads = FxHashMap::default();
        for (words, label) in lists {
            for word in words.split('|') {
                heads.entry(word).or_insert(label);
            }
        }
        heads
    })
}

/// What a run that ends with `word` is.
pub(super) fn head(word: &str) -> Option<Label> {
    heads().get(word).copied()
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

const FUNCTION: &str = "a|an|the|this|that|these|those|i|he|she|it|we|they|you|me|him|her|us|them|his|its|our|their|my|your|who|\
    what|which|when|where|why|how|in|on|at|by|for|from|to|of|with|without|as|and|or|but|nor|so|yet|if|while|\
    because|although|though|since|after|before|until|during|despite|under|over|into|through|against|about|\
    between|among|amid|not|no|yes|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|\
    might|must|should|there|here|then|than|also|both|some|many|most|all|each|every|any|other|another|such|\
    more|several|however|meanwhile|now|per|one|two|three|four|five|six|seven|eight|nine|ten|let|once|monday|\
    tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|\
    september|october|november|december|jan.|feb.|mar.|apr.|jun.|jul.|aug.|sept.|sep.|oct.|nov.|dec.|via|re|\
    ok|oh|please|thanks|hi|hello|dear|subject|am|pm|a.m.|p.m.|gmt|ad|bc|dvd|cd|tv|http|www|lol|rt|gdp|dna|\
    hiv|aids|asap|faq";

/// Words of the closed classes: never in a name on their own, whatever their capital.
pub(super) fn is_function(word: &str) -> bool {
    static FOLDED: OnceLock<FxHashSet<&'static [u8]>> = OnceLock::new();
    let folded = FOLDED.get_or_init(|| FUNCTION.split('|').map(str::as_bytes).collect());
    // The longest has nine letters.
    let mut buffer = [0; 16];
    lower_ascii(word, &mut buffer).is_some_and(|lower| folded.contains(lower))
}
