//! The headers that every response carries, on the development server and, through `_headers` and a
//! `<meta>`, on a static host.
//!
//! Invariant: the page runs with nothing but its own files, and what `dist` writes into it by hash;
//! `'wasm-unsafe-eval'` is the only exception. It may
//! ask other machines (`connect-src https:`), because a reader may name a page to be fetched (docs/bringing.md).

use crate::inline::Inline;

/// What the page may do. `frame-ancestors` counts only in a header, so it is kept apart from the rest,
/// which [`content_security_policy_meta`] gives to static hosts that let no headers be set.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self' https:",
    "img-src 'self'",
    "manifest-src 'self'",
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types manicule manicule-scripts dompurify",
];

/// The content security policy as a header.
pub fn content_security_policy(inline: &Inline) -> String {
    format!("{}; frame-ancestors 'none'", content_security_policy_meta(inline))
}

/// The content security policy as the content of a `<meta http-equiv>`.
pub fn content_security_policy_meta(inline: &Inline) -> String {
    let also = |directive: &str| -> String {
        let hashes = match directive.split(' ').next() {
            Some("script-src") => &inline.scripts,
            Some("style-src") => &inline.styles,
            _ => return directive.to_owned(),
        };
        hashes.iter().fold(directive.to_owned(), |directive, hash| format!("{directive} {hash}"))
    };
    POLICY.iter().map(|directive| also(directive)).collect::<Vec<_>>().join("; ")
}

/// The page that other pages open to hand themselves over: it has to know the window that opened it.
pub const RECEIVER: &str = "bring.html";

/// What separates a page from the windows that it opens or was opened by.
pub fn opener_policy(path: &str) -> &'static str {
    if path == RECEIVER { "unsafe-none" } else { "same-origin" }
}

/// Every security header of a file under a content security policy: name and value.
pub fn security(path: &str, policy: &str) -> Vec<(&'static str, String)> {
    let fixed = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", opener_policy(path)),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ];
    let policy = ("Content-Security-Policy", policy.to_owned());
    std::iter::once(policy).chain(fixed.map(|(name, value)| (name, value.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_in_nothing_from_elsewhere_and_nothing_inline() {
        let policy = content_security_policy(&Inline::default());
        assert!(policy.contains("; connect-src 'self' https:; "));
        let policy = policy.replace("connect-src 'self' https:", "");
        for forbidden in ["http:", "https:", "*", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"] {
            assert!(!policy.split([' ', ';']).any(|word| word == forbidden), "{forbidden} in {policy}");
        }
        assert!(policy.starts_with("default-src 'none';"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(!content_security_policy_meta(&Inline::default()).contains("frame-ancestors"));
    }

    #[test]
    fn what_is_written_into_the_page_is_let_in_by_its_hash_alone() {
        let inline = Inline {
            styles: vec!["'sha256-a'".to_owned()],
            scripts: vec!["'sha256-b'".to_owned()],
            paths: Vec::new(),
        };
        let policy = content_security_policy(&inline);
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-b';"), "{policy}");
        assert!(policy.contains("style-src 'self' 'sha256-a';"), "{policy}");
    }
}
