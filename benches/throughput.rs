//! How fast the core reads an article, natively, from plain text to who is who and who said what, as the page
//! has it done: `cargo bench --bench throughput -- FILE RUNS`. Prints one
//! JSON object: the tokens found and the seconds that each run took. `cargo xtask bench` compares it with
//! the same in WebAssembly.

use std::env::args;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use manicule::{entity, ingest, quotation, tag};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [file, runs] = arguments.as_slice() else {
        return Err("Usage: throughput FILE RUNS".into());
    };
    let text = std::fs::read_to_string(file)?;
    let (mut tokens, mut seconds) = (0, Vec::new());
    for _ in 0..runs.parse()? {
        let started = Instant::now();
        let (doc, _) = ingest::plain(&text);
        let mentions = tag::analyze(&doc, tag::ModelTagger::shipped());
        let entities = entity::group(&doc, &mentions, &[]);
        black_box(quotation::find(&doc, &mentions, &entities));
        seconds.push(started.elapsed().as_secs_f64());
        tokens = doc.tokens.len();
    }
    println!("{}", serde_json::json!({ "tokens": tokens, "seconds": seconds }));
    Ok(())
}
