//! The project's own commands: none of this reaches the browser. One file per command; a new one is a
//! module and a row of [`COMMANDS`].

mod anchoring;
mod annotations;
mod bench;
mod browser;
mod build;
mod conformance;
mod cut;
mod dist;
mod eval;
mod first_sight;
mod fuzz;
mod http;
mod inline;
mod lexicon;
mod node;
mod pos;
mod precache;
mod program;
mod project;
mod published;
mod random;
mod reader;
mod references;
mod sample;
mod scenarios;
mod serve;
mod size;
mod stamp;
mod tag;
mod test;
mod train;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// A command's name, what it does in a line, and the function that reads its arguments and runs it.
type Command = (&'static str, &'static str, fn(lexopt::Parser) -> Result<()>);

const COMMANDS: &[Command] = &[
    ("serve", "build the page and serve it  [--port N] [--open] [--watch] [--dist]", serve::command),
    ("test", "check everything  [--only STEP]… [--skip STEP]… [--list]", test::command),
    ("build", "build the core for the browser into www/pkg and www/vendor", build::command),
    ("dist", "write dist/, a folder that any static host serves as it is", dist::command),
    ("profile", "note which of the core's functions a first visit runs, for dist", cut::profile::command),
    ("tag", "JSONL {id, text} on stdin to {id, spans} on stdout  [--timex] [--wasm]", tag::command),
    (
        "eval",
        "score the tagger against gold  PATH… [--by sentence|document|N] [--text ARTICLE] [--errors N] [--peers]",
        eval::command,
    ),
    (
        "lexicon",
        "rebuild the generated word lists  [--sources DIR] [--corpora DIR] [--only NAME]…",
        lexicon::command,
    ),
    (
        "train",
        "learn the tagger of names  [--corpora DIR] [--out FILE] [--leave-out SET,…] [--first-only] …",
        train::command,
    ),
    (
        "train-pos",
        "learn the parts of speech from GUM  [--corpora PATH] [--folds N] [--errors]",
        pos::command,
    ),
    (
        "bench",
        "tokens per second, natively and in WebAssembly, and time to load  [--file TEXT]",
        bench::command,
    ),
    ("conformance", "what the W3C's schemas and samples make of our annotations", conformance::command),
    (
        "bench-anchoring",
        "passages of edited articles found again, beside two tools of npm  [--seed N] [--articles DIR]",
        anchoring::command,
    ),
    (
        "bench-annotations",
        "annotations loaded, scrolled past and made, beside Recogito  [--dist] [--runs N] [--length N] [--counts N,…]",
        annotations::command,
    ),
    (
        "fuzz",
        "throw bytes at the core  [--target NAME]… [--seconds N] [--executions N] [--seed N] [--input FILE]",
        fuzz::command,
    ),
    (
        "first-sight",
        "navigation to text and to entities visible, cold and warm  [--dist] [--runs N] [--peers]",
        first_sight::command,
    ),
];

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
    let mut arguments = lexopt::Parser::from_env();
    let Some(lexopt::Arg::Value(name)) = arguments.next()? else {
        println!("{}", usage());
        return Ok(());
    };
    match COMMANDS.iter().find(|command| name == command.0) {
        Some((_, _, command)) => command(arguments),
        None => bail!("There is no command {name:?}.\n{}", usage()),
    }
}

fn usage() -> String {
    let rows = COMMANDS.iter().map(|(name, what, _)| format!("  {name:<12} {what}"));
    format!("cargo xtask COMMAND\n{}", rows.collect::<Vec<_>>().join("\n"))
}

/// For commands without arguments: refuses any.
fn no_arguments(mut arguments: lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        Some(argument) => Err(argument.unexpected().into()),
        None => Ok(()),
    }
}
