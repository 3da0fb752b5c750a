//! From the model's own probability of a name to how often such names are right: a line through a few
//! points for each kind, fitted on documents that the model had not seen.

use crate::linear::{Reader, Truncated, Writer};

use super::scheme::Coarse;

/// The model's probabilities at which the lines have their points.
pub const AT: [f32; 11] = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.0];

/// What names of each kind are worth at each of [`AT`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// By [`Coarse`], then by point.
    pub points: [[f32; AT.len()]; 4],
}

impl Default for Calibration {
    /// Takes the model at its word.
    fn default() -> Self {
        Self { points: [AT; 4] }
    }
}

impl Calibration {
    /// Reads what [`Calibration::write`] wrote.
    ///
    /// # Errors
    /// When the data end too soon.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Truncated> {
        let mut calibration = Self::default();
        for point in calibration.points.iter_mut().flatten() {
            *point = f32::from(reader.byte()?) / 255.0;
        }
        Ok(calibration)
    }

    /// A byte a point.
    pub fn write(&self, writer: &mut Writer) {
        writer
            .bytes
            .extend(self.points.iter().flatten().map(|point| (point.clamp(0.0, 1.0) * 255.0).round() as u8));
    }

    /// The share of names of this kind that are right where the model's probability is `raw`.
    #[must_use]
    pub fn of(&self, kind: Coarse, raw: f32) -> f32 {
        let Some(points) = self.points.get(kind as usize) else { return raw };
        let mut pairs = AT.iter().zip(points).zip(AT.iter().zip(points).skip(1));
        let between = pairs.find(|(_, (above, _))| raw <= **above);
        let Some(((below, low), (above, high))) = between else {
            return points.last().copied().unwrap_or(raw);
        };
        low + (high - low) * ((raw - below) / (above - below)).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_points_the_line_is_straight() {
        let mut calibration = Calibration::default();
        calibration.points[Coarse::Org as usize] = [0.0, 0.2, 0.4, 0.4, 0.4, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95];
        assert!((calibration.of(Coarse::Org, 0.85) - 0.5).abs() < 1e-6);
        assert!((calibration.of(Coarse::Org, 1.0) - 0.95).abs() < 1e-6);
        assert!((calibration.of(Coarse::Per, 0.85) - 0.85).abs() < 1e-6);
        let mut writer = Writer::default();
        calibration.write(&mut writer);
        let read = Calibration::read(&mut Reader::new(&writer.bytes)).unwrap();
        assert!((read.of(Coarse::Org, 0.85) - 0.5).abs() < 0.005);
    }
}
