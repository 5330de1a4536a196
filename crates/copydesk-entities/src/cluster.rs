//! Entities: which mentions of a document stand for the same thing.
//!
//! *What*: mentions of one entry of the lists are one entity (`Russia`, `Russian`); a person is
//! the longest of the names that share a part (`Kim`, `Kim Jong Un`); everything else is joined
//! by its words, without regard to case. What the user's gazetteer names is one entity for each of
//! its entries, under the user's name and id; other mentions join it where they would share its
//! name or a form in which the text writes it (`Kim` with the user's `Kim Jong Un`, `Russian`
//! with the user's `Russia`).
//! *Known misses*: two people of one surname in one document share the surname's mentions with
//! the one named last; roles without a name (`the minister`) stay entities of their own.

use copydesk_core::record::{Entity, Identifiers, Label, Link, LinkKind, Mention};
use rustc_hash::FxHashMap;

use crate::{
    gazetteer::Gazetteer,
    tagger::{Found, Tagged},
    user::{Match, UserGazetteer},
};

/// What an entity is known by in a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// Its type and its name in lower case.
    Name(Label, String),
    /// The thing of the user's gazetteer that it is.
    Thing(u32),
}

/// Turns what the tagger and the user's gazetteer found into mentions and entities. Both are in
/// order, and neither overlaps the other.
pub(crate) fn cluster(
    text: &str,
    tagged: Vec<Tagged>,
    user: Option<(&UserGazetteer, Vec<Match>)>,
) -> (Vec<Mention>, Vec<Entity>) {
    let lists = Gazetteer::shared();
    let (user, matches) = user.unzip();
    let matches = matches.unwrap_or_default();
    let people = People::of(text, &tagged, user, &matches);
    let things = user.map_or_else(FxHashMap::default, |user| things(text, user, &matches));
    let mut clusters = Clusters::new(text, tagged.len() + matches.len());
    let mut matches = matches.into_iter().peekable();
    for Tagged { span, found } in tagged {
        while let Some(found) = matches.next_if(|found| found.span < span) {
            clusters.given(found, user);
        }
        let surface = span.of(text);
        let (label, name) = canonical(surface, &found, lists, &people, span.start);
        let key = Key::Name(label, name.to_lowercase());
        let thing = things.get(&key).zip(user);
        let id = if let Some((&thing, user)) = thing {
            clusters.thing(user, thing)
        } else {
            let id = clusters.entity(key, || entity(name, label));
            let identifiers = &mut clusters.entities[id as usize].identifiers;
            if let Some(entry) = found.entry
                && *identifiers == Identifiers::default()
            {
                *identifiers = lists.entry(entry).identifiers();
            }
            id
        };
        clusters.mention(Mention {
            span,
            label: found.label,
            entity: id,
            confidence: found.confidence,
            why: found.why.into(),
            link: Link::default(),
            metonym_of: None,
            holders: Vec::new(),
        });
    }
    for found in matches {
        clusters.given(found, user);
    }
    (clusters.mentions, clusters.entities)
}
/// The mentions and entities of a text so far.
struct Clusters<'a> {
    text: &'a str,
    by_key: FxHashMap<Key, u32>,
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
}

impl<'a> Clusters<'a> {
    fn new(text: &'a str, mentions: usize) -> Self {
        Self {
            text,
            by_key: FxHashMap::default(),
            mentions: Vec::with_capacity(mentions),
            entities: Vec::new(),
        }
    }

    /// The entity of `key`, which is `new` where there was none.
    fn entity(&mut self, key: Key, new: impl FnOnce() -> Entity) -> u32 {
        let entities = &mut self.entities;
        *self.by_key.entry(key).or_insert_with(|| {
            entities.push(new());
            entities.len() as u32 - 1
        })
    }

    /// The entity of a thing of the user's gazetteer.
    fn thing(&mut self, user: &UserGazetteer, index: u32) -> u32 {
        self.entity(Key::Thing(index), || {
            let thing = user.thing(index);
            let mut entity = entity(thing.name.clone(), thing.label);
            entity.identifiers.id.clone_from(&thing.id);
            entity
        })
    }

    /// Adds a mention that the user's gazetteer found.
    fn given(&mut self, found: Match, user: Option<&UserGazetteer>) {
        let Some(user) = user else { return };
        let thing = user.thing(found.thing);
        let mention = Mention {
            span: found.span,
            label: thing.label,
            entity: self.thing(user, found.thing),
            confidence: 1.0,
            why: thing.why.clone().into(),
            link: Link {
                kind: LinkKind::Given,
                ..Link::default()
            },
            metonym_of: None,
            holders: Vec::new(),
        };
        self.mention(mention);
    }

    /// Adds a mention of one of the entities.
    fn mention(&mut self, mention: Mention) {
        let entity = &mut self.entities[mention.entity as usize];
        let alias = one_line(mention.span.of(self.text));
        if alias != entity.name && !entity.aliases.contains(&alias) {
            entity.aliases.push(alias);
        }
        entity.mentions.push(self.mentions.len() as u32);
        self.mentions.push(mention);
    }
}

fn entity(name: String, label: Label) -> Entity {
    Entity {
        name,
        label,
        aliases: Vec::new(),
        identifiers: Identifiers::default(),
        mentions: Vec::new(),
        roles: Vec::new(),
        confidence: 1.0,
    }
}

/// Which names of this text are things of the user: by canonical name and as they are written.
fn things(text: &str, user: &UserGazetteer, matches: &[Match]) -> FxHashMap<Key, u32> {
    let mut things = FxHashMap::default();
    for found in matches {
        let thing = user.thing(found.thing);
        for name in [&thing.name, &one_line(found.span.of(text))] {
            let key = Key::Name(thing.label, name.to_lowercase());
            things.entry(key).or_insert(found.thing);
        }
    }
    things
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
    fn of(
        text: &'a str,
        tagged: &[Tagged],
        user: Option<&UserGazetteer>,
        matches: &[Match],
    ) -> Self {
        let mut wholes: FxHashMap<&str, Vec<(u32, &str)>> = FxHashMap::default();
        let tagged = (tagged.iter())
            .filter(|tagged| tagged.found.label == Label::Person)
            .map(|tagged| tagged.span);
        let given = (matches.iter())
            .filter(|found| user.is_some_and(|user| user.thing(found.thing).label == Label::Person))
            .map(|found| found.span);
        for span in tagged.chain(given) {
            let name = span.of(text);
            if name.contains(' ') {
                for part in name.split([' ', '\n']) {
                    wholes.entry(part).or_default().push((span.start, name));
                }
            }
        }
        if !matches.is_empty() {
            // The two were in order each, not together.
            for names in wholes.values_mut() {
                names.sort_unstable();
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
