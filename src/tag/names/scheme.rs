//! The tags of the sequence model: BILOU over four coarse kinds (Ratinov and Roth 2009).

/// What the sequence model tells apart; the eighteen labels are chosen within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coarse {
    /// Persons.
    Per,
    /// Organisations.
    Org,
    /// Places of all kinds.
    Loc,
    /// Peoples, events, works, laws, products.
    Misc,
}

impl Coarse {
    /// In the order of the model's columns.
    pub const ALL: [Self; 4] = [Self::Per, Self::Org, Self::Loc, Self::Misc];

    /// The name in data sets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Org => "ORG",
            Self::Loc => "LOC",
            Self::Misc => "MISC",
        }
    }
}

/// How many tags there are.
pub const TAGS: usize = 17;

/// A set of tags, one bit a tag.
pub type TagSet = u32;

/// Every tag.
pub const ANY: TagSet = (1 << TAGS) - 1;

/// The tag outside names.
pub const OUTSIDE: usize = 0;

/// Where in a name a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    Last,
    /// The only one.
    Unit,
}

/// The number of a tag.
#[must_use]
pub const fn tag(kind: Coarse, place: Place) -> usize {
    1 + 4 * kind as usize + place as usize
}

/// What a tag says; nothing for [`OUTSIDE`].
#[must_use]
pub fn parts(tag: usize) -> Option<(Coarse, Place)> {
    let index = tag.checked_sub(1)?;
    let place = match index % 4 {
        0 => Place::Begin,
        1 => Place::Inside,
        2 => Place::Last,
        _ => Place::Unit,
    };
    Coarse::ALL.get(index / 4).map(|kind| (*kind, place))
}

/// Whether a token with tag `to` may follow one with tag `from` in a sentence.
#[must_use]
pub fn follows(from: usize, to: usize) -> bool {
    let open = match parts(from) {
        Some((kind, Place::Begin | Place::Inside)) => Some(kind),
        _ => None,
    };
    match parts(to) {
        Some((kind, Place::Inside | Place::Last)) => open == Some(kind),
        _ => open.is_none(),
    }
}

/// Whether a sentence may begin with the tag.
#[must_use]
pub fn begins(tag: usize) -> bool {
    follows(OUTSIDE, tag)
}

/// Whether a sentence may end with the tag.
#[must_use]
pub fn ends(tag: usize) -> bool {
    follows(tag, OUTSIDE)
}

/// A name: tokens `start..end` and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// What it is.
    pub kind: Coarse,
}

/// The names that a sequence of tags says, with indices counted from `first`.
pub fn chunks(tags: &[u8], first: u32) -> impl Iterator<Item = Chunk> + '_ {
    let mut begun = first;
    (first..).zip(tags).filter_map(move |(at, tag)| {
        let (kind, place) = parts(usize::from(*tag))?;
        if matches!(place, Place::Begin | Place::Unit) {
            begun = at;
        }
        matches!(place, Place::Last | Place::Unit).then(|| Chunk { start: begun, end: at + 1, kind })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_parts_are_each_others_inverse() {
        for number in 1..TAGS {
            let (kind, place) = parts(number).unwrap();
            assert_eq!(tag(kind, place), number);
        }
        assert_eq!(parts(OUTSIDE), None);
        assert_eq!(parts(TAGS), None);
    }

    #[test]
    fn a_name_is_closed_before_anything_else_begins() {
        let (b, l, u) =
            (tag(Coarse::Org, Place::Begin), tag(Coarse::Org, Place::Last), tag(Coarse::Per, Place::Unit));
        assert!(follows(b, l) && follows(l, u) && follows(u, b));
        assert!(!follows(b, OUTSIDE) && !follows(b, u) && !follows(OUTSIDE, l) && !ends(b) && !begins(l));
        assert!(!follows(b, tag(Coarse::Loc, Place::Last)));
    }

    #[test]
    fn chunks_are_read_off() {
        let tags = [
            0,
            tag(Coarse::Org, Place::Begin) as u8,
            tag(Coarse::Org, Place::Last) as u8,
            tag(Coarse::Loc, Place::Unit) as u8,
        ];
        let found: Vec<Chunk> = chunks(&tags, 10).collect();
        assert_eq!(
            found,
            [
                Chunk { start: 11, end: 13, kind: Coarse::Org },
                Chunk { start: 13, end: 14, kind: Coarse::Loc },
            ]
        );
    }
}
