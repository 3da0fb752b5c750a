//! `cargo xtask train`: learns the tagger of names from the corpora, deterministically by seed.
//!
//! The first reading is a conditional random field over all sets. The second reading corrects it by what
//! the document says elsewhere; it learns from what models that had not seen a document made of it. What
//! those models' probabilities are worth is fitted in the same way.

mod calibrate;
mod crf;
mod data;
mod labels;
mod load;
mod mend;
mod options;
mod pack;
mod save;
mod score;
mod wire;

use std::thread;
use std::time::Instant;

use anyhow::Result;

use crate::project;
use crate::random::Random;
use crf::{Crf, Grammar, Settings};
use data::{Example, SETS};
use options::Options;
use pack::{Chain, Dictionary, Packed};

/// Parts that the second reading's documents are tagged in, each by a model that has not seen it.
const FOLDS: usize = 4;

/// The sets of real documents: those that are read several sentences at a time.
const DOCUMENTS: [&str; 5] = ["gmb", "gum", "wikigold", "uner_ewt", "wire"];

/// Sets whose gold is too rough to fit probabilities on, or made up.
const ROUGH: [&str; 4] = ["gmb", "gmb_dev", "wire", "sec"];

/// Runs the command; a debug build hands over to an optimised one.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    if cfg!(debug_assertions) {
        let mut fast = project::cargo();
        fast.args(["run", "--quiet", "--profile", "train", "--package", "xtask", "--", "train"]);
        return project::run(fast.args(std::env::args_os().skip(2)));
    }
    let options = Options::read(arguments)?;
    let (mut learn, mut test) = (Vec::new(), Vec::new());
    let mut random = Random::new(options.settings.seed + 100);
    for set in SETS {
        let examples = load::load(&options, set, &mut random)?;
        if options.leaves_out(set.name) { test.extend(examples) } else { learn.extend(examples) }
    }
    Training { options, learn, test, started: Instant::now() }.run()
}

struct Training {
    options: Options,
    learn: Vec<Example>,
    test: Vec<Example>,
    started: Instant,
}

/// A model of one reading, and documents as it sees them.
struct Fitted {
    crf: Crf,
    dictionary: Dictionary,
    learn: Packed,
    test: Packed,
}

/// The part that a chain's document belongs to.
const fn fold(chain: &Chain) -> usize {
    chain.example as usize % FOLDS
}

impl Training {
    fn run(&self) -> Result<()> {
        let (first, parts) = self.first();
        eprintln!("weights: {} base, {} local", first.crf.base.count(), first.crf.local.count());
        let tags = decode_all(&first.crf, &first.dictionary, &first.test, &self.test);
        score::report(&tags, &self.test);
        if parts.is_empty() {
            return Ok(());
        }
        let second = self.second(&first, &parts, &tags);
        score::report(&decode_all(&second.crf, &second.dictionary, &second.test, &self.test), &self.test);
        let calibration = self.calibrate(&first, &parts, &second);
        if let Some(out) = &self.options.out {
            let (first, second) = ((&first.crf, &first.dictionary), (&second.crf, &second.dictionary));
            save::save(out, first, second, &calibration)?;
        } else {
            eprintln!("Sets were left out: nothing is written without --out.");
        }
        Ok(())
    }

    /// The first reading's model, and those that have each not seen a part of the documents.
    fn first(&self) -> (Fitted, Vec<Crf>) {
        let mut dictionary = Dictionary::default();
        let (mut learn, mut test) = (Packed::default(), Packed::default());
        for (number, example) in (0..).zip(&self.learn) {
            dictionary.pack(example, number, &mut learn);
        }
        dictionary.prune(self.options.least, &mut learn);
        for (number, example) in (0..).zip(&self.test) {
            dictionary.pack(example, number, &mut test);
        }
        let features = (dictionary.base.len(), dictionary.local.len());
        self.say(&format!(
            "{} chains, {} base features, {} local",
            learn.chains.len(),
            features.0,
            features.1
        ));
        let fit = |name: &str, leave: Option<usize>| {
            let mut crf = Crf::new(&dictionary);
            let order = (0..learn.chains.len()).filter(|at| leave != Some(fold(&learn.chains[*at])));
            crf.train(&dictionary, &learn, order.collect(), &self.options.settings, &mut |epoch, loss, _| {
                self.say(&format!(
                    "{name}, epoch {epoch}: loss {:.4} a chain",
                    loss / learn.chains.len() as f64
                ));
            });
            crf
        };
        let parts = if self.options.second { FOLDS } else { 0 };
        let (crf, parts) = thread::scope(|scope| {
            let parts = scope.spawn(|| (0..parts).map(|part| fit("part", Some(part))).collect());
            (fit("whole", None), parts.join().unwrap_or_default())
        });
        (Fitted { crf, dictionary, learn, test }, parts)
    }

