//! The words that say that something was said. Lists of our own.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// How a cue goes with what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// `said`: takes a clause with or without `that`, and quotation marks.
    Bare,
    /// `noted`: takes a clause with `that`, and quotation marks.
    That,
    /// `told`: the same, with whom it was said to between.
    Addressed,
    /// `reports`: like `noted`, but is a noun as often.
    Noun,
    /// `joked`, `asked`: takes quotation marks only.
    Marks,
    /// `adding`: the subject is that of the sentence.
    Participle,
}

const BARE: &str = "said says say";

const THAT: &str = "added adds acknowledged acknowledges admitted admits announced announces argued argues \
    asserted asserts boasted clarified commented complained conceded concedes concluded concludes confirmed \
    confirms contended contends cautioned cautions declared declares denied denies disclosed emphasised \
    emphasises emphasized emphasizes estimated explained explains hinted indicated indicates insisted insists \
    lamented maintained maintains mentioned mentions noted observed predicted predicts proclaimed quipped \
    recalled recalls reaffirmed reiterated reiterates remarked repeated replied replies responded retorted \
    revealed reveals ruled stated stressed suggested suggests testified testifies tweeted tweets underlined \
    underscored urged urges vowed vows wrote writes swore speculated theorized theorised alleged alleges claimed reported pledged \
    promised agreed affirmed affirms opined posted answered demanded recommended";

const ADDRESSED: &str = "told tells tell informed informs reminded reminds assured assures warned warns \
    notified advised";

const NOUN: &str = "claims reports notes states comments remarks promises pledges stresses answers demands \
    estimates posts";

const MARKS: &str = "asked asks joked jokes shouted shouts yelled exclaimed whispered continued continues \
    wondered cried screamed muttered chanted concurred countered praised reads read";

const PARTICIPLE: &str = "saying adding noting stressing warning claiming arguing insisting stating \
    explaining emphasizing emphasising writing announcing declaring telling asserting";

fn cues() -> &'static FxHashMap<&'static str, Cue> {
    static CUES: OnceLock<FxHashMap<&'static str, Cue>> = OnceLock::new();
    CUES.get_or_init(|| {
        let lists = [
            (BARE, Cue::Bare),
            (THAT, Cue::That),
            (ADDRESSED, Cue::Addressed),
            (NOUN, Cue::Noun),
            (MARKS, Cue::Marks),
            (PARTICIPLE, Cue::Participle),
        ];
        let words = |(list, cue): (&'static str, Cue)| list.split_whitespace().map(move |word| (word, cue));
        lists.into_iter().flat_map(words).collect()
    })
}

/// What sort of cue a word in lower case is.
pub(super) fn cue(word: &str) -> Option<Cue> {
    // No cue is shorter than `say` or longer than `acknowledges`.
    if !(3..=13).contains(&word.len()) || !word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    cues().get(word).copied()
}

/// Words that end a noun phrase, whichever way it is read: verbs that are as good as empty, conjunctions,
/// adverbs, pronouns.
const ENDS: &str = "that which who whom whose because as when while where if but or although though since \
    until despite amid before after than so yet nor is are was were be been being am do does did has have had having will \
    would can could may might must shall should not n't never also then later earlier now still only just \
    even already again further meanwhile however instead therefore thus yesterday today tomorrow here there \
    he she they it i we you him them us me himself herself themselves itself into onto upon about over under \
    between among against through during without within along across toward towards around by to on up down \
    out off what why how whether too very more most well once twice ago soon often always and plus via per \
    according believes believe believed thinks think thought knows know knew hopes fears expects";

/// Words that go on a noun phrase: what follows depends on the noun before.
pub(super) const LINKS: [&str; 6] = ["of", "for", "at", "from", "in", "with"];

/// Words that begin a noun phrase.
pub(super) const DETERMINERS: [&str; 22] = [
    "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "another", "some",
    "several", "many", "both", "other", "one", "two", "three", "most",
];

/// Whether a word, in any case, ends a noun phrase.
pub(super) fn ends_phrase(word: &str) -> bool {
    static WORDS: OnceLock<FxHashMap<&'static str, ()>> = OnceLock::new();
    let words = WORDS.get_or_init(|| ENDS.split_whitespace().map(|word| (word, ())).collect());
    if word.len() > 12 {
        return false;
    }
    if word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return words.contains_key(word.to_ascii_lowercase().as_str());
    }
    words.contains_key(word)
}
