//! What changes in a file of the page when it is published: where its references lead, the policy that it
//! carries, the version that it is of.

use anyhow::{Result, bail};

use crate::dist::{Folders, is_at_the_top};
use crate::http::headers;
use crate::inline::Inline;

/// Stands for the version until all that it is the hash of is known.
const VERSION: &str = "manicule-version-of-this-page";

/// What a page says its version between.
const BEFORE_VERSION: &str = "<meta name=\"manicule-version\" content=\"";
const AFTER_VERSION: &str = "\" />";

/// A file of the page as it is published.
pub struct File {
    /// Its path in `dist`.
    pub place: String,
    pub content: Vec<u8>,
    /// Whether a first visit loads it.
    pub first: bool,
}

/// A page whose references lead into the folders, with its content security policy, and with links
/// by which the browser fetches at once all that it would find only module by module.
pub fn page(
    page: &str,
    folders: &Folders,
    files: &[(&str, &[u8])],
    first: &[String],
    inline: &Inline,
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
        let policy = headers::content_security_policy_meta(inline);
        head += &format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    }
    head += &format!("\n    {BEFORE_VERSION}{VERSION}{AFTER_VERSION}");
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

/// A page that says of which version it is.
pub fn of_version(page: &str, version: &str) -> String {
    page.replace(VERSION, version)
}

/// A published page that says no version, and so registers no service worker.
pub fn without_version(page: &str) -> String {
    let said = page.split_once(BEFORE_VERSION);
    let parts = said.and_then(|(before, rest)| Some((before, rest.split_once(AFTER_VERSION)?.1)));
    parts.map_or_else(|| page.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// The application's manifest, with its pictures where they are published.
pub fn manifest(manifest: &str, folders: &Folders, files: &[(&str, &[u8])]) -> String {
    let pictures = files.iter().map(|(path, _)| *path).filter(|path| !is_at_the_top(path));
    pictures.fold(manifest.to_owned(), |manifest, path| {
        manifest.replace(&format!("\"src\": \"{path}\""), &format!("\"src\": \"./{}\"", folders.place(path)))
    })
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
        page(PAGE, &folders(), &files, &first, &Inline::default()).unwrap()
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
        assert!(page.contains(&headers::content_security_policy_meta(&Inline::default())));
        assert!(page.find("charset=").unwrap() < policy, "{page}");
    }

    #[test]
    fn a_published_page_says_its_version() {
        let page = of_version(&published(), "0123");
        assert!(page.contains("<meta name=\"manicule-version\" content=\"0123\" />"), "{page}");
        let without = without_version(&page);
        assert!(
            !without.contains("manicule-version") && without.contains("Content-Security-Policy"),
            "{without}"
        );
    }

    #[test]
    fn a_page_without_a_head_is_refused() {
        assert!(page("<p>", &folders(), &[], &[], &Inline::default()).is_err());
    }

    #[test]
    fn the_manifest_names_its_pictures_where_they_are() {
        let files: Vec<(&str, &[u8])> = vec![("icons/a.png", b""), ("manifest.webmanifest", b"")];
        let manifest = manifest("{ \"start_url\": \"./\", \"src\": \"icons/a.png\" }", &folders(), &files);
        assert_eq!(manifest, "{ \"start_url\": \"./\", \"src\": \"./abc/icons/a.png\" }");
    }
}
