//! The two text formats that the model asks for.

/// Whether `text` is an absolute URI (RFC 3986) or IRI (RFC 3987, which the model asks for): a scheme, a
/// colon, and nothing that must be escaped.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let starts = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let escaped = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    starts
        && scheme.chars().all(allowed)
        && !rest.is_empty()
        && !rest.contains(escaped)
        && escapes_are_whole(rest)
}

fn escapes_are_whole(text: &str) -> bool {
    text.split('%').skip(1).all(|after| {
        let mut digits = after.chars().take(2);
        let mut digit = || digits.next().is_some_and(|c| c.is_ascii_hexdigit());
        digit() && digit()
    })
}

/// Whether `text` is a date and time as RFC 3339 has it: `2023-09-26T08:00:00Z`,
/// `2023-09-26T08:00:00.25+09:00`.
pub(crate) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    is_date(date) && is_time(time)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=days).contains(&day)
}

fn is_time(text: &str) -> bool {
    let Some(zone) = text.find(['Z', 'z', '+', '-']) else { return false };
    let (clock, zone) = text.split_at(zone);
    let clock = match clock.split_once('.') {
        Some((clock, fraction)) if digits(fraction, fraction.len()).is_some() => clock,
        Some(_) => return false,
        None => clock,
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let [hour, minute, second] = parts.as_slice() else { return false };
    // 60 is a leap second.
    let clock = below(hour, 24) && below(minute, 60) && below(second, 61);
    let zone = match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            offset.split_once(':').is_some_and(|(hours, minutes)| below(hours, 24) && below(minutes, 60))
        }
        None => zone.eq_ignore_ascii_case("z"),
    };
    clock && zone
}

fn below(text: &str, limit: u32) -> bool {
    digits(text, 2).is_some_and(|number| number < limit)
}

/// The number that exactly `count` decimal digits write, saturating.
fn digits(text: &str, count: usize) -> Option<u32> {
    let right = count > 0 && text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| {
        text.bytes().fold(0_u32, |n, byte| n.saturating_mul(10).saturating_add(u32::from(byte - b'0')))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_date_time, is_uri};

    #[test]
    fn dates_and_times() {
        for good in ["2015-01-28T12:00:00Z", "2024-02-29t23:59:60.123z", "2023-09-26T08:00:00+09:00"] {
            assert!(is_date_time(good), "{good}");
        }
        for bad in [
            "yesterday",
            "2015-01-28",
            "2023-02-29T00:00:00Z",
            "2015-01-28T12:00:00",
            "2015-13-01T00:00:00Z",
            "2015-01-28T24:00:00Z",
            "2015-01-28T12:00:00.Z",
            "2015-01-28T12:00:00Zx",
            "２015-01-28T12:00:00Z",
            "",
        ] {
            assert!(!is_date_time(bad), "{bad}");
        }
    }

    #[test]
    fn addresses() {
        for good in ["http://example.org/a%20b#c", "urn:uuid:1", "http://例え.jp/"] {
            assert!(is_uri(good), "{good}");
        }
        for bad in ["", "not a uri", "/relative", "http:", "1http:x", "http://a b", "http://a%2", "a<b:c"] {
            assert!(!is_uri(bad), "{bad}");
        }
    }
}
