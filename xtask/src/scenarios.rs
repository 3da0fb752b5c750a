//! A reader's scenarios in a browser. Two processes run at a time, each through several files with one browser, for
//! starting one takes as long as several scenarios; a file in which something fails so runs once more by itself. What
//! passes then is named: a scenario that needs a quiet machine is to be mended, but is no reason to call the page broken.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::http::server::listen;
use crate::{node, project, serve};

/// If more files fail at once, it is not for want of quiet.
const MOST_AGAIN: usize = 5;

/// How many processes go through scenarios at a time.
const AT_ONCE: usize = 2;

/// A module that goes through the scenarios of several files. The first test holds the others until all files are there:
/// when nothing is left to do, were it between two files, Node takes all to be over, and the browser ends.
const GROUP: &str = "import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const files = FILES;
let there;
test('the files of scenarios are there', () => new Promise((resolve) => (there = resolve)));
for (const file of files) await import(pathToFileURL(file).href);
there();
";

/// Runs the scenarios below `tests/e2e` on a server of their own.
pub fn run(browser: Browser) -> Result<()> {
    let program = browser.program()?;
    let site = serve::scenario_site()?;
    let listening = listen(0)?;
    let address = format!("{}/", listening.address);
    thread::spawn(move || listening.serve(site, None));
    let on = |command: &mut Command| {
        command.env("MANICULE_URL", &address);
        command.env("MANICULE_WRITTEN", format!("{address}{}", serve::WRITTEN));
        command.env("MANICULE_BROWSER", browser.name()).env("MANICULE_BROWSER_PATH", &program);
    };

    let folder = project::target().join(format!("scenarios-in-{}", browser.name()));
    let groups = groups(&test_files("tests/e2e")?, &folder)?;
    let list = folder.join("failed");
    let mut all = runner(AT_ONCE);
    // A second reporter writes what failed.
    all.args(["--test-reporter-destination=stdout", "--test-reporter=./tests/failed.mjs"]);
    all.arg("--test-reporter-destination").arg(&list).args(groups);
    on(&mut all);
    let first = match project::run(&mut all) {
        Ok(()) => return Ok(()),
        Err(error) => error,
    };
    let failed = fs::read_to_string(&list).with_context(|| format!("{} is missing.", list.display()))?;
    let failed: Vec<String> = failed.lines().map(str::to_owned).collect();
    if failed.is_empty() || failed.len() > MOST_AGAIN {
        return Err(first);
    }
    println!("Once more, by themselves: {}", failed.join(", "));
    let mut again = runner(1);
    again.args(&failed);
    on(&mut again);
    project::run(&mut again)?;
    println!("Passed only by themselves: {}. They depend on how busy the machine is.", failed.join(", "));
    Ok(())
}

/// Modules in `folder` that each import some of the scenarios' files, so that one process goes through them: many at
/// first, one at a time at the end, so that both processes end at about the same time.
fn groups(files: &[String], folder: &Path) -> Result<Vec<String>> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made.", folder.display()))?;
    let (mut rest, mut groups) = (files, Vec::new());
    while !rest.is_empty() {
        let (group, after) = rest.split_at(rest.len().div_ceil(AT_ONCE * 2));
        rest = after;
        let group: Vec<_> = group.iter().map(|file| project::root().join(file)).collect();
        let module = GROUP.replace("FILES", &serde_json::to_string(&group)?);
        let path = folder.join(format!("{:02}.mjs", groups.len()));
        fs::write(&path, module).with_context(|| format!("{} cannot be written.", path.display()))?;
        groups.push(path.display().to_string());
    }
    Ok(groups)
}

/// Node's test runner on the test files below a folder.
pub fn tests_in(folder: &str) -> Result<Command> {
    let mut command = runner(AT_ONCE);
    command.args(test_files(folder)?);
    Ok(command)
}

/// Node's test runner, which is yet to be told on what.
fn runner(at_once: usize) -> Command {
    let mut command = node::node();
    command.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={at_once}"));
    command
}

/// The files `*.test.js` and `*.test.mjs` below a folder, from the repository's root; an error if there are none.
fn test_files(folder: &str) -> Result<Vec<String>> {
    let is_test = |file: &String| file.ends_with(".test.js") || file.ends_with(".test.mjs");
    let files = project::files_below(&project::root().join(folder))?.into_iter().filter(is_test);
    let files: Vec<_> = files.map(|file| format!("{folder}/{file}")).collect();
    if files.is_empty() {
        bail!("There are no tests in {folder}.");
    }
    Ok(files)
}
