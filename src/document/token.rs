use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with apostrophes, full stops of an abbreviation, inner hyphens or digits:
    /// `Seoul`, `U.S.`, `O'Reilly`, `Duck-soo`, `F16`, `4G`.
    Word,
    /// Starts with a digit, a decimal point or a sign before a telephone number: `1,234.5`, `18:30`, `9/11`,
    /// `20th`, `1980s`, `2023-09-26`, `944-3737`, `½`. Units, per cent and currency signs are tokens
    /// of their own: `430` `km`, `$` `1.2` `bn`, `6:00` `am`.
    Number,
    /// A clitic: `'s`, `n't`, `'re`. A bare possessive apostrophe (`boys'`) is punctuation.
    Clitic,
    /// One mark, or a run that is one mark (`...`, `--`, `?!`, `[...]`), or the marker of a list item
    /// (`2.`, `(a)`).
    Punctuation,
    /// Currency signs (`$`, `US$`), `%`, `+`, `°`, emoji and other symbols.
    Symbol,
    /// A web address, with or without a scheme.
    Url,
    /// An e-mail address.
    Email,
    /// `#hashtag` or `@handle`.
    Tag,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: u32,
    /// Its length and its kind: a long text has millions of tokens.
    length_and_kind: u32,
}

/// The bits of a token's kind.
const KIND: u32 = 0b111;

impl Token {
    /// The longest one, in bytes.
    pub const LONGEST: u32 = u32::MAX >> KIND.count_ones();

    /// A token; of more than [`Self::LONGEST`] bytes so many.
    #[must_use]
    pub const fn new(span: Span, kind: TokenKind) -> Self {
        let length = span.end.saturating_sub(span.start);
        let length = if length < Self::LONGEST { length } else { Self::LONGEST };
        Self { start: span.start, length_and_kind: length << KIND.count_ones() | kind as u32 }
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        let length = self.length_and_kind >> KIND.count_ones();
        Span { start: self.start, end: self.start + length }
    }

    /// What it is made of.
    #[must_use]
    pub const fn kind(&self) -> TokenKind {
        match self.length_and_kind & KIND {
            0 => TokenKind::Word,
            1 => TokenKind::Number,
            2 => TokenKind::Clitic,
            3 => TokenKind::Punctuation,
            4 => TokenKind::Symbol,
            5 => TokenKind::Url,
            6 => TokenKind::Email,
            _ => TokenKind::Tag,
        }
    }

    /// Whether `next` follows without a gap, as the parts of `Park-Smith`, `Xi's` or `$5` do.
    #[must_use]
    pub const fn touches(&self, next: &Self) -> bool {
        self.span().end == next.span().start
    }
}

/// One sentence: a span and its range of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the first token to the end of the last.
    pub span: Span,
    /// Index of the first token in [`super::Document::tokens`].
    pub first_token: u32,
    /// One past the index of the last token.
    pub end_token: u32,
}

#[cfg(test)]
mod tests {
    use super::{Token, TokenKind};
    use crate::text::Span;

    #[test]
    fn a_token_says_what_it_was_made_of() {
        use TokenKind::{Clitic, Email, Number, Punctuation, Symbol, Tag, Url, Word};
        for kind in [Word, Number, Clitic, Punctuation, Symbol, Url, Email, Tag] {
            for span in [Span::new(0, 0), Span::new(7, 19), Span::new(5, 5 + Token::LONGEST)] {
                let token = Token::new(span, kind);
                assert_eq!((token.span(), token.kind()), (span, kind));
            }
        }
        let long = Token::new(Span::new(3, u32::MAX), Word);
        assert_eq!(long.span(), Span::new(3, 3 + Token::LONGEST));
    }
}
