//! Whether confidence means what it says: of the mentions with .8, eight in ten are right.

use std::fmt;

/// How many bins of confidence.
const BINS: usize = 10;

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    mentions: u32,
    right: u32,
    confidence: f64,
}

/// Mentions by confidence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calibration([Bin; BINS]);

impl Calibration {
    pub(crate) fn add(&mut self, confidence: f32, right: bool) {
        let reached = |bin: &usize| confidence >= *bin as f32 / BINS as f32;
        let at = (1..BINS).filter(reached).count();
        let bin = &mut self.0[at];
        bin.mentions += 1;
        bin.right += u32::from(right);
        bin.confidence += f64::from(confidence);
    }

    /// The expected calibration error: how far confidence and the share of right mentions are
    /// apart, on average over mentions.
    pub(crate) fn error(&self) -> f64 {
        let mentions: u32 = self.0.iter().map(|bin| bin.mentions).sum();
        let apart: f64 = self
            .0
            .iter()
            .map(|bin| (bin.confidence - f64::from(bin.right)).abs())
            .sum();
        apart / f64::from(mentions.max(1))
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<12} {:>8} {:>10} {:>6}",
            "confidence", "mentions", "mean", "right"
        )?;
        for (at, bin) in self
            .0
            .iter()
            .enumerate()
            .filter(|(_, bin)| bin.mentions > 0)
        {
            let mentions = f64::from(bin.mentions);
            writeln!(
                f,
                ".{at}           {:>8} {:>10.3} {:>6.3}",
                bin.mentions,
                bin.confidence / mentions,
                f64::from(bin.right) / mentions
            )?;
        }
        writeln!(f, "expected calibration error {:.3}", self.error())
    }
}

#[cfg(test)]
mod tests {
    use super::Calibration;

    #[test]
    fn the_error_is_the_mean_distance() {
        let mut calibration = Calibration::default();
        for right in [true, true, true, false] {
            calibration.add(0.75, right);
        }
        assert!(calibration.error() < 1e-6);
        calibration.add(1.0, false);
        assert!((calibration.error() - 0.2).abs() < 1e-6);
    }
}
