//! Rules and model together.
//!
//! *What*: the model sees what the rules found, and each finding speaks for its words with the
//! weight that its kind deserves ([`weight`]); the most likely names of both are the mentions.
//! Dates and offices are the rules' alone. A name that only the model found gets its fine
//! label from lists and heads ([`Tagger::fine_label`]).
//! *Why*: lists are hardly ever wrong about countries, while a guess from a neighbouring word is
//! worth less than what fifty features say.
//! *Known misses*: names of other kinds (products, works) that no list has.

use copydesk_core::record::Label;

use super::{
    Found, Tagger, after_titles,
    model::{Bonus, Class, Name, Weights},
};

/// More than any model can say against.
const CERTAIN: f32 = 1000.0;

impl Tagger<'_> {
    /// Lets the model judge the findings of the rules, and add its own.
    pub(super) fn settle(&mut self, model: &Weights) {
        let mut rules = self.findings.take_all();
        rules.sort_by_key(|found| found.first);
        let names = self.names_of(model, &rules);
        let mut rules = rules.into_iter().peekable();
        for name in names {
            while let Some(found) = rules.next_if(|found| found.end <= name.words.start) {
                self.keep_alone(found);
            }
            let mut same = None;
            while let Some(found) = rules.next_if(|found| found.first < name.words.end) {
                let equal = found.first == name.words.start && found.end == name.words.end;
                // `The Hague`, where the model leaves out the article.
                let covers = found.entry.is_some()
                    && found.first <= name.words.start
                    && found.end >= name.words.end;
                if (equal || covers) && class(found.label) == Some(name.class) {
                    same = Some(found);
                }
            }
            let settled = match same {
                Some(found) => Some(Found {
                    confidence: name.chance,
                    ..found
                }),
                None => self.by_model(&name),
            };
            if let Some(found) = settled {
                self.findings.add(found);
            }
        }
        for found in rules {
            self.keep_alone(found);
        }
    }

    /// The names that the model finds, in knowledge of the findings of the rules.
    pub(super) fn names_of(&self, model: &Weights, rules: &[Found]) -> Vec<Name> {
        let bonuses: Vec<Bonus> = rules
            .iter()
            .map(|found| Bonus {
                words: found.first..found.end,
                class: class(found.label),
                score: weight(found),
                ends: found.entry.is_some() && found.end > found.first + 1,
            })
            .collect();
        model.names(&self.sheet, self.lists, rules, &bonuses)
    }

    /// Keeps a finding in whose place the model sees no name, if it is none of the model's
    /// business.
    fn keep_alone(&mut self, found: Found) {
        let open = matches!(class(found.label), None | Some(Class::Misc));
        if open {
            self.findings.add(found);
        }
    }

    /// The mention for a name that no rule found.
    fn by_model(&self, name: &Name) -> Option<Found> {
        let (mut first, mut end) = (name.words.start, name.words.end);
        if let Some((label, Some(entry))) = self.fine_label(first, end, name) {
            // `The Hague`
            return Some(Found {
                first,
                end,
                label,
                entry: Some(entry),
                confidence: name.chance,
                why: "model",
            });
        }
        while first < end
            && matches!(
                self.sheet.surface(first),
                "the" | "The" | "a" | "A" | "an" | "An"
            )
        {
            first += 1;
        }
        if name.class == Class::Person {
            first = after_titles(self.sheet.text, |at| self.sheet.words[at].span, first..end);
        }
        // `McDonald's` is one name; a person's possessive is none.
        while end > first
            && (self.sheet.surface(end - 1) == "-"
                || name.class == Class::Person
                    && matches!(
                        self.sheet.surface(end - 1),
                        "'s" | "\u{2019}s" | "'" | "\u{2019}"
                    ))
        {
            end -= 1;
        }
        // `Oslo-based`: the name part only.
        if name.class != Class::Person && end >= first + 3 {
            let last = self.sheet.words[end - 1];
            if last.glued && !last.capital && self.sheet.surface(end - 2) == "-" {
                end -= 2;
            }
        }
        // Small words stand inside of names, and at their ends only with a hyphen (`al-Shabab`),
        // unless the whole text is in lower case.
        if (first..end).any(|at| self.sheet.words[at].capital) {
            while first < end && self.is_small(first) && self.sheet.after(first, first + 1) != "-" {
                first += 1;
            }
            while end > first && self.is_small(end - 1) && !self.sheet.words[end - 1].glued {
                end -= 1;
            }
        }
        if first >= end {
            return None;
        }
        let (label, entry) = self.fine_label(first, end, name)?;
        Some(Found {
            first,
            end,
            label,
            entry,
            confidence: name.chance,
            why: "model",
        })
    }

    fn is_small(&self, at: usize) -> bool {
        let word = self.sheet.words[at];
        word.is_word && !word.capital && !matches!(self.sheet.surface(at), "'s" | "\u{2019}s")
    }

    /// The label of a name of `class`, and the entry of the lists that it is.
    fn fine_label(&self, first: usize, end: usize, name: &Name) -> Option<(Label, Option<u32>)> {
        let start = self.sheet.words[first].span.start as usize;
        let listed = self
            .lists
            .matches(self.sheet.text, start)
            .filter(|&(_, after)| self.sheet.word_end(first, after) == Some(end))
            .map(|(id, _)| (id, self.lists.entry(id)))
            .find(|(_, entry)| class(entry.label) == Some(name.class));
        match listed {
            Some((id, entry)) if !entry.ambiguous => Some((entry.label, Some(id))),
            Some((id, entry)) if Some(entry.label) == name.label => Some((entry.label, Some(id))),
            _ => Some((name.label?, None)),
        }
    }
}

/// The class of a label; `None` for what is no name of the four classes.
pub(crate) fn class(label: Label) -> Option<Class> {
    match label {
        Label::Person => Some(Class::Person),
        Label::Org => Some(Class::Organisation),
        Label::Gpe | Label::Loc | Label::Fac => Some(Class::Location),
        Label::Date | Label::Time | Label::Title => None,
        _ => Some(Class::Misc),
    }
}

/// What a finding is worth against the model, as a difference of log-odds for each word.
///
/// The model has seen the findings as features already. These are for what lists know better in
/// news than its training texts do. From 1 to 4 for lists, UNER dev moves by .004 and the VOA
/// pilot by .003.
fn weight(found: &Found) -> f32 {
    if class(found.label).is_none() {
        return CERTAIN;
    }
    let listed = found.why.starts_with("list:");
    let phrase = found.end > found.first + 1;
    match found.why {
        "rule:office-and-name" => 3.0,
        "rule:administration" => 2.0,
        // Kinds of names for which the training texts have few examples.
        "list:organisations" | "list:locations" if phrase && found.confidence > 0.9 => 4.0,
        "list:events" | "list:demonyms" | "list:groups" | "rule:event-head" => 4.0,
        "list:locations" => 3.0,
        "list:cities" => 1.0,
        _ if listed && found.confidence > 0.9 => 2.0,
        "rule:given-name"
        | "rule:known-name"
        | "rule:organisation-head"
        | "rule:location-head"
        | "rule:facility-head"
        | "rule:name-shape"
        | "rule:organisation-noun" => 1.0,
        _ => 0.0,
    }
}
