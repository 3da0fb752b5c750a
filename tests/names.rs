//! The tagger of names on our own sentences, as text with its mark-up written into it.

use manicule::ingest;
use manicule::tag::{Label, ModelTagger, Source, Tagger};
use manicule::text::Span;
use proptest::prelude::*;

/// The text with every name as `[name|TYPE]`.
fn marked(text: &str) -> String {
    let (doc, _) = ingest::plain(text);
    let mut out = String::new();
    let mut at = 0;
    for mention in ModelTagger::shipped().tag(&doc) {
        let between = Span::new(at, mention.span.start);
        out += &format!("{}[{}|{}]", doc.slice(between), doc.slice(mention.span), mention.label);
        at = mention.span.end;
    }
    out + doc.text.get(at as usize..).unwrap_or_default()
}

/// Tags `expected` without its mark-up and compares.
#[track_caller]
fn check(expected: &str) {
    let pieces = expected.split(['[', ']']).enumerate();
    let plain: String = pieces
        .map(
            |(number, piece)| {
                if number % 2 == 1 { piece.split('|').next().unwrap_or_default() } else { piece }
            },
        )
        .collect();
    assert_eq!(marked(&plain), expected);
}

#[test]
fn the_shipped_model_can_be_read_and_half_of_it_cannot() {
    let bytes: &[u8] = include_bytes!("../src/tag/names/names.model");
    assert!(ModelTagger::read(bytes).is_ok());
    for length in [0, 10, 20, 400, 1_500, bytes.len() / 2, bytes.len() - 1] {
        assert!(ModelTagger::read(&bytes[..length]).is_err(), "{length} bytes");
    }
    let doc = ingest::plain("Maria Lindqvist met Luc Marchetti in Oslo.").0;
    let mentions = ModelTagger::shipped().tag(&doc);
    assert_eq!(mentions.len(), 3);
    assert!(mentions.iter().all(|mention| mention.score > 0.5), "{mentions:?}");
}

#[test]
fn titles_stay_outside_and_nationalities_stand_alone() {
    check(
        "[Kenyan|NORP] Prime Minister [Amara Odhiambo|PERSON] met [French|NORP] President [Luc Marchetti|PERSON] there.",
    );
    check("A letter from Gen. [Ivo Brandt|PERSON] reached Mrs. [Teo|PERSON] late.");
}

#[test]
fn buildings_are_named_after_persons_and_by_of() {
    check(
        "Crowds filled the [Palace of São Roque|FAC] and the [Pedro da Costa Bridge|FAC] on a wet morning.",
    );
    check("Ships left the [Port of Alvor|FAC] at dawn. A week later they returned to [Alvor|GPE].");
}

#[test]
fn an_apposition_or_a_noun_says_what_a_name_is() {
    check("The contract went to [Obras do Norte|ORG], a building company based in [Porto|GPE].");
    check("The navy ordered two [Falkner Delphin|PRODUCT] submarines.");
}

#[test]
fn what_is_explained_once_is_meant_elsewhere_too() {
    check(
        "The rest will come from [Redes do Norte|ORG], a grid company based in [Porto|GPE]. Nobody asked [Redes do \
         Norte|ORG] for more.",
    );
}

#[test]
fn storms_and_treaties_are_known_by_their_first_words() {
    check("His boat was lost in [Storm Filomena|EVENT], and hers in [Typhoon Maribel|EVENT].");
    check("It broke the [Vienna Convention on Consular Relations|LAW], she told [Oslo|GPE].");
}

#[test]
fn no_name_goes_on_in_the_next_paragraph() {
    for text in [
        "The Vienna Convention on\n\nLisbon and Oslo signed it.",
        "He spoke of the Treaty on\n\nTrade with Norway is old.",
        "The money came from Casa\n\nda Moeda in Porto paid.",
        "The money went to Redes\n\ndo Norte in Porto paid.",
    ] {
        let doc = ingest::plain(text).0;
        for mention in ModelTagger::shipped().tag(&doc) {
            let block = doc.block_at(mention.span.start).unwrap();
            assert!(block.span.contains(mention.span), "{:?} in {text:?}", doc.slice(mention.span));
        }
    }
}

#[test]
fn a_small_word_begins_no_listed_organisation() {
    check("On Saturday, the ministry released the report. The news came late.");
    check("The paper said so. The island belongs to [Norway|GPE].");
}

#[test]
fn an_office_is_no_part_of_a_name() {
    check(
        "[U.N.|ORG] Secretary-General [Ban Ki-moon|PERSON] and [U.S.|GPE] Ambassador [Maria Lindqvist|PERSON] met in [Oslo|GPE].",
    );
}

#[test]
fn acts_and_believers_are_no_organisations() {
    check(
        "The [Endangered Species Act|LAW] was signed in [Washington|GPE]. The party is dominated by [Sunni Muslims|NORP].",
    );
}

#[test]
fn what_stands_around_a_name_that_no_list_has_tells_what_it_is() {
    check("Shares of [Veltrano|ORG] fell after it cut its profit forecast.");
    check("Police stopped [Veltrano|PERSON] at the border and took his passport.");
    check("Soldiers took [Veltrano|GPE], a town of some thousand people.");
}

#[test]
fn what_is_no_part_of_a_name_is_outside() {
    check("Troops left southern [Iraq|GPE] before Secretary of State [Teo Brandt|PERSON] came.");
    check("Money for the fight against AIDS went to [Fatah|ORG].");
}

