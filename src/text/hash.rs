//! A short name for a text, by which it is known again.
//!
//! Invariant: the same bytes have the same hash in every version and on every machine.

use std::fmt;
use std::str::FromStr;

/// 64 bits of a text (FNV-1a, as Fowler, Noll and Vo gave it). It tells texts apart that differ by
/// accident; it does not withstand somebody who wants two texts to have the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextHash(u64);

/// What is not the written form of a [`TextHash`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no hash of a text: sixteen hexadecimal digits are.")]
pub struct NoHash(String);

impl TextHash {
    /// The hash of `text`. O(n).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }
}

/// Sixteen hexadecimal digits, as `FromStr` reads them.
impl fmt::Display for TextHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl FromStr for TextHash {
    type Err = NoHash;

    fn from_str(written: &str) -> Result<Self, NoHash> {
        let is_hash = written.len() == 16 && written.bytes().all(|byte| byte.is_ascii_hexdigit());
        let read = is_hash.then(|| u64::from_str_radix(written, 16).ok()).flatten();
        read.map(Self).ok_or_else(|| NoHash(written.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::TextHash;

    #[test]
    fn the_hash_is_the_published_one_and_reads_back() {
        // From the authors' own list of test vectors.
        for (text, hash) in
            [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
        {
            assert_eq!(TextHash::new(text).to_string(), hash);
            assert_eq!(hash.parse(), Ok(TextHash::new(text)));
        }
        let refused = "85944171f7396".parse::<TextHash>().unwrap_err();
        assert_eq!(
            refused.to_string(),
            "“85944171f7396” is no hash of a text: sixteen hexadecimal digits are."
        );
        assert!("+5944171f73967e8".parse::<TextHash>().is_err());
    }
}
