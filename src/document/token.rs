use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with apostrophes, full stops of an abbreviation, or inner hyphens.
    Word,
    /// Digits with separators, times, decimals, fractions: `1,234.5`, `18:30`, `2023`.
    Number,
    /// A clitic: `'s`, `n't`, `'re`.
    Clitic,
    /// One mark, or a run that is one mark (`...`, `--`).
    Punctuation,
    /// Currency signs, `%`, `+`, emoji and other symbols.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#hashtag` or `@handle`.
    Tag,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
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
