//! Currencies as English text names them, with their ISO 4217 codes (a public standard, facts only).
//! Names that several currencies share have no code.
//!
//! Invariant: the tables are sorted, so that a look-up is a binary search without allocation.

use super::search;

/// The code of the currency that a noun names: `Some("")` where several share the name, `None` when it
/// is no currency. Minor units (`cents`, `pence`) are currencies without a code here.
#[must_use]
pub fn currency_noun(word: &str) -> Option<&'static str> {
    search(NOUNS, word)
}

/// The code of a currency sign; `¥` is left to the caller (yen or yuan).
#[must_use]
pub const fn currency_sign(sign: char) -> Option<&'static str> {
    match sign {
        '$' => Some("USD"),
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        '₩' => Some("KRW"),
        '₹' => Some("INR"),
        '₽' => Some("RUB"),
        '₺' => Some("TRY"),
        '₴' => Some("UAH"),
        '₪' => Some("ILS"),
        '₫' => Some("VND"),
        '₦' => Some("NGN"),
        '₱' => Some("PHP"),
        '฿' => Some("THB"),
        '¥' | '￥' => Some(""),
        _ => None,
    }
}

/// The code of a dollar by the letters before its sign: `A$`, `HK$`.
#[must_use]
pub fn dollar_prefix(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "US" | "U.S." => "USD",
        "A" | "AU" | "AUS" => "AUD",
        "C" | "CA" | "CAN" | "CDN" => "CAD",
        "HK" => "HKD",
        "NZ" => "NZD",
        "S" | "SG" => "SGD",
        "NT" | "TW" => "TWD",
        "R" => "BRL",
        "MX" => "MXN",
        "J" => "JMD",
        "Z" => "ZWL",
        _ => return None,
    })
}

/// The code that is written before an amount: `USD 500`, `Rs 500`, `RMB 20`.
#[must_use]
pub fn currency_code(word: &str) -> Option<&'static str> {
    Some(match word {
        "Rs" => "",
        "RMB" => "CNY",
        "Rp" => "IDR",
        "RM" => "MYR",
        _ => CODES.iter().find(|code| **code == word)?,
    })
}

/// The code of a currency named by a country's adjective and a shared noun: `Australian dollars`.
#[must_use]
pub fn national_currency(adjective: &str, noun: &str) -> Option<&'static str> {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    NATIONAL
        .iter()
        .find(|(country, name, _)| *country == adjective && singular.eq_ignore_ascii_case(name))
        .map(|&(_, _, code)| code)
}

static CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "KRW", "INR", "RUB", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD",
    "BRL", "MXN", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "ZAR", "THB", "IDR", "MYR", "PHP", "VND",
    "ILS", "AED", "SAR", "EGP", "NGN", "KES", "UAH", "PKR", "BDT", "ARS", "CLP", "COP", "PEN",
];

static NATIONAL: &[(&str, &str, &str)] = &[
    ("US", "dollar", "USD"),
    ("HK", "dollar", "HKD"),
    ("NT", "dollar", "TWD"),
    ("American", "dollar", "USD"),
    ("Australian", "dollar", "AUD"),
    ("Canadian", "dollar", "CAD"),
    ("Kong", "dollar", "HKD"),
    ("Singapore", "dollar", "SGD"),
    ("Zealand", "dollar", "NZD"),
    ("Taiwan", "dollar", "TWD"),
    ("Swiss", "franc", "CHF"),
    ("Indian", "rupee", "INR"),
    ("Pakistani", "rupee", "PKR"),
    ("Mexican", "peso", "MXN"),
    ("Philippine", "peso", "PHP"),
    ("Argentine", "peso", "ARS"),
    ("British", "pound", "GBP"),
    ("Egyptian", "pound", "EGP"),
    ("Turkish", "lira", "TRY"),
    ("Japanese", "yen", "JPY"),
    ("Chinese", "yuan", "CNY"),
    ("Korean", "won", "KRW"),
    ("Russian", "ruble", "RUB"),
    ("Russian", "rouble", "RUB"),
];

static NOUNS: &[(&str, &str)] = &[
    ("baht", "THB"),
    ("cent", ""),
    ("cents", ""),
    ("dinar", ""),
    ("dinars", ""),
    ("dirham", ""),
    ("dirhams", ""),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dong", "VND"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("franc", ""),
    ("francs", ""),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("krona", ""),
    ("krone", ""),
    ("kroner", ""),
    ("kronor", "SEK"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("naira", "NGN"),
    ("pence", ""),
    ("pesos", ""),
    ("rand", "ZAR"),
    ("reais", "BRL"),
    ("renminbi", "CNY"),
    ("rial", ""),
    ("rials", ""),
    ("ringgit", "MYR"),
    ("riyal", ""),
    ("riyals", ""),
    ("rmb", "CNY"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rupee", ""),
    ("rupees", ""),
    ("rupiah", "IDR"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("shillings", ""),
    ("sterling", "GBP"),
    ("taka", "BDT"),
    ("won", "KRW"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::NOUNS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
