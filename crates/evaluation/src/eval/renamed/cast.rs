//! Who stands for whom in a draft: every name of a document gets another one of its kind, the same
//! wherever it occurs.
//!
//! What is annotated decides the kind: a GPE that the list of countries has is a country, a NORP
//! goes with its country, a place that stands for a country (`metonym_for`, anywhere in the gold)
//! is its capital. Kinds of organisations, regions and events are told by words of the canonical
//! name. Titles, dates and products stay.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::{
    super::gold::{Document, Line},
    names::{self, Country},
    random::Random,
};

/// What is known of the places of all documents.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) countries: BTreeSet<String>,
    /// Capitals, each with its country.
    pub(crate) capitals: BTreeMap<String, String>,
}

/// The kind of a name, and what makes it one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Country,
    Town,
    Person,
    Seat,
    Ministry,
    Party,
    Agency,
    Medium,
    Body,
    Forum,
    Upheaval,
    Peninsula,
    Region,
    Part,
    World,
}

/// The forms of a new name.
#[derive(Clone, Debug)]
enum New {
    Country(&'static Country),
    /// The whole name and what stands for it alone.
    Person(&'static str, &'static str),
    /// A noun and what is of it.
    World(&'static str, &'static str),
    Name(String),
}

/// The new names of a draft, by kind and canonical name.
#[derive(Debug)]
pub(crate) struct Cast<'a> {
    world: &'a World,
    names: BTreeMap<(Kind, String), New>,
}

impl<'a> Cast<'a> {
    /// Chooses a name for each name of a document.
    pub(crate) fn new(document: &Document, world: &'a World, draft: u64) -> Result<Self> {
        let mut old: BTreeMap<_, Needs> = BTreeMap::new();
        for line in &document.gold {
            if let Some(name) = world.kind(line) {
                let needs = old.entry(name).or_default();
                needs.short |= line.label == "GPE" && abbreviated(&line.text);
                needs.article |= line.label == "GPE" && after_article(document, line.start);
            }
        }
        let mut random = Random::new(draft, &document.file);
        let mut rest = Rest::default();
        // Those that must have a short form first, before others take the few that have one.
        let mut order: Vec<_> = old.into_iter().collect();
        order.sort_by_key(|((kind, _), needs)| (kind.clone(), !needs.short));
        let mut names = BTreeMap::new();
        for ((kind, canonical), needs) in order {
            let new = rest.take(&kind, needs, &mut random);
            let new = new.with_context(|| format!("no name is left for {canonical} ({kind:?})"))?;
            names.insert((kind, canonical), new);
        }
        Ok(Self { world, names })
    }

    /// What stands in the draft for a mention; nothing where it stays.
    pub(crate) fn form(&self, line: &Line) -> Option<String> {
        let new = self.names.get(&self.world.kind(line)?)?;
        let people = line.label == "NORP";
        let form = match new {
            New::Country(country) if people => country.demonym.to_owned(),
            New::Country(country) if self.world.capitals.contains_key(&line.canonical) => {
                country.capital.to_owned()
            }
            New::Country(country) => match country.short.filter(|_| abbreviated(&line.text)) {
                Some(short) if line.text.contains('.') => {
                    short.chars().flat_map(|letter| [letter, '.']).collect()
                }
                Some(short) => short.to_owned(),
                None => country.name.to_owned(),
            },
            New::Person(whole, _) if line.text.contains(' ') => (*whole).to_owned(),
            New::Person(_, alone) => (*alone).to_owned(),
            New::World(_, adjective) if people => (*adjective).to_owned(),
            New::World(noun, _) => (*noun).to_owned(),
            New::Name(name) => name.clone(),
        };
        let capitals = line.text.len() > 3 && line.text.chars().all(char::is_uppercase);
        Some(if capitals { form.to_uppercase() } else { form })
    }
}

/// What the new name of a country must have.
#[derive(Clone, Copy, Debug, Default)]
struct Needs {
    short: bool,
    article: bool,
}

/// Whether `the` stands before a place; its `e` may be a look-alike.
fn after_article(document: &Document, at: u32) -> bool {
    let before = document.words(at.saturating_sub(4), at).to_lowercase();
    matches!(before.as_str(), "the " | "th\u{435} ")
}

