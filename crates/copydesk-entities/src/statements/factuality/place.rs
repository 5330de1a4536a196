//! What a clause is governed by.
//!
//! *What*: a look to the left of a clause, over its marker, adverbs and, for an infinitive or
//! gerund, the object of the verb before it (`urged North Korea to adhere`, `accused them of
//! shipping`), for the word whose content it is.

use super::{is_filler, is_one};
use crate::{
    statements::{
        Reading,
        lexicon::{self, Class, Part},
    },
    syntax::{Clause, ClauseKind, GroupKind, VerbForm},
};

/// So many groups are looked at, at most.
const REACH: usize = 12;

/// Verbs whose gerund is to come.
const PLANS_DOING: &[&str] = &[
    "consider",
    "contemplate",
    "mull",
    "weigh",
    "eye",
    "propose",
    "discuss",
    "recommend",
    "suggest",
    "advocate",
    "plan",
    "envisage",
    "foresee",
    "anticipate",
    "intend",
    "aim",
    "insist",
    "expect",
    "oppose",
    "want",
];

/// What a clause is governed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing.
    Main,
    /// What the clause before it is, to which `and` joins it.
    Beside(usize),
    /// The content of a word.
    Governed {
        /// Its group.
        by: u32,
        class: Class,
        /// Whether the word is negated.
        negated: bool,
        /// Whether somebody tells of what they did themselves.
        credible: bool,
    },
    /// A condition.
    If,
    /// `without shipping`
    Without,
    /// `to …` behind a verb that says nothing about it.
    Purpose,
    /// As its verb: `…, shipping arms`.
    With,
    /// As what its verb stands in: `who shipped`, `because they shipped`.
    Apart,
}

/// The clause of a verb group.
pub(super) fn clause_of(reading: &Reading<'_>, verb: u32) -> Option<usize> {
    reading.syntax.clause_of(verb)
}

