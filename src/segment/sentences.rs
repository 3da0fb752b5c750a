//! Where sentences end inside a block.
//!
//! A sentence ends after a final mark and the quotes, brackets and note numbers that close with it,
//! unless what follows shows that it goes on. After an abbreviation the next word decides.

use crate::document::{Sentence, Token, TokenKind};
use crate::lexicon::abbreviations::{Abbreviation, abbreviation, starts_sentences};

/// Verbs that tie a quoted question to its speaker: `"Why?" Smith asked.`
const SPEECH: &[&str] =
    &["added", "asked", "asks", "cried", "replied", "said", "says", "told", "wondered", "wrote"];

const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Appends the sentences of the block whose tokens start at `first`.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, sentences: &mut Vec<Sentence>) {
    let splitter = Splitter { text, tokens };
    let mut start = first;
    let mut at = first;
    let mut open_quote = false;
    while at < tokens.len() {
        let word = splitter.word(at);
        if at > start && splitter.starts_glued(first, at) {
            sentences.extend(splitter.sentence(start, at));
            start = at;
        }
        if word == "\"" {
            open_quote = !open_quote;
        }
        let Some(end) = Ending::of(word, splitter.kind(at)) else {
            at += 1;
            continue;
        };
        let mut next = at + 1;
        while splitter.closes(next, open_quote) {
            open_quote &= splitter.word(next) != "\"";
            next += 1;
        }
        next = splitter.after_notes(next);
        if next >= tokens.len() {
            break;
        }
        if !splitter.labels(start, at) && splitter.ends(end, at, next) {
            sentences.extend(splitter.sentence(start, next));
            start = next;
            open_quote = false;
        }
        at = next;
    }
    sentences.extend(splitter.sentence(start, tokens.len()));
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

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Splitter<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Symbol, |token| token.kind)
    }

    /// Whether the token touches the one before it.
    fn touches_previous(&self, at: usize) -> bool {
        let pair = at.checked_sub(1).and_then(|before| self.tokens.get(before..=at));
        matches!(pair, Some([before, token]) if before.touches(token))
    }

    /// Whether the token closes what a final mark before it has ended.
    fn closes(&self, at: usize, open_quote: bool) -> bool {
        match self.word(at) {
            "”" | "’" | ")" | "]" | "»" | "''" => true,
            "'" => self.touches_previous(at),
            "\"" => match (self.touches_previous(at), self.touches_previous(at + 1)) {
                (true, false) => true,
                (false, true) => false,
                _ => open_quote,
            },
            _ => false,
        }
    }

    /// Skips note numbers: `[2]`, `[3][4]`, `[citation needed]`.
    fn after_notes(&self, mut at: usize) -> usize {
        while self.word(at) == "[" {
            let close = (at + 1..at + 5).find(|close| self.word(*close) == "]");
            let Some(close) = close else { return at };
            let note = close == at + 2 && self.kind(at + 1) == TokenKind::Number;
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

    /// Whether a picture credit or a full date starts here that was glued to the line before it, or the
    /// text after such a date: `… in Seoul Image: NASA`, `A headline Monday, May 18, 2015`.
    fn starts_glued(&self, first: usize, at: usize) -> bool {
        let capital = |at| self.word(at).starts_with(char::is_uppercase);
        match self.word(at) {
            "Image" | "Photo" | "Picture" | "image" => {
                self.word(at + 1) == ":"
                    && !self.touches_previous(at)
                    && self.kind(at - 1) != TokenKind::Punctuation
            }
            word if WEEKDAYS.contains(&word) => {
                let before = self.word(at - 1);
                let apart =
                    before.starts_with(char::is_uppercase) || self.kind(at - 1) == TokenKind::Punctuation;
                let at_end = at + 6 == self.tokens.len();
                at_end && apart && before != "," && self.is_full_date(at)
            }
            _ => at == first + 6 && capital(at) && self.is_full_date(first),
        }
    }

    /// `Monday, May 18, 2015`.
    fn is_full_date(&self, at: usize) -> bool {
        let number = |at, digits| self.kind(at) == TokenKind::Number && self.word(at).len() <= digits;
        WEEKDAYS.contains(&self.word(at))
            && self.word(at + 1) == ","
            && self.kind(at + 2) == TokenKind::Word
            && number(at + 3, 2)
            && self.word(at + 4) == ","
            && number(at + 5, 4)
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
        let span = tokens.first()?.span.join(tokens.last()?.span);
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
        let text: String = marked.split('|').collect();
        let block = Block { kind: BlockKind::Paragraph, span: Span::from_range(0..text.len()) };
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
    fn ellipses_pause_or_end() {
        check("Well ... I do not know.| Wait...| Now it works.| And… then it stopped.");
        check("Really?!| Yes!!!| Good.");
    }

    #[test]
    fn what_was_glued_to_a_line_comes_apart() {
        check("Divers at the wreck| Image: Harbour Office");
        check("Council Votes on Ferry Line| Monday, May 18, 2015");
        check("He died on Monday, May 18, 2015");
    }
}
