//! The model's file, and reading a document with it.

use crate::linear::{LaneTable, Lanes, Reader, Search, Truncated, Writer};

use super::calibration::Calibration;
use super::decode::{Back, Scores, Transitions};
use super::features::{self, REACH};
use super::memory::Memory;
use super::quad::{self, LANES, Tags};
use super::scheme::{OUTSIDE, TAGS};
use super::view::View;

/// The first bytes of a model's file; the digit is the version of its features.
pub const MAGIC: &[u8] = b"manicule names 4\n";

/// The bits of a feature's key that count: fewer make a smaller file, and one absent feature in some
/// hundreds is taken for another.
pub const KEYS: u32 = (1 << 23) - 1;

/// Why a model cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Not a model of this version.
    #[error("The data are no model of names, or one for another version of Manicule.")]
    Version,
    /// The data end too soon.
    #[error(transparent)]
    Truncated(#[from] Truncated),
}

/// The rows of a token's features. Where a first article is read they have to be there at once and in little room; where
/// a long text is, natively and where there are vectors, what counts is how soon they are summed. The sums are the same.
#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
type NearTable = crate::linear::SlotTable;
#[cfg(not(any(not(target_arch = "wasm32"), target_feature = "simd128")))]
type NearTable = LaneTable<NEAR>;

/// The weights of both readings.
#[derive(Debug)]
pub struct Model {
    /// What one step of an integer score is in log-odds.
    pub unit: f32,
    base: LaneTable<FAR>,
    local: NearTable,
    memory: NearTable,
    first: Transitions,
    second: Transitions,
    /// What its probabilities are worth.
    pub calibration: Calibration,
}

/// Words of lanes for the tags of one token, and for those of all distances. A word's base features, some
/// fifty at most, and the local ones, a hundred and thirty at most, stay far from what a lane can hold.
const NEAR: usize = LANES / 4;
const FAR: usize = REACH * NEAR;

/// The sums of a word's base features for each distance and tag.
type Sums = [u64; FAR];

/// Where a column is among the lanes; of base features each distance begins a word.
const fn lane(column: u8) -> usize {
    let column = column as usize;
    column / TAGS * LANES + quad::lane(column % TAGS)
}

/// What is kept while one document is read.
#[derive(Default)]
struct Work {
    /// By word: its place in `sums` and one more, 0 while nothing asked for it.
    places: Vec<u32>,
    sums: Vec<Sums>,
    keys: Vec<u32>,
    search: Search,
    back: Vec<Back>,
    tags: Vec<u8>,
}

impl Work {
    /// The sums of the base features of the word at `at`: read when they are asked for the first time.
    fn sums_of(&mut self, base: &LaneTable<FAR>, view: &View<'_>, at: usize) -> &[u64] {
        let place = view.spots.get(at).and_then(|spot| self.places.get_mut(spot.lexeme as usize));
        let Some(place) = place else { return &[] };
        if *place == 0 {
            let (first, _, end) = view.word(at).keys;
            let keys = view.keys.get(first as usize..end as usize).unwrap_or_default();
            self.keys.clear();
            self.keys.extend(keys.iter().map(|key| key & KEYS));
            let mut sums = Lanes::default();
            base.add(&self.keys, &mut self.search, &mut sums);
            self.sums.push(sums.settled());
            *place = u32::try_from(self.sums.len()).unwrap_or_default();
        }
        let index = (*place as usize).wrapping_sub(1);
        self.sums.get(index).map_or(&[], |sums| sums.as_slice())
    }
}

