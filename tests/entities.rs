//! Grouping mentions into entities, on mark-up of our own: `[name|TYPE]` mentions in, entities out.

#[path = "support/marked.rs"]
mod marked;

use manicule::entity::{Entity, SameAs, group};
use manicule::ingest;
use manicule::tag::{Label, Mention, Source, Value, ValueKind};
use manicule::text::Span;

/// Groups the mentions written into `marked`.
fn grouped(marked: &str, same: &[SameAs]) -> Vec<Entity> {
    let (doc, mentions) = marked::read(marked);
    group(&doc, &mentions, same)
}

/// Entities as `name = alias, alias: mention numbers`.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    check_same(marked, &[], expected);
}

#[track_caller]
fn check_same(marked: &str, same: &[(&str, &str)], expected: &[&str]) {
    let same: Vec<SameAs> = same
        .iter()
        .map(|(name, canonical)| SameAs {
            name: (*name).to_owned(),
            canonical: (*canonical).to_owned(),
            here: None,
        })
        .collect();
    let lines = grouped(marked, &same).into_iter().map(|entity| {
        let aliases: String = entity.aliases.iter().map(|alias| format!(" = {alias}")).collect();
        format!("{}{aliases}: {:?}", entity.name, entity.mentions)
    });
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

#[test]
fn short_names_of_persons_join_the_full_one() {
    check(
        "[Yoon|PERSON] seeks talks. [Yoon Suk Yeol|PERSON] and [Han Duck-soo|PERSON] met; [Han|PERSON] left, [Yoon|PERSON] stayed.",
        &["Yoon Suk Yeol = Yoon: [0, 1, 4]", "Han Duck-soo = Han: [2, 3]"],
    );
}

#[test]
fn one_surname_of_two_persons_goes_to_the_one_named_last() {
    check(
        "[Lind|PERSON] spoke. [Maria Lind|PERSON] and later [Lind|PERSON]; then [Anders Lind|PERSON], and [Lind|PERSON], [Maria|PERSON].",
        &["Lind: [0]", "Maria Lind = Lind = Maria: [1, 2, 5]", "Anders Lind = Lind: [3, 4]"],
    );
}

#[test]
fn a_middle_initial_is_no_other_person() {
    check(
        "[Ann B. Osei|PERSON], [Ann Osei|PERSON], [OSEI|PERSON]",
        &["Ann B. Osei = Ann Osei = OSEI: [0, 1, 2]"],
    );
}

#[test]
fn names_of_one_country_are_one() {
    check(
        "[the United States|GPE], [US|GPE], [U.S.|GPE] and [America|GPE]; [American|NORP]",
        &["United States = US = U.S. = America: [0, 1, 2, 3]", "American: [4]"],
    );
}

#[test]
fn a_people_is_not_its_country_and_a_place_may_waver() {
    check(
        "[South Korea|GPE], [South Korean|NORP], [Camp Orla|FAC], [Camp Orla|GPE]",
        &["South Korea: [0]", "South Korean: [1]", "Camp Orla: [2, 3]"],
    );
}

#[test]
fn abbreviations_join_what_they_abbreviate() {
    check(
        "[China Central Television|ORG] ([CCTV|ORG]) said; [CCTV|ORG]. [FAZ|ORG] ([Frankfurter Zeitung|ORG]).",
        &["China Central Television = CCTV: [0, 1, 2]", "Frankfurter Zeitung = FAZ: [3, 4]"],
    );
    check(
        "[World Heron Office|ORG] and [Wild Hare Order|ORG]; [WHO|ORG].",
        &["World Heron Office: [0]", "Wild Hare Order: [1]", "WHO: [2]"],
    );
}

#[test]
fn possessives_articles_and_case_are_no_other_name() {
    check(
        "[Xi's|PERSON] [Xi|PERSON] [the Asian Games|EVENT] [ASIAN GAMES|EVENT]",
        &["Xi: [0, 1]", "Asian Games = ASIAN GAMES: [2, 3]"],
    );
}

#[test]
fn the_reader_has_the_last_word() {
    check_same(
        "[Orlo|PERSON] met [Pella|ORG], then [the Fox|WORK_OF_ART].",
        &[("the Fox", "Orlo"), ("Pella", "Pella Works")],
        &["Orlo = Fox: [0, 2]", "Pella Works = Pella: [1]"],
    );
    check_same("[A1|ORG] [B1|ORG] [C1|ORG]", &[("A1", "B1"), ("B1", "C1")], &["C1 = A1 = B1: [0, 1, 2]"]);
}

#[test]
fn values_group_by_what_they_come_to() {
    let (doc, _) = ingest::plain("26 September or Sept. 26");
    let value = Value::of_text(ValueKind::Date, "XXXX-09-26");
    let date = |start, end| Mention {
        value: Some(Box::new(value.clone())),
        ..Mention::new(Span::new(start, end), Label::Date, Source::Rule)
    };
    let entities = group(&doc, &[date(0, 12), date(16, 24)], &[]);
    assert_eq!(entities.len(), 1);
    assert_eq!(entities.first().map(|entity| entity.name.as_str()), Some("26 September"));
}

#[test]
fn many_entities_and_mentions_each_have_their_place() {
    let line: String =
        (0..5000).map(|n| format!("[Ada{n} Smith|PERSON] [Ada{n}|PERSON] [Smith|PERSON] ")).collect();
    let entities = grouped(&line, &[]);
    assert_eq!(entities.len(), 5000);
    let mut all: Vec<u32> = entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
    all.sort_unstable();
    assert!(all.iter().copied().eq(0..15000));
}

#[test]
fn titles_and_honours_are_no_part_of_a_persons_name() {
    check(
        "[Vice President Ada Orme|PERSON], [Mrs. Orme|PERSON], [Norland's minister Olaf Lind|PERSON], [Lind|PERSON]",
        &["Ada Orme = Orme: [0, 1]", "Olaf Lind = Lind: [2, 3]"],
    );
}

#[test]
fn whom_the_article_is_about_keeps_the_bare_surname() {
    check(
        "[Ada Orme|PERSON] [Ada Orme|PERSON] [Orme|PERSON] [Orme|PERSON] and [Olaf Orme|PERSON], her son; [Orme|PERSON], [Olaf|PERSON]",
        &["Ada Orme = Orme: [0, 1, 2, 3, 5]", "Olaf Orme = Olaf: [4, 6]"],
    );
}

#[test]
fn a_persons_name_in_another_order_or_spelling_is_the_same() {
    check("[Han Duck-soo|PERSON], [Duck-soo Han|PERSON]", &["Han Duck-soo = Duck-soo Han: [0, 1]"]);
    check("[Åsa Örn|PERSON], [Asa Orn|PERSON], [Orn|PERSON]", &["Åsa Örn = Asa Orn = Orn: [0, 1, 2]"]);
    check("[J. R. Orme|PERSON], [John Orme|PERSON]", &["J. R. Orme: [0]", "John Orme: [1]"]);
    check(
        "[Orme and Lind|PERSON], [Ada Orme|PERSON], [Lind|PERSON]",
        &["Orme and Lind: [0]", "Ada Orme: [1]", "Lind: [2]"],
    );
}

#[test]
fn short_forms_of_organisations_join_the_only_longer_one() {
    check(
        "[Orme University|ORG], [Orme|ORG], [Blue Sox|ORG], [Norvik Blue Sox|ORG]",
        &["Orme University = Orme: [0, 1]", "Norvik Blue Sox = Blue Sox: [2, 3]"],
    );
    check(
        "[High Court|ORG], [Appeal Court|ORG], [the Court|ORG]",
        &["High Court: [0]", "Appeal Court: [1]", "Court: [2]"],
    );
    // A country is no short form of its bank, a part no short form of the whole.
    check(
        "[China Merchants Bank|ORG] and [China|ORG]; [Orme|ORG] and [Orme Valley Railway|ORG]",
        &["China Merchants Bank: [0]", "China: [1]", "Orme: [2]", "Orme Valley Railway: [3]"],
    );
}

#[test]
fn short_forms_of_places_are_cut_with_care() {
    check(
        "[York|GPE], [New York|GPE], [New York City|GPE]",
        &["York: [0]", "New York City = New York: [1, 2]"],
    );
    check(
        "[Orme Bridge|FAC], [the Bridge|FAC], [Mexico|GPE], [Mexico City|GPE]",
        &["Orme Bridge = Bridge: [0, 1]", "Mexico: [2]", "Mexico City: [3]"],
    );
}

#[test]
fn brackets_explain_an_abbreviation_of_another_type() {
    check(
        "the [Household Heron Survey|EVENT] ([HHS|ORG]), the [HHS|ORG]",
        &["Household Heron Survey = HHS: [0, 1, 2]"],
    );
    check("the [World Heron Office (WHO)|ORG] and the [WHO|ORG]", &["World Heron Office = WHO: [0, 1]"]);
    check("[Ada Orme|PERSON] ([NVA|ORG])", &["Ada Orme: [0]", "NVA: [1]"]);
}

#[test]
fn a_people_in_the_plural_is_the_same_people() {
    check("[Thai|NORP], [Thais|NORP], [Swiss|NORP]", &["Thais = Thai: [0, 1]", "Swiss: [2]"]);
}

/// What a reader says of one mention alone, by its number.
fn here(marked: &str, said: &[(usize, &str)]) -> Vec<String> {
    let (doc, mentions) = marked::read(marked);
    let same_as = |(at, canonical): &(usize, &str)| {
        let span = mentions.get(*at)?.span;
        let (name, canonical) = (doc.slice(span).to_owned(), (*canonical).to_owned());
        Some(SameAs { name, canonical, here: Some(span) })
    };
    let same: Vec<SameAs> = said.iter().filter_map(same_as).collect();
    assert_eq!(same.len(), said.len());
    let entities = group(&doc, &mentions, &same);
    entities.iter().map(|entity| format!("{}: {:?}", entity.name, entity.mentions)).collect()
}

#[test]
fn one_mention_is_split_off_and_the_others_stay() {
    let text = "[Kim Jong Un|PERSON] left. [Kim|PERSON] met [Kim|PERSON] and [Han|PERSON].";
    assert_eq!(here(text, &[]), ["Kim Jong Un: [0, 1, 2]", "Han: [3]"]);
    assert_eq!(here(text, &[(2, "Kim (2)")]), ["Kim Jong Un: [0, 1]", "Kim (2): [2]", "Han: [3]"]);
    assert_eq!(here(text, &[(2, "Han")]), ["Kim Jong Un: [0, 1]", "Han: [2, 3]"], "or goes to another");
    assert_eq!(
        here(text, &[(1, "Kim (2)"), (2, "Kim (2)")]),
        ["Kim Jong Un: [0]", "Kim (2): [1, 2]", "Han: [3]"],
        "two that are split off under one name are one"
    );
    assert_eq!(
        here(text, &[(2, "Kim Jong Un")]),
        ["Kim Jong Un: [0, 1, 2]", "Han: [3]"],
        "and may come back"
    );
}
