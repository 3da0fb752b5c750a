//! What happens to articles: each model of edits at several levels, with the truth kept about every piece.
//!
//! Invariant: a piece of the edited text that has an origin is what became of that piece of the old text;
//! what was put in, and every copy, has none.

use crate::random::Random;

/// A word, a run of white space or a single mark.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    /// Which piece of the old text it was.
    pub origin: Option<usize>,
    /// Whether another word stands there now.
    pub rewritten: bool,
}

/// Sentences of one paragraph, each with the white space after it.
pub type Paragraph = Vec<Vec<Piece>>;

/// A text by its paragraphs.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub paragraphs: Vec<Paragraph>,
}

/// Something that is done to a text, as strongly as the number says.
pub type Edit = fn(&mut Text, f32, &mut Random, &Stock);

/// A model, what its levels mean, and the levels.
pub struct Model {
    pub name: &'static str,
    pub levels: [f32; 3],
    pub edit: Edit,
}

/// Every model of the benchmark. The levels are shares: of words, sentences, paragraphs or letters.
pub const MODELS: &[Model] = &[
    Model { name: "typing errors in words", levels: [0.02, 0.1, 0.3], edit: typos },
    Model { name: "sentences put in", levels: [0.1, 0.3, 0.8], edit: insert },
    Model { name: "sentences left out", levels: [0.1, 0.3, 0.6], edit: delete },
    Model { name: "sentences in another order", levels: [0.1, 0.4, 1.0], edit: reorder },
    Model { name: "paragraphs moved", levels: [0.1, 0.4, 1.0], edit: move_paragraphs },
    Model { name: "neighbours paraphrased", levels: [0.2, 0.5, 0.9], edit: paraphrase_half },
    Model { name: "case and punctuation", levels: [0.05, 0.2, 0.6], edit: case_and_marks },
    Model { name: "OCR noise in letters", levels: [0.01, 0.03, 0.08], edit: noise },
    Model { name: "article rewritten", levels: [0.2, 0.4, 0.6], edit: rewrite },
    Model { name: "passages duplicated", levels: [0.1, 0.3, 0.6], edit: duplicate },
    Model { name: "ordinary revision", levels: [0.05, 0.1, 0.2], edit: revise },
];

/// Words and sentences of other articles.
pub struct Stock {
    pub words: Vec<String>,
    pub sentences: Vec<Vec<Piece>>,
}

impl Text {
    /// Reads a text; its pieces are numbered in order.
    pub fn new(text: &str) -> Self {
        let mut paragraphs = Vec::new();
        let mut next = 0;
        for part in text.split_inclusive('\n') {
            let mut sentences: Paragraph = vec![Vec::new()];
            let mut ended = false;
            for text in pieces(part) {
                let is_space = text.chars().all(char::is_whitespace);
                if ended && !is_space && !matches!(text, "\"" | "”" | "’" | ")" | "." | "!" | "?") {
                    sentences.push(Vec::new());
                    ended = false;
                }
                ended |= matches!(text, "." | "!" | "?");
                let piece = Piece { text: text.to_owned(), origin: Some(next), rewritten: false };
                sentences.last_mut().into_iter().for_each(|sentence| sentence.push(piece.clone()));
                next += 1;
            }
            paragraphs.push(sentences);
        }
        Self { paragraphs }
    }

    /// The pieces in order.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.paragraphs.iter().flatten().flatten()
    }

    fn words(&mut self) -> impl Iterator<Item = &mut Piece> {
        self.paragraphs.iter_mut().flatten().flatten().filter(|piece| is_word(&piece.text))
    }
}

/// Whether a piece is a word.
pub fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

fn pieces(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphanumeric(), c.is_whitespace());
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| kind(*c) != kind(first) || kind(first) == (false, false));
        let (piece, after) = rest.split_at(run.map_or(rest.len(), |(at, _)| at));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn alien(sentence: &[Piece]) -> Vec<Piece> {
    sentence.iter().map(|piece| Piece { origin: None, ..piece.clone() }).collect()
}

fn typos(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for word in text.words() {
        if random.unit() < level {
            mistype(&mut word.text, random);
        }
    }
}

/// One letter too many, too few, wrong, or two in the wrong order.
fn mistype(word: &mut String, random: &mut Random) {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    let letter = char::from(b'a' + u8::try_from(random.below(26)).unwrap_or(0));
    match random.below(4) {
        0 => letters.insert(at, letter),
        1 if letters.len() > 1 => drop(letters.remove(at)),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.splice(at..=at, [letter]).for_each(drop),
    }
    *word = letters.into_iter().collect();
}

fn insert(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    for paragraph in &mut text.paragraphs {
        let mut edited = Vec::new();
        for sentence in std::mem::take(paragraph) {
            if random.unit() < level && sentence.iter().any(|piece| is_word(&piece.text)) {
                edited.push(alien(&stock.sentences[random.below(stock.sentences.len())]));
            }
            edited.push(sentence);
        }
        *paragraph = edited;
    }
}

fn delete(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for paragraph in &mut text.paragraphs {
        paragraph.retain(|_| random.unit() >= level);
    }
}

