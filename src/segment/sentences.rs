//! Where sentences end inside a block.
//!
//! A sentence ends after a final mark and the quotes, brackets and note numbers that close with it,
//! unless what follows shows that it goes on. After an abbreviation the next word decides.

use super::glued::WEEKDAYS;
use crate::document::{BlockKind, Sentence, Token, TokenKind};
use crate::lexicon::abbreviations::{Abbreviation, abbreviation, starts_sentences};

/// Verbs that tie a quoted question to its speaker: `"Why?" Smith asked.`
pub(super) const SPEECH: &[&str] =
    &["added", "asked", "asks", "cried", "replied", "said", "says", "told", "wondered", "wrote"];

/// A quotation is not searched further than this many tokens for its end.
const LONGEST_QUOTE: usize = 60;
/// Nor is a bracket.
const LONGEST_BRACKET: usize = 24;

/// Appends the sentences of the block of this kind whose tokens start at `first`.
pub(super) fn split(
    text: &str,
    kind: BlockKind,
    tokens: &[Token],
    first: usize,
    sentences: &mut Vec<Sentence>,
) {
    let splitter = Splitter { text, tokens };
    let mut start = first;
    let mut at = first;
    let mut quote = Quote::None;
    while at < tokens.len() {
        let word = splitter.word(at);
        if at > start && splitter.starts_line(kind, first, at) {
            sentences.extend(splitter.sentence(start, at));
            start = at;
        }
        if matches!(word, "\"" | "“" | "”") {
            quote = splitter.quote_after(quote, start, at);
        }
        let Some(end) = Ending::of(word, splitter.kind(at)) else {
            at += 1;
            continue;
        };
        let mut next = at + 1;
        while splitter.closes(next, quote) {
            if matches!(splitter.word(next), "\"" | "”") {
                quote = Quote::None;
            }
            next += 1;
        }
        next = splitter.after_notes(at, next);
        if next >= tokens.len() {
            break;
        }
        let inside = quote == Quote::Within && splitter.closes_within_a_sentence(next);
        if !inside && !splitter.labels(start, at) && splitter.ends(end, at, next) {
            sentences.extend(splitter.sentence(start, next));
            start = next;
            quote = Quote::None;
        }
        if inside {
            quote = Quote::Open;
        }
        at = next;
    }
    sentences.extend(splitter.sentence(start, tokens.len()));
}

/// The quotation that the text stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    None,
    /// Begins its sentence, or what goes before does not introduce it, or it has had its inner stop.
    Open,
    /// Introduced by its sentence, which goes on as long as it does: `Kim said, "We lost. It rained."`
    Within,
}

/// The kinds of token after which a sentence may end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// `.`
    Stop,
    /// `?`, `!` and runs of them.
    Question,
    /// `...`, `…`
    Ellipsis,
    /// An abbreviation that may end a sentence when what follows is no name.
    Abbreviation,
    /// `a.m.`, `p.m.`, after which a day or a time zone may stand.
    HalfDay,
    /// `etc.`, after which a capital starts a sentence.
    Etc,
}

impl Ending {
    fn of(word: &str, kind: TokenKind) -> Option<Self> {
        match kind {
            TokenKind::Punctuation => match word {
                "." | "。" => Some(Self::Stop),
                "…" | "[...]" => Some(Self::Ellipsis),
                _ if word.starts_with(['?', '!', '？', '！']) => Some(Self::Question),
                _ if word.starts_with("..") => Some(Self::Ellipsis),
                _ => None,
            },
            TokenKind::Word => {
                let stem = word.strip_suffix('.')?;
                if stem.eq_ignore_ascii_case("etc") {
                    return Some(Self::Etc);
                }
                if stem.eq_ignore_ascii_case("a.m") || stem.eq_ignore_ascii_case("p.m") {
                    return Some(Self::HalfDay);
                }
                let dotted = stem.contains('.') && !matches!(stem, "e.g" | "i.e");
                let closing = abbreviation(stem) == Some(Abbreviation::Closing);
                (dotted || closing).then_some(Self::Abbreviation)
            }
            _ => None,
        }
    }
}

