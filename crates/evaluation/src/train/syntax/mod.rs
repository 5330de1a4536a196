//! The parts of speech of `copydesk-entities`: the table of words and the weights of its model.
//!
//! Sentences: those of Voice of America whose tags stand in `voa-tags.tsv` (line of
//! `ner/voa-unlabelled.txt`, tags of its tokens; marked for copydesk), and the development part
//! of UD English EWT. Words: `words.tsv` and what the sentences add.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context as _, Result, ensure};
use copydesk::TokenClass;
use copydesk_entities::training::syntax::{
    FEATURES, Lexicon, MAGIC, Seen, Tag, Tags, WEIGHTS, best, features, lemma_of, look, slot,
};

const TAGS: &str = include_str!("voa-tags.tsv");
const WORDS: &str = include_str!("words.tsv");

/// One sentence in ten is kept apart.
const APART: usize = 10;

/// Passes over the sentences.
const PASSES: usize = 10;

type Sentence = Vec<(String, Tag)>;

/// Learns and writes `models/syntax.bin`.
pub(crate) fn run(data: &Path, dry: bool) -> Result<()> {
    let voa = voa(&data.join("ner/voa-unlabelled.txt"))?;
    let ewt = treebank(&data.join("segment/en_ewt-ud-dev.conllu"))?;
    let gum = treebank(&data.join("segment/en_gum-ud-dev.conllu"))?;
    let apart: Vec<Sentence> = voa.iter().step_by(APART).cloned().collect();
    let mut learned: Vec<Sentence> = (voa.iter().enumerate())
        .filter(|(at, _)| at % APART != 0)
        .map(|(_, sentence)| sentence.clone())
        .collect();
    learned.extend(ewt);
    let rows = rows(&learned);
    let lexicon = Lexicon::read(Box::leak(rows.clone().into_boxed_str()));
    let weights = learn(&learned, &lexicon);
    for (name, sentences) in [
        ("VOA apart", &apart),
        ("GUM dev", &gum),
        ("learned", &learned),
    ] {
        let (right, all, doubtful_right, doubtful) = score(sentences, &lexicon, &weights);
        println!(
            "{name:10} {:6} tokens  right {:.2} %  of several tags ({:.0} %) {:.2} %",
            all,
            100.0 * right as f64 / all as f64,
            100.0 * doubtful as f64 / all as f64,
            100.0 * doubtful_right as f64 / doubtful.max(1) as f64,
        );
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(u32::try_from(rows.len())?.to_le_bytes());
    bytes.extend(rows.as_bytes());
    bytes.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    println!("{} words, {} kB", rows.lines().count(), bytes.len() / 1000);
    if !dry {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../copydesk-entities/models/syntax.bin");
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

fn voa(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let lines: Vec<&str> = text.lines().collect();
    (TAGS.lines())
        .map(|row| {
            let (line, tags) = row.split_once('\t').context("voa-tags.tsv: no tab")?;
            let words: Vec<&str> = lines
                .get(line.parse::<usize>()?)
                .with_context(|| format!("{} has no line {line}", path.display()))?
                .split(' ')
                .collect();
            let tags: Vec<Tag> = tags.split(' ').map(Tag::of).collect();
            ensure!(words.len() == tags.len(), "voa-tags.tsv: line {line}");
            let words = words.into_iter().map(str::to_owned);
            Ok(words.zip(tags).collect())
        })
        .collect()
}

fn treebank(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let sentence = |part: &str| -> Sentence {
        (part.lines())
            .filter_map(|line| {
                let mut cells = line.split('\t');
                cells.next()?.parse::<u32>().ok()?;
                let word = cells.next()?.to_owned();
                Some((word, Tag::of(cells.nth(2)?)))
            })
            .collect()
    };
    Ok((text.split("\n\n"))
        .map(sentence)
        .filter(|sentence| !sentence.is_empty())
        .collect())
}

/// The rows of the lexicon.
fn rows(sentences: &[Sentence]) -> String {
    let mut counts: BTreeMap<String, BTreeMap<Tag, usize>> = BTreeMap::new();
    for (word, tag) in sentences.iter().flatten() {
        if class_of(word) == TokenClass::Word && !tag.as_str().starts_with("NNP") {
            let lower = word.to_lowercase();
            *counts.entry(lower).or_default().entry(*tag).or_default() += 1;
        }
    }
    let mut words: BTreeMap<String, BTreeSet<Tag>> = BTreeMap::new();
    for row in WORDS.lines().filter(|row| !row.starts_with('#')) {
        if let Some((word, tags)) = row.split_once('\t') {
            words.insert(word.to_owned(), tags.split(' ').map(Tag::of).collect());
        }
    }
    for (word, tags) in counts {
        let all: usize = tags.values().sum();
        let known = words.get_mut(&word);
        let usual = tags.into_iter().filter(|(_, count)| {
            // What the list does not have must be more than a slip.
            *count >= 2 && *count * 25 >= all
        });
        let usual: BTreeSet<Tag> = usual.map(|(tag, _)| tag).collect();
        match known {
            Some(known) => known.extend(usual),
            None if !usual.is_empty() => {
                words.insert(word, usual);
            }
            None => {}
        }
    }
    let verbs: BTreeSet<String> = (words.iter())
        .filter(|(_, tags)| tags.contains(&Tag::Vb))
        .map(|(word, _)| word.clone())
        .collect();
    let nouns: BTreeSet<String> = (words.iter())
        .filter(|(_, tags)| tags.contains(&Tag::Nn))
        .map(|(word, _)| word.clone())
        .collect();
    let mut rows = String::new();
    for (word, tags) in &words {
        let is_verb = tags.iter().any(|tag| tag.as_str().starts_with("VB"));
        let lemma = if is_verb {
            lemma_of(word, |other| verbs.contains(other))
        } else if tags.contains(&Tag::Nns) {
            singular(word, &nouns)
        } else {
            word.clone()
        };
        let names: Vec<&str> = tags.iter().map(|tag| tag.as_str()).collect();
        let _ = writeln!(rows, "{word}\t{}\t{lemma}", names.join(" "));
    }
    rows
}

fn singular(word: &str, nouns: &BTreeSet<String>) -> String {
    let candidates = [
        word.strip_suffix("ies").map(|stem| format!("{stem}y")),
        word.strip_suffix("men").map(|stem| format!("{stem}man")),
        word.strip_suffix('s').map(str::to_owned),
        word.strip_suffix("es").map(str::to_owned),
    ];
    let mut candidates = candidates.into_iter().flatten();
    let first = candidates.clone().next();
    (candidates.find(|candidate| nouns.contains(candidate)))
        .or(first)
        .unwrap_or_else(|| word.to_owned())
}

fn class_of(word: &str) -> TokenClass {
    if word.starts_with(|letter: char| letter.is_alphabetic())
        || word.chars().any(char::is_alphabetic) && word.starts_with(['\'', '’'])
    {
        TokenClass::Word
    } else if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        TokenClass::Number
    } else if word == "'" || word == "’" {
        TokenClass::Word
    } else {
        TokenClass::Punctuation
    }
}

/// The sentence as the model sees it. What the lists have wrong is put right for learning.
fn seen(sentence: &Sentence, lexicon: &Lexicon) -> Vec<Seen> {
    let mut first = true;
    (sentence.iter())
        .map(|(word, _)| {
            let class = class_of(word);
            if class == TokenClass::Punctuation {
                return Seen {
                    tags: Tags::of(&[Tag::Mark]),
                    ..Seen::default()
                };
            }
            let (seen, _) = look(word, class, first, false, lexicon);
            first = false;
            seen
        })
        .collect()
}

fn learn(sentences: &[Sentence], lexicon: &Lexicon) -> Vec<i8> {
    let sentences: Vec<(Vec<Seen>, Vec<Tag>)> = (sentences.iter())
        .map(|sentence| {
            let gold = sentence.iter().map(|(_, tag)| *tag).collect();
            (seen(sentence, lexicon), gold)
        })
        .collect();
    let mut weights = vec![0_i32; WEIGHTS];
    let mut sums = vec![0_i64; WEIGHTS];
    let mut steps = 1_i64;
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..PASSES {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, (random % (at as u64 + 1)) as usize);
        }
        for &index in &order {
            let (words, gold) = &sentences[index];
            let mut tags: Vec<Tag> = Vec::with_capacity(words.len());
            for at in 0..words.len() {
                let set = words[at].tags;
                let tag = set.only().unwrap_or_else(|| {
                    let found = features(words, at, &tags);
                    let tag = best(set, &found, |slot| weights[slot]);
                    if tag != gold[at] && set.has(gold[at]) {
                        update(&mut weights, &mut sums, steps, &found, gold[at], 1);
                        update(&mut weights, &mut sums, steps, &found, tag, -1);
                    }
                    steps += 1;
                    tag
                });
                tags.push(tag);
            }
        }
    }
    let averaged: Vec<f64> = (weights.iter().zip(&sums))
        .map(|(&weight, &sum)| f64::from(weight) - sum as f64 / steps as f64)
        .collect();
    let mut sizes: Vec<f64> = averaged.iter().map(|weight| weight.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let scale = 127.0 / sizes[sizes.len() - 1 - sizes.len() / 5000].max(1e-9);
    (averaged.iter())
        .map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8)
        .collect()
}

