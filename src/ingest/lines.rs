//! Plain text to blocks: which lines belong together, and what each block is.
//!
//! A text is either hard-wrapped (paragraphs broken at a column, blank lines between them) or has a
//! paragraph a line; which of the two is decided once, for the whole text.

use super::{classify, promo};
use crate::document::{Block, BlockKind};
use crate::text::Span;

/// No line of a hard-wrapped text is longer, in bytes.
const WIDEST: usize = 120;
/// Nor is its widest line narrower.
const NARROWEST: usize = 40;

/// A line without the white space around it.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    span: Span,
    /// Whether a blank line, or nothing, stands before it.
    after_blank: bool,
    /// Whether it and all lines up to the next blank ones stand in from the margin, by four columns or a
    /// tab.
    indented: bool,
}

/// The blocks of a normalised text. O(n).
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = visible_lines(text);
    let width = wrap_width(&lines);
    let indents = lines.iter().filter(|line| line.indented).count() * 2 <= lines.len();
    let mut raw: Vec<(Span, Option<BlockKind>)> = Vec::new();
    let mut previous: Option<Line<'_>> = None;
    for line in lines {
        let kind = if line.text.starts_with('>') || (line.indented && indents) {
            Some(BlockKind::Quote)
        } else if classify::is_list_item(line.text) {
            Some(BlockKind::ListItem)
        } else {
            None
        };
        let goes_on = match (previous, raw.last()) {
            (Some(before), Some((_, last))) if !line.after_blank => {
                let quote = kind == Some(BlockKind::Quote);
                (quote && *last == kind)
                    || (kind.is_none() && *last != Some(BlockKind::Quote))
                        && width.is_some_and(|width| wraps(before.text, line.text, width))
            }
            _ => false,
        };
        match raw.last_mut() {
            Some((span, _)) if goes_on => *span = span.join(line.span),
            _ => raw.push((line.span, kind)),
        }
        previous = Some(line);
    }
    classified(text, &raw)
}

fn visible_lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    for whole in text.split_inclusive('\n') {
        let body = whole.trim();
        if body.is_empty() {
            after_blank = true;
        } else {
            let margin = whole.len() - whole.trim_start().len();
            let indented = whole.starts_with("    ") || whole.starts_with('\t');
            let span = Span::from_range(at + margin..at + margin + body.len());
            lines.push(Line { text: body, span, after_blank, indented });
            after_blank = false;
        }
        at += whole.len();
    }
    for group in lines.chunk_by_mut(|_, next| !next.after_blank) {
        let all = group.iter().all(|line| line.indented);
        group.iter_mut().for_each(|line| line.indented = all);
    }
    lines
}

/// The column that a hard-wrapped text is broken at; `None` when it has a paragraph a line.
///
/// Running prose continues on a new line in lower case more often than not; lists, verse and one-line
/// paragraphs do not.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let spaced = |line: &&Line<'_>| line.text.contains(' ');
    let width = lines.iter().filter(spaced).map(|line| line.text.len()).max()?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let stands_alone = |line: &Line<'_>| {
        line.text.starts_with('>')
            || classify::is_list_item(line.text)
            || classify::marked(line.text, true).is_some()
    };
    if is_tokenised(lines) {
        return None;
    }
    let within = lines.iter().filter(|line| !line.after_blank && !stands_alone(line));
    let (all, lower) = within.fold((0, 0), |(all, lower), line| {
        (all + 1, lower + usize::from(line.text.starts_with(char::is_lowercase)))
    });
    (lower * 5 >= all * 2 && all > 0).then_some(width)
}

