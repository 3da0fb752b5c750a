//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over busy stretches,
//! with tags that gold only allows (partial supervision), learned by AdaGrad (Duchi, Hazan and Singer
//! 2011) with an L1 penalty applied when a row is next touched.

use manicule::tag::names::scheme::{ANY, OUTSIDE, TAGS, TagSet, begins, ends, follows};

use super::pack::{Chain, Dictionary, NONE, Packed, Spot};
use crate::random::Random;

const FAR: usize = 5 * TAGS;

#[derive(Clone, Copy)]
pub struct Settings {
    pub epochs: usize,
    pub rate: f32,
    pub l1: f32,
    pub dropout: f32,
    pub seed: u64,
    /// Transitions stay as they are.
    pub keep_transitions: bool,
}

/// Weights and their squared gradients, interleaved by row.
#[derive(Clone)]
pub struct Rows {
    width: usize,
    weights: Vec<f32>,
    squares: Vec<f32>,
    touched: Vec<u32>,
}

impl Rows {
    fn new(rows: usize, width: usize) -> Self {
        Self {
            width,
            weights: vec![0.0; rows * width],
            squares: vec![0.0; rows * width],
            touched: vec![0; rows],
        }
    }

    pub fn row(&self, row: u32) -> &[f32] {
        &self.weights[row as usize * self.width..(row as usize + 1) * self.width]
    }

    /// How many weights are not nothing.
    pub fn count(&self) -> usize {
        self.weights.iter().filter(|weight| weight.abs() > 0.02).count()
    }

    /// Shrinks a row for the steps since it was last touched.
    fn settle(&mut self, row: u32, now: u32, settings: &Settings) {
        let since = now - self.touched[row as usize];
        if since == 0 || settings.l1 == 0.0 {
            return;
        }
        self.touched[row as usize] = now;
        let range = row as usize * self.width..(row as usize + 1) * self.width;
        let shrink = settings.l1 * settings.rate * since as f32;
        for (weight, square) in self.weights[range.clone()].iter_mut().zip(&self.squares[range]) {
            if *weight != 0.0 {
                let by = shrink / (square + 1e-2).sqrt();
                *weight = if *weight > 0.0 { (*weight - by).max(0.0) } else { (*weight + by).min(0.0) };
            }
        }
    }

    fn step(&mut self, row: u32, column: usize, gradient: f32, rate: f32) {
        let at = row as usize * self.width + column;
        let square = &mut self.squares[at];
        *square += gradient * gradient;
        self.weights[at] -= rate * gradient / (*square + 1e-2).sqrt();
    }
}

#[derive(Clone)]
pub struct Crf {
    pub base: Rows,
    pub local: Rows,
    /// `from * TAGS + to`.
    pub transitions: Vec<f32>,
    squares: Vec<f32>,
}

type Scores = Vec<[f32; TAGS]>;

/// Tag pairs that may follow each other, by the second.
pub struct Grammar {
    before: Vec<Vec<usize>>,
    begin: TagSet,
    end: TagSet,
}

impl Grammar {
    pub fn new() -> Self {
        let before = (0..TAGS).map(|to| (0..TAGS).filter(|from| follows(*from, to)).collect()).collect();
        let set = |is: fn(usize) -> bool| (0..TAGS).filter(|tag| is(*tag)).fold(0, |set, tag| set | 1 << tag);
        Self { before, begin: set(begins), end: set(ends) }
    }
}

struct Marginals {
    nodes: Scores,
    /// Expected transitions.
    pairs: Vec<f32>,
    log_z: f32,
}

impl Crf {
    pub fn new(dictionary: &Dictionary) -> Self {
        Self {
            base: Rows::new(dictionary.base.len(), FAR),
            local: Rows::new(dictionary.local.len(), TAGS),
            transitions: vec![0.0; TAGS * TAGS],
            squares: vec![0.0; TAGS * TAGS],
        }
    }

