//! Floor 6: annotations and mentions in other programs' words, one file per format.
