//! Reads a set into documents, as it is or with capitals changed here and there.

use anyhow::Result;

use super::data::{self, Example, Rows, Set};
use super::options::Options;
use super::{labels, mend, wire};
use crate::random::Random;

/// The documents of a set.
pub fn load(options: &Options, set: &'static Set, random: &mut Random) -> Result<Vec<Example>> {
    let (mut sentences, keep) = sentences(options, set)?;
    if !options.leaves_out(set.name) && set.size > 1 {
        recase(options, set, &mut sentences, random);
    }
    let documents = sentences.chunks(set.size).zip(keep.chunks(set.size));
    let examples: Vec<Example> =
        documents.filter_map(|(rows, keep)| data::example(set, rows, keep)).collect();
    eprintln!("{}: {} sentences, {} documents", set.name, sentences.len(), examples.len());
    Ok(examples)
}

/// The sentences of a set, and which of them are learned from.
fn sentences(options: &Options, set: &'static Set) -> Result<(Vec<Rows>, Vec<bool>)> {
    if set.name == "wire" {
        let lines =
            wire::documents(options.wire, options.settings.seed).into_iter().flat_map(|mut document| {
                document.resize(set.size, Rows::new());
                document
            });
        let lines: Vec<Rows> = lines.collect();
        let keep = vec![true; lines.len()];
        return Ok((lines, keep));
    }
    let folder = options.corpora.join("ner");
    let mut sentences: Vec<Rows> = Vec::new();
    for file in set.files {
        let path = match &options.labels {
            Some(labels) if set.name == "gmb" => labels.clone(),
            _ => folder.join(format!("{file}.bio")),
        };
        sentences.extend(data::rows(&path)?);
    }
    let mut keep = vec![true; sentences.len()];
    if set.name == "gmb" {
        if options.labels.is_none() && !options.own_tags {
            keep = labels::teach(&folder.join("gmb/train.bio"), &mut sentences)?;
        }
        sentences.iter_mut().for_each(mend::mend);
    }
    Ok((sentences, keep))
}

/// Headlines, shouting and careless small letters; the first line of a document more often than others.
fn recase(options: &Options, set: &Set, sentences: &mut [Rows], random: &mut Random) {
    for (index, rows) in sentences.iter_mut().enumerate() {
        let times = if index % set.size == 0 { 3.0 } else { 1.0 };
        if random.unit() < options.recase * times {
            data::recase(rows, [0, 0, 1, 1, 2][random.below(5)]);
        }
    }
}
