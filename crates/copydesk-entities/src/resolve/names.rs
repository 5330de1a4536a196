//! Organisations, places and all other names: which mentions are one thing.
//!
//! *What*: entries of the lists are one thing for all their forms, and a nationality is its
//! country. Other names are one thing where their plain words are the same, legal forms apart
//! (`Boeing Co.`, `Boeing`). Bodies of a state are told apart by the country that stands before
//! or behind them (`Russia's Foreign Ministry`), and one without a country is the one named last.
//! Acronyms join the name that stands before their brackets, else the only name with their first
//! letters. A shorter name joins the only longer one that starts with it (`Lockheed`, `Lockheed
//! Martin`), and the last word of a body's name the only one that ends with it (`Harvesters`,
//! `Tamale Harvesters`). Korean places may start with `R`, `N` or `L`.
//! *Known misses*: short forms of two words that leave out the first word; acronyms that take two
//! letters of a word; companies and their branches, where the text only once gives the longer name.

use copydesk_core::record::{Label, LinkKind};
use rustc_hash::FxHashMap;

use super::{
    Known,
    draft::{Draft, OPEN, one_line},
    fold::plain,
    lexicon::{LEGAL_FORMS, STATE_BODIES},
    people::People,
};
use crate::gazetteer::Entry;

/// What a name is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    label: Label,
    name: String,
    /// The country of a body of a state.
    of: u32,
}

/// The names of a text so far.
#[derive(Debug, Default)]
struct Names {
    /// Entries of the lists by label and name.
    by_entry: FxHashMap<(Label, &'static str), u32>,
    by_key: FxHashMap<Key, u32>,
    /// First mention of each entity.
    first: FxHashMap<u32, u32>,
    /// Long names by their first letters; [`OPEN`] where there are several.
    by_initials: FxHashMap<String, u32>,
    /// Long names by their first word, and by the first two; [`OPEN`] where there are several.
    by_start: FxHashMap<String, u32>,
    /// The last body of a state of this name.
    bodies: FxHashMap<String, u32>,
}

/// Finds the entities of all mentions that are neither people nor offices.
pub(super) fn resolve(draft: &mut Draft<'_>, people: &People, known: &Known) {
    let mut names = Names::default();
    let mut late = Vec::new();
    for at in 0..draft.items.len() {
        let item = &draft.items[at];
        if item.entity != OPEN && !item.given
            || !item.named
            || matches!(item.label, Label::Person | Label::Title)
        {
            continue;
        }
        let surface = draft.surface(at);
        if item.given {
            names.teach(draft, at, &words_of(surface), item.entity);
            continue;
        }
        let entry = item.entry.filter(|entry| {
            // Bodies that every state has are told apart first.
            entry.kind != "ministry_seat" && entry.kind != "military"
                || !is_body(&words_of(entry.name))
        });
        if let Some(entry) = entry {
            names.listed(draft, at, entry, known);
            continue;
        }
        if item.label >= Label::Date {
            names.value(draft, at);
            continue;
        }
        late.push(at);
    }
    let late = names.in_full(draft, people, known, late);
    names.in_part(draft, known, late);
}

/// The name of a mention: that of the lists, else as it stands.
fn canonical<'a>(draft: &Draft<'a>, at: usize) -> &'a str {
    draft.items[at]
        .entry
        .map_or_else(|| draft.surface(at), |entry| entry.name)
}

impl Names {
    /// A mention that the lists know.
    fn listed(&mut self, draft: &mut Draft<'_>, at: usize, entry: Entry, known: &Known) {
        let people = entry.list == "demonyms";
        let label = if people {
            Label::Gpe
        } else {
            draft.items[at].label
        };
        let entity = if let Some(&entity) = self.by_entry.get(&(label, entry.name)) {
            entity
        } else {
            let thing = known.thing(label, entry.name);
            let entity = thing.unwrap_or_else(|| draft.entity(entry.name.to_owned(), label));
            self.by_entry.insert((label, entry.name), entity);
            let words = words_of(entry.name);
            let key = Key {
                label,
                name: words.join(" "),
                of: OPEN,
            };
            self.by_key.entry(key).or_insert(entity);
            self.teach(draft, at, &words, entity);
            if thing.is_none() {
                draft.entities[entity as usize].identifiers = entry.identifiers();
                if people || entry.list == "countries" {
                    draft.is_country(entry.name, entity);
                }
            }
            entity
        };
        let kind = if people {
            LinkKind::Demonym
        } else {
            self.kind(entity)
        };
        self.link(draft, at, entity, kind, 1.0);
    }

