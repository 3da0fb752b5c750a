//! Web and e-mail addresses, hashtags and handles.

use super::tokens::Piece;
use crate::document::TokenKind;

/// Top-level domains that a bare domain (`Gawker.com`) may end in. Others need a scheme or `www.`.
const DOMAINS: &[&str] = &[
    "au", "biz", "ca", "ch", "cn", "co", "com", "de", "edu", "es", "eu", "fr", "gov", "in", "info", "int",
    "io", "it", "jp", "kr", "mil", "net", "nz", "org", "ru", "tv", "uk", "us",
];

/// Whether a chunk can hold any address at all.
pub(super) fn possible(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    bytes.iter().any(|byte| matches!(byte, b'@' | b'#'))
        || bytes.windows(2).any(|pair| matches!(pair, [b'.', next] if next.is_ascii_alphanumeric()))
        // To look for several bytes takes a preparation that costs more than to look at a chunk.
        || bytes.contains(&b':') && chunk.contains("://")
}

/// The address that starts `rest`, if one does.
pub(super) fn read(rest: &str) -> Option<Piece> {
    match rest.bytes().next()? {
        b'#' | b'@' => tag(rest),
        first if first.is_ascii_alphanumeric() => email(rest).or_else(|| url(rest)),
        _ => None,
    }
}

fn tag(rest: &str) -> Option<Piece> {
    let name = tail(rest, 1);
    let starts = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let length: usize =
        name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum();
    starts.then_some((1 + length, TokenKind::Tag))
}

fn email(rest: &str) -> Option<Piece> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let at = rest.bytes().take_while(is_local).count();
    let host = tail(rest, at).strip_prefix('@')?;
    let length = host_length(host)?;
    Some((at + 1 + length, TokenKind::Email))
}

fn url(rest: &str) -> Option<Piece> {
    let scheme = ["http://", "https://", "ftp://"].iter().find(|scheme| starts_with(rest, scheme));
    if let Some(scheme) = scheme {
        let length = trimmed(rest, rest.len());
        return (length > scheme.len()).then_some((length, TokenKind::Url));
    }
    let host = host_length(rest)?;
    let name = rest.get(..host)?;
    let last = name.rsplit('.').next()?;
    let path = tail(rest, host);
    let domain = DOMAINS.contains(&last);
    let labels_fit = name.split('.').all(|label| label.len() > 1);
    let listed = domain && labels_fit;
    if !(starts_with(rest, "www.") || listed) {
        return None;
    }
    let length = if path.starts_with(['/', ':', '?']) { trimmed(rest, rest.len()) } else { host };
    Some((length.max(host), TokenKind::Url))
}

/// The length of the dotted host name at the start of `text`, at least two labels.
fn host_length(text: &str) -> Option<usize> {
    let run = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
    let host = text.get(..run)?.trim_end_matches(['.', '-']);
    let dotted = host.contains('.') && !host.contains("..");
    dotted.then_some(host.len())
}

/// `length` less the marks at the end that belong to the sentence, keeping a bracket that is closed.
fn trimmed(rest: &str, length: usize) -> usize {
    const MARKS: &[char] = &['.', ',', ';', ':', '!', '?', '\'', '"', '’', '”', '»', ']', '}', '>', '…'];
    let mut address = rest.get(..length).unwrap_or_default();
    loop {
        let before = address.len();
        address = address.trim_end_matches(MARKS);
        if address.ends_with(')') && address.matches('(').count() < address.matches(')').count() {
            address = address.strip_suffix(')').unwrap_or(address);
        }
        if address.len() == before {
            return before;
        }
    }
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}
