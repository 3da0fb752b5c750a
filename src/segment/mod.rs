//! Floor 2: blocks to sentences and tokens.
//!
//! Tokens follow Universal Dependencies as its English treebanks apply them: clitics, units, currency
//! signs and the parts of most hyphen compounds are tokens of their own; abbreviations keep their full
//! stop. Three hyphen compounds stay whole: prefixes that are no words (`non-profit`, `pro-Beijing`),
//! romanised given names (`Duck-soo`), numbers such as `2023-09-26`. All others fall apart, so that a
//! mention can start or end at a hyphen; [`crate::document::Token::touches`] tells which parts stood
//! together.
//!
//! Invariants: tokens and the gaps between them give the block back; gaps are white space; no token
//! boundary falls inside a grapheme cluster; a sentence starts and ends with a token. All O(n).

mod address;
mod glued;
mod numbers;
mod sentences;
mod tokens;
mod words;

use crate::document::{Block, Sentence, Token};

/// Splits every block into sentences and tokens. O(n).
#[must_use]
pub fn segment(text: &str, blocks: &[Block]) -> (Vec<Sentence>, Vec<Token>) {
    // English news has a token every 5 bytes or so and a sentence every 120. The blocks may be a part of it all.
    let bytes: usize = blocks.iter().map(|block| block.span.len() as usize).sum();
    let (mut sentences, mut tokens) = (Vec::with_capacity(bytes / 120), Vec::with_capacity(bytes / 5));
    for block in blocks {
        let first = tokens.len();
        tokens::tokenize(text, block.span, &mut tokens);
        sentences::split(text, block.kind, &tokens, first, &mut sentences);
    }
    (sentences, tokens)
}
