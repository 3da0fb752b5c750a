//! Writes a model's file: weights as small integers of one unit, what rounds to nothing left out.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use manicule::linear::{Entry, TableBuilder, Writer};
use manicule::tag::names::calibration::Calibration;
use manicule::tag::names::{KEYS, Model};

use super::crf::{Crf, Rows};
use super::pack::Dictionary;

/// What one step of a weight is, in log-odds: weights below half of it are left out.
pub const UNIT: f32 = 0.05;

pub fn save(
    out: &Path,
    (first, dictionary): (&Crf, &Dictionary),
    (second, memory): (&Crf, &Dictionary),
    calibration: &Calibration,
) -> Result<()> {
    let unit = UNIT;
    let mut writer = Writer::default();
    let wide = |weights: &[f32]| -> Vec<i16> {
        weights.iter().map(|weight| (weight / unit).round() as i16).collect()
    };
    Model::write_head(&mut writer, unit, &wide(&first.transitions), &wide(&second.transitions), calibration);
    let mut weights = 0;
    for (keys, rows) in
        [(&dictionary.base, &first.base), (&dictionary.local, &first.local), (&memory.local, &second.local)]
    {
        weights += table(keys, rows, unit, &mut writer);
    }
    fs::write(out, &writer.bytes)?;
    // What is written must be readable.
    Model::read(&writer.bytes)?;
    let mut packed = Vec::new();
    brotli::BrotliCompress(
        &mut writer.bytes.as_slice(),
        &mut packed,
        &brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() },
    )?;
    eprintln!(
        "{}: {weights} weights, {} bytes, {} in brotli",
        out.display(),
        writer.bytes.len(),
        packed.len()
    );
    Ok(())
}

fn table(keys: &HashMap<u32, u32>, rows: &Rows, unit: f32, writer: &mut Writer) -> usize {
    let mut builder = TableBuilder::default();
    let mut weights = 0;
    // In order of the whole keys: of two that the file cannot tell apart the same one stays every time.
    let mut keys: Vec<(&u32, &u32)> = keys.iter().collect();
    keys.sort();
    for (key, id) in keys {
        let entries: Vec<Entry> = (0u8..)
            .zip(rows.row(*id))
            .filter_map(|(column, weight)| {
                let weight = (weight / unit).round().clamp(-127.0, 127.0) as i8;
                (weight != 0).then_some(Entry { column, weight })
            })
            .collect();
        weights += entries.len();
        builder.push(key & KEYS, entries);
    }
    builder.write(writer);
    weights
}
