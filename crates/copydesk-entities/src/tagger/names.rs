//! Names from the lists, names with a telling head, and people after an office or given name.

use copydesk_core::record::Label;

use super::{
    Found, Tagger,
    lexicon::{EVENT_FIRST, GOVERNMENT_HEADS, PLACE_PREPOSITIONS, WAY_PREPOSITIONS},
};

/// Words of a run of capitals, at most: each word of a longer one would look at all that follow.
const LONGEST_RUN: usize = 24;

impl Tagger<'_> {
    /// One pass from left to right over the headlines, or over everything else.
    pub(super) fn names(&mut self, headlines: bool) {
        let mut at = 0;
        while at < self.sheet.words.len() {
            let word = self.sheet.words[at];
            if word.headline != headlines || self.findings.is_taken(at) || !word.is_word {
                at += 1;
                continue;
            }
            at = self.name_at(at);
        }
    }

    /// Decides what starts at word `at`; returns where to go on.
    fn name_at(&mut self, at: usize) -> usize {
        let listed = self.best_match(at);
        if !self.sheet.words[at].capital {
            return match listed {
                Some(found) => self.take(found),
                None => at + 1,
            };
        }
        let office = listed
            .as_ref()
            .is_some_and(|listed| listed.label == Label::Title);
        let called = self.called_organisation(at).filter(|_| !office);
        let headed = called
            .or_else(|| self.headed(at, listed.as_ref()))
            .or_else(|| self.hyphenated(at));
        let chosen = match (listed, headed) {
            (Some(listed), Some(headed)) if headed.end > listed.end => Some(headed),
            (None, headed) => headed,
            (listed, _) => listed,
        };
        if let Some(person) = self.given_name(at, chosen.as_ref()) {
            return self.take(person);
        }
        match chosen {
            Some(found) => self.take(found),
            None => at + 1,
        }
    }

    /// Whether an office is only the first word of its sentence: `Lawyers have asked …`.
    fn is_plain_word(&self, found: &Found) -> bool {
        let entry = found.entry.map(|id| self.lists.entry(id));
        let after = self.sheet.after(found.first, found.end);
        entry.is_some_and(|entry| entry.capital_only && entry.office)
            && found.end == found.first + 1
            && self.sheet.words[found.first].first
            && !after.is_empty()
            && !crate::gazetteer::capitalised(after)
            && !matches!(after, "of" | ",")
    }

    /// Adds a mention; after an office or an honorific, also the person who holds it.
    fn take(&mut self, found: Found) -> usize {
        let end = found.end;
        let (mut before_name, mut office) = (false, true);
        if let Some(id) = found.entry {
            let entry = self.lists.entry(id);
            before_name = entry.before_name;
            office = entry.office;
        }
        if !office && !self.sheet.words[found.first].capital {
            return end;
        }
        if found.label != Label::Title || office && !self.is_plain_word(&found) {
            self.findings.add(found);
        }
        if before_name { self.holder(end) } else { end }
    }

    /// The person after an office: `Foreign Minister [Choe Sun Hui]`.
    fn holder(&mut self, first: usize) -> usize {
        let first = first + usize::from(self.sheet.surface(first) == ".");
        let Some(before) = first.checked_sub(1) else {
            return first;
        };
        if !self.sheet.same_sentence(before, first) || !self.sheet.words[first].capital {
            return first;
        }
        let end = self.person_end(first);
        if end == first {
            return first;
        }
        // `President Ghana`: a country alone is no holder; `President Jordan Bardella` is.
        if self.best_match(first).is_some_and(|listed| {
            listed.end >= end
                && matches!(
                    listed.label,
                    Label::Gpe | Label::Norp | Label::Org | Label::Title
                )
        }) {
            return first;
        }
        self.findings.add(Found {
            first,
            end,
            label: Label::Person,
            entry: None,
            confidence: 0.95,
            why: "rule:office-and-name",
        });
        end
    }

    /// The longest phrase of the lists that starts at word `at` and that its context allows.
    pub(super) fn best_match(&self, at: usize) -> Option<Found> {
        let word = self.sheet.words[at];
        self.lists
            .matches(self.sheet.text, word.span.start as usize)
            .find_map(|(id, end)| {
                let end = self.sheet.word_end(at, end)?;
                let free = (at..end).all(|word| self.is_free(at, word));
                let entry = self.lists.entry(id);
                (free
                    && !self.is_vehicle(at, end)
                    && (!entry.ambiguous || self.context_allows(at, end, entry.label)))
                .then_some(Found {
                    first: at,
                    end,
                    label: entry.label,
                    entry: Some(id),
                    confidence: if entry.ambiguous { 0.75 } else { 0.95 },
                    why: entry.why,
                })
            })
    }

    /// `two coaches a day`, `by coach`, `the coach station`: buses, not trainers.
    fn is_vehicle(&self, at: usize, end: usize) -> bool {
        matches!(self.sheet.surface(at), "coach" | "coaches")
            && end == at + 1
            && (matches!(self.sheet.before(at), "by" | "tour")
                || matches!(
                    self.sheet.after(at, end),
                    "a" | "an"
                        | "station"
                        | "stop"
                        | "stops"
                        | "park"
                        | "party"
                        | "parties"
                        | "trip"
                        | "trips"
                        | "tour"
                        | "tours"
                        | "service"
                        | "services"
                        | "ride"
                        | "carrying"
                        | "per"
                        | "load"
                        | "loads"
                ))
    }

    /// Whether a place of the lists starts at word `at` that needs no context. What needs some
    /// is no evidence for the place before it: a list of such places would ask itself to its end.
    fn is_sure_place(&self, at: usize) -> bool {
        let start = self.sheet.words[at].span.start as usize;
        self.lists.matches(self.sheet.text, start).any(|(id, end)| {
            let entry = self.lists.entry(id);
            entry.label == Label::Gpe && !entry.ambiguous && self.sheet.word_end(at, end).is_some()
        })
    }

    /// Whether the neighbours of an ambiguous phrase speak for it.
    fn context_allows(&self, at: usize, end: usize, label: Label) -> bool {
        let sheet = &self.sheet;
        if sheet.words[at].headline {
            return false;
        }
        let before = sheet.before(at);
        let follows_capital = sheet.same_sentence(at, end) && sheet.words[end].capital;
        match label {
            Label::Loc => {
                // `the West`, `US and West pressure`; not `West Virginia`, not `West of the river`.
                !sheet.words[at].first && !follows_capital && sheet.after(at, end) != "of"
            }
            Label::Gpe => {
                // `in Reading`, `Reading, England`.
                let placed = (PLACE_PREPOSITIONS.iter().chain(WAY_PREPOSITIONS))
                    .any(|word| word.eq_ignore_ascii_case(before))
                    || self.follows_place_noun(at);
                let parent = sheet.after(at, end) == ","
                    && sheet.same_sentence(at, end + 1)
                    && self.is_sure_place(end + 1);
                !follows_capital && (placed || parent)
            }
            Label::Org => {
                let common = self.lists.words.is_common(sheet.surface(at));
                // `the National reported`; not `the National Bank of …`.
                let part = follows_capital && end == at + 1;
                !part && (!sheet.words[at].first || !common || sheet.words[at].all_capitals)
            }
            Label::Norp | Label::Title => !sheet.words[at].first,
            // What is a word as well (`Time`, `Javelin`) is for the model to tell.
            _ => false,
        }
    }

    /// The run of capitalised words that starts at `at`, [`LONGEST_RUN`] words at most.
    pub(super) fn capitals_end(&self, at: usize) -> usize {
        let sheet = &self.sheet;
        let mut end = at;
        while end < at + LONGEST_RUN && self.is_free(at, end) {
            let word = sheet.words[end];
            let joins = |next: usize| self.is_free(at, next) && sheet.words[next].capital;
            if word.capital {
                end += 1;
            } else if end > at && sheet.surface(end) == "&" && joins(end + 1)
                || end > at
                    && word.glued
                    && sheet.surface(end) == "-"
                    && joins(end + 1)
                    && sheet.words[end + 1].glued
            {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// A run of capitals whose head tells its type: `Ministry of …`, `… Forum`, `Mount …`.
    ///
    /// *Known misses*: a head that news also uses alone (`the Bank`) is none.
    fn headed(&self, at: usize, listed: Option<&Found>) -> Option<Found> {
        let words = &self.lists.words;
        let sheet = &self.sheet;
        let run = self.capitals_end(at);
        let first = sheet.surface(at);
        let found = |end: usize, label: Label, why: &'static str| {
            Some(Found {
                first: at,
                end,
                label,
                entry: None,
                confidence: 0.8,
                why,
            })
        };
        if let Some(found) = self.head_first(at, run, listed) {
            return Some(found);
        }
        if sheet.words[at].headline || run < at + 2 {
            return None;
        }
        // A capital at the start of a sentence may be no part of the name.
        if sheet.words[at].first && words.is_common(first) && listed.is_none() {
            return None;
        }
        // An office, and a nationality before a government body, are mentions of their own.
        let group = listed.filter(|listed| matches!(listed.label, Label::Norp | Label::Gpe));
        if listed.is_some_and(|listed| listed.label == Label::Title) {
            return None;
        }
        if words.of(first).starts_location() && group.is_none() {
            return found(run, Label::Loc, "rule:location-head");
        }
        if EVENT_FIRST.contains(&first) {
            return found(run, Label::Event, "rule:event-head");
        }
        for end in (at + 2..=run).rev() {
            let head = sheet.surface(end - 1);
            let alone =
                group.is_some_and(|group| group.end + 1 >= end || GOVERNMENT_HEADS.contains(&head));
            let lists = words.of(head);
            if lists.ends_organisation() {
                // `Russian Foreign Ministry` is two mentions, `Korean Air Lines` one.
                let government = GOVERNMENT_HEADS.contains(&head);
                if group.is_some() && government {
                    return None;
                }
                return found(end, Label::Org, "rule:organisation-head");
            }
            if lists.ends_event() && !alone {
                return found(end, Label::Event, "rule:event-head");
            }
            if lists.ends_facility() && group.is_none_or(|group| group.end < end) {
                return found(end, Label::Fac, "rule:facility-head");
            }
            if lists.ends_location() {
                return found(end, Label::Loc, "rule:location-head");
            }
        }
        None
    }

    /// A head with `of` or `for` and what it is the head of: `Ministry of Defense`, `National
    /// Bank of Slovakia`, `Gulf of Aden`. `run` is the end of the capitals before `of`.
    fn head_first(&self, at: usize, run: usize, listed: Option<&Found>) -> Option<Found> {
        let words = &self.lists.words;
        let sheet = &self.sheet;
        let link = sheet.after(at, run);
        if run == at || !matches!(link, "of" | "for") {
            return None;
        }
        let article = usize::from(sheet.after(at, run + 1) == "the");
        let name = run + 1 + article;
        if !self.is_free(at, name) || !sheet.words[name].capital {
            return None;
        }
        let head = sheet.surface(run - 1);
        let lists = words.of(head);
        let one_word = run == at + 1;
        let label = if lists.starts_organisation() {
            Label::Org
        } else if link == "of" && one_word && lists.starts_location() {
            Label::Loc
        } else {
            return None;
        };
        if !one_word {
            // `Russian Ministry of Defense` is two mentions, `Then Bank of X` starts later.
            let first = sheet.words[at];
            let people = |listed: &Found| {
                listed.label == Label::Norp
                    && listed.end == at + 1
                    && !GOVERNMENT_HEADS.contains(&head)
            };
            let other = listed.is_some_and(|listed| {
                (listed.end < run || listed.label != Label::Org) && !people(listed)
            });
            if other || first.headline || first.first && words.is_common(sheet.surface(at)) {
                return None;
            }
        }
        let mut end = self.capitals_end(name);
        if let Some(known) = self.best_match(name) {
            // `Superior Court of the District of Columbia`
            end = end.max(known.end);
        }
        if sheet.after(at, end) == "and"
            && self.is_free(at, end + 1)
            && sheet.words[end + 1].capital
            && self.best_match(end + 1).is_none()
        {
            end = self.capitals_end(end + 1);
        }
        Some(Found {
            first: at,
            end,
            label,
            entry: None,
            confidence: 0.8,
            why: if label == Label::Org {
                "rule:organisation-head"
            } else {
                "rule:location-head"
            },
        })
    }

    /// A person whose name starts with a given name: `Dmitry Peskov`.
    fn given_name(&self, at: usize, chosen: Option<&Found>) -> Option<Found> {
        let word = self.sheet.words[at];
        let surface = self.sheet.surface(at);
        let words = &self.lists.words;
        let lists = words.of(surface);
        if !lists.may_be_given_name() {
            return None;
        }
        let certain = lists.is_given_name() && !words.is_common(surface);
        if !certain && (word.first || word.headline) {
            return None;
        }
        if let Some(chosen) = chosen {
            // A phrase of several words is what the lists say; a place of one word may be the
            // given name of somebody (`Jordan Bardella`).
            let one_word = chosen.end == at + 1;
            if !one_word || matches!(chosen.label, Label::Norp | Label::Title) {
                return None;
            }
        }
        let end = self.person_end(at);
        if end < at + 2 {
            return None;
        }
        let last = self.sheet.surface(end - 1);
        let lists = words.of(last);
        let named_otherwise = lists.ends_organisation()
            || lists.ends_event()
            || lists.ends_location()
            || lists.ends_facility();
        // A given name that is a word as well needs a second part that is none.
        let doubtful = !certain && words.is_common(last);
        (!named_otherwise && !doubtful).then_some(Found {
            first: at,
            end,
            label: Label::Person,
            entry: None,
            confidence: if certain { 0.9 } else { 0.75 },
            why: "rule:given-name",
        })
    }
}
