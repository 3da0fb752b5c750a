//! `cargo xtask tag`: JSONL `{"id", "text"}` on stdin, `{"id", "spans": [[start, end, "TYPE"], …]}` on
//! stdout, one line a document, offsets in code points of the text as given. Nothing else goes to
//! stdout; a line that cannot be read is reported on stderr by its number, the others are still
//! tagged, and the command fails at the end.

use std::io::{BufRead, Write, stdin, stdout};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::predict::predict;

/// Runs the command; it takes no arguments.
pub fn command(arguments: lexopt::Parser) -> Result<()> {
    crate::no_arguments(arguments)?;
    let bad = tag(&mut stdin().lock(), &mut stdout().lock())?;
    if bad > 0 {
        bail!("{bad} of the lines could not be tagged.");
    }
    Ok(())
}

/// Tags every line of `input`; how many could not be read.
fn tag(input: &mut dyn BufRead, output: &mut dyn Write) -> Result<usize> {
    let mut bad = 0;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line).context("Standard input could not be read.")? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match tag_line(&line) {
            Ok(answer) => writeln!(output, "{answer}").context("Standard output could not be written.")?,
            Err(error) => {
                bad += 1;
                eprintln!("line {number}: {error:#}");
            }
        }
    }
    output.flush().context("Standard output could not be written.")?;
    Ok(bad)
}

fn tag_line(line: &[u8]) -> Result<Value> {
    let record: Value = serde_json::from_slice(line).context("The line is not JSON")?;
    let id = record.get("id").context("The record has no \"id\"")?;
    let text = record.get("text").and_then(Value::as_str).context("The record has no string \"text\"")?;
    let spans: Vec<Value> =
        predict(text)?.iter().map(|span| json!([span.start, span.end, span.label.name()])).collect();
    Ok(json!({ "id": id, "spans": spans }))
}

#[cfg(test)]
mod tests {
    use super::tag;

    fn check(input: &str, expected: &str, bad: usize) {
        let mut output = Vec::new();
        assert_eq!(tag(&mut input.as_bytes(), &mut output).unwrap(), bad);
        assert_eq!(String::from_utf8(output).unwrap(), expected);
    }

    #[test]
    fn offsets_count_code_points_of_the_text_as_given() {
        let line = "{\"id\": 7, \"text\": \"\u{feff}😀 She flew to\u{a0}Seoul.\\r\\nSeoul it was.\"}\n";
        check(line, "{\"id\":7,\"spans\":[[15,20,\"GPE\"],[23,28,\"GPE\"]]}\n", 0);
    }

    #[test]
    fn bad_lines_are_counted_and_the_rest_is_tagged() {
        let input = "{\"id\": \"a\"\nnot json\n\n{\"text\": \"x\"}\n{\"id\": null, \"text\": \"\"}\n{\"id\": [1], \"text\": \"In Oslo\"}";
        check(input, "{\"id\":null,\"spans\":[]}\n{\"id\":[1],\"spans\":[[3,7,\"GPE\"]]}\n", 3);
    }
}
