//! Which expression that was found belongs to which of the gold.

use super::corpus::Expression;

/// Indices of an annotated expression and of the one found there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) gold: usize,
    pub(super) found: usize,
}

/// Pairs that overlap, one to one: the same spans first, then the longest overlaps.
pub(super) fn pairs(gold: &[Expression], found: &[Expression]) -> Vec<Pair> {
    let mut candidates = Vec::new();
    for (i, left) in gold.iter().enumerate() {
        for (k, right) in found.iter().enumerate() {
            let start = left.span.0.max(right.span.0);
            let end = left.span.1.min(right.span.1);
            if start < end {
                candidates.push((left.span != right.span, u32::MAX - (end - start), i, k));
            }
        }
    }
    candidates.sort_unstable();
    let mut pairs: Vec<Pair> = Vec::new();
    for (_, _, i, k) in candidates {
        if pairs.iter().all(|pair| pair.gold != i && pair.found != k) {
            pairs.push(Pair { gold: i, found: k });
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Expression, pairs};

    fn at(start: u32, end: u32) -> Expression {
        Expression {
            span: (start, end),
            ..Expression::default()
        }
    }

    #[test]
    fn the_same_span_is_preferred_to_a_longer_overlap() {
        let gold = [at(0, 20), at(5, 9)];
        let found = [at(5, 9), at(12, 20)];
        let mut pairs: Vec<_> = pairs(&gold, &found)
            .iter()
            .map(|pair| (pair.gold, pair.found))
            .collect();
        pairs.sort_unstable();
        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn two_found_in_one_annotated_make_one_pair() {
        assert_eq!(pairs(&[at(0, 9)], &[at(0, 4), at(5, 9)]).len(), 1);
        assert_eq!(pairs(&[at(0, 4)], &[at(4, 9)]).len(), 0);
    }
}
