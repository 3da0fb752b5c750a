//! Programs that read the same text whenever they are asked to, and say how long it took them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::eval::peers;
use crate::{node, project};

/// What keeps a library from sharing its work among processors.
const ONE_THREAD: [&str; 3] = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

/// A running program; it ends when this is dropped.
pub struct Runner {
    pub name: &'static str,
    /// How many times as fast ours is to be; 1 for what the others are measured against.
    pub bar: Option<f64>,
    /// Seconds of processor, by round.
    pub times: Vec<f64>,
    child: Child,
    // Closed before the program is waited for: that is how it knows that nothing more comes.
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Runner {
    fn start(name: &'static str, bar: Option<f64>, command: &mut Command) -> Result<Self> {
        command.envs(ONE_THREAD.map(|variable| (variable, "1")));
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.with_context(|| format!("{name} could not be started."))?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().context("The program has no output.")?);
        Ok(Self { name, bar, times: Vec::new(), child, input, output })
    }

    /// Has it read the text once; its answer.
    fn run(&mut self) -> Result<Value> {
        let input = self.input.as_mut().context("The program has no input.")?;
        input.write_all(b"\n").and_then(|()| input.flush()).with_context(|| ended(self.name))?;
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!(ended(self.name));
        }
        let answer: Value = serde_json::from_str(&line)
            .with_context(|| format!("{} answered “{}”", self.name, line.trim()))?;
        let seconds = answer["processor"].as_f64().with_context(|| format!("{} gave no time.", self.name))?;
        self.times.push(seconds);
        Ok(answer)
    }
}

fn ended(name: &str) -> String {
    format!("{name} ended early.")
}

impl Drop for Runner {
    fn drop(&mut self) {
        drop(self.input.take());
        // Nothing hangs on how it ends: its answers are in.
        let _ = self.child.wait();
    }
}

/// Everyone who is measured.
pub struct Runners {
    pub all: Vec<Runner>,
    /// Tokens of the text, as ours counts them.
    pub tokens: Option<f64>,
}

impl Runners {
    /// The core, natively, compiled with a profile, and in WebAssembly, from a folder other than `www/pkg` if one is
    /// given.
    pub fn ours(text: &Path, profile: &str, core: Option<&Path>) -> Result<Self> {
        let mut native = project::cargo();
        native.args(["bench", "--quiet", "--profile", profile, "--package", "manicule"]);
        native.args(["--bench", "throughput", "--"]);
        let native = Runner::start("Manicule, native", None, native.arg(text))?;
        let mut wasm = node::node();
        wasm.arg("benches/throughput.mjs").arg(text).args(core);
        let wasm = Runner::start("Manicule, WebAssembly", Some(1.0), &mut wasm)?;
        Ok(Self { all: vec![native, wasm], tokens: None })
    }

    /// Those of the other taggers that can be had; of the rest it is said what is missing.
    pub fn add_peers(&mut self, text: &Path) {
        let npm = |name: &'static str, package: &str, bar: f64| {
            let mut program = node::node();
            program.arg("xtask/peers/speed.mjs").arg(package).arg(peers::npm_packages()?).arg(text);
            Runner::start(name, Some(bar), &mut program)
        };
        let spacy = || {
            let mut program = Command::new(peers::python()?);
            program.arg(project::root().join("xtask/peers/speed_spacy.py")).arg(text);
            Runner::start("spaCy, small English", Some(100.0), &mut program)
        };
        let started = [npm("wink-nlp", "wink", 2.0), npm("compromise", "compromise", 30.0), spacy()];
        for started in started {
            // One that cannot read the text at all is no peer.
            match started.and_then(|mut runner| runner.run().map(|_| runner)) {
                Ok(runner) => self.all.push(runner),
                Err(error) => eprintln!("missing: {error:#}"),
            }
        }
    }

    /// Everyone reads the text for so long, once at least, which is not measured.
    pub fn warm_up(&mut self, length: Duration) -> Result<()> {
        for runner in &mut self.all {
            let started = Instant::now();
            loop {
                let answer = runner.run()?;
                self.tokens = self.tokens.or(answer["tokens"].as_f64());
                if started.elapsed() >= length {
                    break;
                }
            }
            runner.times.clear();
        }
        Ok(())
    }

    /// Everyone reads the text once.
    pub fn round(&mut self) -> Result<()> {
        for runner in &mut self.all {
            runner.run()?;
        }
        Ok(())
    }
}
