//! `cargo xtask dist`: a folder that any static host serves as it is.
//!
//! Pages lie at its top; all else lies in one folder named after the hash of its content, so that
//! relative imports hold as they stand, a browser may keep every file for good, and no page ever mixes two
//! versions. The model has such a folder of its own: it is large and stays when the program changes. The service
//! worker is told every file's hash. Beside each file lie its `.br` and `.gz` for hosts that send them; `_headers`
//! is for hosts that read it, and a `<meta>` in the page carries the content security policy for those that do not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::cut::{self, profile::Later};
use crate::http::{headers, media};
use crate::inline::{Inline, written_in};
use crate::node::{self, Packages};
use crate::published::File;
use crate::references::first_visit;
use crate::size::{self, Row};
use crate::{build, no_arguments, precache, project, published, reader, sample, stamp};

/// Where wasm-opt's script lies in `node_modules`, and what it is asked for. The features come from the
/// module's own `target_features`. A larger function with one caller stays by itself: the engine compiles each at its
/// first call, and most of what is in one is not called at first.
const WASM_OPT: &str = "binaryen/bin/wasm-opt";
const WASM_OPT_OPTIONS: &[&str] =
    &["-Os", "-Os", "--one-caller-inline-max-function-size=50", "--strip-debug", "--strip-producers"];

/// The same for what is to be fast, however large. Of functions that have become too large engines make slower code.
const WASM_OPT_SPEED: &[&str] =
    &["-O3", "--one-caller-inline-max-function-size=50", "--strip-debug", "--strip-producers"];

/// The application's manifest, in `www` and at the top of `dist`.
const MANIFEST: &str = "manifest.webmanifest";

/// A file to be published: its path in `www` and its content.
struct Asset {
    path: String,
    content: Vec<u8>,
}

/// Runs the command.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    no_arguments(arguments)?;
    print!("{}", size::table(&dist()?, &size::budgets()?));
    Ok(())
}

/// Writes the folder; what it holds.
pub fn dist() -> Result<Vec<Row>> {
    node::install(Packages::All)?;
    build::build()?;
    let reader = reader::reader()?;
    let mut assets = bundled(collect(&project::www())?, &reader)?;
    let modules = modules(&reader)?;
    assets.retain(|asset| modules.iter().all(|module| module.path != asset.path));
    assets.extend(modules);
    for page in assets.iter_mut().filter(|asset| asset.path == "index.html") {
        page.content = sample::with_lines(&String::from_utf8_lossy(&page.content))?.into_bytes();
    }
    let inline = with_first_paint(&mut assets);
    let folders = Folders::of(&assets);
    let folder = project::root().join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("The old dist/ could not be removed")?;
    }
    let rows = write_all(&folder, &folders, &assets, &inline)?;
    fs::write(folder.join("_headers"), host_headers(&folders, &inline))?;
    Ok(rows)
}

/// The two halves of the core, and what reads long texts, as they are published.
fn modules(reader: &Path) -> Result<[Asset; 3]> {
    let (first, later) = ("pkg/manicule_bg.wasm".to_owned(), format!("pkg/{}", cut::LATER));
    let module = fs::read(project::www().join(&first)).context("There is no core to publish")?;
    let profile = Later::read()?;
    let halves = cut::cut(&module, &fs::read(build::linked())?, |name| profile.has(name))?;
    let for_books = fs::read(reader.join(reader::MODULE))?;
    let published = |path: String, module: &[u8], options| -> Result<Asset> {
        Ok(Asset { content: optimised(&path, module, options)?, path })
    };
    Ok([
        published(first, &halves.first, WASM_OPT_OPTIONS)?,
        published(later, &halves.later, WASM_OPT_OPTIONS)?,
        published(format!("pkg/{}", reader::MODULE), &for_books, WASM_OPT_SPEED)?,
    ])
}

/// Writes the two halves of the core, and what reads long texts with its bindings, as they are published, into a folder.
pub fn write_core(folder: &Path) -> Result<()> {
    node::install(Packages::All)?;
    fs::create_dir_all(folder)?;
    let reader = reader::reader()?;
    for module in modules(&reader)? {
        let name = module.path.rsplit('/').next().unwrap_or(&module.path);
        fs::write(folder.join(name), module.content)?;
    }
    fs::copy(reader.join(reader::BINDINGS), folder.join(reader::BINDINGS))?;
    Ok(())
}

