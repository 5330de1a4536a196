//! Reads the lists in `data/` into the [`Gazetteer`].
//!
//! Where two lists hold the same surface, the first to be read wins: countries before
//! nationalities before organisations before places.

use std::str::Split;

use copydesk_core::record::Label;
use rustc_hash::FxHashSet;

use super::{Entry, Gazetteer, Phrase, matcher::first_word, words::Words};

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../data/", $name, ".tsv"))
    };
}

/// Reads all lists.
pub(super) fn load() -> Gazetteer {
    let mut gazetteer = Gazetteer {
        words: words(),
        ..Gazetteer::default()
    };
    countries(&mut gazetteer);
    groups(&mut gazetteer);
    named(
        &mut gazetteer,
        list!("organisations"),
        "organisations",
        Label::Org,
    );
    named(&mut gazetteer, list!("locations"), "locations", Label::Loc);
    named(&mut gazetteer, list!("events"), "events", Label::Event);
    cities(&mut gazetteer);
    regions(&mut gazetteer);
    towns(&mut gazetteer);
    titles(&mut gazetteer);
    for phrases in gazetteer.phrases.values_mut() {
        // Stable: of equally long phrases the first list stays first.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.surface.len()));
    }
    gazetteer
}

/// The cells of the rows of a list, without comments.
fn rows(list: &'static str) -> impl Iterator<Item = Split<'static, char>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t'))
}

fn cell(cells: &mut Split<'static, char>) -> &'static str {
    cells.next().unwrap_or_default()
}

fn several(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|value| !value.is_empty())
}

fn entry(name: &'static str, label: Label, list: &'static str) -> Entry {
    Entry {
        name,
        label,
        list,
        country: "",
        wikidata: "",
        geonames: 0,
        coordinates: None,
        ambiguous: false,
        before_name: false,
        capital_only: false,
        office: true,
    }
}

impl Gazetteer {
    fn add(&mut self, entry: Entry, surfaces: impl IntoIterator<Item = &'static str>) {
        let id = self.entries.len() as u32;
        self.entries.push(entry);
        for surface in surfaces {
            let phrases = self.phrases.entry(first_word(surface)).or_default();
            phrases.push(Phrase { surface, entry: id });
        }
    }
}

/// iso2, iso3, wikidata, name, aliases, demonyms, capital.
fn countries(gazetteer: &mut Gazetteer) {
    for mut cells in rows(list!("countries")) {
        let country = cell(&mut cells);
        let _iso3 = cell(&mut cells);
        let wikidata = cell(&mut cells);
        let name = cell(&mut cells);
        let aliases = cell(&mut cells);
        let demonyms = cell(&mut cells);
        let place = Entry {
            country,
            wikidata,
            ..entry(name, Label::Gpe, "countries")
        };
        gazetteer.add(place, std::iter::once(name).chain(several(aliases)));
        let people = Entry {
            country,
            wikidata,
            ..entry(name, Label::Norp, "demonyms")
        };
        gazetteer.add(people, several(demonyms));
    }
}

/// Religious, political and ethnic groups: forms, kind.
fn groups(gazetteer: &mut Gazetteer) {
    for mut cells in rows(list!("norp")) {
        let forms = cell(&mut cells);
        if let Some(name) = several(forms).next() {
            gazetteer.add(entry(name, Label::Norp, "groups"), several(forms));
        }
    }
}

/// name, aliases, kind, …, ambiguous.
fn named(gazetteer: &mut Gazetteer, list: &'static str, list_name: &'static str, label: Label) {
    for mut cells in rows(list) {
        let name = cell(&mut cells);
        let aliases = cell(&mut cells);
        let ambiguous = cells.next_back() == Some("1");
        let thing = Entry {
            ambiguous,
            ..entry(name, label, list_name)
        };
        gazetteer.add(thing, std::iter::once(name).chain(several(aliases)));
    }
}

