use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Annotation;

/// The five colours a reader marks with; written as a style class (`manicule-yellow`) of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Red.
    Red,
    /// Violet.
    Violet,
}

impl Colour {
    /// Every colour, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Red, Self::Violet];

    /// The style class that a target of this colour carries.
    #[must_use]
    pub const fn style_class(self) -> &'static str {
        match self {
            Self::Yellow => "manicule-yellow",
            Self::Green => "manicule-green",
            Self::Blue => "manicule-blue",
            Self::Red => "manicule-red",
            Self::Violet => "manicule-violet",
        }
    }

    /// The stylesheet that goes with the class: the model asks every annotation with a style class for one,
    /// and another reader can show the colour by it.
    #[must_use]
    pub fn stylesheet(self) -> Value {
        let background = match self {
            Self::Yellow => "#fff0a8",
            Self::Green => "#cdeec2",
            Self::Blue => "#c8e2fb",
            Self::Red => "#fbd0cb",
            Self::Violet => "#e4d4f7",
        };
        let rule = format!(".{} {{ background-color: {background} }}", self.style_class());
        json!({ "type": "CssStylesheet", "value": rule })
    }

    /// The colour of a style class, if it is one of ours.
    #[must_use]
    pub fn from_style_class(class: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.style_class() == class)
    }
}

/// Under this a target in a file says what its colour means to the reader.
pub const COLOUR_NAME: &str = "manicule:colourName";

/// What the colours mean to the reader, where they said so. They are kept once for all annotations and written
/// into each only where it leaves for a file, so that every annotation explains itself there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColourNames(BTreeMap<Colour, String>);

impl ColourNames {
    /// Longest name, in characters; what is longer is cut.
    pub const LONGEST: usize = 40;

    /// What `colour` is called.
    #[must_use]
    pub fn get(&self, colour: Colour) -> Option<&str> {
        self.0.get(&colour).map(String::as_str)
    }

    /// Calls `colour` something; an empty name takes the name away.
    pub fn set(&mut self, colour: Colour, name: &str) {
        let name: String = name.trim().chars().take(Self::LONGEST).collect();
        if name.is_empty() {
            self.0.remove(&colour);
        } else {
            self.0.insert(colour, name);
        }
    }

    /// The named colours in the order they are offered.
    pub fn iter(&self) -> impl Iterator<Item = (Colour, &str)> {
        self.0.iter().map(|(colour, name)| (*colour, name.as_str()))
    }

    /// The annotation as it goes into a file: its target says what its colour means.
    #[must_use]
    pub fn explain(&self, mut note: Annotation) -> Annotation {
        let name = note.colour().and_then(|colour| self.get(colour)).map(str::to_owned);
        if let (Some(name), Some(target)) = (name, note.target_mut()) {
            target.extra.insert(COLOUR_NAME.into(), name.into());
            note.declare_namespace();
        }
        note
    }

    /// Takes what an annotation of a file says about its colour, where the colour has no name here yet, and
    /// takes it off the annotation where it is what the colour is called here.
    pub fn learn(&mut self, note: &mut Annotation) {
        let Some(colour) = note.colour() else { return };
        let Some(target) = note.target_mut() else { return };
        let Some(name) = target.extra.get(COLOUR_NAME).and_then(Value::as_str).map(str::to_owned) else {
            return;
        };
        if self.get(colour).is_none() {
            self.set(colour, &name);
        }
        if self.get(colour) == Some(&name) {
            target.extra.remove(COLOUR_NAME);
        }
    }
}
