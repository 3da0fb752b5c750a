//! Where places are: countries, well-known states and provinces, and some 12,000 cities by name, with their
//! country and rough coordinates; and which country a word such as `French` or `Danes` belongs to.
//!
//! `cargo xtask lexicon` makes `data/places.bin` from GeoNames and `data/countries.txt` (`MODEL.md` has
//! origins and licences). Layout: a [`Packed`] map whose values say country and kind, then for each of its
//! entries, in its order, a byte of population, then the latitudes and longitudes in tenths of a degree as
//! differences from the entry before, in four planes of bytes.
//!
//! Invariant: the places of one name stand together, most likely first.

use super::hash::phrase_hash;
use super::packed::{Packed, key_of};
use crate::bundle::{Lazy, Part};

/// Bits of a name's hash that are kept; shared by writer and reader.
pub const WIDTH: u32 = 24;

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// A country or dependency.
    Country,
    /// A state, province or the like.
    State,
    /// A city or town.
    City,
    /// Not a place but a word for the people of a country or what is of it: `French`, `Danes`.
    Demonym,
}

impl PlaceKind {
    /// The kinds in the order of their numbers in `places.bin`.
    pub const ALL: [Self; 4] = [Self::Country, Self::State, Self::City, Self::Demonym];
}

/// A place that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// ISO 3166-1 alpha-2 code of the country that it is or lies in; `XK` for Kosovo.
    pub country: [u8; 2],
    /// What it is.
    pub kind: PlaceKind,
    /// Degrees north, to a tenth; for a country and a state the centre of its population.
    pub latitude: f32,
    /// Degrees east, to a tenth.
    pub longitude: f32,
    /// About how many thousands of people live there, as a power of two: 0 is under a thousand, 10 about a
    /// million.
    pub population: u8,
    /// Whether it is the capital of its country.
    pub capital: bool,
}

impl Place {
    /// The country's code as text.
    #[must_use]
    pub fn country_code(&self) -> &str {
        std::str::from_utf8(&self.country).unwrap_or_default()
    }

    /// The greater, the likelier to be meant in the news: countries, then capitals and large cities; a
    /// state before a smaller city.
    fn likelihood(&self) -> (bool, u8) {
        let weight = self.population.saturating_mul(2);
        match self.kind {
            PlaceKind::Country | PlaceKind::Demonym => (true, weight),
            PlaceKind::State => (false, weight.saturating_sub(3)),
            PlaceKind::City => (false, if self.capital { weight + 7 } else { weight }),
        }
    }
}

/// The places, sorted by name's hash.
#[derive(Debug, Default)]
pub struct Places {
    keys: Vec<u32>,
    places: Vec<Place>,
    demonym_keys: Vec<u32>,
    demonyms: Vec<Place>,
}

/// The one instance; read at the first call, in about a millisecond.
pub fn places() -> &'static Places {
    static PLACES: Lazy<Places> = Lazy::new(Part::Places);
    PLACES.get(Places::read)
}

impl Places {
    fn read(bytes: &[u8]) -> Self {
        let packed = Packed::new(bytes);
        let mut entries = Vec::with_capacity(packed.len());
        let records = packed.each(|key, value| entries.push((key, value)));
        let count = entries.len();
        let plane = |at: usize| records.get(at * count..(at + 1) * count).unwrap_or_default().iter();
        let differences = |low, high| plane(low).zip(plane(high)).map(|(&low, &high)| unzigzag(low, high));
        let coordinates = differences(1, 2).zip(differences(3, 4));
        let (mut north, mut east) = (0_i32, 0_i32);
        let mut all: Vec<(u32, Place)> = Vec::with_capacity(count);
        for ((&(key, value), &people), (northward, eastward)) in entries.iter().zip(plane(0)).zip(coordinates)
        {
            north = north.saturating_add(northward);
            east = east.saturating_add(eastward);
            all.push((key, place(value, people, north, east)));
        }
        all.sort_by(|(one_key, one), (other_key, other)| {
            one_key.cmp(other_key).then(other.likelihood().cmp(&one.likelihood()))
        });
        let (demonyms, places): (Vec<_>, _) =
            all.into_iter().partition(|(_, place)| place.kind == PlaceKind::Demonym);
        let (demonym_keys, demonyms) = demonyms.into_iter().unzip();
        let (keys, places) = places.into_iter().unzip();
        Self { keys, places, demonym_keys, demonyms }
    }

    /// The places that a name, as it stands in a text, may mean, most likely first. O(log n).
    #[must_use]
    pub fn find(&self, name: &str) -> &[Place] {
        range(&self.keys, &self.places, name)
    }

    /// The country that a word such as `French`, `Danes` or `South Korean` belongs to, with where it is.
    #[must_use]
    pub fn country_of_demonym(&self, word: &str) -> Option<&Place> {
        range(&self.demonym_keys, &self.demonyms, word).first()
    }

