//! Passages in texts that were edited: what other tools are known to get wrong, case by case.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use std::fmt::Write as _;

use manicule::anchor::{Anchoring, Saved, describe, resolve, resolve_all};
use manicule::annotation::{Selector, TextPositionSelector, TextQuoteSelector};
use manicule::text::{Span, TextHash};
use proptest::prelude::*;

#[path = "support/passages.rs"]
mod passages;

use passages::{document, goes, goes_nowhere, marked};

#[test]
fn a_copy_elsewhere_does_not_hide_a_changed_original() {
    goes(
        "The harbour was closed for two days. The mayor said that ⟦nobody had been told of the danger⟧ before \
         Tuesday, when the first barrels were found. The inquiry begins in May.",
        "“nobody had been told of the danger” — see below. The harbour was closed for two days. The mayor said \
         that ⟦nobody had been tlod of the dangers⟧ before Tuesday, when the first barrels were found. The inquiry \
         begins in May.",
    );
}

#[test]
fn context_outweighs_one_more_error() {
    goes(
        "In the north the rain fell on the old town all week. In the south ⟦the river rose by a foot⟧ and the \
         bridges were shut to carts.",
        "The council heard that the river rose by a fool. In the north the rain fell on the old town all week. In \
         the south ⟦the rivers rose by two foot⟧ and the bridges were shut to carts.",
    );
}

#[test]
fn a_name_is_not_taken_for_one_of_like_letters() {
    goes_nowhere(
        "The kernel is kept by ⟦Linus⟧, who reads every patch himself.",
        "The garden is kept by hines, whose roses won a prize, and by nobody else at all.",
    );
    goes_nowhere(
        "The kernel is kept by ⟦Linus⟧, who reads every patch himself.",
        "The kernel is kept by hines, who reads every patch himself.",
    );
    goes(
        "The kernel is kept by ⟦Linus⟧, who reads every patch himself.",
        "Today the kernel is kept by ⟦Linas⟧, who reads every patch himself.",
    );
}

#[test]
fn hundreds_of_notes_on_one_common_word_each_find_their_own() {
    let mut old = String::new();
    for line in 0..400 {
        writeln!(old, "Row {line} of the ledger: the clerk paid {} crowns to the miller.", line * 7 % 1000)
            .unwrap();
    }
    let edit = |(row, line): (usize, &str)| match row % 5 {
        0 => format!("{}\n", line.replace("the clerk", "an old clerk")),
        _ => format!("{line}\n"),
    };
    let new: String = old.lines().enumerate().map(edit).collect();
    let (old_doc, new_doc) = (document(&old), document(&new));
    let spans: Vec<Span> =
        old.match_indices("the miller").map(|(at, _)| Span::from_range(at..at + 3)).collect();
    let selectors: Vec<_> = spans.iter().map(|span| describe(&old_doc, *span).unwrap()).collect();
    let answers = resolve_all(&new_doc, Saved::Unknown, selectors.iter().map(Vec::as_slice));
    let expected = new.match_indices("the miller").map(|(at, _)| Span::from_range(at..at + 3));
    let mut placed = 0;
    for (answer, expected) in answers.iter().zip(expected) {
        match answer {
            Anchoring::Exact(span) | Anchoring::Moved { span, .. } => {
                assert_eq!(*span, expected);
                placed += 1;
            }
            // An edited row is no more like itself than like its neighbours, which differ in a digit or two.
            Anchoring::Ambiguous(places) => assert!(places.iter().any(|place| place.span == expected)),
            Anchoring::Orphan(reason) => panic!("{reason}"),
        }
    }
    assert!(placed >= 300, "{placed} of 400");
}

#[test]
fn a_quote_across_paragraphs_is_found_however_they_are_parted() {
    goes(
        "First came the ⟦long winter.\n\nThen came the flood⟧ that took the mill.\n\nNobody rebuilt it.",
        "At first came the ⟦long winter. Then came the flood⟧ that took the mill. Nobody rebuilt it.",
    );
    goes(
        "First came the ⟦long winter. Then came the flood⟧ that took the mill. Nobody rebuilt it.",
        "At first came the ⟦long winter.\n\nThen came the flood⟧ that took the mill.\n\nNobody rebuilt it.",
    );
}

