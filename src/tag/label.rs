use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The OntoNotes entity types (Weischedel et al., OntoNotes Release 5.0, section on names).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Label {
    /// People, also fictional.
    Person,
    /// Nationalities, religious and political groups.
    Norp,
    /// Buildings, airports, highways, bridges.
    Fac,
    /// Companies, agencies, institutions, teams.
    Org,
    /// Countries, cities, states.
    Gpe,
    /// Places that are not GPE: mountains, waters, regions.
    Loc,
    /// Vehicles, weapons, foods: things, not services.
    Product,
    /// Named storms, battles, wars, games, summits.
    Event,
    /// Titles of books, songs, films.
    WorkOfArt,
    /// Named documents made into laws, treaties.
    Law,
    /// Any named language.
    Language,
    /// Absolute or relative dates and periods of a day or more.
    Date,
    /// Times shorter than a day.
    Time,
    /// Percentages, with the sign or word.
    Percent,
    /// Amounts of money, with the unit.
    Money,
    /// Measurements: weight, distance, speed.
    Quantity,
    /// First, second …
    Ordinal,
    /// Numbers that are none of the above.
    Cardinal,
}

impl Label {
    /// Every label, in the order of the OntoNotes guidelines.
    pub const ALL: [Self; 18] = [
        Self::Person,
        Self::Norp,
        Self::Fac,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Product,
        Self::Event,
        Self::WorkOfArt,
        Self::Law,
        Self::Language,
        Self::Date,
        Self::Time,
        Self::Percent,
        Self::Money,
        Self::Quantity,
        Self::Ordinal,
        Self::Cardinal,
    ];

    /// The name as data sets write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Norp => "NORP",
            Self::Fac => "FAC",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Product => "PRODUCT",
            Self::Event => "EVENT",
            Self::WorkOfArt => "WORK_OF_ART",
            Self::Law => "LAW",
            Self::Language => "LANGUAGE",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Percent => "PERCENT",
            Self::Money => "MONEY",
            Self::Quantity => "QUANTITY",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
        }
    }

    /// The family it is shown as.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Person | Self::Norp => Family::Who,
            Self::Gpe | Self::Loc | Self::Fac => Family::Where,
            Self::Org => Family::Organisation,
            Self::Date | Self::Time => Family::When,
            Self::Percent | Self::Money | Self::Quantity | Self::Ordinal | Self::Cardinal => Family::HowMuch,
            Self::Event | Self::Product | Self::WorkOfArt | Self::Law | Self::Language => Family::Things,
        }
    }

    /// Whether mentions of it are names (and so group into entities by name) rather than values.
    #[must_use]
    pub const fn is_name(self) -> bool {
        !matches!(self.family(), Family::When | Family::HowMuch)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `name` is none of the eighteen labels.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{name}” is not an entity type")]
pub struct UnknownLabel {
    /// What was given.
    pub name: String,
}

impl FromStr for Label {
    type Err = UnknownLabel;

    fn from_str(name: &str) -> Result<Self, UnknownLabel> {
        let found = Self::ALL.into_iter().find(|label| label.name() == name);
        found.ok_or_else(|| UnknownLabel { name: name.to_owned() })
    }
}

/// How the eighteen labels are grouped for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Family {
    /// Persons and nationalities.
    Who,
    /// Places.
    Where,
    /// Organisations.
    Organisation,
    /// Dates and times.
    When,
    /// Numbers of all kinds.
    HowMuch,
    /// Events, products, works, laws, languages.
    Things,
}
