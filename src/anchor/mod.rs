//! Floor 5: spans to selectors and back.
