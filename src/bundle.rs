//! Floor 0: all that was learned or listed in bulk, as two files beside the program.
//!
//! Natively the parts are compiled in. In the browser they are files of their own, so that the program is
//! small, model and program are fetched side by side, and a new program leaves the cached model alone: whoever
//! starts the core hands a file over by [`read`] and [`keep`], before or after the first article is opened.
//! What a first reading needs is one file; what is asked for with some exports alone is the other.
//!
//! Layout: [`File::magic`], a checksum of all that follows (eight bytes), then each part of [`File::parts`] in
//! turn: its length (four bytes), its bytes. Numbers are little-endian.
//!
//! Invariant: until a file is there every table of it is empty, and nothing fails for that.

use std::sync::OnceLock;

/// A file of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// What reading needs.
    Reading,
    /// What says the part of speech of every token.
    Speech,
}

impl File {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Reading, Self::Speech];

    /// Its parts, in order.
    #[must_use]
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::Reading => &[Part::Words, Part::Gazetteer, Part::Clusters, Part::Places, Part::Names],
            Self::Speech => &[Part::Pos],
        }
    }

    /// Its first bytes; the number is the version of all formats in it.
    #[must_use]
    pub const fn magic(self) -> &'static [u8] {
        match self {
            Self::Reading => b"manicule model 3\n",
            Self::Speech => b"manicule speech 2\n",
        }
    }
}

/// A part of a file, each read by the module that it is named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Common words, for [`crate::lexicon`](../lexicon/names/index.html).
    Words,
    /// The names of the world.
    Gazetteer,
    /// Word clusters.
    Clusters,
    /// Where places are.
    Places,
    /// The model of parts of speech.
    Pos,
    /// The model of names.
    Names,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Words, Self::Gazetteer, Self::Clusters, Self::Places, Self::Pos, Self::Names];

    /// The file that it is in.
    const fn file(self) -> File {
        match self {
            Self::Pos => File::Speech,
            _ => File::Reading,
        }
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// It begins otherwise.
    #[error("The file is no model, or one for another version of Manicule.")]
    Version,
    /// It is not as it was written.
    #[error("The model is damaged: its {bytes} bytes are not those that were written.")]
    Damaged {
        /// How long it is.
        bytes: usize,
    },
}

/// The bytes of parts; those of another file are empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a>([&'a [u8]; Part::ALL.len()]);

impl<'a> Parts<'a> {
    /// The bytes of one part.
    #[must_use]
    pub fn of(&self, part: Part) -> &'a [u8] {
        self.0.get(part as usize).copied().unwrap_or_default()
    }

    /// The file that [`read`] reads.
    #[must_use]
    pub fn write(&self, file: File) -> Vec<u8> {
        let mut rest = Vec::new();
        for part in file.parts().iter().map(|part| self.of(*part)) {
            // Parts are a few hundred kilobytes.
            rest.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
            rest.extend_from_slice(part);
        }
        [file.magic(), &checksum(&rest).to_le_bytes(), &rest].concat()
    }
}

/// The parts of a file. O(its length): every byte goes into the checksum.
///
/// # Errors
/// When the file is for another version, was cut short or changed on its way.
pub fn read(file: File, bytes: &[u8]) -> Result<Parts<'_>, BundleError> {
    let body = bytes.strip_prefix(file.magic()).ok_or(BundleError::Version)?;
    let damaged = BundleError::Damaged { bytes: bytes.len() };
    let (sum, mut rest) = body.split_first_chunk().ok_or(damaged)?;
    if u64::from_le_bytes(*sum) != checksum(rest) {
        return Err(damaged);
    }
    let mut parts = [&[][..]; Part::ALL.len()];
    for slot in file.parts() {
        let (length, after) = rest.split_first_chunk().ok_or(damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (part, after) = after.split_at_checked(length).ok_or(damaged)?;
        parts.get_mut(*slot as usize).into_iter().for_each(|slot| *slot = part);
        rest = after;
    }
    if rest.is_empty() { Ok(Parts(parts)) } else { Err(damaged) }
}

/// FNV-1a over words of eight bytes, the last filled up with zeros: a millisecond for the whole file.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, last) = bytes.as_chunks();
    let mut filled = [0; 8];
    filled.iter_mut().zip(last).for_each(|(slot, byte)| *slot = *byte);
    let step = |sum: u64, word: [u8; 8]| {
        (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
    };
    let sum = words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, word| step(sum, *word));
    step(step(sum, filled), (bytes.len() as u64).to_le_bytes())
}

