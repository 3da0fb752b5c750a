//! The tokens of a document as the passes read them: their text, the mention each is part of, the
//! sentence each is in.

use std::cell::Cell;

use crate::document::{Document, Sentence, Token, TokenKind};
use crate::entity::Entity;
use crate::order;
use crate::tag::{Label, Mention};
use crate::text::Span;

/// No mention.
const NONE: u32 = u32::MAX;

pub(super) struct Words<'a> {
    pub doc: &'a Document,
    pub mentions: &'a [Mention],
    pub entities: &'a [Entity],
    /// The entity of each mention.
    entity_of: Vec<u32>,
    /// Tokens that begin a description of an entity: first token, one past the last, entity; in order.
    described: Vec<(usize, usize, u32)>,
    /// The mention, the sentence and the block that were asked for last: mostly the next one asked for is the same, or
    /// the next.
    last_mention: Cell<usize>,
    last_sentence: Cell<usize>,
    last_block: Cell<(usize, usize)>,
}

impl<'a> Words<'a> {
    pub fn new(doc: &'a Document, mentions: &'a [Mention], entities: &'a [Entity]) -> Self {
        let mut entity_of = vec![NONE; mentions.len()];
        let mut described = Vec::new();
        for (number, entity) in (0u32..).zip(entities) {
            for mention in &entity.mentions {
                if let Some(slot) = entity_of.get_mut(*mention as usize) {
                    *slot = number;
                }
            }
            for span in &entity.descriptions {
                let tokens = doc.tokens_in(*span);
                described.push((tokens.start, tokens.end, number));
            }
        }
        order::by_key(&mut described, |described| *described);
        let (last_mention, last_sentence, last_block) = <_>::default();
        Self { doc, mentions, entities, entity_of, described, last_mention, last_sentence, last_block }
    }

    pub fn len(&self) -> usize {
        self.doc.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.doc.tokens.get(at)
    }

    /// The text of a token; empty where there is none.
    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.doc.slice(token.span()))
    }

    /// Whether a token is one of `words`, in lower case or capitalised.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at);
        words.iter().any(|word| word.eq_ignore_ascii_case(text))
    }

    /// Whether a token is made of letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind() == TokenKind::Word)
    }

    pub fn is_punctuation(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind() == TokenKind::Punctuation)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// The bytes from one token to the last before `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        let start = self.token(first).map(|token| token.span());
        let last = end.checked_sub(1).and_then(|last| self.token(last)).map(|token| token.span());
        start.zip(last).map_or(Span::default(), |(start, last)| start.join(last))
    }

    /// The mention that a token is part of: of several the last. O(log n).
    pub fn mention(&self, at: usize) -> Option<usize> {
        let token = self.token(at)?.span();
        let begins_before =
            |index: usize| self.mentions.get(index).is_some_and(|mention| mention.span.start < token.end);
        let last = self.last_mention.get();
        // How many begin before the token ends.
        let is_after = |after: &usize| (*after == 0 || begins_before(after - 1)) && !begins_before(*after);
        let after = [last, last + 1].into_iter().find(is_after);
        let after =
            after.unwrap_or_else(|| self.mentions.partition_point(|mention| mention.span.start < token.end));
        self.last_mention.set(after);
        let index = after.checked_sub(1)?;
        self.mentions.get(index).is_some_and(|mention| mention.span.end > token.start).then_some(index)
    }

    pub fn label(&self, at: usize) -> Option<Label> {
        self.mentions.get(self.mention(at)?).map(|mention| mention.label)
    }

    /// The entity of a mention.
    pub fn entity(&self, mention: usize) -> Option<u32> {
        self.entity_of.get(mention).copied().filter(|entity| *entity != NONE)
    }

    /// The first token of the mention that `at` is part of.
    pub fn mention_first(&self, at: usize) -> usize {
        let mention = self.mention(at);
        let mut first = at;
        while first > 0 && self.mention(first - 1) == mention {
            first -= 1;
        }
        first
    }

    /// One past the last token of the mention that `at` is part of.
    pub fn mention_end(&self, at: usize) -> usize {
        let mention = self.mention(at);
        let mut end = at + 1;
        while end < self.len() && self.mention(end) == mention {
            end += 1;
        }
        end
    }

    /// The entity that the tokens describe (`the Chinese president`).
    pub fn described(&self, first: usize, end: usize) -> Option<u32> {
        let at = self.described.partition_point(|described| described.0 < first);
        let mut here = self.described.get(at..)?.iter().take_while(|described| described.0 == first);
        here.find(|described| described.1 == end).map(|described| described.2)
    }

    /// The sentence of a token, as an index. O(log n).
    pub fn sentence_index(&self, at: usize) -> Option<usize> {
        let sentences = &self.doc.sentences;
        let begins_by = |index: usize| Some(sentences.get(index)?.first_token as usize <= at);
        let last = self.last_sentence.get();
        let is_at = |index: &usize| begins_by(*index) == Some(true) && begins_by(index + 1) != Some(true);
        if let Some(index) = [last, last + 1].into_iter().find(is_at) {
            self.last_sentence.set(index);
            return Some(index);
        }
        let after = sentences.partition_point(|sentence| sentence.first_token as usize <= at);
        let index = after.checked_sub(1)?;
        self.last_sentence.set(index);
        Some(index)
    }

    /// The tokens of the sentence that `at` is in: its first and one past its last.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let sentence = self.sentence_index(at).and_then(|index| self.doc.sentences.get(index));
        sentence.map_or((at, at), |Sentence { first_token, end_token, .. }| {
            (*first_token as usize, *end_token as usize)
        })
    }

    /// The tokens of the block that `at` is in. O(log n).
    pub fn block(&self, at: usize) -> (usize, usize) {
        let last = self.last_block.get();
        if last.0 <= at && at < last.1 {
            return last;
        }
        let start = self.token(at).map_or(0, |token| token.span().start);
        let Some(block) = self.doc.block_at(start) else { return (at, at) };
        let tokens = self.doc.tokens_in(block.span);
        self.last_block.set((tokens.start, tokens.end));
        (tokens.start, tokens.end)
    }
}
