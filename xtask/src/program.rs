//! A tagger that is a program of its own: JSONL `{"id", "text"}` on its standard input, a line at a time,
//! `{"id", "spans": [[start, end, "TYPE"], …]}` on its standard output, or `{"id", "error"}`. The built core
//! under Node is one, and so are the peers of `eval --peers`.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;

/// Start, end, type; in code points of the text as given.
pub type Row = (u32, u32, String);

/// The running program; it ends when this is dropped.
pub struct Program {
    child: Child,
    // Closed before the program is waited for: that is how it knows that nothing more comes.
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    asked: u64,
}

#[derive(Deserialize)]
struct Answer {
    id: u64,
    #[serde(default)]
    spans: Vec<Row>,
    error: Option<String>,
}

impl Program {
    /// Starts it; what it writes to standard error goes to ours.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} could not be started."))?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().context("The program has no output.")?);
        Ok(Self { child, input, output, asked: 0 })
    }

    /// What it finds in `text`.
    ///
    /// # Errors
    /// When it says that it cannot tag the text, ends, or answers something else than it was asked.
    pub fn spans(&mut self, text: &str) -> Result<Vec<Row>> {
        self.asked += 1;
        let input = self.input.as_mut().context("The program has no input.")?;
        let question = format!("{}\n", json!({ "id": self.asked, "text": text }));
        input.write_all(question.as_bytes()).context("The program ended early.")?;
        input.flush()?;
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("The program ended early.");
        }
        let answer: Answer =
            serde_json::from_str(&line).with_context(|| format!("“{}” is no answer", line.trim()))?;
        ensure!(answer.id == self.asked, "The program answered {} when asked {}.", answer.id, self.asked);
        match answer.error {
            Some(error) => bail!(error),
            None => Ok(answer.spans),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.input.take());
        // Nothing hangs on how it ends: its answers are in.
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Program;
    use crate::node::{self, node};

    fn has_node() -> bool {
        let has = node::require().is_ok();
        if !has {
            eprintln!("skipped: Node is not at hand");
        }
        has
    }

    /// A program that finds what `body` returns of a `record`.
    fn program(body: &str) -> Program {
        let script = format!(
            "let rest = ''; process.stdin.on('data', (chunk) => {{ const lines = (rest + chunk).split('\\n'); \
             rest = lines.pop(); for (const line of lines) {{ const record = JSON.parse(line); \
             console.log(JSON.stringify({{ {body} }})); }} }});"
        );
        Program::start(node().args(["-e", &script])).unwrap()
    }

    #[test]
    fn a_program_answers_line_by_line() {
        if !has_node() {
            return;
        }
        let mut program = program("id: record.id, spans: [[0, [...record.text].length, 'ORG']]");
        for (text, length) in [("😀\n漢", 3), ("", 0), ("line\u{2028}separator", 14)] {
            assert_eq!(program.spans(text).unwrap(), [(0, length, "ORG".to_owned())]);
        }
    }

    #[test]
    fn what_is_no_answer_is_an_error() {
        if !has_node() {
            return;
        }
        for (body, message) in [
            ("id: record.id, error: 'Too long.'", "Too long."),
            ("id: 7, spans: []", "answered 7 when asked 1"),
            ("spans: []", "is no answer"),
        ] {
            let error = program(body).spans("x").unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
        }
        let mut ended = Program::start(node().args(["-e", "process.exit()"])).unwrap();
        assert_eq!(ended.spans("x").unwrap_err().to_string(), "The program ended early.");
    }
}