/// Pages with what their first paint needs in them, and no file of it that nothing else asks for; what stands in
/// them now.
fn with_first_paint(assets: &mut Vec<Asset>) -> Inline {
    let mut inline = Inline::default();
    let files: Vec<(&str, &[u8])> =
        assets.iter().map(|asset| (asset.path.as_str(), asset.content.as_slice())).collect();
    let written: Vec<_> = assets
        .iter()
        .map(|asset| asset.path.ends_with(".html").then(|| String::from_utf8_lossy(&asset.content)))
        .map(|page| page.map(|page| written_in(&page, &files, &mut inline)))
        .collect();
    for (asset, page) in assets.iter_mut().zip(written) {
        if let Some(page) = page {
            asset.content = page.into_bytes();
        }
    }
    let texts: String = assets
        .iter()
        .filter(|asset| [".html", ".js"].iter().any(|ending| asset.path.ends_with(ending)))
        .map(|asset| String::from_utf8_lossy(&asset.content))
        .collect();
    let is_asked_for =
        |path: &str| ['"', '\''].iter().any(|quote| texts.contains(&format!("{quote}{path}{quote}")));
    assets.retain(|asset| !inline.paths.contains(&asset.path) || is_asked_for(&asset.path));
    inline
}

/// The content security policy that `dist` was written with.
pub fn policy(dist: &Path) -> Result<String> {
    let headers = fs::read_to_string(dist.join("_headers"))?;
    let policy = headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    Ok(policy.context("dist/_headers names no content security policy")?.to_owned())
}

