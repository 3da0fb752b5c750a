//! One target on every core: executions counted, panics caught and made small, hangs told.

use std::collections::HashSet;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{io, thread};

use anyhow::{Context, Result};

use crate::Target;
use crate::mutate::Mutator;
use fastrand::Rng;

/// Longest that one small input may take. Nothing is measured by this: what runs so long hangs.
const HANG: Duration = Duration::from_secs(20);
/// Most inputs that a thread keeps to mutate.
const MOST_KEPT: usize = 20_000;
/// Tries at making a failing input smaller.
const TRIES: usize = 2_000;

#[derive(Clone, Copy)]
pub struct Limits {
    pub executions: u64,
    pub time: Duration,
    pub threads: usize,
    pub seed: u64,
}

/// What a target came to.
pub struct Outcome {
    pub executions: u64,
    pub outcomes: usize,
    pub failures: usize,
    pub time: Duration,
}

/// What the threads and their watch share.
struct Shared<'a> {
    target: &'a Target,
    limits: Limits,
    folder: &'a Path,
    started: Instant,
    stop: AtomicBool,
}

/// Runs a target until a limit is reached or it fails; failing inputs are written into `folder`.
///
/// # Errors
/// When `folder` cannot be written.
pub fn run(target: &Target, limits: Limits, folder: &Path) -> Result<Outcome> {
    let shared = Shared { target, limits, folder, started: Instant::now(), stop: AtomicBool::new(false) };
    // Milliseconds after the start at which each thread began its input, from 1; 0 between inputs.
    let began: Vec<AtomicU64> = (0..limits.threads).map(|_| AtomicU64::new(0)).collect();
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done: Vec<Result<(u64, HashSet<u64>, usize)>> = thread::scope(|scope| {
        let shared = &shared;
        let numbered = began.iter().enumerate();
        let threads: Vec<_> =
            numbered.map(|(number, began)| scope.spawn(move || shared.thread(number, began))).collect();
        while !threads.iter().all(thread::ScopedJoinHandle::is_finished) {
            thread::sleep(Duration::from_millis(20));
            shared.watch(&began);
        }
        let joined = threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        joined.collect()
    });
    panic::set_hook(hook);
    let mut outcome = Outcome { executions: 0, outcomes: 0, failures: 0, time: shared.started.elapsed() };
    let mut outcomes = HashSet::new();
    for done in done {
        let (executions, seen, failures) = done?;
        outcome.executions += executions;
        outcome.failures += failures;
        outcomes.extend(seen);
    }
    outcome.outcomes = outcomes.len();
    Ok(outcome)
}

impl Shared<'_> {
    /// Ends the whole process when an input hangs: a thread cannot be stopped from outside.
    fn watch(&self, began: &[AtomicU64]) {
        let now = self.milliseconds();
        for (number, began) in began.iter().enumerate() {
            let began = began.load(Ordering::Relaxed);
            if began > 0 && now.saturating_sub(began) > HANG.as_millis() as u64 {
                eprintln!("{} hangs on {}", self.target.name, self.now(number).display());
                std::process::exit(1);
            }
        }
    }

    fn milliseconds(&self) -> u64 {
        self.started.elapsed().as_millis() as u64 + 1
    }

    /// Where a thread's input lies while it is tried: what is left of it when the process dies.
    fn now(&self, number: usize) -> std::path::PathBuf {
        self.folder.join(format!("{}-{number}.now", self.target.name))
    }

    fn thread(&self, number: usize, began: &AtomicU64) -> Result<(u64, HashSet<u64>, usize)> {
        let mut random = Rng::with_seed(self.limits.seed.wrapping_mul(1_000).wrapping_add(number as u64));
        let path = self.now(number);
        let mut now =
            File::create(&path).with_context(|| format!("{} could not be written", path.display()))?;
        let mut corpus = (self.target.seeds)();
        let seeds = corpus.len();
        let mutator = Mutator { words: self.target.words, longest: self.target.longest };
        let share = self.limits.executions.div_ceil(self.limits.threads as u64);
        let (mut executions, mut failures, mut seen) = (0_u64, 0, HashSet::new());
        while executions < share && !self.stop.load(Ordering::Relaxed) {
            let seed = usize::try_from(executions).ok().filter(|at| *at < seeds);
            let input = match seed {
                Some(at) => corpus[at].clone(),
                None => mutator.make(&mut random, &corpus),
            };
            keep(&mut now, &input)?;
            began.store(self.milliseconds(), Ordering::Relaxed);
            let outcome = try_on(self.target, &input);
            began.store(0, Ordering::Relaxed);
            executions += 1;
            match outcome {
                Ok(outcome) => {
                    if seen.insert(outcome) && seed.is_none() && corpus.len() < MOST_KEPT {
                        corpus.push(input);
                    }
                }
                Err(message) => {
                    failures += 1;
                    self.stop.store(true, Ordering::Relaxed);
                    self.tell(&input, &message)?;
                }
            }
            if executions % 64 == 0 && self.started.elapsed() > self.limits.time {
                break;
            }
        }
        drop(now);
        fs::remove_file(path)?;
        Ok((executions, seen, failures))
    }

    fn tell(&self, input: &[u8], message: &str) -> Result<()> {
        let small = smaller(self.target, input);
        let mut hasher = DefaultHasher::new();
        small.hash(&mut hasher);
        let path = self.folder.join(format!("{}-{:016x}", self.target.name, hasher.finish()));
        fs::write(&path, &small)?;
        eprintln!(
            "{} fails on {}: {message}\n  {:?}",
            self.target.name,
            path.display(),
            String::from_utf8_lossy(&small)
        );
        Ok(())
    }
}

/// The outcome, or what the panic said.
fn try_on(target: &Target, input: &[u8]) -> Result<u64, String> {
    panic::catch_unwind(AssertUnwindSafe(|| (target.run)(input))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned()
    })
}

/// The input without whatever can be left out of it while it still fails.
fn smaller(target: &Target, input: &[u8]) -> Vec<u8> {
    let (mut small, mut length, mut tries) = (input.to_vec(), input.len().div_ceil(2), 0);
    while length > 0 && tries < TRIES {
        let mut at = 0;
        while at < small.len() && tries < TRIES {
            let mut shorter = small.clone();
            shorter.drain(at..(at + length).min(small.len()));
            tries += 1;
            if try_on(target, &shorter).is_err() { small = shorter } else { at += length }
        }
        length /= 2;
    }
    small
}

fn keep(file: &mut File, input: &[u8]) -> io::Result<()> {
    use std::io::{Seek, Write};
    file.rewind()?;
    file.write_all(input)?;
    file.set_len(input.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(run: fn(&[u8]) -> u64) -> Target {
        Target {
            name: "trial",
            holds: "",
            seeds: || vec![b"abcdefgh".to_vec()],
            words: &["z"],
            longest: 64,
            run,
        }
    }

    fn limits(executions: u64) -> Limits {
        Limits { executions, time: Duration::MAX, threads: 2, seed: 3 }
    }

    #[test]
    fn executions_are_counted_to_the_limit() {
        let folder = std::env::temp_dir().join(format!("manicule-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let outcome = run(&target(|input| input.len() as u64), limits(1000), &folder).unwrap();
        assert_eq!((outcome.executions, outcome.failures), (1000, 0));
        assert!(outcome.outcomes > 8);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_fails_is_made_small() {
        let fails = target(|input| {
            assert!(!input.contains(&b'z'), "a z");
            0
        });
        assert_eq!(smaller(&fails, b"abcdzefgh"), b"z");
        assert_eq!(try_on(&fails, b"az"), Err("a z".into()));
    }
}
