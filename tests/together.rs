//! Who is named with whom, on mark-up of our own: `[name|TYPE]` mentions in.

#[path = "support/marked.rs"]
mod marked;

use manicule::session::Reading;

/// Ties as `name + name: sentences`, and the sentences of the pair that is asked for.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (doc, mentions) = marked::read(marked);
    let reading = Reading::new(&doc, mentions, &[]);
    let name = |index: u32| reading.entities.get(index as usize).map_or("?", |entity| entity.name.as_str());
    let ties = reading.ties(&doc);
    let lines = ties.iter().map(|tie| format!("{} + {}: {}", name(tie.one), name(tie.other), tie.sentences));
    assert_eq!(lines.collect::<Vec<_>>(), expected);
    for tie in ties {
        let sentences = reading.sentences_with(&doc, tie.one, tie.other);
        assert_eq!(sentences.len(), tie.sentences as usize, "{tie:?}");
        assert_eq!(sentences, reading.sentences_with(&doc, tie.other, tie.one));
    }
}

#[test]
fn those_who_share_a_sentence_are_tied_by_the_count_of_sentences() {
    check(
        "[Ann Osei|PERSON] met [Maria Lind|PERSON] in [Porto|GPE]. [Osei|PERSON] wrote to [Lind|PERSON] again. [Porto|GPE] slept.",
        &["Ann Osei + Maria Lind: 2", "Ann Osei + Porto: 1", "Maria Lind + Porto: 1"],
    );
}

#[test]
fn a_sentence_counts_once_and_nobody_keeps_company_with_themselves() {
    check("[Porto|GPE] and [Vigo|GPE], [Porto|GPE] and [Vigo|GPE], said [Porto|GPE].", &["Porto + Vigo: 1"]);
}

#[test]
fn dates_and_numbers_keep_nobody_company() {
    check("[Ann Osei|PERSON] paid [$5|MONEY] on [Monday|DATE].", &[]);
}

#[test]
fn headings_and_paragraphs_are_apart() {
    check("[Porto|GPE] rises\n\n[Vigo|GPE] sleeps.", &[]);
}

#[test]
fn a_list_ties_nobody() {
    let cities = |count: usize| {
        let names: Vec<String> = (0..count).map(|n| format!("[Town{n}|GPE]")).collect();
        format!("There are {}.", names.join(", "))
    };
    let count = |marked: &str| {
        let (doc, mentions) = marked::read(marked);
        Reading::new(&doc, mentions, &[]).ties(&doc).len()
    };
    assert_eq!(count(&cities(40)), 40 * 39 / 2);
    assert_eq!(count(&cities(41)), 0);
}
