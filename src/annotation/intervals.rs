//! Which annotations lie at a place of the text, without looking at all of them.
//!
//! An implicit augmented interval tree (H. Li, J. Rong: “Bedtk: finding interval overlap with implicit
//! interval tree”, Bioinformatics 37, 2021): the spans lie sorted by their start in one array, which read in
//! order is a complete binary tree, and each knows the greatest end below it. It is built anew when the spans
//! change and never edited.

use crate::order;
use crate::text::Span;

/// Spans with what they belong to.
#[derive(Clone, Debug, Default)]
pub struct IntervalIndex<T> {
    /// By start, then end.
    nodes: Vec<Node<T>>,
    /// The root's height; leaves have 0.
    height: u32,
}

#[derive(Clone, Debug)]
struct Node<T> {
    span: Span,
    /// Greatest end in its subtree.
    greatest: u32,
    value: T,
}

impl<T> IntervalIndex<T> {
    /// An index of `spans`. O(n log n).
    #[must_use]
    pub fn new(spans: impl IntoIterator<Item = (Span, T)>) -> Self {
        let node = |(span, value): (Span, T)| Node { span, greatest: span.end, value };
        let mut nodes: Vec<Node<T>> = spans.into_iter().map(node).collect();
        order::by_key(&mut nodes, |node| node.span);
        let mut index = Self { height: nodes.len().checked_ilog2().unwrap_or(0), nodes };
        index.augment();
        index
    }

    /// Fills `greatest` in, level by level. A node at height h stands at an index that ends in 0 and h ones;
    /// its children stand half a step to its left and right, and where the right one would lie beyond the
    /// array, what there is of its subtree counts by its greatest end.
    fn augment(&mut self) {
        let end = |nodes: &[Node<T>], at: usize| nodes.get(at).map_or(0, |node| node.greatest);
        // The last node of the level below, and the greatest end at or right of it.
        let (mut last, mut rest) = match self.nodes.len() {
            0 => return,
            length => (length - 1 - (length - 1) % 2, 0),
        };
        rest = rest.max(end(&self.nodes, last));
        for height in 1..=self.height {
            let half = 1_usize << (height - 1);
            let (first, step) = ((half << 1) - 1, half << 2);
            for at in (first..self.nodes.len()).step_by(step) {
                let right = if at + half < self.nodes.len() { end(&self.nodes, at + half) } else { rest };
                let greatest = end(&self.nodes, at - half).max(right);
                if let Some(node) = self.nodes.get_mut(at) {
                    node.greatest = node.span.end.max(greatest);
                }
            }
            last = if last >> height & 1 == 1 { last - half } else { last + half };
            rest = rest.max(end(&self.nodes, last));
        }
    }

    /// The values of the spans that share a byte with `span`, in the order of the spans; an empty `span`
    /// stands for the place before its byte, and an empty span of the index is never found.
    /// O(log n + found).
    #[must_use]
    pub fn overlapping(&self, span: Span) -> Vec<&T> {
        let end = span.end.max(span.start.saturating_add(1));
        let mut found = Vec::new();
        let mut stack = vec![((1_usize << self.height) - 1, self.height)];
        while let Some((at, height)) = stack.pop() {
            let half = 1_usize << height >> 1;
            let Some(node) = self.nodes.get(at) else {
                // Beyond the array: of its subtree only the left part can be there.
                if let Some(height) = height.checked_sub(1) {
                    stack.push((at - half, height));
                }
                continue;
            };
            if node.greatest <= span.start {
                continue;
            }
            let starts_before = node.span.start < end;
            if let Some(height) = height.checked_sub(1) {
                if starts_before {
                    stack.push((at + half, height));
                }
                // Comes after its left subtree: pushed as a leaf of itself.
                if starts_before && span.start < node.span.end {
                    stack.push((at, 0));
                }
                stack.push((at - half, height));
            } else if starts_before && span.start < node.span.end && !node.span.is_empty() {
                found.push(&node.value);
            }
        }
        found
    }

    /// The values of the spans that `offset` (in bytes) lies in: from the first byte to before the end.
    #[must_use]
    pub fn at(&self, offset: u32) -> Vec<&T> {
        self.overlapping(Span::new(offset, offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_found_in_nothing() {
        assert!(IntervalIndex::<u8>::new([]).at(0).is_empty());
    }

    proptest! {
        #[test]
        fn it_finds_what_a_scan_finds(
            spans in prop::collection::vec((0_u32..60, 0_u32..20), 0..70),
            start in 0_u32..80,
            length in 0_u32..30,
        ) {
            let mut spans: Vec<Span> =
                spans.into_iter().map(|(start, length)| Span::new(start, start + length)).collect();
            spans.sort();
            let index = IntervalIndex::new(spans.iter().copied().enumerate().map(|(at, span)| (span, at)));
            let asked = Span::new(start, start + length);
            let wide = Span::new(start, start + length.max(1));
            let scan: Vec<usize> = (0..spans.len())
                .filter(|at| spans[*at].overlaps(wide) && !spans[*at].is_empty())
                .collect();
            let found: Vec<usize> = index.overlapping(asked).into_iter().copied().collect();
            prop_assert_eq!(found, scan);
        }
    }
}
