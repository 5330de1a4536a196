//! People: whom a name stands for.
//!
//! *What*: names of two and more parts become people, in the order of the text; a name joins one
//! that was there before where it is the same name in another form (see [`same`]). Then single
//! names find their person: by surname, else by given name, else by sound.
//! *Of several people* of one surname it is the one whom a form of address fits (`Mrs. Clinton`),
//! else the one named last in full; the link then says that it is not sure.
//! *Example*: `Choe Sun Hui … Choe Son Hui … Choe`, `William Hague … Bill Hague`, `Abe Shinzo …
//! Shinzo Abe` → one person each; `Kim Jong Un … Kim Jong Il` → two.
//! *Known misses*: a name that only ever stands in half beside another half (`Peter`, `Fleming`).

use copydesk_core::record::{Label, LinkKind};
use rustc_hash::FxHashMap;

use super::{
    draft::{Draft, OPEN, one_line},
    fold::{one_letter_apart, plain, skeleton, sounds_like},
    gender::{self, Gender},
    lexicon::{FAMILY_NAMES, NICKNAMES},
};

/// People of one part of a name that a name is compared with: the last ones.
const LOOK_BACK: usize = 8;

/// The forms of one person's name that other names are compared with.
const MOST_FORMS: usize = 6;

/// A person of the text.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) entity: u32,
    pub(super) gender: Gender,
    /// Names in full, in plain parts.
    names: Vec<Vec<String>>,
    /// Mentions in full, as indices of items.
    full: Vec<u32>,
}

/// The people of a text.
#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    by_entity: FxHashMap<u32, u32>,
    by_part: FxHashMap<String, Vec<u32>>,
    by_sound: FxHashMap<String, Vec<u32>>,
}

impl People {
    /// The person that an entity is.
    pub(super) fn of(&self, entity: u32) -> Option<&Person> {
        let at = self.by_entity.get(&entity)?;
        self.all.get(*at as usize)
    }

    pub(super) fn of_mut(&mut self, entity: u32) -> Option<&mut Person> {
        let at = self.by_entity.get(&entity)?;
        self.all.get_mut(*at as usize)
    }

    /// The only person whose name in full these words are.
    pub(super) fn named(&self, surface: &str, words: &[String]) -> Option<u32> {
        let [.., last] = words else { return None };
        if words.len() < 2 || surface.contains(" of ") {
            return None;
        }
        let mut people = self.by_part.get(last)?.iter().take(LOOK_BACK);
        let person = people.find(|&&person| {
            let names = &self.all[person as usize].names;
            names.iter().any(|name| name == words)
        })?;
        Some(self.all[*person as usize].entity)
    }

    /// Finds the entities of all people.
    pub(super) fn resolve(draft: &mut Draft<'_>, known: &super::Known) -> Self {
        let mut people = Self::default();
        let mut by_surface: FxHashMap<&str, (u32, Option<Way>)> = FxHashMap::default();
        let mut single = Vec::new();
        for at in 0..draft.items.len() {
            let item = &draft.items[at];
            if item.label != Label::Person || !item.named {
                continue;
            }
            let surface = draft.surface(at);
            if let Some(&(person, way)) = by_surface.get(surface).filter(|_| !item.given) {
                let through = people.all[person as usize].full.last().copied();
                people.link(draft, at, person, way, through);
                continue;
            }
            let parts = parts_of(surface);
            if parts.len() < 2 && !item.given {
                single.push((at, parts));
                continue;
            }
            let given = item.given.then_some(item.entity);
            let found = match given {
                Some(entity) => people.by_entity.get(&entity).map(|&person| (person, None)),
                None => people
                    .known_by(&parts)
                    .map(|(person, way)| (person, Some(way))),
            };
            let (person, way) = found.unwrap_or_else(|| {
                let entity = given.unwrap_or_else(|| {
                    known
                        .thing(Label::Person, surface)
                        .unwrap_or_else(|| draft.entity(one_line(surface), Label::Person))
                });
                (people.add(entity), None)
            });
            people.add_name(person, parts);
            by_surface.insert(surface, (person, way));
            let through = people.all[person as usize].full.last().copied();
            if given.is_none() {
                let entity = people.all[person as usize].entity;
                better_name(draft, entity, surface, way);
            }
            people.link(draft, at, person, way, through);
        }
        for (at, parts) in single {
            people.single(draft, at, parts, known);
        }
        people
    }

