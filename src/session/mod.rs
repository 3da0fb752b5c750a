//! Floor 7: library, article, annotations, undo and storage: what a front end talks to.