fn reorder(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for paragraph in &mut text.paragraphs {
        for at in 1..paragraph.len() {
            if random.unit() < level {
                paragraph.swap(at, random.below(at));
            }
        }
    }
}

fn move_paragraphs(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for at in 0..text.paragraphs.len() {
        if random.unit() < level {
            let other = random.below(text.paragraphs.len());
            let moved = text.paragraphs.remove(at);
            text.paragraphs.insert(other, moved);
        }
    }
}

/// Stretches of about eight words are left alone or rewritten by turns.
fn paraphrase_half(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    let (mut left, mut rewriting) = (0, false);
    for word in text.words() {
        if left == 0 {
            (left, rewriting) = (4 + random.below(9), !rewriting);
        }
        left -= 1;
        if rewriting && random.unit() < level {
            replace(word, random, stock);
        }
    }
}

fn replace(word: &mut Piece, random: &mut Random, stock: &Stock) {
    word.text.clone_from(&stock.words[random.below(stock.words.len())]);
    word.rewritten = true;
}

fn case_and_marks(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for piece in text.paragraphs.iter_mut().flatten().flatten() {
        if random.unit() >= level {
            continue;
        }
        piece.text = match piece.text.as_str() {
            "\"" => "“".into(),
            "“" | "”" => "\"".into(),
            "'" => "’".into(),
            "’" => "'".into(),
            "-" => "–".into(),
            "," => [";", "", " –"][random.below(3)].into(),
            "." | ":" => ["!", "…", ";"][random.below(3)].into(),
            word if is_word(word) && random.below(2) == 0 => word.to_uppercase(),
            word if is_word(word) && word.starts_with(char::is_uppercase) => word.to_lowercase(),
            word if is_word(word) => {
                let first: String = word.chars().take(1).flat_map(char::to_uppercase).collect();
                first + &word.chars().skip(1).collect::<String>()
            }
            " " => [" ", "  ", "\n", "\u{a0}"][random.below(4)].into(),
            other => other.into(),
        };
    }
}

/// What scanning confuses.
const CONFUSED: &[(&str, &str)] = &[
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("o", "0"),
    ("e", "c"),
    ("h", "b"),
    ("I", "l"),
    ("cl", "d"),
    ("i", "í"),
    ("a", "ä"),
];

fn noise(text: &mut Text, level: f32, random: &mut Random, _: &Stock) {
    for piece in text.paragraphs.iter_mut().flatten().flatten() {
        let (mut noisy, mut rest) = (String::new(), piece.text.as_str());
        while let Some(first) = rest.chars().next() {
            let mut read = first.len_utf8();
            let hit = random.unit() < level;
            let confused = CONFUSED.iter().find(|(from, _)| rest.starts_with(from)).filter(|_| hit);
            match confused {
                Some((from, to)) => {
                    noisy.push_str(to);
                    read = from.len();
                }
                None if hit && first == ' ' => {}
                None if hit && first.is_alphabetic() => noisy.push(['.', '~', ' ', 'x'][random.below(4)]),
                None => noisy.push(first),
            }
            rest = rest.split_at(read).1;
        }
        piece.text = noisy;
    }
}

fn rewrite(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    for word in text.words() {
        if random.unit() < level {
            replace(word, random, stock);
        }
    }
    reorder(text, level / 2.0, random, stock);
    delete(text, level / 4.0, random, stock);
    insert(text, level / 2.0, random, stock);
}

/// Sentences copied to some other place, as a pulled quotation is, and the originals corrected here and there.
fn duplicate(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    let mut copies = Vec::new();
    for sentence in text.paragraphs.iter_mut().flatten().filter(|sentence| sentence.len() > 8) {
        if random.unit() >= level {
            continue;
        }
        copies.push(alien(sentence));
        for word in sentence.iter_mut().filter(|piece| is_word(&piece.text)) {
            if random.unit() < 0.1 {
                if random.below(2) == 0 {
                    mistype(&mut word.text, random)
                } else {
                    replace(word, random, stock)
                }
            }
        }
    }
    for copy in copies {
        let place = random.below(text.paragraphs.len());
        let paragraph = &mut text.paragraphs[place];
        paragraph.insert(random.below(paragraph.len() + 1), copy);
    }
}

/// A bit of everything that editors do.
pub fn revise(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    for word in text.words() {
        if random.unit() < level {
            match random.below(3) {
                0 => mistype(&mut word.text, random),
                1 => replace(word, random, stock),
                _ => word.text = format!("{} {}", stock.words[random.below(stock.words.len())], word.text),
            }
        }
    }
    case_and_marks(text, level / 2.0, random, stock);
    delete(text, level, random, stock);
    insert(text, level, random, stock);
    move_paragraphs(text, level / 2.0, random, stock);
}

/// Words changed and nothing else: for timing.
pub fn change_words(text: &mut Text, level: f32, random: &mut Random, stock: &Stock) {
    for word in text.words() {
        if random.unit() < level {
            if random.below(2) == 0 { mistype(&mut word.text, random) } else { replace(word, random, stock) }
        }
    }
}
