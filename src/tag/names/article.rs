//! The article before a name. OntoNotes counts it in (`the United States`, `the Asian Games`), though
//! not where it belongs to a noun after the name (`the U.S. border`).

use crate::tag::Label;

use super::Hit;
use super::heads::is_function;
use super::words::{Shape, Word};

/// The index of the first word of `hit` with the article before it, where that is part of it.
pub(super) fn start(words: &[Word<'_>], hit: Hit) -> usize {
    let labelled =
        matches!(hit.label, Label::Gpe | Label::Loc | Label::Fac | Label::Org | Label::Event | Label::Law);
    let Some(before) = hit.start.checked_sub(1).filter(|_| labelled) else { return hit.start };
    let article = words.get(before).is_some_and(|word| matches!(word.text, "the" | "The"));
    if article && stands_alone(words.get(hit.end)) { before } else { hit.start }
}

/// Whether what follows a name cannot be a noun that the article belongs to.
fn stands_alone(next: Option<&Word<'_>>) -> bool {
    let Some(word) = next else { return true };
    match word.shape {
        Shape::Other => word.text != "-",
        Shape::Lower => {
            is_function(word.text)
                || ["ed", "ly", "ing"].iter().any(|ending| word.text.ends_with(ending))
                || matches!(
                    word.text,
                    "said"
                        | "says"
                        | "held"
                        | "began"
                        | "went"
                        | "came"
                        | "made"
                        | "told"
                        | "took"
                        | "gave"
                        | "gives"
                )
        }
        _ => false,
    }
}
