//! Reads the rows of all lists.
//!
//! Where two lists hold the same surface, the first to be read wins: countries before
//! nationalities before organisations before places, and all of these before the folders of
//! `names/`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Problem, Source};
use crate::gazetteer::{
    layout::{AMBIGUOUS, BEFORE_NAME, CAPITAL_ONLY, DEGREE, HONORIFIC, LISTS},
    words::flags,
};

/// The folders of `names/`, in the order in which they are read: a company before the product
/// of its name.
const FOLDERS: [&str; 10] = [
    "organisations",
    "products",
    "works",
    "laws",
    "events",
    "facilities",
    "locations",
    "languages",
    "groups",
    "people",
];

/// A thing of the lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    pub(super) name: String,
    /// Index in [`LISTS`].
    pub(super) list: usize,
    pub(super) kind: String,
    pub(super) country: String,
    pub(super) wikidata: String,
    pub(super) geonames: u32,
    /// In parts of a degree.
    pub(super) coordinates: Option<[i32; 2]>,
    pub(super) flags: u8,
}

/// All rows.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) items: Vec<Item>,
    /// Surfaces with their items, in the order of the lists.
    pub(super) phrases: Vec<(String, usize)>,
    /// Single words with the lists that have them.
    pub(super) words: BTreeMap<String, u16>,
    /// The first item of each surface and index of a label.
    known: HashMap<(String, &'static str), usize>,
}

/// A row with where it stands.
struct Row<'a> {
    path: &'a str,
    line: usize,
    cells: Vec<&'a str>,
}

impl<'a> Row<'a> {
    fn cell(&self, at: usize) -> &'a str {
        self.cells.get(at).copied().unwrap_or_default()
    }

    fn several(&self, at: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(at).split('|').filter(|value| !value.is_empty())
    }

    /// The surfaces of a name and a cell of aliases.
    fn surfaces(&self, name: usize, aliases: usize) -> Vec<&'a str> {
        let mut surfaces = vec![self.cell(name)];
        surfaces.extend(self.several(aliases));
        surfaces
    }

    fn problem(&self, message: String) -> Problem {
        Problem {
            path: self.path.to_owned(),
            line: self.line,
            message,
        }
    }

    /// Whether the cell is 1; `wanted` says what the cell is.
    fn flag(&self, at: usize, wanted: &str) -> Result<bool, Problem> {
        match self.cell(at) {
            "1" => Ok(true),
            "0" | "" => Ok(false),
            other => Err(self.problem(format!("{wanted} is `{other}`; wanted is 0 or 1"))),
        }
    }

    fn degrees(&self, at: usize) -> Result<Option<i32>, Problem> {
        let cell = self.cell(at);
        if cell.is_empty() {
            return Ok(None);
        }
        let parts = cell
            .parse()
            .ok()
            .map(|degrees: f64| (degrees, (degrees * DEGREE).round()))
            .filter(|&(degrees, parts)| {
                (parts / DEGREE).to_bits() == degrees.to_bits() && parts.abs() <= 180.0 * DEGREE
            });
        let problem = || {
            self.problem(format!(
                "`{cell}` is no number of degrees with up to 4 decimals"
            ))
        };
        let (_, parts) = parts.ok_or_else(problem)?;
        Ok(Some(parts as i32))
    }

    /// Latitude, longitude and GeoNames id, in cells one behind the other.
    fn place(&self, at: usize) -> Result<(Option<[i32; 2]>, u32), Problem> {
        let latitude = self.degrees(at)?;
        let longitude = self.degrees(at + 1)?;
        let id = self.cell(at + 2);
        let geonames = id
            .parse()
            .map_err(|_| self.problem(format!("`{id}` is no GeoNames id")))?;
        Ok((
            latitude
                .zip(longitude)
                .map(|(latitude, longitude)| [latitude, longitude]),
            geonames,
        ))
    }
}

fn flag(set: bool, flag: u8) -> u8 {
    if set { flag } else { 0 }
}

fn list(name: &str) -> usize {
    LISTS
        .iter()
        .position(|list| list.name == name)
        .expect("the names are those of the table")
}

/// The files that have been read, and those that are left.
struct Files<'a> {
    left: BTreeMap<&'a str, &'a str>,
}

impl<'a> Files<'a> {
    /// The rows of a file, without comments.
    fn rows(&mut self, path: &'a str) -> Result<impl Iterator<Item = Row<'a>> + use<'a>, Problem> {
        let text = self.left.remove(path).ok_or_else(|| Problem {
            path: path.to_owned(),
            line: 0,
            message: "the file is missing".to_owned(),
        })?;
        let rows = text.lines().enumerate().map(move |(at, line)| Row {
            path,
            line: at + 1,
            cells: line.split('\t').collect(),
        });
        Ok(rows.filter(|row| !row.cell(0).starts_with('#') && row.cells != [""]))
    }
}

