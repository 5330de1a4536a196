//! Sparse vectors of bounded size, sorted by key so that sums do not hang on a hash map.

/// Terms and their weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// Of terms in any order, the heaviest of them.
    pub(super) fn new(mut terms: Vec<(u32, f32)>, most: usize) -> Self {
        terms.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        terms.dedup_by(|again, first| {
            let same = again.0 == first.0;
            if same {
                first.1 += again.1;
            }
            same
        });
        let mut vector = Self(terms);
        vector.keep(most);
        vector
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Keeps the heaviest terms.
    pub(super) fn keep(&mut self, most: usize) {
        if self.0.len() <= most {
            return;
        }
        self.0
            .sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        self.0.truncate(most);
        self.0.sort_unstable_by_key(|term| term.0);
    }

    /// The heaviest terms, heaviest first.
    pub(super) fn heaviest(&self, most: usize) -> Vec<u32> {
        let mut terms = self.0.clone();
        terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(most);
        terms.into_iter().map(|term| term.0).collect()
    }

    /// Adds another vector.
    pub(super) fn add(&mut self, other: &Self) {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut left, mut right) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            match (left.peek(), right.peek()) {
                (Some(&&(a, x)), Some(&&(b, y))) if a == b => {
                    sum.push((a, x + y));
                    left.next();
                    right.next();
                }
                (Some(&&(a, x)), Some(&&(b, _))) if a < b => {
                    sum.push((a, x));
                    left.next();
                }
                (Some(&&term), None) => {
                    sum.push(term);
                    left.next();
                }
                (_, Some(&&term)) => {
                    sum.push(term);
                    right.next();
                }
                (None, None) => break,
            }
        }
        self.0 = sum;
    }

    /// The product of two vectors.
    pub(super) fn dot(&self, other: &Self) -> f32 {
        let (mut left, mut right) = (self.0.as_slice(), other.0.as_slice());
        let mut sum = 0.0;
        while let (Some(a), Some(b)) = (left.first(), right.first()) {
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => left = &left[1..],
                std::cmp::Ordering::Greater => right = &right[1..],
                std::cmp::Ordering::Equal => {
                    sum += a.1 * b.1;
                    left = &left[1..];
                    right = &right[1..];
                }
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_products_and_bounds() {
        let mut one = Vector::new(vec![(3, 1.0), (1, 2.0), (3, 1.0)], 8);
        let two = Vector::new(vec![(2, 1.0), (3, 3.0), (9, 0.5)], 2);
        assert_eq!((one.len(), two.len()), (2, 2));
        assert!((one.dot(&two) - 6.0).abs() < 1e-6);
        one.add(&two);
        assert_eq!(one, Vector::new(vec![(1, 2.0), (2, 1.0), (3, 5.0)], 8));
        assert_eq!(one.heaviest(2), [3, 1]);
        one.keep(1);
        assert_eq!(one, Vector::new(vec![(3, 5.0)], 8));
    }
}
