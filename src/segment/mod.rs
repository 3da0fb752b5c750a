//! Floor 2: blocks to sentences and tokens.

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Block, Sentence, Token, TokenKind};
use crate::text::Span;

/// Splits every block into sentences and tokens. O(n).
#[must_use]
pub fn segment(text: &str, blocks: &[Block]) -> (Vec<Sentence>, Vec<Token>) {
    let (mut sentences, mut tokens) = (Vec::new(), Vec::new());
    for block in blocks {
        let first = tokens.len();
        let base = block.span.start as usize;
        for (at, word) in block.span.of(text).split_word_bound_indices() {
            if word.trim().is_empty() {
                continue;
            }
            let kind = if word.chars().all(char::is_alphabetic) {
                TokenKind::Word
            } else if word.chars().any(|c| c.is_ascii_digit()) {
                TokenKind::Number
            } else {
                TokenKind::Punctuation
            };
            tokens.push(Token { span: Span::from_range(base + at..base + at + word.len()), kind });
        }
        if tokens.len() > first {
            let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            sentences.push(Sentence {
                span: block.span,
                first_token: narrow(first),
                end_token: narrow(tokens.len()),
            });
        }
    }
    (sentences, tokens)
}