    fn add(&mut self, entity: u32) -> u32 {
        let person = self.all.len() as u32;
        self.all.push(Person {
            entity,
            gender: Gender::Unknown,
            names: Vec::new(),
            full: Vec::new(),
        });
        self.by_entity.insert(entity, person);
        person
    }

    fn add_name(&mut self, person: u32, parts: Vec<String>) {
        for part in &parts {
            let people = self.by_part.entry(part.clone()).or_default();
            if people.last() != Some(&person) {
                people.push(person);
            }
            if part.len() > 1 {
                let people = self.by_sound.entry(skeleton(part)).or_default();
                if people.last() != Some(&person) {
                    people.push(person);
                }
            }
        }
        let known = &mut self.all[person as usize];
        known.gender = known.gender.or(|| gender::of_name(&parts));
        if known.names.len() < MOST_FORMS && !known.names.contains(&parts) {
            known.names.push(parts);
        }
    }

    /// The person who bears this full name or another form of it.
    fn known_by(&self, parts: &[String]) -> Option<(u32, Way)> {
        let mut best: Option<(u32, Way)> = None;
        let exact = parts.iter().filter_map(|part| self.by_part.get(part));
        let sounds = [parts.first(), parts.last()];
        let sounds = sounds.into_iter().flatten().filter(|part| part.len() > 2);
        let sounds: Vec<String> = sounds.map(|part| skeleton(part)).collect();
        let sounds = sounds.iter().filter_map(|sound| self.by_sound.get(sound));
        for candidates in exact.chain(sounds) {
            for &person in candidates.iter().rev().take(LOOK_BACK) {
                for name in &self.all[person as usize].names {
                    if let Some(way) = same(name, parts)
                        && best.is_none_or(|(_, best)| way.sure() > best.sure())
                    {
                        best = Some((person, way));
                    }
                }
            }
        }
        best
    }

    fn link(
        &mut self,
        draft: &mut Draft<'_>,
        at: usize,
        person: u32,
        way: Option<Way>,
        through: Option<u32>,
    ) {
        let known = &mut self.all[person as usize];
        known.full.push(at as u32);
        let item = &mut draft.items[at];
        if item.given {
            return;
        }
        match (way, through) {
            (_, None) => item.set(known.entity, LinkKind::Name, None, 1.0),
            (None | Some(Way::Same), _) => {
                item.set(known.entity, LinkKind::SameName, through, 1.0);
            }
            (Some(way), _) => item.set(known.entity, way.kind(), through, way.sure()),
        }
        let before = draft.sheet.before(item.first, 1);
        let said = gender::of_noun(if before == "." {
            draft.sheet.before(item.first, 2)
        } else {
            before
        });
        if said != Gender::Unknown {
            known.gender = said;
        }
    }

    /// The person of a single name.
    fn single(
        &mut self,
        draft: &mut Draft<'_>,
        at: usize,
        parts: Vec<String>,
        known: &super::Known,
    ) {
        let surface = draft.surface(at);
        let part = parts.into_iter().next().unwrap_or_default();
        let first = draft.items[at].first;
        let before = draft.sheet.before(first, 1);
        let said = gender::of_noun(if before == "." {
            draft.sheet.before(first, 2)
        } else {
            before
        });
        let found = self.bearer(&part, at as u32, said);
        let Some((person, kind, sure)) = found else {
            let entity = known
                .thing(Label::Person, surface)
                .unwrap_or_else(|| draft.entity(one_line(surface), Label::Person));
            let person = self
                .by_entity
                .get(&entity)
                .copied()
                .unwrap_or_else(|| self.add(entity));
            self.add_name(person, vec![part]);
            self.all[person as usize].gender = said;
            self.all[person as usize].full.push(at as u32);
            draft.items[at].set(entity, LinkKind::Name, None, 1.0);
            return;
        };
        let person = &mut self.all[person as usize];
        person.gender = said.or(|| person.gender);
        let behind = person.full.partition_point(|&full| full < at as u32);
        let through = person.full.get(behind.saturating_sub(1)).copied();
        draft.items[at].set(person.entity, kind, through, sure);
    }

