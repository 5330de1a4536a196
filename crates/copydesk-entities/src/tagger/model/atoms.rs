//! What the letters of a word give to its features and to those of its neighbours, hashed once.

use copydesk_core::characters::{is_alphabetic, is_uppercase};

use crate::tagger::sheet::Word;

/// Bytes of a word that are looked at.
const LONGEST: usize = 48;

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hashes of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Atom {
    /// The letters as they are.
    pub(super) exact: u32,
    /// The letters in lower case, digits all alike.
    pub(super) lower: u32,
    /// Runs of upper case, lower case, digits and others.
    pub(super) shape: u32,
    /// The first one to four bytes of the lower-case form.
    pub(super) prefixes: [u32; 4],
    /// The last one to four.
    pub(super) suffixes: [u32; 4],
}

/// A hash of bytes; the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let mut sum = bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks();
    for &chunk in chunks {
        sum = mix(sum, u64::from_le_bytes(chunk));
    }
    if !rest.is_empty() {
        sum = mix(sum, little_endian(rest));
    }
    (sum ^ sum >> 29) as u32
}

fn mix(sum: u64, word: u64) -> u64 {
    let sum = (sum.rotate_left(23) ^ word).wrapping_mul(MULTIPLIER);
    sum ^ sum >> 32
}

/// The number of up to seven bytes, the lowest first.
fn little_endian(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&low), Some(&high)) => {
            let high = u64::from(u32::from_le_bytes(high)) << (8 * (bytes.len() - 4));
            u64::from(u32::from_le_bytes(low)) | high
        }
        _ => (bytes.iter().rev()).fold(0, |sum, &byte| sum << 8 | u64::from(byte)),
    }
}

/// A hash of a kind of feature and up to two values of it.
pub(super) fn feature(kind: u8, one: u32, other: u32) -> u32 {
    let sum = (u64::from(one) << 32 | u64::from(other)) ^ (u64::from(kind) << 56);
    let sum = (sum ^ sum >> 31)
        .wrapping_add(u64::from(kind))
        .wrapping_mul(MULTIPLIER);
    let sum = (sum ^ sum >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (sum >> (64 - super::weights::FEATURE_BITS)) as u32
}

/// The hash of the lower-case form of a word.
pub(super) fn lower(surface: &str) -> u32 {
    let mut buffer = [0; LONGEST];
    let len = lowered(surface, &mut buffer);
    hash(&buffer[..len])
}

/// The hashes of a word.
pub(super) fn atom(surface: &str, word: &Word) -> Atom {
    let mut buffer = [0; LONGEST];
    let len = lowered(surface, &mut buffer);
    let lower = &buffer[..len];
    Atom {
        exact: hash(&surface.as_bytes()[..surface.len().min(LONGEST)]),
        lower: hash(lower),
        shape: shape(surface, word),
        prefixes: std::array::from_fn(|at| hash(&lower[..len.min(at + 1)])),
        suffixes: std::array::from_fn(|at| hash(&lower[len - len.min(at + 1)..])),
    }
}

/// The letters that a word is known by: lower case, digits all alike.
pub fn lower_form(word: &str) -> String {
    let mut buffer = [0; LONGEST];
    let len = lowered(word, &mut buffer);
    String::from_utf8_lossy(&buffer[..len]).into_owned()
}

/// Writes the lower-case form, digits as `0`, cut where the buffer is full.
fn lowered(surface: &str, buffer: &mut [u8; LONGEST]) -> usize {
    let mut len = 0;
    for letter in surface.chars() {
        if letter.is_ascii() {
            let Some(place) = buffer.get_mut(len) else {
                break;
            };
            *place = if letter.is_ascii_digit() {
                b'0'
            } else {
                letter.to_ascii_lowercase() as u8
            };
            len += 1;
            continue;
        }
        // A curly apostrophe is a straight one.
        let letter = if letter == '\u{2019}' { '\'' } else { letter };
        for small in letter.to_lowercase() {
            let Some(place) = buffer.get_mut(len..len + small.len_utf8()) else {
                return len;
            };
            small.encode_utf8(place);
            len += small.len_utf8();
        }
    }
    len
}

/// `X` upper case, `x` lower case, `0` digits, each run once; other characters as they are.
fn shape(surface: &str, word: &Word) -> u32 {
    let mut buffer = [0; 12];
    let mut len = 0;
    let mut last = 0;
    for letter in surface.chars() {
        let kind = if ('\u{2000}'..='\u{206f}').contains(&letter) {
            b'?'
        } else if is_uppercase(letter) {
            b'X'
        } else if is_alphabetic(letter) {
            b'x'
        } else if letter.is_ascii_digit() {
            b'0'
        } else if letter.is_ascii() {
            letter as u8
        } else {
            b'?'
        };
        if kind != last {
            let Some(place) = buffer.get_mut(len) else {
                break;
            };
            *place = kind;
            len += 1;
            last = kind;
        }
    }
    hash(&buffer[..len]) ^ u32::from(word.glued) ^ (surface.len().min(4) as u32) << 1
}
