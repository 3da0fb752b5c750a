//! Every format that is written, and back where it is read: what goes through, in which unit, and what
//! happens to files that are not as they should be.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod desk;
mod others;
mod places;
mod read;
mod refused;
mod written;