/// name, aliases, iso2, admin1, population, lat, lon, geonameid, ambiguous.
fn cities(gazetteer: &mut Gazetteer) {
    let mut seen = FxHashSet::default();
    for mut cells in rows(list!("cities")) {
        let name = cell(&mut cells);
        let aliases = cell(&mut cells);
        let country = cell(&mut cells);
        let _region = cell(&mut cells);
        let _population = cell(&mut cells);
        let latitude = cell(&mut cells).parse().ok();
        let longitude = cell(&mut cells).parse().ok();
        let geonames = cell(&mut cells).parse().unwrap_or_default();
        let ambiguous = cell(&mut cells) == "1";
        let city = Entry {
            country,
            geonames,
            coordinates: latitude
                .zip(longitude)
                .map(|(latitude, longitude)| [latitude, longitude]),
            ambiguous,
            ..entry(name, Label::Gpe, "cities")
        };
        // The largest of several cities of one name stands first.
        let surfaces: Vec<_> = std::iter::once(name)
            .chain(several(aliases))
            .filter(|surface| seen.insert(*surface))
            .collect();
        gazetteer.add(city, surfaces);
    }
}

/// Smaller places: name, alias, iso2, lat, lon, geonameid. All need context.
fn towns(gazetteer: &mut Gazetteer) {
    for mut cells in rows(list!("towns")) {
        let name = cell(&mut cells);
        let alias = cell(&mut cells);
        let country = cell(&mut cells);
        let latitude = cell(&mut cells).parse().ok();
        let longitude = cell(&mut cells).parse().ok();
        let geonames = cell(&mut cells).parse().unwrap_or_default();
        let town = Entry {
            country,
            geonames,
            coordinates: latitude
                .zip(longitude)
                .map(|(latitude, longitude)| [latitude, longitude]),
            ambiguous: true,
            ..entry(name, Label::Gpe, "towns")
        };
        gazetteer.add(town, std::iter::once(name).chain(several(alias)));
    }
}

/// First-level regions: name, aliases, iso2.
fn regions(gazetteer: &mut Gazetteer) {
    for mut cells in rows(list!("regions")) {
        let name = cell(&mut cells);
        let aliases = cell(&mut cells);
        let country = cell(&mut cells);
        let region = Entry {
            country,
            ..entry(name, Label::Gpe, "regions")
        };
        gazetteer.add(region, std::iter::once(name).chain(several(aliases)));
    }
}

/// title, plural, kind, prefix, lower.
fn titles(gazetteer: &mut Gazetteer) {
    for mut cells in rows(list!("titles")) {
        let singular = cell(&mut cells);
        let plural = cell(&mut cells);
        let kind = cell(&mut cells);
        let before_name = cell(&mut cells) == "1";
        let lower = cell(&mut cells) == "1";
        let office = Entry {
            before_name,
            capital_only: !lower,
            office: kind != "honorific",
            ..entry(singular, Label::Title, "titles")
        };
        let mut surfaces = Vec::new();
        for form in [singular, plural] {
            if form.is_empty() {
                continue;
            }
            surfaces.push(form);
            if lower {
                let small = form.to_lowercase();
                let mut letters = small.chars();
                let sentence_case = letters
                    .next()
                    .map(|first| first.to_uppercase().chain(letters).collect::<String>());
                for variant in [Some(small.clone()), sentence_case].into_iter().flatten() {
                    if !surfaces.contains(&variant.as_str()) {
                        // The lists live as long as the process.
                        surfaces.push(String::leak(variant));
                    }
                }
            }
        }
        gazetteer.add(office, surfaces);
    }
}

fn words() -> Words {
    let mut words = Words::default();
    for mut cells in rows(list!("given_names")) {
        let name = cell(&mut cells);
        if cell(&mut cells) == "1" {
            words.given_names_and_words.insert(name);
        } else {
            words.given_names.insert(name);
        }
    }
    words.common = rows(list!("common_words"))
        .map(|mut cells| cell(&mut cells))
        .collect();
    for mut cells in rows(list!("org_heads")) {
        let head = cell(&mut cells);
        match cell(&mut cells) {
            "last" => drop(words.organisation_last.insert(head)),
            _ => drop(words.organisation_first.insert(head)),
        }
    }
    for mut cells in rows(list!("loc_heads")) {
        let head = cell(&mut cells);
        match cell(&mut cells) {
            "first" => drop(words.location_first.insert(head)),
            _ => drop(words.location_last.insert(head)),
        }
    }
    words.event_last = rows(list!("event_heads"))
        .map(|mut cells| cell(&mut cells))
        .collect();
    words.facility_last = rows(list!("fac_heads"))
        .map(|mut cells| cell(&mut cells))
        .collect();
    words
}
