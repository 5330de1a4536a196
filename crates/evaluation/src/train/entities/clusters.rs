//! Clusters of words that stand between the same neighbours, from text without labels.
//!
//! The exchange algorithm (`Kneser` and `Ney` 1993, `Martin` et al. 1998): each word in turn
//! moves to the class that makes the class bigrams of the text most likely, until few words move.

use std::collections::HashMap;

use copydesk_entities::training::{Clusters, lower_form};

/// Words seen more rarely have no cluster.
const RARE: u32 = 4;

/// How many classes a word has one of, from coarse to fine.
const CLASSES: [usize; 2] = [100, 500];

/// Passes over all words.
const PASSES: usize = 12;

/// What ends a sentence, a word of its own in a class of its own.
const END: usize = 0;

/// Learns clusters from sentences of words parted by blanks.
pub(super) fn learn<'t>(sentences: impl Iterator<Item = &'t str> + Clone) -> Clusters {
    let words = Bigrams::count(sentences);
    eprintln!("{} words for clusters", words.forms.len() - 1);
    let classes = CLASSES.map(|classes| exchange(&words, classes));
    Clusters::new(
        words
            .forms
            .iter()
            .enumerate()
            .skip(1)
            .map(|(word, form)| (form.as_str(), classes.each_ref().map(|class| class[word]))),
    )
}

/// How often words are neighbours.
struct Bigrams {
    /// The words from the most frequent on.
    forms: Vec<String>,
    counts: Vec<u32>,
    /// The words after each, and those before it, with how often.
    after: Vec<Vec<(u32, u32)>>,
    before: Vec<Vec<(u32, u32)>>,
}

impl Bigrams {
    fn count<'t>(sentences: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut counts: HashMap<String, u32> = HashMap::new();
        for word in sentences.clone().flat_map(|sentence| sentence.split(' ')) {
            *counts.entry(lower_form(word)).or_default() += 1;
        }
        let mut frequent: Vec<(String, u32)> = counts
            .into_iter()
            .filter(|&(ref form, count)| count >= RARE && !form.is_empty())
            .collect();
        frequent.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let mut forms = vec![String::new()];
        forms.extend(frequent.into_iter().map(|(form, _)| form));
        let ids: HashMap<&str, u32> = forms
            .iter()
            .enumerate()
            .map(|(id, form)| (form.as_str(), id as u32))
            .collect();
        let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
        let mut counts = vec![0; forms.len()];
        for sentence in sentences {
            let mut last = Some(END as u32);
            let words = sentence
                .split(' ')
                .map(|word| ids.get(lower_form(word).as_str()).copied());
            for word in words.chain([Some(END as u32)]) {
                if let Some(word) = word {
                    counts[word as usize] += 1;
                    // A rare word parts its neighbours.
                    if let Some(last) = last {
                        *pairs.entry((last, word)).or_default() += 1;
                    }
                }
                last = word;
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable();
        let mut after = vec![Vec::new(); forms.len()];
        let mut before = vec![Vec::new(); forms.len()];
        for ((one, other), count) in pairs {
            after[one as usize].push((other, count));
            before[other as usize].push((one, count));
        }
        Self {
            forms,
            counts,
            after,
            before,
        }
    }
}

/// The table of a class model.
struct Model {
    classes: usize,
    /// How often a class follows a class.
    pairs: Vec<u32>,
    sizes: Vec<u32>,
    /// `n ln n` of small numbers.
    entropy: Vec<f64>,
}

impl Model {
    fn new(words: &Bigrams, class: &[u16], classes: usize) -> Self {
        let mut model = Self {
            classes,
            pairs: vec![0; classes * classes],
            sizes: vec![0; classes],
            entropy: (0..1 << 16).map(|count| xlnx(f64::from(count))).collect(),
        };
        for (one, after) in words.after.iter().enumerate() {
            model.sizes[usize::from(class[one])] += words.counts[one];
            for &(other, count) in after {
                let pair = usize::from(class[one]) * classes + usize::from(class[other as usize]);
                model.pairs[pair] += count;
            }
        }
        model
    }

