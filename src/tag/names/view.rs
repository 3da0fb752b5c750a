//! A document as the model sees it: every token's word, the style of its sentence, and what the rest of
//! the document says of the word.
//!
//! Invariant: everything here is a function of the document alone; nothing depends on weights.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::document::{Document, Sentence};
use crate::lexicon::gazetteer::gazetteer;

use super::lexeme::{COMMON, Case, EDGE, Lexeme};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As in running text.
    #[default]
    Prose,
    /// `Ministers Meet In Lisbon`: most longer words have one.
    Title,
    /// All capitals.
    Shout,
    /// None at all.
    Small,
    /// A line of a table: many numbers, few small words.
    Table,
}

/// One token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot {
    /// Its word: an index of [`View::lexemes`].
    pub lexeme: u32,
    /// First word of its sentence, or of a quotation or clause in it.
    pub start: bool,
    /// The style of its sentence.
    pub style: Style,
    /// A name may be here: it or a neighbour has a capital. Elsewhere the model is not asked.
    pub busy: bool,
    /// What its sentence speaks of: the topics of all words.
    pub topics: u8,
    /// No white space before it.
    pub glued: bool,
    /// The classes of the longest listed name that it is part of.
    pub phrase: u32,
    /// Its place in the longest such phrase: 1 begin, 2 inside, 3 last, 4 alone; 0 none.
    pub place: u8,
    /// Its place in a run of words with capitals, and the length of the run.
    pub run: (u8, u8),
}

/// How often a word (in lower case) stands in the document.
#[derive(Clone, Copy, Debug, Default)]
struct Habit {
    /// With a capital where prose gives none by itself.
    capital: u16,
    /// Without.
    small: u16,
}

/// The document.
#[derive(Debug)]
pub struct View<'a> {
    /// What it is a view of.
    pub doc: &'a Document,
    /// Distinct words.
    pub lexemes: Vec<Lexeme>,
    /// The base features of all lexemes.
    pub keys: Vec<u32>,
    /// One per token.
    pub spots: Vec<Spot>,
    /// By [`Lexeme::form`].
    habits: Vec<Habit>,
}

impl<'a> View<'a> {
    /// Reads a document. O(n).
    #[must_use]
    pub fn new(doc: &'a Document) -> Self {
        let mut view = View {
            doc,
            lexemes: Vec::new(),
            keys: Vec::new(),
            spots: Vec::with_capacity(doc.tokens.len()),
            habits: Vec::new(),
        };
        view.read_words();
        for sentence in &doc.sentences {
            view.read_sentence(sentence);
        }
        view.count_habits();
        view
    }

    fn read_words(&mut self) {
        // Of an article of some pages every fifth word or so is a new one.
        let words = self.doc.tokens.len() / 5;
        let mut known: FxHashMap<&str, u32> = FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        let mut forms: FxHashMap<u32, u32> = FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        self.lexemes.reserve(words);
        self.keys.reserve(words * 20);
        let number = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let mut lower = String::new();
        let mut end = u32::MAX;
        for token in &self.doc.tokens {
            let text = self.doc.slice(token.span());
            let lexeme = *known.entry(text).or_insert_with(|| {
                let mut word = Lexeme::read(text, token.kind(), &mut lower, &mut self.keys);
                let next = number(forms.len());
                word.form = *forms.entry(word.lower).or_insert(next);
                self.lexemes.push(word);
                number(self.lexemes.len() - 1)
            });
            self.spots.push(Spot { lexeme, glued: token.span().start == end, ..Spot::default() });
            end = token.span().end;
        }
        self.habits.resize(forms.len(), Habit::default());
    }

