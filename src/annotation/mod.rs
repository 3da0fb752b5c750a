//! Floor 4: what the reader wrote, in the W3C Web Annotation Data Model.