    /// Who of the people named in full is meant by one part.
    fn bearer(&self, part: &str, at: u32, said: Gender) -> Option<(u32, LinkKind, f32)> {
        let mut best: Option<((u32, bool, u32), u32)> = None;
        let mut rivals = 0;
        let candidates = self.by_part.get(part).map_or(&[][..], Vec::as_slice);
        for &person in candidates.iter().rev().take(LOOK_BACK) {
            let known = &self.all[person as usize];
            if !known.gender.agrees(said) {
                continue;
            }
            let role = known.names.iter().map(|name| place_of(name, part)).max();
            let Some(role @ 1..) = role else { continue };
            // Named last before; else first after.
            let behind = known.full.partition_point(|&full| full < at);
            let (named, near) = match behind.checked_sub(1).and_then(|last| known.full.get(last)) {
                Some(&last) => (true, last),
                None => (
                    false,
                    u32::MAX - known.full.first().copied().unwrap_or_default(),
                ),
            };
            let rank = (role, named, near);
            rivals += u32::from(best.is_none_or(|((best, ..), _)| best <= role));
            if best.is_none_or(|(best, _)| rank > best) {
                best = Some((rank, person));
            }
        }
        if let Some(((role, ..), person)) = best {
            let single = self.all[person as usize]
                .names
                .iter()
                .all(|name| name.len() == 1);
            return Some(match (single, role, rivals) {
                (true, ..) => (person, LinkKind::SameName, 1.0),
                (_, 3, 1) => (person, LinkKind::Part, 0.95),
                (_, _, 1) => (person, LinkKind::Part, 0.85),
                _ if said != Gender::Unknown => (person, LinkKind::Part, 0.8),
                _ => (person, LinkKind::Part, 0.6),
            });
        }
        if part.len() < 5 {
            return None;
        }
        let candidates = self.by_sound.get(&skeleton(part))?;
        let mut found = None;
        for &person in candidates.iter().rev().take(LOOK_BACK) {
            let known = &self.all[person as usize];
            let alike = known.names.iter().any(|name| {
                let surname = surname(name);
                surname.len() > 4 && sounds_like(surname, part)
            });
            if alike && known.gender.agrees(said) && known.entity != OPEN {
                if found.is_some() {
                    return None;
                }
                found = Some(person);
            }
        }
        found.map(|person| (person, LinkKind::Spelling, 0.7))
    }
}

