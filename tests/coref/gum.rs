//! Documents of the GUM corpus: text, tokens, typed mentions with their chains, attributions.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One gold token: where it stands in [`Document::text`], and its grammar.
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub upos: String,
    pub xpos: String,
    /// Index of the token that it depends on; its own where it depends on none.
    pub head: usize,
}

/// One gold mention, as token indices.
pub struct Mention {
    /// The whole noun phrase, last token included.
    pub first: usize,
    pub last: usize,
    /// GUM's entity type.
    pub kind: String,
    /// Mentions of one thing have the same.
    pub chain: u32,
    /// Positions in the phrase (from 1) of the words that matter.
    minspan: Vec<usize>,
}

/// A unit of discourse that says who said what another unit says.
pub struct Attribution {
    /// Its first token, and one past its last.
    pub first: usize,
    pub end: usize,
    /// The tokens that name the source; none where it is implied.
    pub source: Option<(usize, usize)>,
}

/// One document, its paragraphs apart by a blank line.
#[derive(Default)]
pub struct Document {
    pub name: String,
    pub text: String,
    pub tokens: Vec<Token>,
    pub mentions: Vec<Mention>,
    pub attributions: Vec<Attribution>,
}

impl Document {
    /// The token that the others of the phrase hang on.
    pub fn head(&self, mention: &Mention) -> usize {
        let inside = mention.first..=mention.last;
        let mut tokens = inside.clone();
        let outward = |at: &usize| {
            let head = self.tokens[*at].head;
            head == *at || !inside.contains(&head)
        };
        tokens.find(outward).unwrap_or(mention.first)
    }

    /// The bytes of the name that heads a mention; `None` when no proper noun does.
    pub fn name_of(&self, mention: &Mention) -> Option<(usize, usize)> {
        if self.tokens[self.head(mention)].upos != "PROPN" {
            return None;
        }
        let at = |position: usize| (mention.first + position - 1).min(mention.last);
        let mut first = at(*mention.minspan.first()?);
        let mut last = at(*mention.minspan.last()?);
        // `Basel, in Switzerland` is the name and more.
        let head = self.head(mention);
        let cut = |token: &usize| {
            let rest = self.text.get(self.tokens[*token].start..).unwrap_or_default();
            rest.starts_with([',', '(', '['])
        };
        if let Some(at) = (first..=last).find(cut).filter(|at| *at > head) {
            last = at - 1;
        }
        while first < last && matches!(self.tokens[first].upos.as_str(), "DET" | "PUNCT" | "PRON") {
            first += 1;
        }
        while first < last && matches!(self.tokens[last].upos.as_str(), "PUNCT" | "PART") {
            last -= 1;
        }
        Some((self.tokens[first].start, self.tokens[last].end))
    }
}

/// The documents of a part, in order of their names; none when the corpus is absent.
pub fn documents(part: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/gum").join(part);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.iter().map(|file| Reader::read(file)).collect()
}

#[derive(Default)]
struct Reader {
    document: Document,
    /// First token of the sentence.
    sentence: usize,
    open: HashMap<u32, Vec<usize>>,
    paragraph: bool,
    space: bool,
    /// The number of the last word of a multiword token, and whether a space follows it.
    inside: Option<(String, bool)>,
}

impl Reader {
    fn read(file: &Path) -> Document {
        let mut reader = Self::default();
        reader.document.name = file.file_stem().unwrap().to_string_lossy().into_owned();
        for line in fs::read_to_string(file).unwrap().lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            if line.starts_with('#') {
                reader.paragraph |= line.starts_with("# newpar");
            } else if columns.len() == 10 {
                reader.word(&columns);
            } else {
                reader.sentence = reader.document.tokens.len();
            }
        }
        reader.document
    }

    fn word(&mut self, columns: &[&str]) {
        let space_after = !columns[9].split('|').any(|item| item == "SpaceAfter=No");
        if let Some((_, last)) = columns[0].split_once('-') {
            self.inside = Some((last.to_owned(), space_after));
            return;
        }
        if columns[0].contains('.') {
            return;
        }
        let text = &mut self.document.text;
        if !text.is_empty() {
            text.push_str(if self.paragraph {
                "\n\n"
            } else if self.space {
                " "
            } else {
                ""
            });
        }
        self.paragraph = false;
        let start = text.len();
        text.push_str(columns[1]);
        let end = text.len();
        let at = self.document.tokens.len();
        let head: usize = columns[6].parse().unwrap();
        let head = if head == 0 { at } else { self.sentence + head - 1 };
        let (upos, xpos) = (columns[3].to_owned(), columns[4].to_owned());
        self.document.tokens.push(Token { start, end, upos, xpos, head });
        self.space = match &self.inside {
            Some((last, after)) if last == columns[0] => {
                let after = *after;
                self.inside = None;
                after
            }
            Some(_) => false,
            None => space_after,
        };
        for item in columns[9].split('|') {
            if let Some(brackets) = item.strip_prefix("Entity=") {
                self.entities(brackets, at);
            }
            if let Some(unit) = item.strip_prefix("Discourse=") {
                self.unit(unit, at);
            }
        }
    }

    /// `attribution-positive:7->8:3:sem-atsrc-55-63-_+…`: a unit of discourse begins at a token.
    fn unit(&mut self, unit: &str, at: usize) {
        if let Some(open) = self.document.attributions.last_mut().filter(|open| open.end == usize::MAX) {
            open.end = at;
        }
        if !unit.starts_with("attribution-positive") {
            return;
        }
        let source =
            unit.split([':', '+']).find_map(|signal| signal.strip_prefix("sem-atsrc-")).map(|rest| {
                let numbers = rest.split(['-', ',']).filter_map(|number| number.parse::<usize>().ok());
                let numbers: Vec<usize> = numbers.collect();
                (numbers[0] - 1, numbers[numbers.len() - 1])
            });
        self.document.attributions.push(Attribution { first: at, end: usize::MAX, source });
    }

    /// `(12-person-new-snnsn-cf2-1-coref(13-place-…)12)`: what begins and ends at a token.
    fn entities(&mut self, brackets: &str, at: usize) {
        let mut rest = brackets;
        while !rest.is_empty() {
            let opens = rest.starts_with('(');
            let body = rest.trim_start_matches('(');
            let length = body.find(['(', ')']).unwrap_or(body.len());
            let (head, tail) = body.split_at(length);
            let closes = tail.starts_with(')');
            let fields: Vec<&str> = head.split('-').collect();
            let id = fields[0].split('[').next().unwrap().parse().unwrap();
            if opens {
                let minspan = fields[5].split(',').map(|at| at.parse().unwrap()).collect();
                let kind = fields[1].to_owned();
                self.open.entry(id).or_default().push(self.document.mentions.len());
                self.document.mentions.push(Mention { first: at, last: at, kind, chain: id, minspan });
            }
            if closes && let Some(mention) = self.open.get_mut(&id).and_then(Vec::pop) {
                self.document.mentions[mention].last = at;
            }
            rest = tail.strip_prefix(')').unwrap_or(tail);
        }
    }
}
