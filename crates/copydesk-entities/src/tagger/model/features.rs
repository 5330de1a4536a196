//! The features of the words that the model looks at.
//!
//! Word, shape, affixes and neighbours, what the lists, the rules and the rest of the document
//! say, and the place in the sentence: about fifty numbers a word, each a hash.

use std::{cell::OnceCell, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    atoms::{self, Atom, feature},
    calibration::{self, Inputs},
    clusters::{Clusters, Pair},
    evidence::{self, SIGNS, Signs},
    gate,
    labels::Class,
    listed::{self, Listed},
};
use crate::{
    gazetteer::Gazetteer,
    tagger::{Found, sheet::Sheet},
};

/// What stands past the ends of a sentence.
const NOTHING: Atom = Atom {
    exact: 1,
    lower: 1,
    shape: 1,
    prefixes: [1; 4],
    suffixes: [1; 4],
};

/// A text as the model sees it.
pub(super) struct View<'s, 'a> {
    sheet: &'s Sheet<'a>,
    lists: &'s Gazetteer,
    /// Which words stand in sentences written without capitals.
    open: Vec<bool>,
    /// The hash of the lower-case form of each word.
    lower: Vec<u32>,
    /// All hashes of those that are asked for: few words stand near a capital.
    atoms: Vec<OnceCell<Atom>>,
    listed: Vec<Listed>,
    rules: Vec<u32>,
    clusters: Vec<Pair>,
    evidence: FxHashMap<u32, Signs>,
}

impl<'s, 'a> View<'s, 'a> {
    pub(super) fn new(
        sheet: &'s Sheet<'a>,
        lists: &'s Gazetteer,
        rules: &[Found],
        clusters: &Clusters,
    ) -> Self {
        let words = sheet.words.iter();
        let lower: Vec<u32> = words
            .map(|word| atoms::lower(word.span.of(sheet.text)))
            .collect();
        let clusters = lower.iter().map(|&lower| clusters.get(lower)).collect();
        let open = gate::open_words(sheet);
        let listed = listed::listed(sheet, lists, &open);
        let evidence = evidence::evidence(sheet, &lower, &listed, rules);
        let mut codes = vec![0; sheet.words.len()];
        for found in rules {
            let rule = atoms::hash(found.why.as_bytes()) ^ (found.label as u32) << 3;
            codes[found.first] = rule | 1;
            codes[found.first + 1..found.end].fill(rule & !1);
        }
        Self {
            sheet,
            lists,
            open,
            atoms: vec![OnceCell::new(); lower.len()],
            lower,
            listed,
            rules: codes,
            clusters,
            evidence,
        }
    }

    /// The runs of words to look at.
    pub(super) fn runs(&self) -> Vec<Range<usize>> {
        gate::runs(self.sheet, &self.open)
    }

    /// The hashes of word `at`.
    pub(super) fn atom(&self, at: usize) -> &Atom {
        self.atoms[at].get_or_init(|| atoms::atom(self.sheet.surface(at), &self.sheet.words[at]))
    }

    /// The hashes of the word so many steps from word `at`, in the same sentence.
    pub(super) fn near(&self, at: usize, steps: isize) -> &Atom {
        at.checked_add_signed(steps)
            .filter(|&other| self.sheet.same_sentence(at, other))
            .map_or(&NOTHING, |other| self.atom(other))
    }

    /// The clusters of word `at`.
    pub(super) fn cluster(&self, at: usize) -> Pair {
        self.clusters[at]
    }

    /// What the lists say about word `at`.
    pub(super) fn listed(&self, at: usize) -> Listed {
        self.listed[at]
    }

    /// What is known of a name that the chain finds with this chance.
    pub(super) fn inputs(&self, words: &Range<usize>, class: Class, chance: f32) -> Inputs {
        let (list, doubtful) = self.list_of(words);
        let first = self.sheet.words[words.start];
        calibration::inputs(
            chance,
            class,
            list != 0 && !doubtful,
            self.open[words.start] || first.headline,
        )
    }

    /// The first list that has exactly these words, from 1, and whether they are often something
    /// else; 0 where none has.
    pub(super) fn list_of(&self, words: &Range<usize>) -> (u32, bool) {
        let start = self.sheet.words[words.start].span.start as usize;
        self.lists
            .matches(self.sheet.text, start)
            .find(|&(_, end)| self.sheet.word_end(words.start, end) == Some(words.end))
            .map_or((0, false), |(id, _)| {
                let entry = self.lists.entry(id);
                (1 + entry.label as u32, entry.ambiguous)
            })
    }

    /// The hash that the document remembers word `at` by; 0 where it does not.
    pub(super) fn remembered(&self, at: usize) -> u32 {
        let word = self.sheet.words[at];
        let name = word.is_word && (word.capital || self.open[at]);
        if name { self.lower[at] } else { 0 }
    }