#[test]
fn a_people_after_in_is_its_language() {
    check("She answered in [Polish|LANGUAGE], and the [Polish|NORP] minister smiled.");
    check("They found comfort in [Islam|NORP].");
    check("It happened in [Polish|NORP] waters.");
}

#[test]
fn who_signs_is_a_person_also_before_a_city() {
    check("By [Alda Mirov|PERSON] and [Tarek Oulhaj|PERSON], [VIENNA|GPE]");
}

#[test]
fn a_full_name_explains_the_short_one_and_the_sentence_start() {
    check("The award went to [Maria Lindqvist|PERSON]. [Lindqvist|PERSON] thanked her team.");
    check("[Lindqvist|PERSON] was late. Then [Maria Lindqvist|PERSON] spoke.");
}

#[test]
fn heads_close_organisations_places_and_events() {
    check("Officers of the [Portuguese Navy|ORG] searched the [Bay of Biscay|LOC] for days.");
    check("He left the [Ministry of Foreign Affairs|ORG] for the [Asian Games|EVENT] in [Hangzhou|GPE].");
    check("They crossed the [Osterby Bridge|FAC] to [Lake Victoria|LOC].");
}

#[test]
fn hyphens_join_given_names_and_part_countries() {
    check("The minister met [Han Duck-soo|PERSON] and [Kim Min-jae|PERSON] again.");
    check("A [Japan|GPE]-[South Korea|GPE] pact was signed.");
}

#[test]
fn an_abbreviation_in_brackets_is_the_name_before_it() {
    check("A crew of [China Central Television|ORG] ([CCTV|ORG]) filmed it.");
}

#[test]
fn common_words_at_a_sentence_start_are_no_names() {
    check("Tensions rose. Separately, officials met. Those talks failed.");
    check("A visit to the [US State Department|ORG] was called off.");
    check("They told us that the [US|GPE] team had won.");
}

#[test]
fn a_word_that_the_article_writes_small_has_its_capital_from_its_place() {
    check(
        "Harbour opens\n\nThe harbour of [Lisbon|GPE] opened after a long wait. Ships came from [Porto|GPE].",
    );
}

#[test]
fn particles_belong_to_persons() {
    check("The prize went to [Pieter van der Meer|PERSON] and [Rosa de la Cruz|PERSON] jointly.");
}

#[test]
fn arabic_articles_belong_to_the_name() {
    check("The envoy met [Hassan al-Tamimi|PERSON], who fought [al-Qaida|ORG] for years.");
}

#[test]
fn headings_in_title_case_name_only_what_is_a_name() {
    check("Ministers Address Growing International Concerns\n\nThe ministers met in [Lisbon|GPE].");
    check(
        "[Lindqvist|PERSON] Seeks New Talks With [Peru|GPE]\n\nAn envoy of [Maria Lindqvist|PERSON] said so.",
    );
}

proptest! {
    #[test]
    fn mentions_are_in_order_apart_and_on_tokens(
        text in "((the|The|of|al|-|\\.|\"|'s|\n| in |President|Ministry|U\\.S\\.|Seoul|Maria|Çelik|AFP|漢|[A-Z][a-z]{0,6}|\\PC)( ?)){0,60}"
    ) {
        let (doc, _) = ingest::plain(&text);
        let mut at = 0;
        for mention in ModelTagger::shipped().tag(&doc) {
            prop_assert!(mention.span.start >= at && !mention.span.is_empty());
            prop_assert!(doc.tokens.iter().any(|token| token.span().start == mention.span.start));
            prop_assert!(doc.tokens.iter().any(|token| token.span().end == mention.span.end));
            prop_assert!(mention.score > 0.0 && mention.score <= 1.0);
            at = mention.span.end;
        }
    }
}

#[test]
fn a_run_of_capitals_may_be_of_any_length() {
    let doc = ingest::plain(&"Lind ".repeat(1_000)).0;
    assert_eq!(doc.tokens.len(), 1_000);
    assert!(ModelTagger::shipped().tag(&doc).len() <= 1_000);
}

#[test]
fn only_what_the_model_chose_has_its_probability() {
    let doc =
        ingest::plain("Two Kurds met Maria Lindqvist of Obras do Norte, a building company, in Oslo.").0;
    for mention in ModelTagger::shipped().tag(&doc) {
        let model = mention.source == Source::Model;
        assert!(model || mention.source == Source::Rule && mention.score == 1.0, "{mention:?}");
        let explained = doc.slice(mention.span) == "Obras do Norte";
        assert!(!explained || mention.label == Label::Org, "{mention:?}");
    }
}

#[test]
fn what_is_written_in_another_script_is_no_thing_that_the_model_knows() {
    for text in [
        "كتب الولد رسالة طويلة ثم عاد إلى البيت. قال الرئيس إن القاهرة مدينة كبيرة.",
        "東京は日本の首都です。人口は約千四百万人である。",
        "הארץ היא עיתון ישראלי היוצא לאור בתל אביב",
        "किसान आंदोलन दिल्ली में शुरू हुआ।",
    ] {
        assert_eq!(marked(text), text);
    }
    assert!(!marked("Президент республики вчера встретился в столице с министром.").contains("WORK_OF_ART"));
    check("A letter of 金正恩 reached [Maria Lindqvist|PERSON] in [North Korea|GPE].");
}
