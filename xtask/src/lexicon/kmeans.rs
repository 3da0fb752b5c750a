//! Clusters of word vectors: spherical k-means, then Ward's tree over the centroids.
//!
//! Deterministic: the same vectors and the same seed give the same numbers.

use std::thread;

/// Points or centroids, one after another.
pub struct Vectors {
    pub dimensions: usize,
    pub numbers: Vec<f32>,
}

impl Vectors {
    pub fn row(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.dimensions..(at + 1) * self.dimensions]
    }

    pub fn len(&self) -> usize {
        self.numbers.len() / self.dimensions
    }

    /// The first `rows` and the rest.
    pub fn split(mut self, rows: usize) -> (Self, Self) {
        let numbers = self.numbers.split_off(rows * self.dimensions);
        let rest = Self { dimensions: self.dimensions, numbers };
        (self, rest)
    }

    /// Each row to length 1.
    pub fn normalize(&mut self) {
        for row in self.numbers.chunks_mut(self.dimensions) {
            let length = dot(row, row).sqrt().max(1e-9);
            row.iter_mut().for_each(|number| *number /= length);
        }
    }
}

/// Eight sums side by side, so that the compiler can use wide registers.
fn dot(one: &[f32], other: &[f32]) -> f32 {
    let (ones, ones_rest) = one.as_chunks::<8>();
    let (others, others_rest) = other.as_chunks::<8>();
    let mut sums = [0.0_f32; 8];
    for (one, other) in ones.iter().zip(others) {
        for at in 0..8 {
            sums[at] += one[at] * other[at];
        }
    }
    let rest: f32 = ones_rest.iter().zip(others_rest).map(|(one, other)| one * other).sum();
    sums.iter().sum::<f32>() + rest
}

/// Numbers that look random, from a seed (splitmix64).
pub struct Seed(pub u64);

impl Seed {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % limit.max(1) as u64) as usize
    }
}

/// The cluster of each point and the centroids. Points must have length 1; begins with the first `clusters`
/// points in an order drawn from the seed, and a cluster that lost all its points starts again at the point
/// that is farthest from its own.
pub fn kmeans(points: &Vectors, clusters: usize, rounds: usize, seed: u64) -> (Vec<u32>, Vectors) {
    let mut seed = Seed(seed);
    let mut order: Vec<usize> = (0..points.len()).collect();
    for at in 0..clusters {
        let other = at + seed.below(order.len() - at);
        order.swap(at, other);
    }
    let numbers = order[..clusters].iter().flat_map(|&at| points.row(at).to_vec()).collect();
    let mut centroids = Vectors { dimensions: points.dimensions, numbers };
    let mut nearest = assign(points, &centroids);
    for _ in 0..rounds {
        centroids = means(points, &nearest, clusters);
        let next = assign(points, &centroids);
        let moved = next.iter().zip(&nearest).filter(|(next, before)| next.0 != before.0).count();
        nearest = next;
        if moved * 1000 < points.len() {
            break;
        }
    }
    (nearest.into_iter().map(|(cluster, _)| cluster).collect(), centroids)
}

/// For each point the nearest centroid and the cosine to it; on two threads.
pub fn assign(points: &Vectors, centroids: &Vectors) -> Vec<(u32, f32)> {
    let nearest = |at: usize| {
        let point = points.row(at);
        let mut best = (0, f32::MIN);
        for cluster in 0..centroids.len() {
            let cosine = dot(point, centroids.row(cluster));
            if cosine > best.1 {
                best = (cluster as u32, cosine);
            }
        }
        best
    };
    let half = points.len() / 2;
    thread::scope(|scope| {
        let first = scope.spawn(|| (0..half).map(nearest).collect::<Vec<_>>());
        let second: Vec<_> = (half..points.len()).map(nearest).collect();
        let mut all = first.join().unwrap_or_default();
        all.extend(second);
        all
    })
}

fn means(points: &Vectors, nearest: &[(u32, f32)], clusters: usize) -> Vectors {
    let mut means =
        Vectors { dimensions: points.dimensions, numbers: vec![0.0; clusters * points.dimensions] };
    let mut sizes = vec![0_usize; clusters];
    for (at, &(cluster, _)) in nearest.iter().enumerate() {
        let from = cluster as usize * points.dimensions;
        sizes[cluster as usize] += 1;
        for (sum, number) in means.numbers[from..].iter_mut().zip(points.row(at)) {
            *sum += number;
        }
    }
    let mut far: Vec<usize> = (0..points.len()).collect();
    far.sort_by(|&one, &other| nearest[one].1.total_cmp(&nearest[other].1));
    let empty = (0..clusters).filter(|&cluster| sizes[cluster] == 0);
    for (cluster, at) in empty.zip(far) {
        means.numbers[cluster * points.dimensions..][..points.dimensions].copy_from_slice(points.row(at));
    }
    means.normalize();
    means
}

