//! Whom words stand for that name nobody: `they`, `both sides`, `the shelling`.
//!
//! *What*: a plural pronoun that is left open stands for the last subject in the plural of its
//! sentence or the one before; `both sides` for the two of the last event that has just two;
//! who condemns `the shelling` condemns whoever shelled just before; who travels or sends arms to
//! a city goes and sends to its country, where the text names that.
//! *Why*: the sentences that say what came of an event seldom name its sides again.
//! *Example*: `Peru accused Chile. Brazil urged both sides to talk`: Peru and Chile.
//! *Known misses*: sides that are named in different events.

use copydesk_core::record::{EventRoot, Label, Participant};
use rustc_hash::FxHashMap;

use super::{
    super::Reading,
    actors::push,
    lexicon::{Note, bit, is_form},
    triggers::Found,
};
use crate::{places, statements::reading::stands_for, syntax::Tag};

/// So many events, clauses and groups are looked back, at most.
const EVENTS: usize = 12;
const CLAUSES: usize = 12;
const GROUPS: usize = 40;

/// So many letters of a verb are those of its noun: `shelled`, `shelling`.
const STEM: usize = 5;

/// What two that are known are called together.
const PAIRS: &[&str] = &[
    "administration",
    "army",
    "armies",
    "camp",
    "capital",
    "country",
    "countries",
    "delegation",
    "diplomat",
    "foe",
    "government",
    "leader",
    "men",
    "minister",
    "nation",
    "neighbor",
    "neighbour",
    "party",
    "parties",
    "politician",
    "power",
    "president",
    "rival",
    "side",
    "state",
    "team",
    "women",
];

/// Those of [`PAIRS`] that are persons, and those that are countries.
const PERSONS: &[&str] = &[
    "diplomat",
    "leader",
    "men",
    "minister",
    "politician",
    "president",
    "women",
];
const STATES: &[&str] = &[
    "army",
    "armies",
    "capital",
    "country",
    "countries",
    "government",
    "nation",
    "neighbor",
    "neighbour",
    "power",
    "state",
];

/// Fills in those who are only referred to.
pub(super) fn read(reading: &Reading<'_>, found: &mut [Found]) {
    let states: FxHashMap<&str, u32> = (reading.entities.iter().enumerate())
        .filter(|(_, entity)| places::is_country(entity))
        .filter_map(|(at, entity)| Some((entity.identifiers.country.as_deref()?, at as u32)))
        .collect();
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let event = &mut rest[0];
        reading.to_states(event, &states);
        for whom in [false, true] {
            let subject = if whom { event.who.clone() } else { Vec::new() };
            let list = if whom {
                &mut event.whom
            } else {
                &mut event.who
            };
            let open = list.iter().any(|one| one.entity.is_none());
            if !open {
                continue;
            }
            let mut known = Vec::new();
            for one in list.drain(..) {
                match reading.referred(&one, before, &subject) {
                    Some(all) => all.into_iter().for_each(|one| push(&mut known, one)),
                    None => push(&mut known, one),
                }
            }
            *list = known;
        }
        if event.whom.is_empty()
            && matches!(event.told.root, EventRoot::Accuse | EventRoot::Support)
            && let Some(doers) = reading.doers(event, before)
        {
            event.whom = doers;
        }
    }
}