    /// A date or number: the same letters are the same thing.
    fn value(&mut self, draft: &mut Draft<'_>, at: usize) {
        let (surface, label) = (draft.surface(at), draft.items[at].label);
        let name = surface.to_lowercase();
        let key = Key {
            label,
            name,
            of: OPEN,
        };
        let entity = *self
            .by_key
            .entry(key)
            .or_insert_with(|| draft.entity(one_line(surface), label));
        self.link(draft, at, entity, self.kind(entity), 1.0);
    }

    /// Names of the text's own: those that stand in full. Gives back those that may be parts.
    fn in_full(
        &mut self,
        draft: &mut Draft<'_>,
        people: &People,
        known: &Known,
        late: Vec<usize>,
    ) -> Vec<usize> {
        let mut parts = Vec::new();
        let mut brackets = Vec::new();
        for at in late {
            let (surface, label) = (canonical(draft, at), draft.items[at].label);
            let words = words_of(surface);
            if let Some(entity) = people.named(surface, &words) {
                draft.items[at].set(entity, LinkKind::SameName, None, 0.7);
                continue;
            }
            if let Some(entity) = known.thing(label, surface) {
                self.link(draft, at, entity, LinkKind::SameName, 1.0);
                continue;
            }
            let acronym = is_acronym(surface);
            if acronym && in_brackets(draft, at) {
                brackets.push(at);
                continue;
            }
            let body = label == Label::Org && is_body(&words);
            let of = if body {
                country_beside(draft, at)
            } else {
                OPEN
            };
            if acronym || body && of == OPEN || words.len() == 1 && label == Label::Org {
                parts.push(at);
                continue;
            }
            let mut name = if body {
                body_name(&words)
            } else {
                words.join(" ")
            };
            if name.is_empty() {
                name = surface.to_lowercase();
            }
            let full = if of == OPEN {
                one_line(surface)
            } else {
                let country = &draft.entities[of as usize].name;
                format!("{} of {country}", one_line(surface))
            };
            let entity = self.entity(
                draft,
                Key {
                    label,
                    name: name.clone(),
                    of,
                },
                full,
            );
            if body {
                let code = draft.entities[of as usize].identifiers.country.clone();
                draft.entities[entity as usize].identifiers.country = code;
                self.bodies.insert(name, entity);
            }
            self.link(draft, at, entity, self.kind(entity), 1.0);
            self.teach(draft, at, &words, entity);
        }
        for at in brackets {
            // The long name ends before the bracket.
            let long = at.checked_sub(1).map(|long| draft.items[long].entity);
            let Some(long) = long.filter(|&long| long != OPEN) else {
                parts.push(at);
                continue;
            };
            let name = plain(draft.surface(at));
            let label = draft.items[at].label;
            self.by_initials.insert(name.clone(), long);
            let key = Key {
                label,
                name,
                of: OPEN,
            };
            self.by_key.insert(key, long);
            self.link(draft, at, long, LinkKind::Acronym, 0.98);
        }
        parts.sort_unstable();
        parts
    }