    /// How many places and demonyms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len() + self.demonyms.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The hash of a place's name for this list: of its parts between spaces, hyphens and commas, so that it does
/// not depend on how a text was cut into tokens.
#[must_use]
pub fn name_hash(name: &str) -> u64 {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '/');
    phrase_hash(name.split(is_gap).filter(|word| !word.is_empty()))
}

fn range<'a>(keys: &[u32], places: &'a [Place], name: &str) -> &'a [Place] {
    let key = key_of(name_hash(name), WIDTH);
    let from = keys.partition_point(|&other| other < key);
    let size = keys.get(from..).unwrap_or_default().iter().take_while(|&&other| other == key).count();
    places.get(from..from + size).unwrap_or_default()
}

/// The value in the packed map of a country's code and a kind. Shared by writer and reader.
#[must_use]
pub fn value_of(country: [u8; 2], kind: PlaceKind) -> u32 {
    let [first, second] = country.map(|letter| u32::from(letter.saturating_sub(b'A')));
    let kind = PlaceKind::ALL.iter().position(|&other| other == kind).unwrap_or_default();
    (first * 26 + second) * 4 + kind as u32
}

fn place(value: u32, people: u8, north: i32, east: i32) -> Place {
    let letter = |number: u32| b'A' + u8::try_from(number % 26).unwrap_or_default();
    let degrees = |tenths: i32| f32::from(i16::try_from(tenths).unwrap_or_default()) / 10.0;
    Place {
        country: [letter(value / 4 / 26), letter(value / 4)],
        kind: PlaceKind::ALL.get((value % 4) as usize).copied().unwrap_or(PlaceKind::City),
        latitude: degrees(north),
        longitude: degrees(east),
        population: people & 0x1F,
        capital: people & 0x20 != 0,
    }
}

/// A signed number from the two bytes of its zigzag code.
fn unzigzag(low: u8, high: u8) -> i32 {
    let code = i32::from(u16::from_le_bytes([low, high]));
    (code >> 1) ^ -(code & 1)
}

#[cfg(test)]
mod tests {
    use super::{PlaceKind, Places, places};
    use crate::bundle::{self, Part};

    /// The first place of a name: kind, country, and about where.
    fn check(name: &str, kind: PlaceKind, country: &str, latitude: f32, longitude: f32) {
        let found = places().find(name);
        let first = found.first().unwrap_or_else(|| panic!("{name} is not listed"));
        assert_eq!((first.kind, first.country_code()), (kind, country), "{name}: {found:?}");
        let near = (first.latitude - latitude).abs() < 0.3 && (first.longitude - longitude).abs() < 0.3;
        assert!(near || kind != PlaceKind::City, "{name}: {first:?}");
    }

    #[test]
    fn places_are_where_they_are() {
        use PlaceKind::{City, Country, State};
        check("Paris", City, "FR", 48.9, 2.3);
        check("London", City, "GB", 51.5, -0.1);
        check("Washington", City, "US", 38.9, -77.0);
        check("Kiev", City, "UA", 50.5, 30.5);
        check("São Paulo", City, "BR", -23.5, -46.6);
        check("Sao Paulo", City, "BR", -23.5, -46.6);
        check("Wellington", City, "NZ", -41.3, 174.8);
        check("Georgia", Country, "GE", 0.0, 0.0);
        check("South Korea", Country, "KR", 0.0, 0.0);
        check("Guinea-Bissau", Country, "GW", 0.0, 0.0);
        check("California", State, "US", 0.0, 0.0);
        check("Maharashtra", State, "IN", 0.0, 0.0);
    }

    #[test]
    fn a_name_of_several_places_gives_them_all() {
        let countries = |name: &str| -> Vec<&str> {
            places().find(name).iter().map(|place| place.country_code()).collect()
        };
        assert!(countries("Georgia").contains(&"US"));
        assert!(countries("Birmingham").starts_with(&["GB"]) && countries("Birmingham").contains(&"US"));
        assert!(countries("Nowhereville").is_empty());
    }

    #[test]
    fn words_for_a_people_lead_to_their_country() {
        for (word, country) in
            [("French", "FR"), ("Danes", "DK"), ("South Korean", "KR"), ("Israelis", "IL"), ("dutch", "NL")]
        {
            let found = places().country_of_demonym(word).map(|place| place.country_code().to_owned());
            assert_eq!(found.as_deref(), Some(country), "{word}");
        }
        assert_eq!(places().country_of_demonym("Paris"), None);
    }

    #[test]
    fn bytes_cut_short_give_what_was_whole() {
        let bytes = bundle::shipped().unwrap().of(Part::Places);
        for length in [0, 1, 3, 50, bytes.len() / 2, bytes.len() - 1] {
            assert!(Places::read(&bytes[..length]).len() <= places().len());
        }
    }
}
