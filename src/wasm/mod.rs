//! Floor 8: thin bindings; the only place that knows JavaScript.
