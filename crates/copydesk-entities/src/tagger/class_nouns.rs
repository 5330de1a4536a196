//! Organisations that the text itself calls one.
//!
//! *What*: a run of capitals beside a noun for a kind of organisation: before it (`the
//! opposition party Red Lantern`), in an apposition behind it (`Red Lantern, the party that
//! …`), or with a word of naming between (`a group calling itself Red Lantern`).
//! *Why*: new and invented names stand in no list, and their words are often common ones; at
//! the first mention news says what they are.
//! *Example*: `the weather service Météo-Sud said` → `Météo-Sud` ORG.
//! *Known misses*: nouns that are not in [`ORGANISATION_NOUNS`]; people and ships named with
//! the same words (`a man calling himself …` is not asked for).

use copydesk_core::record::Label;

use super::{
    Found, Tagger,
    lexicon::{NAMING, ORGANISATION_NOUNS},
};

/// Words of an apposition before its noun, at most: `a privately held Dutch shipping company`.
const LONGEST_APPOSITION: usize = 6;

/// Words between the noun and the word of naming, at most: `group that calls itself`.
const NAMING_WINDOW: usize = 4;

impl Tagger<'_> {
    /// The organisation that starts at word `at`, if a noun beside it says so.
    pub(super) fn called_organisation(&self, at: usize) -> Option<Found> {
        let word = self.sheet.words[at];
        if word.headline || !word.capital {
            return None;
        }
        let end = self.capitals_end(at);
        let surface = self.sheet.surface(at);
        let single = end == at + 1;
        if single && (word.all_capitals || self.lists.words.is_common(surface)) {
            return None;
        }
        // The given name of a person is none: `the party Emmanuel Macron founded`.
        if !single && self.lists.words.of(surface).is_given_name() && !self.is_headed_run(end) {
            return None;
        }
        let noun_before = !word.first
            && (self.is_organisation_noun(at.checked_sub(1)?) || self.follows_naming(at));
        if !noun_before && !self.is_in_apposition(at, end) {
            return None;
        }
        Some(Found {
            first: at,
            end,
            label: Label::Org,
            entry: None,
            confidence: 0.75,
            why: "rule:organisation-noun",
        })
    }

    fn is_headed_run(&self, end: usize) -> bool {
        self.lists
            .words
            .of(self.sheet.surface(end - 1))
            .ends_organisation()
    }

    fn is_organisation_noun(&self, at: usize) -> bool {
        ORGANISATION_NOUNS.contains(&self.sheet.surface(at))
    }

    /// `a group that calls itself …`, `a company called …`, `under the name …`.
    fn follows_naming(&self, at: usize) -> bool {
        let sheet = &self.sheet;
        let before = |steps: usize| {
            at.checked_sub(steps)
                .filter(|&word| sheet.same_sentence(word, at))
                .map_or("", |word| sheet.surface(word))
        };
        if before(1) == "itself" && matches!(before(2), "calling" | "calls" | "called" | "named") {
            return true;
        }
        if before(1) == "name" && before(2) == "the" && matches!(before(3), "under" | "by") {
            return true;
        }
        let steps = if before(1) == "as" { 2 } else { 1 };
        NAMING.contains(&before(steps))
            && (steps + 1..=steps + NAMING_WINDOW)
                .take_while(|&steps| !matches!(before(steps), "," | "." | ";" | ""))
                .any(|steps| ORGANISATION_NOUNS.contains(&before(steps)))
    }

    /// `…, the company that`, `…, a Dutch shipping firm,`.
    fn is_in_apposition(&self, at: usize, end: usize) -> bool {
        let sheet = &self.sheet;
        if sheet.after(at, end) != "," || !matches!(sheet.after(at, end + 1), "the" | "a" | "an") {
            return false;
        }
        for noun in end + 2..=end + 2 + LONGEST_APPOSITION {
            let surface = sheet.after(at, noun);
            if ORGANISATION_NOUNS.contains(&surface) {
                // Not `the company president`, not `the party's leader`.
                return matches!(
                    sheet.after(at, noun + 1),
                    "that"
                        | "which"
                        | "whose"
                        | "behind"
                        | "of"
                        | "in"
                        | "for"
                        | "based"
                        | ","
                        | "."
                        | "owned"
                        | "run"
                        | "led"
                        | "founded"
                        | "with"
                );
            }
            let goes_on = sheet.words.get(noun).is_some_and(|word| word.is_word)
                && !matches!(
                    surface,
                    "of" | "at" | "in" | "for" | "who" | "that" | "to" | ""
                );
            if !goes_on && surface != "-" {
                return false;
            }
        }
        false
    }
}
