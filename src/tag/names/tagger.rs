//! The tagger that the trained model is behind.

use rustc_hash::FxHashSet;

use crate::bundle::{Lazy, Part};
use crate::document::Document;
use crate::lexicon::gazetteer::Classes;
use crate::tag::heads::is_function;
use crate::tag::{Label, Mention, Source, Tagger};

use super::lexeme::{COMMON, Case};
use super::model::{MAGIC, Model, ModelError};
use super::refine;
use super::scheme::{Chunk, Coarse, chunks};
use super::view::{Style, View};

/// Finds names with a trained model.
#[derive(Debug)]
pub struct ModelTagger {
    model: Model,
}

impl ModelTagger {
    /// With the model in `bytes`.
    ///
    /// # Errors
    /// When they are no model that this version can read.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        Model::read(bytes).map(|model| Self { model })
    }

    /// Whether the bytes begin as a model that this version can read does.
    ///
    /// # Errors
    /// When they do not.
    pub fn is_for_this_version(bytes: &[u8]) -> Result<(), ModelError> {
        if bytes.starts_with(MAGIC) { Ok(()) } else { Err(ModelError::Version) }
    }

    /// With the model that is shipped (`cargo xtask train` makes it, MODEL.md says of what), read at the
    /// first call; in the browser, while its file is not there, one that finds no names. A file that cannot
    /// be read would find none either; a test holds that it can.
    pub fn shipped() -> &'static Self {
        static TAGGER: Lazy<ModelTagger> = Lazy::new(Part::Names);
        TAGGER.get(|bytes| Self::read(bytes).unwrap_or_default())
    }
}

impl Default for ModelTagger {
    /// One that finds no names.
    fn default() -> Self {
        Self { model: Model::empty() }
    }
}

impl Tagger for ModelTagger {
    /// O(n) in the number of tokens.
    fn tag(&self, doc: &Document) -> Vec<Mention> {
        let view = View::new(doc);
        let reading = self.model.tags(&view);
        let sure = self.model.confidence(&reading);
        let persons = Persons::of(&view, &reading.tags);
        let (mut mentions, mut organisations) = (Vec::new(), FxHashSet::default());
        let mut at = 0;
        for chunk in refine::tied(doc, chunks(&reading.tags, 0)) {
            listed(&view, at..chunk.start, &mut mentions);
            let tokens = sure.get(chunk.start as usize..chunk.end as usize).unwrap_or_default();
            let raw = tokens.iter().copied().fold(1.0, f32::min);
            let score = self.model.calibration.of(chunk.kind, raw);
            at = chunk.end;
            if only_capital_by_place(&view, chunk, score) || is_foreign_thing(doc, chunk) {
                continue;
            }
            let settled = persons.settled(&view, refine::trimmed(&view, chunk), score);
            let widened = refine::widened(doc, settled);
            let settled = refine::explained(doc, widened);
            if settled.kind == Coarse::Org && widened.kind != Coarse::Org {
                organisations.insert(doc.slice(refine::span(doc, settled)));
            }
            // How sure the model was of another kind says nothing of this one.
            let sure = (settled.kind == chunk.kind).then_some(score);
            for part in refine::apart(doc, settled).into_iter().flatten() {
                let sure = sure.filter(|_| part.kind == settled.kind);
                split(doc, part, &mut |part| mentions.push(mention(doc, part, sure)));
            }
        }
        listed(&view, at..u32::try_from(reading.tags.len()).unwrap_or(u32::MAX), &mut mentions);
        // What is explained once is meant wherever it stands.
        let is_place = |mention: &&mut Mention| matches!(mention.label, Label::Gpe | Label::Loc | Label::Fac);
        for mention in mentions.iter_mut().filter(is_place) {
            let name = doc.slice(mention.span);
            if name.contains(' ') && organisations.contains(name) {
                *mention = Mention::new(mention.span, Label::Org, Source::Rule);
            }
        }
        mentions
    }
}

/// Words that the document has both in a person's full name and alone for a person.
struct Persons {
    full: FxHashSet<u32>,
    alone: FxHashSet<u32>,
}

impl Persons {
    fn of(view: &View<'_>, tags: &[u8]) -> Self {
        let mut persons = Self { full: FxHashSet::default(), alone: FxHashSet::default() };
        for chunk in chunks(tags, 0).filter(|chunk| chunk.kind == Coarse::Per) {
            let words = (chunk.start..chunk.end).map(|at| view.word(at as usize).lower);
            if chunk.end == chunk.start + 1 {
                persons.alone.extend(words)
            } else {
                persons.full.extend(words)
            }
        }
        persons
    }

    /// A word that the model takes for something else with doubt is the person that it is elsewhere.
    fn settled(&self, view: &View<'_>, chunk: Chunk, score: f32) -> Chunk {
        const DOUBTED: f32 = 0.85;
        let word = view.word(chunk.start as usize).lower;
        let alone = chunk.end == chunk.start + 1 && chunk.kind != Coarse::Per && score < DOUBTED;
        let person = alone && self.full.contains(&word) && self.alone.contains(&word);
        if person { Chunk { kind: Coarse::Per, ..chunk } } else { chunk }
    }
}

