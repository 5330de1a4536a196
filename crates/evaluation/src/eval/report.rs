//! The tables of `eval mentions`.

use std::{
    fmt,
    time::{Duration, Instant},
};

use copydesk::stage;

use super::{
    calibration::Calibration,
    matching::{Case, Scores},
    score::Score,
};

/// How long annotation takes.
#[derive(Debug, Default)]
pub(crate) struct Speed {
    pub(crate) tokens: usize,
    time: Duration,
}

impl Speed {
    pub(crate) fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let result = work();
        self.time += begin.elapsed();
        result
    }
}

/// The scores of one file or document, and of its labels and copies.
#[derive(Debug, Default)]
struct Row {
    name: String,
    all: Scores,
    labels: Vec<(String, Scores)>,
    /// Strict, in capitals and in small letters.
    copies: Option<[Score; 2]>,
}

impl Row {
    fn label(&mut self, label: &str, scores: Scores) {
        let at = self
            .labels
            .binary_search_by(|(known, _)| known.as_str().cmp(label));
        let at = at.unwrap_or_else(|at| {
            self.labels
                .insert(at, (label.to_owned(), Scores::default()));
            at
        });
        self.labels[at].1.add(scores);
    }
}

/// Everything that was measured.
#[derive(Debug)]
pub(crate) struct Report {
    rows: Vec<Row>,
    calibration: Calibration,
    pub(crate) speed: Speed,
    /// How long the first call takes.
    load: Duration,
}

impl Report {
    /// An empty report; loads what annotation needs.
    pub(crate) fn new() -> Self {
        let begin = Instant::now();
        stage::annotate("It rained in Accra.", None);
        Self {
            rows: Vec::new(),
            calibration: Calibration::default(),
            speed: Speed::default(),
            load: begin.elapsed(),
        }
    }

    /// Adds a text to the row of a name.
    pub(crate) fn add(&mut self, name: &str, case: &Case) {
        for (found, right) in case.judged() {
            self.calibration.add(found.confidence, right);
        }
        let row = self.row(name);
        row.all.add(case.scores());
        for label in case.labels() {
            row.label(label, case.labelled(label));
        }
    }

    /// Adds a copy in capitals (0) or in small letters (1).
    pub(crate) fn add_copy(&mut self, name: &str, at: usize, case: &Case) {
        let copies = self.row(name).copies.get_or_insert_default();
        copies[at].add(case.scores().strict);
    }

    fn row(&mut self, name: &str) -> &mut Row {
        let at = self.rows.iter().position(|row| row.name == name);
        let at = at.unwrap_or_else(|| {
            self.rows.push(Row {
                name: name.to_owned(),
                ..Row::default()
            });
            self.rows.len() - 1
        });
        &mut self.rows[at]
    }

    /// The sum of all rows.
    fn together(&self) -> Row {
        let mut sum = Row {
            name: "together".to_owned(),
            ..Row::default()
        };
        for row in &self.rows {
            sum.all.add(row.all);
            for (label, scores) in &row.labels {
                sum.label(label, *scores);
            }
        }
        sum
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<30} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>8} {:>6}",
            "", "gold", "found", "right", "P", "R", "F1", "untyped", "partial", "half"
        )?;
        let together = (self.rows.len() > 1).then(|| self.together());
        for row in self.rows.iter().chain(&together) {
            line(f, &row.name, row.all, true)?;
            for (label, scores) in &row.labels {
                line(f, &format!("  {label}"), *scores, false)?;
            }
        }
        if self.rows.iter().any(|row| row.copies.is_some()) {
            writeln!(
                f,
                "\n{:<30} {:>6} {:>9} {:>6} {:>6} {:>6}",
                "strict F1", "as is", "capitals", "lost", "small", "lost"
            )?;
        }
        for row in &self.rows {
            let Some([capitals, small]) = row.copies else {
                continue;
            };
            let here = row.all.strict.f1();
            let (capitals, small) = (capitals.f1(), small.f1());
            let lost = |copy: f64| 100.0 * (here - copy);
            writeln!(
                f,
                "{:<30} {here:>6.3} {capitals:>9.3} {:>6.1} {small:>6.3} {:>6.1}",
                row.name,
                lost(capitals),
                lost(small)
            )?;
        }
        writeln!(f, "\n{}", self.calibration)?;
        writeln!(
            f,
            "{:.0} tokens a second; lists and model loaded in {:.0} ms",
            self.speed.tokens as f64 / self.speed.time.as_secs_f64(),
            self.load.as_secs_f64() * 1000.0
        )
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, scores: Scores, all: bool) -> fmt::Result {
    let strict = scores.strict;
    write!(
        f,
        "{name:<30} {:>6} {:>6} {:>6} {:>6.3} {:>6.3} {:>6.3}",
        strict.gold,
        strict.found,
        strict.right,
        strict.precision(),
        strict.recall(),
        strict.f1()
    )?;
    if all {
        let (untyped, partial, half) = (scores.untyped, scores.partial, scores.half);
        writeln!(
            f,
            " {:>8.3} {:>8.3} {:>6.3}",
            untyped.f1(),
            partial.f1(),
            half.f1()
        )
    } else {
        writeln!(f, " {:>8} {:>8.3}", "", scores.partial.f1())
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::matching::{Case, Found, Gold},
        Report,
    };

    #[test]
    fn rows_stay_in_order_and_are_summed_at_the_end() {
        let gold = [Gold {
            start: 0,
            end: 5,
            label: "ORG".to_owned(),
            counts: true,
        }];
        let found = [Found {
            start: 0,
            end: 5,
            label: "ORG",
            confidence: 1.0,
        }];
        let mut report = Report::new();
        report.add("second.conll", &Case::new(&gold, &found));
        report.add("first.conll", &Case::new(&gold, &[]));
        report.add_copy("second.conll", 0, &Case::new(&gold, &[]));
        let text = report.to_string();
        let names: Vec<_> = text
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert_eq!(
            names[1..7],
            [
                "second.conll",
                "ORG",
                "first.conll",
                "ORG",
                "together",
                "ORG"
            ]
        );
        assert!(
            text.contains(
                "together                            2      1      1  1.000  0.500  0.667"
            ),
            "{text}"
        );
        assert!(
            text.contains("second.conll                    1.000     0.000  100.0"),
            "{text}"
        );
    }
}
