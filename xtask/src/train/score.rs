//! Precision, recall and F1 of exact names on the sets that were left out.

use std::collections::{BTreeMap, HashSet};

use manicule::tag::names::scheme::{Coarse, chunks};

use super::data::{Example, Gold};

/// Prints a line for each set. The total is over persons, organisations and places.
pub fn report(tags: &[Vec<u8>], test: &[Example]) {
    let mut counts: BTreeMap<&str, [[u32; 3]; 4]> = BTreeMap::new();
    for (example, tags) in test.iter().zip(tags) {
        let gold: HashSet<Gold> = example.gold.iter().copied().collect();
        let found = names(example, tags);
        let count = counts.entry(example.set).or_default();
        for span in &gold {
            count[span.2 as usize][0] += 1;
        }
        for span in &found {
            count[span.2 as usize][1] += 1;
            count[span.2 as usize][2] += u32::from(gold.contains(span));
        }
    }
    let share = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    let f1 = |c: [u32; 3]| share(2 * c[2], c[0] + c[1]);
    for (set, count) in counts {
        let sum = count[..3].iter().fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
        let kinds = Coarse::ALL.map(|kind| format!("{} {:.1}", kind.name(), f1(count[kind as usize])));
        eprintln!(
            "   {set:<20} {:.2}   P {:.1} R {:.1}  {}",
            f1(sum),
            share(sum[2], sum[1]),
            share(sum[2], sum[0]),
            kinds.join("  ")
        );
    }
}

fn names(example: &Example, tags: &[u8]) -> HashSet<Gold> {
    let token = |at: u32| example.doc.tokens[at as usize].span();
    chunks(tags, 0).map(|chunk| (token(chunk.start).start, token(chunk.end - 1).end, chunk.kind)).collect()
}
