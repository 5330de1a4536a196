//! Which places a name may stand for.
//!
//! *What*: the name as a whole; without a word of kind or direction (`Kano State`, `northern
//! Iraq`, `downtown Boston`); of a building, the place that its name starts with (`Chicago
//! O'Hare`); of a people, its countries.

use super::table::{Kind, Table, fold};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A place with people.
    Place,
    /// A sea, a mountain, a part of the world.
    Nature,
    Building,
    People,
}

/// Words at the end of a name that say what it is.
const LAST: &[&str] = &[
    "area",
    "borough",
    "city",
    "county",
    "department",
    "district",
    "governorate",
    "island",
    "krai",
    "metropolitan",
    "municipality",
    "oblast",
    "parish",
    "prefecture",
    "province",
    "region",
    "republic",
    "state",
    "suburb",
    "territory",
    "town",
    "township",
    "village",
];

/// Words at the start of a name that say which part of a place it is.
const FIRST: &[&str] = &[
    "central",
    "city of",
    "county of",
    "district of",
    "downtown",
    "east",
    "eastern",
    "greater",
    "inner",
    "lower",
    "metropolitan",
    "mid",
    "mainland",
    "north",
    "north eastern",
    "north western",
    "northeast",
    "northeastern",
    "northern",
    "northwest",
    "northwestern",
    "old",
    "province of",
    "republic of",
    "rural",
    "south",
    "south eastern",
    "south western",
    "southeast",
    "southeastern",
    "southern",
    "southwest",
    "southwestern",
    "state of",
    "suburban",
    "town of",
    "upper",
    "upstate",
    "west",
    "western",
];

/// Words of direction, which name no place by themselves.
const DIRECTIONS: &[&str] = &[
    "west",
    "western",
    "east",
    "eastern",
    "north",
    "northern",
    "south",
    "southern",
    "central",
    "northeast",
    "northeastern",
    "northwest",
    "northwestern",
    "southeast",
    "southeastern",
    "southwest",
    "southwestern",
];

/// The places that `name` may stand for, with whether it is only a part or a way to say it.
pub(super) fn places(name: &str, sort: Sort, table: &Table, folded: &mut String) -> Vec<u32> {
    let name = name
        .strip_suffix("'s")
        .or_else(|| name.strip_suffix("\u{2019}s"))
        .unwrap_or(name);
    if !name.chars().any(char::is_uppercase) && name.is_ascii() {
        // `federal`, `the government`
        return Vec::new();
    }
    fold(name, folded);
    if DIRECTIONS.contains(&folded.as_str()) {
        // `the West`, `Western`: a part of the world, not a province of that name.
        return Vec::new();
    }
    match sort {
        Sort::Building => return building(folded, table),
        Sort::People => return people(folded, table),
        Sort::Place | Sort::Nature => {}
    }
    let whole = |name: &str| -> Vec<u32> {
        let names = table.find(name).unwrap_or_default();
        let known = names.places().filter(|&place| {
            sort == Sort::Place
                || table
                    .record(place)
                    .is_some_and(|record| record.kind != Kind::City || record.people > 4.5)
        });
        let mut places: Vec<u32> = known.collect();
        for nation in names.nations() {
            if places.is_empty() || !places.contains(&nation) && sort == Sort::Place {
                places.push(nation);
            }
        }
        places
    };
    let places = whole(folded);
    if !places.is_empty() {
        return places;
    }
    let mut rest = folded.as_str();
    loop {
        let shorter = (LAST.iter())
            .find_map(|last| rest.strip_suffix(last)?.strip_suffix(' '))
            .or_else(|| {
                (FIRST.iter()).find_map(|first| rest.strip_prefix(first)?.strip_prefix(' '))
            });
        let Some(shorter) = shorter else {
            return Vec::new();
        };
        let places = whole(shorter);
        if !places.is_empty() {
            return places;
        }
        rest = shorter;
    }
}

/// The country or large city that the name of a building starts with.
fn building(name: &str, table: &Table) -> Vec<u32> {
    let starts = name
        .char_indices()
        .rev()
        .filter(|&(_, letter)| letter == ' ');
    for (at, _) in starts {
        let names = table.find(&name[..at]).unwrap_or_default();
        let places: Vec<u32> = names
            .places()
            .filter(|&place| {
                table.record(place).is_some_and(|record| {
                    matches!(record.kind, Kind::Country | Kind::Region | Kind::Capital)
                        || record.people > 5.0
                })
            })
            .collect();
        if !places.is_empty() {
            return places;
        }
    }
    Vec::new()
}

/// The countries of a people, also of a part of it (`South Koreans`, `northern Nigerians`).
fn people(name: &str, table: &Table) -> Vec<u32> {
    let mut rest = name;
    loop {
        let names = table.find(rest).unwrap_or_default();
        let mut nations: Vec<u32> = names.nations().collect();
        if nations.is_empty() {
            // `a US official`, `the Texas governor`
            nations.extend(names.places().filter(|&place| {
                (table.record(place))
                    .is_some_and(|it| matches!(it.kind, Kind::Country | Kind::Region))
            }));
        }
        if !nations.is_empty() {
            return nations;
        }
        let shorter = (FIRST.iter()).find_map(|first| rest.strip_prefix(first)?.strip_prefix(' '));
        match shorter {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    // `Arab-American`, `anti-Russian`: the last part is what they are.
    match name.rsplit_once(' ') {
        Some((_, last)) => table.find(last).unwrap_or_default().nations().collect(),
        None => Vec::new(),
    }
}
