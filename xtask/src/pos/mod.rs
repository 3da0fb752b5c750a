//! `cargo xtask train-pos`: learns `src/pos/data/pos.bin`, the parts of speech, from the training part of
//! the GUM corpus. `--folds N` fits nothing that is shipped and gives the accuracy on each fold of the
//! training documents, by a model of the others; the development part is never trained on.

mod data;
mod fit;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::{Arg, ValueExt};
use manicule::document::Document;
use manicule::linear::{Entry, TableBuilder, Writer};
use manicule::pos::features::{self, EDGE, REACH, Word};
use manicule::pos::{Model, TAGS, Upos, places};

use crate::project;
use data::Example;
use fit::{Chain, Crf, Settings};

struct Options {
    corpora: PathBuf,
    out: PathBuf,
    folds: usize,
    errors: bool,
    /// Features seen less often are left out.
    least: u32,
    /// How many weights are kept.
    keep: usize,
    /// Whole numbers to one unit of weight.
    scale: f32,
    certainty: f32,
    margin: f32,
    settings: Settings,
}

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut options = Options {
        corpora: project::root().join("../shared/corpora"),
        out: project::root().join("src/pos/data/pos.bin"),
        folds: 0,
        errors: false,
        least: 2,
        keep: 70_000,
        scale: 10.0,
        certainty: 8.0,
        margin: 6.0,
        settings: Settings { epochs: 20, rate: 0.15, l1: 0.005, dropout: 0.25, seed: 1 },
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("corpora") => options.corpora = arguments.value()?.into(),
            Arg::Long("out") => options.out = arguments.value()?.into(),
            Arg::Long("folds") => options.folds = arguments.value()?.parse()?,
            Arg::Long("errors") => options.errors = true,
            Arg::Long("least") => options.least = arguments.value()?.parse()?,
            Arg::Long("keep") => options.keep = arguments.value()?.parse()?,
            Arg::Long("scale") => options.scale = arguments.value()?.parse()?,
            Arg::Long("certainty") => options.certainty = arguments.value()?.parse()?,
            Arg::Long("margin") => options.margin = arguments.value()?.parse()?,
            Arg::Long("epochs") => options.settings.epochs = arguments.value()?.parse()?,
            Arg::Long("rate") => options.settings.rate = arguments.value()?.parse()?,
            Arg::Long("l1") => options.settings.l1 = arguments.value()?.parse()?,
            Arg::Long("dropout") => options.settings.dropout = arguments.value()?.parse()?,
            Arg::Long("seed") => options.settings.seed = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    if !options.corpora.is_dir() {
        bail!("{} is no folder: give the corpora by --corpora.", options.corpora.display());
    }
    let train = data::examples(&options.corpora, "train")?;
    let dev = data::examples(&options.corpora, "dev")?;
    if options.folds > 1 {
        return validate(&options, &train);
    }
    let bytes = learn(&options, &train.iter().collect::<Vec<_>>());
    let model = Model::read(&bytes)?;
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &Default::default())?;
    println!("{} bytes, {} with brotli", bytes.len(), compressed.len());
    let mut score = Score::default();
    dev.iter().for_each(|example| score.add(&model, example, options.errors));
    println!("dev, trained on train: {score}");
    fs::write(&options.out, bytes)?;
    Ok(())
}

/// The accuracy on each fold of the training documents by a model of the other folds.
fn validate(options: &Options, train: &[Example]) -> Result<()> {
    let mut total = Score::default();
    for fold in 0..options.folds {
        let part = |inside: bool| {
            let of = train.iter().enumerate().filter(move |(at, _)| (at % options.folds == fold) == inside);
            of.map(|(_, example)| example)
        };
        let bytes = learn(options, &part(false).collect::<Vec<_>>());
        let model = Model::read(&bytes)?;
        let mut score = Score::default();
        for example in part(true) {
            score.add(&model, example, options.errors);
            total.add(&model, example, false);
        }
        println!("fold {fold}: {score}");
    }
    println!("all folds: {total}\n{}", total.confusions());
    Ok(())
}

/// Numbers of features as they are met: a key at a distance.
#[derive(Default)]
struct Dictionary {
    numbers: HashMap<(u32, usize), u32>,
    counts: Vec<u32>,
}

impl Dictionary {
    fn number(&mut self, key: u32, distance: usize) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.numbers.entry((key, distance)).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }

    /// The sentences of a document as the model will see them.
    fn chains(&mut self, doc: &Document, tags: &[Upos], chains: &mut Vec<Chain>) {
        let (mut lower, mut where_) = (String::new(), Vec::new());
        let mut edge = Vec::new();
        features::edge_keys(&mut |key, reach| edge.push((key, reach)));
        let edge = (EDGE, edge);
        for sentence in &doc.sentences {
            let range = sentence.first_token as usize..sentence.end_token as usize;
            let words: Vec<(Word, Vec<(u32, usize)>)> = doc.tokens[range.clone()]
                .iter()
                .map(|token| {
                    let mut keys = Vec::new();
                    let text = doc.slice(token.span());
                    let word =
                        Word::read(text, token.kind(), &mut lower, &mut |key, reach| keys.push((key, reach)));
                    (word, keys)
                })
                .collect();
            places(doc, sentence, &mut where_);
            let features = (0..words.len()).map(|at| {
                let near = |distance: usize| {
                    (at + distance).checked_sub(REACH / 2).and_then(|at| words.get(at)).unwrap_or(&edge)
                };
                let mut found = Vec::new();
                for distance in 0..REACH {
                    let counts = |reach: &usize| distance.abs_diff(REACH / 2) <= *reach;
                    let keys = near(distance).1.iter().filter(|(_, reach)| counts(reach));
                    found.extend(keys.map(|(key, _)| self.number(*key, distance)));
                }
                features::local(&near(1).0, &near(2).0, &near(3).0, where_[at], &mut |key| {
                    found.push(self.number(key, REACH / 2));
                });
                found
            });
            let features = features.collect();
            chains.push(Chain { features, tags: tags[range].iter().map(|tag| *tag as u8).collect() });
        }
    }
}

