//! Writes the compiled form. See [`packed`](crate::gazetteer::packed) for the bytes.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use super::read::{Collected, Item};
use crate::gazetteer::{
    layout::{DETAIL, NO_DEGREES, NUMBER, PHRASE, WIKIDATA},
    matcher::{LOOKED_AT, first_word},
    packed::{DETAILED, HIDDEN, LAST, LINK, MAGIC, OWN, WHOLE, WORD},
};

/// What the strings are sorted by: first word, second byte behind it, length, what is behind it.
type Place<'a> = (&'a str, Option<u8>, Reverse<usize>, &'a [u8]);

/// What a string is.
#[derive(Default)]
struct Text<'a> {
    string: &'a str,
    flags: Option<u16>,
    /// Items that it is a phrase for, in the order of the lists.
    phrases: Vec<usize>,
    /// Items that it is the name of.
    named: Vec<usize>,
}

pub(super) fn bytes(collected: &Collected) -> Result<Vec<u8>, String> {
    let texts = texts(collected)?;
    let order = order(&texts, collected.items.len());
    let [shared, rests, tokens, links, words] = strings(&texts, &order)?;
    let mut sorted: Vec<_> = order.iter().zip(&collected.items).collect();
    sorted.sort_by_key(|(number, _)| **number);
    let [entry_kinds, entry_flags, details, kinds, countries, texts] =
        items(sorted.into_iter().map(|(_, item)| item))?;
    let sections = [
        shared,
        rests,
        tokens,
        links,
        words,
        entry_kinds,
        entry_flags,
        details,
        kinds,
        countries,
        texts,
    ];
    let mut bytes = MAGIC.to_vec();
    for section in &sections {
        let len = u32::try_from(section.len()).map_err(|_| "the lists are over 4 GiB")?;
        bytes.extend(len.to_le_bytes());
    }
    bytes.extend(sections.concat());
    Ok(bytes)
}

/// All strings.
fn texts(collected: &Collected) -> Result<BTreeMap<Place<'_>, Text<'_>>, String> {
    let mut texts = BTreeMap::new();
    for (word, &flags) in &collected.words {
        at(&mut texts, word, word)?.flags = Some(flags);
    }
    for (surface, item) in &collected.phrases {
        at(&mut texts, surface, first_word(surface))?
            .phrases
            .push(*item);
    }
    for (number, item) in collected.items.iter().enumerate() {
        at(&mut texts, &item.name, first_word(&item.name))?
            .named
            .push(number);
    }
    let mut short: HashMap<&str, usize> = HashMap::new();
    for (&(word, second, Reverse(len), _), text) in &texts {
        if second.is_none() {
            let sum = short.entry(word).or_default();
            *sum += (PHRASE + len) * text.phrases.len();
            self::short(*sum, word)?;
        }
    }
    Ok(texts)
}

/// The record of the string `text`, whose key is `word`.
fn at<'t, 'a>(
    texts: &'t mut BTreeMap<Place<'a>, Text<'a>>,
    text: &'a str,
    word: &'a str,
) -> Result<&'t mut Text<'a>, String> {
    short(text.len(), text)?;
    if text.contains('\0') {
        return Err(format!("`{text}` holds a byte 0"));
    }
    // A cut at a letter may leave three bytes less.
    if word.len() + 3 > LOOKED_AT {
        return Err(format!(
            "`{word}` is longer than the words that are looked at"
        ));
    }
    let rest = &text.as_bytes()[word.len()..];
    let place = (word, rest.get(1).copied(), Reverse(rest.len()), rest);
    let known = texts.entry(place).or_default();
    known.string = text;
    Ok(known)
}

impl Text<'_> {
    /// The items that get the next numbers here: first those that it is a phrase for.
    fn numbered(&self) -> impl Iterator<Item = usize> {
        let is_name = |item: &&usize| self.named.contains(item);
        let is_hidden = |item: &&usize| !self.phrases.contains(item);
        let own = self.phrases.iter().filter(is_name);
        own.chain(self.named.iter().filter(is_hidden)).copied()
    }
}

/// The number of each item.
fn order(texts: &BTreeMap<Place<'_>, Text<'_>>, items: usize) -> Vec<usize> {
    let mut order = vec![0; items];
    for (number, item) in texts.values().flat_map(Text::numbered).enumerate() {
        order[item] = number;
    }
    order
}

/// The sections `shared` to `words`.
fn strings(texts: &BTreeMap<Place<'_>, Text<'_>>, order: &[usize]) -> Result<[Vec<u8>; 5], String> {
    let (mut shared, mut rests, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    let (mut links, mut words) = (Vec::new(), Vec::new());
    let mut last = "";
    for text in texts.values() {
        let pairs = last.bytes().zip(text.string.bytes());
        let common = pairs.take_while(|(a, b)| a == b).count();
        last = text.string;
        shared.push(short(common, last)?);
        rests.extend(&last.as_bytes()[common..]);
        rests.push(0);
        if let Some(flags) = text.flags {
            let whole = first_word(last).len() != last.len();
            tokens.push(if whole { WHOLE } else { WORD });
            words.push(flags.to_le_bytes());
        }
        for item in &text.phrases {
            if text.named.contains(item) {
                tokens.push(OWN);
            } else {
                tokens.push(LINK);
                links.push(number(order[*item])?);
            }
        }
        let hidden = text
            .named
            .iter()
            .filter(|item| !text.phrases.contains(item));
        tokens.extend(hidden.map(|_| HIDDEN));
        if let Some(token) = tokens.last_mut() {
            *token |= LAST;
        }
    }
    Ok([shared, rests, tokens, planes(&links), planes(&words)])
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

/// The sections `entry kinds` to `texts`.
fn items<'a>(items: impl Iterator<Item = &'a Item>) -> Result<[Vec<u8>; 6], String> {
    let mut texts = Texts::default();
    let (mut entry_kinds, mut entry_flags) = (Vec::new(), Vec::new());
    let (mut details, mut kinds) = (Vec::new(), Vec::new());
    let mut known_kinds: HashMap<(usize, &str), usize> = HashMap::new();
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
        if country != 0 || identifier != [0; 4] || item.coordinates.is_some() {
            flags |= DETAILED;
            let degrees = item.coordinates.map(|degrees| {
                degrees.map(|degrees| {
                    let [low, middle, high, _] = degrees.to_le_bytes();
                    [low, middle, high]
                })
            });
            let mut detail = [country; DETAIL];
            detail[1..5].copy_from_slice(&identifier);
            detail[5..].copy_from_slice(degrees.unwrap_or([NO_DEGREES; 2]).as_flattened());
            details.push(detail);
        }
        entry_kinds.push(kind);
        entry_flags.push(flags);
    }
    Ok([
        entry_kinds,
        entry_flags,
        planes(&details),
        kinds,
        texts.countries.concat().into_bytes(),
        texts.names.into_bytes(),
    ])
}

/// The first bytes of all rows, then the second ones.
fn planes<const N: usize>(rows: &[[u8; N]]) -> Vec<u8> {
    (0..N)
        .flat_map(|at| rows.iter().map(move |row| row[at]))
        .collect()
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
