//! Units of measurement as English text names them, with their UCUM codes (The Unified Code for Units of
//! Measure, case-sensitive form; facts only).
//!
//! Invariant: the table is sorted, so that a look-up is a binary search without allocation.

use super::search;

/// The UCUM code of a unit by its English name, in any case; `Some("")` for units without one.
#[must_use]
pub fn unit_name(word: &str) -> Option<&'static str> {
    search(NAMES, word)
}

/// The UCUM code of a unit by its symbol, exactly as written.
#[must_use]
pub fn unit_symbol(word: &str) -> Option<&'static str> {
    SYMBOLS.iter().find(|(symbol, _)| *symbol == word).map(|&(_, code)| code)
}

static SYMBOLS: &[(&str, &str)] = &[
    ("km", "km"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("kg", "kg"),
    ("mg", "mg"),
    ("lb", "[lb_av]"),
    ("lbs", "[lb_av]"),
    ("oz", "[oz_av]"),
    ("ft", "[ft_i]"),
    ("mi", "[mi_i]"),
    ("ml", "mL"),
    ("mL", "mL"),
    ("ha", "har"),
    ("sqft", "[sft_i]"),
    ("mph", "[mi_i]/h"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("kW", "kW"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("kWh", "kW.h"),
    ("MWh", "MW.h"),
    ("GWh", "GW.h"),
    ("Hz", "Hz"),
    ("kHz", "kHz"),
    ("MHz", "MHz"),
    ("GHz", "GHz"),
    ("KB", "kBy"),
    ("MB", "MBy"),
    ("GB", "GBy"),
    ("TB", "TBy"),
    ("bpd", "[bbl_us]/d"),
    ("hp", "[HP]"),
];

static NAMES: &[(&str, &str)] = &[
    ("acre", "[acr_us]"),
    ("acres", "[acr_us]"),
    ("barrel", "[bbl_us]"),
    ("barrels", "[bbl_us]"),
    ("bushels", "[bu_us]"),
    ("calories", "[Cal]"),
    ("carat", "[car_m]"),
    ("carats", "[car_m]"),
    ("centimeter", "cm"),
    ("centimeters", "cm"),
    ("centimetre", "cm"),
    ("centimetres", "cm"),
    ("feet", "[ft_i]"),
    ("foot", "[ft_i]"),
    ("gallon", "[gal_us]"),
    ("gallons", "[gal_us]"),
    ("gigabytes", "GBy"),
    ("gigawatt", "GW"),
    ("gigawatts", "GW"),
    ("gram", "g"),
    ("grams", "g"),
    ("hectare", "har"),
    ("hectares", "har"),
    ("horsepower", "[HP]"),
    ("inch", "[in_i]"),
    ("inches", "[in_i]"),
    ("kilo", "kg"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("kilometer", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("kilos", "kg"),
    ("kiloton", "kt"),
    ("kilotons", "kt"),
    ("kilowatt", "kW"),
    ("kilowatts", "kW"),
    ("knots", "[kn_i]"),
    ("liter", "L"),
    ("liters", "L"),
    ("litre", "L"),
    ("litres", "L"),
    ("megabytes", "MBy"),
    ("megawatt", "MW"),
    ("megawatts", "MW"),
    ("meter", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("metres", "m"),
    ("mile", "[mi_i]"),
    ("miles", "[mi_i]"),
    ("milligram", "mg"),
    ("milligrams", "mg"),
    ("milliliters", "mL"),
    ("millilitres", "mL"),
    ("millimeter", "mm"),
    ("millimeters", "mm"),
    ("millimetre", "mm"),
    ("millimetres", "mm"),
    ("ounce", "[oz_av]"),
    ("ounces", "[oz_av]"),
    ("pound", "[lb_av]"),
    ("pounds", "[lb_av]"),
    ("ton", ""),
    ("tonne", "t"),
    ("tonnes", "t"),
    ("tons", ""),
    ("volts", "V"),
    ("watt", "W"),
    ("watts", "W"),
    ("yard", "[yd_i]"),
    ("yards", "[yd_i]"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
