//! The usual measures of coreference. A clustering gives every mention the number of its cluster.
//!
//! MUC: Vilain et al. 1995; B³: Bagga and Baldwin 1998; CEAF with φ4: Luo 2005; their mean as in the
//! CoNLL-2012 shared task (Pradhan et al. 2012). Sums run over all documents before they are divided.

use std::collections::HashMap;

/// What is right, of how much, both ways.
#[derive(Clone, Copy, Default)]
pub struct Ratio {
    right_of_found: f64,
    found: f64,
    right_of_gold: f64,
    gold: f64,
}

impl Ratio {
    pub fn precision(self) -> f64 {
        100.0 * self.right_of_found / self.found.max(f64::MIN_POSITIVE)
    }

    pub fn recall(self) -> f64 {
        100.0 * self.right_of_gold / self.gold.max(f64::MIN_POSITIVE)
    }

    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

#[derive(Clone, Copy, Default)]
pub struct Scores {
    pub muc: Ratio,
    pub b_cubed: Ratio,
    pub ceaf: Ratio,
}

impl Scores {
    /// Adds a document: cluster numbers of the same mentions, `None` for one that a side leaves out.
    pub fn add(&mut self, found: &[Option<u32>], gold: &[Option<u32>]) {
        let (found_clusters, gold_clusters) = (clusters(found), clusters(gold));
        (self.muc.right_of_found, self.muc.found) = add(&self.muc, true, links(&found_clusters, gold));
        (self.muc.right_of_gold, self.muc.gold) = add(&self.muc, false, links(&gold_clusters, found));
        let b = &self.b_cubed;
        let (right_of_found, right_of_gold) = (shared(&found_clusters, gold), shared(&gold_clusters, found));
        let (of_found, of_gold) =
            (add(b, true, (right_of_found, count(found))), add(b, false, (right_of_gold, count(gold))));
        (self.b_cubed.right_of_found, self.b_cubed.found) = of_found;
        (self.b_cubed.right_of_gold, self.b_cubed.gold) = of_gold;
        let similar = alignment(&found_clusters, &gold_clusters);
        self.ceaf.right_of_found += similar;
        self.ceaf.right_of_gold += similar;
        self.ceaf.found += found_clusters.len() as f64;
        self.ceaf.gold += gold_clusters.len() as f64;
    }