    /// The second reading, of what the first made of documents that it had not seen.
    fn second(&self, first: &Fitted, parts: &[Crf], test_tags: &[Vec<u8>]) -> Fitted {
        let learn_chains = scored(&first.dictionary, &first.learn, |chain| &parts[fold(chain)]);
        let tags = tags_of(&learn_chains, &self.learn, |chain| &parts[fold(chain)]);
        let mut dictionary = Dictionary::default();
        let (mut learn, mut test) = (Packed::default(), Packed::default());
        for chains in learn_chains.chunk_by(|a, b| a.example == b.example) {
            let number = chains[0].example as usize;
            if DOCUMENTS.contains(&self.learn[number].set) {
                dictionary.pack_memory(&self.learn[number], &tags[number], chains, &mut learn);
            }
        }
        dictionary.prune(5, &mut learn);
        for chains in
            scored(&first.dictionary, &first.test, |_| &first.crf).chunk_by(|a, b| a.example == b.example)
        {
            let number = chains[0].example as usize;
            dictionary.pack_memory(&self.test[number], &test_tags[number], chains, &mut test);
        }
        let mut crf = Crf::new(&dictionary);
        crf.transitions.clone_from(&first.crf.transitions);
        let settings = Settings { epochs: 3, keep_transitions: true, ..self.options.settings };
        let order = (0..learn.chains.len()).collect();
        crf.train(&dictionary, &learn, order, &settings, &mut |epoch, loss, _| {
            self.say(&format!("memory, epoch {epoch}: loss {:.4} a chain", loss / learn.chains.len() as f64));
        });
        Fitted { crf, dictionary, learn, test }
    }

    fn calibrate(&self, first: &Fitted, parts: &[Crf], second: &Fitted) -> calibrate::Calibration {
        let mut unseen = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let chosen = |chain: &Chain, set: &str| fold(chain) == number && !ROUGH.contains(&set);
            unseen.extend(calibrate::found(part, &first.dictionary, &first.learn, &self.learn, &chosen));
        }
        let calibration = calibrate::fit(&unseen);
        eprintln!("calibration error: fitted on {}", calibrate::error(&unseen, &calibration));
        for set in SETS.iter().filter(|set| self.options.leaves_out(set.name)) {
            let found =
                calibrate::found(&second.crf, &second.dictionary, &second.test, &self.test, &|_, name| {
                    name == set.name
                });
            eprintln!("   held out {}: {}", set.name, calibrate::error(&found, &calibration));
        }
        calibration
    }

    fn say(&self, what: &str) {
        eprintln!("{:.0?}: {what}", self.started.elapsed());
    }
}

/// The chains with the scores that their models give them.
fn scored<'a>(dictionary: &Dictionary, packed: &Packed, model: impl Fn(&Chain) -> &'a Crf) -> Vec<Chain> {
    let mut chains = packed.chains.clone();
    for chain in &mut chains {
        chain.fixed = model(chain).scores(dictionary, packed, chain, &mut || 1.0);
    }
    chains
}

/// The tags of all tokens of all documents, from chains that have their scores.
fn tags_of<'a>(chains: &[Chain], examples: &[Example], model: impl Fn(&Chain) -> &'a Crf) -> Vec<Vec<u8>> {
    let grammar = Grammar::new();
    let mut tags: Vec<Vec<u8>> = examples.iter().map(|example| vec![0; example.doc.tokens.len()]).collect();
    for chain in chains {
        let found = model(chain).decode(&grammar, &chain.fixed);
        tags[chain.example as usize][chain.first as usize..][..found.len()].copy_from_slice(&found);
    }
    tags
}

/// The tags of all tokens of all documents.
fn decode_all(crf: &Crf, dictionary: &Dictionary, packed: &Packed, examples: &[Example]) -> Vec<Vec<u8>> {
    tags_of(&scored(dictionary, packed, |_| crf), examples, |_| crf)
}
