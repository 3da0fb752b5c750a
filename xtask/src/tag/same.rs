//! The check that the core finds natively what it finds in WebAssembly, byte for byte of what `tag` writes.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Answer, core, spans, spans_by, tag};
use crate::project;

/// Texts in which positions differ by their unit, or the input by its normalisation, or which nobody would
/// write; tagged also where the articles are not at hand.
const TEXTS: &[&str] = &[
    "",
    " \r\n\t\u{feff}",
    "\u{feff}😀 Ada Lind flew to\u{a0}Seoul.\r\nSeoul it was, on 3 June\rand for $ 4.5 million.",
    "東京 Tokyo 漢字 and 한국 South Korea; Škoda of Mladá Boleslav, e\u{301}t Beyonce\u{301} in Montre\u{301}al",
    "👩\u{200d}🚀 Mae Jemison\u{200b} of NA\u{ad}SA’s \u{202e}Houston\u{202c}, 10\u{202f}000\u{a0}km \u{2028}Oslo\u{2029}Bergen\u{85}Lund",
    "\u{0}\u{1}Rome\u{7f}\u{9b} \u{fffd}\u{fffd} Paris\u{10ffff}\u{e000}Berlin \u{301}\u{301}\u{301}Madrid",
    "THE PRIME MINISTER OF NORWAY VISITS BOEING\n\nthe prime minister of norway visited boeing in seattle",
    "<script>alert('Seoul')</script> \"\\u0041\" {\"id\":1} %00 ../../London \\n \\\\",
    "((((((((“‘\"'’”))))))))--__~~::;;,,..!!??…… Dr. Dr. Dr. U.S.-U.N.-E.U. a.b.c.d.e.",
];

/// How long some more hostile texts are, in repetitions.
const MANY: usize = 2_000;

/// Tags the texts and, where they are at hand, real articles, natively and by the built core.
///
/// # Errors
/// When a single byte differs, or a text is refused.
pub fn wasm_as_native() -> Result<()> {
    let mut texts: Vec<String> = TEXTS.iter().map(|&text| text.to_owned()).collect();
    texts.extend(["A", "Lind ", "\u{301}", "“", "1 ", "Oslo, ", "😀"].map(|part| part.repeat(MANY)));
    texts.push(texts.join("\n\n"));
    texts.extend(articles()?);
    let lines: Vec<String> =
        (0..).zip(&texts).map(|(id, text)| json!({ "id": id, "text": text }).to_string()).collect();
    let input = lines.join("\n");

    let mut program = core()?;
    let native = written(&input, &mut spans)?;
    let wasm = written(&input, &mut |record| spans_by(&mut program, record))?;
    for (native, wasm) in native.lines().zip(wasm.lines()) {
        ensure!(native == wasm, "The core tags otherwise in WebAssembly than natively:\n{wasm}\n{native}");
    }
    ensure!(native == wasm, "The core tags more texts natively than in WebAssembly, or fewer.");
    println!("{} texts are tagged alike natively and in WebAssembly.", texts.len());
    Ok(())
}

fn written(input: &str, answer: Answer) -> Result<String> {
    let mut output = Vec::new();
    let bad = tag(&mut input.as_bytes(), &mut output, answer)?;
    ensure!(bad == 0, "{bad} texts were not tagged.");
    Ok(String::from_utf8(output)?)
}

/// The articles beside the repository, if there are any.
fn articles() -> Result<Vec<String>> {
    let folder = project::root().join("../shared/articles");
    if !folder.exists() {
        println!("skipped: no articles are at hand");
        return Ok(Vec::new());
    }
    let names = project::files_below(&folder)?.into_iter().filter(|name| name.ends_with(".txt"));
    names.map(|name| Ok(fs::read_to_string(folder.join(name))?)).collect()
}