/// Whether the tokens of the lines stand apart (` , ` and ` .`), as in corpora, which have a sentence a line.
///
/// Such a text may be in lower case throughout, so that how its lines start tells nothing.
fn is_tokenised(lines: &[Line<'_>]) -> bool {
    let (mut apart, mut glued) = (0_usize, 0_usize);
    for line in lines {
        let bytes = line.text.as_bytes();
        let ends = bytes.windows(3).chain(bytes.get(bytes.len().saturating_sub(2)..));
        for window in ends {
            match window {
                [b' ', b',', b' '] | [b' ', b'.' | b'?' | b'!'] | [b' ', b'(' | b')', b' '] => apart += 1,
                [_, b',', b' '] | [_, b'.' | b'?' | b'!'] | [b' ', b'(', _] | [_, b')', b' '] => glued += 1,
                _ => {}
            }
        }
    }
    apart > 1 && glued * 4 <= apart
}

/// Whether `next` goes on where `line` was broken at the column `width`.
fn wraps(line: &str, next: &str, width: usize) -> bool {
    if classify::marked(next, true).is_some() || promo::is_promo(next) {
        return false;
    }
    let word = next.split(' ').next().map_or(0, str::len);
    // Ragged margins stop short of the column by a long word.
    let full = (line.len() + 1 + word) * 5 > width * 4;
    full || next.starts_with(char::is_lowercase)
}

fn classified(text: &str, raw: &[(Span, Option<BlockKind>)]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(raw.len());
    let mut progress = Progress::default();
    for (index, (span, kind)) in raw.iter().enumerate() {
        let edge = index < classify::HEAD || index + classify::FOOT >= raw.len();
        let last = index + 1 == raw.len();
        let body = span.of(text);
        let kind = if promo::is_promo(body) {
            BlockKind::Promo
        } else if let Some(kind) = kind {
            *kind
        } else if let Some(kind) = classify::marked(body, edge) {
            kind
        } else {
            progress.place(body, last)
        };
        progress.pass(kind);
        if matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote) {
            let (own, promo) = promo::split(text, *span);
            blocks.extend(own.map(|span| Block { kind, span }));
            blocks.extend(promo.map(|span| Block { kind: BlockKind::Promo, span }));
        } else {
            blocks.push(Block { kind, span: *span });
        }
    }
    blocks
}

/// How far an article has come.
#[derive(Clone, Copy, Default)]
struct Progress {
    /// A headline or any text has been.
    began: bool,
    /// A paragraph has been.
    paragraphs: bool,
    /// A byline or a caption stands right before.
    after_head: bool,
}

impl Progress {
    fn pass(&mut self, kind: BlockKind) {
        use BlockKind::{Byline, Caption, ListItem, Paragraph, Quote, Title};
        self.began |= matches!(kind, Title | Paragraph | ListItem | Quote);
        self.paragraphs |= kind == Paragraph;
        self.after_head = matches!(kind, Byline | Caption);
    }

