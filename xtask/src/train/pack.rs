//! Examples as numbers: every feature an index, every busy stretch of a sentence a chain.

use std::collections::HashMap;

use manicule::tag::names::features;
use manicule::tag::names::memory::Memory;
use manicule::tag::names::scheme::{TAGS, TagSet};
use manicule::tag::names::view::View;

use super::data::Example;

pub const NONE: u32 = u32::MAX;

/// One token of a chain.
#[derive(Clone)]
pub struct Spot {
    /// The words around it: indices of [`Dictionary::words`].
    pub words: [u32; 5],
    /// Its local features: a range of [`Packed::locals`].
    pub locals: (u32, u32),
    pub allowed: TagSet,
}

/// A stretch of busy tokens.
#[derive(Clone)]
pub struct Chain {
    pub spots: Vec<Spot>,
    /// Index of the first token in its document.
    pub first: u32,
    /// Index of the document among the examples.
    pub example: u32,
    /// Scores that another model gave; none or one a token.
    pub fixed: Vec<[f32; TAGS]>,
}

/// Features by key; grows while training data are read, fixed afterwards.
#[derive(Default)]
pub struct Dictionary {
    pub base: HashMap<u32, u32>,
    pub local: HashMap<u32, u32>,
    known: HashMap<(String, u32), u32>,
    /// Base features of each word: those for all distances, then those for itself.
    pub words: Vec<(Vec<u32>, Vec<u32>)>,
    pub counts_base: Vec<u32>,
    pub counts_local: Vec<u32>,
    pub frozen: bool,
}

fn index(map: &mut HashMap<u32, u32>, counts: &mut Vec<u32>, frozen: bool, key: u32) -> u32 {
    if frozen {
        return map.get(&key).copied().unwrap_or(NONE);
    }
    let next = map.len() as u32;
    let id = *map.entry(key).or_insert(next);
    if id == next {
        counts.push(0);
    }
    counts[id as usize] += 1;
    id
}

#[derive(Default)]
pub struct Packed {
    pub chains: Vec<Chain>,
    pub locals: Vec<u32>,
}

impl Dictionary {
    fn word(&mut self, view: &View<'_>, at: usize) -> u32 {
        let token = &view.doc.tokens[at];
        let key = (view.doc.slice(token.span()).to_owned(), token.kind() as u32);
        if let Some(known) = self.known.get(&key) {
            let known = *known;
            if !self.frozen {
                let (far, near) = &self.words[known as usize];
                for id in far.iter().chain(near) {
                    self.counts_base[*id as usize] += 1;
                }
            }
            return known;
        }
        let keys = view.word(at).keys;
        let mut part = |from: u32, to: u32| -> Vec<u32> {
            view.keys[from as usize..to as usize]
                .iter()
                .map(|key| index(&mut self.base, &mut self.counts_base, self.frozen, *key))
                .filter(|id| *id != NONE)
                .collect()
        };
        let features = (part(keys.0, keys.1), part(keys.1, keys.2));
        self.words.push(features);
        let id = self.words.len() as u32 - 1;
        self.known.insert(key, id);
        id
    }

    /// Turns a document into chains.
    pub fn pack(&mut self, example: &Example, number: u32, packed: &mut Packed) {
        let view = View::new(&example.doc);
        for sentence in &example.doc.sentences {
            let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
            let mut open: Option<Chain> = None;
            for at in first..end {
                if !view.spots[at].busy {
                    packed.chains.extend(open.take());
                    continue;
                }
                let mut words = [NONE; 5];
                for (slot, offset) in words.iter_mut().zip(0..) {
                    if let Some(place) =
                        (at + offset).checked_sub(2).filter(|place| *place >= first && *place < end)
                    {
                        *slot = self.word(&view, place);
                    }
                }
                let from = packed.locals.len() as u32;
                let Self { local, counts_local, frozen, .. } = self;
                let mut push = |key: u32| {
                    let id = index(local, counts_local, *frozen, key);
                    if id != NONE {
                        packed.locals.push(id);
                    }
                };
                features::local(&view, at, first, end, &mut push);
                let spot =
                    Spot { words, locals: (from, packed.locals.len() as u32), allowed: example.allowed[at] };
                let chain = open.get_or_insert_with(|| Chain {
                    spots: Vec::new(),
                    first: at as u32,
                    example: number,
                    fixed: Vec::new(),
                });
                chain.spots.push(spot);
            }
            packed.chains.extend(open.take());
        }
    }

    /// The chains of a second reading: the same stretches, with features of the memory alone.
    pub fn pack_memory(&mut self, example: &Example, tags: &[u8], chains: &[Chain], packed: &mut Packed) {
        let view = View::new(&example.doc);
        let memory = Memory::new(&view, tags);
        for chain in chains {
            let mut chain = chain.clone();
            for (at, spot) in (chain.first as usize..).zip(&mut chain.spots) {
                spot.words = [NONE; 5];
                let from = packed.locals.len() as u32;
                let Self { local, counts_local, frozen, .. } = self;
                memory.features(&view, at, tags, &mut |key| {
                    let id = index(local, counts_local, *frozen, key);
                    if id != NONE {
                        packed.locals.push(id);
                    }
                });
                spot.locals = (from, packed.locals.len() as u32);
            }
            packed.chains.push(chain);
        }
    }

    /// Leaves out features seen fewer than `least` times; renumbers everything.
    pub fn prune(&mut self, least: u32, packed: &mut Packed) {
        let shrink = |map: &mut HashMap<u32, u32>, counts: &[u32], least: u32| -> Vec<u32> {
            let mut new = vec![NONE; counts.len()];
            let mut next = 0;
            for (id, count) in counts.iter().enumerate() {
                if *count >= least {
                    new[id] = next;
                    next += 1;
                }
            }
            map.retain(|_, id| new[*id as usize] != NONE);
            map.values_mut().for_each(|id| *id = new[*id as usize]);
            new
        };
        let base = shrink(&mut self.base, &self.counts_base, least);
        let local = shrink(&mut self.local, &self.counts_local, least);
        for (far, near) in &mut self.words {
            for part in [far, near] {
                part.retain(|id| base[*id as usize] != NONE);
                part.iter_mut().for_each(|id| *id = base[*id as usize]);
            }
        }
        let mut kept = Vec::with_capacity(packed.locals.len());
        for chain in &mut packed.chains {
            for spot in &mut chain.spots {
                let from = kept.len() as u32;
                let old = &packed.locals[spot.locals.0 as usize..spot.locals.1 as usize];
                kept.extend(old.iter().map(|id| local[*id as usize]).filter(|id| *id != NONE));
                spot.locals = (from, kept.len() as u32);
            }
        }
        packed.locals = kept;
        self.frozen = true;
    }
}