/// Whether a name is up to four capitals, with or without stops.
fn abbreviated(text: &str) -> bool {
    let letters = text.chars().filter(|letter| *letter != '.');
    text.chars()
        .all(|letter| letter == '.' || letter.is_uppercase())
        && letters.count() <= 4
}

impl World {
    /// The kind of a mention and what it is called; none for those that stay.
    fn kind(&self, line: &Line) -> Option<(Kind, String)> {
        let name = line.canonical.as_str();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if let Some(country) = self.capitals.get(name) {
            return Some((Kind::Country, country.clone()));
        }
        let kind = match line.label.as_str() {
            "PERSON" => Kind::Person,
            "GPE" | "NORP" if self.countries.contains(name) => Kind::Country,
            "GPE" => Kind::Town,
            "NORP" => Kind::World,
            "LOC" if has(&["world"]) => Kind::World,
            "LOC" if has(&["Peninsula"]) => Kind::Peninsula,
            "LOC" if has(&["Asia", "Africa", "America", "Europe"]) => Kind::Part,
            "LOC" => Kind::Region,
            "ORG" if has(&["Kremlin", "House"]) => Kind::Seat,
            "ORG" if has(&["Ministry"]) => Kind::Ministry,
            "ORG" if has(&["Party"]) => Kind::Party,
            "ORG" if has(&["Press"]) => Kind::Agency,
            "ORG" if has(&["Media", "news", "TAG24"]) => Kind::Medium,
            "ORG" => Kind::Body,
            "EVENT" if has(&["Forum"]) => Kind::Forum,
            "EVENT" => Kind::Upheaval,
            _ => return None,
        };
        Some((kind, name.to_owned()))
    }
}

/// The names that are left.
struct Rest {
    countries: Vec<&'static Country>,
    articled: Vec<&'static Country>,
    people: Vec<(&'static str, &'static str)>,
    worlds: Vec<(&'static str, &'static str)>,
    names: BTreeMap<Kind, Vec<&'static str>>,
}

impl Default for Rest {
    fn default() -> Self {
        let names = [
            (Kind::Town, names::TOWNS.as_slice()),
            (Kind::Seat, &names::SEATS),
            (Kind::Ministry, &names::MINISTRIES),
            (Kind::Party, &names::PARTIES),
            (Kind::Agency, &names::AGENCIES),
            (Kind::Medium, &names::MEDIA),
            (Kind::Body, &names::BODIES),
            (Kind::Forum, &names::FORUMS),
            (Kind::Upheaval, &names::UPHEAVALS),
            (Kind::Peninsula, &names::PENINSULAS),
            (Kind::Region, &names::REGIONS),
            (Kind::Part, &names::PARTS),
        ];
        Self {
            countries: names::COUNTRIES.iter().collect(),
            articled: names::ARTICLED.iter().collect(),
            people: names::PEOPLE.to_vec(),
            worlds: names::WORLDS.to_vec(),
            names: names
                .into_iter()
                .map(|(kind, all)| (kind, all.to_vec()))
                .collect(),
        }
    }
}

impl Rest {
    fn take(&mut self, kind: &Kind, needs: Needs, random: &mut Random) -> Option<New> {
        match kind {
            Kind::Country if needs.short => {
                let fits = |country: &&Country| country.short.is_some();
                let mut short: Vec<_> = self.articled.iter().copied().filter(fits).collect();
                let country = random.take(&mut short)?;
                self.articled.retain(|other| other.name != country.name);
                Some(New::Country(country))
            }
            Kind::Country if needs.article => random.take(&mut self.articled).map(New::Country),
            Kind::Country => random.take(&mut self.countries).map(New::Country),
            Kind::Person => random
                .take(&mut self.people)
                .map(|(all, one)| New::Person(all, one)),
            Kind::World => random
                .take(&mut self.worlds)
                .map(|(noun, of)| New::World(noun, of)),
            Kind::Party => {
                let party = random.take(self.names.get_mut(kind)?)?;
                let country = random.take(&mut self.countries)?;
                Some(New::Name(format!("{party} {}", country.name)))
            }
            _ => {
                let name = random.take(self.names.get_mut(kind)?)?;
                Some(New::Name(name.to_owned()))
            }
        }
    }
}
