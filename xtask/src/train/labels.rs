//! The teacher's labels for the text of GMB, as `xtask/teacher/labels.py` packs them (the format stands at
//! its top): tags and confidences alone, for a text that is found in the corpora.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::data::Rows;

static PACKED: &[u8] = include_bytes!("../../teacher/labels/gmb.mtl");

/// The types of the teacher's scheme; a tag is 0 outside, else `1 + 2 * type + (1 inside)`.
const TYPES: [&str; 12] =
    ["PER", "MISC", "LOC", "ORG", "LOC", "LOC", "MISC", "MISC", "MISC", "MISC", "MISC", "MISC"];

/// The lowest level of confidence (0 to 7) at which a sentence is learned from: above 0.6.
const SURE: u8 = 2;

/// Puts the teacher's coarse tags in place of the sentences' own; which of the sentences it is sure of.
pub fn teach(file: &Path, sentences: &mut [Rows]) -> Result<Vec<bool>> {
    let mut bytes = Vec::new();
    brotli::Decompressor::new(PACKED, 1 << 16)
        .read_to_end(&mut bytes)
        .context("The teacher's labels are no brotli stream.")?;
    let number = |at: usize| -> Result<usize> {
        let four = bytes.get(at..at + 4).context("The teacher's labels are cut short.")?;
        Ok(u32::from_le_bytes(four.try_into()?) as usize)
    };
    let tokens: usize = sentences.iter().map(Vec::len).sum();
    if !bytes.starts_with(b"MTL1")
        || (number(4)?, number(8)?) != (sentences.len(), tokens)
        || bytes.get(12..44) != Some(&digest(file)?)
    {
        bail!("The teacher's labels are for another text than that of gmb/train.bio.");
    }
    let labels = bytes.get(44..44 + tokens).context("The teacher's labels are cut short.")?;
    let mut labels = labels.iter();
    let mut sure = Vec::with_capacity(sentences.len());
    for rows in sentences {
        let mut least = 7;
        for ((_, tag), label) in rows.iter_mut().zip(&mut labels) {
            *tag = match (label & 31).checked_sub(1) {
                None => "O".to_owned(),
                Some(inner) => {
                    let kind = TYPES
                        .get(usize::from(inner / 2))
                        .context("The teacher's labels have an unknown tag.")?;
                    format!("{}-{kind}", if inner % 2 == 0 { "B" } else { "I" })
                }
            };
            least = least.min(label >> 5);
        }
        sure.push(least >= SURE);
    }
    Ok(sure)
}

/// Of the tokens as the file has them.
fn digest(file: &Path) -> Result<[u8; 32]> {
    let mut digest = Sha256::new();
    let text = fs::read_to_string(file).with_context(|| format!("{} could not be read.", file.display()))?;
    for sentence in text.split("\n\n").filter(|sentence| !sentence.trim().is_empty()) {
        for line in sentence.lines().filter(|line| !line.is_empty()) {
            digest.update(line.split('\t').next().unwrap_or_default().as_bytes());
            digest.update(b"\n");
        }
        digest.update(b"\n");
    }
    Ok(digest.finalize().into())
}
