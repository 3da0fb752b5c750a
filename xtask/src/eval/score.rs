//! Counting: exact spans with exact labels, per label and over all.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use super::gold::Span;

#[derive(Clone, Copy, Default)]
struct Count {
    right: u32,
    predicted: u32,
    gold: u32,
}

impl Count {
    fn line(self, name: &str) -> String {
        let share = |part: u32, whole: u32| f64::from(part) * 100.0 / f64::from(whole.max(1));
        let (p, r) = (share(self.right, self.predicted), share(self.right, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        format!(
            "  {name:<12} P {p:5.1}  R {r:5.1}  F1 {f1:5.1}   ({} gold, {} found)",
            self.gold, self.predicted
        )
    }
}

/// Counts over the documents added so far; displays as a table.
pub struct Scores {
    coarse: bool,
    room: usize,
    counts: BTreeMap<String, Count>,
    examples: Vec<String>,
}

impl Scores {
    /// For coarse labels the total is over PER, ORG and LOC; up to `room` errors are kept as examples.
    pub fn new(coarse: bool, room: usize) -> Self {
        Self { coarse, room, counts: BTreeMap::new(), examples: Vec::new() }
    }

    /// Compares `predicted` with `gold`, both spans of `text`.
    pub fn add(&mut self, text: &str, gold: &[Span], predicted: impl Iterator<Item = Span>) {
        let characters: Vec<char> = text.chars().collect();
        let trim = |span: Span| trim_article(&characters, span);
        let gold: HashSet<Span> = gold.iter().cloned().map(trim).collect();
        let predicted: HashSet<Span> = predicted.filter(|span| !span.2.is_empty()).map(trim).collect();
        for span in &gold {
            self.counts.entry(span.2.clone()).or_default().gold += 1;
        }
        for span in &predicted {
            let count = self.counts.entry(span.2.clone()).or_default();
            count.predicted += 1;
            count.right += u32::from(gold.contains(span));
        }
        let mut wrong: Vec<(&str, &Span)> =
            predicted.difference(&gold).map(|span| ("found ", span)).collect();
        wrong.extend(gold.difference(&predicted).map(|span| ("missed", span)));
        wrong.retain(|(_, span)| !self.coarse || span.2 != "MISC");
        wrong.sort_by_key(|(_, span)| (span.0, span.1));
        for (what, span) in wrong {
            if self.examples.len() < self.room {
                self.examples.push(format!("  {what} {:<8} {}", span.2, context(&characters, span)));
            }
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut total = Count::default();
        for (label, count) in &self.counts {
            writeln!(f, "{}", count.line(label))?;
            if !self.coarse || label != "MISC" {
                total.right += count.right;
                total.predicted += count.predicted;
                total.gold += count.gold;
            }
        }
        writeln!(f, "{}", total.line(if self.coarse { "PER+ORG+LOC" } else { "all" }))?;
        self.examples.iter().try_for_each(|example| writeln!(f, "{example}"))
    }
}

fn trim_article(characters: &[char], (start, end, label): Span) -> Span {
    let text: String = characters.get(start as usize..end as usize).unwrap_or_default().iter().collect();
    let lower = text.to_lowercase();
    for article in ["the ", "a ", "an "] {
        if lower.starts_with(article) {
            let cut = u32::try_from(article.len()).unwrap_or_default();
            return (start + cut, end, label);
        }
    }
    (start, end, label)
}

fn context(characters: &[char], span: &Span) -> String {
    let (start, end) = (span.0 as usize, span.1 as usize);
    let piece = |from: usize, to: usize| -> String {
        let slice = characters.get(from..to.min(characters.len())).unwrap_or_default();
        slice.iter().map(|c| if *c == '\n' { '⏎' } else { *c }).collect()
    };
    format!("{}⟦{}⟧{}", piece(start.saturating_sub(30), start), piece(start, end), piece(end, end + 30))
}
