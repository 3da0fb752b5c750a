//! Where things are, what they have to do with each other, and what persons are called instead of their
//! names, on mark-up of our own: `[name|TYPE]` mentions in.

#[path = "support/marked.rs"]
mod marked;

use manicule::document::Document;
use manicule::entity::{Entity, LinkKind, group};

fn grouped(marked: &str) -> (Document, Vec<Entity>) {
    let (doc, mentions) = marked::read(marked);
    let entities = group(&doc, &mentions, &[]);
    (doc, entities)
}

/// Entities with a place, as `name: CC`, with `?` where it is not certain.
#[track_caller]
fn check_places(marked: &str, expected: &[&str]) {
    let (_, entities) = grouped(marked);
    let line = |entity: &Entity| {
        let place = entity.place.as_ref()?;
        let codes = place.candidates.iter().map(|place| place.country_code().to_owned());
        let codes: Vec<String> = if place.certain { codes.take(1).collect() } else { codes.collect() };
        Some(format!("{}: {}{}", entity.name, codes.join(" "), if place.certain { "" } else { "?" }))
    };
    assert_eq!(entities.iter().filter_map(line).collect::<Vec<_>>(), expected);
}

/// Links as `name kind name`.
#[track_caller]
fn check_links(marked: &str, expected: &[&str]) {
    let (_, entities) = grouped(marked);
    let mut lines = Vec::new();
    for entity in &entities {
        for link in &entity.links {
            let kind = match link.kind {
                LinkKind::Country => "is the people of",
                LinkKind::People => "has the people",
                LinkKind::MayStandFor => "may stand for",
            };
            let other = entities.get(link.entity as usize).map(|entity| entity.name.as_str());
            lines.push(format!("{} {kind} {}", entity.name, other.unwrap_or("nobody")));
        }
    }
    assert_eq!(lines, expected);
}

/// Descriptions as `name: description`.
#[track_caller]
fn check_descriptions(marked: &str, expected: &[&str]) {
    let (doc, entities) = grouped(marked);
    let mut lines = Vec::new();
    for entity in &entities {
        lines.extend(entity.descriptions.iter().map(|span| format!("{}: {}", entity.name, doc.slice(*span))));
    }
    assert_eq!(lines, expected);
}

#[test]
fn countries_have_their_code() {
    check_places(
        "[China|GPE], [the United States|GPE] and the [Chinese|NORP]; [Ada Orme|PERSON]",
        &["China: CN", "United States: US", "Chinese: CN"],
    );
}

#[test]
fn a_city_of_several_countries_is_in_the_one_that_the_article_names() {
    check_places("[Hangzhou|GPE]", &["Hangzhou: CN"]);
    check_places("[Birmingham|GPE] and [Britain|GPE]", &["Birmingham: GB", "Britain: GB"]);
    check_places("[Birmingham|GPE] and the [American|NORP]", &["Birmingham: US", "American: US"]);
}

#[test]
fn what_stands_after_a_comma_says_where() {
    check_places(
        "[Cambridge|GPE], [Massachusetts|GPE], and [Britain|GPE]",
        &["Cambridge: US", "Massachusetts: US", "Britain: GB"],
    );
    check_places("[Alexandria|GPE], [Egypt|GPE]", &["Alexandria: EG", "Egypt: EG"]);
    // Not a place that the lists know.
    check_places("[Paris|GPE], [Texas|GPE]", &["Paris: FR?", "Texas: US"]);
}

#[test]
fn what_is_not_certain_keeps_its_candidates() {
    check_places("[Birmingham|GPE] won.", &["Birmingham: GB US?"]);
    check_places(
        "[Birmingham|GPE] won, [Britain|GPE] and the [United States|GPE] lost.",
        &["Birmingham: GB US?", "Britain: GB", "United States: US"],
    );
    // What the article speaks of stands first, though it is not the larger.
    check_places(
        "[San Jose|GPE] is in the [United States|GPE] or the [Philippines|GPE].",
        &["San Jose: US PH CR?", "United States: US", "Philippines: PH"],
    );
    let (_, entities) = grouped("[Georgia|GPE] won in the [United States|GPE].");
    let place = entities[0].place.clone().unwrap();
    assert!(!place.certain && place.candidates.len() > 1, "a country and a state");
    assert_eq!((place.place(), place.country(), place.within()), (None, None, None));
}

#[test]
fn a_people_is_tied_to_its_country() {
    check_links(
        "[South Korea|GPE] and the [South Korean|NORP] [Ada Orme|PERSON]; the [French|NORP]",
        &["South Korea has the people South Korean", "South Korean is the people of South Korea"],
    );
}

#[test]
fn a_capital_may_stand_for_its_country_where_it_acts() {
    check_links("[China|GPE] was angry. They asked [Beijing|GPE] to help.", &["Beijing may stand for China"]);
    check_links("[China|GPE] was angry. They met in [Beijing|GPE].", &[]);
    check_links("They asked [Beijing|GPE] to help.", &[]);
}

#[test]
fn an_office_that_the_article_gives_to_one_person_describes_that_person() {
    check_descriptions(
        "[Chinese|NORP] President [Xi Jinping|PERSON] came. The [Chinese|NORP] president left; the president slept.",
        &["Xi Jinping: The Chinese president", "Xi Jinping: the president"],
    );
    check_descriptions(
        "[China|GPE]'s president, [Xi Jinping|PERSON], came. The president left.",
        &["Xi Jinping: The president"],
    );
    check_descriptions(
        "[Xi Jinping|PERSON], the [Chinese|NORP] president, came. The president left.",
        &["Xi Jinping: the Chinese president", "Xi Jinping: The president"],
    );
    check_descriptions(
        "[Ada Orme|PERSON], president of [China|GPE], came. The [Chinese|NORP] president left.",
        &["Ada Orme: The Chinese president"],
    );
    check_descriptions(
        "Prime Minister [Ada Orme|PERSON] came. The prime minister and the minister left.",
        &["Ada Orme: The prime minister", "Ada Orme: the minister"],
    );
}

#[test]
fn an_office_that_several_hold_or_nobody_describes_nobody() {
    check_descriptions(
        "[Chinese|NORP] President [Xi Jinping|PERSON] met [South Korean|NORP] President [Ada Orme|PERSON]; the president left, the [South Korean|NORP] president stayed.",
        &["Ada Orme: the South Korean president"],
    );
    check_descriptions(
        "President [Ada Orme|PERSON] came. The former president left, the [French|NORP] president stayed.",
        &[],
    );
    check_descriptions("The president left. [Ada Orme|PERSON] came.", &[]);
    check_descriptions(
        "Vice President [Ada Orme|PERSON] came. The president left, the vice president stayed.",
        &["Ada Orme: the vice president"],
    );
    check_descriptions(
        "President [Ada Orme|PERSON] came. The president's house; the president [Olaf Lind|PERSON].",
        &[],
    );
    check_descriptions("President [Ada Orme|PERSON] came. The president of the club left.", &[]);
}

#[test]
fn a_mention_that_is_an_office_alone_is_the_person() {
    let (_, entities) = grouped("[President|PERSON] [Ada Orme|PERSON] came; the [President|PERSON] left.");
    assert_eq!(entities.len(), 1, "{entities:?}");
}
