//! What is told in clauses, with and without words in marks, and who says it.

use super::check;

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
    check(
        "A [Tokyo|GPE] firm that lost the bid said it works.",
        &["indirect - (A Tokyo firm) said: it works"],
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
