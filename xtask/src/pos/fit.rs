//! A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), fitted by stochastic
//! gradients with a rate for each weight (AdaGrad: Duchi, Hazan, Singer 2011), a penalty on the sum of
//! weights that leaves most of them out (L1), and features dropped at random.

use manicule::pos::TAGS;

use crate::random::Random;

/// One sentence: the features of each token, and its tag.
pub struct Chain {
    pub features: Vec<Vec<u32>>,
    pub tags: Vec<u8>,
}

#[derive(Clone, Copy)]
pub struct Settings {
    pub epochs: u32,
    pub rate: f32,
    pub l1: f32,
    pub dropout: f32,
    pub seed: u64,
}

/// The weights, and for each how far it has moved.
#[derive(Clone)]
pub struct Crf {
    /// `feature * TAGS + tag`
    pub weights: Vec<f32>,
    /// `before * TAGS + tag`; the last row is for the start of a sentence.
    pub transitions: Vec<f32>,
}

/// What the squares of gradients start from: without it the first small gradient of a weight would move it
/// as far as a great one.
const START: f32 = 1.0;

impl Crf {
    pub fn new(features: usize) -> Self {
        Self { weights: vec![0.0; features * TAGS], transitions: vec![0.0; (TAGS + 1) * TAGS] }
    }

    /// Fits the weights, from where they are; of those that `free` names if it does. They end as the mean
    /// over the second half of the epochs.
    pub fn fit(&mut self, chains: &[Chain], settings: &Settings, free: Option<&[bool]>) {
        let mut random = Random::new(settings.seed);
        let mut order: Vec<usize> = (0..chains.len()).collect();
        let mut state = Fitting {
            squares: vec![START; self.weights.len()],
            transition_squares: vec![START; self.transitions.len()],
            rate: settings.rate,
            l1: settings.l1,
            free,
        };
        let mut mean = Self::new(self.weights.len() / TAGS);
        let mut taken = 0.0;
        for epoch in 0..settings.epochs {
            random.shuffle(&mut order);
            state.rate = settings.rate * (1.0 - 0.9 * epoch as f32 / settings.epochs as f32);
            for &at in &order {
                let chain = &chains[at];
                let active: Vec<Vec<u32>> = chain
                    .features
                    .iter()
                    .map(|all| all.iter().copied().filter(|_| random.unit() >= settings.dropout).collect())
                    .collect();
                state.learn(self, &active, &chain.tags);
            }
            if epoch * 2 >= settings.epochs {
                taken += 1.0;
                add(&mut mean.weights, &self.weights);
                add(&mut mean.transitions, &self.transitions);
            }
        }
        mean.weights.iter_mut().chain(&mut mean.transitions).for_each(|weight| *weight /= taken);
        *self = mean;
    }

    fn emissions(&self, active: &[Vec<u32>]) -> Vec<[f32; TAGS]> {
        let sum = |features: &Vec<u32>| {
            let mut sums = [0.0; TAGS];
            for feature in features {
                let row = &self.weights[*feature as usize * TAGS..][..TAGS];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            sums
        };
        active.iter().map(sum).collect()
    }
}

struct Fitting<'a> {
    squares: Vec<f32>,
    transition_squares: Vec<f32>,
    rate: f32,
    l1: f32,
    free: Option<&'a [bool]>,
}

/// Smaller gradients are left out: most tags of most tokens are out of the question.
const LEAST: f32 = 1e-3;

impl Fitting<'_> {
    fn learn(&mut self, crf: &mut Crf, active: &[Vec<u32>], gold: &[u8]) {
        let emissions = crf.emissions(active);
        let lattice = Lattice::new(&emissions, &crf.transitions);
        for (at, features) in active.iter().enumerate() {
            for tag in 0..TAGS {
                let gradient = f32::from(usize::from(gold[at]) == tag) - lattice.probability(at, tag);
                if gradient.abs() <= LEAST {
                    continue;
                }
                for feature in features {
                    let place = *feature as usize * TAGS + tag;
                    if self.free.is_none_or(|free| free[place]) {
                        let (weight, squares) = (&mut crf.weights[place], &mut self.squares[place]);
                        *squares += gradient * gradient;
                        let step = self.rate / squares.sqrt();
                        *weight = toward_zero(*weight + step * gradient, step * self.l1);
                    }
                }
            }
        }
        let mut gradients = vec![0.0; crf.transitions.len()];
        let row = |before: Option<usize>| before.map_or(TAGS, |at| usize::from(gold[at]));
        for at in 0..gold.len() {
            gradients[row(at.checked_sub(1)) * TAGS + usize::from(gold[at])] += 1.0;
        }
        lattice.subtract_pairs(&emissions, &crf.transitions, &mut gradients);
        for (place, gradient) in gradients.into_iter().enumerate() {
            let squares = &mut self.transition_squares[place];
            *squares += gradient * gradient;
            crf.transitions[place] += self.rate * gradient / squares.sqrt();
        }
    }
}

/// Logarithms of the sums over all ways to a tag from the front and from the back.
struct Lattice {
    forward: Vec<[f32; TAGS]>,
    backward: Vec<[f32; TAGS]>,
    total: f32,
}

impl Lattice {
    fn new(emissions: &[[f32; TAGS]], transitions: &[f32]) -> Self {
        let mut forward: Vec<[f32; TAGS]> = Vec::with_capacity(emissions.len());
        for emission in emissions {
            let step = |tag: usize| match forward.last() {
                None => transitions[TAGS * TAGS + tag] + emission[tag],
                Some(before) => {
                    log_sum((0..TAGS).map(|from| before[from] + transitions[from * TAGS + tag]))
                        + emission[tag]
                }
            };
            let step = std::array::from_fn(step);
            forward.push(step);
        }
        let mut backward = vec![[0.0; TAGS]; emissions.len()];
        for at in (1..emissions.len()).rev() {
            let after = backward[at];
            let step = |from: usize| {
                log_sum((0..TAGS).map(|tag| after[tag] + transitions[from * TAGS + tag] + emissions[at][tag]))
            };
            backward[at - 1] = std::array::from_fn(step);
        }
        let total = forward.last().map_or(0.0, |last| log_sum(last.iter().copied()));
        Self { forward, backward, total }
    }

    fn probability(&self, at: usize, tag: usize) -> f32 {
        (self.forward[at][tag] + self.backward[at][tag] - self.total).exp()
    }

    fn subtract_pairs(&self, emissions: &[[f32; TAGS]], transitions: &[f32], gradients: &mut [f32]) {
        for tag in 0..TAGS {
            gradients[TAGS * TAGS + tag] -= self.probability(0, tag);
        }
        let after = self.backward.iter().zip(emissions).skip(1);
        for (forward, (backward, emission)) in self.forward.iter().zip(after) {
            for from in 0..TAGS {
                for tag in 0..TAGS {
                    let way = forward[from] + transitions[from * TAGS + tag] + emission[tag] + backward[tag];
                    gradients[from * TAGS + tag] -= (way - self.total).exp();
                }
            }
        }
    }
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(f32::MIN, f32::max);
    most + values.map(|value| (value - most).exp()).sum::<f32>().ln()
}

fn toward_zero(value: f32, by: f32) -> f32 {
    value.signum() * (value.abs() - by).max(0.0)
}

fn add(sums: &mut [f32], values: &[f32]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}
