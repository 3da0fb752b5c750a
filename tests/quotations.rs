//! Who said what, on sentences of our own: `[name|TYPE]` mentions in, quotations out. Over the articles at
//! hand the invariants are checked; with `QUOTATIONS` set, what is found there is printed, to be read.

use std::fs;
use std::path::Path;

use manicule::document::Document;
use manicule::entity::{Entity, group};
use manicule::ingest;
use manicule::quotation::{Quotation, QuoteKind, find};
use manicule::tag::{Label, Mention, ModelTagger, Source, analyze};
use manicule::text::Span;
use proptest::prelude::*;

/// The document written in `marked`, with its mentions.
fn read(marked: &str) -> (Document, Vec<Mention>) {
    let mut plain = String::new();
    let mut mentions = Vec::new();
    for (number, piece) in marked.split(['[', ']']).enumerate() {
        let start = plain.len();
        match piece.split_once('|').filter(|_| number % 2 == 1) {
            Some((name, label)) => {
                plain.push_str(name);
                let label: Label = label.parse().unwrap_or(Label::Law);
                mentions.push(Mention::new(Span::from_range(start..plain.len()), label, Source::Rule));
            }
            None => plain.push_str(piece),
        }
    }
    let (doc, _) = ingest::plain(&plain);
    assert_eq!(&*doc.text, plain);
    (doc, mentions)
}

/// `kind entity (what the text calls it) cue: what was said`, `-` for what there is none of.
fn line(doc: &Document, entities: &[Entity], quotation: &Quotation) -> String {
    let kind = match quotation.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    };
    let speaker = quotation.speaker.and_then(|speaker| entities.get(speaker as usize));
    let text = |span: Option<Span>| span.map_or("-", |span| doc.slice(span));
    format!(
        "{kind} {} ({}) {}: {}",
        speaker.map_or("-", |entity| &entity.name),
        text(quotation.speaker_span),
        text(quotation.cue),
        doc.slice(quotation.span)
    )
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (doc, mentions) = read(marked);
    let entities = group(&doc, &mentions, &[]);
    let found = find(&doc, &mentions, &entities);
    let lines: Vec<String> = found.iter().map(|quotation| line(&doc, &entities, quotation)).collect();
    assert_eq!(lines, expected);
}

/// In order, and overlapping only where one lies inside the other.
#[track_caller]
fn check_order(found: &[Quotation]) {
    for (at, first) in found.iter().enumerate() {
        for second in found.iter().skip(at + 1).take_while(|second| second.span.start < first.span.end) {
            assert!(first.span.start <= second.span.start && second.span.end <= first.span.end);
        }
        assert!(found.get(at + 1).is_none_or(|second| first.span.start <= second.span.start));
    }
}

#[test]
fn the_articles_keep_the_invariants() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("skipped: the articles are not at hand");
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".txt") || name.ends_with(".source.txt") {
            continue;
        }
        let (doc, _) = ingest::plain(&fs::read_to_string(&path).unwrap());
        let mentions = analyze(&doc, ModelTagger::shipped());
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        if std::env::var("QUOTATIONS").is_ok() {
            found.iter().for_each(|quotation| println!("{name}: {}", line(&doc, &entities, quotation)));
        }
        check_order(&found);
        for quotation in &found {
            assert!(!doc.slice(quotation.span).is_empty(), "{name}: {quotation:?}");
            assert!(quotation.speaker.is_none_or(|speaker| (speaker as usize) < entities.len()), "{name}");
        }
    }
}

