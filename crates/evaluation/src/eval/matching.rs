//! When a mention that was found is right, and how nearly.
//!
//! Four measures, of SemEval-2013 task 9, which took them from MUC:
//! - strict: the same span and the same label;
//! - untyped: the same span, whatever the label ("exact" there);
//! - partial: the same label and any overlap, paired one to one ("type" there);
//! - half: any overlap paired one to one, whatever the label; half a point unless the spans are
//!   the same ("partial" there).
//!
//! Example: where gold has `[North Sea LOC]`, `[Sea LOC]` is right in partial, counts half in half,
//! and `[North Sea ORG]` is right in untyped and half.

use std::collections::BTreeSet;

use super::score::Score;

/// A mention of the gold.
#[derive(Clone, Debug)]
pub(crate) struct Gold {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) label: String,
    /// Whether it counts. One that does not is no miss, and what is found there no false alarm.
    pub(crate) counts: bool,
}

/// A mention that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) label: &'static str,
    pub(crate) confidence: f32,
}

/// What counts of a text: gold mentions, and found ones that do not stand where gold has one
/// that does not count. Neither overlap among themselves; both are in order.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    gold: Vec<&'a Gold>,
    found: Vec<&'a Found>,
}

/// Scores by the four measures.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scores {
    pub(crate) strict: Score,
    pub(crate) untyped: Score,
    pub(crate) partial: Score,
    /// Counted in halves.
    pub(crate) half: Score,
}

impl Scores {
    pub(crate) fn add(&mut self, other: Self) {
        self.strict.add(other.strict);
        self.untyped.add(other.untyped);
        self.partial.add(other.partial);
        self.half.add(other.half);
    }
}

impl<'a> Case<'a> {
    pub(crate) fn new(gold: &'a [Gold], found: &'a [Found]) -> Self {
        let free: BTreeSet<_> = gold
            .iter()
            .filter(|gold| !gold.counts)
            .map(|gold| (gold.start, gold.end))
            .collect();
        let mut case = Self {
            gold: gold.iter().filter(|gold| gold.counts).collect(),
            found: found
                .iter()
                .filter(|found| !free.contains(&(found.start, found.end)))
                .collect(),
        };
        case.gold.sort_by_key(|gold| (gold.start, gold.end));
        case.found.sort_by_key(|found| (found.start, found.end));
        case
    }

    /// Scores over all labels.
    pub(crate) fn scores(&self) -> Scores {
        let mut scores = Scores::default();
        for label in self.labels() {
            let labelled = self.labelled(label);
            scores.strict.add(labelled.strict);
            scores.partial.add(labelled.partial);
        }
        let gold: Vec<_> = self
            .gold
            .iter()
            .map(|gold| (gold.start, gold.end))
            .collect();
        let found: Vec<_> = self.found.iter().map(|it| (it.start, it.end)).collect();
        let all = Score {
            right: 0,
            found: found.len() as u32,
            gold: gold.len() as u32,
        };
        let (exact, pairs) = paired(&gold, &found);
        scores.untyped = Score {
            right: exact,
            ..all
        };
        scores.half = Score {
            right: exact + pairs,
            found: 2 * all.found,
            gold: 2 * all.gold,
        };
        scores
    }

    /// The labels of gold and of what was found, in order.
    pub(crate) fn labels(&self) -> BTreeSet<&'a str> {
        let found = self.found.iter().map(|found| found.label);
        self.gold
            .iter()
            .map(|gold| gold.label.as_str())
            .chain(found)
            .collect()
    }

    /// Strict and partial scores of one label; the others know no label.
    pub(crate) fn labelled(&self, label: &str) -> Scores {
        let gold = self.gold.iter().filter(|gold| gold.label == label);
        let gold: Vec<_> = gold.map(|gold| (gold.start, gold.end)).collect();
        let found = self.found.iter().filter(|found| found.label == label);
        let found: Vec<_> = found.map(|found| (found.start, found.end)).collect();
        let (exact, pairs) = paired(&gold, &found);
        let score = |right| Score {
            right,
            found: found.len() as u32,
            gold: gold.len() as u32,
        };
        Scores {
            strict: score(exact),
            partial: score(pairs),
            ..Scores::default()
        }
    }

    /// Gold mentions that were not found as they are.
    pub(crate) fn missed(&self) -> impl Iterator<Item = &'a Gold> {
        let right = |gold: &Gold| self.found.iter().any(|found| same(gold, found));
        self.gold.iter().copied().filter(move |gold| !right(gold))
    }

    /// What was found, and whether it is right by the strict measure.
    pub(crate) fn judged(&self) -> impl Iterator<Item = (&'a Found, bool)> {
        let right = |found: &Found| self.gold.iter().any(|gold| same(gold, found));
        self.found.iter().map(move |found| (*found, right(found)))
    }
}