/// The names of the folders in `dist` that hold everything but the pages.
pub fn content_folders(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in dist.read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// The scripts in place of those they were bundled from.
fn bundled(assets: Vec<Asset>, reader: &Path) -> Result<Vec<Asset>> {
    let folder = project::target().join("dist/scripts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    project::run(node::node().arg("xtask/bundle.mjs").arg(project::www()).arg(reader).arg(&folder))?;
    let mut bundled = collect(&folder)?;
    let is_bundled = |path: &str| [".js", ".mjs", ".css"].iter().any(|ending| path.ends_with(ending));
    // What runs apart from the page is no module, and a package's worker is a bundle.
    let apart = [precache::SCRIPT, "vendor/pdfjs-worker.js"];
    let is_whole = |path: &str| !is_bundled(path) || apart.contains(&path);
    bundled.extend(assets.into_iter().filter(|asset| is_whole(&asset.path)));
    bundled.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(bundled)
}

fn collect(www: &Path) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    for path in project::files_below(www)?.into_iter().filter(|path| is_published(path)) {
        let content = fs::read(www.join(&path)).with_context(|| format!("{path} could not be read."))?;
        assets.push(Asset { path, content });
    }
    Ok(assets)
}

/// Type declarations and what starts with a dot are for those who write the page.
fn is_published(path: &str) -> bool {
    !path.split('/').any(|part| part.starts_with('.'))
        && !path.ends_with(".d.ts")
        && !path.ends_with(".d.mts")
}

/// Pages, and what a browser looks for at the top, keep their name and place.
pub fn is_at_the_top(path: &str) -> bool {
    !path.contains('/')
        && (path.ends_with(".html")
            || matches!(path, "favicon.ico" | "robots.txt" | MANIFEST | precache::SCRIPT))
}

/// The folders that are named after what they hold.
pub struct Folders {
    pub program: String,
    pub model: String,
}

impl Folders {
    fn of(assets: &[Asset]) -> Self {
        let name = |of_model: bool| {
            let held = assets.iter().filter(|asset| is_model(&asset.path) == of_model);
            let parts = held.flat_map(|asset| [asset.path.as_bytes(), &asset.content]);
            stamp::hash(parts)[..12].to_owned()
        };
        Self { program: name(false), model: name(true) }
    }

    /// Where a file of `www` is published.
    pub fn place(&self, path: &str) -> String {
        if is_at_the_top(path) {
            path.to_owned()
        } else if is_model(path) {
            format!("{}/{}", self.model, path.rsplit('/').next().unwrap_or(path))
        } else {
            format!("{}/{path}", self.program)
        }
    }
}

fn is_model(path: &str) -> bool {
    path.ends_with(".model")
}

/// A module as wasm-opt leaves it; from the last run if it is the same.
fn optimised(path: &str, module: &[u8], options: &[&str]) -> Result<Vec<u8>> {
    let lock = fs::read(project::root().join("package-lock.json"))?;
    let key = stamp::hash([module, options.join(" ").as_bytes(), &lock]);
    let folder = project::target().join("dist").join(path.replace('/', "-"));
    let (input, output, stamp_file) =
        (folder.join("input.wasm"), folder.join("output.wasm"), folder.join("stamp"));
    if !stamp::is_current(&stamp_file, &key) || !output.exists() {
        fs::create_dir_all(&folder)?;
        fs::write(&input, module)?;
        project::run(node::tool(WASM_OPT).args(options).arg(&input).arg("-o").arg(&output))?;
        stamp::write(&stamp_file, &key)?;
    }
    Ok(fs::read(&output)?)
}

fn write_all(folder: &Path, folders: &Folders, assets: &[Asset], inline: &Inline) -> Result<Vec<Row>> {
    let files: Vec<(&str, &[u8])> =
        assets.iter().map(|asset| (asset.path.as_str(), asset.content.as_slice())).collect();
    let first = first_visit("index.html", &files);
    let mut published = Vec::new();
    for Asset { path, content } in assets {
        let text = String::from_utf8_lossy(content);
        let content = match path.as_str() {
            page if page.ends_with(".html") => {
                published::page(&text, folders, &files, &first, inline)?.into_bytes()
            }
            MANIFEST => published::manifest(&text, folders, &files).into_bytes(),
            _ => content.clone(),
        };
        published.push(File { place: folders.place(path), content, first: first.contains(path) });
    }
    let version = precache::version(&published);
    for page in published.iter_mut().filter(|file| file.place.ends_with(".html")) {
        page.content = published::of_version(&String::from_utf8_lossy(&page.content), &version).into_bytes();
    }
    if let Some(at) = published.iter().position(|file| file.place == precache::SCRIPT) {
        let script = String::from_utf8_lossy(&published[at].content);
        published[at].content = precache::script(&script, &version, &published)?.into_bytes();
    }
    for File { place, content, .. } in &published {
        let file = folder.join(place);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(&file, content)?;
    }
    compress(folder, &published)?;
    published.iter().map(|file| row(folder, file)).collect()
}

/// Writes the compressed twins of those that get smaller.
fn compress(folder: &Path, published: &[File]) -> Result<()> {
    let files = published.iter().filter(|file| media::is_compressible(&file.place));
    project::run(node::node().arg("xtask/compress.mjs").args(files.map(|file| folder.join(&file.place))))
}

/// What a file weighs, by itself and by its twins.
fn row(folder: &Path, File { place, content, first }: &File) -> Result<Row> {
    let raw = content.len();
    let twin = |suffix: &str| -> Result<usize> {
        let twin = folder.join(format!("{place}.{suffix}"));
        Ok(if twin.exists() { usize::try_from(twin.metadata()?.len())?.min(raw) } else { raw })
    };
    Ok(Row { raw, gzip: twin("gz")?, brotli: twin("br")?, path: place.clone(), first: *first })
}

/// The file `_headers`, read by several static hosts.
fn host_headers(folders: &Folders, inline: &Inline) -> String {
    let security: String = headers::security("", &headers::content_security_policy(inline))
        .iter()
        .map(|(name, value)| format!("  {name}: {value}\n"))
        .collect();
    let lasting: String = [&folders.program, &folders.model]
        .map(|name| {
            format!("/{name}/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n")
        })
        .concat();
    let receiver = format!(
        "/{0}\n  ! Cross-Origin-Opener-Policy\n  Cross-Origin-Opener-Policy: {1}\n",
        headers::RECEIVER,
        headers::opener_policy(headers::RECEIVER)
    );
    format!("/*\n{security}  Cache-Control: no-cache\n{receiver}{lasting}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_keeps_its_address_while_only_the_program_changes() {
        let folders = |program: &[u8], model: &[u8]| {
            let asset =
                |path: &str, content: &[u8]| Asset { path: path.to_owned(), content: content.to_vec() };
            Folders::of(&[asset("main.js", program), asset("pkg/a.model", model)])
        };
        let (before, program, model) = (folders(b"1", b"1"), folders(b"2", b"1"), folders(b"1", b"2"));
        assert_eq!(before.place("pkg/a.model"), program.place("pkg/a.model"));
        assert_ne!(before.place("main.js"), program.place("main.js"));
        assert_ne!(before.place("pkg/a.model"), model.place("pkg/a.model"));
        assert!(host_headers(&before, &Inline::default()).matches("immutable").count() == 2);
    }

    #[test]
    fn what_only_developers_read_stays_behind() {
        assert!(is_published("pkg/manicule_bg.wasm") && is_published("vendor/marked.LICENSE.txt"));
        assert!(!is_published("pkg/.stamp") && !is_published("pkg/manicule.d.ts"));
    }
}