#[test]
fn quotation_marks_and_the_cue_after_them() {
    check("“We agree,” said [Orme|PERSON].", &["direct Orme (Orme) said: We agree,"]);
    check("\"We agree,\" [Orme|PERSON] said.", &["direct Orme (Orme) said: We agree,"]);
    check("“We agree”, said [Orme|PERSON] on Monday.", &["direct Orme (Orme) said: We agree"]);
    check("“Do we agree?” asked [Orme|PERSON].", &["direct Orme (Orme) asked: Do we agree?"]);
    check("“We agree!” [Orme|PERSON] told reporters.", &["direct Orme (Orme) told: We agree!"]);
    check("“It works,” according to [Orme|PERSON].", &["direct Orme (Orme) according to: It works,"]);
    check("“It works,” [Ada Orme|PERSON] later added.", &["direct Ada Orme (Ada Orme) added: It works,"]);
    check(
        "“It works,” said [Ada Orme|PERSON], head of [Norland Rail|ORG].",
        &["direct Ada Orme (Ada Orme) said: It works,"],
    );
    check(
        "“It works,” [Ada Orme|PERSON], the minister, said.",
        &["direct Ada Orme (Ada Orme) said: It works,"],
    );
    check(
        "“It works,” said a spokesman for [Norland Rail|ORG].",
        &["direct - (a spokesman for Norland Rail) said: It works,"],
    );
    check(
        "“It works,” said [Norland Rail|ORG] spokesman [Ada Orme|PERSON].",
        &["direct Ada Orme (Norland Rail spokesman Ada Orme) said: It works,"],
    );
    check("‘It works,’ said [Orme|PERSON].", &["direct Orme (Orme) said: It works,"]);
    check("'It works,' said [Orme|PERSON].", &["direct Orme (Orme) said: It works,"]);
}

#[test]
fn quotation_marks_and_the_cue_before_them() {
    check("[Orme|PERSON] said: “We agree.”", &["direct Orme (Orme) said: We agree."]);
    check("[Orme|PERSON] said, “We agree.”", &["direct Orme (Orme) said: We agree."]);
    check("[Orme|PERSON] said “we agree”.", &["direct Orme (Orme) said: we agree"]);
    check(
        "[Orme|PERSON] told reporters in [Seoul|GPE]: “We agree.”",
        &["direct Orme (Orme) told: We agree."],
    );
    check(
        "In a statement, [Norland Rail|ORG] wrote: “We agree.”",
        &["direct Norland Rail (Norland Rail) wrote: We agree."],
    );
    check("[Orme|PERSON]: “We agree.”", &["direct Orme (Orme) -: We agree."]);
    check("[Orme|PERSON] shook his head, adding: “We agree.”", &["direct Orme (Orme) adding: We agree."]);
    check(
        "According to [Orme|PERSON], “all of it was known before”.",
        &["direct Orme (Orme) According to: all of it was known before"],
    );
}

#[test]
fn one_speech_in_two_parts() {
    check(
        "“We agree,” said [Orme|PERSON]. “We always have.”",
        &["direct Orme (Orme) said: We agree,", "direct Orme (-) said: We always have."],
    );
    check(
        "“We,” said [Orme|PERSON], “agree.”",
        &["direct Orme (Orme) said: We,", "direct Orme (-) said: agree."],
    );
    check(
        "“We agree,” said [Orme|PERSON] on Monday. “We always have.”",
        &["direct Orme (Orme) said: We agree,", "direct Orme (-) said: We always have."],
    );
    check(
        "“We agree,” said [Orme|PERSON]. [Lind|PERSON] said: “We do not.”",
        &["direct Orme (Orme) said: We agree,", "direct Lind (Lind) said: We do not."],
    );
    check(
        "“We agree,” said [Orme|PERSON].\n\n“We do not,” said [Lind|PERSON].",
        &["direct Orme (Orme) said: We agree,", "direct Lind (Lind) said: We do not,"],
    );
}

#[test]
fn one_speech_over_several_paragraphs() {
    check(
        "[Orme|PERSON] said: “We agree.\n\n“We always have.\n\n“We always will.”\n\nThen it rained.",
        &["direct Orme (Orme) said: We agree.\n\n“We always have.\n\n“We always will."],
    );
    check(
        "\"We agree.\n\n\"We always have,\" said [Orme|PERSON].",
        &["direct Orme (Orme) said: We agree.\n\n\"We always have,"],
    );
    check(
        "[Orme|PERSON] said, \"We agree.\n\nWe always have.\" It rained.",
        &["direct Orme (Orme) said: We agree.\n\nWe always have."],
    );
    // Never closed and not taken up: no quotation.
    check("[Orme|PERSON] wore \"a hat.\n\nIt rained on the town all day.", &[]);
}

