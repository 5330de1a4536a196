//! Mentions and entities while it is worked out who is who.

use std::borrow::Cow;

use copydesk_core::{
    Span,
    record::{Entity, Identifiers, Label, Link, LinkKind, Mention, Reference, Role},
};
use rustc_hash::FxHashMap;

use super::sheet::Sheet;
use crate::gazetteer::{Entry, Gazetteer};

/// A mention that looks for its entity.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) span: Span,
    /// The name in it: all of it, but for spans that others have drawn.
    pub(super) name: Span,
    /// Its first token.
    pub(super) first: usize,
    /// The token after the last one.
    pub(super) end: usize,
    pub(super) label: Label,
    /// What the lists say.
    pub(super) entry: Option<Entry>,
    pub(super) confidence: f32,
    pub(super) why: Cow<'static, str>,
    /// Index of its entity in the draft.
    pub(super) entity: u32,
    pub(super) link: Link,
    pub(super) metonym_of: Option<u32>,
    pub(super) holders: Vec<u32>,
    /// Words of the user, whose entity is settled.
    pub(super) given: bool,
    /// Whether it is a name or office; the others are class nouns and pronouns.
    pub(super) named: bool,
}

/// No entity yet.
pub(super) const OPEN: u32 = u32::MAX;

impl Item {
    pub(super) fn new(sheet: &Sheet<'_>, span: Span, label: Label) -> Self {
        let (first, end) = sheet.tokens_of(span);
        Self {
            span,
            name: span,
            first,
            end,
            label,
            entry: None,
            confidence: 1.0,
            why: Cow::Borrowed(""),
            entity: OPEN,
            link: Link::default(),
            metonym_of: None,
            holders: Vec::new(),
            given: false,
            named: true,
        }
    }

    /// Links it to an entity.
    pub(super) fn set(&mut self, entity: u32, kind: LinkKind, through: Option<u32>, sure: f32) {
        self.entity = entity;
        self.link = Link {
            kind,
            through,
            confidence: sure,
        };
    }

    pub(super) fn is_list(&self, list: &str) -> bool {
        self.entry.is_some_and(|entry| entry.list == list)
    }
}

