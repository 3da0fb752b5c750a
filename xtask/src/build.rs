//! `cargo xtask build`: the core compiled for the browser and its model into `www/pkg`, the page's packages
//! into `www/vendor`. What is up to date is left alone.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use manicule::bundle::{self, File};
use wasm_bindgen_cli_support::Bindgen;

use crate::node::{self, Packages};
use crate::{cut, no_arguments, project, reader, stamp};

/// The compilation target of the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What the linker is asked for, so that what refers to what can be told.
const LINKED: &str = "-Clink-arg=--emit-relocs";

/// The model's files in `www/pkg`.
const MODELS: [(File, &str); 2] = [(File::Reading, "manicule.model"), (File::Speech, "speech.model")];

/// The pin of wasm-bindgen and how it is asked: another makes other bindings of the same module.
pub const VERSIONS: &str = concat!(
    include_str!("../Cargo.toml"),
    include_str!("build.rs"),
    include_str!("cut/mod.rs"),
    include_str!("reader.rs")
);

/// What the bindings give out besides: the later half of the core takes the same imports.
const LENT: &str = "export { __wbg_get_imports as imports };\n";
const LENT_TYPE: &str = "export function imports(): WebAssembly.Imports;\n";

/// Runs the command.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    no_arguments(arguments)?;
    build()
}

/// Brings `www/pkg` and `www/vendor` up to date.
pub fn build() -> Result<()> {
    node::install(Packages::Page)?;
    node::vendor()?;
    core()
}

/// Brings `www/pkg` up to date.
pub fn core() -> Result<()> {
    program()?;
    model()
}

/// The model's files, of the parts that this program was compiled with.
fn model() -> Result<()> {
    let parts = bundle::shipped().context("The model's parts are not compiled in.")?;
    for (file, name) in MODELS {
        let (path, content) = (project::www().join("pkg").join(name), parts.write(file));
        if !fs::read(&path).is_ok_and(|held| held == content) {
            fs::write(&path, content).with_context(|| format!("{} could not be written.", path.display()))?;
        }
    }
    Ok(())
}

/// The compiled core and its bindings.
fn program() -> Result<()> {
    let module = compile()?;
    let bytes = fs::read(&module).with_context(|| format!("{} could not be read.", module.display()))?;
    let key = stamp::hash([&bytes[..], VERSIONS.as_bytes()]);
    let (folder, stamp_file) = (project::www().join("pkg"), project::www().join("pkg/.stamp"));
    if stamp::is_current(&stamp_file, &key) && folder.join("manicule_bg.wasm").exists() {
        return Ok(());
    }
    Bindgen::new()
        .input_bytes("manicule", cut::with_script(&bytes)?)
        .web(true)
        .map_err(as_error)?
        .typescript(true)
        // As the linker names functions, by which they are told when the core is cut.
        .demangle(false)
        .omit_default_module_path(false)
        .generate(&folder)
        .map_err(as_error)
        .context("wasm-bindgen could not read what was compiled")?;
    for (name, lent) in [("manicule.js", LENT), ("manicule.d.ts", LENT_TYPE)] {
        let path = folder.join(name);
        fs::write(&path, fs::read_to_string(&path)? + lent)?;
    }
    fs::write(folder.join(cut::LATER), cut::NOTHING)?;
    reader::stand_in()?;
    stamp::write(&stamp_file, &key)
}

/// Where the linker leaves the core, with its relocations.
pub fn linked() -> PathBuf {
    project::target().join(TARGET).join("wasm/manicule.wasm")
}

/// Compiles the core for the browser; the path of the module.
fn compile() -> Result<PathBuf> {
    ensure_target()?;
    let target = project::target();
    let mut build = project::cargo();
    build.args(["rustc", "--quiet", "--package", "manicule", "--lib", "--crate-type", "cdylib"]);
    build.args(["--profile", "wasm", "--target", TARGET, "--target-dir"]).arg(&target);
    // Names that say types, so that two of the same function can be told apart.
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Csymbol-mangling-version=v0");
    project::run(build.args(["--", LINKED]))?;
    Ok(linked())
}

/// Adds the wasm target to the toolchain if it is not there.
pub fn ensure_target() -> Result<()> {
    let sysroot = project::output(project::command("rustc").args(["--print", "sysroot"]))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    println!("Adding the target {TARGET} to the toolchain.");
    project::run(project::command("rustup").args(["target", "add", TARGET]))
        .context("The Rust toolchain lacks the wasm target, and rustup could not add it")
}

pub fn as_error(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("{error:#}")
}
