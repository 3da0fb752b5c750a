//! `cargo xtask fuzz`: hands over to the crate `fuzz`, built optimised with every assertion and overflow
//! checked. Its `--help` is its `main.rs`.

use std::env;
use std::ffi::OsString;

use anyhow::{Context, Result};

use crate::project;

/// Runs the command; the arguments are the crate's own.
pub fn command(_: lexopt::Parser) -> Result<()> {
    run(env::args_os().skip(2))
}

/// A bounded run over every target, for `cargo xtask test`.
pub fn step() -> Result<()> {
    run(["--executions", "1000000", "--seconds", "60"].map(OsString::from).into_iter())
}

fn run(arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let mut fuzz = project::cargo();
    fuzz.args(["run", "--quiet", "--profile", "fuzz", "--package", "fuzz", "--"]).args(arguments);
    project::run(&mut fuzz)
        .context("Where no input is named above, those under way are in target/fuzz-inputs/*.now")
}
