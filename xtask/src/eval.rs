//! `cargo xtask eval PATH…`: precision, recall and F1 of the tagger against gold files, exact spans.
//!
//! `.bio` files hold tokens and BIO tags over PER, ORG, LOC, MISC; tokens are joined by single spaces and
//! the tagger does its own tokenization. `.tsv` files hold `start end label` in code points of an article
//! given by `--text`, over all eighteen types. Leading articles are cut from both sides, because the gold
//! sets disagree about them.
//!
//! With `--peers` other taggers are scored beside ours, on the same texts in the same way ([`peers`]).

mod gold;
pub mod peers;
mod score;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, ValueExt};
use manicule::export;

use crate::program::Row;
use gold::Document;
use peers::Peer;
use score::Scores;

/// How many sentences of a `.bio` file are tagged together.
#[derive(Clone, Copy)]
enum By {
    Sentences(usize),
    Document,
}

/// Runs the command.
pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut paths, mut by, mut errors, mut article) = (Vec::new(), By::Sentences(1), 0, None);
    let mut compare = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("by") => by = read_by(&arguments.value()?.string()?)?,
            Arg::Long("errors") => errors = arguments.value()?.parse()?,
            Arg::Long("peers") => compare = true,
            Arg::Long("text") => article = Some(PathBuf::from(arguments.value()?)),
            Arg::Value(path) => paths.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if paths.is_empty() {
        bail!(
            "Name at least one gold file: eval PATH… [--by sentence|document|N] [--text ARTICLE] [--errors N] [--peers]"
        );
    }
    let mut peers = if compare { peers::start() } else { Vec::new() };
    for path in &paths {
        let coarse = path.extension().is_some_and(|extension| extension == "bio");
        let documents = if coarse {
            let size = if let By::Sentences(size) = by { size } else { usize::MAX };
            gold::bio(path, size)?
        } else {
            let article = article.as_ref().context("A .tsv gold file needs its article: --text PATH")?;
            vec![gold::tsv(path, article)?]
        };
        println!("{}  ({} documents)", path.display(), documents.len());
        print!("{}", score(&documents, coarse, errors, &mut ours)?);
        for Peer { name, program } in &mut peers {
            let scores = score(&documents, coarse, 0, &mut |text| program.spans(text));
            println!(" {name}");
            print!("{}", scores.with_context(|| format!("{name} failed"))?);
        }
    }
    Ok(())
}

/// What the shipped tagger finds.
fn ours(text: &str) -> Result<Vec<Row>> {
    let rows =
        export::spans(text)?.into_iter().map(|span| (span.start, span.end, span.label.name().to_owned()));
    Ok(rows.collect())
}

fn read_by(value: &str) -> Result<By> {
    Ok(match value {
        "sentence" => By::Sentences(1),
        "document" => By::Document,
        number => {
            let size: usize =
                number.parse().context("--by takes sentence, document or a number of sentences")?;
            By::Sentences(size.max(1))
        }
    })
}

fn score(
    documents: &[Document],
    coarse: bool,
    errors: usize,
    tagger: &mut dyn FnMut(&str) -> Result<Vec<Row>>,
) -> Result<Scores> {
    let mut scores = Scores::new(coarse, errors);
    for document in documents {
        let mut found = tagger(&document.text)?;
        if coarse {
            for row in &mut found {
                row.2 = gold::coarse(row.2.parse()?).to_owned();
            }
        }
        scores.add(&document.text, &document.spans, found.into_iter());
    }
    Ok(scores)
}
