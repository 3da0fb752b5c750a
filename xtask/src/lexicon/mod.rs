//! `cargo xtask lexicon`: the generated files of `src/lexicon/data`, again, from named packages. They are
//! committed, so nothing else needs this command or the network. Run it with `--release`: in a debug build
//! the clusters take an hour instead of a minute.

mod census;
mod clusters;
mod fuse;
mod gazetteer;
mod geonames;
mod kmeans;
mod lists;
mod pack;
mod places;
mod sources;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::Arg;

use crate::project;
use sources::Sources;

/// A generated file, what else to call it, and what makes its bytes.
type Output = (&'static str, &'static str, fn(&Sources) -> Result<Vec<u8>>);

const OUTPUTS: &[Output] = &[
    ("clusters", "clusters.bin", clusters::build),
    ("gazetteer", "gazetteer.bin", gazetteer::build),
    ("places", "places.bin", places::build),
];

/// Reads the arguments and runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut folder = project::root().join("target/lexicon-sources");
    let mut corpora = PathBuf::from("../shared/corpora");
    let mut only = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("sources") => folder = PathBuf::from(arguments.value()?),
            Arg::Long("corpora") => corpora = PathBuf::from(arguments.value()?),
            Arg::Long("only") => only.push(arguments.value()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if let Some(name) = only.iter().find(|&only| OUTPUTS.iter().all(|(name, ..)| only != name)) {
        let names: Vec<_> = OUTPUTS.iter().map(|(name, ..)| *name).collect();
        bail!("There is no list {name:?}; there are {}.", names.join(", "));
    }
    let sources = Sources::in_folder(folder, corpora)?;
    for (name, file, build) in OUTPUTS {
        if only.is_empty() || only.iter().any(|only| only == name) {
            let bytes = build(&sources).with_context(|| format!("building {file}"))?;
            let mut compressed = Vec::new();
            brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &Default::default())?;
            println!("{file}: {} bytes, {} with brotli", bytes.len(), compressed.len());
            fs::write(project::root().join("src/lexicon/data").join(file), bytes)?;
        }
    }
    Ok(())
}
