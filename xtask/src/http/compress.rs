//! Content encodings: making them, and choosing the one that a browser asked for.

use std::io::Write;

/// How a body is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As it is.
    Identity,
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
}

impl Encoding {
    /// Its name in `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }
}

/// Encodes a body. Writing to memory does not fail; if an encoder ever refuses, the caller sends the body
/// as it is. It takes a few hundredths of a second for a megabyte; what is published is made smaller (`compress.mjs`).
pub fn encode(body: &[u8], encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Identity => Some(body.to_vec()),
        Encoding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
            encoder.write_all(body).ok()?;
            encoder.finish().ok()
        }
        Encoding::Brotli => {
            let parameters = brotli::enc::BrotliEncoderParams {
                quality: 5,
                lgwin: 22,
                size_hint: body.len(),
                ..Default::default()
            };
            let mut encoded = Vec::new();
            brotli::BrotliCompress(&mut &body[..], &mut encoded, &parameters).ok()?;
            Some(encoded)
        }
    }
}

/// The encoding to send for an `Accept-Encoding`: brotli before gzip before none, among those that are
/// not refused by a weight of zero.
pub fn negotiate(accept: &str) -> Encoding {
    let accepts = |name: &str| {
        let weight = |offer: &str| {
            let (coding, parameters) = offer.split_once(';').unwrap_or((offer, ""));
            let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok());
            coding.trim().eq_ignore_ascii_case(name).then(|| weight.unwrap_or(0.0))
        };
        let named = accept.split(',').find_map(weight);
        named.is_some_and(|weight: f32| weight > 0.0)
    };
    [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .find(|encoding| accepts(encoding.name()))
        .unwrap_or(Encoding::Identity)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn an_encoding_is_sent_only_if_asked_for() {
        let check = |accept, expected| assert_eq!(negotiate(accept), expected, "{accept:?}");
        check("gzip, deflate, br, zstd", Encoding::Brotli);
        check("gzip;q=1.0, br;q=0", Encoding::Gzip);
        check("GZIP", Encoding::Gzip);
        check("brotli", Encoding::Identity);
        check("", Encoding::Identity);
        check("br;q=nonsense", Encoding::Identity);
    }

    #[test]
    fn what_is_encoded_decodes_to_the_same_bytes() {
        let body = "The reader marks, the machine underlines. ".repeat(500).into_bytes();
        let gzip = encode(&body, Encoding::Gzip).unwrap();
        let mut decoded = Vec::new();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut decoded).unwrap();
        assert!(decoded == body && gzip.len() < body.len() / 10);

        let brotli = encode(&body, Encoding::Brotli).unwrap();
        let mut decoded = Vec::new();
        brotli::BrotliDecompress(&mut &brotli[..], &mut decoded).unwrap();
        assert!(decoded == body && brotli.len() < body.len() / 10);
    }
}
