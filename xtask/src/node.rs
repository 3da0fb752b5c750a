//! Node and the packages of `package-lock.json`: installed when the lock file changed, and the few that
//! the page itself uses copied to `www/vendor`, with their licences.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use serde_json::Value;

use crate::{project, stamp};

/// How much of the lock file is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packages {
    /// What the page loads.
    Page,
    /// The page's and those that check, test and measure it.
    All,
}

/// A file of a package, and its name in `www/vendor`.
const VENDORED: &[(&str, &str)] = &[
    ("marked/lib/marked.esm.js", "marked.esm.js"),
    ("marked/lib/marked.d.ts", "marked.esm.d.ts"),
    ("marked/LICENSE", "marked.LICENSE.txt"),
    ("dompurify/dist/purify.es.mjs", "purify.es.mjs"),
    ("dompurify/dist/purify.es.d.mts", "purify.es.d.mts"),
    ("dompurify/LICENSE", "dompurify.LICENSE.txt"),
];

/// What the model is and how good, in the repository and in `www/vendor`.
const MODEL_CARD: &str = "MODEL.md";

/// The oldest Node that the packages run on.
const OLDEST: (u32, u32) = (20, 19);

/// Node running in the repository's root.
pub fn node() -> Command {
    project::command("node")
}

/// A tool of an installed package, by the script that starts it.
pub fn tool(script: &str) -> Command {
    let mut command = node();
    command.arg(project::root().join("node_modules").join(script));
    command
}

/// Fails, saying what to install, unless Node and npm are there and new enough.
pub fn require() -> Result<()> {
    let (major, minor) = OLDEST;
    let advice = format!("install Node {major}.{minor} or newer with npm (https://nodejs.org)");
    let Ok(version) = project::output(node().arg("--version")) else { bail!("Node is missing: {advice}.") };
    if parsed(&version) < Some(OLDEST) {
        bail!("Node is too old ({}): {advice}.", version.trim());
    }
    if project::output(npm().arg("--version")).is_err() {
        bail!("npm is missing: {advice}.");
    }
    Ok(())
}

/// Major and minor of a version such as `v20.19.2`.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// npm, running in the repository's root.
pub fn npm() -> Command {
    project::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Installs the packages of the lock file unless they stand there already.
pub fn install(packages: Packages) -> Result<()> {
    let root = project::root();
    let lock = listing(&root.join("package-lock.json"))?;
    let installed = listing(&root.join("node_modules/.package-lock.json")).unwrap_or_default();
    if holds(&installed, &lock, packages) {
        return Ok(());
    }
    require()?;
    println!("Installing the packages of package-lock.json.");
    let mut install = npm();
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    if packages == Packages::Page {
        install.arg("--omit=dev");
    }
    project::run(install.stdout(Stdio::null()))
}

/// What a lock file lists. npm leaves one in `node_modules` too, of what it installed.
fn listing(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("{} could not be read.", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a lock file", file.display()))
}

/// Whether every package of `lock` that is wanted is installed in the very version. Optional ones are for
/// other systems than this, or for nobody.
fn holds(installed: &Value, lock: &Value, packages: Packages) -> bool {
    let is_set = |entry: &Value, flag: &str| entry[flag].as_bool() == Some(true);
    let Some(entries) = lock["packages"].as_object() else { return false };
    let mut wanted = entries.iter().filter(|(path, entry)| {
        let is_wanted = packages == Packages::All || !is_set(entry, "dev");
        !path.is_empty() && is_wanted && !is_set(entry, "optional")
    });
    wanted.all(|(path, entry)| {
        let held = &installed["packages"][path.as_str()];
        held["version"] == entry["version"] && held["integrity"] == entry["integrity"]
    })
}

/// Copies the page's packages to `www/vendor`, and bundles those that are loaded when they are wanted.
pub fn vendor() -> Result<()> {
    let (modules, folder) = (project::root().join("node_modules"), project::www().join("vendor"));
    fs::create_dir_all(&folder)?;
    libraries(&folder)?;
    for (source, name) in VENDORED {
        let source = modules.join(source);
        let content = fs::read_to_string(&source)
            .with_context(|| format!("{} could not be read.", source.display()))?;
        write_if_changed(&folder.join(name), without_source_map(&content).as_bytes())?;
    }
    // The page shows it when it is asked how far the tagging can be trusted.
    let card = fs::read(project::root().join(MODEL_CARD))?;
    write_if_changed(&folder.join(MODEL_CARD), &card)
}

/// Bundles what `xtask/libraries` describes, unless it stands there already; what else was in the folder goes.
fn libraries(folder: &Path) -> Result<()> {
    let (script, entries) = ("xtask/libraries.mjs", project::root().join("xtask/libraries"));
    let mut parts = vec![fs::read(project::root().join(script))?];
    parts.push(fs::read(project::root().join("package-lock.json"))?);
    for file in project::files_below(&entries)? {
        parts.push(file.clone().into_bytes());
        parts.push(fs::read(entries.join(&file))?);
    }
    let (key, stamp_file) = (stamp::hash(parts.iter().map(Vec::as_slice)), folder.join(".stamp"));
    if stamp::is_current(&stamp_file, &key) {
        return Ok(());
    }
    fs::remove_dir_all(folder)?;
    fs::create_dir_all(folder)?;
    project::run(node().arg(script).arg(folder))?;
    stamp::write(&stamp_file, &key)
}

/// The maps are not served, and a debugger that asks for them would only find them missing.
fn without_source_map(content: &str) -> &str {
    let content = content.trim_end();
    match content.rfind("//# sourceMappingURL=") {
        Some(at) if !content[at..].contains('\n') => &content[..at],
        _ => content,
    }
}

fn write_if_changed(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|held| held == content) {
        return Ok(());
    }
    fs::write(file, content).with_context(|| format!("{} could not be written.", file.display()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Packages, holds, parsed, without_source_map};

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(parsed("v20.19.2\n"), Some((20, 19)));
        assert!(parsed("v20.9.0") < Some((20, 19)) && parsed("v100.0.0") > Some((20, 19)));
        assert!(parsed("nonsense") < Some((20, 19)));
    }

    #[test]
    fn packages_are_there_if_each_wanted_one_is_there_in_its_version() {
        let package = |version: &str| json!({ "version": version, "integrity": version });
        let lock = json!({ "packages": {
            "": {},
            "page": package("1"),
            "check": { "version": "2", "integrity": "2", "dev": true },
            "elsewhere": { "version": "3", "integrity": "3", "dev": true, "optional": true },
        } });
        let check = |installed, page, all| {
            assert_eq!(holds(&installed, &lock, Packages::Page), page, "{installed}");
            assert_eq!(holds(&installed, &lock, Packages::All), all, "{installed}");
        };
        check(json!({}), false, false);
        check(json!({ "packages": { "page": package("1") } }), true, false);
        check(json!({ "packages": { "page": package("1"), "check": package("2") } }), true, true);
        check(json!({ "packages": { "page": package("0"), "check": package("2") } }), false, false);
    }

    #[test]
    fn only_a_closing_source_map_line_goes() {
        assert_eq!(without_source_map("a();\n//# sourceMappingURL=a.map\n"), "a();\n");
        assert_eq!(
            without_source_map("//# sourceMappingURL=a.map\na();"),
            "//# sourceMappingURL=a.map\na();"
        );
    }
}
