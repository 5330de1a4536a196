//! Which of the places of one name is meant.
//!
//! *What*: each reading of a name gets one sum, and the highest is taken:
//!
//! | part | worth |
//! |---|---|
//! | people | the decimal logarithm of their number: 6 for a million |
//! | level | a country counts as 10⁹ people, a capital as ten times and a region as three times its own, a county as a fifth |
//! | a named parent | up to 6 for the readings in it |
//! | a word of kind (`state`, `city of`) | 3 for the readings of that kind |
//! | the countries of the other names, demonyms too | up to 2 |
//! | the regions of the other names | up to 2.4 |
//! | for a region: other regions of its country | up to 1.5 |
//! | for a region with a city of its name that has a million people and a quarter of its own (`New York`) | −1.6 |
//! | other places within some 100 km | up to 2 |
//!
//! The first four are known at once. They give each reading a share of its name, and the last
//! three are made of the shares of the other names; both are done [`ROUNDS`] times. A name counts more where it
//! stands often or opens the text (the dateline), and never speaks for itself. *Why*: most names
//! of news have one reading that needs no help, and these place the others: `Birmingham` beside
//! `Montgomery` and `Alabama`, `Tripoli` beside `Beirut`.
//! *Known misses*: a famous place in news of another country with a namesake (`Cambridge` in
//! England named once in the news of Boston).

use rustc_hash::FxHashMap;

use super::{
    around::Parent,
    table::{Kind, Record, Table},
};

const ROUNDS: usize = 3;
/// How many of the other places are asked for their distance.
const NEIGHBOURS: usize = 32;
const COUNTRY: f32 = 2.0;
const REGION: f32 = 2.4;
const PEERS: f32 = 1.5;
const NEAR: f32 = 2.0;
const METROPOLIS: f32 = 1.6;
const KIND: f32 = 3.0;
/// Radius of the globe in kilometres.
const EARTH: f64 = 6371.0;
/// The square of the chord of some 2,500 km, from where on nearness counts for nothing.
const FAR: f64 = 0.15;

/// One name of a text and what is known of it alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// The places that it may stand for.
    pub(super) places: Vec<u32>,
    pub(super) parent: Option<Parent>,
    pub(super) kind: Option<Kind>,
    /// How often it stands, more for the first of the text.
    pub(super) weight: f32,
}

/// What a name was found to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chosen {
    pub(super) place: u32,
    /// Its share of the readings, 0 to 1.
    pub(super) share: f32,
}

struct Reading {
    place: u32,
    record: Record,
    /// Where a city or county lies, as [`vector`] has it.
    vector: Option<[f64; 3]>,
    alone: f32,
    share: f32,
}

/// The place of each name; `None` where it has none.
pub(super) fn choose(names: &[Name], table: &Table) -> Vec<Option<Chosen>> {
    let mut all: Vec<Vec<Reading>> = names.iter().map(|name| readings(name, table)).collect();
    for readings in &mut all {
        share(readings, |reading| reading.alone);
    }
    // One name cannot support itself, but its parent can. A name of one reading stays with it.
    let open = all.iter().any(|readings| readings.len() > 1);
    let mut own = Own::default();
    let rounds = if open { ROUNDS } else { 0 };
    for _ in 0..rounds {
        let support = Support::of(names, &all, table);
        for (at, readings) in all.iter_mut().enumerate() {
            if readings.len() < 2 {
                continue;
            }
            add_own(readings, names[at].weight, &mut own);
            share(readings, |reading| {
                reading.alone + support.of_reading(reading, &own, at)
            });
        }
    }
    all.iter()
        .map(|readings| {
            let best = readings.iter().reduce(
                |best, next| {
                    if next.share > best.share { next } else { best }
                },
            )?;
            Some(Chosen {
                place: best.place,
                share: best.share,
            })
        })
        .collect()
}

/// The readings of a name with what each is worth alone.
fn readings(name: &Name, table: &Table) -> Vec<Reading> {
    let mut readings: Vec<Reading> = name
        .places
        .iter()
        .filter_map(|&place| {
            let record = table.record(place)?;
            let mut alone = level(&record);
            if let Some(kind) = name.kind {
                let capital = record.kind == Kind::Capital && kind == Kind::City;
                alone += if record.kind == kind || capital {
                    KIND
                } else {
                    0.0
                };
            }
            let city = matches!(record.kind, Kind::Capital | Kind::City | Kind::County);
            Some(Reading {
                place,
                record,
                vector: record.point.filter(|_| city).map(vector),
                alone,
                share: 0.0,
            })
        })
        .collect();
    for at in 0..readings.len() {
        let region = &readings[at];
        let holds = |city: &Reading| {
            city.record.region == Some(region.place)
                && city.record.people > (region.record.people - 0.6).max(6.0)
        };
        if region.record.kind == Kind::Region && readings.iter().any(holds) {
            readings[at].alone -= METROPOLIS;
        }
    }
    if let Some(parent) = &name.parent {
        for reading in &mut readings {
            if (parent.places.iter()).any(|&place| within(reading, place, table)) {
                reading.alone += parent.weight;
            }
        }
    }
    readings
}

