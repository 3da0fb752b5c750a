//! `cargo xtask fuzz`: whatever bytes come in, nothing panics, overflows or hangs.
//!
//! A target is a file in `targets` and a row of [`TARGETS`]. Inputs are made from a target's seeds by
//! [`mutate`]; those that come to an outcome not seen before are mutated further. Everything is decided by
//! the seed, so that a run with the same seed, targets and number of threads tries the same inputs.

mod mutate;
mod run;
mod targets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{fs, thread};

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;

use targets::{import, normalize, recovery, resolve};

/// Something that bytes are thrown at.
pub struct Target {
    pub name: &'static str,
    /// What must hold, in a line.
    pub holds: &'static str,
    /// Inputs to start from: small and well-formed, one for every way through the code if possible.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words that are put into inputs: what the code looks for.
    pub words: &'static [&'static str],
    /// Longest input in bytes. Short ones are tried faster.
    pub longest: usize,
    /// Takes an input; panics when something does not hold. Gives a number for the outcome it came to (which
    /// error, how many things were read): inputs of a new outcome are kept and mutated further. 0 is fine
    /// where there is nothing to tell apart.
    pub run: fn(&[u8]) -> u64,
}

const TARGETS: &[Target] = &[import::TARGET, normalize::TARGET, recovery::TARGET, resolve::TARGET];

/// Executions where the arguments limit neither them nor the time.
const USUAL: u64 = 1_000_000;

struct Options {
    targets: Vec<&'static Target>,
    limits: run::Limits,
    input: Option<PathBuf>,
}

/// Where failing inputs go, from the repository's root.
const FOLDER: &str = "target/fuzz-inputs";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let options = options(lexopt::Parser::from_env())?;
    if let Some(input) = options.input {
        let [target] = options.targets.as_slice() else { bail!("--input needs one --target.") };
        let bytes = fs::read(&input).with_context(|| format!("{} could not be read", input.display()))?;
        println!("{}: outcome {:#x}", target.name, (target.run)(&bytes));
        return Ok(());
    }
    let folder = Path::new(FOLDER);
    fs::create_dir_all(folder)?;
    println!("seed {}, {} threads", options.limits.seed, options.limits.threads);
    let (mut executions, mut failures) = (0, 0);
    for target in &options.targets {
        let outcome = run::run(target, options.limits, folder)?;
        println!(
            "{:<12} {:>11} executions in {:>6.1} s, {:>6} outcomes, {} failed: {}",
            target.name,
            outcome.executions,
            outcome.time.as_secs_f64(),
            outcome.outcomes,
            outcome.failures,
            target.holds
        );
        executions += outcome.executions;
        failures += outcome.failures;
    }
    println!("{executions} executions, {failures} failures");
    if failures > 0 {
        bail!(
            "Inputs that fail are in {FOLDER}; try one with `cargo xtask fuzz --target NAME --input FILE`."
        );
    }
    Ok(())
}

/// Limits hold for all targets together: each has an equal share.
fn options(mut arguments: lexopt::Parser) -> Result<Options> {
    let (mut targets, mut input) = (Vec::new(), None);
    let (mut seconds, mut executions, mut seed) = (None, None, 1);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("target") => {
                let name = arguments.value()?.string()?;
                let names = || TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ");
                let target = TARGETS.iter().find(|target| target.name == name);
                targets.push(
                    target.with_context(|| format!("There is no target {name:?}; there are {}.", names()))?,
                );
            }
            lexopt::Arg::Long("seconds") => seconds = Some(arguments.value()?.parse::<u64>()?),
            lexopt::Arg::Long("executions") => executions = Some(arguments.value()?.parse::<u64>()?),
            lexopt::Arg::Long("seed") => seed = arguments.value()?.parse()?,
            lexopt::Arg::Long("input") => input = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    let share = targets.len() as u64;
    let executions =
        executions.or(seconds.is_none().then_some(USUAL)).map_or(u64::MAX, |all| all.div_ceil(share));
    let time =
        seconds.map_or(Duration::MAX, |all| Duration::from_secs(all) / u32::try_from(share).unwrap_or(1));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    Ok(Options { targets, limits: run::Limits { executions, time, threads, seed }, input })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_shared_and_unknown_targets_named() {
        let read = |arguments: &[&str]| options(lexopt::Parser::from_args(arguments));
        let limits = read(&["--executions", "1000", "--target", "import"]).unwrap().limits;
        assert_eq!((limits.executions, limits.time), (1000, Duration::MAX));
        assert_eq!(read(&["--seconds", "5"]).unwrap().limits.executions, u64::MAX);
        let error = read(&["--target", "nothing"]).err().unwrap().to_string();
        assert!(error.starts_with("There is no target \"nothing\"; there are import"), "{error}");
    }

    #[test]
    fn every_target_takes_its_own_seeds() {
        for target in TARGETS {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty(), "{}", target.name);
            seeds.iter().for_each(|seed| {
                (target.run)(seed);
            });
        }
    }
}
