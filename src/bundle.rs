//! Floor 0: all that was learned or listed in bulk, as one file beside the program.
//!
//! Natively the parts are compiled in. In the browser they are a file of their own, so that the program is
//! small, the two are fetched side by side, and a new program leaves the cached model alone: whoever starts
//! the core hands the file over by [`read`] and [`keep`], before or after the first article is opened.
//!
//! Layout: [`MAGIC`], a checksum of all that follows (eight bytes), then each part of [`Part::ALL`] in turn:
//! its length (four bytes), its bytes. Numbers are little-endian.
//!
//! Invariant: until the parts are there every table is empty, and nothing fails for that.

use std::sync::OnceLock;

/// The first bytes of the file; the number is the version of all formats in it.
pub const MAGIC: &[u8] = b"manicule model 1\n";

/// A part of the file, each read by the module that it is named after.
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
    /// In the order of the file.
    pub const ALL: [Self; 6] =
        [Self::Words, Self::Gazetteer, Self::Clusters, Self::Places, Self::Pos, Self::Names];
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

/// The bytes of all parts.
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
    pub fn write(&self) -> Vec<u8> {
        let mut rest = Vec::new();
        for part in self.0 {
            // Parts are a few hundred kilobytes.
            rest.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
            rest.extend_from_slice(part);
        }
        [MAGIC, &checksum(&rest).to_le_bytes(), &rest].concat()
    }
}

/// The parts of a file. O(its length): every byte goes into the checksum.
///
/// # Errors
/// When the file is for another version, was cut short or changed on its way.
pub fn read(bytes: &[u8]) -> Result<Parts<'_>, BundleError> {
    let body = bytes.strip_prefix(MAGIC).ok_or(BundleError::Version)?;
    let damaged = BundleError::Damaged { bytes: bytes.len() };
    let (sum, mut rest) = body.split_first_chunk().ok_or(damaged)?;
    if u64::from_le_bytes(*sum) != checksum(rest) {
        return Err(damaged);
    }
    let mut parts = [&[][..]; Part::ALL.len()];
    for part in &mut parts {
        let (length, after) = rest.split_first_chunk().ok_or(damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        (*part, rest) = after.split_at_checked(length).ok_or(damaged)?;
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

/// What was handed over.
static PARTS: OnceLock<Parts<'static>> = OnceLock::new();

/// Takes the parts for all that follows; those that were there before stay.
pub fn keep(parts: Parts<'static>) {
    let _ = PARTS.set(parts);
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

/// The parts, if they are there by now.
#[must_use]
pub fn parts() -> Option<Parts<'static>> {
    PARTS.get().copied().or_else(shipped)
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
        match parts() {
            Some(parts) => self.read.get_or_init(|| read(parts.of(self.part))),
            None => self.nothing.get_or_init(T::default),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        Parts([b"one|two", b"", b"123456789", b"\0\0\0", b"five", b"the last"]).write()
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = sample();
        let parts = read(&bytes).unwrap();
        assert_eq!(parts.of(Part::Words), b"one|two");
        assert_eq!(parts.of(Part::Gazetteer), b"");
        assert_eq!(parts.of(Part::Names), b"the last");
        assert_eq!(parts.write(), bytes);
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
        assert_eq!(read(&shipped.write()), Ok(shipped));
    }
}