#[test]
fn words_in_marks_that_nobody_says() {
    check("[Orme|PERSON] called it a “global issue” in April.", &[]);
    check("The film “The Long Rain” opens on Friday.", &[]);
    check("They praised the 'boys' club' of the town, and the boys' shoes.", &[]);
    check("The pipe is 12\" wide and [Orme|PERSON]'s shoes don't fit.", &[]);
    check("The “A” section of [Norland Rail|ORG] says nothing.", &[]);
}

#[test]
fn marks_in_marks() {
    check(
        "“She told me, ‘We agree,’ and left,” said [Orme|PERSON].",
        &["direct Orme (Orme) said: She told me, ‘We agree,’ and left,", "direct - (She) told: We agree,"],
    );
    check("“It is a 'boys' club',” said [Orme|PERSON].", &["direct Orme (Orme) said: It is a 'boys' club',"]);
    check(
        "[Orme|PERSON] said: “It’s the players’ game, isn’t it?”",
        &["direct Orme (Orme) said: It’s the players’ game, isn’t it?"],
    );
}

#[test]
fn clauses_after_their_cue() {
    check("[Orme|PERSON] said that it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON] said it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON] has also said that it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Xi|PERSON] noted that it works.", &["indirect Xi (Xi) noted: it works"]);
    check("[Orme|PERSON] told [Lind|PERSON] that it works.", &["indirect Orme (Orme) told: it works"]);
    check("[Orme|PERSON] told reporters it works.", &["indirect Orme (Orme) told: it works"]);
    check(
        "[Orme|PERSON] told the [BBC|ORG] in an interview that it works.",
        &["indirect Orme (Orme) told: it works"],
    );
    check("[Orme|PERSON] said on [Monday|DATE] that it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON] said in a statement it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON], the minister, said it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON], 42, said it works.", &["indirect Orme (Orme) said: it works"]);
    check("[Orme|PERSON], who is 42, said it works.", &["indirect Orme (Orme) said: it works"]);
    check(
        "Two officials in [Seoul|GPE] said it works.",
        &["indirect - (Two officials in Seoul) said: it works"],
    );
    check("[Orme|PERSON]'s office said it works.", &["indirect - (Orme's office) said: it works"]);
    check(
        "[Norland|GPE]'s foreign minister [Ada Orme|PERSON] said it works.",
        &["indirect Ada Orme (Norland's foreign minister Ada Orme) said: it works"],
    );
    check(
        "[Ada Orme|PERSON] of [Norland Rail|ORG] said it works.",
        &["indirect Ada Orme (Ada Orme of Norland Rail) said: it works"],
    );
    check("[Orme|PERSON] claims she was there.", &["indirect Orme (Orme) claims: she was there"]);
    check(
        "[Orme|PERSON] stated [Lind|PERSON] left early.",
        &["indirect Orme (Orme) stated: Lind left early"],
    );
}

#[test]
fn clauses_before_and_around_their_cue() {
    check("It works, said [Orme|PERSON].", &["indirect Orme (Orme) said: It works"]);
    check("It works now, [Orme|PERSON] said on [Monday|DATE].", &["indirect Orme (Orme) said: It works now"]);
    check("It works, according to [Reuters|ORG].", &["indirect Reuters (Reuters) according to: It works"]);
    check("According to [Reuters|ORG], it works.", &["indirect Reuters (Reuters) According to: it works"]);
    check("As per [Bloomberg|ORG], it works.", &["indirect Bloomberg (Bloomberg) As per: it works"]);
    check(
        "According to [Ada Orme|PERSON], a doctor, it works.",
        &["indirect Ada Orme (Ada Orme) According to: it works"],
    );
    check(
        "According to the team's coach, [Ada Orme|PERSON], it works.",
        &["indirect Ada Orme (the team's coach, Ada Orme) According to: it works"],
    );
    check(
        "These include [Norland|GPE], said the foreign ministry on [Monday|DATE].",
        &["indirect - (the foreign ministry) said: These include Norland"],
    );
    check(
        "It works, [Yonhap|ORG] news agency reported.",
        &["indirect Yonhap (Yonhap news agency) reported: It works"],
    );
}

