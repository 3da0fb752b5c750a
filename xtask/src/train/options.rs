//! What `cargo xtask train` is told.

use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::{Arg, ValueExt};

use super::crf::Settings;
use crate::project;

/// The sets that are never learned from: contracts, whose conventions are their own, and a split to look at.
const NEVER: [&str; 2] = ["sec", "gmb_dev"];

/// Everything that the arguments may change.
pub struct Options {
    /// The corpora's folder.
    pub corpora: PathBuf,
    /// Sets that are not learned from but scored on.
    pub leave_out: Vec<String>,
    /// GMB's own tags in place of the teacher's.
    pub own_tags: bool,
    /// Labels for GMB's text in place of the packed ones: a BIO file.
    pub labels: Option<PathBuf>,
    /// How many documents of made-up wire lines.
    pub wire: usize,
    /// The share of sentences whose capitals are changed.
    pub recase: f32,
    /// Features seen less often are left out.
    pub least: u32,
    /// Whether the second reading is learned too.
    pub second: bool,
    /// Where the model goes; else to its place in the core, unless sets are left out.
    pub out: Option<PathBuf>,
    pub settings: Settings,
}

impl Options {
    /// Reads the arguments.
    pub fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let settings =
            Settings { epochs: 8, rate: 0.04, l1: 0.000_002, dropout: 0.3, seed: 1, keep_transitions: false };
        let mut options = Self {
            corpora: PathBuf::from("../shared/corpora"),
            leave_out: NEVER.map(str::to_owned).to_vec(),
            own_tags: false,
            labels: None,
            wire: 800,
            recase: 0.04,
            least: 2,
            second: true,
            out: None,
            settings,
        };
        while let Some(argument) = arguments.next()? {
            let Arg::Long(name) = argument else { return Err(argument.unexpected().into()) };
            match name {
                "own-tags" => options.own_tags = true,
                "first-only" => options.second = false,
                name => {
                    let name = name.to_owned();
                    options.set(&name, &arguments.value()?.string()?)?;
                }
            }
        }
        if !options.corpora.is_dir() {
            bail!("{} is no folder: give the corpora by --corpora.", options.corpora.display());
        }
        if options.out.is_none() && options.leave_out.len() == NEVER.len() {
            options.out = Some(project::root().join("src/tag/names/names.model"));
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<()> {
        match name {
            "corpora" => self.corpora = value.into(),
            "labels" => self.labels = Some(value.into()),
            "out" => self.out = Some(value.into()),
            "leave-out" => self.leave_out.extend(value.split(',').map(str::to_owned)),
            "wire" => self.wire = value.parse()?,
            "recase" => self.recase = value.parse()?,
            "least" => self.least = value.parse()?,
            "epochs" => self.settings.epochs = value.parse()?,
            "rate" => self.settings.rate = value.parse()?,
            "l1" => self.settings.l1 = value.parse()?,
            "dropout" => self.settings.dropout = value.parse()?,
            "seed" => self.settings.seed = value.parse()?,
            _ => bail!("There is no option --{name}."),
        }
        Ok(())
    }

    /// Whether a set is scored on and not learned from.
    pub fn leaves_out(&self, set: &str) -> bool {
        self.leave_out.iter().any(|name| name == set)
    }
}
