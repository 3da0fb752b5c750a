//! The tokenizer: one pass over a block, one token at a time.
//!
//! White space cuts a block into chunks; what a chunk starts with decides which rule reads its next
//! token. Latin, Greek and Cyrillic words and numbers are read by the rules of [`super::words`] and
//! [`super::numbers`]; every other script, and symbols, by UAX #29.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{address, numbers, words};
use crate::document::{Token, TokenKind};
use crate::text::Span;

/// A token's length in bytes and its kind.
pub(super) type Piece = (usize, TokenKind);

/// Longer chunks are not searched for addresses, which keeps hostile input linear.
const LONGEST_ADDRESS: usize = 2048;

/// What stands at the place where the next token starts.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The chunk from here on; never empty.
    pub rest: &'a str,
    /// The block's text after the chunk.
    pub after: &'a str,
    /// Whether nothing stands before it in its block or line.
    pub starts_line: bool,
    /// Whether it starts its chunk.
    pub starts_chunk: bool,
}

impl Place<'_> {
    /// The first character after white space that follows the chunk, if the block goes on.
    pub fn next_visible(&self) -> Option<char> {
        self.after.chars().find(|character| !character.is_whitespace())
    }

    /// The letters that the next chunk starts with.
    pub fn next_word(&self) -> &str {
        let next = self.after.trim_start();
        next.get(..words::run(next)).unwrap_or_default()
    }
}

/// Appends the tokens of the block at `span`.
pub(super) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let block = span.of(text);
    let base = span.start as usize;
    let mut start = None;
    let mut only_letters = true;
    let mut starts_line = true;
    for (at, character) in block.char_indices().chain([(block.len(), ' ')]) {
        if !character.is_whitespace() {
            start.get_or_insert(at);
            only_letters &= character.is_ascii_alphabetic();
            continue;
        }
        if let Some(first) = start.take() {
            let chunk = block.get(first..at).unwrap_or_default();
            if only_letters && !words::is_contraction(chunk) {
                let span = Span::from_range(base + first..base + at);
                tokens.push(Token::new(span, TokenKind::Word));
            } else {
                let after = block.get(at..).unwrap_or_default();
                read_chunk(chunk, after, base + first, starts_line, tokens);
            }
            starts_line = false;
        }
        starts_line |= character == '\n';
        only_letters = true;
    }
}

fn read_chunk(chunk: &str, after: &str, base: usize, starts_line: bool, tokens: &mut Vec<Token>) {
    let ascii = chunk.is_ascii();
    let addresses = chunk.len() <= LONGEST_ADDRESS && address::possible(chunk);
    let mut at = 0;
    while let Some(rest) = chunk.get(at..).filter(|rest| !rest.is_empty()) {
        let place = Place { rest, after, starts_line: starts_line && at == 0, starts_chunk: at == 0 };
        let found = if addresses { address::read(rest) } else { None };
        let (length, kind) = found.unwrap_or_else(|| read(place));
        let length = if ascii { length.clamp(1, rest.len()) } else { whole_clusters(rest, length) };
        tokens.push(Token::new(Span::from_range(base + at..base + at + length), kind));
        at += length;
    }
}

fn read(place: Place<'_>) -> Piece {
    let rest = place.rest;
    let Some(first) = rest.chars().next() else { return (1, TokenKind::Symbol) };
    if let Some(piece) = numbers::list_marker(place) {
        return piece;
    }
    if first.is_ascii_digit() || numbers::starts_bare_decimal(place) {
        return numbers::read(place);
    }
    if is_simple_letter(first) {
        return words::read(place);
    }
    if first.is_ascii() {
        return mark(place);
    }
    match first {
        '’' | '‘' | '“' | '”' | '–' | '—' | '‐' | '‑' => {
            words::clitic(rest).unwrap_or((first.len_utf8(), TokenKind::Punctuation))
        }
        '½' | '¼' | '¾' | '⅓' | '⅔' | '⅛' => (first.len_utf8(), TokenKind::Number),
        _ => other(rest, first),
    }
}

