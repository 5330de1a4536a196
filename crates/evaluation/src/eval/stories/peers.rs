//! What others do: cosines of TF-IDF, in one pass or by average link.

use std::collections::BTreeMap;

/// Words so common that they are left out.
const STOP: &str = "a about after all also an and are as at be been but by can could for from had \
    has have he her his i if in into is it its just more most new no not of on one only or our out \
    over said say says she so some than that the their them there they this to two up us was we \
    were what when which who will with would you your";

/// Vectors of length one, weights `(1 + ln tf) ln(n / df)`.
#[derive(Debug)]
pub(super) struct Vectors(Vec<BTreeMap<u32, f64>>);

impl Vectors {
    pub(super) fn of(texts: &[&str]) -> Self {
        let stop: Vec<&str> = STOP.split_whitespace().collect();
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        let mut frequency: Vec<f64> = Vec::new();
        let mut counts: Vec<BTreeMap<u32, f64>> = Vec::new();
        for text in texts {
            let mut count: BTreeMap<u32, f64> = BTreeMap::new();
            let words = text.split(|letter: char| !letter.is_alphanumeric());
            for word in words.filter(|word| word.len() > 1).map(str::to_lowercase) {
                if stop.contains(&word.as_str()) {
                    continue;
                }
                let next = known.len() as u32;
                let id = *known.entry(word).or_insert(next);
                if id == next {
                    frequency.push(0.0);
                }
                *count.entry(id).or_default() += 1.0;
            }
            for id in count.keys() {
                frequency[*id as usize] += 1.0;
            }
            counts.push(count);
        }
        let all = texts.len() as f64;
        for count in &mut counts {
            let mut length = 0.0;
            for (id, weight) in count.iter_mut() {
                *weight = (1.0 + weight.ln()) * (1.0 + (all / frequency[*id as usize]).ln());
                length += *weight * *weight;
            }
            let length = length.sqrt().max(f64::MIN_POSITIVE);
            for weight in count.values_mut() {
                *weight /= length;
            }
        }
        Self(counts)
    }

    /// All cosines.
    pub(super) fn cosines(&self) -> Vec<Vec<f64>> {
        let mut dense = vec![Vec::new(); self.0.len()];
        for (at, one) in self.0.iter().enumerate() {
            for other in &self.0[..=at] {
                let cosine: f64 = (one.iter())
                    .filter_map(|(id, weight)| Some(weight * other.get(id)?))
                    .sum();
                dense[at].push(cosine);
            }
        }
        for at in 0..dense.len() {
            for other in at + 1..dense.len() {
                let cosine = dense[other][at];
                dense[at].push(cosine);
            }
        }
        dense
    }
}

/// One pass in an order: an article joins the group with the nearest mean, if that is near enough.
pub(super) fn one_pass(cosines: &[Vec<f64>], order: &[usize], needed: f64) -> Vec<u32> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut lengths: Vec<f64> = Vec::new();
    let mut labels = vec![0; cosines.len()];
    for &at in order {
        let near = |(group, members): (usize, &Vec<usize>)| {
            let sum: f64 = members.iter().map(|&member| cosines[at][member]).sum();
            // The cosine with the sum of the group.
            (sum / lengths[group].sqrt(), group)
        };
        let best = (groups.iter().enumerate().map(near)).max_by(|a, b| a.0.total_cmp(&b.0));
        let group = match best {
            Some((most, group)) if most >= needed => group,
            _ => {
                groups.push(Vec::new());
                lengths.push(0.0);
                groups.len() - 1
            }
        };
        let sum: f64 = groups[group]
            .iter()
            .map(|&member| cosines[at][member])
            .sum();
        lengths[group] += 2.0 * sum + 1.0;
        groups[group].push(at);
        labels[at] = group as u32;
    }
    labels
}

/// Average link: the order of joins, each with the mean that it happened at.
pub(crate) fn joins(nearness: &[Vec<f64>]) -> Vec<(usize, usize, f64)> {
    let count = nearness.len();
    let mut mean: Vec<Vec<f64>> = nearness.to_vec();
    let mut size = vec![1.0; count];
    let mut alive = vec![true; count];
    let mut joins = Vec::new();
    let nearest = |row: &[f64], at: usize, alive: &[bool]| {
        let others = (0..row.len()).filter(|&other| other != at && alive[other]);
        others.max_by(|&a, &b| row[a].total_cmp(&row[b]))
    };
    let mut best: Vec<Option<usize>> = (0..count)
        .map(|at| nearest(&mean[at], at, &alive))
        .collect();
    for _ in 1..count {
        let pair = (0..count)
            .filter(|&at| alive[at])
            .filter_map(|at| Some((mean[at][best[at]?], at, best[at]?)))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((most, one, other)) = pair else {
            break;
        };
        joins.push((one, other, most));
        alive[other] = false;
        for at in (0..count).filter(|&at| alive[at] && at != one) {
            let sum = mean[one][at] * size[one] + mean[other][at] * size[other];
            mean[one][at] = sum / (size[one] + size[other]);
            mean[at][one] = mean[one][at];
        }
        size[one] += size[other];
        for at in (0..count).filter(|&at| alive[at]) {
            let gone = best[at] == Some(other) || best[at] == Some(one) || at == one;
            if gone {
                best[at] = nearest(&mean[at], at, &alive);
            } else if best[at].is_some_and(|it| mean[at][one] > mean[at][it]) {
                best[at] = Some(one);
            }
        }
    }
    joins
}

/// The groups when only joins at or above a mean are made.
pub(crate) fn groups(count: usize, joins: &[(usize, usize, f64)], needed: f64) -> Vec<u32> {
    let mut label: Vec<u32> = (0..count as u32).collect();
    for &(one, other, _) in joins.iter().take_while(|join| join.2 >= needed) {
        let (to, from) = (label[one], label[other]);
        label
            .iter_mut()
            .filter(|it| **it == from)
            .for_each(|it| *it = to);
    }
    label
}
