//! Holds the layout: a module imports only from lower floors of the table in `src/lib.rs`, every module
//! has a floor, and no file grows past 400 lines.

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 400;

/// The modules of the crate, each with the name of its floor and that floor's place from the ground.
struct Floors(Vec<(String, String, usize)>);

impl Floors {
    /// Reads the table in a module doc, lowest floor first: rows `//! | 2a | [`segment`] | … |`.
    fn read(lib: &str) -> Self {
        let mut floors = Vec::new();
        for (place, line) in lib.lines().enumerate() {
            let mut cells = line.trim_start_matches("//!").split('|').skip(1).map(str::trim);
            let (Some(floor), Some(names)) = (cells.next(), cells.next()) else { continue };
            if floor.starts_with(|c: char| c.is_ascii_digit()) {
                let names = names.split('`').skip(1).step_by(2);
                floors.extend(names.map(|name| (name.to_owned(), floor.to_owned(), place)));
            }
        }
        Self(floors)
    }

    /// A module's floor: its name and its place.
    fn of(&self, module: &str) -> Option<(&str, usize)> {
        self.0.iter().find(|(name, ..)| name == module).map(|(_, floor, place)| (floor.as_str(), *place))
    }
}

/// The imports of a source file that break the rule, as sentences. `module` is the file's path in the
/// crate, such as `["tag", "label"]`.
fn violations(floors: &Floors, module: &[String], source: &str) -> Vec<String> {
    let Some(home) = module.first() else { return Vec::new() };
    let Some((floor, place)) = floors.of(home) else { return vec![format!("`{home}` has no floor.")] };
    let mut violations = Vec::new();
    for imported in imports(&words(source), module.len()) {
        if imported == *home {
            continue;
        }
        // What is not a module is an item that the crate's root re-exports: it hides where it lives.
        match floors.of(&imported) {
            Some((_, below)) if below < place => {}
            Some((other, _)) => violations
                .push(format!("`{home}` (floor {floor}) imports from `{imported}` (floor {other}).")),
            None => violations.push(format!("`{home}` imports `{imported}`, which has no floor.")),
        }
    }
    violations.sort();
    violations.dedup();
    violations
}

/// Identifiers and punctuation of Rust source, without comments, strings, characters and lifetimes.
fn words(source: &str) -> Vec<String> {
    let (mut words, mut rest) = (Vec::new(), source);
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_string(rest) {
            length
        } else if first == '"' {
            quoted(rest, '"')
        } else if first == '\'' {
            character_or_lifetime(rest)
        } else if is_word(first) {
            let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            words.extend(rest.get(..length).map(str::to_owned));
            length
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            words.extend((!first.is_whitespace()).then(|| first.to_string()));
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or("");
    }
    words
}

fn block_comment(source: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = source.get(at..) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            let Some(c) = rest.chars().next() else { break };
            at += c.len_utf8();
        }
    }
    source.len()
}

fn raw_string(source: &str) -> Option<usize> {
    let after = source.strip_prefix("br").or_else(|| source.strip_prefix('r'))?;
    let hashes = after.chars().take_while(|&c| c == '#').count();
    let body = after.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(source.len() - body.len() + length)
}

/// The length of a literal with its quotes, minding escapes.
fn quoted(source: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in source.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    source.len()
}

fn character_or_lifetime(source: &str) -> usize {
    let mut following = source.chars().skip(1);
    match (following.next(), following.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(source, '\''),
        _ => 1,
    }
}

/// The modules at the crate's root that a file's paths start from: through `crate::`, or through enough
/// `super::` to reach the root from `depth` modules below it.
fn imports(words: &[String], depth: usize) -> Vec<String> {
    let (mut imports, mut open, mut inline) = (Vec::new(), 0_usize, Vec::new());
    let at = |index: usize| words.get(index).map_or("", String::as_str);
    let mut index = 0;
    while index < words.len() {
        match at(index) {
            "{" => open += 1,
            "}" => {
                open = open.saturating_sub(1);
                inline.retain(|&opened| opened <= open);
            }
            "mod" if at(index + 2) == "{" => inline.push(open + 1),
            "crate" if at(index + 1) == "::" => imports.extend(first_names(words, index + 2)),
            "super" if at(index + 1) == "::" => {
                let mut steps = 1;
                while at(index + 2) == "super" && at(index + 3) == "::" {
                    steps += 1;
                    index += 2;
                }
                if steps >= depth + inline.len() {
                    imports.extend(first_names(words, index + 2));
                }
            }
            _ => {}
        }
        index += 1;
    }
    imports
}

