//! `cargo xtask bench`: how many tokens a second the core reads, natively and in WebAssembly, beside other taggers
//! on the same text, and how long it takes from the module's and the model's bytes to the first tag.
//!
//! Everyone reads the text for some seconds, in which engines compile for speed what they run. Then in each round
//! everyone reads it once, one after the other, so that whatever else the machine does falls on all alike; a ratio is the median of
//! those of the rounds. Seconds are those that a program had a processor.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;
use serde_json::{Value, json};

use self::runner::{Runner, Runners};
use crate::{build, dist, node, project};

mod runner;

/// How often each thing is measured.
pub const RUNS: &str = "9";

/// For so long each one reads before it is measured, at least once: engines compile what they run again, for speed,
/// when it has run for a while, on other threads, whose time counts.
const WARM_UP: Duration = Duration::from_secs(5);

/// A text as long as a long article or a chapter: some thousand tokens, which the slowest reads in seconds.
const LONG: usize = 100_000;

/// What is asked for on the command line.
struct Options {
    file: Option<PathBuf>,
    rounds: usize,
    /// Whether other taggers are fetched and measured.
    peers: bool,
    /// Whether it is enough that everything runs, however slowly it was compiled.
    quick: bool,
}

impl Options {
    /// One round over a short text by what was compiled for the tests.
    const QUICK: Self = Self { file: None, rounds: 1, peers: false, quick: true };
}

/// Runs `bench`.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut options = Options { file: None, rounds: RUNS.parse()?, peers: true, quick: false };
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("file") => options.file = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("rounds") => options.rounds = arguments.value()?.parse()?,
            lexopt::Arg::Long("no-peers") => options.peers = false,
            lexopt::Arg::Long("quick") => options = Options { file: options.file, ..Options::QUICK },
            other => return Err(other.unexpected().into()),
        }
    }
    println!("{}", bench(&options)?);
    Ok(())
}

/// That everything can be measured; how fast it is, is not looked at.
pub fn step() -> Result<()> {
    println!("{}", bench(&Options::QUICK)?);
    Ok(())
}

fn bench(options: &Options) -> Result<String> {
    if options.rounds == 0 {
        bail!("At least one round is needed.");
    }
    let text = match &options.file {
        Some(file) => {
            fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?
        }
        None if options.quick => sample()?,
        None => repeated(&sample()?),
    };
    let input = project::target().join("bench/article.txt");
    fs::create_dir_all(project::target().join("bench"))?;
    fs::write(&input, &text)?;
    build::build()?;

    let published = if options.quick { None } else { Some(published()?) };
    let profile = if options.quick { "dev" } else { "bench" };
    let mut runners = Runners::ours(&input, profile, published.as_deref())?;
    if options.peers {
        runners.add_peers(&input);
    }
    runners.warm_up(if options.quick { Duration::ZERO } else { WARM_UP })?;
    for _ in 0..options.rounds {
        runners.round()?;
    }
    let head = format!("{}\n{} bytes, median of {} rounds\n\n", machine(), text.len(), options.rounds);
    let load = load(options.rounds, published.as_deref())?;
    Ok(format!("{head}{}\n{load}", table(&runners)?))
}

/// Where the core lies as `dist` publishes it.
fn published() -> Result<PathBuf> {
    let folder = project::target().join("bench/published");
    dist::write_core(&folder)?;
    Ok(folder)
}

/// Everyone's tokens a second, and how many times as long as ours in WebAssembly it took them.
fn table(runners: &Runners) -> Result<String> {
    let tokens = runners.tokens.context("The native run counted no tokens.")?;
    let mut table =
        format!("{:<28}{:>12}{:>10}{:>10}\n", format!("{tokens} tokens"), "tokens/s", "ours is", "bar");
    let Some(ours) = runners.all.iter().find(|runner| runner.bar == Some(1.0)) else {
        bail!("Nothing of ours was measured.");
    };
    for runner in &runners.all {
        let seconds = middle(&runner.times)?;
        let ratio = middle(&paired(runner, ours))?;
        let bar = runner.bar.filter(|bar| *bar > 1.0);
        let kept = bar
            .map_or(String::new(), |bar| format!("{bar:.0} ×{}", if ratio < bar { ", missed" } else { "" }));
        table += &format!("{:<28}{:>12.0}{ratio:>8.2} ×{kept:>10}\n", runner.name, tokens / seconds);
    }
    Ok(table)
}

/// How many times as long as `ours` it took in each round.
fn paired(runner: &Runner, ours: &Runner) -> Vec<f64> {
    runner.times.iter().zip(&ours.times).map(|(theirs, ours)| theirs / ours).collect()
}

fn middle(values: &[f64]) -> Result<f64> {
    Ok(Spread::of(&json!({ "values": values }), "values")?.median)
}

