//! Maximum likelihood of a conditional random field, with FTRL-Proximal steps.
//!
//! One thread, one order drawn from a fixed seed and sums in one order, so the same chains give
//! the same weights.

use copydesk_entities::training::{self, FEATURES, LABELS, Lattice, TrainingChain, Weights};

use super::corpus::Text;

/// How to learn; the defaults are those of the shipped model.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Settings {
    /// Passes over the chains.
    #[arg(long, default_value_t = 12)]
    pub(super) passes: usize,
    /// How fast a weight moves at first.
    #[arg(long, default_value_t = 0.1)]
    pub(super) rate: f32,
    /// L1 penalty: what stays below it is nothing.
    #[arg(long, default_value_t = 1.0)]
    pub(super) lasso: f32,
    /// L2 penalty.
    #[arg(long, default_value_t = 1.0)]
    pub(super) ridge: f32,
    /// Of how many last passes the weights are averaged.
    #[arg(long, default_value_t = 4)]
    pub(super) averaged: usize,
    /// Share of the features that a pass leaves out, so that none is relied on alone.
    #[arg(long, default_value_t = 0.4)]
    pub(super) dropout: f32,
}

impl Settings {
    /// Fewer passes do for the first reading.
    pub(super) fn first_reading(self) -> Self {
        Self {
            passes: self.passes / 2 + 1,
            averaged: 1,
            ..self
        }
    }
}

pub(super) type Row = [f32; LABELS];

/// Weights with the sums that `McMahan` et al. (2013) keep of each.
pub(super) struct Slots {
    pub(super) weights: Vec<Row>,
    z: Vec<Row>,
    n: Vec<Row>,
}

impl Slots {
    pub(super) fn new(rows: usize) -> Self {
        let zeros = || vec![[0.0; LABELS]; rows];
        Self {
            weights: zeros(),
            z: zeros(),
            n: zeros(),
        }
    }

    pub(super) fn learn(&mut self, row: usize, gradients: &Row, settings: Settings, lasso: f32) {
        let (weights, z, n) = (&mut self.weights[row], &mut self.z[row], &mut self.n[row]);
        for label in 0..LABELS {
            let gradient = gradients[label];
            let sum = n[label] + gradient * gradient;
            let step = (sum.sqrt() - n[label].sqrt()) / settings.rate;
            z[label] += gradient - step * weights[label];
            n[label] = sum;
            weights[label] = if z[label].abs() <= lasso {
                0.0
            } else {
                let slow = (1.0 + sum.sqrt()) / settings.rate + settings.ridge;
                -(z[label] - lasso.copysign(z[label])) / slow
            };
        }
    }
}

/// Learns the weights.
pub(super) fn learn(texts: &[&Text], settings: Settings) -> Weights {
    let examples: Vec<(&TrainingChain, f32)> = texts
        .iter()
        .flat_map(|text| text.chains.iter().map(|chain| (chain, text.weight)))
        .collect();
    let mut slots = Slots::new(FEATURES);
    let mut transitions = Slots::new(LABELS);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut random = Random::default();
    let mut lattice = Lattice::default();
    let mut scores: Vec<Row> = Vec::new();
    let mut kept = Kept::default();
    let mut sums = vec![[0.0; LABELS]; FEATURES];
    let mut moves = [[0.0; LABELS]; LABELS];
    for pass in 0..settings.passes {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for &at in &order {
            let (chain, weight) = examples[at as usize];
            kept.choose(chain, settings.dropout, &mut random);
            scores.clear();
            scores.extend(kept.words().map(|features| sum(&slots.weights, features)));
            lattice.set(&transition_table(&transitions));
            lattice.sum(&scores);
            loss += f64::from(weight) * (lattice.log_sum() - score(chain, &scores, &transitions));
            step(
                chain,
                weight,
                &kept,
                &lattice,
                &mut slots,
                &mut transitions,
                settings,
            );
        }
        eprintln!("pass {}: loss {:.0}", pass + 1, loss);
        if pass + settings.averaged >= settings.passes {
            let share = 1.0 / settings.averaged as f32;
            add(&mut sums, &slots.weights, share);
            add(&mut moves, &transition_table(&transitions), share);
        }
    }
    Weights::quantized(&sums, &moves)
}

fn add(sums: &mut [Row], weights: &[Row], share: f32) {
    for (sums, weights) in sums.iter_mut().zip(weights) {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += weight * share;
        }
    }
}

/// The features of a chain that a pass looks at.
#[derive(Default)]
struct Kept {
    ends: Vec<u32>,
    features: Vec<u32>,
}

