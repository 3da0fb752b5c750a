//! Which of 10,000 overlapping annotations lie at a place, asked of the core's interval index and, in the same run,
//! of a plain scan over the same annotations: `cargo bench --bench hits`. Every round asks both for the same
//! places, one after the other, and both must answer the same; a ratio is the median of those of the rounds.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use manicule::annotation::IntervalIndex;
use manicule::text::Span;

/// The length of the text in bytes, a book.
const TEXT: u32 = 1_000_000;
const ANNOTATIONS: u32 = 10_000;
/// Places asked for in each round.
const PLACES: u32 = 1_000;
const ROUNDS: usize = 9;

/// How long annotations are; one of each hundred is as long as a chapter. Named by how they lie.
const LAYOUTS: [(&str, u32, u32); 3] = [
    ("a sentence each, a few at a place", 400, 400),
    ("and every hundredth a chapter long", 400, 40_000),
    ("all a chapter long, hundreds at a place", 40_000, 40_000),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("{ANNOTATIONS} annotations over {TEXT} bytes, {PLACES} places, median of {ROUNDS} rounds\n");
    println!("{:<42}{:>7}{:>12}{:>12}{:>10}{:>12}", "", "found", "index", "scan", "scan is", "built in");
    for (name, most, longest) in LAYOUTS {
        let spans = spans(most, longest);
        let started = Instant::now();
        let index = IntervalIndex::new(spans.iter().copied().zip(0_u32..));
        let built = started.elapsed().as_secs_f64();
        let (mut ours, mut theirs, mut found) = (Vec::new(), Vec::new(), 0);
        for round in 0..ROUNDS {
            let places = places(round);
            let (indexed, by_index) = timed(&places, |place| index.at(place).into_iter().copied().collect());
            let (scanned, by_scan) = timed(&places, |place| scan(&spans, place));
            if indexed != scanned {
                return Err("The index and the scan disagree.".into());
            }
            found += indexed.iter().map(Vec::len).sum::<usize>();
            ours.push(by_index);
            theirs.push(by_scan);
        }
        let ratio = middle(theirs.iter().zip(&ours).map(|(scan, index)| scan / index).collect())?;
        let each = found as f64 / (ROUNDS as f64 * f64::from(PLACES));
        println!(
            "{name:<42}{each:>7.1}{:>9.2} µs{:>9.2} µs{ratio:>8.1} ×{:>9.2} ms",
            middle(ours)? * 1e6,
            middle(theirs)? * 1e6,
            built * 1e3
        );
    }
    Ok(())
}

/// Annotations from a seed, in the order of the text, as both sides keep them.
fn spans(most: u32, longest: u32) -> Vec<Span> {
    let mut dice = Dice(7);
    let mut spans: Vec<Span> = (0..ANNOTATIONS)
        .map(|number| {
            let length = 1 + dice.below(if number % 100 == 0 { longest } else { most });
            let start = dice.below(TEXT - length);
            Span::new(start, start + length)
        })
        .collect();
    spans.sort();
    spans
}

/// The places asked for in a round.
fn places(round: usize) -> Vec<u32> {
    let mut dice = Dice(1_000 + round as u64);
    (0..PLACES).map(|_| dice.below(TEXT)).collect()
}

/// What a look at every annotation that begins early enough finds.
fn scan(spans: &[Span], place: u32) -> Vec<u32> {
    let before = spans.iter().zip(0_u32..).take_while(|(span, _)| span.start <= place);
    before.filter(|(span, _)| place < span.end).map(|(_, number)| number).collect()
}

/// The answers for all places, and the seconds that one took.
fn timed(places: &[u32], ask: impl Fn(u32) -> Vec<u32>) -> (Vec<Vec<u32>>, f64) {
    let started = Instant::now();
    let answers: Vec<Vec<u32>> = places.iter().map(|&place| black_box(ask(black_box(place)))).collect();
    let seconds = started.elapsed().as_secs_f64();
    (answers, seconds / places.len() as f64)
}

fn middle(mut values: Vec<f64>) -> Result<f64, Box<dyn Error>> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().ok_or_else(|| "Nothing was measured.".into())
}

/// Numbers from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(most)).unwrap_or(0)
    }
}