/// What was handed over, by file.
static KEPT: [OnceLock<Parts<'static>>; File::ALL.len()] = [const { OnceLock::new() }; File::ALL.len()];

/// Takes the parts of a file for all that follows; those that were there before stay.
pub fn keep(file: File, parts: Parts<'static>) {
    let _ = KEPT.get(file as usize).map(|slot| slot.set(parts));
}

/// The parts that are compiled in.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn shipped() -> Option<Parts<'static>> {
    Some(Parts([
        include_bytes!("lexicon/data/words.txt"),
        include_bytes!("lexicon/data/gazetteer.bin"),
        include_bytes!("lexicon/data/clusters.bin"),
        include_bytes!("lexicon/data/places.bin"),
        include_bytes!("pos/data/pos.bin"),
        include_bytes!("tag/names/names.model"),
    ]))
}

/// The parts that are compiled in: none.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub const fn shipped() -> Option<Parts<'static>> {
    None
}

/// The parts of a file, if it is there by now.
#[must_use]
pub fn parts(file: File) -> Option<Parts<'static>> {
    KEPT.get(file as usize).and_then(OnceLock::get).copied().or_else(shipped)
}

/// A table that is read from its part when it is first asked for.
#[derive(Debug)]
pub struct Lazy<T> {
    part: Part,
    read: OnceLock<T>,
    /// What stands in for it while the part is not there.
    nothing: OnceLock<T>,
}

impl<T: Default> Lazy<T> {
    /// Of that part.
    #[must_use]
    pub const fn new(part: Part) -> Self {
        Self { part, read: OnceLock::new(), nothing: OnceLock::new() }
    }

    /// The table, by `read` at the first call after the parts came; empty before.
    #[inline]
    pub fn get(&self, read: fn(&'static [u8]) -> T) -> &T {
        self.read.get().unwrap_or_else(|| self.first(read))
    }

    #[cold]
    fn first(&self, read: fn(&'static [u8]) -> T) -> &T {
        match parts(self.part.file()) {
            Some(parts) => self.read.get_or_init(|| read(parts.of(self.part))),
            None => self.nothing.get_or_init(T::default),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        Parts([b"one|two", b"", b"123456789", b"\0\0\0", b"apart", b"the last"]).write(File::Reading)
    }

    fn read(bytes: &[u8]) -> Result<Parts<'_>, BundleError> {
        super::read(File::Reading, bytes)
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = sample();
        let parts = read(&bytes).unwrap();
        assert_eq!(parts.of(Part::Words), b"one|two");
        assert_eq!(parts.of(Part::Gazetteer), b"");
        assert_eq!(parts.of(Part::Names), b"the last");
        assert_eq!(parts.of(Part::Pos), b"");
        assert_eq!(parts.write(File::Reading), bytes);
    }

    #[test]
    fn every_part_is_in_one_file_and_no_file_is_taken_for_the_other() {
        let all: Vec<Part> = File::ALL.iter().flat_map(|file| file.parts()).copied().collect();
        assert_eq!(all.len(), Part::ALL.len());
        for file in File::ALL {
            assert!(file.parts().iter().all(|part| part.file() == file));
        }
        assert_eq!(super::read(File::Speech, &sample()), Err(BundleError::Version));
    }

    #[test]
    fn what_was_cut_short_or_goes_on_is_refused() {
        let bytes = sample();
        for length in 0..bytes.len() {
            assert!(read(&bytes[..length]).is_err(), "{length}");
        }
        assert!(matches!(read(&[&bytes[..], b"\0"].concat()), Err(BundleError::Damaged { .. })));
    }

    #[test]
    fn a_changed_bit_is_noticed() {
        let bytes = sample();
        for at in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[at / 8] ^= 1 << (at % 8);
            assert!(read(&changed).is_err(), "bit {at}");
        }
    }

    #[test]
    fn a_file_for_another_version_is_said_to_be_one() {
        assert_eq!(read(b"manicule model 0\nand so on"), Err(BundleError::Version));
        assert_eq!(read(b""), Err(BundleError::Version));
        assert_eq!(read(b"<!doctype html>"), Err(BundleError::Version));
    }

    #[test]
    fn the_shipped_parts_go_through_the_file() {
        let shipped = shipped().unwrap();
        assert!(Part::ALL.iter().all(|part| shipped.of(*part).len() > 10_000));
        for file in File::ALL {
            let written = shipped.write(file);
            let parts = super::read(file, &written).unwrap();
            assert!(file.parts().iter().all(|part| parts.of(*part) == shipped.of(*part)));
        }
    }
}