fn update(
    weights: &mut [i32],
    sums: &mut [i64],
    steps: i64,
    found: &[u32; FEATURES],
    tag: Tag,
    by: i32,
) {
    for &feature in found {
        let slot = slot(feature, tag);
        weights[slot] += by;
        sums[slot] += steps * i64::from(by);
    }
}

/// Tokens right, all, right among those of several tags, and all of these.
fn score(
    sentences: &[Sentence],
    lexicon: &Lexicon,
    weights: &[i8],
) -> (usize, usize, usize, usize) {
    let (mut right, mut all, mut doubtful_right, mut doubtful) = (0, 0, 0, 0);
    let mut wrong: BTreeMap<(Tag, Tag), usize> = BTreeMap::new();
    for sentence in sentences {
        let words = seen(sentence, lexicon);
        let mut tags: Vec<Tag> = Vec::with_capacity(words.len());
        for at in 0..words.len() {
            let set = words[at].tags;
            let tag = set.only().unwrap_or_else(|| {
                let found = features(&words, at, &tags);
                best(set, &found, |slot| i32::from(weights[slot]))
            });
            tags.push(tag);
            let is_right = usize::from(tag == sentence[at].1);
            all += 1;
            right += is_right;
            if set.only().is_none() {
                doubtful += 1;
                doubtful_right += is_right;
            }
            if is_right == 0 {
                *wrong.entry((sentence[at].1, tag)).or_default() += 1;
            }
        }
    }
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|(_, count)| usize::MAX - count);
    for ((gold, tag), count) in wrong.into_iter().take(10) {
        println!("    {} taken for {}: {count}", gold.as_str(), tag.as_str());
    }
    (right, all, doubtful_right, doubtful)
}
