//! What a JSON text will cost to read, found without reading it: one pass, no allocation.

/// How much a JSON text nests and holds. For a text that is not JSON the figures mean nothing, and the
/// parser says so afterwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cost {
    /// Lists and objects within one another, at the deepest.
    pub depth: usize,
    /// Values, at most: one more than there are commas, colons and opening brackets.
    pub values: usize,
}

pub(super) fn scan(json: &str) -> Cost {
    let (mut cost, mut depth) = (Cost { depth: 0, values: 1 }, 0_usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        if in_text {
            (in_text, escaped) = (escaped || byte != b'"', !escaped && byte == b'\\');
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => {
                depth += 1;
                cost.depth = cost.depth.max(depth);
                cost.values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b':' => cost.values += 1,
            _ => {}
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::{Cost, scan};

    #[test]
    fn brackets_in_text_do_not_count() {
        assert_eq!(scan(r#"{"a\"[[": ["[", "\\"], "b": {}}"#), Cost { depth: 2, values: 8 });
        assert_eq!(scan("7"), Cost { depth: 0, values: 1 });
    }
}
