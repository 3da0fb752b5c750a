//! CRC-32 (ISO-HDLC: that of zip and PNG), which finds every error of up to 32 bits in a row. A crate for
//! it brings tables of 16 KB for a speed that records of this size do not need.

const POLYNOMIAL: u32 = 0xEDB8_8320;

const TABLE: [u32; 256] = table();

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler, which checks the index")]
const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        let (mut value, mut bit) = (byte as u32, 0);
        while bit < 8 {
            value = if value & 1 == 1 { (value >> 1) ^ POLYNOMIAL } else { value >> 1 };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
}

/// The checksum of the parts as if they were one text. O(bytes).
#[must_use]
pub fn crc32(parts: &[&str]) -> u32 {
    let bytes = parts.iter().flat_map(|part| part.bytes());
    let value = bytes.fold(!0_u32, |value, byte| {
        let row = (value ^ u32::from(byte)) & 0xFF;
        (value >> 8) ^ TABLE.get(row as usize).copied().unwrap_or_default()
    });
    !value
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn it_is_the_crc_that_others_compute() {
        // The check value of the catalogue of CRCs, and the empty text.
        assert_eq!(crc32(&["1234", "56789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[]), 0);
    }
}