impl Collected {
    /// Reads all files.
    pub(super) fn read(sources: &[Source]) -> Result<Self, Problem> {
        let left = sources
            .iter()
            .map(|source| (source.path.as_str(), source.text.as_str()))
            .collect();
        let mut files = Files { left };
        let mut collected = Self::default();
        collected.countries(&mut files)?;
        collected.groups(&mut files)?;
        for name in ["organisations", "locations", "events"] {
            collected.named(&mut files, name)?;
        }
        collected.cities(&mut files)?;
        collected.regions(&mut files)?;
        collected.towns(&mut files)?;
        collected.titles(&mut files)?;
        collected.read_words(&mut files)?;
        let mut folders = files
            .left
            .keys()
            .copied()
            .map(folder)
            .collect::<Result<Vec<_>, _>>()?;
        folders.sort_unstable();
        for (_, path) in folders {
            collected.names(&mut files, path)?;
        }
        Ok(collected)
    }

    fn add<'a>(
        &mut self,
        row: &Row<'_>,
        item: Item,
        surfaces: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Problem> {
        let id = self.items.len();
        let before = self.phrases.len();
        for surface in surfaces {
            check_surface(surface).map_err(|message| row.problem(message))?;
            self.phrases.push((surface.to_owned(), id));
            self.known
                .entry((surface.to_owned(), LISTS[item.list].label.as_str()))
                .or_insert(id);
        }
        // What no surface leads to is no part of the lists.
        if self.phrases.len() > before {
            self.items.push(item);
        }
        Ok(())
    }

    /// iso2, iso3, wikidata, name, aliases, demonyms, capital.
    fn countries(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for row in files.rows("countries.tsv")? {
            let country = Item {
                name: row.cell(3).to_owned(),
                list: list("countries"),
                country: row.cell(0).to_owned(),
                wikidata: row.cell(2).to_owned(),
                ..Item::default()
            };
            let people = Item {
                list: list("demonyms"),
                ..country.clone()
            };
            self.add(&row, country, row.surfaces(3, 4))?;
            self.add(&row, people, row.several(5))?;
        }
        Ok(())
    }

    /// Religious, political and ethnic groups: forms, kind.
    fn groups(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for row in files.rows("norp.tsv")? {
            let group = Item {
                name: row.several(0).next().unwrap_or_default().to_owned(),
                list: list("groups"),
                kind: row.cell(1).to_owned(),
                ..Item::default()
            };
            self.add(&row, group, row.several(0))?;
        }
        Ok(())
    }

    /// name, aliases, kind, …, ambiguous; events have no last column.
    fn named(&mut self, files: &mut Files<'_>, name: &str) -> Result<(), Problem> {
        let path = match name {
            "organisations" => "organisations.tsv",
            "locations" => "locations.tsv",
            _ => "events.tsv",
        };
        for row in files.rows(path)? {
            let ambiguous = row.cells.len() > 3 && row.flag(row.cells.len() - 1, "ambiguous")?;
            let thing = Item {
                name: row.cell(0).to_owned(),
                list: list(name),
                kind: row.cell(2).to_owned(),
                flags: flag(ambiguous, AMBIGUOUS),
                ..Item::default()
            };
            self.add(&row, thing, row.surfaces(0, 1))?;
        }
        Ok(())
    }

    /// name, aliases, iso2, admin1, population, lat, lon, geonameid, ambiguous.
    fn cities(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        let mut seen = HashSet::new();
        for row in files.rows("cities.tsv")? {
            let (coordinates, geonames) = row.place(5)?;
            let city = Item {
                name: row.cell(0).to_owned(),
                list: list("cities"),
                country: row.cell(2).to_owned(),
                geonames,
                coordinates,
                flags: flag(row.flag(8, "ambiguous")?, AMBIGUOUS),
                ..Item::default()
            };
            // The largest of several cities of one name stands first.
            let mut surfaces = row.surfaces(0, 1);
            surfaces.retain(|surface| seen.insert((*surface).to_owned()));
            self.add(&row, city, surfaces)?;
        }
        Ok(())
    }

    /// First-level regions: name, aliases, iso2.
    fn regions(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for row in files.rows("regions.tsv")? {
            let region = Item {
                name: row.cell(0).to_owned(),
                list: list("regions"),
                country: row.cell(2).to_owned(),
                ..Item::default()
            };
            self.add(&row, region, row.surfaces(0, 1))?;
        }
        Ok(())
    }

    /// Smaller places: name, alias, iso2, lat, lon, geonameid. All need context.
    fn towns(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for row in files.rows("towns.tsv")? {
            let (coordinates, geonames) = row.place(3)?;
            let town = Item {
                name: row.cell(0).to_owned(),
                list: list("towns"),
                country: row.cell(2).to_owned(),
                geonames,
                coordinates,
                flags: AMBIGUOUS,
                ..Item::default()
            };
            self.add(&row, town, row.surfaces(0, 1))?;
        }
        Ok(())
    }