/// The plain parts of a name, with particles as part of the surname: `von der leyen`.
pub(super) fn parts_of(surface: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let initials = |word: &str, parts: &mut Vec<String>| {
        // `J.K.` is two.
        let letters: Vec<&str> = word.split('.').filter(|part| !part.is_empty()).collect();
        if letters.len() > 1 && letters.iter().all(|part| part.chars().count() == 1) {
            parts.extend(letters.into_iter().map(plain));
        } else {
            parts.push(plain(word));
        }
    };
    for word in surface.split([' ', '\n', '\u{a0}', ',']) {
        let word = if word.ends_with('s') {
            word.trim_end_matches("'s").trim_end_matches("\u{2019}s")
        } else {
            word
        };
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.');
        if !word.is_empty() {
            initials(word, &mut parts);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The part of a name by which news calls its bearer.
pub(super) fn surname(name: &[String]) -> &str {
    let given_last = |part: &str| part.len() < 2;
    match name {
        [] => "",
        [one] => one,
        [first, .., last] => {
            if FAMILY_NAMES.binary_search(&first.as_str()).is_ok()
                && (name.len() > 2
                    || gender::of_name(&[last.clone(), String::new()]) == Gender::Unknown)
                && FAMILY_NAMES.binary_search(&last.as_str()).is_err()
            {
                return first;
            }
            let named = name.iter().rev().find(|part| !is_suffix(part));
            named
                .filter(|part| !given_last(part))
                .map_or(last, |part| part)
        }
    }
}

/// How a part stands for a person of this name: 3 as surname, 2 as first part, 1 as another part
/// that can stand alone, 0 not at all.
fn place_of(name: &[String], part: &str) -> u32 {
    if name.len() == 1 {
        return if name[0] == part { 3 } else { 0 };
    }
    if surname(name) == part {
        3
    } else if name.first().is_some_and(|first| first == part) {
        2
    } else {
        let stands_alone = part.len() > 2 && !is_suffix(part);
        u32::from(stands_alone && name.iter().any(|one| one == part))
    }
}

fn is_suffix(part: &str) -> bool {
    matches!(part, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// In which way two names are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Same,
    /// Middle names, initials, suffixes more or less; the end of a longer name.
    Longer,
    Initial,
    Nickname,
    Order,
    Spelling,
    Slip,
}

impl Way {
    fn kind(self) -> LinkKind {
        match self {
            Self::Same => LinkKind::SameName,
            Self::Longer | Self::Initial => LinkKind::Part,
            Self::Nickname | Self::Order | Self::Spelling | Self::Slip => LinkKind::Spelling,
        }
    }

    fn sure(self) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Longer => 0.95,
            Self::Order | Self::Spelling => 0.9,
            Self::Nickname => 0.85,
            Self::Initial => 0.8,
            Self::Slip => 0.75,
        }
    }
}

/// Whether two names in full are forms of one.
fn same(one: &[String], other: &[String]) -> Option<Way> {
    if one == other || letters(one).eq(letters(other)) {
        return Some(Way::Same);
    }
    let (suffixed, bare): (Vec<_>, Vec<_>) = [one, other]
        .into_iter()
        .partition(|name| name.last().is_some_and(|last| is_suffix(last)));
    if let ([name], [bare]) = (&suffixed[..], &bare[..]) {
        // `Robert Downey Jr.` and `Robert Downey`; the older one says `Sr.` when it matters.
        return (name.last().is_some_and(|last| last != "sr"))
            .then(|| same(&name[..name.len() - 1], bare))
            .flatten()
            .map(|_| Way::Longer);
    }
    if !suffixed.is_empty() && one.last() != other.last() {
        return None;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.len() < 2 {
        return None;
    }
    if short.len() < long.len() {
        if long.ends_with(short) || is_subsequence(short, long) {
            return Some(Way::Longer);
        }
        // `J. Biden`, `Joseph Robinette Biden`.
        let ends = short.last() == long.last();
        return (ends && given(&short[0], &long[0]).is_some()).then_some(Way::Initial);
    }
    if sorted(short) == sorted(long) {
        return Some(Way::Order);
    }
    let equal = short.iter().zip(long).filter(|(a, b)| a == b).count();
    let different = || short.iter().zip(long).filter(|(a, b)| a != b);
    if equal + 1 == short.len() {
        let (a, b) = different().next()?;
        let is_given = short.last() == long.last();
        if is_given && let Some(way) = given(a, b) {
            return Some(way);
        }
        if sounds_like(a, b) {
            return Some(Way::Spelling);
        }
        // A slip in a long part, where the other parts are the same.
        let both_known = gender::of_name(&[a.clone(), String::new()]) != Gender::Unknown
            && gender::of_name(&[b.clone(), String::new()]) != Gender::Unknown;
        let long_enough = a.len().min(b.len()) > if is_given { 5 } else { 3 };
        return (long_enough
            && !both_known
            && a.as_bytes()[0] == b.as_bytes()[0]
            && one_letter_apart(a, b))
        .then_some(Way::Slip);
    }
    (letters(short).count() > 9 && different().all(|(a, b)| sounds_like(a, b)))
        .then_some(Way::Spelling)
}

fn letters(name: &[String]) -> impl Iterator<Item = u8> {
    name.iter().flat_map(|part| part.bytes())
}

fn sorted(name: &[String]) -> Vec<&String> {
    let mut parts: Vec<_> = name.iter().collect();
    parts.sort_unstable();
    parts
}

/// First and last part the same, and what is between in the same order.
fn is_subsequence(short: &[String], long: &[String]) -> bool {
    short.first() == long.first() && short.last() == long.last() && {
        let mut rest = long.iter();
        short.iter().all(|part| {
            rest.any(|other| other == part || part.len() == 1 && other.starts_with(part.as_str()))
        })
    }
}

/// Whether two given names are one: an initial, or a short form.
fn given(one: &str, other: &str) -> Option<Way> {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short == long {
        return Some(Way::Longer);
    }
    if short.chars().count() == 1 {
        return long.starts_with(short).then_some(Way::Initial);
    }
    NICKNAMES
        .iter()
        .any(|names| names.contains(&short) && names.contains(&long))
        .then_some(Way::Nickname)
}

/// The fullest name is the one that an entity goes by; initials do not count.
fn better_name(draft: &mut Draft<'_>, entity: u32, surface: &str, way: Option<Way>) {
    if !matches!(way, Some(Way::Longer | Way::Initial)) {
        return;
    }
    let parts = |name: &str| {
        let parts = name.split([' ', '\n']);
        parts
            .filter(|part| part.trim_end_matches('.').len() > 1)
            .count()
    };
    let name = &mut draft.entities[entity as usize].name;
    if parts(surface) > parts(name) {
        *name = one_line(surface);
    }
}
