//! `cargo xtask test`: everything that must hold, in named steps, the quick ones first. It stops at the
//! first that fails; its last line is always `N passed, N failed`, counting steps.

use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use lexopt::ValueExt;

use crate::browser::{self, Browser};
use crate::http::server::listen;
use crate::node::{self, Packages};
use crate::{bench, build, dist, fuzz, project, scenarios, serve, size, tag};

/// A step: its name, what it holds, and how.
type Step = (&'static str, &'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("format", "rustfmt leaves every file as it is", format),
    ("lint", "clippy has nothing to say, natively", lint),
    ("lint-wasm", "clippy has nothing to say, for the browser", lint_wasm),
    ("rust", "unit, property and document tests pass", rust),
    ("fuzz", "a bounded number of made-up inputs of every kind is survived", fuzz::step),
    ("build", "the page builds", build::build),
    ("wasm", "the core's tests in WebAssembly pass, and it tags as natively", wasm),
    ("words", "every language has every message, and converted views say nothing else", words),
    ("bench", "what measures the speed runs", bench::step),
    ("size", "the published page keeps within its budgets", size),
    ("types", "the page's and the tests' types agree", types),
    ("lint-js", "eslint has nothing to say", lint_js),
    ("format-js", "prettier leaves every file as it is", format_js),
    ("chromium", "a reader's scenarios pass in Chromium", chromium),
    ("firefox", "a reader's scenarios pass in Firefox", firefox),
    ("webkit", "the main loop passes in WebKit, where its driver is installed", webkit),
];

/// What prettier looks after.
const PRETTY: &[&str] = &["*.js", "{www,tests,benches,xtask}/**/*.{js,mjs,css,html}"];

/// Runs the command.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    let Some(steps) = chosen(arguments)? else {
        for (name, what, _) in STEPS {
            println!("{name:<10} {what}");
        }
        return Ok(());
    };
    let (mut times, mut failure) = (Vec::new(), None);
    for &(name, what, step) in steps {
        println!("── {name}: {what}");
        let started = Instant::now();
        let outcome = step();
        times.push((name, started.elapsed()));
        if let Err(error) = outcome {
            failure = Some(format!("{name}: {error:#}"));
            break;
        }
    }
    summarise(&times, failure.as_deref());
    if failure.is_some() {
        std::process::exit(1);
    }
    Ok(())
}

/// The steps that the arguments leave; nothing if they ask for the list.
fn chosen(mut arguments: lexopt::Parser) -> Result<Option<Vec<&'static Step>>> {
    let (mut only, mut skipped) = (Vec::new(), Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("only") => only.push(known(arguments.value()?.string()?)?),
            lexopt::Arg::Long("skip") => skipped.push(known(arguments.value()?.string()?)?),
            lexopt::Arg::Long("list") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    let is_chosen = |name: &&str| (only.is_empty() || only.contains(name)) && !skipped.contains(name);
    Ok(Some(STEPS.iter().filter(|(name, ..)| is_chosen(name)).collect()))
}

fn known(name: String) -> Result<&'static str> {
    let step = STEPS.iter().find(|step| step.0 == name);
    step.map(|step| step.0)
        .ok_or_else(|| anyhow!("There is no step {name:?}: see `cargo xtask test --list`."))
}

fn summarise(times: &[(&str, Duration)], failure: Option<&str>) {
    println!();
    for (name, time) in times {
        println!("{name:<10} {:>7.1} s", time.as_secs_f64());
    }
    println!("{:<10} {:>7.1} s", "all", times.iter().map(|(_, time)| time.as_secs_f64()).sum::<f64>());
    if let Some(failure) = failure {
        println!("\nFailed: {failure}");
    }
    let failed = usize::from(failure.is_some());
    println!("{} passed, {failed} failed", times.len() - failed);
}

fn format() -> Result<()> {
    project::run(project::cargo().args(["fmt", "--all", "--check"]))
}

/// The workspace in two parts, as cargo chooses packages: what is compiled together shares the features of what it
/// depends on, and with the core's tests beside them these commands' own packages would be compiled anew for that.
const HALVES: [&[&str]; 2] = [&["--package", "xtask"], &["--workspace", "--exclude", "xtask"]];