#[test]
fn what_moved_is_found_where_it_went() {
    goes(
        "Alpha paragraph about the weather in the hills. ⟦Beta sentence tells of a wandering goat.⟧ Gamma closes \
         the account with a song about the sea.",
        "Gamma closes the account with a song about the sea. Alpha paragraph about the weather in the hills. \
         Delta was put in by another hand. ⟦Beta sentence tells of a wandering goat.⟧",
    );
}

#[test]
fn a_sentence_put_into_a_passage_does_not_halve_it() {
    goes(
        "The ship left at dawn with ⟦forty sailors aboard. The captain had not slept⟧ since the storm off the cape.",
        "The ship left at dawn with ⟦forty sailors aboard. It carried tea, salt and two grey horses for the \
         governor. The captain had not slept⟧ since the storm off the cape.",
    );
}

#[test]
fn a_passage_rewritten_by_half_is_found_between_its_neighbours() {
    goes(
        "After the vote the chairman thanked ⟦all of the members for their patience and their work⟧ and closed the \
         meeting at ten.",
        "Late, after the vote the chairman thanked ⟦all of the members for coming through the snow⟧ and closed the \
         meeting at ten.",
    );
}

#[test]
fn what_is_gone_is_put_nowhere() {
    goes_nowhere(
        "The bell rang twice. ⟦A stranger in a green coat asked for the road to the lake.⟧ Then it was quiet \
         again in the square.",
        "The bell rang twice. Then it was quiet again in the square.",
    );
    goes_nowhere(
        "The bell rang twice in ⟦May⟧ and the people came out of their houses.",
        "The bell rang, and all who heard it came. They may go. It may rain upon the houses tonight.",
    );
}

#[test]
fn case_quotes_dashes_and_spaces_are_no_difference() {
    goes(
        "He wrote: ⟦\"It's the end - or nearly\"⟧ and went to bed.",
        "Then he wrote: ⟦“It’s the end — or nearly”⟧ and went to bed.",
    );
    goes(
        "It was ⟦the great Council of the North⟧ that met.",
        "So it was ⟦THE GREAT  COUNCIL of the north⟧ that met.",
    );
    goes(
        "A word is ⟦cooperation⟧ for all of us here.",
        "One word is ⟦co\u{ad}operation⟧ for all of us here.",
    );
}

#[test]
fn scripts_and_signs_of_every_kind() {
    goes(
        "We sang 🎉🎉 and ⟦👩‍👩‍👧‍👦 danced⟧ until the morning came.",
        "All of us sang 🎉 and ⟦👩‍👩‍👧‍👦 danced⟧ until the morning came.",
    );
    goes(
        "The cafe\u{301} near ⟦the re\u{301}sume\u{301} office⟧ is shut.",
        "Our café near ⟦the résumé office⟧ is shut.",
    );
    goes(
        "昨日、⟦首相は新しい計画を発表した⟧。市場は反応しなかった。",
        "東京で昨日、⟦首相は新たな計画を発表した⟧。市場は反応しなかった。",
    );
    goes(
        "대통령은 ⟦새로운 정책을 발표했다⟧. 시장은 조용했다.",
        "어제 대통령은 ⟦새로운 정책을 발표했다⟧. 시장은 조용했다.",
    );
    goes(
        "הנשיא אמר ⟦כי התוכנית החדשה תצא לדרך⟧ בשבוע הבא בירושלים",
        "אתמול הנשיא אמר ⟦כי התכנית החדשה תצא לדרך⟧ בשבוע הבא בירושלים",
    );
    goes(
        "قال الوزير ⟦إن الخطة الجديدة ستبدأ⟧ في الأسبوع المقبل",
        "أمس قال الوزير ⟦إن الخطّة الجديدة ستبدأ⟧ في الأسبوع المقبل",
    );
}

#[test]
fn the_order_of_neighbours_tells_copies_apart() {
    let verse = "Roll on, roll on, said the miller's wife, roll on.\n\n";
    let old = format!(
        "{verse}The first stanza tells of rain.\n\n{verse}The second tells of snow.\n\n{verse}The end."
    );
    let new = format!("A song.\n\n{old}");
    let (old_doc, new_doc) = (document(&old), document(&new));
    let parts = ["first stanza", "said the miller's wife", "second tells", "The end"];
    let spans: Vec<Span> = parts
        .iter()
        .flat_map(|part| old.match_indices(part).map(|(at, _)| Span::from_range(at..at + part.len())))
        .collect();
    let selectors: Vec<_> = spans.iter().map(|span| describe(&old_doc, *span).unwrap()).collect();
    let answers = resolve_all(&new_doc, Saved::Unknown, selectors.iter().map(Vec::as_slice));
    for (span, answer) in spans.iter().zip(answers) {
        let expected = Span::new(span.start + 9, span.end + 9);
        assert!(matches!(answer, Anchoring::Moved { span, .. } if span == expected), "{span:?}: {answer:?}");
    }
}

