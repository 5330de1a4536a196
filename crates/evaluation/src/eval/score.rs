//! Precision, recall and F1.

use std::{collections::BTreeMap, fmt};

/// Counts of one kind of thing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) right: u32,
    pub(crate) found: u32,
    pub(crate) gold: u32,
}

impl Score {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of the two, 0 where nothing is right.
    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) / f64::from(whole)
    }
}

/// Scores by name, printed as a table.
#[derive(Debug, Default)]
pub(crate) struct Table(pub(crate) BTreeMap<String, Score>);

impl Table {
    pub(crate) fn add(&mut self, row: &str, score: Score) {
        self.0.entry(row.to_owned()).or_default().add(score);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<34} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
            "", "gold", "found", "right", "P", "R", "F1"
        )?;
        for (name, score) in &self.0 {
            writeln!(
                f,
                "{name:<34} {:>6} {:>6} {:>6} {:>6.3} {:>6.3} {:>6.3}",
                score.gold,
                score.found,
                score.right,
                score.precision(),
                score.recall(),
                score.f1()
            )?;
        }
        Ok(())
    }
}