    pub fn scores(
        &self,
        dictionary: &Dictionary,
        packed: &Packed,
        chain: &Chain,
        keep: &mut impl FnMut() -> f32,
    ) -> Scores {
        chain
            .spots
            .iter()
            .enumerate()
            .map(|(at, spot)| {
                let mut sums = chain.fixed.get(at).copied().unwrap_or([0.0f32; TAGS]);
                let mut add = |row: &[f32], scale: f32| {
                    sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += scale * weight)
                };
                each(dictionary, packed, spot, &mut |part, id, distance| {
                    let scale = keep();
                    if scale > 0.0 {
                        match part {
                            Part::Base => {
                                add(&self.base.row(id)[distance * TAGS..(distance + 1) * TAGS], scale)
                            }
                            Part::Local => add(self.local.row(id), scale),
                        }
                    }
                });
                sums
            })
            .collect()
    }

    /// Forward-backward over the tags that `allowed` leaves, in probabilities scaled at each token.
    fn marginals(
        &self,
        grammar: &Grammar,
        scores: &Scores,
        allowed: &impl Fn(usize) -> TagSet,
    ) -> Option<Marginals> {
        let n = scores.len();
        let moves: Vec<f32> = self.transitions.iter().map(|w| w.exp()).collect();
        let mut local = vec![[0.0f32; TAGS]; n];
        let mut log_z = 0.0f32;
        for (at, scores) in scores.iter().enumerate() {
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            log_z += top;
            for tag in 0..TAGS {
                if allowed(at) & 1 << tag != 0 {
                    local[at][tag] = (scores[tag] - top).exp();
                }
            }
        }
        let mut forward = vec![[0.0f32; TAGS]; n];
        let mut scales = vec![0.0f32; n];
        for at in 0..n {
            for to in 0..TAGS {
                let into: f32 = if at == 0 {
                    if grammar.begin & 1 << to != 0 { moves[OUTSIDE * TAGS + to] } else { 0.0 }
                } else {
                    grammar.before[to]
                        .iter()
                        .map(|from| forward[at - 1][*from] * moves[from * TAGS + to])
                        .sum()
                };
                let mut value = into * local[at][to];
                if at + 1 == n {
                    value *= if grammar.end & 1 << to != 0 { moves[to * TAGS + OUTSIDE] } else { 0.0 };
                }
                forward[at][to] = value;
            }
            let sum: f32 = forward[at].iter().sum::<f32>();
            if sum < 1e-30 {
                return None;
            }
            scales[at] = sum;
            log_z += sum.ln();
            forward[at].iter_mut().for_each(|value| *value /= sum);
        }
        let mut pairs = vec![0.0f32; TAGS * TAGS];
        let mut backward = [1.0f32; TAGS];
        let mut nodes = vec![[0.0f32; TAGS]; n];
        for at in (0..n).rev() {
            for tag in 0..TAGS {
                nodes[at][tag] = forward[at][tag] * backward[tag];
            }
            if at + 1 == n {
                for tag in 0..TAGS {
                    pairs[tag * TAGS + OUTSIDE] += nodes[at][tag];
                }
            }
            if at == 0 {
                for tag in 0..TAGS {
                    pairs[OUTSIDE * TAGS + tag] += nodes[at][tag];
                }
                break;
            }
            let mut next = [0.0f32; TAGS];
            for to in 0..TAGS {
                let mut out = local[at][to] * backward[to] / scales[at];
                if at + 1 == n {
                    out *= if grammar.end & 1 << to != 0 { moves[to * TAGS + OUTSIDE] } else { 0.0 };
                }
                if out > 0.0 {
                    for from in &grammar.before[to] {
                        let share = moves[from * TAGS + to] * out;
                        next[*from] += share;
                        pairs[from * TAGS + to] += forward[at - 1][*from] * share;
                    }
                }
            }
            backward = next;
        }
        Some(Marginals { nodes, pairs, log_z })
    }

    /// One step on one chain; the loss.
    fn learn(
        &mut self,
        (dictionary, packed, grammar, settings): (&Dictionary, &Packed, &Grammar, &Settings),
        chain: &Chain,
        (now, rate): (u32, f32),
        random: &mut Random,
    ) -> f32 {
        if chain.spots.iter().all(|spot| spot.allowed == ANY) {
            return 0.0;
        }
        for spot in &chain.spots {
            each(dictionary, packed, spot, &mut |part, id, _| match part {
                Part::Base => self.base.settle(id, now, settings),
                Part::Local => self.local.settle(id, now, settings),
            });
        }
        let mut mask = Vec::new();
        let scores = {
            let mut keep = || {
                let kept = settings.dropout == 0.0 || random.unit() >= settings.dropout;
                mask.push(kept);
                if kept { 1.0 / (1.0 - settings.dropout) } else { 0.0 }
            };
            self.scores(dictionary, packed, chain, &mut keep)
        };
        // A gold name that our own tokens or sentences cut has no path.
        let (Some(free), Some(gold)) = (
            self.marginals(grammar, &scores, &|_| ANY),
            self.marginals(grammar, &scores, &|at| chain.spots[at].allowed),
        ) else {
            return 0.0;
        };
        let loss = free.log_z - gold.log_z;
        if !loss.is_finite() || loss > 1e6 {
            return 0.0;
        }
        let mut kept = mask.into_iter();
        for (at, spot) in chain.spots.iter().enumerate() {
            let mut wrong: Vec<(usize, f32)> = Vec::new();
            for tag in 0..TAGS {
                let gradient = free.nodes[at][tag] - gold.nodes[at][tag];
                if gradient.abs() > 1e-3 {
                    wrong.push((tag, gradient));
                }
            }
            let (base, local) = (&mut self.base, &mut self.local);
            each(dictionary, packed, spot, &mut |part, id, distance| {
                if kept.next() == Some(true) {
                    for (tag, gradient) in &wrong {
                        match part {
                            Part::Base => base.step(id, distance * TAGS + tag, *gradient, rate),
                            Part::Local => local.step(id, *tag, *gradient, rate),
                        }
                    }
                }
            });
        }
        if settings.keep_transitions {
            return loss;
        }
        for (at, weight) in self.transitions.iter_mut().enumerate() {
            let gradient = free.pairs[at] - gold.pairs[at];
            if gradient.abs() > 1e-4 {
                self.squares[at] += gradient * gradient;
                *weight -= rate * gradient / (self.squares[at] + 1e-2).sqrt();
            }
        }
        loss
    }

    pub fn train(
        &mut self,
        dictionary: &Dictionary,
        packed: &Packed,
        mut order: Vec<usize>,
        settings: &Settings,
        after: &mut dyn FnMut(usize, f64, &Self),
    ) {
        let grammar = Grammar::new();
        let mut random = Random::new(settings.seed);
        let mut now = 0u32;
        for epoch in 0..settings.epochs {
            random.shuffle(&mut order);
            let mut loss = 0.0f64;
            for (done, at) in order.iter().enumerate() {
                now += 1;
                let progress = (epoch as f32 + done as f32 / order.len() as f32) / settings.epochs as f32;
                let rate = settings.rate * (1.0 - 0.9 * progress);
                loss += f64::from(self.learn(
                    (dictionary, packed, &grammar, settings),
                    &packed.chains[*at],
                    (now, rate),
                    &mut random,
                ));
            }
            after(epoch, loss, self);
        }
        for row in 0..self.base.touched.len() as u32 {
            self.base.settle(row, now, settings);
        }
        for row in 0..self.local.touched.len() as u32 {
            self.local.settle(row, now, settings);
        }
    }

    /// The best tags (Viterbi).
    pub fn decode(&self, grammar: &Grammar, scores: &Scores) -> Vec<u8> {
        let n = scores.len();
        let mut best = vec![[f32::MIN; TAGS]; n];
        let mut back = vec![[0u8; TAGS]; n];
        for at in 0..n {
            for to in 0..TAGS {
                let (mut score, mut from_best) = (f32::MIN, 0);
                if at == 0 {
                    if grammar.begin & 1 << to != 0 {
                        score = self.transitions[OUTSIDE * TAGS + to];
                    }
                } else {
                    for from in &grammar.before[to] {
                        let value = best[at - 1][*from] + self.transitions[from * TAGS + to];
                        if value > score {
                            (score, from_best) = (value, *from);
                        }
                    }
                }
                if at + 1 == n {
                    score = if grammar.end & 1 << to != 0 {
                        score + self.transitions[to * TAGS + OUTSIDE]
                    } else {
                        f32::MIN
                    };
                }
                best[at][to] = if score == f32::MIN { f32::MIN } else { score + scores[at][to] };
                back[at][to] = from_best as u8;
            }
        }
        let mut tags = vec![0u8; n];
        let mut tag = (0..TAGS).max_by(|a, b| best[n - 1][*a].total_cmp(&best[n - 1][*b])).unwrap_or(0);
        for at in (0..n).rev() {
            tags[at] = tag as u8;
            tag = back[at][tag] as usize;
        }
        tags
    }
}

enum Part {
    Base,
    Local,
}

fn each(dictionary: &Dictionary, packed: &Packed, spot: &Spot, visit: &mut impl FnMut(Part, u32, usize)) {
    for (distance, word) in spot.words.iter().enumerate() {
        if *word == NONE {
            continue;
        }
        let (far, near) = &dictionary.words[*word as usize];
        far.iter().for_each(|id| visit(Part::Base, *id, distance));
        if distance == 2 {
            near.iter().for_each(|id| visit(Part::Base, *id, distance));
        }
    }
    for id in &packed.locals[spot.locals.0 as usize..spot.locals.1 as usize] {
        visit(Part::Local, *id, 0);
    }
}
