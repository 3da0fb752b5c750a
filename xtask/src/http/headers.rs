//! The headers that every response carries, on the development server and, through `_headers` and a
//! `<meta>`, on a static host.
//!
//! Invariant: the page runs with nothing but its own files; `'wasm-unsafe-eval'` is the only exception.

/// What the page may do. `frame-ancestors` counts only in a header, so it is kept apart from the rest,
/// which [`content_security_policy_meta`] gives to static hosts that let no headers be set.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
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

/// Every security header: name and value.
pub fn security() -> Vec<(&'static str, String)> {
    let fixed = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
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
        for forbidden in ["http:", "https:", "*", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"] {
            assert!(!policy.split([' ', ';']).any(|word| word == forbidden), "{forbidden} in {policy}");
        }
        assert!(policy.starts_with("default-src 'none';"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(!content_security_policy_meta().contains("frame-ancestors"));
    }
}
