//! `cargo xtask bench-anchoring`: how many passages of edited articles are put where they belong, by the core
//! in WebAssembly and by two tools from npm in the same process, and how long 1,000 passages take.
//!
//! Every tool describes each passage in its own way and finds it by that. What counts is written at
//! [`score`]; `docs/anchoring.md` has the figures.

mod corpus;
mod edits;
mod score;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, ValueExt};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::eval::peers;
use crate::random::Random;
use crate::{build, node, project};
use corpus::{Articles, Case};
use edits::{MODELS, Text};
use score::{Placed, Score};

/// The seed of the figures in the docs; thresholds were chosen on others.
const SEED: u64 = 2024;
/// Passages in each version of each text.
const PASSAGES: usize = 30;
/// The text that is timed: bytes, share of words changed, passages.
const LONG: (usize, f32, usize) = (200_000, 0.05, 1_000);

/// Where a tool put the passages of one case.
type Answer = Vec<Placed>;

/// What the measuring program answers.
#[derive(Deserialize)]
struct Answers {
    /// For each tool its name and, case by case, where it put each passage.
    tools: Vec<(String, Vec<Answer>)>,
    /// For each tool that is timed its name, seconds, and where it put each passage.
    timed: Vec<(String, f64, Answer)>,
}

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut seed, mut folder) = (SEED, project::root().join("../shared/articles"));
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("seed") => seed = arguments.value()?.parse()?,
            Arg::Long("articles") => folder = PathBuf::from(arguments.value()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let articles = articles(&folder)?;
    if articles.is_empty() {
        println!(
            "skipped: there are no articles in {} (name a folder of .txt by --articles)",
            folder.display()
        );
        return Ok(());
    }
    build::core()?;
    let packages = peers::npm_packages()?;
    let (groups, cases) = cases(&articles, seed);
    let long = long(&articles, seed);
    let input = project::target().join("bench/anchoring.json");
    fs::create_dir_all(project::target().join("bench"))?;
    let cases_json: Vec<Value> = cases.iter().map(as_json).collect();
    fs::write(&input, json!({ "cases": cases_json, "long": as_json(&long) }).to_string())?;
    let output = project::output(node::node().arg("benches/anchoring.mjs").arg(&input).arg(packages))?;
    let answers: Answers = serde_json::from_str(&output).context("The measuring program gave no answers")?;
    report(seed, &groups, &cases, &long, &answers)
}

/// The articles of a folder; none where it is absent.
fn articles(folder: &Path) -> Result<Articles> {
    if !folder.is_dir() {
        return Ok(Articles::new(Vec::new()));
    }
    let names = project::files_below(folder)?;
    let is_article = |name: &&String| name.ends_with(".txt") && !name.ends_with(".source.txt");
    let texts = names.iter().filter(is_article).map(|name| fs::read_to_string(folder.join(name)));
    Ok(Articles::new(texts.collect::<std::io::Result<_>>()?))
}

/// The versions of every text: for each model and level its name, and how many of the cases are its own.
fn cases(articles: &Articles, seed: u64) -> (Vec<(String, usize)>, Vec<Case>) {
    let texts: Vec<(String, edits::Stock)> =
        articles.texts().into_iter().map(|text| (text.clone(), articles.stock(&text))).collect();
    let (mut groups, mut cases) = (Vec::new(), Vec::new());
    for (number, model) in MODELS.iter().enumerate() {
        for (step, level) in model.levels.iter().enumerate() {
            for (index, (text, stock)) in texts.iter().enumerate() {
                let own = [seed, number as u64, step as u64, index as u64];
                let mut random = Random::new(own.iter().fold(0, |all, part| all * 1_009 + part));
                cases.push(corpus::case(text, stock, model, *level, PASSAGES, &mut random));
            }
            groups.push((format!("{} {:.0} %", model.name, level * 100.0), texts.len()));
        }
    }
    (groups, cases)
}

fn long(articles: &Articles, seed: u64) -> Case {
    let (length, level, count) = LONG;
    let mut random = Random::new(seed);
    let old = Text::new(&articles.long(length, &mut random));
    let mut new = old.clone();
    edits::change_words(&mut new, level, &mut random, &articles.stock(""));
    corpus::follow(&old, &new, count, &mut random)
}

fn as_json(case: &Case) -> Value {
    let passages: Vec<_> = case.passages.iter().map(|passage| [passage.old.start, passage.old.end]).collect();
    json!({ "old": case.old, "new": case.new, "passages": passages })
}

fn report(
    seed: u64,
    groups: &[(String, usize)],
    cases: &[Case],
    long: &Case,
    answers: &Answers,
) -> Result<()> {
    let passages: usize = cases.iter().map(|case| case.passages.len()).sum();
    println!("seed {seed}: {passages} passages in {} versions of articles", cases.len());
    println!("of each tool: placed right / ends off / wrong, kept (of those gone)");
    for (name, _) in &answers.tools {
        println!("  {name}");
    }
    let mut totals = vec![Score::default(); answers.tools.len()];
    let mut begin = 0;
    for (name, count) in groups {
        let scores = answers.tools.iter().map(|(_, placed)| {
            let own = cases.iter().zip(placed).skip(begin).take(*count);
            own.map(|(case, placed)| Score::of(case, placed)).sum::<Score>()
        });
        let scores: Vec<Score> = scores.collect();
        let columns: Vec<String> = scores.iter().map(ToString::to_string).collect();
        println!("{name:<34} {}", columns.join("  |  "));
        totals.iter_mut().zip(scores).for_each(|(total, score)| *total += score);
        begin += count;
    }
    let columns: Vec<String> = totals.iter().map(ToString::to_string).collect();
    println!("{:<34} {}", "all", columns.join("  |  "));
    println!(
        "\n{} characters, {} passages, {:.0} % of the words changed",
        long.new.len(),
        long.passages.len(),
        LONG.1 * 100.0
    );
    let Some((_, ours, _)) = answers.timed.first() else { bail!("Nothing was timed.") };
    for (name, seconds, placed) in &answers.timed {
        let ratio = seconds / ours;
        println!("{name:<42} {:>9.1} ms  {ratio:>6.1}×  {}", seconds * 1000.0, Score::of(long, placed));
    }
    Ok(())
}

impl Score {
    fn of(case: &Case, placed: &[Placed]) -> Self {
        case.passages.iter().zip(placed).map(|(passage, placed)| Self::one(passage, *placed)).sum()
    }
}
