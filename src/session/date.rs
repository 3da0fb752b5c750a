//! The dates that a reader may set.

use crate::document::PartialDate;

/// Reads `2023-09-26`, `2023-09` or `2023`; `None` for anything else and for days that do not exist.
#[must_use]
pub fn parse(given: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = given.trim().split('-').collect();
    let number = |part: &&str, digits: usize| {
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, rest) = parts.split_first()?;
    let year = i32::from(number(year, 4)?);
    let small = |part: &&str| number(part, 2).and_then(|value| u8::try_from(value).ok());
    let (month, day) = match rest {
        [] => (None, None),
        [month] => (Some(small(month)?), None),
        [month, day] => (Some(small(month)?), Some(small(day)?)),
        _ => return None,
    };
    let exists = month.is_none_or(|month| {
        (1..=12).contains(&month) && day.is_none_or(|day| (1..=days_in(year, month)).contains(&day))
    });
    (exists && year > 0).then_some(PartialDate { year: Some(year), month, day })
}

/// Days of a month in the Gregorian calendar.
const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_days_that_exist_and_nothing_else() {
        for good in ["2023-09-26", "2023-09", "2023", "2024-02-29"] {
            assert_eq!(parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "26.9.2023", "2023-13", "2023-02-29", "0000", "2023-9-6", "2023-09-26-01", "+123"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
