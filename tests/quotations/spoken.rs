//! What stands in quotation marks.

use super::check;

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
