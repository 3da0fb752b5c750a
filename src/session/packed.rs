//! A [`Reading`] as one run of bytes, to cross from where it was made to where it is shown.
//!
//! Layout: numbers little-endian, a text as its length and its bytes, a list as its length and its items. It is
//! never stored, so it has no version: both ends are the same program.
//!
//! Invariant: whatever bytes come, unpacking fails or gives a reading; it never panics, and it takes no more
//! memory than the bytes account for.

use super::reading::Reading;
use crate::entity::{Entity, Link, LinkKind, Whereabouts};
use crate::lexicon::places::{Place, PlaceKind};
use crate::quotation::{Quotation, QuoteKind};
use crate::tag::{Label, Mention, Qualifier, Source, Value, ValueKind};
use crate::text::Span;

const SOURCES: [Source; 4] = [Source::Rule, Source::Model, Source::Reader, Source::Taught];
const LINKS: [LinkKind; 3] = [LinkKind::Country, LinkKind::People, LinkKind::MayStandFor];
const QUOTES: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];
const VALUES: [ValueKind; 9] = [
    ValueKind::Number,
    ValueKind::Ordinal,
    ValueKind::Percent,
    ValueKind::Money,
    ValueKind::Quantity,
    ValueKind::Date,
    ValueKind::Time,
    ValueKind::Duration,
    ValueKind::Set,
];
const QUALIFIERS: [Qualifier; 9] = [
    Qualifier::Start,
    Qualifier::Mid,
    Qualifier::End,
    Qualifier::Approx,
    Qualifier::MoreThan,
    Qualifier::LessThan,
    Qualifier::EqualOrMore,
    Qualifier::EqualOrLess,
    Qualifier::Every,
];
/// The number of [`Qualifier::Times`], which has another byte.
const TIMES: u8 = 200;
/// In place of a number that is not there.
const NONE: u32 = u32::MAX;

/// The bytes are no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("What was read of the article cannot be understood: {bytes} bytes are no reading.")]
pub struct NoReading {
    /// How many there are.
    pub bytes: usize,
}

/// The bytes of a reading.
#[must_use]
pub fn pack(reading: &Reading) -> Vec<u8> {
    let mut bytes = Vec::new();
    pack_into(reading, |piece| bytes.extend_from_slice(piece));
    bytes
}

/// Calls `give` with the bytes of a reading, piece by piece: those of a book are never there all at once.
pub fn pack_into(reading: &Reading, mut give: impl FnMut(&[u8])) {
    let mut out = Out { bytes: Vec::with_capacity(2 * PIECE), give: &mut give };
    out.list(&reading.mentions, Out::mention);
    out.list(&reading.entities, Out::entity);
    out.list(&reading.quotations, Out::quotation);
    (out.give)(&out.bytes);
}

/// Pieces have as many bytes or little more.
const PIECE: usize = 1 << 15;

/// The reading that was packed.
///
/// # Errors
/// When `bytes` are none.
pub fn unpack(bytes: &[u8]) -> Result<Reading, NoReading> {
    let mut given = In(bytes);
    let read = (|| {
        let mentions = given.list(In::mention)?;
        let entities = given.list(In::entity)?;
        let quotations = given.list(In::quotation)?;
        let count = u32::try_from(mentions.len()).ok()?;
        let fits = |entity: &Entity| entity.mentions.iter().all(|mention| *mention < count);
        let whole = given.0.is_empty() && entities.iter().all(fits);
        whole.then(|| Reading::of_parts(mentions, entities, quotations))
    })();
    read.ok_or(NoReading { bytes: bytes.len() })
}

/// The place of `item` in `all`.
fn number<T: PartialEq>(all: &[T], item: &T) -> u8 {
    let place = all.iter().position(|other| other == item);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default()
}

struct Out<'a> {
    /// What was not given yet.
    bytes: Vec<u8>,
    give: &'a mut dyn FnMut(&[u8]),
}

