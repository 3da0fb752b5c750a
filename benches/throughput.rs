//! How fast the core reads an article, natively, from plain text to who is who and who said what, as the page
//! has it done: `cargo bench --bench throughput -- FILE`. For every line of standard input it reads the article
//! once and answers with a JSON object: the tokens found, the seconds it took, and those of them that it had a
//! processor. `cargo xtask bench` asks it in turn with the same in WebAssembly and with other taggers.

use std::env::args;
use std::error::Error;
use std::hint::black_box;
use std::io::stdin;
use std::time::Instant;

use manicule::{entity, ingest, quotation, tag};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [file] = arguments.as_slice() else {
        return Err("Usage: throughput FILE".into());
    };
    let text = std::fs::read_to_string(file)?;
    for line in stdin().lines() {
        line?;
        let (started, before) = (Instant::now(), processor());
        let (doc, _) = ingest::plain(&text);
        let mentions = tag::analyze(&doc, tag::ModelTagger::shipped());
        let entities = entity::group(&doc, &mentions, &[]);
        black_box(quotation::find(&doc, &mentions, &entities));
        let seconds = started.elapsed().as_secs_f64();
        let processor = processor().zip(before).map_or(seconds, |(after, before)| after - before);
        let tokens = doc.tokens.len();
        println!("{}", serde_json::json!({ "tokens": tokens, "seconds": seconds, "processor": processor }));
    }
    Ok(())
}

/// The seconds that this thread had a processor, where the system says so.
fn processor() -> Option<f64> {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(nanoseconds.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}