/// The first name of a path, or of each path in braces.
fn first_names(words: &[String], start: usize) -> Vec<String> {
    let Some(first) = words.get(start) else { return Vec::new() };
    if first != "{" {
        return vec![first.clone()];
    }
    let (mut names, mut depth, mut expected) = (Vec::new(), 0, false);
    for word in words.iter().skip(start) {
        match word.as_str() {
            "{" => {
                depth += 1;
                expected = depth == 1;
            }
            "}" => depth -= 1,
            "," => expected = depth == 1,
            name if expected => {
                names.push(name.to_owned());
                expected = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below a folder.
fn rust_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A file's path in its crate: `src/tag/label.rs` is `tag::label`, `src/tag/mod.rs` is `tag`; `src/lib.rs` and
/// `src/reading.rs` are the roots of two crates.
fn module_path(file: &Path) -> Vec<String> {
    let path = file.strip_prefix(source_folder()).unwrap_or(file).with_extension("");
    let mut module: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let root = module.len() == 1 && module.iter().any(|name| name == "lib" || name == "reading");
    if root || module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

#[test]
fn imports_only_ever_point_down() {
    let floors = Floors::read(&fs::read_to_string(source_folder().join("lib.rs")).unwrap());
    let files = rust_files(&source_folder()).unwrap();
    assert!(files.len() > 10, "the sources were found");
    let mut found = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let violations = violations(&floors, &module_path(&file), &source);
        found.extend(violations.into_iter().map(|violation| format!("{}: {violation}", file.display())));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_table_and_the_folders_name_the_same_modules() {
    let floors = Floors::read(&fs::read_to_string(source_folder().join("lib.rs")).unwrap());
    let files = rust_files(&source_folder()).unwrap();
    let mut homes: Vec<_> = files.iter().filter_map(|file| module_path(file).first().cloned()).collect();
    homes.dedup();
    let mut named: Vec<_> = floors.0.iter().map(|(name, ..)| name.clone()).collect();
    homes.sort();
    named.sort();
    assert_eq!(homes, named);
}

#[test]
fn no_file_is_too_long_to_read_at_a_sitting() {
    for file in rust_files(&source_folder()).unwrap() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines, more than {LONGEST_FILE}.", file.display());
    }
}

/// The checker itself, on sources that break the rule and on sources that only seem to.
#[cfg(test)]
mod checker {
    use super::*;

    const TABLE: &str = "//! | floor | module |\n//! |---|---|\n//! | 0 | [`text`] | spans |\n\
        //! | 2a | [`segment`] | words |\n//! | 2b | [`ingest`], [`outline`] | in |\n//! | 3 | [`tag`] | passes |\n//! | 8 | `wasm` | out |\n";

    fn check(module: &str, source: &str, expected: &[&str]) {
        let module: Vec<_> = module.split("::").map(str::to_owned).collect();
        let found = violations(&Floors::read(TABLE), &module, source);
        assert_eq!(found, expected, "{source}");
    }

    const UPWARD: &str = "`segment` (floor 2a) imports from `tag` (floor 3).";
    const MEZZANINE: &str = "`segment` (floor 2a) imports from `ingest` (floor 2b).";

    #[test]
    fn downward_and_within_a_module_is_legal() {
        check("segment", "use crate::text::Span; use crate::segment::tokens;", &[]);
        check("segment::tokens", "use super::sentences; use self::inner::x; use std::fs;", &[]);
        check("wasm", "use crate::{text, segment::{a, tag}, tag::Label};", &[]);
    }

    #[test]
    fn upward_and_sideways_is_found_however_it_is_written() {
        check("segment", "use crate::tag::Label;", &[UPWARD]);
        check("segment", "fn f() -> crate :: tag::Label {}", &[UPWARD]);
        check(
            "segment",
            "use crate::{text::Span, ingest::Raw, tag::{Label, Mention}};",
            &[MEZZANINE, UPWARD],
        );
        check("segment", "pub use crate::{\n    text,\n    // one more\n    tag,\n};", &[UPWARD]);
        check("ingest", "use crate::segment;", &[]);
        check("ingest", "use crate::outline;", &["`ingest` (floor 2b) imports from `outline` (floor 2b)."]);
        check("segment", "use super::tag::Label;", &[UPWARD]);
        check("segment::tokens", "use super::super::tag;", &[UPWARD]);
        check("segment::tokens", "mod tests { use super::super::super::tag; }", &[UPWARD]);
        check("segment", "macro_rules! m { () => { $crate::tag::x } }", &[UPWARD]);
        check("segment", "const Q: char = '\"'; use crate::tag; const R: char = '\"';", &[UPWARD]);
        check("segment", "fn f<'a>(x: &'a str) { crate::tag::g(x) }", &[UPWARD]);
    }

    #[test]
    fn what_is_only_written_about_is_legal() {
        check("segment", "// use crate::tag;\n/* crate::tag /* crate::tag */ crate::tag */", &[]);
        check(
            "segment",
            "const S: &str = \"crate::tag \\\" crate::tag\"; const R: &str = r#\"crate::tag\"#;",
            &[],
        );
        check("segment", "pub(crate) fn f() {} mod tests { use super::tag; }", &[]);
    }

    #[test]
    fn what_has_no_floor_is_found() {
        check("attic", "", &["`attic` has no floor."]);
        check("segment", "use crate::Document;", &["`segment` imports `Document`, which has no floor."]);
    }
}