/// Everything that is known so far.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) lists: &'static Gazetteer,
    pub(super) items: Vec<Item>,
    pub(super) entities: Vec<Entity>,
    pub(super) references: Vec<Reference>,
    /// Countries of the lists by name.
    countries: FxHashMap<&'static str, u32>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(sheet: Sheet<'a>) -> Self {
        Self {
            sheet,
            lists: Gazetteer::shared(),
            items: Vec::new(),
            entities: Vec::new(),
            references: Vec::new(),
            countries: FxHashMap::default(),
        }
    }

    pub(super) fn surface(&self, at: usize) -> &'a str {
        self.items[at].name.of(self.sheet.text)
    }

    /// A new entity.
    pub(super) fn entity(&mut self, name: String, label: Label) -> u32 {
        self.entities.push(Entity {
            name,
            label,
            aliases: Vec::new(),
            identifiers: Identifiers::default(),
            mentions: Vec::new(),
            roles: Vec::new(),
            confidence: 1.0,
        });
        self.entities.len() as u32 - 1
    }

    /// Notes which entity a country of the lists is.
    pub(super) fn is_country(&mut self, name: &'static str, entity: u32) {
        self.countries.entry(name).or_insert(entity);
    }

    /// The entity of a country of the lists, which the text may not name.
    pub(super) fn country(&mut self, name: &'static str) -> u32 {
        if let Some(&entity) = self.countries.get(name) {
            return entity;
        }
        let entity = self.entity(name.to_owned(), Label::Gpe);
        let found = self.lists.matches(name, 0).find_map(|(id, end)| {
            let entry = self.lists.entry(id);
            (end == name.len() && entry.list == "countries").then_some(entry)
        });
        if let Some(entry) = found {
            self.entities[entity as usize].identifiers = entry.identifiers();
        }
        self.countries.insert(name, entity);
        entity
    }

    /// The entity of a country of the lists, if the text names it.
    pub(super) fn country_named(&self, name: &str) -> Option<u32> {
        self.countries.get(name).copied()
    }

    /// Says that an entity holds an office, if that is not known.
    pub(super) fn holds(&mut self, entity: u32, role: Role) {
        let roles = &mut self.entities[entity as usize].roles;
        if roles.len() < MOST_ROLES
            && !roles
                .iter()
                .any(|known| known.title == role.title && known.of == role.of)
        {
            roles.push(role);
        }
    }

    /// The record: entities in the order of their first mention, those without one last.
    pub(super) fn finish(mut self) -> super::Resolved {
        let mut order = vec![OPEN; self.entities.len()];
        let mut next = 0;
        let mut place = |entity: u32| {
            let at = &mut order[entity as usize];
            if *at == OPEN {
                *at = next;
                next += 1;
            }
        };
        self.items.iter().for_each(|item| place(item.entity));
        for item in &self.items {
            item.metonym_of.into_iter().for_each(&mut place);
        }
        self.references.iter().for_each(|found| place(found.entity));
        // What nothing names but an office.
        loop {
            let mut all = true;
            for entity in 0..self.entities.len() {
                if order[entity] == OPEN {
                    continue;
                }
                for of in self.entities[entity]
                    .roles
                    .iter()
                    .filter_map(|role| role.of)
                {
                    let at = &mut order[of as usize];
                    if *at == OPEN {
                        (*at, next, all) = (next, next + 1, false);
                    }
                }
            }
            if all {
                break;
            }
        }
        let mut entities: Vec<Option<Entity>> = vec![None; next as usize];
        for (at, mut entity) in std::mem::take(&mut self.entities).into_iter().enumerate() {
            let Some(slot) = entities.get_mut(order[at] as usize) else {
                continue;
            };
            for role in &mut entity.roles {
                role.of = role.of.map(|of| order[of as usize]);
            }
            *slot = Some(entity);
        }
        let mut entities: Vec<Entity> = entities.into_iter().flatten().collect();
        let text = self.sheet.text;
        let mut aliases = rustc_hash::FxHashSet::default();
        let mut mentions = Vec::with_capacity(self.items.len());
        for item in self.items {
            let at = order[item.entity as usize];
            let entity = &mut entities[at as usize];
            let surface = item.name.of(text);
            // Most mentions repeat one that was there before.
            if aliases.insert((at, surface)) {
                let alias = one_line(surface);
                if alias != entity.name && !entity.aliases.contains(&alias) {
                    entity.aliases.push(alias);
                }
            }
            entity.confidence = entity.confidence.min(item.link.confidence);
            entity.mentions.push(mentions.len() as u32);
            mentions.push(Mention {
                span: item.span,
                label: item.label,
                entity: at,
                confidence: item.confidence,
                why: item.why,
                link: item.link,
                metonym_of: item.metonym_of.map(|entity| order[entity as usize]),
                holders: item
                    .holders
                    .iter()
                    .map(|&holder| order[holder as usize])
                    .collect(),
            });
        }
        for found in &mut self.references {
            found.entity = order[found.entity as usize];
        }
        self.references.sort_by_key(|found| found.span);
        super::Resolved {
            mentions,
            entities,
            references: self.references,
        }
    }
}

/// Offices that one entity is said to hold, at most.
const MOST_ROLES: usize = 16;

/// A name as one line: line breaks and runs of blanks become one blank.
pub(super) fn one_line(surface: &str) -> String {
    let odd = |at: usize, byte: u8| match byte {
        b'\n' => true,
        b' ' => surface.as_bytes().get(at + 1) == Some(&b' '),
        0xc2 => surface.as_bytes().get(at + 1) == Some(&0xa0),
        _ => false,
    };
    if !surface.bytes().enumerate().any(|(at, byte)| odd(at, byte)) {
        return surface.to_owned();
    }
    surface.split_whitespace().collect::<Vec<_>>().join(" ")
}