/// A text and all its tokens up to the end of the block.
pub(super) struct Splitter<'a> {
    text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> Splitter<'a> {
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span().of(self.text))
    }

    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Symbol, |token| token.kind())
    }

    /// Whether the token touches the one before it.
    pub fn touches_previous(&self, at: usize) -> bool {
        let pair = at.checked_sub(1).and_then(|before| self.tokens.get(before..=at));
        matches!(pair, Some([before, token]) if before.touches(token))
    }

    /// Whether the token closes what a final mark before it has ended.
    fn closes(&self, at: usize, quote: Quote) -> bool {
        match self.word(at) {
            "”" | "’" | ")" | "]" | "»" | "''" | "[...]" | "[…]" | ":)" | ":-)" | ";)" | ";-)" | ":(" => {
                true
            }
            "'" => self.touches_previous(at),
            "\"" => match (self.touches_previous(at), self.touches_previous(at + 1)) {
                (true, false) => true,
                (false, true) => false,
                _ => quote != Quote::None,
            },
            _ => false,
        }
    }

    /// The quotation that the text stands in after the quotation mark at `at`.
    fn quote_after(&self, quote: Quote, start: usize, at: usize) -> Quote {
        let opens = match self.word(at) {
            "\"" => match (self.touches_previous(at), self.touches_previous(at + 1)) {
                (true, false) => false,
                (false, true) => true,
                _ => quote == Quote::None,
            },
            mark => mark == "“",
        };
        if !opens {
            return Quote::None;
        }
        let before = if at > start { self.word(at - 1) } else { "" };
        let introduced = matches!(before, "," | "that") || SPEECH.contains(&before);
        if quote == Quote::None && introduced { Quote::Within } else { Quote::Open }
    }

    /// Whether a quotation that goes on at `at` ends there or with the next final mark.
    fn closes_within_a_sentence(&self, at: usize) -> bool {
        for at in at..at + LONGEST_QUOTE {
            let word = self.word(at);
            if matches!(word, "\"" | "”") {
                return true;
            }
            if word.is_empty() || Ending::of(word, self.kind(at)).is_some() {
                return matches!(self.word(at + 1), "\"" | "”");
            }
        }
        false
    }

    /// Skips what refers to a note after the final mark at `mark`: `[2]`, `[3][4]`, `[citation needed]`,
    /// and a small number that a new sentence follows (`for profit. 8 Yet some`).
    fn after_notes(&self, mark: usize, mut at: usize) -> usize {
        let bare = self.kind(at) == TokenKind::Number && self.word(at).len() <= 2;
        if bare && self.word(mark) == "." && starts_sentences(self.word(at + 1)) {
            return at + 1;
        }
        while self.word(at) == "[" {
            let close = (at + 1..at + 5).find(|close| self.word(*close) == "]");
            let Some(close) = close else { return at };
            let dots = matches!(self.word(at + 1), "…" | "...");
            let note = close == at + 2 && (dots || self.kind(at + 1) == TokenKind::Number);
            if !note && self.word(close - 1) != "needed" {
                return at;
            }
            at = close + 1;
        }
        at
    }

    /// Whether the mark at `at` ends a sentence when `next` is the first token after it and its closers.
    fn ends(&self, ending: Ending, at: usize, next: usize) -> bool {
        let word = self.word(next);
        let Some(first) = word.chars().next() else { return true };
        let closed = next > at + 1;
        // A mark of its own, of words that were left out.
        if matches!(self.word(next - 1), "[...]" | "[…]") {
            return first.is_uppercase() || is_quote(first);
        }
        if ending == Ending::Question && first == '(' && self.goes_on_after_bracket(next) {
            return false;
        }
        if matches!(first, ',' | ';' | ':' | ')' | ']' | '–' | '—' | '/' | '%') || word == "--" || word == "-"
        {
            return false;
        }
        if self.kind(next) == TokenKind::Clitic || matches!(word, "." | "?" | "!") {
            return false;
        }
        // `midnight." he said`, `Yahoo! is`, `etc. and`: what goes on in lower case goes on.
        if first.is_lowercase() {
            let after_number = at.checked_sub(1).is_some_and(|at| self.kind(at) == TokenKind::Number);
            return ending == Ending::Stop && !closed && !after_number && !self.touches_previous(next);
        }
        match ending {
            Ending::Stop | Ending::Etc => true,
            Ending::HalfDay => first.is_alphabetic() && !goes_on_from_half_day(word),
            Ending::Question => !(closed && self.names_a_speaker(next)),
            // Set off by a space it stands for a pause or words left out.
            Ending::Ellipsis => self.touches_previous(at) && (first.is_uppercase() || is_quote(first)),
            Ending::Abbreviation => closed || is_quote(first) || starts_sentences(word),
        }
    }

    /// Whether what follows the bracket that opens at `at` goes on with the sentence before it:
    /// `Viva Maria! (1965), and`.
    fn goes_on_after_bracket(&self, at: usize) -> bool {
        let close = (at + 1..at + LONGEST_BRACKET).find(|at| self.word(*at) == ")");
        let next = close.map_or("", |close| self.word(close + 1));
        next == "," || next.starts_with(char::is_lowercase)
    }

    /// Whether the sentence so far is only a label: `Figure 1.`, `Table 2.`
    fn labels(&self, start: usize, at: usize) -> bool {
        let label = ["Figure", "Fig.", "Table", "Listing"].contains(&self.word(start));
        label && at == start + 2 && self.kind(start + 1) == TokenKind::Number
    }

    /// `Smith asked`, `Mr. Smith said`: a verb of speech soon after `at`.
    fn names_a_speaker(&self, at: usize) -> bool {
        (at + 1..at + 4).any(|verb| SPEECH.contains(&self.word(verb)))
    }

    fn sentence(&self, first: usize, end: usize) -> Option<Sentence> {
        let tokens = self.tokens.get(first..end)?;
        let span = tokens.first()?.span().join(tokens.last()?.span());
        let narrow = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Some(Sentence { span, first_token: narrow(first), end_token: narrow(end) })
    }
}

