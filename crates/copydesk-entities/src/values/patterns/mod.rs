//! Things with a fixed form: web and e-mail addresses, handles, hashtags, IP addresses, phone
//! numbers, identifiers, coordinates and shares.
//!
//! One walk over the bytes: a byte such as `@`, `#` or `:` calls the family it may belong to.
//! Phone numbers hold spaces and are looked for in a second walk, outside what was found.
//! Every look backwards is bounded, so floods of one byte stay linear.

mod address;
mod coordinates;
mod email;
mod host;
mod identifier;
mod phone;
mod plans;
mod region;
mod social;
mod ticker;
mod url;

use copydesk_core::{
    Span,
    record::{Pattern, PatternKind, Place},
};

use identifier::Digits;

/// A pattern before it is placed in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    start: usize,
    end: usize,
    kind: PatternKind,
    value: String,
    words: Vec<String>,
    region: Option<String>,
}

impl Default for Found {
    fn default() -> Self {
        Self {
            start: 0,
            end: 0,
            kind: PatternKind::Url,
            value: String::new(),
            words: Vec::new(),
            region: None,
        }
    }
}

/// The patterns of a text, in order, without overlap.
pub(super) fn patterns(text: &str) -> Vec<Pattern> {
    let mut found = marked(text);
    let phones = phone::find(text, &found);
    if !phones.is_empty() {
        found.extend(phones);
        found.sort_by_key(|found| found.start);
    }
    found
        .into_iter()
        .map(|found| Pattern {
            place: Place::Text(Span::at(found.start, found.end)),
            kind: found.kind,
            value: found.value,
            words: found.words,
            region: found.region,
        })
        .collect()
}

/// Everything but phone numbers.
fn marked(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found: Vec<Found> = Vec::new();
    // Where the last pattern ended: nothing reaches back over it.
    let mut floor = 0;
    let mut i = 0;
    while i < bytes.len() {
        if !MAY_BE_PATTERN[usize::from(bytes[i])] {
            i += 1;
            continue;
        }
        let hit = match bytes[i] {
            b'h' | b'H' | b'w' | b'W' | b'f' | b'F' if starts_word(bytes, i) => {
                url::with_scheme(text, i)
            }
            b'@' => email::at(text, i, floor).or_else(|| social::handle(text, i)),
            b'#' => social::hashtag(text, i),
            b'.' | b'[' => url::bare(text, i, floor)
                .or_else(|| address::v4(text, i, floor))
                .or_else(|| coordinates::decimal(text, i, floor)),
            b':' => address::v6(text, i, floor).or_else(|| ticker::listed(text, i, floor)),
            b'0'..=b'9' => match identifier::at(text, i, floor) {
                Digits::Found(found) => Some(found),
                Digits::End(end) => {
                    i = end;
                    continue;
                }
            },
            b'I' | b'i' if starts_word(bytes, i) => identifier::isbn(text, i),
            b'$' => ticker::cashtag(text, i),
            0xC2 => coordinates::signed(text, i, floor),
            _ => None,
        };
        match hit.filter(|hit| hit.start >= floor && hit.end > i) {
            Some(hit) => {
                i = hit.end;
                floor = hit.end;
                found.push(hit);
            }
            None => i += 1,
        }
    }
    found
}

/// The bytes that call a family in [`marked`].
static MAY_BE_PATTERN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = matches!(
            byte as u8,
            b'h' | b'H' | b'w' | b'W' | b'f' | b'F' | b'@' | b'#' | b'.' | b'[' | b':' | b'0'
                ..=b'9' | b'I' | b'i' | b'$' | 0xC2
        );
        byte += 1;
    }
    table
};

/// Whether no letter, digit or the like stands before byte `i`.
fn starts_word(bytes: &[u8], i: usize) -> bool {
    i == 0 || !is_word_byte(bytes[i - 1])
}

/// Letters, digits and underscores; every byte of a character beyond ASCII counts as a letter
/// here, but for those of quotation marks and dashes, which [`starts_word`] has no need of.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
