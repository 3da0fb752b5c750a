//! What reads long texts in the worker, as `dist` publishes it: the core without the feature `page`, compiled for
//! speed and with vectors (`simd128`). The page in `www` has a stand-in for it, the page's own core, which also
//! serves where the browser has no vectors or the module cannot be fetched.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::{self, TARGET};
use crate::{cut, project, stamp};

/// Its module and its bindings, in `pkg`.
pub const MODULE: &str = "reader_bg.wasm";
pub const BINDINGS: &str = "reader.js";

/// What it is compiled with besides the profile's own.
const VECTORS: &str = "-Ctarget-feature=+simd128";

/// The bindings of the stand-in, and their types, which are those of the real ones.
const STAND_IN: &str = "export { initSync, loadModel, Reader } from './manicule.js';\n";

/// Writes the stand-in into `www/pkg`.
pub fn stand_in() -> Result<()> {
    let folder = project::www().join("pkg");
    fs::write(folder.join(MODULE), cut::NOTHING)?;
    fs::write(folder.join(BINDINGS), STAND_IN)?;
    Ok(fs::write(folder.join("reader.d.ts"), STAND_IN)?)
}

/// Compiles it; the folder with its module and its bindings.
pub fn reader() -> Result<PathBuf> {
    let module = compile()?;
    let bytes = fs::read(&module).with_context(|| format!("{} could not be read.", module.display()))?;
    let key = stamp::hash([&bytes[..], build::VERSIONS.as_bytes()]);
    let folder = project::target().join("dist/reader");
    let stamp_file = folder.join("stamp");
    if !stamp::is_current(&stamp_file, &key) {
        Bindgen::new()
            .input_bytes("reader", bytes)
            .web(true)
            .map_err(build::as_error)?
            .typescript(false)
            .omit_default_module_path(false)
            .generate(&folder)
            .map_err(build::as_error)
            .context("wasm-bindgen could not read what was compiled")?;
        stamp::write(&stamp_file, &key)?;
    }
    Ok(folder)
}

fn compile() -> Result<PathBuf> {
    build::ensure_target()?;
    let mut build = project::cargo();
    build.args(["rustc", "--quiet", "--package", "manicule", "--lib", "--crate-type", "cdylib"]);
    build.args(["--no-default-features", "--profile", "reader", "--target", TARGET, "--target-dir"]);
    build.arg(project::target()).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", VECTORS);
    project::run(&mut build)?;
    Ok(project::target().join(TARGET).join("reader/manicule.wasm"))
}
