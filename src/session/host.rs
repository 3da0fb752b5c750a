//! What a session needs from where it runs.

/// The clock and the source of ids; the browser's is in `wasm`.
pub trait Host {
    /// Now, as RFC 3339 in UTC with milliseconds (`2026-01-31T09:05:00.000Z`): such texts sort by time.
    fn now(&self) -> String;

    /// So many days before now, written in the same way.
    fn days_ago(&self, days: u32) -> String;

    /// Seconds since any fixed moment; only differences are used.
    fn seconds(&self) -> f64;

    /// A new random UUID.
    fn uuid(&self) -> String;
}
