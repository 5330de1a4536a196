//! Cross-validation: pages of one host are always in the same fold.

use copydesk_parse::training::Model;

/// How many folds.
pub(crate) const FOLDS: u64 = 5;

/// The fold of a host.
pub(crate) fn of_host(host: &str) -> u64 {
    hash(host) % FOLDS
}

/// A number for a host.
pub(crate) fn hash(host: &str) -> u64 {
    host.trim_start_matches("www.")
        .bytes()
        .fold(7u64, |hash, byte| {
            hash.wrapping_mul(31).wrapping_add(byte.into())
        })
}

/// The model of each fold, on two threads. `learn` makes that of the pages outside a fold.
pub(crate) fn learn(learn: impl Fn(u64) -> Model + Sync) -> Vec<Model> {
    let learn = &learn;
    let mut models: Vec<(u64, Model)> = std::thread::scope(|scope| {
        let halves = [0, 1].map(|half| {
            scope.spawn(move || {
                (0..FOLDS)
                    .filter(|fold| fold % 2 == half)
                    .map(|fold| (fold, learn(fold)))
                    .collect::<Vec<_>>()
            })
        });
        halves
            .into_iter()
            .flat_map(|half| half.join().expect("learning does not fail"))
            .collect()
    });
    models.sort_by_key(|(fold, _)| *fold);
    models.into_iter().map(|(_, model)| model).collect()
}