    /// What a block is that only its place and its shape tell; `last`: nothing comes after it.
    fn place(self, body: &str, last: bool) -> BlockKind {
        if last {
            return BlockKind::Paragraph;
        }
        if !self.began && classify::is_title(body) {
            return BlockKind::Title;
        }
        // Between the date line and the first paragraph stands what is written under the picture; in
        // lower case when its first word was a link.
        let heading = classify::is_heading(body);
        let lower = body.len() < 160 && body.starts_with(char::is_lowercase);
        if self.after_head && !self.paragraphs && (heading || lower) {
            return BlockKind::Caption;
        }
        if heading { BlockKind::Heading } else { BlockKind::Paragraph }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` holds a line a block: the first letters of its kind, its text with spaces for breaks.
    fn check(text: &str, expected: &str) {
        let blocks = blocks(text);
        let shown: Vec<String> = blocks
            .iter()
            .map(|block| {
                let words: Vec<&str> = block.span.of(text).split_whitespace().collect();
                format!("{:?}: {}", block.kind, words.join(" "))
            })
            .collect();
        let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_scraped_page_with_a_paragraph_a_line() {
        check(
            "Harbour Talks Resume as Ferry Fares Rise\n(Photo : Rina Sato/Getty Images)\nThe harbour council of Port Ellin met the ferry crews on Monday to talk about fares, crews and the old pier.\n\nThe council’s president said that she would “seriously consider” a lower fare. \n\nFares and Crews\n\nThe crews want more pay.\n\nRead Also: Port Ellin Aims to Open More Piers\n\nWhat happens next?\n\nThe vote is on Friday, said the council. Related Article: Old Pier to Close",
            "Title: Harbour Talks Resume as Ferry Fares Rise
             Caption: (Photo : Rina Sato/Getty Images)
             Paragraph: The harbour council of Port Ellin met the ferry crews on Monday to talk about fares, crews and the old pier.
             Paragraph: The council’s president said that she would “seriously consider” a lower fare.
             Heading: Fares and Crews
             Paragraph: The crews want more pay.
             Promo: Read Also: Port Ellin Aims to Open More Piers
             Heading: What happens next?
             Paragraph: The vote is on Friday, said the council.
             Promo: Related Article: Old Pier to Close",
        );
    }

    #[test]
    fn a_hard_wrapped_text() {
        check(
            "Harbour talks resume as ferry fares rise and\nthe old pier closes\nBy Ana Lind\nMonday, May 18, 2015\n\nThe harbour council of Port Ellin met the ferry\ncrews on Monday to talk about fares, crews and\nthe old pier.\n\n- The fare rises by a tenth, from the first of\n  June, for everyone\n- The pier closes\n\n> We will not\n> pay more.\n\nThe vote is on Friday.\n",
            "Title: Harbour talks resume as ferry fares rise and the old pier closes
             Byline: By Ana Lind
             Byline: Monday, May 18, 2015
             Paragraph: The harbour council of Port Ellin met the ferry crews on Monday to talk about fares, crews and the old pier.
             ListItem: - The fare rises by a tenth, from the first of June, for everyone
             ListItem: - The pier closes
             Quote: > We will not > pay more.
             Paragraph: The vote is on Friday.",
        );
    }

    #[test]
    fn lines_without_blank_lines_between() {
        check(
            "Ferry fares rise\nThe council of Port Ellin met the ferry crews on Monday to talk about fares, crews, the old pier, and much else.\nThe vote is on Friday, said the council.",
            "Title: Ferry fares rise
             Paragraph: The council of Port Ellin met the ferry crews on Monday to talk about fares, crews, the old pier, and much else.
             Paragraph: The vote is on Friday, said the council.",
        );
    }

    #[test]
    fn a_tokenised_sentence_a_line() {
        check(
            "the council of port ellin met the crews on monday , and again on tuesday .\nit did n't say more .\nthe fare , they said , \" stays . \"",
            "Paragraph: the council of port ellin met the crews on monday , and again on tuesday .
             Paragraph: it did n't say more .
             Paragraph: the fare , they said , \" stays . \"",
        );
        check(
            "FERRY RACE RESULTS .\nPORT ELLIN 1998-05-18\n1. Hansen ( Norway ) 12.3\n2. Lind ( Finland ) 12.9",
            "Paragraph: FERRY RACE RESULTS .
             Byline: PORT ELLIN 1998-05-18
             ListItem: 1. Hansen ( Norway ) 12.3
             ListItem: 2. Lind ( Finland ) 12.9",
        );
    }

    #[test]
    fn a_text_that_starts_with_a_sentence_has_no_title() {
        check(
            "The vote is on Friday.\n\nNobody came.",
            "Paragraph: The vote is on Friday.\nParagraph: Nobody came.",
        );
        check("Seoul and Busan", "Paragraph: Seoul and Busan");
    }

    #[test]
    fn indented_paragraphs_are_quotations_unless_all_are() {
        check(
            "The minister said:\n\n    We will not pay.\n    Never.\n\nNobody was surprised by that answer.",
            "Paragraph: The minister said:\nQuote: We will not pay. Never.\nParagraph: Nobody was surprised by that answer.",
        );
        check("    One came.\n\n    Two came.", "Paragraph: One came.\nParagraph: Two came.");
    }
}
