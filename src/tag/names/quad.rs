//! A number for each kind of name, reckoned with side by side: four numbers of 32 bits are what a processor's or
//! a browser's vectors hold, and the compiler uses them where they are.

use super::scheme::{Coarse, OUTSIDE, Place, TAGS, tag};

/// One for each of [`Coarse::ALL`], in its order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quad<T>(pub [T; 4]);

impl<T: Copy> Quad<T> {
    /// The same for each kind.
    #[inline]
    pub const fn all(value: T) -> Self {
        Self([value; 4])
    }

    /// What `of` makes of each and its counterpart.
    #[inline]
    pub fn with<U: Copy, V>(self, other: Quad<U>, of: impl Fn(T, U) -> V) -> Quad<V> {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        Quad([of(a, e), of(b, f), of(c, g), of(d, h)])
    }

    /// What `of` makes of each.
    #[inline]
    pub fn map<V>(self, of: impl Fn(T) -> V) -> Quad<V> {
        Quad(self.0.map(of))
    }
}

/// Something for every tag: by place in a name for each kind, and outside names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags<T> {
    /// First words.
    pub begin: Quad<T>,
    /// Words neither first nor last.
    pub inside: Quad<T>,
    /// Last words.
    pub last: Quad<T>,
    /// Names of one word.
    pub unit: Quad<T>,
    /// Outside names.
    pub outside: T,
}

/// How many numbers [`Tags`] has, rounded up to whole quads.
pub const LANES: usize = 20;

/// Where a tag is when quads are counted through: begin, inside, last, unit, outside.
#[must_use]
pub const fn lane(tag: usize) -> usize {
    match tag {
        OUTSIDE => 16,
        tag => (tag - 1) % 4 * 4 + (tag - 1) / 4,
    }
}

impl<T: Copy> Tags<T> {
    /// What `of` says of each tag.
    pub fn of(of: impl Fn(usize) -> T) -> Self {
        let place = |place| Quad(Coarse::ALL.map(|kind| of(tag(kind, place))));
        Self {
            begin: place(Place::Begin),
            inside: place(Place::Inside),
            last: place(Place::Last),
            unit: place(Place::Unit),
            outside: of(OUTSIDE),
        }
    }

    /// From numbers by [`lane`].
    #[inline]
    #[must_use]
    pub fn from_lanes(lanes: &[T; LANES]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, outside, ..] = *lanes;
        Self {
            begin: Quad([a, b, c, d]),
            inside: Quad([e, f, g, h]),
            last: Quad([i, j, k, l]),
            unit: Quad([m, n, o, p]),
            outside,
        }
    }

    /// Each with its counterpart.
    #[inline]
    pub fn with<U: Copy, V>(&self, other: &Tags<U>, of: impl Fn(T, U) -> V) -> Tags<V> {
        Tags {
            begin: self.begin.with(other.begin, &of),
            inside: self.inside.with(other.inside, &of),
            last: self.last.with(other.last, &of),
            unit: self.unit.with(other.unit, &of),
            outside: of(self.outside, other.outside),
        }
    }

    /// Each by itself.
    #[inline]
    pub fn map<V>(&self, of: impl Fn(T) -> V) -> Tags<V> {
        Tags {
            begin: self.begin.map(&of),
            inside: self.inside.map(&of),
            last: self.last.map(&of),
            unit: self.unit.map(&of),
            outside: of(self.outside),
        }
    }

    /// All of them put together by `of`, which may take them in any order.
    #[inline]
    pub fn fold(&self, of: impl Fn(T, T) -> T) -> T {
        let quads = self.begin.with(self.inside, &of).with(self.last.with(self.unit, &of), &of);
        let [a, b, c, d] = quads.0;
        of(of(of(a, b), of(c, d)), self.outside)
    }

    /// By the tags' numbers.
    #[must_use]
    pub fn in_order(&self) -> [T; TAGS] {
        let ([a, e, i, m], [b, f, j, n]) = (self.begin.0, self.inside.0);
        let ([c, g, k, o], [d, h, l, p]) = (self.last.0, self.unit.0);
        [self.outside, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
    }
}

#[cfg(test)]
mod tests {
    use super::{LANES, Tags, lane};
    use crate::tag::names::scheme::TAGS;

    #[test]
    fn every_tag_has_one_place() {
        let tags = Tags::of(|tag| tag);
        assert_eq!(tags.in_order(), std::array::from_fn(|tag| tag));
        let mut lanes = [usize::MAX; LANES];
        (0..TAGS).for_each(|tag| lanes[lane(tag)] = tag);
        assert_eq!(Tags::from_lanes(&lanes), tags);
        assert_eq!(tags.fold(|a, b| a + b), (0..TAGS).sum());
        assert_eq!(tags.with(&tags, |a, b| a * b).map(|square| square + 1).in_order()[5], 26);
    }
}
