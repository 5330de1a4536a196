//! Entities: which mentions of a document stand for the same thing.
//!
//! *What*: mentions of one entry of the lists are one entity (`Russia`, `Russian`); a person is
//! the longest of the names that share a part (`Kim`, `Kim Jong Un`); everything else is joined
//! by its words, without regard to case.
//! *Known misses*: two people of one surname in one document share the surname's mentions with
//! the one named last; roles without a name (`the minister`) stay entities of their own.

use copydesk_core::record::{Entity, Identifiers, Label, Mention};
use rustc_hash::FxHashMap;

use crate::{
    gazetteer::Gazetteer,
    tagger::{Found, Tagged},
};

/// Turns what the tagger found into mentions and entities.
pub(crate) fn cluster(text: &str, tagged: Vec<Tagged>) -> (Vec<Mention>, Vec<Entity>) {
    let lists = Gazetteer::shared();
    let mut entities: Vec<Entity> = Vec::new();
    let mut by_key: FxHashMap<(Label, String), u32> = FxHashMap::default();
    let mut mentions = Vec::with_capacity(tagged.len());
    let people = People::of(text, &tagged);
    for Tagged { span, found } in tagged {
        let surface = span.of(text);
        let (label, name) = canonical(surface, &found, lists, &people, span.start);
        let key = (label, name.to_lowercase());
        let id = *by_key.entry(key).or_insert_with(|| {
            entities.push(Entity {
                name: name.clone(),
                label,
                aliases: Vec::new(),
                identifiers: Identifiers::default(),
                mentions: Vec::new(),
            });
            entities.len() as u32 - 1
        });
        let entity = &mut entities[id as usize];
        if let Some(entry) = found.entry
            && entity.identifiers == Identifiers::default()
        {
            entity.identifiers = lists.entry(entry).identifiers();
        }
        let alias = one_line(surface);
        if alias != entity.name && !entity.aliases.contains(&alias) {
            entity.aliases.push(alias);
        }
        entity.mentions.push(mentions.len() as u32);
        mentions.push(Mention {
            span,
            label: found.label,
            entity: id,
            confidence: found.confidence,
            why: found.why.into(),
        });
    }
    (mentions, entities)
}

/// The type and canonical name of the entity that a mention stands for.
fn canonical(
    surface: &str,
    found: &Found,
    lists: &Gazetteer,
    people: &People<'_>,
    at: u32,
) -> (Label, String) {
    if found.label == Label::Person {
        return (Label::Person, one_line(people.whole_name(surface, at)));
    }
    match found.entry {
        // A nationality is linked to its country.
        Some(id) if lists.entry(id).list == "demonyms" => {
            (Label::Gpe, lists.entry(id).name.to_owned())
        }
        Some(id) => (found.label, lists.entry(id).name.to_owned()),
        None => (found.label, one_line(surface)),
    }
}

/// A name as one line: line breaks and runs of blanks become one blank.
fn one_line(surface: &str) -> String {
    if !surface.contains(['\n', '\u{a0}']) && !surface.contains("  ") {
        return surface.to_owned();
    }
    surface.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The people of a document: parts of names to the whole names that hold them.
struct People<'a> {
    /// Part → whole names with the place of their mention, in order.
    wholes: FxHashMap<&'a str, Vec<(u32, &'a str)>>,
}

impl<'a> People<'a> {
    fn of(text: &'a str, tagged: &[Tagged]) -> Self {
        let mut wholes: FxHashMap<&str, Vec<(u32, &str)>> = FxHashMap::default();
        for tagged in tagged {
            if tagged.found.label != Label::Person {
                continue;
            }
            let name = tagged.span.of(text);
            if name.contains(' ') {
                for part in name.split([' ', '\n']) {
                    wholes
                        .entry(part)
                        .or_default()
                        .push((tagged.span.start, name));
                }
            }
        }
        Self { wholes }
    }

    /// The whole name that `part` stands for at byte `at`: the last one named before, else the
    /// first one named after.
    fn whole_name<'s>(&self, part: &'s str, at: u32) -> &'s str
    where
        'a: 's,
    {
        if part.contains(' ') {
            return part;
        }
        let Some(names) = self.wholes.get(part) else {
            return part;
        };
        let before = names.partition_point(|&(start, _)| start < at);
        names[before.saturating_sub(1)].1
    }
}
