//! `cargo xtask serve`: builds the page and serves it on this machine; with `--watch`, rebuilds it on
//! every change and has the open pages load it again; with `--dist`, serves what `cargo xtask dist` wrote.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use std::{fs, thread};

use anyhow::{Context, Result, anyhow};
use lexopt::ValueExt;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};

use crate::http::server::{Early, listen};
use crate::http::site::{Site, content, text};
use crate::{build, dist, project, published};

const DEFAULT_PORT: u16 = 8080;

/// The module that pages load while watching, and the address where it waits for the next change.
const RELOAD_MODULE: &str = "/dev/reload.js";
const RELOAD_WAIT: &str = "/dev/change";

/// Where [`scenario_site`] has the page as it is written.
pub const WRITTEN: &str = "written/";

/// How long a page's question waits for a change before it is answered with none.
const PATIENCE: Duration = Duration::from_secs(25);

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut port, mut open_page, mut watched, mut published) = (DEFAULT_PORT, false, false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("port") => port = arguments.value()?.parse()?,
            lexopt::Arg::Long("open") => open_page = true,
            lexopt::Arg::Long("watch") => watched = true,
            lexopt::Arg::Long("dist") => published = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let site = if published { dist_site()? } else { development_site()? };
    let (site, early) = if watched {
        let changes = Arc::new(Changes::default());
        thread::spawn({
            let changes = Arc::clone(&changes);
            move || watch(&changes).unwrap_or_else(|error| eprintln!("error: watching stopped: {error:#}"))
        });
        (site.with_pages(with_reload), Some(reload(changes)))
    } else {
        (site, None)
    };
    let listening = listen(port)?;
    println!("Manicule is at {}", listening.address);
    if open_page && let Err(error) = open::that(&listening.address) {
        eprintln!("No browser could be opened: {error}.");
    }
    listening.serve(site, early);
    Ok(())
}

/// The page as it stands in the repository, brought up to date.
pub fn development_site() -> Result<Site> {
    build::build()?;
    Ok(Site::new(project::www()))
}

/// The page as it was last published.
pub fn dist_site() -> Result<Site> {
    let folder = project::root().join("dist");
    fs::metadata(folder.join("index.html")).context("There is no dist/ yet: run `cargo xtask dist` first")?;
    let lasting = dist::content_folders(&folder)?;
    let site = Site::new(&folder).with_policy(dist::policy(&folder)?);
    Ok(site.with_immutable(lasting.into_iter().map(|name| format!("{name}/")).collect()))
}

/// The published page for scenarios: one file where the page as it is written has a dozen, which browsers read in two
/// thirds of the time. It says no version, so that no service worker fetches the rest beside each scenario, and the
/// page as it is written lies at [`WRITTEN`], for what reaches into its modules.
pub fn scenario_site() -> Result<Site> {
    Ok(dist_site()?.with_pages(published::without_version).with_beside(WRITTEN, project::www()))
}

/// A page that loads the module that loads it again.
fn with_reload(page: &str) -> String {
    let script = format!("<script type=\"module\" src=\"{RELOAD_MODULE}\"></script>\n</head>");
    page.replacen("</head>", &script, 1)
}

/// How many times the page has changed, and a bell for those who wait for the next time.
#[derive(Default)]
struct Changes {
    count: Mutex<u64>,
    bell: Condvar,
}

impl Changes {
    fn announce(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.bell.notify_all();
    }

    /// The count, as soon as it differs from `seen` or [`PATIENCE`] is over.
    fn wait(&self, seen: Option<u64>) -> u64 {
        let deadline = Instant::now() + PATIENCE;
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        while seen == Some(*count) {
            let Some(left) = deadline.checked_duration_since(Instant::now()) else { break };
            count = self.bell.wait_timeout(count, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        *count
    }
}

/// Answers the module that reloads the page, and its questions.
fn reload(changes: Arc<Changes>) -> Box<Early> {
    // Not awaited at the top: the page would count as loading for as long as it waits for changes.
    let module = format!(
        "async function follow() {{\n\
         \x20 for (let seen = ''; ; ) {{\n\
         \x20   const answer = await fetch(`{RELOAD_WAIT}?${{seen}}`).catch(() => null);\n\
         \x20   const count = answer?.ok ? await answer.text() : seen;\n\
         \x20   if (seen && count !== seen) location.reload();\n\
         \x20   seen = count;\n\
         \x20   if (!answer?.ok) await new Promise((resolve) => setTimeout(resolve, 1000));\n\
         \x20 }}\n\
         }}\n\
         follow();\n"
    );
    Box::new(move |target| match target.split_once('?').unwrap_or((target, "")) {
        (RELOAD_MODULE, _) => Some(content(200, "text/javascript; charset=utf-8", &module)),
        (RELOAD_WAIT, seen) => Some(text(200, &changes.wait(seen.parse().ok()).to_string())),
        _ => None,
    })
}

/// Rebuilds on every change to the core or the page, until the process ends.
fn watch(changes: &Changes) -> Result<()> {
    let (sender, receiver) = std::sync::mpsc::channel::<DebounceEventResult>();
    let mut debouncer = new_debouncer(Duration::from_millis(150), sender)?;
    let root = project::root();
    for folder in ["src", "www"] {
        let watched = debouncer.watcher().watch(&root.join(folder), RecursiveMode::Recursive);
        watched.with_context(|| format!("{folder} cannot be watched"))?;
    }
    let mut built = sources()?;
    for events in receiver {
        events.map_err(|error| anyhow!("{error}"))?;
        // Reading a file is an event on some systems, and building reads them all.
        let current = sources()?;
        if current == built {
            continue;
        }
        built = current;
        let started = Instant::now();
        match build::build() {
            Ok(()) => {
                println!("Rebuilt in {:.1} s.", started.elapsed().as_secs_f64());
                changes.announce();
            }
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
    Ok(())
}

/// Every file that the page is made from, with its length and the time of its last change.
fn sources() -> Result<Vec<(String, u64, Option<SystemTime>)>> {
    let mut sources = Vec::new();
    for folder in [project::root().join("src"), project::www()] {
        for file in project::files_below(&folder)? {
            let is_generated = file.starts_with("pkg/") || file.starts_with("vendor/");
            if let (false, Ok(metadata)) = (is_generated, fs::metadata(folder.join(&file))) {
                sources.push((file, metadata.len(), metadata.modified().ok()));
            }
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_saw_an_older_count_is_answered_at_once() {
        let changes = Changes::default();
        assert_eq!(changes.wait(None), 0);
        changes.announce();
        assert_eq!(changes.wait(Some(0)), 1);
    }

    #[test]
    fn a_page_that_waits_is_woken_by_a_change() {
        let changes = Arc::new(Changes::default());
        let waiting = thread::spawn({
            let changes = Arc::clone(&changes);
            move || changes.wait(Some(0))
        });
        changes.announce();
        assert_eq!(waiting.join().unwrap(), 1);
    }

    #[test]
    fn only_the_two_addresses_are_answered_early() {
        let early = reload(Arc::new(Changes::default()));
        assert!(early("/dev/reload.js").is_some_and(|reply| reply.status == 200));
        assert!(early("/dev/change?").is_some_and(|reply| &reply.body[..] == b"0"));
        assert!(early("/").is_none());
    }
}