/// ASCII punctuation and symbols.
fn mark(place: Place<'_>) -> Piece {
    let rest = place.rest;
    let run = |of: &[char]| rest.len() - rest.trim_start_matches(of).len();
    let punctuation = |length| (length, TokenKind::Punctuation);
    if let Some(piece) = emoticon(place) {
        return piece;
    }
    match rest.chars().next().unwrap_or(' ') {
        '.' => punctuation(run(&['.'])),
        '-' => punctuation(run(&['-'])),
        '!' | '?' => punctuation(run(&['!', '?'])),
        '`' => punctuation(run(&['`']).min(2)),
        '\'' if rest.starts_with("''") => punctuation(2),
        '\'' => words::clitic(rest).or_else(|| words::elision(place)).unwrap_or(punctuation(1)),
        '[' if rest.starts_with("[...]") => punctuation(5),
        '+' => numbers::telephone(rest).unwrap_or((1, TokenKind::Symbol)),
        ',' | ';' | ':' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' => punctuation(1),
        _ => (1, TokenKind::Symbol),
    }
}

fn emoticon(place: Place<'_>) -> Option<Piece> {
    const FACES: [&str; 8] = [":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":P"];
    let whole = place.starts_chunk && FACES.contains(&place.rest);
    whole.then_some((place.rest.len(), TokenKind::Symbol))
}

/// Whatever the rules for words, numbers and ASCII marks do not read: UAX #29 says how far it goes.
fn other(rest: &str, first: char) -> Piece {
    let length = rest.split_word_bounds().next().map_or(first.len_utf8(), str::len);
    let kind = match first {
        'ª' | 'º' => return (first.len_utf8(), TokenKind::Symbol),
        _ if first.is_alphabetic() => TokenKind::Word,
        _ if first.is_numeric() => TokenKind::Number,
        '¡'
        | '§'
        | '«'
        | '¶'
        | '·'
        | '»'
        | '¿'
        | '\u{2010}'..='\u{2027}'
        | '‰'
        | '‹'
        | '›'
        | '\u{2030}'..='\u{205e}'
        | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{ff01}'
        | '\u{ff08}'
        | '\u{ff09}'
        | '\u{ff0c}'
        | '\u{ff0e}'
        | '\u{ff1a}'
        | '\u{ff1b}'
        | '\u{ff1f}' => TokenKind::Punctuation,
        _ => TokenKind::Symbol,
    };
    (length, kind)
}

/// Letters of the scripts whose words the rules of [`super::words`] read: Latin, Greek, Cyrillic; not those
/// that stand over another (U+0363 to U+036F).
pub(super) fn is_simple_letter(character: char) -> bool {
    let simple = matches!(
        character,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2ff}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}'
    );
    simple && character.is_alphabetic()
}

