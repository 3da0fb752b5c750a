//! `cargo xtask first-sight`: from navigation to the sample's text, to lines under its names, and to the entities
//! that the page's own core found, on the screen, with nothing cached and on a second visit; with `--peers` beside a
//! page that does the same with compromise, from the same server, in the same browser, visit about visit.

use std::path::{Path, PathBuf};
use std::{fs, thread};

use anyhow::{Context, Result};
use lexopt::ValueExt;
use serde_json::Value;

use crate::bench::{RUNS, Spread, figures, sooner};
use crate::browser::Browser;
use crate::eval::peers;
use crate::http::server::listen;
use crate::http::site::Site;
use crate::node::{self, Packages};
use crate::{project, serve};

/// What is measured of a page: its name in the figures, and in words.
const MEASURES: [(&str, &str); 6] = [
    ("coldText", "text, first visit"),
    ("coldLines", "lines, first visit"),
    ("cold", "found, first visit"),
    ("warmText", "text, second visit"),
    ("warmLines", "lines, second visit"),
    ("warm", "found, second visit"),
];

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut published, mut runs, mut beside) = (false, RUNS.to_owned(), false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("dist") => published = true,
            lexopt::Arg::Long("peers") => beside = true,
            lexopt::Arg::Long("runs") => runs = arguments.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    node::install(Packages::All)?;
    let program = Browser::Chromium.program()?;
    let mut measure = node::node();
    measure.arg("benches/first-sight.mjs").arg(&runs).env("MANICULE_BROWSER_PATH", program);
    measure.arg(served(if published { serve::dist_site()? } else { serve::development_site()? })?);
    if beside {
        measure.arg(served(Site::new(peer_page(&peers::npm_packages()?)?))?);
    }
    let figures = figures(&mut measure)?;
    let pages = figures["pages"].as_array().context("No page was measured.")?;
    for (name, words) in MEASURES {
        let line = |page: &Value| Ok::<_, anyhow::Error>(Spread::of(page, name)?.in_units(1.0, "ms"));
        let lines: Result<Vec<String>> = pages.iter().map(line).collect();
        let ratio = if beside {
            format!("   ratio {:.2}", sooner(&figures["pages"][0], &figures["pages"][1], name)?)
        } else {
            String::new()
        };
        println!("{words:<24} {}{ratio}", lines?.join("   compromise "));
    }
    Ok(())
}

/// Starts to serve; the address.
pub fn served(site: Site) -> Result<String> {
    let listening = listen(0)?;
    let address = format!("{}/", listening.address);
    thread::spawn(move || listening.serve(site, None));
    Ok(address)
}

/// A folder with the peer's page: the sample's own markup, compromise, and nothing else to load.
fn peer_page(packages: &Path) -> Result<PathBuf> {
    let folder = project::target().join("first-sight");
    fs::create_dir_all(&folder)?;
    let page = fs::read_to_string(project::www().join("index.html"))?;
    let article = page.find("<article").zip(page.find("</article>"));
    let article = article.and_then(|(from, to)| page.get(from..to)).context("The page holds no sample.")?;
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<title>compromise</title>\n\
         <link rel=\"modulepreload\" href=\"compromise.mjs\" />\n\
         <script type=\"module\" src=\"main.js\"></script>\n</head>\n<body>\n{article}</article>\n</body>\n</html>\n"
    );
    fs::write(folder.join("index.html"), page)?;
    fs::copy(project::root().join("xtask/peers/first-sight.mjs"), folder.join("main.js"))?;
    let bundle = packages.join("node_modules/compromise/builds/three/compromise-three.mjs");
    fs::copy(&bundle, folder.join("compromise.mjs"))
        .with_context(|| format!("{} could not be copied.", bundle.display()))?;
    Ok(folder)
}