    /// Acronyms, short forms and bodies without a country.
    fn in_part(&mut self, draft: &mut Draft<'_>, known: &Known, late: Vec<usize>) {
        for at in late {
            let (surface, label) = (canonical(draft, at), draft.items[at].label);
            let words = words_of(surface);
            let name = if words.is_empty() {
                surface.to_lowercase()
            } else if label == Label::Org && is_body(&words) {
                body_name(&words)
            } else {
                words.join(" ")
            };
            let key = Key {
                label,
                name: name.clone(),
                of: OPEN,
            };
            if let Some(&entity) = self.by_key.get(&key) {
                let kind = self.kind(entity);
                self.link(draft, at, entity, kind, 1.0);
                continue;
            }
            let one = |found: Option<&u32>| found.copied().filter(|&entity| entity != OPEN);
            let of_label = |entity: &u32| draft.entities[*entity as usize].label == label;
            let found = if let Some(&body) = self.bodies.get(&name) {
                Some((body, LinkKind::Part, 0.85))
            } else if is_acronym(surface) {
                one(self.by_initials.get(&name)).map(|long| (long, LinkKind::Acronym, 0.85))
            } else {
                one(self.by_start.get(&name))
                    .filter(of_label)
                    .map(|long| (long, LinkKind::Part, 0.75))
            };
            let (entity, kind, sure) = found.unwrap_or_else(|| {
                let entity = (known.thing(label, surface))
                    .unwrap_or_else(|| draft.entity(one_line(surface), label));
                (entity, LinkKind::Name, 1.0)
            });
            self.by_key.insert(key, entity);
            self.link(draft, at, entity, kind, sure);
        }
    }

    fn entity(&mut self, draft: &mut Draft<'_>, key: Key, full: String) -> u32 {
        if let Some(&entity) = self.by_key.get(&key) {
            return entity;
        }
        if let Some(entity) = self.korean(&key) {
            return entity;
        }
        let entity = draft.entity(full, key.label);
        self.by_key.insert(key, entity);
        entity
    }

    /// A place of another spelling: `Najin`, `Rajin`.
    fn korean(&self, key: &Key) -> Option<u32> {
        if !matches!(key.label, Label::Gpe | Label::Loc | Label::Fac) || key.name.len() < 5 {
            return None;
        }
        let rest = key.name.strip_prefix(['r', 'n', 'l'])?;
        ["r", "n", "l"].into_iter().find_map(|first| {
            let name = format!("{first}{rest}");
            let other = Key {
                name,
                ..key.clone()
            };
            self.by_key.get(&other).copied()
        })
    }

    fn kind(&self, entity: u32) -> LinkKind {
        if self.first.contains_key(&entity) {
            LinkKind::SameName
        } else {
            LinkKind::Name
        }
    }

    fn link(&mut self, draft: &mut Draft<'_>, at: usize, entity: u32, kind: LinkKind, sure: f32) {
        let through = self.first.get(&entity).copied();
        let listed = draft.items[at]
            .entry
            .is_some_and(|entry| entry.name != draft.surface(at));
        let kind = match kind {
            LinkKind::Name | LinkKind::SameName if listed => LinkKind::Listed,
            kind => kind,
        };
        draft.items[at].set(entity, kind, through, sure);
        self.first.entry(entity).or_insert(at as u32);
    }

    /// Notes by what a long name may be called.
    fn teach(&mut self, draft: &Draft<'_>, at: usize, words: &[String], entity: u32) {
        let note = |map: &mut FxHashMap<String, u32>, name: String| {
            map.entry(name)
                .and_modify(|known| {
                    if *known != entity {
                        *known = OPEN;
                    }
                })
                .or_insert(entity);
        };
        if words.len() < 2 || words.len() > 10 {
            return;
        }
        let label = draft.entities[entity as usize].label;
        if matches!(
            label,
            Label::Org | Label::Event | Label::Gpe | Label::Law | Label::Product
        ) {
            let all = words.iter().filter_map(|word| word.chars().next());
            let strong: String = (words.iter().filter(|word| !is_small(word)))
                .filter_map(|word| word.chars().next())
                .collect();
            let all: String = all.collect();
            if all != strong {
                note(&mut self.by_initials, all);
            }
            if strong.len() > 1 {
                note(&mut self.by_initials, strong);
            }
        }
        let surface = draft.surface(at);
        if label == Label::Org && draft.items[at].entry.is_none() && !surface.contains(" of ") {
            note(&mut self.by_start, words[0].clone());
            if words.len() > 2 {
                note(&mut self.by_start, words[..2].join(" "));
            }
        }
        if label == Label::Org && draft.items[at].entry.is_none() && !surface.contains(" of ") {
            // `Tamale Harvesters`, `Harvesters`.
            note(&mut self.by_start, words[words.len() - 1].clone());
        }
        if label == Label::Org {
            // `Boston Herald`, `Herald`.
            let place = draft.lists.matches(surface, 0).find_map(|(id, end)| {
                let entry = draft.lists.entry(id);
                let place = matches!(entry.label, Label::Gpe | Label::Norp);
                (place && surface[end..].starts_with(' ')).then_some(end)
            });
            if let Some(end) = place {
                note(&mut self.by_start, words_of(&surface[end..]).join(" "));
            }
        }
    }
}

