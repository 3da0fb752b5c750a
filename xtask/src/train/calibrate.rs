//! Fits how much the model's probabilities are worth, on documents that it had not seen, and says how far
//! off they are (expected calibration error: Guo, Pleiss, Sun and Weinberger 2017).

use manicule::tag::names::calibration::AT;
pub use manicule::tag::names::calibration::Calibration;
use manicule::tag::names::decode::{Scores, Transitions};
use manicule::tag::names::scheme::{Coarse, chunks};

use super::crf::Crf;
use super::data::Example;
use super::pack::{Chain, Dictionary, Packed};
use super::save::UNIT;

/// A name that was found: its kind, the model's probability, whether it is right.
pub type Found = (Coarse, f32, bool);

/// The names found in the chains' documents.
pub fn found(
    crf: &Crf,
    dictionary: &Dictionary,
    packed: &Packed,
    examples: &[Example],
    chosen: &dyn Fn(&Chain, &str) -> bool,
) -> Vec<Found> {
    let unit = UNIT;
    let whole = |weights: &[f32]| -> Vec<i32> {
        weights.iter().map(|weight| (weight / unit).round() as i32).collect()
    };
    let transitions = Transitions::new(&whole(&crf.transitions), unit);
    let mut all = Vec::new();
    let (mut back, mut tags, mut steps, mut sure) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for chain in packed.chains.iter().filter(|chain| chosen(chain, examples[chain.example as usize].set)) {
        let scores: Vec<Scores> = crf
            .scores(dictionary, packed, chain, &mut || 1.0)
            .iter()
            .map(|scores| Scores::of(|tag| (scores[tag] / unit).round() as i32))
            .collect();
        tags.clear();
        sure.clear();
        transitions.decode(&scores, &mut back, &mut tags);
        transitions.confidence(&scores, &tags, &mut steps, &mut sure);
        judge(chain, &tags, &sure, &examples[chain.example as usize], &mut all);
    }
    all
}

fn judge(chain: &Chain, tags: &[u8], sure: &[f32], example: &Example, all: &mut Vec<Found>) {
    for chunk in chunks(tags, 0) {
        let raw = sure[chunk.start as usize..chunk.end as usize].iter().copied().fold(1.0, f32::min);
        let token = |at: u32| example.doc.tokens[(chain.first + at) as usize].span();
        let span = (token(chunk.start).start, token(chunk.end - 1).end, chunk.kind);
        all.push((chunk.kind, raw, example.gold.contains(&span)));
    }
}

/// A rising line for each kind (isotonic regression by pooling: Ayer and others 1955), read at [`AT`].
pub fn fit(found: &[Found]) -> Calibration {
    let mut calibration = Calibration::default();
    for kind in Coarse::ALL {
        let mut names: Vec<(f32, f32)> = found
            .iter()
            .filter(|name| name.0 == kind)
            .map(|name| (name.1, f32::from(u8::from(name.2))))
            .collect();
        if names.len() < 200 {
            continue;
        }
        names.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Pools: sum of probabilities, of rights, count.
        let mut pools: Vec<(f32, f32, f32)> = Vec::new();
        for chunk in names.chunks(25) {
            pools.push((
                chunk.iter().map(|name| name.0).sum(),
                chunk.iter().map(|name| name.1).sum(),
                chunk.len() as f32,
            ));
            while let [.., a, b] = pools.as_slice() {
                if a.1 / a.2 <= b.1 / b.2 {
                    break;
                }
                let joined = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
                pools.truncate(pools.len() - 2);
                pools.push(joined);
            }
        }
        let line: Vec<(f32, f32)> = pools.iter().map(|pool| (pool.0 / pool.2, pool.1 / pool.2)).collect();
        for (point, at) in calibration.points[kind as usize].iter_mut().zip(AT) {
            let after = line.partition_point(|pool| pool.0 < at);
            *point = match (after.checked_sub(1).map(|before| line[before]), line.get(after)) {
                (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (at - a.0) / (b.0 - a.0).max(1e-6),
                (Some(a), None) => a.1,
                (None, Some(b)) => b.1 * (at / b.0.max(1e-6)).min(1.0),
                (None, None) => at,
            };
        }
    }
    calibration
}

/// The expected calibration error by kind, in ten bins.
pub fn error(found: &[Found], calibration: &Calibration) -> String {
    let of = |kind: Coarse| {
        let mut bins = [(0.0f32, 0.0f32, 0.0f32); 10];
        for (_, raw, right) in found.iter().filter(|name| name.0 == kind) {
            let score = calibration.of(kind, *raw);
            let bin = &mut bins[((score * 10.0) as usize).min(9)];
            *bin = (bin.0 + score, bin.1 + f32::from(u8::from(*right)), bin.2 + 1.0);
        }
        let total: f32 = bins.iter().map(|bin| bin.2).sum();
        let error: f32 = bins.iter().map(|bin| (bin.0 - bin.1).abs()).sum::<f32>() / total.max(1.0);
        format!("{} {error:.3} ({total})", kind.name())
    };
    Coarse::ALL.map(of).join("  ")
}

#[cfg(test)]
mod tests {
    use super::{error, fit};
    use manicule::tag::names::scheme::Coarse;

    #[test]
    fn a_boastful_model_is_taken_down() {
        // Of names at 0.9 half are right, of those at 0.5 a fifth.
        let names =
            |raw: f32, right: usize, of: usize| (0..of).map(move |at| (Coarse::Org, raw, at % of < right));
        let found: Vec<_> = names(0.9, 200, 400).chain(names(0.5, 80, 400)).collect();
        let calibration = fit(&found);
        assert!((calibration.of(Coarse::Org, 0.9) - 0.5).abs() < 0.02);
        assert!((calibration.of(Coarse::Org, 0.5) - 0.2).abs() < 0.02);
        assert!(calibration.of(Coarse::Org, 0.7) > 0.2 && calibration.of(Coarse::Org, 0.7) < 0.5);
        assert!((calibration.of(Coarse::Per, 0.9) - 0.9).abs() < 1e-6, "no names, no change");
        assert!(error(&found, &calibration).contains("ORG 0.0"));
    }
}
