//! The schemas of the suite, and the table of what was judged by them.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::{Draft, Registry, Validator};
use serde_json::Value;

/// The folder, or a message and nothing.
pub fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: ../shared/conformance is absent");
    None
}

pub fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A row of the table that `cargo xtask conformance` prints.
pub fn report(what: &str, judged: usize, failures: usize) {
    println!("conformance\t{what}\t{judged}\t{failures}");
    assert_eq!(failures, 0, "{what}");
}

/// The validators that one of the suite's lists names.
pub struct Musts(pub Vec<(String, Validator)>);

impl Musts {
    pub fn load(list: &str) -> Option<Self> {
        let suite = folder()?.join("w3c-web-annotation-tests");
        let mut registry = Registry::new();
        for entry in fs::read_dir(suite.join("definitions")).unwrap() {
            let path = entry.unwrap().path();
            let uri = format!("json-schema:///{}", path.file_name().unwrap().to_str().unwrap());
            let resource = jsonschema::Resource::from_contents(read_json(&path));
            registry = registry.add(uri, resource).unwrap();
        }
        let registry = registry.draft(Draft::Draft4).prepare().unwrap();
        let named = read_json(&suite.join(list))["assertions"].as_array().unwrap().clone();
        let options = jsonschema::options()
            .with_draft(Draft::Draft4)
            .with_registry(&registry)
            .should_validate_formats(true);
        let load = |name: &Value| {
            let name = name.as_str().unwrap();
            (name.to_owned(), options.build(&read_json(&suite.join(name))).unwrap())
        };
        Some(Self(named.iter().map(load).collect()))
    }

    pub fn broken_by(&self, value: &Value) -> Vec<&str> {
        let broken = self.0.iter().filter(|(_, must)| !must.is_valid(value));
        broken.map(|(name, _)| name.as_str()).collect()
    }
}
