//! Languages, told by `copydesk-segment`.
//!
//! For each script that several languages share, a multinomial logistic regression over the hashed
//! words, learned by stochastic gradient descent from short pieces of text: of the made-up words of
//! each language, of its sentences, and of the declaration of human rights in them and in languages
//! that are not told. Two languages that are much alike have a table of longer sequences beside.
//! `crates/evaluation/language/gather.py` says what the texts are and gathers them.

mod learn;
mod texts;

use std::{fs, path::Path, thread};

use anyhow::{Context, Result, ensure};
use copydesk_segment::training::{MAGIC, Script};

use crate::run::root;
use learn::{Shape, learn, learn_pair};
use texts::Texts;

/// What is learned of each script: lanes, bits of the hash, pieces of text for each class.
const SHAPES: [(Script, Shape); 6] = [
    (Script::Latin, Shape::new(48, 12, 300_000)),
    (Script::Cyrillic, Shape::new(16, 12, 150_000)),
    (Script::Arabic, Shape::new(4, 12, 40_000)),
    (Script::Devanagari, Shape::new(4, 12, 80_000)),
    (Script::Han, Shape::new(4, 12, 20_000)),
    (Script::Hebrew, Shape::new(4, 10, 10_000)),
];

/// Languages that are much alike: a table each tells them apart by longer sequences.
const PAIRS: [(Script, [&str; 2], u32); 7] = [
    (Script::Latin, ["hr", "sr"], 16),
    (Script::Latin, ["id", "ms"], 16),
    (Script::Latin, ["da", "nb"], 16),
    (Script::Latin, ["cs", "sk"], 14),
    (Script::Latin, ["hr", "sl"], 14),
    (Script::Latin, ["sl", "sr"], 14),
    (Script::Cyrillic, ["bg", "mk"], 13),
];

/// Pieces of text for each of the two.
const PAIR_PIECES: usize = 400_000;

/// Learns the tables of all scripts from the folder that `gather.py` made, and writes them.
pub(crate) fn run(data: &Path, dry: bool) -> Result<()> {
    let tables = thread::scope(|scope| {
        let running: Vec<_> = SHAPES
            .iter()
            .map(|(script, shape)| scope.spawn(move || table(data, *script, *shape)))
            .collect();
        (running.into_iter())
            .map(|thread| thread.join().expect("no thread panics"))
            .collect::<Result<Vec<_>>>()
    })?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(tables.concat());
    eprintln!("{} bytes", bytes.len());
    if dry {
        return Ok(());
    }
    let path = root().join("crates/copydesk-segment/models/language.bin");
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn table(data: &Path, script: Script, shape: Shape) -> Result<Vec<u8>> {
    let classes = texts::classes(script);
    let texts = Texts::read(data, script, &classes)?;
    ensure!(
        texts.sources.iter().any(|source| !source.lines.is_empty()),
        "no texts for {script:?} in {}; crates/evaluation/language/gather.py makes them",
        data.display()
    );
    let mut bytes = learn(script, shape, &classes, &texts);
    for (_, pair, bits) in PAIRS.iter().filter(|(of, ..)| *of == script) {
        let shape = Shape::new(1, *bits, PAIR_PIECES);
        bytes.extend(learn_pair(script, shape, &classes, *pair, &texts));
    }
    Ok(bytes)
}
