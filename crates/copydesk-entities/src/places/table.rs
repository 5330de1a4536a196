//! The table of places: how it is stored and asked.
//!
//! *What*: one file, `data/places.bin`, packed, and laid out by the first who asks. All numbers are
//! little-endian, offsets, indices and degrees of three bytes; in the file they lie as planes, all
//! low bytes first. There, after [`MAGIC`] come the lengths of the sections as `u32`, then these:
//!
//! | section | what |
//! |---|---|
//! | shared | how many bytes each name has in common with the one before it |
//! | rests | the other bytes of each name, and a 0 |
//! | counts | planes of [`COUNTS`] bytes for each name: how many places, how many countries |
//! | places | planes of the indices of the places of all names |
//! | nations | the numbers of the countries of all names |
//! | records | planes of [`RECORD`] bytes: kind, country, people, region (2), latitude, longitude, how much the GeoNames id (4) is above that of the one before |
//! | countries | the codes, two letters each |
//!
//! Laid out, the names are keys that are found by their [`hash`], see [`Cells`]: six bytes (length of
//! the name, how many places, how many countries whose people it names, the key before it in its
//! cell), the name, the indices of the places, one byte for each country. The first records are the countries, so that the number
//! of a country is that of its record; regions come before what lies in them. *People* is eight
//! times the binary logarithm of their number.
//!
//! *Why*: laid out, it took 1.8 MB of a wheel; packed it takes 1.0 MB.

use std::sync::OnceLock;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::gazetteer::{
    layout::{DEGREE, NO_DEGREES, NUMBER, hash, number, sections, signed},
    planes::{Cells, Strings, rows},
};

const MAGIC: &[u8; 4] = b"CDP2";
const SECTIONS: usize = 7;
const COUNTS: usize = 2;
const RECORD: usize = 15;
const HEAD: usize = 6;
/// Stands for no country.
const NO_COUNTRY: u8 = 0xff;
/// Stands for no region.
const NO_REGION: u16 = 0xffff;

/// What a place is, in the order of the numbers in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Country,
    Region,
    County,
    Capital,
    City,
    /// A continent, a part of the world or of a country.
    Part,
}

/// One place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub(super) kind: Kind,
    /// The record of its country.
    pub(super) country: Option<u32>,
    /// The record of the region that it lies in.
    pub(super) region: Option<u32>,
    /// Decimal logarithm of the number of its people.
    pub(super) people: f32,
    pub(super) point: Option<[f64; 2]>,
    /// 0 where there is none.
    pub(super) geonames: u32,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names {
    places: &'static [[u8; NUMBER]],
    nations: &'static [u8],
}

impl Names {
    /// The places of that name, larger ones first.
    pub(super) fn places(self) -> impl Iterator<Item = u32> {
        self.places.iter().map(|&place| number(place) as u32)
    }

    /// The countries whose people are called so.
    pub(super) fn nations(self) -> impl Iterator<Item = u32> {
        self.nations.iter().map(|&nation| u32::from(nation))
    }
}

/// All places. See the [module documentation](self).
#[derive(Debug)]
pub(super) struct Table {
    cells: &'static [u32],
    keys: &'static [u8],
    shift: u32,
    records: &'static [[u8; RECORD]],
    countries: &'static str,
}

impl Table {
    /// The table of the crate.
    pub(super) fn shared() -> &'static Self {
        static SHARED: OnceLock<Table> = OnceLock::new();
        SHARED.get_or_init(|| {
            Self::from_bytes(include_bytes!("../../data/places.bin"))
                .expect("the file is part of the crate, and a test reads it")
        })
    }

    /// The table in these bytes; `None` where they are something else.
    ///
    /// Whole sections are checked, single records are not: damaged ones are asked without a
    /// panic, and answer something wrong.
    fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let [
            shared,
            rests,
            counts,
            places,
            mut nations,
            records,
            countries,
        ]: [_; SECTIONS] = sections(bytes, MAGIC)?;
        let mut places = rows::<NUMBER>(places)?.into_iter();
        let mut keys = Vec::with_capacity(4 * rests.len());
        let mut cells = Cells::with_capacity(shared.len());
        let mut strings = Strings::new(shared, rests);
        for [of_places, of_nations] in rows::<COUNTS>(counts)? {
            let shared = strings.shared()?;
            let name = strings.text(shared)?;
            let [b0, b1, b2] = cells.put(hash(name), keys.len())?;
            let len = u8::try_from(name.len()).ok()?;
            keys.extend_from_slice(&[len, of_places, of_nations, b0, b1, b2]);
            keys.extend_from_slice(name);
            for _ in 0..of_places {
                keys.extend_from_slice(&places.next()?);
            }
            let countries;
            (countries, nations) = nations.split_at_checked(usize::from(of_nations))?;
            keys.extend_from_slice(countries);
        }
        let mut geonames = 0u32;
        let mut records = rows::<RECORD>(records)?;
        for record in &mut records {
            if let Some(id) = record.last_chunk_mut() {
                geonames = geonames.wrapping_add(u32::from_le_bytes(*id));
                *id = geonames.to_le_bytes();
            }
        }
        // They are used to the end of the process, as constants would be.
        let (cells, shift) = cells.leak();
        Some(Self {
            cells,
            shift,
            keys: keys.leak(),
            records: records.leak(),
            countries: str::from_utf8(countries).ok()?,
        })
    }

    /// What a name, folded by [`fold`], stands for.
    pub(super) fn find(&self, name: &str) -> Option<Names> {
        let name = name.as_bytes();
        let mut last = *self.cells.get((hash(name) >> self.shift) as usize)? as usize;
        while let Some(start) = last.checked_sub(1) {
            let (head, rest) = self.keys.get(start..)?.split_first_chunk::<HEAD>()?;
            let [len, places, nations, before @ ..] = *head;
            let (key, rest) = rest.split_at_checked(usize::from(len))?;
            if key == name {
                let (places, rest) = rest.split_at_checked(usize::from(places) * NUMBER)?;
                return Some(Names {
                    places: places.as_chunks().0,
                    nations: rest.get(..usize::from(nations))?,
                });
            }
            last = number(before);
        }
        None
    }

    /// The place with this index.
    pub(super) fn record(&self, place: u32) -> Option<Record> {
        let record = *self.records.get(place as usize)?;
        let [
            kind,
            country,
            people,
            r0,
            r1,
            a0,
            a1,
            a2,
            o0,
            o1,
            o2,
            id @ ..,
        ] = record;
        let region = u16::from_le_bytes([r0, r1]);
        let latitude = [a0, a1, a2];
        let degrees = |degrees| f64::from(signed(degrees)) / DEGREE;
        Some(Record {
            kind: match kind {
                0 => Kind::Country,
                1 => Kind::Region,
                2 => Kind::County,
                3 => Kind::Capital,
                4 => Kind::City,
                _ => Kind::Part,
            },
            country: (country != NO_COUNTRY).then_some(u32::from(country)),
            region: (region != NO_REGION).then_some(u32::from(region)),
            people: f32::from(people) / 8.0 * std::f32::consts::LOG10_2,
            point: (latitude != NO_DEGREES).then(|| [degrees(latitude), degrees([o0, o1, o2])]),
            geonames: u32::from_le_bytes(id),
        })
    }

    /// The code of a country.
    pub(super) fn code(&self, country: u32) -> Option<&'static str> {
        let at = country as usize * 2;
        self.countries.get(at..at + 2)
    }
}

