//! The core cut into what a first visit loads and the parts that are fetched when they are called for
//! (`src/wasm/later.rs` says which).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::Options;

/// The script that fetches the parts; the bindings import it.
pub const SCRIPT: &str = "parts.js";

/// What the linker is asked for, so that what refers to what can be told.
pub const LINKED: &str = "-Clink-arg=--emit-relocs";

/// Cuts the module: parts and script into `folder`, and the path of what remains, which is what the
/// bindings are made for. `bindings` is the name of their script.
pub fn cut(module: &[u8], folder: &Path, bindings: &str) -> Result<PathBuf> {
    for old in parts(folder)? {
        fs::remove_file(&old).with_context(|| format!("{} could not be removed.", old.display()))?;
    }
    fs::create_dir_all(folder)?;
    let first = folder.join("first.part.wasm");
    let (link, main) = (format!("./{SCRIPT}"), format!("./{bindings}"));
    let mut options = Options::new(module);
    (options.output_dir, options.main_out_path) = (folder, &first);
    (options.link_name, options.main_module) = (&link, &main);
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("What was compiled could not be cut into parts")?;
    Ok(first)
}

/// The parts that lie in a folder.
fn parts(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let paths: Result<Vec<_>, _> = folder.read_dir()?.map(|entry| entry.map(|entry| entry.path())).collect();
    let is_part = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".wasm") && (name.starts_with("split_") || name.starts_with("chunk_"))
    };
    Ok(paths?.into_iter().filter(is_part).collect())
}
