//! Several annotations made into one, and one put on another passage. Pure, as all editing here.

use serde_json::{Value, json};

use super::{Annotation, Body, Motivation, Selector, Target, TextualBody};

/// Under this a target keeps the selectors that it had before it was put on another passage.
pub const FORMER: &str = "manicule:formerSelectors";
/// Under this a merged annotation names those that went into it.
pub const MERGED: &str = "manicule:mergedFrom";

impl Annotation {
    /// The annotation with what `other` says added: notes of ours are joined into one, a paragraph after
    /// the other; any other body that it does not have yet is added, tags too. The colour, the creator and
    /// every property stay as they are, and those that only `other` has come from there. What it is about
    /// stays: see [`Self::reattached`].
    #[must_use]
    pub fn merged_with(mut self, other: &Self) -> Self {
        if self.colour().is_none() {
            self = self.with_colour(other.colour());
        }
        let mut bodies = std::mem::take(&mut self.bodies.items);
        for body in &other.bodies.items {
            if bodies.contains(body) || is_tag_among(body, &bodies) {
                continue;
            }
            let first = bodies.iter_mut().find_map(own_note);
            match (first, own_note(&mut body.clone())) {
                (Some(note), Some(other)) => {
                    note.value = format!("{}\n\n{}", note.value.trim_end(), other.value.trim_start());
                }
                _ => bodies.push(body.clone()),
            }
        }
        self.bodies.items = bodies;
        let missing = other.extra.iter().filter(|(name, _)| *name != "@context" && *name != "bodyValue");
        for (name, value) in missing {
            self.extra.entry(name).or_insert_with(|| value.clone());
        }
        if let Some(Value::String(text)) = other.extra.get("bodyValue") {
            let body = Body::Textual(TextualBody::new(Motivation::Commenting, text.as_str()));
            self.bodies.items.push(body);
        }
        // `body` and `bodyValue` exclude each other.
        if let (false, Some(Value::String(text))) =
            (self.bodies.items.is_empty(), self.extra.get("bodyValue").cloned())
        {
            self.extra.remove("bodyValue");
            let body = Body::Textual(TextualBody::new(Motivation::Commenting, text));
            self.bodies.items.insert(0, body);
        }
        let mut revisions = self.revisions();
        revisions
            .extend(other.revisions().into_iter().filter(|revision| !self.revisions().contains(revision)));
        self = self.with_revisions(&revisions);
        if self.creator.is_none() {
            self.creator.clone_from(&other.creator);
        }
        self.created = [self.created.take(), other.created.clone()].into_iter().flatten().min();
        let mut from = match self.extra.remove(MERGED) {
            Some(Value::Array(from)) => from,
            _ => Vec::new(),
        };
        from.push(other.id.as_str().into());
        self.extra.insert(MERGED.into(), Value::Array(from));
        self.declare_namespace();
        self.settled()
    }

    /// The annotation with its `index`-th target (from 0) put on another passage: `selectors` say where.
    /// Those it had are kept under [`FORMER`]. `None` when there is no such target, or it is neither a part
    /// of something nor an address.
    #[must_use]
    pub fn reattached(mut self, index: usize, selectors: Vec<Selector>) -> Option<Self> {
        let target = self.targets.items.get_mut(index)?;
        if let Target::Other(Value::String(source)) = target {
            *target = Target::Specific(super::SpecificTarget::new(source.as_str(), Vec::new()));
        }
        let Target::Specific(target) = target else { return None };
        let former = std::mem::replace(&mut target.selectors, super::OneOrMany::many(selectors));
        if !former.items.is_empty() {
            let mut kept = match target.extra.remove(FORMER) {
                Some(Value::Array(kept)) => kept,
                _ => Vec::new(),
            };
            let items: Vec<Value> = former.items.iter().map(Selector::to_json).collect();
            kept.push(json!({ "selector": items }));
            target.extra.insert(FORMER.into(), Value::Array(kept));
            self.declare_namespace();
        }
        Some(self)
    }
}

/// A comment in Markdown that carries nothing else: the form in which notes are written here.
fn own_note(body: &mut Body) -> Option<&mut TextualBody> {
    match body {
        Body::Textual(body)
            if body.purpose == Some(Motivation::Commenting)
                && body.format.as_deref() == Some(super::edit::MARKDOWN)
                && body.extra.is_empty() =>
        {
            Some(body)
        }
        _ => None,
    }
}

fn is_tag_among(body: &Body, bodies: &[Body]) -> bool {
    let tag = body.text_for(&Motivation::Tagging);
    tag.is_some() && bodies.iter().any(|other| other.text_for(&Motivation::Tagging) == tag)
}
