//! One hash of words and of phrases, the same on every machine: the packed lists hold hashes in place of
//! text, so what packs them and what looks them up must agree for ever.
//!
//! Invariant: case and the marks on Latin letters do not count (`Erdoğan`, `ERDOGAN` and `erdogan` have one
//! hash), nor does the shape of an apostrophe. Changing anything here means packing all lists again.

/// The hash of a word, folded as the module says. O(length), no allocation.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    let mut state = State::default();
    if word.is_ascii() {
        for byte in word.bytes() {
            state.push(byte.to_ascii_lowercase());
        }
    } else {
        for letter in word.chars() {
            push_folded(&mut state, letter);
        }
    }
    state.finish()
}

/// The hash of a phrase from the hash of all but its last word and that of its last word. A phrase of one
/// word has that word's hash.
#[must_use]
pub fn then(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(25) ^ word)
}

/// The hash of a phrase given as words. See [`then`].
pub fn phrase_hash<'a>(mut words: impl Iterator<Item = &'a str>) -> u64 {
    let first = words.next().map_or(0, word_hash);
    words.fold(first, |phrase, word| then(phrase, word_hash(word)))
}

/// The first half of a step of splitmix64: every bit of the result depends on every bit of the input.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// Eight bytes at a time into one number.
#[derive(Default)]
struct State {
    mixed: u64,
    chunk: u64,
    length: u64,
}

impl State {
    fn push(&mut self, byte: u8) {
        self.chunk |= u64::from(byte) << (8 * (self.length % 8));
        self.length += 1;
        if self.length.is_multiple_of(8) {
            self.mixed = mix(self.mixed ^ self.chunk).wrapping_add(0x9e37_79b9_7f4a_7c15);
            self.chunk = 0;
        }
    }

    fn finish(self) -> u64 {
        mix(self.mixed ^ self.chunk ^ (self.length << 56))
    }
}

/// U+00C0 to U+017F (Latin-1 and Extended-A) as their plain letters; `.` stands for two letters or none.
const LATIN: &[u8; 192] = b"\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
    lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// U+1E00 to U+1EFF (Extended Additional: transliteration and Vietnamese) as their plain letters.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

fn push_folded(state: &mut State, letter: char) {
    let plain = |table: &[u8], from: u32| {
        let at = u32::from(letter).checked_sub(from).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| table.get(at)).copied().filter(|&byte| byte != b'.')
    };
    if let Some(byte) = plain(LATIN, 0xC0).or_else(|| plain(LATIN_ADDITIONAL, 0x1E00)) {
        return state.push(byte);
    }
    let mut push_all = |text: &str| text.bytes().for_each(|byte| state.push(byte));
    match letter {
        'ß' | 'ẞ' => push_all("ss"),
        'Æ' | 'æ' => push_all("ae"),
        'Œ' | 'œ' => push_all("oe"),
        'Þ' | 'þ' => push_all("th"),
        'Ĳ' | 'ĳ' => push_all("ij"),
        'ơ' | 'Ơ' | 'ǒ' => push_all("o"),
        'ư' | 'Ư' => push_all("u"),
        'ə' | 'Ə' | 'ǎ' => push_all("a"),
        'ș' | 'Ș' => push_all("s"),
        'ț' | 'Ț' => push_all("t"),
        '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '´' => push_all("'"),
        '\u{300}'..='\u{36F}' => {}
        _ => letter.to_lowercase().for_each(|lower| {
            let mut buffer = [0; 4];
            lower.encode_utf8(&mut buffer).bytes().for_each(|byte| state.push(byte));
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{phrase_hash, then, word_hash};

    #[test]
    fn case_and_marks_do_not_count() {
        for (one, other) in [
            ("Erdoğan", "ERDOGAN"),
            ("São", "sao"),
            ("Nguyễn", "nguyen"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("Sana’a", "sana'a"),
            ("Zelenskyy", "zelenskyy"),
            ("Москва", "москва"),
        ] {
            assert_eq!(word_hash(one), word_hash(other), "{one} {other}");
        }
    }

    #[test]
    fn what_differs_in_more_has_another_hash() {
        let words = ["", "a", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefg", "zebra", "us", "u.s."];
        for one in words {
            for other in words {
                assert_eq!(word_hash(one) == word_hash(other), one == other, "{one} {other}");
            }
        }
    }

    #[test]
    fn the_order_of_words_counts() {
        let phrase = |text: &str| phrase_hash(text.split(' '));
        assert_ne!(phrase("Korea South"), phrase("South Korea"));
        assert_eq!(phrase("Korea"), word_hash("korea"));
        assert_eq!(phrase("South China Sea"), then(phrase("South China"), word_hash("Sea")));
    }

    /// The packed lists depend on it.
    #[test]
    fn it_never_changes() {
        assert_eq!(word_hash("washington"), 17_438_422_968_882_190_636);
    }
}
