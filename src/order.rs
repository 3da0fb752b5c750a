//! Floor 0: sorting with one copy of the sort in the program.
//!
//! The standard sort is compiled anew for every type and every comparison, at some five kilobytes each,
//! which was a ninth of the core. Here it sorts places in a list, compared through a pointer, and the items
//! are moved once. Where a sort is most of the work, as when a table is read, the standard one stays.
//!
//! Invariant: the order is stable.

use std::cmp::Ordering;

/// Sorts by a comparison. O(n log n) comparisons, O(n) where the items are in order.
pub fn by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    if items.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return;
    }
    let order = places(items.len(), &mut |one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut given: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| given.get_mut(at)?.take()));
}

/// Sorts by a key. O(n log n) keys are made.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by, by_key};

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            numbers in proptest::collection::vec((0_u8..20, any::<u16>()), 0..200),
        ) {
            let (mut ours, mut theirs) = (numbers.clone(), numbers.clone());
            by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            by(&mut ours, |one, other| other.cmp(one));
            theirs.sort_by(|one, other| other.cmp(one));
            prop_assert_eq!(ours, theirs);
        }
    }
}
