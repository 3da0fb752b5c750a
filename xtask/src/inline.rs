//! What a published page needs for its first paint, written into the page itself: its style sheets, and the script
//! that runs before anything is shown. Nothing but the page then stands before its words.
//!
//! Invariant: the content security policy lets in nothing inline but what is written here, by its hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hashes of what is written into pages, as a content security policy names them.
#[derive(Default)]
pub struct Inline {
    pub styles: Vec<String>,
    pub scripts: Vec<String>,
    /// The files that they were.
    pub paths: Vec<String>,
}

/// Style sheets that hold at once and classic scripts become part of the page. What is for paper alone stays apart,
/// and so does a sheet that refers to other files, which it would look for elsewhere. `files` are the page's, by path.
pub fn written_in(page: &str, files: &[(&str, &[u8])], inline: &mut Inline) -> String {
    let content = |path: &str| {
        let (path, content) = files.iter().find(|(held, _)| *held == path)?;
        Some((*path, std::str::from_utf8(content).ok()?.trim()))
    };
    let (mut written, mut styles) = (String::new(), String::new());
    for line in page.split_inclusive('\n') {
        if let Some((path, sheet)) =
            between(line, "<link rel=\"stylesheet\" href=\"", "\" />").and_then(content)
            && !sheet.contains("url(")
            && !sheet.contains("@import")
        {
            styles += sheet;
            inline.paths.push(path.to_owned());
            continue;
        }
        // The sheets stand one after another: the order in which their rules hold does not change.
        if !styles.is_empty() {
            inline.styles.push(hash(&styles));
            written += &format!("    <style>{}</style>\n", std::mem::take(&mut styles));
        }
        match between(line, "<script src=\"", "\"></script>").and_then(content) {
            Some((path, script)) if !script.contains("</script") => {
                inline.paths.push(path.to_owned());
                inline.scripts.push(hash(script));
                written += &format!("    <script>{script}</script>\n");
            }
            _ => written += line,
        }
    }
    written
}

/// What stands in a line between two ends that are all else in it.
fn between<'a>(line: &'a str, before: &str, after: &str) -> Option<&'a str> {
    line.trim().strip_prefix(before)?.strip_suffix(after)
}

fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n  <link rel=\"stylesheet\" href=\"a.css\" />\n  \
        <link rel=\"stylesheet\" href=\"b.css\" />\n  <link rel=\"stylesheet\" href=\"p.css\" media=\"print\" />\n  \
        <link rel=\"stylesheet\" href=\"far.css\" />\n  <script src=\"early.js\"></script>\n  \
        <script type=\"module\" src=\"main.js\"></script>\n</head>\n";
    const FILES: &[(&str, &[u8])] = &[
        ("a.css", b"a{color:red}\n"),
        ("b.css", b"b{color:blue}"),
        ("p.css", b"p{}"),
        ("far.css", b"p{background:url(dot.svg)}"),
        ("early.js", b"early()"),
        ("main.js", b"main()"),
    ];

    #[test]
    fn the_first_paint_needs_nothing_but_the_page() {
        let mut inline = Inline::default();
        let page = written_in(PAGE, FILES, &mut inline);
        assert!(page.contains("<style>a{color:red}b{color:blue}</style>"), "{page}");
        assert!(page.contains("<script>early()</script>"), "{page}");
        for apart in ["p.css", "far.css", "main.js"] {
            assert!(page.contains(apart), "{apart} in {page}");
        }
        assert!(!page.contains("a.css") && !page.contains("early.js"), "{page}");
        assert_eq!((inline.styles.len(), inline.scripts.len()), (1, 1));
        assert_eq!(inline.paths, ["a.css", "b.css", "early.js"]);
    }

    #[test]
    fn the_hash_is_as_browsers_compute_it() {
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
