//! New inputs from old ones. Blind to what they mean, but most changes leave most of the structure standing:
//! words change for words, pieces are moved and doubled, and single bits flip.

use fastrand::Rng;

/// Numbers at the edges of what offsets, lengths and dates are read into.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "7",
    "10",
    "255",
    "65535",
    "65536",
    "2147483647",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "18446744073709551615",
    "1e999",
    "-0.0",
    "0.5",
];

/// Text that converters of offsets, case and white space stumble over.
const TEXT: &[&str] = &[
    "😀",
    "漢",
    "e\u{301}",
    "\u{301}",
    "שלום",
    "👨\u{200d}👩\u{200d}👧",
    "\u{ad}",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "İ",
    "ß",
    "ﬁ",
    "“",
    "\\ud83d",
    "\\ude00",
    "\\u0000",
    "\\\"",
    "&amp;",
    "<b>",
];

/// Bytes that begin or end something.
const BYTES: &[u8] = b"\"'{}[]():;,.|\\/<>&#@*_-+=~\t\n\r \x00\x7f\x80\xbf\xc3\xed\xf0\xff09azAZ";

pub struct Mutator<'a> {
    pub words: &'a [&'static str],
    pub longest: usize,
}

impl Mutator<'_> {
    /// An input made from one of `corpus` (never empty) by one to a few changes.
    pub fn make(&self, random: &mut Rng, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = corpus[below(random, corpus.len())].clone();
        // Mostly one or two changes; seldom many.
        let changes = 1 + (random.u64(..).trailing_zeros() as usize).min(7);
        for _ in 0..changes {
            self.change(&mut input, random, corpus);
        }
        input.truncate(self.longest);
        input
    }

    fn change(&self, input: &mut Vec<u8>, random: &mut Rng, corpus: &[Vec<u8>]) {
        match below(random, 14) {
            0 if !input.is_empty() => {
                let at = below(random, input.len());
                input[at] ^= 1 << below(random, 8);
            }
            1 if !input.is_empty() => {
                let at = below(random, input.len());
                input[at] = BYTES[below(random, BYTES.len())];
            }
            2 => {
                let at = below(random, input.len() + 1);
                input.insert(at, BYTES[below(random, BYTES.len())]);
            }
            3 => {
                let (start, end) = piece(input, random);
                input.drain(start..end);
            }
            4 => input.truncate(below(random, input.len() + 1)),
            5 => {
                let (start, end) = piece(input, random);
                let copy = input[start..end].to_vec();
                let times = 1 + below(random, 3);
                let at = below(random, input.len() + 1);
                insert(input, at, &copy.repeat(times));
            }
            6 => {
                let other = &corpus[below(random, corpus.len())];
                let (start, end) = piece(other, random);
                let at = below(random, input.len() + 1);
                insert(input, at, &other[start..end]);
            }
            7 => {
                let other = &corpus[below(random, corpus.len())];
                input.truncate(below(random, input.len() + 1));
                input.extend_from_slice(&other[below(random, other.len() + 1)..]);
            }
            8 => {
                let at = below(random, input.len() + 1);
                insert(input, at, self.word(random).as_bytes());
            }
            9 => {
                let word = self.word(random);
                replace(input, random, word.as_bytes(), |byte| byte.is_ascii_digit());
            }
            10 => {
                let other = &corpus[below(random, corpus.len())];
                let (start, end) = run_of(other, below(random, other.len()), is_word);
                replace(input, random, &other[start..end], is_word);
            }
            11 => {
                let (start, end) = piece(input, random);
                input[start..end].reverse();
            }
            _ => {
                let word = self.word(random);
                replace(input, random, word.as_bytes(), is_word);
            }
        }
    }

    fn word(&self, random: &mut Rng) -> &'static str {
        let from = match below(random, 4) {
            0 => NUMBERS,
            1 => TEXT,
            _ if self.words.is_empty() => TEXT,
            _ => self.words,
        };
        from[below(random, from.len())]
    }
}

/// A number below `n`; 0 where there is none.
fn below(random: &mut Rng, n: usize) -> usize {
    random.usize(..n.max(1))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// A piece of `bytes`, mostly short.
fn piece(bytes: &[u8], random: &mut Rng) -> (usize, usize) {
    let start = below(random, bytes.len() + 1);
    let longest = if below(random, 4) == 0 { bytes.len() } else { 16 };
    (start, (start + below(random, longest + 1)).min(bytes.len()))
}

fn insert(input: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    input.splice(at..at, bytes.iter().copied());
}

/// The run of bytes of one kind round `at`, or the next one after it.
fn run_of(bytes: &[u8], at: usize, kind: fn(u8) -> bool) -> (usize, usize) {
    let Some(inside) = bytes.iter().skip(at).position(|byte| kind(*byte)) else { return (0, 0) };
    let start = bytes[..at + inside].iter().rposition(|byte| !kind(*byte)).map_or(0, |before| before + 1);
    let end =
        bytes[start..].iter().position(|byte| !kind(*byte)).map_or(bytes.len(), |length| start + length);
    (start, end)
}

fn replace(input: &mut Vec<u8>, random: &mut Rng, with: &[u8], kind: fn(u8) -> bool) {
    let (start, end) = run_of(input, below(random, input.len()), kind);
    input.splice(start..end, with.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_inputs_and_they_keep_to_the_limit() {
        let corpus = vec![
            br#"{"type": "Annotation", "start": 12}"#.to_vec(),
            "😀 words".as_bytes().to_vec(),
            Vec::new(),
        ];
        let mutator = Mutator { words: &["target"], longest: 64 };
        let make = |seed| {
            let mut random = Rng::with_seed(seed);
            (0..2000).map(|_| mutator.make(&mut random, &corpus)).collect::<Vec<_>>()
        };
        let made = make(7);
        assert_eq!(made, make(7));
        assert_ne!(made, make(8));
        assert!(made.iter().all(|input| input.len() <= 64));
    }

    #[test]
    fn runs_are_whole_words() {
        assert_eq!(run_of(b"ab, cd.", 1, is_word), (0, 2));
        assert_eq!(run_of(b"ab, cd.", 2, is_word), (4, 6));
        assert_eq!(run_of(b"ab.", 2, is_word), (0, 0));
    }
}
