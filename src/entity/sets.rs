//! Disjoint sets with path halving and union by size (Tarjan 1975): near-constant time a call.

/// Nodes, each in one set.
#[derive(Clone, Debug, Default)]
pub(super) struct Sets {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl Sets {
    /// A new node, alone in its set.
    pub fn add(&mut self) -> usize {
        let node = self.parent.len();
        self.parent.push(node);
        self.size.push(1);
        node
    }

    /// The node that stands for the set of `node`.
    pub fn root(&mut self, mut node: usize) -> usize {
        while let Some(parent) = self.parent.get(node).copied().filter(|parent| *parent != node) {
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(node) {
                *slot = above;
            }
            node = above;
        }
        node
    }

    /// Makes the sets of `a` and `b` one.
    pub fn join(&mut self, a: usize, b: usize) {
        let (mut a, mut b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let size = |sets: &Self, node: usize| sets.size.get(node).copied().unwrap_or_default();
        if size(self, a) < size(self, b) {
            (a, b) = (b, a);
        }
        let sum = size(self, a) + size(self, b);
        if let Some(slot) = self.size.get_mut(a) {
            *slot = sum;
        }
        if let Some(slot) = self.parent.get_mut(b) {
            *slot = a;
        }
    }
}