    fn entropy(&self, count: u32) -> f64 {
        match self.entropy.get(count as usize) {
            Some(&entropy) => entropy,
            None => xlnx(f64::from(count)),
        }
    }

    /// Adds a word to the counts of a class, or takes it away.
    fn shift(&mut self, class: usize, word: &Neighbours, add: bool) {
        let change = |place: &mut u32, count: u32| {
            *place = if add { *place + count } else { *place - count };
        };
        change(&mut self.sizes[class], word.count);
        for &(other, count) in &word.after {
            change(&mut self.pairs[class * self.classes + other], count);
        }
        for &(other, count) in &word.before {
            change(&mut self.pairs[other * self.classes + class], count);
        }
        change(&mut self.pairs[class * self.classes + class], word.itself);
    }

    /// How much likelier the text becomes with the word in `class`.
    fn gain(&self, class: usize, word: &Neighbours) -> f64 {
        let step = |now: u32, count: u32| self.entropy(now + count) - self.entropy(now);
        let mut itself = word.itself;
        let mut gain = 0.0;
        for &(other, count) in &word.after {
            if other == class {
                itself += count;
            } else {
                gain += step(self.pairs[class * self.classes + other], count);
            }
        }
        for &(other, count) in &word.before {
            if other == class {
                itself += count;
            } else {
                gain += step(self.pairs[other * self.classes + class], count);
            }
        }
        gain += step(self.pairs[class * self.classes + class], itself);
        gain - 2.0 * step(self.sizes[class], word.count)
    }
}

fn xlnx(count: f64) -> f64 {
    if count > 0.0 { count * count.ln() } else { 0.0 }
}

/// A word by the classes of its neighbours.
struct Neighbours {
    count: u32,
    itself: u32,
    after: Vec<(usize, u32)>,
    before: Vec<(usize, u32)>,
}

impl Neighbours {
    fn of(word: usize, words: &Bigrams, class: &[u16], sums: &mut [u32]) -> Self {
        let mut itself = 0;
        let mut side = |neighbours: &[(u32, u32)], itself: &mut u32| {
            let mut classes = Vec::new();
            for &(other, count) in neighbours {
                if other as usize == word {
                    *itself = count;
                    continue;
                }
                let class = usize::from(class[other as usize]);
                if sums[class] == 0 {
                    classes.push(class);
                }
                sums[class] += count;
            }
            classes
                .into_iter()
                .map(|class| (class, std::mem::take(&mut sums[class])))
                .collect()
        };
        let after = side(&words.after[word], &mut itself);
        let before = side(&words.before[word], &mut itself);
        Self {
            count: words.counts[word],
            itself,
            after,
            before,
        }
    }
}

/// The class of each word; class 0 is that of the ends of sentences.
fn exchange(words: &Bigrams, classes: usize) -> Vec<u16> {
    let mut class: Vec<u16> = (0..words.forms.len())
        .map(|word| {
            if word == END {
                0
            } else {
                (1 + (word - 1) % (classes - 1)) as u16
            }
        })
        .collect();
    let mut model = Model::new(words, &class, classes);
    let mut sums = vec![0; classes];
    for pass in 1..=PASSES {
        let mut moved = 0;
        for word in 1..words.forms.len() {
            let neighbours = Neighbours::of(word, words, &class, &mut sums);
            let from = usize::from(class[word]);
            model.shift(from, &neighbours, false);
            let mut best = (from, model.gain(from, &neighbours));
            for to in 1..classes {
                let gain = model.gain(to, &neighbours);
                if gain > best.1 + 1.0e-9 {
                    best = (to, gain);
                }
            }
            model.shift(best.0, &neighbours, true);
            class[word] = best.0 as u16;
            moved += usize::from(best.0 != from);
        }
        eprintln!("{classes} classes, pass {pass}: {moved} words moved");
        if moved * 200 < words.forms.len() {
            break;
        }
    }
    class
}