    /// title, plural, kind, prefix, lower.
    fn titles(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for row in files.rows("titles.tsv")? {
            let lower = row.flag(4, "lower")?;
            let office = Item {
                name: row.cell(0).to_owned(),
                list: list("titles"),
                kind: row.cell(2).to_owned(),
                flags: flag(row.flag(3, "prefix")?, BEFORE_NAME)
                    | flag(!lower, CAPITAL_ONLY)
                    | flag(row.cell(2) == "honorific", HONORIFIC),
                ..Item::default()
            };
            let mut surfaces: Vec<String> = Vec::new();
            let forms = [row.cell(0), row.cell(1)];
            for form in forms.into_iter().filter(|form| !form.is_empty()) {
                surfaces.push(form.to_owned());
                if !lower {
                    continue;
                }
                let small = form.to_lowercase();
                let mut letters = small.chars();
                let sentence_case = letters
                    .next()
                    .map(|first| first.to_uppercase().chain(letters).collect());
                for variant in [Some(small.clone()), sentence_case].into_iter().flatten() {
                    if !surfaces.contains(&variant) {
                        surfaces.push(variant);
                    }
                }
            }
            self.add(&row, office, surfaces.iter().map(String::as_str))?;
        }
        Ok(())
    }

    /// The lists of single words.
    fn read_words(&mut self, files: &mut Files<'_>) -> Result<(), Problem> {
        for (path, of) in [
            ("given_names.tsv", flags::GIVEN_NAME),
            ("common_words.tsv", flags::COMMON),
            ("org_heads.tsv", flags::ORGANISATION_FIRST),
            ("loc_heads.tsv", flags::LOCATION_LAST),
            ("event_heads.tsv", flags::EVENT_LAST),
            ("fac_heads.tsv", flags::FACILITY_LAST),
        ] {
            for row in files.rows(path)? {
                let of = match (path, row.cell(1)) {
                    ("given_names.tsv", "1") => flags::GIVEN_NAME_AND_WORD,
                    ("org_heads.tsv", "last") => flags::ORGANISATION_LAST,
                    ("loc_heads.tsv", "first") => flags::LOCATION_FIRST,
                    _ => of,
                };
                *self.words.entry(row.cell(0).to_owned()).or_default() |= of;
            }
        }
        Ok(())
    }

    /// A file of a folder of `names/`: name, aliases, ambiguous.
    fn names<'a>(&mut self, files: &mut Files<'a>, path: &'a str) -> Result<(), Problem> {
        let (folder, kind) = parts(path).unwrap_or_default();
        let list = list(folder);
        let label = LISTS[list].label.as_str();
        for row in files.rows(path)? {
            if row.cells.len() != 3 {
                let found = row.cells.len();
                return Err(row.problem(format!(
                    "{found} cells; wanted are name, aliases and ambiguous"
                )));
            }
            let known = |surface: &str| self.known.get(&(surface.to_owned(), label));
            // Another spelling of what an earlier list has is the same thing.
            let name = known(row.cell(0)).map_or(row.cell(0), |&item| &self.items[item].name);
            let thing = Item {
                name: name.to_owned(),
                list,
                kind: kind.to_owned(),
                flags: flag(row.flag(2, "ambiguous")?, AMBIGUOUS),
                ..Item::default()
            };
            let mut surfaces = row.surfaces(0, 1);
            surfaces.retain(|surface| known(surface).is_none());
            self.add(&row, thing, surfaces)?;
        }
        Ok(())
    }
}

/// The folder below `names/` and the name of a file without its ending.
fn parts(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("names/")?
        .strip_suffix(".tsv")?
        .split_once('/')
        .filter(|(_, kind)| !kind.contains('/'))
}

/// When the folder of a file is read.
fn folder(path: &str) -> Result<(usize, &str), Problem> {
    let problem = |message: String| Problem {
        path: path.to_owned(),
        line: 0,
        message,
    };
    let Some((folder, _)) = parts(path) else {
        return Err(problem(
            "a file that no list is read from; see the README of the folder".to_owned(),
        ));
    };
    match FOLDERS.iter().position(|known| *known == folder) {
        Some(at) => Ok((at, path)),
        None => Err(problem(format!(
            "no list `{folder}`; the folders are {}",
            FOLDERS.join(", ")
        ))),
    }
}

/// What a surface must not hold, because texts are not compared with it.
fn check_surface(surface: &str) -> Result<(), String> {
    if surface.is_empty() {
        return Err("an empty name".to_owned());
    }
    if surface.contains('\u{2019}') {
        return Err(format!(
            "`{surface}` holds a curly apostrophe; write it straight"
        ));
    }
    if surface.contains('\u{a0}') || surface.trim() != surface || surface.contains("  ") {
        return Err(format!(
            "`{surface}` holds a blank too much; write single plain ones inside of names"
        ));
    }
    Ok(())
}