/// What a reading is worth before anything is said about it.
fn level(record: &Record) -> f32 {
    match record.kind {
        Kind::Country => 9.0,
        Kind::Region => record.people + 0.5,
        Kind::County => record.people - 0.7,
        Kind::Capital => record.people + 1.0,
        Kind::City | Kind::Part => record.people,
    }
}

/// Whether a reading lies in a place, and is not that place.
fn within(reading: &Reading, place: u32, table: &Table) -> bool {
    let Some(outer) = table.record(place).filter(|_| place != reading.place) else {
        return false;
    };
    match outer.kind {
        Kind::Country => {
            reading.record.country == Some(place) && reading.record.kind != Kind::Country
        }
        Kind::Region => reading.record.region == Some(place),
        Kind::County => {
            reading.record.region == outer.region
                && distance(&reading.record, &outer).is_some_and(|km| km < 80.0)
        }
        Kind::Part => false,
        Kind::Capital | Kind::City => {
            outer.people > reading.record.people
                && distance(&reading.record, &outer).is_some_and(|km| km < 60.0)
        }
    }
}

/// What kind of place a parent is, told by what lies in it: the largest of the readings of the name
/// that lie in one of its own.
pub(super) fn kind_of_parent(inner: &[u32], parents: &[u32], table: &Table) -> Option<Kind> {
    let records = inner.iter().filter_map(|&place| table.record(place));
    let kinds = records.filter_map(|record| {
        let of = |place: Option<u32>| place.filter(|place| parents.contains(place));
        let parent = of(record.region).or(of(record.country))?;
        Some((record.people, table.record(parent)?.kind))
    });
    let largest = kinds.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(largest.1)
}

/// Whether a name has a reading in one of its parents, or none is asked for.
pub(super) fn in_parent(name: &Name, chosen: Chosen, table: &Table) -> bool {
    let (Some(parent), Some(record)) = (&name.parent, table.record(chosen.place)) else {
        return true;
    };
    let reading = Reading {
        place: chosen.place,
        record,
        vector: None,
        alone: 0.0,
        share: 0.0,
    };
    parent
        .places
        .iter()
        .any(|&place| within(&reading, place, table))
}

/// Gives each reading its share by what it is worth.
fn share(readings: &mut [Reading], worth: impl Fn(&Reading) -> f32) {
    let mut best = f32::MIN;
    for reading in &mut *readings {
        reading.share = worth(reading);
        best = best.max(reading.share);
    }
    let mut sum = 0.0;
    for reading in &mut *readings {
        reading.share = ((reading.share - best) * 1.7).exp();
        sum += reading.share;
    }
    for reading in readings {
        reading.share /= sum;
    }
}

/// What a name adds to its own countries and regions, which must not count for it.
type Own = FxHashMap<u32, f32>;

fn add_own(readings: &[Reading], weight: f32, own: &mut Own) {
    own.clear();
    for reading in readings {
        for place in outer(reading) {
            *own.entry(place).or_default() += reading.share * weight;
        }
        if let Some(peers) = peers(&reading.record) {
            *own.entry(peers).or_default() += reading.share * weight;
        }
    }
}

/// The country and region of a reading; a region is its own.
fn outer(reading: &Reading) -> impl Iterator<Item = u32> {
    let record = &reading.record;
    let region = match record.kind {
        Kind::Region => Some(reading.place),
        _ => record.region,
    };
    record.country.into_iter().chain(region)
}

/// Under which number the regions of the country of a region are counted.
fn peers(record: &Record) -> Option<u32> {
    let country = record.country.filter(|_| record.kind == Kind::Region)?;
    Some(u32::MAX - country)
}

/// What all names together say for countries, regions and surroundings.
struct Support {
    places: FxHashMap<u32, f32>,
    /// The name, the place and the weight of the likeliest cities and counties.
    near: Vec<(usize, [f64; 3], f32)>,
}

