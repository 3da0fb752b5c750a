//! The headers that every response carries, on the development server and, through `_headers` and a
//! `<meta>`, on a static host.
//!
//! Invariant: the page runs with nothing but its own files; `'wasm-unsafe-eval'` is the only exception. It may
//! ask other machines (`connect-src https:`), because a reader may name a page to be fetched (docs/bringing.md).

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
pub fn content_security_policy() -> String {
    format!("{}; frame-ancestors 'none'", content_security_policy_meta())
}

/// The content security policy as the content of a `<meta http-equiv>`.
pub fn content_security_policy_meta() -> String {
    POLICY.join("; ")
}

/// The page that other pages open to hand themselves over: it has to know the window that opened it.
pub const RECEIVER: &str = "bring.html";

/// What separates a page from the windows that it opens or was opened by.
pub fn opener_policy(path: &str) -> &'static str {
    if path == RECEIVER { "unsafe-none" } else { "same-origin" }
}

/// Every security header of a file: name and value.
pub fn security(path: &str) -> Vec<(&'static str, String)> {
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
    let policy = ("Content-Security-Policy", content_security_policy());
    std::iter::once(policy).chain(fixed.map(|(name, value)| (name, value.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_in_nothing_from_elsewhere_and_nothing_inline() {
        let policy = content_security_policy();
        assert!(policy.contains("; connect-src 'self' https:; "));
        let policy = policy.replace("connect-src 'self' https:", "");
        for forbidden in ["http:", "https:", "*", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"] {
            assert!(!policy.split([' ', ';']).any(|word| word == forbidden), "{forbidden} in {policy}");
        }
        assert!(policy.starts_with("default-src 'none';"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(!content_security_policy_meta().contains("frame-ancestors"));
    }
}
