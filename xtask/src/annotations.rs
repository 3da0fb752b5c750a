//! `cargo xtask bench-annotations`: a file of annotations loaded, scrolled past, and one more made with the mouse,
//! in the app and in Recogito's text annotator with each of its renderers: same text, type, annotations and
//! browser, visit about visit. What is compared is written in `docs/performance.md`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;
use serde_json::Value;

use crate::bench::{Spread, figures, sooner};
use crate::browser::Browser;
use crate::eval::peers;
use crate::first_sight::served;
use crate::http::site::Site;
use crate::node::{self, Packages};
use crate::{project, serve};

/// Recogito's renderers, as it calls them.
const RENDERERS: [&str; 2] = ["SPANS", "CSS_HIGHLIGHTS"];

/// What is measured of a visit: its name in the figures, and in words.
const MEASURES: [(&str, &str); 4] = [
    ("load", "file to marks painted"),
    ("frame", "a frame of scrolling, median"),
    ("frame95", "a frame of scrolling, 95th of 100"),
    ("make", "mouse up to mark painted"),
];

/// The peer writes styles into its page, which ours forbids itself.
const PEER_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'";

const PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<title>Recogito</title>\n\
    <link rel=\"icon\" href=\"data:,\" />\n<link rel=\"stylesheet\" href=\"main.css\" />\n\
    <style>body { margin: 3.5rem 0 0; } #article { position: relative; margin: 0 auto; }</style>\n\
    <script type=\"module\" src=\"main.js\"></script>\n</head>\n<body>\n<main id=\"article\"></main>\n</body>\n</html>\n";

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut published, mut runs, mut length, mut counts) =
        (false, "3".to_owned(), "1000000".to_owned(), "1000,10000".to_owned());
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("dist") => published = true,
            lexopt::Arg::Long("runs") => runs = arguments.value()?.string()?,
            lexopt::Arg::Long("length") => length = arguments.value()?.string()?,
            lexopt::Arg::Long("counts") => counts = arguments.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    node::install(Packages::All)?;
    let program = Browser::Chromium.program()?;
    let ours = served(if published { serve::dist_site()? } else { serve::development_site()? })?;
    let theirs = Site::new(peer_page(&peers::npm_packages()?)?).with_policy(PEER_POLICY.to_owned());
    let theirs = served(theirs)?;
    let mut measure = node::node();
    measure.arg("benches/recogito.mjs").args([&runs, &length, &counts, &ours]);
    measure.args(RENDERERS.map(|renderer| format!("{theirs}?{renderer}")));
    let figures = figures(measure.env("MANICULE_BROWSER_PATH", program))?;
    println!(
        "{length} characters of prose, median of {runs} visits (least to greatest); ratio: theirs/ours, pair by pair"
    );
    for row in figures["rows"].as_array().context("Nothing was measured.")? {
        println!("\n{} annotations", row["count"]);
        for (name, words) in MEASURES {
            println!("  {words:<34} {}", line(&row["sides"], name)?);
        }
    }
    Ok(())
}

/// One measure of all sides.
fn line(sides: &Value, name: &str) -> Result<String> {
    let Some((ours, theirs)) = sides.as_array().and_then(|sides| sides.split_first()) else {
        bail!("Nothing was measured: {sides}");
    };
    let mut line = format!("Manicule {}", Spread::of(ours, name)?.in_units(1.0, "ms"));
    for (side, renderer) in theirs.iter().zip(RENDERERS) {
        let (spread, ratio) = (Spread::of(side, name)?.in_units(1.0, "ms"), sooner(ours, side, name)?);
        line += &format!("   {renderer} {spread} ratio {ratio:.2}");
    }
    Ok(line)
}

/// A folder with the peer's page, its scripts in one file.
fn peer_page(packages: &Path) -> Result<PathBuf> {
    let (folder, modules) = (project::target().join("recogito"), packages.join("node_modules"));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), PAGE)?;
    let asked = serde_json::json!({
        "entryPoints": ["xtask/peers/recogito.mjs"], "outfile": folder.join("main.js"),
        "nodePaths": [&modules], "bundle": true, "format": "esm", "minify": true, "logLevel": "warning",
    });
    // Its program in `bin` is a script or a binary, as it was installed; its module is always there.
    let mut bundle = node::node();
    bundle.args(["--eval", &format!("require('esbuild').buildSync({asked})")]);
    project::run(&mut bundle)?;
    let sheet = modules.join("@recogito/text-annotator/dist/text-annotator.css");
    fs::copy(&sheet, folder.join("main.css"))
        .with_context(|| format!("{} could not be copied.", sheet.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::line;
    use serde_json::json;

    #[test]
    fn visits_are_compared_pair_by_pair() {
        let sides = json!([{ "load": [10.0, 100.0, 10.0] }, { "load": [30.0, 300.0, 20.0] }]);
        let line = line(&sides, "load").unwrap();
        assert!(line.contains("SPANS 30.0 ms (20.0 to 300.0) ratio 3.00"), "{line}");
    }
}