/// What the figures were taken on.
fn machine() -> String {
    let of = |command: &mut Command| project::output(command).unwrap_or_default().trim().to_owned();
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let (rust, node) = (of(project::command("rustc").arg("--version")), of(node::node().arg("--version")));
    let system = [std::env::consts::OS, std::env::consts::ARCH].join(" ");
    format!(
        "{}, {cores} cores, {system}; {rust}; Node {node}",
        processor.as_deref().unwrap_or("processor unknown")
    )
}

/// From the first half's and the model's bytes to the first tag, and what the later half takes beside that; each time in
/// a process of its own.
fn load(runs: usize, core: Option<&Path>) -> Result<String> {
    let measured: Result<Vec<Value>> =
        (0..runs).map(|_| figures(node::node().arg("benches/load.mjs").args(core))).collect();
    let measured = measured?;
    let of = |name: &str| -> Result<String> {
        let values: Vec<Value> = measured.iter().map(|run| run[name].clone()).collect();
        Ok(Spread::of(&json!({ name: values }), name)?.in_units(1.0, "ms"))
    };
    Ok(format!(
        "load: bytes to first tag {}; the later half, for which the page does not wait, {}",
        of("milliseconds")?,
        of("joined")?
    ))
}

/// The peer's time over ours of one measure: the median over the pairs of visits.
///
/// # Errors
/// When one side has no figures of it.
pub fn sooner(ours: &Value, theirs: &Value, name: &str) -> Result<f64> {
    let of = |side: &Value| side[name].as_array().cloned().unwrap_or_default();
    let pairs = of(ours).into_iter().zip(of(theirs));
    let ratios: Vec<Value> =
        pairs.filter_map(|(ours, theirs)| Some((theirs.as_f64()? / ours.as_f64()?).into())).collect();
    Ok(Spread::of(&json!({ "ratios": ratios }), "ratios")?.median)
}

/// The JSON object that a measuring program prints last.
pub fn figures(command: &mut Command) -> Result<Value> {
    let output = project::output(command)?;
    let line = output.lines().rev().find(|line| line.starts_with('{'));
    let line = line.with_context(|| format!("The measuring program gave no figures: {output}"))?;
    Ok(serde_json::from_str(line)?)
}

/// The middle, the least and the greatest of some measurements.
pub struct Spread {
    pub median: f64,
    least: f64,
    greatest: f64,
}

impl Spread {
    pub fn of(figures: &Value, name: &str) -> Result<Self> {
        let values = figures[name].as_array().map_or(&[][..], Vec::as_slice);
        let mut values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
        values.sort_by(f64::total_cmp);
        let (Some(&least), Some(&greatest)) = (values.first(), values.last()) else {
            bail!("Nothing was measured: {figures}");
        };
        let median = (values[values.len() / 2] + values[(values.len() - 1) / 2]) / 2.0;
        Ok(Self { median, least, greatest })
    }

    pub fn in_units(&self, factor: f64, unit: &str) -> String {
        let [median, least, greatest] = [self.median, self.least, self.greatest].map(|value| value * factor);
        format!("{median:.1} {unit} ({least:.1} to {greatest:.1})")
    }
}

/// The sample article's text, a paragraph a line, from the page.
fn sample() -> Result<String> {
    let page = fs::read_to_string(project::www().join("index.html"))?;
    let article = page.split_once("<article").and_then(|(_, rest)| rest.split_once("</article>"));
    let Some((_, article)) = article.and_then(|(article, _)| article.split_once('>')) else {
        bail!("www/index.html holds no sample article: give a text by --file.");
    };
    let blocks = article.replace("</p>", "\u{0}").replace("</h1>", "\u{0}").replace("</h2>", "\u{0}");
    let blocks = blocks.replace("</li>", "\u{0}").replace("</figcaption>", "\u{0}");
    let plain: String =
        blocks.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&quot;", "\"")];
    let plain = entities.iter().fold(plain, |text, (name, character)| text.replace(name, character));
    let lines = plain.split('\u{0}').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n"))
}

fn repeated(text: &str) -> String {
    let mut long = String::new();
    while !text.is_empty() && long.len() < LONG {
        long.push_str(text);
        long.push_str("\n\n");
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_whatever_the_order() {
        let median = |values: Value| Spread::of(&json!({ "seconds": values }), "seconds").unwrap().median;
        assert_eq!(median(json!([9.0, 1.0, 2.0])), 2.0);
        assert_eq!(median(json!([4.0, 1.0, 2.0, 9.0])), 3.0);
        assert!(Spread::of(&json!({}), "seconds").is_err());
    }

    #[test]
    fn visits_are_compared_pair_by_pair() {
        let (ours, theirs) = (json!({ "cold": [10.0, 100.0, 10.0] }), json!({ "cold": [30.0, 300.0, 20.0] }));
        assert_eq!(sooner(&ours, &theirs, "cold").unwrap(), 3.0);
        assert!(sooner(&ours, &theirs, "warm").is_err());
    }
}
