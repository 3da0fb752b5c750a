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
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// Whether `next` follows without a gap, as the parts of `Park-Smith`, `Xi's` or `$5` do.
    #[must_use]
    pub const fn touches(&self, next: &Self) -> bool {
        self.span.end == next.span.start
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
