//! Offices and those who hold them, learned from the articles or given by the user.
//!
//! *What*: an article that names the holder of an office (`Norway's Foreign Minister Ingrid
//! Solheim`) says so for the days around it; an article that names only the office is answered
//! from those nearest in time. A table of the user comes first.
//! *Example*: `Norway's Foreign Minister` in an article of June is the `Ingrid Solheim` of an
//! article of May.
//! *Why*: who holds an office changes, so that a list that is shipped is wrong soon; the articles
//! themselves say.
//! *Known misses*: an office that changed hands between the two articles without a third that says
//! so. Where articles of the same time name two holders as often, nobody is named.

use std::collections::BTreeMap;

use copydesk_core::{RoleEntry, record::Entity};
use rustc_hash::FxHashMap;

use super::{day, graph::Item, names};

/// Articles behind the nearest one that are heard, too, in days.
const AROUND: i32 = 10;
/// The share of articles that one holder must have.
const MAJORITY: f32 = 0.66;
/// The most articles that are heard.
const MAX_HEARD: usize = 32;

/// That an article says who holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// Day of the article; `i32::MIN` where none is known.
    pub(super) day: i32,
    /// The holder in that article.
    pub(super) item: Item,
    /// Index of the mention that says so.
    pub(super) mention: u32,
}

/// An office, and what the articles say of its holders.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// The title as the first article has it.
    pub(super) title: String,
    /// The title in the one form of its spellings.
    pub(super) form: String,
    /// Whose office it is, in that article.
    pub(super) of: Item,
    /// The mention of each fact, in order of days.
    facts: BTreeMap<(i32, Item), u32>,
}

/// Stands before all others of a day.
const FIRST: Item = Item {
    document: 0,
    entity: 0,
};

impl Office {
    /// Of which nobody says yet who holds it.
    pub(super) fn new(title: String, form: String, of: Item) -> Self {
        Self {
            title,
            form,
            of,
            facts: BTreeMap::new(),
        }
    }

    pub(super) fn learn(&mut self, fact: Fact) {
        let known = self.facts.entry((fact.day, fact.item));
        known.or_insert(fact.mention);
    }

    /// In order of their days; those without a day come first.
    pub(super) fn facts(&self) -> impl Iterator<Item = Fact> {
        self.facts.iter().map(fact)
    }

    /// The facts that bear on a day, by whom, and how sure the best of them is. `person` says who a
    /// holder is in the corpus, `only` who is the only one that ever held the office.
    pub(super) fn holder(
        &self,
        on: Option<i32>,
        within: i32,
        only: impl FnOnce() -> Option<u32>,
        person: impl Fn(Item) -> Option<u32>,
    ) -> Option<(u32, f32, Vec<Fact>)> {
        let last = self.facts.last_key_value()?.0.0;
        let Some(on) = on.filter(|_| last != i32::MIN) else {
            // Without a date, only an office with one holder says anything.
            let best = only()?;
            let said = self.facts().filter(|fact| person(fact.item) == Some(best));
            return Some((best, 0.6, said.take(2 * MAX_HEARD).collect()));
        };
        let gap = |fact: &Fact| (fact.day - on).abs();
        let before = self.facts.range((i32::MIN + 1, FIRST)..(on, FIRST));
        let mut near: Vec<Fact> = before.rev().take(MAX_HEARD).map(fact).collect();
        near.reverse();
        let behind = self.facts.range((on, FIRST)..);
        near.extend(behind.take(MAX_HEARD).map(fact));
        let nearest = near.iter().map(gap).min()?;
        if nearest > within {
            return None;
        }
        let base = match nearest {
            0..=31 => 0.95,
            32..=183 => 0.9,
            184..=366 => 0.8,
            _ => 0.6,
        };
        near.retain(|fact| gap(fact) <= nearest + AROUND);
        let mut votes: Vec<(u32, usize)> = Vec::new();
        let mut all = 0;
        for fact in &near {
            let Some(person) = person(fact.item) else {
                continue;
            };
            all += 1;
            match votes.iter_mut().find(|(other, _)| *other == person) {
                Some((_, count)) => *count += 1,
                None => votes.push((person, 1)),
            }
        }
        let &(best, count) = votes.iter().max_by_key(|(_, count)| *count)?;
        let share = count as f32 / all as f32;
        if share < MAJORITY {
            return None;
        }
        let said = (near.into_iter())
            .filter(|fact| person(fact.item) == Some(best))
            .collect();
        Some((best, base * share, said))
    }
}

fn fact((&(day, item), &mention): (&(i32, Item), &u32)) -> Fact {
    Fact { day, item, mention }
}

/// The user's table of offices.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    rows: FxHashMap<String, Vec<Row>>,
}

#[derive(Clone, Debug)]
struct Row {
    of: String,
    of_name: String,
    holder: String,
    from: i32,
    to: i32,
}

impl Table {
    pub(super) fn new(entries: Vec<RoleEntry>) -> Self {
        let mut rows: FxHashMap<String, Vec<Row>> = FxHashMap::default();
        for entry in entries {
            let Some(office) = names::office(&entry.office) else {
                continue;
            };
            let on = |date: Option<&str>| date.and_then(day::parse);
            rows.entry(office).or_default().push(Row {
                of_name: names::body(&entry.of),
                of: entry.of,
                holder: entry.holder,
                from: on(entry.from.as_deref()).unwrap_or(i32::MIN),
                to: on(entry.to.as_deref()).unwrap_or(i32::MAX),
            });
        }
        Self { rows }
    }

    /// The holder of an office of a body on a day; without a day the only one, or the one who
    /// holds it still.
    pub(super) fn holder(&self, form: &str, of: &Entity, on: Option<i32>) -> Option<&str> {
        let identifiers = &of.identifiers;
        let is_of = |row: &&Row| {
            identifiers.id.as_deref() == Some(row.of.as_str())
                || identifiers.wikidata.as_deref() == Some(row.of.as_str())
                || names::body(&of.name) == row.of_name
                || (of.aliases.iter()).any(|alias| names::body(alias) == row.of_name)
        };
        let rows: Vec<&Row> = self.rows.get(form)?.iter().filter(is_of).collect();
        let found = match (on, rows.as_slice()) {
            (Some(on), rows) => rows.iter().find(|row| row.from <= on && on < row.to),
            (None, [row]) => Some(row),
            (None, rows) => {
                let mut open = rows.iter().filter(|row| row.to == i32::MAX);
                open.next().filter(|_| open.next().is_none())
            }
        };
        found.map(|row| row.holder.as_str())
    }
}
