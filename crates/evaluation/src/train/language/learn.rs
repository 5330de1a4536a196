//! The regression: pieces of text are drawn, hashed and learned from one after the other.

use copydesk_segment::training::{Detail, Script, Table, words};

use super::texts::{OTHER, Source, Texts};

/// The size of a table, and how long it is learned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) lanes: usize,
    pub(super) bits: u32,
    /// Pieces of text for each class.
    pub(super) pieces: usize,
}

impl Shape {
    pub(super) const fn new(lanes: usize, bits: u32, pieces: usize) -> Self {
        Self {
            lanes,
            bits,
            pieces,
        }
    }
}

/// The first rate of learning; it falls to nothing in equal steps.
const RATE: f32 = 1.0;

/// The same where two languages are told apart.
const PAIR_RATE: f32 = 4.0;

/// Of so many pieces one is of a language that is not told, or of none.
const OTHERS: f32 = 0.12;

/// Of so many pieces of five words or more one or two are of another language, like names.
const FOREIGN: f32 = 0.3;

/// Languages with a near relative, which are drawn more often.
const HARD: &str = "da nb hr sr id ms az tr bg mk hi mr cs sk";

/// So often.
const HARD_DRAWS: usize = 2;

/// The largest weight as it is stored: fewer steps than a byte has, which pack better in a wheel and
/// are as good.
const LARGEST: f32 = 31.0;

/// Random numbers: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }
}

/// The table of a script, as it is stored.
pub(super) fn learn(script: Script, shape: Shape, classes: &[String], texts: &Texts) -> Vec<u8> {
    let Shape {
        lanes,
        bits,
        pieces,
    } = shape;
    let other = classes.len() - 1;
    let by_class: Vec<Vec<&Source>> = (0..classes.len())
        .map(|class| {
            texts
                .sources
                .iter()
                .filter(|source| source.class == class)
                .collect()
        })
        .collect();
    let mut chance = Chance(script as u64);
    let mut weights: Vec<f32> = (0..lanes << bits)
        .map(|at| {
            if at % lanes >= other {
                (chance.share() - 0.5) * 0.1
            } else {
                0.0
            }
        })
        .collect();
    let draws: Vec<usize> = (0..other)
        .flat_map(|class| {
            let hard = HARD.split_whitespace().any(|code| code == classes[class]);
            std::iter::repeat_n(class, if hard { HARD_DRAWS } else { 1 })
        })
        .collect();
    let steps = pieces * classes.len();
    let mut rows: Vec<usize> = Vec::new();
    let mut scores = vec![0.0; lanes];
    for step in 0..steps {
        let class = if chance.share() < OTHERS {
            other
        } else {
            draws[chance.below(draws.len())]
        };
        let Some(text) = piece(script, class, &by_class, &mut chance) else {
            continue;
        };
        rows.clear();
        words(&text, script, Detail::Coarse, |hashes| {
            rows.extend(
                hashes
                    .iter()
                    .map(|hash| (hash >> (32 - bits)) as usize * lanes),
            );
        });
        if rows.is_empty() {
            continue;
        }
        let even = 1.0 / (rows.len() as f32).sqrt();
        scores.fill(0.0);
        for row in &rows {
            for (score, weight) in scores.iter_mut().zip(&weights[*row..row + lanes]) {
                *score += weight;
            }
        }
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for score in &mut scores {
            *score = ((*score - highest) * even).exp();
            sum += *score;
        }
        let right: f32 = if class == other {
            scores[other..].iter().sum()
        } else {
            scores[class]
        };
        let rate = RATE * (1.0 - step as f32 / steps as f32) * even;
        for (lane, score) in scores.iter_mut().enumerate() {
            let wanted = if lane == class || (class == other && lane > other) {
                *score / right.max(f32::MIN_POSITIVE)
            } else {
                0.0
            };
            *score = rate * (wanted - *score / sum);
        }
        for row in &rows {
            for (weight, change) in weights[*row..row + lanes].iter_mut().zip(&scores) {
                *weight += change;
            }
        }
    }
    let labels: Vec<String> = (0..lanes)
        .map(|lane| {
            classes
                .get(lane)
                .map_or_else(|| OTHER.to_owned(), Clone::clone)
        })
        .collect();
    store(script, shape, &labels, &weights)
}