#[test]
fn the_old_text_tells_what_nothing_else_can() {
    let (old, span) = marked("yes no yes no ⟦yes⟧ no yes no");
    let selectors = [
        Selector::Quote(TextQuoteSelector { exact: "yes".into(), ..TextQuoteSelector::default() }),
        Selector::Position(TextPositionSelector {
            start: span.start,
            end: span.end,
            ..TextPositionSelector::default()
        }),
    ];
    let doc = document("so: yes no yes no yes no yes no");
    assert!(matches!(resolve(&doc, &selectors), Anchoring::Ambiguous(places) if places.len() == 4));
    let with = resolve_all(&doc, Saved::Text(&old), [selectors.as_slice()]).remove(0);
    assert!(
        matches!(with, Anchoring::Moved { span: found, .. } if found.start == span.start + 4),
        "{with:?}"
    );
    let same = document(&old);
    for saved in [Saved::Hash(TextHash::new(&old)), Saved::Text(&old)] {
        assert_eq!(resolve_all(&same, saved, [selectors.as_slice()]), [Anchoring::Exact(span)]);
    }
}

#[test]
fn a_position_is_not_trusted_against_the_quotation() {
    let doc = document("The quick brown fox jumps over the lazy dog, and the dog does not mind it at all.");
    let selectors = [
        Selector::Quote(TextQuoteSelector { exact: "lazy dog".into(), ..TextQuoteSelector::default() }),
        Selector::Position(TextPositionSelector { start: 4, end: 12, ..TextPositionSelector::default() }),
    ];
    let answer = resolve_all(&doc, Saved::Hash(TextHash::new(&doc.text)), [selectors.as_slice()]).remove(0);
    assert!(!matches!(answer, Anchoring::Exact(_)), "{answer:?}");
}

fn selector(exact: String, prefix: Option<String>, suffix: Option<String>) -> Selector {
    Selector::Quote(TextQuoteSelector { exact, prefix, suffix, ..TextQuoteSelector::default() })
}

proptest! {
    #[test]
    fn no_selectors_and_no_texts_are_too_strange(
        text in prop_oneof![any::<String>(), "[ab \u{301}\n.]{0,200}", "(the |minister |met |. |\n\n|漢|👩‍👧|é){0,150}"],
        old in prop_oneof![any::<String>(), "(the |minister |met |. |\n\n|漢|👩‍👧|é){0,150}"],
        exact in prop_oneof![any::<String>(), "[ab \u{301}\n]{0,20}", "(the |minister |met |漢|é){0,30}"],
        prefix in proptest::option::of("[ab. ]{0,90}|(the |met |漢){0,40}"),
        suffix in proptest::option::of("[ab. ]{0,90}|(the |met |漢){0,40}"),
        (start, end) in prop_oneof![(0u32..200, 0u32..200), any::<(u32, u32)>()],
        with_position in any::<bool>(),
    ) {
        let doc = document(&text);
        let quote = selector(exact.clone(), prefix, suffix);
        let position = Selector::Position(TextPositionSelector { start, end, ..TextPositionSelector::default() });
        let selectors = if with_position { vec![quote, position] } else { vec![quote] };
        for saved in [Saved::Unknown, Saved::Text(&old), Saved::Hash(TextHash::new(&old))] {
            let (spans, is_exact) = match resolve_all(&doc, saved, [selectors.as_slice()]).remove(0) {
                Anchoring::Exact(span) => (vec![span], true),
                Anchoring::Moved { span, score } => {
                    prop_assert!((0.0..=1.0).contains(&score));
                    (vec![span], false)
                }
                Anchoring::Ambiguous(places) => (places.iter().map(|place| place.span).collect(), false),
                Anchoring::Orphan(_) => (vec![], false),
            };
            for span in spans {
                prop_assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?}");
                prop_assert!(!is_exact || span.of(&text) == exact);
            }
        }
    }
}