/// Learns a model and writes it as a file.
fn learn(options: &Options, examples: &[&Example]) -> Vec<u8> {
    let mut dictionary = Dictionary::default();
    let mut chains = Vec::new();
    for example in examples {
        dictionary.chains(&example.doc, &example.tags, &mut chains);
    }
    let often = |feature: &u32| dictionary.counts[*feature as usize] >= options.least;
    chains.iter_mut().flat_map(|chain| &mut chain.features).for_each(|features| features.retain(often));

    let mut crf = Crf::new(dictionary.counts.len());
    crf.fit(&chains, &options.settings, None);
    // Weights are left out in two steps, and the others get time to take over what they did.
    let settle = Settings {
        epochs: options.settings.epochs / 2,
        rate: options.settings.rate / 2.0,
        ..options.settings
    };
    for keep in [options.keep * 2, options.keep] {
        let free = prune(&mut crf, &dictionary.counts, keep);
        crf.fit(&chains, &settle, Some(&free));
    }
    write(options, &crf, &dictionary)
}

/// Sets all but the `keep` weights that matter most to nothing; tells which are left.
fn prune(crf: &mut Crf, counts: &[u32], keep: usize) -> Vec<bool> {
    let worth = |place: usize| crf.weights[place].abs() * (counts[place / TAGS] as f32).sqrt();
    let mut places: Vec<usize> = (0..crf.weights.len()).filter(|place| crf.weights[*place] != 0.0).collect();
    places.sort_by(|a, b| worth(*b).total_cmp(&worth(*a)).then(a.cmp(b)));
    places.truncate(keep);
    let mut free = vec![false; crf.weights.len()];
    places.into_iter().for_each(|place| free[place] = true);
    for (weight, free) in crf.weights.iter_mut().zip(&free) {
        *weight = if *free { *weight } else { 0.0 };
    }
    free
}

fn write(options: &Options, crf: &Crf, dictionary: &Dictionary) -> Vec<u8> {
    let whole = |weight: f32| (weight * options.scale).round().clamp(-127.0, 127.0) as i8;
    let mut writer = Writer::default();
    writer.number((options.certainty * options.scale) as u32);
    writer.number((options.margin * options.scale) as u32);
    writer.bytes.extend(crf.transitions.iter().map(|weight| whole(*weight).cast_unsigned()));
    let mut rows: BTreeMap<u32, Vec<Entry>> = BTreeMap::new();
    for ((key, distance), number) in &dictionary.numbers {
        let weights = &crf.weights[*number as usize * TAGS..][..TAGS];
        for (tag, weight) in weights.iter().enumerate() {
            let weight = whole(*weight);
            if weight != 0 {
                let column = (distance * TAGS + tag) as u8;
                rows.entry(*key).or_default().push(Entry { column, weight });
            }
        }
    }
    let mut table = TableBuilder::default();
    for (key, mut row) in rows {
        row.sort_by_key(|entry| entry.column);
        table.push(key, row);
    }
    table.write(&mut writer);
    writer.bytes
}

/// How many tokens got their gold tag: of our own tokens, and with the corpus' tokens and sentences.
#[derive(Default)]
struct Score {
    own: (usize, usize),
    gold: (usize, usize),
    wrong: BTreeMap<(&'static str, &'static str), usize>,
}

impl Score {
    fn add(&mut self, model: &Model, example: &Example, show: bool) {
        let count = |doc: &Document, tags: &[Upos], into: &mut (usize, usize)| {
            let found = model.tag(doc);
            into.0 += found.iter().zip(tags).filter(|(found, gold)| found == gold).count();
            into.1 += tags.len();
            found
        };
        let found = count(&example.doc, &example.tags, &mut self.own);
        count(&example.gold, &example.gold_tags, &mut self.gold);
        for (at, (found, gold)) in found.iter().zip(&example.tags).enumerate() {
            if found != gold {
                *self.wrong.entry((gold.name(), found.name())).or_default() += 1;
                if show {
                    let from = example.doc.tokens[at.saturating_sub(5)].span();
                    let to = example.doc.tokens[(at + 4).min(example.doc.tokens.len() - 1)].span();
                    let word = example.doc.slice(example.doc.tokens[at].span());
                    let line = example.doc.slice(from.join(to)).replace('\n', " ");
                    println!("{} for {}: {word}\t{line}", found.name(), gold.name());
                }
            }
        }
    }

    fn confusions(&self) -> String {
        let mut wrong: Vec<_> = self.wrong.iter().collect();
        wrong.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let lines = wrong.iter().take(20).map(|((gold, found), count)| format!("{gold} as {found}: {count}"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |(right, all): (usize, usize)| 100.0 * right as f64 / all.max(1) as f64;
        write!(f, "{:.2} % of our tokens, {:.2} % of gold tokens", percent(self.own), percent(self.gold))
    }
}