/// Writes to `out` what a name is looked up by: plain small letters, no marks, single blanks,
/// `st` for `Saint`, no article. `key` in `crates/evaluation/gazetteer/places.py` does the same.
pub(super) fn fold(name: &str, out: &mut String) {
    if name.is_ascii() {
        return fold_letters(name.chars(), out);
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(name);
    fold_letters(decomposed.chars(), out);
}

fn fold_letters(letters: impl Iterator<Item = char>, out: &mut String) {
    out.clear();
    let mut word = String::new();
    for letter in letters {
        match letter {
            '.' | '-' | ',' | '\u{2010}'..='\u{2014}' => push(&mut word, out),
            '\''
            | '`'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{2032}'
            | '\u{2bb}'..='\u{2bf}'
            | '\u{300}'..='\u{36f}' => {}
            'ł' | 'Ł' => word.push('l'),
            'ø' | 'Ø' => word.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => word.push('d'),
            'ı' => word.push('i'),
            'ß' => word.push_str("ss"),
            'æ' | 'Æ' => word.push_str("ae"),
            'œ' | 'Œ' => word.push_str("oe"),
            'þ' | 'Þ' => word.push_str("th"),
            'ə' | 'Ə' => word.push('e'),
            'ŋ' => word.push('n'),
            _ if letter.is_whitespace() => push(&mut word, out),
            _ if letter.is_ascii() => word.push(letter.to_ascii_lowercase()),
            _ => word.extend(letter.to_lowercase()),
        }
    }
    push(&mut word, out);
    if out.starts_with("the ") {
        out.drain(..4);
    }
}

fn push(word: &mut String, out: &mut String) {
    if word.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(match word.as_str() {
        "saint" | "sankt" => "st",
        "mount" => "mt",
        "fort" => "ft",
        word => word,
    });
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::{Kind, Table, fold};

    fn folded(name: &str) -> String {
        let mut out = String::new();
        fold(name, &mut out);
        out
    }

    #[test]
    fn names_are_folded_as_the_script_does() {
        assert_eq!(folded("The Hague"), "hague");
        assert_eq!(folded("Saint-Étienne"), "st etienne");
        assert_eq!(folded("Washington, D.C."), "washington d c");
        assert_eq!(folded("Łódź"), "lodz");
        assert_eq!(folded("N\u{2019}Djamena"), "ndjamena");
        assert_eq!(folded("Fort  Worth\n"), "ft worth");
    }

    #[test]
    fn places_have_country_people_point_and_id() {
        let table = Table::shared();
        let names = table.find("oslo").expect("a capital");
        let record = (names.places())
            .filter_map(|place| table.record(place))
            .find(|record| record.kind == Kind::Capital)
            .expect("a capital");
        assert_eq!(record.country.and_then(|it| table.code(it)), Some("NO"));
        assert_eq!(record.geonames, 3_143_244);
        let [latitude, longitude] = record.point.expect("a point");
        assert!((latitude - 59.91).abs() < 0.1 && (longitude - 10.75).abs() < 0.1);
        assert!(record.people > 5.5);
    }

    #[test]
    fn people_lead_to_their_country() {
        let table = Table::shared();
        let nations = table.find("norwegians").expect("a people").nations();
        let codes: Vec<_> = nations.filter_map(|it| table.code(it)).collect();
        assert_eq!(codes, ["NO"]);
    }

    #[test]
    fn damaged_bytes_do_not_panic() {
        let file = include_bytes!("../../data/places.bin");
        for at in (0..file.len()).step_by(file.len() / 40) {
            assert!(Table::from_bytes(&file[..at]).is_none());
            let mut bytes = file.to_vec();
            bytes[at] ^= 0xff;
            if let Some(table) = Table::from_bytes(bytes.leak()) {
                let places = table.find("oslo").unwrap_or_default().places();
                assert!(places.count() < 256);
            }
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(Table::from_bytes(b"CDP2").is_none());
        assert!(Table::from_bytes(b"").is_none());
    }
}