#[test]
fn clauses_with_words_in_marks() {
    check(
        "[Orme|PERSON] said that it “works well” in [Seoul|GPE].",
        &["mixed Orme (Orme) said: it “works well” in Seoul"],
    );
    check(
        "[Orme|PERSON] said he would \"seriously consider\" it.",
        &["mixed Orme (Orme) said: he would \"seriously consider\" it"],
    );
    check("[Orme|PERSON] said that “all of it works.”", &["direct Orme (Orme) said: all of it works."]);
}

#[test]
fn several_in_one_sentence() {
    check(
        "[Orme|PERSON] said it works, while [Lind|PERSON] said it does not.",
        &["indirect Orme (Orme) said: it works", "indirect Lind (Lind) said: it does not"],
    );
    check(
        "[Orme|PERSON] said it works, adding that it is cheap.",
        &["indirect Orme (Orme) said: it works", "indirect Orme (Orme) adding: it is cheap"],
    );
    check(
        "[Orme|PERSON] said it works and added that it is cheap.",
        &["indirect Orme (Orme) said: it works", "indirect Orme (Orme) added: it is cheap"],
    );
    check(
        "[Reuters|ORG] reported that [Orme|PERSON] told [Lind|PERSON] that it works.",
        &[
            "indirect Reuters (Reuters) reported: Orme told Lind that it works",
            "indirect Orme (Orme) told: it works",
        ],
    );
}

#[test]
fn pronouns_only_where_they_are_certain() {
    check("[Orme|PERSON] left [Seoul|GPE]. He said it works.", &["indirect Orme (He) said: it works"]);
    check(
        "[Orme|PERSON] noted that it works. He added that it is cheap.",
        &["indirect Orme (Orme) noted: it works", "indirect Orme (He) added: it is cheap"],
    );
    check("[Orme|PERSON] met [Lind|PERSON]. He said it works.", &["indirect - (He) said: it works"]);
    check(
        "[Mr Orme|PERSON] met [Mrs Lind|PERSON]. She said it works.",
        &["indirect Lind (She) said: it works"],
    );
    check(
        "“It works,” said [Orme|PERSON]. “[Lind|PERSON] knows,” he added.",
        &["direct Orme (Orme) said: It works,", "direct Orme (he) added: Lind knows,"],
    );
    check(
        "“It works,” said [Norland Rail|ORG]. “It is cheap”, it added.",
        &[
            "direct Norland Rail (Norland Rail) said: It works,",
            "direct Norland Rail (it) added: It is cheap",
        ],
    );
    check("Two men came. They said it works.", &["indirect - (They) said: it works"]);
}

#[test]
fn what_looks_like_a_cue_and_is_none() {
    check("[Orme|PERSON] is said to be ill.", &[]);
    check("[Orme|PERSON] said nothing.", &[]);
    check("The reports of [Orme|PERSON] are late.", &[]);
    check("[Orme|PERSON] added sugar to the tea.", &[]);
    check("The [Norland|GPE] claims agency closed.", &[]);
    check("[Orme|PERSON] told the truth.", &[]);
    check("That said, it rained.", &[]);
}

