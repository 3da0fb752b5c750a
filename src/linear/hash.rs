//! Hashes of features. They are part of the file format: a change here needs new model files.

/// FNV-1a (Fowler, Noll, Vo) over bytes, 32 bits, with a finisher, because rows are found by low bits.
#[must_use]
pub fn hash_bytes(bytes: impl IntoIterator<Item = u8>) -> u32 {
    let hash = bytes
        .into_iter()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    finish(hash)
}

/// [`hash_bytes`] of a string's UTF-8.
#[must_use]
pub fn hash_str(text: &str) -> u32 {
    hash_bytes(text.bytes())
}

/// One key of two, in order: `mix(mix(template, a), b)` is the key of a template filled with a and b.
#[must_use]
pub const fn mix(seed: u32, value: u32) -> u32 {
    finish(seed.rotate_left(5) ^ value.wrapping_mul(0x9E37_79B1))
}

/// The finisher of MurmurHash3 (Appleby, public domain): every bit of the input reaches every bit.
const fn finish(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::{hash_str, mix};

    #[test]
    fn keys_are_the_same_on_every_machine() {
        assert_eq!(hash_str("Seoul"), 1_891_158_246);
        assert_eq!(mix(1, 2), 1_193_333_702);
    }

    #[test]
    fn order_matters() {
        assert_ne!(mix(mix(1, 2), 3), mix(mix(1, 3), 2));
    }
}
