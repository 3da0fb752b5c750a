//! The project's own tools: none of this reaches the browser.

fn main() {}
