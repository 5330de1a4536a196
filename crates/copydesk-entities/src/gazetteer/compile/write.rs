//! Writes the compiled form. See [`layout`](crate::gazetteer::layout) for the bytes.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use super::read::{Collected, Item};
use crate::gazetteer::{
    layout::{MAGIC, NO_DEGREES, NUMBER, WIKIDATA, hash},
    matcher::first_word,
};

/// What stands under a word.
#[derive(Default)]
struct Key<'a> {
    flags: u16,
    /// Items with what follows the word.
    phrases: Vec<(usize, &'a [u8])>,
}

pub(super) fn bytes(collected: &Collected) -> Result<Vec<u8>, String> {
    let mut texts = Texts::default();
    let [entries, details, kinds] = items(&collected.items, &mut texts)?;
    let (cells, keys) = keys(collected)?;
    let Texts {
        countries, names, ..
    } = texts;
    let sections = [
        cells,
        keys,
        entries,
        details,
        kinds,
        countries.concat().into_bytes(),
        names.into_bytes(),
    ];
    let mut bytes = MAGIC.to_vec();
    for section in &sections {
        let len = u32::try_from(section.len()).map_err(|_| "the lists are over 4 GiB")?;
        bytes.extend(len.to_le_bytes());
    }
    bytes.extend(sections.concat());
    Ok(bytes)
}

/// The texts that entries are cut from.
#[derive(Default)]
struct Texts<'a> {
    names: String,
    places: HashMap<&'a str, usize>,
    countries: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    /// Offset and length of a text.
    fn place(&mut self, text: &'a str) -> Result<[u8; NUMBER + 1], String> {
        let at = *self.places.entry(text).or_insert_with(|| {
            let at = self.names.len();
            self.names.push_str(text);
            at
        });
        let [low, middle, high] = number(at)?;
        Ok([low, middle, high, short(text.len(), text)?])
    }

    /// The index of a country + 1; 0 for none.
    fn country(&mut self, code: &'a str) -> Result<u8, String> {
        if code.is_empty() {
            return Ok(0);
        }
        if code.len() != 2 {
            return Err(format!("`{code}` is no country code of two letters"));
        }
        let known = self.countries.iter().position(|known| *known == code);
        let at = known.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        });
        u8::try_from(at + 1).map_err(|_| "over 255 country codes; widen `DETAIL`".to_owned())
    }
}

/// Entries, details and kinds.
fn items<'a>(items: &'a [Item], texts: &mut Texts<'a>) -> Result<[Vec<u8>; 3], String> {
    let (mut entries, mut details, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    let mut known_kinds: HashMap<(usize, &str), usize> = HashMap::new();
    let mut known_details = 0;
    for item in items {
        let next = known_kinds.len();
        let kind = *known_kinds.entry((item.list, &item.kind)).or_insert(next);
        if kind == next {
            kinds.push(item.list as u8);
            kinds.extend(texts.place(&item.kind)?);
        }
        let kind = u8::try_from(kind).map_err(|_| "over 256 kinds of entries; widen `ENTRY`")?;
        let mut flags = item.flags;
        let mut identifier = item.geonames.to_le_bytes();
        if !item.wikidata.is_empty() {
            flags |= WIKIDATA;
            identifier = texts.place(&item.wikidata)?;
        }
        let country = texts.country(&item.country)?;
        let mut detail = 0;
        if country != 0 || identifier != [0; 4] || item.coordinates.is_some() {
            details.push(country);
            details.extend(identifier);
            match item.coordinates {
                Some(degrees) => {
                    for degrees in degrees {
                        details.extend(&degrees.to_le_bytes()[..NUMBER]);
                    }
                }
                None => details.extend([NO_DEGREES; 2].as_flattened()),
            }
            known_details += 1;
            detail = known_details;
        }
        entries.extend(texts.place(&item.name)?);
        entries.extend([kind, flags]);
        entries.extend(number(detail)?);
    }
    Ok([entries, details, kinds])
}

/// Cells and keys.
fn keys(collected: &Collected) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut by_word: BTreeMap<&str, Key<'_>> = BTreeMap::new();
    for (word, &flags) in &collected.words {
        by_word.entry(word).or_default().flags = flags;
    }
    for (surface, item) in &collected.phrases {
        let word = first_word(surface);
        let rest = &surface.as_bytes()[word.len()..];
        by_word.entry(word).or_default().phrases.push((*item, rest));
    }
    let mut sorted: Vec<_> = by_word
        .into_iter()
        .map(|(word, key)| (hash(word.as_bytes()), word, key))
        .collect();
    sorted.sort_by_key(|&(hash, word, _)| (hash, word));
    // One or two keys a cell.
    let count = (sorted.len() / 2).next_power_of_two().max(2);
    let shift = u64::BITS - count.ilog2();
    let (mut cells, mut keys) = (Vec::new(), Vec::new());
    let mut sorted = sorted.into_iter().peekable();
    for cell in 0..count {
        cells.extend(number(keys.len())?);
        while let Some((_, word, key)) =
            sorted.next_if(|(hash, ..)| (hash >> shift) as usize == cell)
        {
            write_key(&mut keys, word, key)?;
        }
    }
    cells.extend(number(keys.len())?);
    Ok((cells, keys))
}

fn write_key(keys: &mut Vec<u8>, word: &str, key: Key<'_>) -> Result<(), String> {
    let Key { flags, mut phrases } = key;
    // Stable: of equally long phrases the first list stays first.
    phrases.sort_by_key(|(_, rest)| Reverse(rest.len()));
    let mut small = Vec::new();
    let mut groups: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
    for (item, rest) in phrases {
        let place = match rest.get(1) {
            Some(&second) => groups.entry(second).or_default(),
            None => &mut small,
        };
        place.extend(number(item)?);
        place.push(short(rest.len(), word)?);
        place.extend(rest);
    }
    let mut long = Vec::new();
    for (second, phrases) in groups {
        long.push(second);
        long.extend(number(phrases.len())?);
        long.extend(phrases);
    }
    keys.push(short(word.len(), word)?);
    keys.extend(flags.to_le_bytes());
    keys.push(short(small.len(), word)?);
    keys.extend(number(long.len())?);
    keys.extend(word.as_bytes());
    keys.extend(small);
    keys.extend(long);
    Ok(())
}

/// A number of three bytes.
fn number(value: usize) -> Result<[u8; NUMBER], String> {
    let bytes = value.to_le_bytes();
    match bytes.split_first_chunk::<NUMBER>() {
        Some((number, rest)) if rest.iter().all(|&byte| byte == 0) => Ok(*number),
        _ => Err("a section over 16 MiB; widen `NUMBER`".to_owned()),
    }
}

/// A length of one byte.
fn short(len: usize, of: &str) -> Result<u8, String> {
    u8::try_from(len).map_err(|_| format!("`{of}`: too long, or listed too often, for the form"))
}
