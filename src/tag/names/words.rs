//! What the name rules see of each token: its shape, whether a sentence begins with it, whether it is
//! a common word. One [`Word`] per token, at the same index.

use rustc_hash::FxHashMap;

use crate::document::{BlockKind, Document, Sentence, TokenKind};
use crate::lexicon::names::names;
use crate::text::Span;

use super::heads::is_function;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// All lower case.
    Lower,
    /// A capital first: `Seoul`, `McDonald`, `Duck-soo`.
    Capital,
    /// Two or more capitals and nothing else that is a letter: `CCTV`, `U.S.`, `G-7`.
    Caps,
    /// One capital, perhaps with a full stop: `M.`.
    Initial,
    /// Everything else: numbers, marks, clitics.
    Other,
}

/// One token with its features.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub span: Span,
    pub shape: Shape,
    /// No white space before it.
    pub glued: bool,
    /// First word of a sentence, or of a quotation or clause after a colon: its capital says nothing.
    pub start: bool,
    /// In a line where most words have capitals.
    pub headline: bool,
    /// In a line that is all in capitals.
    pub shouted: bool,
    /// A common word when its capital is taken away.
    pub common: bool,
}

impl Word<'_> {
    /// Whether a name may begin here.
    pub fn capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Caps | Shape::Initial)
    }

    /// Whether it is a function word; `US` and `WHO` in capitals are none, outside a line all in capitals.
    pub fn function(&self) -> bool {
        let name = || self.shape == Shape::Caps && !self.shouted && names().class(self.text).is_some();
        is_function(self.text) && !name()
    }

    /// Whether its capital may come from its place alone.
    pub fn doubtful(&self) -> bool {
        (self.start || self.headline) && self.common
    }
}

fn shape(text: &str, kind: TokenKind) -> Shape {
    if !matches!(kind, TokenKind::Word | TokenKind::Number) {
        return Shape::Other;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let first = text.chars().next().is_some_and(char::is_uppercase);
    match (letters, capitals) {
        (0, _) => Shape::Other,
        (1, 1) if text.chars().count() <= 2 && first => Shape::Initial,
        (_, n) if n >= 2 && n == letters => Shape::Caps,
        (1, 1) if first => Shape::Caps,
        (_, n) if n > 0 && (first || particle_prefix(text)) => Shape::Capital,
        _ => Shape::Lower,
    }
}

/// `al-Maliki`, `el-Sisi`, `d'Estaing`: a name although its first letter is small.
fn particle_prefix(text: &str) -> bool {
    ["al-", "el-", "ul-", "ad-", "as-", "an-", "at-", "ar-", "d'", "d’", "bin-"].iter().any(|prefix| {
        text.strip_prefix(prefix).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
    })
}

/// One word per token of `doc`, in order. O(n).
pub(super) fn words(doc: &Document) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(doc.tokens.len());
    let mut text = String::new();
    let mut commons: FxHashMap<&str, bool> = FxHashMap::default();
    for token in &doc.tokens {
        let slice = doc.slice(token.span);
        let shape = shape(slice, token.kind);
        let glued = words.last().is_some_and(|last| last.span.end == token.span.start);
        let lettered = matches!(shape, Shape::Capital | Shape::Caps | Shape::Lower);
        let common = lettered
            && *commons.entry(slice).or_insert_with(|| {
                text.clear();
                text.extend(slice.chars().flat_map(char::to_lowercase));
                names().is_common(&text)
            });
        words.push(Word {
            text: slice,
            span: token.span,
            shape,
            glued,
            start: false,
            headline: false,
            shouted: false,
            common,
        });
    }
    for sentence in &doc.sentences {
        let range = sentence.first_token as usize..sentence.end_token as usize;
        let headline = words.get(range.clone()).is_some_and(|words| is_headline(doc, sentence, words));
        let small = |word: &&Word<'_>| matches!(word.shape, Shape::Lower | Shape::Capital);
        let shouted =
            headline && words.get(range.clone()).is_some_and(|words| words.iter().find(small).is_none());
        for word in words.get_mut(range.clone()).unwrap_or_default() {
            (word.headline, word.shouted) = (headline, shouted);
        }
        mark_starts(words.get_mut(range).unwrap_or_default());
    }
    words
}

fn mark_starts(words: &mut [Word<'_>]) {
    let mut start = true;
    for word in words {
        match word.shape {
            Shape::Other => {
                let opens = matches!(word.text, "\"" | "“" | "‘" | ":" | "''" | "``" | "•" | "(" | "—" | "–");
                start = start || opens;
            }
            _ => {
                word.start = start;
                start = false;
            }
        }
    }
}

/// Whether capitals mean nothing in this sentence: most of its longer words have one though they are
/// common. A line that ends with a full stop is no headline.
fn is_headline(doc: &Document, sentence: &Sentence, words: &[Word<'_>]) -> bool {
    if words.last().is_some_and(|word| word.text == ".") {
        return false;
    }
    let (mut common, mut capital) = (0u32, 0u32);
    for word in words.iter().skip(1).filter(|word| word.common && word.text.len() > 3) {
        common += 1;
        capital += u32::from(word.capital());
    }
    let heading = doc
        .block_at(sentence.span.start)
        .is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Promo));
    if heading { capital * 3 > common * 2 } else { common >= 3 && capital * 3 > common * 2 }
}
