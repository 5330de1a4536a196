//! The fine label of a place or of another name: a log-linear classifier over the whole name.
//!
//! *What*: tells cities from rivers and buildings, and nationalities from events, products, works,
//! laws and languages, by the words of the name, its neighbours, and the lists that have it.
//! *Example*: `the Vellan Bridge reopened` → a building; `in "Harbour Lights"` → a work.
//! *Why*: most training texts have four classes only; these were learned from those that have all.
//! *Known misses*: companies and their products of one name.

use std::{ops::Range, sync::OnceLock};

use copydesk_core::record::Label;

use super::{
    atoms::feature,
    features::View,
    labels::{Class, LABELS},
    weights::Weights,
};

/// The labels of places, in the order of their weights.
const PLACES: [Label; 3] = [Label::Gpe, Label::Loc, Label::Fac];

/// The labels of other names; what comes after them has none.
const OTHERS: [Label; 6] = [
    Label::Norp,
    Label::Event,
    Label::Product,
    Label::WorkOfArt,
    Label::Law,
    Label::Language,
];

/// The weights that ship with the crate.
fn shared() -> &'static Weights {
    static SHARED: OnceLock<Weights> = OnceLock::new();
    SHARED.get_or_init(|| {
        Weights::from_bytes(include_bytes!("../../../models/kinds.bin"))
            .expect("the file is part of the crate, and a test reads it")
    })
}

/// How many labels the names of a class have one of; none where the class has one label only.
pub fn kinds(class: Class) -> usize {
    match class {
        Class::Location => PLACES.len(),
        Class::Misc => OTHERS.len() + 1,
        Class::Person | Class::Organisation => 0,
    }
}

/// The place of a label among those of its class; for `None`, that of names without a label.
pub fn kind(label: Option<Label>) -> Option<usize> {
    let Some(label) = label else {
        return Some(OTHERS.len());
    };
    let place = |labels: &[Label]| labels.iter().position(|&known| known == label);
    place(&PLACES).or_else(|| place(&OTHERS))
}

/// What a kind is called among so many of its class.
pub fn kind_name(kinds: usize, kind: usize) -> &'static str {
    let labels: &[Label] = if kinds == PLACES.len() {
        &PLACES
    } else {
        &OTHERS
    };
    labels.get(kind).map_or("none", |label| label.as_str())
}

/// How likely each kind is, by the scores of its features.
pub fn chances(scores: &[f32; LABELS], kinds: usize) -> [f32; LABELS] {
    let largest = scores[..kinds].iter().copied().fold(f32::MIN, f32::max);
    let mut chances = [0.0; LABELS];
    for (chance, score) in chances.iter_mut().zip(&scores[..kinds]) {
        *chance = (score - largest).exp();
    }
    let sum: f32 = chances.iter().sum();
    chances.map(|chance| chance / sum)
}

/// The label of a name of `class` and how likely it is; no label for a name of no kind.
pub(super) fn label(
    view: &View<'_, '_>,
    words: &Range<usize>,
    class: Class,
    buffer: &mut Vec<u32>,
) -> (Option<Label>, f32) {
    let kinds = kinds(class);
    match class {
        Class::Person => return (Some(Label::Person), 1.0),
        Class::Organisation => return (Some(Label::Org), 1.0),
        Class::Location | Class::Misc => {}
    }
    buffer.clear();
    features(view, words, class, buffer);
    let chances = chances(&shared().scores(buffer), kinds);
    let mut best = 0;
    for kind in 1..kinds {
        if chances[kind] > chances[best] {
            best = kind;
        }
    }
    let label = match class {
        Class::Location => PLACES.get(best),
        _ => OTHERS.get(best),
    };
    (label.copied(), chances[best])
}

/// Adds the features of a name to `features`.
pub(super) fn features(
    view: &View<'_, '_>,
    words: &Range<usize>,
    class: Class,
    features: &mut Vec<u32>,
) {
    let side = if class == Class::Location { 128 } else { 192 };
    let mut add = |kind: u8, one, other| features.push(feature(side + kind, one, other));
    let (first, last) = (words.start, words.end - 1);
    add(0, 0, 0);
    let mut whole = 0u32;
    for at in words.clone() {
        let atom = view.atom(at);
        whole = whole.rotate_left(7) ^ atom.lower;
        add(1, atom.lower, 0);
        if at < last {
            add(2, atom.lower, view.atom(at + 1).lower);
        }
    }
    add(3, whole, 0);
    add(4, view.atom(first).lower, 0);
    let head = view.atom(last);
    add(5, head.lower, 0);
    for len in 1..4 {
        add(6 + len as u8, head.suffixes[len], 0);
    }
    add(10, head.shape, 0);
    add(11, view.atom(first).shape, head.shape);
    let long = words.len().min(5) as u32;
    add(12, long, 0);
    let (before, before2) = (view.near(first, -1), view.near(first, -2));
    let (after, after2) = (view.near(last, 1), view.near(last, 2));
    add(13, before.lower, 0);
    add(14, after.lower, 0);
    add(15, before2.lower, before.lower);
    add(16, after.lower, after2.lower);
    add(17, before.lower, after.lower);
    add(18, before.lower, long);
    let cluster = view.cluster(last);
    add(19, cluster[0].into(), 0);
    add(20, cluster[1].into(), 0);
    for at in [first, last] {
        let mut listed = view.listed(at);
        while listed != 0 {
            add(
                21 + u8::from(at == last),
                listed.trailing_zeros(),
                long.min(2),
            );
            listed &= listed - 1;
        }
    }
    let (list, doubtful) = view.list_of(words);
    add(23, list, u32::from(doubtful));
    add(24, list, before.lower);
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn the_model_of_kinds_that_ships_loads() {
        assert!(shared().features() > 1_000);
    }
}
