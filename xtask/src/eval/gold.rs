//! Gold files: texts with typed spans in code points.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use manicule::tag::Label;

/// A typed span: start, end, label.
pub type Span = (u32, u32, String);

/// A text and the spans that ought to be found in it.
#[derive(Default)]
pub struct Document {
    /// The text.
    pub text: String,
    /// In code points of the text, in order.
    pub spans: Vec<Span>,
    length: u32,
}

impl Document {
    fn push(&mut self, separator: char, token: &str) -> (u32, u32) {
        if !self.text.is_empty() {
            self.text.push(separator);
            self.length += 1;
        }
        let start = self.length;
        self.text.push_str(token);
        self.length += token.chars().map(|_| 1).sum::<u32>();
        (start, self.length)
    }
}

/// The four classes that the gold sets share.
pub fn coarse(label: Label) -> &'static str {
    match label {
        Label::Person => "PER",
        Label::Org => "ORG",
        Label::Gpe | Label::Loc | Label::Fac => "LOC",
        label if label.is_name() => "MISC",
        _ => "",
    }
}

/// Reads a BIO file; `size` sentences make a document, each on a line of its own.
pub fn bio(path: &Path, size: usize) -> Result<Vec<Document>> {
    let file = fs::read_to_string(path).with_context(|| format!("{} could not be read.", path.display()))?;
    let mut documents = vec![Document::default()];
    let (mut sentences, mut fresh) = (0, true);
    for line in file.lines() {
        if line.is_empty() {
            sentences += usize::from(!fresh);
            fresh = true;
            continue;
        }
        if fresh && sentences > 0 && sentences % size == 0 {
            documents.push(Document::default());
        }
        let (token, tag) =
            line.split_once('\t').with_context(|| format!("“{line}” is not TOKEN<TAB>TAG."))?;
        let Some(document) = documents.last_mut() else { bail!("There is no document to add to.") };
        let (start, end) = document.push(if fresh { '\n' } else { ' ' }, token);
        match (tag.split_once('-'), document.spans.last_mut()) {
            (Some(("I", label)), Some(last)) if last.2 == label && last.1 + 1 == start && !fresh => {
                last.1 = end
            }
            (Some((_, label)), _) => document.spans.push((start, end, label.to_owned())),
            (None, _) => {}
        }
        fresh = false;
    }
    Ok(documents)
}

/// Reads `start<TAB>end<TAB>label` lines (`#` begins a comment) for the text in the file `article`.
pub fn tsv(path: &Path, article: &Path) -> Result<Document> {
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("{} could not be read.", path.display()))
    };
    let mut document = Document { text: read(article)?, ..Document::default() };
    for line in read(path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(start), Some(end), Some(label)) = (fields.next(), fields.next(), fields.next()) else {
            bail!("“{line}” is not START<TAB>END<TAB>LABEL.");
        };
        document.spans.push((start.parse()?, end.parse()?, label.parse::<Label>()?.name().to_owned()));
    }
    Ok(document)
}