/// `length` extended to the end of the grapheme cluster it would cut.
fn whole_clusters(rest: &str, length: usize) -> usize {
    let mut length = length.max(1);
    while let Some(next) = rest.get(length..).and_then(|tail| tail.chars().next()) {
        // ASCII and the marks around Latin words never continue a cluster; most tokens end there.
        let plain = next.is_ascii() || is_simple_letter(next) || ('\u{2010}'..='\u{2027}').contains(&next);
        let before = rest.get(..length).unwrap_or_default();
        if plain && before.chars().next_back().is_some_and(|last| last < '\u{600}' || last == '…') {
            break;
        }
        if GraphemeCursor::new(length, rest.len(), true).is_boundary(rest, 0) != Ok(false) {
            break;
        }
        length += next.len_utf8();
    }
    length.min(rest.len())
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, BlockKind};
    use crate::segment::segment;
    use crate::text::Span;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn block(text: &str) -> Block {
        Block { kind: BlockKind::Paragraph, span: Span::from_range(0..text.len()) }
    }

    /// `marked` holds a `·` where a token ends that touches the next.
    fn check(marked: &str) {
        let text = marked.replace('·', "");
        let (_, tokens) = segment(&text, &[block(&text)]);
        let mut shown = String::new();
        let mut end = 0;
        for token in &tokens {
            let gap = text.get(end..token.span().start as usize).unwrap();
            shown.push_str(if gap.is_empty() && end > 0 { "·" } else { gap });
            shown.push_str(token.span().of(&text));
            end = token.span().end as usize;
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn hyphens_join_names_or_part_words() {
        check("the U.S.·-·Japan·-·South Korea alliance");
        check("Han Duck-soo and Kim Jong-un met Heung-min·'s brother");
        check("Moon Jae-in Lee Byung-hun Kai-shek Geun-hye");
        check("Four·-·day talks Top·-·ten");
        check("the West Philippine Sea·-·Alleging China");
        check("a week·-·long, well·-·known, Beijing·-·based co-founder".replace(',', "·,").as_str());
        check("non-profit pro-Beijing groups of mid-2023");
        check("China·-·run Jean·-·Luc 2020·–·2023 word·—·word --");
    }

    #[test]
    fn clitics_come_off() {
        check("Xi·'s Xi·’s do·n't ca·n’t we·'re I·'m they·'ll boys·' can·not");
        check("O'Reilly L'Enfant o'clock rock 'n roll the '90s");
    }

    #[test]
    fn numbers_keep_their_separators_and_lose_their_units() {
        check("$·1.2·bn US$·3 1,234,567.5 18:30 6:00·am 6 p.m. 24·°·C 5·% 430·km 20th 1980s .5");
        check("2023-09-26 9/11 944-3737 2500·-·4600 24·-·hour 4G F16 A320 4·-·3");
        check("[·1·,·2·] 1,00,000 £·10·m €·5 50,000th ½");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Sept. 26 U.S. Gen. Lee Inc. a.m. No. 5 Ph.D. e.g. this·.");
        check("J. K. Arden·, George W. Stone·, born in the U.S·.".replace("U.S·.", "U.S.").as_str());
        check("Tampa·, Fla.·, Sen. Ann Lee (·I·-·Vt.·) fell ill·.");
        check("I said no·. Then it ended·.·Next");
    }

    #[test]
    fn addresses_tags_and_marks_are_one_token() {
        check("(·https://example.org/a_(b)?c=d·)·, www.example.org·. a.b-c@example.org·; Example.com·.");
        check("#Seoul2024 @desk_kr #·1 well·... wait·… really·?! AT&T R&D he·/·she s/he");
        check("“·Yes·,·” (·he said·) 👩‍🚀 🇰🇷·🇨🇳 :)");
    }

    #[test]
    fn list_markers_stand_alone() {
        check("2. Second point");
        check("a) First (a) or (b) and so on");
    }

    #[test]
    fn other_scripts_follow_uax_29() {
        check("서울 회담은 é e\u{301}t\u{e9} Łódź Ελλάδα Москва می\u{200c}خواهم");
    }

    #[test]
    fn text_that_was_tokenized_before_comes_through() {
        check("Xi 's aides do n't say \" no \" , they said .");
    }

    #[test]
    fn a_letter_over_a_mark_stays_with_it() {
        check("{\u{363} vo\u{364}gel");
    }

    fn any_text() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            "\\PC{0,8}",
            "[a-zA-Z0-9 .,:;'’\"“”()\\[\\]/@#$%&+-]{0,20}",
            "(Xi's|U\\.S\\.-Japan|Sept\\. 26|don't|👩‍🚀|🇰🇷🇨🇳|漢字|e\u{301}|\u{300}|'\u{301}|http://a\\.b/|a@b\\.c|\\n| |\u{3000})",
        ];
        proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn tokens_and_gaps_give_the_text_back(text in any_text()) {
            let (sentences, tokens) = segment(&text, &[block(&text)]);
            let mut end = 0;
            for token in &tokens {
                let (start, next) = (token.span().start as usize, token.span().end as usize);
                prop_assert!(start < next, "an empty token at {}", start);
                prop_assert!(text.get(end..start).unwrap().chars().all(char::is_whitespace));
                prop_assert!(!text.get(start..next).unwrap().contains(char::is_whitespace));
                end = next;
            }
            prop_assert!(text.get(end..).unwrap().chars().all(char::is_whitespace));
            let mut covered = 0;
            for sentence in &sentences {
                prop_assert_eq!(sentence.first_token, covered);
                prop_assert!(sentence.end_token > covered);
                let inside = &tokens[covered as usize..sentence.end_token as usize];
                prop_assert_eq!(sentence.span, inside[0].span().join(inside[inside.len() - 1].span()));
                covered = sentence.end_token;
            }
            prop_assert_eq!(covered as usize, tokens.len());
        }

        #[test]
        fn no_grapheme_cluster_is_cut(text in any_text()) {
            let (_, tokens) = segment(&text, &[block(&text)]);
            let clusters: std::collections::HashSet<usize> =
                text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            for token in &tokens {
                let before = text.get(..token.span().start as usize).unwrap().chars().next_back();
                if !before.is_none_or(char::is_whitespace) {
                    prop_assert!(clusters.contains(&(token.span().start as usize)), "{:?}", token.span().of(&text));
                }
            }
        }
    }
}
