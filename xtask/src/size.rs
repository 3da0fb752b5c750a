//! What the published page weighs, and the budgets of `xtask/budgets.txt` that it must keep.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::project;

/// A published file's sizes in bytes.
pub struct Row {
    pub path: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
    /// Whether a first visit loads it.
    pub first: bool,
}

/// What a budget is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The compiled core.
    Wasm,
    /// What was learned.
    Model,
    /// Pages, styles, scripts, pictures.
    Shell,
    /// The three together.
    All,
}

/// The shares by their names in the file, in the order of the table.
const SHARES: [(Share, &str); 4] =
    [(Share::Wasm, "wasm"), (Share::Model, "model"), (Share::Shell, "shell"), (Share::All, "all")];

impl Share {
    fn holds(self, path: &str) -> bool {
        let of = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "wasm" => Self::Wasm,
            "model" => Self::Model,
            _ => Self::Shell,
        };
        self == Self::All || self == of
    }
}

/// Bytes that a share of a first visit may have.
pub type Budget = (Share, usize);

/// The budgets that are checked in.
pub fn budgets() -> Result<Vec<Budget>> {
    let file = project::root().join("xtask/budgets.txt");
    let text = fs::read_to_string(&file).with_context(|| format!("{} could not be read.", file.display()))?;
    parse(&text)
}

fn parse(text: &str) -> Result<Vec<Budget>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let budget = |line: &str| {
        let (name, bytes) = line.split_once(char::is_whitespace)?;
        let share = SHARES.iter().find(|(_, known)| *known == name)?.0;
        Some((share, bytes.trim().parse().ok()?))
    };
    lines.map(|line| budget(line).with_context(|| format!("{line:?} is no budget."))).collect()
}

/// Bytes of a share, as brotli leaves them, in a first visit.
fn weight(rows: &[Row], share: Share) -> usize {
    rows.iter().filter(|row| row.first && share.holds(&row.path)).map(|row| row.brotli).sum()
}

/// Fails, with every budget that is broken.
pub fn check(rows: &[Row], budgets: &[Budget]) -> Result<()> {
    let broken: Vec<String> = budgets
        .iter()
        .map(|&(share, budget)| (name(share), weight(rows, share), budget))
        .filter(|(_, weight, budget)| weight > budget)
        .map(|(name, weight, budget)| format!("{name} has {weight} bytes, {} over", weight - budget))
        .collect();
    if broken.is_empty() { Ok(()) } else { bail!("A first visit breaks its budget: {}.", broken.join("; ")) }
}

fn name(share: Share) -> &'static str {
    SHARES.iter().find(|(known, _)| *known == share).map_or("", |(_, name)| name)
}

/// Every file, the sums, and the budgets beside what they are spent on.
pub fn table(rows: &[Row], budgets: &[Budget]) -> String {
    let width = rows.iter().map(|row| row.path.len()).max().unwrap_or(0).max("first visit, 00 files".len());
    let mut table = format!("{:width$}  {:>10}  {:>10}  {:>10}\n", "dist/", "raw", "gzip", "brotli");
    let mut line = |name: &str, rows: &[&Row]| {
        let sum = |size: fn(&Row) -> usize| rows.iter().map(|row| size(row)).sum::<usize>();
        let [raw, gzip, brotli] = [sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli)];
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:width$}  {raw:>10}  {gzip:>10}  {brotli:>10}");
    };
    for row in rows {
        line(&row.path, &[row]);
    }
    let first: Vec<_> = rows.iter().filter(|row| row.first).collect();
    line(&format!("all, {} files", rows.len()), &rows.iter().collect::<Vec<_>>());
    line(&format!("first visit, {} files", first.len()), &first);
    let _ = writeln!(table, "\n{:width$}  {:>10}  {:>10}  {:>10}", "first visit", "brotli", "budget", "left");
    for &(share, budget) in budgets {
        let (name, weight) = (name(share), weight(rows, share));
        let left = budget.cast_signed() - weight.cast_signed();
        let _ = writeln!(table, "{name:width$}  {weight:>10}  {budget:>10}  {left:>10}");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let row = |path: &str, brotli, first| Row { path: path.to_owned(), raw: 9, gzip: 8, brotli, first };
        vec![
            row("index.html", 10, true),
            row("a/main.js", 20, true),
            row("a/later.js", 500, false),
            row("a/core.wasm", 100, true),
            row("b/m.model", 300, true),
        ]
    }

    #[test]
    fn a_share_is_what_a_first_visit_loads_of_its_kind() {
        let weights = SHARES.map(|(share, _)| weight(&rows(), share));
        assert_eq!(weights, [100, 300, 30, 430]);
    }

    #[test]
    fn a_broken_budget_is_named() {
        assert!(check(&rows(), &[(Share::Wasm, 100), (Share::All, 430)]).is_ok());
        let broken = check(&rows(), &[(Share::Wasm, 99), (Share::Shell, 30)]).unwrap_err().to_string();
        assert!(broken.contains("wasm has 100 bytes, 1 over") && !broken.contains("shell"), "{broken}");
    }

    #[test]
    fn budgets_are_read_line_by_line() {
        let budgets = parse("# a comment\n\nwasm  250\nall 1200\n").unwrap();
        assert_eq!(budgets, [(Share::Wasm, 250), (Share::All, 1200)]);
        assert!(parse("wasm").is_err() && parse("wasm lots").is_err() && parse("music 7").is_err());
        assert!(table(&rows(), &budgets).contains("150"));
    }

    #[test]
    fn the_checked_in_budgets_can_be_read() {
        assert_eq!(budgets().unwrap().len(), SHARES.len());
    }
}
