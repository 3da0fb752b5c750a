//! Numbers in and out of model files: little-endian, and LEB128 for counts and gaps.

/// A file ends before it should, or holds a number that is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The model's data end or go wrong at byte {at}.")]
pub struct Truncated {
    /// Where, in bytes from the start.
    pub at: usize,
}

/// Reads a file from front to back.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// From the first byte of `bytes`.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `length` bytes.
    ///
    /// # Errors
    /// When there are fewer.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Truncated> {
        let end = self.at.checked_add(length).ok_or(Truncated { at: self.at })?;
        let taken = self.bytes.get(self.at..end).ok_or(Truncated { at: self.at })?;
        self.at = end;
        Ok(taken)
    }

    /// One byte.
    ///
    /// # Errors
    /// At the end.
    pub fn byte(&mut self) -> Result<u8, Truncated> {
        let byte = self.bytes.get(self.at).copied().ok_or(Truncated { at: self.at })?;
        self.at += 1;
        Ok(byte)
    }

    /// A number of LEB128: seven bits a byte, the lowest first.
    ///
    /// # Errors
    /// At the end, and when it does not fit 32 bits.
    #[inline]
    pub fn number(&mut self) -> Result<u32, Truncated> {
        match self.bytes.get(self.at) {
            Some(&byte) if byte < 0x80 => {
                self.at += 1;
                Ok(byte.into())
            }
            _ => self.long_number(),
        }
    }

    /// A number of more than a byte, or none.
    #[inline(never)]
    fn long_number(&mut self) -> Result<u32, Truncated> {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(value).map_err(|_| Truncated { at: self.at });
            }
        }
        Err(Truncated { at: self.at })
    }

    /// A 32-bit floating-point number.
    ///
    /// # Errors
    /// At the end.
    pub fn float(&mut self) -> Result<f32, Truncated> {
        let at = self.at;
        let bytes = self.take(4)?.try_into().map_err(|_| Truncated { at })?;
        Ok(f32::from_le_bytes(bytes))
    }

    /// What to say of data that go wrong here.
    #[must_use]
    pub const fn wrong(&self) -> Truncated {
        Truncated { at: self.at }
    }

    /// How many bytes are left.
    #[must_use]
    pub const fn rest(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// A part of the file that [`Writer::part`] wrote.
    ///
    /// # Errors
    /// When it is longer than what is left.
    pub fn part(&mut self) -> Result<Reader<'a>, Truncated> {
        let length = self.number()?;
        self.take(length as usize).map(Reader::new)
    }
}

/// Writes what [`Reader`] reads.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    /// What was written so far.
    pub bytes: Vec<u8>,
}

impl Writer {
    /// A number of LEB128.
    pub fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.bytes.push((value & 0x7F) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// A 32-bit floating-point number.
    pub fn float(&mut self, value: f32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Bytes with their length before them.
    pub fn part(&mut self, bytes: &[u8]) {
        self.number(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.bytes.extend_from_slice(bytes);
    }
}