#[test]
fn the_turns_of_the_news() {
    check(
        "The deal, [Orme|PERSON] said, would cost [$3bn|MONEY].",
        &["indirect Orme (Orme) said: The deal, Orme said, would cost $3bn"],
    );
    check(
        "[Reuters|ORG] reported on [Friday|DATE], citing two sources, that it works.",
        &["indirect Reuters (Reuters) reported: it works"],
    );
    check(
        "[Xi|PERSON] told [Han|PERSON], who was there, that it works.",
        &["indirect Xi (Xi) told: it works"],
    );
    check(
        "[Orme|PERSON]'s lawyer, [Olaf Lind|PERSON], said it works.",
        &["indirect Olaf Lind (Olaf Lind) said: it works"],
    );
    check(
        "“It works,” one resident, [Olaf Lind|PERSON], 45, said.",
        &["direct Olaf Lind (one resident, Olaf Lind) said: It works,"],
    );
    check("[Orme|PERSON] and [Lind|PERSON] said it works.", &["indirect - (Orme and Lind) said: it works"]);
    check(
        "“It works,” said [Orme|PERSON] and [Lind|PERSON] in a letter.",
        &["direct - (Orme and Lind) said: It works,"],
    );
    check(
        "[Orme|PERSON] was quoted by [Yonhap|ORG] as saying that it works.",
        &["indirect Orme (Orme) saying: it works"],
    );
    check("Asked whether it works, [Orme|PERSON] said: “No.”", &["direct Orme (Orme) said: No."]);
    check(
        "In an interview with the [BBC|ORG], [Orme|PERSON] said the deal was “dead”.",
        &["mixed Orme (Orme) said: the deal was “dead”"],
    );
    check(
        "The company's chief executive, [Ada Orme|PERSON], told analysts on a call that it works.",
        &["indirect Ada Orme (Ada Orme) told: it works"],
    );
    check("[Orme|PERSON], speaking in [Seoul|GPE], said it works.", &["indirect Orme (Orme) said: it works"]);
    check(
        "“I am,” he said, “very happy.”",
        &["direct - (he) said: I am,", "direct - (he) said: very happy."],
    );
    check("Police said [Tuesday|DATE] that it works.", &["indirect - (Police) said: it works"]);
    check(
        "The ministry said in a statement on [Monday|DATE]: “It works.”",
        &["direct - (The ministry) said: It works."],
    );
    check(
        "It is known that, according to [Orme|PERSON], it works.",
        &["indirect Orme (Orme) according to: it works"],
    );
    check("The “A” section of the site explains, at length, what it is.", &[]);
}

#[test]
fn what_stands_beside_the_clause_is_none_of_it() {
    check(
        "[Yonhap|ORG] quoted [Orme|PERSON] as saying that it works.",
        &["indirect Orme (Orme) saying: it works"],
    );
    check(
        "[Orme|PERSON] told reporters the judgment shows that it works.",
        &["indirect Orme (Orme) told: the judgment shows that it works"],
    );
    check("[Orme|PERSON] repeated that message on [Monday|DATE].", &[]);
    check("Details of the deal announced [Sunday|DATE] are late.", &[]);
    check("It is a paper that experts said was signed by [Orme|PERSON].", &[]);
    check("He left, despite [Israeli|NORP] reports that it works.", &[]);
    check(
        "Lawmakers loyal to cleric [Orme|PERSON] say that it works.",
        &["indirect - (cleric Orme) say: it works"],
    );
    check("Researchers showed the results and said it works.", &["indirect - (-) said: it works"]);
}

#[test]
fn the_longest_sentences_come_to_an_end() {
    for piece in [
        "(a) ",
        "[Orme|PERSON], said ",
        "“a ‘b ",
        "\"a\" said ",
        "[Orme|PERSON] said it, ",
        "a, ",
        "'s ",
        "who, ",
    ] {
        let (doc, mentions) = read(&format!("{}[Orme|PERSON] said it works.", piece.repeat(20_000)));
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        assert!(found.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_keeps_the_invariants(pieces in proptest::collection::vec(
        "(Orme|Lind|he|the minister|Seoul) (said|told|added|noted)|said|told|that|\\.|, |: |\"|“|”|‘|’|'|\\(|\\)|\n\n|and|who|according to|it works|adding|Then| ",
        0..40,
    )) {
        let (doc, _) = ingest::plain(&pieces.join(" "));
        let name = |name: &'static str| doc.text.match_indices(name).map(|(at, name)| {
            Mention::new(Span::from_range(at..at + name.len()), Label::Person, Source::Rule)
        });
        let mut mentions: Vec<Mention> = name("Orme").chain(name("Lind")).collect();
        mentions.sort_by_key(|mention| mention.span);
        let entities = group(&doc, &mentions, &[]);
        let found = find(&doc, &mentions, &entities);
        check_order(&found);
        for quotation in found {
            prop_assert!(doc.text.get(quotation.span.range()).is_some());
            prop_assert!(quotation.speaker.is_none_or(|speaker| (speaker as usize) < entities.len()));
        }
    }
}
