//! `cargo xtask dist`: a folder that any static host serves as it is.
//!
//! Pages lie at its top; all else lies in one folder named after the hash of its content, so that
//! relative imports hold as they stand, a browser may keep every file for good, and no page ever mixes two
//! versions. The model has such a folder of its own: it is large and stays when the program changes. Beside each file lie its `.br` and `.gz` for hosts that send them; `_headers` is for hosts
//! that read it, and a `<meta>` in the page carries the content security policy for those that do not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::http::compress::{Effort, Encoding, encode};
use crate::http::{headers, media};
use crate::node::{self, Packages};
use crate::references::first_visit;
use crate::size::{self, Row};
use crate::{build, no_arguments, project, stamp};

/// Where wasm-opt's script lies in `node_modules`, and what it is asked for. The features come from the
/// module's own `target_features`.
const WASM_OPT: &str = "binaryen/bin/wasm-opt";
const WASM_OPT_OPTIONS: &[&str] = &["-Os", "--strip-debug", "--strip-producers"];

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
    let mut assets = bundled(collect(&project::www())?)?;
    for asset in assets.iter_mut().filter(|asset| asset.path.ends_with(".wasm")) {
        asset.content = optimised(&asset.content)?;
    }
    let folders = Folders::of(&assets);
    let folder = project::root().join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("The old dist/ could not be removed")?;
    }
    let rows = write_all(&folder, &folders, &assets)?;
    fs::write(folder.join("_headers"), host_headers(&folders))?;
    Ok(rows)
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
fn bundled(assets: Vec<Asset>) -> Result<Vec<Asset>> {
    let folder = project::target().join("dist/scripts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    project::run(node::node().arg("xtask/bundle.mjs").arg(project::www()).arg(&folder))?;
    let mut bundled = collect(&folder)?;
    let is_script = |path: &str| path.ends_with(".js") || path.ends_with(".mjs");
    // What runs before the first paint is no module, and a package's worker is a bundle already.
    let is_whole = |path: &str| !is_script(path) || matches!(path, "early.js" | "vendor/pdfjs-worker.js");
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
fn is_at_the_top(path: &str) -> bool {
    !path.contains('/')
        && (path.ends_with(".html") || matches!(path, "favicon.ico" | "robots.txt" | "service-worker.js"))
}

/// The folders that are named after what they hold.
struct Folders {
    program: String,
    model: String,
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
    fn place(&self, path: &str) -> String {
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
fn optimised(module: &[u8]) -> Result<Vec<u8>> {
    let options = WASM_OPT_OPTIONS.join(" ");
    let lock = fs::read(project::root().join("package-lock.json"))?;
    let key = stamp::hash([module, options.as_bytes(), &lock]);
    let folder = project::target().join("dist");
    let (input, output, stamp_file) =
        (folder.join("input.wasm"), folder.join("output.wasm"), folder.join("stamp"));
    if !stamp::is_current(&stamp_file, &key) || !output.exists() {
        fs::create_dir_all(&folder)?;
        fs::write(&input, module)?;
        project::run(node::tool(WASM_OPT).args(WASM_OPT_OPTIONS).arg(&input).arg("-o").arg(&output))?;
        stamp::write(&stamp_file, &key)?;
    }
    Ok(fs::read(&output)?)
}

fn write_all(folder: &Path, folders: &Folders, assets: &[Asset]) -> Result<Vec<Row>> {
    let files: Vec<(&str, &[u8])> =
        assets.iter().map(|asset| (asset.path.as_str(), asset.content.as_slice())).collect();
    let first = first_visit("index.html", &files);
    let mut rows = Vec::new();
    for asset in assets {
        let page = if asset.path.ends_with(".html") {
            let page = String::from_utf8_lossy(&asset.content);
            Some(published_page(&page, folders, &files, &first)?.into_bytes())
        } else {
            None
        };
        let content = page.as_ref().unwrap_or(&asset.content);
        let row = write(folder, folders.place(&asset.path), content, first.contains(&asset.path))?;
        rows.push(row);
    }
    Ok(rows)
}

/// Writes a file and its compressed twins.
fn write(folder: &Path, path: String, content: &[u8], first: bool) -> Result<Row> {
    let file = folder.join(&path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&file, content)?;
    let mut row = Row { raw: content.len(), gzip: content.len(), brotli: content.len(), path, first };
    if media::is_compressible(&row.path) {
        for (encoding, suffix, size) in
            [(Encoding::Gzip, "gz", &mut row.gzip), (Encoding::Brotli, "br", &mut row.brotli)]
        {
            let encoded =
                encode(content, encoding, Effort::Best).context("A file could not be compressed.")?;
            fs::write(folder.join(format!("{}.{suffix}", row.path)), &encoded)?;
            *size = encoded.len().min(content.len());
        }
    }
    Ok(row)
}

/// A page whose references lead into the folders, with its content security policy, and with links
/// by which the browser fetches at once all that it would find only module by module.
fn published_page(
    page: &str,
    folders: &Folders,
    files: &[(&str, &[u8])],
    first: &[String],
) -> Result<String> {
    let mut published = page.to_owned();
    let moved = files.iter().map(|(path, _)| *path).filter(|path| !is_at_the_top(path));
    for path in moved {
        for attribute in ["src", "href"] {
            for written in [format!("./{path}"), path.to_owned(), format!("/{path}")] {
                let (from, to) = (
                    format!("{attribute}=\"{written}\""),
                    format!("{attribute}=\"./{}\"", folders.place(path)),
                );
                published = published.replace(&from, &to);
            }
        }
    }
    // A browser looks for the character set in the first 1024 bytes, so that stays in front.
    let declaration =
        published.find("<meta charset=").and_then(|at| Some(at + published[at..].find('>')? + 1));
    let head = || published.find("<head>").map(|at| at + "<head>".len());
    let Some(at) = declaration.or_else(head) else {
        bail!("A page has no <head> to carry its content security policy.");
    };
    let mut head = String::new();
    if !published.contains("http-equiv=\"Content-Security-Policy\"") {
        let policy = headers::content_security_policy_meta();
        head += &format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    }
    for path in first {
        let address = format!("./{}", folders.place(path));
        // What the page itself names it fetches at once, and in its own way.
        if published.contains(&format!("=\"{address}\"")) {
            continue;
        }
        let link = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "js" | "mjs" => format!("<link rel=\"modulepreload\" href=\"{address}\" />"),
            "wasm" => format!("<link rel=\"preload\" href=\"{address}\" as=\"fetch\" crossorigin />"),
            _ => continue,
        };
        head += &format!("\n    {link}");
    }
    published.insert_str(at, &head);
    Ok(published)
}

/// The file `_headers`, read by several static hosts.
fn host_headers(folders: &Folders) -> String {
    let security: String =
        headers::security().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let lasting: String = [&folders.program, &folders.model]
        .map(|name| {
            format!("/{name}/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n")
        })
        .concat();
    format!("/*\n{security}  Cache-Control: no-cache\n{lasting}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta charset=\"utf-8\" />\
        <script type=\"module\" src=\"./main.js\"></script><link rel=\"icon\" href=\"icon.svg\" />\
        <link rel=\"preload\" href=\"pkg/a.model\" as=\"fetch\" crossorigin /></head></html>";

    fn folders() -> Folders {
        Folders { program: "abc".to_owned(), model: "def".to_owned() }
    }

    fn published() -> String {
        let files: Vec<(&str, &[u8])> = vec![
            ("icon.svg", b""),
            ("index.html", PAGE.as_bytes()),
            ("main.js", b""),
            ("pkg/a.model", b""),
            ("pkg/a.wasm", b""),
            ("view/list.js", b""),
        ];
        let first = ["main.js", "pkg/a.model", "pkg/a.wasm", "view/list.js"].map(str::to_owned);
        published_page(PAGE, &folders(), &files, &first).unwrap()
    }

    #[test]
    fn a_published_page_refers_into_the_folder_named_after_its_content() {
        let page = published();
        for expected in [
            "src=\"./abc/main.js\"",
            "href=\"./abc/icon.svg\"",
            "<link rel=\"modulepreload\" href=\"./abc/view/list.js\" />",
            "<link rel=\"preload\" href=\"./abc/pkg/a.wasm\" as=\"fetch\" crossorigin />",
            "<link rel=\"preload\" href=\"./def/a.model\" as=\"fetch\" crossorigin />",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        assert_eq!(page.matches("main.js").count(), 1, "{page}");
        assert_eq!(page.matches("a.model").count(), 1, "{page}");
        assert!(!page.contains("\"./main.js\"") && !page.contains("\"icon.svg\""));
    }

    #[test]
    fn a_published_page_carries_its_policy_before_anything_is_loaded() {
        let page = published();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("<link").unwrap() && policy < page.find("<script").unwrap());
        assert!(page.contains(&headers::content_security_policy_meta()));
        assert!(page.find("charset=").unwrap() < policy, "{page}");
    }

    #[test]
    fn a_page_without_a_head_is_refused() {
        assert!(published_page("<p>", &folders(), &[], &[]).is_err());
    }

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
        assert!(host_headers(&before).matches("immutable").count() == 2);
    }

    #[test]
    fn what_only_developers_read_stays_behind() {
        assert!(is_published("pkg/manicule_bg.wasm") && is_published("vendor/marked.LICENSE.txt"));
        assert!(!is_published("pkg/.stamp") && !is_published("pkg/manicule.d.ts"));
    }
}