/// The table that tells two languages of a script apart, as it is stored.
pub(super) fn learn_pair(
    script: Script,
    shape: Shape,
    classes: &[String],
    pair: [&str; 2],
    texts: &Texts,
) -> Vec<u8> {
    let Shape { bits, pieces, .. } = shape;
    let by_class: Vec<Vec<&Source>> = pair
        .iter()
        .map(|code| {
            let of = |source: &&Source| classes[source.class] == *code;
            texts.sources.iter().filter(of).collect()
        })
        .collect();
    let mut chance = Chance(bits.into());
    let mut weights = vec![0.0_f32; 1 << bits];
    let mut rows: Vec<usize> = Vec::new();
    let steps = 2 * pieces;
    for step in 0..steps {
        let class = chance.below(2);
        let Some(text) = piece(script, class, &by_class, &mut chance) else {
            continue;
        };
        rows.clear();
        words(&text, script, Detail::Fine, |hashes| {
            rows.extend(hashes.iter().map(|hash| (hash >> (32 - bits)) as usize));
        });
        if rows.is_empty() {
            continue;
        }
        let even = 1.0 / (rows.len() as f32).sqrt();
        let sum: f32 = rows.iter().map(|row| weights[*row]).sum();
        let first = 1.0 / (1.0 + (-sum * even).exp());
        let wanted = if class == 0 { 1.0 } else { 0.0 };
        let change = PAIR_RATE * (1.0 - step as f32 / steps as f32) * even * (wanted - first);
        for row in &rows {
            weights[*row] += change;
        }
    }
    store(
        script,
        Shape { lanes: 1, ..shape },
        &pair.map(str::to_owned),
        &weights,
    )
}

/// A piece of text of a class: a few words in a row, or many.
fn piece(
    script: Script,
    class: usize,
    by_class: &[Vec<&Source>],
    chance: &mut Chance,
) -> Option<String> {
    let source = draw(by_class.get(class)?, chance)?;
    let line = &source.lines[chance.below(source.lines.len())];
    if script == Script::Han {
        let signs: Vec<char> = line.chars().collect();
        let count = 4 + chance.below(60);
        let start = chance.below(signs.len().saturating_sub(count) + 1);
        return Some(signs.iter().skip(start).take(count).collect());
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let count = match chance.below(10) {
        0 => 1 + chance.below(3),
        1..=4 => 4 + chance.below(6),
        _ => 10 + chance.below(20),
    };
    let start = chance.below(words.len().saturating_sub(count) + 1);
    let mut taken: Vec<&str> = words.into_iter().skip(start).take(count).collect();
    if taken.len() >= 5 && chance.share() < FOREIGN {
        for _ in 0..=chance.below(2) {
            let foreign = draw(&by_class[chance.below((by_class.len() - 1).max(1))], chance)?;
            let line = &foreign.lines[chance.below(foreign.lines.len())];
            let words: Vec<&str> = line.split_whitespace().collect();
            let at = chance.below(taken.len());
            taken[at] = words[chance.below(words.len())];
        }
    }
    Some(taken.join(" "))
}

fn draw<'a>(sources: &[&'a Source], chance: &mut Chance) -> Option<&'a Source> {
    let all: f32 = sources.iter().map(|source| source.share).sum();
    let mut left = chance.share() * all;
    for source in sources {
        left -= source.share;
        if left < 0.0 {
            return Some(source);
        }
    }
    sources.last().copied()
}

/// Rounds the weights to a byte each; the few largest are cut off.
fn store(script: Script, shape: Shape, labels: &[String], weights: &[f32]) -> Vec<u8> {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    let place = sizes.len() - 1 - sizes.len() / 2_000;
    let (_, limit, _) = sizes.select_nth_unstable_by(place, f32::total_cmp);
    let scale = limit.max(f32::MIN_POSITIVE) / LARGEST;
    let rows: Vec<i8> = weights
        .iter()
        .map(|weight| (weight / scale).round().clamp(-LARGEST, LARGEST) as i8)
        .collect();
    Table::write(script, shape.lanes, shape.bits, scale, labels, &rows)
}
