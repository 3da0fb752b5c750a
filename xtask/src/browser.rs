//! The browsers that the end-to-end tests drive: found, or installed where that is ours to do, or asked
//! for in one line.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::project;

/// A browser by the name that the tests know it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    /// As in `MANICULE_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// Programs on the search path, the likeliest first.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// Where macOS keeps it.
    fn application(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ],
            Self::Firefox => &["/Applications/Firefox.app/Contents/MacOS/firefox"],
        }
    }

    /// Debian's package.
    fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// The browser's program: the one in `MANICULE_CHROMIUM` or `MANICULE_FIREFOX`, or one that is
    /// installed; installed now on a Debian where we may.
    pub fn program(self) -> Result<PathBuf> {
        let variable = format!("MANICULE_{}", self.name().to_uppercase());
        if let Some(path) = env::var_os(&variable) {
            return Ok(path.into());
        }
        if let Some(path) = self.installed() {
            return Ok(path);
        }
        if is_ours_to_install() {
            install(&[self.package()])?;
        }
        match self.installed() {
            Some(path) => Ok(path),
            None => bail!(
                "{} is missing: install it (Debian: `apt-get install {}`) or set {variable} to its program.",
                self.name(),
                self.package()
            ),
        }
    }

    fn installed(self) -> Option<PathBuf> {
        let applications = self.application().iter().map(PathBuf::from);
        self.programs()
            .iter()
            .find_map(|program| in_path(program))
            .or_else(|| applications.into_iter().find(|path| path.is_file()))
    }
}

fn in_path(program: &str) -> Option<PathBuf> {
    let search = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&search).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Debian's packages of WebKit with its driver, and of a screen for it.
pub const WEBKIT_PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth"];

/// The driver of WebKit where there is a screen for it: the one in `MANICULE_WEBKIT`, or one that is installed; both
/// installed now on a Debian where we may and they can be had.
pub fn webkit_driver() -> Option<PathBuf> {
    let has_screen = || env::var_os("DISPLAY").is_some() || in_path("xvfb-run").is_some();
    let named = || env::var_os("MANICULE_WEBKIT").map(PathBuf::from);
    let found = || named().or_else(|| in_path("WebKitWebDriver")).filter(|_| has_screen());
    found().or_else(|| {
        let installs = is_ours_to_install() && install(WEBKIT_PACKAGES).is_ok();
        if installs { found() } else { None }
    })
}

/// Whether this is a Debian on which we are root: a machine made for running tests.
pub fn is_ours_to_install() -> bool {
    let is_root = || project::output(project::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    Path::new("/etc/debian_version").exists() && is_root()
}

/// Installs Debian packages.
pub fn install(packages: &[&str]) -> Result<()> {
    println!("Installing {}.", packages.join(", "));
    project::run(project::command("apt-get").args(["update", "-qq"]))?;
    let mut install = project::command("apt-get");
    install.args(["install", "-qq", "-y", "--no-install-recommends"]).args(packages);
    project::run(install.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null()))
}
