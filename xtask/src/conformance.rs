//! `cargo xtask conformance`: what the W3C's suite makes of us, as a table. The judging is done by the tests in
//! `tests/conformance`; this runs them and gathers what they report.

use anyhow::{Result, bail, ensure};

use crate::project;

/// Runs the command.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    crate::no_arguments(arguments)?;
    if !project::root().join("../shared/conformance").is_dir() {
        bail!(
            "There is nothing to judge by: ../shared/conformance, with the W3C’s schemas and samples, is absent."
        );
    }
    let mut tests = project::cargo();
    tests.args(["test", "--quiet", "--package", "manicule", "--test", "conformance", "--", "--nocapture"]);
    let said = project::output(&mut tests)?;
    let rows: Vec<Vec<&str>> = said.lines().filter_map(row).collect();
    ensure!(!rows.is_empty(), "The tests reported nothing.");
    println!("{:<72} {:>6} {:>8}", "", "judged", "failures");
    for row in rows {
        if let [what, judged, failures] = row.as_slice() {
            println!("{what:<72} {judged:>6} {failures:>8}");
        }
    }
    Ok(())
}

/// The cells of a line that a test reported. The test runner's own marks may stand before it.
fn row(line: &str) -> Option<Vec<&str>> {
    let (_, cells) = line.split_once("conformance\t")?;
    Some(cells.split('\t').collect())
}