impl Support {
    fn of(names: &[Name], all: &[Vec<Reading>], table: &Table) -> Self {
        let mut support = Self {
            places: FxHashMap::default(),
            near: Vec::new(),
        };
        for (at, (name, readings)) in names.iter().zip(all).enumerate() {
            for reading in readings {
                let weight = reading.share * name.weight;
                for place in outer(reading) {
                    *support.places.entry(place).or_default() += weight;
                }
                if let Some(peers) = peers(&reading.record) {
                    *support.places.entry(peers).or_default() += weight;
                }
                if let Some(vector) = reading.vector.filter(|_| weight > 0.3) {
                    support.near.push((at, vector, weight));
                }
            }
            for &place in name.parent.iter().flat_map(|parent| &parent.places) {
                let record = table.record(place);
                if let Some(country) = record.and_then(|record| record.country) {
                    *support.places.entry(country).or_default() += 0.5;
                }
                if record.is_some_and(|record| record.kind == Kind::Region) {
                    *support.places.entry(place).or_default() += 0.7;
                }
            }
        }
        support
            .near
            .sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        support.near.truncate(NEIGHBOURS);
        support
    }

    /// What the other names say for a reading of the name `at`.
    fn of_reading(&self, reading: &Reading, own: &Own, at: usize) -> f32 {
        let others = |place: Option<u32>| {
            let place = place?;
            let mine = own.get(&place).copied().unwrap_or_default();
            Some((self.places.get(&place)? - mine).max(0.0))
        };
        let region = match reading.record.kind {
            Kind::Region => Some(reading.place),
            _ => reading.record.region,
        };
        let country = others(reading.record.country).unwrap_or_default();
        let peers = others(peers(&reading.record)).unwrap_or_default();
        let region = others(region).unwrap_or_default();
        let mut near = 0.0;
        if let Some(own) = reading.vector {
            for &(_, other, weight) in self.near.iter().filter(|near| near.0 != at) {
                let chord = chord_squared(own, other);
                if chord < FAR {
                    let km = along(chord.sqrt() / 2.0);
                    near += weight * (-km / 90.0).exp() as f32;
                }
            }
        }
        let much = |sum: f32, half: f32| 1.0 - (-sum / half).exp();
        COUNTRY * much(country, 1.5)
            + REGION * much(region, 1.2)
            + PEERS * much(peers, 1.0)
            + NEAR * much(near, 0.8)
    }
}

fn distance(one: &Record, other: &Record) -> Option<f64> {
    Some(kilometres(one.point?, other.point?))
}

/// A point of the globe as a vector of length one.
fn vector(point: [f64; 2]) -> [f64; 3] {
    let [latitude, longitude] = point.map(f64::to_radians);
    let (sin, cos) = latitude.sin_cos();
    [cos * longitude.cos(), cos * longitude.sin(), sin]
}

/// The square of the straight line between two such vectors.
fn chord_squared(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum()
}

/// The way along the globe in kilometres, by half of the straight line on one of radius one.
fn along(half: f64) -> f64 {
    2.0 * EARTH * half.min(1.0).asin()
}

/// The distance in kilometres of two points on the globe, latitude and longitude in degrees.
///
/// ```
/// use copydesk_entities::places::kilometres;
/// let (oslo, accra) = ([59.91, 10.75], [5.56, -0.20]);
/// assert!((6_000.0..6_200.0).contains(&kilometres(oslo, accra)));
/// ```
pub fn kilometres(one: [f64; 2], other: [f64; 2]) -> f64 {
    let [[a1, o1], [a2, o2]] = [one, other].map(|point| point.map(f64::to_radians));
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(a2 - a1) + a1.cos() * a2.cos() * half(o2 - o1);
    along(chord.sqrt())
}

#[cfg(test)]
mod tests {
    use super::{along, chord_squared, kilometres, vector};

    #[test]
    fn vectors_are_as_far_apart_as_their_points() {
        for (one, other) in [
            ([59.91, 10.75], [60.39, 5.32]),
            ([-33.87, 151.21], [-33.75, 150.69]),
            ([0.0, 179.9], [0.0, -179.9]),
        ] {
            let way = along(chord_squared(vector(one), vector(other)).sqrt() / 2.0);
            assert!((way - kilometres(one, other)).abs() < 1e-6, "{way}");
        }
    }

    #[test]
    fn distances_are_those_of_the_globe() {
        let (oslo, bergen) = ([59.91, 10.75], [60.39, 5.32]);
        assert!((kilometres(oslo, bergen) - 305.0).abs() < 5.0);
        assert!(kilometres(oslo, oslo) < 0.001);
        assert!((kilometres([0.0, 0.0], [0.0, 180.0]) - 20_015.0).abs() < 5.0);
    }
}