impl Reading<'_> {
    /// Puts countries for cities that stand for them.
    fn to_states(&self, event: &mut Found, states: &FxHashMap<&str, u32>) {
        let goes = matches!(event.told.root, EventRoot::Consult | EventRoot::Aid);
        let state = |one: &Participant| {
            let place = self.entities.get(one.entity? as usize)?;
            let code = place.identifiers.country.as_deref()?;
            let in_it = matches!(place.label, Label::Gpe | Label::Loc | Label::Fac);
            states.get(code).copied().filter(|_| in_it)
        };
        let seated = |one: &Participant| {
            let head = self.tokens_in(one.span).end;
            head > 0 && self.is_organ(head - 1)
        };
        for one in &mut event.whom {
            if (goes || seated(one))
                && let Some(state) = state(one)
            {
                one.entity = Some(state);
            }
        }
        for one in &mut event.who {
            if seated(one)
                && let Some(state) = state(one)
            {
                one.entity = Some(state);
            }
        }
        let who = &event.who;
        event
            .whom
            .retain(|one| !who.iter().any(|other| same(one, other)));
    }

    /// Those that the words of a participant refer to.
    fn referred(
        &self,
        one: &Participant,
        before: &[Found],
        subject: &[Participant],
    ) -> Option<Vec<Participant>> {
        if one.entity.is_some() {
            return None;
        }
        let tokens = self.tokens_in(one.span);
        let head = tokens.end.checked_sub(1)?;
        let starts = |words: &[&str]| words.iter().any(|word| self.is(tokens.start, word));
        if tokens.len() == 1 && self.syntax.tag(head) == Tag::Prp && starts(&["they", "them"]) {
            let noun = self.plural_before(head, subject)?;
            let mut all = Vec::new();
            for noun in self.all_of(noun) {
                self.participants(noun, &mut all);
            }
            return (!all.is_empty()).then_some(all);
        }
        // `him` is somebody else than the subject.
        if tokens.len() == 1 && starts(&["him", "her"]) && !subject.is_empty() {
            let sentence = self.syntax.words[head].sentence;
            let until =
                (self.mentions).partition_point(|mention| mention.span.end <= one.span.start);
            let other = (self.mentions[..until].iter().rev().take(EVENTS))
                .take_while(|mention| {
                    let token = self.tokens_in(mention.span).start;
                    (self.syntax.words.get(token)).is_some_and(|word| word.sentence + 2 >= sentence)
                })
                .filter(|mention| matches!(mention.label, Label::Person | Label::Title))
                .map(stands_for)
                .find(|&entity| !subject.iter().any(|one| one.entity == Some(entity)))?;
            return Some(vec![Participant {
                span: one.span,
                entity: Some(other),
            }]);
        }
        let two = starts(&["both", "each", "either"])
            || tokens.start > 0 && self.is(tokens.start - 1, "both")
            || tokens.len() > 1
                && starts(&["the", "these", "those"])
                && self.is(tokens.start + 1, "two");
        if two && (PAIRS.iter()).any(|word| is_form(self.word(head), word)) {
            let persons = PERSONS.iter().any(|word| is_form(self.word(head), word));
            let states = STATES.iter().any(|word| is_form(self.word(head), word));
            let label_of = |entity: u32| {
                self.entities
                    .get(entity as usize)
                    .map(|entity| entity.label)
            };
            let fits = |&entity: &u32| {
                let label = label_of(entity);
                !(persons && label != Some(Label::Person) || states && label != Some(Label::Gpe))
            };
            // A person and a country are no two sides.
            let alike = |pair: &[u32; 2]| {
                let person = |one| label_of(one) == Some(Label::Person);
                let city = |&one: &u32| {
                    label_of(one) == Some(Label::Gpe)
                        && !self
                            .entities
                            .get(one as usize)
                            .is_some_and(places::is_country)
                };
                person(pair[0]) == person(pair[1]) && !pair.iter().any(city)
            };
            let pair = (before.iter().rev().take(EVENTS))
                .filter_map(|other| pair(other, subject))
                .find(|pair| pair.iter().all(fits) && alike(pair))?;
            let both = tokens.start > 0 && self.is(tokens.start - 1, "both");
            let span = self.span(tokens.start - usize::from(both)..tokens.end);
            return Some(
                pair.map(|entity| Participant {
                    span,
                    entity: Some(entity),
                })
                .to_vec(),
            );
        }
        None
    }

    /// The last plural noun group that can act, subjects first, before a pronoun.
    fn plural_before(&self, token: usize, subject: &[Participant]) -> Option<u32> {
        let group = self.syntax.words.get(token)?.group;
        let sentence = self.syntax.words[token].sentence;
        let clauses = &self.syntax.clauses;
        let past = clauses.partition_point(|clause| clause.verb < group);
        let near = |noun: u32| {
            let other = self.group(noun);
            noun < group && other.sentence + 1 >= sentence && self.is_plural(noun, subject)
        };
        (clauses[..past].iter().rev().take(CLAUSES))
            .filter_map(|clause| clause.subject)
            .find(|&noun| near(noun))
            .or_else(|| {
                (group.saturating_sub(GROUPS as u32)..group)
                    .rev()
                    .find(|&noun| self.group(noun).is_noun() && near(noun))
            })
    }

    fn is_plural(&self, noun: u32, subject: &[Participant]) -> bool {
        let head = self.group(noun).head as usize;
        let many = self.syntax.tag(head) == Tag::Nns || self.is(head, "police");
        let person = self.frames(noun) & (bit("person") | bit("force")) != 0;
        many && person
            && self.acts(noun)
            && !subject.iter().any(|one| {
                let span = self.tokens[head].span;
                one.span.start <= span.start && span.end <= one.span.end
                    || one.entity.is_some() && one.entity == self.entity_of(noun)
            })
    }

    /// Who did what the object of an event names: `condemned the shelling`.
    fn doers(&self, event: &Found, before: &[Found]) -> Option<Vec<Participant>> {
        let noun = event.noun?;
        let group = self.group(noun);
        let definite = ["the", "this", "that", "these", "those"]
            .iter()
            .any(|word| self.is(group.start as usize, word));
        if !definite
            || self
                .syntax
                .prepositions(noun)
                .any(|(at, _)| at == group.end)
        {
            return None;
        }
        let word = self.word(group.head as usize);
        let stem = word.get(..STEM.min(word.len()))?.to_ascii_lowercase();
        let root = self.noun_row(noun).map(|row| row.told.root);
        let did = (before.iter().rev().take(EVENTS)).find(|other| {
            let named = self.word(other.token).to_ascii_lowercase();
            !other.who.is_empty()
                && (stem.len() >= 4 && named.starts_with(&stem)
                    || root == Some(other.told.root)
                        && matches!(root, Some(EventRoot::Assault | EventRoot::Consult)))
        })?;
        let mut all = did.who.clone();
        if did.told.root == EventRoot::Consult {
            did.whom.iter().for_each(|one| push(&mut all, one.clone()));
        }
        all.retain(|one| !event.who.iter().any(|other| same(one, other)));
        (!all.is_empty()).then_some(all)
    }
}

fn same(one: &Participant, other: &Participant) -> bool {
    one.span == other.span || one.entity.is_some() && one.entity == other.entity
}

/// The two who take part in an event, if they are just two and none of them is `but`.
fn pair(event: &Found, but: &[Participant]) -> Option<[u32; 2]> {
    if event.told.note == Note::Travel {
        return None;
    }
    let mut all: Vec<u32> = Vec::new();
    for one in event.who.iter().chain(&event.whom) {
        let entity = one.entity?;
        if !all.contains(&entity) {
            all.push(entity);
        }
    }
    let pair: [u32; 2] = all.try_into().ok()?;
    let outside = |one: &u32| !but.iter().any(|other| other.entity == Some(*one));
    pair.iter().all(outside).then_some(pair)
}
