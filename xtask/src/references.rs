//! Which files a first visit loads: found by following references from the page through its modules and
//! style sheets.
//!
//! A quoted string that resolves to a file of the site counts as a reference to it, unless it is the
//! argument of a dynamic `import(…)`, which is there to be loaded later, or what the script fetches that brings
//! the core's later half, which is there for the same.

use crate::cut;

/// The files that are loaded at once when `page` is opened, itself included, in the order they are found.
/// `files` are all of the site's, by path.
pub fn first_visit(page: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    let mut found = vec![page.to_owned()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        next += 1;
        if ![".html", ".js", ".mjs", ".css"].iter().any(|extension| path.ends_with(extension)) {
            continue;
        }
        let content = files.iter().find(|file| file.0 == path).map_or(&b""[..], |file| file.1);
        let fetches_later = path.ends_with(cut::SCRIPT.0.trim_start_matches("../"));
        for reference in references(&String::from_utf8_lossy(content)) {
            if fetches_later && reference.ends_with(".wasm") {
                continue;
            }
            let Some(resolved) = resolve(&path, &reference) else { continue };
            let exists = files.iter().any(|file| file.0 == resolved);
            if exists && resolved != path && !resolved.ends_with(".html") && !found.contains(&resolved) {
                found.push(resolved);
            }
        }
    }
    found
}

/// Every quoted string, and every `url(…)`, that could be a reference.
fn references(content: &str) -> Vec<String> {
    let mut references = Vec::new();
    for quote in ['"', '\''] {
        let mut rest = content;
        while let Some(at) = rest.find(quote) {
            let is_dynamic = rest[..at].trim_end().ends_with("import(");
            let after = &rest[at + 1..];
            let end = after.find(['"', '\'', '\n']).unwrap_or(after.len());
            if after[end..].starts_with(quote) && !is_dynamic && after[..end].contains('.') {
                references.push(after[..end].to_owned());
            }
            rest = after;
        }
    }
    for part in content.split("url(").skip(1) {
        let end = part.find(')').unwrap_or(part.len());
        references.push(part[..end].trim_matches(['"', '\'', ' ']).to_owned());
    }
    references
}

/// The path of the site that `reference` means in the file at `base`.
fn resolve(base: &str, reference: &str) -> Option<String> {
    if let Some(absolute) = reference.strip_prefix('/') {
        return Some(absolute.to_owned());
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_at_once_counts_and_what_is_imported_later_does_not() {
        let files: Vec<(&str, &[u8])> = vec![
            ("index.html", b"<script src=\"./main.js\"></script><link href=\"/style.css\">"),
            ("main.js", b"import a from './view/a.js';\nconst later = () => import('./later.js');"),
            ("view/a.js", b"import '../pkg/core.js';"),
            ("pkg/core.js", b"import '../core/later.js'; new URL('core.wasm', import.meta.url)"),
            ("pkg/core.wasm", b""),
            ("core/later.js", b"fetch(new URL('../pkg/later.wasm', import.meta.url))"),
            ("pkg/later.wasm", b""),
            ("later.js", b""),
            ("style.css", b"@import url(theme.css); p { background: url('dot.svg') }"),
            ("theme.css", b""),
            ("dot.svg", b""),
            ("unused.js", b""),
        ];
        let mut found = first_visit("index.html", &files);
        found.sort();
        let mut expected = vec!["index.html", "main.js", "view/a.js", "pkg/core.js", "pkg/core.wasm"];
        expected.extend(["core/later.js", "style.css", "theme.css", "dot.svg"]);
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_above_the_site_is_meant() {
        assert_eq!(resolve("main.js", "../secret"), None);
        assert_eq!(resolve("view/a.js", "../b.js").as_deref(), Some("b.js"));
    }
}