    /// How many forms in lower case its words have.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.habits.len()
    }

    /// The word of the token at `at`.
    #[must_use]
    pub fn word(&self, at: usize) -> &Lexeme {
        self.spots.get(at).and_then(|spot| self.lexemes.get(spot.lexeme as usize)).unwrap_or(&EDGE)
    }

    fn read_sentence(&mut self, sentence: &Sentence) {
        let range = sentence.first_token as usize..sentence.end_token as usize;
        let style = self.style(range.clone());
        let opens = |text: &str| {
            matches!(text, "\"" | "“" | "‘" | ":" | "''" | "``" | "•" | "(" | "—" | "–" | "-" | "--")
        };
        self.find_runs(range.clone());
        let topics = range.clone().fold(0, |topics, at| topics | self.word(at).topics);
        let mut start = true;
        for at in range.clone() {
            let case = self.word(at).case;
            // `al-Qaida`: a small word before a hyphen may begin a name.
            let hyphen = case == Case::Lower && at + 1 < range.end && self.word(at + 1).case == Case::Mark;
            let reach = if hyphen { 3 } else { 2 };
            let near = at.saturating_sub(1).max(range.start)..(at + reach).min(range.end);
            let busy = style == Style::Small || near.into_iter().any(|near| self.word(near).case.capital());
            let opening = case == Case::Mark
                && self.doc.tokens.get(at).is_some_and(|token| opens(self.doc.slice(token.span())));
            if let Some(spot) = self.spots.get_mut(at) {
                (spot.style, spot.busy, spot.topics) = (style, busy, topics);
                spot.start = start && case != Case::Mark;
                start = (start && case == Case::Mark) || opening;
            }
        }
        self.find_phrases(range);
    }

    fn style(&self, range: std::ops::Range<usize>) -> Style {
        let (mut small, mut capital, mut shouted, mut numbers, mut common, mut common_capital) =
            (0, 0, 0, 0, 0, 0);
        for at in range.clone() {
            let word = self.word(at);
            match word.case {
                Case::Lower => small += 1,
                Case::Caps | Case::Initial => shouted += 1,
                Case::Capital | Case::Mixed => capital += 1,
                Case::Number => numbers += 1,
                Case::Mark => {}
            }
            let long = self.doc.tokens.get(at).is_some_and(|token| token.span().len() > 3);
            if long
                && at > range.start
                && word.lists & COMMON != 0
                && matches!(word.case, Case::Lower | Case::Capital)
            {
                common += 1;
                common_capital += u32::from(word.case == Case::Capital);
            }
        }
        let words = small + capital + shouted;
        if numbers >= 2 && small * 3 <= numbers + capital + shouted {
            Style::Table
        } else if shouted >= 2 && small + capital * 2 <= shouted / 3 {
            Style::Shout
        } else if words >= 3 && capital + shouted == 0 && self.is_latin(range) {
            Style::Small
        } else if common >= 2 && common_capital * 3 > common * 2 {
            Style::Title
        } else {
            Style::Prose
        }
    }

    /// Whether letters of the alphabet that the model learned stand there: other scripts have no capitals to miss.
    fn is_latin(&self, mut range: std::ops::Range<usize>) -> bool {
        let text = |at: usize| self.doc.tokens.get(at).map_or("", |token| self.doc.slice(token.span()));
        range.any(|at| text(at).bytes().any(|byte| byte.is_ascii_lowercase()))
    }

    fn count_habits(&mut self) {
        for spot in &self.spots {
            let Some(word) = self.lexemes.get(spot.lexeme as usize) else { continue };
            if spot.style != Style::Prose || spot.start && word.case.capital() {
                continue;
            }
            let Some(habit) = self.habits.get_mut(word.form as usize) else { continue };
            if word.case.capital() {
                habit.capital = habit.capital.saturating_add(1);
            } else if word.case == Case::Lower {
                habit.small = habit.small.saturating_add(1);
            }
        }
    }

    /// How the document writes the word at `at` elsewhere: bit 0 with a capital, bit 1 without.
    #[must_use]
    pub fn habit(&self, at: usize) -> u32 {
        let Some(spot) = self.spots.get(at) else { return 0 };
        let word = self.word(at);
        let habit = self.habits.get(word.form as usize).copied().unwrap_or_default();
        let counted = spot.style == Style::Prose && !(spot.start && word.case.capital());
        let own = |is: bool| u16::from(counted && is);
        let capital = habit.capital > own(word.case.capital());
        let small = habit.small > own(word.case == Case::Lower);
        u32::from(capital) | u32::from(small) << 1
    }

    /// Finds the longest listed names inside a sentence.
    fn find_phrases(&mut self, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at += self.listed(at, range.end).unwrap_or(1);
        }
    }

    /// Marks the longest listed name that begins at `at`; how many words it has.
    fn listed(&mut self, at: usize, end: usize) -> Option<usize> {
        if !self.spots.get(at)?.busy {
            return None;
        }
        let word = self.word(at);
        let rest = (at + 1..end.min(at + 8)).map(|next| self.word(next).hash);
        let found = gazetteer().longest(word.listed?, word.hash, rest)?;
        let past = at + found.words;
        // A name of several words has a capital somewhere.
        let named = (at..past).any(|inside| self.word(inside).case.capital());
        if !named || found.words == 1 && self.word(at).lists == 0 {
            return None;
        }
        for inside in at..past {
            let place = match (inside == at, inside + 1 == past) {
                (true, true) => 4,
                (true, false) => 1,
                (false, false) => 2,
                (false, true) => 3,
            };
            let spot = self.spots.get_mut(inside)?;
            (spot.phrase, spot.place) = (found.classes.0, place);
        }
        Some(found.words)
    }

    /// Finds runs of capitals inside a sentence.
    fn find_runs(&mut self, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let mut past = at;
            while past < range.end && self.word(past).case.capital() {
                past += 1;
            }
            let length = u8::try_from(past - at).unwrap_or(u8::MAX);
            let places = (0..u8::MAX).chain(std::iter::repeat(u8::MAX));
            for (place, spot) in places.zip(self.spots.get_mut(at..past).unwrap_or_default()) {
                spot.run = (place, length);
            }
            at = past.max(at + 1);
        }
    }
}