/// Two nodes that became one: nodes below the number of leaves are leaves, the others are merges.
pub struct Merge {
    pub parts: (usize, usize),
    pub height: f64,
}

/// Ward's tree over weighted centroids, merges by rising height; by chains of nearest neighbours, O(n²)
/// distances ([Murtagh 1983](https://doi.org/10.1093/comjnl/26.4.354)).
pub fn ward(centroids: &Vectors, sizes: &[usize]) -> Vec<Merge> {
    let leaves = centroids.len();
    let mut nodes: Vec<(Vec<f64>, f64)> = (0..leaves)
        .map(|at| (centroids.row(at).iter().map(|&n| f64::from(n)).collect(), sizes[at].max(1) as f64))
        .collect();
    let mut alive: Vec<usize> = (0..leaves).collect();
    let mut merges = Vec::new();
    let mut chain: Vec<usize> = Vec::new();
    let cost = |one: &(Vec<f64>, f64), other: &(Vec<f64>, f64)| {
        let apart: f64 = one.0.iter().zip(&other.0).map(|(a, b)| (a - b) * (a - b)).sum();
        apart * one.1 * other.1 / (one.1 + other.1)
    };
    while alive.len() > 1 {
        let top = *chain.last().unwrap_or(&alive[0]);
        if chain.is_empty() {
            chain.push(top);
        }
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        let mut best = before.map(|node| (cost(&nodes[top], &nodes[node]), node));
        for &node in alive.iter().filter(|&&node| node != top) {
            let cost = cost(&nodes[top], &nodes[node]);
            if best.is_none_or(|best| cost < best.0) {
                best = Some((cost, node));
            }
        }
        let Some((height, nearest)) = best else { break };
        if Some(nearest) != before {
            chain.push(nearest);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (one, other) = (&nodes[top], &nodes[nearest]);
        let size = one.1 + other.1;
        let mean = one.0.iter().zip(&other.0).map(|(a, b)| (a * one.1 + b * other.1) / size).collect();
        alive.retain(|&node| node != top && node != nearest);
        alive.push(nodes.len());
        nodes.push((mean, size));
        merges.push(Merge { parts: (top, nearest), height });
    }
    merges
}

/// The leaves in the order of the tree, and for each size in `cuts` the positions in that order where one
/// of that many groups begins.
pub fn order(leaves: usize, merges: &[Merge], cuts: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let root = leaves + merges.len() - 1;
    let mut order = Vec::new();
    let mut first = vec![usize::MAX; root + 1];
    let mut stack = vec![(root, Vec::new())];
    while let Some((node, mut above)) = stack.pop() {
        above.push(node);
        if node < leaves {
            above.iter().for_each(|&node: &usize| first[node] = first[node].min(order.len()));
            order.push(node);
        } else {
            let (one, other) = merges[node - leaves].parts;
            stack.push((other, above.clone()));
            stack.push((one, above));
        }
    }
    let mut by_height: Vec<usize> = (0..merges.len()).collect();
    by_height.sort_by(|&one, &other| merges[other].height.total_cmp(&merges[one].height));
    let starts = cuts.iter().map(|&cut| {
        // Undoing a merge begins one more group: at the part that stands second.
        let parts = by_height[..cut - 1].iter().map(|&at| merges[at].parts);
        let mut starts: Vec<usize> = parts.map(|(one, other)| first[one].max(first[other])).collect();
        starts.push(0);
        starts.sort_unstable();
        starts
    });
    (order, starts.collect())
}

#[cfg(test)]
mod tests {
    use super::{Vectors, kmeans, order, ward};

    /// Twelve directions in the plane: four bundles of three, the bundles themselves in two pairs.
    fn bundles() -> Vectors {
        let angles = [0.0, 0.4, 3.0, 3.4].iter().flat_map(|base| [0.0, 0.02, 0.04].map(|more| base + more));
        let numbers = angles.flat_map(|angle: f32| [angle.cos(), angle.sin()]).collect();
        Vectors { dimensions: 2, numbers }
    }

    #[test]
    fn bundles_are_found_and_nest() {
        let points = bundles();
        let (cluster, centroids) = kmeans(&points, 12, 5, 7);
        let merges = ward(&centroids, &[1; 12]);
        assert_eq!(merges.len(), 11);
        let (order, starts) = order(12, &merges, &[2, 4]);
        assert_eq!(starts[0], [0, 6]);
        assert_eq!(starts[1], [0, 3, 6, 9]);
        let place = |point: usize| order.iter().position(|&leaf| leaf == cluster[point] as usize).unwrap();
        for bundle in 0..4 {
            let groups: Vec<_> = (0..3).map(|point| place(bundle * 3 + point) / 3).collect();
            assert!(groups.iter().all(|&group| group == groups[0]), "{groups:?}");
        }
    }
}
