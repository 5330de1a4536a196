//! The lists that ship with the crate: countries, cities, organisations, offices and the rest.
//!
//! The lists are tab-separated text in `data/` (see its README for origin and licence).
//! `cargo xtask build gazetteer` compiles them into `data/gazetteer.bin`, which is part of the
//! crate. It is [`packed`]; the first who asks lays it out as a hash table from the first word of a
//! phrase to the phrases that start with it ([`layout`]).

pub(crate) mod compile;
pub(crate) mod layout;
mod matcher;
mod packed;
pub(crate) mod planes;
mod table;
mod words;

use std::sync::OnceLock;

use copydesk_core::record::{Identifiers, Label};
use layout::{
    AMBIGUOUS, BEFORE_NAME, CAPITAL_ONLY, DEGREE, DETAIL, ENTRY, HONORIFIC, KIND, LISTS, List,
    NO_DEGREES, NUMBER, WIKIDATA, number, signed,
};
use packed::Unpacked;
use table::Table;
pub(crate) use words::{Words, capitalised};

/// What a phrase of the lists stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Canonical name.
    pub(crate) name: &'static str,
    /// Type of a mention of this phrase.
    pub(crate) label: Label,
    /// The list it comes from.
    pub(crate) list: &'static str,
    /// The list as given in `Mention::why`.
    pub(crate) why: &'static str,
    /// The group of the list it stands in, such as `treaties`, empty where there are none.
    pub(crate) kind: &'static str,
    /// ISO 3166 code, empty where there is none.
    pub(crate) country: &'static str,
    /// Wikidata item, empty where there is none.
    pub(crate) wikidata: &'static str,
    /// GeoNames id, 0 where there is none.
    pub(crate) geonames: u32,
    /// Latitude and longitude.
    pub(crate) coordinates: Option<[f64; 2]>,
    /// Whether the surface is often something else, so that context has to speak for it.
    pub(crate) ambiguous: bool,
    /// For offices: whether it stands directly before a name.
    pub(crate) before_name: bool,
    /// For offices: whether a capital is part of it (`Lawyer`), so that at the start of a
    /// sentence it is a word like others.
    pub(crate) capital_only: bool,
    /// For offices: whether it is one (`Mr.` is not).
    pub(crate) office: bool,
}

impl Entry {
    /// What the lists know about the thing outside the document.
    pub(crate) fn identifiers(&self) -> Identifiers {
        let text = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Identifiers {
            country: text(self.country),
            wikidata: text(self.wikidata),
            geonames: (self.geonames != 0).then_some(self.geonames),
            coordinates: self.coordinates,
            id: None,
        }
    }
}

/// A list and a group of it.
#[derive(Clone, Copy, Debug)]
struct Kind {
    list: &'static List,
    name: &'static str,
}

/// All lists. See the [module documentation](self).
#[derive(Debug)]
pub(crate) struct Gazetteer {
    table: Table,
    entries: &'static [[u8; ENTRY]],
    details: &'static [[u8; DETAIL]],
    kinds: Vec<Kind>,
    countries: &'static str,
    names: &'static str,
    /// Single words with a meaning of their own.
    pub(crate) words: Words,
}

impl Gazetteer {
    /// The lists of the crate.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: OnceLock<Gazetteer> = OnceLock::new();
        SHARED.get_or_init(|| {
            Self::from_bytes(include_bytes!("../../data/gazetteer.bin"))
                .expect("the file is part of the crate, and a test reads it")
        })
    }

    /// Lists as [`compile`](compile::compile) wrote them; `None` where the bytes are something
    /// else.
    ///
    /// Whole sections are checked, single records are not: damaged ones are asked without a
    /// panic, and answer something wrong.
    fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let Unpacked {
            cells,
            keys,
            entries,
            details,
            kinds,
            countries,
            names,
        } = Unpacked::from_bytes(bytes)?;
        // They are used to the end of the process, as constants would be.
        let table = Table::new(cells.leak(), keys.leak());
        let names: &str = String::from_utf8(names).ok()?.leak();
        let kinds = kinds
            .as_chunks::<KIND>()
            .0
            .iter()
            .map(|&[list, start @ .., len]| {
                Some(Kind {
                    list: LISTS.get(usize::from(list))?,
                    name: cut(names, start, len),
                })
            })
            .collect::<Option<_>>()?;
        Some(Self {
            table,
            entries: entries.leak(),
            details: details.leak(),
            kinds,
            countries: str::from_utf8(countries).ok()?,
            names,
            words: Words { table },
        })
    }

    /// The entry with index `id`.
    #[inline]
    pub(crate) fn entry(&self, id: u32) -> Entry {
        let record = self.entries.get(id as usize).copied().unwrap_or_default();
        let [start @ .., len, kind, flags, d0, d1, d2] = record;
        let kind = self.kinds.get(usize::from(kind)).copied();
        let Kind { list, name: kind } = kind.unwrap_or(Kind {
            list: &LISTS[0],
            name: "",
        });
        let mut entry = Entry {
            name: cut(self.names, start, len),
            label: list.label,
            list: list.name,
            why: list.why,
            kind,
            country: "",
            wikidata: "",
            geonames: 0,
            coordinates: None,
            ambiguous: flags & AMBIGUOUS != 0,
            before_name: flags & BEFORE_NAME != 0,
            capital_only: flags & CAPITAL_ONLY != 0,
            office: flags & HONORIFIC == 0,
        };
        let detail = number([d0, d1, d2]).checked_sub(1);
        if let Some(&detail) = detail.and_then(|detail| self.details.get(detail)) {
            self.add_detail(&mut entry, detail, flags);
        }
        entry
    }

    /// All entries.
    pub(crate) fn all(&self) -> impl Iterator<Item = Entry> {
        (0..self.entries.len() as u32).map(|id| self.entry(id))
    }

    #[inline]
    fn add_detail(&self, entry: &mut Entry, detail: [u8; DETAIL], flags: u8) {
        let [country, i0, i1, i2, i3, a0, a1, a2, o0, o1, o2] = detail;
        if let Some(country) = usize::from(country).checked_sub(1) {
            let code = self.countries.get(country * 2..country * 2 + 2);
            entry.country = code.unwrap_or_default();
        }
        if flags & WIKIDATA != 0 {
            entry.wikidata = cut(self.names, [i0, i1, i2], i3);
        } else {
            entry.geonames = u32::from_le_bytes([i0, i1, i2, i3]);
        }
        let latitude = [a0, a1, a2];
        if latitude != NO_DEGREES {
            // Two whole numbers divided are the number nearest to the decimal, as if it were read.
            let degrees = |degrees| f64::from(signed(degrees)) / DEGREE;
            entry.coordinates = Some([degrees(latitude), degrees([o0, o1, o2])]);
        }
    }
}

/// The part of `text` of these bytes.
#[inline]
fn cut(text: &'static str, start: [u8; NUMBER], len: u8) -> &'static str {
    let start = number(start);
    text.get(start..start + usize::from(len))
        .unwrap_or_default()
}