/// What governs a clause.
pub(super) fn of(reading: &Reading<'_>, at: usize) -> Place {
    let syntax = &reading.syntax;
    let clause = &syntax.clauses[at];
    let group = reading.group(clause.verb);
    let first = syntax.words[(clause.start as usize).min(group.start as usize)].group as usize;
    let of_sentence = |at: &usize| syntax.groups[*at].sentence == group.sentence;
    let infinitive = group.verb.form == VerbForm::Infinitive;
    let gerund = group.verb.form == VerbForm::Gerund;
    // `officials claim weapons provided to them have been used`
    if clause.kind == ClauseKind::Main
        && group.is_finite()
        && let Some(subject) = clause.subject
        && let Some(outer) = (syntax.clauses[..at].iter().rev().take(3))
            .find(|outer| outer.object == Some(subject) && outer.verb < subject)
        && let Some(class) = governs(reading, outer.verb as usize, clause)
        && !matches!(
            class,
            Class::Plan | Class::Praise | Class::Imply | Class::Fail
        )
    {
        return governed(reading, outer.verb as usize, class, clause);
    }
    let mut before = first;
    let mut marker: Option<usize> = None;
    let mut object = false;
    for _ in 0..REACH {
        let Some(here) = before.checked_sub(1).filter(of_sentence) else {
            break;
        };
        before = here;
        let this = &syntax.groups[here];
        match this.kind {
            _ if is_filler(reading, this) => {}
            GroupKind::Other => {}
            GroupKind::Mark => {
                if matches!(reading.word(this.start as usize), "“" | "\"" | "‘" | "``") {
                    continue;
                }
                let complement = clause.kind == ClauseKind::Complement && marker.is_some();
                if !complement {
                    return apart(reading, clause, marker, object);
                }
            }
            GroupKind::Conjunction => {
                if marker.is_none() && !object {
                    return sibling(reading, at).map_or(Place::Main, Place::Beside);
                }
                return apart(reading, clause, marker, object);
            }
            GroupKind::Wh if marker.is_none() && !object => {
                let asks = is_one(
                    reading,
                    this,
                    &["how", "why", "when", "where", "what", "that", "who"],
                );
                if !asks {
                    return Place::Apart;
                }
                marker = Some(here);
            }
            GroupKind::Wh => return apart(reading, clause, marker, object),
            GroupKind::Preposition if !object => {
                if is_one(reading, this, &["if", "unless", "lest"]) {
                    // `asked if they …`
                    let asked = (before.checked_sub(1).filter(of_sentence))
                        .is_some_and(|at| governs(reading, at, clause).is_some());
                    if !asked {
                        return Place::If;
                    }
                }
                if is_one(reading, this, &["without"]) || is_instead(reading, here) {
                    return Place::Without;
                }
                if is_one(reading, this, &["until", "till"]) {
                    return Place::Apart;
                }
                let opens: &[&str] = if marker.is_some() {
                    &["of", "about", "on", "as", "to", "in"]
                } else if group.is_finite() {
                    &["that", "whether", "if", "of"]
                } else {
                    &[
                        "that", "whether", "of", "about", "on", "for", "to", "in", "from",
                        "against", "with", "over", "as", "into", "at",
                    ]
                };
                if !is_one(reading, this, opens) {
                    return apart(reading, clause, marker, object);
                }
                marker = Some(here);
            }
            GroupKind::Preposition => {}
            GroupKind::Adjective | GroupKind::Verb => {
                // `did not say where they landed`: that they did is taken for granted.
                let granted = marker.is_some_and(|marker| {
                    is_one(
                        reading,
                        &syntax.groups[marker],
                        &["how", "why", "when", "where", "what", "who"],
                    )
                });
                if let Some(class) = governs(reading, here, clause)
                    && (!granted || matches!(class, Class::Ask | Class::Doubt))
                {
                    return governed(reading, here, class, clause);
                }
                if granted {
                    return Place::Apart;
                }
                if this.kind == GroupKind::Adjective {
                    continue;
                }
                return match () {
                    () if reading.syntax.lemma(this.head as usize) == "be"
                        && infinitive
                        && !object =>
                    {
                        governed(reading, here, Class::Plan, clause)
                    }
                    () if infinitive && reading.is(group.start as usize, "to") => Place::Purpose,
                    () => apart(reading, clause, marker, object),
                };
            }
            GroupKind::Noun => {
                let of = marker.is_none_or(|marker| {
                    is_one(
                        reading,
                        &syntax.groups[marker],
                        &[
                            "of", "that", "about", "to", "for", "on", "whether", "over", "against",
                            "in",
                        ],
                    )
                });
                let governs = of && !object && (infinitive || marker.is_some());
                if governs
                    && let Some((_, class)) = lexicon::of_noun(reading.word(this.head as usize))
                    // `said in a statement that`: the verb tells more than the noun.
                    && class != Class::Say
                {
                    return governed(reading, here, class, clause);
                }
                if clause.kind == ClauseKind::Relative
                    || !(infinitive || gerund || marker.is_some())
                {
                    return apart(reading, clause, marker, object);
                }
                // The object of the verb before: over what owns it.
                object = true;
            }
        }
    }
    apart(reading, clause, marker, object)
}

fn is_instead(reading: &Reading<'_>, preposition: usize) -> bool {
    let start = reading.syntax.groups[preposition].start as usize;
    reading.is(start, "of") && start > 0 && (reading.is(start - 1, "instead"))
}

/// What a clause is that no word governs.
fn apart(reading: &Reading<'_>, clause: &Clause, marker: Option<usize>, object: bool) -> Place {
    let group = reading.group(clause.verb);
    match (clause.kind, group.verb.form) {
        (_, VerbForm::Infinitive) if reading.is(group.start as usize, "to") => Place::Purpose,
        (_, VerbForm::Infinitive) if clause.kind != ClauseKind::Main => Place::Apart,
        (ClauseKind::Gerund, _) if !object || marker.is_some() => Place::With,
        (ClauseKind::Main | ClauseKind::Infinitive, _) => Place::Main,
        _ => Place::Apart,
    }
}