fn same(gold: &Gold, found: &Found) -> bool {
    (gold.start, gold.end) == (found.start, found.end) && gold.label == found.label
}

/// How many spans of two lists are the same, and how many can be paired so that each pair
/// overlaps. Both lists are in order and without overlaps, so that taking the first pair from the
/// left never costs a later one, and spans that are the same meet each other.
fn paired(gold: &[(u32, u32)], found: &[(u32, u32)]) -> (u32, u32) {
    let (mut exact, mut pairs) = (0, 0);
    let (mut gold, mut found) = (gold.iter().peekable(), found.iter().peekable());
    while let (Some(&left), Some(&right)) = (gold.peek(), found.peek()) {
        if left.0 < right.1 && right.0 < left.1 {
            exact += u32::from(left == right);
            pairs += 1;
            gold.next();
            found.next();
        } else if left.1 <= right.0 {
            gold.next();
        } else {
            found.next();
        }
    }
    (exact, pairs)
}

#[cfg(test)]
mod tests {
    use super::{Case, Found, Gold, paired};

    fn gold(start: u32, end: u32, label: &str) -> Gold {
        Gold {
            start,
            end,
            label: label.to_owned(),
            counts: true,
        }
    }

    fn found(start: u32, end: u32, label: &'static str) -> Found {
        Found {
            start,
            end,
            label,
            confidence: 0.9,
        }
    }

    #[test]
    fn the_four_measures_forgive_different_things() {
        let gold = [
            gold(0, 9, "LOC"),
            gold(20, 25, "ORG"),
            gold(30, 35, "PERSON"),
        ];
        // One without its first word, one with another label, one that is right, one too much.
        let found = [
            found(6, 9, "LOC"),
            found(20, 25, "GPE"),
            found(30, 35, "PERSON"),
            found(40, 45, "ORG"),
        ];
        let case = Case::new(&gold, &found);
        let scores = case.scores();
        let right = |score: super::Score| (score.right, score.found, score.gold);
        assert_eq!(right(scores.strict), (1, 4, 3));
        assert_eq!(right(scores.untyped), (2, 4, 3));
        assert_eq!(right(scores.partial), (2, 4, 3));
        assert_eq!(right(scores.half), (5, 8, 6));
        assert_eq!(right(case.labelled("LOC").partial), (1, 1, 1));
        assert_eq!(right(case.labelled("LOC").strict), (0, 1, 1));
        assert_eq!(case.missed().count(), 2);
        assert_eq!(case.judged().filter(|(_, right)| *right).count(), 1);
    }

    #[test]
    fn what_does_not_count_is_neither_missed_nor_too_much() {
        let free = Gold {
            counts: false,
            ..gold(0, 5, "TITLE")
        };
        let found = [found(0, 5, "ORG"), found(10, 15, "ORG")];
        let gold = [free, gold(10, 15, "ORG")];
        let case = Case::new(&gold, &found);
        let scores = case.scores();
        assert_eq!(
            (scores.strict.right, scores.strict.found, scores.strict.gold),
            (1, 1, 1)
        );
        assert_eq!(case.missed().count(), 0);
        assert_eq!(case.judged().count(), 1);
    }

    #[test]
    fn two_found_in_one_gold_mention_make_one_pair() {
        assert_eq!(paired(&[(0, 9)], &[(0, 4), (5, 9)]), (0, 1));
        assert_eq!(paired(&[(0, 4), (5, 9)], &[(0, 9)]), (0, 1));
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        assert_eq!(paired(&[(0, 4)], &[(4, 9)]), (0, 0));
        assert_eq!(paired(&[(0, 4), (4, 6)], &[(4, 6), (6, 9)]), (1, 1));
    }
}