impl Model {
    /// Reads a model. O(bytes).
    ///
    /// # Errors
    /// When the data are not a model of this version, or cut short.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let bytes = bytes.strip_prefix(MAGIC).ok_or(ModelError::Version)?;
        let mut reader = Reader::new(bytes);
        let unit = reader.float()?;
        let mut transitions = || -> Result<Transitions, Truncated> {
            let mut weights = Vec::with_capacity(TAGS * TAGS);
            for _ in 0..TAGS * TAGS {
                let (low, high) = (reader.byte()?, reader.byte()?);
                weights.push(i32::from(i16::from_le_bytes([low, high])));
            }
            Ok(Transitions::new(&weights, unit))
        };
        let (first, second) = (transitions()?, transitions()?);
        let calibration = Calibration::read(&mut reader)?;
        let base = LaneTable::read(&mut reader, lane)?;
        let local = NearTable::read(&mut reader, lane)?;
        let memory = NearTable::read(&mut reader, lane)?;
        Ok(Self { unit, base, local, memory, first, second, calibration })
    }

    /// A model that finds nothing.
    #[must_use]
    pub fn empty() -> Self {
        let (first, second) = (Transitions::new(&[], 1.0), Transitions::new(&[], 1.0));
        Self {
            unit: 1.0,
            base: LaneTable::default(),
            local: NearTable::default(),
            memory: NearTable::default(),
            calibration: Calibration::default(),
            first,
            second,
        }
    }

    /// Writes the head of a file that [`Model::read`] reads: what stands before the three tables.
    pub fn write_head(
        writer: &mut Writer,
        unit: f32,
        first: &[i16],
        second: &[i16],
        calibration: &Calibration,
    ) {
        writer.bytes.extend_from_slice(MAGIC);
        writer.float(unit);
        for weight in first.iter().chain(second) {
            writer.bytes.extend_from_slice(&weight.to_le_bytes());
        }
        calibration.write(writer);
    }

    /// The tags of all tokens, and the scores that the second reading chose by (none outside busy
    /// stretches). O(n).
    #[must_use]
    pub fn tags(&self, view: &View<'_>) -> Reading {
        let mut reading = self.first(view);
        let memory = Memory::new(view, &reading.tags);
        self.second(view, &memory, &mut reading);
        reading
    }

    /// How probable each token's tag is by the second reading; 1 outside busy stretches. O(n), but only
    /// stretches with names cost anything.
    #[must_use]
    pub fn confidence(&self, reading: &Reading) -> Vec<f32> {
        let mut all = vec![1.0; reading.tags.len()];
        let (mut sure, mut steps) = (Vec::new(), Vec::new());
        for (index, chain) in reading.chains.iter().enumerate() {
            let end = reading.chains.get(index + 1).map_or(reading.scores.len(), |next| next.scores);
            let scores = reading.scores.get(chain.scores..end).unwrap_or_default();
            let range = chain.first..chain.first + scores.len();
            let tags = reading.tags.get(range.clone()).unwrap_or_default();
            if tags.iter().all(|tag| usize::from(*tag) == OUTSIDE) {
                continue;
            }
            sure.clear();
            self.second.confidence(scores, tags, &mut steps, &mut sure);
            if let Some(place) = all.get_mut(range) {
                place.copy_from_slice(&sure);
            }
        }
        all
    }

    fn first(&self, view: &View<'_>) -> Reading {
        let busy = view.spots.iter().filter(|spot| spot.busy).count();
        let mut reading = Reading {
            tags: vec![OUTSIDE as u8; view.spots.len()],
            chains: Vec::new(),
            scores: Vec::with_capacity(busy),
        };
        let words = view.lexemes.len();
        let mut work = Work { places: vec![0; words], sums: Vec::with_capacity(words), ..Work::default() };
        for sentence in &view.doc.sentences {
            let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
            let mut at = first;
            while at < end {
                let busy = |at: &usize| view.spots.get(*at).is_some_and(|spot| spot.busy);
                if !busy(&at) {
                    at += 1;
                    continue;
                }
                let from = reading.scores.len();
                let start = at;
                while at < end && busy(&at) {
                    reading.scores.push(self.score(view, at, (first, end), &mut work));
                    at += 1;
                }
                reading.chains.push(Stretch { first: start, scores: from });
                let scores = from..reading.scores.len();
                reading.decode(&self.first, start, scores, &mut work);
            }
        }
        reading
    }

    fn score(&self, view: &View<'_>, at: usize, (first, end): (usize, usize), work: &mut Work) -> Scores {
        let mut sums = Lanes::<NEAR>::default();
        for distance in 0..REACH {
            let Some(place) =
                (at + distance).checked_sub(REACH / 2).filter(|place| *place >= first && *place < end)
            else {
                continue;
            };
            let base = work.sums_of(&self.base, view, place);
            sums.add(base.get(distance * NEAR..(distance + 1) * NEAR).unwrap_or_default());
        }
        work.keys.clear();
        features::local(view, at, first, end, &mut |key| work.keys.push(key & KEYS));
        self.local.add(&work.keys, &mut work.search, &mut sums);
        Tags::from_lanes(&sums.sums())
    }

    fn second(&self, view: &View<'_>, memory: &Memory, reading: &mut Reading) {
        let tags = reading.tags.clone();
        let mut work = Work::default();
        let chains = std::mem::take(&mut reading.chains);
        for (index, chain) in chains.iter().enumerate() {
            let end = chains.get(index + 1).map_or(reading.scores.len(), |next| next.scores);
            for (at, scores) in
                (chain.first..).zip(reading.scores.get_mut(chain.scores..end).unwrap_or_default())
            {
                work.keys.clear();
                memory.features(view, at, &tags, &mut |key| work.keys.push(key & KEYS));
                if work.keys.is_empty() {
                    continue;
                }
                let mut sums = Lanes::<NEAR>::default();
                self.memory.add(&work.keys, &mut work.search, &mut sums);
                *scores = scores.with(&Tags::from_lanes(&sums.sums()), |score, sum| score + sum);
            }
            reading.decode(&self.second, chain.first, chain.scores..end, &mut work);
        }
        reading.chains = chains;
    }
}

/// A busy stretch.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Its first token.
    pub first: usize,
    /// Its first place among [`Reading::scores`].
    pub scores: usize,
}

/// What the model made of a document.
#[derive(Debug)]
pub struct Reading {
    /// One per token.
    pub tags: Vec<u8>,
    /// Busy stretches in order.
    pub chains: Vec<Stretch>,
    /// The scores of their tokens, in order.
    pub scores: Vec<Scores>,
}

impl Reading {
    fn decode(
        &mut self,
        transitions: &Transitions,
        first: usize,
        scores: std::ops::Range<usize>,
        work: &mut Work,
    ) {
        let scores = self.scores.get(scores).unwrap_or_default();
        work.tags.clear();
        transitions.decode(scores, &mut work.back, &mut work.tags);
        if let Some(place) = self.tags.get_mut(first..first + work.tags.len()) {
            place.copy_from_slice(&work.tags);
        }
    }
}
