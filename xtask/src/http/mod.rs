//! The server of `serve` and of the tests, and what a static host should send. [`site`] answers requests
//! without a socket; [`server`] is the only file that knows the HTTP library.

pub mod compress;
pub mod headers;
pub mod media;
pub mod server;
pub mod site;