fn lint() -> Result<()> {
    for half in HALVES {
        let clippy = ["clippy", "--quiet", "--all-targets"];
        project::run(project::cargo().args(clippy).args(half).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn lint_wasm() -> Result<()> {
    build::ensure_target()?;
    let what =
        ["clippy", "--quiet", "-p", "manicule", "-p", "manicule-reading", "--lib", "--target", build::TARGET];
    project::run(project::cargo().args(what).args(["--", "-D", "warnings"]))
}

fn rust() -> Result<()> {
    for half in HALVES {
        project::run(project::cargo().args(["test", "--quiet"]).args(half))?;
    }
    Ok(())
}

fn wasm() -> Result<()> {
    packages()?;
    build::build()?;
    project::run(&mut scenarios::tests_in("tests/wasm")?)?;
    tag::wasm_as_native()
}

fn words() -> Result<()> {
    packages()?;
    project::run(&mut scenarios::tests_in("tests/words")?)
}

fn size() -> Result<()> {
    packages()?;
    let (rows, budgets) = (published()?, size::budgets()?);
    print!("{}", size::table(rows, &budgets));
    size::check(rows, &budgets)
}

/// What `dist` holds, written once for all the steps that need it.
fn published() -> Result<&'static [size::Row]> {
    static ROWS: OnceLock<Vec<size::Row>> = OnceLock::new();
    match ROWS.get() {
        Some(rows) => Ok(rows),
        None => {
            let rows = dist::dist()?;
            Ok(ROWS.get_or_init(|| rows))
        }
    }
}

fn types() -> Result<()> {
    packages()?;
    build::build()?;
    for configuration in ["tsconfig.json", "tsconfig.worker.json", "tests/tsconfig.json"] {
        project::run(node::tool("typescript/bin/tsc").args(["--noEmit", "--project", configuration]))?;
    }
    Ok(())
}

fn lint_js() -> Result<()> {
    packages()?;
    project::run(node::tool("eslint/bin/eslint.js").args(["--max-warnings", "0", "."]))
}

fn format_js() -> Result<()> {
    packages()?;
    let mut check = node::tool("prettier/bin/prettier.cjs");
    project::run(
        check.args(["--check", "--log-level", "warn", "--no-error-on-unmatched-pattern"]).args(PRETTY),
    )
}

fn chromium() -> Result<()> {
    scenarios(Browser::Chromium)
}

fn firefox() -> Result<()> {
    scenarios(Browser::Firefox)
}

/// WebKit is driven by a program that not every system has.
fn webkit() -> Result<()> {
    let Some(driver) = browser::webkit_driver() else {
        println!(
            "Skipped: WebKitWebDriver, or a screen for it, is missing. Install them (Debian: `apt-get install {}`) or set \
             MANICULE_WEBKIT and DISPLAY.",
            browser::WEBKIT_PACKAGES.join(" ")
        );
        return Ok(());
    };
    packages()?;
    let listening = listen(0)?;
    let mut tests = scenarios::tests_in("tests/webkit")?;
    tests.env("MANICULE_URL", format!("{}/", listening.address)).env("MANICULE_WEBKIT", driver);
    let site = serve::development_site()?;
    thread::spawn(move || listening.serve(site, None));
    project::run(&mut tests)
}

/// Runs the end-to-end tests in a browser.
fn scenarios(browser: Browser) -> Result<()> {
    packages()?;
    // Some scenarios are of the published page: they serve it themselves, to take it away again.
    published()?;
    scenarios::run(browser)
}

/// Everything that checks need from npm, and Node itself where it is ours to install.
fn packages() -> Result<()> {
    if node::require().is_err() && browser::is_ours_to_install() {
        browser::install(&["nodejs", "npm"])?;
    }
    node::install(Packages::All)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Result<Vec<&'static str>> {
        let steps = chosen(lexopt::Parser::from_args(arguments))?;
        Ok(steps.into_iter().flatten().map(|step| step.0).collect())
    }

    #[test]
    fn without_arguments_every_step_is_taken() {
        assert_eq!(names(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn steps_are_chosen_and_left_out_by_name() {
        assert_eq!(names(&["--only", "rust", "--only", "format"]).unwrap(), ["format", "rust"]);
        assert_eq!(names(&["--skip", "firefox"]).unwrap().len(), STEPS.len() - 1);
        assert!(names(&["--only", "nothing"]).is_err());
    }
}
