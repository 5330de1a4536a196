//! What shape and neighbours say about capitalised words that nothing else explains.
//!
//! Each guess needs a sign beside the capital: a verb of saying, a preposition of place, the
//! word `administration`, the shape of an acronym. Without one nothing is tagged: Random
//! Capitals are no organisations.

use copydesk_core::record::Label;

use super::{
    Found, Tagger,
    lexicon::{
        ADMINISTRATIONS, NO_ORGANISATIONS, PLACE_NOUNS, PLACE_PREPOSITIONS, STATE_CODES,
        WAY_PREPOSITIONS, is_saying,
    },
};

/// How far from its subject a verb of saying is looked for, in words.
const SAYING_WINDOW: usize = 7;

impl Tagger<'_> {
    pub(super) fn guesses(&mut self) {
        let mut at = 0;
        while at < self.sheet.words.len() {
            let word = self.sheet.words[at];
            let skipped = !word.capital || word.headline || self.findings.is_taken(at);
            if skipped || self.is_office(at) {
                at += 1;
                continue;
            }
            let end = self.capitals_end(at);
            if let Some(found) = self.guess(at, end) {
                at = found.end;
                self.findings.add(found);
            } else {
                at += 1;
            }
        }
    }

    fn guess(&self, at: usize, end: usize) -> Option<Found> {
        let word = self.sheet.words[at];
        let guess = |end, label, confidence, why| {
            Some(Found {
                first: at,
                end,
                label,
                entry: None,
                confidence,
                why,
            })
        };
        if end == at + 1 {
            if word.all_capitals {
                return if STATE_CODES.contains(&self.sheet.surface(at)) {
                    // `Dunay, OH`; elsewhere two letters say nothing.
                    let placed = self.sheet.before(at) == ",";
                    guess(end, Label::Gpe, 0.6, "rule:state-code").filter(|_| placed)
                } else if let Some(place) = self.shouted_place(at) {
                    Some(place)
                } else if self.is_acronym(at) {
                    guess(end, Label::Org, 0.6, "rule:acronym")
                } else {
                    None
                };
            }
            if self.sheet.nouns_have_capitals {
                return None;
            }
            // `Ar` before a listed `Raqqah` is its article.
            let article = self.sheet.surface(at).chars().count() <= 2;
            if article || self.lists.words.is_common(self.sheet.surface(at)) {
                return None;
            }
            if ADMINISTRATIONS.contains(&self.sheet.after(at, end)) {
                return guess(end, Label::Person, 0.8, "rule:administration");
            }
            if self.says(at, end) {
                return guess(end, Label::Person, 0.6, "rule:speaker");
            }
            if self.is_place(at, end) {
                return guess(end, Label::Gpe, 0.5, "rule:place-preposition");
            }
            return None;
        }
        // Two or three words, none of which is a word of the language.
        let plain = (at..end).all(|at| {
            !self.lists.words.is_common(self.sheet.surface(at))
                && !self.sheet.words[at].all_capitals
        });
        if !plain || end - at > 3 || self.sheet.nouns_have_capitals {
            return None;
        }
        if self.is_placed(at) || self.follows_place_noun(at) {
            return guess(end, Label::Gpe, 0.5, "rule:place-preposition");
        }
        guess(end, Label::Person, 0.55, "rule:name-shape")
    }

    /// `said Choe`, `Choe said`, `Choe at the dinner said`.
    fn says(&self, at: usize, end: usize) -> bool {
        if is_saying(self.sheet.before(at)) && self.sheet.after(at, end) != "that" {
            return true;
        }
        for next in end..end + SAYING_WINDOW {
            let surface = self.sheet.after(at, next);
            if is_saying(surface) {
                return true;
            }
            let plain = self
                .sheet
                .words
                .get(next)
                .is_some_and(|word| word.is_word && !word.capital);
            if !plain {
                return false;
            }
        }
        false
    }

    /// `in Dunay`, `between Najin and Dunay`.
    fn is_place(&self, at: usize, end: usize) -> bool {
        let before = self.sheet.before(at);
        if self.is_placed(at) || self.follows_place_noun(at) {
            return true;
        }
        if !WAY_PREPOSITIONS.contains(&before) {
            // The second of two places: the first one is the guess before this one.
            return before == "and"
                && self.findings.found.last().is_some_and(|found| {
                    found.end + 1 == at && found.why == "rule:place-preposition"
                });
        }
        // `shipped between Najin and Dunay` goes on with another name or ends; `to Smith, who`
        // is a person, but then another rule has seen the name.
        before == "between" && self.sheet.after(at, end) == "and"
    }

    /// A listed place in capitals, as in datelines: `OSLO (…) —`.
    fn shouted_place(&self, at: usize) -> Option<Found> {
        let surface = self.sheet.surface(at);
        let mut letters = surface.chars();
        let first = letters.next()?;
        let name: String = std::iter::once(first)
            .chain(letters.as_str().to_lowercase().chars())
            .collect();
        let (entry, _) = self.lists.matches(&name, 0).find(|&(entry, end)| {
            let entry = self.lists.entry(entry);
            end == name.len() && entry.label == Label::Gpe && !entry.ambiguous
        })?;
        (surface.chars().count() >= 4).then_some(Found {
            first: at,
            end: at + 1,
            label: Label::Gpe,
            entry: Some(entry),
            confidence: 0.8,
            why: "rule:place-in-capitals",
        })
    }

    /// Whether an office or an honorific stands at `at`: `Mr.` is nobody.
    fn is_office(&self, at: usize) -> bool {
        self.best_match(at)
            .is_some_and(|found| found.label == Label::Title)
    }

    /// `in Dunay`, at the start of a sentence as well.
    fn is_placed(&self, at: usize) -> bool {
        let before = self.sheet.before(at);
        PLACE_PREPOSITIONS
            .iter()
            .any(|word| word.eq_ignore_ascii_case(before))
    }

    /// `the town of Dunay`, `residents of Dunay`.
    pub(super) fn follows_place_noun(&self, at: usize) -> bool {
        self.sheet.before(at) == "of" && at >= 2 && PLACE_NOUNS.contains(&self.sheet.before(at - 1))
    }

    /// Upper-case letters inside a sentence that is not all upper case.
    fn is_acronym(&self, at: usize) -> bool {
        let surface = self.sheet.surface(at);
        let letters = surface.bytes().filter(u8::is_ascii_uppercase).count();
        let shouted = |neighbour: Option<usize>| {
            neighbour
                .filter(|&neighbour| self.sheet.same_sentence(at, neighbour))
                .and_then(|neighbour| self.sheet.words.get(neighbour))
                .is_some_and(|word| word.all_capitals)
        };
        (2..=6).contains(&letters)
            && surface.bytes().all(|letter| letter != b'.' && !letter.is_ascii_digit())
            // `told TODAY`, `reported by TODAY`, but not `for FREE`
            && (!self.lists.words.is_common(surface)
                || self.sheet.before(at) == "by"
                || self.says(at, at + 1))
            && !NO_ORGANISATIONS.contains(&surface)
            && !shouted(at.checked_sub(1))
            && !shouted(Some(at + 1))
            // COVID-19, F-16
            && self.sheet.after(at, at + 1) != "-"
    }
}