/// `Friday`, `Sept.`, `GMT`, `Eastern`
fn goes_on_from_half_day(word: &str) -> bool {
    const ZONES: &[&str] = &["Eastern", "Central", "Mountain", "Pacific", "Greenwich"];
    const MONTHS: &[&str] =
        &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let zone = (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let month = MONTHS.iter().any(|month| word.starts_with(month));
    zone || month || WEEKDAYS.contains(&word) || ZONES.contains(&word)
}

fn is_quote(first: char) -> bool {
    matches!(first, '"' | '“' | '‘' | '\'' | '«')
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, BlockKind};
    use crate::segment::segment;
    use crate::text::Span;

    /// `marked` holds a `|` where a sentence ends before another.
    fn check(marked: &str) {
        check_in(BlockKind::Paragraph, marked);
    }

    fn check_in(kind: BlockKind, marked: &str) {
        let text: String = marked.split('|').collect();
        let block = Block { kind, span: Span::from_range(0..text.len()) };
        let (sentences, _) = segment(&text, &[block]);
        let parts: Vec<&str> = sentences.iter().map(|sentence| sentence.span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn abbreviations_end_a_sentence_only_where_the_next_word_says_so() {
        check("Talks open on Sept. 26 in Seoul.| Envoys meet in the U.S. on Monday.");
        check("The U.S. President met Gen. Lee.| He left the U.S.| They stayed.");
        check("He works for Acme Inc. of Ohio.| She left Acme Inc.| The firm grew.");
        check("It starts at 6 p.m. Friday.| It ends at 9 p.m.| Doors open early.");
        check("Bring tea, cake, etc.| Everyone is welcome, e.g. Ann or Mr. Park.");
        check("See No. 5 and p. 7.| No.| Never.");
        check("Sammy Davis Jr. sang.| So did Sammy Davis Jr.| Then all left.");
    }

    #[test]
    fn initials_decimals_and_addresses_hold() {
        check(
            "J. K. Arden met George W. Stone.| They paid $3.5bn for www.example.org.| It closed at 1,204.75.",
        );
        check("Read https://example.org/a.b?c=1.| Then write to a.b@example.org.");
    }

    #[test]
    fn quotes_and_brackets_close_with_their_sentence() {
        check("“We will go.”| He left. (He came back.)".replace(". (", ".| (").as_str());
        check("\"We will go.\"| \"Good.\"| She smiled.");
        check("“Will you go?” he asked.| “Yes!” Kim said.| “Why?”| The room fell silent.");
        check("He called it \"a global issue\".| It was [sic] a mess.[2]| Nobody cared.[3][4]");
    }

    #[test]
    fn a_quotation_stays_with_what_introduces_it() {
        check("She said, “We lost. It rained.”| “We lost.| It rained.”");
        check("He told us that \"many pay. Then they go\" and left.| He was \"late.| He\" fell.");
        check("They said, \"One.| Two.| Three.\"| Four.");
        check("Kim, \"modify, \"no matter what.| And so on.");
    }

    #[test]
    fn ellipses_pause_or_end() {
        check("“It holds [...]| However, it moves [...] a bit.” […]| So it goes.");
        check("Well ... I do not know.| Wait...| Now it works.| And… then it stopped.");
        check("Really?!| Yes!!!| Good.");
    }

    #[test]
    fn what_was_glued_to_a_line_comes_apart() {
        check("Divers at the wreck| Image: Harbour Office");
        check("Council Votes on Ferry Line| Monday, May 18, 2015");
        check("He died on Monday, May 18, 2015");
        check("A diver tells us about old ropes| Monday, May 18, 2015");
        check("Ann Lind of the crew| In the harbour of Port Ellin, she spoke.");
        check("It gets larger and larger| We have ten of them.");
        check("The song called We are here rose.| Then she said They won.");
    }

    #[test]
    fn notes_brackets_and_faces_stay_with_what_they_follow() {
        check("It was for profit. 8| Yet some paid.| It cost ten.| 8 boats sank.");
        check("She sang in Hey You! (1965), and in Why? (Ten Songs, 1950) and left.| Good!| (She did.)");
        check("We did well, right? :)| It took a year.");
        check("It was said by G.| The term is old.| So said J. Will Stone.");
    }

    #[test]
    fn a_title_and_its_subtitle() {
        check_in(BlockKind::Title, "Ferry Fares in Port Ellin:| A Study of Two Harbours");
        check_in(BlockKind::Title, "Harbour Clinics Open -| Bringing Divers into Port");
        check_in(BlockKind::Title, "Lind: Ferry Fares Rise");
        check_in(BlockKind::Title, "Ferry fares in Port Ellin: a study of two harbours");
        check_in(BlockKind::Paragraph, "Ferry Fares in Port Ellin: A Study of Two Harbours");
    }
}
