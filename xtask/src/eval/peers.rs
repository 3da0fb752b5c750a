//! The taggers that ours is compared with: fetched into `target/peers` when they are asked for, and only
//! then; their versions are pinned in `xtask/peers`. Each is a program that answers lines ([`Program`]).

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::program::Program;
use crate::{node, project, stamp};

/// A tagger that is not ours.
pub struct Peer {
    /// What it is called, and what a reader of its figures must know.
    pub name: &'static str,
    /// The program, while it runs.
    pub program: Program,
}

/// A name, what to install where it cannot be had, and how it is fetched and started.
type Known = (&'static str, &'static str, fn() -> Result<Program>);

const KNOWN: &[Known] = &[
    ("compromise 14.17", NPM, || from_npm("compromise.mjs")),
    ("wink-nlp 2.4 with its web model, which has no names", NPM, || from_npm("wink.mjs")),
    ("spaCy 3.8 with en_core_web_sm", PYPI, spacy),
];

const NPM: &str = "install Node with npm, and let npm reach its registry";
const PYPI: &str = "install Python 3.10 to 3.13 with venv (`python3`), and let pip reach PyPI";

const PACKAGES: &str = include_str!("../../peers/package.json");
const REQUIREMENTS: &str = include_str!("../../peers/requirements.txt");

/// Those that can be had; of the others it is said what to install.
pub fn start() -> Vec<Peer> {
    let mut peers = Vec::new();
    for &(name, advice, start) in KNOWN {
        match start() {
            Ok(program) => peers.push(Peer { name, program }),
            Err(error) => eprintln!("missing: {name}: {advice} ({error:#})."),
        }
    }
    peers
}

fn folder(name: &str) -> PathBuf {
    project::target().join("peers").join(name)
}

fn script(name: &str) -> PathBuf {
    project::root().join("xtask/peers").join(name)
}

/// A program in JavaScript whose packages come from npm.
fn from_npm(name: &str) -> Result<Program> {
    Program::start(node::node().arg(script(name)).arg(npm_packages()?))
}

/// The folder that holds the peers of npm in its `node_modules`; fetched when they are not there.
pub fn npm_packages() -> Result<PathBuf> {
    node::require()?;
    let folder = folder("node");
    let (stamp_file, key) = (folder.join(".stamp"), stamp::hash([PACKAGES.as_bytes()]));
    if !stamp::is_current(&stamp_file, &key) {
        eprintln!("Fetching the peers of xtask/peers/package.json.");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("package.json"), PACKAGES)?;
        let mut install = node::npm();
        install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        project::run(install.current_dir(&folder).stdout(Stdio::null()))?;
        stamp::write(&stamp_file, &key)?;
    }
    Ok(folder)
}

/// spaCy, in a Python environment of its own.
fn spacy() -> Result<Program> {
    let mut python = Command::new(python()?);
    Program::start(python.arg(script("spacy_small.py"))).context("The environment of target/peers is broken")
}

/// The Python that has the peers of PyPI; fetched when they are not there.
pub fn python() -> Result<PathBuf> {
    let folder = folder("python");
    let binaries = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let (stamp_file, key) = (folder.join(".stamp"), stamp::hash([REQUIREMENTS.as_bytes()]));
    if !stamp::is_current(&stamp_file, &key) {
        eprintln!("Fetching the peers of xtask/peers/requirements.txt.");
        let python = if cfg!(windows) { "python" } else { "python3" };
        project::run(project::command(python).args(["-m", "venv"]).arg(&folder))?;
        let mut install = Command::new(binaries.join("python"));
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        project::run(install.arg(script("requirements.txt")))?;
        stamp::write(&stamp_file, &key)?;
    }
    Ok(binaries.join("python"))
}