    pub fn conll(self) -> f64 {
        (self.muc.f1() + self.b_cubed.f1() + self.ceaf.f1()) / 3.0
    }
}

fn add(ratio: &Ratio, of_found: bool, (right, all): (f64, f64)) -> (f64, f64) {
    if of_found {
        (ratio.right_of_found + right, ratio.found + all)
    } else {
        (ratio.right_of_gold + right, ratio.gold + all)
    }
}

fn count(side: &[Option<u32>]) -> f64 {
    side.iter().flatten().count() as f64
}

/// The mentions of each cluster.
fn clusters(side: &[Option<u32>]) -> Vec<Vec<usize>> {
    let mut clusters: HashMap<u32, Vec<usize>> = HashMap::new();
    for (mention, cluster) in side.iter().enumerate() {
        if let Some(cluster) = cluster {
            clusters.entry(*cluster).or_default().push(mention);
        }
    }
    clusters.into_values().collect()
}

/// How many mentions of a cluster fall in each cluster of the other side; those left out there are alone.
fn parts(cluster: &[usize], other: &[Option<u32>]) -> (HashMap<u32, usize>, usize) {
    let mut parts = HashMap::new();
    let mut alone = 0;
    for mention in cluster {
        match other[*mention] {
            Some(part) => *parts.entry(part).or_default() += 1,
            None => alone += 1,
        }
    }
    (parts, alone)
}

/// MUC: links kept and links.
fn links(side: &[Vec<usize>], other: &[Option<u32>]) -> (f64, f64) {
    let (mut kept, mut all) = (0, 0);
    for cluster in side {
        let (parts, alone) = parts(cluster, other);
        kept += cluster.len() - parts.len() - alone;
        all += cluster.len() - 1;
    }
    (kept as f64, all as f64)
}

/// B³: the sum over mentions of the share of their cluster that is with them on the other side.
fn shared(side: &[Vec<usize>], other: &[Option<u32>]) -> f64 {
    let share = |cluster: &Vec<usize>| {
        let (parts, _) = parts(cluster, other);
        parts.values().map(|part| (part * part) as f64).sum::<f64>() / cluster.len() as f64
    };
    side.iter().map(share).sum()
}

/// CEAF-e: the greatest sum of φ4 over one-to-one pairs of clusters.
fn alignment(found: &[Vec<usize>], gold: &[Vec<usize>]) -> f64 {
    let (few, many) = if found.len() <= gold.len() { (found, gold) } else { (gold, found) };
    let mut cluster_of: HashMap<usize, usize> = HashMap::new();
    for (cluster, mentions) in many.iter().enumerate() {
        cluster_of.extend(mentions.iter().map(|mention| (*mention, cluster)));
    }
    let mut similar = vec![vec![0.0; many.len()]; few.len()];
    for (row, mentions) in few.iter().enumerate() {
        for column in mentions.iter().filter_map(|mention| cluster_of.get(mention)) {
            similar[row][*column] += 2.0 / (mentions.len() + many[*column].len()) as f64;
        }
    }
    best_assignment(&similar)
}

/// The greatest sum of one entry a row in different columns (Kuhn 1955, with potentials; O(rows² ·
/// columns)). At least as many columns as rows.
fn best_assignment(gain: &[Vec<f64>]) -> f64 {
    let (rows, columns) = (gain.len(), gain.first().map_or(0, Vec::len));
    let (mut row_price, mut column_price) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let mut row_of = vec![0; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let (mut slack, mut before) = (vec![f64::INFINITY; columns + 1], vec![0; columns + 1]);
        let mut used = vec![false; columns + 1];
        let mut column = 0;
        while row_of[column] != 0 {
            used[column] = true;
            let current = row_of[column];
            let (mut least, mut next) = (f64::INFINITY, 0);
            for other in (1..=columns).filter(|other| !used[*other]) {
                let cost = -gain[current - 1][other - 1] - row_price[current] - column_price[other];
                if cost < slack[other] {
                    (slack[other], before[other]) = (cost, column);
                }
                if slack[other] < least {
                    (least, next) = (slack[other], other);
                }
            }
            for other in 0..=columns {
                if used[other] {
                    row_price[row_of[other]] += least;
                    column_price[other] -= least;
                } else {
                    slack[other] -= least;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[before[column]];
            column = before[column];
        }
    }
    (1..=columns)
        .filter(|column| row_of[*column] != 0)
        .map(|column| gain[row_of[column] - 1][column - 1])
        .sum()
}

/// Clusterings written as one letter a mention, `-` where it is left out: the F1 of each measure.
#[track_caller]
fn check(found: &str, gold: &str, expected: [f64; 3]) {
    let side = |letters: &str| -> Vec<Option<u32>> {
        letters.chars().map(|letter| (letter != '-').then_some(u32::from(letter))).collect()
    };
    let mut scores = Scores::default();
    scores.add(&side(found), &side(gold));
    let found = [scores.muc.f1(), scores.b_cubed.f1(), scores.ceaf.f1()];
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 0.05, "{found:.2} instead of {expected:.2}");
    }
}

#[test]
fn equal_clusterings_are_right_and_opposite_ones_are_not() {
    check("aabbb", "xxyyy", [100.0, 100.0, 100.0]);
    // Everything apart: no link; each mention has itself.
    check("abcd", "xxxx", [0.0, 2.0 * 0.25 / 1.25 * 100.0, 2.0 * (0.4 / 4.0) * 0.4 / 0.5 * 100.0]);
}

#[test]
fn the_example_of_bagga_and_baldwin() {
    // Key {1 2 3 4 5} {6 7} {8 9 A B C}; the response joins the small cluster to a large one, or the two
    // large ones: MUC cannot tell them apart, B³ can (precisions 76 % and 58 %, recalls 100 %).
    let (small, large) = ("aaaaabbbbbbb", "aaaaabbaaaaa");
    let muc = 2.0 * 0.9 / 1.9 * 100.0;
    let b = |precision: f64| 2.0 * precision / (1.0 + precision) * 100.0;
    let ceaf = |similar: f64| 2.0 * similar / 5.0 * 100.0;
    check(small, "xxxxxyyzzzzz", [muc, b((5.0 + 29.0 / 7.0) / 12.0), ceaf(1.0 + 10.0 / 12.0)]);
    check(large, "xxxxxyyzzzzz", [muc, b((5.0 + 2.0) / 12.0), ceaf(1.0 + 10.0 / 15.0)]);
}

#[test]
fn mentions_that_one_side_leaves_out_count_on_the_other() {
    // One link of two kept each way; B³ 2 of 3 each way; one pair of clusters, φ4 = 4/6.
    check("aaa-", "x-xx", [50.0, 200.0 / 3.0 * 2.0 / 3.0, 200.0 / 3.0]);
}