/// The plain words of a name, without an article and legal forms.
pub(super) fn words_of(surface: &str) -> Vec<String> {
    let words = surface.split([' ', '\n', '\u{a0}', ',', '-', '/']);
    let mut words: Vec<String> = words.map(plain).filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && LEGAL_FORMS.contains(&words[words.len() - 1].as_str()) {
        words.pop();
    }
    words
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "and" | "for" | "in" | "on" | "to" | "at" | "de" | "&"
    )
}

/// Two to six capitals, full stops between them or not.
pub(super) fn is_acronym(surface: &str) -> bool {
    let letters = surface
        .chars()
        .filter(|letter| *letter != '.' && *letter != '&');
    let mut count = 0;
    for letter in letters {
        if !letter.is_uppercase() {
            return false;
        }
        count += 1;
    }
    (2..=6).contains(&count)
}

fn in_brackets(draft: &Draft<'_>, at: usize) -> bool {
    let item = &draft.items[at];
    let Some(long) = at.checked_sub(1).map(|long| &draft.items[long]) else {
        return false;
    };
    let brackets = draft.sheet.before(item.first, 1) == "("
        && draft.sheet.after(item.first, item.end) == ")"
        && long.end + 1 == item.first;
    let initial = |surface: &str| surface.chars().find(|letter| letter.is_alphanumeric());
    brackets
        && long.label != Label::Person
        && initial(draft.surface(at)) == initial(draft.surface(at - 1))
}

fn is_body(words: &[String]) -> bool {
    let state = |word: &String| STATE_BODIES.contains(&word.as_str());
    words.last().is_some_and(state)
        || words.first().is_some_and(state) && words.get(1).is_some_and(|word| word == "of")
}

/// `ministry of defence` and `defense ministry` alike.
fn body_name(words: &[String]) -> String {
    let folded = |word: &str| {
        if word == "defense" {
            "defence".to_owned()
        } else {
            word.to_owned()
        }
    };
    let rest = words.strip_prefix(&["ministry".to_owned(), "of".to_owned()]);
    let mut name: Vec<String> = match rest {
        Some(rest) => rest
            .iter()
            .chain([&words[0]])
            .map(|word| folded(word))
            .collect(),
        None => words.iter().map(|word| folded(word)).collect(),
    };
    name.retain(|word| !matches!(word.as_str(), "the" | "affairs"));
    name.join(" ")
}

/// The country before or behind a body of a state: `Russia's …`, `Russian …`, `… of Russia`.
fn country_beside(draft: &Draft<'_>, at: usize) -> u32 {
    let item = &draft.items[at];
    let sheet = &draft.sheet;
    let country = |other: usize| {
        let other = draft.items.get(other)?;
        let country = other.is_list("countries") || other.is_list("demonyms");
        (country && other.entity != OPEN).then_some(other.entity)
    };
    if let Some(before) = at.checked_sub(1) {
        let end = draft.items[before].end;
        let gap = item.first.checked_sub(end);
        let owns = gap == Some(0)
            || gap == Some(1) && matches!(sheet.word(end), "'s" | "\u{2019}s" | "'" | "\u{2019}");
        if owns && let Some(country) = country(before) {
            return country;
        }
    }
    let of = sheet.after(item.first, item.end) == "of";
    let start = item.end + 1 + usize::from(sheet.after(item.first, item.end + 1) == "the");
    let behind = draft
        .items
        .get(at + 1)
        .is_some_and(|next| next.first == start);
    if of && behind {
        country(at + 1).unwrap_or(OPEN)
    } else {
        OPEN
    }
}