/// The clause that `and` joins to this one.
fn sibling(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let clauses = &reading.syntax.clauses;
    let clause = &clauses[at];
    let group = reading.group(clause.verb);
    (0..at).rev().take(6).find(|&other| {
        let before = &clauses[other];
        let form = reading.group(before.verb);
        if form.sentence != group.sentence {
            return false;
        }
        // `to meet and thank`: the infinitive, not what it stands in.
        let bare = group.verb.form == VerbForm::Infinitive
            && !reading.is(group.start as usize, "to")
            && (form.verb.form == VerbForm::Infinitive || form.verb.modal.is_some());
        let parted = clause.subject != before.subject && clause.start < group.start;
        bare || form.verb.form == group.verb.form && !parted
    })
}

/// The class of a verb or adjective, if the clause is its content.
fn governs(reading: &Reading<'_>, at: usize, clause: &Clause) -> Option<Class> {
    let group = &reading.syntax.groups[at];
    let lemma = reading.syntax.lemma(group.head as usize);
    let infinitive = reading.group(clause.verb).verb.form == VerbForm::Infinitive;
    let gerund = reading.group(clause.verb).verb.form == VerbForm::Gerund;
    match group.kind {
        // `was going to land`
        GroupKind::Verb if lemma == "go" && group.verb.progressive && infinitive => {
            Some(Class::Plan)
        }
        GroupKind::Verb => {
            let rows = lexicon::governors(Part::Verb, lemma);
            // `expected to`, `claims to have`: the row whose hedge needs what is there.
            let row = rows.iter().find(|row| match row.hedge {
                Some((_, lexicon::When::To)) => infinitive,
                Some((_, lexicon::When::That)) => !infinitive && !gerund,
                Some((_, lexicon::When::Ing)) => gerund,
                _ => false,
            });
            let class = row.or_else(|| rows.first())?.class;
            // `is set to`, `is alleged to have`
            if class == Class::Say && infinitive && !group.verb.passive {
                // `told them to go`
                return Some(Class::Plan);
            }
            if class == Class::Announce && infinitive {
                return Some(Class::Plan);
            }
            if class == Class::Know && infinitive && !group.verb.passive {
                return None;
            }
            // `has been struggling`, `seeks weapons made there`
            let form = reading.group(clause.verb).verb.form;
            if class == Class::Plan
                && (form == VerbForm::Participle || gerund && !PLANS_DOING.contains(&lemma))
            {
                return None;
            }
            if matches!(class, Class::Praise | Class::Imply) && !(infinitive || gerund) {
                return None;
            }
            Some(class)
        }
        GroupKind::Adjective => lexicon::class(Part::Adjective, lemma),
        _ => None,
    }
}

fn governed(reading: &Reading<'_>, by: usize, class: Class, clause: &Clause) -> Place {
    let group = &reading.syntax.groups[by];
    let mut negated = group.verb.negation.is_some();
    let mut credible = false;
    if group.is_verb() {
        if let Some(of) = clause_of(reading, by as u32) {
            let governor = &reading.syntax.clauses[of];
            negated |= super::own(reading, governor) == super::Denied;
            credible =
                class == Class::Say && !group.verb.passive && own_deed(reading, governor, clause);
        }
    } else if group.is_noun() {
        negated = reading.is(group.start as usize, "no");
    }
    Place::Governed {
        by: by as u32,
        class,
        negated,
        credible,
    }
}

/// Whether somebody tells what they did themselves: `Ford said it had lost money`.
fn own_deed(reading: &Reading<'_>, governor: &Clause, clause: &Clause) -> bool {
    let (Some(speaker), Some(subject)) = (governor.subject, clause.subject) else {
        return false;
    };
    let group = reading.group(subject);
    let pronoun = ["it", "they", "he", "she", "we", "i"]
        .iter()
        .any(|word| reading.is(group.head as usize, word));
    if pronoun {
        return true;
    }
    let same = reading.entity_of(speaker).zip(reading.entity_of(subject));
    same.is_some_and(|(speaker, subject)| speaker == subject)
}
