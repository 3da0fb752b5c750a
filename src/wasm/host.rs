//! The browser's clock and randomness.

use crate::session::Host;

const DAY: f64 = 86_400_000.0;

/// [`Host`] by `Date` and `crypto.getRandomValues`.
pub struct Browser;

fn iso(milliseconds: f64) -> String {
    js_sys::Date::new(&milliseconds.into()).to_iso_string().into()
}

impl Host for Browser {
    fn now(&self) -> String {
        iso(js_sys::Date::now())
    }

    fn days_ago(&self, days: u32) -> String {
        iso(js_sys::Date::now() - f64::from(days) * DAY)
    }

    fn seconds(&self) -> f64 {
        js_sys::Date::now() / 1000.0
    }

    fn uuid(&self) -> String {
        uuid::Uuid::new_v4().to_string()
    }
}