impl Out<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= PIECE {
            (self.give)(&self.bytes);
            self.bytes.clear();
        }
    }

    fn byte(&mut self, byte: u8) {
        self.put(&[byte]);
    }

    fn number(&mut self, number: u32) {
        self.put(&number.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(NONE));
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.put(text.as_bytes());
    }

    fn span(&mut self, span: Span) {
        self.number(span.start);
        self.number(span.end);
    }

    fn list<T>(&mut self, items: &[T], put: fn(&mut Self, &T)) {
        self.length(items.len());
        items.iter().for_each(|item| put(self, item));
    }

    fn maybe<T>(&mut self, item: Option<&T>, put: fn(&mut Self, &T)) {
        self.byte(u8::from(item.is_some()));
        item.into_iter().for_each(|item| put(self, item));
    }

    fn mention(&mut self, mention: &Mention) {
        self.span(mention.span);
        self.byte(number(&Label::ALL, &mention.label));
        self.byte(number(&SOURCES, &mention.source));
        self.number(mention.score.to_bits());
        self.maybe(mention.value.as_deref(), Self::value);
    }

    fn value(&mut self, value: &Value) {
        self.byte(number(&VALUES, &value.kind));
        self.text(&value.text);
        self.maybe(value.amount.as_ref(), |out, amount| out.put(&amount.to_le_bytes()));
        self.maybe(value.unit.as_ref(), |out, unit| out.text(unit));
        self.maybe(value.qualifier.as_ref(), |out, qualifier| match qualifier {
            Qualifier::Times(times) => out.put(&[TIMES, *times]),
            other => out.byte(number(&QUALIFIERS, other)),
        });
    }

    fn entity(&mut self, entity: &Entity) {
        self.byte(number(&Label::ALL, &entity.label));
        self.text(&entity.name);
        self.list(&entity.aliases, |out, alias| out.text(alias));
        self.list(&entity.mentions, |out, mention| out.number(*mention));
        self.list(&entity.descriptions, |out, span| out.span(*span));
        self.list(&entity.links, |out, link| {
            out.byte(number(&LINKS, &link.kind));
            out.number(link.entity);
        });
        self.maybe(entity.place.as_ref(), |out, place| {
            out.byte(u8::from(place.certain));
            out.list(&place.candidates, Self::place);
        });
    }

    fn place(&mut self, place: &Place) {
        self.put(&place.country);
        self.put(&[number(&PlaceKind::ALL, &place.kind), place.population]);
        self.byte(u8::from(place.capital));
        self.number(place.latitude.to_bits());
        self.number(place.longitude.to_bits());
    }

    fn quotation(&mut self, quotation: &Quotation) {
        self.span(quotation.span);
        self.byte(number(&QUOTES, &quotation.kind));
        self.number(quotation.speaker.unwrap_or(NONE));
        self.maybe(quotation.speaker_span.as_ref(), |out, span| out.span(*span));
        self.maybe(quotation.cue.as_ref(), |out, span| out.span(*span));
    }
}

/// What is left of the bytes.
struct In<'a>(&'a [u8]);

impl In<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    fn number(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn float(&mut self) -> Option<f32> {
        self.number().map(f32::from_bits)
    }

    fn one<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(usize::from(self.byte()?)).copied()
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn span(&mut self) -> Option<Span> {
        let (start, end) = (self.number()?, self.number()?);
        (start <= end).then(|| Span::new(start, end))
    }

    fn list<T>(&mut self, take: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()? as usize;
        // Every item has bytes of its own.
        if length > self.0.len() {
            return None;
        }
        let mut items = Vec::new();
        items.reserve_exact(length.min(self.0.len() / size_of::<T>().max(1) * 4));
        for _ in 0..length {
            items.push(take(self)?);
        }
        Some(items)
    }

    /// What may be there: whether it could be read, and it.
    fn maybe<T>(&mut self, take: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            _ => take(self).map(Some),
        }
    }

    fn mention(&mut self) -> Option<Mention> {
        let (span, label, source) = (self.span()?, self.one(&Label::ALL)?, self.one(&SOURCES)?);
        let (score, value) = (self.float()?, self.maybe(Self::value)?.map(Box::new));
        Some(Mention { span, label, score, source, value })
    }

    fn value(&mut self) -> Option<Value> {
        let (kind, text) = (self.one(&VALUES)?, self.text()?);
        let amount = self.maybe(|given| given.array().map(f64::from_le_bytes))?;
        let (unit, qualifier) = (self.maybe(Self::text)?, self.maybe(Self::qualifier)?);
        Some(Value { kind, text, amount, unit, qualifier })
    }

    fn qualifier(&mut self) -> Option<Qualifier> {
        match self.byte()? {
            TIMES => self.byte().map(Qualifier::Times),
            number => QUALIFIERS.get(usize::from(number)).copied(),
        }
    }

    fn entity(&mut self) -> Option<Entity> {
        let (label, name) = (self.one(&Label::ALL)?, self.text()?);
        let (aliases, mentions) = (self.list(Self::text)?, self.list(Self::number)?);
        let (descriptions, links) = (self.list(Self::span)?, self.list(Self::link)?);
        let place = self.maybe(Self::whereabouts)?;
        Some(Entity { label, name, aliases, mentions, descriptions, links, place })
    }

    fn link(&mut self) -> Option<Link> {
        Some(Link { kind: self.one(&LINKS)?, entity: self.number()? })
    }

    fn whereabouts(&mut self) -> Option<Whereabouts> {
        Some(Whereabouts { certain: self.byte()? != 0, candidates: self.list(Self::place)? })
    }

    fn place(&mut self) -> Option<Place> {
        let country = self.array()?;
        let (kind, population, capital) = (self.one(&PlaceKind::ALL)?, self.byte()?, self.byte()? != 0);
        let (latitude, longitude) = (self.float()?, self.float()?);
        Some(Place { country, kind, latitude, longitude, population, capital })
    }

    fn quotation(&mut self) -> Option<Quotation> {
        let (span, kind, speaker) = (self.span()?, self.one(&QUOTES)?, self.number()?);
        let (speaker_span, cue) = (self.maybe(Self::span)?, self.maybe(Self::span)?);
        Some(Quotation { span, kind, speaker: (speaker != NONE).then_some(speaker), speaker_span, cue })
    }
}
