//! Passages that could be in two places: copied with their surroundings, torn apart, or neither, though it looks so.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

#[path = "support/passages.rs"]
mod passages;

use passages::{found, goes, goes_nowhere};

const BEFORE: &str = "The harbour was closed for two days after the storm. ";
const AFTER: &str = " An inquiry begins in May, and the mayor has promised to answer every question.";

#[test]
fn a_whole_copy_beside_a_changed_original_is_not_taken_for_it() {
    let sentence = "Nobody at the mill had been told of the danger before the first barrels came ashore.";
    let changed = "Nobody at the mlil had been told of the danger before the first barrels came ashore.";
    let old = format!("{BEFORE}{}{AFTER}", sentence.replace("of the danger", "⟦of the danger⟧"));
    goes_nowhere(&old, &format!("{BEFORE}{changed} {sentence}{AFTER}"));
    assert_eq!(found(&old, &format!("{BEFORE}{sentence} {changed}{AFTER}"), true), "ambiguous");
    // Elsewhere it is a copy, as the old text tells.
    let marked = changed.replace("of the danger", "⟦of the danger⟧");
    let between = "The roads were open again by the end of the week, though few had any use for them then.";
    let rest = format!("{AFTER} {between} {sentence}");
    assert_eq!(found(&old, &format!("{BEFORE}{changed}{rest}"), true), format!("{BEFORE}{marked}{rest}"));
}

#[test]
fn a_sentence_put_in_before_a_passage_is_no_part_of_it() {
    let after = "ten merchants and two banks in the old town. They have not answered yet.";
    goes(
        &format!("Trade with the islands\n\nNorth Uist ⟦then imposed duties on⟧ {after}"),
        &format!(
            "Trade with the islands\n\nThese islands include Barra, said the council of ministers on Thursday.\n\
             North Uist ⟦then imposed duties on⟧ {after}"
        ),
    );
}

#[test]
fn a_passage_torn_into_halves_is_left_to_the_reader() {
    let (first, second) = (
        "Had it come an hour later, said the miller, the flood would have carried off a hundred barrels.",
        "The bridge below the mill was shut to carts for a week and a day while its piers were mended.",
    );
    let between =
        "Photographs of the town show sheds and fences lying about in the fields as far as the road.";
    let old = format!(
        "{BEFORE}{}\n\n{}\n\n{between}{AFTER}",
        first.replace("off a hundred", "off ⟦a hundred"),
        second.replace("The bridge below", "The bridge below⟧"),
    );
    goes_nowhere(&old, &format!("{second}\n\n{BEFORE}{between}\n\n{first}{AFTER}"));
}

#[test]
fn a_torn_passage_does_not_cover_what_came_between_its_parts() {
    let (first, second, third) = (
        "The report was read out in the evening, when most of the shops had closed and the square was quiet.",
        "The baker had counted eleven carts before noon and none of them carried any flour or salt.",
        "Whoever wrote the letter knew the names of all the wardens and on which nights they slept.",
    );
    let old = format!(
        "{BEFORE}{} {} {third}{AFTER}",
        first.replace("when most", "⟦when most"),
        second.replace("of them carried", "of them⟧ carried"),
    );
    let found = found(&old, &format!("{second} {BEFORE}{first} {third}{AFTER}"), false);
    let place = found.split(['⟦', '⟧']).nth(1).unwrap_or_default();
    assert!(!place.contains("harbour") && !place.contains("Whoever"), "{found}");
}

#[test]
fn words_run_together_are_found_by_their_letters() {
    goes(
        "Related: navy increases its presence west of the islands after ⟦Coral Harvest⟧",
        "Related: navy increases its presence west of the islands after ⟦CoralHarvest⟧",
    );
}

#[test]
fn an_end_inside_a_word_stays_there_if_the_passage_has_no_letter_to_spare() {
    goes(
        "Had it happened five hours or four hours ⟦earlier, I⟧ think the harm would have been greater.",
        "Had it happened five hours or four hours ⟦earliex, I⟧think the harm would have been greater.",
    );
}
