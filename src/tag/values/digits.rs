//! Numbers in digits, as English writes them.

/// Reads `1,234.5`, in the English way. `1,2` and `1.2.3` are nothing sure.
pub(super) fn value(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.contains(['.', ',']) {
        return None;
    }
    let mut groups = whole.split(',');
    let grouped = whole.contains(',');
    let first = groups.next()?.len();
    let short_last = whole.rsplit(',').next().is_none_or(|last| last.len() != 3);
    // Groups of two occur in Indian English: 12,34,567.
    if grouped && (first > 3 || short_last || groups.any(|group| !matches!(group.len(), 2 | 3))) {
        return None;
    }
    if !grouped {
        return number(text);
    }
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    number(&digits)
}

/// Reads `1234.5`. So few digits are a whole number that an `f64` holds, and so is the power of ten that it is
/// divided by; the quotient of two such is rounded once (Clinger, "How to Read Floating Point Numbers Accurately",
/// 1990). More of them, and all else, the standard library reads.
fn number(text: &str) -> Option<f64> {
    const MOST_DIGITS: usize = 15;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() + fraction.len() > MOST_DIGITS || !plain(whole) || !plain(fraction) {
        return text.parse().ok();
    }
    let digits = whole.bytes().chain(fraction.bytes());
    let number = digits.fold(0_u64, |number, digit| number * 10 + u64::from(digit - b'0'));
    Some(number as f64 / 10_f64.powi(i32::try_from(fraction.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::number;

    proptest! {
        #[test]
        fn a_number_is_read_as_the_standard_library_reads_it(text in "[0-9]{1,17}(\\.[0-9]{0,9})?") {
            prop_assert_eq!(number(&text), text.parse().ok());
        }
    }
}
