//! `cargo xtask bench`: tokens per second of the core, natively and in WebAssembly, on the same text, and how
//! long it takes from the module's and the model's bytes to the first tag. Medians of several runs.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::{build, node, project};

/// How often each thing is measured.
pub const RUNS: &str = "9";

/// A text as long as a book, so that one run takes long enough to measure.
const LONG: usize = 1_000_000;

/// Runs `bench`.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut file = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("file") => file = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let text = match &file {
        Some(file) => {
            fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?
        }
        None => sample()?,
    };
    let long = repeated(&text);
    let input = project::target().join("bench/article.txt");
    fs::create_dir_all(project::target().join("bench"))?;
    fs::write(&input, &long)?;
    build::build()?;

    let mut native = project::cargo();
    native.args(["bench", "--quiet", "--package", "manicule", "--bench", "throughput", "--"]);
    let native = figures(native.arg(&input).arg(RUNS))?;
    let wasm = figures(node::node().arg("benches/throughput.mjs").arg(&input).arg(RUNS))?;

    let tokens = native["tokens"].as_f64().context("The native run counted no tokens.")?;
    println!("{} bytes, {tokens} tokens, median of {RUNS} runs", long.len());
    for (name, figures) in [("native", &native), ("wasm", &wasm)] {
        let spread = Spread::of(figures, "seconds")?;
        println!("{name:<8} {:>9.0} tokens/s   {}", tokens / spread.median, spread.in_units(1000.0, "ms"));
    }
    println!("load     bytes to first tag, median of {RUNS} runs: {}", load()?.in_units(1.0, "ms"));
    Ok(())
}

/// From the module's bytes to the first tag, each time in a process of its own.
fn load() -> Result<Spread> {
    let runs: usize = RUNS.parse()?;
    let measured: Result<Vec<Value>> =
        (0..runs).map(|_| figures(node::node().arg("benches/load.mjs"))).collect();
    let milliseconds = measured?.into_iter().map(|run| run["milliseconds"].clone()).collect();
    Spread::of(&json!({ "milliseconds": Value::Array(milliseconds) }), "milliseconds")
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
}