    /// Adds the features of word `at` to `features`. `run` is the run it stands in.
    pub(super) fn features(&self, at: usize, run: &Range<usize>, features: &mut Vec<u32>) {
        let word = self.sheet.words[at];
        let near = |steps: isize| {
            at.checked_add_signed(steps)
                .filter(|&other| self.sheet.same_sentence(at, other))
        };
        let atom = |steps| near(steps).map_or(&NOTHING, |other| self.atom(other));
        let list = |steps| near(steps).map_or(0, |other| self.listed[other]);
        let rule = |steps| near(steps).map_or(1, |other| self.rules[other]);
        let (this, before, after) = (atom(0), atom(-1), atom(1));
        let (before2, after2) = (atom(-2), atom(2));
        let mut add = |kind, one, other| features.push(feature(kind, one, other));
        add(0, 0, 0);
        add(1, this.lower, 0);
        add(2, this.exact, 0);
        add(3, before.lower, 0);
        add(4, after.lower, 0);
        add(5, before2.lower, 0);
        add(6, after2.lower, 0);
        add(7, before.lower, this.lower);
        add(8, this.lower, after.lower);
        add(9, before.lower, after.lower);
        add(10, before2.lower, before.lower);
        add(11, after.lower, after2.lower);
        add(12, this.shape, 0);
        add(13, before.shape, this.shape);
        add(14, this.shape, after.shape);
        add(15, before.shape ^ this.shape.rotate_left(9), after.shape);
        for len in 0..4 {
            add(16 + len as u8, this.prefixes[len], 0);
            add(20 + len as u8, this.suffixes[len], 0);
        }
        add(24, before.suffixes[2], 0);
        add(25, after.suffixes[2], 0);
        // Place and case.
        let flags = u32::from(word.first)
            | u32::from(word.headline) << 1
            | u32::from(word.capital) << 2
            | u32::from(word.all_capitals) << 3
            | u32::from(self.open[at]) << 4;
        add(26, flags, 0);
        add(27, flags, before.lower);
        add(28, flags, this.suffixes[2]);
        let from = (at - run.start).min(3) as u32;
        let to = (run.end - at).min(4) as u32;
        add(29, from, to);
        add(30, self.last_of_run(at), 0);
        // Clusters.
        let cluster = |steps| near(steps).map_or([0; 2], |other| self.clusters[other]);
        let [coarse, fine] = cluster(0);
        let ([coarse_before, fine_before], [coarse_after, fine_after]) = (cluster(-1), cluster(1));
        add(49, coarse.into(), 0);
        add(50, fine.into(), 0);
        add(51, fine_before.into(), 0);
        add(52, fine_after.into(), 0);
        add(53, cluster(-2)[1].into(), 0);
        add(54, cluster(2)[1].into(), 0);
        add(55, coarse_before.into(), coarse.into());
        add(56, coarse.into(), coarse_after.into());
        add(57, coarse_before.into(), coarse_after.into());
        // Lists.
        let here = self.listed[at];
        let mut rest = here;
        while rest != 0 {
            add(31, rest.trailing_zeros(), 0);
            rest &= rest - 1;
        }
        let folded = |listed: Listed| (listed ^ listed >> 29) as u32;
        add(32, folded(here), 0);
        add(33, folded(list(-1)), 0);
        add(34, folded(list(1)), 0);
        add(35, folded(list(-1)), folded(here));
        add(36, folded(here), folded(list(1)));
        add(37, folded(here), before.lower);
        add(38, folded(here), after.lower);
        // `The mayor, Ada Krone, said`; `Ada Krone, the mayor`.
        add(47, folded(list(-2)), before.lower);
        add(48, folded(list(2)), after.lower);
        // Rules.
        add(39, rule(0), 0);
        add(
            40,
            rule(0),
            u32::from(rule(-1) == rule(0) & !1) << 1 | u32::from(word.first),
        );
        add(41, rule(-1), rule(0));
        add(42, rule(0), rule(1));
        add(43, rule(0), this.lower);
        // The document.
        let signs = self.evidence.get(&this.lower).copied().unwrap_or_default();
        for sign in 0..SIGNS as u32 {
            if signs >> sign & 1 == 1 {
                add(44, sign, 0);
            }
        }
        add(45, signs, 0);
        add(46, signs, flags);
    }

    /// The last capitalised word of the run of capitals at `at`: the head of the name.
    fn last_of_run(&self, at: usize) -> u32 {
        let mut last = at;
        for next in at + 1..at + 6 {
            if !self.sheet.same_sentence(at, next) || !self.sheet.words[next].capital {
                break;
            }
            last = next;
        }
        self.lower[last]
    }
}