impl Kept {
    fn choose(&mut self, chain: &TrainingChain, dropout: f32, random: &mut Random) {
        self.ends.clear();
        self.features.clear();
        // Both readings use the same weights: every other time without memory.
        let memory: &[u32] = if random.chance() < 0.5 {
            &chain.memory_ends
        } else {
            &[]
        };
        let mut memory = training::slices(memory, &chain.memory);
        for features in chain.words() {
            let features = features.iter().chain(memory.next().unwrap_or_default());
            let kept = features.filter(|_| random.chance() >= dropout);
            self.features.extend(kept);
            self.ends.push(self.features.len() as u32);
        }
    }

    fn words(&self) -> impl Iterator<Item = &[u32]> {
        training::slices(&self.ends, &self.features)
    }
}

pub(super) fn sum(weights: &[Row], features: &[u32]) -> Row {
    let mut sums = [0.0; LABELS];
    for &feature in features {
        for (sum, weight) in sums.iter_mut().zip(&weights[feature as usize]) {
            *sum += weight;
        }
    }
    sums
}

fn transition_table(transitions: &Slots) -> [Row; LABELS] {
    std::array::from_fn(|from| transitions.weights[from])
}

/// The score of the right labels.
fn score(chain: &TrainingChain, scores: &[Row], transitions: &Slots) -> f64 {
    let mut before = 0;
    let mut sum = 0.0;
    for (scores, &label) in scores.iter().zip(&chain.labels) {
        let label = usize::from(label);
        sum += f64::from(scores[label]) + f64::from(transitions.weights[before][label]);
        before = label;
    }
    sum
}

/// One step against the gradient of a chain.
fn step(
    chain: &TrainingChain,
    weight: f32,
    kept: &Kept,
    lattice: &Lattice,
    slots: &mut Slots,
    transitions: &mut Slots,
    settings: Settings,
) {
    let mut moves = [[0.0; LABELS]; LABELS];
    let mut before = 0;
    for (at, features) in kept.words().enumerate() {
        let right = usize::from(chain.labels[at]);
        let gradients: Row = std::array::from_fn(|label| {
            let wanted = f32::from(u8::from(label == right));
            weight * (lattice.marginal(at, label) - wanted)
        });
        for (from, row) in moves.iter_mut().enumerate() {
            for (to, sum) in row.iter_mut().enumerate() {
                *sum += weight * lattice.pair(at, from, to);
            }
        }
        moves[before][right] -= weight;
        before = right;
        // What is settled already teaches nothing.
        if gradients[right].abs() < 1.0e-3 {
            continue;
        }
        for &feature in features {
            slots.learn(feature as usize, &gradients, settings, settings.lasso);
        }
    }
    for (from, gradients) in moves.iter().enumerate() {
        transitions.learn(from, gradients, settings, 0.0);
    }
}

/// A linear congruential generator.
pub(super) struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() as usize % end
    }

    /// A number from nothing up to one.
    pub(super) fn chance(&mut self) -> f32 {
        self.next() as f32 / (1u64 << 31) as f32
    }

    pub(super) fn shuffle(&mut self, order: &mut [u32]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use copydesk::{Span, stage};
    use copydesk_entities::training::{self, Class, Clusters, TrainingText};

    use super::{Settings, Text, learn};

    fn example(text: &str, name: &str) -> Text {
        let start = text.find(name).expect("the name is in the text");
        let gold = [(Span::at(start, start + name.len()), Class::Organisation)];
        let (sentences, tokens) = (stage::sentences(text), stage::tokens(text));
        let clusters = Clusters::default();
        Text {
            chains: TrainingText::new(text, &sentences, &tokens, &gold, &clusters).chains,
            weight: 1.0,
            document: 0,
        }
    }

    #[test]
    fn the_same_chains_give_the_same_weights() {
        let texts = [
            ("We sold our boats to Zorvex and Krill.", "Zorvex"),
            ("They sold a harbour to Quillam last year.", "Quillam"),
            ("He sold nothing to Ebbtide of course.", "Ebbtide"),
        ];
        let examples = texts.map(|(text, name)| example(text, name));
        let examples: Vec<&Text> = examples.iter().collect();
        let settings = Settings {
            passes: 20,
            rate: 0.1,
            lasso: 0.01,
            ridge: 1.0,
            dropout: 0.1,
            averaged: 1,
        };
        let weights = learn(&examples, settings);
        assert_eq!(weights.to_bytes(), learn(&examples, settings).to_bytes());
        let text = "She sold ten barges to Wrackline in spring.";
        let found = training::names(
            &weights,
            text,
            &stage::sentences(text),
            &stage::tokens(text),
        );
        let names: Vec<_> = found
            .iter()
            .map(|(span, class, _)| (span.of(text), *class))
            .collect();
        assert_eq!(names, [("Wrackline", Class::Organisation)]);
    }
}
