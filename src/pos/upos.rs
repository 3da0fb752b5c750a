//! The tag set.

/// How many parts of speech there are.
pub const TAGS: usize = 17;

/// A universal part of speech; the numbers are part of the file format and of the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Upos {
    /// Adjective: `big`, `third`.
    Adj,
    /// Adposition: `in`, `during`.
    Adp,
    /// Adverb: `well`, `where`.
    Adv,
    /// Auxiliary: `is`, `will`, `has` (done).
    Aux,
    /// Coordinating conjunction: `and`.
    Cconj,
    /// Determiner: `the`, `no`, `which` (day).
    Det,
    /// Interjection: `yes`, `psst`.
    Intj,
    /// Noun: `girl`, `air`.
    Noun,
    /// Numeral: `2014`, `one`.
    Num,
    /// Particle: `not`, `'s`, `to` (go).
    Part,
    /// Pronoun: `she`, `this`, `who`.
    Pron,
    /// Proper noun: `Seoul`, `NATO`.
    Propn,
    /// Punctuation: `,`.
    Punct,
    /// Subordinating conjunction: `if`, `that`.
    Sconj,
    /// Symbol: `$`, `:)`.
    Sym,
    /// Verb: `run`, `ate`.
    Verb,
    /// Whatever has no other: foreign words, markers of list items.
    X,
}

impl Upos {
    /// All, in the order of their numbers.
    pub const ALL: [Self; TAGS] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The name that Universal Dependencies gives it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The part of speech of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }

    /// The one with this number; [`Self::X`] for numbers past the last.
    #[must_use]
    pub fn numbered(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or(Self::X)
    }
}

#[cfg(test)]
mod tests {
    use super::Upos;

    #[test]
    fn numbers_and_names_go_both_ways() {
        for (number, tag) in Upos::ALL.into_iter().enumerate() {
            assert_eq!((tag as usize, Upos::numbered(number)), (number, tag));
            assert_eq!(Upos::named(tag.name()), Some(tag));
        }
        assert_eq!(Upos::named("NN"), None);
    }
}
