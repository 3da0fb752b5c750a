//! `cargo xtask tag`: JSONL `{"id", "text"}` on stdin, `{"id", "spans": [[start, end, "TYPE"], …]}` on
//! stdout, one line a document, offsets in code points of the text as given. Nothing else goes to
//! stdout; a line that cannot be read is reported on stderr by its number, the others are still
//! tagged, and the command fails at the end.
//!
//! With `--timex`: `{"id", "text", "date"}` to `{"id", "timexes": [[start, end, "DATE", "2023-09-26"], …]}`,
//! the times by the TimeML guideline; `date` (`YYYY-MM-DD`) is the day the text was written, and may be
//! left out. Without the flag it makes no difference, for spans do not hang on it.
//!
//! With `--wasm` the built core tags, under Node; only the texts and what is found in them go there and
//! back, so that whatever the two write differently they have found differently.

mod same;
mod timex;

use std::io::{BufRead, Write, stdin, stdout};

use anyhow::{Context, Result, bail};
use manicule::export;
use serde_json::{Value, json};

use crate::program::Program;
use crate::{build, node};
pub use same::wasm_as_native;
use timex::{date_of, timexes};

/// What is written of a record.
type Answer<'a> = &'a mut dyn FnMut(&Value) -> Result<Value>;

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut timex, mut wasm) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("timex") => timex = true,
            lexopt::Arg::Long("wasm") => wasm = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let (input, output) = (&mut stdin().lock(), &mut stdout().lock());
    let bad = match (timex, wasm) {
        (false, false) => tag(input, output, &mut spans)?,
        (true, false) => tag(input, output, &mut times)?,
        (false, true) => {
            build::core()?;
            let mut core = core()?;
            tag(input, output, &mut |record| spans_by(&mut core, record))?
        }
        (true, true) => bail!("--timex is native: leave out --wasm."),
    };
    if bad > 0 {
        bail!("{bad} of the lines could not be tagged.");
    }
    Ok(())
}

/// Tags every line of `input`; how many could not be read.
fn tag(input: &mut dyn BufRead, output: &mut dyn Write, answer: Answer) -> Result<usize> {
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
        match tag_line(&line, answer) {
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

fn tag_line(line: &[u8], answer: Answer) -> Result<Value> {
    answer(&serde_json::from_slice(line).context("The line is not JSON")?)
}

fn id(record: &Value) -> Result<&Value> {
    record.get("id").context("The record has no \"id\"")
}

fn text(record: &Value) -> Result<&str> {
    record.get("text").and_then(Value::as_str).context("The record has no string \"text\"")
}

fn spans(record: &Value) -> Result<Value> {
    let id = id(record)?;
    let spans = export::spans(text(record)?)?;
    let spans: Vec<Value> =
        spans.iter().map(|span| json!([span.start, span.end, span.label.name()])).collect();
    Ok(json!({ "id": id, "spans": spans }))
}

/// The built core under Node.
fn core() -> Result<Program> {
    Program::start(node::node().arg("xtask/peers/manicule.mjs"))
}

fn spans_by(program: &mut Program, record: &Value) -> Result<Value> {
    let id = id(record)?;
    Ok(json!({ "id": id, "spans": program.spans(text(record)?)? }))
}

fn times(record: &Value) -> Result<Value> {
    let id = id(record)?;
    Ok(json!({ "id": id, "timexes": timexes(text(record)?, date_of(record)?)? }))
}

#[cfg(test)]
mod tests {
    use super::{Answer, spans, tag, times};

    fn check(input: &str, expected: &str, bad: usize) {
        check_answer(&mut spans, input, expected, bad);
    }

    fn check_answer(answer: Answer, input: &str, expected: &str, bad: usize) {
        let mut output = Vec::new();
        assert_eq!(tag(&mut input.as_bytes(), &mut output, answer).unwrap(), bad);
        assert_eq!(String::from_utf8(output).unwrap(), expected);
    }

    #[test]
    fn times_are_seen_from_the_date_of_the_record() {
        let input = "{\"id\": 1, \"text\": \"😀 It met on Monday.\", \"date\": \"2013-03-22\"}\n\
                     {\"id\": 2, \"text\": \"It met on Monday for two days.\"}\n\
                     {\"id\": 3, \"text\": \"It met.\", \"date\": \"soon\"}\n";
        let expected = "{\"id\":1,\"timexes\":[[12,18,\"DATE\",\"2013-03-18\"]]}\n\
                        {\"id\":2,\"timexes\":[[10,16,\"DATE\",\"XXXX-WXX-1\"],[21,29,\"DURATION\",\"P2D\"]]}\n";
        check_answer(&mut times, input, expected, 1);
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