/// A word that has its capital from its place alone: the document writes it small elsewhere and never
/// with a capital where the place gives none.
fn only_capital_by_place(view: &View<'_>, chunk: Chunk, score: f32) -> bool {
    const SMALL: u32 = 2;
    const DOUBTED: f32 = 0.75;
    let at = chunk.start as usize;
    let placed = view.spots.get(at).is_some_and(|spot| spot.start || spot.style == Style::Title);
    let word = view.word(at);
    chunk.end == chunk.start + 1
        && placed
        && word.case == Case::Capital
        && (word.lists & COMMON != 0 || score < DOUBTED)
        && view.habit(at) == SMALL
}

/// Words of another script that are taken for a thing: what the model makes of a language that it did not learn.
fn is_foreign_thing(doc: &Document, chunk: Chunk) -> bool {
    let text = doc.slice(refine::span(doc, chunk));
    chunk.kind == Coarse::Misc
        && text.chars().any(char::is_alphabetic)
        && !text.contains(|c: char| c.is_ascii_alphabetic())
}

/// The mention of a name: the model's where it was that sure of it, else a rule's.
fn mention(doc: &Document, chunk: Chunk, sure: Option<f32>) -> Mention {
    let (span, label) = (refine::span(doc, chunk), refine::label(doc, chunk));
    match sure {
        Some(score) => Mention { span, label, score, source: Source::Model, value: None },
        None => Mention::new(span, label, Source::Rule),
    }
}

/// Listed names between the model's that can be nothing else: words for peoples (`Asian`, `Kurds`), and in
/// running text organisations and countries whose capitals the place does not explain.
fn listed(view: &View<'_>, range: std::ops::Range<u32>, mentions: &mut Vec<Mention>) {
    let mut at = range.start;
    while at < range.end {
        let words = phrase(view, at, range.end);
        if let Some(kind) = certain(view, at, words) {
            mentions.push(mention(view.doc, Chunk { start: at, end: at + words, kind }, None));
        }
        at += words;
    }
}

/// How many words the listed name at `at` has, at least 1.
fn phrase(view: &View<'_>, at: u32, end: u32) -> u32 {
    let place = |at: u32| view.spots.get(at as usize).map_or(0, |spot| spot.place);
    if place(at) != 1 {
        return 1;
    }
    let inside = (at + 1..end).take_while(|next| matches!(place(*next), 2 | 3)).count();
    1 + u32::try_from(inside).unwrap_or_default()
}

fn certain(view: &View<'_>, at: u32, words: u32) -> Option<Coarse> {
    const BESIDE: u32 = Classes::LANGUAGE.0 | Classes::CAPITALS.0;
    let spot = view.spots.get(at as usize)?;
    let word = view.word(at as usize);
    if spot.place != 4 && (spot.place != 1 || words == 1) {
        return None;
    }
    let classes = spot.phrase & !BESIDE;
    let common = word.lists & COMMON != 0;
    let capital = matches!(word.case, Case::Capital | Case::Mixed | Case::Caps);
    if classes == Classes::NORP.0 && capital && word.case != Case::Caps && !common {
        return Some(Coarse::Misc);
    }
    let sure = if words > 1 {
        matches!(spot.style, Style::Prose | Style::Title | Style::Table)
    } else {
        spot.style == Style::Prose && word.case != Case::Capital && !common
    };
    let sure = sure && capital;
    let organisation = Classes::ORG.0 | Classes::MEDIA.0 | Classes::TEAM.0;
    // One in some thousand that is no name is taken for a listed one; those that recur begin with a small word.
    let first = view.doc.tokens.get(at as usize).map_or("", |token| view.doc.slice(token.span()));
    let is_name = words == 1 || !is_function(first);
    if sure && is_name && classes != 0 && classes & !organisation == 0 {
        return Some(Coarse::Org);
    }
    let thing = Classes::EVENT.0 | Classes::LAW.0;
    if sure && words > 1 && classes != 0 && classes & !thing == 0 {
        return Some(Coarse::Misc);
    }
    let country = Classes::COUNTRY.0 | Classes::REGION.0;
    (sure && classes & Classes::COUNTRY.0 != 0 && classes & !country == 0).then_some(Coarse::Loc)
}

/// `U.S.-Japan-South Korea` is three places, and `Sino-Japanese` one people: a place that has a listed
/// country, city or region on both sides of a hyphen comes apart there.
fn split(doc: &Document, chunk: Chunk, give: &mut impl FnMut(Chunk)) {
    let text = |at: u32| doc.tokens.get(at as usize).map_or("", |token| doc.slice(token.span()));
    let places = Classes::COUNTRY | Classes::CITY | Classes::REGION | Classes::NORP;
    let listed = |from: u32, to: u32| refine::classes(doc, from, to).has(places);
    let joins = |at: &u32| matches!(text(*at), "-" | "–" | "‐" | "‑" | "/");
    let mut from = chunk.start;
    let hyphens = (chunk.start + 1..chunk.end).filter(joins);
    if matches!(chunk.kind, Coarse::Loc | Coarse::Misc) && !listed(chunk.start, chunk.end) {
        for hyphen in hyphens {
            let next = (hyphen + 1..chunk.end).find(joins).unwrap_or(chunk.end);
            if listed(from, hyphen) && listed(hyphen + 1, next) {
                give(Chunk { start: from, end: hyphen, ..chunk });
                from = hyphen + 1;
            }
        }
    }
    give(Chunk { start: from, ..chunk });
}
