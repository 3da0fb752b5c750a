//! The records of what an article is about: entities, what ties them, where they are, who said what.

use serde::Serialize;
use tsify::Tsify;

use super::records::utf16;
use crate::document::Document;
use crate::entity::{Entity, Link, LinkKind, Whereabouts};
use crate::lexicon::places::{Place, PlaceKind};
use crate::quotation::{Quotation, QuoteKind};
use crate::session::{Article, SessionError, is_hidden, is_unsure};
use crate::tag::{Family, Mention};
use crate::text::Span;

#[derive(Serialize, Tsify)]
pub struct RangeRecord {
    start: u32,
    end: u32,
}

impl RangeRecord {
    fn of(doc: &Document, span: Span) -> Result<Self, SessionError> {
        utf16(doc, span).map(|(start, end)| Self { start, end })
    }
}

/// How an entity is tied to another: a people to its `country`, a country to its `people`, a capital to the
/// country that it `mayStandFor`.
#[derive(Serialize, Tsify)]
pub struct LinkRecord {
    #[tsify(type = r#""country" | "people" | "mayStandFor""#)]
    kind: &'static str,
    entity: u32,
}

impl From<&Link> for LinkRecord {
    fn from(link: &Link) -> Self {
        let kind = match link.kind {
            LinkKind::Country => "country",
            LinkKind::People => "people",
            LinkKind::MayStandFor => "mayStandFor",
        };
        Self { kind, entity: link.entity }
    }
}

/// A place with the ISO 3166-1 code of its country, in degrees north and east.
#[derive(Serialize, Tsify)]
pub struct PlaceRecord {
    country: String,
    #[tsify(type = r#""country" | "state" | "city" | "people""#)]
    kind: &'static str,
    latitude: f32,
    longitude: f32,
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        let kind = match place.kind {
            PlaceKind::Country => "country",
            PlaceKind::State => "state",
            PlaceKind::City => "city",
            PlaceKind::Demonym => "people",
        };
        let country = place.country_code().to_owned();
        Self { country, kind, latitude: place.latitude, longitude: place.longitude }
    }
}

/// Where an entity is: at the first of `candidates` when it is certain.
#[derive(Serialize, Tsify)]
pub struct WhereaboutsRecord {
    certain: bool,
    candidates: Vec<PlaceRecord>,
}

impl From<&Whereabouts> for WhereaboutsRecord {
    fn from(place: &Whereabouts) -> Self {
        Self { certain: place.certain, candidates: place.candidates.iter().map(PlaceRecord::from).collect() }
    }
}

#[derive(Serialize, Tsify)]
pub struct EntityRecord<'a> {
    index: u32,
    label: &'static str,
    #[tsify(type = r#""who" | "where" | "organisation" | "when" | "howMuch" | "things""#)]
    family: Family,
    name: &'a str,
    aliases: &'a [String],
    /// Whether the reader wants it out of sight.
    hidden: bool,
    /// Whether the tagger is sure of none of its mentions.
    unsure: bool,
    mentions: Vec<RangeRecord>,
    /// Where the text speaks of it without its name.
    descriptions: Vec<RangeRecord>,
    links: Vec<LinkRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<WhereaboutsRecord>,
}

impl<'a> EntityRecord<'a> {
    pub fn all(article: &'a Article, hidden: &[String]) -> Result<Vec<Self>, SessionError> {
        let entities = (0..).zip(&article.reading().entities);
        entities.map(|(index, entity)| Self::of(article, index, entity, hidden)).collect()
    }

    pub fn of(
        article: &'a Article,
        index: u32,
        entity: &'a Entity,
        hidden: &[String],
    ) -> Result<Self, SessionError> {
        let (doc, reading) = (article.doc(), article.reading());
        let mentions = || entity.mentions.iter().filter_map(|at| reading.mentions.get(*at as usize));
        let range = |span: Span| RangeRecord::of(doc, span);
        Ok(Self {
            index,
            label: entity.label.name(),
            family: entity.label.family(),
            name: &entity.name,
            aliases: &entity.aliases,
            hidden: is_hidden(entity, hidden),
            unsure: mentions().all(is_unsure),
            mentions: mentions().map(|mention: &Mention| range(mention.span)).collect::<Result<_, _>>()?,
            descriptions: entity.descriptions.iter().copied().map(range).collect::<Result<_, _>>()?,
            links: entity.links.iter().map(LinkRecord::from).collect(),
            place: entity.place.as_ref().map(WhereaboutsRecord::from),
        })
    }
}

/// Something that somebody is said to have said.
#[derive(Serialize, Tsify)]
pub struct QuotationRecord {
    start: u32,
    end: u32,
    #[tsify(type = r#""direct" | "indirect" | "mixed""#)]
    kind: &'static str,
    /// Index of the entity that said it, where that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<u32>,
    /// What the text calls the speaker.
    #[serde(rename = "speakerSpan", skip_serializing_if = "Option::is_none")]
    speaker_span: Option<RangeRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<RangeRecord>,
}

impl QuotationRecord {
    pub fn of(doc: &Document, quotation: &Quotation) -> Result<Self, SessionError> {
        let (start, end) = utf16(doc, quotation.span)?;
        let kind = match quotation.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        };
        let range = |span: Option<Span>| span.map(|span| RangeRecord::of(doc, span)).transpose();
        let (speaker_span, cue) = (range(quotation.speaker_span)?, range(quotation.cue)?);
        Ok(Self { start, end, kind, speaker: quotation.speaker, speaker_span, cue })
    }
}
