//! Against the W3C's own schemas and samples, and files that other tools wrote. They are read from
//! `../shared/conformance`; where that folder is absent every test here says so and passes.
//! `cargo xtask conformance` prints what was judged.

// Helpers outside `#[test]` functions are test code too; clippy.toml only knows the latter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod made;
mod musts;
mod others;
mod property;
mod samples;
