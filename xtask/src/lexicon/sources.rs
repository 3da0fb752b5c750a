//! The packages that the lists are made from: taken from a folder, or fetched into it by their registries'
//! own clients, pinned by version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// A package by its registry's client, name and version.
#[derive(Clone, Copy)]
pub enum Package {
    Npm(&'static str, &'static str),
    Pypi(&'static str, &'static str),
}

/// A folder of unpacked packages, each in a folder of its own: `NAME-VERSION`.
pub struct Sources {
    folder: PathBuf,
    /// The corpora's folder, of which some lists take counts.
    pub corpora: PathBuf,
}

impl Sources {
    pub fn in_folder(folder: PathBuf, corpora: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self { folder, corpora })
    }

    /// Where a file of a package lies, after fetching the package if it is not in the folder yet.
    pub fn file(&self, package: Package, path: &str) -> Result<PathBuf> {
        let (Package::Npm(name, version) | Package::Pypi(name, version)) = package;
        let home = self.folder.join(format!("{name}-{version}"));
        if !home.exists() {
            println!("fetching {name} {version}");
            self.fetch(package, &home).with_context(|| {
                format!("{name} {version} is not in {} and could not be fetched", self.folder.display())
            })?;
        }
        let file = home.join(path);
        ensure!(file.exists(), "{} is missing: {name} {version} has no such file", file.display());
        Ok(file)
    }

    fn fetch(&self, package: Package, home: &Path) -> Result<()> {
        let archives = self.folder.join("archives");
        fs::create_dir_all(&archives)?;
        let (before, wanted) = (entries(&archives)?, package);
        match wanted {
            Package::Npm(name, version) => {
                run(Command::new("npm").args(["pack", "--silent", &format!("{name}@{version}")]), &archives)?;
            }
            Package::Pypi(name, version) => {
                let wanted = format!("{name}=={version}");
                let download = ["-m", "pip", "-q", "download", "--no-deps", "--no-build-isolation", &wanted];
                run(Command::new("python3").args(download), &archives)?;
            }
        }
        let archive = entries(&archives)?.into_iter().find(|path| !before.contains(path));
        let archive = archive.context("the client ran but left no new file")?;
        // Unpacked beside its place and moved there, so that what stands there is whole.
        let partial = home.with_extension("partial");
        fs::create_dir_all(&partial)?;
        if archive.extension().is_some_and(|extension| extension == "whl") {
            run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&archive).arg("."), &partial)?;
        } else {
            run(
                Command::new("tar").args(["-xzf"]).arg(&archive).args(["--strip-components", "1"]),
                &partial,
            )?;
        }
        fs::rename(partial, home)?;
        fs::remove_file(archive)?;
        Ok(())
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?)
}

fn run(command: &mut Command, folder: &Path) -> Result<()> {
    let status = command.current_dir(folder).status().with_context(|| format!("starting {command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
