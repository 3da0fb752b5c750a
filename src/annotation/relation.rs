//! Relations between two passages, and notes on the whole: what an annotation is about when that is not one
//! passage.
//!
//! | what | motivation | target | body |
//! |---|---|---|---|
//! | relation | `linking` | two specific resources, from and to | its name, purpose `linking` (optional) |
//! | note on the whole article | `commenting` | the article's address, without a selector | as any note |
//!
//! A relation whose name stands as a tag, as Recogito writes it, is read as well.

use serde_json::Value;

use super::{Annotation, Body, Motivation, OneOrMany, SpecificTarget, Target, TextualBody};

impl Annotation {
    /// A relation from one passage to another, made at `created` (RFC 3339).
    #[must_use]
    pub fn relation(
        id: impl Into<String>,
        created: impl Into<String>,
        [from, to]: [SpecificTarget; 2],
        name: Option<&str>,
    ) -> Self {
        let mut relation = Self::new(id, created, from);
        relation.targets.items.push(Target::Specific(to));
        relation.targets.listed = true;
        relation.motivation = OneOrMany::one(Motivation::Linking);
        if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
            let body = Body::Textual(TextualBody::new(Motivation::Linking, name));
            relation.bodies = OneOrMany::many(vec![body]);
        }
        relation
    }

    /// A note on the whole of `source`, saying nothing yet, made at `created` (RFC 3339).
    #[must_use]
    pub fn on_whole(id: impl Into<String>, created: impl Into<String>, source: impl Into<String>) -> Self {
        let source: String = source.into();
        let mut note = Self::new(id, created, SpecificTarget::new(source.as_str(), Vec::new()));
        note.targets = OneOrMany::one(Target::Other(Value::String(source)));
        note.motivation = OneOrMany::one(Motivation::Commenting);
        note
    }

    /// Whether it ties two or more passages to each other.
    #[must_use]
    pub fn is_relation(&self) -> bool {
        self.motivation.items.contains(&Motivation::Linking) && self.passages().nth(1).is_some()
    }

    /// What a relation is called, where it has a name.
    #[must_use]
    pub fn relation_name(&self) -> Option<&str> {
        let named = |purpose| self.bodies.items.iter().find_map(|body| body.text_for(purpose));
        named(&Motivation::Linking).or_else(|| named(&Motivation::Tagging))
    }

    /// The relation under another name, or without one; what is no relation stays as it is. The body that
    /// had the name keeps whatever else it carried.
    #[must_use]
    pub fn with_relation_name(mut self, name: Option<&str>) -> Self {
        if !self.is_relation() {
            return self;
        }
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let at = |purpose| self.bodies.items.iter().position(|body| body.text_for(purpose).is_some());
        let present = at(&Motivation::Linking).or_else(|| at(&Motivation::Tagging));
        match (present.and_then(|at| self.bodies.items.get_mut(at)), name) {
            (Some(Body::Textual(body)), Some(name)) => name.clone_into(&mut body.value),
            (_, Some(name)) => {
                self.bodies.items.push(Body::Textual(TextualBody::new(Motivation::Linking, name)));
            }
            (_, None) => drop(present.map(|at| self.bodies.items.remove(at))),
        }
        self.settled()
    }

    /// The targets that are parts of something, in order. Ours have one, relations two.
    pub fn passages(&self) -> impl Iterator<Item = &SpecificTarget> {
        self.targets.items.iter().filter_map(|target| match target {
            Target::Specific(target) if !target.selectors.items.is_empty() => Some(target),
            _ => None,
        })
    }

    /// Whether it is about the whole of its sources: no target names a part, be it by a selector or by a
    /// fragment of its address.
    #[must_use]
    pub fn is_on_whole(&self) -> bool {
        self.targets.items.iter().all(Target::is_whole)
    }
}

impl Target {
    /// Whether it is a resource as such and not a part of it, nor a choice or list of several.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_address = |address: &str| !address.contains('#');
        match self {
            Self::Specific(target) => {
                target.selectors.items.is_empty() && target.source_id().is_some_and(is_address)
            }
            Self::Other(Value::String(address)) => is_address(address),
            Self::Other(value) => {
                value.get("items").is_none()
                    && value.get("id").and_then(Value::as_str).is_some_and(is_address)
            }
        }
    }
}
