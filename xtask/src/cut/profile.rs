//! `cargo xtask profile`: which functions of the core a first visit does not run, measured in a browser and
//! written down for the cut.

use std::collections::{BTreeSet, HashSet};
use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{ConstExpr, FunctionKind, ValType};

use super::{parsed, plan};
use crate::browser::Browser;
use crate::first_sight::served;
use crate::http::site::Site;
use crate::node::{self, Packages};
use crate::{build, no_arguments, project, stamp};

/// What the file says of itself.
const HEAD: &str = "# Functions that a first visit does not run, each by the start of its name's SHA-256: written by\n\
                    # `cargo xtask profile`. What is not here is in the first half of the published core.\n";

/// So many hexadecimal digits of a hash are kept.
const DIGITS: usize = 8;

/// What each function's number is called that says whether it ran; the page's script knows.
const RAN: &str = "ran-";

fn path() -> PathBuf {
    project::root().join("xtask/later.txt")
}

/// The functions that go into the later half.
pub struct Later(HashSet<String>);

impl Later {
    /// As the last profile has it.
    pub fn read() -> Result<Self> {
        let written = fs::read_to_string(path()).context("xtask/later.txt could not be read.")?;
        Ok(Self(written.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()))
    }

    /// Whether it has a function of that name, as the linker has it.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&key(name))
    }
}

/// The name without what differs from one compilation to the next.
fn key(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    stamp::hash([name.as_bytes()])[..DIGITS].to_owned()
}

/// Runs the command.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    no_arguments(arguments)?;
    node::install(Packages::All)?;
    build::build()?;
    let folder = project::target().join("profile");
    let module = fs::read(project::www().join("pkg/manicule_bg.wasm"))?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("bg.wasm"), noting(&module)?)?;
    fs::write(folder.join("later.wasm"), super::NOTHING)?;
    let address = served(Site::new(project::www()).with_beside("pkg/manicule_", &folder))?;
    let mut visit = node::node();
    visit.arg("xtask/profile.mjs").arg(address).env("MANICULE_BROWSER_PATH", Browser::Chromium.program()?);
    let ran: HashSet<usize> = serde_json::from_str(&project::output(&mut visit)?)?;
    let names = names(&module)?;
    let name_of_run = |at: &usize| names.get(*at).map(|name| key(name));
    let run: HashSet<String> = ran.iter().filter_map(name_of_run).collect();
    let later: BTreeSet<String> =
        names.iter().map(|name| key(name)).filter(|key| !run.contains(key)).collect();
    println!("A first visit runs {} of {} functions.", ran.len(), names.len());
    let lines: String = later.iter().map(|key| format!("{key}\n")).collect();
    fs::write(path(), format!("{HEAD}{lines}")).context("xtask/later.txt could not be written.")
}

/// The names of functions with a body, in the module's order.
fn names(module: &[u8]) -> Result<Vec<String>> {
    let module = parsed(module)?;
    let name = |id: &walrus::FunctionId| module.funcs.get(*id).name.clone().unwrap_or_default();
    Ok(plan::local_functions(&module).iter().map(name).collect())
}

/// The module, each function of which notes that it ran.
fn noting(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = parsed(module)?;
    for (at, id) in plan::local_functions(&module).into_iter().enumerate() {
        let zero = ConstExpr::Value(Value::I32(0));
        let ran = module.globals.add_local(ValType::I32, true, false, zero);
        module.exports.add(&format!("{RAN}{at}"), ran);
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            function.builder_mut().func_body().const_at(0, Value::I32(1)).global_set_at(1, ran);
        }
    }
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_keeps_its_key_when_its_crate_is_compiled_anew() {
        assert_eq!(key("_RNvCs1234_8manicule4find").len(), DIGITS);
        assert_eq!(key("_RNvCs1234_8manicule4find"), key("_RNvCs5678_8manicule4find"));
        assert_ne!(key("_RNvCs1234_8manicule4find"), key("_RNvCs1234_8manicule4lose"));
    }
}
