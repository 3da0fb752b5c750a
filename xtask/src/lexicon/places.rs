//! `data/places.bin`: countries, states and cities by name with where they are.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use manicule::lexicon::packed::key_of;
use manicule::lexicon::places::{PlaceKind, WIDTH, name_hash, value_of};

use super::geonames::{City, centre, cities, is_listed};
use super::lists;
use super::pack::pack;
use super::sources::Sources;

/// Where a name may be.
#[derive(Clone, Copy)]
struct Record {
    latitude: f64,
    longitude: f64,
    population: u64,
    capital: bool,
}

/// Records by country and kind, then by the kept bits of the name's hash: the order of the file.
#[derive(Default)]
struct Records(BTreeMap<(u32, u32), Record>);

impl Records {
    /// Of two places of one country and kind with one name the larger is kept.
    fn add(&mut self, name: &str, country: &str, kind: PlaceKind, record: Record) {
        let Ok(code) = <[u8; 2]>::try_from(country.as_bytes()) else { return };
        let key = (value_of(code, kind), key_of(name_hash(name), WIDTH));
        let kept = self.0.entry(key).or_insert(record);
        if (record.capital, record.population) > (kept.capital, kept.population) {
            *kept = record;
        }
    }
}

/// The packed file.
pub fn build(sources: &Sources) -> Result<Vec<u8>> {
    let cities = cities(sources)?;
    let mut records = Records::default();
    add_countries(&mut records, &cities)?;
    add_states(&mut records, &cities)?;
    for city in cities.iter().filter(|city| is_listed(city)) {
        for name in spellings(&city.name) {
            records.add(&name, &city.countrycode, PlaceKind::City, record_of(city, false));
        }
    }
    add_other_names(&mut records, &cities)?;
    write(&records)
}

fn record_of(city: &City, capital: bool) -> Record {
    let City { latitude, longitude, population, .. } = *city;
    Record { latitude, longitude, population, capital }
}

/// A name as it may be written: `Saint` and `St.`, without `City`.
pub fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let plain = name.replace(['‘', '’'], "'");
    for (long, short) in [("Saint ", "St. "), ("Sainte ", "Ste. "), ("Fort ", "Ft. "), ("Mount ", "Mt. ")] {
        if let Some(rest) = plain.strip_prefix(long) {
            all.push(format!("{short}{rest}"));
        } else if let Some(rest) = plain.strip_prefix(short) {
            all.push(format!("{long}{rest}"));
        }
    }
    if plain != name {
        all.push(plain);
    }
    all
}

fn add_countries(records: &mut Records, cities: &[City]) -> Result<()> {
    for country in lists::countries()? {
        let code = country.code.as_str();
        let own = || cities.iter().filter(|city| city.countrycode == code);
        let (latitude, longitude) = match code {
            "AQ" => (-80.0, 0.0),
            "IO" => (-7.3, 72.4),
            _ => centre(own()).with_context(|| format!("no city of {code}"))?,
        };
        let population = own().map(|city| city.population).sum();
        let record = Record { latitude, longitude, population, capital: false };
        for name in &country.names {
            records.add(name, code, PlaceKind::Country, record);
        }
        for word in &country.demonyms {
            records.add(word, code, PlaceKind::Demonym, record);
        }
        for name in &country.capitals {
            let folded = name_hash(name);
            // Its own record when GeoNames knows it by this name, else that of the country's largest city.
            let found = own().find(|city| {
                let mut names = city.alternatenames.iter().chain([&city.name]);
                names.any(|other| name_hash(other) == folded)
            });
            if let Some(city) = found.or_else(|| own().next()) {
                records.add(name, code, PlaceKind::City, record_of(city, true));
            }
        }
    }
    Ok(())
}

/// A city of a country by any of its names; the largest.
fn find<'a>(cities: &'a [City], country: &str, name: &str) -> Option<&'a City> {
    let wanted = name_hash(name);
    let own = || cities.iter().filter(|city| city.countrycode == country);
    let listed = own().find(|city| name_hash(&city.name) == wanted);
    listed.or_else(|| own().find(|city| city.alternatenames.iter().any(|other| name_hash(other) == wanted)))
}

/// `states.txt`: under a country's code, `State=City` with the state's capital or largest city, which tells
/// GeoNames's code of the state; several names of a state stand between `/`.
fn add_states(records: &mut Records, cities: &[City]) -> Result<()> {
    let mut of_state: HashMap<(&str, &str), Vec<&City>> = HashMap::new();
    for city in cities {
        of_state.entry((&city.countrycode, &city.admin1code)).or_default().push(city);
    }
    for (country, entry) in lists::sections("states.txt")? {
        let (names, seat) = entry.split_once('=').with_context(|| format!("no city: {entry}"))?;
        let Some(city) = find(cities, &country, seat) else {
            println!("places: {country} has no city {seat} for {names}");
            continue;
        };
        let of_state = of_state.get(&(city.countrycode.as_str(), city.admin1code.as_str()));
        let all = || of_state.into_iter().flatten().copied();
        let (latitude, longitude) = centre(all()).unwrap_or((city.latitude, city.longitude));
        let population = all().map(|city| city.population).sum();
        for name in names.split('/') {
            let record = Record { latitude, longitude, population, capital: false };
            records.add(name, &country, PlaceKind::State, record);
        }
    }
    Ok(())
}

/// `other-names.txt`: under a country's code, `Name=City` for older and other names of cities.
fn add_other_names(records: &mut Records, cities: &[City]) -> Result<()> {
    for (country, entry) in lists::sections("other-names.txt")? {
        let (names, city) = entry.split_once('=').with_context(|| format!("no city: {entry}"))?;
        let Some(city) = find(cities, &country, city) else {
            println!("places: {country} has no city {city}");
            continue;
        };
        for name in names.split('/') {
            records.add(name, &country, PlaceKind::City, record_of(city, false));
        }
    }
    Ok(())
}

fn write(records: &Records) -> Result<Vec<u8>> {
    println!("places: {} names", records.0.len());
    let mut out = pack(WIDTH, records.0.keys().map(|&(value, key)| (key, value)))?;
    let mut planes: [Vec<u8>; 5] = Default::default();
    let (mut north, mut east) = (0_i32, 0_i32);
    for record in records.0.values() {
        let thousands = u8::try_from((record.population / 1000 + 1).ilog2())?;
        planes[0].push(thousands | u8::from(record.capital) << 5);
        let tenths = |degrees: f64| (degrees * 10.0).round() as i32;
        let [low, high] = zigzag(tenths(record.latitude) - north)?;
        planes[1].push(low);
        planes[2].push(high);
        let [low, high] = zigzag(tenths(record.longitude) - east)?;
        planes[3].push(low);
        planes[4].push(high);
        (north, east) = (tenths(record.latitude), tenths(record.longitude));
    }
    planes.iter().for_each(|plane| out.extend(plane));
    Ok(out)
}

fn zigzag(number: i32) -> Result<[u8; 2]> {
    Ok(u16::try_from((number << 1) ^ (number >> 31))?.to_le_bytes())
}
