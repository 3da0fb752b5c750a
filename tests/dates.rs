//! Dates against those that the GUM corpus marks (`<date when="…">`), each document read with its own
//! date where it has one.
//!
//! The rules were tuned on its training part; the floors are for the development part. Spans count
//! without a leading article; values where the corpus gives a single point in time; lengths of time and
//! times that come back (`daily`) are not counted, for the corpus does not mark them. Skips where the
//! corpus is not at hand.

use std::fs;
use std::path::{Path, PathBuf};

use manicule::document::PartialDate;
use manicule::ingest;
use manicule::tag::{Label, ValueKind, find_values};

/// One marked date: its span in bytes and its point in time, where it is one.
struct Marked {
    start: usize,
    end: usize,
    when: Option<String>,
}

#[derive(Default)]
struct Gold {
    text: String,
    date: Option<PartialDate>,
    dates: Vec<Marked>,
    open: Vec<(usize, Option<String>)>,
}

impl Gold {
    fn read(conllu: &str) -> Self {
        let mut gold = Self::default();
        let (mut paragraph, mut space) = (false, false);
        // The last word of a multiword token, and whether a space follows it.
        let mut inside: Option<(u32, bool)> = None;
        for line in conllu.lines() {
            paragraph |= line.starts_with("# newpar");
            if let Some(date) = line.strip_prefix("# meta::dateCreated = ") {
                gold.date = partial(date);
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, .., misc] = columns.as_slice() else { continue };
            let space_after = !misc.split('|').any(|item| item == "SpaceAfter=No");
            if let Some((_, last)) = id.split_once('-') {
                inside = last.parse().ok().map(|last| (last, space_after));
                gold.xml_open(misc, usize::from(space || paragraph));
                continue;
            }
            if id.contains('.') {
                continue;
            }
            let gap = if paragraph { "\n\n" } else { " " };
            if !gold.text.is_empty() && (paragraph || space) {
                gold.text.push_str(gap);
            }
            paragraph = false;
            gold.xml_open(misc, 0);
            gold.text.push_str(form);
            gold.xml_close(misc);
            space = match inside {
                Some((last, after)) if id.parse() == Ok(last) => {
                    inside = None;
                    after
                }
                Some(_) => false,
                None => space_after,
            };
        }
        gold
    }

    fn xml_open(&mut self, misc: &str, gap: usize) {
        for tag in misc.split("<date ").skip(1) {
            let when = tag.strip_prefix("when:::\"").and_then(|rest| rest.split('"').next());
            self.open.push((self.text.len() + gap, when.map(point)));
        }
    }

    fn xml_close(&mut self, misc: &str) {
        for _ in misc.matches("</date>") {
            let Some((start, when)) = self.open.pop() else { continue };
            self.dates.push(Marked { start, end: self.text.len(), when });
        }
    }
}

/// The corpus's `--09` is our `XXXX-09`.
fn point(when: &str) -> String {
    when.strip_prefix("--").map_or_else(|| when.to_owned(), |rest| format!("XXXX-{rest}"))
}

fn partial(date: &str) -> Option<PartialDate> {
    let mut parts = date.split('-');
    let year = parts.next()?.parse().ok();
    let month = parts.next().and_then(|part| part.parse().ok());
    Some(PartialDate { year, month, day: parts.next().and_then(|part| part.parse().ok()) })
}

/// The text of a span.
fn part(text: &str, (start, end): (usize, usize)) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// Where a mention begins without the article before it.
fn bare(text: &str, start: usize, end: usize) -> (usize, usize) {
    let article = ["the ", "The "].iter().any(|article| part(text, (start, end)).starts_with(article));
    (start + if article { 4 } else { 0 }, end)
}

fn measure(split: &str) -> Option<(f64, f64)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/gum").join(split);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let show = std::env::var("GUM_ERRORS").is_ok();
    let (mut found, mut gold_count, mut both, mut valued, mut right) = (0, 0, 0, 0, 0);
    for file in files {
        let gold = Gold::read(&fs::read_to_string(&file).ok()?);
        let (mut doc, _) = ingest::plain(&gold.text);
        assert_eq!(&*doc.text, gold.text, "the text comes through as it is: {}", file.display());
        doc.metadata.date = gold.date;
        let mut ours = Vec::new();
        for mention in find_values(&doc) {
            let value = mention.value.filter(|value| value.kind == ValueKind::Date);
            if let Some(value) = value.filter(|_| mention.label == Label::Date) {
                let (start, end) = (mention.span.start as usize, mention.span.end as usize);
                ours.push((bare(&gold.text, start, end), value.text));
            }
        }
        (found, gold_count) = (found + ours.len(), gold_count + gold.dates.len());
        let mut matched = Vec::new();
        for marked in &gold.dates {
            let span = bare(&gold.text, marked.start, marked.end);
            let name = part(&gold.text, span);
            let Some((_, value)) = ours.iter().find(|(at, _)| *at == span) else {
                if show {
                    println!("MISS {name:?} {:?}", marked.when);
                }
                continue;
            };
            both += 1;
            matched.push(span);
            let Some(when) = &marked.when else { continue };
            valued += 1;
            right += u32::from(value == when);
            if show && value != when {
                println!("VALUE {name:?} {value} for {when} ({:?})", gold.date);
            }
        }
        for (span, value) in ours.iter().filter(|(span, _)| show && !matched.contains(span)) {
            println!("EXTRA {:?} {value}", part(&gold.text, *span));
        }
    }
    let f1 = 200.0 * f64::from(both) / (found + gold_count) as f64;
    let values = 100.0 * f64::from(right) / f64::from(valued);
    println!(
        "GUM {split}: dates F1 {f1:.1} ({both} of {gold_count}, {found} found), values {values:.1} % of {valued}"
    );
    Some((f1, values))
}

fn check(part: &str, floor: f64, values_floor: f64) {
    let Some((f1, values)) = measure(part) else {
        eprintln!("skipped: the GUM corpus is not at hand");
        return;
    };
    assert!(f1 >= floor, "dates F1 {f1:.1} is below {floor}");
    assert!(values >= values_floor, "{values:.1} % of the values are right, fewer than {values_floor}");
}

#[test]
fn the_part_that_the_rules_were_tuned_on() {
    check("train", 81.5, 94.0);
}

#[test]
fn the_part_that_they_were_not() {
    check("dev", 75.0, 90.0);
}
