//! Learns the classifier that gives places and other names their labels, from the names marked
//! for copydesk: multinomial logistic regression, with the steps of [`learn`](super::learn).

use copydesk::stage;
use copydesk_entities::training::{self, Class, Clusters, FEATURES, LABELS, Weights};

use crate::eval::score::{Score, Table};

use super::{
    learn::{Random, Settings, Slots, sum},
    marked::Marked,
};

/// A name: its features, its class, and the place of its label.
struct Example {
    features: Vec<u32>,
    kinds: usize,
    kind: usize,
}

/// Passes over the names.
const PASSES: usize = 10;

/// Learns from the names of articles.
pub(super) fn learn<'m>(
    articles: impl Iterator<Item = &'m Marked>,
    clusters: &Clusters,
    settings: Settings,
) -> Weights {
    let examples: Vec<Example> = articles
        .flat_map(|article| examples(article, clusters))
        .collect();
    eprintln!("{} names for their labels", examples.len());
    let mut slots = Slots::new(FEATURES);
    let mut random = Random::default();
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut kept: Vec<u32> = Vec::new();
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            let example = &examples[at as usize];
            kept.clear();
            kept.extend(
                example
                    .features
                    .iter()
                    .filter(|_| random.chance() >= settings.dropout),
            );
            let scores = sum(&slots.weights, &kept);
            let mut gradients = training::chances(&scores, example.kinds);
            gradients[example.kind] -= 1.0;
            for &feature in &kept {
                slots.learn(feature as usize, &gradients, settings, LASSO);
            }
        }
    }
    Weights::quantized(&slots.weights, &[[0.0; LABELS]; LABELS])
}

/// L1 penalty; there are fewer names than words.
const LASSO: f32 = 0.5;

/// Prints how often the labels of known names are right.
pub(super) fn measure<'m>(
    articles: impl Iterator<Item = &'m Marked>,
    clusters: &Clusters,
    weights: &Weights,
) {
    let mut table = Table::default();
    for example in articles.flat_map(|article| examples(article, clusters)) {
        let chances = training::chances(&weights.scores(&example.features), example.kinds);
        let best = (0..example.kinds)
            .max_by(|&one, &other| chances[one].total_cmp(&chances[other]))
            .unwrap_or_default();
        for kind in 0..example.kinds {
            let score = Score {
                gold: u32::from(kind == example.kind),
                found: u32::from(kind == best),
                right: u32::from(kind == best && kind == example.kind),
            };
            table.add(training::kind_name(example.kinds, kind), score);
        }
    }
    println!("{table}");
}

fn examples(article: &Marked, clusters: &Clusters) -> Vec<Example> {
    let text = &article.document.text;
    let names: Vec<_> = article
        .names
        .iter()
        .filter_map(|&(span, label)| {
            let kind = training::kind(label)?;
            let class = class(label);
            Some((span, class, kind))
        })
        .collect();
    let spans: Vec<_> = names
        .iter()
        .map(|&(span, class, _)| (span, class))
        .collect();
    let (sentences, tokens) = (stage::sentences(text), stage::tokens(text));
    training::kind_examples(text, &sentences, &tokens, &spans, clusters)
        .into_iter()
        .zip(names)
        .map(|(features, (_, class, kind))| Example {
            features,
            kinds: training::kinds(class),
            kind,
        })
        .collect()
}

fn class(label: Option<copydesk::record::Label>) -> Class {
    use copydesk::record::Label::{Fac, Gpe, Loc};
    match label {
        Some(Gpe | Loc | Fac) => Class::Location,
        _ => Class::Misc,
    }
}
